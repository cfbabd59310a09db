package reader_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"skein/internal/ingest/reader"
)

// TestOddFiles holds files as they come: each row is one row, and none is made of two.
func TestOddFiles(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          []string
	}{
		{
			// In transliterated Arabic names begin with ayn and end with hamza.
			"apostrophes in names", "id,name,date\n1,'Abd al-Rahman,2015-01-01\n2,Muhammad Rida,2015-01-02\n3,Karim Rida',2015-01-03\n",
			[]string{"row 2|1|'Abd al-Rahman|2015-01-01", "row 3|2|Muhammad Rida|2015-01-02", "row 4|3|Karim Rida'|2015-01-03"},
		},
		{
			"apostrophes at line ends", "id,name\n1,'Abd al-Rahman\n2,Muhammad Rida'\n3,Karim\n",
			[]string{"row 2|1|'Abd al-Rahman", "row 3|2|Muhammad Rida'", "row 4|3|Karim"},
		},
		{"quoted by apostrophes", "id,name\n'1','Ali, Sana'\n'2','b'\n", []string{"row 2|1|Ali, Sana", "row 3|2|b"}},
		{
			"header again", "name,nationality\nOmar,Syria\nname,nationality\nAli,Iraq\n",
			[]string{"row 2|Omar|Syria", "row 3! it repeats the header", "row 4|Ali|Iraq"},
		},
		{"one NUL", "name,note\nOmar,\x00\nAli,x\n", []string{"row 2! note: it holds a NUL byte", "row 3|Ali|x"}},
		{
			"a title above the header", "Detections 2015\n\na,b\n1,2\n",
			[]string{"row 4|1|2"},
		},
		{
			"one bad byte in one good file", "name\nDupr\u00e9\nCaf\xe9\n",
			[]string{"row 2|Dupr\u00e9", "row 3! name: byte 0xe9 is no text in utf-8; is the encoding another?"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := readAll("a.csv", test.content, reader.Options{})
			if got.err != nil {
				t.Fatal(got.err)
			}
			if d := cmp.Diff(test.want, got.rows); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestNumbersOfThreeDecimals: what a machine wrote as a number has a decimal point, and
// people's thousands are not to be seen in it.
func TestNumbersOfThreeDecimals(t *testing.T) {
	json := readAll("a.json", `[{"n":1.125,"m":"1.125","k":-12.345,"q":0.125,"e":1.125e3}]`, reader.Options{})
	if want := []string{"row 1|1.1250|1.125|-12.3450|0.125|1.125e3"}; !cmp.Equal(want, json.rows) {
		t.Errorf("JSON: %q, want %q", json.rows, want)
	}
	book := readAll("a.xlsx", workbook(t, nil, []any{"n", "m"}, []any{1.125, "1.125"}), reader.Options{Sheet: "Data"})
	if want := []string{"Data:4|1.1250|1.125"}; !cmp.Equal(want, book.rows) {
		t.Errorf("XLSX: %q, want %q", book.rows, want)
	}
}

// TestSheetsLeftOut: a workbook of several tables does not lose all but one in silence.
func TestSheetsLeftOut(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		for cell, text := range map[string]string{"A1": "n", "A2": "7"} {
			if err := f.SetCellStr("Sheet1", cell, text); err != nil {
				t.Fatal(err)
			}
		}
	}, []any{"a", "b"}, []any{1, 2})
	want := []string{`Data:3! the sheet is left out, only "Sheet1" is read; name the one that is meant under sheet`, "Sheet1:2|7"}
	if got := readAll("a.xlsx", content, reader.Options{}); !cmp.Equal(want, got.rows) || got.err != nil {
		t.Errorf("%q, %v", got.rows, got.err)
	}
	if got := readAll("a.xlsx", content, reader.Options{Sheet: "sheet1"}); !cmp.Equal(want[1:], got.rows) {
		t.Errorf("named: %q", got.rows)
	}
	packed := readAll("a.zip", zipped(t, [2]string{"b.xlsx", content}, [2]string{"c.csv", "n\n8\n"}), reader.Options{})
	if want := []string{"b.xlsx!" + want[0], "b.xlsx!" + want[1], "c.csv:2|8"}; !cmp.Equal(want, packed.rows) {
		t.Errorf("packed: %q", packed.rows)
	}
}

func TestUTF16NeedsItsLineEnds(t *testing.T) {
	got := readAll("a.csv", strings.Join(strings.Split("a,b\n1,2\n", ""), "\x00")+"\x00", reader.Options{})
	if got.detected.Encoding != "utf-16le" || len(got.rows) != 1 {
		t.Errorf("read as %s: %q, %v", got.detected.Encoding, got.rows, got.err)
	}
}

// Turkish shares all but six letters with the page of Western Europe.
func TestDetectTurkish(t *testing.T) {
	for text, want := range map[string]string{
		"ad,yer\nŞükrü Yılmaz,İzmir\n": "windows-1254", "ad\nIŞIK\n": "windows-1254", "ad\nKadıköy'den Ayvacık'a\n": "windows-1254",
		"nom\nMüller\n": "windows-1252", "nom\nFrançois Lefèvre\n": "windows-1252", "n° dossier\n1\n": "windows-1252",
	} {
		content, ok := encode(want, text)
		if got := readAll("a.csv", content, reader.Options{}); !ok || got.detected.Encoding != want {
			t.Errorf("%q is read as %s: %q", text, got.detected.Encoding, got.rows)
		}
	}
}

// TestListsWithinAnObject: the answer of a service is not one row.
func TestListsWithinAnObject(t *testing.T) {
	for _, content := range []string{
		`{"data":[{"a":1},{"a":2}]}`, `{"count":2,"next":null,"page":{"n":[{},{}]},"results":[{"a":1},{"a":2}]}` + "\n",
		`{"data":[{"a":1},{"a":2}` + strings.Repeat(`,{"a":3}`, 100_000) + "]}",
	} {
		if got := readAll("a.json", content, reader.Options{}); !errors.Is(got.err, reader.ErrMalformed) || !strings.Contains(got.err.Error(), "list of objects") {
			t.Errorf("%.60s: %v", content, got.err)
		}
	}
	for content, want := range map[string]int{
		`{"a":[1,2],"b":[{"c":1}]}`: 1, `[{"data":[{"a":1},{"a":2}]}]`: 1, `{"p":[{"a":1},{"a":2}]}` + "\n" + `{"p":[]}` + "\n": 2,
	} {
		if got := readAll("a.json", content, reader.Options{}); got.err != nil || len(got.rows) != want {
			t.Errorf("%s: %q, %v", content, got.rows, got.err)
		}
	}
}
