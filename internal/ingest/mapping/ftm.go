package mapping

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"skein/internal/english"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

// ftmEntity is a FollowTheMoney entity as its tools write it. What else stands there
// (caption, datasets, days of first and last sight) is of other systems.
type ftmEntity struct {
	ID         string                     `json:"id"`
	Schema     string                     `json:"schema"`
	Properties map[string]json.RawMessage `json:"properties"`
}

// FromFtM reads one FollowTheMoney entity. Its id is the whole key, within the scope
// of the owner; properties of type entity hold ids and become keys in the same
// scope, a nested entity standing for its id. Persons get the category cat, which
// such documents lack; without one a person is a problem. The record has no ID and no
// place, and its statements are in the order of the properties' names. Problems
// carry the property's name as column; where there are any, there is no record.
func FromFtM(doc []byte, m *schema.Model, ctx Context, cat record.Category) (*record.Record, []Problem) {
	d := json.NewDecoder(bytes.NewReader(doc))
	var e ftmEntity
	if err := d.Decode(&e); err != nil {
		return nil, []Problem{{"", "not a FollowTheMoney entity in JSON: " + err.Error()}}
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, []Problem{{"", "text follows the entity; want one JSON object a row"}}
	}
	f := ftmReader{scope: "owner:" + ctx.Owner}
	if e.ID = strings.TrimSpace(e.ID); normalize.Visible(e.ID) == "" {
		f.problem("id", "the entity has no id")
	}
	s, ok := m.Get(schema.Name(e.Schema))
	if !ok {
		f.problem("schema", fmt.Sprintf("unknown schema %q%s", e.Schema, didYouMean(e.Schema, schemaNames(m))))
		return nil, f.problems
	}
	if s.Abstract {
		f.problem("schema", fmt.Sprintf("no record is a mere %s", e.Schema))
	}
	r := &record.Record{Schema: schema.Name(e.Schema), Key: f.keyer.Key(f.scope, normalize.Visible(e.ID))}
	if s.Is(person) {
		if r.Category = cat; cat == record.NoCategory {
			f.problem("", "the person has no data-subject category; give the source one in the case file")
		}
	}
	for _, name := range sortedKeys(e.Properties) {
		p, ok := s.Property(schema.PropertyName(name))
		if !ok {
			f.problem(name, fmt.Sprintf("%s has no property %q%s", english.A(e.Schema), name, didYouMean(name, propertyNames(s))))
			continue
		}
		f.property(r, formOf(s, p), p, e.Properties[name])
	}
	if len(f.problems) > 0 {
		return nil, f.problems
	}
	return r, nil
}

type ftmReader struct {
	scope    string
	keyer    record.Keyer
	problems []Problem
}

func (f *ftmReader) problem(column, reason string) {
	f.problems = append(f.problems, Problem{column, reason})
}

// property adds the values of one property: a list, or one alone.
func (f *ftmReader) property(r *record.Record, fm form, p *schema.Property, raw json.RawMessage) {
	var values []json.RawMessage
	if json.Unmarshal(raw, &values) != nil {
		values = []json.RawMessage{raw}
	}
	from := len(r.Statements)
	for _, v := range values {
		written, err := ftmText(v, p.Type == schema.Entity)
		if err == nil && strings.TrimSpace(written) == "" {
			continue
		}
		value := ""
		if err == nil {
			value, err = f.canonical(fm, strings.TrimSpace(written))
		}
		if isNoValue(err) {
			continue
		}
		if err != nil {
			f.problem(string(p.Name), err.Error())
			continue
		}
		s := record.Statement{Property: p.Name, Value: value}
		if p.Type != schema.Entity && written != value {
			s.Original = written
		}
		if !hasValue(r.Statements[from:], value) {
			r.Statements = append(r.Statements, s)
		}
	}
}

func hasValue(statements []record.Statement, value string) bool {
	for i := range statements {
		if statements[i].Value == value {
			return true
		}
	}
	return false
}

// ftmText returns a value as text: a JSON text, number or truth, or the id of a
// nested entity. A null is empty.
func ftmText(raw json.RawMessage, nested bool) (string, error) {
	var s string
	switch {
	case json.Unmarshal(raw, &s) == nil:
		return s, nil // also of null
	case len(raw) > 0 && raw[0] != '{' && raw[0] != '[':
		return string(raw), nil
	}
	var e ftmEntity
	if !nested || json.Unmarshal(raw, &e) != nil || e.ID == "" {
		return "", fmt.Errorf("%s: want a text", shorten(raw))
	}
	return e.ID, nil
}

// shorten quotes the beginning of a text for a message.
func shorten(raw []byte) string {
	const most = 40
	if len(raw) <= most {
		return string(raw)
	}
	return strings.ToValidUTF8(string(raw[:most]), "") + "..."
}

func (f *ftmReader) canonical(fm form, text string) (string, error) {
	if fm.kind == schema.Entity {
		return f.keyer.Key(f.scope, normalize.Visible(text)).String(), nil
	}
	// Machines write a point and no groups: 1.125 is not 1125, as it would be of people.
	if (fm.kind == schema.Number || fm.kind == schema.Amount) && isPlainNumber(text) {
		v := plainNumber(text)
		return v, fm.check(v)
	}
	return fm.canonical(text, "")
}

// isPlainNumber reports whether a text is digits with at most one point among them
// and a minus in front.
func isPlainNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(s, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(fraction))
}
