// Package geo holds positions on the Earth.
//
// A [Point] is a WGS 84 latitude and longitude in degrees, north and east
// positive. It can only be made by [NewPoint], which checks the ranges, so a
// Point that is valid is a place on the globe. The zero Point is invalid: a
// position that nobody gave is never confused with 0°N 0°E, the spot in the
// Gulf of Guinea known as Null Island. That spot can still be given
// explicitly, and [Point.IsNullIsland] flags it, since in practice it is the
// mark of a failed geocoder.
package geo

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// ErrRange says that a latitude or longitude is not on the globe.
var ErrRange = errors.New("coordinate out of range")

// Point is a position in degrees (WGS 84). The zero value is invalid. Points
// are comparable with ==: -0 is stored as 0 and -180 as 180.
type Point struct {
	lat, lon float64
	set      bool
}

// NewPoint returns the point at lat degrees north and lon degrees east. It
// fails with [ErrRange] unless -90 <= lat <= 90 and -180 <= lon <= 180.
func NewPoint(lat, lon float64) (Point, error) {
	// The comparisons are written so that NaN fails them.
	if !(lat >= -90 && lat <= 90) {
		return Point{}, fmt.Errorf("latitude %v: %w: want -90 to 90 degrees", lat, ErrRange)
	}
	if !(lon >= -180 && lon <= 180) {
		return Point{}, fmt.Errorf("longitude %v: %w: want -180 to 180 degrees", lon, ErrRange)
	}
	if lon == -180 {
		lon = 180
	}
	return Point{lat: lat + 0, lon: lon + 0, set: true}, nil
}

// IsValid reports whether p was made by [NewPoint].
func (p Point) IsValid() bool { return p.set }

// IsNullIsland reports whether p is exactly 0°N 0°E.
func (p Point) IsNullIsland() bool { return p.set && p.lat == 0 && p.lon == 0 }

// Lat returns the latitude in degrees north, or NaN if p is invalid.
func (p Point) Lat() float64 {
	if !p.set {
		return math.NaN()
	}
	return p.lat
}

// Lon returns the longitude in degrees east, or NaN if p is invalid.
func (p Point) Lon() float64 {
	if !p.set {
		return math.NaN()
	}
	return p.lon
}

// String returns "lat,lon" in decimal degrees with as many digits as p holds,
// or "invalid point".
func (p Point) String() string {
	if !p.set {
		return "invalid point"
	}
	return strconv.FormatFloat(p.lat, 'f', -1, 64) + "," + strconv.FormatFloat(p.lon, 'f', -1, 64)
}
