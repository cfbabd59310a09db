package reader

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Above the header of a table stand titles, periods, sources and blank rows. What is
// looked at to find the header:
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
		p := preview{fields: len(s.fields)}
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

// findHeader returns which of the first rows is the header: the first, unless that fills
// at most half as many cells as rows of the table do, or has too few for them, and a row
// that can be a header follows. Such a row fills as many cells as the table's rows do,
// with texts or years, no two alike.
func findHeader(rows []preview) int {
	if len(rows) < 2 {
		return 0
	}
	counts, widths := make([]int, len(rows)), make([]int, len(rows))
	for i, r := range rows {
		counts[i], widths[i] = r.filled, extent(r.cells)
	}
	slices.Sort(counts)
	slices.Sort(widths)
	most := 2 * len(rows) / 3 // the table has at least a third of the rows, even with few
	typical, width := counts[most], widths[most]
	for i, r := range rows[:min(len(rows), titleRows)] {
		if r.isTitle(typical, width) {
			continue
		}
		if i > 0 && !r.isHeader(typical) {
			return 0
		}
		return i
	}
	return 0
}

// extent is the count of cells up to the last that is not empty.
func extent(cells []string) int { return filledFields(cells) }

// isTitle reports whether a row stands above a table whose rows fill so many cells. Where
// that is two cells, one filled cell may as well be the name of the first column, and the
// second has none: then it takes a blank row, several words, or a single field.
func (r *preview) isTitle(typical, width int) bool {
	switch {
	case typical < 2:
		return false
	case r.filled >= typical:
		return false
	case r.fields < width && (r.filled > 1 || typical > 2):
		return true
	case typical == 2:
		first := strings.TrimSpace(r.cells[0])
		return first != "" && (r.gap || r.fields == 1 || strings.ContainsAny(first, " :"))
	}
	return 2*r.filled <= typical
}

// isHeader reports whether a row can be a header.
func (r *preview) isHeader(typical int) bool {
	seen := map[string]bool{}
	numbers := 0
	for _, c := range r.cells {
		c = strings.ToLower(strings.TrimSpace(c))
		if c == "" {
			continue
		}
		if seen[c] {
			return false
		}
		seen[c] = true
		if isFigure(c) {
			numbers++
		}
	}
	return 5*r.filled >= 4*typical && 2*numbers < max(r.filled, 2)
}

// isFigure tells numbers and dates. A year or a month may be the name of a column.
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
	return digits > 0 && !isPeriod(text)
}

// isPeriod tells 2015, 2015-03 and 03/2015.
func isPeriod(text string) bool {
	for _, form := range []string{"2006", "2006-01", "2006/01", "01/2006", "01.2006", "2006-01-02"} {
		if at, err := time.Parse(form, text); err == nil && at.Year() >= 1900 && at.Year() < 2100 && at.Day() == 1 {
			return true
		}
	}
	return false
}
