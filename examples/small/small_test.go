// Package small_test reads the example cases as skein does and holds the rows that
// come to grief against the list of those that were spoilt.
package small_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// source is what these tests need of a case file's source.
type source struct {
	Name, Path, Mapping, Owner, Origin, Category string
	Reader                                       struct{ Format, Encoding, Delimiter, Sheet string }
}

func sources(t *testing.T, file string) []source {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c struct{ Sources []source }
	if err := yaml.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Sources) == 0 {
		t.Fatalf("%s lists no sources", file)
	}
	return c.Sources
}

// Every mapping of the examples is one, and is used.
func TestMappings(t *testing.T) {
	for _, dir := range []string{".", "../mediterranean"} {
		used := map[string]bool{}
		for _, s := range sources(t, filepath.Join(dir, "case.yaml")) {
			used[s.Mapping] = true
		}
		files, err := filepath.Glob(filepath.Join(dir, "mappings", "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no mappings in %s: %v", dir, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := mapping.Parse(text, schema.Default()); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			if name := "mappings/" + filepath.Base(file); !used[name] {
				t.Errorf("%s is used by no source", file)
			}
		}
	}
}

// badRow is a row that gave no record.
type badRow struct {
	Source, Part, Column string
	Row                  int
}

// made is a record that a row gave.
type made struct {
	schema schema.Name
	key    record.Key
	origin record.Origin // empty: the source's
}

// readSource reads a source's file and returns the rows that gave no record and the
// records of the others.
func readSource(t *testing.T, s source, text []byte) (bad []badRow, records []made) {
	t.Helper()
	content, err := os.ReadFile(s.Path)
	if err != nil {
		t.Fatal(err)
	}
	o := reader.Options{Format: reader.Format(s.Reader.Format), Encoding: s.Reader.Encoding, Sheet: s.Reader.Sheet}
	for _, c := range s.Reader.Delimiter {
		o.Delimiter = c
	}
	rd, err := reader.Open(filepath.Base(s.Path), bytes.NewReader(content), int64(len(content)), o)
	if err != nil {
		t.Fatalf("%s: %v", s.Name, err)
	}
	rows := mapper(t, s, text, rd)
	for {
		row, err := rd.Next()
		if errors.Is(err, io.EOF) {
			return bad, records
		}
		if e, ok := errors.AsType[*reader.RowError](err); ok {
			bad = append(bad, badRow{s.Name, e.Place.Member + e.Place.Sheet, e.Column, e.Place.Row})
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		found, problems := rows(row)
		if len(problems) > 0 {
			bad = append(bad, badRow{s.Name, row.Place.Member + row.Place.Sheet, columnsOf(problems), row.Place.Row})
			t.Logf("%s %v: %v", s.Name, row.Place, problems)
		}
		records = append(records, found...)
	}
}

// columnsOf returns the columns that are at fault, each once, in order.
func columnsOf(problems []mapping.Problem) string {
	var columns []string
	for _, p := range problems {
		if p.Column != "" {
			columns = append(columns, p.Column)
		}
	}
	slices.Sort(columns)
	return strings.Join(slices.Compact(columns), ", ")
}

// mapper returns what makes records of a row.
func mapper(t *testing.T, s source, text []byte, rd *reader.Reader) func(*reader.Row) ([]made, []mapping.Problem) {
	t.Helper()
	model, ctx := schema.Default(), mapping.Context{Owner: s.Owner}
	if s.Mapping == "" {
		category, err := record.ParseCategory(s.Category)
		if err != nil {
			category = record.NoCategory // no persons in the source
		}
		return func(row *reader.Row) ([]made, []mapping.Problem) {
			r, problems := mapping.FromFtM(row.Raw, model, ctx, category)
			if len(problems) > 0 {
				return nil, problems
			}
			return []made{{r.Schema, r.Key, r.Origin}}, nil
		}
	}
	m, err := mapping.Parse(text, model)
	if err != nil {
		t.Fatalf("%s: %v", s.Mapping, err)
	}
	var b *mapping.Binding
	bound := -1
	return func(row *reader.Row) ([]made, []mapping.Problem) {
		if columns := rd.Columns(); len(columns) != bound {
			if b, err = m.Bind(columns); err != nil {
				t.Fatalf("%s: %v", s.Name, err)
			}
			bound = len(columns)
		}
		var found []made
		problems := b.Map(ctx, row, func(r *record.Record) { found = append(found, made{r.Schema, r.Key, r.Origin}) })
		return found, problems
	}
}

func mappingText(t *testing.T, s source) []byte {
	t.Helper()
	if s.Mapping == "" {
		return nil
	}
	text, err := os.ReadFile(s.Mapping)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The rows in quarantine are those that the generator spoilt, no more and no less, and
// the rest gives records of every kind.
func TestQuarantineIsAsExpected(t *testing.T) {
	var got []badRow
	records, total := map[schema.Name]int{}, 0
	for _, s := range sources(t, "case.yaml") {
		bad, found := readSource(t, s, mappingText(t, s))
		got = append(got, bad...)
		for _, m := range found {
			records[m.schema]++
			total++
		}
	}
	want := expected(t)
	byPlace := func(a, b badRow) int {
		return strings.Compare(a.Source+"\x00"+a.Part+"\x00"+strconv.Itoa(a.Row), b.Source+"\x00"+b.Part+"\x00"+strconv.Itoa(b.Row))
	}
	slices.SortFunc(got, byPlace)
	slices.SortFunc(want, byPlace)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("rows in quarantine (-expected-quarantine.csv +read):\n%s", diff)
	}
	if total < 2000 {
		t.Errorf("%d records, want 2,000 or more", total)
	}
	for _, name := range []schema.Name{
		"Person", "Phone", "Possession", "Network", "Membership", "Involvement", "Investigation", "Vessel", "Vehicle", "Sighting",
		"Seizure", "Flow", "Incident", "Debriefing", "Trip", "Fee", "Payment", "Passport", "Identification", "Call", "Organization",
		"Address", "Place",
	} {
		if records[name] == 0 {
			t.Errorf("no record of schema %s", name)
		}
	}
}

func expected(t *testing.T) []badRow {
	t.Helper()
	text, err := os.ReadFile("expected-quarantine.csv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	list := make([]badRow, 0, len(table))
	for _, line := range table[1:] {
		row, err := strconv.Atoi(line[3])
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, badRow{line[0], line[2], line[4], row})
	}
	return list
}

// The tutorial's change to one mapping lets in the six rows of the station that writes
// its dates with slashes, and no other.
func TestTutorialMendsTheMapping(t *testing.T) {
	i := slices.IndexFunc(sources(t, "case.yaml"), func(s source) bool { return s.Name == "el-police-suspects" })
	s := sources(t, "case.yaml")[i]
	text := mappingText(t, s)
	const (
		before = `            createdAt: {column: ΗΜ. ΚΑΤΑΓΡΑΦΗΣ, format: "%d.%m.%Y"}`
		after  = `            # createdAt: {column: ΗΜ. ΚΑΤΑΓΡΑΦΗΣ, formats: ["%d.%m.%Y", "%d/%m/%Y"]}`
	)
	mended := bytes.Replace(text, []byte(before), []byte(strings.Replace(before, "createdAt", "# createdAt", 1)), 1)
	mended = bytes.Replace(mended, []byte(after), []byte(strings.Replace(after, "# createdAt", "createdAt", 1)), 1)
	bad, records := readSource(t, s, text)
	left, more := readSource(t, s, mended)
	if cured := len(bad) - len(left); cured != 6 {
		t.Errorf("%d rows are cured, want 6", cured)
	}
	if added := persons(more) - persons(records); added != 6 {
		t.Errorf("%d persons more, want 6", added)
	}
}

func persons(records []made) int {
	n := 0
	for _, m := range records {
		if m.schema == "Person" {
			n++
		}
	}
	return n
}

// What the case is made to show across agencies: telephones that several know under
// one key, however they write them, and incidents that four contributions tell of and
// two origins at most.
func TestAgenciesMeet(t *testing.T) {
	phones := map[record.Key]map[string]bool{}
	contributions := map[record.Key]map[string]bool{}
	origins := map[record.Key]map[string]bool{}
	note := func(to map[record.Key]map[string]bool, k record.Key, what string) {
		if to[k] == nil {
			to[k] = map[string]bool{}
		}
		to[k][what] = true
	}
	for _, s := range sources(t, "case.yaml") {
		_, found := readSource(t, s, mappingText(t, s))
		for _, m := range found {
			switch m.schema {
			case "Phone":
				note(phones, m.key, s.Owner)
			case "Incident":
				note(contributions, m.key, s.Name)
				origin := string(m.origin)
				if origin == "" {
					origin = cmp.Or(s.Origin, s.Owner)
				}
				note(origins, m.key, origin)
			}
		}
	}
	shared, callsOfSuspects, echoes := 0, 0, 0
	for _, owners := range phones {
		if len(owners) > 2 {
			shared++
		}
		if owners["TR-COASTGUARD"] && owners["DE-BKA"] { // dialled abroad, and dialled in Germany
			callsOfSuspects++
		}
	}
	for k, by := range contributions {
		if len(by) > 3 && len(origins[k]) == 2 {
			echoes++
		}
	}
	if shared < 10 || callsOfSuspects < 20 || echoes == 0 {
		t.Errorf("%d telephones known to three agencies, %d of DE-BKA's suspects in the calls, %d incidents with four contributions and two origins; want 10, 20 and 1 or more",
			shared, callsOfSuspects, echoes)
	}
}
