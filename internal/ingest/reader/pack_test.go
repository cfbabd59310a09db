package reader_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/ingest/reader"
)

func zipped(t testing.TB, files ...[2]string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		part, err := w.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, f[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func gzipped(t testing.TB, content string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGzip(t *testing.T) {
	for _, test := range []struct {
		name, content string
		format        reader.Format
		want          string
	}{
		{"a.csv.gz", gzipped(t, "a,b\n1,2\n"), reader.CSV, "row 2|1|2"},
		{"two streams", gzipped(t, "a,b\n") + gzipped(t, "1,2\n"), reader.CSV, "row 2|1|2"},
		{"a.JSONL.GZ", gzipped(t, "{\"a\":1}"), reader.JSONLines, "row 1|1"},
		{"book.xlsx.gz", gzipped(t, zipped2book(t)), reader.XLSX, "Data:4|1|2"},
	} {
		got := readAll(test.name, test.content, reader.Options{Sheet: "Data"})
		if d := cmp.Diff([]string{test.want}, got.rows); d != "" || got.err != nil || got.detected.Format != test.format {
			t.Errorf("%s: %v (-want +got):\n%s", test.name, got.err, d)
		}
	}
	whole := gzipped(t, "a,b\n"+strings.Repeat("1,2\n", 1000))
	got := readAll("a.csv.gz", whole[:len(whole)-9], reader.Options{})
	if !errors.Is(got.err, reader.ErrMalformed) || len(got.rows) == 0 {
		t.Errorf("cut off: %d rows, %v", len(got.rows), got.err)
	}
	for _, inner := range []string{gzipped(t, "a\n"), zipped(t, [2]string{"a.csv", "a\n"})} {
		if _, err := open("a.gz", gzipped(t, inner), reader.Options{}); !errors.Is(err, reader.ErrMalformed) || !strings.Contains(err.Error(), "archive within an archive") {
			t.Errorf("nested: %v", err)
		}
	}
}

func zipped2book(t testing.TB) string { return workbook(t, nil, []any{"a", "b"}, []any{1, 2}) }

func TestZip(t *testing.T) {
	content := zipped(
		t,
		[2]string{"b/calls.csv", "b;c\n3;4\n5\n"},
		[2]string{"../a.csv", "a,b\n1,2\n"},
		[2]string{"c.jsonl", `{"c":6,"d":7}`},
		[2]string{"__MACOSX/x", "\x00\x05"},
		[2]string{"d.xlsx", zipped2book(t)},
		[2]string{"empty.csv", ""},
		[2]string{"header.csv", "a,b\n"},
		[2]string{"photo.jpg", "\xff\xd8\xff\xe0"},
	)
	got := readAll("all.zip", content, reader.Options{Sheet: "data"})
	if got.err != nil {
		t.Fatal(got.err)
	}
	want := []string{
		"../a.csv:2|1|2",
		"b/calls.csv:2||3|4",
		"b/calls.csv:3! the row has 1 fields, the header has 2",
		"c.jsonl:1|||6|7",
		"d.xlsx!Data:4|1|2",
		"empty.csv:1! the member is left out: all.zip: empty.csv: malformed: it holds no rows",
		"header.csv:1! the member holds no rows below its header",
		"photo.jpg:1! the member is left out: all.zip: photo.jpg: malformed: it is a JPEG picture; export the table as CSV, XLSX or JSON Lines",
	}
	if d := cmp.Diff(want, got.rows); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"a", "b", "c", "d"}, got.columns); d != "" {
		t.Errorf("columns (-want +got):\n%s", d)
	}
	r, err := open("all.zip", content, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"../a.csv", "b/calls.csv", "c.jsonl", "d.xlsx", "empty.csv", "header.csv", "photo.jpg"}, r.Detected().Members); d != "" {
		t.Errorf("members (-want +got):\n%s", d)
	}
}

func TestZipRefused(t *testing.T) {
	for _, test := range []struct {
		name, content, says string
	}{
		{"nested zip", zipped(t, [2]string{"a.csv", "a\n1\n"}, [2]string{"b.zip", zipped(t, [2]string{"a.csv", "a\n"})}), "archive within an archive"},
		{"nested gzip", zipped(t, [2]string{"a.csv", "a\n1\n"}, [2]string{"b.gz", gzipped(t, "a\n")}), "archive within an archive"},
		{"nested tar", zipped(t, [2]string{"a.csv", "a\n1\n"}, [2]string{"b.tar", strings.Repeat("\x00", 257) + "ustar" + strings.Repeat("\x00", 250)}), "archive within an archive"},
		{"no files", zipped(t), "holds no files"},
		{"no tables", zipped(t, [2]string{"a", ""}, [2]string{"b", ""}), "no member is a table"},
		{"two of a name", zipped(t, [2]string{"a", "x\n"}, [2]string{"a", "x\n"}), "two members"},
		{"pointing nowhere", misplace(zipped(t, [2]string{"a.csv", "a\n"})), "a.csv: malformed"},
		{"damaged", "PK\x03\x04 and no more", "damaged"},
		{"OpenDocument", zipped(t, [2]string{"mimetype", ""}, [2]string{"content.xml", ""}), "OpenDocument"},
		{"binary workbook", zipped(t, [2]string{"[Content_Types].xml", ""}, [2]string{"xl/workbook.bin", ""}), "XLSB"},
		{"no workbook", zipped(t, [2]string{"[Content_Types].xml", "<x/>"}, [2]string{"_rels/.rels", "<x/>"}), "holds no workbook"},
	} {
		got := readAll("all.zip", test.content, reader.Options{})
		if !errors.Is(got.err, reader.ErrMalformed) || !strings.Contains(got.err.Error(), test.says) {
			t.Errorf("%s: %v, want %q", test.name, got.err, test.says)
		}
	}
}

// misplace makes the directory of a zip archive place its one member beyond the end.
func misplace(content string) string {
	const offset = 42 // in a central directory header
	i := strings.Index(content, "PK\x01\x02") + offset
	return content[:i] + "\x00\x00\x00\x7f" + content[i+4:]
}

// Each limit is refused by name, whatever holds the rows.
func TestLimits(t *testing.T) {
	const table = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n"
	for _, test := range []struct {
		name, content string
		limits        reader.Limits
		field         string
	}{
		{"bytes", table, reader.Limits{Bytes: 20}, "bytes"},
		{"rows", table, reader.Limits{Rows: 2}, "rows"},
		{"bad rows count", "a,b\n1\n1\n1\n", reader.Limits{Rows: 2}, "rows"},
		{"columns", table, reader.Limits{Columns: 2}, "columns"},
		{"cell", "a,b\n1," + strings.Repeat("x", 101) + "\n", reader.Limits{Cell: 100}, "cell"},
		{"line", "a,b\n1," + strings.Repeat("x", 400_000), reader.Limits{Cell: 10_000}, "cell"},
		{"line without an end", strings.Repeat("x", 400_000), reader.Limits{Cell: 10_000}, "cell"},
		{"unpacked", gzipped(t, table), reader.Limits{Unpacked: 10}, "unpacked"},
		{"members", zipped(t, [2]string{"a", table}, [2]string{"b", table}), reader.Limits{Members: 1}, "members"},
		{"unpacked members", zipped(t, [2]string{"a", table}, [2]string{"b", table}), reader.Limits{Unpacked: 40}, "unpacked"},
		{"rows of members", zipped(t, [2]string{"a", table}, [2]string{"b", table}), reader.Limits{Rows: 5}, "rows"},
		{"columns of members", zipped(t, [2]string{"a", table}, [2]string{"b", "d\n"}), reader.Limits{Columns: 3}, "columns"},
		{"keys", "{\"a\":1}\n{\"b\":1}\n{\"c\":1}\n", reader.Limits{Columns: 2}, "columns"},
		{"value", `{"a":"` + strings.Repeat("x", 101) + `"}`, reader.Limits{Cell: 100}, "cell"},
		{"JSON line", `{"a":[` + strings.Repeat("1,", 400_000) + `1]}`, reader.Limits{Cell: 10_000}, "cell"},
		{"element", `[{"a":[` + strings.Repeat("1,", 400_000) + `1]}]`, reader.Limits{Cell: 10_000}, "cell"},
		{"sheet rows", zipped2book(t), reader.Limits{Rows: 0, Columns: 1}, "columns"},
		{"sheet cell", workbook(t, nil, []any{"a"}, []any{strings.Repeat("x", 101)}), reader.Limits{Cell: 100}, "cell"},
		{"sheet unpacked", zipped2book(t), reader.Limits{Unpacked: 1000}, "unpacked"},
		{"workbook members", zipped2book(t), reader.Limits{Members: 3}, "members"},
	} {
		got := readAll("a", test.content, reader.Options{Limits: test.limits, Sheet: "Data"})
		if !errors.Is(got.err, reader.ErrLimit) || !strings.Contains(got.err.Error(), fmt.Sprintf("raise %q under limits", test.field)) || !strings.HasPrefix(got.err.Error(), "a") {
			t.Errorf("%s: %v", test.name, got.err)
		}
	}
	sheet := workbook(t, nil, []any{"a"}, []any{1}, []any{2}, []any{3})
	if got := readAll("a", sheet, reader.Options{Sheet: "Data", Limits: reader.Limits{Rows: 2}}); !errors.Is(got.err, reader.ErrLimit) || len(got.rows) != 2 {
		t.Errorf("sheet rows: %q %v", got.rows, got.err)
	}
}

// A final error comes again.
func TestErrorStays(t *testing.T) {
	r, err := open("a.csv", "a\n1\n2\n", reader.Options{Limits: reader.Limits{Rows: 1}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := r.Next(); !errors.Is(err, reader.ErrLimit) {
			t.Errorf("%v", err)
		}
	}
}

// Bombs end at the limit, and do not fill the memory first.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("a,b,c,d\n", 8<<20) // 64 MiB
	for _, test := range []struct {
		name, content string
		options       reader.Options
	}{
		{"gzip", gzipped(t, zeros), reader.Options{}},
		{"zip", zipped(t, [2]string{"a.csv", zeros}), reader.Options{}},
		{"zip that lies", lie(t, zipped(t, [2]string{"a.csv", zeros})), reader.Options{}},
		{"workbook", rezip(t, zipped2book(t), func(name, content string) string {
			if name == sheetPart {
				return strings.Replace(content, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 40<<20), 1)
			}
			return content
		}), reader.Options{Sheet: "Data"}},
		{"workbook in a zip", zipped(t, [2]string{"a.xlsx", rezip(t, zipped2book(t), func(name, content string) string {
			if name == sheetPart {
				return strings.Replace(content, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 40<<20), 1)
			}
			return content
		})}), reader.Options{Sheet: "Data"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.options.Limits.Ratio = 50
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := drain("a", test.content, test.options)
			runtime.ReadMemStats(&after)
			if !errors.Is(err, reader.ErrLimit) && (!strings.Contains(test.name, "lies") || !errors.Is(err, reader.ErrMalformed)) {
				t.Errorf("%v", err)
			}
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 128<<20 {
				t.Errorf("took %d MiB", grown>>20)
			}
		})
	}
}

// drain reads to the end and keeps nothing.
func drain(name, content string, o reader.Options) error {
	r, err := open(name, content, o)
	for err == nil {
		_, err = r.Next()
		if _, bad := errors.AsType[*reader.RowError](err); bad {
			err = nil
		}
	}
	return err
}

// lie makes a zip archive claim that its one member is small.
func lie(t testing.TB, content string) string {
	t.Helper()
	size := []byte{0, 0, 0, 4} // 64 MiB
	if !strings.Contains(content, string(size)) {
		t.Fatal("the size is not there")
	}
	return strings.ReplaceAll(content, string(size), "\x10\x00\x00\x00")
}
