// Package figure defines the figure: a computed, citable result that carries
// its definition, its evidence, its uncertainty and its handling.
//
// Every number that Skein shows, in a table, a chart, a map, a sentence or an
// export, is the value of a cell of a figure. Nothing computes a number a second
// time; whoever shows one reads it here.
//
//	detections.by_route_year     "Detections by route and year", unit persons counted at detection
//	  cell {route: Central Mediterranean, year: 2015}   153,946   n 372   evidence 372 records
package figure

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"skein/internal/estimate"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

// ID names a figure for good: "detections.by_route_year". Reports and scripts
// cite it, so it does not change when the method behind it gets better.
type ID string

// Definition says what was counted, so that anybody with the same records gets
// the same numbers.
type Definition struct {
	Records  string              // the schema or figure that is read
	Filter   string              // which of them count; empty: all
	Grouping []string            // names of the keys of each cell, in order
	Measure  string              // what is computed in each group
	Property schema.PropertyName // whose numbers are computed with; empty: things are counted
}

// Figure is a computed, citable result.
type Figure struct {
	ID         ID
	Title      string
	Definition Definition
	Unit       string // unit of count or of measure: "persons", "EUR", "%"
	Decimals   int    // decimals shown; the value itself is not rounded
	N          int    // things that passed the filter
	Missing    int    // of those, the ones that lack what the figure needs, and are in no cell
	Lacking    string // what is not known of them, in words; empty: the keys and the property
	LeftOut    string // why they are missing, in words, where that is not for want of knowledge
	Share      bool   // values are shares in per cent: each cell's N is what its value is a share of
	Method     string // how value and interval were obtained
	Note       string // what a reader must know before citing it; may be empty
	Checkpoint record.Checkpoint
	Label      handling.Label // join of the labels of all evidence
	Cells      []Cell         // sorted by keys
}

// MissingShare returns the share of things that could not be placed, 0 to 1.
func (f *Figure) MissingShare() float64 {
	if f.N == 0 {
		return 0
	}
	return float64(f.Missing) / float64(f.N)
}

// Interval is a range with its level, 95 % throughout Skein.
type Interval struct{ Low, High float64 }

// Cell is one value of a figure.
type Cell struct {
	Keys     []string // as shown; parallel to the definition's grouping
	IDs      []string // of what the keys name, parallel to them; nil: the keys are their own
	Value    float64
	Text     string    // the value where it is a word; Value is then 0
	Interval *Interval // nil: a count of what is held, which has no sampling error
	N        int       // things behind the value; of a share, those that it is a share of
	Note     string    // further particulars of this cell; may be empty
	Evidence Evidence
}

// ID returns the ID of what a key names: two places of one name have two.
func (c *Cell) ID(key int) string { return c.Identity()[key] }

// Identity returns the IDs of what the keys name, which say which cell of a figure this is.
func (c *Cell) Identity() []string {
	if c.IDs == nil {
		return c.Keys
	}
	return c.IDs
}

// Raw returns the value for machines: the word it is, or the number in full with
// a point and nothing else. JSON, CSV and pages all carry this text.
func (c *Cell) Raw() string {
	if c.Text != "" {
		return c.Text
	}
	return Raw(c.Value)
}

// Raw returns a number as [Cell.Raw] does.
func Raw(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// FromEstimate returns a cell with the estimate's value, interval and n.
func FromEstimate(e estimate.Estimate, ev Evidence, keys ...string) Cell {
	return Cell{Keys: keys, Value: e.Value, Interval: &Interval{e.Low, e.High}, N: e.N, Evidence: ev}
}

// ErrCell says that a figure has no cell with the keys asked for.
var ErrCell = errors.New("no such cell")

// Identified returns the places of the keys that show something other than the ID of what
// they name.
func (f *Figure) Identified() []int {
	var out []int
	for k := range f.Definition.Grouping {
		if slices.ContainsFunc(f.Cells, func(c Cell) bool { return c.ID(k) != c.Keys[k] }) {
			out = append(out, k)
		}
	}
	return out
}

// Cell returns the cell with exactly these keys, each as shown or by its ID.
func (f *Figure) Cell(keys ...string) (*Cell, error) {
	for i := range f.Cells {
		c := &f.Cells[i]
		same := len(keys) == len(c.Keys)
		for k := range keys {
			same = same && (keys[k] == c.ID(k) || keys[k] == c.Keys[k])
		}
		if same {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%s [%s]: %w", f.ID, strings.Join(keys, ", "), ErrCell)
}

// Check reports what makes a figure unfit to be shown: no definition, cells
// whose keys do not fit the grouping, values that are no numbers, intervals that
// leave their value out, shares that are not of their n, cells out of order or given
// twice.
func (f *Figure) Check() error {
	switch {
	case f.ID == "", f.Title == "", f.Unit == "", f.Definition.Records == "", f.Definition.Measure == "", f.Method == "":
		return fmt.Errorf("figure %q: id, title, unit, records, measure and method must be given", f.ID)
	case f.Missing < 0 || f.Missing > f.N:
		return fmt.Errorf("figure %s: %d missing of %d", f.ID, f.Missing, f.N)
	}
	for i, c := range f.Cells {
		if len(c.Keys) != len(f.Definition.Grouping) || len(c.Identity()) != len(c.Keys) {
			return fmt.Errorf("figure %s, cell %d: %d keys for a grouping of %d", f.ID, i, len(c.Keys), len(f.Definition.Grouping))
		}
		if math.IsNaN(c.Value) || math.IsInf(c.Value, 0) {
			return fmt.Errorf("figure %s [%s]: value is no number", f.ID, strings.Join(c.Keys, ", "))
		}
		if iv := c.Interval; iv != nil && !(iv.Low <= c.Value && c.Value <= iv.High) {
			return fmt.Errorf("figure %s [%s]: %v outside its interval %v to %v", f.ID, strings.Join(c.Keys, ", "), c.Value, iv.Low, iv.High)
		}
		if f.Share && !shareOf(c.Value, c.N) {
			return fmt.Errorf("figure %s [%s]: %v %% is no share of %d things", f.ID, strings.Join(c.Keys, ", "), c.Value, c.N)
		}
		if i > 0 && compareCells(&f.Cells[i-1], &c) >= 0 {
			return fmt.Errorf("figure %s [%s]: cells out of order or given twice", f.ID, strings.Join(c.Keys, ", "))
		}
	}
	return nil
}

// shareOf reports whether a share in per cent is that of a whole number of n things.
func shareOf(percent float64, n int) bool {
	k := percent * float64(n) / 100
	return n > 0 && percent >= 0 && percent <= 100 && math.Abs(k-math.Round(k)) < 1e-6
}

// Sort puts the cells in the order of their keys.
func (f *Figure) Sort() {
	slices.SortStableFunc(f.Cells, func(a, b Cell) int { return compareCells(&a, &b) })
}

// compareCells orders cells by what their keys show, and those that show the same by ID.
func compareCells(a, b *Cell) int {
	return cmp.Or(slices.Compare(a.Keys, b.Keys), slices.Compare(a.Identity(), b.Identity()))
}

// FormatValue returns a cell's value as people read it: with the figure's
// decimals and a comma between thousands, or the word it is. Every page, chart
// and table uses it, so a value looks the same wherever it stands.
func (f *Figure) FormatValue(c *Cell) string {
	if c.Text != "" {
		return c.Text
	}
	return f.Format(c.Value)
}

// Format returns v with the figure's decimals and a comma between thousands.
func (f *Figure) Format(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', f.Decimals, 64)
	whole, frac, _ := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 && strings.Trim(s, "0.") != "" {
		b.WriteString("−") // the minus sign, not a hyphen
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if frac != "" {
		b.WriteString("." + frac)
	}
	return b.String()
}
