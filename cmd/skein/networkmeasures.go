package main

import (
	"context"
	"math"

	"skein/internal/network/centrality"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

// measures are what can be measured of a graph, in the order in which they are shown.
var measures = []struct {
	name, about string
	of          func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error)
}{
	{"degree", "ties", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		return each(g, func(v uint32) float64 { return float64(g.Degree(v)) }), nil
	}},
	{"strength", "sum of the weights of ties", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) { return each(g, g.Strength), nil }},
	{"betweenness", "shortest paths through a vertex", func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error) {
		return centrality.Betweenness(ctx, g, false, func(done float64) { b.share("betweenness", done) })
	}},
	{"sampled", "share of shortest paths, within 0.001 but for 1 in 10", func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error) {
		s, err := centrality.SampledBetweenness(ctx, g.Undirected(), 0.001, 0.1, 1, func(done float64) { b.share("sampled", done) })
		if err != nil {
			return nil, err
		}
		return s.Values, nil
	}},
	{"harmonic", "sum of 1/distance to all others", func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error) {
		d, err := centrality.AllDistances(ctx, g, func(done float64) { b.share("harmonic", done) })
		if err != nil {
			return nil, err
		}
		return d.Harmonic, nil
	}},
	{"closeness", "nearness to all others", func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error) {
		d, err := centrality.AllDistances(ctx, g, func(done float64) { b.share("closeness", done) })
		if err != nil {
			return nil, err
		}
		return d.Closeness(), nil
	}},
	{"pagerank", "time of a walker", func(ctx context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		return centrality.PageRank(ctx, g, 0.85, 1e-10)
	}},
	{"eigenvector", "ties to those with many ties", func(ctx context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		return centrality.Eigenvector(ctx, g.Undirected(), 1e-10)
	}},
	{"kcore", "mutual degree of the group around a vertex", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		core := centrality.KCore(g.Undirected())
		return each(g, func(v uint32) float64 { return float64(core[v]) }), nil
	}},
	{"clustering", "share of neighbours who are tied", func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error) {
		local, _, err := centrality.Clustering(ctx, g.Undirected(), func(done float64) { b.share("clustering", done) })
		return local, err
	}},
	{"constraint", "how far neighbours' ties bind; low for a broker", func(ctx context.Context, g *graph.Graph, b *bar) ([]float64, error) {
		return centrality.Constraint(ctx, g.Undirected(), func(done float64) { b.share("constraint", done) })
	}},
	{"fragmentation", "pairs parted where a vertex is taken out", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		return centrality.Fragmenting(g.Undirected()), nil
	}},
	{"articulation", "1 for a vertex without which a part falls off", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		points, _ := centrality.Cut(g.Undirected())
		out := make([]float64, g.Len())
		for _, v := range points {
			out[v] = 1
		}
		return out, nil
	}},
	{"bridges", "ties of a vertex without which a part falls off", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		_, bridges := centrality.Cut(g.Undirected())
		out := make([]float64, g.Len())
		for _, b := range bridges {
			out[b.A]++
			out[b.B]++
		}
		return out, nil
	}},
}

func each(g *graph.Graph, f func(v uint32) float64) []float64 {
	out := make([]float64, g.Len())
	for v := range uint32(g.Len()) {
		out[v] = f(v)
	}
	return out
}

// whole is what a graph is as a whole.
type whole struct {
	Density        float64  `json:"density"`
	Centralisation float64  `json:"centralisation"`
	Assortativity  *float64 `json:"assortativity"`       // nil: all degrees are the same
	Core           int      `json:"core"`                // vertices of the core
	CoreFit        *float64 `json:"core_fit"`            // correlation with the ideal; nil: there is none
	Hierarchy      *float64 `json:"hierarchy,omitempty"` // of a directed graph
}

// mostCompared is how many vertices a graph has of which each pair is looked at.
const mostCompared = 5_000

func wholeOf(g *graph.Graph) whole {
	und := g.Undirected()
	w := whole{Density: centrality.Density(g), Centralisation: centrality.Centralisation(und), Assortativity: number(centrality.Assortativity(und))}
	core, fit := centrality.CorePeriphery(und)
	for _, in := range core {
		if in {
			w.Core++
		}
	}
	w.CoreFit = number(fit)
	if g.Directed && g.Len() <= mostCompared {
		w.Hierarchy = number(centrality.Hierarchy(g))
	}
	return w
}

// number is nil for what is no number.
func number(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}

// rankIntervals returns between which ranks each vertex is when ties are drawn anew.
func rankIntervals(ctx context.Context, g *graph.Graph, b *bar, draws int, seed uint64, of func(context.Context, *graph.Graph, *bar) ([]float64, error)) ([]robust.Interval, error) {
	x, err := robust.Bootstrap(ctx, g.Undirected(), draws, seed, func(ctx context.Context, g *graph.Graph) ([]float64, error) { return of(ctx, g, b) })
	if err != nil {
		return nil, err
	}
	return x.Rank, nil
}
