package mapping

import (
	"strings"
	"testing"

	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// mapText maps a table in CSV and returns how many records of each schema it gives, the
// different keys of each, and the problems.
func mapText(t *testing.T, mapping, table string) (records, things map[schema.Name]int, problems []string) {
	t.Helper()
	m, err := Parse([]byte(mapping), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.Open("t.csv", strings.NewReader(table), int64(len(table)), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := m.Bind(r.Columns())
	if err != nil {
		t.Fatal(err)
	}
	records, things = map[schema.Name]int{}, map[schema.Name]int{}
	seen := map[record.Key]bool{}
	for {
		row, err := r.Next()
		if err != nil {
			return records, things, problems
		}
		for _, p := range b.Map(Context{Owner: "TEST"}, row, func(rec *record.Record) {
			records[rec.Schema]++
			if !seen[rec.Key] {
				things[rec.Schema]++
			}
			seen[rec.Key] = true
		}) {
			problems = append(problems, p.Reason)
		}
	}
}

// TestNothingMakesNoKey: a text that names nothing makes no record, whatever the key's type,
// and the rest of the row stays.
func TestNothingMakesNoKey(t *testing.T) {
	const table = "no,document\n1,AB100001\n2,yok\n3,0000000\n4,#REF!\n5,kein Pass\n6,4.5E+12\n7,\n8,لا يوجد\n9,AB 100001\n"
	for _, keyType := range []string{", key_type: identifier", ""} {
		records, things, problems := mapText(t, `
entities:
  p: {schema: Person, category: suspect, keys: no, properties: {}}
  d: {schema: Passport, key_literal: d, keys: document`+keyType+`, properties: {passportNumber: {column: document}, holder: {entity: p}}}
`, table)
		want := 1
		if keyType == "" {
			want = 2 // "AB 100001" is another text
		}
		if records["Person"] != 9 || records["Passport"] != 2 || things["Passport"] != want || len(problems) > 0 {
			t.Errorf("key_type %q: %v, %v, %q", keyType, records, things, problems)
		}
	}
}

// TestNothingByProperty: a key column is of the sort of the property that reads it.
func TestNothingByProperty(t *testing.T) {
	for _, c := range []struct {
		name, mapping string
		want          int
	}{
		{"zero-based rows", `{schema: Organization, keys: k, properties: {}}`, 4},
		{"countries", `{schema: Flow, keys: k, properties: {nationality: {column: k, invalid: drop}}}`, 5},
		{"names", `{schema: Organization, keys: k, properties: {name: {column: k}}}`, 5},
		{"identifiers", `{schema: Vessel, keys: k, properties: {imoNumber: {column: k}}}`, 1},
		{"several", `{schema: Flow, keys: [k, l], properties: {}}`, 7},
	} {
		records, _, _ := mapText(t, "entities: {e: "+c.mapping+"}", "k,l\n0,a\nNo,b\nNA,c\n1,d\nunknown,\nnone,e\nSin,f\nn/a,g\n")
		got := 0
		for _, n := range records {
			got += n
		}
		if got != c.want {
			t.Errorf("%s: %d records, want %d", c.name, got, c.want)
		}
	}
}

// TestFallbackKeys: what has no number of its own is a thing for itself.
func TestFallbackKeys(t *testing.T) {
	const vessels = "ship,imo\nTest Star,9074729\nSample,0\nProbe,0000000\nTrial,n/a\nTest Star II,IMO 9074729\nSample,0\n"
	records, things, problems := mapText(t, `
entities:
  v: {schema: Vessel, keys: imo, key_type: identifier, key_scope: global, fallback_keys: ship, properties: {name: {column: ship}}}
`, vessels)
	if records["Vessel"] != 6 || things["Vessel"] != 5 || len(problems) > 0 {
		t.Errorf("%v, %v, %q", records, things, problems)
	}
	if _, err := Parse([]byte(`entities: {v: {schema: Vessel, id_column: a, fallback_keys: b}}`), schema.Default()); err == nil {
		t.Error("fallback_keys beside id_column pass")
	}
}

// TestInvisible: what does not show is no part of a key, a column's name, a filter or a
// lookup, with and without key_type.
func TestInvisible(t *testing.T) {
	table := "\ufeffid\u200b,na\u00admé,kind\nA1,x,yes\nA1\u200b,x,yes\u200f\n\u2060A1,x,\u202ayes\u202c\nA\ufe0f1,x,yes\nE\u0301,x,yes\nÉ,x,yes\nB,x,no\u200d\n"
	for _, keyType := range []string{"", ", key_type: string", ", key_type: name", ", key_type: identifier"} {
		records, things, problems := mapText(t, `
lookups: {kinds: {"yes": limited}}
query:
  filters_not: {kind: "no"}
  entities:
    o: {schema: Organization, keys: id`+keyType+`, properties: {name: {column: namé}, legalForm: {column: kind, lookup: kinds}}}
`, table)
		if records["Organization"] != 6 || things["Organization"] != 2 || len(problems) > 0 {
			t.Errorf("%q: %v, %v, %q", keyType, records, things, problems)
		}
	}
}

// TestNothingInTemplate: a part that names nothing leaves nothing.
func TestNothingInTemplate(t *testing.T) {
	got := valuesOf(t, `entities: {p: {schema: Person, category: suspect, keys: $row, properties: {name: {template: "{{ a }} {{ b }}"}, position: {column: c}}}}`,
		"a,b,c\nN/A,Testova,driver\nAnna,unknown,n/a\nunbekannt,#REF!,keine Angabe\nNo,Sin,no\n")
	const want = "name=Testova position=driver\nname=Anna\n\nname=No Sin position=no\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// valuesOf maps a table and returns the values of its records, a line each.
func valuesOf(t *testing.T, mapping, table string) string {
	t.Helper()
	m, err := Parse([]byte(mapping), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.Open("t.csv", strings.NewReader(table), int64(len(table)), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := m.Bind(r.Columns())
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for {
		row, err := r.Next()
		if err != nil {
			return out.String()
		}
		for _, p := range b.Map(Context{Owner: "TEST"}, row, func(rec *record.Record) {
			var line []string
			for _, s := range rec.Statements {
				line = append(line, string(s.Property)+"="+s.Value)
			}
			out.WriteString(strings.Join(line, " ") + "\n")
		}) {
			out.WriteString("! " + p.Reason + "\n")
		}
	}
}
