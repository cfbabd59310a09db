package reader

import (
	"errors"
	"fmt"
	"io"
)

// Limits bound what a file may cost. A zero field takes its default. In a file of
// settings the names are those of the fields in lower case.
type Limits struct {
	Bytes    int64   // of the file. 4 GiB: 25 million rows of 160 bytes
	Unpacked int64   // of all that a file unpacks to, together. 16 GiB
	Ratio    float64 // unpacked to packed, of what unpacks to over 16 MiB; rows of packed files follow it. 200; real tables reach 5 to 60
	Rows     int     // of all members together, bad ones included. 50,000,000
	Columns  int     // 16,384, as in a spreadsheet
	Cell     int     // bytes of one value; a row may have 16 times as many. 1 MiB
	Members  int     // of an archive or a workbook. 1,000
}

// DefaultLimits returns what zero fields of [Limits] stand for.
func DefaultLimits() Limits {
	return Limits{
		Bytes: 4 << 30, Unpacked: 16 << 30, Ratio: 200,
		Rows: 50_000_000, Columns: 16_384, Cell: 1 << 20, Members: 1_000,
	}
}

func (l Limits) filled() Limits {
	d := DefaultLimits()
	fill(&l.Bytes, d.Bytes)
	fill(&l.Unpacked, d.Unpacked)
	fill(&l.Ratio, d.Ratio)
	fill(&l.Rows, d.Rows)
	fill(&l.Columns, d.Columns)
	fill(&l.Cell, d.Cell)
	fill(&l.Members, d.Members)
	return l
}

func fill[N int | int64 | float64](n *N, to N) {
	if *n <= 0 {
		*n = to
	}
}

// row is how many bytes a row, or another thing read at once, may have.
func (l Limits) row() int {
	const cells = 16
	if l.Cell > 1<<26 { // keeps the product far from overflow
		return max(l.Cell, 1<<30)
	}
	return cells * l.Cell
}

var (
	// ErrLimit says that a file is over one of the Limits.
	ErrLimit = errors.New("over a limit")
	// ErrMalformed says that a file is not what it should be, and cannot be read on.
	ErrMalformed = errors.New("malformed")
	// ErrOptions says that the options of a reading make no sense.
	ErrOptions = errors.New("no such way to read")

	// errNested goes with ErrMalformed: it is final even in one member of several.
	errNested = errors.New("an archive within an archive is not read")
)

// overLimit returns an ErrLimit: where, what was found, and the limit to raise.
func overLimit(where, field string, limit any, format string, a ...any) error {
	return fmt.Errorf("%s: %w: %s, the limit is %v; raise %q under limits if you trust the file",
		where, ErrLimit, fmt.Sprintf(format, a...), limit, field)
}

// malformed returns an ErrMalformed. It never is an io.EOF, which would pass for the
// end of a sound file.
func malformed(where, format string, a ...any) error {
	what := fmt.Errorf(format, a...)
	if errors.Is(what, io.EOF) {
		what = errors.New(what.Error())
	}
	return fmt.Errorf("%s: %w: %w", where, ErrMalformed, what)
}

// graceBytes may be unpacked at any ratio: small files of equal rows are no bombs.
const graceBytes = 16 << 20

// Rows that are all alike pack so well that the bytes they unpack to bound them badly. Of a
// packed file as many rows are read as it has bytes, at the usual ratio of 200; real tables
// have one in 5 to 50 bytes. So many may come of any file.
const (
	graceRows   = 1 << 19
	rowsPerByte = 1.0 / 200 // times the ratio
)

// Rows of JSON and spreadsheets need not have all columns. A table of thousands, of which each
// row has few, costs many times its size where columns are gone through, so that cells,
// empty ones included, are bounded by the bytes read.
const (
	graceCells   = 16 << 20
	cellsPerByte = 1.0 / 10 // times the ratio
)

// wide checks the cells of all rows so far.
func (b *budget) wide(where string, cells int64) error {
	if cells <= graceCells || float64(cells) <= cellsPerByte*b.limits.Ratio*float64(max(b.size, b.n)) {
		return nil
	}
	return overLimit(where, "ratio", b.limits.Ratio, "%d cells, most of them empty, in %d bytes", cells, max(b.size, b.n))
}

// budget is what may yet be unpacked from one file.
type budget struct {
	limits Limits
	size   int64 // of the file
	n      int64 // unpacked so far
}

func newBudget(l Limits, size int64) *budget { return &budget{limits: l, size: size} }

// ratio returns how much may come of so many packed bytes.
func (b *budget) ratio(packed int64) int64 {
	most := b.limits.Ratio * float64(packed)
	if most > float64(b.limits.Unpacked) {
		return b.limits.Unpacked // the other check is the tighter one
	}
	return max(graceBytes, int64(most))
}

// check judges a total of unpacked bytes, and of those n from packed ones.
func (b *budget) check(where string, total, n, packed int64) error {
	switch {
	case total > b.limits.Unpacked:
		return overLimit(where, "unpacked", b.limits.Unpacked, "it unpacks to over %d bytes", b.limits.Unpacked)
	case n > b.ratio(packed), total > b.ratio(b.size):
		return overLimit(where, "ratio", b.limits.Ratio, "it unpacks to over %v times its size", b.limits.Ratio)
	}
	return nil
}

// meter reads unpacked bytes against a budget.
type meter struct {
	r      io.Reader
	b      *budget
	where  string
	packed int64
	n      int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	m.b.n += int64(n)
	if over := m.b.check(m.where, m.b.n, m.n, m.packed); over != nil {
		return 0, over
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, malformed(m.where, "cannot be unpacked after %d bytes: %w", m.n, err)
	}
	return n, err
}

// counter counts what is read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// leash stops a decoder that reads on and on for one token. The decoder's user
// calls slack after each token.
type leash struct {
	r     io.Reader
	most  int
	since int
	err   error
}

func (l *leash) slack() { l.since = 0 }

func (l *leash) Read(p []byte) (int, error) {
	if l.since > l.most {
		return 0, l.err
	}
	n, err := l.r.Read(p)
	l.since += n
	return n, err
}
