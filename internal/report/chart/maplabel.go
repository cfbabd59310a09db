package chart

import (
	"cmp"
	"math"
	"slices"
)

// area is an upright rectangle.
type area struct{ x0, y0, x1, y1 float64 }

func (a area) meets(b area) bool { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1 }

func (a area) within(b area) bool {
	return a.x0 >= b.x0 && a.y0 >= b.y0 && a.x1 <= b.x1 && a.y1 <= b.y1
}

// disc is something that a label should rather not cover; cost says how much.
type disc struct {
	x, y, r float64
	cost    float64
}

// mapText is a label that has found its place.
type mapText struct {
	text   string
	area   area
	colour string  // of the swatch before it, none when empty
	size   float64 // of the type
	slant  bool
	leader []xy // from the text to what it names, if that is not beside it
}

// placer finds room for labels, one after the other: never over another label
// or a place's dot, never over the edge, and otherwise where it covers least.
type placer struct {
	window area
	taken  []area
	soft   []disc
}

// candidate is an area with what it costs to stand there.
type candidate struct {
	area
	cost float64
}

// place takes the cheapest of the candidates, of equals the first, and gives
// its index.
func (p *placer) place(candidates []candidate) (int, bool) {
	best, cheapest := 0, math.Inf(1)
	for i, a := range candidates {
		if !a.area.within(p.window) || slices.ContainsFunc(p.taken, a.area.meets) {
			continue
		}
		cost := a.cost
		for _, s := range p.soft {
			if s.x > a.x0-s.r && s.x < a.x1+s.r && s.y > a.y0-s.r && s.y < a.y1+s.r {
				cost += s.cost
			}
		}
		if cost < cheapest {
			best, cheapest = i, cost
		}
	}
	if math.IsInf(cheapest, 1) {
		return 0, false
	}
	p.taken = append(p.taken, candidates[best].area)
	return best, true
}

const (
	swatchRoom = 12.0
	leastNamed = 0.02 // of the weight on the map; classes below it are in the key only
)

// layTexts places the names of paths and classes, then those of places by rank.
func (d *mapChart) layTexts() {
	p := &placer{window: area{3, 3, width - 3, d.high - 3}}
	for _, pl := range d.places {
		p.taken = append(p.taken, area{pl.at.x - 3, pl.at.y - 3, pl.at.x + 3, pl.at.y + 3})
	}
	for _, b := range d.bins[:min(len(d.bins), 1500)] {
		r := d.size(b)
		p.soft = append(p.soft, disc{b.x, b.y, r, r * r / 12})
	}
	for _, path := range d.paths {
		for _, q := range walk(path.line, 6) {
			p.soft = append(p.soft, disc{q.x, q.y, path.wide / 2, 1.5})
		}
	}
	for _, path := range d.paths {
		if path.Label != "" {
			d.add(p, mapText{text: path.Label, size: textSize}, besideLine(path.line, path.wide))
		}
	}
	share := d.shares()
	for _, class := range d.Classes[:min(len(d.Classes), len(hues))] {
		if class != "" && share[class] >= leastNamed {
			d.add(p, mapText{text: class, size: textSize, colour: d.Classes.colour(class)}, d.heart(class))
		}
	}
	for _, pl := range d.places {
		if pl.Label != "" {
			d.add(p, mapText{text: pl.Label, size: smallSize, slant: true}, around(pl.at, 4))
		}
	}
}

// spot is a point at which a label may hang: fx and fy say which point of the
// label's own area lies there, 0 to 1 from its left and top.
type spot struct {
	x, y, fx, fy float64
	cost         float64
	heart        xy // of the class that is named, for the leader
}

func (d *mapChart) add(p *placer, t mapText, spots []spot) {
	t.text = fit(t.text, t.size, 220)
	wide, high := measure(t.text, t.size), t.size+2
	if t.colour != "" {
		wide += swatchRoom
	}
	candidates := make([]candidate, len(spots))
	for i, s := range spots {
		x, y := s.x-s.fx*wide, s.y-s.fy*high
		candidates[i] = candidate{area{x, y, x + wide, y + high}, s.cost}
	}
	i, ok := p.place(candidates)
	if !ok {
		return
	}
	t.area = candidates[i].area
	if heart := spots[i].heart; heart != (xy{}) {
		near := xy{min(max(heart.x, t.area.x0), t.area.x1), min(max(heart.y, t.area.y0+1), t.area.y1-1)}
		if math.Hypot(near.x-heart.x, near.y-heart.y) > 8 {
			t.leader = []xy{near, heart}
		}
	}
	d.texts = append(d.texts, t)
}

// around are the eight usual places of a point's name, the upper right first
// (Imhof, "Positioning names on maps", The American Cartographer 2(2), 1975).
func around(at xy, gap float64) []spot {
	g := gap * 0.8
	out := []spot{
		{x: at.x + g, y: at.y - g, fx: 0, fy: 1},
		{x: at.x + gap + 1, y: at.y, fx: 0, fy: 0.5},
		{x: at.x + g, y: at.y + g, fx: 0, fy: 0},
		{x: at.x - g, y: at.y - g, fx: 1, fy: 1},
		{x: at.x - gap - 1, y: at.y, fx: 1, fy: 0.5},
		{x: at.x - g, y: at.y + g, fx: 1, fy: 0},
		{x: at.x, y: at.y - gap - 1, fx: 0.5, fy: 1},
		{x: at.x, y: at.y + gap + 1, fx: 0.5, fy: 0},
	}
	for i := range out {
		out[i].cost = float64(i) * 0.6
	}
	return out
}

// besideLine are places along a line, from its middle outwards, on either side.
func besideLine(line []xy, wide float64) []spot {
	steps := walk(line, 4)
	var out []spot
	for i, f := range []float64{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82} {
		at := steps[int(f*float64(len(steps)-1))]
		for _, s := range around(at, wide/2+4) {
			s.cost += float64(i) * 2
			out = append(out, s)
		}
	}
	return out
}

// walk gives points along a line at most gap apart.
func walk(line []xy, gap float64) []xy {
	out := []xy{line[0]}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		n := min(max(int(math.Ceil(math.Hypot(b.x-a.x, b.y-a.y)/gap)), 1), 2000)
		for k := 1; k <= n; k++ {
			f := float64(k) / float64(n)
			out = append(out, xy{a.x + (b.x-a.x)*f, a.y + (b.y-a.y)*f})
		}
	}
	return out
}

// shares are the classes' shares of the weight on the map, or of the points
// where nothing weighs anything.
func (d *mapChart) shares() map[string]float64 {
	out, total := map[string]float64{}, 0.0
	for _, b := range d.bins {
		w := b.weight
		if d.most == 0 {
			w = float64(b.count)
		}
		out[b.class] += w
		total += w
	}
	for class := range out {
		out[class] /= total
	}
	return out
}

// heart are places for a class's name: about the middles of the coarse cells
// that hold most of its weight.
func (d *mapChart) heart(class string) []spot {
	const cell = 48.0
	type key struct{ i, j int }
	type sum struct {
		at     xy
		weight float64
		key    key
	}
	cells := map[key]*sum{}
	for _, b := range d.bins {
		if b.class != class {
			continue
		}
		k := key{int(b.x / cell), int(b.y / cell)}
		if cells[k] == nil {
			cells[k] = &sum{key: k}
		}
		// Zero weights count a little, so that a class of zeros has a heart too.
		w := b.weight + 1e-9*(d.most+1)
		s := cells[k]
		s.weight += w
		s.at.x += (b.x - s.at.x) * w / s.weight
		s.at.y += (b.y - s.at.y) * w / s.weight
	}
	var order []*sum
	for _, s := range cells {
		order = append(order, s)
	}
	slices.SortFunc(order, func(a, b *sum) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key.j, b.key.j), cmp.Compare(a.key.i, b.key.i))
	})
	var out []spot
	for i, s := range order[:min(len(order), 2)] {
		for _, gap := range []float64{14, 26, 38, 50, 66, 84} {
			for _, near := range around(s.at, gap) {
				near.cost += 0.3*gap + 8*float64(i)
				near.heart = s.at
				out = append(out, near)
			}
		}
	}
	return out
}

func (d *mapChart) drawTexts(c *canvas) {
	for _, t := range d.texts {
		x, y := t.area.x0, t.area.y1-4
		style := append([]attr{num("font-size", t.size)}, halo()...)
		if t.slant {
			style = append(style, str("fill", "#3a3a3a"))
		} else {
			style = append(style, str("font-weight", "600"))
		}
		if t.leader != nil {
			c.line(t.leader[0].x, t.leader[0].y, t.leader[1].x, t.leader[1].y, paper, 2.6, str("stroke-opacity", "0.8"))
			c.line(t.leader[0].x, t.leader[0].y, t.leader[1].x, t.leader[1].y, ink, 0.9)
		}
		if t.colour != "" {
			c.rect(x, t.area.y0+3, 8, 8, t.colour, str("stroke", paper), num("stroke-width", 1)) // square: no disc of data
			x += swatchRoom
		}
		c.text(x, y, left, t.text, style...)
	}
}
