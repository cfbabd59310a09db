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
