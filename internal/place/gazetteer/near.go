package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"skein/internal/geo"
)

const (
	rows    = 180 // of one degree, from the south
	columns = 360 // of one degree, from the antimeridian eastwards
)

// grid sorts places into cells of one degree: those of cell c are
// places[from[c]:from[c+1]].
type grid struct {
	from   [rows*columns + 1]int32
	places []int32
}

func newGrid(places []Place) *grid {
	g := &grid{places: make([]int32, len(places))}
	for _, p := range places {
		g.from[cellOf(p.Position)+1]++
	}
	for c := range rows * columns {
		g.from[c+1] += g.from[c]
	}
	next := g.from
	for i, p := range places {
		c := cellOf(p.Position)
		g.places[next[c]] = int32(i)
		next[c]++
	}
	return g
}

func cellOf(p geo.Point) int { return row(p.Lat())*columns + column(p.Lon()) }

func row(lat float64) int { return min(max(0, int(math.Floor(lat+90))), rows-1) }

// column takes longitudes beyond 180 degrees too.
func column(lon float64) int {
	return (int(math.Floor(lon+180))%columns + columns) % columns
}

// candidates calls visit with every place in the cells that a circle touches.
func (g *grid) candidates(p geo.Point, radius geo.Metres, visit func(i int32)) {
	const slack = 1e-5 // degrees, for rounding at the edge of a cell
	angle := float64(min(radius/geo.EarthRadius, math.Pi))
	height := angle*180/math.Pi + slack
	south, north := p.Lat()-height, p.Lat()+height
	first, count := 0, columns
	if south > -90 && north < 90 { // else the circle holds a pole
		// The circle's widest point: sin(width) = sin(radius)/cos(latitude).
		width := math.Asin(min(1, math.Sin(angle)/math.Cos(p.Lat()*math.Pi/180)))*180/math.Pi + slack
		first = column(p.Lon() - width)
		count = min(columns, int(math.Floor(p.Lon()+width+180))-int(math.Floor(p.Lon()-width+180))+1)
	}
	for r := row(south); r <= row(north); r++ {
		for k := range count {
			c := r*columns + (first+k)%columns
			for _, i := range g.places[g.from[c]:g.from[c+1]] {
				visit(i)
			}
		}
	}
}

// Nearest returns the place nearest to a point and how far it is, and whether
// there is one no further than within. Of two as near, the one of lower ID.
func (g *Gazetteer) Nearest(p geo.Point, within geo.Metres) (Place, geo.Metres, bool) {
	if !p.IsValid() || !(within >= 0) {
		return Place{}, 0, false
	}
	// A circle grows until it holds a place: then none outside is nearer.
	for radius := geo.Metres(20_000); ; radius *= 4 {
		radius = min(radius, within)
		best, distance := int32(-1), geo.Metres(math.Inf(1))
		g.byPosition().candidates(p, radius, func(i int32) {
			d := geo.Distance(p, g.places[i].Position)
			if d < distance || d == distance && i < best {
				best, distance = i, d
			}
		})
		if distance <= radius {
			return g.places[best], distance, true
		}
		if radius == within || radius > math.Pi*geo.EarthRadius {
			return Place{}, 0, false
		}
	}
}

// Within returns the places no further than metres from a point, the nearest
// first and then by ID.
func (g *Gazetteer) Within(p geo.Point, metres geo.Metres) []Place {
	if !p.IsValid() || !(metres >= 0) {
		return nil
	}
	type found struct {
		place    int32
		distance geo.Metres
	}
	var hits []found
	g.byPosition().candidates(p, metres, func(i int32) {
		if d := geo.Distance(p, g.places[i].Position); d <= metres {
			hits = append(hits, found{i, d})
		}
	})
	slices.SortFunc(hits, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.place, b.place))
	})
	var out []Place
	for _, h := range hits {
		out = append(out, g.places[h.place])
	}
	return out
}
