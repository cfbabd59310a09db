package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/schema"
)

// How many files are damaged, and from which seed on: go test ./cmd/skein -run
// TestMutations -mutations 10000.
var (
	mutations    = flag.Int("mutations", 360, "damaged files that TestMutations reads")
	mutationSeed = flag.Uint64("mutation-seed", 1, "of the first of them")
)

// slowest is how long a damaged file of some kilobytes may take.
const slowest = 10 * time.Second

// specimen is a sound file that is damaged, and how it is read. The reading returns what is
// wrong with how it went; that the file is refused is right.
type specimen struct {
	name    string
	content []byte
	read    func(t *testing.T, name string, damaged []byte) string
	repack  func(damaged []byte) []byte // of a part of a packed file; nil: the bytes are the file
}

// TestMutations changes one to five bytes of files of all kinds that are read. No reader
// panics or hangs, and no row is lost without a word.
func TestMutations(t *testing.T) {
	all := specimens(t)
	for n := range *mutations {
		s := &all[n%len(all)]
		seed := *mutationSeed + uint64(n)
		r := rand.New(rand.NewPCG(seed, uint64(n%len(all))))
		damaged := bytes.Clone(s.content)
		changed := make([]string, 1+r.IntN(5))
		for i := range changed {
			at, by := r.IntN(len(damaged)), byte(r.IntN(256))
			changed[i] = fmt.Sprintf("%d: %#02x to %#02x", at, damaged[at], by)
			damaged[at] = by
		}
		if s.repack != nil {
			damaged = s.repack(damaged)
		}
		started := time.Now()
		wrong := guarded(func() string { return s.read(t, s.name, damaged) })
		if took := time.Since(started); took > slowest && wrong == "" {
			wrong = "it took " + took.String()
		}
		if wrong != "" {
			t.Errorf("%s, -mutation-seed %d (%s): %s", s.name, seed, strings.Join(changed, ", "), wrong)
		}
	}
}

func guarded(f func() string) (wrong string) {
	defer func() {
		if p := recover(); p != nil {
			wrong = fmt.Sprintf("panic: %v", p)
		}
	}()
	return f()
}

const specimenRows = 40

// specimenTable is a small table of texts, numbers and dates.
func specimenTable() [][]string {
	rows := [][]string{{"id", "name", "age", "seen", "place"}}
	for i := range specimenRows {
		rows = append(rows, []string{fmt.Sprintf("P-%03d", i), fmt.Sprintf("Vera \"%d\" Probeva", i), fmt.Sprint(18 + i), fmt.Sprintf("2016-03-%02d", 1+i%28), "Küste, Nord"})
	}
	return rows
}

func delimitedText(delimiter string) []byte {
	var b strings.Builder
	for _, row := range specimenTable() {
		for i, c := range row {
			if i > 0 {
				b.WriteString(delimiter)
			}
			if strings.ContainsAny(c, "\","+delimiter) {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

func specimens(t *testing.T) []specimen {
	csv, lines := delimitedText(","), jsonText("\n", "", "\n")
	entities := strings.ReplaceAll(string(lines), `{"id":`, `{"schema":"Person","properties":{"name":["x"]},"id":`)
	book := specimenBook(t)
	out := []specimen{
		{"a.csv", csv, coversBytes, nil},
		{"a.tsv", delimitedText("\t"), coversBytes, nil},
		{"semicolon.csv", append([]byte("sep=;\r\n"), bytes.ReplaceAll(delimitedText(";"), []byte("\n"), []byte("\r\n"))...), coversBytes, nil},
		{"utf16.csv", utf16Text(csv), countsRows(0), nil},
		{"a.jsonl", lines, coversBytes, nil},
		{"a.json", jsonText(",\n", "[", "]"), countsRows(specimenRows), nil},
		{"a.ftm.json", []byte(entities), coversBytes, nil},
		{"a.csv.gz", gzipped(csv), countsRows(specimenRows), nil},
		{"inner.csv.gz", csv, countsRows(0), gzipped},
		{"a.zip", zipOf(t, map[string][]byte{"a.csv": csv, "b.jsonl": lines}), countsRows(2 * specimenRows), nil},
		{"a.xlsx", book, countsRows(specimenRows), nil},
		{"plain.parquet", specimenParquet(t), countsRows(specimenRows), nil},
		{"zstd.parquet", specimenParquet(t, parquet.Compression(&parquet.Zstd), parquet.DataPageVersion(1)), countsRows(specimenRows), nil},
		{"a.yaml", []byte(specimenMapping), readsMapping, nil},
		{"case.yaml", []byte(specimenCase), readsCase, nil},
	}
	for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"} {
		out = append(out, specimen{part + " of b.xlsx", partOf(t, book, part), countsRows(specimenRows), func(damaged []byte) []byte { return withPart(t, book, part, damaged) }})
	}
	graphs := specimenGraphs()
	for _, name := range sortedKeys(graphs) {
		out = append(out, specimen{name, []byte(graphs[name]), keepsEdges, nil})
	}
	return out
}

// jsonText writes the table as JSON objects.
func jsonText(between, before, after string) []byte {
	table := specimenTable()
	var rows []string
	for _, row := range table[1:] {
		rows = append(rows, fmt.Sprintf(`{"id":%q,"name":%q,"age":%s,"seen":[%q,{"place":%q}]}`, row[0], row[1], row[2], row[3], row[4]))
	}
	return []byte(before + strings.Join(rows, between) + after)
}

func utf16Text(text []byte) []byte {
	out := []byte{0xFF, 0xFE}
	for _, c := range string(text) {
		out = append(out, byte(c), byte(c>>8))
	}
	return out
}

func gzipped(content []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(content) // to memory
	_ = w.Close()
	return b.Bytes()
}

func zipOf(t *testing.T, files map[string][]byte) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range sortedKeys(files) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(files[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func specimenBook(t *testing.T) []byte {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for i, row := range specimenTable() {
		cells := make([]any, len(row))
		for k, c := range row {
			cells[k] = c
		}
		if i > 0 {
			cells[2] = 18 + i
		}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "E2", "E4"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func partOf(t *testing.T, book []byte, name string) []byte {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func withPart(t *testing.T, book []byte, name string, text []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		files[f.Name] = partOf(t, book, f.Name)
	}
	files[name] = text
	return zipOf(t, files)
}

func specimenParquet(t *testing.T, options ...parquet.WriterOption) []byte {
	type line struct {
		ID     string   `parquet:"id,dict"`
		Name   *string  `parquet:"name,optional"`
		Age    int32    `parquet:"age,delta"`
		Fee    int64    `parquet:"fee,decimal(2:18)"`
		Phones []string `parquet:"phones,list"`
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[line](&b, append(options, parquet.MaxRowsPerRowGroup(25))...)
	for i, row := range specimenTable()[1:] {
		if _, err := w.Write([]line{{row[0], &row[1], int32(i), int64(i) * 100, row[2:4]}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// damagedRows reads a table: the header's row, how many rows and bad rows there are, all their
// bytes, and whether a part was left out with a word.
type damagedRows struct {
	header, rows int
	raw          []byte
	told         bool
	encoding     string
}

// readDamaged returns what is wrong with a reading, with ok where the file is refused.
func readDamaged(name string, content []byte) (got damagedRows, refused bool, wrong string) {
	r, err := reader.Open(filepath.Base(name), bytes.NewReader(content), int64(len(content)), reader.Options{})
	for err == nil {
		var row *reader.Row
		row, err = r.Next()
		if bad, ok := errors.AsType[*reader.RowError](err); ok {
			got.rows++
			got.raw = append(got.raw, bad.Raw...)
			got.told = got.told || strings.Contains(bad.Reason, "left out")
			err = nil
		} else if err == nil {
			got.rows++
			got.raw = append(got.raw, row.Raw...)
		}
		got.header, got.encoding = r.Detected().Header, r.Detected().Encoding
	}
	switch {
	case errors.Is(err, io.EOF):
		return got, false, ""
	case strings.Contains(err.Error(), "its reader failed"):
		return got, true, err.Error()
	case !errors.Is(err, reader.ErrMalformed) && !errors.Is(err, reader.ErrLimit):
		return got, true, "an error of no kind: " + err.Error()
	}
	return got, true, ""
}

// countsRows reads a table that must have so many rows, good and bad, or be refused; 0 takes
// any count.
func countsRows(rows int) func(*testing.T, string, []byte) string {
	return func(_ *testing.T, name string, damaged []byte) string {
		got, refused, wrong := readDamaged(name, damaged)
		if wrong == "" && !refused && !got.told && rows > 0 && got.rows != rows {
			return fmt.Sprintf("%d rows of %d", got.rows, rows)
		}
		return wrong
	}
}

// coversBytes reads a text, each byte of which must be in a row or above the rows: a damaged
// byte may end a line or join two.
func coversBytes(_ *testing.T, name string, damaged []byte) string {
	got, refused, wrong := readDamaged(name, damaged)
	if wrong != "" || refused || got.encoding != "utf-8" && !strings.HasPrefix(got.encoding, "windows") {
		return wrong
	}
	rest := damaged
	const titles = 2 // lines above the header, and the header
	if got.header > titles {
		return fmt.Sprintf("the header is found in row %d", got.header)
	}
	space := func(b []byte) []byte { return bytes.Join(bytes.Fields(b), nil) }
	if !bytes.HasSuffix(space(rest), space(got.raw)) {
		return "some bytes are in no row"
	}
	above := len(space(rest)) - len(space(got.raw))
	header := 0
	if got.header > 0 {
		for _, line := range bytes.SplitAfterN(bytes.ReplaceAll(rest, []byte("\r"), []byte("\n")), []byte("\n"), 8)[:min(7, bytes.Count(rest, []byte("\n"))+1)] {
			header += len(line)
		}
	}
	if above > header {
		return fmt.Sprintf("%d bytes are in no row", above)
	}
	return ""
}

func readsMapping(_ *testing.T, _ string, damaged []byte) string {
	if m, err := mapping.Parse(damaged, schema.Default()); err == nil {
		_, _ = m.Bind([]string{"id", "name", "age", "seen", "place"}) // it may lack columns
	} else if !errors.Is(err, mapping.ErrMapping) {
		return "an error of no kind: " + err.Error()
	}
	return ""
}

func readsCase(t *testing.T, _ string, damaged []byte) string {
	path := filepath.Join(t.TempDir(), "case.yaml")
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	_, _ = loadCaseFile(path, "") // most are refused; none may panic
	return ""
}

// keepsEdges reads a graph by the verb: it has all its edges or is refused. Where a line end or
// a sign of comment comes or goes, lines are others, and where the number of a node by its
// place does, two edges may be one: then only the ending counts.
func keepsEdges(t *testing.T, name string, damaged []byte) string {
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	e := &env{in: strings.NewReader(""), out: &out, document: &out, err: io.Discard, now: time.Now}
	code := run(context.Background(), e, []string{"network", path, "--measure", "none", "--json"})
	if code < exitDone || code > exitQuarantined {
		return fmt.Sprintf("it ended with %d", code)
	}
	var answer struct {
		Edges int `json:"edges"`
		Loops int `json:"loops_left_out"`
		Bad   int `json:"bad_rows"`
	}
	original := specimenGraphs()[name]
	if code != exitDone && code != exitQuarantined || signs(name, string(damaged)) != signs(name, original) {
		return ""
	}
	if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
		return "no JSON: " + err.Error()
	}
	if answer.Edges+answer.Loops+answer.Bad < specimenEdges {
		return fmt.Sprintf("%d edges, %d loops and %d bad rows of %d edges, code %d", answer.Edges, answer.Loops, answer.Bad, specimenEdges, code)
	}
	return ""
}

// signs is what parts lines and makes comments, in order, with the digits of formats that
// name nodes by their places.
func signs(name, text string) string {
	marks := "\n\r%#!*\""
	if strings.HasSuffix(name, ".net") || strings.HasSuffix(name, ".metis") {
		marks += "0123456789 \t"
	}
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(marks, c) {
			return c
		}
		return -1
	}, text)
}
