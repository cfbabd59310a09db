package reader_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"skein/internal/ingest/reader"
)

// workbook writes rows to the sheet Data, from its row 3 on; the cells of a row that
// is nil stay blank. An empty sheet comes first.
func workbook(t testing.TB, change func(*excelize.File), rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	if _, err := f.NewSheet("Data"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if row == nil {
			continue
		}
		if err := f.SetSheetRow("Data", fmt.Sprintf("A%d", i+3), &row); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func style(t testing.TB, f *excelize.File, cell string, s excelize.Style) {
	t.Helper()
	id, err := f.NewStyle(&s)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Data", cell, cell, id); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbook(t *testing.T) {
	content := workbook(
		t, nil,
		[]any{"name", "n", "", "name"},
		[]any{"محمود & <b> \"x\"\n2", 33612345678, true, 0.1},
		nil,
		[]any{nil, 1e14, false},
		[]any{"_x0041_", 0.375, "TRUE", "007"},
		[]any{"a", "b", "c", "d", "e"},
		[]any{""},
	)
	got := readAll("book.xlsx", content, reader.Options{Sheet: "data"})
	if got.err != nil {
		t.Fatal(got.err)
	}
	want := []string{
		"Data:4|محمود & <b> \"x\"\n2|33612345678|true|0.1",
		"Data:6||100000000000000|false",
		"Data:7|A|0.375|TRUE|007",
		"Data:8! the row has 5 fields, the header has 4: a delimiter in an unquoted value?",
	}
	if d := cmp.Diff(want, got.rows); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"name", "n", "column_3", "name_2"}, got.columns); d != "" {
		t.Errorf("columns (-want +got):\n%s", d)
	}
	if raw := `["محمود & <b> \"x\"\n2","33612345678","true","0.1"]`; !strings.HasPrefix(got.raw, raw) {
		t.Errorf("raw %s, want %s", got.raw, raw)
	}
	if d := cmp.Diff(reader.Detected{Format: reader.XLSX, Encoding: "utf-8", Sure: 1, Header: 3, Sheet: "Data"}, got.detected); d != "" {
		t.Errorf("detected (-want +got):\n%s", d)
	}
}

func TestWorkbookOptions(t *testing.T) {
	content := workbook(t, nil, []any{"title"}, []any{"a", "b"}, []any{1, 2, 3})
	for _, test := range []struct {
		name    string
		options reader.Options
		columns []string
		rows    []string
	}{
		{"skip", reader.Options{Sheet: "Data", SkipRows: 3}, []string{"a", "b"}, []string{"Data:5! the row has 3 fields, the header has 2: a delimiter in an unquoted value?"}},
		{"no header", reader.Options{Sheet: "Data", NoHeader: true}, []string{"1", "2", "3"}, []string{"Data:3|title", "Data:4|a|b", "Data:5|1|2|3"}},
	} {
		got := readAll("book.xlsx", content, test.options)
		if d := cmp.Diff(test.columns, got.columns); d != "" {
			t.Errorf("%s: %v columns (-want +got):\n%s", test.name, got.err, d)
		}
		if d := cmp.Diff(test.rows, got.rows); d != "" {
			t.Errorf("%s: rows (-want +got):\n%s", test.name, d)
		}
	}
	_, err := open("book.xlsx", content, reader.Options{})
	if !errors.Is(err, reader.ErrMalformed) || !strings.Contains(err.Error(), "Sheet1: malformed: it holds no rows") {
		t.Errorf("first sheet is empty: %v", err)
	}
	_, err = open("book.xlsx", content, reader.Options{Sheet: "calls"})
	if !errors.Is(err, reader.ErrMalformed) || !strings.Contains(err.Error(), "Sheet1, Data") {
		t.Errorf("no such sheet: %v", err)
	}
	_, err = open("book.xlsx", content, reader.Options{Format: reader.CSV})
	if !errors.Is(err, reader.ErrMalformed) {
		t.Errorf("declared as CSV: %v", err)
	}
	_, err = open("book.xlsx", content, reader.Options{Format: reader.FtM})
	if !errors.Is(err, reader.ErrMalformed) || !strings.Contains(err.Error(), "it is an XLSX workbook, and no file of FollowTheMoney entities: a table needs a mapping") {
		t.Errorf("read as entities: %v", err)
	}
	for format, want := range map[reader.Format]string{
		reader.FtM: "it is a Parquet file, and no file of FollowTheMoney entities: a table needs a mapping", reader.CSV: "it is a Parquet file, and declared as csv",
	} {
		_, err = open("table.parquet", "PAR1\x00\x01 and so on PAR1", reader.Options{Format: format})
		if !errors.Is(err, reader.ErrMalformed) || !strings.Contains(err.Error(), want) {
			t.Errorf("a Parquet file read as %s: %v", format, err)
		}
	}
}

func TestWorkbookDates(t *testing.T) {
	custom := func(code string) excelize.Style { return excelize.Style{CustomNumFmt: &code} }
	for _, test := range []struct {
		name  string
		value any
		style excelize.Style
		want  string
	}{
		{"date", 44197, excelize.Style{NumFmt: 14}, "2021-01-01"},
		{"date and time", 44197.75, excelize.Style{NumFmt: 22}, "2021-01-01T18:00:00"},
		{"midnight", 44197, excelize.Style{NumFmt: 22}, "2021-01-01T00:00:00"},
		{"date format, with a time", 44197.5, excelize.Style{NumFmt: 14}, "2021-01-01T12:00:00"},
		{"time of day", 0.5 + 1.0/86400, excelize.Style{NumFmt: 21}, "12:00:01"},
		{"elapsed", 1.5, excelize.Style{NumFmt: 46}, "36:00:00"},
		{"elapsed, custom", 1.25, custom("[hh]:mm"), "30:00:00"},
		{"milliseconds", 44197 + 0.125/86400, custom("yyyy-mm-dd hh:mm:ss.000"), "2021-01-01T00:00:00.125"},
		{"custom date", 44197, custom(`[$-407]d. mmmm yyyy;@`), "2021-01-01"},
		{"month only", 44197, custom(`mmm`), "2021-01-01"},
		{"no date: quoted letters", 44197, custom(`0 "days"`), "44197"},
		{"no date: escaped letters", 44197, custom(`0\d_h[Red]`), "44197"},
		{"no date: exponent", 44197.5, custom(`0.00E+00`), "44197.5"},
		{"no date: thousands", 1234567.125, excelize.Style{NumFmt: 4}, "1234567.125"},
		{"before the leap day", 59, excelize.Style{NumFmt: 14}, "1900-02-28"},
		{"the leap day that never was", 60, excelize.Style{NumFmt: 14}, "60"},
		{"after it", 61, excelize.Style{NumFmt: 14}, "1900-03-01"},
		{"negative", -1, excelize.Style{NumFmt: 14}, "-1"},
		{"too late", 2958466, excelize.Style{NumFmt: 14}, "2958466"},
		{"text", "31/12/2020", excelize.Style{NumFmt: 14}, "31/12/2020"},
		{"as excelize writes it", time.Date(2022, 3, 4, 5, 6, 7, 0, time.UTC), excelize.Style{NumFmt: 22}, "2022-03-04T05:06:07"},
	} {
		content := workbook(t, func(f *excelize.File) { style(t, f, "A4", test.style) }, []any{"d"}, []any{test.value})
		got := readAll("book.xlsx", content, reader.Options{Sheet: "Data"})
		if d := cmp.Diff([]string{"Data:4|" + test.want}, got.rows); d != "" {
			t.Errorf("%s: %v (-want +got):\n%s", test.name, got.err, d)
		}
	}
	content := workbook(t, func(f *excelize.File) {
		style(t, f, "A4", excelize.Style{NumFmt: 14})
		on := true
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &on}); err != nil {
			t.Fatal(err)
		}
	}, []any{"d"}, []any{1})
	if d := cmp.Diff([]string{"Data:4|1904-01-02"}, readAll("book.xlsx", content, reader.Options{Sheet: "Data"}).rows); d != "" {
		t.Errorf("1904 (-want +got):\n%s", d)
	}
}

func TestWorkbookNumbers(t *testing.T) {
	good := workbook(t, nil, []any{"n"}, []any{7})
	for literal, want := range map[string]string{
		"3.3612345678E10": "33612345678", "0.30000000000000004": "0.30000000000000004", "1.1000000000000001": "1.1",
		"999999999999999": "999999999999999", "-5": "-5", "1e-7": "0.0000001", "7.0": "7", "0x1p4": "0x1p4", "x": "x",
	} {
		content := rezip(t, good, func(name, content string) string {
			if name != sheetPart {
				return content
			}
			return strings.Replace(content, "<v>7</v>", "<v>"+literal+"</v>", 1)
		})
		got := readAll("book.xlsx", content, reader.Options{Sheet: "Data"})
		if d := cmp.Diff([]string{"Data:4|" + want}, got.rows); d != "" {
			t.Errorf("%s: %v (-want +got):\n%s", literal, got.err, d)
		}
	}
}

// rezip writes a zip archive again with some of its files changed.
func rezip(t testing.TB, content string, change func(name, content string) string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, change(f.Name, string(text))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const sheetPart = "xl/worksheets/sheet2.xml"

func TestWorkbookDamage(t *testing.T) {
	good := workbook(t, nil, []any{"a", "b"}, []any{"x", 1}, []any{"y", 2})
	replace := func(part, old, by string) func(string, string) string {
		return func(name, content string) string {
			if name != part {
				return content
			}
			if !strings.Contains(content, old) {
				t.Fatalf("%s has no %s:\n%s", part, old, content)
			}
			return strings.Replace(content, old, by, 1)
		}
	}
	const decl = `?>`
	for _, test := range []struct {
		name   string
		change func(name, content string) string
		says   string
	}{
		{"DOCTYPE in the sheet", replace(sheetPart, decl, `?><!DOCTYPE x [<!ENTITY e "boom">]>`), "document type"},
		{"DOCTYPE in a part that is not read", replace("docProps/app.xml", decl, `?><!DOCTYPE x>`), "document type"},
		{"an entity", replace("xl/sharedStrings.xml", "<t>x", "<t>&e;x"), "broken XML"},
		{"cut off", func(name, content string) string {
			if name == sheetPart {
				return content[:strings.Index(content, `<row r="5"`)]
			}
			return content
		}, "broken XML"},
		{"rows go back", replace(sheetPart, `<row r="5"`, `<row r="4"`), "comes after"},
		{"cells go back", replace(sheetPart, `r="B5"`, `r="A5"`), "wrong place"},
		{"no sheet", replace("xl/_rels/workbook.xml.rels", "worksheets/sheet2.xml", "worksheets/sheet9.xml"), "lacks"},
		{"deep", replace(sheetPart, `<row r="5"`, strings.Repeat("<x>", 100)+`<row r="5"`), "deeper"},
	} {
		got := readAll("book.xlsx", rezip(t, good, test.change), reader.Options{Sheet: "Data"})
		if !errors.Is(got.err, reader.ErrMalformed) || !strings.Contains(got.err.Error(), test.says) || !strings.Contains(got.err.Error(), "book.xlsx") {
			t.Errorf("%s: %v", test.name, got.err)
		}
	}
	bad := rezip(t, good, replace(sheetPart, `<c r="A4" t="s"><v>`, `<c r="A4" t="s"><v>99`))
	got := readAll("book.xlsx", bad, reader.Options{Sheet: "Data"})
	if d := cmp.Diff([]string{`Data:4! a: cell A4: there is no shared string "992"`, "Data:5|y|2"}, got.rows); d != "" {
		t.Errorf("bad string: %v (-want +got):\n%s", got.err, d)
	}
}

// What another reader makes of the same file, in its raw values.
func TestWorkbookAgainstExcelize(t *testing.T) {
	rows := [][]any{{"a", "b", "c"}}
	for i := range 2000 {
		rows = append(rows, []any{fmt.Sprintf("name %d  ", i%97), i * 7919, float64(i) / 64})
	}
	content := workbook(t, nil, rows...)
	f, err := excelize.OpenReader(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	all, err := f.GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for i, row := range all[3:] {
		if _, fraction, _ := strings.Cut(row[2], "."); len(fraction) == 3 && row[2][0] != '0' {
			row[2] += "0"
		}
		want = append(want, fmt.Sprintf("Data:%d|%s", i+4, strings.Join(row, "|")))
	}
	if d := cmp.Diff(want, readAll("book.xlsx", content, reader.Options{Sheet: "Data"}).rows); d != "" || len(want) != 2000 {
		t.Errorf("%d rows (-want +got):\n%s", len(want), d)
	}
}
