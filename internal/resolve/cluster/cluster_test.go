package cluster

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// weights is all that is known of some records: pairs that are not in it weigh -8.
type weights map[[2]uint32]float32

func (w weights) evidence() Evidence {
	return Evidence{Score: func(a, b uint32) float32 {
		if v, ok := w[[2]uint32{min(a, b), max(a, b)}]; ok {
			return v
		}
		return -8
	}}
}

func (w weights) edges() []Edge {
	var out []Edge
	for p, v := range w {
		if v > 0 {
			out = append(out, Edge{p[0], p[1], v})
		}
	}
	return out
}

func TestNoChains(t *testing.T) {
	for _, test := range []struct {
		name   string
		n      int
		w      weights
		judged map[[2]uint32]bool
		want   []uint32
	}{
		{"a pair", 2, weights{{0, 1}: 3}, nil, []uint32{0, 0}},
		{"a triangle", 3, weights{{0, 1}: 3, {1, 2}: 3, {0, 2}: 2}, nil, []uint32{0, 0, 0}},
		{"a chain of likely pairs whose ends are unlike", 4, weights{{0, 1}: 6, {1, 2}: 3, {2, 3}: 6}, nil, []uint32{0, 0, 2, 2}},
		{"ends that nothing is known of but little speaks against", 3, weights{{0, 1}: 6, {1, 2}: 6, {0, 2}: -1}, nil, []uint32{0, 0, 0}},
		{"must not be together", 3, weights{{0, 1}: 6, {1, 2}: 5, {0, 2}: 4}, map[[2]uint32]bool{{0, 1}: false}, []uint32{0, 1, 1}},
		{"must be together", 2, weights{{0, 1}: 0.5}, map[[2]uint32]bool{{0, 1}: true}, []uint32{0, 0}},
		{"decided for, and against its end", 3, weights{{0, 1}: 9, {1, 2}: 9, {0, 2}: 9}, map[[2]uint32]bool{{0, 1}: true, {0, 2}: false}, []uint32{0, 0, 2}},
	} {
		got := Partition(test.n, test.w.edges(), func() Evidence {
			e := test.w.evidence()
			e.Judged = func(a, b uint32) (bool, bool) {
				same, ok := test.judged[[2]uint32{min(a, b), max(a, b)}]
				return same, ok
			}
			return e
		})
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// The order of edges, and what the records are numbered, change nothing.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "records")
		w := weights{}
		for i := range uint32(n) {
			for j := i + 1; j < uint32(n); j++ {
				if rapid.Bool().Draw(t, "told") {
					w[[2]uint32{i, j}] = float32(rapid.IntRange(-8, 8).Draw(t, "weight"))
				}
			}
		}
		want := Partition(n, w.edges(), w.evidence)
		to := rapid.Permutation(slices.Collect(func(yield func(uint32) bool) {
			for i := range uint32(n) {
				if !yield(i) {
					return
				}
			}
		})).Draw(t, "numbers")
		from := make([]uint32, n) // the old number of each
		renamed := weights{}
		for i, k := range to {
			from[k] = uint32(i)
		}
		for p, v := range w {
			a, b := to[p[0]], to[p[1]]
			renamed[[2]uint32{min(a, b), max(a, b)}] = v
		}
		got := Partition(n, renamed.edges(), func() Evidence {
			e := renamed.evidence()
			e.Before = func(a, b uint32) int { return int(from[a]) - int(from[b]) }
			return e
		})
		for i := range want {
			if to[want[i]] != got[to[i]] {
				t.Fatalf("record %d: %d, renamed %d", i, want[i], from[got[to[i]]])
			}
		}
	})
}
