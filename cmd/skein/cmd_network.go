package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"skein/internal/exchange/graphfile"
	"skein/internal/terminal"
)

// ranked is a node with its value.
type ranked struct {
	Name  string      `json:"name"`
	Value float64     `json:"value"`
	In    *float64    `json:"in,omitempty"`    // of a directed graph: what leads to it, …
	Out   *float64    `json:"out,omitempty"`   // … and from it
	Ranks *[2]float64 `json:"ranks,omitempty"` // that hold 95 % of the draws

	vertex uint32
}

// bound is how near sampled values are.
type bound struct {
	Within float64 `json:"within"` // of the exact value, all nodes at once, …
	Chance float64 `json:"chance"` // … but for this probability
	Paths  int     `json:"paths"`  // that were drawn
}

// measured is a measure of all nodes.
type measured struct {
	Seconds float64  `json:"seconds"`
	Bound   *bound   `json:"bound,omitempty"`
	Note    string   `json:"note,omitempty"`
	Top     []ranked `json:"top"`

	values  []float64
	in, out []float64 // of a directed graph: the parts that values sum up
}

// communities is how a graph falls into groups.
type communities struct {
	Algorithm    string   `json:"algorithm"`
	Count        int      `json:"count"`
	Modularity   float64  `json:"modularity"` // of CPM: its quality
	Disconnected int      `json:"disconnected"`
	Seconds      float64  `json:"seconds"`
	NMI          *float64 `json:"nmi,omitempty"`
	Mixing       *float64 `json:"mixing,omitempty"` // how far edges stay within the true groups: 1 all, 0 as by chance
	Chance       *chance  `json:"chance,omitempty"`
	Overlapping  int      `json:"in_several,omitempty"` // nodes in more than one
	Scan         []step   `json:"scan,omitempty"`

	of  []uint32
	all [][]uint32 // of each node; nil: only its own
}

// networked is the answer of network.
type networked struct {
	Nodes       int                  `json:"nodes"`
	Edges       int                  `json:"edges"`
	Directed    bool                 `json:"directed"`
	Undirected  int                  `json:"undirected_edges,omitempty"` // of a directed graph: edges that go both ways
	Components  int                  `json:"components"`
	Loops       int                  `json:"loops_left_out"`
	BadRows     int                  `json:"bad_rows"`
	NotRead     []string             `json:"not_read,omitempty"`
	Columns     *graphfile.Taken     `json:"columns,omitempty"`
	Notes       []string             `json:"notes,omitempty"`
	LoadSeconds float64              `json:"load_seconds"`
	Whole       whole                `json:"whole"`
	Measures    map[string]*measured `json:"measures"`
	Communities *communities         `json:"communities,omitempty"`
	KeyPlayers  *keyed               `json:"key_players,omitempty"`
	Paths       *connected           `json:"paths,omitempty"`

	order []string
}

// networkOptions are the flags of network.
type networkOptions struct {
	file, from, to, weight, truth, out string
	layer, only, when, since, until    string
	network, path                      string

	table                tableFlags
	given                map[string]bool // flags, by their names
	directed, asJSON     bool
	measures             string
	algorithm            string
	resolution, overlap  float64
	scan                 string
	seed                 uint64
	top, bootstrap, null int
	key, longest         int
	threads              int

	order       []string // of measures
	ends        []string // of paths
	resolutions []float64
	layers      []string
}

func runNetwork(ctx context.Context, e *env, args []string) error {
	var n networkOptions
	o := n.options(e)
	rest, err := o.parse(args, 1, 1)
	if err != nil {
		return err
	}
	n.file = rest[0]
	n.given = map[string]bool{}
	o.Visit(func(f *flag.Flag) { n.given[f.Name] = true })
	if err := n.check(); err != nil {
		return err
	}
	if n.threads > 0 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n.threads))
	}
	return e.network(ctx, n)
}

// options defines the flags.
func (n *networkOptions) options(e *env) *options {
	var names []string
	for _, m := range measures {
		names = append(names, fmt.Sprintf("  %-15s%s", m.name, m.about))
	}
	o := newOptions(e, "network", "FILE [--measure NAME,...] [--communities leiden|cpm] [--json]",
		"Measures the graph in an edge list or adjacency matrix (CSV, XLSX, Parquet, JSON Lines), a FollowTheMoney,\nGraphML, GEXF, Pajek or METIS file. Measures, none of which says that anybody will offend:\n"+strings.Join(names, "\n"))
	n.table.define(o)
	o.StringVar(&n.from, "from", "", "`COLUMN` where edges begin (default: found by header and values)")
	o.StringVar(&n.to, "to", "", "`COLUMN` where edges end (default: found by header and values)")
	o.StringVar(&n.weight, "weight", "", "`COLUMN` of the weights, above 0 (default: weight; otherwise each row counts 1)")
	o.StringVar(&n.layer, "layer", "", "`COLUMN` of the relation of each edge, such as call or meeting")
	o.StringVar(&n.only, "only", "", "`LAYER,...` that count (default: all)")
	o.StringVar(&n.when, "time", "", "`COLUMN` of the day of each edge")
	o.StringVar(&n.since, "since", "", "first `DAY`, month or year that counts, such as 2015-03-14 or 2015")
	o.StringVar(&n.until, "until", "", "last `DAY`, month or year that counts")
	o.BoolVar(&n.directed, "directed", false, "edges of the table have a direction")
	o.StringVar(&n.network, "network", "", "`NAME` or number of one of several networks in a Pajek project or GraphML file")
	o.StringVar(&n.measures, "measure", "", "`NAME,...`, all or none (default: degree, betweenness, pagerank; in a graph of more than "+limitText()+", sampled for betweenness)")
	o.StringVar(&n.algorithm, "communities", "", "find communities by `leiden|cpm`")
	o.Float64Var(&n.resolution, "resolution", 0, "`R` of communities, above 0 (default: 1 for leiden, the density of the graph for cpm)")
	o.Uint64Var(&n.seed, "seed", 1, "`N` from which random numbers are drawn: the same seed gives the same result")
	o.IntVar(&n.threads, "threads", 0, "use `N` cores (default: all)")
	o.StringVar(&n.truth, "truth", "", "`FILE` with a node and its true community in each row: reports how far communities agree")
	o.IntVar(&n.top, "top", 10, "show the `N` nodes of the largest values of each measure")
	o.IntVar(&n.bootstrap, "bootstrap", 0, "bootstrap the edges `N` times and report 95 % rank intervals")
	o.Float64Var(&n.overlap, "overlap", 0, "also count a node to communities that hold at least this `SHARE` of its edges, such as 0.3")
	o.StringVar(&n.scan, "scan", "", "find communities at `R,...` too, and report how stable each is over five seeds")
	o.IntVar(&n.null, "null", 0, "compare the communities with those of `N` random graphs of the same degrees")
	o.IntVar(&n.key, "key", 0, "find the `N` key players: whose removal fragments the graph most, and who reach most others")
	o.StringVar(&n.path, "path", "", "list the paths between two nodes, `A,B`")
	o.IntVar(&n.longest, "longest", 4, "list paths of up to `N` edges")
	o.StringVar(&n.out, "out", "", "write to `FILE`: the graph with all values (.graphml, .gexf), its link chart (.svg), or the values (.csv, .tsv, .parquet)")
	o.BoolVar(&n.asJSON, "json", false, "print the answer as JSON")
	return o
}

func (e *env) network(ctx context.Context, n networkOptions) error {
	started := time.Now()
	b := e.bar(0)
	defer b.clear()
	f, err := n.load(ctx, b)
	if err != nil {
		return err
	}
	if err := n.fits(f.Graph); err != nil {
		return err
	}
	answer := newAnswer(f)
	answer.LoadSeconds = time.Since(started).Seconds()
	if err := n.measure(ctx, e, f.Graph, b, &answer); err != nil {
		return err
	}
	if n.algorithm != "" {
		e.doing("finding communities")
		if answer.Communities, err = n.communities(ctx, f, b); err != nil {
			return err
		}
	}
	if n.key > 0 {
		e.doing("finding key players")
		if answer.KeyPlayers, err = n.keyPlayers(ctx, f.Graph); err != nil {
			return err
		}
	}
	if n.path != "" {
		e.doing("finding paths")
		if answer.Paths, err = n.paths(ctx, f); err != nil {
			return err
		}
	}
	if n.out != "" {
		e.doing("writing " + n.out)
		if err := n.write(f, &answer); err != nil {
			return err
		}
	}
	b.clear()
	if n.asJSON {
		err = printJSON(e.out, answer)
	} else {
		err = answer.print(e)
	}
	return errors.Join(err, e.unread(filepath.Base(n.file), f))
}

// newAnswer describes the graph as a whole.
func newAnswer(f *graphfile.File) networked {
	g := f.Graph
	_, sizes := g.Components()
	a := networked{
		Nodes: g.Len(), Edges: g.Edges(), Directed: g.Directed, Components: len(sizes), Loops: g.Loops(),
		BadRows: len(f.Bad), NotRead: f.Unread, Columns: f.Taken, Notes: f.Notes, Whole: wholeOf(g), Measures: map[string]*measured{},
	}
	if m := g.Mutual(); m != nil { // an arc each way
		a.Undirected = m.Edges()
		a.Edges -= m.Edges()
	}
	return a
}

// unread reports what of the file is not in the graph.
func (e *env) unread(name string, f *graphfile.File) error {
	for _, what := range f.Unread {
		fmt.Fprintf(e.err, "skein: %s: %s\n", terminal.Line(name), terminal.Line(what))
	}
	if err := e.tellBad(name, f.Bad); err != nil {
		return err
	}
	if len(f.Unread) > 0 {
		return told{fmt.Errorf("%w: part of the file is not in the graph", errQuarantined)}
	}
	return nil
}
