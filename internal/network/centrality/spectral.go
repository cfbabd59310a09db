package centrality

import (
	"context"
	"math"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// Rounds that an iteration takes at most.
const mostRounds = 10_000

// PageRank returns the share of time that a walker spends at each vertex who follows ties by
// their weights and, with probability 1-damping and from where no tie goes out, begins
// anew anywhere (Brin and Page 1998; damping is usually 0.85). The sum is 1; changes in
// the last round add up to less than tolerance.
func PageRank(ctx context.Context, g *graph.Graph, damping, tolerance float64) ([]float64, error) {
	n := g.Len()
	if n == 0 {
		return nil, nil
	}
	in := g.Reverse()
	scale := make([]float64, n) // what a vertex gives to each unit of weight
	for v := range uint32(n) {
		if s := g.Strength(v); s > 0 {
			scale[v] = damping / s
		}
	}
	rank, next, gives := make([]float64, n), make([]float64, n), make([]float64, n)
	for v := range rank {
		rank[v] = 1 / float64(n)
	}
	offset, to, weight := in.Rows()
	for range mostRounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lost := 0.0
		for v := range gives {
			gives[v] = rank[v] * scale[v]
			if scale[v] == 0 {
				lost += rank[v]
			}
		}
		base := (1-damping)/float64(n) + damping*lost/float64(n)
		change := sumParts(n, func(from, end int) float64 {
			change := 0.0
			for v := from; v < end; v++ {
				sum := 0.0
				row := to[offset[v]:offset[v+1]]
				if weight == nil {
					for _, u := range row {
						sum += gives[u]
					}
				} else {
					for i, w := range weight[offset[v]:offset[v+1]] {
						sum += gives[row[i]] * float64(w)
					}
				}
				next[v] = base + sum
				change += math.Abs(next[v] - rank[v])
			}
			return change
		})
		rank, next = next, rank
		if change < tolerance {
			return rank, nil
		}
	}
	return rank, nil
}

// Eigenvector returns the vector of an undirected graph that the weights of ties carry into
// a multiple of itself, scaled so that the largest value is 1 (Bonacich 1972). Values of
// components other than the one of the largest eigenvalue are 0 or nearly so.
func Eigenvector(ctx context.Context, g *graph.Graph, tolerance float64) ([]float64, error) {
	n := g.Len()
	x, next := make([]float64, n), make([]float64, n)
	for v := range x {
		x[v] = 1
	}
	offset, to, weight := g.Rows()
	for range mostRounds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sumParts(n, func(from, end int) float64 {
			for v := from; v < end; v++ {
				sum := x[v] // a step of A + 1 has the same vector, and no oscillation
				for i := offset[v]; i < offset[v+1]; i++ {
					w := 1.0
					if weight != nil {
						w = float64(weight[i])
					}
					sum += w * x[to[i]]
				}
				next[v] = sum
			}
			return 0
		})
		most := 0.0
		for _, s := range next {
			most = max(most, s)
		}
		change := 0.0
		for v := range next {
			next[v] /= most
			change = max(change, math.Abs(next[v]-x[v]))
		}
		x, next = next, x
		if change < tolerance {
			break
		}
	}
	return x, nil
}

// parts is into how many parts work is cut whose sums are put together: the same number on
// every machine, so that sums are the same.
const parts = 16

// sumParts calls f for the parts of 0 to n, several at a time, and adds up what it
// returns, in order.
func sumParts(n int, f func(from, end int) float64) float64 {
	var sums [parts]float64
	parallel.For(parts, func(p int) { sums[p] = f(n*p/parts, n*(p+1)/parts) })
	total := 0.0
	for _, s := range sums {
		total += s
	}
	return total
}
