package main

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// files returns the contents of the generated files below dir by name.
func files(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	read := func(name string) {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		found[name] = b
	}
	read("expected-quarantine.csv")
	err := fs.WalkDir(os.DirFS(dir), "data", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			read(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What lies in the folder is what the generator writes, and it writes the same twice.
func TestFilesAreGenerated(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := write(dir); err != nil {
			t.Fatal(err)
		}
	}
	want, again, held := files(t, first), files(t, second), files(t, "..")
	size := 0
	for name, b := range want {
		size += len(b)
		if !bytes.Equal(b, again[name]) {
			t.Errorf("%s differs between two runs", name)
		}
		if !bytes.Equal(b, held[name]) {
			t.Errorf("%s is not what the generator writes; run go generate ./examples/small/generate", name)
		}
	}
	for name := range held {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is not written by the generator", name)
		}
	}
	if most := 1_500_000; size > most {
		t.Errorf("%d bytes, want at most %d", size, most)
	}
}

// Each kind of bad row occurs, and no row is listed twice.
func TestExpectedQuarantine(t *testing.T) {
	list, err := os.ReadFile("../expected-quarantine.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(list)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	kinds, places := map[string]int{}, map[[3]string]bool{}
	for _, row := range rows[1:] {
		kinds[row[5]]++
		place := [3]string{row[1], row[2], row[3]}
		if places[place] {
			t.Errorf("%q is listed twice", place)
		}
		places[place] = true
	}
	for _, kind := range []string{
		badDate, otherDate, badCountry, badCategory, fewFields, brokenJSON, badBytes, offTheGlobe,
		openQuote, missingValue, badNumber, badPhone, badCurrency, unknownSchema,
	} {
		if kinds[kind] == 0 {
			t.Errorf("no row of kind %q", kind)
		}
		delete(kinds, kind)
	}
	if len(kinds) > 0 {
		t.Errorf("kinds that are not known: %v", kinds)
	}
}

// The shares that the world is made to have.
func TestWorld(t *testing.T) {
	w := newWorld()
	links := map[crime]int{}
	all := map[int]int{}
	for _, s := range w.suspects {
		if s.other != nil {
			links[*s.other]++
			all[s.other.year]++
		}
	}
	for _, c := range []struct {
		crime
		low, high float64 // per cent
	}{
		{crime{"document forgery", 2014}, 2.5, 3.5},
		{crime{"document forgery", 2015}, 17.5, 18.5},
		{crime{"drugs", 2015}, 21.5, 22.5},
		{crime{"trafficking in human beings", 2015}, 19.5, 20.5},
		{crime{"property crime", 2015}, 19.5, 20.5},
	} {
		if share := 100 * float64(links[c.crime]) / float64(all[c.year]); share < c.low || share > c.high {
			t.Errorf("%v: %.1f %%, want %v to %v", c.crime, share, c.low, c.high)
		}
	}
	several := 0
	for _, s := range w.suspects {
		if len(s.heldBy) > 1 {
			several++
		}
	}
	if several < 20 {
		t.Errorf("%d suspects are held by several agencies, want 20 or more", several)
	}
}
