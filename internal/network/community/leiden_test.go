package community

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/agreement"
	"skein/internal/network/graph"
	"skein/internal/network/graph/graphtest"
)

func leiden(t require, g *graph.Graph, o Options) *Partition {
	p, err := Leiden(context.Background(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

type require interface{ Fatal(args ...any) }

// planted makes groups of equal size whose members are tied within by one chance and to
// others by another.
func planted(groups, size int, within, between float64) (*graph.Graph, []int32) {
	r := rand.New(rand.NewPCG(7, 7))
	n := groups * size
	var from, to []uint32
	truth := make([]int32, n)
	for v := range n {
		truth[v] = int32(v / size)
		for u := range v {
			chance := between
			if v/size == u/size {
				chance = within
			}
			if r.Float64() < chance {
				from, to = append(from, uint32(v)), append(to, uint32(u))
			}
		}
	}
	return graph.FromTies(n, graphtest.Ties(from, to, nil), false), truth
}

func labels(of []uint32) []int32 {
	out := make([]int32, len(of))
	for i, c := range of {
		out[i] = int32(c)
	}
	return out
}

func TestPlanted(t *testing.T) {
	g, truth := planted(20, 25, 0.4, 0.01)
	for _, o := range []Options{{Seed: 1}, {Quality: CPM, Resolution: 0.1, Seed: 1}} {
		p := leiden(t, g, o)
		if nmi := agreement.NMI(labels(p.Of), truth, agreement.Arithmetic); nmi < 0.99 || p.Communities != 20 {
			t.Errorf("%+v: %d communities, agreement %.3f", o, p.Communities, nmi)
		}
	}
	if n := Disconnected(g, make([]uint32, g.Len())); n != 0 {
		t.Errorf("%d disconnected, of one", n)
	}
	if n := Disconnected(graph.FromTies(4, graphtest.Ties([]uint32{0, 2}, []uint32{1, 3}, nil), false), []uint32{0, 0, 0, 1}); n != 1 {
		t.Errorf("%d disconnected, want 1", n)
	}
	// No ties, no communities but single vertices.
	if p := leiden(t, graph.FromTies(3, graphtest.Ties(nil, nil, nil), false), Options{}); p.Communities != 3 || p.Quality != 0 {
		t.Errorf("without ties: %+v", p)
	}
}

// Communities are connected, numbered by their first vertices, and the same for the same
// seed; the quality is that of its definition; and no single move betters it.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "vertices")
		var from, to []uint32
		var weight []float32
		for range rapid.IntRange(0, 3*n).Draw(t, "ties") {
			from = append(from, uint32(rapid.IntRange(0, n-1).Draw(t, "from")))
			to = append(to, uint32(rapid.IntRange(0, n-1).Draw(t, "to")))
			weight = append(weight, float32(rapid.IntRange(1, 3).Draw(t, "weight")))
		}
		g := graph.FromTies(n, graphtest.Ties(from, to, weight), false)
		o := Options{Seed: rapid.Uint64().Draw(t, "seed")}
		p := leiden(t, g, o)
		if again := leiden(t, g, o); !slices.Equal(again.Of, p.Of) {
			t.Fatal("another partition for the same seed")
		}
		next := uint32(0)
		members := map[uint32][]uint32{}
		for v, c := range p.Of {
			if c > next {
				t.Fatalf("community %d comes before %d", c, next)
			}
			next = max(next, c+1)
			members[c] = append(members[c], uint32(v))
		}
		if int(next) != p.Communities {
			t.Fatalf("%d communities, told %d", next, p.Communities)
		}
		for c, list := range members {
			if _, parts := g.Sub(list).Components(); len(parts) != 1 {
				t.Fatalf("community %d falls into %d parts", c, len(parts))
			}
		}
		if want := modularity(g, p.Of); math.Abs(p.Quality-want) > 1e-9 {
			t.Fatalf("modularity %v, want %v", p.Quality, want)
		}
		for v := range p.Of {
			for _, c := range append(slices.Collect(func(yield func(uint32) bool) {
				for _, u := range g.Neighbours(uint32(v)) {
					if !yield(p.Of[u]) {
						return
					}
				}
			}), next) {
				moved := slices.Clone(p.Of)
				moved[v] = c
				if better := modularity(g, moved); better > p.Quality+1e-9 {
					t.Fatalf("vertex %d would be better in %d: %v over %v", v, c, better, p.Quality)
				}
			}
		}
	})
}

// modularity by its definition.
func modularity(g *graph.Graph, of []uint32) float64 {
	total := 0.0
	for v := range uint32(g.Len()) {
		total += g.Strength(v)
	}
	if total == 0 {
		return 0
	}
	sum := 0.0
	for v := range uint32(g.Len()) {
		for u := range uint32(g.Len()) {
			if of[v] == of[u] {
				w, _ := g.Weight(v, u)
				sum += w - g.Strength(v)*g.Strength(u)/total
			}
		}
	}
	return sum / total
}

// A large graph is gone over twice: what was planted is found, each community is connected,
// and the partition does not depend on the cores.
func TestLarge(t *testing.T) {
	g, truth := planted(100, 40, 0.7, 0.003)
	if offset, _, _ := g.Rows(); offset[g.Len()] <= shortRun {
		t.Fatalf("%d arcs are not many", offset[g.Len()])
	}
	plain := leiden(t, g, Options{Seed: 1})
	if nmi := agreement.NMI(labels(plain.Of), truth, agreement.Arithmetic); nmi < 0.99 || Disconnected(g, plain.Of) > 0 {
		t.Errorf("%d communities, agreement %.3f, %d disconnected", plain.Communities, nmi, Disconnected(g, plain.Of))
	}
	if math.Abs(plain.Quality-modularity(g, plain.Of)) > 1e-9 {
		t.Errorf("modularity %v, want %v", plain.Quality, modularity(g, plain.Of))
	}
	for _, cores := range []int{1, 3} {
		before := runtime.GOMAXPROCS(cores)
		if p := leiden(t, g, Options{Seed: 1}); !slices.Equal(p.Of, plain.Of) {
			t.Errorf("another partition on %d cores", cores)
		}
		runtime.GOMAXPROCS(before)
	}
}

// Parts are what a search along ties finds.
func TestSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "vertices")
		vertex := rapid.Uint32Range(0, uint32(n-1))
		var from, to []uint32
		for range rapid.IntRange(0, 2*n).Draw(t, "ties") {
			from, to = append(from, vertex.Draw(t, "from")), append(to, vertex.Draw(t, "to"))
		}
		g := graph.FromTies(n, graphtest.Ties(from, to, nil), false)
		of := rapid.SliceOfN(rapid.Uint32Range(0, uint32(min(n, 4)-1)), n, n).Draw(t, "of")
		got := newLevel(g, Options{}).split(of)
		var a, b []uint32
		for i := range from {
			if of[from[i]] == of[to[i]] {
				a, b = append(a, from[i]), append(b, to[i])
			}
		}
		within := graph.FromTies(n, graphtest.Ties(a, b, nil), false)
		if want, _ := within.Components(); !slices.Equal(got, want) {
			t.Fatalf("parts %v, want %v", got, want)
		}
	})
}
