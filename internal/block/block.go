// Package block packs records and quarantined rows into blocks, the unit in
// which they are stored, hashed and loaded.
//
// A block holds up to a few thousand records of one ledger entry. Its strings
// stand once each in a table and records refer to them by number, so that a
// reader interns a value once a block, not once a row. All integers are unsigned
// variable-length (as in encoding/binary).
//
//	block      = version(1 byte: 1) kind(1 byte: 'R' or 'Q') strings body
//	strings    = count { length bytes }            string 0 is always empty
//	body 'R'   = first-ordinal count { record }
//	record     = schema key(16 bytes) category origin part row count { statement }
//	statement  = property value original grade label
//	body 'Q'   = count { part row column reason has-raw(0 or 1) length bytes }
//
// Names, values, grades and labels are string numbers; grades and labels stand in
// their text forms, empty for none. The encoding of given records is a function
// of them alone: the ledger hashes it.
package block

import (
	"encoding/binary"
	"errors"
	"fmt"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

const version = 1

// ErrCorrupt says that bytes are not a block as this package writes it.
var ErrCorrupt = errors.New("block is corrupt")

// Builder collects records into a block. The zero value is not usable; see
// [NewBuilder].
type Builder struct {
	table map[string]uint64
	texts []byte // the string table's entries, in order
	body  []byte
	first uint32
	n     int
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder {
	b := &Builder{table: make(map[string]uint64)}
	b.Reset()
	return b
}

// Reset empties the builder, keeping its memory.
func (b *Builder) Reset() {
	clear(b.table)
	b.table[""] = 0
	b.texts = append(b.texts[:0], 0)
	b.body = b.body[:0]
	b.first, b.n = 0, 0
}

// Len returns the number of records in the block so far.
func (b *Builder) Len() int { return b.n }

// Size returns roughly how many bytes the block has so far.
func (b *Builder) Size() int { return len(b.texts) + len(b.body) }

func (b *Builder) str(s string) {
	i, ok := b.table[s]
	if !ok {
		i = uint64(len(b.table))
		b.table[s] = i
		b.texts = binary.AppendUvarint(b.texts, uint64(len(s)))
		b.texts = append(b.texts, s...)
	}
	b.body = binary.AppendUvarint(b.body, i)
}

// Add appends a record. Ordinals must follow one another.
func (b *Builder) Add(r *record.Record) {
	if b.n == 0 {
		b.first = r.ID.Ordinal()
	}
	b.n++
	b.str(string(r.Schema))
	b.body = append(b.body, r.Key[:]...)
	b.body = append(b.body, byte(r.Category))
	b.str(string(r.Origin))
	b.str(r.Place.Part)
	b.body = binary.AppendUvarint(b.body, uint64(r.Place.Row))
	b.body = binary.AppendUvarint(b.body, uint64(len(r.Statements)))
	for i := range r.Statements {
		s := &r.Statements[i]
		b.str(string(s.Property))
		b.str(s.Value)
		b.str(s.Original)
		b.str(gradeText(s.Grade))
		b.str(labelText(s.Label))
	}
}

// gradeText leaves out what is not given, so that a statement without a grade of
// its own costs nothing.
func gradeText(g grading.Grade) string {
	if g.IsUngraded() {
		return ""
	}
	return g.String()
}

func labelText(l handling.Label) string {
	if l == (handling.Label{}) {
		return ""
	}
	return l.String()
}

// Bytes returns the block. The builder must be Reset before it is used again.
func (b *Builder) Bytes() []byte {
	out := make([]byte, 0, len(b.texts)+len(b.body)+16)
	out = append(out, version, 'R')
	out = binary.AppendUvarint(out, uint64(len(b.table)))
	out = append(out, b.texts...)
	out = binary.AppendUvarint(out, uint64(b.first))
	out = binary.AppendUvarint(out, uint64(b.n))
	return append(out, b.body...)
}

// Row is a record of a block with its strings as numbers into [Reader.Strings].
type Row struct {
	ID         record.ID
	Schema     uint32
	Key        record.Key
	Category   record.Category
	Origin     uint32
	Part       uint32
	Line       int
	Statements []Cell
}

// Cell is a statement of a [Row].
type Cell struct{ Property, Value, Original, Grade, Label uint32 }

// Reader reads a block's records in order.
type Reader struct {
	Strings []string // the block's string table
	entry   record.EntryNo
	ordinal uint32
	left    uint64
	c       cursor
	row     Row
}

// NewReader reads a block of the given ledger entry. It returns [ErrCorrupt]
// where the bytes are no block of records.
func NewReader(entry record.EntryNo, block []byte) (*Reader, error) {
	r := &Reader{entry: entry, c: cursor{rest: block}}
	r.Strings = r.c.header('R')
	first := r.c.uvarint(1<<32 - 1)
	r.left = r.c.uvarint(1<<32 - 1)
	if r.c.bad || (r.left > 0 && (first == 0 || first+r.left > 1<<32)) {
		return nil, fmt.Errorf("entry %d: %w", entry, ErrCorrupt)
	}
	r.ordinal = uint32(first)
	return r, nil
}

// Next returns the next record, nil at the end. The row is overwritten by the
// next call.
func (r *Reader) Next() (*Row, error) {
	if r.left == 0 {
		if len(r.c.rest) > 0 {
			return nil, fmt.Errorf("entry %d: bytes after the last record: %w", r.entry, ErrCorrupt)
		}
		return nil, nil
	}
	r.left--
	row := &r.row
	row.ID = record.NewID(r.entry, r.ordinal)
	r.ordinal++
	row.Schema = r.str()
	copy(row.Key[:], r.c.take(len(row.Key)))
	if cat := r.c.take(1); len(cat) == 1 {
		row.Category = record.Category(cat[0])
	}
	row.Origin, row.Part = r.str(), r.str()
	row.Line = int(r.c.uvarint(1 << 40))
	n := r.c.uvarint(uint64(len(r.c.rest)))
	row.Statements = row.Statements[:0]
	for range n {
		if r.c.bad {
			break
		}
		row.Statements = append(row.Statements, Cell{r.str(), r.str(), r.str(), r.str(), r.str()})
	}
	if r.c.bad || row.Category > record.Informant {
		return nil, fmt.Errorf("entry %d, record %v: %w", r.entry, row.ID, ErrCorrupt)
	}
	return row, nil
}

func (r *Reader) str() uint32 {
	return uint32(r.c.uvarint(uint64(len(r.Strings)) - 1))
}

// Record returns a row with its strings, grades and labels in place.
func (r *Reader) Record(row *Row) (record.Record, error) {
	rec := record.Record{
		ID: row.ID, Schema: schema.Name(r.Strings[row.Schema]), Key: row.Key, Category: row.Category,
		Origin:     record.Origin(r.Strings[row.Origin]),
		Place:      record.Place{Part: r.Strings[row.Part], Row: row.Line},
		Statements: make([]record.Statement, len(row.Statements)),
	}
	for i, c := range row.Statements {
		s := record.Statement{
			Property: schema.PropertyName(r.Strings[c.Property]),
			Value:    r.Strings[c.Value], Original: r.Strings[c.Original],
		}
		var err error
		if g := r.Strings[c.Grade]; g != "" {
			if s.Grade, err = grading.Parse(g); err != nil {
				return record.Record{}, fmt.Errorf("record %v: %w: %w", row.ID, ErrCorrupt, err)
			}
		}
		if l := r.Strings[c.Label]; l != "" {
			if s.Label, err = handling.Parse(l); err != nil {
				return record.Record{}, fmt.Errorf("record %v: %w: %w", row.ID, ErrCorrupt, err)
			}
		}
		rec.Statements[i] = s
	}
	return rec, nil
}

// cursor reads a block's bytes; bad is set for good at the first misfit.
type cursor struct {
	rest []byte
	bad  bool
}

func (c *cursor) uvarint(limit uint64) uint64 {
	v, n := binary.Uvarint(c.rest)
	if n <= 0 || v > limit || (n > 1 && c.rest[n-1] == 0) { // the last: a longer form than needed
		c.bad, c.rest = true, nil
		return 0
	}
	c.rest = c.rest[n:]
	return v
}

func (c *cursor) take(n int) []byte {
	if n > len(c.rest) {
		c.bad, c.rest = true, nil
		return nil
	}
	b := c.rest[:n]
	c.rest = c.rest[n:]
	return b
}

func (c *cursor) header(kind byte) []string {
	if h := c.take(2); len(h) < 2 || h[0] != version || h[1] != kind {
		c.bad, c.rest = true, nil
		return []string{""}
	}
	n := c.uvarint(uint64(len(c.rest)))
	// One string holds all texts, so that a block is one allocation, not one a value.
	all := string(c.rest)
	strs := make([]string, 0, n)
	for range n {
		size := c.uvarint(uint64(len(c.rest)))
		at := len(all) - len(c.rest)
		if len(c.take(int(size))) != int(size) || c.bad {
			c.bad = true
			return []string{""}
		}
		strs = append(strs, all[at:at+int(size)])
	}
	if len(strs) == 0 || strs[0] != "" {
		c.bad = true
		return []string{""}
	}
	return strs
}
