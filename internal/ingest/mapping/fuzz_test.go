package mapping

import (
	"math"
	"testing"

	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

// A text is refused or gives a mapping that can be bound and run.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		callMapping, ftmMapping, "entities: {x: {schema: Incident, keys: $row, properties: {persons: {compute: 'a / b'}}}}",
		"a: &a {<<: *a}\n", "lookups: {l: {x: ''}}\nmissing: [NA]\nentities: {x: {schema: Person, keys: [$part, a], category: {column: a, lookup: l}}}",
		"entities: {x: {schema: Incident, keys: a, properties: {date: {columns: [a, b], format: '%d.%m.%Y', split: ';', invalid: drop}, name: {template: '{{ a }}-{{b}}'}}}}",
		"x: [", "---\n---\n", "\xff\xfe",
	} {
		f.Add([]byte(s), "a", "1")
	}
	model := schema.Default()
	f.Fuzz(func(t *testing.T, text []byte, column, cell string) {
		m, err := Parse(text, model)
		if (m == nil) == (err == nil) {
			t.Fatalf("mapping %v, error %v", m, err)
		}
		if err != nil {
			return
		}
		var columns []string
		for _, q := range m.queries {
			for _, filter := range q.filters {
				columns = append(columns, filter.column.name)
			}
			for _, e := range q.entities {
				columns = append(columns, columnsOf(e)...)
			}
		}
		b, err := m.Bind(append(unique(columns), column))
		if err != nil {
			return // column is one of them
		}
		cells := make([]string, len(columns))
		for i := range cells {
			cells[i] = cell
		}
		first, problems := mapRow(b, row(cells...))
		if len(problems) > 0 && len(first) > 0 {
			t.Fatalf("records and problems: %v", problems)
		}
		for _, r := range first {
			if r.Key.IsZero() || r.Schema == "" {
				t.Fatalf("a record without key or schema: %+v", r)
			}
		}
	})
}

func columnsOf(e *entity) []string {
	var out []string
	add := func(cs ...column) {
		for _, c := range cs {
			out = append(out, c.name)
		}
	}
	add(e.keys...)
	add(e.category.column, e.origin.column, e.grade.column, e.label.column)
	for _, p := range e.properties {
		add(p.columns...)
		add(p.country.column, p.currency.column, p.grade.column, p.label.column)
	}
	return out
}

func unique(names []string) []string {
	seen := map[string]bool{"": true, columnRow: true, columnPart: true}
	var out []string
	for _, n := range names {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// A formula is refused or computes a number that prints in canonical form.
func FuzzCompute(f *testing.F) {
	for _, s := range []string{"dead + missing", "a / (b - c) * -2.5", "`n of persons` / 3", "((1))", "1 / 0", "--a", "1.5.5", "a b", "`", ")"} {
		f.Add(s, 1.0, 3.0)
	}
	f.Fuzz(func(t *testing.T, text string, even, odd float64) {
		formula, err := parseFormula(text)
		if err != nil {
			return
		}
		numbers := make([]float64, len(formula.columns))
		for i := range numbers {
			numbers[i] = []float64{even, odd}[i%2]
		}
		x, err := formula.eval(numbers, nil)
		if err != nil {
			return
		}
		s := formatNumber(x)
		if again, err := normalize.Number(s); err != nil || again != s {
			t.Fatalf("%s = %v is printed %q, which reads %q, %v", text, x, s, again, err)
		}
		if n, err := number(s); err != nil || math.Abs(n-x) > 1e-6+1e-9*math.Abs(x) {
			t.Fatalf("%s = %v is printed %q", text, x, s)
		}
	})
}

// A document is refused with reasons or gives a record that has a key.
func FuzzFtM(f *testing.F) {
	for _, s := range []string{
		`{"id": "1", "schema": "Person", "properties": {"name": ["A"], "birthDate": ["1980"], "addressEntity": [{"id": "x"}]}}`,
		`{"id": "1", "schema": "Vessel", "properties": {"tonnage": [1e3, -0.5], "name": "x", "flag": ["gr", null]}}`,
		`{}`, `[`, `{"id": "1", "schema": "Phone", "properties": {"number": {"a": 1}}}`,
	} {
		f.Add([]byte(s))
	}
	model := schema.Default()
	f.Fuzz(func(t *testing.T, doc []byte) {
		r, problems := FromFtM(doc, model, testContext, record.Witness)
		if (r == nil) == (len(problems) == 0) {
			t.Fatalf("record %v, problems %v", r, problems)
		}
		if r == nil {
			return
		}
		if r.Key.IsZero() {
			t.Fatal("no key")
		}
		for _, s := range r.Statements {
			if s.Value == "" || s.Value == s.Original {
				t.Fatalf("statement %+v", s)
			}
		}
	})
}
