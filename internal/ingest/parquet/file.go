// Package parquet reads the rows of Apache Parquet files (apache/parquet-format 2.12) as
// texts: each column's values of a row, one for a flat column, several for a list.
//
// It is written for files that nobody vouches for. All work is done in the caller's
// goroutine; nothing is allocated because a file claims it: lists of the metadata grow as
// they are read, a page unpacks to what it really holds and to no more than the caller's
// limits let it, run lengths and differences are decoded value by value, and a dictionary is
// held once. A checksum is verified where a page has one; counts of values and rows must
// agree from page to file. What is damaged, encrypted or of a type that is not read is an
// error that names it.
//
//	f, err := parquet.Open(src, size, limits)
//	for { err := f.Next(func(column int, value string) error { ... }, ...) }
//
// # Values
//
// Integers have their sign and width. DECIMAL has its scale, all of it: 1500.00. DATE is ISO
// 8601, and so is TIMESTAMP: in the zone that the file's schema names (ARROW:schema, or else
// pandas' metadata) where it is adjusted to UTC, ending in Z where no zone is named, and
// without a zone where it is local. INT96 has no zone. TIME and Arrow's
// durations are hours:minutes:seconds, INTERVAL is a duration of ISO 8601, UUID the usual 36
// characters. Floating-point numbers are the shortest text of the same number; NaN is no
// value. ENUM and JSON are text. BSON, VARIANT, GEOMETRY and GEOGRAPHY are not read.
package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Limits are asked before memory is taken. Their errors end the reading and come back
// wrapped.
type Limits interface {
	// Unpack judges that so many packed bytes give so many.
	Unpack(unpacked, packed int64) error
	// Cells judges how many values all rows together have.
	Cells(n int64) error
	// Memory returns the error of pages that together take more than n bytes.
	Memory(n int64) error
}

// mostHeld bounds the pages and dictionaries that are in memory at a time.
const mostHeld = 512 << 20

const (
	magic          = "PAR1"
	magicEncrypted = "PARE"
	mostFooter     = 64 << 20
)

// File is an open file. It is used by one goroutine.
type File struct {
	src     io.ReaderAt
	body    int64 // bytes before the metadata
	limits  Limits
	meta    metadata
	columns []Column
	group   int // at hand
	row     int64
	of      []*values // of the group, by column; nil: none is begun
	held    int64
}

// Open reads the metadata of a file of size bytes.
func Open(src io.ReaderAt, size int64, l Limits) (*File, error) {
	f := &File{src: src, limits: l}
	footer, err := f.footer(size)
	if err != nil {
		return nil, err
	}
	t := &thrift{b: footer}
	if f.meta = t.metadata(); t.err != nil {
		return nil, fmt.Errorf("its metadata are damaged: %w", t.err)
	}
	if t.n != len(footer) && !f.meta.encrypted { // behind the metadata of an encrypted file stands a signature
		return nil, fmt.Errorf("its metadata are damaged: they end after %d of %d bytes", t.n, len(footer))
	}
	if err := f.flatten(); err != nil {
		return nil, err
	}
	return f, f.check()
}

// footer reads the metadata, which stand at the end.
func (f *File) footer(size int64) ([]byte, error) {
	const frame = int64(len(magic) + 4 + len(magic))
	if size < frame {
		return nil, errors.New("it is cut off")
	}
	tail := make([]byte, 8)
	if _, err := io.ReadFull(io.NewSectionReader(f.src, size-8, 8), tail); err != nil {
		return nil, err
	}
	switch length := int64(binary.LittleEndian.Uint32(tail)); {
	case string(tail[4:]) == magicEncrypted:
		return nil, errors.New("it is encrypted; send it without encryption")
	case string(tail[4:]) != magic:
		return nil, errors.New("it is cut off: its end is missing")
	case length > size-frame || length > mostFooter:
		return nil, fmt.Errorf("its metadata are said to have %d bytes", length)
	default:
		f.body = size - 8 - length
		footer := make([]byte, length)
		_, err := io.ReadFull(io.NewSectionReader(f.src, f.body, length), footer)
		return footer, err
	}
}

// flatten makes columns of the leaves of the schema, with their levels.
func (f *File) flatten() error {
	if len(f.meta.schema) == 0 {
		return errors.New("it has no schema")
	}
	rest := f.meta.schema[1:]
	var path []string
	var walk func(defines, repeats, depth int) error
	walk = func(defines, repeats, depth int) error {
		if len(rest) == 0 {
			return errors.New("its schema is cut off")
		}
		e := rest[0]
		rest = rest[1:]
		switch e.repetition {
		case 0:
		case 1:
			defines++
		case 2:
			defines, repeats = defines+1, repeats+1
		default:
			return fmt.Errorf("column %s repeats in an unknown way", e.name)
		}
		path = append(path, e.name)
		defer func() { path = path[:len(path)-1] }()
		if e.leaf && e.children == 0 {
			f.columns = append(f.columns, Column{Path: slices.Clone(path), element: e, defines: defines, repeats: repeats})
			return nil
		}
		if depth == thriftDepth || e.children < 0 {
			return fmt.Errorf("column %s nests too deep", e.name)
		}
		for range e.children {
			if err := walk(defines, repeats, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	for len(rest) > 0 {
		if err := walk(0, 0, 0); err != nil {
			return err
		}
	}
	return f.types()
}

// types finds out how the values of each column are written.
func (f *File) types() error {
	leaves := make([][]string, len(f.columns))
	for i := range f.columns {
		leaves[i] = f.columns[i].Path
	}
	zones := f.meta.zones(leaves)
	for i := range f.columns {
		c := &f.columns[i]
		if c.kind < boolean || c.kind > fixedArray || c.kind == fixedArray && (c.length < 0 || c.length > mostPage) {
			return fmt.Errorf("column %s is stored in an unknown way", c.Name())
		}
		c.named()
		var err error
		if c.text, err = c.textOf(zones[i].zone, zones[i].elapsed); err != nil {
			return fmt.Errorf("column %s is of %w", c.Name(), err)
		}
		c.Number = c.logical == logicalDecimal || c.logical == logicalFloat16 || c.kind == floats || c.kind == doubles
	}
	return nil
}

// check holds the counts of the metadata against each other and the limits.
func (f *File) check() error {
	var rows, cells int64
	for i := range f.meta.groups {
		g := &f.meta.groups[i]
		if len(g.chunks) != len(f.columns) {
			return fmt.Errorf("row group %d has %d columns, the schema has %d", i+1, len(g.chunks), len(f.columns))
		}
		if g.rows < 0 || g.rows > 1<<40 {
			return fmt.Errorf("row group %d is said to have %d rows", i+1, g.rows)
		}
		rows += g.rows
		for k, c := range g.chunks {
			if c.values < g.rows || c.values > 1<<40 || f.columns[k].repeats == 0 && c.values != g.rows {
				return fmt.Errorf("column %s has %d values in a row group of %d rows", f.columns[k].Name(), c.values, g.rows)
			}
			cells += c.values
		}
	}
	if len(f.columns) == 0 {
		return errors.New("it has no columns")
	}
	if rows != f.meta.rows {
		return fmt.Errorf("it is said to have %d rows, its row groups have %d", f.meta.rows, rows)
	}
	return f.limits.Cells(cells)
}

// Name is the path of a column in one: phones.list.element.
func (c *Column) Name() string { return strings.Join(c.Path, ".") }

// Columns returns the columns, which the caller does not change.
func (f *File) Columns() []Column { return f.columns }

// Rows returns the count of rows.
func (f *File) Rows() int64 { return f.meta.rows }

// Next reads a row: put takes its values by column, bad what is wrong with one, which put
// takes as well. It returns io.EOF after the last row; other errors end the reading.
func (f *File) Next(put func(column int, value string) error, bad func(column int, err error)) error {
	for f.of == nil || f.row == f.meta.groups[f.group].rows {
		if err := f.turn(); err != nil {
			return err
		}
	}
	f.row++
	for i, v := range f.of {
		if err := v.next(func(text string) error { return put(i, text) }, func(err error) { bad(i, err) }); err != nil {
			return err
		}
	}
	return nil
}

// turn ends a row group and begins the next.
func (f *File) turn() error {
	if f.of != nil {
		for _, v := range f.of {
			if _, _, err := v.peek(); !errors.Is(err, io.EOF) {
				return fmt.Errorf("column %s has more rows than its row group", v.column.Name())
			}
		}
		f.group++
	}
	f.of, f.row, f.held = nil, 0, 0
	if f.group >= len(f.meta.groups) {
		return io.EOF
	}
	for i, c := range f.meta.groups[f.group].chunks {
		v, err := f.values(&f.columns[i], c)
		if err != nil {
			return err
		}
		f.of = append(f.of, v)
	}
	if f.of == nil { // no columns, hence no rows that say anything
		return io.EOF
	}
	return nil
}
