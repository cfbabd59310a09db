package graphfile

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// gexfReader follows a document. GEXF lets nodes lie in nodes, by nesting or by the id of the
// parent, and each edge have a type of its own (GEXF 1.2 and 1.3).
type gexfReader struct {
	d       *xml.Decoder
	draft   *draft
	mode    string // of edges that say nothing
	class   string // what the open <attributes> are of
	weight  string // id of the attribute titled weight of edges
	usual   string // its default
	nodes   []gexfNode
	edge    *gexfEdge
	graphs  int
	dynamic bool
}

type gexfNode struct {
	id, label, parent string
	line              int
}

type gexfEdge struct {
	from, to, mode string
	weight         string // its own
	value          string // of the attribute titled weight
	line           int
}

func readGEXF(src io.ReaderAt, size int64) (*File, error) {
	d, err := xmlOf(src, size)
	if err != nil {
		return nil, err
	}
	r := &gexfReader{d: d, draft: newDraft("")}
	if err := eachElement(d, "gexf", gexfElements(), r.start, r.end); err != nil {
		return nil, err
	}
	if r.graphs != 1 {
		return nil, fmt.Errorf("%w: it has %s, want one", ErrFormat, count(r.graphs, "<graph>"))
	}
	f, err := r.draft.file()
	if err != nil {
		return nil, err
	}
	if r.dynamic {
		f.Notes = append(f.Notes, "the graph changes over time: nodes and edges of all times are in it")
	}
	return f, nil
}

// gexfElements is what may stand in each element; what the values of nil are is passed over.
func gexfElements() map[string][]string {
	of := []string{"attvalues", "spells", "slices"}
	return map[string][]string{
		"gexf":       {"graph", "meta"},
		"graph":      {"attributes", "nodes", "edges", "meta"},
		"attributes": {"attribute"},
		"nodes":      {"node"},
		"edges":      {"edge"},
		"node":       append([]string{"nodes", "edges", "parents"}, of...),
		"edge":       of,
		"attvalues":  {"attvalue"},
		"spells":     {"spell"},
		"slices":     {"slice"},
		"attribute":  nil, "attvalue": nil, "spell": nil, "slice": nil, "parents": nil, "meta": nil,
	}
}

func (r *gexfReader) start(t xml.StartElement, line int) (read bool, err error) {
	switch t.Name.Local {
	case "graph":
		r.graphs++
		r.mode = attribute(t, "defaultedgetype")
		r.dynamic = r.dynamic || attribute(t, "mode") == "dynamic"
	case "attributes":
		r.class = attribute(t, "class")
	case "attribute":
		return true, r.attribute(t)
	case "node":
		n := gexfNode{attribute(t, "id"), attribute(t, "label"), attribute(t, "pid"), line}
		if k := len(r.nodes); k > 0 && n.parent == "" {
			n.parent = r.nodes[k-1].id
		}
		r.nodes = append(r.nodes, n)
	case "edge":
		r.edge = &gexfEdge{attribute(t, "source"), attribute(t, "target"), attribute(t, "type"), attribute(t, "weight"), "", line}
	case "attvalue":
		id := attribute(t, "for")
		if id == "" {
			id = attribute(t, "id") // GEXF 1.0
		}
		if r.edge != nil && r.weight != "" && id == r.weight {
			r.edge.value = attribute(t, "value")
		}
	case "spell", "slice":
		r.dynamic = true
	}
	return false, nil
}

// attribute reads the declaration of an attribute, with its <default>.
func (r *gexfReader) attribute(t xml.StartElement) error {
	usual := ""
	err := eachWithin(r.d, func(name, text string) {
		if name == "default" {
			usual += text
		}
	})
	if r.class == "edge" && strings.EqualFold(strings.TrimSpace(attribute(t, "title")), "weight") {
		r.weight, r.usual = attribute(t, "id"), strings.TrimSpace(usual)
	}
	return err
}

func (r *gexfReader) end(t xml.EndElement) error {
	switch t.Name.Local {
	case "node":
		n := r.nodes[len(r.nodes)-1]
		r.nodes = r.nodes[:len(r.nodes)-1]
		r.draft.node(n.id, n.label, n.parent, n.line)
	case "edge":
		e := r.edge
		if r.edge = nil; e == nil {
			return nil
		}
		return r.add(e)
	}
	return nil
}

func (r *gexfReader) add(e *gexfEdge) error {
	text := e.weight
	if text == "" {
		text = e.value
	}
	if text == "" {
		text = r.usual
	}
	w, err := weightOf(text)
	if err != nil {
		return fmt.Errorf("line %d: %w", e.line, err)
	}
	mode := e.mode
	if mode == "" {
		mode = r.mode
	}
	switch mode {
	case "", "undirected", "mutual":
		r.draft.edge(e.from, e.to, w, false, e.line)
	case "directed":
		r.draft.edge(e.from, e.to, w, true, e.line)
	default:
		return wrong(e.line, "an edge of type %q; want directed, undirected or mutual", mode)
	}
	return nil
}
