package reader

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
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
	row    int // the last one read
	cells  []string
	held   bool // cells are of a row that is yet to be given
	fault  string
	at     int // column of the fault
	out    bytes.Buffer
}

func (b *book) openSheet(ref sheetRef) (*sheet, error) {
	p, err := b.part(ref.part)
	if err != nil {
		return nil, err
	}
	s := &sheet{book: b, sheet: ref.name, p: p, limits: b.r.options.Limits}
	for {
		err := s.read()
		if errors.Is(err, io.EOF) {
			return nil, malformed(b.where+"!"+ref.name, "it holds no rows")
		}
		if err != nil {
			return nil, err
		}
		if s.row > b.r.options.SkipRows && (s.fault != "" || len(s.cells) > 0) {
			break
		}
	}
	switch {
	case s.fault != "":
		return nil, malformed(s.place(), "the header cannot be read: %s", s.fault)
	case b.r.options.NoHeader:
		s.header, s.held = numbered(s.cells), true
	default:
		s.header = newHeader(s.cells, s.row)
	}
	s.header.need = 0 // a spreadsheet stores no empty cells
	return s, nil
}

func (s *sheet) place() string { return fmt.Sprintf("%s!%s:%d", s.book.where, s.sheet, s.row) }

func (s *sheet) columns() []string { return s.header.names }

func (s *sheet) progress() (done, whole int64) { return *s.p.done, s.p.whole }

func (s *sheet) next(row *Row) error {
	for !s.held {
		if err := s.read(); err != nil {
			return err
		}
		s.held = s.fault != "" || len(s.cells) > 0
	}
	s.held = false
	row.Place.Sheet, row.Place.Row = s.sheet, s.row
	row.Raw = s.raw()
	if s.book.r.options.NoHeader {
		for n := len(s.header.names); n < len(s.cells); n++ {
			s.header.names = append(s.header.names, strconv.Itoa(n+1))
		}
	}
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
	row := s.row + 1
	if r := attr(e, "r"); r != "" {
		var err error
		if row, err = strconv.Atoi(r); err != nil || row <= s.row {
			return malformed(s.p.where, "row %q comes after row %d", r, s.row)
		}
	}
	s.row = row
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
	var literal, inline string
	for {
		t, err := s.p.token()
		if errors.Is(err, io.EOF) {
			err = malformed(s.place(), "broken XML: it ends too early")
		}
		if err != nil {
			return err
		}
		child, ok := t.(xml.StartElement)
		if _, end := t.(xml.EndElement); end {
			break
		}
		if !ok {
			continue
		}
		text, err := s.p.text(child.Name.Local == "v", s.limits.Cell)
		if err != nil {
			return err
		}
		switch child.Name.Local {
		case "v":
			literal = text
		case "is":
			inline = text
		}
	}
	value, err := s.value(attr(e, "t"), attr(e, "s"), literal, inline)
	if err == nil && strings.IndexByte(value, 0) >= 0 {
		err = errors.New(nulByte)
	}
	if err != nil && s.fault == "" {
		s.fault, s.at = err.Error(), column
	}
	s.cells = append(s.cells, value)
	return nil
}

// value makes text of a cell's content (ISO/IEC 29500-1, 18.18.11).
func (s *sheet) value(kind, style, literal, inline string) (string, error) {
	switch kind {
	case "s":
		return s.book.shared(literal)
	case "inlineStr":
		return unescape(inline), nil
	case "str":
		return unescape(literal), nil
	case "b":
		switch strings.TrimSpace(literal) {
		case "1", "true":
			return "true", nil
		case "0", "false":
			return "false", nil
		}
		return literal, nil
	case "d":
		return strings.TrimSuffix(literal, "T00:00:00"), nil
	case "e":
		return literal, nil
	}
	literal = strings.TrimSpace(literal)
	if literal == "" {
		return "", nil
	}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.book.styles) && s.book.styles[i] != (pattern{}) {
		if serial, err := strconv.ParseFloat(literal, 64); err == nil {
			if iso, ok := s.book.from.date(serial, s.book.styles[i]); ok {
				return iso, nil
			}
		}
	}
	return number(literal), nil
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
