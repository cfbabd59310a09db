//go:build unix

package casework_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"skein/internal/casework"
	"skein/internal/ingest/reader"
)

// A pipe holds rows, but none that could be read at several places: it is refused by what it is, and
// not called an empty file.
func TestInputThatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.csv")
	must(t, syscall.Mkfifo(pipe, 0o600))
	table := filepath.Join(dir, "table.csv")
	put(t, table, []byte("a,b\n1,2\n"))
	must(t, os.Symlink(table, filepath.Join(dir, "link.csv")))
	for path, want := range map[string]string{
		pipe: "is a pipe or a device", os.DevNull: "is a pipe or a device", dir: "is a directory",
		table: "", filepath.Join(dir, "link.csv"): "",
	} {
		f, size, err := casework.OpenInput(path)
		switch {
		case want == "" && (err != nil || size != 8):
			t.Errorf("%s: %d bytes, %v", path, size, err)
		case want != "" && (!errors.Is(err, casework.ErrNoFile) || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", path, err, want)
		}
		if err == nil {
			must(t, f.Close())
		}
	}
	if _, err := casework.TakeSample(pipe, reader.Options{}); !errors.Is(err, casework.ErrNoFile) {
		t.Errorf("a sample of a pipe: %v", err)
	}
}
