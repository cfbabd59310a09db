package reader_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/ingest/reader"
)

// letters that each encoding has.
func letters(encoding string) string {
	return map[string]string{
		"windows-1252": "éüß€", "windows-1256": "سمير", "windows-1253": "Νίκος", "windows-1251": "Иван",
		"utf-8": "éمΝИ😀", "utf-16le": "éمΝИ😀", "utf-16be": "éمΝИ😀",
	}[encoding]
}

// What is written in any dialect and encoding is read back: the cells, the columns
// and the bytes.
func TestWriteThenRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		encoding := rapid.SampledFrom([]string{"utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256", "windows-1253", "windows-1251"}).Draw(t, "encoding")
		delimiter := rapid.SampledFrom([]rune{',', ';', '\t', '|', '~'}).Draw(t, "delimiter")
		quote := rapid.SampledFrom([]rune{'"', '\''}).Draw(t, "quote")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end")
		columns := rapid.IntRange(1, 5).Draw(t, "columns")
		alphabet := []rune("ab1 ,;\t|~\"'\n\r#" + letters(encoding))
		cell := rapid.StringOfN(rapid.SampledFrom(alphabet), 0, 8, -1)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, columns, columns), 0, 12).Draw(t, "rows")

		write := func(cells []string) string {
			var out []string
			for _, c := range cells {
				q := string(quote)
				must := c == "" && columns == 1 || strings.ContainsAny(c, "\r\n"+string(delimiter)) || strings.HasPrefix(c, q)
				if must || rapid.Bool().Draw(t, "quoted") {
					c = q + strings.ReplaceAll(c, q, q+q) + q
				}
				out = append(out, c)
			}
			return strings.Join(out, string(delimiter)) + end
		}
		var names []string
		for i := range columns {
			names = append(names, string(rune('p'+i)))
		}
		header := write(names)
		body := ""
		for _, row := range rows {
			body += write(row)
		}
		head, _ := encode(encoding, header)
		tail, ok := encode(encoding, body)
		if !ok {
			t.Fatalf("%s has not all of %q", encoding, body)
		}

		r, err := open("a.csv", head+tail, reader.Options{Encoding: encoding, Delimiter: delimiter, Quote: quote})
		if err != nil {
			t.Fatal(err)
		}
		var got [][]string
		raw := ""
		for {
			row, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, c.Value)
			}
			got = append(got, cells)
			raw += string(row.Raw)
		}
		if d := cmp.Diff(rows, got); d != "" && len(rows)+len(got) > 0 {
			t.Errorf("cells (-want +got):\n%s", d)
		}
		if d := cmp.Diff(names, r.Columns()); d != "" {
			t.Errorf("columns (-want +got):\n%s", d)
		}
		if raw != tail {
			t.Errorf("raw %q, want %q", raw, tail)
		}
	})
}

// Whatever the bytes, no byte of the body but blank lines is lost or doubled.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		encoding := rapid.SampledFrom([]string{"utf-8", "utf-16le", "utf-16be", "windows-1253"}).Draw(t, "encoding")
		piece := rapid.SampledFrom([]string{"a", ",", "\"", "\"\"", "\n", "\r\n", "\r", "é", "\xff", "\x00", "1"})
		body := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "body"), "")
		head, _ := encode(encoding, "x,y\n")
		o := reader.Options{Encoding: encoding, Delimiter: ',', Quote: '"'}
		got := readAll("a.csv", head+body, o)
		if got.err != nil && !errors.Is(got.err, reader.ErrMalformed) {
			t.Fatal(got.err)
		}
		bare := strings.NewReplacer("\r", "", "\n", "")
		if want := bare.Replace(body); bare.Replace(got.raw) != want && encoding != "utf-16le" && encoding != "utf-16be" {
			t.Errorf("raw %q of %q", got.raw, body)
		}
		if strings.HasPrefix(encoding, "utf-16") && !strings.ContainsAny(body, "\r\n") && got.raw != body {
			t.Errorf("raw %q of %q", got.raw, body)
		}
	})
}
