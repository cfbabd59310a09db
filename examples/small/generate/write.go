package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// expected is a row that cannot become a record, and why.
type expected struct {
	source, file, part string
	row                int    // as an editor or a spreadsheet counts, from 1
	column             string // empty: the row as a whole
	kind               string
}

// folder is where the files go. It gathers the spoilt rows of all of them.
type folder struct {
	dir string
	bad []expected
}

func (f *folder) write(name string, content []byte) error {
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// writeExpected writes the list of spoilt rows, in order.
func (f *folder) writeExpected() error {
	slices.SortFunc(f.bad, func(a, b expected) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.part, b.part), cmp.Compare(a.row, b.row))
	})
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"source", "file", "part", "row", "column", "kind"}}
	for _, e := range f.bad {
		rows = append(rows, []string{e.source, e.file, e.part, strconv.Itoa(e.row), e.column, e.kind})
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return f.write("expected-quarantine.csv", b.Bytes())
}

// The kinds of spoilt row.
const (
	badDate       = "impossible date"
	otherDate     = "date in a second format" // curable by the mapping
	badCountry    = "unknown country"
	badCategory   = "person without category"
	fewFields     = "too few fields"
	brokenJSON    = "broken JSON"
	badBytes      = "invalid bytes"
	offTheGlobe   = "coordinate out of range"
	openQuote     = "unterminated quote"
	missingValue  = "missing required value"
	badNumber     = "not a number"
	badPhone      = "not a telephone number"
	badCurrency   = "unknown currency"
	unknownSchema = "unknown schema"
)

// spoiltByte stands where bytes will be written that no text of the encoding has.
const spoiltByte = "\x1a"

// table gathers the rows of a delimited file or, with lines alone, of a JSON Lines
// file, and knows the number of each.
type table struct {
	source, file, part string
	comma              rune
	text               strings.Builder
	row                int
	bad                []expected
}

// add writes a row.
func (t *table) add(cells ...string) {
	comma := t.comma
	if comma == 0 {
		comma = ','
	}
	for i, c := range cells {
		if i > 0 {
			t.text.WriteRune(comma)
		}
		if strings.ContainsAny(c, string(comma)+"\"\n") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		t.text.WriteString(c)
	}
	t.line("")
}

// line ends a line.
func (t *table) line(s string) {
	t.text.WriteString(s + "\n")
	t.row++
}

// json writes a value as a line of JSON; maps are in the order of their keys.
func (t *table) json(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("%s: %w", t.file, err)
	}
	t.line(string(b))
	return nil
}

// spoilNext notes that the row that is written next is spoilt.
func (t *table) spoilNext(kind, column string) {
	t.bad = append(t.bad, expected{t.source, t.file, t.part, t.row + 1, column, kind})
}

// encoded returns the text in an encoding, spoilt bytes in place.
func (t *table) encoded(enc encoding.Encoding, spoilt byte) ([]byte, error) {
	b := []byte(t.text.String())
	if enc != nil {
		var err error
		if b, err = enc.NewEncoder().Bytes(b); err != nil {
			return nil, fmt.Errorf("%s: %w", t.file, err)
		}
	}
	return bytes.ReplaceAll(b, []byte(spoiltByte), []byte{spoilt}), nil
}

// save writes the table as a file in UTF-8.
func (f *folder) save(t *table) error {
	b, err := t.encoded(nil, 0xFF)
	if err != nil {
		return err
	}
	return f.saveAs(t, b)
}

// saveAs writes bytes that were made of the table.
func (f *folder) saveAs(t *table, content []byte) error {
	f.bad = append(f.bad, t.bad...)
	return f.write(t.file, content)
}

// zipped packs files without times.
func zipped(names []string, contents [][]byte) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(contents[i]); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// gzipped packs bytes without a name and a time.
func gzipped(content []byte) ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// countryIn returns the name of a country in a language.
func countryIn(tag language.Tag, code string) string {
	if code == "" {
		return ""
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return display.Regions(tag).Name(region)
}

// number writes an integer; zero is written.
func number(n int) string { return strconv.Itoa(n) }

// some writes a number unless it is zero.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
