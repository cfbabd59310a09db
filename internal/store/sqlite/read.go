package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"iter"

	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
)

// Entries implements [ledger.Case].
func (s *Store) Entries(ctx context.Context) iter.Seq2[ledger.Stored, error] {
	return query(ctx, s.from, func(r *sql.Rows) (e ledger.Stored, err error) {
		return e, r.Scan(&e.No, &e.Encoded)
	}, "SELECT no, encoded FROM entries ORDER BY no")
}

// query yields a statement's rows.
func query[T any](ctx context.Context, from querier, scan func(*sql.Rows) (T, error), q string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := from.QueryContext(ctx, q, args...)
		if err != nil {
			yield(none, translate(err))
			return
		}
		defer func() { _ = rows.Close() }() // its error is that of rows.Err, below
		for rows.Next() {
			v, err := scan(rows)
			if err != nil {
				yield(none, translate(err))
				return
			}
			if !yield(v, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, translate(err))
		}
	}
}

// Entry implements [store.Store].
func (s *Store) Entry(ctx context.Context, no record.EntryNo) ([]byte, error) {
	var b []byte
	return b, s.one(ctx, &b, fmt.Sprintf("entry %d", no), "SELECT encoded FROM entries WHERE no = ?", no)
}

// one reads a single value into dst.
func (s *Store) one(ctx context.Context, dst *[]byte, what, q string, arg any) error {
	if err := s.from.QueryRowContext(ctx, q, arg).Scan(dst); err != nil {
		return fmt.Errorf("%s: %w", what, translate(err))
	}
	return nil
}

// Head implements [ledger.Case].
func (s *Store) Head(ctx context.Context) (record.Checkpoint, error) {
	var b []byte
	if err := s.one(ctx, &b, "head of the ledger", "SELECT value FROM meta WHERE key = ?", "head"); err != nil {
		return record.Checkpoint{}, err
	}
	return decodeHead(b)
}

// Holdings implements [ledger.Case].
func (s *Store) Holdings(ctx context.Context) (ledger.Holdings, error) {
	var h ledger.Holdings
	for _, part := range []struct {
		dst *[]record.EntryNo
		q   string
	}{
		{&h.Salts, "SELECT no FROM sealed ORDER BY no"},
		{&h.Payloads, "SELECT DISTINCT id >> 32 FROM payload ORDER BY 1"},
		{&h.Records, "SELECT DISTINCT id >> 32 FROM records ORDER BY 1"},
		{&h.Quarantine, "SELECT DISTINCT id >> 32 FROM quarantine ORDER BY 1"},
	} {
		for no, err := range query(ctx, s.from, scanNo, part.q) {
			if err != nil {
				return h, err
			}
			*part.dst = append(*part.dst, no)
		}
	}
	for sum, err := range query(ctx, s.from, scanBytes, "SELECT sum FROM mappings ORDER BY sum") {
		if err != nil {
			return h, err
		}
		if len(sum) != len(ledger.Digest{}) {
			return h, fmt.Errorf("mapping's name has %d bytes: %w", len(sum), store.ErrFormat)
		}
		h.Mappings = append(h.Mappings, ledger.Digest(sum))
	}
	return h, nil
}

func scanNo(r *sql.Rows) (no record.EntryNo, err error) { return no, r.Scan(&no) }

func scanBytes(r *sql.Rows) (b []byte, err error) { return b, r.Scan(&b) }

// Salt implements [ledger.Case].
func (s *Store) Salt(ctx context.Context, no record.EntryNo) (ledger.Salt, error) {
	var b []byte
	if err := s.one(ctx, &b, fmt.Sprintf("salt of entry %d", no), "SELECT salt FROM sealed WHERE no = ?", no); err != nil {
		return ledger.Salt{}, err
	}
	if len(b) != len(ledger.Salt{}) {
		return ledger.Salt{}, fmt.Errorf("salt of entry %d has %d bytes: %w", no, len(b), store.ErrFormat)
	}
	return ledger.Salt(b), nil
}

// Fingerprint implements [ledger.Case].
func (s *Store) Fingerprint(ctx context.Context, no record.EntryNo) ([32]byte, error) {
	var b []byte
	if err := s.one(ctx, &b, fmt.Sprintf("fingerprint of entry %d", no), "SELECT fingerprint FROM sealed WHERE no = ?", no); err != nil {
		return [32]byte{}, err
	}
	if b == nil { // NULL: a reading
		return [32]byte{}, nil
	}
	if len(b) != 32 {
		return [32]byte{}, fmt.Errorf("fingerprint of entry %d has %d bytes: %w", no, len(b), store.ErrFormat)
	}
	return [32]byte(b), nil
}

// Find implements [store.Store].
func (s *Store) Find(ctx context.Context, fingerprint [32]byte) ([]record.EntryNo, error) {
	var found []record.EntryNo
	for no, err := range query(ctx, s.from, scanNo, "SELECT no FROM sealed WHERE fingerprint = ? ORDER BY no", fingerprint[:]) {
		if err != nil {
			return nil, err
		}
		found = append(found, no)
	}
	return found, nil
}

// Mapping implements [ledger.Case].
func (s *Store) Mapping(ctx context.Context, sum ledger.Digest) ([]byte, error) {
	var b []byte
	return b, s.one(ctx, &b, "mapping "+sum.String(), "SELECT text FROM mappings WHERE sum = ?", sum[:])
}

// RecordBlocks implements [ledger.Case].
func (s *Store) RecordBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return s.parts(ctx, "records", no)
}

// QuarantineBlocks implements [ledger.Case].
func (s *Store) QuarantineBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return s.parts(ctx, "quarantine", no)
}

// parts yields the unpacked rows of an entry, and refuses a gap in their numbers.
func (s *Store) parts(ctx context.Context, table string, no record.EntryNo) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		type part struct {
			id   int64
			data []byte
		}
		next := int64(no) << 32
		for p, err := range query(ctx, s.from, func(r *sql.Rows) (p part, err error) { return p, r.Scan(&p.id, &p.data) },
			"SELECT id, data FROM "+table+" WHERE id >= ? AND id < ? ORDER BY id", next, next+1<<32) {
			if err == nil && p.id != next {
				err = fmt.Errorf("%s of entry %d: part %d comes next, want %d: %w", table, no, p.id&0xffffffff, next&0xffffffff, store.ErrFormat)
			}
			if err == nil {
				next++
				p.data, err = s.dec.DecodeAll(p.data, nil)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(p.data, nil) {
				return
			}
		}
	}
}

// Payload implements [ledger.Case].
func (s *Store) Payload(ctx context.Context, no record.EntryNo) (io.ReadCloser, error) {
	next, stop := iter.Pull2(s.parts(ctx, "payload", no))
	return &payload{next: next, stop: stop}, nil
}

type payload struct {
	next func() ([]byte, error, bool)
	stop func()
	rest []byte
}

func (p *payload) Read(b []byte) (int, error) {
	for len(p.rest) == 0 {
		part, err, ok := p.next()
		if !ok {
			return 0, io.EOF
		}
		if err != nil {
			return 0, err
		}
		p.rest = part
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func (p *payload) Close() error { p.stop(); return nil }
