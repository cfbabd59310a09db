package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"skein/internal/exchange/graphfile"
	"skein/internal/network/graph"
	"skein/internal/report/chart"
)

// columns returns the values of nodes that are written: what the file itself says of them,
// under names of their own, and what was computed.
func (a *networked) columns(f *graphfile.File) []graphfile.Column {
	var columns []graphfile.Column
	for _, name := range a.order {
		m := a.Measures[name]
		if m.in != nil {
			columns = append(columns, graphfile.Column{Name: name + " in", Number: m.in}, graphfile.Column{Name: name + " out", Number: m.out})
		}
		columns = append(columns, graphfile.Column{Name: name, Number: m.values})
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
	for _, c := range f.Columns {
		base := c.Name
		taken := func(other graphfile.Column) bool { return other.Name == c.Name }
		for k := 2; c.Name == "name" || slices.ContainsFunc(columns, taken); k++ {
			c.Name = base + " (" + strconv.Itoa(k) + ")"
		}
		columns = append(columns, c)
	}
	return columns
}

// write writes the graph, or a table of its nodes, with all values.
func (n *networkOptions) write(file *graphfile.File, a *networked) (err error) {
	g, columns := file.Graph, a.columns(file)
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

// chart draws the graph: the hundred nodes of the first measure's largest values, where there
// are more.
func (a *networked) chart(g *graph.Graph) string {
	values := each(g, g.Strength)
	if len(a.order) > 0 {
		values = a.Measures[a.order[0]].values
	}
	const most = 100
	l := chart.Links{Frame: chart.Frame{Title: "Link chart", Desc: fmt.Sprintf("%s and %s.", counted(g.Len(), "node"), counted(a.Edges, "edge"))}}
	if g.Len() > most {
		l.Desc += fmt.Sprintf(" Drawn are the %d nodes of the largest values.", most)
	}
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
