// Package reader turns a contributed file into rows: each with its exact place,
// its cells as text, and its original bytes.
//
// # What is read
//
//   - Delimited text: CSV after RFC 4180 and its common relatives. Delimiters are
//     comma, semicolon, tab and pipe, or any ASCII character that is declared;
//     quotes are " or ', doubled inside a quoted field; line ends are LF, CRLF and CR,
//     also mixed. A quoted field may hold line ends. A quote inside an unquoted field
//     is text.
//   - XLSX (ISO/IEC 29500-1): one sheet, read as a stream. Where none is named it is the
//     first, and each other one that holds rows costs a [RowError]. Cells in a date format
//     give ISO 8601, numbers their shortest exact decimal text (with a zero behind three
//     decimals, since 1.125 would pass for thousands), booleans true or
//     false, error cells what the spreadsheet shows ("#N/A"). Formulas give the value
//     that was saved with them.
//   - Apache Parquet, unpacked: dates and times give ISO 8601, a repeated column several
//     values. A row has no bytes of its own; there they are the cells as a JSON array.
//   - JSON Lines, and a JSON array of objects, in UTF-8 (RFC 8259). Objects are
//     flattened with dots, arrays give several values, numbers keep their literal
//     text (1.125 becomes 1.1250, as above), null and empty strings are no value.
//   - FollowTheMoney entities in the same two shapes. Rows carry the document only.
//
// Each may be packed by gzip, or as one or more members of a zip archive, where a
// workbook counts as a file and any other archive is refused. Members are read in
// the order of their names, which are labels only; members of the same column
// names share columns. A member that is no table costs one [RowError], not the
// archive, unless none is.
//
// # Places and bytes
//
// [Place].Row is the line that an editor shows, or the row that a spreadsheet shows,
// counted from 1; for a record of several lines the first. [Row].Raw holds the bytes
// as they stand in the file, line end included, so that the Raw of all rows and
// row errors, put together, is the body of the file but for blank lines. In JSON it
// is the document without the white space around it. A workbook has no bytes of a
// row; there it is the cells as a JSON array.
//
// # Encodings
//
// Text is UTF-8, UTF-16 or a single-byte code page. UTF-8 and code pages are split on
// the original bytes, each row is decoded by itself; UTF-16 is transcoded as it
// streams and given back in Raw. What is not declared is detected: see [Detected].
//
// # Damage
//
// A bad row is a [RowError] and costs itself only: fields too many or too few, bytes
// that the encoding has not, NUL, text after a closing quote, a quote that is never
// closed (one line), broken JSON (one line), the header once more. A row may lack the fields whose columns
// have no name in the header, and may have more fields than columns if those are
// empty. Damage that leaves no way to go on is [ErrMalformed].
//
// # Limits
//
// All reading is by stream. Memory is bounded by [Limits], whatever the file
// claims: about 20 times Limits.Cell, a workbook's shared strings (1 GiB at most), and
// the whole of a workbook that is packed in an archive (256 MiB at most).
package reader

import (
	"errors"
	"fmt"
	"io"
	"strconv"
)

// Format of a table.
type Format string

// The formats. The zero value asks for detection.
const (
	CSV       Format = "csv"
	TSV       Format = "tsv"
	XLSX      Format = "xlsx"
	Parquet   Format = "parquet"
	JSONLines Format = "jsonl" // one object a line, or an array of objects
	FtM       Format = "ftm"   // FollowTheMoney entities, in the shapes of JSONLines
)

// Options of a reading. The zero value detects all and keeps to [DefaultLimits].
type Options struct {
	Format    Format
	Encoding  string // IANA name, as utf-8, utf-16le, windows-1256; "" detects
	Delimiter rune   // ASCII; 0 detects
	Quote     rune   // ASCII; 0 detects
	NoHeader  bool   // columns are named "1", "2", ..., as many as the first row has
	SkipRows  int    // lines, or spreadsheet rows, before the header, not for JSON; 0 looks for it, [SkipNone] takes the first
	Sheet     string // of a workbook; "" is the first
	Limits    Limits
}

// Place is where in a contribution a row stands.
type Place struct {
	Member string // of a zip archive; "" in any other file
	Sheet  string // of a workbook
	Row    int    // from 1
}

// String returns "calls.csv:17", "book.xlsx!Sheet1:17", "Sheet1:17" or "row 17".
func (p Place) String() string {
	row := strconv.Itoa(p.Row)
	switch {
	case p.Member != "" && p.Sheet != "":
		return p.Member + "!" + p.Sheet + ":" + row
	case p.Member+p.Sheet != "":
		return p.Member + p.Sheet + ":" + row
	}
	return "row " + row
}

// Cell is what stands in one column of a row.
type Cell struct {
	Value string   // "": empty
	More  []string // further values, of JSON arrays
}

// Row is one row. It is valid until the next call of [Reader.Next]; strings stay.
type Row struct {
	Place Place
	Cells []Cell // parallel to Columns, may be shorter; nil for FtM
	Raw   []byte
}

// RowError says that one row is bad; the next can be read.
type RowError struct {
	Place  Place
	Column string // "": the row as a whole
	Reason string
	Raw    []byte // the row's bytes; the caller's to keep
}

func (e *RowError) Error() string {
	if e.Column == "" {
		return e.Place.String() + ": " + e.Reason
	}
	return e.Place.String() + ": " + e.Column + ": " + e.Reason
}

// Detected is what a reading found out or was told, of the member being read.
type Detected struct {
	Format    Format
	Encoding  string
	Sure      float64  // of the encoding, in [0,1]; 1 if declared or marked
	Delimiter rune     // of delimited text
	Quote     rune     // of delimited text
	Header    int      // row of the header; 0: none
	Sheet     string   // of a workbook
	Members   []string // of a zip archive, as they are read
}

// source gives the rows of one member.
type source interface {
	// next fills a row but for Place.Member. Its errors are those of Reader.Next.
	next(*Row) error
	// columns only grow.
	columns() []string
	// progress is the share of the member that was read.
	progress() (done, whole int64)
}

// Reader reads one file. It is used by one goroutine.
type Reader struct {
	name    string
	options Options
	charset *charset // declared; nil: detect
	budget  *budget
	packed  bool // by gzip or in a zip archive
	members []member
	at      int    // the member being read, or to be opened
	source  source // nil: none is open
	found   Detected
	names   []string
	index   map[string]int // of names
	to      []int          // index in names, by index in the source's columns
	moved   bool           // to is not the identity
	row     Row
	spread  []Cell
	rows    int
	cells   int64 // with empty ones

	memberRows int // of the member being read, good and bad

	bad []*RowError // members before the first good one, sheets left out
	err error       // final
}

// Open prepares to read src, which has size bytes. The name stands in messages, and
// tells the kind of file where the content does not. Nothing is kept open: the
// caller closes src when done with the reader. Errors wrap [ErrLimit],
// [ErrMalformed], [ErrOptions] or those of src.
func Open(name string, src io.ReaderAt, size int64, o Options) (_ *Reader, err error) {
	o.Limits = o.Limits.filled()
	r := &Reader{name: name, options: o, index: map[string]int{}}
	defer r.guard(&err)
	if err := r.prepare(src, size); err != nil {
		return nil, err
	}
	for r.source == nil {
		if r.at == len(r.members) {
			return nil, malformed(name, "no member is a table: %v", r.bad[0])
		}
		err := r.open()
		if bad, ok := errors.AsType[*RowError](err); ok {
			r.bad = append(r.bad, bad)
		} else if err != nil {
			return nil, err
		}
	}
	return r, nil
}

// prepare checks the options and lists the members.
func (r *Reader) prepare(src io.ReaderAt, size int64) error {
	if err := r.options.check(); err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	if r.options.Encoding != "" {
		var err error
		if r.charset, err = lookup(r.options.Encoding); err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
	}
	if l := r.options.Limits.Bytes; size > l {
		return overLimit(r.name, "bytes", l, "%d bytes", size)
	}
	r.budget = newBudget(r.options.Limits, size)
	var err error
	r.members, err = r.list(src, size)
	return err
}

// open opens the member at hand. One that is no table, of several, is a *RowError,
// and passed.
func (r *Reader) open() error {
	m := &r.members[r.at]
	src, found, err := r.openMember(m)
	if err != nil {
		if len(r.members) > 1 && errors.Is(err, ErrMalformed) && !errors.Is(err, errNested) {
			r.at++
			return &RowError{Place: Place{Member: m.label, Row: 1}, Reason: "the member is left out: " + err.Error()}
		}
		return err
	}
	r.source, r.found, r.memberRows = src, found, 0
	for i := range r.members {
		if r.members[i].label != "" {
			r.found.Members = append(r.found.Members, r.members[i].label)
		}
	}
	r.to, r.moved = r.to[:0], false
	return r.adopt()
}

// adopt takes in the source's columns that are new.
func (r *Reader) adopt() error {
	for _, name := range r.source.columns()[len(r.to):] {
		i, known := r.index[name]
		if !known {
			if l := r.options.Limits.Columns; len(r.names) == l {
				return overLimit(r.name, "columns", l, "more columns")
			}
			i = len(r.names)
			r.index[name] = i
			r.names = append(r.names, name)
		}
		r.moved = r.moved || i != len(r.to)
		r.to = append(r.to, i)
	}
	return nil
}

// Next returns the next row, or io.EOF after the last. A *[RowError] concerns one row
// or one member only; any other error is final and comes again.
func (r *Reader) Next() (*Row, error) {
	if len(r.bad) > 0 {
		bad := r.bad[0]
		r.bad = r.bad[1:]
		return nil, bad
	}
	if r.err != nil {
		return nil, r.err
	}
	err := r.next()
	if err == nil {
		return &r.row, nil
	}
	if _, ok := errors.AsType[*RowError](err); !ok {
		r.err = err
	}
	return nil, err
}

// guard turns a panic, of this package or of a library, into an error: a file that nobody
// thought of costs itself and not the program. Nothing read here starts goroutines, in which a
// panic could not be caught.
func (r *Reader) guard(err *error) {
	if p := recover(); p != nil {
		*err = malformed(r.name, "its reader failed: %v", p)
	}
}

func (r *Reader) next() (err error) {
	defer r.guard(&err)
	for {
		if r.source == nil {
			if r.at == len(r.members) {
				return io.EOF
			}
			if err := r.open(); err != nil {
				return err
			}
		}
		r.row = Row{Cells: r.row.Cells[:0]}
		err := r.source.next(&r.row)
		if errors.Is(err, io.EOF) {
			empty := r.emptyMember()
			r.source = nil
			r.at++
			if empty != nil {
				return empty
			}
			continue
		}
		r.memberRows++
		return r.finish(err)
	}
}

// emptyMember returns what there is to report of a member of several that came to its end:
// one of a header and no rows may have lost its rows, or its first row was taken for a header.
// A file of one table without rows is reported by whoever reads it.
func (r *Reader) emptyMember() error {
	if r.memberRows > 0 || len(r.members) < 2 {
		return nil
	}
	return &RowError{
		Place:  Place{Member: r.members[r.at].label, Row: max(r.found.Header, 1)},
		Reason: "the member holds no rows below its header",
	}
}

// finish completes a row, or what is wrong with it.
func (r *Reader) finish(err error) error {
	label := r.members[r.at].label
	bad, isBad := errors.AsType[*RowError](err)
	if err != nil && !isBad {
		return err
	}
	r.rows++
	if l := r.options.Limits.Rows; r.rows > l {
		return overLimit(r.name, "rows", l, "more rows")
	}
	if r.packed && r.rows > graceRows && float64(r.rows) > rowsPerByte*r.options.Limits.Ratio*float64(r.budget.size) {
		return overLimit(r.name, "ratio", r.options.Limits.Ratio, "over %d rows in %d packed bytes", r.rows-1, r.budget.size)
	}
	if isBad {
		bad.Place.Member = label
		return bad
	}
	if _, counted := r.source.(*table); !counted { // Parquet's are counted before they are read
		r.cells += int64(len(r.names))
		if err := r.budget.wide(r.name, r.cells); err != nil {
			return err
		}
	}
	r.row.Place.Member = label
	if err := r.adopt(); err != nil {
		return err
	}
	if r.moved {
		r.move()
	}
	return nil
}

// move puts the cells of a later member under the columns of the whole.
func (r *Reader) move() {
	clear(r.spread)
	r.spread = append(r.spread[:0], make([]Cell, len(r.names))...)
	for i, c := range r.row.Cells {
		r.spread[r.to[i]] = c
	}
	r.row.Cells, r.spread = r.spread, r.row.Cells
}

// Columns returns the names of the columns. It only grows: for JSON as new keys come,
// for archives as members bring other columns. The caller does not change it.
func (r *Reader) Columns() []string { return r.names }

// MemberColumns returns the names of the columns that the member being read has. The
// caller does not change it.
func (r *Reader) MemberColumns() []string {
	if r.source == nil {
		return nil
	}
	return r.source.columns()
}

// Detected returns what is known of the member being read.
func (r *Reader) Detected() Detected { return r.found }

// BytesRead returns about how much of src was read, for a progress bar.
func (r *Reader) BytesRead() int64 {
	if r.at == len(r.members) {
		return r.budget.size
	}
	m := &r.members[r.at]
	if r.source == nil {
		return m.base
	}
	done, whole := r.source.progress()
	if whole <= 0 {
		return m.base
	}
	return m.base + int64(float64(m.span)*min(1, float64(done)/float64(whole)))
}
