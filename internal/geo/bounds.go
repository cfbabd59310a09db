package geo

import "fmt"

// Bounds is a closed box of latitudes and longitudes. The zero value is the
// empty box, which contains nothing and from which a box is grown.
//
// A box never crosses the antimeridian: points on both sides of it give a box
// around the globe the long way.
type Bounds struct {
	sw, ne Point
}

// NewBounds returns the box with the given south-west and north-east corners.
// It fails with [ErrRange] if a corner is invalid or the corners are swapped.
func NewBounds(southWest, northEast Point) (Bounds, error) {
	if !southWest.set || !northEast.set {
		return Bounds{}, fmt.Errorf("bounds: %w: a corner is invalid", ErrRange)
	}
	if southWest.lat > northEast.lat || southWest.lon > northEast.lon {
		return Bounds{}, fmt.Errorf("bounds %v to %v: %w: want south-west, then north-east", southWest, northEast, ErrRange)
	}
	return Bounds{sw: southWest, ne: northEast}, nil
}

// BoundsOf returns the smallest box with all valid points in it.
func BoundsOf(points ...Point) Bounds {
	var b Bounds
	for _, p := range points {
		b = b.Extend(p)
	}
	return b
}

// IsEmpty reports whether b contains nothing.
func (b Bounds) IsEmpty() bool { return !b.sw.set }

// SouthWest returns the south-west corner; it is invalid if b is empty.
func (b Bounds) SouthWest() Point { return b.sw }

// NorthEast returns the north-east corner; it is invalid if b is empty.
func (b Bounds) NorthEast() Point { return b.ne }

// Centre returns the middle of the box in degrees; it is invalid if b is empty.
func (b Bounds) Centre() Point {
	if b.IsEmpty() {
		return Point{}
	}
	return Point{lat: (b.sw.lat + b.ne.lat) / 2, lon: (b.sw.lon + b.ne.lon) / 2, set: true}
}

// Contains reports whether p lies in b or on its edge.
func (b Bounds) Contains(p Point) bool {
	return p.set && b.sw.set &&
		b.sw.lat <= p.lat && p.lat <= b.ne.lat &&
		b.sw.lon <= p.lon && p.lon <= b.ne.lon
}

// Extend returns the smallest box with b and p in it. An invalid point leaves
// b as it is.
func (b Bounds) Extend(p Point) Bounds {
	if !p.set {
		return b
	}
	return b.Union(Bounds{sw: p, ne: p})
}

// Union returns the smallest box with b and c in it.
func (b Bounds) Union(c Bounds) Bounds {
	switch {
	case b.IsEmpty():
		return c
	case c.IsEmpty():
		return b
	}
	return Bounds{
		sw: Point{lat: min(b.sw.lat, c.sw.lat), lon: min(b.sw.lon, c.sw.lon), set: true},
		ne: Point{lat: max(b.ne.lat, c.ne.lat), lon: max(b.ne.lon, c.ne.lon), set: true},
	}
}

// String returns "south,west to north,east", or "empty bounds".
func (b Bounds) String() string {
	if b.IsEmpty() {
		return "empty bounds"
	}
	return fmt.Sprintf("%v to %v", b.sw, b.ne)
}
