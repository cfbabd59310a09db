package centrality

import (
	"container/heap"
	"context"
	"math"
	"slices"
	"sync/atomic"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// Betweenness returns of each vertex the sum, over all pairs of others, of the share of
// their shortest paths that go through it (Freeman 1977; algorithm of Brandes 2001). In
// an undirected graph each pair counts once. Where the lengths of ties are asked for, a tie
// is as long as its weight is small: 1/weight; else all are 1. Progress is told the
// share that is done; nil: nobody.
func Betweenness(ctx context.Context, g *graph.Graph, lengths bool, progress func(done float64)) ([]float64, error) {
	n := g.Len()
	var sums [parts][]float64
	var done atomic.Int64
	tell := func(sources int) {
		if d := done.Add(int64(sources)); progress != nil {
			progress(float64(d) / float64(n))
		}
	}
	lengths = lengths && g.Weighted()
	in := g.Reverse()
	together := !lengths && shallow(g) && shallow(in)
	var order []uint32
	if together { // what most ties lead to lies in few lines of memory
		order = byValue(degrees(g))
		g = g.Ordered(order)
		in = g.Reverse()
	}
	parallel.For(parts, func(p int) {
		sums[p] = make([]float64, n)
		if together {
			betweenTogether(ctx, g, in, p, sums[p], tell)
		} else {
			betweenOneByOne(ctx, g, lengths, p, sums[p], tell)
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	total := make([]float64, n)
	for _, s := range sums {
		for v, x := range s {
			if together {
				v = int(order[v])
			}
			total[v] += x
		}
	}
	if !g.Directed {
		for v := range total {
			total[v] /= 2
		}
	}
	return total, nil
}

// betweenTogether adds the searches of one of the parts of all vertices to sums, several
// at once.
func betweenTogether(ctx context.Context, g, in *graph.Graph, part int, sums []float64, tell func(sources int)) {
	l := newLevels(g, in)
	for v := part * together; v < g.Len() && ctx.Err() == nil; v += parts * together {
		end := min(g.Len(), v+together)
		l.from(v, end, sums)
		tell(end - v)
	}
}

// betweenOneByOne does the same with a queue of vertices.
func betweenOneByOne(ctx context.Context, g *graph.Graph, lengths bool, part int, sums []float64, tell func(sources int)) {
	s := newSearch(g.Len())
	for v := part; v < g.Len() && ctx.Err() == nil; v += parts {
		if lengths {
			s.dijkstra(g, uint32(v))
		} else {
			s.breadthFirst(g, uint32(v))
		}
		s.accumulate(g, uint32(v), sums)
		tell(1)
	}
}

// search is the shortest paths from one vertex.
type search struct {
	order    []uint32  // vertices as they were reached
	distance []float64 // -1: not reached
	paths    []float64 // how many shortest ones
	pairs    []float64 // share of pairs that pass
	queue    byDistance
	settled  []bool
}

func newSearch(n int) *search {
	s := &search{order: make([]uint32, 0, n), distance: make([]float64, n), paths: make([]float64, n), pairs: make([]float64, n), settled: make([]bool, n)}
	for v := range s.distance {
		s.distance[v] = -1
	}
	return s
}

func (s *search) breadthFirst(g *graph.Graph, from uint32) {
	s.distance[from], s.paths[from] = 0, 1
	s.order = append(s.order, from)
	for i := 0; i < len(s.order); i++ {
		v := s.order[i]
		next := s.distance[v] + 1
		for _, u := range g.Neighbours(v) {
			if s.distance[u] < 0 {
				s.distance[u] = next
				s.order = append(s.order, u)
			}
			if s.distance[u] == next {
				s.paths[u] += s.paths[v]
			}
		}
	}
}

// near is how far two lengths may differ to be one, relatively: sums in another order.
const near = 1e-12

func (s *search) dijkstra(g *graph.Graph, from uint32) {
	s.distance[from], s.paths[from] = 0, 1
	s.queue = append(s.queue[:0], reached{0, from})
	for len(s.queue) > 0 {
		at := heap.Pop(&s.queue).(reached)
		v := at.vertex
		if s.settled[v] {
			continue
		}
		s.settled[v] = true
		s.order = append(s.order, v)
		to, weights := g.Arcs(v)
		for i, u := range to {
			d := s.distance[v] + 1/float64(weights[i])
			switch {
			case s.settled[u] && !same(s.distance[u], d):
			case s.distance[u] < 0 || d < s.distance[u] && !same(s.distance[u], d):
				s.distance[u], s.paths[u] = d, s.paths[v]
				heap.Push(&s.queue, reached{d, u})
			case same(s.distance[u], d) && !s.settled[u]:
				s.paths[u] += s.paths[v]
			}
		}
	}
}

func same(a, b float64) bool { return math.Abs(a-b) <= near*max(a, b) }

// accumulate adds what each vertex has to do with the pairs of one vertex, from the
// farthest back, and makes the search ready for the next.
func (s *search) accumulate(g *graph.Graph, from uint32, sums []float64) {
	weighted := len(s.order) > 0 && s.settled[from]
	for _, v := range slices.Backward(s.order) {
		to, weights := g.Arcs(v)
		for k, u := range to {
			length := 1.0
			if weighted {
				length = 1 / float64(weights[k])
			}
			if d := s.distance[v] + length; s.distance[u] >= 0 && (d == s.distance[u] || weighted && same(d, s.distance[u])) {
				s.pairs[v] += s.paths[v] / s.paths[u] * (1 + s.pairs[u])
			}
		}
		if v != from {
			sums[v] += s.pairs[v]
		}
	}
	s.forget()
}

// forget makes the search ready for the next.
func (s *search) forget() {
	for _, v := range s.order {
		s.distance[v], s.paths[v], s.pairs[v], s.settled[v] = -1, 0, 0, false
	}
	s.order = s.order[:0]
}

type reached struct {
	distance float64
	vertex   uint32
}

type byDistance []reached

func (q byDistance) Len() int { return len(q) }
func (q byDistance) Less(i, j int) bool {
	return q[i].distance < q[j].distance || q[i].distance == q[j].distance && q[i].vertex < q[j].vertex
}
func (q byDistance) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *byDistance) Push(x any)   { *q = append(*q, x.(reached)) }
func (q *byDistance) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
