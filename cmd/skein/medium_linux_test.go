//go:build linux

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"skein/internal/casework"
	"skein/internal/store/sqlite"
)

// command gives a command in this process and returns its exit code and what it says.
func command(t *testing.T, args ...string) (code int, out, said string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), &env{in: strings.NewReader("q"), out: &o, err: &e, now: time.Now}, args)
	return code, o.String(), e.String()
}

// mounted returns a file system of its own of a size; the test is skipped where that is not allowed.
func mounted(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("no file system can be mounted: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// Verbs that read work on a medium for reading alone, even where a process that was killed left
// its write-ahead log there; verbs that write say why they cannot.
func TestMediumForReadingAlone(t *testing.T) {
	dir := mounted(t, "16m")
	src := writeMediumSources(t)
	from := filepath.Join(t.TempDir(), "case")
	if code, _, said := command(t, "run", filepath.Join(src, "case.yaml"), "--out", from); code != exitDone {
		t.Fatal(said)
	}
	// A reader keeps the log of what comes next from being written into the database.
	s, err := casework.Dir(from).Open(t.Context(), sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	more := []string{"--owner", "AA", "--label", "H0", "--mapping", filepath.Join(src, "map.yaml"), filepath.Join(src, "more.csv")}
	if code, _, said := command(t, append([]string{"ingest", "--case", from}, more...)...); code != exitDone {
		t.Fatal(said)
	}
	at := filepath.Join(dir, "case")
	if err := os.CopyFS(at, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(at, "case.db-shm")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"verify", "figures", "figures --json", "figures suspects.count", "explain suspects.count --source", "quarantine list",
		"resolve explain 1:1", "judge --author maria --owner AA",
	} {
		args := strings.Fields(line)
		i := 1
		if args[0] == "quarantine" || line == "resolve explain 1:1" {
			i = 2
		}
		args = append(append(append([]string{}, args[:i]...), "--case", at), args[i:]...)
		if code, _, said := command(t, args...); code != exitDone {
			t.Errorf("%s ended with %d: %s", line, code, said)
		}
	}
	for _, args := range [][]string{
		{"resolve", "--case", at},
		{"report", "--case", at},
		append([]string{"ingest", "--case", at}, more...),
		{"run", filepath.Join(src, "case.yaml"), "--out", at},
		{"quarantine", "retry", "--case", at, "--mapping", filepath.Join(src, "map.yaml"), "1"},
	} {
		if code, _, said := command(t, args...); code != exitFailed || !strings.Contains(said, "read") || !strings.Contains(said, "hint: ") {
			t.Errorf("%q ended with %d: %s", args, code, said)
		}
	}
}

// On a disk that fills up while files are taken in, the error says what to do, the case holds, and
// the same command does the rest when there is room.
func TestDiskThatFillsUp(t *testing.T) {
	dir := mounted(t, "2m")
	src := writeMediumSources(t)
	ballast := filepath.Join(dir, "ballast")
	at := filepath.Join(dir, "case")
	line := []string{"run", filepath.Join(src, "case.yaml"), "--out", at}
	failed := 0
	for size := 1900 << 10; size >= 0; size -= 200 << 10 {
		if err := os.WriteFile(ballast, make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, said := command(t, line...)
		if code == exitDone {
			break
		}
		failed++
		if code != exitFailed || !strings.Contains(said, "no space left on ") || !strings.Contains(said, "hint: free space") {
			t.Errorf("with %d bytes taken it ended with %d: %s", size, code, said)
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(at, "case.db")); err == nil {
			if code, out, said := command(t, "verify", "--case", at); code != exitDone && !strings.Contains(said, "not a case") {
				t.Errorf("after a full disk: %s%s", out, said)
			}
		}
	}
	if failed == 0 {
		t.Error("the disk was never full")
	}
	t.Logf("the disk was full %d times", failed)
	if code, _, said := command(t, "verify", "--case", at); code != exitDone {
		t.Error(said)
	}
	if code, out, said := command(t, "figures", "--case", at, "suspects.count"); code != exitDone || !strings.Contains(out, "2,000") {
		t.Errorf("%s%s", out, said)
	}
}

func writeMediumSources(t *testing.T) string {
	t.Helper()
	src := t.TempDir()
	var b strings.Builder
	b.WriteString("no,name\n")
	for i := range 2000 {
		b.WriteString(strings.Join([]string{"S" + strings.Repeat("0", 4), string(rune('A' + i%26)), string(rune('a' + i/26%26)), string(rune('a' + i/676))}, ""))
		b.WriteString(",Auer\n")
	}
	for name, text := range map[string]string{
		"list.csv": b.String(), "more.csv": "no,name\nT1,Brandl\n",
		"map.yaml":  "queries: [{entities: {p: {schema: Person, keys: [no], category: suspect, properties: {registrationNumber: {column: no}, lastName: {column: name}}}}}]\n",
		"case.yaml": "title: Medium\nsources: [{name: list, path: list.csv, mapping: map.yaml, owner: AA, label: H0, received: 2015-01-01}]\n",
	} {
		if err := os.WriteFile(filepath.Join(src, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return src
}
