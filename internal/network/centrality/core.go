// Package centrality measures who matters in a graph, each measure as its inventors
// defined it. Results are the same whatever the number of goroutines.
//
//	KCore                    the largest k such that a vertex is in a group of mutual degree k
//	Cut                      vertices and ties without which a part would fall off
//	Betweenness              how many shortest paths go through a vertex
//	Harmonic, Closeness      how near a vertex is to all others
//	PageRank, Eigenvector    ties to those who matter matter more
//	Clustering, Constraint   how far the neighbours of a vertex know each other
package centrality

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"skein/internal/hugepage"
	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// KCore returns the core number of each vertex of an undirected graph: the largest k such
// that the vertex is in a subgraph whose vertices all have degree k or more (Seidman
// 1983), by peeling (Batagelj and Zaversnik 2003; Kabir and Madduri 2017).
func KCore(g *graph.Graph) []int {
	n := g.Len()
	core := make([]int, n)
	degree, left := make([]uint32, n), make([]uint32, n) // of and among those that are left
	for v := range uint32(n) {
		degree[v], left[v] = uint32(g.Degree(v)), v
	}
	var front []uint32
	for k := uint32(0); len(left) > 0; k++ {
		least := uint32(math.MaxUint32)
		for _, v := range left {
			least = min(least, degree[v])
		}
		k = max(k, least)
		front = front[:0]
		for _, v := range left {
			if degree[v] <= k {
				front = append(front, v)
			}
		}
		for i := 0; i < len(front); i++ {
			core[front[i]] = int(k)
			for _, u := range g.Neighbours(front[i]) {
				if d := degree[u]; d > k {
					degree[u] = d - 1
					if d == k+1 {
						front = append(front, u)
					}
				}
			}
		}
		left = slices.DeleteFunc(left, func(v uint32) bool { return degree[v] <= k })
	}
	return core
}

// Bridge is a tie whose loss would part a component.
type Bridge struct{ A, B uint32 } // A before B

// Cut returns the vertices, ascending, and the ties of an undirected graph without which
// a component would fall apart: articulation points and bridges (Tarjan 1972). The search
// only numbers the vertices; how far up each reaches is looked up afterwards, in the order
// of memory, and carried up the tree from the last number to the first.
func Cut(g *graph.Graph) (points []uint32, bridges []Bridge) {
	n := g.Len()
	t := depthFirst(g, nil)
	reach := t.reach(g)                             // carried up below
	cut, parted := make([]bool, n), make([]bool, n) // by number; parted: a root with a part below it
	for i := uint32(n) - 1; i < uint32(n); i-- {
		up := t.above[i]
		if up == i {
			continue
		}
		a, b := t.vertex[i], t.vertex[up]
		if reach[i] > up {
			bridges = append(bridges, Bridge{min(a, b), max(a, b)})
		}
		if t.above[up] == up {
			cut[up], parted[up] = parted[up], true
		} else if reach[i] >= up {
			cut[up] = true
		}
		reach[up] = min(reach[up], reach[i])
	}
	for v, i := range t.number {
		if cut[i] {
			points = append(points, uint32(v))
		}
	}
	slices.SortFunc(bridges, func(a, b Bridge) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return points, bridges
}

// tree is the trees of a depth-first search, one for each component.
type tree struct {
	number []uint32 // of each vertex, from 0 in the order in which they are found, or out
	vertex []uint32 // of each number
	above  []uint32 // by number: the number of the vertex from which it was found; of a root, itself
}

// reach returns by number the first number that a vertex is tied to, but for the one above it.
func (t *tree) reach(g *graph.Graph) []uint32 {
	reach := make([]uint32, len(t.vertex))
	parallel.Blocks(len(t.number), 1<<12, func() func(from, end int) {
		return func(from, end int) {
			for v := from; v < end; v++ {
				i := t.number[v]
				if i == out {
					continue
				}
				above := t.vertex[t.above[i]]
				first := i
				for _, u := range g.Neighbours(uint32(v)) {
					if k := t.number[u]; k < first && u != above {
						first = k
					}
				}
				reach[i] = first
			}
		}
	})
	return reach
}

// out is the number of a vertex that a search leaves out.
const out = math.MaxUint32

// depthFirst searches a graph without some vertices.
func depthFirst(g *graph.Graph, without []uint32) *tree {
	n := g.Len()
	t := &tree{hugepage.Make[uint32](n), hugepage.Make[uint32](n)[:0], hugepage.Make[uint32](n)}
	found := make([]uint64, n/64+1) // bits: small enough to stay in a near cache
	for _, v := range without {
		found[v/64] |= 1 << (v % 64)
		t.number[v] = out
	}
	all := n - len(without)
	// visit is a vertex on the way from the root: its number and what is still to be looked at.
	type visit struct {
		number uint32
		rest   []uint32
	}
	var way []visit
	enter := func(v, above uint32) {
		i := uint32(len(t.vertex))
		t.number[v], t.above[i] = i, min(above, i)
		t.vertex = append(t.vertex, v)
		found[v/64] |= 1 << (v % 64)
		way = append(way, visit{i, g.Neighbours(v)})
	}
	for root := range uint32(n) {
		if found[root/64]>>(root%64)&1 == 0 {
			enter(root, math.MaxUint32)
		}
		for len(way) > 0 && len(t.vertex) < all {
			at := &way[len(way)-1]
			next := -1
			for i, u := range at.rest {
				if found[u/64]>>(u%64)&1 == 0 {
					next = i
					break
				}
			}
			if next < 0 {
				way = way[:len(way)-1]
				continue
			}
			u := at.rest[next]
			at.rest = at.rest[next+1:]
			enter(u, at.number)
		}
		way = way[:0]
	}
	return t
}

// Clustering returns of each vertex of an undirected graph the share of pairs of its
// neighbours that are tied (Watts and Strogatz 1998), 0 for fewer than two, and the
// number of triangles of the graph. Progress is told the share that is done; nil: nobody.
func Clustering(ctx context.Context, g *graph.Graph, progress func(done float64)) (local []float64, triangles int, err error) {
	n := g.Len()
	order := byValue(degrees(g))
	ordered := g.Ordered(order)
	// Each triangle is found once, from the last of its vertices, which has the fewest ties.
	earlier := func(v uint32) []uint32 {
		to := ordered.Neighbours(v)
		k, _ := slices.BinarySearch(to, v)
		return to[:k]
	}
	var workers sync.Mutex
	var counts [][]int
	err = eachVertex(ctx, n, progress, func() func(v uint32) {
		count := make([]int, n)
		mark := make([]uint32, n) // the vertex whose neighbours are marked, and one
		workers.Lock()
		counts = append(counts, count)
		workers.Unlock()
		return func(v uint32) {
			near := earlier(v)
			for _, u := range near {
				mark[u] = v + 1
			}
			for _, u := range near {
				for _, w := range earlier(u) {
					if mark[w] == v+1 {
						count[v]++
						count[u]++
						count[w]++
					}
				}
			}
		}
	})
	local = make([]float64, n)
	corners := 0
	for i, v := range order {
		pairs := 0
		for _, count := range counts {
			pairs += count[i]
		}
		corners += pairs
		if d := g.Degree(v); d > 1 {
			local[v] = 2 * float64(pairs) / float64(d*(d-1))
		}
	}
	return local, corners / 3, err
}

// Constraint returns how far each vertex of an undirected graph is bound by its
// neighbours' ties to each other (Burt 1992): low for a broker. It is 0 for a vertex
// without ties. Progress is told the share that is done; nil: nobody.
func Constraint(ctx context.Context, g *graph.Graph, progress func(done float64)) ([]float64, error) {
	n := g.Len()
	strength := make([]float64, n)
	for v := range uint32(n) {
		strength[v] = g.Strength(v)
	}
	out := make([]float64, n)
	err := eachVertex(ctx, n, progress, func() func(v uint32) {
		through := make([]float64, n)
		return func(v uint32) {
			near, weights := g.Arcs(v)
			for i, u := range near {
				p := shareOf(weights, i, strength[v])
				to, w := g.Arcs(u)
				for k, x := range to {
					through[x] += p * shareOf(w, k, strength[u])
				}
			}
			for i, u := range near {
				c := shareOf(weights, i, strength[v]) + through[u]
				out[v] += c * c
			}
			for _, u := range near {
				for _, x := range g.Neighbours(u) {
					through[x] = 0
				}
			}
		}
	})
	return out, err
}

// shareOf is what one tie is of all ties of a vertex; nil weights are all 1.
func shareOf(weights []float32, i int, strength float64) float64 {
	if weights == nil {
		return 1 / strength
	}
	return float64(weights[i]) / strength
}

// eachVertex calls f for every vertex, several at a time; each worker has its own. It returns
// early where it is cancelled.
func eachVertex(ctx context.Context, n int, progress func(done float64), worker func() (f func(v uint32))) error {
	const block = 64
	var done atomic.Int64
	parallel.Blocks(n, block, func() func(from, end int) {
		f := worker()
		return func(from, end int) {
			for v := from; v < end && ctx.Err() == nil; v++ {
				f(uint32(v))
			}
			if d := done.Add(int64(end - from)); progress != nil {
				progress(float64(d) / float64(n))
			}
		}
	})
	return ctx.Err()
}
