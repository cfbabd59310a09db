package casework_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"skein/internal/audit"
	"skein/internal/casework"
	"skein/internal/judgement"
	"skein/internal/ledger"
	"skein/internal/store/sqlite"
)

// unnamed makes a case as an earlier version left it: no ID, no account, the resolution in files of
// its own, and an audit file without hashes.
func unnamed(t *testing.T, d casework.Dir) {
	t.Helper()
	db, err := sql.Open("sqlite", d.Database())
	must(t, err)
	_, err = db.Exec("DELETE FROM meta WHERE key = 'case'; PRAGMA user_version = 1")
	must(t, errors.Join(err, db.Close()))
	for _, name := range []string{"manifest.json", "case.lock", "resolution/Person.resolution", "audit.jsonl"} {
		must(t, os.Remove(d.Path(name)))
	}
	put(t, d.Path("audit.jsonl"), []byte(`{"at":"2026-01-01T00:00:00Z","user":"maria","did":"open","what":"E-1"}`+"\n"))
}

// A case of an earlier version is read as it is, and brought to this version when it is written
// to. A crash of the earlier version may have left entities under a checkpoint that is not theirs:
// they are not believed.
func TestEarlierVersion(t *testing.T) {
	d := newCase(t, filepath.Join(t.TempDir(), "case"), 12)
	want := remake(t, d).Entities
	unnamed(t, d)
	put(t, d.Path("resolution/Person.csv"), []byte("key,entity\n")) // of another checkpoint than it says
	head := remakeless(t, d, want)
	put(t, d.Path("resolution/Person.at"), []byte(head))
	remakeless(t, d, want)
	v := holds(t, d)
	if len(v.Notes) != 1 || !strings.Contains(v.Notes[0], "earlier version") || state(v, "report.yaml") != casework.NotCovered {
		t.Errorf("%+v", v)
	}
	s, err := d.Open(t.Context(), sqlite.Options{})
	must(t, err)
	must(t, s.Close())
	v = holds(t, d)
	for name, want := range map[string]casework.VerifyState{
		"case.db": casework.FileHolds, "manifest.json": casework.FileHolds, "report.yaml": casework.FileHolds, "history/1.json": casework.FileHolds,
		"audit.jsonl": casework.FileHolds, "charts/a.json": casework.FileHolds,
	} {
		if state(v, name) != want {
			t.Errorf("%s: %q, want %q", name, state(v, name), want)
		}
	}
	if got := remake(t, d).Entities; got != want {
		t.Errorf("%d entities, want %d", got, want)
	}
	if _, err := os.Stat(d.Path("resolution/Person.at")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the old checkpoint is still there: %v", err)
	}
	holds(t, d)
	put(t, d.Path("audit.jsonl"), []byte("gone\n"))
	if _, err := d.Verify(t.Context(), ""); !errors.Is(err, ledger.ErrBroken) {
		t.Errorf("the old audit file is not covered: %v", err)
	}
}

// Verbs that only read the database, and write what they make of it, bring a case of an earlier
// version to this one, too.
func TestEarlierVersionIsBroughtUp(t *testing.T) {
	for name, write := range map[string]func(casework.Dir) error{
		"figures and resolution": func(d casework.Dir) error { remake(t, d); return nil },
		"a file":                 func(d casework.Dir) error { return d.Keep("charts/b.json", "", []byte("{}")) },
		"audit":                  func(d casework.Dir) error { return d.Audit(audit.Line{Did: "open"}) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newCase(t, filepath.Join(t.TempDir(), "case"), 6)
			unnamed(t, d)
			must(t, write(d))
			if v := holds(t, d); v.Case == "" || state(v, "report.yaml") != casework.FileHolds {
				t.Errorf("%+v", v)
			}
		})
	}
}

// remakeless computes the picture without writing, and returns its checkpoint.
func remakeless(t *testing.T, d casework.Dir, want int) string {
	t.Helper()
	s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: true})
	must(t, err)
	p, err := d.Picture(t.Context(), s)
	must(t, err)
	must(t, s.Close())
	if p.Entities != want || !strings.HasPrefix(p.Wanted.Title, "Case of") {
		t.Errorf("%d entities, want %d; title %q", p.Entities, want, p.Wanted.Title)
	}
	return p.Set.Checkpoint.String()
}

// The last judgement of a pair counts, even where the clock was set back before it.
func TestJudgementsAfterTheClockWasSetBack(t *testing.T) {
	d := newCase(t, filepath.Join(t.TempDir(), "case"), 12)
	for i, v := range []judgement.Verdict{judgement.Same, judgement.Withdrawn, judgement.Different} {
		s, err := d.Open(t.Context(), sqlite.Options{})
		must(t, err)
		p, err := d.Picture(t.Context(), s)
		must(t, err)
		who, err := d.ResolveSet(p.Set, casework.PersonSchema, false)
		must(t, err)
		at := time.Date(2026, 3, 10-i, 12, 0, 0, 0, time.UTC)
		must(t, who.Judge(t.Context(), s, terms(t), "maria", casework.Question{A: 0, B: 5}, v, func() time.Time { return at }))
		must(t, s.Close())
		s, err = d.Open(t.Context(), sqlite.Options{ReadOnly: true})
		must(t, err)
		p, err = d.Picture(t.Context(), s)
		must(t, err)
		must(t, s.Close())
		who, err = d.ResolveSet(p.Set, casework.PersonSchema, false)
		must(t, err)
		got, judged := who.Judged[who.Pair(0, 5)]
		if judged != (v != judgement.Withdrawn) || (judged && got.Verdict != v) {
			t.Errorf("judged %s: %+v counts", v, got)
		}
	}
}
