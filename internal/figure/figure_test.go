package figure

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/record"
)

func TestEvidenceIsTheSetPutIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.SliceOf(rapid.Custom(func(t *rapid.T) record.ID {
			return record.NewID(record.EntryNo(rapid.Uint32Range(1, 3).Draw(t, "entry")), rapid.Uint32Range(1, 60).Draw(t, "ordinal"))
		})).Draw(t, "ids")
		want := slices.Compact(slices.Sorted(slices.Values(raw)))
		cut := 0
		if len(raw) > 0 {
			cut = rapid.IntRange(0, len(raw)).Draw(t, "cut")
		}
		e := Union(NewEvidence(slices.Clone(raw[:cut])), NewEvidence(slices.Clone(raw[cut:])))
		if got := slices.Collect(e.All()); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		if whole := NewEvidence(slices.Clone(raw)); whole != e {
			t.Fatalf("one set in two forms: %q and %q", whole.runs, e.runs)
		}
		if e.Len() != len(want) {
			t.Fatalf("Len = %d, want %d", e.Len(), len(want))
		}
		var prev record.ID
		for r := range e.Runs() {
			if prev != 0 && r.First <= prev+1 {
				t.Fatalf("run %v touches the one that ends at %v", r, prev)
			}
			prev = r.Last
		}
	})
}

func TestConsecutiveEvidenceIsSmall(t *testing.T) {
	ids := make([]record.ID, 1_000_000)
	for i := range ids {
		ids[i] = record.NewID(9, uint32(i+1))
	}
	if e := NewEvidence(ids); len(e.runs) > 16 {
		t.Errorf("a million consecutive records take %d bytes", len(e.runs))
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		v    float64
		dec  int
		want string
	}{
		{0, 0, "0"},
		{7, 0, "7"},
		{999, 0, "999"},
		{1000, 0, "1,000"},
		{1822102, 0, "1,822,102"},
		{-9.795856, 1, "−9.8"},
		{1641.72, 1, "1,641.7"},
		{-0.04, 1, "0.0"},
		{0.25, 2, "0.25"},
	} {
		f := Figure{Decimals: c.dec}
		if got := f.Format(c.v); got != c.want {
			t.Errorf("Format(%v) with %d decimals = %q, want %q", c.v, c.dec, got, c.want)
		}
	}
	f := Figure{}
	if got := f.FormatValue(&Cell{Text: "differs"}); got != "differs" {
		t.Errorf("a word is shown as %q", got)
	}
}

func TestCheckRefusesUnfitFigures(t *testing.T) {
	good := func() *Figure {
		return &Figure{
			ID: "a.b", Title: "T", Unit: "persons", Method: "count", N: 3, Missing: 1,
			Definition: Definition{Records: "Flow", Measure: "sum", Grouping: []string{"year"}},
			Cells:      []Cell{{Keys: []string{"2014"}, Value: 1}, {Keys: []string{"2015"}, Value: 2, Interval: &Interval{1, 3}}},
		}
	}
	if err := good().Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Figure){
		"must be given":     func(f *Figure) { f.Title = "" },
		"missing of":        func(f *Figure) { f.Missing = 4 },
		"keys for a":        func(f *Figure) { f.Cells[0].Keys = nil },
		"no number":         func(f *Figure) { f.Cells[0].Value = math.NaN() },
		"outside its":       func(f *Figure) { f.Cells[1].Value = 4 },
		"out of order":      func(f *Figure) { f.Cells[0].Keys = []string{"2016"} },
		"order or given tw": func(f *Figure) { f.Cells[0].Keys = []string{"2015"} },
	} {
		f := good()
		spoil(f)
		if err := f.Check(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: Check gave %v", name, err)
		}
	}
	f := good()
	f.Cells[0], f.Cells[1] = f.Cells[1], f.Cells[0]
	f.Sort()
	if err := f.Check(); err != nil {
		t.Errorf("after Sort: %v", err)
	}
	if _, err := f.Cell("2013"); !errors.Is(err, ErrCell) {
		t.Errorf("Cell(2013) gave %v", err)
	}
	if c, err := f.Cell("2015"); err != nil || c.Value != 2 {
		t.Errorf("Cell(2015) = %v, %v", c, err)
	}
}
