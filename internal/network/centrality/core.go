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
	"slices"

	"skein/internal/network/graph"
)

// KCore returns the core number of each vertex of an undirected graph: the largest k such
// that the vertex is in a subgraph whose vertices all have degree k or more (Seidman
// 1983). Time is linear (Batagelj and Zaversnik 2003).
func KCore(g *graph.Graph) []int {
	n := g.Len()
	degree := make([]int, n)
	most := 0
	for v := range uint32(n) {
		degree[v] = g.Degree(v)
		most = max(most, degree[v])
	}
	start := make([]int, most+2) // of each degree in the order
	for _, d := range degree {
		start[d+1]++
	}
	for d := range most + 1 {
		start[d+1] += start[d]
	}
	order, at := make([]uint32, n), make([]int, n)
	next := slices.Clone(start)
	for v := range uint32(n) {
		at[v] = next[degree[v]]
		order[at[v]] = v
		next[degree[v]]++
	}
	for i := range n {
		v := order[i]
		for _, u := range g.Neighbours(v) {
			if degree[u] <= degree[v] {
				continue
			}
			// u goes to the front of its degree's part, and that part begins behind it.
			d := degree[u]
			first := max(start[d], i+1)
			w := order[first]
			order[first], order[at[u]] = u, w
			at[u], at[w] = first, at[u]
			start[d] = first + 1
			degree[u]--
		}
	}
	return degree
}

// Bridge is a tie whose loss would part a component.
type Bridge struct{ A, B uint32 } // A before B

// Cut returns the vertices, ascending, and the ties of an undirected graph without which
// a component would fall apart: articulation points and bridges (Tarjan 1972).
func Cut(g *graph.Graph) (points []uint32, bridges []Bridge) {
	n := g.Len()
	entered, low := make([]uint32, n), make([]uint32, n) // from 1; 0: not yet
	parent := make([]uint32, n)
	edge := make([]int, n) // the next neighbour to look at
	cuts := make([]bool, n)
	clock := uint32(0)
	var stack []uint32
	for root := range uint32(n) {
		if entered[root] > 0 {
			continue
		}
		clock++
		entered[root], low[root], parent[root] = clock, clock, root
		stack = append(stack[:0], root)
		children := 0
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			if to := g.Neighbours(v); edge[v] < len(to) {
				u := to[edge[v]]
				edge[v]++
				switch {
				case entered[u] == 0:
					clock++
					entered[u], low[u], parent[u] = clock, clock, v
					stack = append(stack, u)
				case u != parent[v]:
					low[v] = min(low[v], entered[u])
				}
				continue
			}
			stack = stack[:len(stack)-1]
			p := parent[v]
			if v == root {
				continue
			}
			low[p] = min(low[p], low[v])
			if low[v] > entered[p] {
				bridges = append(bridges, Bridge{min(v, p), max(v, p)})
			}
			if p == root {
				children++
			} else if low[v] >= entered[p] {
				cuts[p] = true
			}
		}
		cuts[root] = children > 1
	}
	for v, cut := range cuts {
		if cut {
			points = append(points, uint32(v))
		}
	}
	slices.SortFunc(bridges, func(a, b Bridge) int { return slices.Compare([]uint32{a.A, a.B}, []uint32{b.A, b.B}) })
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
