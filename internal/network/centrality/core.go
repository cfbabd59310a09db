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
	"math"
	"slices"

	"skein/internal/network/graph"
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
// a component would fall apart: articulation points and bridges (Tarjan 1972).
func Cut(g *graph.Graph) (points []uint32, bridges []Bridge) {
	n := g.Len()
	entered := make([]uint32, n) // from 1; 0: not yet
	cuts := make([]bool, n)
	clock := uint32(0)
	// visit is a vertex on the way from the root: what is still to be looked at, and the
	// earliest that it reaches.
	type visit struct {
		vertex, low uint32
		rest        []uint32
	}
	var way []visit
	for root := range uint32(n) {
		if entered[root] > 0 {
			continue
		}
		clock++
		entered[root] = clock
		way = append(way[:0], visit{root, clock, g.Neighbours(root)})
		children := 0
		for {
			at := &way[len(way)-1]
			parent := root
			if len(way) > 1 {
				parent = way[len(way)-2].vertex
			}
			low, down := at.low, uint32(0)
			i := 0
			for ; i < len(at.rest); i++ {
				u := at.rest[i]
				e := entered[u]
				if e == 0 {
					down = u + 1
					i++
					break
				}
				if e < low && u != parent {
					low = e
				}
			}
			at.low, at.rest = low, at.rest[i:]
			if down > 0 {
				clock++
				entered[down-1] = clock
				way = append(way, visit{down - 1, clock, g.Neighbours(down - 1)})
				continue
			}
			way = way[:len(way)-1]
			if len(way) == 0 {
				break
			}
			above := &way[len(way)-1]
			above.low = min(above.low, low)
			if low > entered[above.vertex] {
				bridges = append(bridges, Bridge{min(at.vertex, above.vertex), max(at.vertex, above.vertex)})
			}
			if len(way) == 1 {
				children++
			} else if low >= entered[above.vertex] {
				cuts[above.vertex] = true
			}
		}
		cuts[root] = children > 1
	}
	for v, cut := range cuts {
		if cut {
			points = append(points, uint32(v))
		}
	}
	slices.SortFunc(bridges, func(a, b Bridge) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return points, bridges
}

// Clustering returns of each vertex of an undirected graph the share of pairs of its
// neighbours that are tied (Watts and Strogatz 1998), 0 for fewer than two, and the
// number of triangles of the graph.
func Clustering(g *graph.Graph) (local []float64, triangles int) {
	n := g.Len()
	count := make([]int, n)
	// Each triangle is found once, from its vertex of the lowest degree.
	before := func(a, b uint32) bool {
		da, db := g.Degree(a), g.Degree(b)
		return da < db || da == db && a < b
	}
	mark := make([]uint32, n) // the vertex whose neighbours are marked, and one
	for v := range uint32(n) {
		for _, u := range g.Neighbours(v) {
			if before(v, u) {
				mark[u] = v + 1
			}
		}
		for _, u := range g.Neighbours(v) {
			if !before(v, u) {
				continue
			}
			for _, w := range g.Neighbours(u) {
				if before(u, w) && mark[w] == v+1 {
					count[v]++
					count[u]++
					count[w]++
					triangles++
				}
			}
		}
	}
	local = make([]float64, n)
	for v := range uint32(n) {
		if d := g.Degree(v); d > 1 {
			local[v] = 2 * float64(count[v]) / float64(d*(d-1))
		}
	}
	return local, triangles
}

// Constraint returns how far each vertex of an undirected graph is bound by its
// neighbours' ties to each other (Burt 1992): low for a broker. It is 0 for a vertex
// without ties.
func Constraint(g *graph.Graph) []float64 {
	n := g.Len()
	strength := make([]float64, n)
	for v := range uint32(n) {
		strength[v] = g.Strength(v)
	}
	share := func(v, u uint32) float64 { // of v's ties that u is
		w, _ := g.Weight(v, u)
		return w / strength[v]
	}
	out := make([]float64, n)
	through := make([]float64, n)
	for v := range uint32(n) {
		for _, u := range g.Neighbours(v) {
			p := share(v, u)
			for _, w := range g.Neighbours(u) {
				through[w] += p * share(u, w)
			}
		}
		for _, u := range g.Neighbours(v) {
			c := share(v, u) + through[u]
			out[v] += c * c
		}
		for _, u := range g.Neighbours(v) {
			for _, w := range g.Neighbours(u) {
				through[w] = 0
			}
		}
	}
	return out
}
