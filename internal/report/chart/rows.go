package chart

import (
	"cmp"
	"math"
	"slices"
)

// Bars shows one quantity of several categories as horizontal bars from zero.
type Bars struct {
	Frame
	XTitle    string // quantity and unit
	Bars      []Bar
	KeepOrder bool // else the largest comes first
	Classes   Classes
	Format    Format
	// IntervalName says what the intervals are, such as "95% interval".
	IntervalName string
}

// Dots shows shares or other estimates as dots with their intervals. Unlike a
// bar, a dot does not give the interval's lower part more weight than the upper.
type Dots struct {
	Frame
	XTitle    string
	Dots      []Bar
	KeepOrder bool
	Classes   Classes
	Format    Format
	// IntervalName says what the intervals are, such as "95% interval".
	IntervalName string
	Log          bool
}

// Bar is one category of Bars or Dots.
type Bar struct {
	Label    string
	Value    float64
	Interval Interval
	Class    string // its colour; the first of the Classes when empty
	Text     string // written in place of the value
	Mark
}

// Boxes shows the middle half and the median of several categories, such as
// fees by route.
type Boxes struct {
	Frame
	XTitle    string
	Boxes     []Box
	KeepOrder bool // else the highest median comes first
	Classes   Classes
	Format    Format
	Log       bool
	// RangeName says what the whiskers span, such as "5th to 95th percentile".
	RangeName string
}

// Box is one category of Boxes. It is missing unless Q1 <= Median <= Q3.
type Box struct {
	Label          string
	Q1, Median, Q3 float64
	N              int      // values that it rests on, written beside it
	Range          Interval // whiskers; see RangeName
	Class          string
	Text           string
	Mark
}

// SVG draws the chart.
func (b Bars) SVG() string {
	r := rowChart{Frame: b.Frame, xTitle: b.XTitle, keep: b.KeepOrder, classes: b.Classes, format: b.Format, zero: true}
	r.remark = intervalRemark(b.Bars, b.IntervalName)
	st := b.Format.settle(barValues(b.Bars))
	for _, bar := range b.Bars {
		r.rows = append(r.rows, bar.row(st, drawBar))
	}
	return r.svg()
}

// SVG draws the chart.
func (d Dots) SVG() string {
	r := rowChart{
		Frame: d.Frame, xTitle: d.XTitle, keep: d.KeepOrder, classes: d.Classes, format: d.Format,
		zero: true, log: d.Log,
	}
	r.remark = intervalRemark(d.Dots, d.IntervalName)
	st := d.Format.settle(barValues(d.Dots))
	for _, dot := range d.Dots {
		r.rows = append(r.rows, dot.row(st, drawDot))
	}
	return r.svg()
}

// SVG draws the chart.
func (b Boxes) SVG() string {
	r := rowChart{
		Frame: b.Frame, xTitle: b.XTitle, keep: b.KeepOrder, classes: b.Classes, format: b.Format,
		zero: true, log: b.Log,
	}
	r.remark = "Thick line: median. Box: middle half of the values. In figures: median (quartiles), number of values."
	if b.RangeName != "" {
		r.remark += " Thin line: " + b.RangeName + "."
	}
	var values []float64
	for _, box := range b.Boxes {
		values = append(values, box.Q1, box.Median, box.Q3)
	}
	st := b.Format.settle(values)
	for _, box := range b.Boxes {
		r.rows = append(r.rows, box.row(st))
	}
	return r.svg()
}

// intervalRemark explains the thin lines, if there are any.
func intervalRemark(bars []Bar, name string) string {
	known := slices.ContainsFunc(bars, func(b Bar) bool { return b.Interval.known })
	if !known || name == "" {
		return ""
	}
	return "Line: " + name + "."
}

func barValues(bars []Bar) []float64 {
	out := make([]float64, len(bars))
	for i, b := range bars {
		out[i] = b.Value
	}
	return out
}

// row is one category: its name at the left, its mark, its value at the right
// of it.
type row struct {
	label, class string
	key          float64   // sorts; NaN when missing
	core         []float64 // without all of these there is no mark
	span         []float64 // further values that the axis must cover
	value        string
	aside        string // after the value, less prominent
	mark         Mark
	draw         func(c *canvas, s scale, y float64, colour string)
}

func (b Bar) row(st style, draw func(Bar) func(*canvas, scale, float64, string)) row {
	r := row{label: b.Label, class: b.Class, key: b.Value, value: st.text(b.Value), draw: draw(b)}
	if b.Text != "" {
		r.value = b.Text
	} else if low, high, ok := b.Interval.Limits(); ok && finite(b.Value) {
		r.aside = "(" + st.span(low, high) + ")"
	}
	if finite(b.Value) {
		r.core = []float64{b.Value}
		if low, high, ok := b.Interval.Limits(); ok {
			r.span = []float64{low, high}
		}
	}
	r.mark = b.titled(b.Label + ": " + join(r.value, r.aside))
	return r
}

func (b Box) row(st style) row {
	r := row{label: b.Label, class: b.Class, key: b.Median, value: b.Text, draw: drawBox(b)}
	ok := finite(b.Q1) && finite(b.Q3) && b.Q1 <= b.Median && b.Median <= b.Q3
	if !ok {
		r.key = math.NaN()
	}
	if r.value == "" {
		r.value = st.text(r.key)
		if ok {
			r.aside = "(" + st.span(b.Q1, b.Q3) + ")"
		}
		r.aside = join(r.aside, "n\u00a0=\u00a0"+grouped(float64(b.N), 0))
	}
	if ok {
		r.core = []float64{b.Q1, b.Median, b.Q3}
		if low, high, known := b.Range.Limits(); known {
			r.span = []float64{low, high}
		}
	}
	r.mark = b.titled(b.Label + ": median " + join(r.value, r.aside))
	return r
}

// join puts a space between two texts unless one is empty.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

const barHigh = 15.0

func drawBar(b Bar) func(*canvas, scale, float64, string) {
	return func(c *canvas, s scale, y float64, colour string) {
		from, to := s.at(0), s.at(b.Value)
		if from > to {
			from, to = to, from
		}
		c.rect(from, y-barHigh/2, max(to-from, 0.6), barHigh, colour)
		if low, high, ok := b.Interval.Limits(); ok {
			whisker(c, s.at(low), s.at(high), y)
		}
	}
}

// whisker is dark on a light edge, so that it is seen on the bar and beside it.
func whisker(c *canvas, from, to, y float64) {
	path := "M" + coordinate(from) + " " + coordinate(y-4) + "v8m0-4H" + coordinate(to) + "m0-4v8"
	c.leaf("path", str("d", path), str("fill", "none"), str("stroke", paper), num("stroke-width", 3.4), str("stroke-opacity", "0.8"))
	c.leaf("path", str("d", path), str("fill", "none"), str("stroke", ink), num("stroke-width", 1.4))
}

func drawDot(b Bar) func(*canvas, scale, float64, string) {
	return func(c *canvas, s scale, y float64, colour string) {
		if low, high, ok := b.Interval.Limits(); ok && s.shows(low) {
			c.line(s.at(low), y, s.at(high), y, colour, 3, str("stroke-opacity", "0.5"), str("stroke-linecap", "round"))
		}
		c.circle(s.at(b.Value), y, 5, colour, str("stroke", paper), num("stroke-width", 1))
	}
}

func drawBox(b Box) func(*canvas, scale, float64, string) {
	return func(c *canvas, s scale, y float64, colour string) {
		if low, high, ok := b.Range.Limits(); ok && s.shows(low) {
			whisker(c, s.at(low), s.at(high), y)
		}
		from, to := s.at(b.Q1), s.at(b.Q3)
		c.rect(from, y-barHigh/2, max(to-from, 0.6), barHigh, paper)
		c.rect(from, y-barHigh/2, max(to-from, 0.6), barHigh, colour, str("fill-opacity", "0.35"), str("stroke", colour))
		x := s.at(b.Median)
		c.line(x, y-barHigh/2-2, x, y+barHigh/2+2, ink, 2.5)
	}
}

// drawable tells whether the scale can show the row's mark.
func (r row) drawable(s scale) bool {
	for _, v := range r.core {
		if !s.shows(v) {
			return false
		}
	}
	return len(r.core) > 0
}

// end is the right end of what is drawn.
func (r row) end(s scale) float64 {
	end := math.Inf(-1)
	if !r.drawable(s) {
		return end
	}
	for _, values := range [][]float64{r.core, r.span} {
		for _, v := range values {
			if s.shows(v) {
				end = max(end, s.at(v))
			}
		}
	}
	return end
}

// sorted gives the rows in drawing order: the largest first, missing ones last.
func (r rowChart) sorted() []row {
	rows := slices.Clone(r.rows)
	if r.keep {
		return rows
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		if fa, fb := finite(a.key), finite(b.key); fa != fb {
			if fa {
				return -1
			}
			return 1
		} else if !fa {
			return cmp.Compare(a.label, b.label)
		}
		return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.label, b.label))
	})
	return rows
}
