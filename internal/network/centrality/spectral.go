package centrality

import (
	"context"
	"math"
	"slices"

	"skein/internal/hugepage"
	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// Rounds that an iteration takes at most.
const mostRounds = 10_000

// PageRank returns the share of time that a walker spends at each vertex who follows ties by
// their weights and, with probability 1-damping and from where no tie goes out, begins
// anew anywhere (Brin and Page 1998; damping is usually 0.85). The sum is 1; one more step
// of the walker would change all shares together by less than tolerance.
func PageRank(ctx context.Context, g *graph.Graph, damping, tolerance float64) ([]float64, error) {
	switch {
	case g.Len() == 0:
		return nil, nil
	case g.Directed:
		return walk(ctx, g, damping, tolerance)
	}
	return conjugate(ctx, g, damping, tolerance)
}

// conjugate finds the ranks of an undirected graph by conjugate gradients (Hestenes and
// Stiefel 1952). Where every tie goes both ways, ranks over strengths solve equations whose
// matrix, the strengths less the damped ties, is symmetric and positive definite; what is
// left over of them is what a step of the walker would change.
func conjugate(ctx context.Context, g *graph.Graph, damping, tolerance float64) ([]float64, error) {
	n := g.Len()
	strength := make([]float64, n)
	total, alone := 0.0, 0
	for v := range uint32(n) {
		strength[v] = g.Strength(v)
		total += strength[v]
		if strength[v] == 0 {
			alone++
		}
	}
	base := (1 - damping) / (float64(n) - damping*float64(alone)) // what each gets from those who begin anew
	if alone == n {
		return slices.Repeat([]float64{base}, n), nil
	}
	solution, left := hugepage.Make[float64](n), hugepage.Make[float64](n)
	toward, image := hugepage.Make[float64](n), hugepage.Make[float64](n)
	even := (1 - float64(alone)*base) / total // a good guess: ranks by strength
	change, product := sumParts2(n, func(from, end int) (change, product float64) {
		for v := from; v < end; v++ {
			if s := strength[v]; s > 0 {
				solution[v] = even
				left[v] = base - s*even*(1-damping)
				toward[v] = left[v] / s
				change += math.Abs(left[v])
				product += left[v] * toward[v]
			}
		}
		return change, product
	})
	offset, to, weight := g.Rows()
	for round := 0; round < mostRounds && change >= tolerance; round++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step := product / sumParts(n, func(from, end int) float64 {
			sum := 0.0
			for v := from; v < end; v++ {
				row := to[offset[v]:offset[v+1]]
				x := 0.0
				if weight == nil {
					x = sumOf(toward, row)
				} else {
					for i, w := range weight[offset[v]:offset[v+1]] {
						x += toward[row[i]] * float64(w)
					}
				}
				image[v] = strength[v]*toward[v] - damping*x
				sum += toward[v] * image[v]
			}
			return sum
		})
		var next float64
		change, next = sumParts2(n, func(from, end int) (change, product float64) {
			for v := from; v < end; v++ {
				if s := strength[v]; s > 0 {
					solution[v] += step * toward[v]
					left[v] -= step * image[v]
					change += math.Abs(left[v])
					product += left[v] * left[v] / s
				}
			}
			return change, product
		})
		turn := next / product
		product = next
		sumParts(n, func(from, end int) float64 {
			for v := from; v < end; v++ {
				if s := strength[v]; s > 0 {
					toward[v] = left[v]/s + turn*toward[v]
				}
			}
			return 0
		})
	}
	for v, s := range strength {
		solution[v] *= s
		if s == 0 {
			solution[v] = base
		}
	}
	return solution, nil
}

// sumOf returns the sum of some values, in four sums that do not wait for each other.
func sumOf(x []float64, which []uint32) float64 {
	var a, b, c, d float64
	for ; len(which) >= 4; which = which[4:] {
		a += x[which[0]]
		b += x[which[1]]
		c += x[which[2]]
		d += x[which[3]]
	}
	for _, u := range which {
		a += x[u]
	}
	return a + b + (c + d)
}

// walk finds the ranks of any graph by following the walker until a step changes little.
func walk(ctx context.Context, g *graph.Graph, damping, tolerance float64) ([]float64, error) {
	n := g.Len()
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
	sum, _ := sumParts2(n, func(from, end int) (float64, float64) { return f(from, end), 0 })
	return sum
}

// sumParts2 does the same with two sums.
func sumParts2(n int, f func(from, end int) (float64, float64)) (a, b float64) {
	var sums [parts][2]float64
	parallel.For(parts, func(p int) { sums[p][0], sums[p][1] = f(n*p/parts, n*(p+1)/parts) })
	for _, s := range sums {
		a, b = a+s[0], b+s[1]
	}
	return a, b
}
