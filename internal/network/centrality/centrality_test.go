package centrality

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/network/graph"
	"skein/internal/network/graph/graphtest"
)

// random draws a small graph.
func random(t *rapid.T, directed, weighted bool) *graph.Graph {
	n := rapid.IntRange(1, 14).Draw(t, "vertices")
	var from, to []uint32
	var weight []float32
	for range rapid.IntRange(0, 3*n).Draw(t, "ties") {
		from = append(from, uint32(rapid.IntRange(0, n-1).Draw(t, "from")))
		to = append(to, uint32(rapid.IntRange(0, n-1).Draw(t, "to")))
		w := float32(1)
		if weighted {
			w = float32(rapid.IntRange(1, 4).Draw(t, "weight"))
		}
		weight = append(weight, w)
	}
	return graph.FromTies(n, graphtest.Ties(from, to, weight), directed)
}

// lengths returns the lengths of the shortest paths and how many there are (Floyd and
// Warshall, counting).
func lengths(g *graph.Graph, weighted bool) (d, paths [][]float64) {
	n := g.Len()
	d, paths = make([][]float64, n), make([][]float64, n)
	for i := range n {
		d[i], paths[i] = make([]float64, n), make([]float64, n)
		for j := range n {
			d[i][j] = math.Inf(1)
		}
		d[i][i] = 0
	}
	length := func(v, u uint32) float64 {
		if w, _ := g.Weight(v, u); weighted {
			return 1 / w
		}
		return 1
	}
	for v := range uint32(n) {
		for _, u := range g.Neighbours(v) {
			d[v][u] = length(v, u)
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				d[i][j] = min(d[i][j], d[i][k]+d[k][j])
			}
		}
	}
	for i := range uint32(n) { // by distance from i
		paths[i][i] = 1
		order := make([]uint32, n)
		for j := range order {
			order[j] = uint32(j)
		}
		slices.SortFunc(order, func(a, b uint32) int {
			switch {
			case d[i][a] < d[i][b]:
				return -1
			case d[i][a] > d[i][b]:
				return 1
			}
			return 0
		})
		for _, v := range order {
			for _, u := range g.Neighbours(v) {
				if x := d[i][v] + length(v, u); !math.IsInf(x, 1) && math.Abs(x-d[i][u]) < 1e-9 {
					paths[i][u] += paths[i][v]
				}
			}
		}
	}
	return d, paths
}

func TestBetweenness(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		directed, weighted := rapid.Bool().Draw(t, "directed"), rapid.Bool().Draw(t, "weighted")
		g := random(t, directed, weighted)
		got, err := Betweenness(context.Background(), g, weighted, nil)
		if err != nil {
			t.Fatal(err)
		}
		d, paths := lengths(g, weighted)
		for v := range g.Len() {
			want := 0.0
			for i := range g.Len() {
				for j := range g.Len() {
					if i != v && j != v && i != j && !math.IsInf(d[i][j], 1) && math.Abs(d[i][v]+d[v][j]-d[i][j]) < 1e-9 {
						want += paths[i][v] * paths[v][j] / paths[i][j]
					}
				}
			}
			if !directed {
				want /= 2
			}
			if math.Abs(got[v]-want) > 1e-9 {
				t.Fatalf("vertex %d: %v, want %v", v, got[v], want)
			}
		}
	})
}

func TestDistances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, rapid.Bool().Draw(t, "directed"), false)
		got, err := AllDistances(context.Background(), g, nil)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := lengths(g, false)
		closeness := got.Closeness()
		for v := range g.Len() {
			harmonic, sum, reached := 0.0, 0.0, 0
			for u := range g.Len() {
				if u != v && !math.IsInf(d[v][u], 1) {
					harmonic += 1 / d[v][u]
					sum += d[v][u]
					reached++
				}
			}
			if math.Abs(got.Harmonic[v]-harmonic) > 1e-9 || float64(got.Sum[v]) != sum || got.Reached[v] != reached {
				t.Fatalf("vertex %d: harmonic %v of %v, sum %d of %v, reached %d of %d", v, got.Harmonic[v], harmonic, got.Sum[v], sum, got.Reached[v], reached)
			}
			if want := float64(reached*reached) / (sum * float64(g.Len()-1)); sum > 0 && math.Abs(closeness[v]-want) > 1e-9 {
				t.Fatalf("closeness %v, want %v", closeness[v], want)
			}
		}
	})
}

// The core number is what is left when vertices of low degree are taken out again and
// again.
func TestKCore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, false, false)
		got := KCore(g)
		want := make([]int, g.Len())
		for k := 1; k <= g.Len(); k++ {
			in := make([]bool, g.Len())
			for v := range in {
				in[v] = true
			}
			for changed := true; changed; {
				changed = false
				for v := range uint32(g.Len()) {
					d := 0
					for _, u := range g.Neighbours(v) {
						if in[u] {
							d++
						}
					}
					if in[v] && d < k {
						in[v], changed = false, true
					}
				}
			}
			for v := range want {
				if in[v] {
					want[v] = k
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

// A cut is what makes one component more of a graph when it is taken out.
func TestCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, false, false)
		points, bridges := Cut(g)
		_, before := g.Components()
		for v := range uint32(g.Len()) {
			var rest []uint32
			for u := range uint32(g.Len()) {
				if u != v {
					rest = append(rest, u)
				}
			}
			_, after := g.Sub(rest).Components()
			alone := 0
			if g.Degree(v) == 0 {
				alone = 1
			}
			if want := len(after) > len(before)-alone; want != slices.Contains(points, v) {
				t.Fatalf("vertex %d: a cut is %v", v, want)
			}
		}
		for v := range uint32(g.Len()) {
			for _, u := range g.Neighbours(v) {
				if u < v {
					continue
				}
				var from, to []uint32
				for a := range uint32(g.Len()) {
					for _, b := range g.Neighbours(a) {
						if a < b && (a != v || b != u) {
							from, to = append(from, a), append(to, b)
						}
					}
				}
				_, after := graph.FromTies(g.Len(), graphtest.Ties(from, to, nil), false).Components()
				if want := len(after) > len(before); want != slices.Contains(bridges, Bridge{v, u}) {
					t.Fatalf("tie %d-%d: a bridge is %v", v, u, want)
				}
			}
		}
	})
}

func TestPageRank(t *testing.T) {
	ring := graph.FromTies(5, graphtest.Ties([]uint32{0, 1, 2, 3}, []uint32{1, 2, 3, 0}, nil), false)
	rank, err := PageRank(context.Background(), ring, 0.85, 1e-12) // four alike, one without ties
	if err != nil {
		t.Fatal(err)
	}
	alone := 0.15 / (5 - 0.85)
	for v, want := range []float64{(1 - alone) / 4, (1 - alone) / 4, (1 - alone) / 4, (1 - alone) / 4, alone} {
		if math.Abs(rank[v]-want) > 1e-12 {
			t.Errorf("vertex %d: %v, want %v", v, rank[v], want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, rapid.Bool().Draw(t, "directed"), rapid.Bool().Draw(t, "weighted"))
		rank, err := PageRank(context.Background(), g, 0.85, 1e-12)
		if err != nil {
			t.Fatal(err)
		}
		n := float64(g.Len())
		want, sum := make([]float64, g.Len()), 0.0
		for v := range uint32(g.Len()) {
			sum += rank[v]
			if s := g.Strength(v); s > 0 {
				for _, u := range g.Neighbours(v) {
					w, _ := g.Weight(v, u)
					want[u] += 0.85 * rank[v] * w / s
				}
			} else {
				for u := range want {
					want[u] += 0.85 * rank[v] / n
				}
			}
		}
		for v := range want {
			if math.Abs(rank[v]-want[v]-0.15/n) > 1e-10 {
				t.Fatalf("vertex %d: %v, want %v", v, rank[v], want[v]+0.15/n)
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("ranks add up to %v", sum)
		}
	})
}

// Worked examples: a star, and a chain of two triangles.
func TestExamples(t *testing.T) {
	star := graph.FromTies(5, graphtest.Ties([]uint32{0, 0, 0, 0}, []uint32{1, 2, 3, 4}, nil), false)
	b, err := Betweenness(context.Background(), star, false, nil)
	if err != nil || !slices.Equal(b, []float64{6, 0, 0, 0, 0}) {
		t.Errorf("betweenness of a star: %v, %v", b, err)
	}
	x, err := Eigenvector(context.Background(), star, 1e-13)
	if err != nil || math.Abs(x[1]-0.5) > 1e-9 || x[0] != 1 {
		t.Errorf("eigenvector of a star: %v, %v", x, err)
	}
	c, err := Constraint(context.Background(), star, nil)
	if err != nil || math.Abs(c[0]-0.25) > 1e-6 || math.Abs(c[1]-1) > 1e-6 {
		t.Errorf("constraint of a star: %v", c)
	}
	chain := graph.FromTies(6, graphtest.Ties([]uint32{0, 0, 1, 2, 3, 3, 4}, []uint32{1, 2, 2, 3, 4, 5, 5}, nil), false)
	local, triangles, err := Clustering(context.Background(), chain, nil)
	if err != nil || triangles != 2 || !slices.Equal(local, []float64{1, 1, 1.0 / 3, 1.0 / 3, 1, 1}) {
		t.Errorf("clustering %v, %d triangles", local, triangles)
	}
	points, bridges := Cut(chain)
	if !slices.Equal(points, []uint32{2, 3}) || !slices.Equal(bridges, []Bridge{{2, 3}}) {
		t.Errorf("cuts %v, bridges %v", points, bridges)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	g := graph.FromTies(3, graphtest.Ties([]uint32{0, 1}, []uint32{1, 2}, nil), false)
	if _, err := Betweenness(ctx, g, false, nil); err == nil {
		t.Error("betweenness goes on")
	}
	if _, err := PageRank(ctx, g, 0.85, 1e-9); err == nil {
		t.Error("PageRank goes on")
	}
	if _, err := AllDistances(ctx, g, nil); err == nil {
		t.Error("distances go on")
	}
	if _, _, err := Clustering(ctx, g, nil); err == nil {
		t.Error("clustering goes on")
	}
	if _, err := Constraint(ctx, g, nil); err == nil {
		t.Error("constraint goes on")
	}
}

// Paths counted from several vertices at once are those counted from one.
func TestTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := random(t, rapid.Bool().Draw(t, "directed"), false)
		one, several := make([]float64, g.Len()), make([]float64, g.Len())
		for p := range parts {
			betweenOneByOne(context.Background(), g, false, p, one, func(int) {})
			betweenTogether(context.Background(), g, g.Reverse(), p, several, func(int) {})
		}
		for v := range one {
			if math.Abs(one[v]-several[v]) > 1e-9*max(1, one[v]) {
				t.Fatalf("vertex %d: %v, one by one %v", v, several[v], one[v])
			}
		}
	})
}

// The sample is within its bound, and the same whatever the number of cores.
func TestSampled(t *testing.T) {
	var from, to []uint32
	r := rand.New(rand.NewPCG(3, 3))
	const n = 200
	for v := uint32(1); v < n; v++ { // new vertices tie to old ones, the first most
		for range 2 {
			from, to = append(from, v), append(to, uint32(r.IntN(int(v))*r.IntN(int(v))/int(v)))
		}
	}
	g := graph.FromTies(n, graphtest.Ties(from, to, nil), false)
	exact, err := Betweenness(context.Background(), g, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := SampledBetweenness(context.Background(), g, 0.01, 0.01, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	for v := range exact {
		if want := exact[v] / (n * (n - 1) / 2); math.Abs(got.Values[v]-want) > 0.01 {
			t.Errorf("vertex %d: %v, want %v", v, got.Values[v], want)
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if alone, err := SampledBetweenness(context.Background(), g, 0.01, 0.01, 1, nil); err != nil || !slices.Equal(alone.Values, got.Values) {
		t.Error("another sample on one core", err)
	}
}
