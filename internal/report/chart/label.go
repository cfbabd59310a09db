package chart

import (
	"cmp"
	"math"
	"slices"
)

// endLabel names a series or a segment beside the plot.
type endLabel struct {
	text   string
	colour string
	x, y   float64 // where the mark ends
	at     float64 // baseline middle of the text, set by spread
	order  int
}

// spread moves labels apart along the vertical so that neighbours are at least
// gap apart and all lie within low to high, moving them as little as possible
// in the sense of least squares (pooling adjacent violators: Barlow et al.,
// Statistical Inference under Order Restrictions, 1972). It reports false when
// they do not fit.
func spread(labels []endLabel, gap, low, high float64) bool {
	if len(labels) == 0 {
		return true
	}
	if float64(len(labels)-1)*gap > high-low {
		return false
	}
	slices.SortStableFunc(labels, func(a, b endLabel) int {
		return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.order, b.order))
	})
	// With i*gap taken off, "at least gap apart" is "not decreasing".
	type block struct {
		sum float64
		n   int
	}
	var blocks []block
	for i, l := range labels {
		b := block{l.y - float64(i)*gap, 1}
		for len(blocks) > 0 {
			last := blocks[len(blocks)-1]
			if last.sum/float64(last.n) <= b.sum/float64(b.n) {
				break
			}
			b = block{b.sum + last.sum, b.n + last.n}
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	i, most := 0, high-float64(len(labels)-1)*gap
	for _, b := range blocks {
		mean := math.Min(math.Max(b.sum/float64(b.n), low), most)
		for range b.n {
			labels[i].at = mean + float64(i)*gap
			i++
		}
	}
	return true
}

// drawEndLabels writes spread labels from x on, each with a short line in its
// colour that leads to its mark.
func drawEndLabels(c *canvas, labels []endLabel, x, wide float64) {
	for _, l := range labels {
		c.leaf("path", str("d", "M"+coordinate(l.x+2)+" "+coordinate(l.y)+"L"+coordinate(x-8)+" "+coordinate(l.at)+"H"+coordinate(x-3)),
			str("fill", "none"), str("stroke", l.colour), num("stroke-width", 1.2), str("stroke-opacity", "0.8"))
		short := fit(l.text, textSize, wide)
		if short == l.text {
			c.text(x, l.at+4, left, l.text)
			continue
		}
		c.mark(Mark{Title: l.text}, func() { c.text(x, l.at+4, left, short) })
	}
}

// entry is one item of a legend.
type entry struct{ text, colour string }

// legend writes swatches and names in rows and gives the height that they take;
// c may be nil to measure only.
func legend(c *canvas, entries []entry, x, y, wide float64) float64 {
	const swatch, gap, row = 11.0, 18.0, 18.0
	at, high := x, row
	for _, e := range entries {
		text := fit(e.text, textSize, wide-swatch-5)
		need := swatch + 5 + measure(text, textSize) + gap
		if at > x && at+need-gap > x+wide {
			at, high = x, high+row
		}
		if c != nil {
			c.rect(at, y+high-row, swatch, swatch, e.colour)
			c.text(at+swatch+5, y+high-row+swatch-1, left, text)
		}
		at += need
	}
	return high
}
