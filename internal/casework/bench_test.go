package casework_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"skein/internal/audit"
	"skein/internal/casework"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/store/sqlite"
)

const personMapping = `queries:
- entities:
    p:
      schema: Person
      keys: [no]
      category: suspect
      properties:
        firstName: {column: first}
        lastName: {column: last}
        birthDate: {column: born}
        phone: {column: phone}
`

// persons is a file of some made-up persons, of whom every third is written twice.
func persons(from, n int) string {
	first := []string{"Arno", "Berta", "Carlo", "Doris", "Emil", "Fanni", "Gregor", "Helga"}
	last := []string{"Auer", "Brandl", "Cerny", "Dorn", "Egger", "Fuchs", "Gruber", "Huber", "Illek", "Jelinek"}
	var b strings.Builder
	b.WriteString("no,first,last,born,phone\n")
	for i := from; i < from+n; i++ {
		k := i - i%3/2 // the third is the second again
		fmt.Fprintf(&b, "%d,%s,%s,19%02d-0%d-1%d,+999%07d\n", i, first[k%8], last[k%10], 60+k%30, 1+k%9, k%9, k)
	}
	return b.String()
}

// newCase makes a case that has every file that a case can have.
func newCase(t *testing.T, path string, n int) casework.Dir {
	t.Helper()
	d := casework.Dir(path)
	if err := os.MkdirAll(path, 0o750); err != nil {
		t.Fatal(err)
	}
	add(t, d, "first.csv", persons(0, n))
	must(t, d.KeepReport(&casework.Wanted{Title: "Case of " + filepath.Base(path)}))
	remake(t, d)
	must(t, d.Keep("history/1.json", "", []byte(`{"fees":{}}`)))
	must(t, d.Keep("charts/a.json", "", []byte(`{"nodes":[]}`)))
	for _, did := range []string{"open", "save chart"} {
		must(t, d.Audit(audit.Line{At: time.Unix(1e9, 0).UTC(), User: "maria", Did: did, What: filepath.Base(path)}))
	}
	return d
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// add takes a file into a case.
func add(t *testing.T, d casework.Dir, name, text string) {
	t.Helper()
	addAt(t, d, name, text, time.Now)
}

func addAt(t *testing.T, d casework.Dir, name, text string, now func() time.Time) ingest.Result {
	t.Helper()
	s, err := d.Open(t.Context(), sqlite.Options{Create: true})
	must(t, err)
	label, err := handling.Parse("TLP:CLEAR")
	must(t, err)
	in := ingest.New(s, ingest.Options{Now: now})
	r, err := in.Add(context.Background(), ingest.Terms{Source: "persons", Owner: "AA", Label: label}, ingest.Recipe{Mapping: []byte(personMapping)}, name, bytes.NewReader([]byte(text)), int64(len(text)))
	must(t, err)
	must(t, in.Flush())
	must(t, s.Close())
	if r.State != ingest.Added || r.Quarantined > 0 {
		t.Fatalf("%+v", r)
	}
	return r
}

// remake computes the figures and writes all that is made of a case.
func remake(t *testing.T, d casework.Dir) *casework.Picture {
	t.Helper()
	s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: true})
	must(t, err)
	p, err := d.Picture(t.Context(), s)
	must(t, err)
	must(t, s.Close())
	must(t, d.Write(p))
	if p.Who != nil {
		must(t, p.Who.Write(d))
	}
	return p
}

func terms(t *testing.T) *ingest.Terms {
	t.Helper()
	label, err := handling.Parse("TLP:CLEAR")
	must(t, err)
	return &ingest.Terms{Source: "judgements", Owner: "AA", Label: label}
}
