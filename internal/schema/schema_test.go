package schema

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func parse(text string) (*Model, error) {
	return Parse(fstest.MapFS{"a.yaml": {Data: []byte(text)}})
}

const good = `Thing:
  {label: Thing, plural: Things, description: D., origin: ftm, abstract: true, properties: {name: {label: Name, type: name}}}
Phone:
  {label: Phone, plural: Phones, description: D., origin: skein, extends: [Thing], featured: [name, number], properties: {number: {label: Number, type: phone}}}
`

func TestParseRefuses(t *testing.T) {
	if _, err := parse(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ replace, with, says string }{
		{"plural: Things", "plurals: Things", `a.yaml:2: schema definition is not right: unknown key "plurals"`},
		{"label: Name, type: name", "label: Name, kind: name", `unknown key "kind"`},
		{"type: name", "type: nome", `unknown type "nome"`},
		{"label: Name,", "", "needs a label"},
		{"description: D., origin: ftm", "origin: ftm", "needs label, plural and description"},
		{"origin: ftm", "origin: us", `origin "us"`},
		{"extends: [Thing]", "extends: [Thin]", `extends "Thin"`},
		{"extends: [Thing]", "extends: [Phone]", "extends itself"},
		{"featured: [name, number]", "featured: [imei]", `no property "imei"`},
		{"type: phone", "type: entity", "range goes with the type entity"},
		{"type: phone", "type: entity, range: Fone", `range "Fone" is no schema`},
		{"type: phone", "type: phone, values: [a]", "values go with the type code"},
		{"extends: [Thing]", "edge: {source: a, target: number}", `no property "a"`},
		{"Phone:", "Thing:", "defined"},
		{"{number: {label", "{number: [label", "a.yaml"},
		{good, "- a\n- b\n", "want names with a colon"},
		{"extends: [Thing]", "edge: {source: number}", "a.yaml:4: schema definition is not right: Phone: an edge needs source and target"},
		{"extends: [Thing]", "edge: {source: number, target: number}", "edge ends at number, which refers to no record"},
		{"extends: [Thing]", "edge: {source: number, target: number, way: one}", `unknown key "way"`},
		{"extends: [Thing]", "required: [imei]", `required: no property "imei"`},
		{"extends: [Thing]", "caption: [imei]", `caption: no property "imei"`},
		{"featured: [name, number], properties: {number: {label: Number, type: phone}}", "caption: [of], properties: {of: {label: Of, type: entity, range: Phone}}", "refers to a record and is no text"},
		{"type: phone", "type: phone, origin: us", `origin "us"`},
		{"type: phone", "type: phone, origin: ftm", "FollowTheMoney has no property"},
		{"type: phone", "type: code, values: [a, b, a]", "empty or given twice"},
		{"type: phone", "type: code, values: ['']", "empty or given twice"},
		{"{number: {label", "{Number: {label", "a small letter first"},
		{"Phone:", "phone:", "a capital first"},
		{"{number: {label: Number, type: phone}}", "{number: {label: N, type: phone}, number: {label: N, type: phone}}", "Phone.number is defined twice"},
		{"{number: {label: Number, type: phone}}", "{name: {label: N, type: phone}, number: {label: N, type: phone}}", "Phone has name from Phone and, of another type, from Thing"},
		{"Phone:", "Call: {label: C, plural: C, description: D., origin: skein, extends: [Phone, Mail]}\nMail: {label: M, plural: M, description: D., origin: skein, properties: {number: {label: N, type: identifier}}}\nPhone:", "Call has number from Phone and, of another type, from Mail"},
		{"Phone:", "A: {label: A, plural: A, description: D., origin: skein, extends: [B]}\nB: {label: B, plural: B, description: D., origin: skein, extends: [A]}\nPhone:", "extends itself"},
		{good, good + "---\nA: {}\n", "a second YAML document begins"},
		{good, "", "the file is empty"},
		{good, "A: &a {label: A}\nB: *a\n", "a.yaml:2: schema definition is not right: want names with a colon"},
		{good, "A: [", "a.yaml"},
	} {
		_, err := parse(strings.Replace(good, c.replace, c.with, 1))
		if !errors.Is(err, ErrDefinition) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q for %q gave %v, want %q", c.with, c.replace, err, c.says)
		}
	}
}

func TestParseWantsFiles(t *testing.T) {
	if _, err := Parse(fstest.MapFS{"a.txt": {}}); !errors.Is(err, ErrDefinition) {
		t.Errorf("no files gave %v", err)
	}
	twice := fstest.MapFS{"a.yaml": {Data: []byte(good)}, "b.yaml": {Data: []byte("\n" + good)}}
	if _, err := Parse(twice); err == nil || !strings.Contains(err.Error(), "b.yaml:2: schema definition is not right: Thing is defined at a.yaml:1 already") {
		t.Errorf("two files gave %v", err)
	}
}

// A definition's faults are told together, each with the line of the property.
func TestParseTellsAll(t *testing.T) {
	text := "A:\n  label: A\n  plural: A\n  description: D.\n  origin: skein\n  properties:\n" +
		"    a: {label: A, type: entity, range: Nope}\n    b: {label: B, type: entity, range: Neither}\n"
	_, err := parse(text)
	want := `a.yaml:7: schema definition is not right: A.a: range "Nope" is no schema
a.yaml:8: schema definition is not right: A.b: range "Neither" is no schema`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestIndexes(t *testing.T) {
	m := Default()
	names := m.PropertyNames()
	for i, s := range m.Schemata() {
		if s.Index != i {
			t.Errorf("%s has index %d, stands at %d", s.Name, s.Index, i)
		}
		for _, p := range s.Properties() {
			if names[p.Index] != p.Name {
				t.Errorf("%s.%s has the index of %s", s.Name, p.Name, names[p.Index])
			}
		}
	}
}

// Facts of FollowTheMoney 4.11.
func TestSchemataAreFollowTheMoneys(t *testing.T) {
	for _, c := range []struct {
		schema                        Name
		extends                       string
		required                      string
		edge                          string
		directed, abstract, matchable bool
	}{
		{"Thing", "", "name", "", false, true, false},
		{"Person", "LegalEntity", "name", "", false, false, true},
		{"Company", "Organization Asset", "name", "", false, false, true},
		{"Asset", "Thing Value", "", "", false, false, false},
		{"Vehicle", "Asset", "", "", false, false, true},
		{"Passport", "Identification", "holder number", "", false, false, false},
		{"Event", "Interval Analyzable Thing", "name", "", false, false, false},
		{"Trip", "Event", "name endLocation startLocation", "", false, false, false},
		{"Message", "Interval Folder PlainText HyperText", "bodyText sender", "", false, false, false},
		{"Email", "Folder PlainText HyperText", "", "", false, false, false},
		{"Ownership", "Interest", "owner asset", "owner asset", true, false, false},
		{"Payment", "Interval Value", "payer beneficiary", "payer beneficiary", true, false, false},
		{"Associate", "Interval", "person associate", "person associate", false, false, false},
		{"Family", "Interval", "person relative", "person relative", false, false, false},
		{"UnknownLink", "Interest", "subject object", "subject object", false, false, false},
	} {
		s, ok := Default().Get(c.schema)
		if !ok {
			t.Errorf("no schema %s", c.schema)
			continue
		}
		edge := strings.TrimSpace(string(s.Source) + " " + string(s.Target))
		if words(s.Extends) != c.extends || words(s.Required) != c.required || edge != c.edge || s.Edge != (c.edge != "") ||
			s.Directed != c.directed || s.Abstract != c.abstract || s.Matchable != c.matchable {
			t.Errorf("%s: extends %q, required %q, edge %q; %+v", c.schema, words(s.Extends), words(s.Required), edge, s)
		}
	}
}

func words[T ~string](names []T) string {
	texts := make([]string, len(names))
	for i, n := range names {
		texts[i] = string(n)
	}
	return strings.Join(texts, " ")
}

// Facts of FollowTheMoney 4.11; the ends of a Call are wider here, and still its names.
func TestNamesAreFollowTheMoneys(t *testing.T) {
	m := Default()
	for _, c := range []struct {
		schema   Name
		property PropertyName
		kind     Type
		ranges   Name
	}{
		{"Person", "name", NameType, ""},
		{"Person", "birthDate", Date, ""},
		{"Person", "nationality", Country, ""},
		{"Person", "gender", Gender, ""},
		{"Person", "passportNumber", Identifier, ""},
		{"Person", "firstName", String, ""},
		{"LegalEntity", "phone", Phone, ""},
		{"Vessel", "imoNumber", Identifier, ""},
		{"Vessel", "flag", Country, ""},
		{"Vehicle", "registrationNumber", Identifier, ""},
		{"Passport", "holder", Entity, "LegalEntity"},
		{"Membership", "member", Entity, "LegalEntity"},
		{"Membership", "organization", Entity, "Organization"},
		{"Membership", "role", String, ""},
		{"UnknownLink", "subject", Entity, "Thing"},
		{"UnknownLink", "object", Entity, "Thing"},
		{"Associate", "person", Entity, "Person"},
		{"Payment", "payer", Entity, "LegalEntity"},
		{"Payment", "beneficiary", Entity, "LegalEntity"},
		{"Ownership", "owner", Entity, "LegalEntity"},
		{"Ownership", "asset", Entity, "Asset"},
		{"Call", "duration", Number, ""},
		{"Call", "caller", Entity, "Thing"},
		{"Call", "receiver", Entity, "Thing"},
		{"Document", "parent", Entity, "Folder"},
		{"HyperText", "bodyHtml", HTML, ""},
		{"Table", "columns", JSON, ""},
		{"Image", "pictured", Entity, "Person"},
		{"Trip", "startLocation", Entity, "Address"},
		{"UserAccount", "owner", Entity, "LegalEntity"},
		{"BankAccount", "iban", Identifier, ""},
		{"Address", "full", Address, ""},
		{"Event", "startDate", Date, ""},
		{"Document", "fileName", String, ""},
	} {
		s, ok := m.Get(c.schema)
		if !ok {
			t.Errorf("no schema %s", c.schema)
			continue
		}
		p, ok := s.Property(c.property)
		if !ok || p.Type != c.kind || p.Range != c.ranges || p.Origin != FollowTheMoney {
			t.Errorf("%s.%s = %+v", c.schema, c.property, p)
		}
	}
}

func TestInheritance(t *testing.T) {
	m := Default()
	for _, c := range []struct {
		schema, other Name
		is            bool
	}{
		{"Person", "Person", true},
		{"Person", "LegalEntity", true},
		{"Person", "Thing", true},
		{"Network", "Organization", true},
		{"Network", "LegalEntity", true},
		{"Incident", "Event", true},
		{"Call", "Interval", true},
		{"Person", "Organization", false},
		{"Thing", "Person", false},
		{"Phone", "LegalEntity", false},
	} {
		s, ok := m.Get(c.schema)
		if !ok || s.Is(c.other) != c.is {
			t.Errorf("%s is a %s: want %v", c.schema, c.other, c.is)
		}
	}
	if _, ok := m.Get("Spaceship"); ok {
		t.Error("there is a schema Spaceship")
	}
}

func TestClosedLists(t *testing.T) {
	s, _ := Default().Get("Person")
	tier, _ := s.Property("tier")
	if err := tier.Check("leader"); err != nil {
		t.Error(err)
	}
	if err := tier.Check("boss"); !errors.Is(err, ErrValue) {
		t.Errorf("boss gave %v", err)
	}
	role, _ := s.Property("role")
	if err := role.Check("boss"); err != nil {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Add("Thing: {extends: [Thing]}")
	f.Add("a: &a [*a]")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := parse(text)
		if err == nil {
			for _, s := range m.Schemata() {
				if !s.Is(s.Name) {
					t.Errorf("%s is not itself", s.Name)
				}
			}
		}
	})
}
