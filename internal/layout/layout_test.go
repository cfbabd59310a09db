package layout_test

import (
	"math"
	"testing"

	"skein/internal/layout"
)

func distance(a, b layout.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// Two groups with one tie between them: those of a group lie nearer than those of two.
func TestForce(t *testing.T) {
	var edges []layout.Edge
	for g := range uint32(2) {
		for i := range uint32(6) {
			for j := range i {
				edges = append(edges, layout.Edge{6*g + i, 6*g + j})
			}
		}
	}
	edges = append(edges, layout.Edge{0, 6})
	at := layout.Force(12, edges, nil)
	within, across := 0.0, 0.0
	for i := range 12 {
		for j := range i {
			d := distance(at[i], at[j])
			if d < 0.2 {
				t.Errorf("%d and %d are one on the other", i, j)
			}
			if i/6 == j/6 {
				within += d / 30
			} else {
				across += d / 36
			}
		}
	}
	if within*1.5 > across {
		t.Errorf("mean distance within groups %.2f, across %.2f", within, across)
	}
	again := layout.Force(12, edges, nil)
	for v := range at {
		if at[v] != again[v] {
			t.Fatal("two layouts of one graph differ")
		}
	}
}

// Discs of groups do not overlap: nobody is nearer to another group's centre than the
// radius of that group.
func TestPacked(t *testing.T) {
	var group []int
	for g, n := range []int{200, 60, 60, 30, 10, 5, 3, 3, 3, 1, 1} {
		for range n {
			group = append(group, g)
		}
	}
	at := layout.Packed(group)
	for i := range at {
		for j := range i {
			if d := distance(at[i], at[j]); d < 0.15 {
				t.Fatalf("%d and %d of the groups %d and %d are %.2f apart", i, j, group[i], group[j], d)
			}
		}
	}
}

func TestLayers(t *testing.T) {
	at := layout.Layers([]int{0, 1, 1, 2}, []layout.Edge{{0, 1}, {0, 2}, {2, 3}})
	if at[0].Y <= at[1].Y || at[1].Y != at[2].Y || at[2].Y <= at[3].Y {
		t.Errorf("rows %v", at)
	}
	if c := layout.Circle(4, nil); distance(c[0], c[2]) < 1.9 {
		t.Errorf("circle %v", c)
	}
}
