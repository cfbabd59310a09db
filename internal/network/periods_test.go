package network

import (
	"maps"
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
		counts, members := became(test.before, test.now)
		if !maps.Equal(counts, test.want) {
			t.Errorf("%s: %v, want %v", name, counts, test.want)
		}
		for what, n := range counts {
			if n > 0 && len(members[what]) == 0 {
				t.Errorf("%s: nobody is %s", name, what)
			}
		}
	}
}
