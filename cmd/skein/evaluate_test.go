package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"skein/internal/simulate"
)

// What is scored is what the case itself says: by its own settings of ties, the networks are
// others, and so are their scores; who is who and the crimes stay.
func TestEvaluateScoresTheCaseItself(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a world twice")
	}
	home := filepath.Join(t.TempDir(), "world")
	if _, err := simulate.Run(t.Context(), simulate.Options{Seed: 3, Scale: 0.02, Dir: home}); err != nil {
		t.Fatal(err)
	}
	usual := filepath.Join(home, "case.yaml")
	text, err := os.ReadFile(usual)
	if err != nil {
		t.Fatal(err)
	}
	loose := filepath.Join(home, "loose.yaml")
	ties := "report:\n    ties: {member: 0.01, call: 0.01, known: 0.01, event: 4, paid: 0.01}\n"
	changed := bytes.Replace(text, []byte("report:\n"), []byte(ties), 1)
	if err := os.WriteFile(loose, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(t.TempDir(), "case")
	type score struct{ Value *float64 }
	scores := func(file string) map[string]score {
		t.Helper()
		var out, errs bytes.Buffer
		e := &env{out: &out, err: &errs, now: time.Now}
		if code := run(t.Context(), e, []string{"run", file, "--out", at}); code != exitQuarantined {
			t.Fatalf("exit code %d: %s", code, &errs)
		}
		out.Reset()
		if code := run(t.Context(), e, []string{"evaluate", "--truth", home, "--case", at, "--json"}); code != exitDone {
			t.Fatalf("exit code %d: %s", code, &errs)
		}
		var x struct{ Scores map[string]score }
		if err := json.Unmarshal(out.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		return x.Scores
	}
	a, b := scores(usual), scores(loose)
	for key, same := range map[string]bool{"networks.ari": false, "resolution.pairwise.f1": true, "crimes.f1": true} {
		x, y := a[key].Value, b[key].Value
		if x == nil || y == nil || (*x == *y) != same {
			t.Errorf("%s: %v and %v", key, x, y)
		}
	}
}
