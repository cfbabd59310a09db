package geo

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestDistance(t *testing.T) {
	half := math.Pi * float64(EarthRadius)
	for _, c := range []struct {
		name                   string
		lat1, lon1, lat2, lon2 float64
		want                   float64
	}{
		// Rosetta Code, "Haversine formula": 2886.444442837984 km on a sphere of 6371 km.
		{"Nashville to Los Angeles airport", 36.12, -86.67, 33.94, -118.40, 2886444.442837984 / 6371000 * float64(EarthRadius)},
		{"a degree of the equator", 0, 10, 0, 11, half / 180},
		{"a degree of a meridian", 60, 20, 61, 20, half / 180},
		{"pole to equator", 90, 0, 0, 123, half / 2},
		{"pole to pole", 90, 0, -90, 50, half},
		{"antipodes", 12.3, 45.6, -12.3, -134.4, half},
		{"across the antimeridian", 0, 179.5, 0, -179.5, half / 180},
		{"one point", 35.5, 12.6, 35.5, 12.6, 0},
		{"one centimetre", 35, 12, 35 + 9e-8, 12, half / 180 * 9e-8},
	} {
		got := float64(Distance(at(t, c.lat1, c.lon1), at(t, c.lat2, c.lon2)))
		if math.Abs(got-c.want) > 1e-6+1e-9*c.want {
			t.Errorf("%s: %v m, want %v", c.name, got, c.want)
		}
	}
}

func TestDistanceOfNoPoint(t *testing.T) {
	p := at(t, 1, 2)
	for _, d := range []Metres{Distance(p, Point{}), Distance(Point{}, p), Distance(Point{}, Point{})} {
		if !math.IsNaN(float64(d)) {
			t.Errorf("an invalid point is %v m away", d)
		}
	}
}

func TestDistanceIsAMetric(t *testing.T) {
	lat, lon := rapid.Float64Range(-90, 90), rapid.Float64Range(-180, 180)
	rapid.Check(t, func(t *rapid.T) {
		var p [3]Point
		for i := range p {
			var err error
			if p[i], err = NewPoint(lat.Draw(t, "lat"), lon.Draw(t, "lon")); err != nil {
				t.Fatal(err)
			}
		}
		ab, bc, ac := Distance(p[0], p[1]), Distance(p[1], p[2]), Distance(p[0], p[2])
		if ab != Distance(p[1], p[0]) {
			t.Fatal("the direction matters")
		}
		if !(ab >= 0 && float64(ab) <= math.Pi*float64(EarthRadius)+1e-6) {
			t.Fatalf("%v m", ab)
		}
		if ac > ab+bc+1 { // near antipodes a haversine is good to about 0.1 m
			t.Fatalf("%v m is further than %v + %v", ac, ab, bc)
		}
	})
}
