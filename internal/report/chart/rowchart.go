package chart

// rowChart is what Bars, Dots and Boxes have in common.
type rowChart struct {
	Frame
	xTitle    string
	rows      []row
	keep      bool
	classes   Classes
	format    Format
	zero, log bool
	remark    string
}

const rowHigh = 26.0

func (r rowChart) svg() string {
	rows := r.sorted()
	var values []float64
	whole := !r.format.Percent
	for _, row := range rows {
		values = append(append(values, row.core...), row.span...)
		whole = whole && wholeNumbers([]float64{row.key})
	}
	s, ok := scaleFor(values, rule{log: r.log, whole: whole, zero: r.zero, aim: 5})
	if !ok && len(rows) == 0 {
		return r.nothing()
	}
	if !ok { // only words, such as "<5" in every row
		s = scale{low: 0, high: 1}
	}
	labels := tickLabels(s, r.format)
	var classes []string
	for _, row := range rows {
		classes = append(classes, row.class)
	}
	r.classes = r.classes.or(classes)
	p := r.place(rows, &s, labels)
	foot := 46.0
	if r.xTitle == "" {
		foot = 24
	}
	var remarks []string
	if r.remark != "" {
		remarks = []string{r.remark}
	}
	return r.document(p.bottom+foot+notes(nil, p.left, 0, remarks), func(c *canvas) {
		p.level(c, s, labels, r.title())
		for i, row := range rows {
			r.drawRow(c, p, s, row, p.top+rowHigh*(float64(i)+0.5))
		}
		notes(c, p.left, p.bottom+foot-6, remarks)
	})
}

func (r rowChart) title() string {
	if r.log && r.xTitle != "" {
		return r.xTitle + " (logarithmic scale)"
	}
	return r.xTitle
}

// place settles the margins. The right margin is what the value texts need
// beyond the plot when each stands right of its own mark, and no less than half of
// the last tick's label.
func (r rowChart) place(rows []row, s *scale, labels []string) plot {
	const most = 230.0
	p := plot{top: 4}
	for _, row := range rows {
		p.left = max(p.left, min(measure(row.label, textSize), most))
	}
	p.left += 10
	p.right = width - 12
	if n := len(labels); n > 0 {
		p.right = min(p.right, width-2-measure(labels[n-1], textSize)/2)
	}
	// Shrink until no text runs over the edge: text widths are fixed, positions
	// move with the plot, so each row gives one bound.
	for _, row := range rows {
		need := measure(row.value, textSize) + measure(join("", row.aside), smallSize) + 18
		s.from, s.to = 0, 1
		// left + f*(right-left) + need <= width
		if f := row.end(*s); f > 0 {
			p.right = min(p.right, p.left+(width-need-p.left)/f)
		}
	}
	p.right = max(p.right, p.left+120)
	p.bottom = p.top + rowHigh*float64(len(rows))
	s.from, s.to = p.left, p.right
	return p
}

func (r rowChart) drawRow(c *canvas, p plot, s scale, row row, y float64) {
	end := max(row.end(s), p.left)
	colour := r.classes.colour(row.class)
	if row.class == "" {
		colour = hues[0]
	}
	c.mark(row.mark, func() {
		// An unseen strip lets the tooltip answer on the whole row.
		c.rect(0, y-rowHigh/2, width, rowHigh, "#000", str("fill-opacity", "0"))
		lines := twoLines(row.label, textSize, p.left-10)
		for i, line := range lines {
			c.text(p.left-8, y+4+(float64(i)-float64(len(lines)-1)/2)*12.5, right, line)
		}
		style := []attr{str("font-weight", "600")}
		if row.drawable(s) {
			row.draw(c, s, y, colour)
		} else {
			style = []attr{str("fill", muted), str("font-style", "italic")}
		}
		c.open("text", append(append([]attr{num("x", end+9), num("y", y+4)}, style...), halo()...)...)
		c.b.WriteString(escape(row.value))
		if row.aside != "" {
			c.content("tspan", row.aside, append(small(), num("dx", 6), str("font-weight", "400"), str("font-style", "normal"))...)
		}
		c.close("text")
	})
}
