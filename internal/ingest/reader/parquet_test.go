package reader

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

type parquetRow struct {
	Name   string    `parquet:"name"`
	Age    *int64    `parquet:"age,optional"`
	Born   int32     `parquet:"born,date"`
	Seen   time.Time `parquet:"seen,timestamp(microsecond)"`
	Phones []string  `parquet:"phones,list"`
	Share  float64   `parquet:"share"`
}

func TestParquet(t *testing.T) {
	age := int64(36)
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetRow](&b, parquet.MaxRowsPerRowGroup(2))
	var rows []parquetRow
	for range 150 {
		rows = append(rows, parquetRow{"محمد", &age, 16000, time.Date(2016, 5, 17, 8, 30, 0, 5000, time.UTC), []string{"+1", "+2"}, 0.5})
	}
	rows = append(rows, parquetRow{Name: "Ivan"})
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := Open("x.bin", bytes.NewReader(b.Bytes()), int64(b.Len()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var last []Cell
	n := 0
	for ; ; n++ {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		last = append([]Cell{}, row.Cells...)
		if row.Place.Row != n+1 {
			t.Fatalf("row %d is at %v", n+1, row.Place)
		}
		if n == 0 {
			want := []Cell{{Value: "36"}, {Value: "2013-10-22"}, {Value: "محمد"}, {Value: "+1", More: []string{"+2"}}, {Value: "2016-05-17T08:30:00.000005Z"}, {Value: "0.5"}}
			byName := map[string]Cell{}
			for i, c := range r.Columns() {
				byName[c] = row.Cells[i]
			}
			got := []Cell{byName["age"], byName["born"], byName["name"], byName["phones.list.element"], byName["seen"], byName["share"]}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%v: %s", r.Columns(), d)
			}
			if string(row.Raw) == "" || row.Raw[0] != '[' {
				t.Errorf("raw %q", row.Raw)
			}
		}
	}
	if n != 151 || r.Detected().Format != Parquet {
		t.Errorf("%d rows of %v", n, r.Detected())
	}
	for i, c := range r.Columns() {
		if c == "age" && last[i].Value != "" {
			t.Errorf("no age is %q", last[i].Value)
		}
	}
	// Cut short, it is refused whole.
	if _, err := Open("x.parquet", bytes.NewReader(b.Bytes()[:b.Len()-9]), int64(b.Len()-9), Options{}); !errors.Is(err, ErrMalformed) {
		t.Errorf("cut short: %v", err)
	}
}
