package mapping

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

var testContext = Context{Owner: "EL-POLICE"}

// bind parses and binds, or fails the test.
func bind(t testing.TB, text string, columns ...string) *Binding {
	t.Helper()
	m, err := Parse([]byte(text), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	b, err := m.Bind(columns)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func row(cells ...string) *reader.Row {
	r := &reader.Row{Place: reader.Place{Row: 2}}
	for _, c := range cells {
		r.Cells = append(r.Cells, reader.Cell{Value: c})
	}
	return r
}

// mapRow returns copies of a row's records.
func mapRow(b *Binding, r *reader.Row) ([]record.Record, []Problem) {
	var out []record.Record
	problems := b.Map(testContext, r, func(r *record.Record) {
		c := *r
		c.Statements = slices.Clone(r.Statements)
		out = append(out, c)
	})
	return out, problems
}

// clean maps a row that has no problems.
func clean(t testing.TB, b *Binding, cells ...string) []record.Record {
	t.Helper()
	out, problems := mapRow(b, row(cells...))
	if problems != nil {
		t.Fatalf("%q: %v", cells, problems)
	}
	return out
}

// told renders records as "Schema property=value(original) ...", references by the
// schema and ordinal of what they refer to.
func told(records []record.Record) string {
	names := map[string]string{}
	for i, r := range records {
		names[r.Key.String()] = fmt.Sprintf("#%d", i+1)
	}
	var b strings.Builder
	for _, r := range records {
		b.WriteString(string(r.Schema))
		if r.Category != 0 {
			fmt.Fprintf(&b, "[%s]", r.Category)
		}
		for _, s := range r.Statements {
			v := s.Value
			if n, ok := names[v]; ok {
				v = n
			}
			fmt.Fprintf(&b, " %s=%s", s.Property, v)
			if s.Original != "" {
				fmt.Fprintf(&b, "(%s)", s.Original)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A mapping as FollowTheMoney's users write it, with every feature that
// doc/mapping.md marks FtM.
const ftmMapping = `
harbour_register:
  label: Register of owners
  info_url: https://example.org/register
  queries:
    - csv_url: https://example.org/owners.csv
      filters:
        status: [active, suspended]
      filters_not:
        test: "1"
      entities:
        owner:
          schema: Organization
          key_literal: owner
          keys:
            - reg
            - land
          properties:
            name: {column: owner, required: true}
            alias: {columns: [short, former]}
            country: {column: land}
            notes: {columns: [street, city], join: ", "}
            email: {column: mails, split: ";"}
            sourceUrl: {literal: "https://example.org/register"}
            address: {template: "{{street}}, {{ city }}"}
        ship:
          schema: Vessel
          id_column: imo
          properties:
            name: {column: ship}
            notes: {literals: [registered, ferry]}
        ownership:
          schema: Ownership
          key: reg
          properties:
            owner: {entity: owner}
            asset: {entity: ship}
            startDate: {column: since, format: "%d/%m/%Y"}
    - csv_urls: [https://example.org/owners.csv]
      entities:
        address:
          schema: Place
          keys: city
          properties:
            name: {column: city}
`

func TestFollowTheMoneyMapping(t *testing.T) {
	b := bind(t, ftmMapping, "reg", "owner", "short", "former", "land", "street", "city", "mails", "imo", "ship", "since", "status", "test")
	got := clean(t, b, "17", "Blue Sea Ltd", "BSL", "Old Sea", "GR", "Akti 1", "Piraeus", "a@example.org; B@example.org", "9074729", "Aurora", "03/04/2015", "active", "0")
	want := `Organization name=Blue Sea Ltd alias=BSL alias=Old Sea country=gr(GR) notes=Akti 1, Piraeus email=a@example.org email=b@example.org( B@example.org) sourceUrl=https://example.org/register address=Akti 1, Piraeus
Vessel name=Aurora notes=registered notes=ferry
Ownership owner=#1 asset=#2 startDate=2015-04-03(03/04/2015)
Place name=Piraeus
`
	if d := cmp.Diff(want, told(got)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	var k record.Keyer
	for i, key := range []record.Key{
		k.Key("owner:EL-POLICE", "owner", "17", "GR"), k.Key("owner:EL-POLICE", "9074729"),
		k.Key("owner:EL-POLICE", "17"), k.Key("owner:EL-POLICE", "Piraeus"),
	} {
		if got[i].Key != key {
			t.Errorf("key of %s is not that of its columns", got[i].Schema)
		}
	}
	for _, c := range []struct {
		status, test string
		records      int
	}{{"active", "", 4}, {"suspended", "0", 4}, {"closed", "0", 1}, {"active", "1", 1}, {"", "0", 1}} {
		got := clean(t, b, "17", "Blue Sea Ltd", "", "", "GR", "", "Piraeus", "", "9074729", "Aurora", "", c.status, c.test)
		if len(got) != c.records {
			t.Errorf("status %q and test %q gave %d records, want %d", c.status, c.test, len(got), c.records)
		}
	}
	if _, problems := mapRow(b, row("17", "", "", "", "GR", "", "", "", "", "", "", "active", "")); len(problems) != 1 || problems[0].Column != "owner" {
		t.Errorf("without a required name: %v", problems)
	}
}

// A thing without a key makes no record and is referred to by nobody.
func TestReferencesToWhatIsNotThere(t *testing.T) {
	b := bind(t, callMapping, callColumns...)
	got := clean(t, b, "1", "6912345678", "", "13.07.2015 10:30:00", "", "", "", "")
	want := "Phone number=+306912345678(6912345678)\nCall caller=#1 date=2015-07-13T10:30:00(13.07.2015 10:30:00)\n"
	if d := cmp.Diff(want, told(got)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// A row that no filter keeps out and that gives nothing at all does not go unseen.
func TestRowsThatGiveNothing(t *testing.T) {
	b := bind(t, `
missing: [NA]
queries:
  - filters: {kind: x}
    entities: {x: {schema: Incident, keys: a}}
  - filters: {kind: y}
    entities: {y: {schema: Phone, keys: [a, b]}}
`, "kind", "a", "b")
	for _, c := range []struct {
		cells  []string
		column string
	}{
		{[]string{"x", "NA", "1"}, "a"},
		{[]string{"y", "", " "}, "a, b"},
		{[]string{"z", "", ""}, ""},
		{[]string{"y", "", "1"}, ""},
	} {
		_, problems := mapRow(b, row(c.cells...))
		if c.column == "" && problems != nil || c.column != "" && (len(problems) != 1 || problems[0].Column != c.column) {
			t.Errorf("%q gave %v, want a problem of %q", c.cells, problems, c.column)
		}
	}
}

// In files whose rows name their own columns, a column that no row has is empty.
func TestBindSparse(t *testing.T) {
	m, err := Parse([]byte("filters_not: {gone: x}\nentities: {x: {schema: Phone, keys: n, grade: {column: g}, properties: {number: {column: n}, name: {template: '{{ n }}{{ o }}'}, imei: {columns: [i, n]}}}}"), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	b, err := m.BindSparse([]string{"n"})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff("Phone number=+30691 name=+30691 imei=+30691\n", told(clean(t, b, "+30691"))); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if _, err := m.BindSparse([]string{"n", "n"}); !errors.Is(err, ErrColumns) {
		t.Errorf("a column twice gave %v", err)
	}
}

// The key of a phone is made from the number as its property has it: a national and
// an international form are one phone, whoever reports it.
func TestKeyTypeFollowsTheProperty(t *testing.T) {
	b := bind(t, callMapping, callColumns...)
	national := clean(t, b, "1", "0030 691 2345678", "6987654321", "13.07.2015 10:30:00", "9", "", "", "")
	other := clean(t, b, "2", "691-2345678", "+30 698 765 4321", "13.07.2015 10:30:00", "9", "", "", "")
	for i := range 2 {
		if national[i].Key != other[i].Key {
			t.Errorf("phone %d: two ways of writing it gave two keys", i+1)
		}
	}
	var elsewhere []record.Record
	b.Map(Context{Owner: "IT-GDF"}, row("2", "691-2345678", "+30 698 765 4321", "13.07.2015 10:30:00", "9"), func(r *record.Record) { elsewhere = append(elsewhere, *r) })
	if elsewhere[0].Key != other[0].Key {
		t.Error("key_scope global: another owner's phone is another thing")
	}
	if elsewhere[2].Key == other[2].Key {
		t.Error("key_scope owner: another owner's call is the same thing")
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, entity, columns string // of one entity "x", columns by commas
		cells                 []string
		want                  string
	}{
		{"template with a gap", `schema: Person, category: suspect, keys: a, properties: {name: {template: "{{ a }} {{b}}"}}`, "a,b", []string{"Amal", ""}, "Person[suspect] name=Amal(Amal )\n"},
		{"template without columns", `schema: Person, category: suspect, keys: a, properties: {name: {template: "Mr {{ b }}"}}`, "a,b", []string{"1", ""}, "Person[suspect]\n"},
		{"lookup", `schema: Incident, keys: a, properties: {route: {column: b, lookup: routes}}`, "a,b", []string{"1", " CMR "}, "Incident route=Central Mediterranean( CMR )\n"},
		{"lookup to nothing", `schema: Incident, keys: a, properties: {route: {column: b, lookup: routes}}`, "a,b", []string{"1", "UNK"}, "Incident\n"},
		{"lookup of another text", `schema: Incident, keys: a, properties: {route: {column: b, lookup: routes}}`, "a,b", []string{"1", "Black Sea"}, "Incident route=Black Sea\n"},
		{"missing", `schema: Incident, keys: a, properties: {route: {column: b}}`, "a,b", []string{"1", " n/a "}, "Incident\n"},
		{"unknown country", `schema: Person, category: victim, keys: a, properties: {nationality: {column: b}}`, "a,b", []string{"1", "unknown"}, "Person[victim]\n"},
		{"stateless", `schema: Person, category: victim, keys: a, properties: {nationality: {column: b}}`, "a,b", []string{"1", "STL"}, "Person[victim]\n"},
		{"default", `schema: Flow, keys: a, properties: {route: {column: b, default: Other}}`, "a,b", []string{"1", ""}, "Flow route=Other\n"},
		{"default not needed", `schema: Flow, keys: a, properties: {route: {column: b, default: Other}}`, "a,b", []string{"1", "x"}, "Flow route=x\n"},
		{"dropped", `schema: Incident, keys: a, properties: {date: {column: b, invalid: drop, default: 2015}}`, "a,b", []string{"1", "31.02.2015"}, "Incident date=2015\n"},
		{"epoch", `schema: Flow, keys: a, properties: {period: {column: b, format: epoch-days, precision: month}}`, "a,b", []string{"1", "14245"}, "Flow period=2009-01(14245)\n"},
		{"formats", `schema: Incident, keys: a, properties: {date: {column: b, formats: ["%d/%m/%Y", "%Y"]}}`, "a,b", []string{"1", "2015"}, "Incident date=2015\n"},
		{"jan1", `schema: Person, category: witness, keys: a, properties: {birthDate: {column: b, jan1_is_year: true}}`, "a,b", []string{"1", "01.01.1990"}, "Person[witness] birthDate=1990(01.01.1990)\n"},
		{"position", `schema: Incident, keys: a, properties: {latitude: {column: b, part: latitude}, longitude: {column: b, part: longitude}}`, "a,b", []string{"1", `38°48'00"N 026°26'18"E`}, `Incident latitude=38.8(38°48'00"N 026°26'18"E) longitude=26.4383333(38°48'00"N 026°26'18"E)` + "\n"},
		{"amount", `schema: Fee, keys: a, properties: {amount: {column: b, currency: EUR}}`, "a,b", []string{"1", "3.200,50 €"}, "Fee amount=3200.5(3.200,50 €) currency=EUR\n"},
		{"amount without a currency", `schema: Fee, keys: a, properties: {amount: {column: b}, currency: {column: c}}`, "a,b,c", []string{"1", "3 200", "eur"}, "Fee amount=3200(3 200) currency=EUR(eur)\n"},
		{"compute", `schema: Incident, keys: a, properties: {persons: {compute: "b + c"}}`, "a,b,c", []string{"1", "12", "30"}, "Incident persons=42\n"},
		{"compute with a gap", `schema: Incident, keys: a, properties: {persons: {compute: "b + c"}}`, "a,b,c", []string{"1", "12", ""}, "Incident\n"},
		{"same value twice", `schema: Person, category: contact, keys: a, properties: {name: {columns: [a, b]}}`, "a,b", []string{"Amal", "Amal"}, "Person[contact] name=Amal\n"},
		{"phone with a column for the country", `schema: Phone, keys: a, properties: {number: {column: a, country: {column: b}}}`, "a,b", []string{"02079460000", "UK"}, "Phone number=+442079460000(02079460000)\n"},
		{"category from a column", `schema: Person, category: {column: b, lookup: roles}, keys: a`, "a,b", []string{"1", "accused"}, "Person[suspect]\n"},
		{"category in capitals", `schema: Person, category: {column: b}, keys: a`, "a,b", []string{"1", "Victim"}, "Person[victim]\n"},
		{"reference by id, for all", `schema: Ownership, id_column: a, key_scope: global, properties: {owner: {column: b}}`, "a,b", []string{"1", "x-17"}, "Ownership owner=" + keyOf("global", "x-17") + "\n"},
		{"reference by id", `schema: Ownership, id_column: a, properties: {owner: {column: b}}`, "a,b", []string{"1", "x-17"}, "Ownership owner=" + keyOf("owner:EL-POLICE", "x-17") + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "missing: [NA, n/a]\nlookups:\n  routes: {CMR: Central Mediterranean, UNK: ''}\n  roles: {accused: suspect}\nentities:\n  x: {" + c.entity + "}\n"
			b := bind(t, text, strings.Split(c.columns, ",")...)
			for range 2 { // the second time from memory
				if d := cmp.Diff(c.want, told(clean(t, b, c.cells...))); d != "" {
					t.Errorf("(-want +got)\n%s", d)
				}
			}
		})
	}
}

func keyOf(scope string, parts ...string) string {
	var k record.Keyer
	return k.Key(scope, parts...).String()
}

func TestCellsWithSeveralValues(t *testing.T) {
	b := bind(t, "entities: {x: {schema: Person, category: contact, keys: id, properties: {alias: {column: aka}, notes: {column: aka, join: ' / '}}}}", "id", "aka")
	r := row("1", "Fox")
	r.Cells[1].More = []string{"Wolf", "Fox"}
	got, problems := mapRow(b, r)
	if problems != nil {
		t.Fatal(problems)
	}
	if d := cmp.Diff("Person[contact] alias=Fox alias=Wolf notes=Fox / Wolf / Fox\n", told(got)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestGradeLabelOrigin(t *testing.T) {
	b := bind(t, `
entities:
  x:
    schema: Person
    category: suspect
    keys: id
    origin: {column: who}
    grade: {column: g}
    label: H1 owner=EL-POLICE
    properties:
      name: {column: id}
      notes: {column: note, grade: C3, label: {column: l}}
`, "id", "who", "g", "note", "l")
	got := clean(t, b, "1", "Coast Guard", "b2", "seen", "TLP:RED owner=EL-POLICE")[0]
	if got.Origin != "Coast Guard" {
		t.Errorf("origin %q", got.Origin)
	}
	want := [][2]string{{"B2", "H1 owner=EL-POLICE"}, {"C3", "TLP:RED owner=EL-POLICE"}}
	for i, s := range got.Statements {
		label, err := handling.Parse(want[i][1])
		if err != nil || s.Grade.String() != want[i][0] || s.Label != label {
			t.Errorf("%s: %s, %s, want %v, %v", s.Property, s.Grade, s.Label, want[i], err)
		}
	}
	got = clean(t, b, "1", "", "", "seen", "")[0]
	if got.Origin != "" || !got.Statements[0].Grade.IsUngraded() || got.Statements[1].Grade == (grading.Grade{}) {
		t.Errorf("empty cells: %+v", got)
	}
	if got.Statements[1].Label != got.Statements[0].Label {
		t.Error("an empty label of a property leaves that of the record")
	}
	_, problems := mapRow(b, row("1", "", "Z9", "seen", "TLP:PINK"))
	if len(problems) != 2 || problems[0].Column != "g" || problems[1].Column != "l" {
		t.Errorf("bad grade and label: %v", problems)
	}
}

func TestPersonsNeedACategory(t *testing.T) {
	b := bind(t, `
queries:
  - entities:
      migrant: {schema: Person, keys: id, category: {column: cat}, properties: {name: {column: name}}}
      talk: {schema: Debriefing, keys: talk, key_literal: debriefing}
  - entities:
      boss: {schema: Person, keys: boss, category: {column: bosscat}}
      firm: {schema: Organization, key_literal: firm, keys: firm}
`, "id", "name", "cat", "talk", "boss", "bosscat", "firm")
	for _, c := range []struct {
		name   string
		cells  []string
		want   string
		column string
	}{
		{"debriefed", []string{"1", "Amal", "", "T1", "", "", ""}, "Person[witness] name=Amal\nDebriefing\n", ""},
		{"debriefed, and more is said", []string{"1", "Amal", "victim", "T1", "", "", ""}, "Person[victim] name=Amal\nDebriefing\n", ""},
		{"no debriefing in this row", []string{"1", "Amal", "", "", "", "", ""}, "", "cat"},
		{"debriefing in another query", []string{"", "", "", "T1", "9", "", "x"}, "", "bosscat"},
		{"no category at all", []string{"", "", "", "", "9", "", "x"}, "", "bosscat"},
		{"no such category", []string{"", "", "", "", "9", "kingpin", "x"}, "", "bosscat"},
		{"none needed", []string{"", "", "", "", "", "", "x"}, "Organization\n", ""},
	} {
		got, problems := mapRow(b, row(c.cells...))
		if c.column != "" {
			if len(got) != 0 || len(problems) != 1 || problems[0].Column != c.column || !strings.Contains(problems[0].Reason, "category") {
				t.Errorf("%s: %s %v", c.name, told(got), problems)
			}
		} else if d := cmp.Diff(c.want, told(got)); d != "" || problems != nil {
			t.Errorf("%s: %v (-want +got)\n%s", c.name, problems, d)
		}
	}
}

// All problems of a row are reported, and none of its records is.
func TestProblems(t *testing.T) {
	b := bind(t, `
entities:
  ok: {schema: Organization, keys: id, key_literal: org, properties: {name: {column: id}}}
  x:
    schema: Incident
    keys: id
    properties:
      date: {column: day, format: "%d.%m.%Y"}
      persons: {compute: "dead / boats"}
      dead: {column: dead}
      kind: {column: kind, required: true}
      nationality: {columns: [nat, nat2]}
`, "id", "day", "dead", "boats", "kind", "nat", "nat2")
	got, problems := mapRow(b, row("1", "31.02.2015", "4", "0", "", "Atlantis", "GR"))
	want := []Problem{
		{"day", `x.date: date "31.02.2015": out of range: no such day in that month`},
		{"dead, boats", "x.persons: dead / boats with [4 0]: it divides by zero"},
		{"kind", "x.kind has no value, and the mapping requires one"},
		{"nat", ""},
	}
	if len(got) != 0 || len(problems) != len(want) {
		t.Fatalf("%s%v", told(got), problems)
	}
	for i, p := range problems {
		if p.Column != want[i].Column || want[i].Reason != "" && p.Reason != want[i].Reason {
			t.Errorf("got %v, want %v", p, want[i])
		}
	}
	if !strings.Contains(problems[3].Reason, `"Atlantis"`) {
		t.Errorf("the reason does not say what was found: %v", problems[3])
	}
	// From memory the same, and the row after is not spoilt by it.
	if _, again := mapRow(b, row("1", "31.02.2015", "4", "0", "", "Atlantis", "GR")); !cmp.Equal(problems, again) {
		t.Errorf("the second time: %v", again)
	}
	clean(t, b, "1", "28.02.2015", "4", "1", "x", "GR", "")
}

// $row names a row by what it says. Two equal rows are two things; a file sent again
// names the same things, in whatever order.
func TestRowKeys(t *testing.T) {
	const text = "entities: {x: {schema: Incident, keys: $row, properties: {dead: {column: a}}}}"
	rows := [][]string{{"1", "x"}, {"2", "x"}, {"1", "x"}, {"1", ""}, {"1"}}
	keys := func(order []int) []string {
		b := bind(t, text, "a", "b")
		var out []string
		for _, i := range order {
			out = append(out, clean(t, b, rows[i]...)[0].Key.String())
		}
		slices.Sort(out)
		return out
	}
	first := keys([]int{0, 1, 2, 3, 4})
	if len(slices.Compact(slices.Clone(first))) != len(rows) {
		t.Error("two rows have one key")
	}
	if d := cmp.Diff(first, keys([]int{3, 2, 4, 1, 0})); d != "" {
		t.Errorf("another order gave other keys\n%s", d)
	}
}

func TestPartKeys(t *testing.T) {
	b := bind(t, "entities: {x: {schema: Organization, keys: [$part, id], properties: {name: {column: $part}}}}", "id")
	r := row("1")
	r.Place = reader.Place{Member: "book.xlsx", Sheet: "May", Row: 9}
	got, _ := mapRow(b, r)
	if len(got) != 1 || got[0].Place != (record.Place{Part: "book.xlsx!May", Row: 9}) || got[0].Key.String() != keyOf("owner:EL-POLICE", "book.xlsx!May", "1") {
		t.Errorf("%+v", got)
	}
	r.Place.Sheet = "Jun"
	if again, _ := mapRow(b, r); again[0].Key == got[0].Key || again[0].Values("name")[0] != "book.xlsx!Jun" {
		t.Errorf("another sheet: %+v", again)
	}
	if none, _ := mapRow(b, &reader.Row{Place: reader.Place{Member: "a", Row: 3}, Cells: []reader.Cell{{}}}); len(none) != 0 {
		t.Error("an empty row of a part made a thing")
	}
}

// Mapping is a function of the row: memory, order and buffers leave no trace.
func TestMappingIsAFunctionOfTheRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.SampledFrom([]string{"", "1", "6912345678", "+30 691 2345678", "13.07.2015 10:30:00", "31.02.2015 10:00:00", "x", "NA", " 7 "})
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 0, len(callColumns)), 1, 20).Draw(t, "rows")
		m, err := Parse([]byte(callMapping), schema.Default())
		if err != nil {
			t.Fatal(err)
		}
		once, err := m.Bind(callColumns)
		if err != nil {
			t.Fatal(err)
		}
		for _, cells := range slices.Backward(rows) {
			fresh, _ := m.Bind(callColumns)
			wantRecords, wantProblems := mapRow(fresh, row(cells...))
			gotRecords, gotProblems := mapRow(once, row(cells...))
			if told(wantRecords) != told(gotRecords) || !slices.Equal(wantProblems, gotProblems) {
				t.Fatalf("%q after other rows:\n%s%v\nalone:\n%s%v", cells, told(gotRecords), gotProblems, told(wantRecords), wantProblems)
			}
			if len(gotProblems) > 0 && len(gotRecords) > 0 {
				t.Fatalf("%q gave records and problems", cells)
			}
		}
	})
}

// The example of the reference is a mapping.
func TestReferenceExample(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "doc", "mapping.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```yaml\n")
	example, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("the page has no example")
	}
	b := bind(t, example, "route", "type", "nat", "t", "n")
	got := clean(t, b, "Central Mediterranean Route", "Sea", "ERI", "16436", "12")
	want := "Flow route=Central Mediterranean(Central Mediterranean Route) nationality=er(ERI) period=2015-01(16436) count=12 measure=detections\n"
	if d := cmp.Diff(want, told(got)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for _, cells := range [][]string{{"Other", "Land", "ERI", "16436", "12"}, {"Other", "Sea", "ERI", "16436", "0"}} {
		if got := clean(t, b, cells...); len(got) != 0 {
			t.Errorf("%q passed the filters", cells)
		}
	}
	// All keys of the language are on the page.
	for key := range strings.FieldsSeq(fileKeys + " " + entityKeys + " " + valueKeys) {
		if !strings.Contains(string(page), "`"+key+"`") {
			t.Errorf("doc/mapping.md does not explain %q", key)
		}
	}
}

// One mapping of several files, as FollowTheMoney's users keep them: each query is
// for the file that it names.
func TestQueriesOfNamedFiles(t *testing.T) {
	const text = `registry:
  label: Registry
  category: company
  summary: Two files
  roles: [guest]
  queries:
    - csv_url: https://example.org/latest/companies.csv?v=2
      entities:
        company: {schema: Company, keys: [number], properties: {name: {column: name}}}
    - csv_urls: [https://example.org/latest/directors.csv]
      entities:
        company: {schema: Company, keys: [company]}
        director: {schema: LegalEntity, keys: [company, director], properties: {name: {column: director}}}
`
	m, err := Parse([]byte(text), schema.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file    string
		columns []string
		fits    bool
	}{
		{"companies.csv", []string{"number", "name"}, true},
		{"directors.csv", []string{"company", "director"}, true},
		{"directors.csv", []string{"number", "name"}, false},
		{"other.csv", []string{"number", "name"}, false},
		{"other.csv", []string{"number", "name", "company", "director"}, true},
	} {
		if _, err := m.For(c.file).Bind(c.columns); (err == nil) != c.fits {
			t.Errorf("%s with columns %v: %v", c.file, c.columns, err)
		}
	}
}
