package reader_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"skein/internal/ingest/reader"
)

// calls is a table of n rows of 8 columns, about 80 bytes each.
func calls(n int, name string) string {
	var b strings.Builder
	b.WriteString("id,caller,called,start,seconds,mast,name,note\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,+4470090%05d,+4470091%05d,2024-03-%02dT10:%02d:00,%d,mast %d,%s,\n", i, i%99991, i%99989, i%28+1, i%60, i%3600, i%500, name)
	}
	return b.String()
}

func BenchmarkCSV(b *testing.B) {
	plain := calls(1_000_000, "Amal Farah")
	quoted := strings.ReplaceAll(calls(1_000_000, "Amal Farah"), "Amal Farah", `"Farah, Amal"`)
	latin, _ := encode("windows-1252", calls(1_000_000, "Hélène Lefèvre"))
	wide, _ := encode("utf-16le", calls(1_000_000, "Hélène Lefèvre"))
	for _, bench := range []struct{ name, content string }{{"plain", plain}, {"quoted", quoted}, {"windows-1252", latin}, {"utf-16le", wide}} {
		b.Run(bench.name, func(b *testing.B) { benchmark(b, bench.content, reader.Options{}, 1_000_000) })
	}
}

func benchmark(b *testing.B, content string, o reader.Options, want int) {
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := open("calls", content, o)
		if err != nil {
			b.Fatal(err)
		}
		rows := 0
		for ; err == nil; rows++ {
			_, err = r.Next()
		}
		if !errors.Is(err, io.EOF) || rows-1 != want {
			b.Fatalf("%d rows, %v", rows-1, err)
		}
	}
}

func BenchmarkXLSX(b *testing.B) {
	rows := [][]any{{"id", "name", "n"}}
	for i := range 20_000 {
		rows = append(rows, []any{i, fmt.Sprintf("name %d", i%1000), float64(i) / 8})
	}
	benchmark(b, workbook(b, nil, rows...), reader.Options{Sheet: "Data"}, 20_000)
}

func BenchmarkJSONLines(b *testing.B) {
	line := `{"id":"a1","caller":"+447009000001","called":"+447009100002","seconds":61,"tags":["x","y"],"at":{"mast":"m1","lat":1.25}}` + "\n"
	benchmark(b, strings.Repeat(line, 100_000), reader.Options{}, 100_000)
}
