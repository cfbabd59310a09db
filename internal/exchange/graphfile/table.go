package graphfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"skein/internal/ingest/reader"
	"skein/internal/normalize"
)

// Header says whether the first row of a table names its columns.
type Header int

// What the first row is. By default it is data where its values are numbers or days, or come
// again below, and the header where its words say so.
const (
	GuessHeader Header = iota
	WithHeader
	WithoutHeader
)

// TableOptions say how a table is read as a graph. Columns are named as the header names
// them, or 1, 2, … where there is none; those that are not named are found.
type TableOptions struct {
	Reader           reader.Options
	Header           Header
	From, To, Weight string
	Layer, Time      string
	Directed         bool
	Layers           []string // that count; nil: all
	Since, Until     string   // days as Day returns them; "": without bound
	Progress         func(share float64)
}

// columnsNamed reports whether columns of an edge list are named.
func (o *TableOptions) columnsNamed() bool {
	return o.From+o.To+o.Weight+o.Layer+o.Time != ""
}

// ReadTable reads a table as a graph: an edge list, an adjacency matrix, or FollowTheMoney
// entities. Rows that cannot be read are in File.Bad and cost themselves only.
func ReadTable(ctx context.Context, name string, src io.ReaderAt, size int64, o TableOptions) (*File, error) {
	if err := foreign(name, src, size); err != nil {
		return nil, err
	}
	if o.Layer+o.Time == "" && o.Reader == (reader.Options{}) {
		if f, err := readNumbers(ctx, src, size, &o); f != nil || err != nil {
			return f, err
		}
	}
	if o.Reader.SkipRows == 0 {
		o.Reader.SkipRows = remarks(src, size)
	}
	f, again, err := readRows(ctx, name, src, size, &o)
	if again {
		o.Header = WithoutHeader
		f, _, err = readRows(ctx, name, src, size, &o)
	}
	if err == nil && f.Graph.Len() == 0 {
		err = fmt.Errorf("%s holds no edges", name)
		if len(f.Bad) > 0 {
			err = fmt.Errorf("%w; %s could not be read, the first: %w", err, count(len(f.Bad), "row"), f.Bad[0])
		}
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// table is a table being read.
type table struct {
	name   string
	ctx    context.Context
	r      *reader.Reader
	size   int64
	o      *TableOptions
	bad    []*reader.RowError
	rows   int
	bare   bool
	sample []row // read ahead
	ended  bool
}

type row struct {
	cells []string
	raw   []byte // of an entity
	at    reader.Place
}

// readRows reads any table row by row. Again says that the first row turned out to be data.
func readRows(ctx context.Context, name string, src io.ReaderAt, size int64, o *TableOptions) (f *File, again bool, err error) {
	ro := o.Reader
	ro.NoHeader = ro.NoHeader || o.Header == WithoutHeader
	r, err := reader.Open(name, src, size, ro)
	if err != nil {
		return nil, false, err
	}
	t := &table{name: name, ctx: ctx, r: r, size: size, o: o, bare: ro.NoHeader}
	if err := t.readAhead(); err != nil {
		return nil, false, err
	}
	switch format := r.Detected().Format; {
	case format == reader.FtM:
		f, err = t.entities()
	case format != reader.CSV && format != reader.TSV && format != reader.XLSX: // columns have names of their own
		f, _, err = t.edges(false)
	default:
		f, again, err = t.edges(o.Header == GuessHeader && !t.bare)
	}
	if f != nil {
		f.Bad = t.bad
	}
	return f, again, err
}

// Sizes of reading.
const (
	sampleRows  = 1000    // by which columns are found, …
	sampleCells = 1 << 20 // … or fewer, of a wide table
	askRows     = 4096    // after which a reading looks whether it goes on
)

// readAhead reads the sample.
func (t *table) readAhead() error {
	for len(t.sample) < sampleRows && len(t.sample)*len(t.r.Columns()) < sampleCells && !t.ended {
		if err := t.next(func(r row) error {
			r.raw = bytes.Clone(r.raw)
			t.sample = append(t.sample, r)
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// each calls f for all rows, those of the sample first.
func (t *table) each(f func(row) error) error {
	for _, r := range t.sample {
		if err := f(r); err != nil {
			return err
		}
	}
	for !t.ended {
		if err := t.next(f); err != nil {
			return err
		}
	}
	return nil
}

// next reads a row and calls f for it, if it is a good one.
func (t *table) next(f func(row) error) error {
	if t.rows++; t.rows%max(1, askRows/max(1, len(t.r.Columns()))) == 0 {
		if err := t.ctx.Err(); err != nil {
			return err
		}
		if t.o.Progress != nil && t.size > 0 {
			t.o.Progress(float64(t.r.BytesRead()) / float64(t.size))
		}
	}
	got, err := t.r.Next()
	var broken *reader.RowError
	switch {
	case errors.Is(err, io.EOF):
		t.ended = true
		return nil
	case errors.As(err, &broken):
		t.bad = append(t.bad, broken)
		return nil
	case err != nil:
		return err
	}
	cells := make([]string, max(len(t.r.Columns()), len(got.Cells)))
	for i, c := range got.Cells {
		cells[i] = strings.TrimSpace(c.Value)
	}
	return f(row{cells, got.Raw, got.Place})
}

// edges reads an edge list or a matrix. Where it is to be found out whether the first row is
// a header, again says that it is data.
func (t *table) edges(guess bool) (f *File, again bool, err error) {
	columns := slices.Clone(t.r.Columns())
	cells := make([][]string, len(t.sample))
	for i, r := range t.sample {
		cells[i] = r.cells
	}
	if guess && len(columns) > 1 && allOf(columns, isNumber) {
		return nil, true, nil // also of a matrix without names
	}
	if f, err := t.matrix(columns, cells); f != nil || err != nil {
		return f, false, err
	}
	e, err := t.o.choose(columns, cells, t.bare)
	if guess {
		c := chooser{columns: columns, sample: cells, given: ends{-1, -1, -1}}
		c.meanings()
		if from, to, ok := c.byHeaders(); ok && !t.comesAgain(columns, ends{from, to, -1}) || t.o.columnsNamed() && err == nil {
			guess = false
		}
	}
	if guess && (err == nil && t.isData(columns, e) || err != nil && !t.o.columnsNamed() && t.isBare(columns, cells)) {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, err
	}
	l, err := newEdgeList(t, columns, e)
	if err != nil {
		return nil, false, err
	}
	if err := t.each(l.add); err != nil {
		return nil, false, err
	}
	if guess && l.knows(columns[e.from], columns[e.to]) {
		return nil, true, nil
	}
	f, err = l.file()
	return f, false, err
}

// matrix reads an adjacency matrix; nil for another table. Where the sample is one as far as
// it goes, the table is, and a later row that does not fit is an error.
func (t *table) matrix(columns []string, sample [][]string) (*File, error) {
	if len(sample) == 0 || t.o.columnsNamed() || t.o.Layers != nil {
		return nil, nil
	}
	m := matrixOf(columns, sample[0], t.bare)
	if m == nil {
		return nil, nil
	}
	if !m.labelled && !t.bare && !isSeries(columns) {
		c := chooser{columns: columns, sample: sample, given: ends{-1, -1, -1}}
		c.meanings()
		if _, _, ok := c.byHeaders(); ok {
			return nil, nil
		}
	}
	for _, r := range t.sample {
		if !m.add(r.cells, r.at.Row) {
			return nil, nil
		}
	}
	certain := !t.ended
	for !t.ended {
		if err := t.next(func(r row) error {
			if m.add(r.cells, r.at.Row) {
				return nil
			}
			return fmt.Errorf("%s, row %d: this is an adjacency matrix of %s, and the row does not fit it", t.name, r.at.Row, count(len(m.names), "node"))
		}); err != nil {
			return nil, err
		}
	}
	f, err := m.file(t.o.Directed)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s, %w", t.name, err)
	case f == nil && certain:
		return nil, fmt.Errorf("%s: this is an adjacency matrix of %s, and it has %s", t.name, count(len(m.names), "node"), count(m.next, "row"))
	}
	return f, nil
}

// isBare reports whether the first row, of which no header says what it is, is data: all values,
// or its ends are, where it is taken for a row.
func (t *table) isBare(columns []string, sample [][]string) bool {
	if allOf(columns, isValue) {
		return true
	}
	e, err := t.o.choose(numbered(len(columns)), append(slices.Clone(sample), columns), true)
	return err == nil && t.isData(columns, e)
}

// numbered names n columns after their places.
func numbered(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = strconv.Itoa(i + 1)
	}
	return out
}

// isData reports whether the first row is no header: its ends are values such as numbers,
// days and phones, or the sample has them again.
func (t *table) isData(columns []string, e ends) bool {
	return isValue(columns[e.from]) && isValue(columns[e.to]) || t.comesAgain(columns, e)
}

// comesAgain reports whether the sample has the name of one of two columns for a value in
// either.
func (t *table) comesAgain(columns []string, e ends) bool {
	from, to := normalize.Visible(columns[e.from]), normalize.Visible(columns[e.to])
	for _, r := range t.sample {
		for _, i := range [...]int{e.from, e.to} {
			if i < len(r.cells) {
				if v := normalize.Visible(r.cells[i]); v == from || v == to {
					return true
				}
			}
		}
	}
	return false
}

// isValue reports whether a text is a value rather than the name of a column: a number, a
// day, or mostly digits, as phones are.
func isValue(text string) bool {
	digits, others := 0, 0
	for _, r := range normalize.Digits(text) {
		if r >= '0' && r <= '9' {
			digits++
		} else {
			others++
		}
	}
	return digits > others || isDay(text)
}

func allOf(texts []string, is func(string) bool) bool {
	return !slices.ContainsFunc(texts, func(s string) bool { return !is(s) })
}

// remarks returns how many lines at the start of a text are remarks, which begin with # or %,
// and no header: the last before the rows is one if it has as many fields as they.
func remarks(src io.ReaderAt, size int64) int {
	head := make([]byte, min(headBytes, size))
	n, err := src.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) || n == 0 {
		return 0
	}
	p, _ := preambleOf(head[:n])
	return p.skip
}
