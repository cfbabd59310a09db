package atomicfile_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"skein/internal/atomicfile"
)

func open(t *testing.T) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return root
}

func TestWrite(t *testing.T) {
	root := open(t)
	for _, content := range []string{"one", "two, and longer", ""} {
		if err := atomicfile.Write(root, "a.json", []byte(content)); err != nil {
			t.Fatal(err)
		}
		if b, err := root.ReadFile("a.json"); string(b) != content || err != nil {
			t.Errorf("%q %v", b, err)
		}
	}
	s, err := atomicfile.Stage(root, "a.json", []byte("three"))
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := root.ReadFile("a.json"); len(b) > 0 {
		t.Errorf("it is there before it is published: %q", b)
	}
	if err := s.Drop(); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(root, "none/a.json", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("in a directory that is not there: %v", err)
	}
	entries, err := os.ReadDir(root.Name())
	if err != nil || len(entries) != 1 {
		t.Errorf("%v %v", entries, err)
	}
}

// Only what nobody holds goes, and only names that are temporary.
func TestSweep(t *testing.T) {
	root := open(t)
	f, remove, err := atomicfile.Temp(root.Name(), "payload")
	if err != nil {
		t.Fatal(err)
	}
	dir, removeDir, err := atomicfile.TempDir(root.Name(), "upload")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".skein-a", "payload-1234567", ".report.yaml-1234567", "payload-2015.csv", "report.yaml", ".hidden"} {
		if err := root.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	swept, err := atomicfile.Sweep(root, ".")
	slices.Sort(swept)
	if want := []string{".report.yaml-1234567", ".skein-a", "payload-1234567"}; !slices.Equal(swept, want) || err != nil {
		t.Errorf("%q, want %q; %v", swept, want, err)
	}
	for _, path := range []string{f.Name(), filepath.Join(dir)} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("what is held is gone: %v", err)
		}
	}
	remove()
	removeDir()
	if swept, err := atomicfile.Sweep(root, "."); len(swept) > 0 || err != nil {
		t.Errorf("%q %v", swept, err)
	}
	if swept, err := atomicfile.Sweep(root, "none"); len(swept) > 0 || err != nil {
		t.Errorf("%q %v", swept, err)
	}
}

func TestLock(t *testing.T) {
	root := open(t)
	if unlock, err := atomicfile.Lock(t.Context(), root, "lock", true); err != nil {
		t.Errorf("shared, where there is none: %v", err)
	} else {
		unlock()
	}
	unlock, err := atomicfile.Lock(t.Context(), root, "lock", false)
	if err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := atomicfile.Lock(short, root, "lock", true); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a second: %v", err)
	}
	unlock()
	for range 2 { // shared with others
		if _, err := atomicfile.Lock(t.Context(), root, "lock", true); err != nil {
			t.Error(err)
		}
	}
}
