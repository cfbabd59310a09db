package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"skein/internal/network/centrality"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

// reading is a graph that is being measured.
type reading struct {
	g       *graph.Graph
	b       *bar
	seed    uint64
	looks   int64     // at edges, that sampling may cost; 0: as many as its usual error needs
	bound   *bound    // of what was sampled
	in, out []float64 // of a directed graph: the parts of the last measure
}

// exactMost is up to how much work betweenness is exact where no measure is named: nodes times
// edges.
const exactMost = 100_000_000

// limitText is that limit in words, by a graph that is about as large.
func limitText() string { return "100 million nodes times edges, such as 5,000 and 20,000" }

// Sampling by default: looks at edges for each edge of the graph, so that it takes about as long as
// PageRank; the usual error; and the chance that any value is farther off.
const (
	looksEach     = 12
	leastLooks    = 2_000_000
	sampledWithin = 0.001
	sampledChance = 0.1
)

// measure is what can be measured of nodes.
type measure struct {
	name, about string
	of          func(ctx context.Context, r *reading) ([]float64, error)
}

// measures are all, in the order in which they are shown.
var measures = []measure{
	{"degree", "edges of a node; in a directed graph also in and out", func(_ context.Context, r *reading) ([]float64, error) { return r.degrees(), nil }},
	{"strength", "sum of the weights of its edges; in a directed graph also in and out", func(_ context.Context, r *reading) ([]float64, error) { return r.strengths(), nil }},
	{"betweenness", "shortest paths through a node, exact", func(ctx context.Context, r *reading) ([]float64, error) {
		return centrality.Betweenness(ctx, r.g, false, func(done float64) { r.b.share("betweenness", done) })
	}},
	{"sampled", "share of shortest paths through a node, within 0.001 with probability 0.9", sampled},
	{"harmonic", "sum of 1/distance to all others", func(ctx context.Context, r *reading) ([]float64, error) {
		d, err := centrality.AllDistances(ctx, r.g, func(done float64) { r.b.share("harmonic", done) })
		if err != nil {
			return nil, err
		}
		return d.Harmonic, nil
	}},
	{"closeness", "inverse mean distance to all others", func(ctx context.Context, r *reading) ([]float64, error) {
		d, err := centrality.AllDistances(ctx, r.g, func(done float64) { r.b.share("closeness", done) })
		if err != nil {
			return nil, err
		}
		return d.Closeness(), nil
	}},
	{"pagerank", "share of time that a random walker spends at a node", func(ctx context.Context, r *reading) ([]float64, error) {
		return centrality.PageRank(ctx, r.g, 0.85, 1e-10)
	}},
	{"eigenvector", "edges to nodes that themselves have many", func(ctx context.Context, r *reading) ([]float64, error) {
		return centrality.Eigenvector(ctx, r.g.Undirected(), 1e-10)
	}},
	{"kcore", "largest k such that the node is in a group of mutual degree k", func(_ context.Context, r *reading) ([]float64, error) {
		core := centrality.KCore(r.g.Undirected())
		return each(r.g, func(v uint32) float64 { return float64(core[v]) }), nil
	}},
	{"clustering", "share of pairs of neighbours that are linked", func(ctx context.Context, r *reading) ([]float64, error) {
		local, _, err := centrality.Clustering(ctx, r.g.Undirected(), func(done float64) { r.b.share("clustering", done) })
		return local, err
	}},
	{"constraint", "how far the edges among neighbours bind a node; low for a broker", func(ctx context.Context, r *reading) ([]float64, error) {
		return centrality.Constraint(ctx, r.g.Undirected(), func(done float64) { r.b.share("constraint", done) })
	}},
	{"fragmentation", "share of pairs disconnected by removing the node", func(_ context.Context, r *reading) ([]float64, error) {
		return centrality.Fragmenting(r.g.Undirected()), nil
	}},
	{"articulation", "1 if removing the node disconnects its component", func(_ context.Context, r *reading) ([]float64, error) {
		points, _ := centrality.Cut(r.g.Undirected())
		out := make([]float64, r.g.Len())
		for _, v := range points {
			out[v] = 1
		}
		return out, nil
	}},
	{"bridges", "edges of the node whose removal disconnects its component", func(_ context.Context, r *reading) ([]float64, error) {
		_, bridges := centrality.Cut(r.g.Undirected())
		out := make([]float64, r.g.Len())
		for _, b := range bridges {
			out[b.A]++
			out[b.B]++
		}
		return out, nil
	}},
}

// sampled is betweenness from paths that are drawn, without directions.
func sampled(ctx context.Context, r *reading) ([]float64, error) {
	progress := func(done float64) { r.b.share("sampling paths", done) }
	var s *centrality.Sampled
	var err error
	if r.looks > 0 {
		s, err = centrality.SampledWithin(ctx, r.g.Undirected(), r.looks, sampledChance, r.seed, progress)
	} else {
		s, err = centrality.SampledBetweenness(ctx, r.g.Undirected(), sampledWithin, sampledChance, r.seed, progress)
	}
	if err != nil {
		return nil, err
	}
	r.bound = &bound{s.Error, s.Chance, s.Samples}
	return s.Values, nil
}

// degrees returns how many edges each node has. In a directed graph they lead in or out; an edge
// that goes both ways is one.
func (r *reading) degrees() []float64 {
	out := each(r.g, func(v uint32) float64 { return float64(r.g.Degree(v)) })
	if !r.g.Directed {
		return out
	}
	degree, _ := r.g.In()
	m := r.g.Mutual()
	r.in, r.out = each(r.g, func(v uint32) float64 { return float64(degree[v]) }), out
	return each(r.g, func(v uint32) float64 {
		both := 0
		if m != nil {
			both = m.Degree(v)
		}
		return r.in[v] + r.out[v] - float64(both)
	})
}

// strengths returns the sums of the weights of these edges.
func (r *reading) strengths() []float64 {
	out := each(r.g, r.g.Strength)
	if !r.g.Directed {
		return out
	}
	_, in := r.g.In()
	m := r.g.Mutual()
	r.in, r.out = in, out
	return each(r.g, func(v uint32) float64 {
		both := 0.0
		if m != nil {
			both = m.Strength(v)
		}
		return in[v] + out[v] - both
	})
}

// measure measures all that is asked for or, where nothing is, what ends soon.
func (n *networkOptions) measure(ctx context.Context, e *env, g *graph.Graph, b *bar, a *networked) error {
	a.order = n.order
	r := &reading{g: g, b: b, seed: n.seed}
	note := ""
	if !n.given["measure"] {
		a.order = []string{"degree", "betweenness", "pagerank"}
		if g.Edges() > 0 && g.Len() > exactMost/g.Edges() {
			a.order[1] = "sampled"
			r.looks = max(leastLooks, looksEach*int64(g.Edges()))
			note = fmt.Sprintf("a sample, since the graph has more than %s; for all paths: --measure betweenness; within %g: --measure sampled", limitText(), sampledWithin)
			if g.Directed {
				note += "; directions do not count here"
			}
		}
	}
	for _, m := range measures {
		if !slices.Contains(a.order, m.name) {
			continue
		}
		e.doing("measuring " + m.name)
		r.in, r.out, r.bound = nil, nil, nil
		began := time.Now()
		values, err := m.of(ctx, r)
		if err != nil {
			return err
		}
		x := &measured{Seconds: time.Since(began).Seconds(), Bound: r.bound, values: values, in: r.in, out: r.out, Top: top(g, values, n.top)}
		if m.name == "sampled" {
			x.Note = note
		}
		if err := n.ranks(ctx, r, m, x); err != nil {
			return err
		}
		a.Measures[m.name] = x
	}
	return nil
}

// ranks adds to the largest values what a bootstrap says of their ranks, and their parts.
func (n *networkOptions) ranks(ctx context.Context, r *reading, m measure, x *measured) error {
	for i := range x.Top {
		if t := &x.Top[i]; x.in != nil {
			t.In, t.Out = &x.in[t.vertex], &x.out[t.vertex]
		}
	}
	if n.bootstrap == 0 {
		return nil
	}
	draws := 0
	s, err := robust.Bootstrap(ctx, r.g.Undirected(), n.bootstrap, n.seed, func(ctx context.Context, g *graph.Graph) ([]float64, error) {
		r.b.share("bootstrapping "+m.name, float64(draws)/float64(n.bootstrap))
		draws++
		return m.of(ctx, &reading{g: g, b: &bar{now: r.b.now}, seed: r.seed, looks: r.looks})
	})
	if err != nil {
		return err
	}
	for i := range x.Top {
		t := &x.Top[i]
		t.Ranks = &[2]float64{s.Rank[t.vertex].Low, s.Rank[t.vertex].High}
	}
	return nil
}

// top returns the n nodes of the largest values, equal ones by name.
func top(g *graph.Graph, values []float64, n int) []ranked {
	before := func(a, b uint32) int {
		if values[a] != values[b] {
			return cmp.Compare(values[b], values[a])
		}
		return cmp.Compare(g.Name(a), g.Name(b))
	}
	n = min(n, g.Len())
	best := make([]uint32, 0, n+1)
	if n > 1000 {
		best = slices.SortedFunc(func(yield func(uint32) bool) {
			for v := range uint32(g.Len()) {
				if !yield(v) {
					return
				}
			}
		}, before)[:n]
	} else if n > 0 {
		for v := range uint32(g.Len()) {
			if len(best) == n && before(v, best[n-1]) > 0 {
				continue
			}
			at, _ := slices.BinarySearchFunc(best, v, before)
			best = slices.Insert(best, at, v)
			best = best[:min(n, len(best))]
		}
	}
	out := []ranked{}
	for _, v := range best {
		out = append(out, ranked{Name: g.Name(v), Value: values[v], vertex: v})
	}
	return out
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
	Core           int      `json:"core"`                // nodes of the core
	CoreFit        *float64 `json:"core_fit"`            // correlation with the ideal; nil: there is none
	Hierarchy      *float64 `json:"hierarchy,omitempty"` // of a directed graph
}

// mostCompared is up to how many nodes each pair of them is looked at.
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
