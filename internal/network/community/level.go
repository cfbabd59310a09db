package community

import (
	"math/rand/v2"
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
	long   bool      // there is so much of it that the last bit of quality is not worth the time
}

func newLevel(g *graph.Graph, o Options) *level {
	n := g.Len()
	l := &level{size: make([]float64, n), gains: &gains{vertices: n}}
	l.offset, l.to, l.weight = g.Rows()
	l.end = l.offset[1:]
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

// refine parts each community into well connected groups: vertices that are by themselves
// join the group that they gain most by. It returns the group of each vertex, numbered
// from 0, and how many there are. Communities do not touch each other, so that the
// result does not depend on the number of cores.
func (l *level) refine(of []uint32, random *rand.Rand) (refined []uint32, groups int) {
	n := l.len()
	start, members := grouped(of, n)
	r := &refinement{l, of, make([]uint32, n), make([]float64, n), make([]float64, n), make([]bool, n), random.Uint64()}
	eachGroup(start, members, func() func(list []uint32) {
		return func(list []uint32) {
			g := l.gains.take()
			defer l.gains.give(g)
			r.community(of[list[0]], list, g)
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
	outside []float64 // weight of its ties to the rest of its community; unknown: not yet looked at
	alone   []bool
	seed    uint64
}

const unknown = -1

// community parts one community.
func (r *refinement) community(c uint32, list []uint32, g *gain) {
	all := 0.0
	for _, v := range list {
		r.group[v], r.alone[v], r.size[v], r.outside[v] = v, true, r.level.size[v], unknown
		all += r.level.size[v]
	}
	if len(list) == 1 {
		return
	}
	well := func(group uint32) bool {
		if r.outside[group] == unknown { // it is a vertex
			r.outside[group] = r.within(group, c)
		}
		return r.outside[group] >= r.rate*r.size[group]*(all-r.size[group])
	}
	if !r.long {
		rand.New(rand.NewPCG(r.seed, uint64(c))).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	for _, v := range list {
		if !r.alone[v] {
			continue
		}
		var near []uint32
		var weight []float32
		if near, weight, r.outside[v] = r.inside(v, c, g); !well(v) {
			continue
		}
		for i, u := range near {
			near[i] = r.group[u]
		}
		g.gather(near, weight)
		best, value, tied := v, 0.0, 0.0
		for _, d := range near {
			w := g.take(d)
			if w <= value || d == v {
				continue
			}
			if x := w - r.rate*r.level.size[v]*r.size[d]; x > value && well(d) {
				best, value, tied = d, x, w
			}
		}
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

// within returns the weight of the ties of a vertex to others of its community.
func (r *refinement) within(v, c uint32) float64 {
	to, weight := r.arcs(v)
	n, sum := 0, 0.0
	for i, u := range to {
		if r.of[u] == c {
			n++
			if weight != nil {
				sum += float64(weight[i])
			}
		}
	}
	if weight == nil {
		return float64(n)
	}
	return sum
}

// inside returns the neighbours of a vertex in its community, the weights of its ties to
// them, nil for all 1, and their sum.
func (r *refinement) inside(v, c uint32, g *gain) (near []uint32, weights []float32, sum float64) {
	to, weight := r.arcs(v)
	g.near = slices.Grow(g.near[:0], len(to)+1)
	near = g.near[:len(to)+1]
	n := 0
	if weight == nil {
		for _, u := range to {
			near[n] = u
			if r.of[u] == c {
				n++
			}
		}
		return near[:n], nil, float64(n)
	}
	g.weight = slices.Grow(g.weight[:0], len(to)+1)
	weights = g.weight[:len(to)+1]
	for i, u := range to {
		near[n], weights[n] = u, weight[i]
		if r.of[u] == c {
			n++
		}
	}
	for _, w := range weights[:n] {
		sum += float64(w)
	}
	return near[:n], weights[:n], sum
}

// aggregate makes vertices of groups. It returns their graph and the partition of them that
// of is.
func (l *level) aggregate(group []uint32, n int, of []uint32) (*level, []uint32) {
	out := &level{offset: make([]int64, n), end: make([]int64, n), loop: make([]float64, n), size: make([]float64, n), total: l.total, rate: l.rate, long: l.long, gains: l.gains}
	start, members := grouped(group, n)
	// Groups write their arcs side by side in blocks, each into as much room as they could need.
	block := max(1, min(512, n/64))
	blocks := (n + block - 1) / block
	room := make([]int64, blocks+1)
	parallel.For(blocks, func(b int) {
		for c := b * block; c < min(n, (b+1)*block); c++ {
			all := 0
			for _, v := range members[start[c]:start[c+1]] {
				out.size[c] += l.size[v]
				if l.loop != nil {
					out.loop[c] += l.loop[v]
				}
				all += l.degree(v)
			}
			room[b+1] += int64(min(all, n))
		}
		room[b+1]++ // for one that is written and not kept
	})
	for b := range blocks {
		room[b+1] += room[b]
	}
	out.to, out.weight = make([]uint32, room[blocks]), make([]float32, room[blocks])
	parallel.Blocks(blocks, 1, func() func(from, end int) {
		return func(b, _ int) {
			g := l.gains.take()
			defer l.gains.give(g)
			at := room[b]
			for c := b * block; c < min(n, (b+1)*block); c++ {
				at = out.group(l, uint32(c), at, members[start[c]:start[c+1]], group, g)
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
	out := &level{offset: make([]int64, n+1), to: make([]uint32, len(l.to)), size: make([]float64, n), total: l.total, rate: l.rate, long: l.long, gains: l.gains}
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

// split parts communities that are not connected. It returns the new partition, numbered
// from 0.
func (l *level) split(of []uint32) []uint32 {
	start, members := grouped(of, l.len())
	s := &splitting{l, of, make([]uint32, l.len()), make([]uint32, l.len())}
	eachGroup(start, members, func() func(list []uint32) { return s.community })
	numbered(s.part)
	return s.part
}

// splitting is parts of communities while they are found.
type splitting struct {
	*level

	of   []uint32
	part []uint32 // of each vertex: an earlier one of the same part, at last the first
	size []uint32 // of each part, by its first vertex
}

// community finds the parts of a community, whose vertices ascend. Most vertices have a tie
// to an earlier one.
func (s *splitting) community(list []uint32) {
	c := s.of[list[0]]
	parts := 0
	for _, v := range list {
		s.part[v] = v
		parts++
		to, _ := s.arcs(v)
		for _, u := range to {
			if u < v && s.of[u] == c {
				s.part[v] = s.part[u]
				parts--
				break
			}
		}
	}
	if parts > 1 {
		s.join(list)
	}
	for _, v := range list {
		s.part[v] = s.find(v)
	}
}

// join makes parts of a community that are tied to each other one. All but the largest are
// gone through.
func (s *splitting) join(list []uint32) {
	largest := list[0]
	for _, v := range list {
		part := s.part[v]
		if s.size[part]++; s.size[part] > s.size[largest] {
			largest = part
		}
	}
	for _, v := range list {
		if s.find(v) == s.find(largest) {
			continue
		}
		to, _ := s.arcs(v)
		for _, u := range to {
			if s.of[u] == s.of[v] {
				a, b := s.find(u), s.find(v)
				s.part[max(a, b)] = min(a, b)
			}
		}
	}
}

// find returns the first vertex of a part.
func (s *splitting) find(v uint32) uint32 {
	for s.part[v] != v {
		s.part[v] = s.part[s.part[v]]
		v = s.part[v]
	}
	return v
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

// group writes the arcs of a group of a level below from some place on, and returns where
// they end.
func (l *level) group(below *level, c uint32, at int64, members, group []uint32, g *gain) int64 {
	list := l.to[at:]
	n := 0
	g.unit = below.weight == nil
	for _, v := range members {
		to, weight := below.arcs(v)
		n = g.list(to, weight, group, list, n)
	}
	l.offset[c] = at
	for _, d := range list[:n] {
		w := g.take(d)
		if d == c {
			l.loop[c] += w
			continue
		}
		l.to[at], l.weight[at] = d, float32(w)
		at++
	}
	l.end[c] = at
	return at
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
