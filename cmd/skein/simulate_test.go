package main

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"skein/internal/simulate"
	"skein/internal/simulate/truth"
)

// What the truth of a world says is broken is in quarantine, and nothing else.
func TestQuarantineIsWhatTheTruthSays(t *testing.T) {
	home, at := filepath.Join(t.TempDir(), "world"), filepath.Join(t.TempDir(), "case")
	if _, err := simulate.Run(context.Background(), simulate.Options{Seed: 4, Scale: 0.2, Dir: home}); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	e := &env{out: &out, err: &errs, now: time.Now}
	if code := run(context.Background(), e, []string{"run", filepath.Join(home, "case.yaml"), "--out", at}); code != exitQuarantined {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	out.Reset()
	if code := run(context.Background(), e, []string{"quarantine", "list", "--case", at, "--json"}); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	type place struct {
		File, Part string
		Row        int
	}
	var listed []struct {
		Name, Part string
		Row        int
	}
	if err := json.Unmarshal(out.Bytes(), &listed); err != nil {
		t.Fatal(err)
	}
	got, want := map[place]bool{}, map[place]bool{}
	for _, q := range listed {
		got[place{q.Name, q.Part, q.Row}] = true
	}
	broken, err := truth.All[truth.Broken](filepath.Join(home, "truth"), truth.QuarantineFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range broken {
		want[place{b.File, b.Part, b.Row}] = true
	}
	if diff := cmp.Diff(want, got); diff != "" || len(want) < 100 {
		t.Errorf("%d broken rows: %s", len(want), diff)
	}
}

// A file without a date in its name has no day on which it was received.
func TestReceivedInName(t *testing.T) {
	s := &source{dated: true}
	for name, want := range map[string]string{
		"de-bka-calls-2015-03-12-000001.csv": "2015-03-12", "2014-13-01 2014-12-31.csv": "2014-12-31", "x/2015-01-02/calls.csv": "", "calls-2015.csv": "",
	} {
		terms, err := s.termsOf(name)
		if want == "" {
			if err == nil {
				t.Errorf("%s: %v", name, terms.Received)
			}
			continue
		}
		if err != nil || terms.Received.Format(time.DateOnly) != want {
			t.Errorf("%s: %v, %v, want %s", name, terms.Received, err, want)
		}
	}
}
