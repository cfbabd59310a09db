// Package sqlite keeps a case in one SQLite file, by the pure-Go driver
// modernc.org/sqlite.
//
// Tables (all of the case's bytes stand in them; numbers are ledger entries):
//
//	meta        key, value             "head": entry number (8 bytes, big-endian) and hash;
//	                                   "case": the case's ID, 32 hexadecimal digits
//	entries     no, encoded            the encoded ledger entry
//	sealed      no, salt, fingerprint  fingerprint is NULL for a reading; indexed
//	payload     id, data               id = no << 32 | part, parts from 0; data compressed
//	records     id, data               the same, one record block a row
//	quarantine  id, data               the same, one quarantine block a row
//	mappings    sum, text              sum = SHA-256 of the text
//
// Data are compressed by Zstandard, each row for itself. The file is in
// write-ahead mode with full synchronisation: what Commit returned for is on disk.
// application_id is "Skei", user_version the format, 2. Format 1 had no ID; it is read as it
// is, and given one when it is opened for writing.
package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"syscall"

	"github.com/klauspost/compress/zstd"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"skein/internal/record"
	"skein/internal/store"
)

const (
	applicationID = 0x536b6569 // "Skei"
	format        = 2
	unnamed       = 1 // the format before cases had IDs
)

const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (no INTEGER PRIMARY KEY, encoded BLOB NOT NULL);
CREATE TABLE sealed (no INTEGER PRIMARY KEY, salt BLOB NOT NULL, fingerprint BLOB);
CREATE INDEX sealed_fingerprint ON sealed (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE TABLE payload (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE records (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE quarantine (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE mappings (sum BLOB PRIMARY KEY, text BLOB NOT NULL) WITHOUT ROWID;
`

// Store is a case in an SQLite file.
type Store struct {
	db       *sql.DB
	from     querier // what is read from: db, or the snapshot
	snapshot *sql.Tx // of a store for reading alone; nil otherwise
	id       string  // of the case; empty in format 1, opened for reading
	commit   func(record.Checkpoint) error
	closed   func() error
	enc      *zstd.Encoder
	dec      *zstd.Decoder
}

// querier is what [sql.DB] and [sql.Tx] have in common for reading.
type querier interface {
	QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, q string, args ...any) *sql.Row
}

var (
	_ store.Store   = (*Store)(nil)
	_ store.Checker = (*Store)(nil)
)

// Options are for those who open a store.
type Options struct {
	// Create makes a new case where the file does not exist.
	Create bool
	// PageSize of a new file in bytes, a power of two from 512; 0: 8192.
	PageSize int
	// ReadOnly refuses to write, and takes no lock that a writer would see. All
	// reads see the case as it was when it was opened: whoever reads the ledger
	// first and the contents it names next must find them of one moment, though
	// another process withdraws some of them in between.
	//
	// Nothing is written to the file's directory where that cannot be written to, as on a
	// medium for reading alone: then nobody else writes either, and the write-ahead log, if
	// a process that was killed left one, is read in memory.
	ReadOnly bool
	// ID is the ID of a new case, and of one of format 1 that is opened for writing; empty: one
	// is drawn.
	ID string
	// Committed, where it is set, is called after each commit with the checkpoint reached.
	// Its error is the commit's, though what was committed stays so.
	Committed func(record.Checkpoint) error
	// Closed, where it is set, is called by Close, whose error its own is a part of.
	Closed func() error
}

// Open opens the case in the given file. It gives [store.ErrNotFound] where there
// is none and it shall not be created, and [store.ErrFormat] where the file is
// something else.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if !o.Create {
			return nil, &store.NoCaseError{Path: path}
		}
		// SQLite would let others read the file, and gives its companions the same mode.
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	if !o.ReadOnly {
		if err := Writable(path); err != nil {
			return nil, err
		}
	}
	s, err := open(ctx, path, o, shared)
	if e, ok := errors.AsType[*sqlite.Error](err); ok && o.ReadOnly {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
			if settled(path) {
				s, err = open(ctx, path, o, immutable)
			} else {
				s, err = open(ctx, path, o, unlocked)
			}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("case %s: %w", path, translate(err))
	}
	return s, nil
}

// Writable says why a case's file cannot be written to, by os.ErrPermission, or nothing where it
// can. SQLite opens such a file all the same, and fails at the first change.
func Writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		if errors.Is(err, os.ErrPermission) || errors.Is(err, syscall.EROFS) {
			err = fmt.Errorf("the case can only be read: %w (%w)", os.ErrPermission, err)
		}
		return err
	}
	return f.Close()
}

// settled reports whether all of a case is in its main file, because nobody has
// it open for writing and the last who had closed it.
func settled(path string) bool {
	info, err := os.Stat(path + "-wal")
	return errors.Is(err, os.ErrNotExist) || (err == nil && info.Size() == 0)
}

// access is how SQLite agrees with others who use the file.
type access int

const (
	shared    access = iota
	immutable        // nobody writes, and there is no write-ahead log
	unlocked         // nobody writes; the log's index is made in memory and not in a file
)

// open opens the file; without sharing it where SQLite may not make the companions of the
// file that readers and writers agree by, as in another's directory.
func open(ctx context.Context, path string, o Options, a access) (*Store, error) {
	db, err := sql.Open("sqlite", dsn(path, o, a))
	if err != nil {
		return nil, err
	}
	if a == unlocked {
		db.SetMaxOpenConns(1) // each would hold the log's index for itself
	}
	s := &Store{db: db, from: db, commit: o.Committed, closed: o.Closed}
	if s.enc, err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1)); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if s.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxRow)); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if o.ReadOnly {
		// The snapshot lasts until Close, whatever becomes of the context.
		if s.snapshot, err = db.BeginTx(context.WithoutCancel(ctx), &sql.TxOptions{ReadOnly: true}); err != nil {
			return nil, errors.Join(err, s.Close())
		}
		s.from = s.snapshot
	}
	if err := s.prepare(ctx, o); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// maxRow bounds what one row may unpack to, against a damaged file.
const maxRow = 256 << 20

func dsn(path string, o Options, a access) string {
	q := url.Values{}
	if o.ReadOnly {
		q.Set("mode", "ro")
		switch a {
		case immutable:
			q.Set("immutable", "1")
		case unlocked:
			// In exclusive mode SQLite keeps the log's index in memory; the lock that goes with
			// it cannot be had of a file opened for reading, so locks are left out.
			q.Set("vfs", "unix-none")
			q.Add("_pragma", "locking_mode(exclusive)")
		case shared:
		}
	} else {
		size := o.PageSize
		if size == 0 {
			size = 8192
		}
		q.Add("_pragma", fmt.Sprintf("page_size(%d)", size))
		q.Add("_pragma", "synchronous(full)")
		q.Add("_txlock", "immediate")
	}
	q.Add("_pragma", "busy_timeout(2000)")
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// prepare checks that the file is a case, and makes it one where it is empty.
func (s *Store) prepare(ctx context.Context, o Options) error {
	version, blank, err := state(ctx, s.from)
	if err != nil {
		return err
	}
	switch {
	case version == unnamed && o.ReadOnly:
		return nil
	case version == format:
		s.id, err = readID(ctx, s.from)
		return err
	case version != unnamed && !o.Create:
		return store.ErrFormat
	case blank:
		// The mode stays with the file. It is set here and not with the connection's
		// pragmas, because the driver sorts those, and after it a page size has no effect.
		if _, err := s.db.ExecContext(ctx, "PRAGMA journal_mode = wal"); err != nil {
			return err
		}
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	// Another process may have made the case in the meantime; it does not now.
	if version, blank, err = state(ctx, tx); err != nil {
		return err
	}
	switch {
	case version == format:
		s.id, err = readID(ctx, tx)
		return err
	case blank:
		err = create(ctx, tx)
	case version != unnamed:
		return store.ErrFormat
	}
	if err != nil {
		return err
	}
	s.id = o.ID
	if s.id == "" {
		s.id = NewID()
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO meta VALUES ('case', ?)", []byte(s.id)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", format)); err != nil {
		return err
	}
	return tx.Commit()
}

// NewID draws an ID for a case.
func NewID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// create makes the tables of a blank database.
func create(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, tables); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO meta VALUES ('head', ?)", encodeHead(record.Checkpoint{})); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	return err
}

// readID returns the case's ID.
func readID(ctx context.Context, from querier) (string, error) {
	var b []byte
	if err := from.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = 'case'").Scan(&b); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			err = fmt.Errorf("it has no ID: %w", store.ErrFormat)
		}
		return "", err
	}
	return string(b), nil
}

// ID returns the case's ID; empty for a case of format 1 that was opened for reading.
func (s *Store) ID() string { return s.id }

// state returns the format of a case, 0 where the database is none that this program knows,
// and whether it is blank.
func state(ctx context.Context, from querier) (known int, blank bool, err error) {
	var id, version, made int
	for _, v := range []struct {
		q   string
		dst *int
	}{{"PRAGMA application_id", &id}, {"PRAGMA user_version", &version}, {"SELECT count(*) FROM sqlite_schema", &made}} {
		if err := from.QueryRowContext(ctx, v.q).Scan(v.dst); err != nil {
			return 0, false, err
		}
	}
	if id == applicationID && (version == format || version == unnamed) {
		known = version
	}
	return known, id == 0 && version == 0 && made == 0, nil
}

// Close implements [store.Store].
func (s *Store) Close() error {
	if s.dec != nil {
		s.dec.Close()
	}
	var err error
	if s.snapshot != nil {
		err = s.snapshot.Rollback()
	}
	err = errors.Join(err, s.db.Close())
	if s.closed != nil {
		err = errors.Join(err, s.closed())
		s.closed = nil
	}
	return err
}

// Check implements [store.Checker] by SQLite's own test of pages and indexes. It
// also finds tables and rows of which the ledger knows nothing.
func (s *Store) Check(ctx context.Context) error {
	var said string
	if err := s.from.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return translate(err)
	}
	if said != "ok" {
		return fmt.Errorf("%w: %s", store.ErrFormat, strings.ReplaceAll(said, "\n", "; "))
	}
	var made, known string
	for sql, err := range query(ctx, s.from, scanBytes, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rootpage") {
		if err != nil {
			return err
		}
		made += string(sql) + ";\n"
	}
	for key, err := range query(ctx, s.from, scanBytes, "SELECT key FROM meta ORDER BY key") {
		if err != nil {
			return err
		}
		known += string(key) + " "
	}
	keys := "case head "
	if s.id == "" {
		keys = "head "
	}
	if made != strings.TrimPrefix(tables, "\n") || known != keys {
		return fmt.Errorf("it holds more than a case: %w", store.ErrFormat)
	}
	return nil
}

// translate gives the contract's errors for the driver's.
func translate(err error) error {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		switch e.Code() & 0xff { // the low byte is the primary code
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return fmt.Errorf("%w (%w)", store.ErrBusy, err)
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			return fmt.Errorf("%w (%w)", os.ErrPermission, err)
		case sqlite3.SQLITE_FULL:
			return fmt.Errorf("%w (%w)", store.ErrFull, err)
		case sqlite3.SQLITE_IOERR:
			return fmt.Errorf("%w (%w)", store.ErrDisk, err)
		case sqlite3.SQLITE_INTERRUPT:
			return fmt.Errorf("%w (%w)", context.Canceled, err)
		case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
			return fmt.Errorf("%w (%w)", store.ErrFormat, err)
		}
	}
	if errors.Is(err, sql.ErrNoRows) {
		return store.ErrNotFound
	}
	return err
}

func encodeHead(c record.Checkpoint) []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(c.Entry)), c.Hash[:]...)
}

func decodeHead(b []byte) (record.Checkpoint, error) {
	var c record.Checkpoint
	if len(b) != 8+len(c.Hash) {
		return c, fmt.Errorf("head of the ledger has %d bytes: %w", len(b), store.ErrFormat)
	}
	c.Entry = record.EntryNo(binary.BigEndian.Uint64(b))
	copy(c.Hash[:], b[8:])
	return c, nil
}
