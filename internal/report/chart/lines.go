package chart

import (
	"slices"
	"strings"
)

// Lines shows series over months or years, one line a class. Lines break where
// a period is missing. The linear scale always includes zero.
type Lines struct {
	Frame
	Step    Step
	YTitle  string // quantity and unit
	Series  []Series
	Events  []Event
	Classes Classes
	Format  Format
	// IntervalName says what the bands are, such as "95% interval".
	IntervalName string
	Log          bool // logarithmic scale: zeros are missing, and said to be
}

// Series is one line. Points may come in any order; of two for the same period
// the first stands.
type Series struct {
	Class  string
	Points []Sample
}

// Sample is one value of a series.
type Sample struct {
	At        Period
	Value     float64
	Interval  Interval
	Projected bool // drawn broken: not observed
	Mark
}

// Event is a dated line behind the series: a decision, a change point.
type Event struct {
	At    Period
	Label string
}

// SVG draws the chart.
func (l Lines) SVG() string {
	d, ok := l.prepare()
	if !ok {
		return l.nothing()
	}
	return l.document(d.bottom+d.foot(), func(c *canvas) { d.draw(c) })
}

// lineChart is Lines with its layout settled.
type lineChart struct {
	Lines
	plot
	series      [][]Sample // sorted, only what can be drawn
	first, last int
	y           scale
	yLabels     []string
	style       style
	labels      []endLabel
	labelsAt    float64
	events      []placedEvent
	hidden      int // values that a logarithmic scale cannot show
	legend      []entry
}

type placedEvent struct {
	Event
	row      int
	leftward bool
}

func (l Lines) prepare() (*lineChart, bool) {
	d := &lineChart{Lines: l}
	var values, all []float64
	var names []string
	for _, s := range l.Series {
		samples := d.usable(s.Points)
		d.series = append(d.series, samples)
		names = append(names, s.Class)
		for _, p := range samples {
			all = append(all, p.Value)
			values = append(values, p.Value)
			if low, high, ok := p.Interval.Limits(); ok {
				values = append(values, low, high)
			}
			if i := p.At.index(l.Step); len(all) == 1 {
				d.first, d.last = i, i
			} else {
				d.first, d.last = min(d.first, i), max(d.last, i)
			}
		}
	}
	if len(all) == 0 {
		return nil, false
	}
	d.Classes = l.Classes.or(names)
	d.style = l.Format.settle(all)
	d.layout(values, wholeNumbers(all) && !l.Format.Percent)
	return d, true
}

// usable sorts samples and leaves out those that cannot be drawn.
func (d *lineChart) usable(points []Sample) []Sample {
	s := scale{log: d.Log}
	out := make([]Sample, 0, len(points))
	for _, p := range points {
		switch {
		case !p.At.valid(d.Step):
		case s.shows(p.Value):
			out = append(out, p)
		case finite(p.Value):
			d.hidden++
		}
	}
	slices.SortStableFunc(out, func(a, b Sample) int { return comparePeriods(a.At, b.At) })
	return slices.CompactFunc(out, func(a, b Sample) bool { return a.At == b.At })
}

func (d *lineChart) layout(values []float64, whole bool) {
	const gap, most, high = 15.0, 190.0, 260.0
	d.y, _ = scaleFor(values, rule{log: d.Log, whole: whole, zero: true, aim: 5})
	d.yLabels = tickLabels(d.y, d.Format)
	d.left = tickMargin(d.yLabels)
	var entries []entry
	for i, s := range d.series {
		if name := d.Series[i].Class; len(s) > 0 && name != "" {
			entries = append(entries, entry{name, d.Classes.colour(name)})
			d.labelsAt = max(d.labelsAt, min(measure(name, textSize), most))
		}
	}
	d.labelsAt = width - d.labelsAt - 2
	d.right = d.labelsAt - 22
	if float64(len(entries)-1)*gap > high {
		// Too many for the margin: a legend below, and the lines take the width.
		d.legend, d.right = entries, width-14
	}
	d.top = 12
	if d.YTitle != "" {
		d.top = 26
	}
	d.placeEvents()
	d.top += d.eventRoom()
	d.bottom = d.top + high
	d.y.from, d.y.to = d.bottom, d.top
	if len(d.legend) == 0 {
		d.labelEnds(gap)
	}
}

func (d *lineChart) labelEnds(gap float64) {
	for i, s := range d.series {
		if name := d.Series[i].Class; len(s) > 0 && name != "" {
			end := s[len(s)-1]
			d.labels = append(d.labels, endLabel{
				text: name, colour: d.Classes.colour(name),
				x: d.x(end.At), y: d.y.at(end.Value), order: i,
			})
		}
	}
	spread(d.labels, gap, d.top, d.bottom)
}

// placeEvents puts the events' names in as few rows above the plot as their
// widths allow; a name that would run off the right edge stands left of its line.
func (d *lineChart) placeEvents() {
	for _, e := range d.Events {
		if e.At.valid(d.Step) && e.At.index(d.Step) >= d.first && e.At.index(d.Step) <= d.last {
			d.events = append(d.events, placedEvent{Event: e})
		}
	}
	slices.SortStableFunc(d.events, func(a, b placedEvent) int { return comparePeriods(a.At, b.At) })
	var ends []float64
	for i := range d.events {
		e := &d.events[i]
		e.Label = fit(e.Label, smallSize, 240)
		wide := measure(e.Label, smallSize) + 4
		from := d.x(e.At)
		if e.leftward = from+wide > width; e.leftward {
			from -= wide
		}
		e.row = slices.IndexFunc(ends, func(end float64) bool { return end+8 < from })
		if e.row < 0 {
			e.row = len(ends)
			ends = append(ends, 0)
		}
		ends[e.row] = from + wide
	}
}

// x is the place of a period.
func (d *lineChart) x(p Period) float64 {
	if d.first == d.last {
		return (d.left + d.right) / 2
	}
	return d.left + float64(p.index(d.Step)-d.first)/float64(d.last-d.first)*d.wide()
}

// foot is the height below the plot.
func (d *lineChart) foot() float64 {
	high := 26.0
	if len(d.legend) > 0 {
		high += legend(nil, d.legend, d.left, 0, d.wide()) + 6
	}
	return high + notes(nil, d.left, 0, d.remarks()) + 2
}

func (d *lineChart) remarks() []string {
	var out []string
	banded, projected := false, false
	for _, s := range d.series {
		for _, p := range s {
			banded = banded || p.Interval.known
			projected = projected || p.Projected
		}
	}
	if banded && d.IntervalName != "" {
		out = append(out, "Shaded: "+d.IntervalName+".")
	}
	if projected {
		out = append(out, "Broken line: projected, not observed.")
	}
	if d.hidden > 0 {
		out = append(out, "Logarithmic scale: "+plural(d.hidden, "value", "values")+" of zero or below not shown.")
	}
	if len(out) == 0 {
		return nil
	}
	return []string{strings.Join(out, " ")}
}

func (d *lineChart) draw(c *canvas) {
	d.frame(c)
	for i, s := range d.series {
		d.band(c, s, d.Classes.colour(d.Series[i].Class))
	}
	for i, s := range d.series {
		d.trace(c, s, d.Classes.colour(d.Series[i].Class))
	}
	drawEndLabels(c, d.labels, d.labelsAt, width-d.labelsAt)
	for i, s := range d.series {
		d.targets(c, s, d.Series[i].Class)
	}
	y := d.bottom + 26
	if len(d.legend) > 0 {
		y += legend(c, d.legend, d.left, y+6, d.wide()) + 6
	}
	notes(c, d.left, y+2, d.remarks())
}

// frame draws axes and events.
func (d *lineChart) frame(c *canvas) {
	title := d.YTitle
	if d.Log && title != "" {
		title += " (logarithmic scale)"
	}
	head := d.plot
	head.top -= d.eventRoom()
	d.upright(c, d.y, d.yLabels, "")
	if title != "" {
		c.text(2, head.top-14, left, fit(title, textSize, width-4), str("fill", muted))
	}
	wide := d.wide() / float64(max(d.last-d.first, 1))
	for _, t := range timeTicks(d.first, d.last, d.Step, wide) {
		x := d.x(periodAt(t.index, d.Step))
		c.line(x, d.bottom, x, d.bottom+5, faint, 1)
		half := measure(t.label, textSize) / 2
		c.text(min(max(x, half), width-half), d.bottom+18, middle, t.label, str("fill", muted))
	}
	c.line(d.left, d.bottom, d.right, d.bottom, faint, 1)
	for _, e := range d.events {
		x, y := d.x(e.At), d.top-d.eventRoom()+float64(e.row)*lineStep+8
		c.line(x, y-8, x, d.bottom, faint, 1, str("stroke-dasharray", "2 3"))
		c.mark(Mark{Title: e.At.String() + ": " + e.Label}, func() {
			if e.leftward {
				c.text(x-4, y, right, e.Label, small()...)
				return
			}
			c.text(x+4, y, left, e.Label, small()...)
		})
	}
}

func (d *lineChart) eventRoom() float64 {
	rows := 0
	for _, e := range d.events {
		rows = max(rows, e.row+1)
	}
	return float64(rows) * lineStep
}

// runs splits a series where a period is missing.
func (d *lineChart) runs(s []Sample) [][]Sample {
	var out [][]Sample
	for i, p := range s {
		if i == 0 || p.At.index(d.Step) != s[i-1].At.index(d.Step)+1 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], p)
	}
	return out
}

// band shades the intervals.
func (d *lineChart) band(c *canvas, s []Sample, colour string) {
	for _, run := range d.runs(s) {
		var upper, lower []string
		for i := 0; i <= len(run); i++ {
			if i < len(run) {
				if low, high, ok := run[i].Interval.Limits(); ok && d.y.shows(low) {
					x := coordinate(d.x(run[i].At))
					upper = append(upper, x+" "+coordinate(d.y.at(high)))
					lower = append(lower, x+" "+coordinate(d.y.at(low)))
					continue
				}
			}
			if len(upper) > 1 {
				slices.Reverse(lower)
				c.leaf("path", str("d", "M"+strings.Join(append(upper, lower...), "L")+"Z"), str("fill", colour), str("fill-opacity", "0.18"))
			}
			if len(upper) == 1 { // no neighbour to span a band with
				c.leaf("path", str("d", "M"+upper[0]+"L"+lower[0]), str("stroke", colour), num("stroke-width", 4), str("stroke-opacity", "0.3"))
			}
			upper, lower = nil, nil
		}
	}
}

// trace draws the line: whole where observed, broken up to a projected point.
// A point without neighbours is a dot.
func (d *lineChart) trace(c *canvas, s []Sample, colour string) {
	for _, run := range d.runs(s) {
		if len(run) == 1 {
			c.circle(d.x(run[0].At), d.y.at(run[0].Value), 2.5, colour)
			continue
		}
		for from := 0; from+1 < len(run); {
			to := from + 1
			for to+1 < len(run) && run[to+1].Projected == run[to].Projected {
				to++
			}
			path := make([]string, 0, to-from+1)
			for _, p := range run[from : to+1] {
				path = append(path, coordinate(d.x(p.At))+" "+coordinate(d.y.at(p.Value)))
			}
			attrs := []attr{
				str("d", "M"+strings.Join(path, "L")), str("fill", "none"), str("stroke", colour),
				num("stroke-width", 2), str("stroke-linejoin", "round"), str("stroke-linecap", "round"),
			}
			if run[to].Projected {
				attrs = append(attrs, str("stroke-dasharray", "5 4"))
			}
			c.leaf("path", attrs...)
			from = to
		}
	}
}

// targets puts an unseen disc on every point, for its tooltip and link.
func (d *lineChart) targets(c *canvas, s []Sample, class string) {
	if len(s) == 0 {
		return
	}
	c.open("g", str("fill", "#000"), str("fill-opacity", "0"))
	for _, p := range s {
		title := p.At.String() + ": " + d.style.withInterval(p.Value, p.Interval)
		if class != "" {
			title = class + ", " + title
		}
		m := p.Mark.titled(title)
		m.unstopped = true
		c.mark(m, func() {
			c.leaf("circle", num("cx", d.x(p.At)), num("cy", d.y.at(p.Value)), num("r", 4))
		})
	}
	c.close("g")
}
