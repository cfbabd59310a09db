package graphfile

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"skein/internal/network/graph"
)

// Column is a value of each node.
type Column struct {
	Name   string
	Number []float64 // nil: Text
	Text   []string
}

// Write writes a graph as GraphML or GEXF with what was computed of its nodes.
func Write(w io.Writer, f Format, g *graph.Graph, columns []Column) error {
	out := bufio.NewWriter(w)
	switch f {
	case GraphML:
		writeGraphML(out, g, columns)
	case GEXF:
		writeGEXF(out, g, columns)
	case Pajek, METIS:
		return fmt.Errorf("graphs are written as GraphML and GEXF, not as %s", f)
	}
	return out.Flush()
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // to memory
	return b.String()
}

func nameOf(g *graph.Graph, v uint32) string {
	if name := g.Name(v); name != "" {
		return escaped(name)
	}
	return strconv.Itoa(int(v))
}

func (c *Column) kind() string {
	if c.Number != nil {
		return "double"
	}
	return "string"
}

func (c *Column) value(v uint32) string {
	if c.Number != nil {
		return strconv.FormatFloat(c.Number[v], 'g', -1, 64)
	}
	return escaped(c.Text[v])
}

// eachEdge calls f for each edge, of those without direction once. In a directed graph these
// are the edges that go both ways and weigh the same as both arcs: where arcs of their own were added
// to one, both are written as directed.
func eachEdge(g *graph.Graph, f func(from, to uint32, weight float64, directed bool)) {
	mutual := g.Mutual()
	both := func(v, u uint32, w float64) bool {
		if mutual == nil {
			return false
		}
		m, ok := mutual.Weight(v, u)
		back, _ := g.Weight(u, v)
		return ok && m == w && m == back
	}
	for v := range uint32(g.Len()) {
		to, weights := g.Arcs(v)
		for i, u := range to {
			w := 1.0
			if weights != nil {
				w = float64(weights[i])
			}
			once := !g.Directed || both(v, u, w)
			if once && u < v {
				continue
			}
			f(v, u, w, !once)
		}
	}
}

func direction(g *graph.Graph) string {
	if g.Directed {
		return "directed"
	}
	return "undirected"
}

func writeGraphML(w io.Writer, g *graph.Graph, columns []Column) {
	fmt.Fprint(w, xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	fmt.Fprint(w, ` <key id="weight" for="edge" attr.name="weight" attr.type="double"/>`, "\n")
	for i := range columns {
		fmt.Fprintf(w, " <key id=\"n%d\" for=\"node\" attr.name=\"%s\" attr.type=\"%s\"/>\n", i, escaped(columns[i].Name), columns[i].kind())
	}
	fmt.Fprintf(w, " <graph edgedefault=\"%s\">\n", direction(g))
	for v := range uint32(g.Len()) {
		fmt.Fprintf(w, "  <node id=\"%s\">", nameOf(g, v))
		for i := range columns {
			fmt.Fprintf(w, "<data key=\"n%d\">%s</data>", i, columns[i].value(v))
		}
		fmt.Fprint(w, "</node>\n")
	}
	eachEdge(g, func(from, to uint32, weight float64, directed bool) {
		own := ""
		if directed != g.Directed {
			own = ` directed="false"`
		}
		fmt.Fprintf(w, "  <edge source=\"%s\" target=\"%s\"%s><data key=\"weight\">%g</data></edge>\n", nameOf(g, from), nameOf(g, to), own, weight)
	})
	fmt.Fprint(w, " </graph>\n</graphml>\n")
}

func writeGEXF(w io.Writer, g *graph.Graph, columns []Column) {
	fmt.Fprint(w, xml.Header, `<gexf xmlns="http://gexf.net/1.3" version="1.3">`, "\n")
	fmt.Fprintf(w, " <graph defaultedgetype=\"%s\">\n  <attributes class=\"node\">\n", direction(g))
	for i := range columns {
		fmt.Fprintf(w, "   <attribute id=\"%d\" title=\"%s\" type=\"%s\"/>\n", i, escaped(columns[i].Name), columns[i].kind())
	}
	fmt.Fprint(w, "  </attributes>\n  <nodes>\n")
	for v := range uint32(g.Len()) {
		fmt.Fprintf(w, "   <node id=\"%d\" label=\"%s\"><attvalues>", v, nameOf(g, v))
		for i := range columns {
			fmt.Fprintf(w, "<attvalue for=\"%d\" value=\"%s\"/>", i, columns[i].value(v))
		}
		fmt.Fprint(w, "</attvalues></node>\n")
	}
	fmt.Fprint(w, "  </nodes>\n  <edges>\n")
	n := 0
	eachEdge(g, func(from, to uint32, weight float64, directed bool) {
		own := ""
		if directed != g.Directed {
			own = ` type="undirected"`
		}
		fmt.Fprintf(w, "   <edge id=\"%d\" source=\"%d\" target=\"%d\"%s weight=\"%g\"/>\n", n, from, to, own, weight)
		n++
	})
	fmt.Fprint(w, "  </edges>\n </graph>\n</gexf>\n")
}
