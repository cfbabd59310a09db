package gazetteer

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/geo"
)

// nearest first, by looking at every place.
func bruteForce(all []Place, p geo.Point, within geo.Metres) []Place {
	var out []Place
	for _, q := range all {
		if geo.Distance(p, q.Position) <= within {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b Place) int {
		return cmp.Compare(geo.Distance(p, a.Position), geo.Distance(p, b.Position))
	})
	return out
}

// anywhere draws points with the poles, the antimeridian and whole degrees, at
// which cells end, among them.
var anywhere = rapid.Custom(func(t *rapid.T) geo.Point {
	lat := rapid.OneOf(rapid.Float64Range(-90, 90), rapid.Float64Range(89, 90), rapid.SampledFrom([]float64{-90, -89.99, 0, 35, 90})).Draw(t, "lat")
	lon := rapid.OneOf(rapid.Float64Range(-180, 180), rapid.Float64Range(179, 180), rapid.SampledFrom([]float64{-180, -179.999, 0, 12})).Draw(t, "lon")
	p, err := geo.NewPoint(lat, lon)
	if err != nil {
		t.Fatal(err)
	}
	return p
})

var radius = rapid.OneOf(rapid.Float64Range(0, 200_000), rapid.Float64Range(0, 21e6), rapid.SampledFrom([]float64{0, math.Inf(1)}))

func checkNear(t *rapid.T, g *Gazetteer, p geo.Point, within geo.Metres) {
	want := bruteForce(g.places, p, within)
	if got := g.Within(p, within); !slices.Equal(got, want) {
		t.Fatalf("%d places within %v m of %v, want %d", len(got), within, p, len(want))
	}
	got, d, ok := g.Nearest(p, within)
	if ok != (len(want) > 0) || ok && (got != want[0] || d != geo.Distance(p, got.Position)) {
		t.Fatalf("nearest to %v within %v m is %+v at %v m, %v; want the first of %d", p, within, got, d, ok, len(want))
	}
}

func TestNearAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var places []Place
		for i, p := range rapid.SliceOfN(anywhere, 0, 60).Draw(t, "places") {
			places = append(places, Place{ID: ID(i + 1), Name: "x", Country: "xk", Position: p})
		}
		checkNear(t, newGazetteer(places), anywhere.Draw(t, "p"), geo.Metres(radius.Draw(t, "within")))
	})
}

func TestNearShippedAgainstBruteForce(t *testing.T) {
	g := Default()
	rapid.Check(t, func(t *rapid.T) {
		p := anywhere.Draw(t, "p")
		if rapid.Bool().Draw(t, "at a place") {
			p = g.places[rapid.IntRange(0, len(g.places)-1).Draw(t, "i")].Position
		}
		checkNear(t, g, p, geo.Metres(rapid.Float64Range(0, 400_000).Draw(t, "within")))
	})
}

func TestNearRefuses(t *testing.T) {
	g := Default()
	calais := point(t, 50.95, 1.86)
	for _, c := range []struct {
		p      geo.Point
		within geo.Metres
	}{
		{geo.Point{}, 1e9},
		{calais, -1},
		{calais, geo.Metres(math.NaN())},
	} {
		if p, _, ok := g.Nearest(c.p, c.within); ok || p != (Place{}) || g.Within(c.p, c.within) != nil {
			t.Errorf("%v, %v: %+v", c.p, c.within, p)
		}
	}
}
