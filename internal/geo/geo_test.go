package geo

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func at(t testing.TB, lat, lon float64) Point {
	t.Helper()
	p, err := NewPoint(lat, lon)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func anyPoint() *rapid.Generator[Point] {
	return rapid.Custom(func(t *rapid.T) Point {
		p, err := NewPoint(rapid.Float64Range(-90, 90).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon"))
		if err != nil {
			t.Fatal(err)
		}
		return p
	})
}

func TestNewPointRange(t *testing.T) {
	for _, c := range []struct {
		lat, lon float64
		ok       bool
	}{
		{0, 0, true},
		{90, 180, true},
		{-90, -180, true},
		{90.0001, 0, false},
		{-91, 0, false},
		{0, 180.0001, false},
		{0, -181, false},
		{math.NaN(), 0, false},
		{0, math.NaN(), false},
		{math.Inf(1), 0, false},
	} {
		p, err := NewPoint(c.lat, c.lon)
		if (err == nil) != c.ok || p.IsValid() != c.ok {
			t.Errorf("NewPoint(%v, %v) = %v, %v; want ok %v", c.lat, c.lon, p, err, c.ok)
		}
		if err != nil && !errors.Is(err, ErrRange) {
			t.Errorf("NewPoint(%v, %v): %v is not ErrRange", c.lat, c.lon, err)
		}
	}
}

func TestZeroIsNotNullIsland(t *testing.T) {
	var none Point
	null := at(t, 0, math.Copysign(0, -1))
	if none.IsValid() || none.IsNullIsland() || none == null {
		t.Error("the zero Point passes for a place")
	}
	if !math.IsNaN(none.Lat()) || !math.IsNaN(none.Lon()) {
		t.Error("the zero Point has coordinates")
	}
	if !null.IsValid() || !null.IsNullIsland() || null != at(t, 0, 0) {
		t.Error("0,0 given explicitly is not Null Island")
	}
	if at(t, 0, 9).IsNullIsland() || at(t, 0.000001, 0).IsNullIsland() {
		t.Error("a place on the equator or the meridian is taken for Null Island")
	}
	if got := null.String(); got != "0,0" {
		t.Errorf("String() = %q", got)
	}
	if at(t, 10, -180) != at(t, 10, 180) {
		t.Error("the antimeridian has two points at one latitude")
	}
}

func TestDistancePublished(t *testing.T) {
	for _, c := range []struct {
		source   string
		a, b     Point
		want     Metres
		relative float64
	}{
		// A quarter of the circumference of the sphere of radius R1.
		{"geometry", at(t, 0, 0), at(t, 90, 0), 10_007_557.2, 1e-7},
		{"geometry: antipodes", at(t, 40, 20), at(t, -40, -160), 20_015_114.4, 1e-7},
		{"geometry: one degree of the equator", at(t, 0, 179.5), at(t, 0, -179.5), 111_195.08, 1e-7},
		// Rosetta Code, "Haversine formula", with its radius of 6372.8 km.
		{"Nashville to Los Angeles", at(t, 36.12, -86.67), at(t, 33.94, -118.40), 2_887_259.95 * EarthRadius / 6_372_800, 1e-7},
		// Veness, "Calculate distance between latitude/longitude points", 968.9 km.
		{"Land's End to John o' Groats", at(t, 50.06639, -5.71472), at(t, 58.64389, -3.07), 968_900, 1e-4},
		// Karney, GeodSolve manual page: the geodesic on WGS 84; a sphere is
		// within 0.56 per cent of it.
		{"Kennedy to Heathrow", at(t, 40.6, -73.8), at(t, 51.6, -0.5), 5_551_759.4, 0.0056},
		// Geoscience Australia, GDA technical manual: Flinders Peak to Buninyong.
		{"Flinders Peak to Buninyong", at(t, -37.951033417, 144.424867889), at(t, -37.652821139, 143.926495528), 54_972.271, 0.0056},
	} {
		got := Distance(c.a, c.b)
		if math.Abs(float64(got-c.want)) > c.relative*float64(c.want) {
			t.Errorf("%s: %.2f m, want %.2f within %g", c.source, float64(got), float64(c.want), c.relative)
		}
	}
}

func TestDistanceInvalid(t *testing.T) {
	p := at(t, 38, 26)
	if d := Distance(p, Point{}); d <= 1e9 || d > 1e9 || !math.IsNaN(float64(d)) {
		t.Errorf("distance to nowhere is %v", d)
	}
}

func TestDistanceIsAMetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyPoint().Draw(t, "a"), anyPoint().Draw(t, "b"), anyPoint().Draw(t, "c")
		ab, bc, ac := Distance(a, b), Distance(b, c), Distance(a, c)
		switch {
		case Distance(a, a) != 0:
			t.Fatal("not zero to itself")
		case ab != Distance(b, a):
			t.Fatal("not symmetric")
		case ab < 0 || ab > math.Pi*EarthRadius*(1+1e-12):
			t.Fatalf("%v is out of range", ab)
		case ac > ab+bc+1:
			t.Fatalf("triangle: %v > %v + %v", ac, ab, bc)
		}
	})
}

func TestMetres(t *testing.T) {
	for m, want := range map[Metres]string{0: "0 m", 999.4: "999 m", 999.6: "1.0 km", 8350: "8.3 km", 12 * NauticalMile: "22.2 km"} {
		if got := m.String(); got != want {
			t.Errorf("%v: %q, want %q", float64(m), got, want)
		}
	}
	if got := (24 * NauticalMile).NauticalMiles(); got != 24 {
		t.Errorf("24 NM = %v NM", got)
	}
}

func TestBounds(t *testing.T) {
	var b Bounds
	if !b.IsEmpty() || b.Contains(at(t, 0, 0)) || b.Centre().IsValid() {
		t.Error("the zero Bounds is not empty")
	}
	b = BoundsOf(at(t, 36, 28), Point{}, at(t, 40, 20))
	if got := b.String(); got != "36,20 to 40,28" {
		t.Errorf("bounds %s", got)
	}
	if !b.Contains(at(t, 36, 20)) || !b.Contains(b.Centre()) || b.Contains(at(t, 41, 24)) || b.Contains(Point{}) {
		t.Error("Contains is wrong")
	}
	if got := b.Centre(); got != at(t, 38, 24) {
		t.Errorf("centre %v", got)
	}
	same, err := NewBounds(b.SouthWest(), b.NorthEast())
	if err != nil || same != b {
		t.Errorf("NewBounds = %v, %v", same, err)
	}
	if _, err := NewBounds(b.NorthEast(), b.SouthWest()); !errors.Is(err, ErrRange) {
		t.Errorf("swapped corners: %v", err)
	}
	if _, err := NewBounds(Point{}, b.SouthWest()); !errors.Is(err, ErrRange) {
		t.Errorf("invalid corner: %v", err)
	}
}

func TestBoundsOrderFree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOf(anyPoint()).Draw(t, "points")
		b := BoundsOf(points...)
		for _, p := range points {
			if !b.Contains(p) {
				t.Fatalf("%v is not in %v", p, b)
			}
		}
		slices.SortFunc(points, Point.Compare)
		if again := BoundsOf(points...); again != b {
			t.Fatalf("order matters: %v, %v", b, again)
		}
	})
}
