package basemap

// ClipRing cuts a ring to a box (Sutherland and Hodgman, "Reentrant polygon
// clipping", Communications of the ACM 17(1), 1974). The result is one ring,
// nil when nothing is left. Pieces of a ring that the box parts stay joined by
// edges that run along the box: give it a box somewhat larger than the window
// that is shown.
func ClipRing(ring []Point, b Box) []Point {
	for _, s := range b.sides() {
		ring = s.cut(ring)
		if len(ring) < 3 {
			return nil
		}
	}
	return ring
}

// ClipLine cuts an open line to a box. A line that leaves the box and comes
// back gives several.
func ClipLine(line []Point, b Box) [][]Point {
	parts := [][]Point{line}
	for _, s := range b.sides() {
		var kept [][]Point
		for _, part := range parts {
			kept = append(kept, s.split(part)...)
		}
		parts = kept
	}
	return parts
}

// side is one edge of a box: what lies inside has value(p)*sign >= at*sign.
type side struct {
	at, sign float64
	vertical bool // an edge of constant longitude
}

func (b Box) sides() [4]side {
	return [4]side{{b.West, 1, true}, {b.East, -1, true}, {b.South, 1, false}, {b.North, -1, false}}
}

func (s side) inside(p Point) bool {
	v := p.Lat
	if s.vertical {
		v = p.Lon
	}
	return v*s.sign >= s.at*s.sign
}

// cross is where the edge p, q meets the side; p and q lie on either side of it.
func (s side) cross(p, q Point) Point {
	if s.vertical {
		return Point{Lon: s.at, Lat: p.Lat + (q.Lat-p.Lat)*(s.at-p.Lon)/(q.Lon-p.Lon)}
	}
	return Point{Lon: p.Lon + (q.Lon-p.Lon)*(s.at-p.Lat)/(q.Lat-p.Lat), Lat: s.at}
}

func (s side) cut(ring []Point) []Point {
	if len(ring) == 0 {
		return nil
	}
	out := make([]Point, 0, len(ring)+4)
	last := ring[len(ring)-1]
	for _, p := range ring {
		if s.inside(p) != s.inside(last) {
			out = append(out, s.cross(last, p))
		}
		if s.inside(p) {
			out = append(out, p)
		}
		last = p
	}
	return out
}

func (s side) split(line []Point) [][]Point {
	var out [][]Point
	var run []Point
	for i, p := range line {
		if i > 0 && s.inside(p) != s.inside(line[i-1]) {
			run = append(run, s.cross(line[i-1], p))
		}
		if s.inside(p) {
			run = append(run, p)
			continue
		}
		if len(run) > 1 {
			out = append(out, run)
		}
		run = nil
	}
	if len(run) > 1 {
		out = append(out, run)
	}
	return out
}
