package graphfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"skein/internal/ingest/reader"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// entity is a FollowTheMoney entity as its tools write it.
type entity struct {
	ID         string                     `json:"id"`
	Schema     string                     `json:"schema"`
	Caption    string                     `json:"caption"`
	Properties map[string]json.RawMessage `json:"properties"`
}

// entities reads FollowTheMoney entities: those of a schema with two ends are edges, which have
// a direction where the schema says so; all others are nodes, under their captions. Fragments
// of one entity may stand in several lines.
func (t *table) entities() (*File, error) {
	if o := t.o; o.columnsNamed() || o.Layers != nil || o.Directed || o.Header != GuessHeader {
		return nil, QuestionError{"these are FollowTheMoney entities, which have no columns, and whose schemata say which edges have a direction", ""}
	}
	model := schema.Default()
	d := newDraft("")
	absent := map[uint32]bool{} // named by an edge; no entity so far
	err := t.each(func(r row) error {
		var e entity
		var s *schema.Schema
		err := json.NewDecoder(bytes.NewReader(r.raw)).Decode(&e)
		reason := ""
		switch {
		case err != nil:
			reason = "no FollowTheMoney entity: " + err.Error()
		case strings.TrimSpace(e.ID) == "":
			reason = "the entity has no id"
		default:
			var ok bool
			if s, ok = model.Get(schema.Name(e.Schema)); !ok {
				reason = fmt.Sprintf("the schema %q is not known: it may be of nodes or of edges", e.Schema)
			}
		}
		if reason == "" {
			reason = d.entity(e, s, absent)
		}
		if reason != "" {
			t.bad = append(t.bad, &reader.RowError{Place: r.at, Reason: reason, Raw: slices.Clone(r.raw)})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	missing := 0
	for v := range absent {
		if !d.state[v] {
			d.state[v] = true
			missing++
		}
	}
	f, err := d.file()
	if err != nil {
		return nil, err
	}
	f.Notes = append(f.Notes, "FollowTheMoney: entities that join two others are edges")
	if missing > 0 {
		f.Notes = append(f.Notes, fmt.Sprintf("%s named by edges and not in the file, shown by id", count(missing, "node")))
	}
	return f, nil
}

// entity adds an entity; it returns why it cannot.
func (d *draft) entity(e entity, s *schema.Schema, absent map[uint32]bool) (reason string) {
	if !s.Edge {
		v := d.at(e.ID)
		d.state[v] = true
		if d.labels[v] == "" {
			d.labels[v] = normalize.Visible(captionOf(e, s))
		}
		return ""
	}
	from, to := textsOf(e.Properties[string(s.Source)]), textsOf(e.Properties[string(s.Target)])
	if len(from) == 0 || len(to) == 0 {
		return fmt.Sprintf("the %s lacks %s or %s, which it joins", s.Name, s.Source, s.Target)
	}
	for _, a := range from {
		for _, b := range to {
			x, y := d.at(a), d.at(b)
			absent[x], absent[y] = true, true
			d.link(x, y, 1, s.Directed)
		}
	}
	return ""
}

// captionOf returns what an entity is shown by: its own caption, or the first value of the
// properties that its schema names for it.
func captionOf(e entity, s *schema.Schema) string {
	if strings.TrimSpace(e.Caption) != "" {
		return e.Caption
	}
	for _, p := range s.Caption {
		for _, text := range textsOf(e.Properties[string(p)]) {
			return text
		}
	}
	return ""
}

// textsOf returns the values of a property: a list or one alone, of texts or of nested
// entities, which stand for their ids.
func textsOf(raw json.RawMessage) []string {
	var values []json.RawMessage
	if json.Unmarshal(raw, &values) != nil {
		values = []json.RawMessage{raw}
	}
	var out []string
	for _, v := range values {
		var text string
		var nested entity
		switch {
		case json.Unmarshal(v, &text) == nil:
		case json.Unmarshal(v, &nested) == nil:
			text = nested.ID
		}
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}
