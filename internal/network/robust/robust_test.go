package robust_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/network/graph"
	"skein/internal/network/graph/graphtest"
	"skein/internal/network/robust"
)

func random(t *rapid.T) *graph.Graph {
	n := rapid.IntRange(2, 20).Draw(t, "vertices")
	var from, to []uint32
	seen := map[[2]uint32]bool{}
	for range rapid.IntRange(1, 3*n).Draw(t, "ties") {
		a, b := uint32(rapid.IntRange(0, n-1).Draw(t, "from")), uint32(rapid.IntRange(0, n-1).Draw(t, "to"))
		if a != b && !seen[[2]uint32{min(a, b), max(a, b)}] {
			seen[[2]uint32{min(a, b), max(a, b)}] = true
			from, to = append(from, a), append(to, b)
		}
	}
	return graph.FromTies(n, graphtest.Ties(from, to, nil), false)
}

func degrees(g *graph.Graph) []float64 {
	out := make([]float64, g.Len())
	for v := range out {
		out[v] = float64(g.Degree(uint32(v)))
	}
	return out
}

// A graph rewired has the degrees that it had, and no tie twice.
func TestRewire(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t)
		r := robust.Rewire(g, rapid.Uint64().Draw(t, "seed"))
		if !slices.Equal(degrees(g), degrees(r)) || r.Edges() != g.Edges() || r.Weighted() || r.Loops() > 0 {
			t.Fatalf("degrees %v became %v", degrees(g), degrees(r))
		}
	})
	ring := graph.FromTies(40, graphtest.Ties(count(40, 0), count(40, 1), nil), false)
	same := 0
	for v := range uint32(40) {
		if _, ok := robust.Rewire(ring, 1).Weight(v, (v+1)%40); ok {
			same++
		}
	}
	if same > 10 {
		t.Errorf("%d of 40 ties are where they were", same)
	}
}

func count(n, shift int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32((i + shift) % n)
	}
	return out
}

// Who has ten ties of eleven is first in every draw; the others are not told apart.
func TestBootstrap(t *testing.T) {
	var from, to []uint32
	for v := uint32(1); v <= 10; v++ {
		from, to = append(from, 0), append(to, v)
	}
	g := graph.FromTies(11, graphtest.Ties(append(from, 1), append(to, 2), nil), false)
	measure := func(_ context.Context, g *graph.Graph) ([]float64, error) { return degrees(g), nil }
	got, err := robust.Bootstrap(context.Background(), g, 200, 1, measure)
	if err != nil {
		t.Fatal(err)
	}
	if got.Rank[0] != (robust.Interval{Low: 1, High: 1}) || got.Rank[5].High-got.Rank[5].Low < 3 || got.Value[0].High > 10 {
		t.Errorf("ranks %v, values %v", got.Rank, got.Value)
	}
	again, err := robust.Bootstrap(context.Background(), g, 200, 1, measure)
	if err != nil || !slices.Equal(again.Rank, got.Rank) {
		t.Error("other ranks for the same seed", err)
	}
}

func TestRanks(t *testing.T) {
	if got := robust.Ranks([]float64{3, 9, 3, 1}); !slices.Equal(got, []float64{2.5, 1, 2.5, 4}) {
		t.Errorf("ranks %v", got)
	}
}
