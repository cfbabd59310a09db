package block

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

var sameValues = cmp.Options{cmp.Comparer(func(a, b handling.Label) bool { return a == b }), cmp.Comparer(func(a, b grading.Grade) bool { return a == b })}

func mustGrade(code string) grading.Grade {
	g, err := grading.Parse(code)
	if err != nil {
		panic(err)
	}
	return g
}

func records(t *rapid.T) []record.Record {
	word := rapid.SampledFrom([]string{"", "a", "نور", "Ωμέγα", "a longer text with spaces", "\x00"})
	label, err := handling.Parse("H1 RESTRICTED owner=EL-POLICE audience=EUROPOL,FR-OCRTIS")
	if err != nil {
		t.Fatal(err)
	}
	first := rapid.Uint32Range(1, 1<<20).Draw(t, "first")
	n := rapid.IntRange(0, 20).Draw(t, "records")
	out := make([]record.Record, n)
	for i := range out {
		r := record.Record{
			ID: record.NewID(7, first+uint32(i)), Schema: schema.Name(word.Draw(t, "schema")),
			Category: record.Category(rapid.IntRange(0, int(record.Informant)).Draw(t, "category")),
			Origin:   record.Origin(word.Draw(t, "origin")),
			Place:    record.Place{Part: word.Draw(t, "part"), Row: rapid.IntRange(0, 1<<40).Draw(t, "row")},
		}
		copy(r.Key[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "key"))
		r.Statements = make([]record.Statement, rapid.IntRange(0, 5).Draw(t, "statements"))
		for j := range r.Statements {
			s := &r.Statements[j]
			s.Property, s.Value, s.Original = schema.PropertyName(word.Draw(t, "property")), word.Draw(t, "value"), word.Draw(t, "original")
			if rapid.Bool().Draw(t, "graded") {
				s.Grade = mustGrade(rapid.SampledFrom([]string{"A1", "X4", "6x6:B2", "3x5x2:1AP"}).Draw(t, "grade"))
			}
			if rapid.Bool().Draw(t, "labelled") {
				s.Label = label
			}
		}
		out[i] = r
	}
	return out
}

func read(t interface{ Fatal(...any) }, b []byte) []record.Record {
	r, err := NewReader(7, b)
	if err != nil {
		t.Fatal(err)
	}
	out := []record.Record{}
	for {
		row, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if row == nil {
			return out
		}
		rec, err := r.Record(row)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, rec)
	}
}

func TestRecordsComeBack(t *testing.T) {
	b := NewBuilder()
	rapid.Check(t, func(t *rapid.T) {
		want := records(t)
		b.Reset() // one builder for all, as ingest uses it
		for i := range want {
			b.Add(&want[i])
		}
		if b.Len() != len(want) {
			t.Fatalf("Len = %d, want %d", b.Len(), len(want))
		}
		if diff := cmp.Diff(want, read(t, b.Bytes()), sameValues); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestQuarantineComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) record.Quarantined {
			q := record.Quarantined{
				Place:  record.Place{Part: rapid.String().Draw(t, "part"), Row: rapid.IntRange(0, 1<<30).Draw(t, "row")},
				Column: rapid.String().Draw(t, "column"), Reason: rapid.String().Draw(t, "reason"),
			}
			if rapid.Bool().Draw(t, "raw") {
				q.Raw = rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")
			}
			return q
		}), 1, -1).Draw(t, "rows")
		got, err := DecodeQuarantine(EncodeQuarantine(want))
		if err != nil {
			t.Fatal(err)
		}
		for i := range want { // empty bytes and no bytes are told apart
			if (want[i].Raw == nil) != (got[i].Raw == nil) {
				t.Fatalf("row %d: bytes %v became %v", i, want[i].Raw, got[i].Raw)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestCorruptBlocksAreRefused(t *testing.T) {
	b := NewBuilder()
	b.Add(&record.Record{ID: record.NewID(7, 1), Schema: "Phone", Statements: []record.Statement{{Property: "number", Value: "1"}}})
	good := b.Bytes()
	for cut := range good {
		r, err := NewReader(7, good[:cut])
		if err == nil {
			_, err = r.Next()
		}
		if !errors.Is(err, ErrCorrupt) {
			t.Errorf("the first %d of %d bytes gave %v", cut, len(good), err)
		}
	}
	r, err := NewReader(7, append(bytes.Clone(good), 0))
	for err == nil {
		var row *Row
		if row, err = r.Next(); row == nil {
			break
		}
	}
	if !errors.Is(err, ErrCorrupt) {
		t.Errorf("a byte too many gave %v", err)
	}
}

func FuzzBlock(f *testing.F) {
	b := NewBuilder()
	for i := range 3 {
		b.Add(&record.Record{ID: record.NewID(7, uint32(i+1)), Schema: "Phone", Statements: []record.Statement{{Property: "number", Value: fmt.Sprint(i)}}})
	}
	f.Add(b.Bytes())
	f.Add(EncodeQuarantine([]record.Quarantined{{Reason: "no", Raw: []byte("x")}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if rows, err := DecodeQuarantine(data); err == nil && !bytes.Equal(EncodeQuarantine(rows), data) {
			again, err := DecodeQuarantine(EncodeQuarantine(rows))
			if err != nil || !cmp.Equal(rows, again) {
				t.Errorf("quarantine does not come back: %v", err)
			}
		}
		r, err := NewReader(7, data)
		for err == nil {
			var row *Row
			if row, err = r.Next(); row == nil {
				break
			}
			if _, recErr := r.Record(row); recErr != nil && !errors.Is(recErr, ErrCorrupt) {
				t.Errorf("a record gave %v", recErr)
			}
		}
		if err != nil && !errors.Is(err, ErrCorrupt) {
			t.Errorf("a block gave %v", err)
		}
	})
}
