package geo

import (
	"errors"
	"math"
	"testing"
)

func at(t testing.TB, lat, lon float64) Point {
	t.Helper()
	p, err := NewPoint(lat, lon)
	if err != nil {
		t.Fatal(err)
	}
	return p
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
