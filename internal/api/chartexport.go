package api

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/english"
	"skein/internal/exchange/graphfile"
	"skein/internal/network/graph"
)

// exportChart writes a chart for other programs.
func (s *Server) exportChart(ctx context.Context, in *struct {
	Body struct {
		Format string   `json:"format" enum:"graphml,gexf"`
		Nodes  []placed `json:"nodes" maxItems:"5000"`
	}
},
) (*binaryBody, error) {
	v := s.current.Load()
	var nodes []int
	for _, p := range in.Body.Nodes {
		i, err := v.find(p.ID)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, i)
	}
	if err := s.audit(ctx, "export chart", english.Count(len(nodes), "entity", "entities")+" as "+in.Body.Format, ""); err != nil {
		return nil, err
	}
	c := v.chart(nodes)
	b := graph.NewBuilder(false)
	columns := []graphfile.Column{{Name: "name"}, {Name: "type"}, {Name: "tier"}, {Name: "network"}, {Name: "grade"}, {Name: "label"}, {Name: "x", Number: []float64{}}, {Name: "y", Number: []float64{}}}
	for k, n := range c.Nodes {
		b.Vertex(n.ID)
		for at, text := range []string{n.Name, n.Schema, n.Tier, n.Network, v.grades(nodes[k]), v.label(nodes[k])} {
			columns[at].Text = append(columns[at].Text, text)
		}
		columns[6].Number = append(columns[6].Number, in.Body.Nodes[k].X)
		columns[7].Number = append(columns[7].Number, in.Body.Nodes[k].Y)
	}
	for _, e := range c.Edges {
		b.Add(e.A, e.B, float32(e.N))
	}
	var out bytes.Buffer
	format := graphfile.GraphML
	if in.Body.Format == "gexf" {
		format = graphfile.GEXF
	}
	if err := graphfile.Write(&out, format, b.Build(), columns); err != nil {
		return nil, err
	}
	return &binaryBody{"application/xml", out.Bytes()}, nil
}

// grades returns the grades of the records that a node rests on, in the order of their text.
func (v *snapshot) grades(i int) string {
	var out []string
	for _, src := range v.sources(i) {
		out = append(out, v.picture.Set.Grade(src).String())
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

// label returns the label of what a chart shows of a node: that of its records and of the
// records of its ties.
func (v *snapshot) label(i int) string {
	labels := v.picture.Set.NewLabels()
	labels.Add(v.sources(i)...)
	for _, k := range v.nodes[i].ties {
		labels.Add(k.from.Records()...)
	}
	return labels.Join().String()
}

// sources returns the records of a node.
func (v *snapshot) sources(i int) []column.Source {
	var out []column.Source
	t := v.picture.Set.Table(v.nodes[i].schema)
	for _, row := range v.nodes[i].rows {
		out = append(out, t.Records(row)...)
	}
	return out
}
