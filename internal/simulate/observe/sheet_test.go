package observe

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/ingest/reader"
)

// Whatever an agency's program writes, Skein's reader gives back, at the places that
// the truth names.
func TestFormatsAreRead(t *testing.T) {
	for _, f := range []Format{
		{Name: "csv", Encoding: "utf-8"},
		{Name: "csv", Encoding: "utf-8-bom", Delimiter: ";", Packed: true},
		{Name: "csv", Encoding: "windows-1250", Delimiter: ";"},
		{Name: "csv", Encoding: "windows-1253", Delimiter: ";"},
		{Name: "tsv", Encoding: "utf-16le"},
		{Name: "xlsx"},
		{Name: "jsonl"},
	} {
		s := newSheet([]string{"Nr", "Name", "Note"})
		s.add([]string{"1", `Anna; "Ali" <x> & Co, Sons`, "a"})
		s.add([]string{"2", "Omar", ""})
		spoilt := s.add([]string{"3", "Josef", "c"})
		spoilt.broken = map[string]string{"jsonl": brokenJSON, "csv": fewFields, "tsv": fewFields}[f.Name]
		s.add([]string{"4", "Maria", "d"})
		content, err := f.encode(s, "Data")
		if err != nil {
			t.Fatalf("%+v: %v", f, err)
		}
		read, bad := rows(t, &f, content)
		want := map[int]string{}
		for i, r := range s.rows {
			if r.broken == "" {
				want[f.number(i)] = strings.TrimRight(strings.Join(r.cells, "|"), "|")
			}
		}
		if diff := cmp.Diff(want, read); diff != "" {
			t.Errorf("%+v: %s", f, diff)
		}
		if spoilt.broken != "" && (len(bad) != 1 || bad[0] != f.number(2)) {
			t.Errorf("%+v: bad rows %v, want row %d", f, bad, f.number(2))
		}
	}
}

// rows reads a file: cells joined by "|" by row, and the numbers of bad rows.
func rows(t *testing.T, f *Format, content []byte) (good map[int]string, bad []int) {
	t.Helper()
	o := reader.Options{Format: reader.Format(f.Name), Encoding: strings.TrimSuffix(f.Encoding, "-bom")}
	if f.Delimiter != "" {
		o.Delimiter = rune(f.Delimiter[0])
	}
	r, err := reader.Open("x."+f.extension(), bytes.NewReader(content), int64(len(content)), o)
	if err != nil {
		t.Fatalf("%+v: %v", *f, err)
	}
	good = map[int]string{}
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return good, bad
		}
		if broken, ok := errors.AsType[*reader.RowError](err); ok {
			bad = append(bad, broken.Place.Row)
			continue
		}
		if err != nil {
			t.Fatalf("%+v: %v", *f, err)
		}
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Value)
		}
		good[row.Place.Row] = strings.TrimRight(strings.Join(cells, "|"), "|")
	}
}

// A code page that lacks a letter gets it without its marks, or a question mark.
func TestFit(t *testing.T) {
	f := Format{Encoding: "windows-1252"}
	if got, want := fit("Đorđe Şahin Žižek حسن", f.page()), "Dorde Sahin Žižek ???"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWorkbooksDependOnTheirRowsAlone(t *testing.T) {
	s := newSheet([]string{"a"})
	s.add([]string{"1"})
	one, err1 := workbook(s, "Data")
	two, err2 := workbook(s, "Data")
	if err1 != nil || err2 != nil || !bytes.Equal(one, two) {
		t.Errorf("two workbooks of the same rows differ: %v %v", err1, err2)
	}
}

func TestColumnName(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := columnName(i); got != want {
			t.Errorf("column %d is %s, want %s", i, got, want)
		}
	}
}

// Every language has a header for every column that an agency of it sends, and words
// that are told apart.
func TestLexicons(t *testing.T) {
	for lang, l := range lexicons() {
		seen := map[string]string{}
		for _, column := range append(suspectColumns, "last", "first") {
			name := l.headers[column]
			if other := seen[name]; name == "" || other != "" {
				t.Errorf("%s: column %s is %q, as %q", lang, column, name, other)
			}
			seen[name] = column
		}
		for list, words := range l.words {
			said := map[string]string{}
			for english, word := range words {
				if word == "" || said[word] != "" {
					t.Errorf("%s: %s: %q for %s and %s", lang, list, word, english, said[word])
				}
				said[word] = english
			}
		}
	}
}
