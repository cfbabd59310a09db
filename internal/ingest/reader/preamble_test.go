package reader_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"skein/internal/ingest/reader"
)

// TestHeaderBelowTitles: titles and Excel's own first line are no header, and nothing else
// is taken for them.
func TestHeaderBelowTitles(t *testing.T) {
	table := "id;name;born\nA1;Vera Probeva;1985-03-12\nA2;Sami Trialov;1990-07-01\n"
	for _, test := range []struct {
		name, content string
		header        int
		columns       string
		rows          int
	}{
		{"none", table, 1, "id|name|born", 2},
		{"sep=", "sep=;\n" + table, 2, "id|name|born", 2},
		{"sep= in capitals, quoted, CRLF, marked", "\ufeff\"SEP=;\"\r\n" + strings.ReplaceAll(table, "\n", "\r\n"), 2, "id|name|born", 2},
		{"sep= of a tab", "sep=\t\n" + strings.ReplaceAll(table, ";", "\t"), 2, "id|name|born", 2},
		{"sep= beats the guess", "sep=|\na;b|c\n1;2|3\n", 2, "a;b|c", 1},
		{"sep= and titles", "sep=;\nArrivals by sea\n\n" + table, 4, "id|name|born", 2},
		{"one title", "List of suspects\n" + table, 2, "id|name|born", 2},
		{"titles as a spreadsheet saves them", "List of suspects;;\nSource: exercise;;\n;;\n" + table, 4, "id|name|born", 2},
		{"a title in one word, and a gap", "Suspects\n\n" + table, 3, "id|name|born", 2},
		{"period beside its name", "Period;2015;;\nid;name;born;place\n1;a;1985;x\n2;b;1986;y\n", 2, "id|name|born|place", 2},
		{"months as columns", "Detections on routes\n\nroute;2015-01;2015-02;2015-03\nEast;10;20;30\nWest;1;2;3\n", 3, "route|2015-01|2015-02|2015-03", 2},
		{"a quoted title of two lines", "\"List\nof suspects\"\n\n" + table, 4, "id|name|born", 2},
		// What is none.
		{"columns without names", "name,\nAli,x\nOmar,y\n", 1, "name|column_2", 2},
		{"a column of numbers without a name", ",n\nGreece,5\nItaly,7\n", 1, "column_1|n", 2},
		{"one column of texts with commas", "full name\n\"Probeva, Vera\"\n\"Trialov, Sami\"\n", 1, "full name", 2},
		{"the same unquoted", "full name\nProbeva, Vera\nTrialov, Sami\n", 1, "full name", 0},
		{"names with commas unquoted", "id,name\n1,Probeva,Vera\n2,Trialov,Sami\n", 1, "id|name", 0},
		{"mostly empty rows", "id,name,born,place\n1,,,\n2,,,\n3,a,1985,x\n", 1, "id|name|born|place", 3},
		{"one row too long", "from,to\na,b\nb,c,d\n", 1, "from|to", 1},
		{"a header of a comment sign", "#;Party;Duration\n1;Vera;60\n2;Sami;30\n", 1, "#|Party|Duration", 2},
		{"a comment sign before the header", "# id;name\n1;Vera\n", 1, "id|name", 1},
	} {
		got := readAll("a.csv", test.content, reader.Options{})
		good := 0
		for _, r := range got.rows {
			if !strings.Contains(r, "! ") {
				good++
			}
		}
		if got.err != nil || got.detected.Header != test.header || strings.Join(got.columns, "|") != test.columns || good != test.rows {
			t.Errorf("%s: %v; header in row %d with %q, %d good rows; want %d, %s, %d", test.name, got.err, got.detected.Header, got.columns, good, test.header, test.columns, test.rows)
		}
	}
}

// TestHeaderDeclared: what is declared is not looked for.
func TestHeaderDeclared(t *testing.T) {
	content := "List of suspects\n\nid,name,born\n1,Vera,1985\n2,Sami,1990\n"
	for _, test := range []struct {
		options reader.Options
		columns string
	}{
		{reader.Options{SkipRows: 2}, "id|name|born"},
		{reader.Options{SkipRows: 3}, "1|Vera|1985"},
		{reader.Options{SkipRows: reader.SkipNone}, "List of suspects"},
		{reader.Options{NoHeader: true}, "1"},
		{reader.Options{NoHeader: true, SkipRows: 3}, "1|2|3"},
	} {
		if got := readAll("a.csv", content, test.options); strings.Join(got.columns, "|") != test.columns {
			t.Errorf("%+v: %q, want %s", test.options, got.columns, test.columns)
		}
	}
	if got := readAll("a.csv", "sep=;\n1;2\n", reader.Options{NoHeader: true}); !cmp.Equal(got.rows, []string{"row 2|1|2"}) {
		t.Errorf("sep= without a header: %q", got.rows)
	}
	for _, encoding := range []string{"utf-16le", "windows-1251"} {
		content, ok := encode(encoding, "sep=;\nСписок подозреваемых\n\nномер;имя;год\n1;Вера;1985\n2;Сами;1990\n")
		if got := readAll("a.csv", content, reader.Options{Encoding: encoding}); !ok || strings.Join(got.columns, "|") != "номер|имя|год" || len(got.rows) != 2 {
			t.Errorf("%s: %q %q, %v", encoding, got.columns, got.rows, got.err)
		}
	}
}

func TestWorkbookTitles(t *testing.T) {
	rows := [][]any{{"Detections, by route"}, nil, {"Source", "exercise"}, {"route", "2014", "2015", "total"}, {"East", 1, 2, 3}, {"West", 4, 5, 9}}
	merge := func(f *excelize.File) {
		if err := f.MergeCell("Data", "A3", "D3"); err != nil {
			t.Fatal(err)
		}
	}
	got := readAll("a.xlsx", workbook(t, merge, rows...), reader.Options{Sheet: "Data"})
	if want := []string{"Data:7|East|1|2|3", "Data:8|West|4|5|9"}; !cmp.Equal(got.rows, want) || got.detected.Header != 6 {
		t.Errorf("%q below row %d, %v", got.rows, got.detected.Header, got.err)
	}
	// Blank rows behind what was read ahead keep their numbers.
	long := [][]any{{"a", "b"}}
	for range 70 {
		long = append(long, []any{"x", "y"}, nil)
	}
	got = readAll("a.xlsx", workbook(t, nil, long...), reader.Options{Sheet: "Data"})
	if len(got.rows) != 70 || got.rows[69] != "Data:142|x|y" || got.rows[64] != "Data:132|x|y" {
		t.Errorf("%d rows, %q", len(got.rows), got.rows[60:])
	}
}
