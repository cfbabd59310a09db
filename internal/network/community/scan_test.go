package community

import (
	"context"
	"slices"
	"testing"

	"skein/internal/network/graph"
	"skein/internal/network/graph/graphtest"
)

// Two cliques with a vertex between: the vertex is of both.
func TestOverlapping(t *testing.T) {
	var from, to []uint32
	for _, clique := range [][]uint32{{0, 1, 2, 3}, {4, 5, 6, 7}} {
		for i, a := range clique {
			for _, b := range clique[:i] {
				from, to = append(from, a), append(to, b)
			}
		}
	}
	from, to = append(from, 8, 8, 8, 8), append(to, 0, 1, 4, 5)
	g := graph.FromTies(9, graphtest.Ties(from, to, nil), false)
	p := leiden(t, g, Options{Seed: 1})
	got := Overlapping(g, p.Of, 0.4)
	if len(got[8]) != 2 || len(got[2]) != 1 || !slices.Contains(got[8], p.Of[0]) || !slices.Contains(got[8], p.Of[4]) {
		t.Errorf("communities %v", got)
	}
}

// At the resolution of planted groups all seeds find them; far above it they differ.
func TestScan(t *testing.T) {
	g, _ := planted(8, 12, 0.6, 0.02)
	steps, err := Scan(context.Background(), g, Options{Seed: 1}, []float64{1, 8}, 4)
	if err != nil {
		t.Fatal(err)
	}
	if s := steps[0]; s.Communities != 8 || s.Stability < 0.999 {
		t.Errorf("at 1: %+v", s)
	}
	if steps[1].Communities <= 8 || steps[1].Stability >= steps[0].Stability {
		t.Errorf("at 8: %+v", steps[1])
	}
}
