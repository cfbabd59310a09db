// Package ledger is the append-only account of what a case received and how it
// read it.
//
// The ledger is a chain of entries numbered from 1. Each holds the hash of the
// one before, so that no entry can be changed, dropped, moved or slipped in
// without every later hash failing. There are two kinds:
//
//	contribution  bytes arrived from an owner and were read through a mapping
//	reading       bytes held already were read again through a mended mapping;
//	              the records of the reading before are withdrawn
//
// An entry does not hold contents but their digests: SHA-256 over a random salt
// and the bytes. The salt lies in the store beside the contents. Whoever erases
// contents erases the salt, and what is left in the chain tells nothing about
// them, not even to somebody who guesses the bytes.
//
// The exact bytes of an entry are described at [Entry.Encode] and in
// doc/ledger-format.md. [Verify] proves a case against its ledger.
package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"time"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
)

// Kind says what an entry records.
type Kind string

// The kinds of entry.
const (
	Contribution Kind = "contribution"
	Reading      Kind = "reading"
)

// Salt makes a digest of contents unguessable. It is drawn at random for each entry.
type Salt [16]byte

// Digest is SHA-256 over a salt and contents.
type Digest [sha256.Size]byte

// String returns the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// NewDigester returns a hash to which contents are written; see [Sum].
func NewDigester(s Salt) hash.Hash {
	h := sha256.New()
	h.Write(s[:]) // a hash never fails
	return h
}

// AddBlock writes a block to h, after its length, so that the same bytes cut
// differently have another digest.
func AddBlock(h hash.Hash, block []byte) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(block)))
	h.Write(n[:]) // a hash never fails
	h.Write(block)
}

// Sum returns the digest of what was written to h.
func Sum(h hash.Hash) Digest { return Digest(h.Sum(nil)) }

// Entry is one link of the chain.
type Entry struct {
	No       record.EntryNo
	Previous [32]byte // hash of the entry before; zero for the first
	Kind     Kind
	Appended time.Time // UTC, to the second

	// Of is the entry of the contribution that was read: for the kind
	// contribution the entry itself.
	Of record.EntryNo

	// What the contribution is; the kind reading repeats nothing of it.
	Source, Name, Owner string
	Origin              record.Origin
	Grade               grading.Grade
	Label               handling.Label
	Received            time.Time // day, UTC
	Bytes               int64     // length of the payload
	Payload             Digest

	// How it was read.
	Mapping       Digest // unsalted SHA-256 of the mapping's text
	Records       int
	Quarantined   int
	RecordsSum    Digest // over the record blocks, in order
	QuarantineSum Digest // over the quarantine blocks, in order
}

// Contribution returns the description of the contribution that an entry of that
// kind brought in.
func (e *Entry) Contribution() record.Contribution {
	return record.Contribution{
		Entry: e.No, Source: e.Source, Name: e.Name, Owner: e.Owner, Origin: e.Origin,
		Grade: e.Grade, Label: e.Label, Received: e.Received,
	}
}

const magic = "skein ledger entry 1\n"

// Encode returns the entry's bytes, over which its hash is taken: the line
// "skein ledger entry 1", then each field in the order of the struct. Numbers are
// eight bytes, big-endian; times are seconds since 1970; digests and hashes are
// their 32 bytes; texts are their length and their bytes in UTF-8;
// grades and labels stand in their text forms.
func (e *Entry) Encode() []byte {
	b := []byte(magic)
	num := func(v int64) { b = binary.BigEndian.AppendUint64(b, uint64(v)) }
	text := func(s string) { num(int64(len(s))); b = append(b, s...) }
	num(int64(e.No))
	b = append(b, e.Previous[:]...)
	text(string(e.Kind))
	num(e.Appended.Unix())
	num(int64(e.Of))
	text(e.Source)
	text(e.Name)
	text(e.Owner)
	text(string(e.Origin))
	text(e.Grade.String())
	text(e.Label.String())
	num(e.Received.Unix())
	num(e.Bytes)
	b = append(b, e.Payload[:]...)
	b = append(b, e.Mapping[:]...)
	num(int64(e.Records))
	num(int64(e.Quarantined))
	b = append(b, e.RecordsSum[:]...)
	return append(b, e.QuarantineSum[:]...)
}

// ErrEntry says that bytes are not an entry as [Entry.Encode] writes it.
var ErrEntry = errors.New("not a ledger entry")

// Decode reads what [Entry.Encode] wrote, and nothing else: an entry has one
// encoding.
func Decode(b []byte) (Entry, error) {
	d := decoder{rest: b}
	if !bytes.HasPrefix(b, []byte(magic)) {
		return Entry{}, fmt.Errorf("it does not begin as one: %w", ErrEntry)
	}
	d.take(len(magic))
	var e Entry
	e.No = record.EntryNo(d.num())
	copy(e.Previous[:], d.take(32))
	e.Kind = Kind(d.text())
	e.Appended = time.Unix(d.num(), 0).UTC()
	e.Of = record.EntryNo(d.num())
	e.Source, e.Name, e.Owner = d.text(), d.text(), d.text()
	e.Origin = record.Origin(d.text())
	grade, label := d.text(), d.text()
	e.Received = time.Unix(d.num(), 0).UTC()
	e.Bytes = d.num()
	copy(e.Payload[:], d.take(32))
	copy(e.Mapping[:], d.take(32))
	e.Records, e.Quarantined = int(d.num()), int(d.num())
	copy(e.RecordsSum[:], d.take(32))
	copy(e.QuarantineSum[:], d.take(32))
	var err1, err2 error
	e.Grade, err1 = grading.Parse(grade)
	e.Label, err2 = handling.Parse(label)
	if err := errors.Join(err1, err2); err != nil {
		return Entry{}, fmt.Errorf("%w: %w", ErrEntry, err)
	}
	if d.bad || len(d.rest) > 0 || !bytes.Equal(e.Encode(), b) {
		return Entry{}, fmt.Errorf("its fields do not fit: %w", ErrEntry)
	}
	return e, nil
}

type decoder struct {
	rest []byte
	bad  bool
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.bad, d.rest = true, nil
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) num() int64 {
	b := d.take(8)
	if len(b) < 8 {
		return 0
	}
	return int64(binary.BigEndian.Uint64(b))
}

func (d *decoder) text() string {
	n := d.num()
	if n > int64(len(d.rest)) {
		d.bad = true
		return ""
	}
	return string(d.take(int(n)))
}

// Checkpoint returns the position after the entry.
func (e *Entry) Checkpoint() record.Checkpoint {
	return record.Checkpoint{Entry: e.No, Hash: sha256.Sum256(e.Encode())}
}

// ErrChain says that an entry does not follow the one before.
var ErrChain = errors.New("does not follow the entry before")

// Follows reports whether the entry may stand right after checkpoint.
func (e *Entry) Follows(c record.Checkpoint) error {
	if e.No != c.Entry+1 || e.Previous != c.Hash {
		return fmt.Errorf("entry %d after %v: %w", e.No, c, ErrChain)
	}
	switch {
	case e.Kind == Contribution && e.Of == e.No, e.Kind == Reading && e.Of > 0 && e.Of < e.No:
		return nil
	}
	return fmt.Errorf("entry %d: kind %q of entry %d: %w", e.No, e.Kind, e.Of, ErrEntry)
}
