// Package graphtest makes ties for the tests of what measures graphs.
package graphtest

import "skein/internal/network/graph"

// Ties returns ties from[i] to to[i]; nil weights are all 1.
func Ties(from, to []uint32, weight []float32) []graph.Ties {
	var t graph.Ties
	for i := range from {
		w := float32(1)
		if weight != nil {
			w = weight[i]
		}
		t.Add(from[i], to[i], w)
	}
	return []graph.Ties{t}
}
