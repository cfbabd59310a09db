package manifest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"sync"
	"testing"

	"skein/internal/record"
)

func newDir(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	if err := New("c0", record.Checkpoint{Entry: 3}).Write(root); err != nil {
		t.Fatal(err)
	}
	return root
}

func read(t *testing.T, root *os.Root) *Manifest {
	t.Helper()
	m, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func publish(t *testing.T, root *os.Root, p Publication) {
	t.Helper()
	if err := Publish(context.Background(), root, p); err != nil {
		t.Fatal(err)
	}
}

func text(files ...string) map[string][]byte {
	out := map[string][]byte{}
	for i := 0; i < len(files); i += 2 {
		out[files[i]] = []byte(files[i+1])
	}
	return out
}

func TestPublish(t *testing.T) {
	root := newDir(t)
	publish(t, root, Publication{Checkpoint: "3@a", Files: text("f/a.csv", "1", "f/b.csv", "2", "all.json", "3"), Only: "f"})
	publish(t, root, Publication{Checkpoint: "4@b", Files: text("f/a.csv", "4"), Only: "f"})
	m := read(t, root)
	if m.Files["f/b.csv"] != nil || m.Files["f/a.csv"].Checkpoint != "4@b" || m.Files["all.json"].Checkpoint != "3@a" {
		t.Errorf("%+v", m.Files)
	}
	if _, err := root.Stat("f/b.csv"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that was not published again stays: %v", err)
	}
	for name := range m.Files {
		if state, _, err := m.Check(root, name); state != Holds || err != nil {
			t.Errorf("%s: %v %v", name, state, err)
		}
	}
}

// At every moment of a publication at which a crash may come, each file is the old or the new one
// and neither missing nor changed, and the next publication goes on from there.
func TestCrashInAPublication(t *testing.T) {
	after := Publication{Checkpoint: "4@b", Files: text("f/a.csv", "new", "f/c.csv", "more"), Only: "f", Drop: []string{"old.at"}}
	for moment := range 5 {
		root := newDir(t)
		if err := root.WriteFile("old.at", []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		publish(t, root, Publication{Checkpoint: "3@a", Files: text("f/a.csv", "old", "f/b.csv", "old"), Only: "f"})
		m := read(t, root)
		if err := m.intend(root, &after); err != nil {
			t.Fatal(err)
		}
		if err := m.Write(root); err != nil {
			t.Fatal(err)
		}
		steps := []func() error{
			func() error { return root.WriteFile("f/a.csv", []byte("new"), 0o600) },
			func() error { return root.WriteFile("f/c.csv", []byte("more"), 0o600) },
			func() error { return root.Remove("f/b.csv") },
			func() error { return root.Remove("old.at") },
		}
		for _, step := range steps[:moment] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		for name := range m.Files {
			if state, _, err := read(t, root).Check(root, name); err != nil || state == Missing || state == Changed {
				t.Errorf("moment %d: %s is %v, %v", moment, name, state, err)
			}
		}
		if moment%2 == 0 {
			older, err := Settle(context.Background(), root)
			if err != nil || (moment == 0) != slices.Contains(older, "f/a.csv") {
				t.Errorf("moment %d: older %q, %v", moment, older, err)
			}
			for name := range read(t, root).Files {
				if state, _, err := read(t, root).Check(root, name); err != nil || state != Holds {
					t.Errorf("moment %d, settled: %s is %v, %v", moment, name, state, err)
				}
			}
		}
		publish(t, root, after)
		m = read(t, root)
		if len(m.Files) != 2 || !m.settled() {
			t.Errorf("moment %d: %+v", moment, m.Files)
		}
		if b, err := root.ReadFile("f/a.csv"); string(b) != "new" || err != nil {
			t.Errorf("moment %d: %s %v", moment, b, err)
		}
	}
}

// Files change, are cut, or go: each is noticed, and so is a change of the manifest itself.
func TestChanges(t *testing.T) {
	root := newDir(t)
	publish(t, root, Publication{Files: text("a.json", "{}")})
	m := read(t, root)
	for content, want := range map[string]State{"{}": Holds, "[]": Changed, "{": Changed, "": Changed} {
		if err := root.WriteFile("a.json", []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if state, _, err := m.Check(root, "a.json"); state != want || err != nil {
			t.Errorf("%q: %v %v", content, state, err)
		}
	}
	if err := root.Remove("a.json"); err != nil {
		t.Fatal(err)
	}
	if state, _, err := m.Check(root, "a.json"); state != Missing || err != nil {
		t.Errorf("%v %v", state, err)
	}
	whole, err := root.ReadFile(Name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		changed := bytes.Clone(whole)
		changed[i] ^= 1
		if _, err := Parse(changed); !errors.Is(err, ErrBroken) {
			t.Errorf("byte %d changed: %v", i, err)
		}
		if _, err := Parse(whole[:i]); !errors.Is(err, ErrBroken) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
}

// A link in the directory leads nothing out of it.
func TestLinks(t *testing.T) {
	root := newDir(t)
	outside := t.TempDir()
	if err := os.Symlink(outside, root.Name()+"/f"); err != nil {
		t.Skip(err)
	}
	if err := Publish(context.Background(), root, Publication{Files: text("f/a.csv", "1")}); err == nil {
		t.Error("written through a link")
	}
	if left, err := os.ReadDir(outside); len(left) > 0 || err != nil {
		t.Errorf("%v %v", left, err)
	}
	if m := read(t, root); m.Files["f/a.csv"] != nil {
		t.Errorf("accounted for: %+v", m.Files["f/a.csv"])
	}
}

// Many publish at once: all files are there and accounted for.
func TestManyAtOnce(t *testing.T) {
	root := newDir(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			name := string(rune('a'+i)) + ".json"
			if err := Publish(context.Background(), root, Publication{Files: text(name, name, "same.json", name)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	m := read(t, root)
	if len(m.Files) != 9 {
		t.Errorf("%d files", len(m.Files))
	}
	for name := range m.Files {
		if state, _, err := m.Check(root, name); state != Holds || err != nil {
			t.Errorf("%s: %v %v", name, state, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	m := New("c0", record.Checkpoint{Entry: 3})
	m.Files["report.yaml"] = &File{Checkpoint: "3@a", SHA256: Sum(nil)}
	b, err := m.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte("{}"))
	f.Add([]byte(`{"format":"skein manifest 1","files":{"a":null}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Parse(b)
		if err != nil {
			return
		}
		if again, err := m.encode(); err != nil || !bytes.Equal(again, b) {
			t.Errorf("read and written again: %s, %v", again, err)
		}
	})
}
