package reader_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"skein/internal/ingest/reader"
)

// sheetOf puts the XML of rows, and what follows them, in place of the sheet of a sound
// workbook.
func sheetOf(t testing.TB, rows, behind string) string {
	t.Helper()
	return rezip(t, workbook(t, nil, []any{"a"}), func(name, old string) string {
		if name != sheetPart {
			return old
		}
		return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData>` + behind + `</worksheet>`
	})
}

// row writes texts as a row; empty ones have no cell.
func row(number string, cells ...string) string {
	out := `<row r="` + number + `">`
	for i, c := range cells {
		if c != "" {
			out += `<c r="` + string(rune('A'+i)) + number + `" t="inlineStr"><is><t>` + c + `</t></is></c>`
		}
	}
	return out + "</row>"
}

// TestMergedCells: a merged cell speaks for all that it covers.
func TestMergedCells(t *testing.T) {
	for _, test := range []struct {
		name, rows, merges string
		columns            string
		want               []string
	}{
		{
			"down", row("1", "id", "name", "flag") + row("2", "1", "x", "SYR") + row("3", "2", "y") + row("4", "3", "z") + row("5", "4", "u", "AFG"),
			`<mergeCell ref="C2:C4"/>`, "id|name|flag",
			[]string{"Data:2|1|x|SYR", "Data:3|2|y|SYR", "Data:4|3|z|SYR", "Data:5|4|u|AFG"},
		},
		{
			"across and down", row("1", "id", "born in", "lives in") + row("2", "1", "Tripoli") + row("3", "2"),
			`<mergeCell ref="B2:C3"/>`, "id|born in|lives in",
			[]string{"Data:2|1|Tripoli|Tripoli", "Data:3|2|Tripoli|Tripoli"},
		},
		{
			"a column of two", row("1", "name", "", "id") + row("2", "Vera Probeva", "", "1") + row("3", "Sami", "Trialov", "2"),
			`<mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/>`, "name|name_2|id",
			[]string{"Data:2|Vera Probeva||1", "Data:3|Sami|Trialov|2"},
		},
		{
			"a header of two rows", row("1", "route", "detections", "", "total") + row("2", "", "2014", "2015") + row("3", "East", "1", "2", "3"),
			`<mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/>`, "route|detections 2014|detections 2015|total",
			[]string{"Data:3|East|1|2|3"},
		},
		{
			"blank rows stay blank, and columns end with the header", row("1", "id", "flag") + row("2", "1", "SYR") + row("4", "2"),
			`<mergeCell ref="B2:XFD1048576"/>`, "id|flag",
			[]string{"Data:2|1|SYR", "Data:4|2|SYR"},
		},
		{
			"an own value is kept, a broken range costs nothing", row("1", "id", "flag") + row("2", "1", "SYR") + row("3", "2", "AFG"),
			`<mergeCell ref="B2:B3"/><mergeCell ref="B3:B2"/><mergeCell ref="?"/><mergeCell ref="A2:B99999999999999999999"/>`, "id|flag",
			[]string{"Data:2|1|SYR", "Data:3|2|AFG"},
		},
	} {
		got := readAll("a.xlsx", sheetOf(t, test.rows, "<mergeCells>"+test.merges+"</mergeCells>"), reader.Options{Sheet: "Data"})
		if d := cmp.Diff(test.want, got.rows); d != "" || strings.Join(got.columns, "|") != test.columns {
			t.Errorf("%s: %q, %v (-want +got):\n%s", test.name, got.columns, got.err, d)
		}
	}
}

// TestCellsWithoutValue: what the sheet does not say costs its row, with the cell's name.
func TestCellsWithoutValue(t *testing.T) {
	const noValue = "Data:2! b: cell B2: a formula without a stored value; open the workbook in a spreadsheet program, save it and send it again"
	for cell, want := range map[string]string{
		`<c r="B2"><f>A2</f><v/></c>`:                                  "" + noValue,
		`<c r="B2"><f>A2</f></c>`:                                      noValue,
		`<c r="B2" t="str"><f>A2</f></c>`:                              noValue,
		`<c r="B2"><f t="shared" si="0"/></c>`:                         noValue,
		`<c r="B2" t="str"><f>""</f><v></v></c>`:                       "Data:2|1",
		`<c r="B2" t="str"><f>A2&amp;"x"</f><v>1x</v></c>`:             "Data:2|1|1x",
		`<c r="B2"><f>A2*2</f><v>2</v></c>`:                            "Data:2|1|2",
		`<c r="B2"><f>A2-A2</f><v>0</v></c>`:                           "Data:2|1|0",
		`<c r="B2" t="b"><f>A2=1</f><v>1</v></c>`:                      "Data:2|1|true",
		`<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`:                 "Data:2! b: cell B2: the spreadsheet shows the error #DIV/0! instead of a value",
		`<c r="B2" t="e"><v>#N/A</v></c>`:                              "Data:2! b: cell B2: the spreadsheet shows the error #N/A instead of a value",
		`<c r="B2"><v>1234567890123456</v></c>`:                        "Data:2! b: cell B2: a number of more than 15 digits, whose end a spreadsheet does not keep; the cells must be formatted as text before the number is entered",
		`<c r="B2" t="inlineStr"><is><t>1234567890123456</t></is></c>`: "Data:2|1|1234567890123456",
		`<c r="B2" t="s"><v>9</v></c>`:                                 `Data:2! b: cell B2: there is no shared string "9"`,
		`<c r="B2" t="inlineStr"><is><r><t>a </t></r><r><rPr><b/></rPr><t>b</t></r><rPh sb="0" eb="1"><t>z</t></rPh></is></c>`: "Data:2|1|a b",
		`<c r="B2" t="d"><v>2015-03-01T00:00:00</v></c>`:                                                                       "Data:2|1|2015-03-01",
	} {
		content := sheetOf(t, row("1", "a", "b")+`<row r="2"><c r="A2"><v>1</v></c>`+cell+`</row>`+row("3", "x", "y"), "")
		got := readAll("a.xlsx", content, reader.Options{Sheet: "Data"})
		if d := cmp.Diff([]string{want, "Data:3|x|y"}, got.rows); d != "" || got.err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", cell, got.err, d)
		}
	}
}

// TestUncalculated: a program that cannot calculate writes 0 for all formulas, and asks for
// calculation.
func TestUncalculated(t *testing.T) {
	content := rezip(t, sheetOf(t, row("1", "a", "b")+`<row r="2"><c r="A2"><v>0</v></c><c r="B2"><f>A2+1</f><v>0</v></c></row>`, ""), func(name, old string) string {
		if name == "xl/workbook.xml" {
			return strings.Replace(old, "</workbook>", `<calcPr calcId="1" fullCalcOnLoad="1"/></workbook>`, 1)
		}
		return old
	})
	got := readAll("a.xlsx", content, reader.Options{Sheet: "Data"})
	if len(got.rows) != 1 || !strings.Contains(got.rows[0], "! b: cell B2: a formula whose stored value is the 0") {
		t.Errorf("%q, %v", got.rows, got.err)
	}
}

// TestHiddenSheets: a hidden sheet is not the first, and is reported; hidden rows and
// columns are rows and columns.
func TestHiddenSheets(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		for cell, text := range map[string]string{"A1": "code", "A2": "7"} {
			if err := f.SetCellStr("Sheet1", cell, text); err != nil {
				t.Fatal(err)
			}
		}
		f.SetActiveSheet(1)
		if err := f.SetSheetVisible("Sheet1", false); err != nil {
			t.Fatal(err)
		}
		if err := f.SetRowVisible("Data", 4, false); err != nil {
			t.Fatal(err)
		}
		if err := f.SetColVisible("Data", "B", false); err != nil {
			t.Fatal(err)
		}
	}, []any{"a", "b"}, []any{1, 2}, []any{3, 4})
	want := []string{`Sheet1:1! the hidden sheet is left out, only "Data" is read; name the one that is meant under sheet`, "Data:4|1|2", "Data:5|3|4"}
	if got := readAll("a.xlsx", content, reader.Options{}); !cmp.Equal(want, got.rows) {
		t.Errorf("%q, %v", got.rows, got.err)
	}
	if got := readAll("a.xlsx", content, reader.Options{Sheet: "Sheet1"}); !cmp.Equal(want[:0:0], got.rows[1:]) || got.rows[0] != "Sheet1:2|7" {
		t.Errorf("named: %q, %v", got.rows, got.err)
	}
}

// TestNumberFormatsOfCells goes the way from a style to what is shown.
func TestNumberFormatsOfCells(t *testing.T) {
	code := "00000000"
	content := workbook(t, func(f *excelize.File) { style(t, f, "B4", excelize.Style{CustomNumFmt: &code}) }, []any{"id", "passport"}, []any{1, 1234567})
	if got := readAll("a.xlsx", content, reader.Options{Sheet: "Data"}); !cmp.Equal(got.rows, []string{"Data:4|1|01234567"}) {
		t.Errorf("%q, %v", got.rows, got.err)
	}
	// Parts are found by their relationships, whatever their names.
	moved := rezip(t, content, func(name, old string) string {
		if name == "xl/_rels/workbook.xml.rels" {
			return strings.ReplaceAll(old, `"styles.xml"`, `"/xl/styles.xml"`)
		}
		return old
	})
	if got := readAll("a.xlsx", moved, reader.Options{Sheet: "Data"}); !cmp.Equal(got.rows, []string{"Data:4|1|01234567"}) {
		t.Errorf("moved: %q, %v", got.rows, got.err)
	}
}
