package network

import (
	"maps"
	"slices"
	"testing"
)

// group is entities from and before end.
func group(from, end uint32) []uint32 {
	var out []uint32
	for e := from; e < end; e++ {
		out = append(out, e)
	}
	return out
}

func TestBecame(t *testing.T) {
	for name, test := range map[string]struct {
		before, now [][]uint32
		want        map[string]int
	}{
		"nothing":             {nil, nil, map[string]int{}},
		"a new one":           {nil, [][]uint32{group(0, 5)}, map[string]int{born: 1}},
		"one that is lost":    {[][]uint32{group(0, 5)}, [][]uint32{group(10, 15)}, map[string]int{born: 1, gone: 1}},
		"one that lasts":      {[][]uint32{group(0, 10)}, [][]uint32{group(1, 11)}, map[string]int{lasting: 1}},
		"growth":              {[][]uint32{group(0, 10)}, [][]uint32{group(0, 15)}, map[string]int{grown: 1}},
		"loss":                {[][]uint32{group(0, 10)}, [][]uint32{group(0, 6)}, map[string]int{shrunk: 1}},
		"two become one":      {[][]uint32{group(0, 10), group(10, 18)}, [][]uint32{group(0, 18)}, map[string]int{merged: 1}},
		"a large and a small": {[][]uint32{group(0, 20), group(20, 24)}, [][]uint32{group(0, 24)}, map[string]int{takeover: 1}},
		"one becomes two":     {[][]uint32{group(0, 20)}, [][]uint32{group(0, 10), group(10, 20)}, map[string]int{split: 2}},
	} {
		words, left, _ := became(test.before, test.now)
		counts := map[string]int{}
		for _, what := range words {
			counts[what]++
		}
		if len(left) > 0 {
			counts[gone] = len(left)
		}
		if !maps.Equal(counts, test.want) {
			t.Errorf("%s: %v, want %v", name, counts, test.want)
		}
	}
}

// Of two that a network split into, the larger share keeps its ID; one that merges has that
// of those most of whom it is.
func TestFollow(t *testing.T) {
	before := year{groups: [][]uint32{group(0, 20), group(30, 40)}, ids: []string{"A", "B"}}
	now := year{groups: [][]uint32{group(0, 8), group(8, 20), slices.Concat(group(30, 40), group(50, 52))}, ids: make([]string, 3), from: make([][]string, 3)}
	now.follow(&before)
	if want := []string{"", "A", "B"}; !slices.Equal(now.ids, want) {
		t.Errorf("IDs %q, want %q", now.ids, want)
	}
}
