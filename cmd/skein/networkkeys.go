package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"skein/internal/network/centrality"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

// keyed is sets of key players.
type keyed struct {
	Fragmenting []keyPlayer `json:"fragmenting"` // who, taken out together, part most pairs
	Before      float64     `json:"fragmentation_before"`
	After       float64     `json:"fragmentation_after"`
	Parted      float64     `json:"others_parted"`                    // share of the others' pairs that reach each other and no longer would
	Between     *[2]float64 `json:"fragmentation_after_95,omitempty"` // in 95 % of the draws of ties
	Reaching    []string    `json:"reaching"`                         // from whom most others are within two ties
	Reach       float64     `json:"reach"`                            // share of others that are
}

// keyPlayer is one of those who fragment a graph, with who would likely take the place.
type keyPlayer struct {
	Name    string   `json:"name"`
	Instead []string `json:"likely_instead"`
}

// within is how many ties away somebody is in reach.
const within = 2

func (n *networkOptions) keyPlayers(ctx context.Context, g *graph.Graph) (*keyed, error) {
	if g.Len() > mostCompared {
		return nil, usageError{fmt.Sprintf("key players are looked for among %d vertices at most; there are %d", mostCompared, g.Len())}
	}
	g = g.Undirected()
	set, after, err := centrality.KeyPlayers(ctx, g, n.key)
	if err != nil {
		return nil, err
	}
	out := &keyed{Before: centrality.Fragmentation(g), After: after, Parted: centrality.Parted(g, set)}
	if n.bootstrap > 0 {
		var drawn []float64
		for other := range robust.Draws(g, n.bootstrap, n.seed) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			drawn = append(drawn, centrality.Fragmentation(other, set...))
		}
		x := robust.Middle(drawn)
		out.Between = &[2]float64{x.Low, x.High}
	}
	for _, v := range set {
		instead, err := centrality.Replacements(ctx, g, v, 2)
		if err != nil {
			return nil, err
		}
		out.Fragmenting = append(out.Fragmenting, keyPlayer{g.Name(v), namesOf(g, instead)})
	}
	set, out.Reach, err = centrality.Reaching(ctx, g, n.key, within)
	out.Reaching = namesOf(g, set)
	return out, err
}

func namesOf(g *graph.Graph, vertices []uint32) []string {
	out := []string{}
	for _, v := range vertices {
		out = append(out, g.Name(v))
	}
	return out
}

func (k *keyed) print(w io.Writer) {
	fmt.Fprintf(w, "\nKEY PLAYERS, taken out together: pairs that do not reach each other go from %.1f %% to %.1f %%", 100*k.Before, 100*k.After)
	if k.Between != nil {
		fmt.Fprintf(w, " (%.1f to %.1f %% where ties are drawn anew)", 100*k.Between[0], 100*k.Between[1])
	}
	if k.Parted == 0 {
		fmt.Fprint(w, "; the others reach each other as before")
	} else {
		fmt.Fprintf(w, "; %.1f %% of the others' pairs would no longer reach each other", 100*k.Parted)
	}
	fmt.Fprintln(w)
	for _, p := range k.Fragmenting {
		instead := "nobody who is tied"
		if len(p.Instead) > 0 {
			instead = strings.Join(p.Instead, ", ")
		}
		fmt.Fprintf(w, "%s\tlikely instead: %s\n", p.Name, instead)
	}
	fmt.Fprintf(w, "\n%.1f %% of the others are within %d ties of: %s\n", 100*k.Reach, within, strings.Join(k.Reaching, ", "))
}

// connected is how two vertices hang together.
type connected struct {
	From     string     `json:"from"`
	To       string     `json:"to"`
	Shortest []string   `json:"shortest"` // empty: there is no path
	Length   float64    `json:"length"`   // of the shortest: a tie is as long as 1/weight
	Paths    [][]string `json:"paths"`    // of up to so many ties, the fewest first
	Longest  int        `json:"longest"`
	More     bool       `json:"more"` // there are others
}

// mostPaths is how many paths are listed.
const mostPaths = 100

func (n *networkOptions) paths(ctx context.Context, g *graph.Graph) (*connected, error) {
	row := csv.NewReader(strings.NewReader(n.path)) // a name with a comma stands in quotes
	row.TrimLeadingSpace = true
	names, err := row.Read()
	if err != nil {
		return nil, usageError{fmt.Sprintf("--path needs two vertices, as anna,boris: %v", err)}
	}
	var ends []uint32
	for _, name := range names {
		v, ok := g.Find(strings.TrimSpace(name))
		if !ok {
			return nil, usageError{fmt.Sprintf("no vertex is called %q", strings.TrimSpace(name))}
		}
		ends = append(ends, v)
	}
	if len(ends) != 2 || ends[0] == ends[1] {
		return nil, usageError{"--path needs two vertices, as anna,boris"}
	}
	out := &connected{From: g.Name(ends[0]), To: g.Name(ends[1]), Longest: n.longest, Paths: [][]string{}}
	path, length := centrality.ShortestPath(g, ends[0], ends[1], true)
	out.Shortest, out.Length = namesOf(g, path), length
	all, more, err := centrality.Paths(ctx, g, ends[0], ends[1], n.longest, mostPaths)
	for _, p := range all {
		out.Paths = append(out.Paths, namesOf(g, p))
	}
	out.More = more
	return out, err
}

func (c *connected) print(w io.Writer) {
	if len(c.Shortest) == 0 {
		fmt.Fprintf(w, "\nno path from %s to %s\n", c.From, c.To)
		return
	}
	fmt.Fprintf(w, "\nshortest path from %s to %s, of length %.4g: %s\n", c.From, c.To, c.Length, strings.Join(c.Shortest, " - "))
	fmt.Fprintf(w, "paths of up to %d ties: %d", c.Longest, len(c.Paths))
	if c.More {
		fmt.Fprint(w, " and others")
	}
	fmt.Fprintln(w)
	for _, p := range c.Paths {
		fmt.Fprintln(w, strings.Join(p, " - "))
	}
}
