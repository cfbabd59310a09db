// Package graphfile reads and writes graphs as other programs have them: GraphML (Brandes et
// al. 2002), GEXF 1.2 and 1.3, Pajek and METIS. What is wrong is an error with its line, or
// the name of what it refers to.
package graphfile

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"skein/internal/network/graph"
)

// Format of a file of a graph.
type Format string

// The formats.
const (
	GraphML Format = "graphml"
	GEXF    Format = "gexf"
	Pajek   Format = "pajek"
	METIS   Format = "metis"
)

// FormatOf returns the format that a file's name speaks for; ok is false for none.
func FormatOf(name string) (f Format, ok bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".graphml":
		return GraphML, true
	case ".gexf":
		return GEXF, true
	case ".net", ".paj":
		return Pajek, true
	case ".graph", ".metis":
		return METIS, true
	}
	return "", false
}

// ErrFormat is in the error for a file that is not of its format.
var ErrFormat = errors.New("not a graph of this format")

// Read reads a graph.
func Read(r io.Reader, f Format) (*graph.Graph, error) {
	switch f {
	case GraphML:
		return readGraphML(r)
	case GEXF:
		return readGEXF(r)
	case Pajek:
		return readPajek(r)
	case METIS:
		return readMETIS(r)
	}
	return nil, fmt.Errorf("%w: %q", ErrFormat, string(f))
}

func wrong(line int, why string, args ...any) error {
	return fmt.Errorf("line %d: %w: %s", line, ErrFormat, fmt.Sprintf(why, args...))
}

// weightOf reads a weight; nothing is 1.
func weightOf(text string) (float32, error) {
	if text == "" {
		return 1, nil
	}
	w, err := strconv.ParseFloat(strings.TrimSpace(text), 32)
	if err != nil || !(w > 0) {
		return 0, fmt.Errorf("%w: a weight of %q; it must be above 0", ErrFormat, text)
	}
	return float32(w), nil
}

type graphML struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		Name string `xml:"attr.name,attr"`
		For  string `xml:"for,attr"`
	} `xml:"key"`
	Graphs []struct {
		Default string `xml:"edgedefault,attr"`
		Nodes   []struct {
			ID string `xml:"id,attr"`
		} `xml:"node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Data   []struct {
				Key   string `xml:"key,attr"`
				Value string `xml:",chardata"`
			} `xml:"data"`
		} `xml:"edge"`
	} `xml:"graph"`
}

func readGraphML(r io.Reader) (*graph.Graph, error) {
	var doc graphML
	if err := xml.NewDecoder(r).Decode(&doc); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if len(doc.Graphs) != 1 {
		return nil, fmt.Errorf("%w: %d graphs, want one", ErrFormat, len(doc.Graphs))
	}
	weight := ""
	for _, k := range doc.Keys {
		if strings.EqualFold(k.Name, "weight") && k.For != "node" {
			weight = k.ID
		}
	}
	g := doc.Graphs[0]
	b := graph.NewBuilder(g.Default == "directed")
	for _, n := range g.Nodes {
		b.Vertex(n.ID)
	}
	known := len(g.Nodes)
	for _, e := range g.Edges {
		text := ""
		for _, d := range e.Data {
			if d.Key == weight {
				text = d.Value
			}
		}
		w, err := weightOf(text)
		if err != nil {
			return nil, err
		}
		from, to := b.Vertex(e.Source), b.Vertex(e.Target)
		if int(max(from, to)) >= known {
			return nil, fmt.Errorf("%w: the edge %s to %s names no node", ErrFormat, e.Source, e.Target)
		}
		b.Tie(from, to, w)
	}
	return b.Build(), nil
}

type gexf struct {
	Graph struct {
		Default string `xml:"defaultedgetype,attr"`
		Nodes   []struct {
			ID    string `xml:"id,attr"`
			Label string `xml:"label,attr"`
		} `xml:"nodes>node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Weight string `xml:"weight,attr"`
		} `xml:"edges>edge"`
	} `xml:"graph"`
}

func readGEXF(r io.Reader) (*graph.Graph, error) {
	var doc gexf
	if err := xml.NewDecoder(r).Decode(&doc); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	b := graph.NewBuilder(doc.Graph.Default == "directed")
	names := map[string]string{}
	taken := map[string]bool{}
	for _, n := range doc.Graph.Nodes {
		name := n.Label
		if name == "" || taken[name] { // labels need not tell nodes apart
			name = n.ID
		}
		taken[name] = true
		names[n.ID] = name
		b.Vertex(name)
	}
	for _, e := range doc.Graph.Edges {
		from, ok1 := names[e.Source]
		to, ok2 := names[e.Target]
		if !ok1 || !ok2 {
			return nil, fmt.Errorf("%w: the edge %s to %s names no node", ErrFormat, e.Source, e.Target)
		}
		w, err := weightOf(e.Weight)
		if err != nil {
			return nil, err
		}
		b.Add(from, to, w)
	}
	return b.Build(), nil
}

// lines calls f for each line with its number and words.
func lines(r io.Reader, f func(line int, text string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 1<<16), 1<<30)
	for n := 1; s.Scan(); n++ {
		if err := f(n, strings.TrimSpace(s.Text())); err != nil {
			return err
		}
	}
	return s.Err()
}

// readPajek reads *Vertices, *Edges and *Arcs, of which either makes the graph directed.
func readPajek(r io.Reader) (*graph.Graph, error) {
	var b *graph.Builder
	section := ""
	var names []string
	type tie struct {
		from, to int
		weight   float32
	}
	var ties []tie
	directed := false
	err := lines(r, func(line int, text string) error {
		switch {
		case text == "" || text[0] == '%':
			return nil
		case text[0] == '*':
			fields := strings.Fields(strings.ToLower(text))
			section = fields[0]
			if section == "*vertices" {
				if len(fields) < 2 {
					return wrong(line, "*Vertices without their number")
				}
				n, err := strconv.Atoi(fields[1])
				if err != nil || n < 0 || n > 1<<31 {
					return wrong(line, "%q vertices", fields[1])
				}
				names = make([]string, n)
				for i := range names {
					names[i] = strconv.Itoa(i + 1)
				}
			}
			directed = directed || section == "*arcs"
			return nil
		}
		number := func(word string) (int, error) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(names) {
				return 0, wrong(line, "there is no vertex %q", word)
			}
			return n - 1, nil
		}
		fields := strings.Fields(text)
		first, err := number(fields[0])
		if err != nil {
			return err
		}
		switch section {
		case "*vertices":
			if _, label, ok := strings.Cut(text, "\""); ok {
				label, _, _ = strings.Cut(label, "\"")
				names[first] = label
			} else if len(fields) > 1 {
				names[first] = fields[1]
			}
		case "*edges", "*arcs":
			if len(fields) < 2 {
				return wrong(line, "a tie needs two vertices")
			}
			second, err := number(fields[1])
			if err != nil {
				return err
			}
			w := float32(1)
			if len(fields) > 2 {
				if w, err = weightOf(fields[2]); err != nil {
					return fmt.Errorf("line %d: %w", line, err)
				}
			}
			ties = append(ties, tie{first, second, w})
		default:
			return wrong(line, "a section %q is not read", section)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if names == nil {
		return nil, fmt.Errorf("%w: it has no *Vertices", ErrFormat)
	}
	b = graph.NewBuilder(directed)
	vertices := make([]uint32, len(names))
	seen := map[string]bool{}
	for i, name := range names {
		if seen[name] {
			name += " (" + strconv.Itoa(i+1) + ")"
		}
		seen[name] = true
		vertices[i] = b.Vertex(name)
	}
	for _, t := range ties {
		b.Tie(vertices[t.from], vertices[t.to], t.weight)
	}
	return b.Build(), nil
}

// readMETIS reads the number of vertices and edges, a format (001: weights of edges) and a
// line of neighbours for each vertex, from 1.
func readMETIS(r io.Reader) (*graph.Graph, error) {
	b := graph.NewBuilder(false)
	n, edges, weighted, at := -1, 0, false, 0
	err := lines(r, func(line int, text string) error {
		if strings.HasPrefix(text, "%") {
			return nil
		}
		fields := strings.Fields(text)
		if n < 0 {
			if len(fields) < 2 {
				return wrong(line, "want the numbers of vertices and edges")
			}
			var err1, err2 error
			n, err1 = strconv.Atoi(fields[0])
			edges, err2 = strconv.Atoi(fields[1])
			if err1 != nil || err2 != nil || n < 0 || n > 1<<31 {
				return wrong(line, "want the numbers of vertices and edges")
			}
			if len(fields) > 2 {
				switch strings.TrimLeft(fields[2], "0") {
				case "":
				case "1":
					weighted = true
				default:
					return wrong(line, "format %s: weights of vertices are not read", fields[2])
				}
			}
			for i := range n {
				b.Vertex(strconv.Itoa(i + 1))
			}
			return nil
		}
		if at >= n {
			if len(fields) > 0 {
				return wrong(line, "more lines than vertices")
			}
			return nil
		}
		step := 1
		if weighted {
			step = 2
		}
		if len(fields)%step != 0 {
			return wrong(line, "a neighbour without its weight")
		}
		for i := 0; i < len(fields); i += step {
			u, err := strconv.Atoi(fields[i])
			if err != nil || u < 1 || u > n {
				return wrong(line, "there is no vertex %q", fields[i])
			}
			w := float32(1)
			if weighted {
				if w, err = weightOf(fields[i+1]); err != nil {
					return fmt.Errorf("line %d: %w", line, err)
				}
			}
			if at < u { // each edge stands in two lines
				b.Tie(uint32(at), uint32(u-1), w)
			}
		}
		at++
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case n < 0 || at < n:
		return nil, fmt.Errorf("%w: %d vertices, and lines for %d", ErrFormat, max(n, 0), at)
	}
	g := b.Build()
	if g.Edges() != edges {
		return nil, fmt.Errorf("%w: %d edges, the first line says %d", ErrFormat, g.Edges(), edges)
	}
	return g, nil
}
