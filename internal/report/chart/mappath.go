package chart

import (
	"cmp"
	"math"
	"slices"
)

const (
	widestPath = 9.0
	thinPath   = 1.4
)

// drawnPath is a path on the drawing.
type drawnPath struct {
	MapPath
	line []xy
	wide float64
	head []xy // the arrow's three corners
}

// drawnPlace is a place on the drawing.
type drawnPlace struct {
	Place
	at xy
}

// layPaths projects the paths; the heaviest comes first and lies below.
func (d *mapChart) layPaths() {
	for _, p := range d.Paths {
		if finite(p.Weight) {
			d.mostPath = max(d.mostPath, p.Weight)
		}
	}
	for _, p := range d.Paths {
		line := d.unrolled(p.Points)
		if len(line) < 2 {
			d.skipped++
			continue
		}
		dp := drawnPath{MapPath: p, line: line, wide: d.pathWidth(p.Weight)}
		if p.Arrow {
			dp.addHead()
		}
		d.paths = append(d.paths, dp)
	}
	slices.SortStableFunc(d.paths, func(a, b drawnPath) int { return cmp.Compare(b.wide, a.wide) })
}

func (d *mapChart) pathWidth(weight float64) float64 {
	if !finite(weight) || weight <= 0 || d.mostPath <= 0 {
		return thinPath
	}
	return max(widestPath*weight/d.mostPath, thinPath)
}

// unrolled projects positions so that no step is longer than half a turn, and
// the first lies on the window's turn. Unusable positions and repeats are left
// out.
func (d *mapChart) unrolled(points []LonLat) []xy {
	var out []xy
	last := 0.0
	for _, p := range points {
		if !p.valid() {
			continue
		}
		lon := turn(p.Lon, (d.West+d.East)/2-180)
		if len(out) > 0 {
			lon = turn(p.Lon, last-180)
		}
		last = lon
		x, y := d.xy(lon, p.Lat)
		if n := len(out); n == 0 || math.Hypot(out[n-1].x-x, out[n-1].y-y) > 0.05 {
			out = append(out, xy{x, y})
		}
	}
	return out
}

// addHead puts an arrow head at the end and shortens the line to its base, so
// that the head ends where the path does.
func (p *drawnPath) addHead() {
	tip, whole := p.line[len(p.line)-1], 0.0
	for i := 1; i < len(p.line); i++ {
		whole += math.Hypot(p.line[i].x-p.line[i-1].x, p.line[i].y-p.line[i-1].y)
	}
	long := min(5+1.6*p.wide, whole*0.7)
	line, rest := slices.Clone(p.line), long
	for len(line) > 1 {
		a, b := line[len(line)-2], line[len(line)-1]
		step := math.Hypot(b.x-a.x, b.y-a.y)
		if step > rest {
			f := rest / step
			line[len(line)-1] = xy{b.x + (a.x-b.x)*f, b.y + (a.y-b.y)*f}
			break
		}
		rest -= step
		line = line[:len(line)-1]
	}
	base := line[len(line)-1]
	dx, dy := tip.x-base.x, tip.y-base.y
	l := math.Hypot(dx, dy)
	if l == 0 {
		return
	}
	half := (2.5 + 0.9*p.wide) * min(1, long/(5+1.6*p.wide)*1.3)
	nx, ny := -dy/l*half, dx/l*half
	p.line = line
	p.head = []xy{{base.x + nx, base.y + ny}, tip, {base.x - nx, base.y - ny}}
}

func trace(line []xy, closed bool) string {
	var p pen
	p.move(line[0].x, line[0].y)
	for _, q := range line[1:] {
		p.line(q.x, q.y)
	}
	if closed {
		p.close()
	}
	return p.b.String()
}

func (d *mapChart) drawPaths(c *canvas) {
	for _, p := range d.paths {
		colour := d.Classes.colour(p.Class)
		title := join(p.Label, "")
		if p.Class != "" && p.Class != p.Label {
			title = join(p.Label, "("+p.Class+")")
		}
		if finite(p.Weight) && p.Weight > 0 {
			title += ": " + d.style.text(p.Weight)
		}
		shaft := []attr{str("d", trace(p.line, false)), str("fill", "none"), str("stroke-linejoin", "round")}
		c.mark(p.titled(title), func() {
			c.leaf("path", append(shaft, str("stroke", paper), num("stroke-width", p.wide+2), str("stroke-opacity", "0.7"))...)
			if p.head == nil {
				c.leaf("path", append(shaft, str("stroke", colour), num("stroke-width", p.wide), str("stroke-opacity", "0.85"))...)
				return
			}
			head := trace(p.head, true)
			c.leaf("path", str("d", head), str("fill", paper), str("stroke", paper), num("stroke-width", 2), str("stroke-opacity", "0.7"))
			c.open("g", str("opacity", "0.85"))
			c.leaf("path", append(shaft, str("stroke", colour), num("stroke-width", p.wide))...)
			c.leaf("path", str("d", head), str("fill", colour))
			c.close("g")
		})
	}
}

// layPlaces projects the places, by rank.
func (d *mapChart) layPlaces() {
	for _, p := range d.Places {
		if !p.At.valid() {
			d.skipped++
			continue
		}
		if x, y, ok := d.inside(p.At); ok {
			d.places = append(d.places, drawnPlace{p, xy{x, y}})
		}
	}
	slices.SortStableFunc(d.places, func(a, b drawnPlace) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Label, b.Label))
	})
}

func (d *mapChart) drawPlaces(c *canvas) {
	for _, p := range d.places {
		c.mark(p.titled(p.Label), func() {
			c.circle(p.at.x, p.at.y, 2.2, paper, str("stroke", ink), num("stroke-width", 1.1))
		})
	}
}
