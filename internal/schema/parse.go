package schema

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ErrDefinition says that a definition is no good; the error around it says where
// and why.
var ErrDefinition = errors.New("schema definition is not right")

// Parse reads the definitions in all *.yaml files of fsys. All that is wrong with them
// is told at once, each with file and line, as [ErrDefinition].
func Parse(fsys fs.FS) (*Model, error) {
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%w: there is no *.yaml file", ErrDefinition)
	}
	p := parser{at: map[Name]string{}, byName: map[Name]*Schema{}, propertyAt: map[*Property]string{}}
	for _, file := range files {
		text, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		p.file(file, text)
	}
	p.link()
	if len(p.wrong) > 0 {
		return nil, errors.Join(p.wrong...)
	}
	return p.model(), nil
}

// model sorts what was read and numbers it.
func (p *parser) model() *Model {
	slices.SortFunc(p.schemata, func(a, b *Schema) int { return cmp.Compare(a.Name, b.Name) })
	places := map[PropertyName]int{}
	for _, s := range p.schemata {
		for _, pr := range s.own {
			places[pr.Name] = 0
		}
	}
	names := slices.Sorted(maps.Keys(places))
	for i, name := range names {
		places[name] = i
	}
	terms := map[PropertyName]bool{}
	for i, s := range p.schemata {
		s.Index = i
		for _, pr := range s.own {
			pr.Index = places[pr.Name]
			if pr.Term {
				terms[pr.Name] = true
			}
		}
	}
	return &Model{p.schemata, names, terms}
}

type parser struct {
	schemata   []*Schema
	byName     map[Name]*Schema
	at         map[Name]string      // "file:line" of each schema
	propertyAt map[*Property]string // and of each property
	wrong      []error
}

func (p *parser) fail(at, format string, args ...any) {
	p.wrong = append(p.wrong, fmt.Errorf("%s: %w: %s", at, ErrDefinition, fmt.Sprintf(format, args...)))
}

// definition is a schema as YAML writes it.
type definition struct {
	Label       string         `yaml:"label"`
	Plural      string         `yaml:"plural"`
	Description string         `yaml:"description"`
	Origin      Origin         `yaml:"origin"`
	Extends     []Name         `yaml:"extends"`
	Abstract    bool           `yaml:"abstract"`
	Matchable   bool           `yaml:"matchable"`
	Edge        yaml.Node      `yaml:"edge"`
	Featured    []PropertyName `yaml:"featured"`
	Caption     []PropertyName `yaml:"caption"`
	Required    []PropertyName `yaml:"required"`
	Properties  yaml.Node      `yaml:"properties"`
}

type edge struct {
	Source   PropertyName `yaml:"source"`
	Target   PropertyName `yaml:"target"`
	Directed *bool        `yaml:"directed"`
}

type propertyDefinition struct {
	Label       string   `yaml:"label"`
	Description string   `yaml:"description"`
	Type        Type     `yaml:"type"`
	Range       Name     `yaml:"range"`
	Values      []string `yaml:"values"`
	Origin      Origin   `yaml:"origin"`
	Term        bool     `yaml:"term"`
	Deprecated  bool     `yaml:"deprecated"`
}

func (p *parser) file(file string, text []byte) {
	d := yaml.NewDecoder(bytes.NewReader(text))
	var doc, second yaml.Node
	if err := d.Decode(&doc); errors.Is(err, io.EOF) {
		p.fail(file+":1", "the file is empty")
		return
	} else if err != nil {
		p.fail(file, "%v", err)
		return
	}
	if err := d.Decode(&second); err == nil {
		p.fail(at(file, &second), "a second YAML document begins")
	} else if !errors.Is(err, io.EOF) {
		p.fail(file, "%v", err)
	}
	for name, body := range p.pairs(file, doc.Content[0]) {
		p.schema(file, name, body)
	}
}

// pairs yields the keys and values of a YAML mapping, and refuses anything else.
func (p *parser) pairs(file string, n *yaml.Node) func(func(*yaml.Node, *yaml.Node) bool) {
	return func(yield func(*yaml.Node, *yaml.Node) bool) {
		if n.Kind != yaml.MappingNode {
			p.fail(at(file, n), "want names with a colon")
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

func at(file string, n *yaml.Node) string { return fmt.Sprintf("%s:%d", file, n.Line) }

// decode reads a YAML mapping into out, whose keys are known.
func (p *parser) decode(file string, n *yaml.Node, out any, known ...string) bool {
	good := n.Kind == yaml.MappingNode
	for key := range p.pairs(file, n) {
		if !slices.Contains(known, key.Value) {
			p.fail(at(file, key), "unknown key %q (want %s)", key.Value, strings.Join(known, ", "))
			good = false
		}
	}
	if !good {
		return false
	}
	if err := n.Decode(out); err != nil {
		p.fail(at(file, n), "%v", err)
		return false
	}
	return true
}

func (p *parser) schema(file string, key, body *yaml.Node) {
	var d definition
	if !p.decode(file, body, &d, "label", "plural", "description", "origin", "extends", "abstract", "matchable", "edge", "featured", "caption", "required", "properties") {
		return
	}
	here := at(file, key)
	s := &Schema{
		Name: Name(key.Value), Label: d.Label, Plural: d.Plural, Description: d.Description, Origin: d.Origin, Extends: d.Extends,
		Abstract: d.Abstract, Matchable: d.Matchable, Featured: d.Featured, Caption: d.Caption, Required: d.Required,
	}
	if d.Edge.Kind != 0 {
		p.edge(file, s, &d.Edge)
	}
	if !isName(string(s.Name), 'A', 'Z') {
		p.fail(here, "schema %q: want letters and digits, a capital first", s.Name)
	}
	if s.Label == "" || s.Plural == "" || s.Description == "" {
		p.fail(here, "%s needs label, plural and description", s.Name)
	}
	if s.Origin != FollowTheMoney && s.Origin != Skein {
		p.fail(here, "%s: origin %q (want ftm or skein)", s.Name, s.Origin)
	}
	if other, twice := p.at[s.Name]; twice {
		p.fail(here, "%s is defined at %s already", s.Name, other)
		return
	}
	if d.Properties.Kind != 0 {
		for name, body := range p.pairs(file, &d.Properties) {
			p.property(file, s, name, body)
		}
	}
	p.at[s.Name], p.byName[s.Name] = here, s
	p.schemata = append(p.schemata, s)
}

func (p *parser) edge(file string, s *Schema, body *yaml.Node) {
	var e edge
	if !p.decode(file, body, &e, "source", "target", "directed") {
		return
	}
	if e.Source == "" || e.Target == "" {
		p.fail(at(file, body), "%s: an edge needs source and target", s.Name)
		return
	}
	s.Edge, s.Source, s.Target = true, e.Source, e.Target
	s.Directed = e.Directed == nil || *e.Directed
}

// isName reports whether a text is letters and digits, the first a letter in a range.
func isName(text string, from, to byte) bool {
	for i := range len(text) {
		c := text[i]
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return text != "" && from <= text[0] && text[0] <= to
}

func (p *parser) property(file string, s *Schema, key, body *yaml.Node) {
	var d propertyDefinition
	if !p.decode(file, body, &d, "label", "description", "type", "range", "values", "origin", "term", "deprecated") {
		return
	}
	pr := &Property{
		Name: PropertyName(key.Value), Label: d.Label, Description: d.Description, Type: d.Type, Range: d.Range,
		Values: d.Values, Origin: cmp.Or(d.Origin, s.Origin), Term: d.Term || d.Type == Code, Deprecated: d.Deprecated, Of: s.Name,
	}
	p.propertyAt[pr] = at(file, key)
	if fault := fault(s, pr); fault != "" {
		p.fail(p.propertyAt[pr], "%s.%s%s", s.Name, pr.Name, fault)
	}
	s.own = append(s.own, pr)
}

// fault returns what is wrong with a property by itself, to follow its name.
func fault(s *Schema, pr *Property) string {
	switch {
	case !isName(string(pr.Name), 'a', 'z'):
		return ": want letters and digits, a small letter first"
	case pr.Label == "":
		return " needs a label"
	case !slices.Contains(Types(), pr.Type):
		return fmt.Sprintf(": unknown type %q", pr.Type)
	case (pr.Type == Entity) != (pr.Range != ""):
		return ": a range goes with the type entity, and only with it"
	case pr.Term && pr.Type != String && pr.Type != Code:
		return ": a term goes with the type string"
	case len(pr.Values) > 0 && pr.Type != Code:
		return ": values go with the type code"
	case len(slices.Compact(slices.Sorted(slices.Values(pr.Values)))) < len(pr.Values) || slices.Contains(pr.Values, ""):
		return ": a value is empty or given twice"
	case pr.Origin != FollowTheMoney && pr.Origin != Skein:
		return fmt.Sprintf(": origin %q (want ftm or skein)", pr.Origin)
	case pr.Origin == FollowTheMoney && s.Origin == Skein:
		return ": FollowTheMoney has no property of a schema that it does not have"
	case slices.ContainsFunc(s.own, func(other *Property) bool { return other.Name == pr.Name }):
		return " is defined twice"
	}
	return ""
}

// link resolves what schemata say of each other.
func (p *parser) link() {
	for _, s := range p.schemata {
		p.inherit(s, nil)
	}
	if len(p.wrong) > 0 {
		return
	}
	for _, s := range p.schemata {
		for _, pr := range s.own {
			if pr.Type == Entity && p.byName[pr.Range] == nil {
				p.fail(p.propertyAt[pr], "%s.%s: range %q is no schema", s.Name, pr.Name, pr.Range)
			}
		}
		p.named(s, "featured", s.Featured)
		p.named(s, "required", s.Required)
		for _, pr := range p.named(s, "caption", s.Caption) {
			if pr.Type == Entity {
				p.fail(p.at[s.Name], "%s: caption %s refers to a record and is no text", s.Name, pr.Name)
			}
		}
		if !s.Edge {
			continue
		}
		for _, pr := range p.named(s, "edge", []PropertyName{s.Source, s.Target}) {
			if pr.Type != Entity {
				p.fail(p.at[s.Name], "%s: edge ends at %s, which refers to no record", s.Name, pr.Name)
			}
		}
	}
}

// named returns the properties of a schema that a list names.
func (p *parser) named(s *Schema, list string, names []PropertyName) []*Property {
	var out []*Property
	for _, name := range names {
		pr, ok := s.Property(name)
		if !ok {
			p.fail(p.at[s.Name], "%s: %s: no property %q", s.Name, list, name)
			continue
		}
		out = append(out, pr)
	}
	return out
}

// inherit fills in a schema's ancestors and properties after those of the
// schemata that it extends. below is the path that led here.
func (p *parser) inherit(s *Schema, below []Name) {
	if s.ancestors != nil {
		return
	}
	if slices.Contains(below, s.Name) {
		p.fail(p.at[s.Name], "%s extends itself", s.Name)
		return
	}
	below = append(below, s.Name)
	ancestors := []Name{s.Name}
	all := map[PropertyName]*Property{}
	for _, pr := range s.own {
		all[pr.Name] = pr
	}
	for _, name := range s.Extends {
		up := p.byName[name]
		if up == nil {
			p.fail(p.at[s.Name], "%s extends %q, which is no schema", s.Name, name)
			continue
		}
		p.inherit(up, below)
		for _, a := range up.ancestors {
			if !slices.Contains(ancestors, a) {
				ancestors = append(ancestors, a)
			}
		}
		for _, pr := range up.properties { // the first that is extended wins
			if have := all[pr.Name]; have == nil {
				all[pr.Name] = pr
			} else if have.Type != pr.Type || have.Range != pr.Range {
				p.fail(p.at[s.Name], "%s has %s from %s and, of another type, from %s", s.Name, pr.Name, have.Of, pr.Of)
			}
		}
	}
	s.ancestors = ancestors
	s.properties = slices.SortedFunc(maps.Values(all), func(a, b *Property) int { return cmp.Compare(a.Name, b.Name) })
}
