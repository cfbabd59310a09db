package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// Icon is what kind of thing a vertex of a link chart is.
type Icon int

// The icons. NoIcon is a plain dot.
const (
	NoIcon Icon = iota
	PersonIcon
	OrganisationIcon
	PhoneIcon
	VehicleIcon
	VesselIcon
	AccountIcon
	PlaceIcon
)

// Thing is a vertex of a link chart.
type Thing struct {
	Mark
	Label string
	Icon  Icon
	Ring  int    // which of the chart's rings is around it, from 1; 0: none
	Class string // its colour
}

// Link is a tie between two things of a link chart, by their places in it.
type Link struct {
	Mark
	A, B        int
	Weight      float64 // how wide it is drawn
	Unconfirmed bool    // drawn dashed
}

// Links is a link chart: who is tied to whom. Of more than MostThings it is drawn as a
// matrix, in which ties do not cross.
type Links struct {
	Frame
	Things  []Thing
	Links   []Link
	Rings   []string // what a ring of one line, two lines and so on stands for
	Classes Classes  // what colours stand for
}

// MostThings is how many things a link chart shows that stay readable.
const MostThings = 60

// SVG draws the chart.
func (l Links) SVG() string {
	switch {
	case len(l.Things) == 0:
		return l.nothing()
	case len(l.Things) > MostThings:
		return l.matrix()
	}
	const legend = 44.0
	high := min(620, max(220, 90*math.Sqrt(float64(len(l.Things)))))
	at := l.layout(width-90, high-40)
	for i := range at {
		at[i].x += 45
		at[i].y += 16
	}
	l.apart(at, xy{45, 16}, xy{width - 45, high - 24})
	classes := l.classes()
	return l.document(high+legend, func(c *canvas) {
		for _, k := range l.Links {
			l.link(c, k, at)
		}
		for i, t := range l.Things {
			c.mark(t.titled(t.Label), func() { l.thing(c, t, at[i], classes) })
		}
		for i, p := range l.labels(at) {
			c.text(p.x, p.y, middle, l.Things[i].Label, append([]attr{num("font-size", labelSize)}, halo()...)...)
		}
		l.legend(c, high+18, classes)
	})
}

const (
	thingRadius = 7.0
	labelSize   = 9.0
)

func (l Links) classes() Classes {
	var names []string
	for _, t := range l.Things {
		if t.Class != "" {
			names = append(names, t.Class)
		}
	}
	return l.Classes.or(names)
}

func (l Links) link(c *canvas, k Link, at []xy) {
	a, b := at[k.A], at[k.B]
	more := []attr{str("stroke-linecap", "round")}
	if k.Unconfirmed {
		more = append(more, str("stroke-dasharray", "4 3"))
	}
	m := k.titled(l.Things[k.A].Label + " – " + l.Things[k.B].Label)
	m.unstopped = true
	c.mark(m, func() { c.line(a.x, a.y, b.x, b.y, faint, min(4, 0.8+0.5*math.Log2(1+max(0, k.Weight))), more...) })
}

func (l Links) thing(c *canvas, t Thing, at xy, classes Classes) {
	colour := classes.colour(t.Class) // grey for none
	for ring := range t.Ring {
		c.circle(at.x, at.y, thingRadius+3*float64(ring+1), paper, str("fill-opacity", "0"), str("stroke", ink), num("stroke-width", 1.2))
	}
	c.circle(at.x, at.y, thingRadius, colour, str("stroke", paper), num("stroke-width", 1))
	icon(c, t.Icon, at, inkOn(colour))
}

// icon draws the sign of a kind of thing, about ten units wide.
func icon(c *canvas, i Icon, at xy, colour string) {
	x, y := at.x, at.y
	path := func(d string) { c.leaf("path", str("d", d), str("fill", colour)) }
	p := func(dx, dy float64) string { return coordinate(x+dx) + " " + coordinate(y+dy) }
	switch i {
	case NoIcon:
	case PersonIcon:
		c.circle(x, y-2, 1.9, colour)
		path("M" + p(-3.6, 4) + "A3.6 3.6 0 0 1 " + p(3.6, 4) + "Z")
	case OrganisationIcon:
		for _, d := range []xy{{-2.6, 1.6}, {2.6, 1.6}, {0, -2.6}} {
			c.circle(x+d.x, y+d.y, 1.6, colour)
		}
	case PhoneIcon:
		c.rect(x-2, y-3.8, 4, 7.6, colour, num("rx", 0.8))
	case VehicleIcon:
		path("M" + p(-4, 1.5) + "L" + p(-3, -1) + "L" + p(-1.6, -2.6) + "L" + p(1.6, -2.6) + "L" + p(3, -1) + "L" + p(4, 1.5) + "Z")
		c.circle(x-2, y+2, 1.2, colour)
		c.circle(x+2, y+2, 1.2, colour)
	case VesselIcon:
		path("M" + p(-4.2, 0.6) + "L" + p(4.2, 0.6) + "L" + p(2.6, 3.4) + "L" + p(-2.6, 3.4) + "Z")
		path("M" + p(-0.4, 0) + "L" + p(-0.4, -4) + "L" + p(3, 0) + "Z")
	case AccountIcon:
		c.rect(x-4, y-2.6, 8, 5.2, colour, num("rx", 0.8))
	case PlaceIcon:
		path("M" + p(0, 4) + "L" + p(-2.8, -1) + "A2.9 2.9 0 1 1 " + p(2.8, -1) + "Z")
	}
}

// labels returns where the labels stand: below their things, or above where that covers
// less.
func (l Links) labels(at []xy) []xy {
	out := make([]xy, len(at))
	type box struct{ x, y, w, h float64 }
	var taken []box
	for _, s := range at {
		taken = append(taken, box{s.x - thingRadius, s.y - thingRadius, 2 * thingRadius, 2 * thingRadius})
	}
	covered := func(b box) float64 {
		sum := 0.0
		for _, t := range taken {
			w, h := min(b.x+b.w, t.x+t.w)-max(b.x, t.x), min(b.y+b.h, t.y+t.h)-max(b.y, t.y)
			if w > 0 && h > 0 {
				sum += w * h
			}
		}
		return sum
	}
	for i, s := range at {
		w := measure(l.Things[i].Label, labelSize)
		ring := 3 * float64(l.Things[i].Ring)
		best, least := box{}, math.Inf(1)
		for _, d := range []xy{{0, thingRadius + ring + 9}, {0, -thingRadius - ring - 3}, {w/2 + thingRadius + ring + 3, 3}, {-w/2 - thingRadius - ring - 3, 3}} {
			b := box{s.x + d.x - w/2, s.y + d.y - labelSize + 2, w, labelSize}
			if b.x < 0 || b.x+b.w > width || b.y < 0 {
				continue
			}
			if x := covered(b); x < least {
				best, least = b, x
				out[i] = xy{s.x + d.x, s.y + d.y}
			}
		}
		taken = append(taken, best)
	}
	return out
}

// legend names rings, colours and dashes in one line.
func (l Links) legend(c *canvas, y float64, classes Classes) {
	x := 10.0
	say := func(wide float64, text string, draw func(at xy)) {
		if next := x + wide + measure(text, smallSize) + 18; next > width {
			x, y = 10, y+lineStep
		}
		draw(xy{x + wide/2, y - 4})
		c.text(x+wide+4, y, left, text, small()...)
		x += wide + measure(text, smallSize) + 18
	}
	for _, class := range classes {
		say(10, class, func(at xy) { c.circle(at.x, at.y, 5, classes.colour(class)) })
	}
	if rest := l.rest(classes); rest != "" {
		say(10, rest, func(at xy) { c.circle(at.x, at.y, 5, otherHue) })
	}
	for i, name := range l.Rings {
		say(20, name, func(at xy) {
			c.circle(at.x, at.y, 3, faint)
			for ring := range i + 1 {
				c.circle(at.x, at.y, 3+2.4*float64(ring+1), paper, str("fill-opacity", "0"), str("stroke", ink), num("stroke-width", 1))
			}
		})
	}
	if slices.ContainsFunc(l.Links, func(k Link) bool { return k.Unconfirmed }) {
		say(24, "confirmed", func(at xy) { c.line(at.x-12, at.y, at.x+12, at.y, faint, 1.6) })
		say(24, "unconfirmed", func(at xy) { c.line(at.x-12, at.y, at.x+12, at.y, faint, 1.6, str("stroke-dasharray", "4 3")) })
	}
}

// rest returns a class of things that is not among those named, if there is one.
func (l Links) rest(classes Classes) string {
	for _, t := range l.Things {
		if t.Class != "" && !slices.Contains(classes, t.Class) {
			return t.Class
		}
	}
	return ""
}

// layout places things so that those that are tied are near (Fruchterman and Reingold
// 1991), each component with a pull to the middle. It begins from a spiral, so that the
// same chart looks the same each time.
func (l Links) layout(wide, high float64) []xy {
	n := len(l.Things)
	at, move := make([]xy, n), make([]xy, n)
	for i := range at {
		turn, r := float64(i)*2.399963, math.Sqrt((float64(i)+0.5)/float64(n))
		at[i] = xy{r * math.Cos(turn), r * math.Sin(turn)}
	}
	ties := make([]float64, n)
	for _, k := range l.Links {
		ties[k.A]++
		ties[k.B]++
	}
	ideal := 0.9 / math.Sqrt(float64(n))
	const rounds = 400
	for round := range rounds {
		heat := 0.12 * (1 - float64(round)/rounds)
		for i := range at {
			move[i] = xy{-at[i].x * 0.6 * ideal, -at[i].y * 0.6 * ideal}
			for j := range at {
				if dx, dy := at[i].x-at[j].x, at[i].y-at[j].y; i != j {
					d := max(dx*dx+dy*dy, 1e-6)
					move[i].x += dx * ideal * ideal / d
					move[i].y += dy * ideal * ideal / d
				}
			}
		}
		for _, k := range l.Links {
			dx, dy := at[k.B].x-at[k.A].x, at[k.B].y-at[k.A].y
			pull := math.Hypot(dx, dy) / ideal / math.Sqrt(max(ties[k.A], ties[k.B])) // many ties do not make a knot
			move[k.A].x, move[k.A].y = move[k.A].x+dx*pull, move[k.A].y+dy*pull
			move[k.B].x, move[k.B].y = move[k.B].x-dx*pull, move[k.B].y-dy*pull
		}
		for i := range at {
			d := max(math.Hypot(move[i].x, move[i].y), 1e-9)
			step := min(d, heat) / d
			at[i].x += move[i].x * step
			at[i].y += move[i].y * step
		}
	}
	low, top := at[0], at[0]
	for _, s := range at {
		low = xy{min(low.x, s.x), min(low.y, s.y)}
		top = xy{max(top.x, s.x), max(top.y, s.y)}
	}
	for i := range at {
		at[i] = xy{along(at[i].x, low.x, top.x, wide), along(at[i].y, low.y, top.y, high)}
	}
	return at
}

// apart moves things that are too near to each other to be read apart, within a box.
func (l Links) apart(at []xy, low, high xy) {
	const rounds, wide, tall = 600, 54.0, 32.0 // a thing with its label
	for range rounds {
		moved := false
		for i := range at {
			for j := range i {
				dx, dy := (at[i].x-at[j].x)/wide, (at[i].y-at[j].y)/tall
				d := math.Hypot(dx, dy)
				if d >= 1 {
					continue
				}
				moved = true
				if d < 1e-3 {
					dx, dy, d = math.Cos(float64(i)), math.Sin(float64(i)), 1
				}
				push := 0.5 * (1 - min(d, 0.9)) / d
				at[i].x, at[i].y = at[i].x+dx*push*wide, at[i].y+dy*push*tall
				at[j].x, at[j].y = at[j].x-dx*push*wide, at[j].y-dy*push*tall
			}
		}
		for i := range at {
			at[i] = xy{min(max(at[i].x, low.x), high.x), min(max(at[i].y, low.y), high.y)}
		}
		if !moved {
			return
		}
	}
}

// along puts a value between low and top on a line of a length, the middle where they are
// one.
func along(v, low, top, length float64) float64 {
	if top <= low {
		return length / 2
	}
	return (v - low) / (top - low) * length
}

// ordered returns the chart with its things in an order in which those that are tied stand
// near each other: next comes who is tied most to those who came last.
func (l Links) ordered() Links {
	const last = 12
	n := len(l.Things)
	near := make([]map[int]float64, n)
	ties := make([]int, n)
	for i := range near {
		near[i] = map[int]float64{}
	}
	for _, k := range l.Links {
		near[k.A][k.B] += 1 + k.Weight
		near[k.B][k.A] += 1 + k.Weight
		ties[k.A]++
		ties[k.B]++
	}
	var order []int
	done := make([]bool, n)
	for len(order) < n {
		best, most := -1, -1.0
		for i := range n {
			if done[i] {
				continue
			}
			x := 1e-3 * float64(ties[i])
			for _, j := range order[max(0, len(order)-last):] {
				x += near[i][j]
			}
			if x > most {
				best, most = i, x
			}
		}
		order, done[best] = append(order, best), true
	}
	at := make([]int, n)
	out := l
	out.Things, out.Links = make([]Thing, n), slices.Clone(l.Links)
	for i, v := range order {
		at[v], out.Things[i] = i, l.Things[v]
	}
	for i := range out.Links {
		out.Links[i].A, out.Links[i].B = at[out.Links[i].A], at[out.Links[i].B]
	}
	slices.SortStableFunc(out.Links, func(a, b Link) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return out
}

// matrix draws ties as cells of a table with a row and a column a thing.
func (l Links) matrix() string {
	l = l.ordered()
	n := float64(len(l.Things))
	const top, legend, named = 10.0, 50.0, 78.0
	from := named
	cell := min(14, (width-from-10)/n)
	if cell < 8 { // no room for names
		from = 24
		cell = min(14, (width-from-10)/n)
	}
	side := cell * n
	classes := l.classes()
	most := 1.0
	for _, k := range l.Links {
		most = max(most, k.Weight)
	}
	entries, lines := l.matrixLegend(classes)
	return l.document(top+side+legend+lineStep*float64(lines-2), func(c *canvas) {
		c.rect(from, top, side, side, "none", str("stroke", grid))
		for i, t := range l.Things {
			x, y := from+cell*float64(i), top+cell*float64(i)
			colour := classes.colour(t.Class)
			c.mark(t.titled(t.Label), func() {
				c.rect(from-5, y, 4, cell, colour)
				c.rect(x, top-5, cell, 4, colour)
				c.rect(x, y, cell, cell, grid)
			})
			if from == named {
				c.text(from-8, y+cell/2+3, right, t.Label, num("font-size", min(labelSize, cell)))
			}
		}
		for _, k := range l.Links {
			shade := strconv.FormatFloat(0.35+0.65*math.Log2(1+k.Weight)/math.Log2(1+most), 'f', 2, 64)
			fill := ink
			if k.Unconfirmed {
				fill = hues[4]
			}
			m := k.titled(l.Things[k.A].Label + " – " + l.Things[k.B].Label)
			m.unstopped = true
			c.mark(m, func() {
				for _, p := range [2][2]int{{k.A, k.B}, {k.B, k.A}} {
					c.rect(from+cell*float64(p[1])+0.2, top+cell*float64(p[0])+0.2, cell-0.4, cell-0.4, fill, str("fill-opacity", shade))
				}
			})
		}
		for _, e := range entries {
			x, y := e.at.x, top+side+18+e.at.y
			c.rect(x, y-9, 10, 10, e.colour)
			c.text(x+14, y, left, e.text, small()...)
		}
	})
}

// legendEntry is what a colour stands for, and where that is said.
type legendEntry struct {
	at           xy
	colour, text string
}

// matrixLegend lays out what colours stand for: of things, and on a line of their own of
// ties. It returns how many lines that takes, too.
func (l Links) matrixLegend(classes Classes) (entries []legendEntry, lines int) {
	const edge = 24.0
	at := xy{edge, 0}
	say := func(colour, text string) {
		wide := 14 + measure(text, smallSize)
		if at.x > edge && at.x+wide > width {
			at = xy{edge, at.y + lineStep}
		}
		entries = append(entries, legendEntry{at, colour, text})
		at.x += wide + 18
	}
	for _, class := range classes {
		say(classes.colour(class), class)
	}
	if rest := l.rest(classes); rest != "" {
		say(otherHue, rest)
	}
	at = xy{edge, at.y + lineStep}
	say(ink, "confirmed link, darker the heavier")
	say(hues[4], "unconfirmed link")
	return entries, int(at.y/lineStep) + 1
}
