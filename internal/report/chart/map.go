package chart

import (
	"math"
	"slices"
)

// Map shows points, paths and places over a quiet outline of land and borders
// (package basemap).
//
// The projection is equirectangular with its standard parallel at the window's
// middle latitude: distances are true along that parallel and along every
// meridian, and the map says so. Points are gathered on a fine grid, class by
// class, before they are drawn: a disc's area shows the sum of the weights of
// what it stands for. Heavier discs lie below lighter ones. The sums of weights
// and the counts of points are those of the input; points without a usable
// position or weight, and points outside the window, are counted below the map.
type Map struct {
	Frame
	Window     Window // zero: found from what is drawn
	Points     []MapPoint
	Paths      []MapPath
	Places     []Place
	Classes    Classes
	ClassHrefs map[string]string // evidence for discs that stand for several points
	WeightName string            // what a point's weight counts, for the key
	WidthName  string            // what a path's weight counts
	Format     Format            // of weights
}

// Window is what a map shows, in degrees. East may exceed 180 where the window
// crosses the antimeridian. The zero Window is none.
type Window struct{ West, South, East, North float64 }

// LonLat is a position in degrees. Longitude 0 with latitude 0 is no position:
// it is what missing coordinates turn into.
type LonLat struct{ Lon, Lat float64 }

// MapPoint is one event or place with a weight of zero or more.
type MapPoint struct {
	At     LonLat
	Weight float64
	Class  string
	Mark
}

// MapPath is a line through positions. Its width grows with its weight; a path
// without weight is thin.
type MapPath struct {
	Points []LonLat
	Weight float64
	Class  string
	Arrow  bool
	Label  string
	Mark
}

// Place is a name on the map. Where names compete the lower Rank stands, and
// those of no room are left to the tooltip of their dot.
type Place struct {
	At    LonLat
	Label string
	Rank  int
	Mark
}

func (p LonLat) valid() bool {
	return finite(p.Lon) && finite(p.Lat) && math.Abs(p.Lon) <= 540 && math.Abs(p.Lat) <= 90 && p != LonLat{}
}

func (w Window) valid() bool {
	return finite(w.West) && finite(w.East) && finite(w.South) && finite(w.North) &&
		math.Abs(w.West) <= 540 && math.Abs(w.East) <= 540 && w.South >= -90 && w.North <= 90 &&
		w.East-w.West > 1e-3 && w.East-w.West <= 360 && w.North-w.South > 1e-3
}

// SVG draws the map. Without anything to draw and without a window there is no
// data.
func (m Map) SVG() string {
	d := mapChart{Map: m}
	if !d.prepare() {
		return m.nothing()
	}
	return m.document(d.high+d.foot(nil), d.draw)
}

type mapChart struct {
	Map
	projection
	bins            []bin
	paths           []drawnPath
	places          []drawnPlace
	texts           []mapText
	most, mostPath  float64 // weights of the largest disc and path
	skipped, beyond int     // points not drawn
	style           style
}

func (d *mapChart) prepare() bool {
	window := d.Map.Window
	if !window.valid() {
		var ok bool
		if window, ok = windowOf(d.positions()); !ok {
			return false
		}
	}
	d.projection = project(window)
	var names []string
	var weights []float64
	for _, p := range d.Points {
		names = append(names, p.Class)
		weights = append(weights, p.Weight)
	}
	for _, p := range d.Paths {
		names = append(names, p.Class)
		weights = append(weights, p.Weight)
	}
	d.Classes = d.Map.Classes.or(names)
	d.style = d.Format.settle(weights)
	d.gather()
	d.layPaths()
	d.layPlaces()
	d.layTexts()
	return true
}

// positions are all the places that the map must show.
func (d *mapChart) positions() []LonLat {
	var out []LonLat
	add := func(at LonLat) {
		if at.valid() {
			out = append(out, at)
		}
	}
	for _, p := range d.Points {
		add(p.At)
	}
	for _, p := range d.Paths {
		for _, at := range p.Points {
			add(at)
		}
	}
	for _, p := range d.Places {
		add(p.At)
	}
	return out
}

// windowOf is the smallest window around positions, with a margin; across the
// antimeridian where that is smaller by far.
func windowOf(at []LonLat) (Window, bool) {
	if len(at) == 0 {
		return Window{}, false
	}
	lons := make([]float64, len(at))
	w := Window{South: 90, North: -90}
	for i, p := range at {
		lons[i] = turn(p.Lon, -180)
		w.South, w.North = min(w.South, p.Lat), max(w.North, p.Lat)
	}
	slices.Sort(lons)
	w.West, w.East = lons[0], lons[len(lons)-1]
	for i := 1; i < len(lons); i++ {
		// What is left of the circle when this gap is taken out of it.
		if rest := 360 - (lons[i] - lons[i-1]); rest < 180 && rest < w.East-w.West-60 {
			w.West, w.East = lons[i], lons[i-1]+360
		}
	}
	x, y := max((w.East-w.West)*0.06, 0.4), max((w.North-w.South)*0.06, 0.3)
	w.West, w.East, w.South, w.North = w.West-x, w.East+x, w.South-y, w.North+y
	return w, true
}

// turn brings a longitude to within a full turn east of from.
func turn(lon, from float64) float64 {
	return lon - 360*math.Floor((lon-from)/360)
}

// projection maps a window to the top left of the drawing.
type projection struct {
	West, South, East, North float64 // the window, widened to the drawing

	parallel  float64 // standard parallel, degrees
	perDegree float64 // units per degree of latitude
	squeeze   float64 // cosine of the standard parallel
	high      float64 // of the map
}

// project fits a window to the drawing's width, and widens it to between two
// fifths and four fifths as high as wide.
func project(w Window) projection {
	const flat, tall = 0.42, 0.8
	w.South, w.North = max(w.South, -90), min(w.North, 90)
	p := projection{West: w.West, South: w.South, East: w.East, North: w.North, parallel: (w.South + w.North) / 2}
	p.squeeze = max(math.Cos(p.parallel*math.Pi/180), 0.05)
	wide, high := (w.East-w.West)*p.squeeze, w.North-w.South
	if high > wide*tall {
		grow := min((high/tall-wide)/p.squeeze, 360-(w.East-w.West))
		p.West, p.East = w.West-grow/2, w.East+grow/2
	}
	if high < wide*flat {
		// Grow about the middle, which is the standard parallel, as far as the
		// poles allow.
		half := min(wide*flat/2, 90-p.parallel, 90+p.parallel)
		p.South, p.North = min(p.South, p.parallel-half), max(p.North, p.parallel+half)
	}
	p.perDegree = width / ((p.East - p.West) * p.squeeze)
	p.high = math.Ceil((p.North - p.South) * p.perDegree)
	return p
}

// xy is where a longitude (on the window's own turn) and a latitude come to lie.
func (p projection) xy(lon, lat float64) (x, y float64) {
	return (lon - p.West) * p.squeeze * p.perDegree, (p.North - lat) * p.perDegree
}

// inside gives the place of a position, and whether it is in the window.
func (p projection) inside(at LonLat) (x, y float64, ok bool) {
	lon := turn(at.Lon, p.West)
	x, y = p.xy(lon, at.Lat)
	return x, y, lon <= p.East && at.Lat >= p.South && at.Lat <= p.North
}
