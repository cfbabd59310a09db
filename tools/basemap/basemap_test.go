package main

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

// Two countries share the border from (0,0) over (0,1) to (0,2); the second
// has no ISO number.
const twoCountries = `{
	"type": "Topology",
	"transform": {"scale": [1, 1], "translate": [0, 0]},
	"arcs": [
		[[0,0],[0,1],[0,1]],
		[[0,2],[-2,0],[0,-2],[2,0]],
		[[0,2],[2,0],[0,-2],[-2,0]]
	],
	"objects": {
		"countries": {"type": "GeometryCollection", "geometries": [
			{"type": "Polygon", "arcs": [[0, 1]], "id": "001", "properties": {"name": "West"}},
			{"type": "MultiPolygon", "arcs": [[[0, 2]]], "properties": {"name": "East"}}
		]},
		"land": {"type": "GeometryCollection", "geometries": [
			{"type": "Polygon", "arcs": [[1, -3]], "properties": {}}
		]}
	}
}`

func TestBuild(t *testing.T) {
	topo, err := readTopology([]byte(twoCountries))
	if err != nil {
		t.Fatal(err)
	}
	w, err := build(topo)
	if err != nil {
		t.Fatal(err)
	}
	wantRing := []cell{{0, 400}, {-400, 400}, {-400, 0}, {0, 0}, {400, 0}, {400, 400}}
	if len(w.rings) != 1 || !slices.Equal(w.rings[0], wantRing) {
		t.Errorf("rings %v", w.rings)
	}
	// The middle of the border lies on the straight line and goes.
	if len(w.borders) != 1 || !slices.Equal(w.borders[0].line, []cell{{0, 0}, {0, 400}}) || !w.borders[0].unsettled {
		t.Errorf("borders %v", w.borders)
	}
}

func TestReadTopologyRefuses(t *testing.T) {
	for _, data := range []string{
		"", "{}", `{"type":"Topology"}`,
		`{"type":"Topology","transform":{"scale":[1,1]},"arcs":[[[0,0]]]}`,
		`{"type":"Topology","transform":{"scale":[1,1]},"arcs":[],"objects":{"land":{"geometries":[{"type":"Polygon","arcs":[[0]]}]}}}`,
		`{"type":"Topology","transform":{"scale":[1,1]},"arcs":[],"objects":{"land":{"geometries":[{"type":"Polygon","arcs":[[]]}]}}}`,
	} {
		if _, err := readTopology([]byte(data)); err == nil {
			t.Errorf("no error for %s", data)
		}
	}
}

func TestSimplify(t *testing.T) {
	wave := make([]point, 401)
	for i := range wave {
		x := float64(i) / 40
		wave[i] = point{10 + x, 36 + math.Sin(x) + 0.001*math.Sin(50*x)}
	}
	got := simplify(wave)
	if got[0] != wave[0] || got[len(got)-1] != wave[len(wave)-1] {
		t.Error("an end moved")
	}
	if len(got) > 200 || len(got) < 10 {
		t.Errorf("%d points left of %d", len(got), len(wave))
	}
	back := slices.Clone(wave)
	slices.Reverse(back)
	if len(simplify(back)) != len(got) {
		t.Error("the direction matters")
	}
	islet := []point{{12, 36}, {12.001, 36}, {12.001, 36.001}, {12, 36.001}, {12, 36}}
	if n := len(simplify(islet)); n != 5 {
		t.Errorf("an islet keeps %d points", n)
	}
}

func TestPlanar(t *testing.T) {
	// A square across the antimeridian falls into two.
	parts := planar([]point{{178, 0}, {-178, 0}, {-178, 2}, {178, 2}, {178, 0}})
	total := 0.0
	for _, part := range parts {
		for _, p := range part {
			if math.Abs(p.lon) > 180 || math.Abs(p.lon) < 178 {
				t.Errorf("%v is off", p)
			}
		}
		total += ringArea(part)
	}
	if want := ringArea([]point{{0, 0}, {4, 0}, {4, 2}, {0, 2}}); len(parts) != 2 || math.Abs(total/want-1) > 1e-3 {
		t.Errorf("%d parts of %v km2, want %v", len(parts), total, want)
	}
	// A ring round the pole is closed along it.
	var polar []point
	for lon := -180.0; lon < 180; lon += 10 {
		polar = append(polar, point{lon, -70})
	}
	polar = append(polar, polar[0])
	parts = planar(polar)
	if len(parts) != 1 || !slices.Contains(parts[0], point{180, -90}) || !slices.Contains(parts[0], point{-180, -90}) {
		t.Errorf("the pole gives %v", parts)
	}
}

func TestEncode(t *testing.T) {
	got := encode(world{
		rings:   [][]cell{{{1, 1}, {2, 1}, {2, 2}}, {{3, 1}, {4, 1}, {4, 2}}},
		borders: []border{{[]cell{{1, 1}, {2, 2}}, true}},
	})
	want := append([]byte(magic), 0xc8, 1, 2,
		6, 2, 2, 2, 0, 0, 2,
		6, 4, 0, 2, 0, 0, 2,
		1, 5, 2, 2, 2, 2)
	if !bytes.Equal(got, want) {
		t.Errorf("got  % x\nwant % x", got, want)
	}
}

// A border is broken only where a disputed stretch says so.
func TestSplit(t *testing.T) {
	line := []point{{73, 30}, {74, 32}, {75, 33}, {76, 34}, {77, 35}}
	got := split(line, []string{"586", "356"})
	if len(got) != 2 || got[0].unsettled || !got[1].unsettled ||
		!slices.Equal(got[0].line, round(line[:3])) || !slices.Equal(got[1].line, round(line[2:])) {
		t.Errorf("got %v", got)
	}
	if got := split(line, []string{"586", "004"}); len(got) != 1 || got[0].unsettled {
		t.Errorf("another border: %v", got)
	}
}
