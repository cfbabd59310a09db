package centrality

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

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
