package reader

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// table reads the rows of a Parquet file.
type table struct {
	where  string
	names  []string
	text   []func(parquet.Value) string
	rows   parquet.Rows
	buffer [64]parquet.Row
	ahead  []parquet.Row // read, and not yet given
	row    int
	whole  int64
	out    bytes.Buffer
	limits Limits
}

func (r *Reader) openParquet(m *member) (source, error) {
	if m.at == nil {
		return nil, malformed(m.where, "a packed Parquet file cannot be read; unpack it")
	}
	f, err := parquet.OpenFile(m.at, m.size)
	if err != nil {
		return nil, malformed(m.where, "it is no whole Parquet file: %w", err)
	}
	if f.NumRows() > int64(r.options.Limits.Rows) {
		return nil, fmt.Errorf("%s: %w: %d rows", m.where, ErrLimit, f.NumRows())
	}
	t := &table{where: m.where, whole: f.NumRows(), limits: r.options.Limits}
	for _, path := range f.Schema().Columns() {
		leaf, _ := f.Schema().Lookup(path...)
		t.names = append(t.names, strings.Join(path, "."))
		t.text = append(t.text, parquetText(leaf.Node.Type()))
	}
	if len(t.names) > t.limits.Columns {
		return nil, fmt.Errorf("%s: %w: %d columns", m.where, ErrLimit, len(t.names))
	}
	t.rows = parquet.MultiRowGroup(f.RowGroups()...).Rows()
	return t, nil
}

func (t *table) columns() []string             { return t.names }
func (t *table) progress() (done, whole int64) { return int64(t.row), t.whole }

func (t *table) next(row *Row) error {
	if len(t.ahead) == 0 {
		for i := range t.buffer {
			t.buffer[i] = t.buffer[i][:0]
		}
		n, err := t.rows.ReadRows(t.buffer[:])
		if n == 0 {
			if err == nil || errors.Is(err, io.EOF) {
				return io.EOF
			}
			return malformed(fmt.Sprintf("%s:%d", t.where, t.row+1), "the Parquet file is damaged: %w", err)
		}
		t.ahead = t.buffer[:n]
	}
	t.row++
	row.Place.Row = t.row
	for range t.names {
		row.Cells = append(row.Cells, Cell{})
	}
	long := ""
	for _, v := range t.ahead[0] {
		if v.IsNull() {
			continue
		}
		c := &row.Cells[len(row.Cells)-len(t.names)+v.Column()]
		text := t.text[v.Column()](v)
		if len(text) > t.limits.Cell {
			long = t.names[v.Column()]
		}
		if c.Value == "" {
			c.Value = text
		} else {
			c.More = append(c.More, text)
		}
	}
	t.ahead = t.ahead[1:]
	row.Raw = t.raw(row.Cells)
	if long != "" {
		return &RowError{Place: row.Place, Column: long, Reason: "the value is over " + strconv.Itoa(t.limits.Cell) + " bytes", Raw: bytes.Clone(row.Raw)}
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
		texts[i] = strings.Join(append([]string{c.Value}, c.More...), "; ")
	}
	if e.Encode(texts) != nil {
		return nil
	}
	return bytes.TrimRight(t.out.Bytes(), "\n")
}

// parquetText returns how values of a type are written: dates and times as ISO 8601.
func parquetText(t parquet.Type) func(parquet.Value) string {
	var logical format.LogicalTypeValue
	if l := t.LogicalType(); l != nil {
		logical = l.Value
	}
	switch of := logical.(type) {
	case *format.DateType:
		return func(v parquet.Value) string {
			return time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly)
		}
	case *format.TimestampType:
		per := int64(1e9) // units a second
		switch of.Unit.Value.(type) {
		case *format.MilliSeconds:
			per = 1e3
		case *format.MicroSeconds:
			per = 1e6
		}
		return func(v parquet.Value) string {
			return time.Unix(v.Int64()/per, v.Int64()%per*(1e9/per)).UTC().Format(time.RFC3339Nano)
		}
	}
	if k := t.Kind(); k == parquet.ByteArray || k == parquet.FixedLenByteArray {
		return func(v parquet.Value) string { return string(v.ByteArray()) }
	}
	return func(v parquet.Value) string { return v.String() }
}
