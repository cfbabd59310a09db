package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

const (
	largestDisc  = 13.0 // radii
	smallestDisc = 1.6
	mostBins     = 12000
	detailed     = 110_000 // bytes spent on discs that have a tooltip each
)

// bin is the points of one class within one cell of the grid.
type bin struct {
	x, y   float64 // mean place
	class  string
	weight float64
	count  int
	mark   Mark // of the only point, or what all points agree on
}

// gather fills the bins: on a grid of two units, or as coarse as it takes to
// draw no more than mostBins.
func (d *mapChart) gather() {
	d.skipped, d.beyond = 0, 0
	for cell := 2.0; ; cell++ {
		d.bins, d.skipped, d.beyond = gather(d.projection, d.Points, cell)
		if len(d.bins) <= mostBins || cell > 40 {
			break
		}
	}
	if len(d.bins) > 0 {
		d.most = d.bins[0].weight
	}
}

// gather sums points by class and grid cell; the result is ordered from the
// heaviest. Points that have no usable position or weight are counted as
// skipped, points outside the window as beyond.
func gather(p projection, points []MapPoint, cell float64) (bins []bin, skipped, beyond int) {
	type key struct {
		i, j  int
		class string
	}
	at := map[key]int{}
	for _, pt := range points {
		if !pt.At.valid() || !finite(pt.Weight) || pt.Weight < 0 {
			skipped++
			continue
		}
		x, y, ok := p.inside(pt.At)
		if !ok {
			beyond++
			continue
		}
		k := key{int(x / cell), int(y / cell), pt.Class}
		i, known := at[k]
		if !known {
			i = len(bins)
			at[k] = i
			bins = append(bins, bin{class: pt.Class, mark: pt.Mark})
		}
		b := &bins[i]
		if b.count > 0 && b.mark.Href != pt.Href {
			b.mark.Href = ""
		}
		b.count++
		b.x += (x - b.x) / float64(b.count)
		b.y += (y - b.y) / float64(b.count)
		b.weight += pt.Weight
	}
	slices.SortFunc(bins, func(a, b bin) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.class, b.class), cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x))
	})
	return bins, skipped, beyond
}

// radius is that of a disc whose area is in proportion to a weight, but never
// too small to see.
func (d *mapChart) radius(weight float64) float64 {
	if d.most <= 0 {
		return smallestDisc
	}
	return max(largestDisc*math.Sqrt(weight/d.most), smallestDisc)
}

// even tells whether all discs weigh the same, so that their size says nothing.
func (d *mapChart) even() bool {
	return len(d.bins) == 0 || d.bins[len(d.bins)-1].weight == d.most
}

// size is a disc's radius as drawn.
func (d *mapChart) size(b bin) float64 {
	if d.even() {
		return 3
	}
	return d.radius(b.weight)
}

// markOf gives a bin its tooltip, link and data.
func (d *mapChart) markOf(b bin) Mark {
	if b.count == 1 {
		return b.mark.titled(join(strings.TrimSuffix(b.class+":", ":"), d.style.text(b.weight)))
	}
	m := Mark{Href: b.mark.Href, Data: map[string]string{"n": strconv.Itoa(b.count)}}
	if m.Href == "" {
		m.Href = d.ClassHrefs[b.class]
	}
	m.Title = d.style.text(b.weight) + " in " + plural(b.count, "point", "points")
	if b.class != "" {
		m.Title = b.class + ": " + m.Title
	}
	return m
}

// drawBins draws discs from the heaviest to the lightest: each with tooltip and
// link while the budget of bytes lasts, the many light ones after that as
// strokes without length, which take a tenth of the space.
func (d *mapChart) drawBins(c *canvas) {
	c.open("g", str("fill-opacity", "0.62"), str("stroke", paper), num("stroke-width", 0.6), str("stroke-opacity", "0.7"))
	from, i := c.b.Len(), 0
	for ; i < len(d.bins) && c.b.Len()-from < detailed; i++ {
		b := d.bins[i]
		m := d.markOf(b)
		m.unstopped = true
		c.mark(m, func() {
			c.circle(b.x, b.y, d.size(b), d.Classes.colour(b.class))
		})
	}
	c.close("g")
	rest := slices.Clone(d.bins[i:])
	if len(rest) == 0 {
		return
	}
	tenth := func(b bin) int { return int(math.Round(d.size(b) * 10)) }
	slices.SortFunc(rest, func(a, b bin) int {
		return cmp.Or(cmp.Compare(tenth(b), tenth(a)), cmp.Compare(a.class, b.class),
			cmp.Compare(math.Floor(a.y/8), math.Floor(b.y/8)), cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	c.open("g", str("fill", "none"), str("stroke-linecap", "round"), str("stroke-opacity", "0.62"))
	for start := 0; start < len(rest); {
		end, pen := start, pen{}
		for ; end < len(rest) && tenth(rest[end]) == tenth(rest[start]) && rest[end].class == rest[start].class; end++ {
			pen.move(rest[end].x, rest[end].y)
			pen.b.WriteString("h.1")
			pen.x++
		}
		c.leaf("path", str("d", pen.b.String()), str("stroke", d.Classes.colour(rest[start].class)), num("stroke-width", 2*d.size(rest[start])))
		start = end
	}
	c.close("g")
}

// pen writes path data in steps of a tenth of a unit, each relative to the
// place where the last one ended, so that rounding does not add up.
type pen struct {
	b    strings.Builder
	x, y int // tenths
	op   byte
}

func (p *pen) move(x, y float64) { p.step('m', x, y) }
func (p *pen) line(x, y float64) { p.step('l', x, y) }

func (p *pen) close() {
	p.b.WriteByte('z')
	p.op = 0
}

func (p *pen) step(op byte, x, y float64) {
	tx, ty := int(math.Round(x*10)), int(math.Round(y*10))
	if op == 'l' && tx == p.x && ty == p.y {
		return
	}
	dx, dy := coordinate(float64(tx-p.x)/10), coordinate(float64(ty-p.y)/10)
	switch {
	case op == 'm' || p.op != op:
		p.b.WriteByte(op)
	case dx[0] != '-':
		p.b.WriteByte(' ')
	}
	p.b.WriteString(dx)
	if dy[0] != '-' {
		p.b.WriteByte(' ')
	}
	p.b.WriteString(dy)
	p.x, p.y, p.op = tx, ty, op
}
