// Package record holds the facts of a case as their sources gave them.
//
// A contribution is what one agency sent at one time, kept byte for byte. It is
// the unit of ownership, grading and handling. Reading it through a mapping
// gives records: a record is one source's account of one thing or one link, and
// is made of statements, each one value of one property.
//
//	contribution  "calls-2015-11.csv" of EL-POLICE, grade B2, H1, received 2015-12-03
//	  record 7:1  Call  key 5d41…  row 2
//	    caller    3c59…            a link to the Phone with that key
//	    date      2015-11-02       original "02.11.2015"
//
// A record is never changed. Two records with one [Key] are accounts of the same
// thing; what is true of the thing is worked out from them, never written over them.
package record

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strconv"
	"strings"
	"time"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/schema"
)

// EntryNo numbers an entry of the ledger, from 1. Zero is no entry.
type EntryNo uint32

// ID names a record: the ledger entry that brought it in and its ordinal
// there, from 1. IDs sort by arrival. Zero is no record.
type ID uint64

// NewID returns the ID of the record with the given ordinal in entry.
func NewID(entry EntryNo, ordinal uint32) ID {
	return ID(entry)<<32 | ID(ordinal)
}

// Entry returns the ledger entry that brought the record in.
func (id ID) Entry() EntryNo { return EntryNo(id >> 32) }

// Ordinal returns the record's place within its entry, from 1.
func (id ID) Ordinal() uint32 { return uint32(id) }

// String returns "entry:ordinal".
func (id ID) String() string {
	return strconv.FormatUint(uint64(id>>32), 10) + ":" + strconv.FormatUint(uint64(uint32(id)), 10)
}

// ErrID says that a text is not a record's ID.
var ErrID = errors.New("not a record ID (want ENTRY:ORDINAL, both from 1)")

// ParseID reads what [ID.String] writes.
func ParseID(s string) (ID, error) {
	e, o, ok := strings.Cut(s, ":")
	entry, err1 := strconv.ParseUint(e, 10, 32)
	ord, err2 := strconv.ParseUint(o, 10, 32)
	if !ok || err1 != nil || err2 != nil || entry == 0 || ord == 0 {
		return 0, fmt.Errorf("%q: %w", s, ErrID)
	}
	return NewID(EntryNo(entry), uint32(ord)), nil
}

// Key says which thing a record is about, within a scope: the first 128 bits of
// a SHA-256 over the scope and the identifying values. Zero is no key.
type Key [16]byte

// IsZero reports whether the key is absent.
func (k Key) IsZero() bool { return k == Key{} }

// String returns the key in hexadecimal, 32 digits.
func (k Key) String() string { return hex.EncodeToString(k[:]) }

// ErrKey says that a text is not a key.
var ErrKey = errors.New("not a key (want 32 hexadecimal digits)")

// ParseKey reads what [Key.String] writes.
func ParseKey(s string) (Key, error) {
	var k Key
	if len(s) != 2*len(k) {
		return Key{}, fmt.Errorf("%q: %w", s, ErrKey)
	}
	if _, err := hex.Decode(k[:], []byte(s)); err != nil {
		return Key{}, fmt.Errorf("%q: %w", s, ErrKey)
	}
	return k, nil
}

// Keyer makes keys. It may be used again and again, by one goroutine at a time.
type Keyer struct {
	h   hash.Hash
	buf []byte
}

// Key returns the key of the thing that parts name within scope. Each part is
// preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
func (k *Keyer) Key(scope string, parts ...string) Key {
	if k.h == nil {
		k.h = sha256.New()
	}
	k.h.Reset()
	k.write(scope)
	for _, p := range parts {
		k.write(p)
	}
	k.buf = k.h.Sum(k.buf[:0])
	return Key(k.buf[:16])
}

func (k *Keyer) write(part string) {
	k.buf = strconv.AppendInt(k.buf[:0], int64(len(part)), 10)
	k.buf = append(k.buf, ':')
	k.buf = append(k.buf, part...)
	k.h.Write(k.buf) // a hash never fails
}

// Statement is one value of one property of a record. One without a property states nothing:
// it carries the grade and label of a record that has nothing besides its key.
type Statement struct {
	Property schema.PropertyName
	Value    string         // canonical form; for a property of type entity, a Key in hexadecimal
	Original string         // as the source wrote it; empty when it is Value to the letter
	Grade    grading.Grade  // zero: the contribution's
	Label    handling.Label // zero: the contribution's alone; otherwise joined to it
}

// Written returns the value as the source wrote it.
func (s Statement) Written() string {
	if s.Original != "" {
		return s.Original
	}
	return s.Value
}

// Place is where in a contribution a record stands.
type Place struct {
	Part string // member of an archive, sheet of a workbook; empty for a plain file
	Row  int    // line or row number that a user sees in an editor or a spreadsheet, from 1
}

// String returns "row 17" or "calls.csv row 17".
func (p Place) String() string {
	if p.Part == "" {
		return "row " + strconv.Itoa(p.Row)
	}
	return p.Part + " row " + strconv.Itoa(p.Row)
}

// Record is one source's account of one thing or link. Its grade and label are those of
// [Record.Evaluation].
type Record struct {
	ID         ID
	Schema     schema.Name
	Key        Key
	Category   Category // of the data subject; none for what is no person
	Origin     Origin   // empty: the contribution's
	Place      Place
	Statements []Statement // in the order of the mapping
}

// Values returns the record's values of one property, in order.
func (r *Record) Values(p schema.PropertyName) []string {
	var vs []string
	for _, s := range r.Statements {
		if s.Property == p {
			vs = append(vs, s.Value)
		}
	}
	return vs
}

// Origin says where information first came from. Relays of one origin through
// several agencies share it, so that echoes are not counted as sources.
type Origin string

// Contribution describes what one agency sent at one time.
type Contribution struct {
	Entry    EntryNo // the ledger entry that brought it in
	Source   string  // name of the source in the case file, or the file's name
	Name     string  // the file's name
	Owner    string  // the agency that may change grade and handling
	Origin   Origin
	Grade    grading.Grade
	Label    handling.Label
	Received time.Time // day of receipt, UTC
}

// Checkpoint is a position in the ledger: its last entry and that entry's hash.
// Every result names the checkpoint it was computed at. Zero is the empty ledger.
type Checkpoint struct {
	Entry EntryNo
	Hash  [32]byte
}

// String returns "entry@" and the first twelve hexadecimal digits of the hash.
func (c Checkpoint) String() string {
	return strconv.FormatUint(uint64(c.Entry), 10) + "@" + hex.EncodeToString(c.Hash[:6])
}

// Quarantined is a row of a contribution that gave no record, kept with the
// reason and its bytes until the mapping or the contribution is mended.
type Quarantined struct {
	Place  Place  // Row 0: the contribution as a whole
	Column string // empty: the row as a whole
	Reason string
	Raw    []byte // the row's bytes as they came; nil for a whole contribution, which the payload holds
}
