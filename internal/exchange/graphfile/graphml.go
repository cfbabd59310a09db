package graphfile

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// graphMLKey is what <key> says of the values that <data> gives.
type graphMLKey struct {
	name, of string // of: node, edge, graph, all
	value    string // where no <data> gives one
}

// graphMLReader follows a document. GraphML lets graphs lie in nodes and edges, and each say
// which direction its edges have; an edge may say otherwise (GraphML primer; Brandes et
// al. 2002).
type graphMLReader struct {
	d      *xml.Decoder
	keys   map[string]graphMLKey
	drafts []*draft
	open   []*graphMLElement

	hyperedges, ports int
}

// graphMLElement is an open <graph>, <node> or <edge>.
type graphMLElement struct {
	name     string
	line     int
	id       string // of a node
	parent   string // the node that a node lies in
	from, to string // of an edge
	directed bool   // of an edge; of a graph, its edges where they say nothing
	values   map[string]string
	shown    string // the label of a node that yEd draws
}

func readGraphML(src io.ReaderAt, size int64, o Options) (*File, error) {
	d, err := xmlOf(src, size)
	if err != nil {
		return nil, err
	}
	r := &graphMLReader{d: d, keys: map[string]graphMLKey{}}
	if err := eachElement(d, "graphml", graphMLElements(), r.start, r.end); err != nil {
		return nil, err
	}
	if len(r.drafts) == 0 {
		return nil, fmt.Errorf("%w: it has no <graph>", ErrFormat)
	}
	draft, err := chosen(r.drafts, o.Network)
	if err != nil {
		return nil, err
	}
	f, err := draft.file()
	if err != nil {
		return nil, err
	}
	if r.hyperedges > 0 {
		f.Unread = append(f.Unread, fmt.Sprintf("%s not read: give each pair an edge of its own", count(r.hyperedges, "hyperedge")))
	}
	if r.ports > 0 {
		f.Notes = append(f.Notes, "ports are not kept: edges join nodes")
	}
	return f, nil
}

// within returns the innermost open element of a name, nil where none is open.
func (r *graphMLReader) within(name string) *graphMLElement {
	for _, e := range slices.Backward(r.open) {
		if e.name == name {
			return e
		}
	}
	return nil
}

// graphMLElements is what may stand in each element; what the values of nil are is passed over.
func graphMLElements() map[string][]string {
	return map[string][]string{
		"graphml": {"key", "graph", "data", "desc"},
		"graph":   {"node", "edge", "hyperedge", "data", "desc", "locator"},
		"node":    {"graph", "port", "data", "desc", "locator"},
		"edge":    {"graph", "data", "desc", "locator"},
		"key":     nil, "data": nil, "hyperedge": nil, "port": nil, "desc": nil, "locator": nil,
	}
}

func (r *graphMLReader) start(t xml.StartElement, line int) (read bool, err error) {
	e := &graphMLElement{name: t.Name.Local, line: line}
	switch e.name {
	case "key":
		return true, r.key(t)
	case "data":
		return true, r.data(t)
	case "hyperedge":
		r.hyperedges++
	case "port":
		r.ports++
	case "graph":
		if len(r.open) == 0 {
			r.drafts = append(r.drafts, newDraft(attribute(t, "id")))
		}
		e.directed = attribute(t, "edgedefault") == "directed"
	case "node":
		e.id, e.values = attribute(t, "id"), map[string]string{}
		if around := r.within("node"); around != nil {
			e.parent = around.id
		}
	case "edge":
		err = r.ends(e, t)
	}
	switch e.name {
	case "graph", "node", "edge":
		r.open = append(r.open, e)
	}
	return false, err
}

// ends reads what an edge says of its ends and direction.
func (r *graphMLReader) ends(e *graphMLElement, t xml.StartElement) error {
	e.from, e.to, e.values = attribute(t, "source"), attribute(t, "target"), map[string]string{}
	switch text := attribute(t, "directed"); text {
	case "":
		around := r.within("graph")
		e.directed = around != nil && around.directed
	case "true", "1":
		e.directed = true
	case "false", "0":
	default:
		return wrong(e.line, "an edge with directed=%q; want true or false", text)
	}
	if attribute(t, "sourceport")+attribute(t, "targetport") != "" {
		r.ports++
	}
	return nil
}

func (r *graphMLReader) end(t xml.EndElement) error {
	switch t.Name.Local {
	case "graph", "node", "edge":
	default:
		return nil
	}
	e := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	d := r.drafts[len(r.drafts)-1]
	switch e.name {
	case "node":
		d.node(e.id, r.label(e), e.parent, e.line)
	case "edge":
		w, err := weightOf(r.value(e.values, "edge", "weight"))
		if err != nil {
			return fmt.Errorf("line %d: %w", e.line, err)
		}
		d.edge(e.from, e.to, w, e.directed, e.line)
	}
	return nil
}

// label is how a node is shown: what an attribute named label or name says, else what yEd
// draws, else nothing.
func (r *graphMLReader) label(n *graphMLElement) string {
	for _, name := range [...]string{"label", "name"} {
		if text := r.value(n.values, "node", name); strings.TrimSpace(text) != "" {
			return text
		}
	}
	return n.shown
}

// value returns what the key of a name says of a node or edge; the key's own value holds
// where it has none (GraphML primer, 2.4.3).
func (r *graphMLReader) value(values map[string]string, of, name string) string {
	for _, id := range sorted(r.keys) {
		k := r.keys[id]
		if !strings.EqualFold(strings.TrimSpace(k.name), name) || k.of != of && k.of != "all" && k.of != "" {
			continue
		}
		if text, ok := values[id]; ok {
			return text
		}
		if k.value != "" {
			return k.value
		}
	}
	return ""
}

// key reads <key>, with its <default>.
func (r *graphMLReader) key(t xml.StartElement) error {
	k := graphMLKey{name: attribute(t, "attr.name"), of: attribute(t, "for")}
	err := eachWithin(r.d, func(name, text string) {
		if name == "default" {
			k.value += text
		}
	})
	k.value = strings.TrimSpace(k.value)
	r.keys[attribute(t, "id")] = k
	return err
}

// data reads <data>: its text, and the label in what yEd writes of how a node is drawn.
func (r *graphMLReader) data(t xml.StartElement) error {
	key := attribute(t, "key")
	value, shown := "", ""
	err := eachWithin(r.d, func(name, text string) {
		switch {
		case name == "data":
			value += text
		case name == "NodeLabel" && shown == "":
			shown = strings.TrimSpace(text)
		}
	})
	if n := len(r.open); n > 0 && r.open[n-1].values != nil {
		e := r.open[n-1]
		e.values[key] = value
		if e.shown == "" {
			e.shown = shown
		}
	}
	return err
}
