package casework_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"skein/internal/atomicfile"
	"skein/internal/casework"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store/sqlite"
)

// state returns what verify says of a file; empty where it says nothing.
func state(v *casework.Verification, name string) casework.VerifyState {
	for _, f := range v.Files {
		if f.Name == name {
			return f.State
		}
	}
	return ""
}

func holds(t *testing.T, d casework.Dir) *casework.Verification {
	t.Helper()
	v, err := d.Verify(t.Context(), "")
	if err != nil {
		t.Fatalf("a case that is as it was left: %v", err)
	}
	return v
}

func filesOf(t *testing.T, d casework.Dir) []string {
	t.Helper()
	var names []string
	must(t, filepath.WalkDir(string(d), func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			name, _ := filepath.Rel(string(d), path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	}))
	return names
}

// Every file that a case has is changed, cut, emptied, deleted and swapped for another case's, in
// turn: verify fails, or says of the file that it does not cover it.
func TestEveryChangeOfAFileIsNoticed(t *testing.T) {
	dir := t.TempDir()
	one, other := newCase(t, filepath.Join(dir, "one"), 12), newCase(t, filepath.Join(dir, "other"), 15)
	figures := 0
	names := slices.DeleteFunc(filesOf(t, one), func(name string) bool {
		if strings.HasPrefix(name, "figures/") {
			figures++ // they are all of a kind
		}
		return strings.HasPrefix(name, "figures/") && figures > 1
	})
	whole := holds(t, one)
	for _, must := range []string{"case.db", "manifest.json", "audit.jsonl", "report.yaml", "figures.json", "report.html", "resolution/Person.resolution", "history/1.json", "charts/a.json"} {
		if state(whole, must) != casework.FileHolds {
			t.Errorf("%s is %q", must, state(whole, must))
		}
	}
	for _, name := range names {
		for how, change := range map[string]func(path string){
			"changed": func(path string) { put(t, path, changed(name, get(t, path))) },
			"cut":     func(path string) { b := get(t, path); put(t, path, b[:len(b)/2]) },
			"by one":  func(path string) { b := get(t, path); put(t, path, b[:max(0, len(b)-1)]) },
			"longer":  func(path string) { put(t, path, append(get(t, path), "{}\n"...)) },
			"emptied": func(path string) { put(t, path, nil) },
			"deleted": func(path string) { must(t, os.Remove(path)) },
			"swapped": func(path string) { put(t, path, get(t, other.Path(name))) },
		} {
			if name == "case.db" && how == "longer" {
				continue // bytes after the last page mean nothing to SQLite
			}
			spoilt := casework.Dir(filepath.Join(t.TempDir(), "case"))
			must(t, os.CopyFS(string(spoilt), os.DirFS(string(one))))
			before := get(t, spoilt.Path(name))
			change(spoilt.Path(name))
			if after, err := os.ReadFile(spoilt.Path(name)); err == nil && bytes.Equal(before, after) {
				continue // an empty lock that was emptied
			}
			v, err := spoilt.Verify(t.Context(), "")
			switch {
			case errors.Is(err, ledger.ErrBroken):
				if v != nil && !strings.Contains(err.Error(), name) && state(v, name) != casework.FileFailed && name != "manifest.json" {
					t.Errorf("%s %s: %v, and not of the file", name, how, err)
				}
			case err != nil:
				t.Errorf("%s %s: %v", name, how, err)
			case how != "deleted" && state(v, name) != casework.NotCovered, how == "deleted" && state(whole, name) != casework.NotCovered:
				t.Errorf("%s %s: not noticed, and said to be %q", name, how, state(v, name))
			}
			if name == "case.db" && how != "changed" && how != "by one" {
				refused(t, spoilt, how)
			}
		}
	}
}

// changed changes a byte in the middle, of a database one that an entry has.
func changed(name string, b []byte) []byte {
	at := len(b) / 2
	if name == "case.db" {
		at = bytes.Index(b, []byte("skein ledger entry 1\n")) + 40
	}
	if len(b) > 0 {
		b[at] ^= 1
	}
	return b
}

// refused checks that no verb opens a case, for reading or writing.
func refused(t *testing.T, d casework.Dir, how string) {
	t.Helper()
	for _, o := range []sqlite.Options{{ReadOnly: true}, {}, {Create: true}} {
		s, err := d.Open(t.Context(), o)
		if err == nil {
			must(t, s.Close())
			t.Errorf("case.db %s: opened with %+v", how, o)
		} else if !errors.Is(err, ledger.ErrBroken) {
			t.Errorf("case.db %s: %v", how, err)
		}
	}
}

func get(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

func put(t *testing.T, path string, b []byte) {
	t.Helper()
	must(t, os.WriteFile(path, b, 0o600))
}

// A database that came back from an older copy, or whose last entries are only in a write-ahead
// log that is gone, is refused and noticed.
func TestDatabaseThatLostItsEnd(t *testing.T) {
	d := newCase(t, filepath.Join(t.TempDir(), "case"), 12)
	old := get(t, d.Database())
	s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: true}) // keeps the log from being written into the database
	must(t, err)
	add(t, d, "second.csv", persons(100, 6))
	lost := casework.Dir(filepath.Join(t.TempDir(), "lost"))
	must(t, os.CopyFS(string(lost), os.DirFS(string(d))))
	must(t, s.Close())
	holds(t, lost) // with its log it is whole
	for _, d := range []casework.Dir{lost, d} {
		must(t, os.Remove(d.Database()+"-wal"))
		must(t, os.Remove(d.Database()+"-shm"))
		if d != lost {
			put(t, d.Database(), old)
		}
		refused(t, d, "without its end")
		if _, err := d.Verify(t.Context(), ""); !errors.Is(err, ledger.ErrBroken) || !strings.Contains(err.Error(), "lost its write-ahead log") {
			t.Errorf("%v", err)
		}
	}
}

// A case whose files were spoilt can be accepted, for a reason that is recorded; what was spoilt is
// made again, and all figures are what they were.
func TestAccept(t *testing.T) {
	d := newCase(t, filepath.Join(t.TempDir(), "case"), 12)
	for _, name := range []string{"resolution/Person.resolution", "figures.json", "audit.jsonl"} {
		put(t, d.Path(name), []byte("spoilt\n"))
	}
	must(t, os.Remove(d.Path("charts/a.json")))
	s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: true})
	must(t, err)
	if _, err := d.Picture(t.Context(), s); !errors.Is(err, ledger.ErrBroken) {
		t.Errorf("entities that were changed are used: %v", err)
	}
	must(t, s.Close())
	dropped, err := d.Accept(t.Context(), "maria", "restored from the copy of Monday", time.Unix(1e9, 0))
	must(t, err)
	slices.Sort(dropped)
	if want := []string{"audit.jsonl (now audit-until-20010909T014640.jsonl)", "charts/a.json", "figures.json", "resolution/Person.resolution"}; !slices.Equal(dropped, want) {
		t.Errorf("left out: %q, want %q", dropped, want)
	}
	holds(t, d)
	if p := remake(t, d); p.Entities != 8 {
		t.Errorf("%d entities, want 8", p.Entities)
	}
	holds(t, d)
	if log := string(get(t, d.Path("audit.jsonl"))); !strings.Contains(log, "restored from the copy of Monday") {
		t.Errorf("not recorded: %s", log)
	}
	must(t, os.Remove(d.Path("manifest.json")))
	refused(t, d, "without account")
	if _, err := d.Accept(t.Context(), "maria", "the account was lost", time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	if v := holds(t, d); state(v, "report.yaml") != casework.FileHolds {
		t.Error("the settings are not taken over")
	}
}

// What processes that are dead left behind goes at the next start; what a live one holds, and
// files of others, stay.
func TestSweep(t *testing.T) {
	d := newCase(t, filepath.Join(t.TempDir(), "case"), 3)
	_, remove, err := atomicfile.Temp(string(d), "payload")
	must(t, err)
	defer remove()
	live, removeDir, err := atomicfile.TempDir(string(d), "upload")
	must(t, err)
	defer removeDir()
	put(t, filepath.Join(live, "x.csv"), []byte("x"))
	for _, name := range []string{".skein-payload-abcdefghij", "payload-123456789", "figures/.skein-a.csv-abcdefghij", "resolution/.Person.csv-123456789"} {
		put(t, d.Path(name), []byte("left behind"))
	}
	must(t, os.MkdirAll(d.Path(".upload-123456789"), 0o700))
	put(t, d.Path(".upload-123456789/list.csv"), []byte("left behind"))
	put(t, d.Path("payload-march.csv"), []byte("mine"))
	add(t, d, "second.csv", persons(100, 3))
	left := 0
	for _, name := range filesOf(t, d) {
		if strings.Contains(name, "payload") || strings.Contains(name, "upload") || strings.Contains(name, "/.") {
			left++
		}
	}
	if left != 3 { // those of the live ones, and the user's
		t.Errorf("%d temporary files are left: %q", left, filesOf(t, d))
	}
	if state(holds(t, d), "payload-march.csv") != casework.NotCovered {
		t.Error("a file of others is not said to be not covered")
	}
}

// A clock that was set back is noticed: the ledger's times do not go back, and a warning says so.
func TestClockSetBack(t *testing.T) {
	d := casework.Dir(t.TempDir())
	at := func(day int) func() time.Time {
		return func() time.Time { return time.Date(2026, 3, day, 12, 0, 0, 0, time.UTC) }
	}
	if r := addAt(t, d, "a.csv", persons(0, 3), at(10)); r.Clock != "" {
		t.Errorf("warned: %s", r.Clock)
	}
	if r := addAt(t, d, "b.csv", persons(10, 3), at(2)); !strings.Contains(r.Clock, "2026-03-02 12:00:00, which is before entry 1 (2026-03-10 12:00:00)") {
		t.Errorf("warned: %q", r.Clock)
	}
	s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: true})
	must(t, err)
	for no := range record.EntryNo(2) {
		b, err := s.Entry(t.Context(), no+1)
		must(t, err)
		e, err := ledger.Decode(b)
		must(t, err)
		if !e.Appended.Equal(at(10)()) || e.Received.Day() != 10 {
			t.Errorf("entry %d: appended %v, received %v", e.No, e.Appended, e.Received)
		}
	}
	must(t, s.Close())
	if v := holds(t, d); len(v.Notes) > 0 {
		t.Errorf("notes: %q", v.Notes)
	}
}
