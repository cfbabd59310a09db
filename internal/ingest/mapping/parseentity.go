package mapping

import (
	"slices"
	"strings"

	"skein/internal/english"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

const entityKeys = "schema keys key fallback_keys key_literal id_column key_scope key_type category origin grade label properties"

// The schemata that the language itself knows.
const (
	person     schema.Name = "Person"
	debriefing schema.Name = "Debriefing"
)

// entity reads all of an entity but its properties.
func (p *parser) entity(f field, fields map[string]field) *entity {
	e := &entity{name: f.name, line: f.key.Line}
	what := "entity " + f.name
	if s, ok := fields["schema"]; !ok {
		p.fail(e.line, "%s has no schema", what)
	} else if name, ok := p.text(s.value, "schema"); ok {
		e.schemaName = schema.Name(name)
		if e.schema, ok = p.model.Get(e.schemaName); !ok {
			e.schema = nil
			p.fail(s.value.Line, "%s has the unknown schema %q%s", what, name, didYouMean(name, schemaNames(p.model)))
		} else if e.schema.Abstract {
			p.fail(s.value.Line, "%s: no record is a mere %s; write what it is: %s", what, name, strings.Join(kindsOf(p.model, e.schemaName), ", "))
			e.schema = nil
		} else {
			e.isPerson = e.schema.Is(person)
		}
	}
	p.entityKey(e, fields, what)
	if s, ok := fields["category"]; ok && e.schema != nil && !e.isPerson {
		p.fail(s.key.Line, "%s is %s; only persons have a category", what, english.A(string(e.schemaName)))
	}
	e.category = p.setting(fields["category"], "category", fits(parseCategory))
	e.origin = p.setting(fields["origin"], "origin", nil)
	e.grade = p.setting(fields["grade"], "grade", fits(grading.Parse))
	e.label = p.setting(fields["label"], "label", fits(parseLabel))
	return e
}

// kindsOf lists some schemata that extend another.
func kindsOf(m *schema.Model, name schema.Name) []string {
	const most = 8
	var out []string
	for _, s := range m.Schemata() {
		if s.Is(name) && !s.Abstract && len(out) < most {
			out = append(out, string(s.Name))
		}
	}
	return out
}

// entityKey reads what names the thing.
func (p *parser) entityKey(e *entity, fields map[string]field, what string) {
	for _, name := range []string{"keys", "key"} {
		if f, ok := fields[name]; ok {
			e.keys = append(e.keys, p.columns(f.value, name)...)
		}
	}
	if f, ok := fields["fallback_keys"]; ok {
		e.fallback = p.columns(f.value, "fallback_keys")
		if _, isID := fields["id_column"]; isID {
			p.fail(f.key.Line, "%s has fallback_keys beside id_column; write keys for id_column", what)
		}
	}
	if f, ok := fields["key_literal"]; ok {
		e.literal, _ = p.text(f.value, "key_literal")
	}
	if f, ok := fields["id_column"]; ok {
		e.isID = true
		if len(e.keys) > 0 || e.literal != "" {
			p.fail(f.key.Line, "%s has id_column beside keys or key_literal; the column holds the whole key, so drop one", what)
		}
		if e.keys = p.columns(f.value, "id_column"); len(e.keys) > 1 {
			p.fail(f.key.Line, "%s: id_column is one column; write keys for several", what)
		}
	}
	if len(e.keys) == 0 {
		p.fail(e.line, "%s has no keys: name the columns that tell one such thing from another, or $row", what)
	}
	if f, ok := fields["key_scope"]; ok {
		e.global = p.oneOf(f.value, "key_scope", "owner", "global") == "global"
	}
	if f, ok := fields["key_type"]; ok {
		name, _ := p.text(f.value, "key_type")
		if e.keyType = schema.Type(name); !isKeyType(e.keyType) {
			p.fail(f.value.Line, "key_type is %q; write one of %s", name, strings.Join(keyTypes(), " "))
		}
	}
}

// setting reads a plain text, {literal: ...} or {column: ..., lookup: ...}. check
// says what is wrong with a text that the rows may get; nil lets all pass.
func (p *parser) setting(f field, what string, check func(string) error) setting {
	if f.value == nil {
		return setting{}
	}
	s := setting{line: f.value.Line}
	verify := func(text string) {
		if check == nil || text == "" {
			return
		}
		if err := check(text); err != nil {
			p.fail(s.line, "%s: %v", what, err)
		}
	}
	literal := f
	if len(f.value.Content) > 0 {
		fields := p.known(f.value, what, "column literal lookup")
		literal = fields["literal"]
		s.lookup = p.lookup(fields["lookup"])
		if c, ok := fields["column"]; ok {
			if cs := p.columns(c.value, "column"); len(cs) == 1 && literal.value == nil {
				s.column = cs[0]
				for _, to := range s.lookup {
					verify(to)
				}
				return s
			}
			p.fail(s.line, "%s is one column or one text", what)
			return s
		}
	}
	if literal.value != nil {
		text, _ := p.text(literal.value, what)
		s.text = strings.TrimSpace(text)
	}
	if s.text == "" {
		p.fail(s.line, "%s is empty; write a text or {column: ...}, or leave it out", what)
	}
	verify(s.text)
	return s
}

// lookup returns the table that f names.
func (p *parser) lookup(f field) lookup {
	if f.value == nil {
		return nil
	}
	name, ok := p.text(f.value, "lookup")
	if !ok {
		return nil
	}
	l, ok := p.lookups[name]
	if !ok {
		p.fail(f.value.Line, "there is no lookup %q%s; tables stand under lookups", name, didYouMean(name, sortedKeys(p.lookups)))
	}
	return l
}

func fits[T any](parse func(string) (T, error)) func(string) error {
	return func(s string) error {
		_, err := parse(s)
		return err
	}
}

// parseLabel reads a label of a mapping, whose owner may be the agency that a row comes from.
func parseLabel(s string) (handling.Label, error) { return handling.ParseOwned(s, "OWNER") }

// parseCategory reads a category in any case.
func parseCategory(s string) (record.Category, error) {
	return record.ParseCategory(strings.ToLower(s))
}

// keyProperties finds the properties of the type of the keys that read the same
// columns: their formats, country and lookup hold for the keys as well.
func keyProperties(e *entity) []*property {
	out := make([]*property, len(e.keys))
	for i, k := range e.keys {
		for _, pr := range e.properties {
			reads := slices.ContainsFunc(pr.columns, func(c column) bool { return c.name == k.name })
			plain := pr.template == nil && pr.formula == nil && !pr.joins && pr.split == ""
			if reads && plain && e.keyType != "" && pr.definition.Type == e.keyType {
				out[i] = pr
				break
			}
		}
	}
	return out
}

// keySorts says what the texts of key columns are, by the property that reads the same
// column: NA is a country, and 0 a number of no ship.
func keySorts(e *entity, columns []column) []sort {
	out := make([]sort, len(columns))
	for i, k := range columns {
		out[i] = sort{of: normalize.OfKey}
		for _, pr := range e.properties {
			reads := slices.ContainsFunc(pr.columns, func(c column) bool { return c.name == k.name })
			if reads && pr.template == nil && pr.formula == nil && !pr.joins {
				out[i] = sortOf(typeOf(pr.definition), pr.form.device)
				break
			}
		}
	}
	return out
}
