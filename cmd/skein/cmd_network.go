package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"skein/internal/exchange/graphfile"
	"skein/internal/network/graph"
	"skein/internal/report/chart"
)

// ranked is a vertex with its value.
type ranked struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`

	vertex uint32
	Ranks  *[2]float64 `json:"ranks,omitempty"` // between which 95 % of the draws put it
}

// measured is a measure of all vertices.
type measured struct {
	Seconds float64  `json:"seconds"`
	Top     []ranked `json:"top"`

	values []float64
}

// communities is how a graph falls into groups.
type communities struct {
	Algorithm    string   `json:"algorithm"`
	Count        int      `json:"count"`
	Modularity   float64  `json:"modularity"` // of CPM: its quality
	Disconnected int      `json:"disconnected"`
	Seconds      float64  `json:"seconds"`
	NMI          *float64 `json:"nmi,omitempty"`
	Mixing       *float64 `json:"mixing,omitempty"` // how far ties stay within the true groups: 1 all, 0 as by chance
	Chance       *chance  `json:"chance,omitempty"`
	Overlapping  int      `json:"in_several,omitempty"` // vertices in more than one
	Scan         []step   `json:"scan,omitempty"`

	of  []uint32
	all [][]uint32 // of each vertex; nil: its own alone
}

// networked is the answer of network.
type networked struct {
	Nodes       int                  `json:"nodes"`
	Edges       int                  `json:"edges"`
	Components  int                  `json:"components"`
	Loops       int                  `json:"loops_left_out"`
	BadRows     int                  `json:"bad_rows"`
	LoadSeconds float64              `json:"load_seconds"`
	Whole       whole                `json:"whole"`
	Measures    map[string]*measured `json:"measures"`
	Communities *communities         `json:"communities,omitempty"`
	KeyPlayers  *keyed               `json:"key_players,omitempty"`
	Paths       *connected           `json:"paths,omitempty"`

	order []string
}

// networkOptions is what network is asked for.
type networkOptions struct {
	file, from, to, weight, truth, out string
	layer, only, when, since, until    string
	path                               string

	table                tableFlags
	directed, asJSON     bool
	measures             string
	algorithm            string
	resolution, overlap  float64
	scan                 string
	seed                 uint64
	top, bootstrap, null int
	key, longest         int
}

func runNetwork(ctx context.Context, e *env, args []string) error {
	var names []string
	for _, m := range measures {
		names = append(names, fmt.Sprintf("  %-13s%s", m.name, m.about))
	}
	o := newOptions(e, "network", "FILE [--measure NAME,...] [--communities leiden|cpm] [--json]",
		"Measures the graph in an edge list (CSV, XLSX, Parquet, JSON Lines), GraphML, GEXF, Pajek or\nMETIS file. Measures, none of which says that anybody will offend:\n"+strings.Join(names, "\n"))
	var n networkOptions
	n.table.define(o)
	o.StringVar(&n.from, "from", "", "`COLUMN` where ties begin (default: guessed)")
	o.StringVar(&n.to, "to", "", "`COLUMN` where they end")
	o.StringVar(&n.weight, "weight", "", "`COLUMN` of their weight, above 0 (default: each row counts 1)")
	o.StringVar(&n.layer, "layer", "", "`COLUMN` of the relation of each tie, such as call or meeting")
	o.StringVar(&n.only, "only", "", "`LAYER,...` that count (default: all)")
	o.StringVar(&n.when, "time", "", "`COLUMN` with the day of each tie, as 2015-03-01")
	o.StringVar(&n.since, "since", "", "first day that counts, or the beginning of it, as 2015")
	o.StringVar(&n.until, "until", "", "last day that counts, or the beginning of it")
	o.BoolVar(&n.directed, "directed", false, "ties have a direction")
	o.StringVar(&n.measures, "measure", "degree,betweenness,pagerank", "`NAME,...` of measures, all, or none")
	o.StringVar(&n.algorithm, "communities", "", "find communities by `leiden|cpm`")
	o.Float64Var(&n.resolution, "resolution", 0, "of communities (default: 1 for leiden, the graph's density for cpm)")
	o.Uint64Var(&n.seed, "seed", 1, "of the order in which vertices are looked at")
	threads := o.Int("threads", 0, "how many cores are used (default: all)")
	o.StringVar(&n.truth, "truth", "", "`FILE` with a vertex and its true community in each row: prints how far communities agree")
	o.IntVar(&n.top, "top", 10, "how many vertices are shown of each measure")
	o.IntVar(&n.bootstrap, "bootstrap", 0, "draw ties anew so often, and tell between which ranks vertices are")
	o.Float64Var(&n.overlap, "overlap", 0, "count vertices to further communities that hold at least this share of their ties, such as 0.3")
	o.StringVar(&n.scan, "scan", "", "find communities at `RESOLUTION,...` as well, and tell how stable each is over five seeds")
	o.IntVar(&n.null, "null", 0, "compare communities with those of so many graphs of the same degrees, else by chance")
	o.IntVar(&n.key, "key", 0, "look for so many vertices without whom the graph falls apart most, and from whom most others are near")
	o.StringVar(&n.path, "path", "", "list the paths between `VERTEX,VERTEX`")
	o.IntVar(&n.longest, "longest", 4, "how many ties a path that is listed has at most")
	o.StringVar(&n.out, "out", "", "write the graph with all values to `FILE` (.graphml or .gexf), its link chart (.svg), or the values (.csv or .parquet)")
	o.BoolVar(&n.asJSON, "json", false, "print the answer as JSON")
	rest, err := o.parse(args, 1, 1)
	if err != nil {
		return err
	}
	n.file = rest[0]
	if n.only != "" && n.layer == "" || (n.since != "" || n.until != "") && n.when == "" {
		return usageError{"--only needs --layer, and --since and --until need --time"}
	}
	if *threads > 0 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(*threads))
	}
	return e.network(ctx, n)
}

func (e *env) network(ctx context.Context, n networkOptions) error {
	wanted, err := n.wanted()
	if err != nil {
		return err
	}
	started := time.Now()
	b := e.bar(0)
	defer b.clear()
	g, bad, err := n.load(ctx)
	if err != nil {
		return err
	}
	_, sizes := g.Components()
	answer := networked{
		Nodes: g.Len(), Edges: g.Edges(), Components: len(sizes), Loops: g.Loops(), BadRows: len(bad),
		LoadSeconds: time.Since(started).Seconds(), Measures: map[string]*measured{}, order: wanted,
	}
	for _, m := range measures {
		if !slices.Contains(wanted, m.name) {
			continue
		}
		began := time.Now()
		values, err := m.of(ctx, g, b)
		if err != nil {
			return err
		}
		answer.Measures[m.name] = &measured{time.Since(began).Seconds(), top(g, values, n.top), values}
		if n.bootstrap > 0 {
			ranks, err := rankIntervals(ctx, g, b, n.bootstrap, n.seed, m.of)
			if err != nil {
				return err
			}
			for i := range answer.Measures[m.name].Top {
				r := &answer.Measures[m.name].Top[i]
				r.Ranks = &[2]float64{ranks[r.vertex].Low, ranks[r.vertex].High}
			}
		}
	}
	answer.Whole = wholeOf(g)
	if n.algorithm != "" {
		if answer.Communities, err = n.communities(ctx, g); err != nil {
			return err
		}
	}
	if n.key > 0 {
		if answer.KeyPlayers, err = n.keyPlayers(ctx, g); err != nil {
			return err
		}
	}
	if n.path != "" {
		if answer.Paths, err = n.paths(ctx, g); err != nil {
			return err
		}
	}
	if n.out != "" {
		if err := n.write(g, &answer); err != nil {
			return err
		}
	}
	b.clear()
	if n.asJSON {
		err = printJSON(e.out, answer)
	} else {
		err = answer.print(e)
	}
	return errors.Join(err, e.tellBad(filepath.Base(n.file), bad))
}

// wanted returns the names of the measures that are asked for.
func (n *networkOptions) wanted() ([]string, error) {
	var all []string
	for _, m := range measures {
		all = append(all, m.name)
	}
	switch n.measures {
	case "all":
		return all, nil
	case "none", "":
		return nil, nil
	}
	names := strings.Split(n.measures, ",")
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
		if !slices.Contains(all, names[i]) {
			return nil, usageError{fmt.Sprintf("there is no measure %q; there are %s", names[i], strings.Join(all, ", "))}
		}
	}
	if n.algorithm != "" && n.algorithm != "leiden" && n.algorithm != "cpm" {
		return nil, usageError{fmt.Sprintf("communities are found by leiden or cpm, not by %q", n.algorithm)}
	}
	return names, nil
}

func top(g *graph.Graph, values []float64, n int) []ranked {
	order := make([]uint32, g.Len())
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(values[b], values[a]), cmp.Compare(g.Name(a), g.Name(b)))
	})
	out := []ranked{}
	for _, v := range order[:min(n, len(order))] {
		out = append(out, ranked{Name: g.Name(v), Value: values[v], vertex: v})
	}
	return out
}

// write writes the graph, or a table of its vertices, with all values.
func (n *networkOptions) write(g *graph.Graph, a *networked) (err error) {
	var columns []graphfile.Column
	for _, name := range a.order {
		columns = append(columns, graphfile.Column{Name: name, Number: a.Measures[name].values})
	}
	if a.Communities != nil {
		c := graphfile.Column{Name: "community"}
		for v, of := range a.Communities.of {
			all := []uint32{of}
			if a.Communities.all != nil {
				all = a.Communities.all[v]
			}
			c.Text = append(c.Text, strings.Trim(fmt.Sprint(all), "[]"))
		}
		columns = append(columns, c)
	}
	if f, ok := graphfile.FormatOf(n.out); ok {
		out, err := os.Create(n.out)
		if err != nil {
			return err
		}
		return errors.Join(graphfile.Write(out, f, g, columns), out.Close())
	}
	if strings.EqualFold(filepath.Ext(n.out), ".svg") {
		return os.WriteFile(n.out, []byte(a.chart(g)), 0o600)
	}
	header := []string{"name"}
	for _, c := range columns {
		header = append(header, c.Name)
	}
	w, err := createTable(n.out, header)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	for v := range g.Len() {
		line := []string{g.Name(uint32(v))}
		for _, c := range columns {
			if c.Number != nil {
				line = append(line, strconv.FormatFloat(c.Number[v], 'g', -1, 64))
			} else {
				line = append(line, c.Text[v])
			}
		}
		if err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

func (a *networked) print(e *env) error {
	fmt.Fprintf(e.out, "%s vertices, %s ties, %s components, read in %.2f s\n", thousands(a.Nodes), thousands(a.Edges), thousands(a.Components), a.LoadSeconds)
	fmt.Fprintf(e.out, "density %.4g, centralisation %.3f, core of %s\n", a.Whole.Density, a.Whole.Centralisation, thousands(a.Whole.Core))
	tab := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	for _, name := range a.order {
		m := a.Measures[name]
		fmt.Fprintf(tab, "\n%s\t\t%.2f s\n", strings.ToUpper(name), m.Seconds)
		for i, r := range m.Top {
			between := ""
			if r.Ranks != nil {
				between = fmt.Sprintf("\trank %g to %g", r.Ranks[0], r.Ranks[1])
			}
			fmt.Fprintf(tab, "%d\t%s\t%.6g%s\n", i+1, r.Name, r.Value, between)
		}
	}
	if c := a.Communities; c != nil {
		fmt.Fprintf(tab, "\n%d communities by %s, quality %.4f, %.2f s\n", c.Count, c.Algorithm, c.Modularity, c.Seconds)
		if c.Chance != nil {
			fmt.Fprintf(tab, "by chance alone, over %d graphs of the same degrees: %.4f, standard deviation %.4f, at most %.4f\n", c.Chance.Draws, c.Chance.Mean, c.Chance.Deviation, c.Chance.Largest)
		}
		if c.all != nil {
			fmt.Fprintf(tab, "%d vertices are in more than one\n", c.Overlapping)
		}
		for i, s := range c.Scan {
			if i == 0 {
				fmt.Fprintf(tab, "\nRESOLUTION\tCOMMUNITIES\tQUALITY\tSTABILITY\n")
			}
			fmt.Fprintf(tab, "%g\t%d\t%.4f\t%.3f\n", s.Resolution, s.Communities, s.Quality, s.Stability)
		}
		if c.NMI != nil {
			fmt.Fprintf(tab, "agreement with the truth (NMI) %.4f\n", *c.NMI)
		}
		if c.Mixing != nil {
			fmt.Fprintf(tab, "ties within the true groups beyond chance (mixing) %.4f\n", *c.Mixing)
		}
	}
	if a.KeyPlayers != nil {
		a.KeyPlayers.print(tab)
	}
	if a.Paths != nil {
		a.Paths.print(tab)
	}
	return tab.Flush()
}

// chart draws the graph: the hundred vertices of the first measure's largest values, where
// there are more.
func (a *networked) chart(g *graph.Graph) string {
	values := each(g, g.Strength)
	if len(a.order) > 0 {
		values = a.Measures[a.order[0]].values
	}
	const most = 100
	l := chart.Links{Frame: chart.Frame{Title: "Link chart", Desc: fmt.Sprintf("%d vertices and %d ties.", g.Len(), g.Edges())}}
	at := map[uint32]int{}
	for _, r := range top(g, values, most) {
		at[r.vertex] = len(l.Things)
		t := chart.Thing{Label: r.Name}
		if a.Communities != nil && a.Communities.Count <= len(l.Things)+20 {
			t.Class = "community " + strconv.Itoa(int(a.Communities.of[r.vertex])+1)
		}
		l.Things = append(l.Things, t)
	}
	for v, i := range at {
		to, weights := g.Arcs(v)
		for k, u := range to {
			j, ok := at[u]
			if !ok || !g.Directed && j < i {
				continue
			}
			w := 1.0
			if weights != nil {
				w = float64(weights[k])
			}
			l.Links = append(l.Links, chart.Link{A: i, B: j, Weight: w})
		}
	}
	slices.SortFunc(l.Links, func(x, y chart.Link) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return l.SVG()
}
