package community

import (
	"slices"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// level is a graph whose vertices stand for groups of vertices.
type level struct {
	offset []int64 // of a vertex: where its arcs begin
	end    []int64 // and where they end
	to     []uint32
	weight []float32 // nil: all 1
	loop   []float64 // twice the weight of ties within a vertex; nil: none
	size   []float64 // of a vertex, as the quality counts: its strength, or how many it stands for
	total  float64   // twice the weight of all ties
	rate   float64   // what size times size costs
	gains  *gains    // of it and all levels above
	pace   *pace     // nil: of a short run
}

func newLevel(g *graph.Graph, o Options) *level {
	n := g.Len()
	l := &level{size: make([]float64, n), gains: &gains{vertices: n}}
	l.offset, l.to, l.weight = g.Rows()
	l.end = l.offset[1:]
	switch {
	case len(l.to) > longRun:
		l.pace = &hurried
	case len(l.to) > shortRun:
		l.pace = &thorough
	}
	for v := range uint32(n) {
		s := g.Strength(v)
		l.total += s
		l.size[v] = 1
		if o.Quality == Modularity {
			l.size[v] = s
		}
	}
	l.rate = o.Resolution
	if o.Quality == Modularity && l.total > 0 {
		l.rate /= l.total
	}
	return l
}

func (l *level) len() int { return len(l.size) }

// all lists all vertices; as a partition, each is by itself.
func (l *level) all() []uint32 {
	list := make([]uint32, l.len())
	for v := range list {
		list[v] = uint32(v)
	}
	return list
}

func (l *level) degree(v uint32) int { return int(l.end[v] - l.offset[v]) }

// arcs returns where the arcs of a vertex go and their weights, nil for all 1.
func (l *level) arcs(v uint32) ([]uint32, []float32) {
	from, end := l.offset[v], l.end[v]
	if l.weight == nil {
		return l.to[from:end], nil
	}
	return l.to[from:end], l.weight[from:end]
}

// quality returns the quality of a partition.
func (l *level) quality(of []uint32) float64 {
	if l.total == 0 {
		return 0
	}
	size := make([]float64, l.len())
	within := sumParts(l.len(), func(from, end int) float64 {
		within := 0.0
		for v := from; v < end; v++ {
			if l.loop != nil {
				within += l.loop[v]
			}
			to, weight := l.arcs(uint32(v))
			c := of[v]
			if weight == nil {
				n := 0
				for _, u := range to {
					if of[u] == c {
						n++
					}
				}
				within += float64(n)
				continue
			}
			for i, u := range to {
				if of[u] == c {
					within += float64(weight[i])
				}
			}
		}
		return within
	})
	for v, s := range l.size {
		size[of[v]] += s
	}
	cost := 0.0
	for _, s := range size {
		cost += l.rate * s * s
	}
	return (within - cost) / l.total
}

// grouped lists the vertices of each group, ascending: those of group c are
// members[start[c]:start[c+1]].
func grouped(group []uint32, groups int) (start, members []uint32) {
	start = make([]uint32, groups+1)
	for _, c := range group {
		start[c+1]++
	}
	for c := range groups {
		start[c+1] += start[c]
	}
	members = make([]uint32, len(group))
	next := slices.Clone(start[:groups])
	for v, c := range group {
		members[next[c]] = uint32(v)
		next[c]++
	}
	return start, members
}

// eachGroup has workers take groups that are not empty.
func eachGroup(start, members []uint32, worker func() func(list []uint32)) {
	var first []uint32 // of each: where it starts
	for c, at := range start[:len(start)-1] {
		if at < start[c+1] {
			first = append(first, at)
		}
	}
	first = append(first, uint32(len(members)))
	n := len(first) - 1
	parallel.Blocks(n, max(1, n/256), func() func(from, end int) {
		f := worker()
		return func(from, end int) {
			for c := from; c < end; c++ {
				f(members[first[c]:first[c+1]])
			}
		}
	})
}

// permuted returns the level with its vertices in another order.
func (l *level) permuted(order []uint32) *level {
	n := l.len()
	out := &level{offset: make([]int64, n+1), to: make([]uint32, len(l.to)), size: make([]float64, n), total: l.total, rate: l.rate, pace: l.pace, gains: l.gains}
	if l.weight != nil {
		out.weight = make([]float32, len(l.weight))
	}
	number := make([]uint32, n)
	for i, v := range order {
		number[v] = uint32(i)
		out.size[i] = l.size[v]
		out.offset[i+1] = out.offset[i] + int64(l.degree(v))
	}
	out.end = out.offset[1:]
	inParts(n, func(from, end int) {
		for i := from; i < end; i++ {
			at := out.offset[i]
			to, weight := l.arcs(order[i])
			for k, u := range to {
				out.to[at+int64(k)] = number[u]
			}
			if weight != nil {
				copy(out.weight[at:], weight)
			}
		}
	})
	return out
}

// numbered numbers communities from 0 by their first vertices, and returns how many there
// are.
func numbered(of []uint32) int {
	number := make([]uint32, len(of))
	n := uint32(0)
	for v, c := range of {
		if number[c] == 0 {
			n++
			number[c] = n
		}
		of[v] = number[c] - 1
	}
	return int(n)
}

// inParts calls f for blocks of 0 to n, several at a time.
func inParts(n int, f func(from, end int)) {
	parallel.Blocks(n, 1<<10, func() func(from, end int) { return f })
}

// sumParts adds up what f returns for the blocks of 0 to n, in order.
func sumParts(n int, f func(from, end int) float64) float64 {
	const block = 1 << 10
	sums := make([]float64, (n+block-1)/block)
	parallel.Blocks(n, block, func() func(from, end int) {
		return func(from, end int) { sums[from/block] = f(from, end) }
	})
	total := 0.0
	for _, s := range sums {
		total += s
	}
	return total
}
