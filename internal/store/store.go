// Package store is the contract between Skein and the database that holds a case.
//
// A store holds, for each ledger entry, its encoded bytes and the contents they
// account for: the payload as it came, record blocks, quarantine blocks, the
// mapping's text, the salt and the fingerprint. It holds no other state: figures
// are computed from records when asked for.
//
// Contents are opaque bytes here. Analysis never reads them row by row through
// SQL; it loads whole blocks into columns (package column).
//
// Every implementation passes the suite in package storetest.
package store

import (
	"context"
	"errors"

	"skein/internal/ledger"
	"skein/internal/record"
)

// Errors that every store gives.
var (
	// ErrNotFound: what was asked for is not held.
	ErrNotFound = errors.New("not held")
	// ErrBusy: somebody else is writing to the case.
	ErrBusy = errors.New("the case is being written to by another process; try again when it is done")
	// ErrReadOnly: the case was opened for reading alone.
	ErrReadOnly = errors.New("the case was opened for reading alone")
	// ErrTwice: the same bytes of the same owner came in since whoever writes looked for them.
	ErrTwice = errors.New("another process has just taken in the same bytes of this owner; give the command again")
	// ErrFull: the disk has no room left. What was not committed is dropped.
	ErrFull = errors.New("no space left on the disk")
	// ErrDisk: the file system failed. What was not committed is dropped.
	ErrDisk = errors.New("the disk cannot be read or written")
	// ErrFormat: the database is no case, or of a version that this program does not know.
	ErrFormat = errors.New("not a case that this version of Skein can read")
)

// NoCaseError says that there is no case at a path. It wraps [ErrNotFound].
type NoCaseError struct{ Path string }

func (e *NoCaseError) Error() string { return "there is no case at " + e.Path }

// Unwrap returns ErrNotFound.
func (e *NoCaseError) Unwrap() error { return ErrNotFound }

// Store holds one case. It may be used from several goroutines. Reads see what
// was committed when they began and never wait for a writer.
type Store interface {
	ledger.Case

	// Find returns the contributions whose payload has the given unsalted
	// SHA-256, in order of arrival; none is no error.
	Find(ctx context.Context, fingerprint [32]byte) ([]record.EntryNo, error)

	// Entry returns one encoded entry, or ErrNotFound.
	Entry(ctx context.Context, no record.EntryNo) ([]byte, error)

	// Begin starts to write. There is one writer at a time, in all processes;
	// ErrBusy says that there is another. Begin does not wait for it for longer
	// than a few seconds.
	Begin(ctx context.Context) (Tx, error)

	// Close ends the use of the store. Open transactions are rolled back.
	Close() error
}

// Tx writes entries with their contents. Nothing is visible to others, nor
// survives a crash, before Commit returns; after it, all of it does. A Tx is
// used by one goroutine.
//
// Contents belong to the entry that the next Append closes. Order: any number of
// payload chunks, record blocks and quarantine blocks, mixed, each kind in its
// own order; then Append. Several entries may be appended before Commit.
type Tx interface {
	// Head returns the checkpoint that the next entry follows.
	Head() record.Checkpoint
	// Payload, Records and Quarantine write contents. The bytes are copied.
	Payload(chunk []byte) error
	Records(block []byte) error
	Quarantine(block []byte) error
	// Withdraw deletes the records and quarantine of an earlier reading or, given
	// the number that the next entry will have, those written for it so far.
	Withdraw(no record.EntryNo) error
	// Append closes an entry. It fails with ledger.ErrChain where the entry does
	// not follow Head, with ErrTwice where a contribution's bytes are held from its
	// owner already, and the transaction is then good for Rollback alone.
	Append(e *ledger.Entry, c Sealed) error
	// Commit makes all appended entries durable. Contents written after the last
	// Append are dropped.
	Commit() error
	// Rollback drops everything; after Commit it does nothing.
	Rollback() error
}

// Sealed is what is stored beside an entry but not inside it.
type Sealed struct {
	Salt        ledger.Salt
	Fingerprint [32]byte // unsalted SHA-256 of the payload; used for the kind contribution alone
	Mapping     []byte   // text; stored once however many entries use it
}

// Checker is offered by stores that can test their own files beyond what the
// ledger accounts for: indexes, page structure.
type Checker interface {
	// Check returns what is wrong with the store's files, or nil.
	Check(ctx context.Context) error
}
