package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
)

// tx writes entries. Contents are written under the number that the next entry
// will have.
type tx struct {
	ctx   context.Context
	s     *Store
	sql   *sql.Tx
	head  record.Checkpoint
	parts map[*sql.Stmt]int64 // parts of the next entry written so far
	buf   []byte

	failed                       bool // a statement did
	payload, records, quarantine *sql.Stmt
}

// Begin implements [store.Store].
func (s *Store) Begin(ctx context.Context) (store.Tx, error) {
	if s.snapshot != nil {
		return nil, store.ErrReadOnly
	}
	stx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, translate(err)
	}
	t := &tx{ctx: ctx, s: s, sql: stx, parts: map[*sql.Stmt]int64{}}
	if err := t.open(); err != nil {
		return nil, errors.Join(translate(err), stx.Rollback())
	}
	return t, nil
}

func (t *tx) open() error {
	var b []byte
	err := t.sql.QueryRowContext(t.ctx, "SELECT value FROM meta WHERE key = 'head'").Scan(&b)
	if err != nil {
		return err
	}
	if t.head, err = decodeHead(b); err != nil {
		return err
	}
	for _, p := range []struct {
		stmt  **sql.Stmt
		table string
	}{{&t.payload, "payload"}, {&t.records, "records"}, {&t.quarantine, "quarantine"}} {
		// The transaction closes its statements when it ends.
		if *p.stmt, err = t.sql.PrepareContext(t.ctx, "INSERT INTO "+p.table+" VALUES (?, ?)"); err != nil { //nolint:sqlclosecheck // see above
			return err
		}
	}
	return nil
}

// Head implements [store.Tx].
func (t *tx) Head() record.Checkpoint { return t.head }

// Payload implements [store.Tx].
func (t *tx) Payload(chunk []byte) error { return t.part(t.payload, chunk) }

// Records implements [store.Tx].
func (t *tx) Records(block []byte) error { return t.part(t.records, block) }

// Quarantine implements [store.Tx].
func (t *tx) Quarantine(block []byte) error { return t.part(t.quarantine, block) }

func (t *tx) part(stmt *sql.Stmt, data []byte) error {
	t.buf = t.s.enc.EncodeAll(data, t.buf[:0])
	id := int64(t.head.Entry+1)<<32 | t.parts[stmt]
	t.parts[stmt]++
	_, err := stmt.ExecContext(t.ctx, id, t.buf)
	t.failed = t.failed || err != nil
	return translate(err)
}

// Withdraw implements [store.Tx].
func (t *tx) Withdraw(no record.EntryNo) error {
	if no == t.head.Entry+1 {
		t.parts[t.records], t.parts[t.quarantine] = 0, 0
	}
	first := int64(no) << 32
	for _, table := range []string{"records", "quarantine"} {
		if _, err := t.sql.ExecContext(t.ctx, "DELETE FROM "+table+" WHERE id >= ? AND id < ?", first, first+1<<32); err != nil {
			t.failed = true
			return translate(err)
		}
	}
	return nil
}

// Append implements [store.Tx].
func (t *tx) Append(e *ledger.Entry, c store.Sealed) error {
	if err := e.Follows(t.head); err != nil {
		return err
	}
	var fingerprint any
	if e.Kind == ledger.Contribution {
		if err := t.once(e, c.Fingerprint); err != nil {
			return err
		}
		fingerprint = c.Fingerprint[:]
	}
	sum := sha256.Sum256(c.Mapping)
	after := e.Checkpoint()
	for _, step := range []struct {
		q    string
		args []any
	}{
		{"INSERT INTO entries VALUES (?, ?)", []any{e.No, e.Encode()}},
		{"INSERT INTO sealed VALUES (?, ?, ?)", []any{e.No, c.Salt[:], fingerprint}},
		{"INSERT INTO mappings VALUES (?, ?) ON CONFLICT DO NOTHING", []any{sum[:], c.Mapping}},
		{"UPDATE meta SET value = ? WHERE key = 'head'", []any{encodeHead(after)}},
	} {
		if _, err := t.sql.ExecContext(t.ctx, step.q, step.args...); err != nil {
			t.failed = true
			return translate(err)
		}
	}
	t.head = after
	clear(t.parts)
	return nil
}

// once refuses bytes that are held from the same owner. Writers ask for them before
// they begin, and another process may have written in between.
func (t *tx) once(e *ledger.Entry, fingerprint [32]byte) error {
	for b, err := range query(t.ctx, t.sql, scanBytes, "SELECT encoded FROM entries JOIN sealed USING (no) WHERE fingerprint = ?", fingerprint[:]) {
		if err != nil {
			return err
		}
		held, err := ledger.Decode(b)
		if err != nil {
			return err
		}
		if held.Owner == e.Owner {
			return fmt.Errorf("%s is entry %d: %w", e.Name, held.No, store.ErrTwice)
		}
	}
	return nil
}

// Commit implements [store.Tx].
func (t *tx) Commit() error {
	if len(t.parts) > 0 {
		first := int64(t.head.Entry+1) << 32
		for _, table := range []string{"payload", "records", "quarantine"} {
			if _, err := t.sql.ExecContext(t.ctx, "DELETE FROM "+table+" WHERE id >= ?", first); err != nil {
				return translate(err)
			}
		}
	}
	if err := t.sql.Commit(); err != nil {
		return translate(err)
	}
	if t.s.commit != nil {
		return t.s.commit(t.head)
	}
	return nil
}

// Rollback implements [store.Tx].
func (t *tx) Rollback() error {
	err := t.sql.Rollback()
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	// On a full disk SQLite has rolled back already.
	if e, ok := errors.AsType[*sqlite.Error](err); ok && e.Code() == sqlite3.SQLITE_ERROR && t.failed {
		return nil
	}
	return translate(err)
}
