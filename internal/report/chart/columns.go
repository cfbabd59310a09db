package chart

import "math"

// Columns shows totals over time (or over other ordered categories), stacked
// by class when there is more than one. A total with a missing or negative
// part is missing.
type Columns struct {
	Frame
	XTitle, YTitle string
	Labels         []string // one a column, in order
	Stacks         []Stack  // from the bottom up
	Totals         []Interval
	Texts          []string // written in place of the totals; may be shorter
	IntervalName   string   // what the intervals are, such as "95% interval"
	Classes        Classes
	Format         Format
}

// Stack is one class of Columns. Marks may be shorter than Values.
type Stack struct {
	Class  string
	Values []float64 // one a column
	Marks  []Mark
}

// SVG draws the chart.
func (s Columns) SVG() string {
	d := columnChart{Columns: s}
	if !d.prepare() {
		return s.nothing()
	}
	return s.document(d.bottom+d.foot(), func(c *canvas) { d.draw(c) })
}

type columnChart struct {
	Columns
	plot
	totals   []float64 // NaN when missing
	y        scale
	yLabels  []string
	style    style
	labels   []endLabel
	labelsAt float64
	legend   []entry
	valued   bool // there is room for the total above every column
}

// part is the value of a stack in a column, 0 and false when missing.
func (s Stack) part(column int) (float64, bool) {
	if column >= len(s.Values) {
		return 0, false
	}
	v := s.Values[column]
	return v, finite(v) && v >= 0
}

func (d *columnChart) prepare() bool {
	var names []string
	var values []float64
	known := false
	for _, s := range d.Stacks {
		names = append(names, s.Class)
		values = append(values, s.Values...)
	}
	for i := range d.Labels {
		total, whole := 0.0, len(d.Stacks) > 0
		for _, s := range d.Stacks {
			v, ok := s.part(i)
			total, whole = total+v, whole && ok
		}
		if !whole {
			total = math.NaN()
		}
		d.totals = append(d.totals, total)
		known = known || whole
	}
	if !known {
		return false
	}
	d.Classes = d.Columns.Classes.or(names)
	d.style = d.Format.settle(values)
	d.layout(wholeNumbers(values) && !d.Format.Percent)
	return true
}

func (d *columnChart) interval(i int) (low, high float64, ok bool) {
	if i >= len(d.Totals) || !finite(d.totals[i]) {
		return 0, 0, false
	}
	return d.Totals[i].Limits()
}

func (d *columnChart) layout(whole bool) {
	const gap, most, high = 15.0, 190.0, 250.0
	values := append([]float64(nil), d.totals...)
	for i := range d.totals {
		if low, high, ok := d.interval(i); ok {
			values = append(values, low, high)
		}
	}
	d.top = 30
	if d.YTitle != "" {
		d.top = 42
	}
	d.bottom = d.top + high
	d.y, _ = scaleFor(values, rule{whole: whole, zero: true, aim: 5, from: d.bottom, to: d.top})
	d.yLabels = tickLabels(d.y, d.Format)
	d.left, d.right = tickMargin(d.yLabels), width-8
	d.valued = true
	defer func() { // some totals without the others would look chosen
		for i, v := range d.totals {
			fits := measure(d.total(i), smallSize) <= d.wide()/float64(len(d.Labels))+1
			d.valued = d.valued && (fits || !finite(v))
		}
	}()
	if len(d.Stacks) < 2 {
		return
	}
	var names []string
	for _, s := range d.Stacks {
		names = append(names, s.Class)
	}
	if float64(len(names)-1)*gap > high || !finite(d.totals[len(d.totals)-1]) {
		for i := range d.Stacks {
			s := d.Stacks[len(d.Stacks)-1-i]
			d.legend = append(d.legend, entry{s.Class, d.Classes.colour(s.Class)})
		}
		return
	}
	d.labelsAt = width - min(widest(names, textSize), most) - 2
	d.right = d.labelsAt - 20
	d.labelEnds(gap)
}

// labelEnds names the parts of the last column beside it.
func (d *columnChart) labelEnds(gap float64) {
	last, sum := len(d.totals)-1, 0.0
	for i, s := range d.Stacks {
		v, _ := s.part(last)
		x, wide := d.column(last)
		d.labels = append(d.labels, endLabel{
			text: s.Class, colour: d.Classes.colour(s.Class),
			x: x + wide - 2, y: d.y.at(sum + v/2), order: -i,
		})
		sum += v
	}
	spread(d.labels, gap, d.top, d.bottom)
}

// column is the left edge and the width of a column.
func (d *columnChart) column(i int) (x, wide float64) {
	pitch := d.wide() / float64(len(d.Labels))
	wide = min(pitch*0.8, 64)
	return d.left + pitch*(float64(i)+0.5) - wide/2, wide
}

func (d *columnChart) foot() float64 {
	high := 26.0
	if d.XTitle != "" {
		high += 18
	}
	if len(d.legend) > 0 {
		high += legend(nil, d.legend, d.left, 0, d.wide()) + 4
	}
	return high + notes(nil, d.left, 0, d.remarks()) + 2
}

func (d *columnChart) remarks() []string {
	for i := range d.totals {
		if _, _, ok := d.interval(i); ok && d.IntervalName != "" {
			return []string{"Thin line: " + d.IntervalName + " of the total."}
		}
	}
	return nil
}

func (d *columnChart) draw(c *canvas) {
	d.upright(c, d.y, d.yLabels, "")
	if d.YTitle != "" {
		c.text(2, 14, left, fit(d.YTitle, textSize, width-4), str("fill", muted))
	}
	step := stride(d.Labels, textSize, d.wide()/float64(len(d.Labels)))
	for i, label := range d.Labels {
		d.drawColumn(c, i)
		if i%step == 0 {
			x, wide := d.column(i)
			half := measure(label, textSize) / 2
			c.text(min(max(x+wide/2, half), width-half), d.bottom+18, middle, label, str("fill", muted))
		}
	}
	c.line(d.left, d.y.at(0), d.right, d.y.at(0), faint, 1)
	drawEndLabels(c, d.labels, d.labelsAt, width-d.labelsAt)
	y := d.bottom + 26
	if d.XTitle != "" {
		c.text(d.left, y+10, left, fit(d.XTitle, textSize, d.wide()), str("fill", muted))
		y += 18
	}
	if len(d.legend) > 0 {
		y += legend(c, d.legend, d.left, y+4, d.wide()) + 4
	}
	notes(c, d.left, y+2, d.remarks())
}

func (d *columnChart) drawColumn(c *canvas, i int) {
	x, wide := d.column(i)
	if !finite(d.totals[i]) {
		label := "no data"
		if measure(label, smallSize) > wide*1.3 {
			label = "×"
		}
		c.mark(Mark{Title: d.Labels[i] + ": no data"}, func() {
			c.text(x+wide/2, d.bottom-5, middle, label, small()...)
		})
		return
	}
	sum := 0.0
	for _, s := range d.Stacks {
		v, _ := s.part(i)
		d.drawPart(c, s, i, v, sum)
		sum += v
	}
	label := d.total(i)
	top := d.y.at(sum)
	if low, high, ok := d.interval(i); ok {
		d.errorBar(c, x+wide/2, low, high)
		top = min(top, d.y.at(high)-2)
	}
	if d.valued {
		c.text(x+wide/2, top-5, middle, label, append([]attr{num("font-size", smallSize), str("font-weight", "600")}, halo()...)...)
	}
}

// drawPart draws one part from base up, with its value where there is room.
func (d *columnChart) drawPart(c *canvas, s Stack, i int, v, base float64) {
	x, wide := d.column(i)
	colour := hues[0]
	title := d.Labels[i] + ": " + d.style.text(v)
	if s.Class != "" {
		colour = d.Classes.colour(s.Class)
		title = s.Class + ", " + title
	}
	if len(d.Stacks) > 1 {
		title += " of " + d.style.text(d.totals[i])
	}
	var m Mark
	if i < len(s.Marks) {
		m = s.Marks[i]
	}
	low, high := d.y.at(base), d.y.at(base+v)
	c.mark(m.titled(title), func() {
		c.rect(x, high, wide, low-high, colour, str("stroke", paper), num("stroke-width", 0.8))
		label := d.style.text(v)
		if d.barred(i, (low+high)/2) {
			return
		}
		if len(d.Stacks) > 1 && low-high >= 15 && measure(label, smallSize) <= wide-2 {
			c.text(x+wide/2, (low+high)/2+4, middle, label, num("font-size", smallSize), str("fill", inkOn(colour)))
		}
	})
}

// total is a column's total in words.
func (d *columnChart) total(i int) string {
	if i < len(d.Texts) {
		return d.Texts[i]
	}
	return d.style.text(d.totals[i])
}

// barred tells whether a column's interval runs through a text at y.
func (d *columnChart) barred(i int, y float64) bool {
	low, high, ok := d.interval(i)
	return ok && y < d.y.at(low)+8 && y > d.y.at(high)-8
}

func (d *columnChart) errorBar(c *canvas, x, low, high float64) {
	path := "M" + coordinate(x-4) + " " + coordinate(d.y.at(high)) + "h8m-4 0V" + coordinate(d.y.at(low)) + "m-4 0h8"
	c.leaf("path", str("d", path), str("fill", "none"), str("stroke", paper), num("stroke-width", 3.4), str("stroke-opacity", "0.8"))
	c.leaf("path", str("d", path), str("fill", "none"), str("stroke", ink), num("stroke-width", 1.4))
}
