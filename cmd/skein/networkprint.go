package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"skein/internal/english"
	"skein/internal/terminal"
)

// counted writes a number with its noun: "1 node", "2,000 nodes".
func counted(n int, noun string) string {
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return english.Count(n, noun, stem+"ies")
	}
	return english.Count(n, noun, noun+"s")
}

func (a *networked) print(e *env) error {
	a.head(e.out)
	tab := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	for _, name := range a.order {
		a.Measures[name].print(tab, name)
	}
	if a.Communities != nil {
		a.Communities.print(tab)
	}
	if a.KeyPlayers != nil {
		a.KeyPlayers.print(tab)
	}
	if a.Paths != nil {
		a.Paths.print(tab)
	}
	return tab.Flush()
}

// head prints what the graph is, and how the file was read.
func (a *networked) head(w io.Writer) {
	edges := counted(a.Edges, "edge")
	switch {
	case a.Undirected > 0:
		edges += fmt.Sprintf(" (%s directed, %s not, which go both ways)", thousands(a.Edges-a.Undirected), thousands(a.Undirected))
	case a.Directed:
		edges = counted(a.Edges, "directed edge")
	}
	fmt.Fprintf(w, "%s, %s, %s, read in %.2f s\n", counted(a.Nodes, "node"), edges, counted(a.Components, "component"), a.LoadSeconds)
	if a.Loops > 0 {
		fmt.Fprintf(w, "%s from a node to itself left out\n", counted(a.Loops, "edge"))
	}
	if c := a.Columns; c != nil {
		header := ""
		if c.NoHeader {
			header = ", no header"
		}
		weight := "each row counts 1"
		if c.Weight != "" {
			weight = "weight " + strconv.Quote(c.Weight)
		}
		fmt.Fprintf(w, "edges from column %q to %q, %s%s\n", c.From, c.To, weight, header)
	}
	for _, note := range a.Notes {
		fmt.Fprintln(w, terminal.Line(note))
	}
	fmt.Fprintf(w, "density %.4g, centralisation %.3f, core of %s\n", a.Whole.Density, a.Whole.Centralisation, counted(a.Whole.Core, "node"))
}

// print prints the largest values of a measure.
func (m *measured) print(w io.Writer, name string) {
	parts := ""
	if m.in != nil {
		parts = "total\tin\tout\t"
	}
	fmt.Fprintf(w, "\n%s\t\t%s%.2f s\n", strings.ToUpper(name), parts, m.Seconds)
	for i, r := range m.Top {
		fmt.Fprintf(w, "%d\t%s\t%.6g", i+1, terminal.Line(r.Name), r.Value)
		if r.In != nil {
			fmt.Fprintf(w, "\t%.6g\t%.6g", *r.In, *r.Out)
		}
		if r.Ranks != nil {
			fmt.Fprintf(w, "\trank %g to %g", r.Ranks[0], r.Ranks[1])
		}
		fmt.Fprintln(w)
	}
	if b := m.Bound; b != nil {
		fmt.Fprintf(w, "each within %.2g of the exact share of pairs, all at once, with probability %g: from %s\n", b.Within, 1-b.Chance, counted(b.Paths, "shortest path"))
	}
	if m.Note != "" {
		fmt.Fprintln(w, m.Note)
	}
}

func (c *communities) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s by %s, quality %.4f, %.2f s\n", counted(c.Count, "community"), c.Algorithm, c.Modularity, c.Seconds)
	if x := c.Chance; x != nil {
		fmt.Fprintf(w, "by chance, in %s of the same degrees: quality %.4f on average, standard deviation %.4f, at most %.4f\n", counted(x.Draws, "random graph"), x.Mean, x.Deviation, x.Largest)
	}
	if c.all != nil {
		verb := "are"
		if c.Overlapping == 1 {
			verb = "is"
		}
		fmt.Fprintf(w, "%s %s in more than one community\n", counted(c.Overlapping, "node"), verb)
	}
	for i, s := range c.Scan {
		if i == 0 {
			fmt.Fprintf(w, "\nRESOLUTION\tCOMMUNITIES\tQUALITY\tSTABILITY\n")
		}
		fmt.Fprintf(w, "%g\t%d\t%.4f\t%.3f\n", s.Resolution, s.Communities, s.Quality, s.Stability)
	}
	if c.NMI != nil {
		fmt.Fprintf(w, "agreement with the truth (NMI) %.4f\n", *c.NMI)
	}
	if c.Mixing != nil {
		fmt.Fprintf(w, "edges within the true groups beyond chance (mixing) %.4f\n", *c.Mixing)
	}
}
