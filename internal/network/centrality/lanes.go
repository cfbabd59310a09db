package centrality

import "skein/internal/network/graph"

// together is how many vertices paths are counted from at once, side by side in memory.
const together = 8

// row8 is a value for each of them.
type row8 [together]float64

// deepest is the most rounds of a graph in which paths are counted level by level, from
// several vertices at once: each round looks at all ties.
const deepest = 16

// shallow reports whether every part of a graph is within few steps: by two searches, the
// second from where the first ended.
func shallow(g *graph.Graph) bool {
	if g.Len() < 4*together {
		return false
	}
	most := uint32(0)
	for v := range uint32(g.Len()) {
		if g.Degree(v) > g.Degree(most) {
			most = v
		}
	}
	s := newSearch(g.Len())
	for range 2 {
		s.breadthFirst(g, most)
		last := s.order[len(s.order)-1]
		depth := s.distance[last]
		s.forget()
		if depth > deepest {
			return false
		}
		most = last
	}
	return true
}

// levels counts the shortest paths from several vertices at once, level by level: what is
// not on a level of a vertex counts as 0, so that no tie needs a decision.
type levels struct {
	kernels

	in, out *graph.Graph

	paths, pairs []row8
	front, next  []row8  // of what is on the level; 0 elsewhere
	level        [][]on  // who is on each level
	seen         []uint8 // bits
	listed       []bool  // in near
	near         []uint32
}

// on is a vertex on a level, with the bits of those from where it is.
type on struct {
	vertex uint32
	bits   uint8
}

func newLevels(g, in *graph.Graph) *levels {
	n := g.Len()
	return &levels{
		kernels: newKernels(), in: in, out: g, paths: make([]row8, n), pairs: make([]row8, n), front: make([]row8, n), next: make([]row8, n), seen: make([]uint8, n), listed: make([]bool, n),
	}
}

// from adds what each vertex has to do with the pairs of vertices first to end to sums.
func (l *levels) from(first, end int, sums []float64) {
	clear(l.seen)
	clear(l.paths)
	clear(l.pairs)
	all := uint8(1<<(end-first) - 1)
	l.level = l.level[:0]
	l.add()
	for v := first; v < end; v++ {
		bit := uint8(1) << (v - first)
		l.seen[v] = bit
		l.paths[v][v-first], l.front[v][v-first] = 1, 1
		l.level[0] = append(l.level[0], on{uint32(v), bit})
	}
	for d := 0; len(l.level[d]) > 0; d++ {
		l.add()
		l.forward(d, all)
	}
	for d := len(l.level) - 2; d > 0; d-- {
		l.back(d)
	}
	for v := first; v < end; v++ { // not of the pairs that it is an end of
		l.pairs[v][v-first] = 0
	}
	for v := range sums {
		p := &l.pairs[v]
		sums[v] += p[0] + p[1] + p[2] + p[3] + p[4] + p[5] + p[6] + p[7]
	}
}

// add adds an empty level.
func (l *levels) add() {
	if len(l.level) < cap(l.level) {
		l.level = l.level[:len(l.level)+1]
		l.level[len(l.level)-1] = l.level[len(l.level)-1][:0]
		return
	}
	l.level = append(l.level, nil)
}

// forward finds the level after d.
func (l *levels) forward(d int, all uint8) {
	work := 0
	for _, o := range l.level[d] {
		work += l.out.Degree(o.vertex)
	}
	if work < len(l.seen)/4 { // only those next to the level
		l.near = l.near[:0]
		for _, o := range l.level[d] {
			for _, u := range l.out.Neighbours(o.vertex) {
				if fresh := all &^ l.seen[u]; fresh != 0 && !l.listed[u] {
					l.listed[u] = true
					l.near = append(l.near, u)
				}
			}
		}
		for _, u := range l.near {
			l.listed[u] = false
			l.reach(d, u, all&^l.seen[u])
		}
	} else {
		for u, seen := range l.seen {
			if fresh := all &^ seen; fresh != 0 {
				l.reach(d, uint32(u), fresh)
			}
		}
	}
	for _, o := range l.level[d] {
		l.front[o.vertex] = row8{}
	}
	l.front, l.next = l.next, l.front
}

// reach puts a vertex on the level after d, where one of those on d is tied to it.
func (l *levels) reach(d int, u uint32, fresh uint8) {
	if found := l.countPaths(l.front, l.in.Neighbours(u), &l.paths[u], &l.next[u], fresh); found != 0 {
		l.seen[u] |= found
		l.level[d+1] = append(l.level[d+1], on{u, found})
	}
}

// back carries the pairs of level d to the level before.
func (l *levels) back(d int) {
	for _, o := range l.level[d] {
		l.share(&l.front[o.vertex], &l.paths[o.vertex], &l.pairs[o.vertex], o.bits)
	}
	for _, o := range l.level[d-1] {
		l.carryPairs(l.front, l.out.Neighbours(o.vertex), &l.paths[o.vertex], &l.pairs[o.vertex], o.bits)
	}
	for _, o := range l.level[d] {
		l.front[o.vertex] = row8{}
	}
}
