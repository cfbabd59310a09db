package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"skein/internal/ledger"
	"skein/internal/store"
	"skein/internal/store/sqlite"
)

// A run is killed at random moments, again and again. Whenever it is, the case
// verifies and holds whole contributions only; the run after the last kill
// completes it to exactly what an undisturbed run gives.
func TestKilledRunsLoseAndDoubleNothing(t *testing.T) {
	kills := 40 // TestCrashAtEveryChange stops a verb where it matters; here are the moments in between
	if testing.Short() || raced {
		kills = 15
	}
	dir := t.TempDir()
	caseFile := writeKillCase(t, dir)
	whole := filepath.Join(dir, "whole")
	started := time.Now()
	if code := skeinProcess(t, 0, "run", caseFile, "--out", whole); code != exitQuarantined {
		t.Fatalf("the undisturbed run ended with %d", code)
	}
	length := time.Since(started)
	want := held(t, whole)

	rng := rand.New(rand.NewPCG(uint64(started.UnixNano()), 0))
	out := filepath.Join(dir, "killed")
	fresh, killed := 0, 0
	for range kills {
		after := time.Duration(rng.Int64N(int64(length)))
		if skeinProcess(t, after, "run", caseFile, "--out", out) == -1 {
			killed++
		}
		if partial := held(t, out); partial == want {
			fresh++ // complete: the next kills begin with a new case
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
		} else if !strings.HasPrefix(want, partial) {
			t.Fatalf("after a kill the case holds\n%s\nwhich is not the beginning of\n%s", partial, want)
		}
	}
	if code := skeinProcess(t, 0, "run", caseFile, "--out", out); code != exitQuarantined {
		t.Fatalf("the run after the last kill ended with %d", code)
	}
	if got := held(t, out); got != want {
		t.Errorf("after all the case holds\n%s\nwant\n%s", got, want)
	}
	t.Logf("%d runs killed within %v, %d cases completed on the way", killed, length.Round(time.Millisecond), fresh)
	if killed < kills/4 {
		t.Errorf("only %d of %d runs were killed before they ended", killed, kills)
	}
}

// writeKillCase makes a case of many small files and one large one, some rows bad.
func writeKillCase(t *testing.T, dir string) string {
	t.Helper()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for f := range 150 {
		put(fmt.Sprintf("small-%03d.csv", f), rowsOf(f, 20))
	}
	put("large.csv", rowsOf(1000, 30000))
	put("map.yaml", "queries:\n- entities:\n    p:\n      schema: Phone\n      keys: [number]\n      properties:\n        number: {column: number, required: true}\n")
	put("case.yaml", `title: Kill
sources:
  - {name: small, path: small-*.csv, mapping: map.yaml, owner: AA, label: H0, received: 2015-01-01}
  - {name: large, path: large.csv, mapping: map.yaml, owner: AA, label: H0, received: 2015-01-01}
`)
	return filepath.Join(dir, "case.yaml")
}

func rowsOf(file, n int) string {
	var b strings.Builder
	b.WriteString("number,note\n")
	for i := range n {
		fmt.Fprintf(&b, "+999%06d%05d,x\n", file, i)
	}
	b.WriteString(",a row without a number\n")
	return b.String()
}

// skeinProcess runs skein and returns its exit code, -1 where it was killed after
// the given time (0: never).
func skeinProcess(t *testing.T, kill time.Duration, args ...string) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asSkein+"=1")
	var out bytes.Buffer
	cmd.Stderr, cmd.Stdout = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if kill > 0 {
		timer := time.AfterFunc(kill, func() { _ = cmd.Process.Signal(syscall.SIGKILL) })
		defer timer.Stop()
	}
	err := cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	code := cmd.ProcessState.ExitCode()
	if code == exitFailed || code == exitUsage {
		t.Fatalf("skein %s ended with %d:\n%s", strings.Join(args, " "), code, out.String())
	}
	return code
}

// held verifies a case and tells what it holds, one line a contribution; empty
// where there is no case yet.
func held(t *testing.T, dir string) string {
	t.Helper()
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(dir, "case.db"), sqlite.Options{})
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrFormat) {
		return "" // killed before the tables were made
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	if _, err := ledger.Verify(ctx, s); err != nil {
		t.Fatalf("after a kill: %v", err)
	}
	if err := s.Check(ctx); err != nil {
		t.Fatalf("after a kill: %v", err)
	}
	live, _, err := ledger.Readings(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range live {
		r, err := s.Payload(ctx, l.Contribution.Entry)
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, r)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %d bytes %d records %d quarantined\n", l.Contribution.Name, n, l.Read.Records, l.Read.Quarantined)
	}
	return b.String()
}
