package chart

import "strings"

// Spark is a line the size of a word, for beside a key figure. It has no axis:
// it shows a shape above zero, and its end. NaN is a gap.
type Spark struct {
	Frame
	Values  []float64
	Class   string
	Classes Classes
}

// SVG draws the line, 120 by 28 units.
func (s Spark) SVG() string {
	const wide, high, margin = 120.0, 28.0, 4.0
	y, ok := scaleFor(s.Values, rule{zero: true, aim: 2, from: high - margin, to: margin})
	if !ok {
		return s.sized(wide, high, "120", func(c *canvas) {
			c.text(0, high/2+4, left, "No data", small()...)
		})
	}
	// The data's own range fills the height: there are no ticks to end on.
	y.low, y.high = 0, 0
	for _, v := range s.Values {
		if y.shows(v) {
			y.low, y.high = min(y.low, v), max(y.high, v)
		}
	}
	if y.low == y.high {
		y.high = 1
	}
	x := func(i int) float64 {
		return margin + (wide-2*margin)*float64(i)/float64(max(len(s.Values)-1, 1))
	}
	colour := hues[0]
	if s.Class != "" {
		colour = s.Classes.or([]string{s.Class}).colour(s.Class)
	}
	return s.sized(wide, high, "120", func(c *canvas) {
		c.line(margin, y.at(0), wide-margin, y.at(0), grid, 1)
		var run []string
		end := -1
		flush := func() {
			switch {
			case len(run) > 1:
				c.leaf("path", str("d", "M"+strings.Join(run, "L")), str("fill", "none"),
					str("stroke", colour), num("stroke-width", 1.6), str("stroke-linejoin", "round"))
			case len(run) == 1 && end < len(s.Values)-1:
				c.circle(x(end), y.at(s.Values[end]), 1.2, colour)
			}
			run = nil
		}
		for i, v := range s.Values {
			if !y.shows(v) {
				flush()
				continue
			}
			run, end = append(run, coordinate(x(i))+" "+coordinate(y.at(v))), i
		}
		flush()
		c.circle(x(end), y.at(s.Values[end]), 2.6, colour)
	})
}
