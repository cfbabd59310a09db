package schema

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ErrDefinition says that a definition is no good; the error around it says where
// and why.
var ErrDefinition = errors.New("schema definition is not right")

// Parse reads the definitions in all *.yaml files of fsys. Unknown keys, types and
// names, and schemata that extend themselves, are refused.
func Parse(fsys fs.FS) (*Model, error) {
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	p := parser{at: map[Name]string{}, byName: map[Name]*Schema{}}
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
	slices.SortFunc(p.schemata, func(a, b *Schema) int { return cmp.Compare(a.Name, b.Name) })
	return &Model{p.schemata}, nil
}

type parser struct {
	schemata []*Schema
	byName   map[Name]*Schema
	at       map[Name]string // "file:line" of each schema
	wrong    []error
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
	Edge        *edge          `yaml:"edge"`
	Featured    []PropertyName `yaml:"featured"`
	Caption     []PropertyName `yaml:"caption"`
	Required    []PropertyName `yaml:"required"`
	Properties  yaml.Node      `yaml:"properties"`
}

type edge struct {
	Source PropertyName `yaml:"source"`
	Target PropertyName `yaml:"target"`
}

type propertyDefinition struct {
	Label       string   `yaml:"label"`
	Description string   `yaml:"description"`
	Type        Type     `yaml:"type"`
	Range       Name     `yaml:"range"`
	Values      []string `yaml:"values"`
	Origin      Origin   `yaml:"origin"`
	Deprecated  bool     `yaml:"deprecated"`
}

func (p *parser) file(file string, text []byte) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		p.fail(file, "%v", err)
		return
	}
	if len(doc.Content) == 0 {
		return
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
	good := true
	for key := range p.pairs(file, n) {
		if !slices.Contains(known, key.Value) {
			p.fail(at(file, key), "unknown key %q (want %s)", key.Value, strings.Join(known, ", "))
			good = false
		}
	}
	if err := n.Decode(out); err != nil {
		p.fail(at(file, n), "%v", err)
		return false
	}
	return good
}

func (p *parser) schema(file string, key, body *yaml.Node) {
	var d definition
	if !p.decode(file, body, &d, "label", "plural", "description", "origin", "extends", "abstract", "edge", "featured", "caption", "required", "properties") {
		return
	}
	here := at(file, key)
	s := &Schema{
		Name: Name(key.Value), Label: d.Label, Plural: d.Plural, Description: d.Description, Origin: d.Origin, Extends: d.Extends,
		Abstract: d.Abstract, Featured: d.Featured, Caption: d.Caption, Required: d.Required,
	}
	if d.Edge != nil {
		s.Edge, s.Source, s.Target = true, d.Edge.Source, d.Edge.Target
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

func (p *parser) property(file string, s *Schema, key, body *yaml.Node) {
	var d propertyDefinition
	if !p.decode(file, body, &d, "label", "description", "type", "range", "values", "origin", "deprecated") {
		return
	}
	here := at(file, key)
	pr := &Property{
		Name: PropertyName(key.Value), Label: d.Label, Description: d.Description, Type: d.Type, Range: d.Range,
		Values: d.Values, Origin: cmp.Or(d.Origin, s.Origin), Deprecated: d.Deprecated, Of: s.Name,
	}
	switch {
	case pr.Label == "":
		p.fail(here, "%s.%s needs a label", s.Name, pr.Name)
	case !slices.Contains(Types(), pr.Type):
		p.fail(here, "%s.%s: unknown type %q", s.Name, pr.Name, pr.Type)
	case (pr.Type == Entity) != (pr.Range != ""):
		p.fail(here, "%s.%s: a range goes with the type entity, and only with it", s.Name, pr.Name)
	case len(pr.Values) > 0 && pr.Type != Code:
		p.fail(here, "%s.%s: values go with the type code", s.Name, pr.Name)
	}
	for _, other := range s.own {
		if other.Name == pr.Name {
			p.fail(here, "%s.%s is defined twice", s.Name, pr.Name)
		}
	}
	s.own = append(s.own, pr)
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
		here := p.at[s.Name]
		for _, pr := range s.own {
			if pr.Type == Entity && p.byName[pr.Range] == nil {
				p.fail(here, "%s.%s: range %q is no schema", s.Name, pr.Name, pr.Range)
			}
		}
		named := slices.Concat(s.Featured, s.Caption, s.Required)
		if s.Edge {
			named = append(named, s.Source, s.Target)
		}
		for _, name := range named {
			if _, ok := s.Property(name); !ok {
				p.fail(here, "%s has no property %q", s.Name, name)
			}
		}
	}
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
		for _, pr := range up.properties {
			all[pr.Name] = pr
		}
	}
	for _, pr := range s.own {
		all[pr.Name] = pr
	}
	s.ancestors = ancestors
	for _, pr := range all {
		s.properties = append(s.properties, pr)
	}
	slices.SortFunc(s.properties, func(a, b *Property) int { return cmp.Compare(a.Name, b.Name) })
}
