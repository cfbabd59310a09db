package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/figure"
	"skein/internal/schema"
)

// held is a figure that the report holds.
type held struct {
	*figure.Figure
	no int            // place among the figures, from 1
	at map[string]int // cells by their keys
}

// book is all figures of a report.
type book struct {
	all  []*held
	byID map[figure.ID]*held
}

func newBook(figures []figure.Figure) (*book, error) {
	b := &book{byID: make(map[figure.ID]*held, len(figures))}
	for i := range figures {
		f := &figures[i]
		if err := f.Check(); err != nil {
			return nil, err
		}
		if b.byID[f.ID] != nil {
			return nil, fmt.Errorf("two figures have the id %s", f.ID)
		}
		h := &held{Figure: f, no: i + 1, at: make(map[string]int, len(f.Cells))}
		for c := range f.Cells {
			h.at[joinKeys(f.Cells[c].Keys)] = c
		}
		b.all = append(b.all, h)
		b.byID[f.ID] = h
	}
	return b, nil
}

func joinKeys(keys []string) string { return strings.Join(keys, "\x00") }

// anchor is the name of the figure's entry in the appendix.
func (h *held) anchor() string {
	for _, r := range h.ID {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' && r != '_' && r != '-' {
			return "f-" + strconv.Itoa(h.no)
		}
	}
	return "f-" + string(h.ID)
}

// rowAnchor is the name of a cell's row in the appendix.
func (h *held) rowAnchor(cell int) string {
	return "c" + strconv.Itoa(h.no) + "-" + strconv.Itoa(cell)
}

// cell returns the place of the cell with these keys, -1 where there is none.
// A nil figure has no cells.
func (h *held) cell(keys ...string) int {
	if h == nil {
		return -1
	}
	if i, ok := h.at[joinKeys(keys)]; ok {
		return i
	}
	return -1
}

// key returns the place of a key in the grouping, -1 where it has none such.
func (h *held) key(name string) int { return slices.Index(h.Definition.Grouping, name) }

// where is the keys that cells must have, by name.
type where map[string]string

// matching returns the cells that have the keys, in order.
func (h *held) matching(w where) []int {
	var out []int
	for i := range h.Cells {
		if h.matches(i, w) {
			out = append(out, i)
		}
	}
	return out
}

func (h *held) matches(cell int, w where) bool {
	for name, want := range w {
		if k := h.key(name); k < 0 || h.Cells[cell].Keys[k] != want {
			return false
		}
	}
	return true
}

// largest returns the cells that have the keys, from the largest value down.
func (h *held) largest(w where) []int {
	cells := h.matching(w)
	slices.SortStableFunc(cells, func(a, b int) int { return cmp.Compare(h.Cells[b].Value, h.Cells[a].Value) })
	return cells
}

// texts returns the distinct texts of a key among cells, sorted.
func (h *held) texts(key string, cells []int) []string {
	k := h.key(key)
	if k < 0 {
		return nil
	}
	var out []string
	for _, i := range cells {
		out = append(out, h.Cells[i].Keys[k])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// allCells returns the places of all cells.
func (h *held) allCells() []int { return h.matching(nil) }

// words returns the figure's value in a cell as text, with its interval.
func (h *held) words(cell int) string {
	c := &h.Cells[cell]
	s := h.FormatValue(c)
	if c.Interval != nil {
		s += " (" + h.span(c.Interval) + ")"
	}
	return s
}

// span writes an interval, "16.9–27.9".
func (h *held) span(iv *figure.Interval) string {
	dash := "–"
	if iv.Low < 0 {
		dash = " to " // no dash beside a minus sign
	}
	return h.Format(iv.Low) + dash + h.Format(iv.High)
}

// count writes a number of things, "12,345".
func count(n int) string {
	var whole figure.Figure
	return whole.Format(float64(n))
}

// missing says what share of the things is in no cell, and for want of what.
func (h *held) missing() string {
	if h.Missing == 0 {
		return "nothing missing"
	}
	percent := figure.Figure{Decimals: 1}
	share := percent.Format(100 * h.MissingShare())
	if share == "0.0" {
		share = "less than 0.1"
	}
	share += "\u00a0%"
	if len(h.Definition.Grouping) == 0 && h.Definition.Property == "" {
		return share + " could not be counted"
	}
	return share + " without " + h.lacking()
}

// lacking names what the things that are in no cell lack: a key or, where
// numbers are computed with, the number.
func (h *held) lacking() string {
	var needs []string
	for _, k := range h.Definition.Grouping {
		if k != "statistic" && k != "unit" {
			needs = append(needs, k)
		}
	}
	if p := h.Definition.Property; p != "" && p != "count" && !slices.Contains(needs, string(p)) {
		of, _, _ := strings.Cut(h.Definition.Records, ",") // the property's schema comes first
		needs = append(needs, propertyWords(schema.Name(of), p))
	}
	switch n := len(needs); n {
	case 0:
		return "value"
	case 1:
		return needs[0]
	default:
		return strings.Join(needs[:n-1], ", ") + " or " + needs[n-1]
	}
}

// propertyWords returns a property's label in lower case: "dead and missing".
func propertyWords(of schema.Name, p schema.PropertyName) string {
	if s, ok := schema.Default().Get(of); ok {
		if defined, ok := s.Property(p); ok {
			return strings.ToLower(defined.Label)
		}
	}
	return string(p)
}

// detail says unit, n and what is missing.
func (h *held) detail() string {
	unit := h.Unit
	if unit == "%" {
		unit = "per cent"
	}
	return unit + "; n\u00a0=\u00a0" + count(h.N) + "; " + h.missing()
}
