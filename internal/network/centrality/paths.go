package centrality

import (
	"container/heap"
	"context"
	"math"
	"math/bits"
	"slices"
	"sync/atomic"

	"skein/internal/network/graph"
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
	each(parts, func(p int) {
		sums[p] = make([]float64, n)
		s := newSearch(n)
		for v := p; v < n; v += parts {
			if ctx.Err() != nil {
				return
			}
			if lengths && g.Weighted() {
				s.dijkstra(g, uint32(v))
			} else {
				s.breadthFirst(g, uint32(v))
			}
			s.accumulate(g, uint32(v), sums[p])
			if d := done.Add(1); progress != nil && d%64 == 0 {
				progress(float64(d) / float64(n))
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	total := make([]float64, n)
	for _, s := range sums {
		for v, x := range s {
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

// Distances is how far the others are from each vertex, by the number of ties.
type Distances struct {
	Harmonic []float64 // sum of 1/distance (Marchiori and Latora 2000)
	Sum      []int64   // of distances to those that can be reached
	Reached  []int     // how many those are
}

// AllDistances measures from all vertices, 64 at a time in the bits of a word (Then et al.
// 2014). In a directed graph it follows arcs.
func AllDistances(ctx context.Context, g *graph.Graph) (*Distances, error) {
	n := g.Len()
	out := &Distances{Harmonic: make([]float64, n), Sum: make([]int64, n), Reached: make([]int, n)}
	const width = 64
	each((n+width-1)/width, func(batch int) {
		if ctx.Err() != nil {
			return
		}
		first := batch * width
		count := min(width, n-first)
		seen, now, next := make([]uint64, n), make([]uint64, n), make([]uint64, n)
		active := make([]uint32, 0, n)
		for i := range count {
			v := uint32(first + i)
			seen[v], now[v] = 1<<i, 1<<i
			active = append(active, v)
		}
		var touched []uint32
		for distance := 1; len(active) > 0; distance++ {
			touched = touched[:0]
			for _, v := range active {
				front := now[v]
				now[v] = 0
				for _, u := range g.Neighbours(v) {
					if fresh := front &^ seen[u]; fresh != 0 {
						if next[u] == 0 {
							touched = append(touched, u)
						}
						next[u] |= fresh
					}
				}
			}
			var found [width]int
			for _, u := range touched {
				seen[u] |= next[u]
				for b := next[u]; b != 0; b &= b - 1 {
					found[bits.TrailingZeros64(b)]++
				}
			}
			for i := range count {
				out.Harmonic[first+i] += float64(found[i]) / float64(distance)
				out.Sum[first+i] += int64(found[i]) * int64(distance)
				out.Reached[first+i] += found[i]
			}
			now, next = next, now
			active, touched = touched, active
		}
	})
	return out, ctx.Err()
}

// Closeness returns of each vertex the inverse of its mean distance to those that it can
// reach, times the share of all others that these are (Wasserman and Faust 1994).
func (d *Distances) Closeness() []float64 {
	out := make([]float64, len(d.Sum))
	for v, sum := range d.Sum {
		if sum > 0 {
			reached := float64(d.Reached[v])
			out[v] = reached / float64(sum) * reached / float64(len(out)-1)
		}
	}
	return out
}
