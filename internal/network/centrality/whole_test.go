package centrality

import (
	"context"
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/network/graph"
	"skein/internal/network/graph/graphtest"
)

func star(leaves int) *graph.Graph {
	var from, to []uint32
	for v := range leaves {
		from, to = append(from, 0), append(to, uint32(v+1))
	}
	return graph.FromTies(leaves+1, graphtest.Ties(from, to, nil), false)
}

// A star is as central as can be, its own core, and falls apart without its middle; in a
// chain of command nobody is reached whom he reaches.
func TestWhole(t *testing.T) {
	g := star(5)
	if x := Density(g); math.Abs(x-1.0/3) > 1e-12 {
		t.Errorf("density %v", x)
	}
	if x := Centralisation(g); x != 1 {
		t.Errorf("centralisation %v", x)
	}
	if x := Assortativity(g); math.Abs(x+1) > 1e-12 {
		t.Errorf("assortativity %v", x)
	}
	core, fit := CorePeriphery(g)
	if !core[0] || core[1] || math.Abs(fit-1) > 1e-12 {
		t.Errorf("core %v, fit %v", core, fit)
	}
	if x := Fragmentation(g, 0); x != 1 {
		t.Errorf("fragmentation %v without the middle", x)
	}
	if x := Mixing(g, []uint32{0, 0, 0, 1, 1, 1}); math.Abs(x-(0.4-0.58)/(1-0.58)) > 1e-12 {
		t.Errorf("mixing %v", x)
	}
	chain := graph.FromTies(3, graphtest.Ties([]uint32{0, 1}, []uint32{1, 2}, nil), true)
	ring := graph.FromTies(3, graphtest.Ties([]uint32{0, 1, 2}, []uint32{1, 2, 0}, nil), true)
	if Hierarchy(chain) != 1 || Hierarchy(ring) != 0 {
		t.Errorf("hierarchy of a chain %v, of a ring %v", Hierarchy(chain), Hierarchy(ring))
	}
}

// The two whose removal parts three groups are found, which greedy choice alone misses.
func TestKeyPlayers(t *testing.T) {
	// Two stars, tied through a vertex between their middles.
	var from, to []uint32
	for v := range uint32(4) {
		from, to = append(from, 0, 1), append(to, 3+v, 7+v)
	}
	from, to = append(from, 0, 1), append(to, 2, 2)
	g := graph.FromTies(11, graphtest.Ties(from, to, nil), false)
	got, value, err := KeyPlayers(context.Background(), g, 2)
	if err != nil || !slices.Equal(got, []uint32{0, 1}) || value != Fragmentation(g, 0, 1) {
		t.Errorf("%v of fragmentation %v, %v", got, value, err)
	}
	if all, some := Parted(g, got), Parted(g, []uint32{3}); all != 1 || some != 0 {
		t.Errorf("%v of the others part without the middles, %v without a leaf", all, some)
	}
	got, share, err := Reaching(context.Background(), g, 2, 1)
	if err != nil || !slices.Equal(got, []uint32{0, 1}) || share != 1 {
		t.Errorf("%v reach %v, %v", got, share, err)
	}
	if alone := Fragmenting(g); alone[0] <= alone[2] || alone[3] != Fragmentation(g, 3) {
		t.Errorf("fragmenting %v", alone)
	}
}

// What is left without some vertices is what the components of the rest say.
func TestFragmentation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, false, false)
		n := g.Len()
		without := map[uint32]bool{uint32(rapid.IntRange(0, n-1).Draw(t, "without")): true}
		f := fragments(g, slices.Collect(maps.Keys(without)))
		left := func(v uint32) float64 {
			var rest []uint32
			for u := range uint32(n) {
				if u != v && !without[u] {
					rest = append(rest, u)
				}
			}
			_, sizes := g.Sub(rest).Components()
			reached := 0
			for _, s := range sizes {
				reached += s * (s - 1)
			}
			return 1 - float64(reached)/float64(max(1, n*(n-1)))
		}
		for v := range uint32(n) {
			if want := left(v); n > 1 && f.each[v] != want {
				t.Fatalf("without %v and %d: %v, want %v", without, v, f.each[v], want)
			}
		}
	})
}

// Key players fragment at least as much as any one of two sets drawn at random; all simple
// paths are found, each once, and the first is a shortest.
func TestPathsAndPlayers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, false, false)
		if g.Len() < 3 {
			return
		}
		players, value, err := KeyPlayers(context.Background(), g, 1)
		if err != nil {
			t.Fatal(err)
		}
		for v := range uint32(g.Len()) {
			if Fragmentation(g, v) > value+1e-12 {
				t.Fatalf("%d fragments more than %v", v, players)
			}
		}
		const longest = 4
		paths, more, err := Paths(context.Background(), g, 0, 1, longest, 1_000_000)
		if err != nil || more {
			t.Fatal(more, err)
		}
		want := 0
		var walk func(v uint32, on []uint32)
		walk = func(v uint32, on []uint32) {
			if v == 1 {
				want++
				return
			}
			for _, u := range g.Neighbours(v) {
				if !slices.Contains(on, u) && len(on) <= longest {
					walk(u, append(slices.Clip(on), u))
				}
			}
		}
		walk(0, []uint32{0})
		if len(paths) != want {
			t.Fatalf("%d paths, want %d", len(paths), want)
		}
		shortest, length := ShortestPath(g, 0, 1, false)
		if len(paths) > 0 && (len(paths[0]) != len(shortest) || int(length)+1 != len(shortest)) {
			t.Fatalf("shortest %v of length %v, first %v", shortest, length, paths[0])
		}
	})
}
