package reader

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"skein/internal/ingest/parquet"
)

// table reads the rows of a Parquet file.
type table struct {
	where   string
	file    *parquet.File
	header  header
	numbers []bool // by column: of values
	row     int
	text    int64 // bytes of values so far
	budget  *parquetBudget
	out     bytes.Buffer
	limits  Limits
}

// parquetBudget holds what a file unpacks to against the limits.
type parquetBudget struct {
	*budget
	where string
}

func (b *parquetBudget) Unpack(unpacked, packed int64) error {
	b.n += unpacked
	return b.check(b.where, b.n, unpacked, packed)
}

func (b *parquetBudget) Cells(n int64) error {
	if n <= graceCells || n <= b.ratio(b.size) {
		return nil
	}
	return overLimit(b.where, "ratio", b.limits.Ratio, "%d cells in %d bytes", n, b.size)
}

func (b *parquetBudget) Memory(n int64) error {
	return fmt.Errorf("%s: %w: pages that together take more than %d bytes of memory; write smaller row groups or pages", b.where, ErrLimit, n)
}

func (r *Reader) openParquet(m *member) (source, error) {
	if m.at == nil {
		return nil, malformed(m.where, "a packed Parquet file cannot be read; unpack it")
	}
	b := &parquetBudget{newBudget(r.options.Limits, m.size), m.where}
	f, err := parquet.Open(m.at, m.size, b)
	if err != nil {
		return nil, damaged(m.where, err)
	}
	t := &table{where: m.where, file: f, budget: b, limits: r.options.Limits}
	if l := t.limits.Rows; f.Rows() > int64(l) {
		return nil, overLimit(m.where, "rows", l, "%d rows", f.Rows())
	}
	columns := f.Columns()
	if l := t.limits.Columns; len(columns) > l {
		return nil, overLimit(m.where, "columns", l, "%d columns", len(columns))
	}
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = strings.ToValidUTF8(columns[i].Name(), "�")
		t.numbers = append(t.numbers, columns[i].Number)
	}
	t.header = newHeader(names, 0)
	return t, nil
}

// damaged is a limit's own error, or else says that a Parquet file is damaged or not read.
func damaged(where string, err error) error {
	if errors.Is(err, ErrLimit) {
		return err
	}
	return malformed(where, "the Parquet file cannot be read: %w", err)
}

func (t *table) columns() []string             { return t.header.names }
func (t *table) progress() (done, whole int64) { return int64(t.row), t.file.Rows() }

func (t *table) next(row *Row) error {
	for range t.header.names {
		row.Cells = append(row.Cells, Cell{})
	}
	size := 0
	column, reason := -1, ""
	note := func(i int, why string) {
		if column < 0 {
			column, reason = i, why
		}
	}
	err := t.file.Next(func(i int, value string) error {
		const header = 16
		if size += len(value) + header; size > t.limits.row() {
			return overLimit(placed(t.where, t.row+1), "cell", t.limits.Cell, "a row of over %d bytes", t.limits.row())
		}
		if len(value) > t.limits.Cell {
			note(i, fmt.Sprintf("the value is over %d bytes", t.limits.Cell))
		}
		if t.numbers[i] {
			value = unmistakable(value)
		}
		switch c := &row.Cells[i]; {
		case value == "":
		case c.Value == "":
			c.Value = value
		default:
			c.More = append(c.More, value)
		}
		return nil
	}, func(i int, err error) { note(i, err.Error()) })
	if errors.Is(err, io.EOF) {
		return err
	}
	if err != nil {
		return damaged(placed(t.where, t.row+1), err)
	}
	t.row++
	t.text += int64(size)
	if err := t.budget.check(t.where, t.text, t.text, t.budget.size); err != nil {
		return err
	}
	row.Place.Row = t.row
	row.Raw = t.raw(row.Cells)
	if column >= 0 {
		return &RowError{Place: row.Place, Column: t.header.names[column], Reason: reason, Raw: bytes.Clone(row.Raw)}
	}
	return nil
}

// raw is the cells as a JSON array: a Parquet file has no bytes of a row.
func (t *table) raw(cells []Cell) []byte {
	t.out.Reset()
	e := json.NewEncoder(&t.out)
	e.SetEscapeHTML(false)
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = c.Value
		if len(c.More) > 0 {
			texts[i] = strings.Join(append([]string{c.Value}, c.More...), "; ")
		}
	}
	if e.Encode(texts) != nil {
		return nil
	}
	return bytes.TrimRight(t.out.Bytes(), "\n")
}
