package ingest_test

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/store/memory"
)

const everyRow = `queries:
  - entities:
      incident:
        schema: Incident
        keys: $row
        label: {column: label}
        properties:
          date: {column: date}
          survivors: {column: persons}
`

func TestRowsWithoutAnyCellAreNothing(t *testing.T) {
	r := add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(everyRow)}, "a.csv", "date,persons,label\n2015-07-13,20,\n,,\n , ,\n2015-07-14,3,\n,,\n")
	if r.Records != 2 || r.Quarantined != 3 {
		t.Errorf("%d records and %d in quarantine, want 2 and 3", r.Records, r.Quarantined)
	}
}

// TestTheSameUnderAnotherLabelIsKept: the stricter handling must not depend on which
// row came first.
func TestTheSameUnderAnotherLabelIsKept(t *testing.T) {
	m := strings.Replace(everyRow, "$row", "date", 1)
	for _, labels := range [][2]string{{"TLP:CLEAR", "TLP:AMBER owner=EL-POLICE"}, {"TLP:AMBER owner=EL-POLICE", "TLP:CLEAR"}} {
		r := add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(m)}, "a.csv",
			"date,persons,label\n2015-07-13,20,"+labels[0]+"\n2015-07-13,20,"+labels[1]+"\n2015-07-13,20,"+labels[1]+"\n")
		if r.Records != 2 || r.Quarantined != 0 {
			t.Errorf("%q: %+v, want 2 records", labels, r)
		}
	}
}

func TestMembersThatLackColumnsAreQuarantined(t *testing.T) {
	m := strings.Replace(everyRow, "        label: {column: label}\n", "", 1)
	content := zipped(t, [2]string{"a.csv", "date,persons\n2015-07-13,20\n"}, [2]string{"b.csv", "persons,date,extra\n30,2015-07-14,x\n"}, [2]string{"readme.txt", "A note\nhello\n"})
	r := add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(m)}, "a.zip", content)
	if r.Records != 2 || r.Quarantined != 1 || r.Reason != "" {
		t.Errorf("readme last: %+v", r)
	}
	content = zipped(t, [2]string{"README.txt", "A note\nhello\n"}, [2]string{"a.csv", "date,persons\n2015-07-13,20\n"})
	r = add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(m)}, "a.zip", content)
	if r.Records != 1 || r.Quarantined != 1 || r.Reason != "" {
		t.Errorf("readme first: %+v", r)
	}
}

func TestAgainFindsWhatThisSessionAdded(t *testing.T) {
	s := memory.New()
	in := ingest.New(s, ingest.Options{Now: clock, TempDir: t.TempDir()})
	ctx := context.Background()
	for i, content := range []string{file, file + "+999400,01.02.2015\n"} {
		r, err := in.Add(ctx, terms(), ingest.Recipe{Mapping: []byte(phones)}, "a.csv", strings.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		r, err = in.Again(ctx, r.Entry, ingest.Recipe{Mapping: []byte(mended)})
		if err != nil || r.State != ingest.Reread {
			t.Errorf("%d: %+v, %v", i, r, err)
		}
	}
	verify(t, s, 4)
}

func TestWhatWasDroppedIsAddedAgain(t *testing.T) {
	s := memory.New()
	in := ingest.New(s, ingest.Options{Now: clock, TempDir: t.TempDir()})
	for range 2 {
		r, err := in.Add(context.Background(), terms(), ingest.Recipe{Mapping: []byte(phones)}, "a.csv", strings.NewReader(file), int64(len(file)))
		if err != nil || r.State != ingest.Added {
			t.Fatalf("%+v, %v", r, err)
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestHeldBytesKeepTheirTerms: a label that was mended in the case file must not seem to
// hold where it does not.
func TestHeldBytesKeepTheirTerms(t *testing.T) {
	s := memory.New()
	rc := ingest.Recipe{Mapping: []byte(phones)}
	add(t, s, terms(), rc, "a.csv", file)
	stricter, err := handling.Parse("TLP:AMBER owner=EL-POLICE")
	if err != nil {
		t.Fatal(err)
	}
	other := terms()
	other.Label = stricter
	if r := add(t, s, other, rc, "a.csv", file); r.State != ingest.Refused || !strings.Contains(r.Reason, "TLP:AMBER") {
		t.Errorf("%+v", r)
	}
	if r := add(t, s, terms(), rc, "a.csv", file); r.State != ingest.Unchanged {
		t.Errorf("with the terms of before: %+v", r)
	}
	in := ingest.New(s, ingest.Options{Now: clock, TempDir: t.TempDir()})
	for _, step := range []struct {
		terms ingest.Terms
		want  ingest.State
	}{{terms(), ingest.Unchanged}, {other, ingest.Refused}} {
		r, err := in.Add(context.Background(), step.terms, rc, "a.csv", strings.NewReader(file), int64(len(file)))
		if err != nil || r.State != step.want {
			t.Errorf("in one session: %+v, %v; want %s", r, err, step.want)
		}
	}
	verify(t, s, 1)
}

// zipped packs files, each a name and a content.
func zipped(t *testing.T, files ...[2]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
