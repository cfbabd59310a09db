package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// point is a longitude and a latitude in degrees.
type point struct{ lon, lat float64 }

// topology is the part of a TopoJSON file that the outline needs.
type topology struct {
	arcs      [][]point
	countries []country
	land      [][][]int // polygons of rings of arc references; ^i is arc i reversed
}

type country struct {
	id, name string
	polygons [][][]int
}

type wireTopology struct {
	Type      string `json:"type"`
	Transform *struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Arcs    [][][2]float64          `json:"arcs"`
	Objects map[string]wireGeometry `json:"objects"`
}

type wireGeometry struct {
	Type       string          `json:"type"`
	ID         string          `json:"id"`
	Arcs       json.RawMessage `json:"arcs"`
	Geometries []wireGeometry  `json:"geometries"`
	Properties struct {
		Name string `json:"name"`
	} `json:"properties"`
}

func readTopology(data []byte) (*topology, error) {
	var wire wireTopology
	if err := json.Unmarshal(data, &wire); err != nil {
		return nil, err
	}
	if wire.Type != "Topology" || wire.Transform == nil {
		return nil, errors.New("not a quantised TopoJSON topology")
	}
	t := &topology{arcs: make([][]point, len(wire.Arcs))}
	for i, arc := range wire.Arcs {
		if len(arc) < 2 {
			return nil, fmt.Errorf("arc %d has %d points", i, len(arc))
		}
		var x, y float64
		for _, d := range arc { // quantised arcs are delta-coded
			x, y = x+d[0], y+d[1]
			t.arcs[i] = append(t.arcs[i], point{
				lon: x*wire.Transform.Scale[0] + wire.Transform.Translate[0],
				lat: y*wire.Transform.Scale[1] + wire.Transform.Translate[1],
			})
		}
	}
	for _, g := range wire.Objects["countries"].Geometries {
		polygons, err := g.polygons(len(t.arcs))
		if err != nil {
			return nil, fmt.Errorf("country %q: %w", g.Properties.Name, err)
		}
		t.countries = append(t.countries, country{id: g.ID, name: g.Properties.Name, polygons: polygons})
	}
	for _, g := range wire.Objects["land"].Geometries {
		polygons, err := g.polygons(len(t.arcs))
		if err != nil {
			return nil, fmt.Errorf("land: %w", err)
		}
		t.land = append(t.land, polygons...)
	}
	if len(t.countries) == 0 || len(t.land) == 0 {
		return nil, errors.New("objects countries and land are needed")
	}
	return t, nil
}

// polygons gives the geometry's polygons, each a list of rings, each a list of
// references to one of n arcs.
func (g wireGeometry) polygons(n int) ([][][]int, error) {
	var out [][][]int
	switch g.Type {
	case "Polygon":
		var one [][]int
		if err := json.Unmarshal(g.Arcs, &one); err != nil {
			return nil, err
		}
		out = [][][]int{one}
	case "MultiPolygon":
		if err := json.Unmarshal(g.Arcs, &out); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("geometry type %q is not a polygon", g.Type)
	}
	for _, polygon := range out {
		for _, ring := range polygon {
			if len(ring) == 0 {
				return nil, errors.New("an empty ring")
			}
			for _, ref := range ring {
				if arcIndex(ref) >= n {
					return nil, fmt.Errorf("arc %d of %d", ref, n)
				}
			}
		}
	}
	return out, nil
}

// arcIndex is the arc that a reference means, whichever its direction.
func arcIndex(ref int) int {
	if ref < 0 {
		return ^ref
	}
	return ref
}
