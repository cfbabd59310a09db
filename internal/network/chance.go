package network

import (
	"context"
	"fmt"
	"math"
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/network/centrality"
	"skein/internal/network/community"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

// rewired is how many graphs of chance ties are compared with.
const rewired = 100

// beyondChance says whether the ties of suspects make closer groups than the same numbers
// of ties would by chance, for each measure with what chance gives.
func (f *Found) beyondChance(ctx context.Context, set *column.Set) (figure.Figure, error) {
	out := figure.Figure{
		ID: "networks.detected.beyond_chance", Title: "Whether links form networks by more than chance", Unit: "index", Decimals: 3, Checkpoint: set.Checkpoint, Note: detectedNote,
		Method: fmt.Sprintf("beside the middle 95 %% of %d graphs in which everybody has as many links, otherwise by chance (pairs of links swap ends; Maslov and Sneppen 2002)", rewired),
		Definition: figure.Definition{
			Records: "Call, Message, Involvement, Payment, Associate, Family, UnknownLink", Filter: "direct links among " + rankedWords,
			Grouping: []string{"measure"}, Measure: "measure of the links of all networks together",
		},
	}
	var vertices []uint32
	labels := set.NewLabels()
	var from []column.Thing
	for i := range f.Networks {
		n := &f.Networks[i]
		for _, m := range n.Members {
			vertices = append(vertices, f.Ties.vertex[m.Entity])
		}
		for v := range uint32(n.Ties.Len()) {
			for _, u := range n.Ties.Neighbours(v) {
				if v < u {
					from = append(from, f.grounds(n, v, u).from()...)
				}
			}
		}
	}
	slices.Sort(vertices)
	g := f.Ties.Persons().Sub(vertices)
	out.N = g.Edges()
	if out.N == 0 {
		out.Label = labels.Join()
		return out, nil
	}
	evidence := evidenceOf(column.Compact(from), labels)
	measures := []struct {
		name string
		of   func(*graph.Graph) (float64, error)
	}{
		{"modularity of the best groups", func(g *graph.Graph) (float64, error) {
			p, err := community.Leiden(ctx, g, community.Options{Seed: seed})
			if err != nil {
				return 0, err
			}
			return p.Quality, nil
		}},
		{"share of pairs with a common tie who are tied", func(g *graph.Graph) (float64, error) { return transitivity(ctx, g) }},
		{"assortativity by number of ties", func(g *graph.Graph) (float64, error) { return centrality.Assortativity(g), nil }},
	}
	values, drawn := make([]float64, len(measures)), make([][]float64, len(measures))
	for k, m := range measures {
		var err error
		if values[k], err = m.of(g); err != nil {
			return out, err
		}
	}
	for draw := range uint64(rewired) {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		other := robust.Rewire(g, seed+draw)
		for k, m := range measures {
			x, err := m.of(other)
			if err != nil {
				return out, err
			}
			drawn[k] = append(drawn[k], x)
		}
	}
	for k, m := range measures {
		if math.IsNaN(values[k]) { // not defined for so few ties
			continue
		}
		chance := robust.Middle(drawn[k])
		verdict := "no more than by chance"
		switch {
		case values[k] > chance.High:
			verdict = "more than by chance"
		case values[k] < chance.Low:
			verdict = "less than by chance"
		}
		out.Cells = append(out.Cells, figure.Cell{
			Keys: []string{m.name}, Value: values[k], N: out.N, Evidence: evidence,
			Note: fmt.Sprintf("%s, which gives %.3f to %.3f", verdict, chance.Low, chance.High),
		})
	}
	out.Sort()
	out.Label = labels.Join()
	return out, nil
}

// transitivity is the share of the paths of two ties that a third one closes (Newman, Watts
// and Strogatz 2002).
func transitivity(ctx context.Context, g *graph.Graph) (float64, error) {
	_, triangles, err := centrality.Clustering(ctx, g, nil)
	paths := 0.0
	for v := range uint32(g.Len()) {
		d := float64(g.Degree(v))
		paths += d * (d - 1) / 2
	}
	return 3 * float64(triangles) / paths, err
}
