package chart

import (
	"math"

	"skein/internal/report/basemap"
)

const (
	sea       = "#f2f6f8"
	landHue   = "#e7e3da"
	coastHue  = "#a39e92"
	borderHue = "#b3ac9e"
)

// drawBase draws land and borders.
func (d *mapChart) drawBase(c *canvas) {
	c.rect(0, 0, width, d.high, sea)
	var land, fills, coast, borders, unsettled pen
	for _, shift := range []float64{-360, 0, 360} {
		box := d.box(shift)
		for _, r := range basemap.Land() {
			if !r.Bounds.Overlaps(box) {
				continue
			}
			ring := basemap.ClipRing(r.Points, box)
			if len(ring) == 0 {
				continue
			}
			if onSeam(ring) {
				// The cut along the antimeridian is no coast: fill, and draw the rest.
				d.outline(&fills, ring, shift, true)
				for _, part := range openAtSeam(ring) {
					d.outline(&coast, part, shift, false)
				}
				continue
			}
			d.outline(&land, ring, shift, true)
		}
		for _, b := range basemap.Borders() {
			if !b.Bounds.Overlaps(box) {
				continue
			}
			to := &borders
			if b.Unsettled {
				to = &unsettled
			}
			for _, part := range basemap.ClipLine(b.Points, box) {
				d.outline(to, part, shift, false)
			}
		}
	}
	layer := func(p *pen, attrs ...attr) {
		if p.b.Len() > 0 {
			c.leaf("path", append([]attr{str("d", p.b.String())}, attrs...)...)
		}
	}
	fill := []attr{str("fill", landHue), str("fill-rule", "evenodd")}
	coastLine := []attr{str("stroke", coastHue), num("stroke-width", 0.6), str("stroke-linejoin", "round")}
	layer(&fills, fill...)
	layer(&land, append(fill, coastLine...)...)
	layer(&coast, append([]attr{str("fill", "none")}, coastLine...)...)
	borderLine := []attr{str("fill", "none"), str("stroke", borderHue), num("stroke-width", 0.8), str("stroke-linejoin", "round")}
	layer(&borders, borderLine...)
	layer(&unsettled, append(borderLine, str("stroke-dasharray", "2 2"))...)
}

// box is the window on the globe's own turn, with a rim that hides the edges
// which clipping makes.
func (d *mapChart) box(shift float64) basemap.Box {
	x, y := 4/(d.perDegree*d.squeeze), 4/d.perDegree
	return basemap.Box{West: d.West - x - shift, East: d.East + x - shift, South: d.South - y, North: d.North + y}
}

// outline writes a line or ring, simplified to what the drawing can show.
func (d *mapChart) outline(p *pen, points []basemap.Point, shift float64, closed bool) {
	const tolerance = 0.35
	flat := make([]xy, len(points))
	low, high := xy{math.Inf(1), math.Inf(1)}, xy{math.Inf(-1), math.Inf(-1)}
	for i, q := range points {
		x, y := d.xy(q.Lon+shift, q.Lat)
		flat[i] = xy{x, y}
		low, high = xy{min(low.x, x), min(low.y, y)}, xy{max(high.x, x), max(high.y, y)}
	}
	if high.x-low.x < 0.7 && high.y-low.y < 0.7 {
		return
	}
	if closed {
		flat = append(flat, flat[0])
	}
	flat = basemap.Thin(flat, xy.at, tolerance)
	if closed {
		flat = flat[:len(flat)-1]
	}
	p.move(flat[0].x, flat[0].y)
	for _, q := range flat[1:] {
		p.line(q.x, q.y)
	}
	if closed {
		p.closeAt(flat[0])
	}
}

// closeAt closes a ring; the pen is then back where the ring began.
func (p *pen) closeAt(start xy) {
	p.close()
	p.x, p.y = int(math.Round(start.x*10)), int(math.Round(start.y*10))
}

type xy struct{ x, y float64 }

func (p xy) at() (x, y float64) { return p.x, p.y }

// seamEdge tells whether an edge runs along the antimeridian or the south
// pole, where the world is cut.
func seamEdge(p, q basemap.Point) bool {
	return p.Lon == q.Lon && math.Abs(p.Lon) == 180 || p.Lat == -90 && q.Lat == -90
}

func onSeam(ring []basemap.Point) bool {
	q := ring[len(ring)-1]
	for _, p := range ring {
		if seamEdge(p, q) {
			return true
		}
		q = p
	}
	return false
}

// openAtSeam gives a ring's stretches off the seam.
func openAtSeam(ring []basemap.Point) [][]basemap.Point {
	var out [][]basemap.Point
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		if seamEdge(p, q) {
			continue
		}
		if n := len(out); n > 0 && out[n-1][len(out[n-1])-1] == p {
			out[n-1] = append(out[n-1], q)
			continue
		}
		out = append(out, []basemap.Point{p, q})
	}
	return out
}
