// Package basemap holds the outline of the world's land and the borders
// between countries, for the quiet background of a map that needs no network.
//
// # Source
//
// Natural Earth 1:10m Admin 0 (public domain), by way of the npm package
// world-atlas 2.0.2, simplified by tools/basemap. Lines are kept to about 0.6
// km2 around the Mediterranean, the Channel and the north-west African coast,
// to about 8 km2 elsewhere and less towards the poles; islands below 0.8 and 8
// km2 are gone. Coordinates are WGS 84 degrees, longitude first, to 1/200
// degree (550 m or less), so the outline serves maps down to some hundred
// kilometres across and measures nothing.
//
// Borders are drawn where Natural Earth draws them, which is by who controls
// the ground. They state no view on the status of any territory; a map that
// shows them should say so. Lines that are unsettled are marked.
//
// # Format of world.bin
//
// All numbers are variable-length integers as in encoding/binary: "u" unsigned,
// "s" signed (zigzag).
//
//	magic    "SKBM" and the format's number, one byte: 1
//	u        units per degree
//	u        count of rings, then each ring
//	u        count of borders, then each border
//
// A ring or border is
//
//	u        points<<1 | flag; the flag marks an unsettled border, and is 0 for rings
//	s s      longitude and latitude, in units, from the first point of the
//	         ring (border) before it, the first of all from 0, 0
//	s s      each further point, from the one before it
//
// The last point of a ring is not repeated. Rings and borders are ordered by
// latitude, then longitude, of their first point. Outer rings and holes (the
// Caspian Sea) stand side by side: fill by the even-odd rule. Rings that cross
// the antimeridian are cut along it.
package basemap

import (
	_ "embed"
	"slices"
	"sync"
)

// Point is a position in degrees.
type Point struct{ Lon, Lat float64 }

// Box is a window in degrees, West at most East and South at most North.
type Box struct{ West, South, East, North float64 }

// Overlaps tells whether two boxes have a point in common.
func (b Box) Overlaps(c Box) bool {
	return b.West <= c.East && c.West <= b.East && b.South <= c.North && c.South <= b.North
}

// Ring is a closed outline of land, or of water within land. The last point
// joins the first.
type Ring struct {
	Points []Point // at least three
	Bounds Box
}

// Line is an open stretch of border between two countries.
type Line struct {
	Points    []Point // at least two
	Bounds    Box
	Unsettled bool // disputed, or of undetermined status
}

//go:embed world.bin
var world []byte

type outline struct {
	rings []Ring
	lines []Line
}

var decoded = sync.OnceValue(func() outline {
	rings, lines, err := Decode(world)
	if err != nil {
		return outline{} // a damaged build draws no land; a test reads the real file
	}
	return outline{rings, lines}
})

// Land gives the outline of all land. The points are shared: do not change them.
func Land() []Ring { return slices.Clone(decoded().rings) }

// Borders gives the borders between countries, without coasts. The points are
// shared: do not change them.
func Borders() []Line { return slices.Clone(decoded().lines) }
