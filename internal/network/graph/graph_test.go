package graph_test

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/network/graph"
	"skein/internal/network/graph/graphtest"
)

func TestBuild(t *testing.T) {
	b := graph.NewBuilder(false)
	b.Add("Anna", "Boris", 1)
	b.Add("Boris", "Anna", 2)
	b.Add("Boris", "Carl", 1)
	b.Add("Dora", "Dora", 1)
	g := b.Build()
	if g.Len() != 4 || g.Edges() != 2 || g.Loops() != 1 || !g.Weighted() {
		t.Fatalf("%d vertices, %d ties, %d loops", g.Len(), g.Edges(), g.Loops())
	}
	v, ok := g.Find("Boris")
	if !ok || g.Name(v) != "Boris" || g.Degree(v) != 2 || g.Strength(v) != 4 {
		t.Errorf("Boris is %d, of degree %d and strength %v", v, g.Degree(v), g.Strength(v))
	}
	if _, ok := g.Find("Emil"); ok {
		t.Error("Emil is found")
	}
	component, sizes := g.Components()
	if !slices.Equal(component, []uint32{0, 0, 0, 1}) || !slices.Equal(sizes, []int{3, 1}) {
		t.Errorf("components %v of sizes %v", component, sizes)
	}
	sub := g.Sub([]uint32{1, 2})
	if w, ok := sub.Weight(0, 1); sub.Len() != 2 || sub.Edges() != 1 || !ok || w != 1 || sub.Name(1) != "Carl" {
		t.Errorf("of two: %d ties, weight %v", sub.Edges(), w)
	}
}

// The rows hold the ties that were given, summed, whatever their order.
func TestRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "vertices")
		directed := rapid.Bool().Draw(t, "directed")
		var from, to []uint32
		var weight []float32
		want := map[[2]uint32]float64{}
		for range rapid.IntRange(0, 40).Draw(t, "ties") {
			a, b := uint32(rapid.IntRange(0, n-1).Draw(t, "from")), uint32(rapid.IntRange(0, n-1).Draw(t, "to"))
			w := float32(rapid.IntRange(1, 3).Draw(t, "weight"))
			from, to, weight = append(from, a), append(to, b), append(weight, w)
			if a != b {
				want[[2]uint32{a, b}] += float64(w)
				if !directed {
					want[[2]uint32{b, a}] += float64(w)
				}
			}
		}
		g := graph.FromTies(n, graphtest.Ties(from, to, weight), directed)
		reverse := g.Reverse()
		numbers := make([]uint32, n)
		for v := range numbers {
			numbers[v] = uint32(v)
		}
		order := rapid.Permutation(numbers).Draw(t, "order")
		ordered := g.Ordered(order)
		arcs := 0
		for v := range uint32(n) {
			if !slices.IsSorted(g.Neighbours(v)) || !slices.IsSorted(ordered.Neighbours(v)) {
				t.Fatal("neighbours out of order")
			}
			for _, u := range g.Neighbours(v) {
				arcs++
				w, _ := g.Weight(v, u)
				back, ok := reverse.Weight(u, v)
				there, _ := ordered.Weight(uint32(slices.Index(order, v)), uint32(slices.Index(order, u)))
				if w != want[[2]uint32{v, u}] || !ok || back != w || there != w {
					t.Fatalf("%d to %d weighs %v, reversed %v, want %v", v, u, w, back, want[[2]uint32{v, u}])
				}
			}
		}
		if arcs != len(want) {
			t.Fatalf("%d arcs, want %d", arcs, len(want))
		}
		if u := g.Undirected(); u.Directed || u.Len() != n {
			t.Fatal("still directed")
		}
	})
}

// Vertices that numbers name are those that occur, ascending.
func TestFromNumbers(t *testing.T) {
	g := graph.FromNumbers([]graph.Ties{{Ends: []uint32{700, 7, 7, 70}}, {Ends: []uint32{70, 700, 5, 5}}}, false)
	if g.Len() != 4 || g.Edges() != 3 || g.Loops() != 1 {
		t.Fatalf("%d vertices, %d ties, %d loops", g.Len(), g.Edges(), g.Loops())
	}
	v, ok := g.Find("70")
	if !ok || v != 2 || g.Name(v) != "70" || !slices.Equal(g.Neighbours(v), []uint32{1, 3}) {
		t.Errorf("70 is vertex %d with neighbours %v", v, g.Neighbours(v))
	}
	if _, ok := g.Find("71"); ok {
		t.Error("71 is found")
	}
	if s := g.Sub([]uint32{1, 3}); s.Name(1) != "700" || s.Edges() != 1 {
		t.Errorf("of two: %s, %d ties", s.Name(1), s.Edges())
	}
}

// The vertices of a large graph are dealt out by their ties, under the names that they have.
func TestDealt(t *testing.T) {
	const n = 150_000 // a ring of even numbers, whose last is tied to every tenth as well
	var ties graph.Ties
	for i := range uint32(n) {
		ties.Add(2*i, 2*((i+1)%n), 1)
		if i%10 == 5 {
			ties.Add(2*(n-1), 2*i, 1)
		}
	}
	g := graph.FromNumbers([]graph.Ties{ties}, false)
	if g.Len() != n || g.Edges() != n+n/10 {
		t.Fatalf("%d vertices, %d ties", g.Len(), g.Edges())
	}
	hub, ok := g.Find(strconv.Itoa(2 * (n - 1)))
	if !ok || hub != 0 || g.Degree(hub) != n/10+2 {
		t.Errorf("the hub is %d, %v, of degree %d", hub, ok, g.Degree(hub))
	}
	for _, i := range []int{0, 5, 7, 75_000, n - 2} {
		v, ok := g.Find(strconv.Itoa(2 * i))
		u, _ := g.Find(strconv.Itoa(2 * (i + 1)))
		if w, tied := g.Weight(v, u); !ok || g.Name(v) != strconv.Itoa(2*i) || !tied || w != 1 {
			t.Errorf("%d is %d, called %s, tied to the next: %v %v", 2*i, v, g.Name(v), w, tied)
		}
	}
	if _, ok := g.Find("7"); ok {
		t.Error("there is a vertex that no tie names")
	}
}

// Edges without direction in a directed graph go both ways, and count once where
// directions do not matter.
func TestMixed(t *testing.T) {
	b := graph.NewBuilder(false)
	v := func(name string) uint32 { return b.Vertex(name) }
	b.Tie(v("Quay"), v("Rudder"), 2)
	b.Mutual(v("Rudder"), v("Sloop"), 3)
	b.Mutual(v("Quay"), v("Rudder"), 1)
	b.Mutual(v("Sloop"), v("Sloop"), 1)
	b.Direct()
	g := b.Build()
	if !g.Directed || g.Edges() != 4 || g.Loops() != 1 || g.Mutual().Edges() != 2 {
		t.Fatalf("directed %v, %d arcs, %d loops", g.Directed, g.Edges(), g.Loops())
	}
	for _, test := range []struct {
		from, to string
		want     float64
	}{{"Quay", "Rudder", 3}, {"Rudder", "Quay", 1}, {"Rudder", "Sloop", 3}, {"Sloop", "Rudder", 3}, {"Sloop", "Quay", 0}} {
		if w, _ := g.Weight(v(test.from), v(test.to)); w != test.want {
			t.Errorf("%s to %s weighs %v, want %v", test.from, test.to, w, test.want)
		}
	}
	in, strength := g.In()
	if r := v("Rudder"); in[r] != 2 || strength[r] != 6 || g.Degree(r) != 2 || g.Strength(r) != 4 {
		t.Errorf("Rudder: %d in, of strength %v; %d out, of strength %v", in[r], strength[r], g.Degree(r), g.Strength(r))
	}
	for name, x := range map[string]*graph.Graph{"whole": g, "reverse": g.Reverse(), "sub": g.Sub([]uint32{v("Quay"), v("Rudder"), v("Sloop")})} {
		u := x.Undirected()
		if w, _ := u.Weight(v("Rudder"), v("Sloop")); u.Directed || u.Edges() != 2 || w != 3 {
			t.Errorf("%s without directions: %d edges, Rudder to Sloop weighs %v", name, u.Edges(), w)
		}
	}
}

// Two numbers far apart cost no more memory than two near each other.
func TestNumbersFarApart(t *testing.T) {
	allocated := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			g := graph.FromNumbers([]graph.Ties{{Ends: []uint32{3_000_000_007, 12, 12, 4_294_967_295}}}, true)
			if v, ok := g.Find("3000000007"); g.Len() != 3 || !ok || v != 1 || g.Edges() != 2 {
				b.Fatalf("%d vertices, 3000000007 is %d", g.Len(), v)
			}
		}
	}).AllocedBytesPerOp()
	if allocated > 1<<20 {
		t.Errorf("%d bytes for two ties", allocated)
	}
}
