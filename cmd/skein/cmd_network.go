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

	"skein/internal/agreement"
	"skein/internal/exchange/graphfile"
	"skein/internal/ingest/reader"
	"skein/internal/network/centrality"
	"skein/internal/network/community"
	"skein/internal/network/graph"
)

// ranked is a vertex with its value.
type ranked struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
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

	of []uint32
}

// networked is the answer of network.
type networked struct {
	Nodes       int                  `json:"nodes"`
	Edges       int                  `json:"edges"`
	Components  int                  `json:"components"`
	Loops       int                  `json:"loops_left_out"`
	BadRows     int                  `json:"bad_rows"`
	LoadSeconds float64              `json:"load_seconds"`
	Measures    map[string]*measured `json:"measures"`
	Communities *communities         `json:"communities,omitempty"`

	order []string
}

// networkOptions is what network is asked for.
type networkOptions struct {
	file, from, to, weight, truth, out string

	directed, asJSON, fast bool
	measures               string
	algorithm              string
	resolution             float64
	seed                   uint64
	top                    int
}

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
	{"clustering", "share of neighbours who are tied", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		local, _ := centrality.Clustering(g.Undirected())
		return local, nil
	}},
	{"constraint", "how far neighbours' ties bind; low for a broker", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		return centrality.Constraint(g.Undirected()), nil
	}},
	{"articulation", "1 for a vertex without which a part falls off", func(_ context.Context, g *graph.Graph, _ *bar) ([]float64, error) {
		points, _ := centrality.Cut(g.Undirected())
		out := make([]float64, g.Len())
		for _, v := range points {
			out[v] = 1
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

func runNetwork(ctx context.Context, e *env, args []string) error {
	var names []string
	for _, m := range measures {
		names = append(names, fmt.Sprintf("  %-13s%s", m.name, m.about))
	}
	o := newOptions(e, "network", "FILE [--measure NAME,...] [--communities leiden|cpm] [--json]",
		"Measures the graph in an edge list (CSV, XLSX, Parquet, JSON Lines), GraphML, GEXF, Pajek or\nMETIS file. Measures, none of which says that anybody will offend:\n"+strings.Join(names, "\n"))
	var n networkOptions
	o.StringVar(&n.from, "from", "", "`COLUMN` where ties begin (default: guessed)")
	o.StringVar(&n.to, "to", "", "`COLUMN` where they end")
	o.StringVar(&n.weight, "weight", "", "`COLUMN` of their weight, above 0 (default: each row counts 1)")
	o.BoolVar(&n.directed, "directed", false, "ties have a direction")
	o.StringVar(&n.measures, "measure", "degree,betweenness,pagerank", "`NAME,...` of measures, all, or none")
	o.StringVar(&n.algorithm, "communities", "", "find communities by `leiden|cpm`")
	o.Float64Var(&n.resolution, "resolution", 0, "of communities (default: 1 for leiden, the graph's density for cpm)")
	o.Uint64Var(&n.seed, "seed", 1, "of the order in which vertices are looked at")
	o.BoolVar(&n.fast, "fast", false, "move vertices between communities on all cores at once; no two runs need agree")
	threads := o.Int("threads", 0, "how many cores are used (default: all)")
	o.StringVar(&n.truth, "truth", "", "`FILE` with a vertex and its true community in each row: prints how far communities agree")
	o.IntVar(&n.top, "top", 10, "how many vertices are shown of each measure")
	o.StringVar(&n.out, "out", "", "write the graph with all values to `FILE` (.graphml or .gexf), or the values (.csv or .parquet)")
	o.BoolVar(&n.asJSON, "json", false, "print the answer as JSON")
	rest, err := o.parse(args, 1, 1)
	if err != nil {
		return err
	}
	n.file = rest[0]
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
	}
	if n.algorithm != "" {
		if answer.Communities, err = n.communities(ctx, g); err != nil {
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

// load reads the graph.
func (n *networkOptions) load(ctx context.Context) (*graph.Graph, []*reader.RowError, error) {
	if f, ok := graphfile.FormatOf(n.file); ok {
		in, err := os.Open(n.file)
		if err != nil {
			return nil, nil, err
		}
		defer func() { _ = in.Close() }() // read only
		g, err := graphfile.Read(in, f)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", n.file, err)
		}
		return g, nil, nil
	}
	if g, err := n.loadNumbers(); g != nil || err != nil {
		return g, nil, err
	}
	b := graph.NewBuilder(n.directed)
	from, to, weight := -1, -1, -1
	bad, err := eachRow(ctx, n.file, func(r *reader.Reader, row int, cells []string) error {
		if from < 0 {
			var err error
			if from, to, weight, err = n.columns(r.Columns()); err != nil {
				return err
			}
		}
		if cells[from] == "" || cells[to] == "" {
			return nil // a vertex alone, or nothing
		}
		w := 1.0
		if weight >= 0 && cells[weight] != "" {
			var err error
			if w, err = strconv.ParseFloat(cells[weight], 32); err != nil || !(w > 0) {
				return fmt.Errorf("%s, row %d: a weight of %q; it must be above 0", n.file, row, cells[weight])
			}
		}
		b.Add(cells[from], cells[to], float32(w))
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	g := b.Build()
	if g.Len() == 0 {
		return nil, nil, fmt.Errorf("%s holds no ties", n.file)
	}
	return g, bad, nil
}

// loadNumbers reads an edge list whose vertices are numbers; nil for any other file.
func (n *networkOptions) loadNumbers() (*graph.Graph, error) {
	f, err := os.Open(n.file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only
	ties, ok, err := graphfile.Numbers(f, n.columns)
	if err != nil || !ok {
		return nil, err
	}
	return graph.FromNumbers(ties, n.directed), nil
}

// columns returns the columns of an edge list: as named, or those whose names say so, or the
// first two.
func (n *networkOptions) columns(header []string) (from, to, weight int, err error) {
	find := func(named string, words ...string) (int, error) {
		if named != "" {
			i := slices.Index(header, named)
			if i < 0 {
				return 0, usageError{fmt.Sprintf("%s has no column %q: it has %q", n.file, named, header)}
			}
			return i, nil
		}
		return slices.IndexFunc(header, func(h string) bool { return slices.Contains(words, strings.ToLower(strings.TrimSpace(h))) }), nil
	}
	var errs [3]error
	from, errs[0] = find(n.from, "from", "source", "src", "caller", "sender", "a")
	to, errs[1] = find(n.to, "to", "target", "dst", "receiver", "recipient", "b")
	weight, errs[2] = find(n.weight, "weight")
	if err := errors.Join(errs[:]...); err != nil {
		return 0, 0, 0, err
	}
	if from < 0 || to < 0 {
		if len(header) == 1 {
			return 0, 0, 0, usageError{fmt.Sprintf("%s has one column; an edge list needs two", n.file)}
		}
		from, to = 0, 1
	}
	return from, to, weight, nil
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
		out = append(out, ranked{g.Name(v), values[v]})
	}
	return out
}

func (n *networkOptions) communities(ctx context.Context, g *graph.Graph) (*communities, error) {
	o := community.Options{Resolution: n.resolution, Seed: n.seed, Fast: n.fast}
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
	if n.truth == "" {
		return c, nil
	}
	var got, want []string
	_, err = eachRow(ctx, n.truth, func(_ *reader.Reader, _ int, cells []string) error {
		if v, ok := g.Find(cells[0]); ok && len(cells) > 1 {
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
	return c, nil
}

// write writes the graph, or a table of its vertices, with all values.
func (n *networkOptions) write(g *graph.Graph, a *networked) (err error) {
	var columns []graphfile.Column
	for _, name := range a.order {
		columns = append(columns, graphfile.Column{Name: name, Number: a.Measures[name].values})
	}
	if a.Communities != nil {
		c := graphfile.Column{Name: "community"}
		for _, of := range a.Communities.of {
			c.Text = append(c.Text, strconv.Itoa(int(of)))
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
	tab := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	for _, name := range a.order {
		m := a.Measures[name]
		fmt.Fprintf(tab, "\n%s\t\t%.2f s\n", strings.ToUpper(name), m.Seconds)
		for i, r := range m.Top {
			fmt.Fprintf(tab, "%d\t%s\t%.6g\n", i+1, r.Name, r.Value)
		}
	}
	if c := a.Communities; c != nil {
		fmt.Fprintf(tab, "\n%d communities by %s, quality %.4f, %.2f s\n", c.Count, c.Algorithm, c.Modularity, c.Seconds)
		if c.NMI != nil {
			fmt.Fprintf(tab, "agreement with the truth (NMI) %.4f\n", *c.NMI)
		}
	}
	return tab.Flush()
}
