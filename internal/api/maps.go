package api

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/place"
	"skein/internal/report/basemap"
)

// GeoJSON (RFC 7946), as far as maps here need it.
type feature struct {
	Type       string         `json:"type"`
	Geometry   geometry       `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

type collection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

func newCollection() collection { return collection{"FeatureCollection", []feature{}} }

func (c *collection) add(kind string, coordinates any, properties map[string]any) {
	c.Features = append(c.Features, feature{"Feature", geometry{kind, coordinates}, properties})
}

// coarse is how far the coarse ground may lie from the fine one, in degrees: less than a
// point of a screen that shows Europe.
const coarse = 0.05

// ground is the land, waters within it, and borders, made once: fine, and coarse to begin
// with.
var ground = map[string]func() (json.RawMessage, error){
	"fine":   sync.OnceValues(func() (json.RawMessage, error) { return groundOf(0) }),
	"coarse": sync.OnceValues(func() (json.RawMessage, error) { return groundOf(coarse) }),
}

func groundOf(tolerance float64) (json.RawMessage, error) {
	c := newCollection()
	line := func(points []basemap.Point) [][2]float64 {
		if tolerance > 0 {
			points = basemap.Thin(points, func(p basemap.Point) (x, y float64) { return p.Lon, p.Lat }, tolerance)
		}
		out := make([][2]float64, 0, len(points))
		for _, p := range points {
			out = append(out, [2]float64{rounded(p.Lon), rounded(p.Lat)})
		}
		return out
	}
	land := basemap.Land()
	for i := range land {
		kind := "land"
		for k := range land {
			if k != i && land[k].Bounds.Overlaps(land[i].Bounds) && inside(land[i].Points[0], land[k].Points) {
				kind = "water"
				break
			}
		}
		if ring := line(append(slices.Clone(land[i].Points), land[i].Points[0])); len(ring) > 3 {
			c.add("Polygon", [][][2]float64{ring}, map[string]any{"kind": kind})
		}
	}
	for _, b := range basemap.Borders() {
		c.add("LineString", line(b.Points), map[string]any{"kind": "border", "unsettled": b.Unsettled})
	}
	return json.Marshal(c)
}

// rounded keeps four decimals, ten metres.
func rounded(degrees float64) float64 { return math.Round(degrees*1e4) / 1e4 }

// inside reports whether a point is within a ring, by the even-odd rule.
func inside(p basemap.Point, ring []basemap.Point) bool {
	in := false
	for i, j := 0, len(ring)-1; i < len(ring); j, i = i, i+1 {
		a, b := ring[i], ring[j]
		if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
			in = !in
		}
	}
	return in
}

type layersBody struct {
	Places     collection `json:"places"`
	Legs       collection `json:"legs"`
	Footprints collection `json:"footprints"`
}

func (s *Server) mapCalls(a huma.API) {
	get(a, "/api/map/base", "Land, waters and borders as GeoJSON", func(_ context.Context, in *struct {
		Detail string `query:"detail" enum:"coarse,fine" default:"fine"`
	},
	) (*body[json.RawMessage], error) {
		b, err := ground[in.Detail]()
		return answer(b), err
	})
	get(a, "/api/map/incidents", "Incidents with a position as typed arrays (see the workbench's decoder)", func(context.Context, *none) (*binaryBody, error) {
		return s.current.Load().incidents()
	})
	get(a, "/api/map/layers", "Places, legs and footprints of networks as GeoJSON", func(context.Context, *none) (*body[layersBody], error) {
		var out layersBody
		v := s.current.Load()
		var at map[string][2]float64
		out.Places, at = v.places()
		out.Legs, out.Footprints = v.legs(at), v.footprints()
		return answer(out), nil
	})
}

// packIncidents gives those of incidents.with_position: a head in JSON after its length, then
// float32 longitude, latitude and dead and missing, uint32 route and uint32 days since 1970
// (0: not known) of each; little-endian.
func (v *snapshot) packIncidents() (*binaryBody, error) {
	points := place.Points(v.picture.Set)
	type head struct {
		IDs    []string `json:"ids"`
		Titles []string `json:"titles"`
		Dates  []string `json:"dates"`
		Routes []string `json:"routes"`
		Figure string   `json:"figure"`
	}
	h := head{IDs: []string{}, Titles: []string{}, Dates: []string{}, Routes: []string{}, Figure: "incidents.with_position"}
	routes := map[string]uint32{}
	t := v.picture.Set.Table("Incident")
	for i := range points {
		p := &points[i]
		h.IDs, h.Titles, h.Dates = append(h.IDs, v.nodes[v.of[thing(t, p.Row)]].id), append(h.Titles, p.Title), append(h.Dates, p.Date)
		if _, ok := routes[p.Route]; !ok {
			routes[p.Route] = uint32(len(h.Routes))
			h.Routes = append(h.Routes, p.Route)
		}
	}
	var out packed
	out.head(h)
	for i := range points {
		out.float(points[i].Position.Lon())
	}
	for i := range points {
		out.float(points[i].Position.Lat())
	}
	for i := range points {
		out.float(points[i].Weight)
	}
	for i := range points {
		out.uint(routes[points[i].Route])
	}
	for i := range points {
		out.uint(days(points[i].Date))
	}
	return out.body()
}

// days is a date's day since 1970: of a month its middle, of a year likewise.
func days(date string) uint32 {
	for layout, add := range map[string]int{"2006-01-02": 0, "2006-01": 15, "2006": 182} {
		if at, err := time.Parse(layout, strings.TrimSpace(date[:min(len(date), 10)])); err == nil && at.Year() > 1970 {
			return uint32(at.Unix()/86400) + uint32(add)
		}
	}
	return 0
}

// places returns the places with a position, and where each is by its ID.
func (v *snapshot) places() (collection, map[string][2]float64) {
	c := newCollection()
	at := map[string][2]float64{}
	t := v.picture.Set.Table("Place")
	for row := range t.Len() {
		i := v.of[thing(t, row)]
		n := v.chartNode(i)
		if n.Lat == nil {
			continue
		}
		p := [2]float64{*n.Lon, *n.Lat}
		name := n.Name
		if id := v.picture.Set.Places().Of(thing(t, row)); id != "" && !n.Locked {
			at[string(id)], name = p, v.picture.Set.Places().Label(string(id))
		}
		c.add("Point", p, map[string]any{"id": n.ID, "name": name, "ties": n.Ties})
	}
	return c, at
}

// legs draws the cells of legs.by_pair between places that have a position.
func (v *snapshot) legs(at map[string][2]float64) collection {
	c := newCollection()
	f := v.picture.Cited("legs.by_pair")
	if f == nil {
		return c
	}
	for i := range f.Cells {
		x := &f.Cells[i]
		from, ok1 := at[x.ID(0)]
		to, ok2 := at[x.ID(1)]
		if ok1 && ok2 && from != to {
			c.add("LineString", arc(from, to), map[string]any{"from": x.Keys[0], "to": x.Keys[1], "ids": x.Identity(), "value": x.Value, "text": f.FormatValue(x) + " " + f.Unit})
		}
	}
	return c
}

// arc bends a line a little, so that ways there and back lie apart.
func arc(a, b [2]float64) [][2]float64 {
	const steps = 16
	mid := [2]float64{(a[0]+b[0])/2 - (b[1]-a[1])*0.15, (a[1]+b[1])/2 + (b[0]-a[0])*0.15}
	var out [][2]float64
	for k := range steps + 1 {
		t := float64(k) / steps
		out = append(out, [2]float64{
			(1-t)*(1-t)*a[0] + 2*t*(1-t)*mid[0] + t*t*b[0], (1-t)*(1-t)*a[1] + 2*t*(1-t)*mid[1] + t*t*b[1],
		})
	}
	return out
}

// footprints draws around the places and incidents that members of each network are tied
// to, directly or through a case.
func (v *snapshot) footprints() collection {
	c := newCollection()
	for k := range v.found.Networks {
		d := &v.found.Networks[k]
		var points [][2]float64
		for m := range d.Members {
			i := v.member(&d.Members[m])
			for _, t := range v.nodes[i].ties {
				points = v.position(points, t.to)
				if s := v.nodes[t.to].schema; s == "Investigation" || s == "Incident" {
					for _, u := range v.nodes[t.to].ties {
						points = v.position(points, u.to)
					}
				}
			}
		}
		ring := hull(points)
		if len(ring) < 3 {
			continue
		}
		c.add("Polygon", [][][2]float64{append(ring, ring[0])}, map[string]any{"name": d.Label(), "members": strconv.Itoa(len(d.Members)), "network": d.ID})
	}
	return c
}

func (v *snapshot) position(points [][2]float64, i int) [][2]float64 {
	if v.nodes[i].schema == casework.PersonSchema {
		return points
	}
	if n := v.chartNode(i); n.Lat != nil {
		points = append(points, [2]float64{*n.Lon, *n.Lat})
	}
	return points
}

// hull is the convex hull of points (Andrew 1979).
func hull(points [][2]float64) [][2]float64 {
	slices.SortFunc(points, func(a, b [2]float64) int { return slices.Compare(a[:], b[:]) })
	points = slices.Compact(points)
	if len(points) < 3 {
		return nil
	}
	cross := func(o, a, b [2]float64) float64 { return (a[0]-o[0])*(b[1]-o[1]) - (a[1]-o[1])*(b[0]-o[0]) }
	half := func(points [][2]float64) [][2]float64 {
		var out [][2]float64
		for _, p := range points {
			for len(out) > 1 && cross(out[len(out)-2], out[len(out)-1], p) <= 0 {
				out = out[:len(out)-1]
			}
			out = append(out, p)
		}
		return out[:len(out)-1]
	}
	lower := half(points)
	slices.Reverse(points)
	out := append(lower, half(points)...)
	if len(out) < 3 || math.Abs(area(out)) < 1e-9 {
		return nil
	}
	return out
}

func area(ring [][2]float64) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p[0]*q[1] - q[0]*p[1]
	}
	return sum / 2
}
