package reader

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// sheet reads the rows of one worksheet.
type sheet struct {
	book   *book
	sheet  string
	p      *part
	header header
	limits Limits
	merges *merges
	line          // the row at hand
	last   int    // row that was read
	ahead  []line // read to find the header, not yet given
	end    error  // that comes after those
	out    bytes.Buffer
}

// line is one row of a sheet that is not blank.
type line struct {
	row   int
	cells []string // as they are stored, without empty ones at the end
	fault string
	at    int // column of the fault
}

func (b *book) openSheet(ref sheetRef) (*sheet, error) {
	s := &sheet{book: b, sheet: ref.name, limits: b.r.options.Limits}
	var err error
	if s.merges, err = b.mergesOf(ref); err != nil {
		return nil, err
	}
	if s.p, err = b.part(ref.part); err != nil {
		return nil, err
	}
	if err := s.lookAhead(); err != nil {
		return nil, err
	}
	at := 0
	if o := b.r.options; !o.NoHeader && o.SkipRows == 0 {
		at = findHeader(s.previews())
	}
	s.found(at)
	return s, s.readHeader()
}

// found drops the rows above the header.
func (s *sheet) found(at int) { s.ahead = s.ahead[at:] }

// lookAhead reads the rows among which the header stands.
func (s *sheet) lookAhead() error {
	size := 0
	for len(s.ahead) < previewRows && size < previewBytes {
		err := s.read()
		if errors.Is(err, io.EOF) && len(s.ahead) == 0 {
			return malformed(s.book.where+"!"+s.sheet, "it holds no rows")
		}
		if err != nil {
			s.end = err
			break
		}
		if s.row > s.book.r.options.SkipRows && (s.fault != "" || len(s.cells) > 0) {
			s.ahead = append(s.ahead, line{s.row, slices.Clone(s.cells), s.fault, s.at})
			for _, c := range s.cells {
				size += len(c) + cellBytes
			}
		}
	}
	if len(s.ahead) == 0 {
		return s.end
	}
	return nil
}

// previews are the rows read ahead as the search for the header sees them: a merged cell
// counts for its columns, unless it is all that its row has.
func (s *sheet) previews() []preview {
	out := make([]preview, len(s.ahead))
	for i, l := range s.ahead {
		p := preview{cells: l.cells, fields: len(l.cells), filled: filled(l.cells)}
		if p.filled > 1 {
			wide := s.merges.widened(l.row, l.cells)
			p.filled, p.fields = filled(wide), len(wide)
		}
		p.gap = i+1 < len(s.ahead) && s.ahead[i+1].row > l.row+1
		out[i] = p
	}
	return out
}

// readHeader makes the header of the rows at hand, and leaves the first to be given where
// there is none.
func (s *sheet) readHeader() error {
	if len(s.ahead) == 0 {
		return s.end
	}
	first := s.ahead[0]
	s.line = first
	switch {
	case first.fault != "":
		return malformed(s.place(), "the header cannot be read: %s", first.fault)
	case s.book.r.options.NoHeader:
		s.header = numbered(first.cells)
	default:
		names := s.merges.widened(first.row, first.cells)
		s.ahead = s.ahead[1:]
		for last := s.merges.below(first.row); len(s.ahead) > 0 && s.ahead[0].row <= last; s.ahead = s.ahead[1:] {
			names = joined(names, s.merges.widened(s.ahead[0].row, s.ahead[0].cells))
		}
		s.header = newHeader(names, first.row)
		s.header.written = first.cells
	}
	s.header.need = 0 // a spreadsheet stores no empty cells
	s.merges.header(s.header.row)
	return nil
}

// joined puts the names of a second row of the header under those of the first.
func joined(above, below []string) []string {
	out := make([]string, max(len(above), len(below)))
	for i := range out {
		a, b := "", ""
		if i < len(above) {
			a = strings.TrimSpace(above[i])
		}
		if i < len(below) {
			b = strings.TrimSpace(below[i])
		}
		if a == b {
			b = ""
		}
		out[i] = strings.TrimSpace(a + " " + b)
	}
	return out
}

func (s *sheet) place() string { return fmt.Sprintf("%s!%s:%d", s.book.where, s.sheet, s.row) }

func (s *sheet) columns() []string { return s.header.names }

func (s *sheet) progress() (done, whole int64) { return *s.p.done, s.p.whole }

func (s *sheet) next(row *Row) error {
	if err := s.advance(); err != nil {
		return err
	}
	cells := s.cells
	if s.book.r.options.NoHeader {
		for n := len(s.header.names); n < len(cells); n++ {
			s.header.names = append(s.header.names, strconv.Itoa(n+1))
		}
	}
	var err error
	if s.cells, err = s.merges.filled(s.row, cells, len(s.header.names)); err != nil {
		return malformed(s.place(), "%w", err)
	}
	row.Place.Sheet, row.Place.Row = s.sheet, s.row
	row.Raw = s.raw()
	reason := s.fault
	if reason == "" {
		reason = s.header.ragged(len(s.cells))
		s.at = len(s.header.names)
	}
	if reason != "" {
		bad := &RowError{Place: row.Place, Reason: reason, Raw: bytes.Clone(row.Raw)}
		if s.at < len(s.header.names) {
			bad.Column = s.header.names[s.at]
		}
		return bad
	}
	for _, c := range s.cells {
		row.Cells = append(row.Cells, Cell{Value: c})
	}
	if s.header.repeats(row.Cells) {
		return &RowError{Place: row.Place, Reason: repeatedHeader, Raw: bytes.Clone(row.Raw)}
	}
	return nil
}

// advance goes to the next row that is not blank.
func (s *sheet) advance() error {
	if len(s.ahead) > 0 {
		s.line, s.ahead = s.ahead[0], s.ahead[1:]
		return nil
	}
	if s.end != nil {
		return s.end
	}
	for {
		if err := s.read(); err != nil {
			return err
		}
		if s.fault != "" || len(s.cells) > 0 {
			return nil
		}
	}
}

// raw is the cells as a JSON array, which strings always are.
func (s *sheet) raw() []byte {
	s.out.Reset()
	e := json.NewEncoder(&s.out)
	e.SetEscapeHTML(false)
	if e.Encode(s.cells) != nil {
		return nil
	}
	return bytes.TrimRight(s.out.Bytes(), "\n")
}

// read reads the next row element into cells, without empty cells at its end.
func (s *sheet) read() error {
	for {
		t, err := s.p.token()
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "row" {
			return s.readRow(e)
		}
	}
}

func (s *sheet) readRow(e xml.StartElement) error {
	s.cells, s.fault = s.cells[:0], ""
	row := s.last + 1
	if r := attr(e, "r"); r != "" {
		var err error
		if row, err = strconv.Atoi(r); err != nil || row <= s.last {
			return malformed(s.p.where, "row %q comes after row %d", r, s.last)
		}
	}
	s.row, s.last = row, row
	for {
		t, err := s.p.token()
		if errors.Is(err, io.EOF) {
			err = malformed(s.place(), "broken XML: it ends too early")
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local != "c" {
				if _, err := s.p.text(false, s.limits.Cell); err != nil {
					return err
				}
			} else if err := s.readCell(t); err != nil {
				return err
			}
		case xml.EndElement:
			for len(s.cells) > 0 && s.cells[len(s.cells)-1] == "" {
				s.cells = s.cells[:len(s.cells)-1]
			}
			s.merges.note(s.row, s.cells)
			return nil
		}
	}
}

func (s *sheet) readCell(e xml.StartElement) error {
	column := len(s.cells)
	if ref := attr(e, "r"); ref != "" {
		var ok bool
		if column, ok = columnOf(ref); !ok || column < len(s.cells) {
			return malformed(s.place(), "cell %q stands in the wrong place", ref)
		}
	}
	if l := s.limits.Columns; column >= l {
		return overLimit(s.place(), "columns", l, "a cell in column %d", column+1)
	}
	for len(s.cells) < column {
		s.cells = append(s.cells, "")
	}
	c, err := s.content()
	if err != nil {
		return err
	}
	c.kind, c.style = attr(e, "t"), attr(e, "s")
	value, err := s.value(&c)
	if err == nil && strings.IndexByte(value, 0) >= 0 {
		err = errors.New(nulByte)
	}
	if err != nil && s.fault == "" {
		s.fault, s.at = fmt.Sprintf("cell %s%d: %v", columnName(column), s.row, err), column
	}
	s.cells = append(s.cells, value)
	return nil
}

// content is what stands in a cell.
type content struct {
	kind, style     string
	literal, inline string
	stored          bool // there is a value, be it empty
	formula         bool
}

// content reads the elements of the cell just begun.
func (s *sheet) content() (content, error) {
	var c content
	for {
		t, err := s.p.token()
		if errors.Is(err, io.EOF) {
			err = malformed(s.place(), "broken XML: it ends too early")
		}
		if err != nil {
			return c, err
		}
		child, ok := t.(xml.StartElement)
		if _, end := t.(xml.EndElement); end {
			return c, nil
		}
		if !ok {
			continue
		}
		text, err := s.p.text(child.Name.Local == "v", s.limits.Cell)
		if err != nil {
			return c, err
		}
		switch child.Name.Local {
		case "v":
			c.literal, c.stored = text, true
		case "is":
			c.inline, c.stored = text, true
		case "f":
			c.formula = true
		}
	}
}

// Why a cell gives no value.
var (
	errNoValue = errors.New("a formula without a stored value; open the workbook in a spreadsheet program, save it and send it again")
	errStale   = errors.New("a formula whose stored value is the 0 of a program that does not calculate; open the workbook in a spreadsheet program, save it and send it again")
)

// value makes text of a cell's content (ISO/IEC 29500-1, 18.18.11).
func (s *sheet) value(c *content) (string, error) {
	literal := c.literal
	trimmed := strings.TrimSpace(literal)
	if c.formula && (!c.stored || trimmed == "" && c.kind != "str") {
		return "", errNoValue
	}
	switch c.kind {
	case "s":
		return s.book.shared(literal)
	case "inlineStr":
		return unescape(c.inline), nil
	case "str":
		return unescape(literal), nil
	case "b":
		switch trimmed {
		case "1", "true":
			return "true", nil
		case "0", "false":
			return "false", nil
		}
		return literal, nil
	case "d":
		return strings.TrimSuffix(literal, "T00:00:00"), nil
	case "e":
		return literal, fmt.Errorf("the spreadsheet shows the error %s instead of a value", strings.ToValidUTF8(trimmed, "\uFFFD"))
	}
	if c.formula && s.book.uncalculated && trimmed == "0" {
		return "0", errStale
	}
	return s.numeric(trimmed, c.style)
}

// numeric makes text of a number.
func (s *sheet) numeric(literal, style string) (string, error) {
	if literal == "" {
		return "", nil
	}
	var p pattern
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.book.styles) {
		p = s.book.styles[i]
	}
	if p.dated() {
		if serial, err := strconv.ParseFloat(literal, 64); err == nil {
			if iso, ok := s.book.from.date(serial, p); ok {
				return iso, nil
			}
		}
	}
	return p.number(literal)
}

// columnName returns the letters of a column, from 0.
func columnName(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// columnOf reads the column of a reference such as AB12, from 0.
func columnOf(ref string) (int, bool) {
	n, i := 0, 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		if n = n*26 + int(ref[i]-'A') + 1; n > 1<<20 {
			return 0, false
		}
	}
	return n - 1, i > 0
}
