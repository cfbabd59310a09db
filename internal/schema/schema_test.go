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
	} {
		_, err := parse(strings.Replace(good, c.replace, c.with, 1))
		if !errors.Is(err, ErrDefinition) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q for %q gave %v, want %q", c.with, c.replace, err, c.says)
		}
	}
}

// Facts of FollowTheMoney 4.11.
func TestNamesAreFollowTheMoneys(t *testing.T) {
	m := Default()
	for _, c := range []struct {
		schema   Name
		property PropertyName
		kind     Type
		ranges   Name
	}{
		{"Person", "name", NameType, ""}, {"Person", "birthDate", Date, ""}, {"Person", "nationality", Country, ""},
		{"Person", "gender", Gender, ""}, {"Person", "passportNumber", Identifier, ""}, {"Person", "firstName", String, ""},
		{"LegalEntity", "phone", Phone, ""}, {"Vessel", "imoNumber", Identifier, ""}, {"Vessel", "flag", Country, ""},
		{"Vehicle", "registrationNumber", Identifier, ""}, {"Passport", "holder", Entity, "LegalEntity"},
		{"Membership", "member", Entity, "LegalEntity"}, {"Membership", "organization", Entity, "Organization"},
		{"Membership", "role", String, ""}, {"UnknownLink", "subject", Entity, "Thing"}, {"UnknownLink", "object", Entity, "Thing"},
		{"Associate", "person", Entity, "Person"}, {"Payment", "payer", Entity, "LegalEntity"}, {"Payment", "beneficiary", Entity, "LegalEntity"},
		{"Ownership", "owner", Entity, "LegalEntity"}, {"Ownership", "asset", Entity, "Asset"}, {"Call", "duration", Number, ""},
		{"Trip", "startLocation", Entity, "Address"}, {"UserAccount", "owner", Entity, "LegalEntity"}, {"BankAccount", "iban", Identifier, ""},
		{"Address", "full", Address, ""}, {"Event", "startDate", Date, ""}, {"Document", "fileName", String, ""},
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
		{"Person", "Person", true}, {"Person", "LegalEntity", true}, {"Person", "Thing", true}, {"Network", "Organization", true},
		{"Network", "LegalEntity", true}, {"Incident", "Event", true}, {"Call", "Interval", true}, {"Person", "Organization", false},
		{"Thing", "Person", false}, {"Phone", "LegalEntity", false},
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
