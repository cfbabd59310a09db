package chart

import "math"

// Heat shows a table of values as shades: light is low, dark is high, crossed is
// missing. Zero has its own, uncoloured cell.
type Heat struct {
	Frame
	XTitle  string // what the columns are
	Measure string // quantity and unit of the values, for the key
	Rows    []string
	Columns []string
	Cells   [][]Cell // one slice a row; rows may be short
	Format  Format
	Log     bool // shades by the logarithm, for values over several decades
}

// Cell is one value of Heat. A missing cell that has no Text must be NaN: the
// zero Cell is a count of none.
type Cell struct {
	Value float64
	Text  string // written in place of the value
	Mark
}

// SVG draws the chart.
func (h Heat) SVG() string {
	d := heatChart{Heat: h}
	if !d.prepare() {
		return h.nothing()
	}
	return h.document(d.bottom+58, func(c *canvas) { d.draw(c) })
}

type heatChart struct {
	Heat
	plot
	low, high float64 // of the values above zero
	missing   bool
	style     style
	cell, row float64
}

const zeroShade = "#f4f4f4"

func (d *heatChart) prepare() bool {
	if len(d.Rows) == 0 || len(d.Columns) == 0 {
		return false
	}
	var values []float64
	d.low, d.high = math.Inf(1), 0
	known := false
	for i := range d.Rows {
		for j := range d.Columns {
			v := d.at(i, j).Value
			if !finite(v) || v < 0 {
				d.missing = true
				known = known || d.at(i, j).Text != ""
				continue
			}
			known = true
			values = append(values, v)
			if v > 0 {
				d.low, d.high = min(d.low, v), max(d.high, v)
			}
		}
	}
	if !known {
		return false
	}
	d.style = d.Format.settle(values)
	d.left = min(widest(d.Rows, textSize), 200) + 10
	d.right = width - 2
	d.cell = min(d.wide()/float64(len(d.Columns)), 74)
	d.right = d.left + d.cell*float64(len(d.Columns))
	d.row = min(max(d.cell*0.7, 17), 26)
	d.top = 22
	if d.XTitle != "" {
		d.top = 40
	}
	d.bottom = d.top + d.row*float64(len(d.Rows))
	return true
}

// at is a cell; one that the rows do not hold is missing.
func (d *heatChart) at(i, j int) Cell {
	if i < len(d.Cells) && j < len(d.Cells[i]) {
		return d.Cells[i][j]
	}
	return Cell{Value: math.NaN()}
}

// fraction places a value above zero on the scale from 0.06, so that the
// smallest differs from zero, to 1.
func (d *heatChart) fraction(v float64) float64 {
	f := v / d.high
	if d.Log {
		f = 1
		if math.Log(d.high) > math.Log(d.low) {
			f = (math.Log(v) - math.Log(d.low)) / (math.Log(d.high) - math.Log(d.low))
		}
	}
	return 0.06 + 0.94*f
}

func (d *heatChart) draw(c *canvas) {
	if d.XTitle != "" {
		c.text(d.left, 12, left, fit(d.XTitle, textSize, d.wide()), str("fill", muted))
	}
	step := stride(d.Columns, smallSize, d.cell)
	for j := 0; j < len(d.Columns); j += step {
		x := d.left + d.cell*(float64(j)+0.5)
		half := measure(d.Columns[j], smallSize) / 2
		c.text(min(x, width-half), d.top-7, middle, d.Columns[j], small()...)
	}
	for i, label := range d.Rows {
		y := d.top + d.row*(float64(i)+0.5)
		short := fit(label, textSize, d.left-10)
		c.text(d.left-8, y+4, right, short)
		for j := range d.Columns {
			d.drawCell(c, i, j)
		}
	}
	d.key(c)
}

func (d *heatChart) drawCell(c *canvas, i, j int) {
	cell := d.at(i, j)
	x, y := d.left+d.cell*float64(j), d.top+d.row*float64(i)
	text, colour := cell.Text, paper
	known := finite(cell.Value) && cell.Value >= 0
	switch {
	case known && cell.Value == 0:
		colour = zeroShade
	case known:
		colour = shade(d.fraction(cell.Value))
	}
	if known && text == "" {
		text = d.style.text(cell.Value)
	}
	title := text
	if title == "" {
		title = "no data"
	}
	c.mark(cell.titled(d.Rows[i]+", "+d.Columns[j]+": "+title), func() {
		c.rect(x+0.5, y+0.5, d.cell-1, d.row-1, colour)
		switch {
		case text != "" && measure(text, smallSize) <= d.cell-3:
			c.text(x+d.cell/2, y+d.row/2+4, middle, text, num("font-size", smallSize), str("fill", inkOn(colour)))
		case !known:
			d.cross(c, x, y, d.cell, d.row)
		}
	})
}

// cross marks a missing cell.
func (d *heatChart) cross(c *canvas, x, y, wide, high float64) {
	c.rect(x+1, y+1, wide-2, high-2, "none", str("stroke", grid))
	mx, my := x+wide/2, y+high/2
	c.leaf("path", str("d", "M"+coordinate(mx-3)+" "+coordinate(my-3)+"l6 6m0-6l-6 6"), str("stroke", faint), num("stroke-width", 1))
}

// key draws the scale of shades below the table.
func (d *heatChart) key(c *canvas) {
	const wide, high, steps = 200.0, 11.0, 40
	x, y := d.left, d.bottom+26
	title := d.Measure
	if d.Log && title != "" {
		title += " (logarithmic shades)"
	}
	c.text(x, y-6, left, fit(title, smallSize, width-x-4), small()...)
	c.rect(x, y, high+5, high, zeroShade, str("stroke", grid), num("stroke-width", 0.6))
	c.text(x+8, y+high+13, middle, d.style.text(0), small()...)
	x += high + 17
	if d.high > 0 {
		for i := range steps {
			f := float64(i) / float64(steps-1)
			c.rect(x+wide*float64(i)/steps, y, wide/steps+0.3, high, shade(0.06+0.94*f))
		}
		for _, v := range d.keyValues() {
			f := (d.fraction(v) - 0.06) / 0.94
			at := middle
			switch {
			case f > 0.99:
				at = right
			case f < 0.01:
				at = left
			}
			c.text(x+wide*f, y+high+13, at, d.style.text(v), small()...)
		}
		x += wide + 14
	}
	if d.missing {
		d.cross(c, x-1, y-1, high+7, high+2)
		c.text(x+high+10, y+high-1, left, "no data", small()...)
	}
}

// keyValues are the values named on the scale: its ends and its middle, the
// middle rounded as the values are. Zero, the lower end of a linear scale, is
// named beside it.
func (d *heatChart) keyValues() []float64 {
	if d.low == d.high {
		return []float64{d.high}
	}
	unit := math.Pow(10, float64(-d.style.decimals))
	if d.Format.Percent {
		unit /= 100
	}
	mid, out := d.high/2, []float64{}
	if d.Log {
		mid, out = math.Sqrt(d.low*d.high), append(out, d.low)
	}
	if mid = math.Round(mid/unit) * unit; mid > d.low && mid < d.high {
		out = append(out, mid)
	}
	return append(out, d.high)
}
