package api

import (
	"context"
	"math"
	"slices"
	"strconv"

	"skein/internal/casework"
	"skein/internal/layout"
	"skein/internal/network"
)

// layout places the entities of a chart.
func (s *Server) layout(_ context.Context, in *struct {
	Body struct {
		Chosen

		Kind  string   `json:"kind" enum:"force,hierarchy,circle,geographic,timeline"`
		Start []placed `json:"start,omitempty" maxItems:"5000" doc:"where the first of the entities lie already"`
	}
},
) (*body[[]placed], error) {
	v := s.current.Load()
	nodes, err := v.all(in.Body.IDs)
	if err != nil {
		return nil, err
	}
	at := map[int]uint32{}
	for k, i := range nodes {
		at[i] = uint32(k)
	}
	var edges []layout.Edge
	for k, i := range nodes {
		for _, j := range v.near(i) {
			if u, ok := at[j]; ok && int(u) > k {
				edges = append(edges, layout.Edge{uint32(k), u})
			}
		}
	}
	var points []layout.Point
	switch in.Body.Kind {
	case "circle":
		points = layout.Circle(len(nodes), edges)
	case "hierarchy":
		points = layout.Layers(v.ranks(nodes), edges)
	case "geographic":
		points = v.geographic(nodes)
	case "timeline":
		points = v.timeline(nodes)
	default:
		var start []layout.Point
		for k, p := range in.Body.Start {
			if k < len(nodes) && p.ID == in.Body.IDs[k] {
				start = append(start, layout.Point{X: p.X, Y: p.Y})
			}
		}
		points = layout.Force(len(nodes), edges, start)
	}
	out := []placed{}
	for k, p := range points {
		out = append(out, placed{in.Body.IDs[k], p.X, p.Y})
	}
	return answer(out), nil
}

// ranks puts leaders above organisers above facilitators above all that is no person.
func (v *snapshot) ranks(nodes []int) []int {
	out := make([]int, len(nodes))
	for k, i := range nodes {
		n := v.chartNode(i)
		if out[k] = slices.Index(network.Tiers(), n.Tier); out[k] < 0 {
			out[k] = len(network.Tiers())
			if n.Schema != casework.PersonSchema {
				out[k]++
			}
		}
	}
	return out
}

// geographic places what has a position there (Mercator), the rest below.
func (v *snapshot) geographic(nodes []int) []layout.Point {
	out := make([]layout.Point, len(nodes))
	rest := 0
	low := 0.0
	for k, i := range nodes {
		if n := v.chartNode(i); n.Lat != nil {
			y := math.Log(math.Tan(math.Pi/4+min(85, max(-85, *n.Lat))*math.Pi/360)) * 180 / math.Pi
			out[k] = layout.Point{X: *n.Lon, Y: y}
			low = min(low, y)
		}
	}
	for k, i := range nodes {
		if v.chartNode(i).Lat == nil {
			out[k] = layout.Point{X: float64(rest%40) * 1.5, Y: low - 4 - 1.5*float64(rest/40)}
			rest++
		}
	}
	return out
}

// timeline places what has a date by it, from left to right, one row a schema.
func (v *snapshot) timeline(nodes []int) []layout.Point {
	out := make([]layout.Point, len(nodes))
	rows := map[string]int{}
	for k, i := range nodes {
		n := v.chartNode(i)
		date := n.Date
		if date == "" {
			for _, t := range v.nodes[i].ties {
				if d := t.from.Table.FirstText(t.from.Row, "date", "startDate"); d != "" && (date == "" || d < date) {
					date = d
				}
			}
		}
		if _, ok := rows[n.Schema]; !ok {
			rows[n.Schema] = len(rows)
		}
		out[k] = layout.Point{X: yearsOf(date) * 4, Y: -6*float64(rows[n.Schema]) - float64(k%7)*0.7}
	}
	return out
}

// yearsOf reads the year and month of a date; 1999 where none is told, before all others.
func yearsOf(date string) float64 {
	if len(date) < 4 {
		return 1999
	}
	year, err := strconv.Atoi(date[:4])
	if err != nil {
		return 1999
	}
	out := float64(year)
	if len(date) >= 7 {
		if month, err := strconv.Atoi(date[5:7]); err == nil {
			out += float64(month-1) / 12
		}
	}
	return out
}
