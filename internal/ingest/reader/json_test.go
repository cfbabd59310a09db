package reader_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/ingest/reader"
)

func TestJSON(t *testing.T) {
	for _, test := range []struct {
		name, content string
		columns, rows []string
		raw           string
	}{
		{
			"lines", `{"a":1,"b":{"c":"x","d":[1.50,2e3,null,"y"]}}` + "\n\n" + ` {"e":true,"a":12345678901234567890} ` + "\r\n",
			[]string{"a", "b.c", "b.d", "e"},
			[]string{"row 1|1|x|1.50+2e3+y", "row 3|12345678901234567890|||true"},
			`{"a":1,"b":{"c":"x","d":[1.50,2e3,null,"y"]}}{"e":true,"a":12345678901234567890}`,
		},
		{
			"broken lines", "{\"a\":1}\n{\"b\":2,\n[1]\nnull\n{\"c\":\"\xff\"}\n{\"a\":\"\\u0000\"}\n{\"a\":2} x\n{\"a\":3}",
			[]string{"a"},
			[]string{
				"row 1|1", "row 2! it is broken JSON: unexpected end of JSON input", "row 3! it is no JSON object", "row 4! it is no JSON object",
				"row 5! it is no valid UTF-8, which JSON must be", "row 6! a: it holds a NUL byte", "row 7! it is broken JSON: invalid character 'x' after top-level value", "row 8|3",
			},
			"{\"a\":1}{\"b\":2,[1]null{\"c\":\"\xff\"}{\"a\":\"\\u0000\"}{\"a\":2} x{\"a\":3}",
		},
		{
			"array", "\n[\n  {\"a\": [{\"b\":1},{\"b\":2}]} ,\r\n\r\n  {\"a\":\n \"x\"},\r{\"c\":{}}, 7, {\"a.b\":\"\"}]\n",
			[]string{"a.b", "a"},
			[]string{"row 3|1+2", "row 5||x", "row 7", "row 7! it is no JSON object", "row 7|"},
			"{\"a\": [{\"b\":1},{\"b\":2}]}{\"a\":\n \"x\"}{\"c\":{}}7{\"a.b\":\"\"}",
		},
		{"empty array", "[ ]", nil, nil, ""},
		{"a mark", "\uFEFF{\"a\":1}\n", []string{"a"}, []string{"row 1|1"}, `{"a":1}`},
		{"a key twice", `{"a":1,"a":2}`, []string{"a"}, []string{"row 1|1+2"}, `{"a":1,"a":2}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := readAll("a.txt", test.content, reader.Options{})
			if got.err != nil || got.detected.Format != reader.JSONLines {
				t.Fatalf("%+v, %v", got.detected, got.err)
			}
			if d := cmp.Diff(test.columns, got.columns); d != "" {
				t.Errorf("columns (-want +got):\n%s", d)
			}
			if d := cmp.Diff(test.rows, got.rows); d != "" {
				t.Errorf("rows (-want +got):\n%s", d)
			}
			if d := cmp.Diff(test.raw, got.raw); d != "" {
				t.Errorf("raw (-want +got):\n%s", d)
			}
		})
	}
}

func TestEntities(t *testing.T) {
	const one, two = `{"id":"a","schema":"Person","properties":{"name":["Amal Farah"]}}`, `{"id":"b","schema":"Vessel","properties":{}}`
	for _, content := range []string{one + "\n" + two + "\n", "[" + one + ",\n" + two + "]"} {
		got := readAll("a.json", content, reader.Options{})
		if got.err != nil || got.detected.Format != reader.FtM || len(got.columns) != 0 {
			t.Errorf("%+v, %v", got.detected, got.err)
		}
		if len(got.rows) != 2 || got.raw != one+two {
			t.Errorf("rows %q, raw %s", got.rows, got.raw)
		}
	}
	got := readAll("a.ftm", "{]\n"+one, reader.Options{Format: reader.FtM})
	if len(got.rows) != 2 || !strings.Contains(got.rows[0], "row 1! it is broken JSON") || got.rows[1] != "row 2" {
		t.Errorf("rows %q, %v", got.rows, got.err)
	}
}

func TestBrokenArray(t *testing.T) {
	for _, test := range []struct{ content, says string }{
		{`[{"a":1},{"a":}]`, "at byte 15"},
		{"\uFEFF" + `[{"a":1},{"a":}]`, "at byte 18"},
		{`[{"a":1},`, "not closed"},
		{`[{"a":1}`, "not closed"},
		{`[{"a":1}] x`, "broken JSON"},
		{`[{"a":1}] {}`, "text after the array"},
		{`[{"a":1} {"a":2}]`, "broken JSON"},
	} {
		got := readAll("a.json", test.content, reader.Options{})
		if !errors.Is(got.err, reader.ErrMalformed) || !strings.Contains(got.err.Error(), test.says) {
			t.Errorf("%s: %v, want %q", test.content, got.err, test.says)
		}
		if len(got.rows) != 1 {
			t.Errorf("%s: rows %q", test.content, got.rows)
		}
	}
}

func TestNoJSON(t *testing.T) {
	wide, _ := encode("utf-16le", `{"a":1}`)
	for _, test := range []struct {
		content string
		says    string
	}{
		{"{\n  \"a\": 1\n}\n", "over several lines"},
		{wide, "UTF-8"},
	} {
		_, err := open("a.json", test.content, reader.Options{})
		if !errors.Is(err, reader.ErrMalformed) || !strings.Contains(fmt.Sprint(err), test.says) {
			t.Errorf("%q: %v, want %q", test.content, err, test.says)
		}
	}
	got := readAll("a.json", strings.Repeat("[", 20_000), reader.Options{})
	if !errors.Is(got.err, reader.ErrMalformed) {
		t.Errorf("deep: %v", got.err)
	}
	got = readAll("a.json", `{"a":`+strings.Repeat("[", 100)+strings.Repeat("]", 100)+"}\n{}", reader.Options{})
	if d := cmp.Diff([]string{"row 1! a: it nests deeper than 64", "row 2"}, got.rows); d != "" {
		t.Errorf("deep line: %v (-want +got):\n%s", got.err, d)
	}
	got = readAll("a.json", `{"`+strings.Repeat("x", 5000)+"\":1}\n{}", reader.Options{})
	if d := cmp.Diff([]string{"row 1! a key is longer than 4096 bytes", "row 2"}, got.rows); d != "" || len(got.columns) > 0 {
		t.Errorf("long key: %v (-want +got):\n%s", got.err, d)
	}
}

// Elements are found on their lines however the decoder reads ahead.
func TestArrayLines(t *testing.T) {
	var content strings.Builder
	content.WriteString("[\r\n")
	var want []string
	for i := range 5000 {
		fmt.Fprintf(&content, "{\"a\":\r\n%d},\r\n", i)
		want = append(want, fmt.Sprintf("row %d|%d", 2+2*i, i))
	}
	content.WriteString("{}]")
	want = append(want, "row 10002")
	got := readAll("a.json", content.String(), reader.Options{})
	if d := cmp.Diff(want, got.rows); d != "" || got.err != nil {
		t.Errorf("%v (-want +got):\n%s", got.err, d)
	}
}
