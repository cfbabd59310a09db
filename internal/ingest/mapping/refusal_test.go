package mapping

import (
	"errors"
	"strings"
	"testing"

	"skein/internal/schema"
)

// What is wrong is said with its line and what to write instead.
func TestRefusals(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "the text is empty"},
		{"a: [", "yaml"},
		{"entities: {}\n---\nentities: {}\n", "line 2: a second YAML document begins"},
		{"- a\n", "line 1: the mapping must be a table"},
		{"one:\n  queries: []\ntwo:\n  queries: []\n", `line 3: a second data set "two" begins`},
		{"quries: []\n", `line 1: the mapping has the unknown key "quries"; did you mean "queries"`},
		{"x:\n  entities:\n    a: {schema: Phone, keys: n}\n  colour: red\n", `line 4: the mapping has the unknown key "colour"`},
		{"queries:\n  - database: postgres://x\n    entities: {a: {schema: Phone, keys: n}}\n", `line 2: a query has "database": SQL queries are not run`},
		{"queries:\n  - tables: [x]\n    entities: {a: {schema: Phone, keys: n}}\n", `line 2: a query has "tables"`},
		{"queries: []\n", "no entities"},
		{"queries:\n  - entities: {a: {schema: Phone, keys: n}}\nfilters: {a: b}\n", "line 3: filters stands beside queries"},
		{"entities: {a: {schema: Phone, keys: n}}\nmissing: {x: y}\n", "line 2: missing must be plain text"},

		{"entities:\n  a: {keys: n}\n", "line 2: entity a has no schema"},
		{"entities:\n  a: {schema: Persn, keys: n}\n", `line 2: entity a has the unknown schema "Persn"; did you mean "Person"?`},
		{"entities:\n  a: {schema: Thing, keys: n}\n", "line 2: entity a: no record is a mere Thing; write what it is: "},
		{"entities:\n  a: {schema: Phone}\n", "line 2: entity a has no keys"},
		{"entities:\n  a:\n    schema: Phone\n    schema: Phone\n    keys: n\n", `line 4: entity a has "schema" twice`},
		{"entities:\n  a:\n    schema: Phone\n    keys: n\n    id_column: m\n", "line 5: entity a has id_column beside keys"},
		{"entities:\n  a:\n    schema: Phone\n    id_column: [m, n]\n", "line 4: entity a: id_column is one column"},
		{"entities:\n  a:\n    schema: Phone\n    keys: n\n    key_scope: everywhere\n", `line 5: key_scope is "everywhere"; write owner or global`},
		{"entities:\n  a:\n    schema: Phone\n    keys: n\n    key_type: fone\n", `line 5: key_type is "fone"; write one of`},
		{"entities:\n  a:\n    schema: Phone\n    keys: n\n    category: suspect\n", "line 5: entity a is a Phone; only persons have a category"},
		{"entities:\n  a:\n    schema: Person\n    keys: n\n    category: migrant\n", `line 5: category: "migrant": not a data-subject category`},
		{"entities:\n  a:\n    schema: Person\n    keys: n\n    category: {column: c, lookup: l}\nlookups:\n  l: {x: boss}\n", `line 5: category: "boss": not a data-subject category`},
		{"entities:\n  a:\n    schema: Person\n    keys: n\n    category: {column: c, literal: suspect}\n", "line 5: category is one column or one text"},
		{"entities:\n  a:\n    schema: Person\n    keys: n\n    category:\n", "line 5: category is empty"},
		{"entities:\n  a: {schema: Phone, keys: n, grade: Q7}\n", "line 2: grade: not a grade of this scheme"},
		{"entities:\n  a: {schema: Phone, keys: n, label: SECRETISH}\n", "line 2: label: "},
		{"entities:\n  a: {schema: Phone, keys: n, origin: {col: x}}\n", `line 2: origin has the unknown key "col"`},
		{"entities:\n  a: {schema: Phone, keys: $row}\n  b: {schema: Organization, keys: $row}\n", "line 3: entities a and b have the same keys, which makes a Phone and an Organization one thing; give one of them a key_literal"},

		{"entities:\n  a:\n    schema: Phone\n    keys: n\n    properties:\n      nmber: {column: n}\n", `line 6: a Phone has no property "nmber"; did you mean "number"?`},
		{propertyText("number: n"), "line 6: a.number must be a table; write {column: ...}"},
		{propertyText("number: {colum: n}"), `line 6: a.number has the unknown key "colum"; did you mean "column" or "columns"?`},
		{propertyText("number: {required: true}"), "line 6: a.number has no values: write column, literal, template, compute or entity"},
		{propertyText("number: {column: n, template: '{{x}}'}"), "line 6: a.number has column beside template; write one of them"},
		{propertyText("number: {column: n, lookup: nowhere}"), `line 6: there is no lookup "nowhere"`},
		{propertyText("number: {column: n, required: perhaps}"), `line 6: required is "perhaps"; write true or false`},
		{propertyText("number: {column: n, invalid: ignore}"), `line 6: invalid is "ignore"; write quarantine or drop`},
		{propertyText("number: {column: n, format: '%Y'}"), "line 6: a.number is of type phone; format is for dates"},
		{propertyText("number: {column: n, currency: EUR}"), "line 6: a.number is of type phone; currency is for amounts"},
		{propertyText("number: {column: n, country: Atlantis}"), "line 6: country: "},
		{propertyText("number: {column: n, country: aq}"), "line 6: country: aq has no calling code"},
		{propertyText("number: {column: n, split: ''}"), "line 6: split is empty"},
		{propertyText("number: {literal: none of them}"), "line 6: literal of a.number: "},
		{propertyText("number: {column: n, default: abc}"), "line 6: default of a.number: "},
		{propertyText("number: {compute: n + 1}"), "line 6: a.number is of type phone; compute gives numbers"},
		{propertyText("name: {template: plain}"), "line 6: template \"plain\": it names no column; write literal"},
		{propertyText("name: {template: 'a {{ b'}"), "write a column's name between {{ and }}"},
		{propertyText("name: {column: ['']}"), "line 6: column must name a column"},
		{propertyText("name: {column: {a: b}}"), "line 6: column must be plain text"},
		{propertyText("country: {literal: Atlantis}"), "line 6: literal of a.country: "},
		{callText("date: {column: d, format: '%d.%q.%Y'}"), "line 6: format \"%d.%q.%Y\": %q is not understood"},
		{callText("date: {column: d, format: 'dd.mm.yyyy'}"), "line 6: format \"dd.mm.yyyy\": it has no %"},
		{callText("date: {column: d, precision: decade}"), `line 6: precision is "decade"; write year or month or day`},
		{callText("duration: {compute: '(a + b'}"), `line 6: compute "(a + b": it ends where a closing bracket should be`},
		{callText("caller: {entity: b}"), `line 6: a.caller refers to entity "b", which the query does not make`},
		{callText("caller: {entity: a, column: x}"), "line 6: a.caller has column beside entity"},
		{callText("duration: {entity: a}"), "line 6: a.duration is of type number and cannot refer to an entity"},
		{"entities:\n  a: {schema: Place, keys: n}\n  b:\n    schema: Ownership\n    keys: m\n    properties:\n      owner: {entity: a}\n", "line 7: b.owner must refer to a LegalEntity, and a is a Place"},
		{"entities:\n  a: {schema: Flow, keys: n, properties: {measure: {literal: guesses}}}\n", "line 2: literal of a.measure: "},
		{"lookups:\n  m: {x: guesses}\nentities:\n  a: {schema: Flow, keys: n, properties: {measure: {column: x, lookup: m}}}\n", "line 4: lookup of a.measure: "},
	} {
		m, err := Parse([]byte(c.text), schema.Default())
		if m != nil || !errors.Is(err, ErrMapping) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\ngave  %v\nwant  %s", c.text, err, c.want)
		}
	}
}

// propertyText is a mapping with a phone's property on line 6, callText with a call's.
func propertyText(p string) string {
	return "entities:\n  a:\n    schema: Phone\n    keys: n\n    properties:\n      " + p + "\n"
}

func callText(p string) string { return strings.Replace(propertyText(p), "Phone", "Call", 1) }

// All that is wrong is said at once, by line.
func TestRefusalsAreJoined(t *testing.T) {
	_, err := Parse([]byte("entities:\n  a: {schema: Nothing, keys: n}\n  b: {schema: Phone}\ncolour: red\n"), schema.Default())
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[1], "line 2") || !strings.HasPrefix(lines[2], "line 3") || !strings.HasPrefix(lines[3], "line 4") {
		t.Errorf("got %q", lines)
	}
}

func TestAliasesEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString("missing: [x]\na0: &a0 {schema: Phone}\n")
	for i := 1; i < 40; i++ {
		n, p := string(rune('a'+i/10))+string(rune('0'+i%10)), string(rune('a'+(i-1)/10))+string(rune('0'+(i-1)%10))
		b.WriteString(n + ": &" + n + " {<<: [*" + p + ", *" + p + "]}\n")
	}
	b.WriteString("entities: {x: {<<: *d9, keys: n}}\n")
	if _, err := Parse([]byte(b.String()), schema.Default()); err == nil || !strings.Contains(err.Error(), "too large") {
		t.Errorf("a table merged 2^39 times gave %.200v", err)
	}
	m, err := Parse([]byte("entities:\n  x: &x {schema: Phone, keys: n}\n  y: {<<: *x, keys: m}\n"), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	if y := m.queries[0].entities[1]; y.schemaName != "Phone" || y.keys[0].name != "m" {
		t.Errorf("merged: %+v", y)
	}
}

func TestBindRefuses(t *testing.T) {
	m, err := Parse([]byte("filters: {kind: x}\nentities:\n  a: {schema: Phone, keys: nummber, category: , properties: {number: {column: nummber}}}\n"), schema.Default())
	if err == nil || m != nil {
		t.Fatal("a null category passed")
	}
	m, err = Parse([]byte("filters: {kind: x}\nentities:\n  a: {schema: Phone, keys: nummber, properties: {number: {column: nummber}, name: {template: '{{ who }}'}}}\n"), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	_, err = m.Bind([]string{"number", "who", "who", "zeta"})
	if !errors.Is(err, ErrColumns) {
		t.Fatal(err)
	}
	want := []string{
		`line 1: the file has no column "kind"; it has number, who, who, zeta`,
		`line 3: the file has no column "nummber"; did you mean "number"?`,
		`line 3: the file has the column "who" twice`,
	}
	for _, w := range want {
		if strings.Count(err.Error(), w) != 1 {
			t.Errorf("%v\nlacks %s", err, w)
		}
	}
}
