package reader_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/ingest/reader"
)

func open(name, content string, o reader.Options) (*reader.Reader, error) {
	return reader.Open(name, strings.NewReader(content), int64(len(content)), o)
}

// result is all that a reading gives. Rows are "place|cell|cell", bad rows
// "place! column: reason".
type result struct {
	columns  []string
	rows     []string
	raw      string
	detected reader.Detected
	err      error
}

func readAll(name, content string, o reader.Options) result {
	var out result
	r, err := open(name, content, o)
	if err != nil {
		return result{err: err}
	}
	var raw bytes.Buffer
	for {
		row, err := r.Next()
		bad, isBad := errors.AsType[*reader.RowError](err)
		switch {
		case errors.Is(err, io.EOF):
		case isBad:
			text := bad.Reason
			if bad.Column != "" {
				text = bad.Column + ": " + text
			}
			out.rows = append(out.rows, bad.Place.String()+"! "+text)
			raw.Write(bad.Raw)
			continue
		case err != nil:
			out.err = err
		default:
			out.rows = append(out.rows, show(row))
			raw.Write(row.Raw)
			continue
		}
		break
	}
	out.columns, out.raw, out.detected = r.Columns(), raw.String(), r.Detected()
	return out
}

func show(row *reader.Row) string {
	text := row.Place.String()
	for _, c := range row.Cells {
		text += "|" + c.Value
		for _, v := range c.More {
			text += "+" + v
		}
	}
	return text
}

func TestDelimited(t *testing.T) {
	for _, test := range []struct {
		name, content string
		options       reader.Options
		columns, rows []string
	}{
		{
			"plain", "name,age\nAmal,30\nBoris,\n",
			reader.Options{},
			[]string{"name", "age"},
			[]string{"row 2|Amal|30", "row 3|Boris|"},
		},
		{
			"no end at the end", "name,age\nAmal,30",
			reader.Options{},
			[]string{"name", "age"},
			[]string{"row 2|Amal|30"},
		},
		{
			"quotes", "a,b,c\n\"x, y\",\"say \"\"hi\"\"\",\"\"\n5\" pipe,b\"\"c,\"\"\"\"\n",
			reader.Options{},
			[]string{"a", "b", "c"},
			[]string{`row 2|x, y|say "hi"|`, `row 3|5" pipe|b""c|"`},
		},
		{
			"line ends in quotes", "a,b\n\"one\r\ntwo\rthree\n\nfour\",x\ny,z\n",
			reader.Options{},
			[]string{"a", "b"},
			[]string{"row 2|one\r\ntwo\rthree\n\nfour|x", "row 7|y|z"},
		},
		{
			"CR", "a,b\r1,2\r\r3,4",
			reader.Options{},
			[]string{"a", "b"},
			[]string{"row 2|1|2", "row 4|3|4"},
		},
		{
			"mixed line ends and blank lines", "\n\r\na,b\r\n1,2\n\n3,4\r5,6\r\n\r\n",
			reader.Options{},
			[]string{"a", "b"},
			[]string{"row 4|1|2", "row 6|3|4", "row 7|5|6"},
		},
		{
			"ragged", "a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3,,\n",
			reader.Options{},
			[]string{"a", "b", "c"},
			[]string{
				"row 2! the row has 2 fields, the header has 3",
				"row 3! the row has 4 fields, the header has 3: a delimiter in an unquoted value?",
				"row 4|1|2|3", "row 5|1|2|3",
			},
		},
		{
			"header padded", "a,b,,\n1,2\n1,2,,\n1,2,3,4\n1\n",
			reader.Options{},
			[]string{"a", "b", "column_3", "column_4"},
			[]string{"row 2|1|2", "row 3|1|2||", "row 4|1|2|3|4", "row 5! the row has 1 fields, the header has 4"},
		},
		{
			"unterminated quote costs its line", "a,b\n1,2\n3,\"four\n5,6\n\"seven,8\n9,\"t\"\"en\"\n",
			reader.Options{Delimiter: ',', Quote: '"'},
			[]string{"a", "b"},
			[]string{
				"row 2|1|2",
				"row 3! there is text after a closing quote; a quote inside a quoted field is written twice",
				"row 4|5|6",
				"row 5! there is text after a closing quote; a quote inside a quoted field is written twice",
				`row 6|9|t"en`,
			},
		},
		{
			"never closed", "a,b\n1,\"2\n3,4\n5,6\n",
			reader.Options{},
			[]string{"a", "b"},
			[]string{"row 2! a quoted field is never closed", "row 3|3|4", "row 4|5|6"},
		},
		{
			"text after a quote", "a,b\n\"x\"y,1\n2,3\n",
			reader.Options{},
			[]string{"a", "b"},
			[]string{"row 2! there is text after a closing quote; a quote inside a quoted field is written twice", "row 3|2|3"},
		},
		{
			"bad bytes and NUL", "a,b\n1,caf\xe9\n\x00,2\n3,é\n4,éè\n5,éèéèéèéèéèé\n",
			reader.Options{},
			[]string{"a", "b"},
			[]string{
				"row 2! b: byte 0xe9 is no text in utf-8; is the encoding another?",
				"row 3! a: it holds a NUL byte", "row 4|3|é", "row 5|4|éè", "row 6|5|éèéèéèéèéèé",
			},
		},
		{
			"names", "#name,name,,name_2,,name\n1,2,3,4,5,6\n",
			reader.Options{},
			[]string{"name", "name_3", "column_3", "name_2", "column_5", "name_4"},
			[]string{"row 2|1|2|3|4|5|6"},
		},
		{
			"cells are not trimmed", "a,b\n x ,\ty\n",
			reader.Options{},
			[]string{"a", "b"},
			[]string{"row 2| x |\ty"},
		},
		{
			"no header", "x,y\n1,2\n",
			reader.Options{NoHeader: true},
			[]string{"1", "2"},
			[]string{"row 1|x|y", "row 2|1|2"},
		},
		{
			"no header, quoted", "\n\"x\ny\",z\n1,2\n",
			reader.Options{NoHeader: true},
			[]string{"1", "2"},
			[]string{"row 2|x\ny|z", "row 4|1|2"},
		},
		{
			"skipped rows", "Report of\n\n\"May\na;b\n1;2\n",
			reader.Options{SkipRows: 3},
			[]string{"a", "b"},
			[]string{"row 5|1|2"},
		},
		{
			"header only", "a,b,c\n",
			reader.Options{},
			[]string{"a", "b", "c"},
			nil,
		},
		{
			"one column", "name\nAmal\n\"\"\n",
			reader.Options{},
			[]string{"name"},
			[]string{"row 2|Amal", "row 3|"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := readAll("calls.csv", test.content, test.options)
			if got.err != nil {
				t.Fatal(got.err)
			}
			if d := cmp.Diff(test.columns, got.columns); d != "" {
				t.Errorf("columns (-want +got):\n%s", d)
			}
			if d := cmp.Diff(test.rows, got.rows); d != "" {
				t.Errorf("rows (-want +got):\n%s", d)
			}
		})
	}
}

func TestRawIsTheBody(t *testing.T) {
	body := "1,\"2\r\n3\"\r\n\"bad,x\n4,5,6,7\r\n\"é\",\xff\n8,9"
	got := readAll("a.csv", "a,b\n"+body, reader.Options{Encoding: "utf-8"})
	if got.err != nil {
		t.Fatal(got.err)
	}
	if d := cmp.Diff(body, got.raw); d != "" {
		t.Errorf("raw (-want +got):\n%s", d)
	}
	if len(got.rows) != 5 {
		t.Errorf("rows %q", got.rows)
	}
}

func TestDialect(t *testing.T) {
	for _, test := range []struct {
		name, content    string
		format           reader.Format
		delimiter, quote rune
	}{
		{"comma", "a,b,c\n1,2,3\n", reader.CSV, ',', '"'},
		{"semicolon and decimal comma", "a;b;c\n1,5;2,5;x\n2,5;3,5;y\n", reader.CSV, ';', '"'},
		{"tab", "a\tb\n1,2\t3\n", reader.TSV, '\t', '"'},
		{"pipe", "a|b|c\n1|2,0|3\n", reader.CSV, '|', '"'},
		{"commas in quotes", "a;b\n\"1,2,3\";x\n\"1,2,3\";y\n", reader.CSV, ';', '"'},
		{"single quotes", "'a','b'\n'x, y','z'\n'u','v, w'\n", reader.CSV, ',', '\''},
		{"apostrophes", "a,b\n'Aziz,x\nd'Arc,'t Hooft\n", reader.CSV, ',', '"'},
		{"one broken row", "a,b\n1,2\n\"3,4\n5,6\n", reader.CSV, ',', '"'},
		{"one column", "a\nb\nc\n", reader.CSV, ',', '"'},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := readAll("a.txt", test.content, reader.Options{})
			if got.err != nil {
				t.Fatal(got.err)
			}
			want := reader.Detected{Format: test.format, Encoding: "utf-8", Sure: 1, Delimiter: test.delimiter, Quote: test.quote, Header: 1}
			if d := cmp.Diff(want, got.detected); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// A quoted field may be longer than the reader's window, and cross it anywhere.
func TestLongFields(t *testing.T) {
	for _, n := range []int{1, 100, 262_130, 262_144, 300_000, 900_000} {
		long := strings.Repeat("x\r\n", n/3)
		got := readAll("a.csv", "a,b\n1,\""+long+"\"\n3,4\n", reader.Options{})
		if got.err != nil {
			t.Fatal(got.err)
		}
		want := []string{"row 2|1|" + long, fmt.Sprintf("row %d|3|4", 3+n/3)}
		if d := cmp.Diff(want, got.rows); d != "" {
			t.Errorf("%d: rows differ", n)
		}
	}
}

// Many quotes that are never closed must not make the reading quadratic.
func TestManyOpenQuotes(t *testing.T) {
	content := "a,b\n" + strings.Repeat("1,\"\"\"x\n2,\"\"\n", 100_000)
	got := readAll("a.csv", content, reader.Options{Delimiter: ',', Quote: '"'})
	if got.err != nil || len(got.rows) != 200_000 {
		t.Errorf("%d rows, %v", len(got.rows), got.err)
	}
}

func TestNoTable(t *testing.T) {
	for _, test := range []struct {
		name, content string
		options       reader.Options
		sentinel      error
		says          string
	}{
		{"empty.csv", "", reader.Options{}, reader.ErrMalformed, "holds no rows"},
		{"blank.csv", " \r\n\n", reader.Options{}, reader.ErrMalformed, "holds no rows"},
		{"skipped.csv", "a\nb\n", reader.Options{SkipRows: 2}, reader.ErrMalformed, "holds no rows"},
		{"bad.csv", "a,\"b\n1,2\n", reader.Options{}, reader.ErrMalformed, "header cannot be read"},
		{"book.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", reader.Options{}, reader.ErrMalformed, "save it as XLSX"},
		{"a.pdf", "%PDF-1.7\n", reader.Options{}, reader.ErrMalformed, "export the table"},
		{"a.7z", "7z\xbc\xaf\x27\x1c", reader.Options{}, reader.ErrMalformed, "unpack it"},
		{"a.csv", "a\n", reader.Options{Format: reader.XLSX}, reader.ErrMalformed, "no XLSX"},
		{"a.csv", "a\n", reader.Options{Format: "xml"}, reader.ErrOptions, "xml"},
		{"a.csv", "a\n", reader.Options{Encoding: "klingon"}, reader.ErrOptions, "klingon"},
		{"a.csv", "a\n", reader.Options{Encoding: "shift_jis"}, reader.ErrOptions, "utf-8"},
		{"a.csv", "a\n", reader.Options{Delimiter: '§'}, reader.ErrOptions, "ASCII"},
		{"a.csv", "a\n", reader.Options{Delimiter: '"', Quote: '"'}, reader.ErrOptions, "both"},
		{"a.csv", "a\n", reader.Options{SkipRows: -2}, reader.ErrOptions, "skip"},
	} {
		_, err := open(test.name, test.content, test.options)
		if !errors.Is(err, test.sentinel) || !strings.Contains(fmt.Sprint(err), test.says) || !strings.Contains(fmt.Sprint(err), test.name) {
			t.Errorf("%s: %v, want %v with %q", test.name, err, test.sentinel, test.says)
		}
	}
}

func TestBytesRead(t *testing.T) {
	content := "a,b\n" + strings.Repeat("1,2\n", 200_000)
	r, err := open("a.csv", content, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := int64(0)
	for {
		_, err := r.Next()
		if n := r.BytesRead(); n < last || n > int64(len(content)) {
			t.Fatalf("%d bytes after %d, of %d", n, last, len(content))
		} else {
			last = n
		}
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if last != int64(len(content)) {
		t.Errorf("%d bytes, want %d", last, len(content))
	}
}
