package main

import (
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"skein/internal/casework"
	"skein/internal/store/sqlite"
)

// While a run reads everything again through another mapping, whoever looks sees a
// case that holds and all records of it.
func TestReadersWhileARunReadsAgain(t *testing.T) {
	dir := t.TempDir()
	caseFile := writeKillCase(t, dir)
	out := filepath.Join(dir, "case")
	if code := skeinProcess(t, 0, "run", caseFile, "--out", out); code != exitQuarantined {
		t.Fatalf("the first run ended with %d", code)
	}
	want := total(t, casework.Dir(out))
	mapping := filepath.Join(dir, "map.yaml")
	text, err := os.ReadFile(mapping)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(mapping, append(text, "        notes: {column: note}\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	var done atomic.Bool
	ended := make(chan struct{})
	code := exitFailed
	go func() {
		defer close(ended)
		defer done.Store(true)
		code = skeinProcess(t, 0, "run", caseFile, "--out", out)
	}()
	looks := 0
	for ; !done.Load(); looks++ {
		if got := total(t, casework.Dir(out)); got != want {
			t.Errorf("look %d: %d records, want %d", looks, got, want)
		}
	}
	if <-ended; code != exitQuarantined {
		t.Errorf("the run ended with %d", code)
	}
	t.Logf("%d looks", looks)
}

// total verifies a case and returns how many records its picture has.
func total(t *testing.T, d casework.Dir) int {
	t.Helper()
	s, err := openCase(t.Context(), d, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if v, err := d.Verify(t.Context(), ""); err != nil {
		t.Errorf("%+v: %v", v, err)
	}
	p, err := d.Picture(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return p.Cited("records.by_owner").N
}
