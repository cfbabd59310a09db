package centrality

import (
	"context"
	"math/bits"
	"sync/atomic"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// Distances is how far the others are from each vertex, by the number of ties.
type Distances struct {
	Harmonic []float64 // sum of 1/distance (Marchiori and Latora 2000)
	Sum      []int64   // of distances to those that can be reached
	Reached  []int     // how many those are
}

// lanes is one bit for each of the vertices that are measured from at once.
type lanes [4]uint64

const width = 256 // of lanes

// AllDistances measures from all vertices, 256 at a time in the bits of words (Then et al.
// 2014). In a directed graph it follows arcs. Progress is told the share that is done;
// nil: nobody.
func AllDistances(ctx context.Context, g *graph.Graph, progress func(done float64)) (*Distances, error) {
	n := g.Len()
	out := &Distances{Harmonic: make([]float64, n), Sum: make([]int64, n), Reached: make([]int, n)}
	in := g.Reverse()
	batches := (n + width - 1) / width
	var sums [parts]*Distances
	var done atomic.Int64
	parallel.For(min(parts, batches), func(p int) {
		s := &sweep{
			in: in, out: g, sum: &Distances{Harmonic: make([]float64, n), Sum: make([]int64, n), Reached: make([]int, n)},
			seen: make([]lanes, n), now: make([]lanes, n), next: make([]lanes, n),
		}
		for b := p; b < batches && ctx.Err() == nil; b += parts {
			s.from(b*width, min(n, (b+1)*width))
			if d := done.Add(1); progress != nil {
				progress(float64(d) / float64(batches))
			}
		}
		sums[p] = s.sum
	})
	for _, s := range sums {
		if s == nil {
			continue
		}
		for v := range n {
			out.Harmonic[v] += s.Harmonic[v]
			out.Sum[v] += s.Sum[v]
			out.Reached[v] += s.Reached[v]
		}
	}
	return out, ctx.Err()
}

// sweep is searches from many vertices at once. They go against the arcs, so that who
// is found counts for who finds.
type sweep struct {
	in, out         *graph.Graph
	sum             *Distances
	seen, now, next []lanes
	active, touched []uint32
}

func (s *sweep) from(first, end int) {
	clear(s.seen)
	full := lanes{}
	s.active = s.active[:0]
	for v := first; v < end; v++ {
		i := v - first
		s.seen[v][i/64] |= 1 << (i % 64)
		s.now[v] = s.seen[v]
		full[i/64] |= 1 << (i % 64)
		s.active = append(s.active, uint32(v))
	}
	offset, _, _ := s.out.Rows()
	arcs := int(offset[s.out.Len()])
	for distance := 1; len(s.active) > 0; distance++ {
		work := 0
		for _, v := range s.active {
			work += s.in.Degree(v)
		}
		s.touched = s.touched[:0]
		if work > arcs/4 {
			s.pull(full)
		} else {
			s.push()
		}
		for _, v := range s.active {
			s.now[v] = lanes{}
		}
		for _, u := range s.touched {
			found := 0
			for k, w := range s.next[u] {
				s.seen[u][k] |= w
				found += bits.OnesCount64(w)
			}
			s.sum.Harmonic[u] += float64(found) / float64(distance)
			s.sum.Sum[u] += int64(found) * int64(distance)
			s.sum.Reached[u] += found
		}
		s.now, s.next = s.next, s.now
		s.active, s.touched = s.touched, s.active
	}
}

// push carries what is at active vertices to those who are tied to them.
func (s *sweep) push() {
	for _, v := range s.active {
		front := s.now[v]
		for _, u := range s.in.Neighbours(v) {
			seen, next := &s.seen[u], &s.next[u]
			a, b, c, d := front[0]&^seen[0], front[1]&^seen[1], front[2]&^seen[2], front[3]&^seen[3]
			if a|b|c|d != 0 {
				if next[0]|next[1]|next[2]|next[3] == 0 {
					s.touched = append(s.touched, u)
				}
				next[0], next[1], next[2], next[3] = next[0]|a, next[1]|b, next[2]|c, next[3]|d
			}
		}
	}
}

// pull has every vertex look at those that it is tied to.
func (s *sweep) pull(full lanes) {
	for u := range uint32(len(s.seen)) {
		seen := &s.seen[u]
		if *seen == full {
			continue
		}
		var a, b, c, d uint64
		for _, v := range s.out.Neighbours(u) {
			front := &s.now[v]
			a, b, c, d = a|front[0], b|front[1], c|front[2], d|front[3]
		}
		next := lanes{a &^ seen[0], b &^ seen[1], c &^ seen[2], d &^ seen[3]}
		if next != (lanes{}) {
			s.next[u] = next
			s.touched = append(s.touched, u)
		}
	}
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
