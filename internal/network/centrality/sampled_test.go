package centrality_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"skein/internal/network/centrality"
	"skein/internal/network/graph"
)

// random draws a graph of n vertices, some of which many edges lead to.
func random(n, edges int, seed uint64) *graph.Graph {
	r := rand.New(rand.NewPCG(seed, 0))
	var t graph.Ties
	for range edges {
		t.Add(uint32(r.IntN(n)), uint32(r.IntN(1+r.IntN(n))), 1)
	}
	return graph.FromTies(n, []graph.Ties{t}, false)
}

// However few paths are drawn, the bound holds; more paths make it tighter; and the same seed
// gives the same values.
func TestSampledWithin(t *testing.T) {
	g := random(400, 1500, 7)
	exact, err := centrality.Betweenness(t.Context(), g, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	pairs := float64(g.Len()) * float64(g.Len()-1) / 2
	last := 1.0
	for _, looks := range []int64{1, 1_000_000, 10_000_000} {
		s, err := centrality.SampledWithin(t.Context(), g, looks, 0.1, 3, nil)
		if err != nil {
			t.Fatal(err)
		}
		far := 0.0
		for v, x := range exact {
			far = max(far, s.Values[v]-x/pairs, x/pairs-s.Values[v])
		}
		if far > s.Error || s.Error >= last || s.Samples < 100 {
			t.Errorf("%d looks: %d paths, within %v, in truth %v", looks, s.Samples, s.Error, far)
		}
		last = s.Error
		again, err := centrality.SampledWithin(t.Context(), g, looks, 0.1, 3, nil)
		if err != nil || !slices.Equal(again.Values, s.Values) {
			t.Errorf("%d looks: another sample of the same seed, %v", looks, err)
		}
	}
	if last > 0.02 {
		t.Errorf("within %v after ten million looks", last)
	}
}

// While paths are drawn the share that is done is stated often, and ends at all of it.
func TestSampledProgress(t *testing.T) {
	g := random(400, 1500, 7)
	var shares []float64
	note := func(done float64) { shares = append(shares, done) }
	if _, err := centrality.SampledWithin(t.Context(), g, 1_000_000, 0.1, 3, note); err != nil {
		t.Fatal(err)
	}
	if len(shares) < 10 || !slices.IsSorted(shares) || shares[len(shares)-1] != 1 {
		t.Errorf("within a number of looks: %v", shares)
	}
	shares = nil
	if _, err := centrality.SampledBetweenness(t.Context(), g, 0.02, 0.1, 3, note); err != nil {
		t.Fatal(err)
	}
	falls := 0
	for i := range shares[1:] {
		if shares[i+1] < shares[i] {
			falls++
		}
	}
	if len(shares) < 20*(falls+1) || shares[len(shares)-1] != 1 {
		t.Errorf("within an error: %d parts, %v", falls+1, shares)
	}
}
