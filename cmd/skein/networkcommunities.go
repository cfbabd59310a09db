package main

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"skein/internal/agreement"
	"skein/internal/ingest/reader"
	"skein/internal/network/centrality"
	"skein/internal/network/community"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

func (n *networkOptions) communities(ctx context.Context, g *graph.Graph) (*communities, error) {
	o := community.Options{Resolution: n.resolution, Seed: n.seed}
	und := g.Undirected()
	if n.algorithm == "cpm" {
		o.Quality = community.CPM
		if o.Resolution == 0 {
			o.Resolution = 2 * float64(und.Edges()) / (float64(und.Len()) * float64(max(1, und.Len()-1)))
		}
	}
	began := time.Now()
	p, err := community.Leiden(ctx, und, o)
	if err != nil {
		return nil, err
	}
	c := &communities{Algorithm: n.algorithm, Count: p.Communities, Modularity: p.Quality, Seconds: time.Since(began).Seconds(), of: p.Of}
	c.Disconnected = community.Disconnected(und, p.Of)
	if n.overlap > 0 {
		for _, list := range community.Overlapping(und, p.Of, n.overlap) {
			if len(list) > 1 {
				c.Overlapping++
			}
			c.all = append(c.all, list)
		}
	}
	if n.scan != "" {
		if err := n.scanned(ctx, und, o, c); err != nil {
			return nil, err
		}
	}
	if n.null > 0 {
		if c.Chance, err = n.chance(ctx, und, o); err != nil {
			return nil, err
		}
	}
	if n.truth == "" {
		return c, nil
	}
	var got, want []string
	of := map[uint32]int{} // of a vertex: its row
	_, err = eachRow(ctx, n.truth, reader.Options{}, func(_ *reader.Reader, _ int, cells []string) error {
		if v, ok := g.Find(cells[0]); ok && len(cells) > 1 {
			of[v] = len(want)
			got, want = append(got, strconv.Itoa(int(p.Of[v]))), append(want, cells[1])
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(want) == 0 {
		return nil, usageError{fmt.Sprintf("%s names no vertex of the graph in its first column", n.truth)}
	}
	nmi := agreement.NMI(agreement.Labels(got), agreement.Labels(want), agreement.Arithmetic)
	c.NMI = &nmi
	truth := agreement.Labels(want)
	vertices := slices.Sorted(maps.Keys(of))
	var group []uint32
	for _, v := range vertices {
		group = append(group, uint32(truth[of[v]]))
	}
	c.Mixing = number(centrality.Mixing(und.Sub(vertices), group))
	return c, nil
}

// step is a resolution of a scan.
type step struct {
	Resolution  float64 `json:"resolution"`
	Communities int     `json:"communities"`
	Quality     float64 `json:"quality"`
	Stability   float64 `json:"stability"`
}

// scanned adds what communities are at other resolutions.
func (n *networkOptions) scanned(ctx context.Context, g *graph.Graph, o community.Options, c *communities) error {
	var resolutions []float64
	for text := range strings.SplitSeq(n.scan, ",") {
		r, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if err != nil || r <= 0 {
			return usageError{fmt.Sprintf("a resolution of %q; it must be above 0", text)}
		}
		resolutions = append(resolutions, r)
	}
	const runs = 5
	steps, err := community.Scan(ctx, g, o, resolutions, runs)
	for _, s := range steps {
		c.Scan = append(c.Scan, step(s))
	}
	return err
}

// chance is the quality of communities of graphs that have the same degrees, else by
// chance.
type chance struct {
	Draws     int     `json:"draws"`
	Mean      float64 `json:"mean"`
	Deviation float64 `json:"standard_deviation"`
	Largest   float64 `json:"largest"`
}

func (n *networkOptions) chance(ctx context.Context, g *graph.Graph, o community.Options) (*chance, error) {
	x := &chance{Draws: n.null, Largest: math.Inf(-1)}
	squares := 0.0
	for d := range n.null {
		p, err := community.Leiden(ctx, robust.Rewire(g, n.seed+uint64(d)), o)
		if err != nil {
			return nil, err
		}
		x.Mean += p.Quality / float64(n.null)
		squares += p.Quality * p.Quality
		x.Largest = max(x.Largest, p.Quality)
	}
	x.Deviation = math.Sqrt(max(0, squares/float64(n.null)-x.Mean*x.Mean))
	return x, nil
}
