// Package robust says how far what a graph tells hangs on the ties that happen to be
// held: police data miss ties.
//
//	Draws       graphs whose ties are drawn anew
//	Bootstrap   ranks and values in them: intervals
//	Rewire      a graph of the same degrees, else by chance: what chance alone gives
package robust

import (
	"cmp"
	"context"
	"iter"
	"math"
	"math/rand/v2"
	"slices"

	"skein/internal/network/graph"
)

// Interval is the middle 95 % of a value over draws.
type Interval struct{ Low, High float64 }

// Intervals is those of a measure of every vertex.
type Intervals struct {
	Value []Interval
	Rank  []Interval // 1 is the largest value; equal ones have their mean rank
}

// Draws returns so many graphs whose ties are drawn from those of an undirected graph, with
// replacement, as many as it has (Efron 1979): a tie that is drawn twice weighs twice. The
// same seed gives the same graphs.
func Draws(g *graph.Graph, draws int, seed uint64) iter.Seq[*graph.Graph] {
	ends, weights := ties(g)
	return func(yield func(*graph.Graph) bool) {
		for d := range draws {
			random := rand.New(rand.NewPCG(seed, uint64(d)))
			var t graph.Ties
			for range weights {
				k := random.IntN(len(weights))
				t.Add(ends[2*k], ends[2*k+1], weights[k])
			}
			if !yield(graph.FromTies(g.Len(), []graph.Ties{t}, false)) {
				return
			}
		}
	}
}

// Bootstrap measures the vertices of such graphs.
func Bootstrap(ctx context.Context, g *graph.Graph, draws int, seed uint64, measure func(context.Context, *graph.Graph) ([]float64, error)) (*Intervals, error) {
	n := g.Len()
	values, ranks := make([][]float64, n), make([][]float64, n)
	for drawn := range Draws(g, draws, seed) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x, err := measure(ctx, drawn)
		if err != nil {
			return nil, err
		}
		for v, r := range Ranks(x) {
			values[v], ranks[v] = append(values[v], x[v]), append(ranks[v], r)
		}
	}
	out := &Intervals{Value: make([]Interval, n), Rank: make([]Interval, n)}
	for v := range n {
		out.Value[v], out.Rank[v] = Middle(values[v]), Middle(ranks[v])
	}
	return out, nil
}

// ties lists the ties of an undirected graph, each once.
func ties(g *graph.Graph) (ends []uint32, weights []float32) {
	for v := range uint32(g.Len()) {
		to, w := g.Arcs(v)
		for i, u := range to {
			if v < u {
				ends = append(ends, v, u)
				if w != nil {
					weights = append(weights, w[i])
				} else {
					weights = append(weights, 1)
				}
			}
		}
	}
	return ends, weights
}

// Middle returns the 2.5 % and 97.5 % quantiles.
func Middle(x []float64) Interval {
	if len(x) == 0 {
		return Interval{math.NaN(), math.NaN()}
	}
	slices.Sort(x)
	at := func(p float64) float64 { return x[int(math.Round(p*float64(len(x)-1)))] }
	return Interval{at(0.025), at(0.975)}
}

// Ranks returns the rank of each value, 1 for the largest; equal ones have their mean rank.
func Ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x[b], x[a]) })
	out := make([]float64, len(x))
	for from := 0; from < len(order); {
		end := from
		for end < len(order) && x[order[end]] == x[order[from]] {
			end++
		}
		for _, i := range order[from:end] {
			out[i] = float64(from+1+end) / 2
		}
		from = end
	}
	return out
}

// swaps is how often each tie is swapped, on average: enough to forget where it was (Milo
// et al. 2003).
const swaps = 10

// Rewire returns a graph in which every vertex has as many ties as in an undirected graph,
// else by chance: pairs of ties swap ends, where that makes no tie twice and none to
// oneself (Maslov and Sneppen 2002). Weights stay with ties.
func Rewire(g *graph.Graph, seed uint64) *graph.Graph {
	ends, weights := ties(g)
	random := rand.New(rand.NewPCG(seed, 0))
	have := newPairs(len(weights))
	for k := range weights {
		have.add(pairOf(ends[2*k], ends[2*k+1]))
	}
	for range swaps * len(weights) {
		i, j := random.IntN(len(weights)), random.IntN(len(weights))
		a, b, c, d := ends[2*i], ends[2*i+1], ends[2*j], ends[2*j+1]
		if random.IntN(2) == 0 {
			c, d = d, c
		}
		if i == j || a == d || c == b || have.has(pairOf(a, d)) || have.has(pairOf(c, b)) {
			continue
		}
		have.remove(pairOf(a, b))
		have.remove(pairOf(c, d))
		have.add(pairOf(a, d))
		have.add(pairOf(c, b))
		ends[2*i], ends[2*i+1], ends[2*j], ends[2*j+1] = a, d, c, b
	}
	t := graph.Ties{Ends: ends}
	if g.Weighted() {
		t.Weight = weights
	}
	return graph.FromTies(g.Len(), []graph.Ties{t}, false)
}
