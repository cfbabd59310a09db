package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/english"
	"skein/internal/figure"
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
func count(n int) string { return english.Number(n) }

// detail says unit, n and what is not known. Of shares, n is what those in the cells are of.
func (h *held) detail(cells []int) string {
	unit := h.Unit
	if unit == "%" {
		unit = "per cent"
	}
	return unit + "; n\u00a0=\u00a0" + h.Bases(cells) + "; " + h.lacks()
}

// lacks says what is missing, with spaces that do not break before the signs.
func (h *held) lacks() string { return strings.ReplaceAll(h.MissingInWords(), " %", "\u00a0%") }
