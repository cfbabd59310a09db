package main

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"time"

	"skein/internal/agreement"
	"skein/internal/exchange/graphfile"
	"skein/internal/ingest/reader"
	"skein/internal/network/centrality"
	"skein/internal/network/community"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

func (n *networkOptions) communities(ctx context.Context, f *graphfile.File, b *bar) (*communities, error) {
	g := f.Graph
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
		if c.Chance, err = n.chance(ctx, und, o, b); err != nil {
			return nil, err
		}
	}
	if n.truth == "" {
		return c, nil
	}
	return c, n.agree(ctx, f, und, c)
}

// agree reports how far communities agree with the true ones that a file names.
func (n *networkOptions) agree(ctx context.Context, f *graphfile.File, und *graph.Graph, c *communities) error {
	var got, want []string
	of := map[uint32]int{} // of a node: its row
	_, err := eachRow(ctx, n.truth, reader.Options{}, func(_ *reader.Reader, _ int, cells []string) error {
		if v, ok := f.Find(cells[0]); ok && len(cells) > 1 {
			of[v] = len(want)
			got, want = append(got, strconv.Itoa(int(c.of[v]))), append(want, cells[1])
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(want) == 0 {
		return usageError{fmt.Sprintf("%s names no node of the graph in its first column", n.truth)}
	}
	nmi := agreement.NMI(agreement.Labels(got), agreement.Labels(want), agreement.Arithmetic)
	c.NMI = &nmi
	truth := agreement.Labels(want)
	nodes := slices.Sorted(maps.Keys(of))
	var group []uint32
	for _, v := range nodes {
		group = append(group, uint32(truth[of[v]]))
	}
	c.Mixing = number(centrality.Mixing(und.Sub(nodes), group))
	return nil
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
	const runs = 5
	steps, err := community.Scan(ctx, g, o, n.resolutions, runs)
	for _, s := range steps {
		c.Scan = append(c.Scan, step(s))
	}
	return err
}

// chance is the quality of communities of random graphs of the same degrees.
type chance struct {
	Draws     int     `json:"draws"`
	Mean      float64 `json:"mean"`
	Deviation float64 `json:"standard_deviation"`
	Largest   float64 `json:"largest"`
}

func (n *networkOptions) chance(ctx context.Context, g *graph.Graph, o community.Options, b *bar) (*chance, error) {
	x := &chance{Draws: n.null, Largest: math.Inf(-1)}
	squares := 0.0
	for d := range n.null {
		b.share("random graphs", float64(d)/float64(n.null))
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
