package resolve

import (
	"fmt"
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/english"
	"skein/internal/normalize"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
	"skein/internal/schema"
)

// Subject is what things of a schema are compared by.
type Subject struct {
	Schema     schema.Name
	Properties []Compared
}

// Compared is a property and where its values come from.
type Compared struct {
	comparison.Property

	Own   []schema.PropertyName                             // of the thing itself
	Parts []schema.PropertyName                             // of the thing itself, joined, where none of Own is told
	Over  []Hop                                             // of what it is linked to
	Made  func(*column.Set, *column.Table) map[int][]string // of several of them together, by row
	Clean func(text string) (string, error)                 // where it fails the text is compared as it is; nil: always so
}

// Hop is values across a link: of the thing at its other end, or of the link itself.
type Hop struct {
	Link     schema.Name         // such as Possession
	From, To schema.PropertyName // its ends: this thing, the other
	Other    schema.Name         // schema of the other; empty: the link's own value
	Value    schema.PropertyName
}

// Subjects returns what the things of each schema are compared by. Ethnicity, religion,
// political opinion and health are nowhere among it.
//
// Documents, phones and networks are shared: documents are lent to many, phones passed
// on. They weigh by how many have them, and never make one person of two by
// themselves: the name must agree too.
func Subjects() []Subject {
	p := func(name string, kind comparison.Kind, own ...schema.PropertyName) Compared {
		return Compared{Property: comparison.Property{Name: name, Kind: kind}, Own: own}
	}
	over := func(c Compared, hops ...Hop) Compared {
		c.Over = hops
		return c
	}
	parts := func(c Compared, names ...schema.PropertyName) Compared {
		c.Parts = names
		return c
	}
	clean := func(c Compared, f func(string) (string, error)) Compared {
		c.Clean = f
		return c
	}
	possession := func(other schema.Name, value schema.PropertyName) Hop {
		return Hop{"Possession", "owner", "asset", other, value}
	}
	made := func(name string, f func(*column.Set, *column.Table) map[int][]string) Compared {
		return Compared{Property: comparison.Property{Name: name, Kind: comparison.Exclusive}, Made: f}
	}
	names := []schema.PropertyName{"name", "alias", "previousName"}
	organisation := []Compared{
		p("name", comparison.Organisation, append(slices.Clone(names), "abbreviation")...),
		p("number", comparison.Identifier, "registrationNumber", "taxNumber", "vatCode", "leiCode", "idNumber"),
		p("founded", comparison.Date, "incorporationDate"),
		p("country", comparison.Code, "country", "jurisdiction", "mainCountry"),
		p("address", comparison.Text, "address"),
		over(p("phone", comparison.Phone, "phone"), possession("Phone", "number")),
		p("email", comparison.Email, "email"),
	}
	return []Subject{
		{"Person", []Compared{
			parts(p("name", comparison.Person, names...), NameParts()...),
			p("born", comparison.Date, "birthDate"),
			p("gender", comparison.Code, "gender"),
			over(clean(p("document", comparison.Identifier, "idNumber", "passportNumber", "socialSecurityNumber"), documentNumber),
				possession("Passport", "number"), possession("Passport", "passportNumber"), possession("Identification", "number"),
				Hop{"Passport", "holder", "", "", "number"}, Hop{"Identification", "holder", "", "", "number"}),
			over(p("phone", comparison.Phone, "phone"), possession("Phone", "number")),
			over(p("email", comparison.Email, "email"), Hop{"UserAccount", "owner", "", "", "email"}),
			over(p("account", comparison.Identifier), Hop{"UserAccount", "owner", "", "", "username"}, Hop{"BankAccount", "owner", "", "", "iban"}),
			over(p("network", comparison.Text), Hop{"Membership", "member", "organization", "Network", "name"}),
			over(p("place", comparison.Text, "birthPlace", "address"), Hop{"Membership", "member", "", "", "cell"}),
			p("residence", comparison.Code, "residence", "country"),
			p("role", comparison.Code, "role"),
			made("custody", custody), made("document's person", printed),
		}},
		{"Organization", organisation},
		{"Company", organisation},
		{"Vessel", []Compared{
			p("name", comparison.Organisation, names...),
			clean(p("imo", comparison.Identifier, "imoNumber"), normalize.IMO),
			clean(p("mmsi", comparison.Identifier, "mmsi"), normalize.MMSI),
			p("sign", comparison.Identifier, "callSign", "registrationNumber"),
			p("flag", comparison.Code, "flag"),
			p("type", comparison.Code, "type"),
		}},
		{"Vehicle", []Compared{
			clean(p("plate", comparison.Identifier, "registrationNumber"), normalize.Plate),
			p("model", comparison.Text, "model", "name"),
			p("country", comparison.Code, "plateCountry", "country"),
			p("type", comparison.Code, "type"),
		}},
		{"Phone", []Compared{
			p("number", comparison.Phone, "number"),
			clean(p("imei", comparison.Identifier, "imei"), normalize.IMEI),
			p("imsi", comparison.Identifier, "imsi"),
		}},
		{"UserAccount", []Compared{
			clean(p("username", comparison.Identifier, "username"), normalize.Account),
			p("service", comparison.Code, "service"),
			p("email", comparison.Email, "email"),
			p("phone", comparison.Phone, "phone"),
		}},
		{"BankAccount", []Compared{
			clean(p("iban", comparison.Identifier, "iban"), normalize.IBAN),
			p("number", comparison.Identifier, "accountNumber"),
			p("bank", comparison.Text, "bankName"),
		}},
		{"Place", []Compared{
			p("name", comparison.Text, names...),
			p("country", comparison.Code, "country"),
			p("number", comparison.Identifier, "gazetteerId"),
			p("kind", comparison.Code, "kind"),
		}},
		{"Incident", []Compared{
			p("reference", comparison.Identifier, "reference", "reportNumber"),
			p("date", comparison.Date, "date", "startDate"),
			p("place", comparison.Text, "place"),
			p("kind", comparison.Code, "kind"),
			p("persons", comparison.Code, "persons"),
		}},
		{"Investigation", []Compared{
			p("reference", comparison.Identifier, "reference"),
			p("name", comparison.Text, "name"),
			p("date", comparison.Date, "startDate", "date"),
			p("crime", comparison.Code, "crimeArea"),
		}},
	}
}

// Default returns the model of a subject's things that nothing was learnt for, by the
// properties that a table has.
func (s Subject) Default(t *comparison.Table) *linkage.Model {
	properties := t.Properties()
	m := linkage.Default(string(s.Schema), properties, Rules(properties))
	for _, p := range properties {
		if p.Kind == comparison.Person || p.Kind == comparison.Organisation {
			m.Needs = append(m.Needs, p.Name)
		}
	}
	return m
}

// documentNumber is a document's number where the state that issued it is not told.
func documentNumber(text string) (string, error) { return normalize.DocumentNumber(text, "") }

// SubjectOf returns what the things of a schema are compared by; ok is false for one
// that is not resolved.
func SubjectOf(name schema.Name) (Subject, bool) {
	for _, s := range Subjects() {
		if s.Schema == name {
			return s, true
		}
	}
	return Subject{}, false
}

// Table returns the rows of a set's table as records to compare, one each. Properties
// that no row has are left out. Where no row has any, the first property stands there
// without values, so that each row is still a record, by itself.
func (s Subject) Table(set *column.Set) *comparison.Table {
	things := set.Table(s.Schema)
	var columns []*comparison.Column
	for _, p := range s.Properties {
		if values := p.values(set, things); values != nil {
			columns = append(columns, fill(p.Property, values))
		}
	}
	if len(columns) == 0 {
		columns = append(columns, fill(s.Properties[0].Property, make([][]string, things.Len())))
	}
	return comparison.NewTable(columns)
}

// tableOf is Table with the properties of a model.
func (s Subject) tableOf(set *column.Set, properties []comparison.Property) (*comparison.Table, error) {
	things := set.Table(s.Schema)
	var columns []*comparison.Column
	for _, wanted := range properties {
		at := slices.IndexFunc(s.Properties, func(p Compared) bool { return p.Property == wanted })
		if at < 0 {
			return nil, fmt.Errorf("the model compares %s as %s, which %s is not compared by", wanted.Name, wanted.Kind, english.A(string(s.Schema)))
		}
		values := s.Properties[at].values(set, things)
		if values == nil {
			values = make([][]string, things.Len())
		}
		columns = append(columns, fill(wanted, values))
	}
	return comparison.NewTable(columns), nil
}

func fill(p comparison.Property, values [][]string) *comparison.Column {
	c := comparison.NewColumn(p)
	c.KeepOriginals()
	for _, texts := range values {
		c.Add(texts...)
	}
	return c
}

// joined adds the parts of a name in one, where a row has no name in one.
func (p Compared) joined(things *column.Table, out [][]string) [][]string {
	for row := range things.Len() {
		if out != nil && len(out[row]) > 0 {
			continue
		}
		if text := Joined(things, row, p.Parts...); text != "" {
			if out == nil {
				out = make([][]string, things.Len())
			}
			out[row] = append(out[row], text)
		}
	}
	return out
}

// Joined is the first text that a row has of each property, with spaces between them.
func Joined(t *column.Table, row int, parts ...schema.PropertyName) string {
	var texts []string
	for _, p := range parts {
		if text := t.FirstText(row, p); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " ")
}

// NameParts are what a person's name is made of where a source gives it in parts.
func NameParts() []schema.PropertyName { return []schema.PropertyName{"firstName", "lastName"} }

// values returns the texts of a property by row; nil where there are none at all.
func (p Compared) values(set *column.Set, things *column.Table) [][]string {
	var out [][]string
	add := func(row int, values []column.Value) {
		if len(values) > 0 && out == nil {
			out = make([][]string, things.Len())
		}
		for _, v := range values {
			text := set.Text(v)
			if p.Clean != nil {
				if cleaned, err := p.Clean(text); err == nil {
					text = cleaned
				}
			}
			out[row] = append(out[row], text)
		}
	}
	if p.Made != nil {
		for row, texts := range p.Made(set, things) {
			if out == nil {
				out = make([][]string, things.Len())
			}
			out[row] = texts
		}
	}
	for _, name := range p.Own {
		c := things.Column(name)
		for row := range things.Len() {
			add(row, c.All(row))
		}
	}
	if len(p.Parts) > 0 {
		out = p.joined(things, out)
	}
	for _, hop := range p.Over {
		links := set.Table(hop.Link)
		from, to, own := links.Column(hop.From), links.Column(hop.To), links.Column(hop.Value)
		for link := range links.Len() {
			for _, end := range from.All(link) {
				thing, ok := set.ThingOf(end, things.Schema)
				if !ok || thing.Table != things {
					continue
				}
				if hop.Other == "" {
					add(thing.Row, own.All(link))
					continue
				}
				for _, v := range to.All(link) {
					if other, ok := set.ThingOf(v, hop.Other); ok && other.Table.Schema == hop.Other {
						add(thing.Row, other.Table.Column(hop.Value).All(other.Row))
					}
				}
			}
		}
	}
	return out
}
