//go:build unix

package casework_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"skein/internal/audit"
	"skein/internal/casework"
	"skein/internal/ledger"
	"skein/internal/store/sqlite"
)

// putBack copies files of an older copy of a case over it.
func putBack(t *testing.T, d, old casework.Dir, names ...string) {
	t.Helper()
	for _, name := range names {
		must(t, os.RemoveAll(d.Path(name)))
		if _, err := os.Stat(old.Path(name)); err != nil {
			continue
		}
		if info, err := os.Stat(old.Path(name)); err == nil && info.IsDir() {
			must(t, os.CopyFS(d.Path(name), os.DirFS(old.Path(name))))
		} else {
			put(t, d.Path(name), get(t, old.Path(name)))
		}
	}
}

// A database and a manifest of an older copy agree with each other; what was done since says that they
// are old, for every verb.
func TestAnOlderCopyBesideALaterAudit(t *testing.T) {
	dir := t.TempDir()
	d, old := newCase(t, filepath.Join(dir, "case"), 12), casework.Dir(filepath.Join(dir, "old"))
	must(t, os.CopyFS(string(old), os.DirFS(string(d))))
	add(t, d, "second.csv", persons(20, 9))
	remake(t, d)
	must(t, d.Audit(audit.Line{At: time.Unix(1e9, 0).UTC(), User: "maria", Did: "open", What: "E-1"}))
	holds(t, d)
	putBack(t, d, old, "case.db", "case.db-wal", "case.db-shm", "manifest.json", "figures", "figures.json", "report.html", "report.yaml", "resolution", "charts", "history")
	if _, err := d.Verify(t.Context(), ""); !errors.Is(err, ledger.ErrBroken) || !strings.Contains(err.Error(), "audit.jsonl says that the case stood at checkpoint 2@") {
		t.Errorf("verify: %v", err)
	}
	for _, readOnly := range []bool{true, false} {
		s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: readOnly})
		if !errors.Is(err, ledger.ErrBroken) {
			t.Errorf("opened (read only: %v): %v", readOnly, err)
			must(t, errors.Join(err, s.Close()))
		}
	}
	// The older copy is what there is: its account is accepted, and holds from then on.
	_, err := d.Accept(t.Context(), "maria", "the disk was lost", time.Unix(2e9, 0))
	must(t, err)
	holds(t, d)
	add(t, d, "second.csv", persons(20, 9))
	must(t, d.Audit(audit.Line{At: time.Unix(2e9, 0).UTC(), User: "maria", Did: "open", What: "E-1"}))
	holds(t, d)
}

// A manifest of an older copy alone holds, since a crash may leave one; verify notes what it does not know of.
func TestAnOlderManifestIsNoted(t *testing.T) {
	dir := t.TempDir()
	d, old := newCase(t, filepath.Join(dir, "case"), 12), casework.Dir(filepath.Join(dir, "old"))
	must(t, os.CopyFS(string(old), os.DirFS(string(d))))
	must(t, d.Keep("charts/a.json", "", []byte(`{"nodes":[{}]}`)))
	must(t, d.Audit(audit.Line{At: time.Unix(1e9, 0).UTC(), User: "maria", Did: "save chart", What: "a"}))
	if v := holds(t, d); len(v.Notes) > 0 {
		t.Errorf("%q", v.Notes)
	}
	putBack(t, d, old, "manifest.json", "charts")
	if v := holds(t, d); len(v.Notes) != 1 || !strings.Contains(v.Notes[0], "audit.jsonl has 1 line more than manifest.json knows of") {
		t.Errorf("%q", v.Notes)
	}
}

// A pipe in the place of a file is a fault, and nothing waits for somebody to write to it.
func TestPipesInPlaceOfFiles(t *testing.T) {
	dir := t.TempDir()
	one := newCase(t, filepath.Join(dir, "one"), 12)
	names := slices.DeleteFunc(filesOf(t, one), func(name string) bool {
		return strings.HasPrefix(name, "figures/") || strings.HasPrefix(name, "case.db-")
	})
	for _, name := range names {
		d := casework.Dir(filepath.Join(dir, "piped"))
		must(t, os.CopyFS(string(d), os.DirFS(string(one))))
		must(t, os.Remove(d.Path(name)))
		must(t, syscall.Mkfifo(d.Path(name), 0o600))
		done := make(chan error, 1)
		go func() {
			_, err := d.Verify(t.Context(), "")
			if err == nil {
				err = errors.New("holds")
			} else {
				err = nil
			}
			s, opened := d.Open(t.Context(), sqlite.Options{})
			if opened == nil {
				opened = s.Close()
			}
			_, kept := d.Kept(name)
			if name == "case.db" && (opened == nil || kept == nil) {
				err = errors.New("opened")
			}
			done <- err
		}()
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(30 * time.Second):
			t.Fatalf("%s: it waits", name)
		}
		must(t, os.RemoveAll(string(d)))
	}
}
