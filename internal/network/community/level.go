package community

import (
	"math/rand/v2"
	"slices"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// level is a graph whose vertices stand for groups of vertices.
type level struct {
	offset []int64
	to     []uint32
	weight []float32 // nil: all 1
	loop   []float64 // twice the weight of ties within a vertex; nil: none
	size   []float64 // of a vertex, as the quality counts: its strength, or how many it stands for
	total  float64   // twice the weight of all ties
	rate   float64   // what size times size costs
	long   bool      // there is so much of it that the last bit of quality is not worth the time
}

func newLevel(g *graph.Graph, o Options) *level {
	n := g.Len()
	l := &level{size: make([]float64, n)}
	l.offset, l.to, l.weight = g.Rows()
	l.long = len(l.to) > shortRun
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

// arcs returns where the arcs of a vertex go and their weights, nil for all 1.
func (l *level) arcs(v uint32) ([]uint32, []float32) {
	from, end := l.offset[v], l.offset[v+1]
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
			for i, u := range to {
				if of[u] == of[v] {
					if weight == nil {
						within++
					} else {
						within += float64(weight[i])
					}
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

// refine parts each community into well connected groups: vertices that are by themselves
// join the group that they gain most by. It returns the group of each vertex, numbered
// from 0, and how many there are. Communities do not touch each other, so that the
// result does not depend on the number of cores.
func (l *level) refine(of []uint32, random *rand.Rand) (refined []uint32, groups int) {
	n := l.len()
	start, members := grouped(of, n)
	r := &refinement{l, of, make([]uint32, n), make([]float64, n), make([]float64, n), make([]bool, n), random.Uint64()}
	const block = 1 << 10
	parallel.Blocks(n, block, func() func(from, end int) {
		g := &gain{}
		return func(from, end int) {
			for c := from; c < end; c++ {
				if list := members[start[c]:start[c+1]]; len(list) > 0 {
					r.community(uint32(c), list, g)
				}
			}
		}
	})
	return r.group, numbered(r.group)
}

// refinement is groups while they form.
type refinement struct {
	*level

	of      []uint32
	group   []uint32
	size    []float64 // of each group
	outside []float64 // weight of its ties to the rest of its community
	alone   []bool
	seed    uint64
}

// community parts one community.
func (r *refinement) community(c uint32, list []uint32, g *gain) {
	all := 0.0
	for _, v := range list {
		r.group[v], r.alone[v], r.size[v] = v, true, r.level.size[v]
		all += r.level.size[v]
		to, weight := r.arcs(v)
		g.start(len(to), len(to))
		outside := 0.0
		for i, of := range g.lookUp(to, r.of) {
			if of == c {
				if weight == nil {
					outside++
				} else {
					outside += float64(weight[i])
				}
			}
		}
		r.outside[v] = outside
	}
	if len(list) == 1 {
		return
	}
	well := func(group uint32) bool { return r.outside[group] >= r.rate*r.size[group]*(all-r.size[group]) }
	if r.len() <= large {
		rand.New(rand.NewPCG(r.seed, uint64(c))).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	for _, v := range list {
		if !r.alone[v] || !well(v) {
			continue
		}
		to, weight := r.arcs(v)
		g.start(len(to), len(to))
		for i, of := range g.lookUp(to, r.of) {
			if of != c {
				continue
			}
			w := 1.0
			if weight != nil {
				w = float64(weight[i])
			}
			g.add(r.group[to[i]], w)
		}
		best, value, tied := v, 0.0, 0.0
		for _, s := range g.used {
			d, w := g.table[s].key-1, g.table[s].weight
			if x := w - r.rate*r.level.size[v]*r.size[d]; d != v && (x > value || x == value && d < best && best != v) && well(d) {
				best, value, tied = d, x, w
			}
		}
		g.clear()
		if best == v {
			continue
		}
		r.group[v] = best
		r.alone[v], r.alone[best] = false, false
		r.size[best] += r.size[v]
		r.outside[best] += r.outside[v] - 2*tied
		r.size[v] = 0
	}
}

// aggregate makes vertices of groups. It returns their graph and the partition of them that
// of is.
func (l *level) aggregate(group []uint32, n int, of []uint32) (*level, []uint32) {
	out := &level{offset: make([]int64, n+1), loop: make([]float64, n), size: make([]float64, n), total: l.total, rate: l.rate, long: l.long}
	start, members := grouped(group, n)
	const block = 1 << 10
	blocks := (n + block - 1) / block
	rows := make([]row, blocks)
	parallel.Blocks(blocks, 1, func() func(from, end int) {
		g := &gain{}
		return func(from, end int) {
			for b := from; b < end; b++ {
				for c := b * block; c < min(n, (b+1)*block); c++ {
					rows[b].group(l, out, uint32(c), members[start[c]:start[c+1]], group, g)
				}
			}
		}
	})
	for c := range n {
		out.offset[c+1] += out.offset[c]
	}
	out.to, out.weight = make([]uint32, out.offset[n]), make([]float32, out.offset[n])
	parallel.Blocks(blocks, 1, func() func(from, end int) {
		return func(from, end int) {
			for b := from; b < end; b++ {
				copy(out.to[out.offset[b*block]:], rows[b].to)
				copy(out.weight[out.offset[b*block]:], rows[b].weight)
				rows[b] = row{}
			}
		}
	})
	// The communities, numbered by the groups that are in them.
	first := make([]uint32, l.len())
	partition := make([]uint32, n)
	for c := range uint32(n) {
		community := of[members[start[c]]]
		if first[community] == 0 {
			first[community] = c + 1
		}
		partition[c] = first[community] - 1
	}
	return out, partition
}

// permuted returns the level with its vertices in another order.
func (l *level) permuted(order []uint32) *level {
	n := l.len()
	out := &level{offset: make([]int64, n+1), to: make([]uint32, len(l.to)), size: make([]float64, n), total: l.total, rate: l.rate, long: l.long}
	if l.weight != nil {
		out.weight = make([]float32, len(l.weight))
	}
	number := make([]uint32, n)
	for i, v := range order {
		number[v] = uint32(i)
		out.size[i] = l.size[v]
		out.offset[i+1] = out.offset[i] + l.offset[v+1] - l.offset[v]
	}
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

// split parts communities that are not connected. It returns the new partition, numbered
// from 0.
func (l *level) split(of []uint32) []uint32 {
	out := make([]uint32, len(of))
	done := make([]bool, len(of))
	var stack []uint32
	n := uint32(0)
	for v := range uint32(len(of)) {
		if done[v] {
			continue
		}
		done[v] = true
		for stack = append(stack, v); len(stack) > 0; {
			u := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			out[u] = n
			to, _ := l.arcs(u)
			for _, w := range to {
				if !done[w] && of[w] == of[u] {
					done[w] = true
					stack = append(stack, w)
				}
			}
		}
		n++
	}
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

// row is the arcs of some groups.
type row struct {
	to     []uint32
	weight []float32
}

// group appends the arcs of a group and counts them.
func (r *row) group(l, out *level, c uint32, members, group []uint32, g *gain) {
	n, all := 0, 0
	for _, v := range members {
		degree := int(l.offset[v+1] - l.offset[v])
		n, all = max(n, degree), all+degree
		out.size[c] += l.size[v]
		if l.loop != nil {
			out.loop[c] += l.loop[v]
		}
	}
	g.start(n, min(all, out.len()))
	for _, v := range members {
		to, weight := l.arcs(v)
		for i, d := range g.lookUp(to, group) {
			w := 1.0
			if weight != nil {
				w = float64(weight[i])
			}
			g.add(d, w)
		}
	}
	for _, s := range g.used {
		if d, w := g.table[s].key-1, g.table[s].weight; d == c {
			out.loop[c] += w
		} else {
			r.to, r.weight = append(r.to, d), append(r.weight, float32(w))
			out.offset[c+1]++
		}
	}
	g.clear()
}

// inParts calls f for blocks of 0 to n, several at a time.
func inParts(n int, f func(from, end int)) {
	parallel.Blocks(n, 1<<14, func() func(from, end int) { return f })
}

// sumParts adds up what f returns for the blocks of 0 to n, in order.
func sumParts(n int, f func(from, end int) float64) float64 {
	const block = 1 << 14
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
