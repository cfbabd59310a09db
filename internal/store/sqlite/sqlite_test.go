package sqlite_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/sqlite"
	"skein/internal/store/storetest"
)

func open(t *testing.T, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		return open(t, filepath.Join(t.TempDir(), "case.db"), sqlite.Options{Create: true})
	})
}

func TestOpen(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	if _, err := sqlite.Open(ctx, filepath.Join(dir, "none.db"), sqlite.Options{}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a file that is not there gave %v", err)
	}
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte("this is no database, though it is longer than a header would be ......................................."), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(ctx, text, sqlite.Options{Create: true}); !errors.Is(err, store.ErrFormat) {
		t.Errorf("a text file gave %v", err)
	}
	path := filepath.Join(dir, "odd ?#%.db")
	s := open(t, path, sqlite.Options{Create: true})
	storetest.Fill(t, s, storetest.Small()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, sqlite.Options{ReadOnly: true})
	if at, err := ledger.Verify(ctx, s); err != nil || at.Entry != 2 {
		t.Errorf("reopened read-only: %v, %v", at, err)
	}
	if _, err := s.Begin(ctx); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("writing to a read-only case gave %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// Whoever reads sees the case as it was when it was opened, while another process
// withdraws what was read of it and adds to it.
func TestReadersSeeOneMoment(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "case.db")
	w := open(t, path, sqlite.Options{Create: true})
	storetest.Fill(t, w, storetest.Small()...)
	r := open(t, path, sqlite.Options{ReadOnly: true})
	before, err := hold(ctx, r, record.Checkpoint{Entry: 2})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := w.Begin(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := tx.Withdraw(1); err != nil {
		t.Fatal(err)
	}
	if _, err := storetest.Append(tx, storetest.Sample{Mapping: "mended", Records: 1}, 1); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	at, err := ledger.Verify(ctx, r)
	if err != nil || at.Entry != 2 {
		t.Errorf("the reader verifies to %v, %v; want entry 2", at, err)
	}
	if after, err := hold(ctx, r, record.Checkpoint{Entry: 2}); err != nil || after != before {
		t.Errorf("the reader sees something else than before (%v)", err)
	}
	if at, err := ledger.Verify(ctx, w); err != nil || at.Entry != 3 {
		t.Errorf("the writer verifies to %v, %v; want entry 3", at, err)
	}
	if err := errors.Join(r.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
}

// What a case does not need is noticed, and so is a fingerprint without a payload.
func TestNothingElseIsHeld(t *testing.T) {
	for _, q := range []string{
		"CREATE TABLE notes (text)",
		"CREATE INDEX by_salt ON sealed (salt)",
		"INSERT INTO meta VALUES ('note', x'00')",
		"UPDATE sealed SET fingerprint = zeroblob(31) WHERE no = 3",
		"UPDATE sealed SET fingerprint = randomblob(32) WHERE no = 3",
	} {
		path := filepath.Join(t.TempDir(), "case.db")
		s := open(t, path, sqlite.Options{Create: true})
		storetest.Fill(t, s, storetest.Small()...)
		tx, err := s.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := tx.Withdraw(1); err != nil {
			t.Fatal(err)
		}
		if _, err := storetest.Append(tx, storetest.Sample{Mapping: "mended", Records: 1}, 1); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(tx.Commit(), s.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := examine(path); err != nil {
			t.Fatalf("the untouched case: %v", err)
		}
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.Exec(q)
		if err = errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := examine(path); err == nil {
			t.Errorf("%s was not noticed", q)
		}
	}
}

// Several processes may begin a case at the same time, and others may not read it.
func TestCreateTogether(t *testing.T) {
	for range 8 {
		path := filepath.Join(t.TempDir(), "case.db")
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				s, err := sqlite.Open(context.Background(), path, sqlite.Options{Create: true})
				if errors.Is(err, store.ErrBusy) {
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("the case has mode %v", info.Mode())
		}
	}
}

// A case in a directory where nothing may be written is read all the same. (Run by
// root, who may write everywhere, the test says little.)
func TestReadWhereNothingMayBeWritten(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "case.db")
	s := open(t, path, sqlite.Options{Create: true})
	storetest.Fill(t, s, storetest.Small()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(path, 0o400), os.Chmod(dir, 0o500)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	s = open(t, path, sqlite.Options{ReadOnly: true})
	if at, err := ledger.Verify(context.Background(), s); err != nil || at.Entry != 2 {
		t.Errorf("%v, %v", at, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// Every byte of a case's file is changed in turn. Either that is noticed, or it
// changed nothing that the case holds: bytes of the file that mean nothing (free
// space in pages, counters of the file format).
func TestEveryFlippedByteIsNoticed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.db")
	s := open(t, path, sqlite.Options{Create: true, PageSize: 512})
	storetest.Fill(t, s, storetest.Small()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := examine(path)
	if err != nil {
		t.Fatalf("the untouched case: %v", err)
	}
	step := 1
	if testing.Short() {
		step = 17
	}
	var noticed, harmless atomic.Int64
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			mine := filepath.Join(t.TempDir(), fmt.Sprintf("case%d.db", w))
			for at := w * step; at < len(whole); at += workers * step {
				spoilt := append([]byte{}, whole...)
				spoilt[at] ^= 0x5a
				if err := os.WriteFile(mine, spoilt, 0o600); err != nil {
					t.Error(err)
					return
				}
				got, err := examine(mine)
				switch {
				case err != nil:
					noticed.Add(1)
				case got == want:
					harmless.Add(1)
				default:
					t.Errorf("byte %d of %d changed what the case holds, and nothing was noticed", at, len(whole))
				}
				_ = os.Remove(mine + "-wal")
				_ = os.Remove(mine + "-shm")
			}
		})
	}
	wg.Wait()
	t.Logf("%d bytes: %d changes noticed, %d without meaning", len(whole), noticed.Load(), harmless.Load())
	if noticed.Load() == 0 {
		t.Error("no change was noticed at all")
	}
}

// examine verifies a case and returns a digest of all that it holds.
func examine(path string) (string, error) {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return "", err
	}
	defer func() { _ = s.Close() }()
	if err := s.Check(ctx); err != nil {
		return "", err
	}
	at, err := ledger.Verify(ctx, s)
	if err != nil {
		return "", err
	}
	return hold(ctx, s, at)
}

func hold(ctx context.Context, s store.Store, at record.Checkpoint) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, at)
	holdings, err := s.Holdings(ctx)
	if err != nil {
		return "", err
	}
	fmt.Fprintln(h, holdings)
	for no := record.EntryNo(1); no <= at.Entry; no++ {
		e, err := s.Entry(ctx, no)
		if err != nil {
			return "", err
		}
		h.Write(e)
		r, err := s.Payload(ctx, no)
		if err != nil {
			return "", err
		}
		if _, err := io.Copy(h, r); err != nil {
			return "", err
		}
		for _, part := range []func(context.Context, record.EntryNo) func(func([]byte, error) bool){
			func(ctx context.Context, no record.EntryNo) func(func([]byte, error) bool) {
				return s.RecordBlocks(ctx, no)
			},
			func(ctx context.Context, no record.EntryNo) func(func([]byte, error) bool) {
				return s.QuarantineBlocks(ctx, no)
			},
		} {
			for b, err := range part(ctx, no) {
				if err != nil {
					return "", err
				}
				h.Write(b)
			}
		}
	}
	for _, e := range holdings.Mappings {
		text, err := s.Mapping(ctx, e)
		if err != nil {
			return "", err
		}
		h.Write(text)
	}
	found, err := s.Find(ctx, sha256.Sum256([]byte("x")))
	if err != nil {
		return "", err
	}
	fmt.Fprintln(h, found)
	return hex.EncodeToString(h.Sum(nil)), nil
}
