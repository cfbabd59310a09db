// Package memory keeps a case in memory: for tests, and for one-off questions
// that need no case on disk.
package memory

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"sync"

	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
)

// Store is a case in memory.
type Store struct {
	writing sync.Mutex // held by the open transaction
	mu      sync.RWMutex
	state   state // replaced, never changed, by a commit
}

type state struct {
	head     record.Checkpoint
	entries  [][]byte // entry n at n-1
	sealed   map[record.EntryNo]store.Sealed
	payloads map[record.EntryNo][][]byte
	records  map[record.EntryNo][][]byte
	quarant  map[record.EntryNo][][]byte
	mappings map[ledger.Digest][]byte
}

var _ store.Store = (*Store)(nil)

// New returns an empty case.
func New() *Store {
	return &Store{state: state{
		sealed:   map[record.EntryNo]store.Sealed{},
		payloads: map[record.EntryNo][][]byte{},
		records:  map[record.EntryNo][][]byte{},
		quarant:  map[record.EntryNo][][]byte{},
		mappings: map[ledger.Digest][]byte{},
	}}
}

func (s *Store) read() state {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.state
}

// Entries implements [ledger.Case].
func (s *Store) Entries(context.Context) iter.Seq2[ledger.Stored, error] {
	st := s.read()
	return func(yield func(ledger.Stored, error) bool) {
		for i, e := range st.entries {
			if !yield(ledger.Stored{No: record.EntryNo(i + 1), Encoded: e}, nil) {
				return
			}
		}
	}
}

// Entry implements [store.Store].
func (s *Store) Entry(_ context.Context, no record.EntryNo) ([]byte, error) {
	st := s.read()
	if no == 0 || int(no) > len(st.entries) {
		return nil, fmt.Errorf("entry %d: %w", no, store.ErrNotFound)
	}
	return st.entries[no-1], nil
}

// Head implements [ledger.Case].
func (s *Store) Head(context.Context) (record.Checkpoint, error) { return s.read().head, nil }

// Holdings implements [ledger.Case].
func (s *Store) Holdings(context.Context) (ledger.Holdings, error) {
	st := s.read()
	return ledger.Holdings{
		Salts:      slices.Sorted(maps.Keys(st.sealed)),
		Payloads:   slices.Sorted(maps.Keys(st.payloads)),
		Records:    slices.Sorted(maps.Keys(st.records)),
		Quarantine: slices.Sorted(maps.Keys(st.quarant)),
		Mappings: slices.SortedFunc(maps.Keys(st.mappings), func(a, b ledger.Digest) int {
			return bytes.Compare(a[:], b[:])
		}),
	}, nil
}

func get[K cmp.Ordered, V any](m map[K]V, what string, key K) (V, error) {
	v, ok := m[key]
	if !ok {
		return v, fmt.Errorf("%s %v: %w", what, key, store.ErrNotFound)
	}
	return v, nil
}

// Salt implements [ledger.Case].
func (s *Store) Salt(_ context.Context, no record.EntryNo) (ledger.Salt, error) {
	c, err := get(s.read().sealed, "salt of entry", no)
	return c.Salt, err
}

// Fingerprint implements [ledger.Case].
func (s *Store) Fingerprint(_ context.Context, no record.EntryNo) ([32]byte, error) {
	c, err := get(s.read().sealed, "fingerprint of entry", no)
	return c.Fingerprint, err
}

// Payload implements [ledger.Case].
func (s *Store) Payload(_ context.Context, no record.EntryNo) (io.ReadCloser, error) {
	return io.NopCloser(bytes.NewReader(bytes.Join(s.read().payloads[no], nil))), nil
}

func blocks(bs [][]byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, b := range bs {
			if !yield(b, nil) {
				return
			}
		}
	}
}

// RecordBlocks implements [ledger.Case].
func (s *Store) RecordBlocks(_ context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return blocks(s.read().records[no])
}

// QuarantineBlocks implements [ledger.Case].
func (s *Store) QuarantineBlocks(_ context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return blocks(s.read().quarant[no])
}

// Mapping implements [ledger.Case].
func (s *Store) Mapping(_ context.Context, sum ledger.Digest) ([]byte, error) {
	text, ok := s.read().mappings[sum]
	if !ok {
		return nil, fmt.Errorf("mapping %v: %w", sum, store.ErrNotFound)
	}
	return text, nil
}

// Find implements [store.Store].
func (s *Store) Find(_ context.Context, fingerprint [32]byte) ([]record.EntryNo, error) {
	st := s.read()
	var found []record.EntryNo
	for no := range st.sealed {
		e, err := ledger.Decode(st.entries[no-1])
		if err != nil {
			return nil, err
		}
		if e.Kind == ledger.Contribution && st.sealed[no].Fingerprint == fingerprint {
			found = append(found, no)
		}
	}
	slices.Sort(found)
	return found, nil
}

// Close implements [store.Store].
func (s *Store) Close() error { return nil }

// Begin implements [store.Store]. It does not wait for another writer.
func (s *Store) Begin(context.Context) (store.Tx, error) {
	if !s.writing.TryLock() {
		return nil, store.ErrBusy
	}
	st := s.read()
	return &tx{s: s, st: state{
		head: st.head, entries: slices.Clone(st.entries), sealed: maps.Clone(st.sealed), payloads: maps.Clone(st.payloads),
		records: maps.Clone(st.records), quarant: maps.Clone(st.quarant), mappings: maps.Clone(st.mappings),
	}}, nil
}

type tx struct {
	s                            *Store
	st                           state
	payload, records, quarantine [][]byte
	done                         bool
}

func (t *tx) Head() record.Checkpoint { return t.st.head }

func (t *tx) Payload(b []byte) error { t.payload = append(t.payload, bytes.Clone(b)); return nil }
func (t *tx) Records(b []byte) error { t.records = append(t.records, bytes.Clone(b)); return nil }
func (t *tx) Quarantine(b []byte) error {
	t.quarantine = append(t.quarantine, bytes.Clone(b))
	return nil
}

func (t *tx) Withdraw(no record.EntryNo) error {
	if no == t.st.head.Entry+1 {
		t.records, t.quarantine = nil, nil
	}
	delete(t.st.records, no)
	delete(t.st.quarant, no)
	return nil
}

func (t *tx) Append(e *ledger.Entry, c store.Sealed) error {
	if err := e.Follows(t.st.head); err != nil {
		return err
	}
	if e.Kind == ledger.Contribution {
		for no, held := range t.st.sealed {
			if held.Fingerprint != c.Fingerprint { // of readings it is zero, which no bytes have
				continue
			}
			if h, err := ledger.Decode(t.st.entries[no-1]); err != nil {
				return err
			} else if h.Owner == e.Owner {
				return fmt.Errorf("%s is entry %d: %w", e.Name, no, store.ErrTwice)
			}
		}
	}
	t.st.entries = append(t.st.entries, e.Encode())
	t.st.head = e.Checkpoint()
	t.st.mappings[e.Mapping] = bytes.Clone(c.Mapping)
	c.Mapping = nil
	if e.Kind == ledger.Reading {
		c.Fingerprint = [32]byte{}
	}
	t.st.sealed[e.No] = c
	for _, part := range []struct {
		to   map[record.EntryNo][][]byte
		from *[][]byte
	}{{t.st.payloads, &t.payload}, {t.st.records, &t.records}, {t.st.quarant, &t.quarantine}} {
		if len(*part.from) > 0 {
			part.to[e.No] = *part.from
			*part.from = nil
		}
	}
	return nil
}

func (t *tx) Commit() error {
	if t.done {
		return nil
	}
	t.s.mu.Lock()
	t.s.state = t.st
	t.s.mu.Unlock()
	return t.Rollback()
}

func (t *tx) Rollback() error {
	if !t.done {
		t.done = true
		t.s.writing.Unlock()
	}
	return nil
}
