// Package schema names the kinds of thing that records tell of, and their
// properties.
//
// Names are FollowTheMoney's where it has one, so that its mappings and entities
// work unchanged; what the field needs beyond it is marked as Skein's own, so that
// an export can leave it out. Definitions are YAML files in the folder definitions,
// one schema a file, embedded in the program:
//
//	Phone:
//	  label: Phone
//	  plural: Phones
//	  description: A telephone number or handset. …
//	  origin: skein                   # or ftm
//	  extends: [Thing]                # inherits all properties
//	  abstract: true                  # no record has it
//	  matchable: true                 # two records may be compared to see whether they are one thing
//	  edge: {source: person, target: relative, directed: false}   # directed where nothing is said
//	  featured: [number]              # shown first
//	  caption: [number]               # shown as the thing's name, the first that has a value
//	  required: [number]              # what an analyst must fill in; rows of a file may lack it
//	  properties:
//	    number: {label: Number, type: phone, description: …}
//	    kind: {label: Kind, type: string, term: true, description: …}   # figures count by it; codes are terms, too
//
// Unknown keys, names and types are refused, and so is whatever would have two
// meanings: a property that is inherited from two schemata with different types, a
// name or value given twice. A schema's own property may stand for an inherited one
// of the same type and range.
//
// Schemata and property names have indexes, their places in sorted order, for code
// that keeps columns. They hold for one model and are never stored.
//
// The types latitude, longitude and amount are FollowTheMoney's number, and currency,
// boolean and code its string. The package reads YAML and is therefore the one of its
// layer that imports more than the standard library. doc/schema.md is generated
// from the definitions.
package schema

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./gen ../../doc/schema.md

// Name is the name of a schema: "Person".
type Name string

// PropertyName is the name of a property: "birthDate".
type PropertyName string

// Type says what the values of a property are, and so how they are normalized.
type Type string

// The types. Those up to JSON are FollowTheMoney's.
const (
	NameType   Type = "name"
	Text       Type = "text"
	String     Type = "string"
	HTML       Type = "html"
	Country    Type = "country"
	Date       Type = "date"
	Number     Type = "number"
	Phone      Type = "phone"
	Email      Type = "email"
	URL        Type = "url"
	Identifier Type = "identifier"
	Entity     Type = "entity"
	Address    Type = "address"
	Gender     Type = "gender"
	Language   Type = "language"
	Topic      Type = "topic"
	MimeType   Type = "mimetype"
	IBAN       Type = "iban"
	IP         Type = "ip"
	Checksum   Type = "checksum"
	JSON       Type = "json"
	Amount     Type = "amount"
	Currency   Type = "currency"
	Latitude   Type = "latitude"
	Longitude  Type = "longitude"
	Boolean    Type = "boolean"
	Code       Type = "code" // one of a closed list, or a code of its own kind
)

// Types returns all types, in the order above.
func Types() []Type {
	return []Type{
		NameType, Text, String, HTML, Country, Date, Number, Phone, Email, URL, Identifier, Entity, Address, Gender, Language,
		Topic, MimeType, IBAN, IP, Checksum, JSON, Amount, Currency, Latitude, Longitude, Boolean, Code,
	}
}

// Origin says who named a schema or property.
type Origin string

// The origins.
const (
	FollowTheMoney Origin = "ftm"
	Skein          Origin = "skein"
)

// Schema is a kind of thing or link.
type Schema struct {
	Name        Name
	Label       string
	Plural      string
	Description string
	Origin      Origin
	Extends     []Name
	Abstract    bool
	Matchable   bool         // whether records may be compared to see if they are one thing
	Edge        bool         // a link
	Directed    bool         // of a link: its ends may not be swapped
	Source      PropertyName // of a link
	Target      PropertyName // of a link
	Featured    []PropertyName
	Caption     []PropertyName
	Required    []PropertyName // as FollowTheMoney: asked of analysts, not of rows
	Index       int            // place among the schemata, by name

	own        []*Property
	properties []*Property // own and inherited, by name
	ancestors  []Name      // itself first
}

// Property is a property of a schema.
type Property struct {
	Name        PropertyName
	Label       string
	Description string
	Type        Type
	Range       Name     // of an entity: what it may refer to
	Values      []string // of a code: the closed list; empty: any
	Origin      Origin
	Term        bool // a word that figures count by: package term says when two are one
	Deprecated  bool
	Of          Name // the schema that defines it
	Index       int  // place among the model's property names; the same for one name in all schemata
}

// Is reports whether the schema is the other or extends it, however far.
func (s *Schema) Is(other Name) bool { return slices.Contains(s.ancestors, other) }

// Own returns the properties that the schema itself defines, in their order.
func (s *Schema) Own() []*Property { return slices.Clone(s.own) }

// Properties returns all properties, own and inherited, by name.
func (s *Schema) Properties() []*Property { return slices.Clone(s.properties) }

// Property returns a property by name.
func (s *Schema) Property(name PropertyName) (*Property, bool) {
	i, ok := slices.BinarySearchFunc(s.properties, name, func(p *Property, n PropertyName) int { return strings.Compare(string(p.Name), string(n)) })
	if !ok {
		return nil, false
	}
	return s.properties[i], true
}

// ErrValue says that a value is not in a property's closed list.
var ErrValue = errors.New("not a value of this property")

// Check returns an error where the property has a closed list and value is not in it.
func (p *Property) Check(value string) error {
	if len(p.Values) == 0 || slices.Contains(p.Values, value) {
		return nil
	}
	return fmt.Errorf("%s: %q: %w (want %s)", p.Name, value, ErrValue, strings.Join(p.Values, ", "))
}

// Model is a set of schemata. It does not change.
type Model struct {
	schemata []*Schema      // by name
	names    []PropertyName // of all schemata, sorted
	terms    map[PropertyName]bool
}

// Get returns a schema by name.
func (m *Model) Get(name Name) (*Schema, bool) {
	i, ok := slices.BinarySearchFunc(m.schemata, name, func(s *Schema, n Name) int { return strings.Compare(string(s.Name), string(n)) })
	if !ok {
		return nil, false
	}
	return m.schemata[i], true
}

// Schemata returns all schemata, by name.
func (m *Model) Schemata() []*Schema { return slices.Clone(m.schemata) }

// IsTerm reports whether a property of the name is a term in any schema: what figures count by
// has one name wherever it stands.
func (m *Model) IsTerm(name PropertyName) bool { return m.terms[name] }

// PropertyNames returns the names of all schemata's properties, sorted: the name at i
// is that of the properties with Index i.
func (m *Model) PropertyNames() []PropertyName { return slices.Clone(m.names) }

//go:embed definitions/*.yaml
var definitions embed.FS

// Default returns the model that is built in.
func Default() *Model { return builtIn() }

var builtIn = sync.OnceValue(func() *Model {
	dir, err := fs.Sub(definitions, "definitions")
	if err == nil {
		var m *Model
		if m, err = Parse(dir); err == nil {
			return m
		}
	}
	panic(err) //nolint:forbidigo // the program is broken: a test parses the definitions
})
