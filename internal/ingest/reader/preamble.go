package reader

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Above the header of a table stand titles, periods, sources and blank rows. This much
// is looked at to find the header.
const (
	previewRows  = 60
	previewBytes = 4 << 20
	titleRows    = 30 // at most
	cellBytes    = 16 // of memory, beside the text
)

// SkipNone as Options.SkipRows says that the first row is the header, whatever it holds.
const SkipNone = -1

// separator returns the delimiter that a first line such as sep=; declares, which Excel
// reads and writes; 0 for none.
func separator(sample []byte) byte {
	line, _, _ := bytes.Cut(sample[:min(len(sample), 16)], []byte("\n"))
	line = bytes.Trim(bytes.TrimSuffix(line, []byte("\r")), `"`)
	if len(line) != len("sep=;") || !bytes.EqualFold(line[:4], []byte("sep=")) {
		return 0
	}
	if c := line[4]; c < 0x80 && c > ' ' && c != '\'' || c == '\t' {
		return c
	}
	return 0
}

// skipped is how many lines are known to stand above the header without looking for it.
func (r *Reader) skipped(t *text) int {
	if separator(t.sample) != 0 {
		return max(r.options.SkipRows, 1)
	}
	return max(r.options.SkipRows, 0)
}

// above returns how many lines of a delimited text stand above the header.
func (r *Reader) above(delimiter, quote byte, t *text) int {
	known := r.skipped(t)
	if r.options.NoHeader || r.options.SkipRows != 0 {
		return known
	}
	s := splitter{delimiter: delimiter, quote: quote}
	w := newWindow(bytes.NewReader(t.sample), r.options.Limits.row())
	var rows []preview
	var lines []int // above each
	for at := 0; len(rows) < previewRows; {
		n, _, err := s.record(w)
		if err != nil {
			break
		}
		p := preview{fields: len(s.fields), split: true}
		for _, f := range s.fields {
			p.cells = append(p.cells, string(w.bytes(n)[f.from:f.to]))
		}
		p.filled = filled(p.cells)
		blank := s.body == 0 && s.lines == 1
		w.pass(n)
		if !t.whole && w.start == w.end && w.err != nil && len(rows) > 0 {
			break // cut off
		}
		switch {
		case at < known:
		case !blank:
			rows, lines = append(rows, p), append(lines, at)
		case len(rows) > 0:
			rows[len(rows)-1].gap = true
		}
		at += s.lines
	}
	if header := findHeader(rows); header > 0 {
		return lines[header]
	}
	return known
}

// preview is one of the first rows that are not blank.
type preview struct {
	cells  []string
	fields int  // with empty ones, as far as the file has them
	filled int  // fields that are not empty
	gap    bool // a blank row follows
	split  bool // at delimiters, which texts may hold
}

// filled counts cells that are not empty.
func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// findHeader returns which of the first rows is the header: the first, unless that is a
// title and a row follows, with others below it, that can be a header: it fills as many
// cells as the table's rows do, with texts, years or months, no two alike. Where titles
// stand directly above a narrow table of delimited text, which may as well be one column
// of texts with commas, the header must differ from what is below it.
func findHeader(rows []preview) int {
	counts := make([]int, len(rows))
	for i, r := range rows {
		counts[i] = r.filled
	}
	slices.Sort(counts)
	if len(rows) == 0 {
		return 0
	}
	typical := counts[2*len(rows)/3] // the table has at least a third of the rows, even with few
	gap := false
	for i, r := range rows[:min(len(rows), titleRows)] {
		switch {
		case r.isTitle(typical):
			gap = gap || r.gap
		case i == 0, i == len(rows)-1, !r.isHeader(typical), !(gap || typical > 3 || !r.split || contrasts(rows[i:])):
			return 0
		default:
			return i
		}
	}
	return 0
}

// isTitle reports whether a row stands above a table whose rows fill so many cells. One
// cell may as well be the name of a first column, where the second has no name or where
// all are one column: a title then has several words, or a blank row behind it.
func (r *preview) isTitle(typical int) bool {
	switch {
	case typical < 2 || r.filled >= typical:
		return false
	case r.filled > 1:
		return 2*r.filled <= typical
	case typical == 2 || r.split && r.fields == 1:
		first := strings.TrimSpace(r.cells[0])
		return first != "" && (r.gap || strings.ContainsAny(first, " :"))
	}
	return true
}

// isHeader reports whether a row can be a header.
func (r *preview) isHeader(typical int) bool {
	seen := map[string]bool{}
	for _, c := range r.cells {
		c = strings.TrimSpace(c) // in the file's own bytes: case is not told
		if c == "" {
			continue
		}
		if seen[c] || isFigure(c) && !isPeriod(c) {
			return false
		}
		seen[c] = true
	}
	return 5*r.filled >= 4*typical
}

// contrasts reports whether some column holds figures in most rows, and none in the first.
func contrasts(rows []preview) bool {
	for i, name := range rows[0].cells {
		figures := 0
		for _, r := range rows[1:] {
			if i < len(r.cells) && isFigure(strings.TrimSpace(r.cells[i])) {
				figures++
			}
		}
		if 2*figures > len(rows)-1 && !isFigure(name) {
			return true
		}
	}
	return false
}

// isFigure tells numbers and dates.
func isFigure(text string) bool {
	digits := 0
	for _, c := range text {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsLetter(c):
			return false
		}
	}
	return digits > 0
}

// isPeriod tells years and months, which may be names of columns: 2015, 2015-03, 03/2015.
func isPeriod(text string) bool {
	for _, form := range []string{"2006", "2006-01", "2006/01", "01/2006", "01.2006", "2006-01-02"} {
		if at, err := time.Parse(form, text); err == nil && at.Year() >= 1900 && at.Year() < 2100 && at.Day() == 1 {
			return true
		}
	}
	return false
}
