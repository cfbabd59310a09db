package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"skein/internal/exchange/graphfile"
	"skein/internal/network/centrality"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
	"skein/internal/terminal"
)

// keyed is sets of key players.
type keyed struct {
	Fragmenting []keyPlayer `json:"fragmenting"` // whose removal fragments the graph most
	Before      float64     `json:"fragmentation_before"`
	After       float64     `json:"fragmentation_after"`
	Parted      float64     `json:"others_parted"`                    // share of the others' pairs that their removal disconnects
	Between     *[2]float64 `json:"fragmentation_after_95,omitempty"` // in 95 % of the draws of edges
	Reaching    []string    `json:"reaching"`                         // from whom most others are within two edges
	Reach       float64     `json:"reach"`                            // share of others that are
}

// keyPlayer is one of those who fragment a graph, with who would likely take the place.
type keyPlayer struct {
	Name    string   `json:"name"`
	Instead []string `json:"likely_instead"`
}

// within is how many edges away a node is in reach.
const within = 2

func (n *networkOptions) keyPlayers(ctx context.Context, g *graph.Graph) (*keyed, error) {
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
	fmt.Fprintf(w, "\nKEY PLAYERS: removing %s raises the pairs that cannot reach each other from %.1f %% to %.1f %%", theNodes(len(k.Fragmenting)), 100*k.Before, 100*k.After)
	if k.Between != nil {
		fmt.Fprintf(w, " (95 %% of bootstrap draws: %.1f to %.1f %%)", 100*k.Between[0], 100*k.Between[1])
	}
	if k.Parted == 0 {
		fmt.Fprint(w, "; the others still reach each other")
	} else {
		fmt.Fprintf(w, "; %.1f %% of the others' pairs could no longer reach each other", 100*k.Parted)
	}
	fmt.Fprintln(w)
	for _, p := range k.Fragmenting {
		instead := "none of its neighbours"
		if len(p.Instead) > 0 {
			instead = line(p.Instead, ", ")
		}
		fmt.Fprintf(w, "%s\tlikely replaced by: %s\n", terminal.Line(p.Name), instead)
	}
	fmt.Fprintf(w, "\n%.1f %% of the others are within %d edges of: %s\n", 100*k.Reach, within, line(k.Reaching, ", "))
}

// theNodes writes how many nodes are removed.
func theNodes(n int) string {
	if n == 1 {
		return "this node"
	}
	return fmt.Sprintf("these %d nodes", n)
}

// line joins names for one line of a terminal.
func line(names []string, separator string) string {
	shown := make([]string, len(names))
	for i, name := range names {
		shown[i] = terminal.Line(name)
	}
	return strings.Join(shown, separator)
}

// connected is how two nodes are linked.
type connected struct {
	From     string     `json:"from"`
	To       string     `json:"to"`
	Shortest []string   `json:"shortest"` // empty: there is no path
	Length   float64    `json:"length"`   // of the shortest: an edge is as long as 1/weight
	Paths    [][]string `json:"paths"`    // the shortest first
	Longest  int        `json:"longest"`  // in edges
	More     bool       `json:"more"`     // there are others
}

// mostPaths is how many paths are listed.
const mostPaths = 100

func (n *networkOptions) paths(ctx context.Context, f *graphfile.File) (*connected, error) {
	g := f.Graph
	var ends [2]uint32
	for i, name := range n.ends {
		v, ok := f.Find(name)
		if !ok {
			return nil, usagef("--path: there is no node %q", name)
		}
		ends[i] = v
	}
	if ends[0] == ends[1] {
		return nil, usagef("--path: %q and %q are one node", n.ends[0], n.ends[1])
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
	from, to := terminal.Line(c.From), terminal.Line(c.To)
	if len(c.Shortest) == 0 {
		fmt.Fprintf(w, "\nno path from %s to %s\n", from, to)
		return
	}
	fmt.Fprintf(w, "\nshortest path from %s to %s, of length %.4g: %s\n", from, to, c.Length, line(c.Shortest, " - "))
	fmt.Fprintf(w, "paths of up to %s: %d", counted(c.Longest, "edge"), len(c.Paths))
	if c.More {
		fmt.Fprint(w, " and more")
	}
	fmt.Fprintln(w)
	for _, p := range c.Paths {
		fmt.Fprintln(w, line(p, " - "))
	}
}
