package layout

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestEachPairWithinReachIsPushedApartOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := make([]Point, rapid.IntRange(1, 60).Draw(t, "n"))
		wide := rapid.SampledFrom([]float64{3, 30, 3e8}).Draw(t, "wide")
		for v := range at {
			at[v] = Point{rapid.Float64Range(0, wide).Draw(t, "x"), rapid.Float64Range(0, wide).Draw(t, "y")}
		}
		want, got := make([]Point, len(at)), make([]Point, len(at))
		for v := range at {
			for u := range v {
				x, y := at[v].X-at[u].X, at[v].Y-at[u].Y
				if d := x*x + y*y; d <= reach*reach && d >= 1e-6 {
					want[v] = Point{want[v].X + x/d, want[v].Y + y/d}
					want[u] = Point{want[u].X - x/d, want[u].Y - y/d}
				} else if d < 1e-6 {
					t.Skip("one on the other")
				}
			}
		}
		g := grid{cell: make([]int32, len(at)), order: make([]int32, len(at)), at: make([]Point, len(at))}
		g.fill(at)
		g.repel(got)
		for v := range at {
			if math.Abs(got[v].X-want[v].X) > 1e-6 || math.Abs(got[v].Y-want[v].Y) > 1e-6 {
				t.Fatalf("vertex %d: %v, want %v", v, got[v], want[v])
			}
		}
	})
}
