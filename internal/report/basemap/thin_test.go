package basemap

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestThinStaysWithinTolerance(t *testing.T) {
	at := func(p Point) (x, y float64) { return p.Lon, p.Lat }
	rapid.Check(t, func(t *rapid.T) {
		var line []Point
		for range rapid.IntRange(2, 40).Draw(t, "n") {
			line = append(line, Point{rapid.Float64Range(0, 20).Draw(t, "x"), rapid.Float64Range(0, 20).Draw(t, "y")})
		}
		kept := Thin(line, at, 2)
		if kept[0] != line[0] || kept[len(kept)-1] != line[len(line)-1] {
			t.Fatal("an end moved")
		}
		for _, p := range line {
			nearest := math.Inf(1)
			for i := 1; i < len(kept); i++ {
				nearest = min(nearest, offLine(p.Lon, p.Lat, kept[i-1].Lon, kept[i-1].Lat, kept[i].Lon, kept[i].Lat))
			}
			if nearest > 2+1e-9 {
				t.Fatalf("%v is %v away", p, nearest)
			}
		}
	})
}
