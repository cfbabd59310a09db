package reader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// delimited reads CSV and its relatives.
type delimited struct {
	where   string
	limits  Limits
	charset *charset
	utf16   *utf16Reader // nil: the window holds the file's own bytes
	stream  *stream
	w       *window
	split   splitter
	header  header
	line    int    // at the window's start, from 1
	scratch []byte // a row decoded
	raw     []byte // a row of UTF-16
}

func isEnd(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, errLong) }

func (r *Reader) openDelimited(m *member, s *stream, t *text, found *Detected) (source, error) {
	d := &delimited{where: m.where, limits: r.options.Limits, charset: t.charset, stream: s, line: 1}
	var in io.Reader = s
	if t.charset.order != nil {
		d.utf16 = newUTF16Reader(s, t.charset.order)
		in = d.utf16
	}
	d.w = newWindow(in, d.limits.row())
	d.split.delimiter, d.split.quote = r.dialect(found.Format, t)
	for range r.above(d.split.delimiter, d.split.quote, t) {
		n, _, err := d.w.line(0)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, d.fail(err)
		}
		d.pass(n, 1)
	}
	if err := d.readHeader(r.options.NoHeader); err != nil {
		return nil, err
	}
	if found.Format == "" {
		if found.Format = CSV; d.split.delimiter == '\t' {
			found.Format = TSV
		}
	}
	found.Delimiter, found.Quote, found.Header = rune(d.split.delimiter), rune(d.split.quote), d.header.row
	return d, nil
}

// pass goes on by lines lines of n bytes.
func (d *delimited) pass(n, lines int) {
	d.w.pass(n)
	d.line += lines
}

// fail places an error that ends the file.
func (d *delimited) fail(err error) error {
	switch {
	case errors.Is(err, io.EOF):
		return err
	case errors.Is(err, errLong):
		return overLimit(fmt.Sprintf("%s:%d", d.where, d.line), "cell", d.limits.Cell, "a line of over %d bytes", d.limits.row())
	}
	return fmt.Errorf("%s:%d: %w", d.where, d.line, err)
}

// record goes to the next record that is not blank, without passing it.
func (d *delimited) record() (n int, fault string, err error) {
	for {
		n, fault, err = d.split.record(d.w)
		if err != nil {
			return 0, "", d.fail(err)
		}
		if d.split.body > 0 || d.split.lines > 1 {
			return n, fault, nil
		}
		d.pass(n, 1)
	}
}

// readHeader reads the header row. Without one it reads the first row for the count of
// fields, and leaves it to be read again.
func (d *delimited) readHeader(none bool) error {
	n, fault, err := d.record()
	if errors.Is(err, io.EOF) {
		return malformed(d.where, "it holds no rows")
	}
	if err != nil {
		return err
	}
	first := make([]string, len(d.split.fields))
	var cells []Cell
	if fault == "" {
		cells, _, fault = d.decode(d.w.bytes(n), nil)
	}
	if fault != "" {
		return malformed(fmt.Sprintf("%s:%d", d.where, d.line), "the header cannot be read: %s", fault)
	}
	if l := d.limits.Columns; len(cells) > l {
		return overLimit(fmt.Sprintf("%s:%d", d.where, d.line), "columns", l, "%d columns", len(cells))
	}
	for i, c := range cells {
		first[i] = c.Value
	}
	if none {
		d.header = numbered(first)
		d.w.again()
		return nil
	}
	d.header = newHeader(first, d.line)
	d.pass(n, d.split.lines)
	return nil
}

func (d *delimited) columns() []string { return d.header.names }

func (d *delimited) progress() (done, whole int64) { return *d.stream.done, d.stream.whole }

func (d *delimited) next(row *Row) error {
	n, fault, err := d.record()
	if err != nil {
		return err
	}
	raw := d.w.bytes(n)
	row.Place.Row = d.line
	if fault != "" {
		bad := &RowError{Place: row.Place, Reason: fault, Raw: bytes.Clone(d.original(raw))}
		d.pass(n, 1)
		return bad
	}
	column := -1
	if fault = d.fit(raw); fault == "" {
		row.Cells, column, fault = d.decode(raw, row.Cells)
	}
	if fault == "" && d.header.repeats(row.Cells) {
		fault = repeatedHeader
	}
	if fault != "" {
		bad := &RowError{Place: row.Place, Reason: fault, Raw: bytes.Clone(d.original(raw))}
		if column >= 0 && column < len(d.header.names) {
			bad.Column = d.header.names[column]
		}
		d.pass(n, d.split.lines)
		return bad
	}
	if err := d.large(row); err != nil {
		return err
	}
	row.Raw = d.original(raw)
	d.pass(n, d.split.lines)
	return nil
}

// fit drops empty fields beyond the header's, and says what else is ragged.
func (d *delimited) fit(raw []byte) string {
	f := d.split.fields
	if len(f) == len(d.header.names) {
		return ""
	}
	keep := len(f)
	for keep > len(d.header.names) && f[keep-1].from == f[keep-1].to {
		keep--
	}
	if keep > len(d.header.names) || keep < d.header.need {
		// NUL is the better answer where UTF-16 or a damaged disc made the row.
		if bytes.IndexByte(raw, 0) >= 0 {
			return nulByte
		}
		return d.header.ragged(len(f))
	}
	d.split.fields = f[:keep]
	return ""
}

// large checks the sizes of a row's values.
func (d *delimited) large(row *Row) error {
	if d.split.body <= d.limits.Cell/3 { // a byte becomes three at most
		return nil
	}
	for i, c := range row.Cells {
		if len(c.Value) > d.limits.Cell {
			return overLimit(fmt.Sprintf("%s:%d", d.where, row.Place.Row), "cell", d.limits.Cell, "%s has %d bytes", d.header.names[i], len(c.Value))
		}
	}
	return nil
}

func (d *delimited) original(raw []byte) []byte {
	if d.utf16 == nil {
		return raw
	}
	d.raw = d.utf16.utf16Bytes(d.raw[:0], raw)
	return d.raw
}

const nulByte = "it holds a NUL byte"

// decode makes cells of the fields of the record that raw holds, appended to cells.
// A fault is what is wrong with them, in the column it names.
func (d *delimited) decode(raw []byte, cells []Cell) (out []Cell, column int, fault string) {
	if d.charset.page != nil {
		return d.decodePage(raw, cells)
	}
	if bytes.IndexByte(raw, 0) >= 0 || !utf8.Valid(raw) {
		column, fault = d.invalid(raw)
		return cells, column, fault
	}
	whole := string(raw) // the one allocation of a plain row
	for _, f := range d.split.fields {
		value := whole[f.from:f.to]
		if f.doubled {
			q := string(rune(d.split.quote))
			value = strings.ReplaceAll(value, q+q, q)
		}
		cells = append(cells, Cell{Value: value})
	}
	return cells, -1, ""
}

// decodePage is decode for a code page.
func (d *delimited) decodePage(raw []byte, cells []Cell) (out []Cell, column int, fault string) {
	d.scratch = d.scratch[:0]
	fields := d.split.fields
	for k := range fields {
		f := &fields[k]
		from := len(d.scratch)
		for i := f.from; i < f.to; i++ {
			b := raw[i]
			if b < utf8.RuneSelf && b != 0 {
				d.scratch = append(d.scratch, b)
				if b == d.split.quote && f.doubled {
					i++
				}
				continue
			}
			c := d.charset.page[b]
			if c == utf8.RuneError || b == 0 {
				return cells, k, d.badByte(b)
			}
			d.scratch = utf8.AppendRune(d.scratch, c)
		}
		f.from, f.to = from, len(d.scratch)
	}
	whole := string(d.scratch)
	for _, f := range fields {
		cells = append(cells, Cell{Value: whole[f.from:f.to]})
	}
	return cells, -1, ""
}

// invalid finds what is not text in a record of UTF-8.
func (d *delimited) invalid(raw []byte) (column int, fault string) {
	for k, f := range d.split.fields {
		for i := f.from; i < f.to; {
			c, n := utf8.DecodeRune(raw[i:f.to])
			if c == utf8.RuneError && n == 1 || c == 0 {
				return k, d.badByte(raw[i])
			}
			i += n
		}
	}
	return -1, d.badByte(0)
}

func (d *delimited) badByte(b byte) string {
	switch {
	case b == 0:
		return nulByte
	case d.utf16 != nil:
		return "half a character of " + d.charset.name
	}
	return fmt.Sprintf("byte %#02x is no text in %s; is the encoding another?", b, d.charset.name)
}
