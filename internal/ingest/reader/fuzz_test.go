package reader_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"skein/internal/ingest/reader"
)

// tight limits keep a fuzzed file small in memory and time.
func tight() reader.Limits {
	return reader.Limits{Bytes: 1 << 20, Unpacked: 8 << 20, Rows: 10_000, Columns: 100, Cell: 4096, Members: 20}
}

// fuzz reads a file to its end. Rows must say where they stand, in order, and no
// cell may be over the limit.
func fuzz(t *testing.T, name, content string, o reader.Options) {
	o.Limits = tight()
	r, err := open(name, content, o)
	if err != nil {
		if errors.Is(err, io.EOF) || !errors.Is(err, reader.ErrLimit) && !errors.Is(err, reader.ErrMalformed) && !errors.Is(err, reader.ErrOptions) {
			t.Fatal(err)
		}
		return
	}
	last := reader.Place{}
	for range 2 * o.Limits.Rows {
		row, err := r.Next()
		if row == nil {
			bad, ok := errors.AsType[*reader.RowError](err)
			if !ok {
				if end := errors.Is(err, io.EOF); end == (errors.Is(err, reader.ErrLimit) || errors.Is(err, reader.ErrMalformed)) {
					t.Fatal(err)
				}
				return
			}
			if bad.Place.Row < 1 || bad.Reason == "" {
				t.Fatalf("%+v", bad)
			}
			continue
		}
		if row.Place.Row < 1 || row.Place.Member == last.Member && row.Place.Row < last.Row {
			t.Fatalf("%v after %v", row.Place, last)
		}
		last = row.Place
		if len(row.Cells) > len(r.Columns()) {
			t.Fatalf("%d cells in %d columns", len(row.Cells), len(r.Columns()))
		}
		for _, c := range row.Cells {
			if len(c.Value) > o.Limits.Cell || strings.IndexByte(c.Value, 0) >= 0 {
				t.Fatalf("%q", c.Value)
			}
		}
	}
	t.Fatal("does not end")
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "a;b\r\n\"x\ny\";\"\"\"\"\r\n", "#a\tb\r1\t2", "'a','b'\n'1','2", "a,,\n1,\"2\n3,4", "a|b\n\x00|\xff\n"} {
		f.Add(s, "", false, uint8(0))
		f.Add(s, "windows-1256", true, uint8(1))
		f.Add(s, "utf-16le", false, uint8(0))
	}
	f.Fuzz(func(t *testing.T, content, encoding string, noHeader bool, skip uint8) {
		fuzz(t, "a.csv", content, reader.Options{Format: reader.CSV, Encoding: encoding, NoHeader: noHeader, SkipRows: int(skip)})
	})
}

func FuzzEncoding(f *testing.F) {
	for _, encoding := range []string{"utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256", "windows-1253", "windows-1251"} {
		s, _ := encode(encoding, "a,b\n"+letters(encoding)+",2\n")
		f.Add(s)
	}
	f.Add("\xff\xfe\x00\x00a\x00\x00\x00")
	f.Add("\xef\xbb\xbfa\n\xe2\x82")
	f.Fuzz(func(t *testing.T, content string) {
		fuzz(t, "a.txt", content, reader.Options{})
	})
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"a":1,"b":{"c":["x",{"d":null}]}}`+"\n"+`{"a":}`, false)
	f.Add(`[{"a":1},2,{"b":"\u0000"}] x`, false)
	f.Add(`[{"id":"a","schema":"Person","properties":{"name":["x"]}}`, true)
	f.Add("\r\n[\r{\"a\":\n1}\r,\n{}]", false)
	f.Fuzz(func(t *testing.T, content string, entities bool) {
		o := reader.Options{Format: reader.JSONLines}
		if entities {
			o.Format = reader.FtM
		}
		fuzz(t, "a.json", content, o)
	})
}

func FuzzZip(f *testing.F) {
	f.Add(zipped(f, [2]string{"a.csv", "a,b\n1,2\n"}, [2]string{"b.json", `{"a":1}`}))
	f.Add(zipped(f, [2]string{"a.zip", zipped(f)}))
	f.Add(zipped(f, [2]string{"a.xlsx", zipped2book(f)}))
	f.Add(gzipped(f, "a,b\n1,2\n"))
	f.Add(gzipped(f, gzipped(f, "a")))
	f.Fuzz(func(t *testing.T, content string) {
		fuzz(t, "a.zip", content, reader.Options{})
	})
}

// FuzzXLSX puts the input in place of the sheet, the shared strings or the styles of
// a sound workbook.
func FuzzXLSX(f *testing.F) {
	good := workbook(f, nil, []any{"a", "b"}, []any{"x", 1.5})
	parts := []string{sheetPart, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"}
	f.Add(uint8(0), `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="b"><v>1</v></c></row><row><c r="C2" s="1" t="inlineStr"><is><r><t>x</t></r><rPh><t>y</t></rPh></is></c></row></sheetData></worksheet>`)
	f.Add(uint8(0), `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C9"/><mergeCell ref="B2:XFD1048576"/></mergeCells></worksheet>`)
	f.Add(uint8(0), `<worksheet><sheetData><row r="1"><c r="A1"><f>B1</f><v>0</v></c></row><row r="9"><c t="e"><v>#REF!</v></c></row></sheetData></worksheet>`)
	f.Add(uint8(1), `<sst><si><t>_x0000_</t></si><si><r><t>a</t></r></si></sst>`)
	f.Add(uint8(2), `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm&quot;x"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`)
	f.Add(uint8(2), `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[&lt;=9999]00\-00;&quot;AB&quot;000"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`)
	f.Add(uint8(3), `<!DOCTYPE x [<!ENTITY e "e">]><workbook>&e;</workbook>`)
	f.Add(uint8(4), `<Relationships/>`)
	f.Fuzz(func(t *testing.T, which uint8, content string) {
		part := parts[int(which)%len(parts)]
		fuzz(t, "a.xlsx", rezip(t, good, func(name, old string) string {
			if name == part {
				return content
			}
			return old
		}), reader.Options{Sheet: "Data"})
	})
}
