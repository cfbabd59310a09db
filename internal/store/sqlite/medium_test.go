//go:build linux

package sqlite_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"skein/internal/ledger"
	"skein/internal/store"
	"skein/internal/store/sqlite"
	"skein/internal/store/storetest"
)

// mounted returns a file system of its own of a size, such as "1m"; the test is skipped where
// that is not allowed.
func mounted(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("no file system can be mounted: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func readOnly(t *testing.T, dir string) {
	t.Helper()
	if err := syscall.Mount("none", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
}

// copyFile copies a file, if it is there.
func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if errors.Is(err, os.ErrNotExist) {
		return
	}
	if err == nil {
		err = os.WriteFile(to, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A case on a medium for reading alone is read, whatever companions of the file a process that
// was killed left there.
func TestReadFromAMediumForReadingAlone(t *testing.T) {
	for name, companions := range map[string][]string{
		"closed": nil, "with log": {"-wal"}, "with log and index": {"-wal", "-shm"}, "with index": {"-shm"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := mounted(t, "8m")
			path := filepath.Join(t.TempDir(), "case.db")
			s := open(t, path, sqlite.Options{Create: true})
			storetest.Fill(t, s, storetest.Small()...)
			if companions == nil || companions[0] == "-shm" {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			to := filepath.Join(dir, "case.db")
			copyFile(t, path, to)
			for _, c := range companions {
				copyFile(t, path+c, to+c)
			}
			if name == "with index" {
				if err := os.WriteFile(to+"-shm", make([]byte, 32768), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			readOnly(t, dir)
			s = open(t, to, sqlite.Options{ReadOnly: true})
			if at, err := ledger.Verify(context.Background(), s); err != nil || at.Entry != 2 {
				t.Errorf("%v, %v", at, err)
			}
			if err := s.Check(context.Background()); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := sqlite.Open(context.Background(), to, sqlite.Options{}); !errors.Is(err, os.ErrPermission) {
				t.Errorf("to write: %v", err)
			}
		})
	}
}

// On a full disk what was not committed is dropped, the error says what is wrong, and when
// there is room again writing goes on.
func TestFullDisk(t *testing.T) {
	dir := mounted(t, "600k")
	path := filepath.Join(dir, "case.db")
	s := open(t, path, sqlite.Options{Create: true})
	defer func() { _ = s.Close() }()
	storetest.Fill(t, s, storetest.Small()...)
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 100<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	rng := rand.NewChaCha8([32]byte{1})
	noise := make([]byte, 32<<10) // does not compress
	var err error
	for n := 0; err == nil && n < 100; n++ {
		_, _ = rng.Read(noise) // never fails
		err = fill(s, string(noise))
	}
	if !errors.Is(err, store.ErrFull) {
		t.Fatalf("a full disk: %v", err)
	}
	reached, err := ledger.Verify(context.Background(), s)
	if err != nil {
		t.Fatalf("after a full disk: %v", err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if err := fill(s, "more"); err != nil {
		t.Fatalf("with room again: %v", err)
	}
	after, err := ledger.Verify(context.Background(), s)
	if err != nil || after.Entry != reached.Entry+1 {
		t.Errorf("%v after %v: %v", after, reached, err)
	}
}

// fill adds one contribution.
func fill(s store.Store, payload string) error {
	ctx := context.Background()
	tx, err := s.Begin(ctx)
	if err != nil {
		return err
	}
	_, err = storetest.Append(tx, storetest.Sample{Owner: "EL-POLICE", Payload: []string{payload}, Mapping: "a: 1\n", Records: 1}, 0)
	if err == nil {
		err = tx.Commit()
	}
	return errors.Join(err, tx.Rollback())
}
