package centrality

import (
	"cmp"
	"slices"

	"skein/internal/network/graph"
)

// degrees returns how many ties each vertex has.
func degrees(g *graph.Graph) []float64 {
	out := make([]float64, g.Len())
	for v := range out {
		out[v] = float64(g.Degree(uint32(v)))
	}
	return out
}

// byValue returns the vertices by their values, the largest first, and else by number.
func byValue(x []float64) []uint32 {
	order := make([]uint32, len(x))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(x[b], x[a]) })
	return order
}
