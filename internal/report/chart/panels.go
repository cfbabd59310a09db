package chart

import "math"

// Panels shows each series of Lines in a panel of its own, three in a row: one
// time axis for all, and for each a linear scale from zero that its own values fill.
// Shapes can be compared, heights cannot; the page says so. Events and Log are
// not used.
type Panels struct{ Lines }

const (
	panelsInRow = 3
	mostMargin  = 100.0 // for the labels left of a panel
	panelHigh   = 84.0
	panelPitch  = 140.0 // from the top of one row to the next
)

// SVG draws the chart. Series without a value that can be drawn have no panel.
func (p Panels) SVG() string {
	p.Events, p.Log = nil, false
	whole, ok := p.prepare()
	if !ok {
		return p.nothing()
	}
	var panels []*lineChart
	for i, s := range whole.series {
		if len(s) > 0 {
			panels = append(panels, whole.panel(i, len(panels)))
		}
	}
	margin := 0.0
	for _, d := range panels {
		margin = max(margin, min(widest(d.yLabels, smallSize), mostMargin)+6)
	}
	for _, d := range panels {
		d.left += margin
	}
	rows := (len(panels) + panelsInRow - 1) / panelsInRow
	head := 0.0
	if p.YTitle != "" {
		head = 20
	}
	bottom := head + panelPitch*float64(rows)
	return p.document(bottom+notes(nil, 2, 0, whole.remarks())+2, func(c *canvas) {
		if p.YTitle != "" {
			c.text(2, 13, left, fit(p.YTitle, textSize, width-4), str("fill", muted))
		}
		for _, d := range panels {
			d.top, d.bottom = d.top+head, d.bottom+head
			d.y.from, d.y.to = d.bottom, d.top
			d.drawPanel(c)
		}
		notes(c, 2, bottom, whole.remarks())
	})
}

// panel lays out series i as the panel at a place, counted by rows, without the
// margin for its labels.
func (d *lineChart) panel(i, place int) *lineChart {
	const gap = 10.0
	s := d.Series[i]
	one := &lineChart{Lines: d.Lines, series: [][]Sample{d.series[i]}, first: d.first, last: d.last, style: d.style}
	one.Series = []Series{s}
	var values []float64
	count := !d.Format.Percent
	for _, p := range d.series[i] {
		values = append(values, p.Value)
		count = count && p.Value == math.Trunc(p.Value)
		if low, high, ok := p.Interval.Limits(); ok {
			values = append(values, low, high)
		}
	}
	one.y, _ = scaleFor(values, rule{whole: count, zero: true, aim: 2})
	one.yLabels = tickLabels(one.y, d.Format)
	pitch := (width + gap) / panelsInRow
	one.left = pitch * float64(place%panelsInRow)
	one.right = pitch*float64(place%panelsInRow+1) - gap - 2
	one.top = panelPitch*float64(place/panelsInRow) + 24
	one.bottom = one.top + panelHigh
	return one
}

func (d *lineChart) drawPanel(c *canvas) {
	name, colour := d.Series[0].Class, d.Classes.colour(d.Series[0].Class)
	short := fit(name, textSize, d.wide())
	title := func() { c.text(d.left, d.top-9, left, short, str("font-weight", "600")) }
	if short == name {
		title()
	} else {
		c.mark(Mark{Title: name}, title)
	}
	for i, v := range d.y.ticks {
		y := d.y.at(v)
		c.line(d.left, y, d.right, y, grid, 1)
		c.text(d.left-5, y+4, right, fit(d.yLabels[i], smallSize, mostMargin), small()...)
	}
	wide := d.wide() / float64(max(d.last-d.first, 1))
	end := math.Inf(-1)
	for _, t := range timeTicks(d.first, d.last, d.Step, wide) {
		x, half := d.x(periodAt(t.index, d.Step)), measure(t.label, smallSize)/2
		c.line(x, d.bottom, x, d.bottom+4, faint, 1)
		if x = min(x, d.right+2-half); x-half > end {
			c.text(x, d.bottom+16, middle, t.label, small()...)
			end = x + half + 4
		}
	}
	c.line(d.left, d.bottom, d.right, d.bottom, faint, 1)
	d.band(c, d.series[0], colour)
	d.trace(c, d.series[0], colour)
	d.targets(c, d.series[0], name)
}
