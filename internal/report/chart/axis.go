package chart

// plot is the rectangle in which marks are drawn.
type plot struct{ left, top, right, bottom float64 }

func (p plot) wide() float64 { return p.right - p.left }

// widest is the width of the widest of the labels.
func widest(labels []string, size float64) float64 {
	w := 0.0
	for _, l := range labels {
		w = max(w, measure(l, size))
	}
	return w
}

func tickLabels(s scale, f Format) []string {
	st := f.settleTicks(s.ticks)
	out := make([]string, len(s.ticks))
	for i, v := range s.ticks {
		out[i] = st.text(v)
	}
	return out
}

// upright draws a vertical value axis: grid lines across the plot, labels at
// its left, and the title above it, written level so that it is read without
// turning the head.
func (p plot) upright(c *canvas, s scale, labels []string, title string) {
	for i, v := range s.ticks {
		y := s.at(v)
		colour := grid
		if v == 0 {
			colour = faint
		}
		c.line(p.left, y, p.right, y, colour, 1)
		c.text(p.left-7, y+4, right, fit(labels[i], textSize, p.left-8), str("fill", muted))
	}
	if title != "" {
		c.text(2, p.top-14, left, fit(title, textSize, width-4), str("fill", muted))
	}
}

// level draws a horizontal value axis below the plot. Where labels would touch,
// every second, third, … is written.
func (p plot) level(c *canvas, s scale, labels []string, title string) {
	step := 1
	for p.touch(s, labels, step) {
		step++
	}
	for i, v := range s.ticks {
		x := s.at(v)
		colour := grid
		if v == 0 && !s.log {
			colour = faint
		}
		c.line(x, p.top, x, p.bottom, colour, 1)
		if i%step == 0 {
			c.text(x, p.bottom+16, middle, labels[i], str("fill", muted))
		}
	}
	if title != "" {
		c.text(p.left, p.bottom+35, left, fit(title, textSize, width-p.left-4), str("fill", muted))
	}
}

// touch tells whether labels at every so many ticks would touch.
func (p plot) touch(s scale, labels []string, step int) bool {
	for i := step; i < len(labels); i += step {
		room := s.at(s.ticks[i]) - s.at(s.ticks[i-step])
		if room < (measure(labels[i], textSize)+measure(labels[i-step], textSize))/2+6 {
			return true
		}
	}
	return false
}

// wholeNumbers tells whether all finite values are counts.
func wholeNumbers(values []float64) bool {
	for _, v := range values {
		if finite(v) && v != float64(int64(v)) {
			return false
		}
	}
	return true
}

// stride is how many labels to step so that those shown do not touch, when
// each has pitch units of room: a divisor or a multiple of 12, as suits months.
func stride(labels []string, size, pitch float64) int {
	const gap = 8
	for _, n := range []int{1, 2, 3, 4, 6, 12, 24, 60, 120, 240} {
		most := 0.0
		for i := 0; i < len(labels); i += n {
			most = max(most, measure(labels[i], size))
		}
		if most+gap <= pitch*float64(n) {
			return n
		}
	}
	return max(len(labels), 1)
}

// notes draws remarks below a chart, one a line, and gives their height; c may
// be nil to measure only.
func notes(c *canvas, x, y float64, remarks []string) float64 {
	high := 0.0
	for _, r := range remarks {
		for _, line := range wrap(r, smallSize, width-x-4) {
			if c != nil {
				c.text(x, y+high+smallSize, left, line, small()...)
			}
			high += lineStep
		}
	}
	return high
}

// tickMargin is the room left of a plot for its tick labels. However long a prefix
// or suffix makes them, most of the width is the plot's.
func tickMargin(labels []string) float64 {
	return min(widest(labels, textSize), 160) + 12
}
