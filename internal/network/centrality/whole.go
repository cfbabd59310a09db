package centrality

import (
	"math"

	"skein/internal/network/graph"
)

// Density returns the share of possible ties that there are.
func Density(g *graph.Graph) float64 {
	n := float64(g.Len())
	if n < 2 {
		return 0
	}
	if g.Directed {
		return float64(g.Edges()) / (n * (n - 1))
	}
	return 2 * float64(g.Edges()) / (n * (n - 1))
}

// Centralisation returns how far one vertex of an undirected graph has more ties than all
// others: 1 for a star, 0 where all have as many (Freeman 1979).
func Centralisation(g *graph.Graph) float64 {
	n, most, sum := g.Len(), 0, 0
	for v := range uint32(n) {
		most = max(most, g.Degree(v))
		sum += g.Degree(v)
	}
	if n < 3 {
		return 0
	}
	return float64(n*most-sum) / float64((n-1)*(n-2))
}

// Assortativity returns the correlation of the degrees at the two ends of ties of an
// undirected graph (Newman 2002): above 0 where those with many ties are tied to each
// other; NaN where all degrees are the same.
func Assortativity(g *graph.Graph) float64 {
	var n, sum, squares, products float64
	for v := range uint32(g.Len()) {
		d := float64(g.Degree(v))
		for _, u := range g.Neighbours(v) {
			n++
			sum += d
			squares += d * d
			products += d * float64(g.Degree(u))
		}
	}
	mean := sum / n
	return (products/n - mean*mean) / (squares/n - mean*mean)
}

// Mixing returns how far ties of an undirected graph join vertices of one group more than
// by chance (Newman 2003): 1 where all do, 0 where chance gives as many; NaN where there
// is one group.
func Mixing(g *graph.Graph, group []uint32) float64 {
	ends := map[uint32]float64{}
	same, all := 0.0, 0.0
	for v := range uint32(g.Len()) {
		for _, u := range g.Neighbours(v) {
			all++
			ends[group[v]]++
			if group[v] == group[u] {
				same++
			}
		}
	}
	chance := 0.0
	for _, e := range ends {
		chance += e / all * e / all
	}
	return (same/all - chance) / (1 - chance)
}

// Hierarchy returns the share of arcs between vertices that reach each other one way only
// (Krackhardt 1994), of all pairs of which one reaches the other: 1 for a tree of command,
// 0 where whoever reaches is reached.
func Hierarchy(g *graph.Graph) float64 {
	n := g.Len()
	reach := make([][]bool, n)
	var stack []uint32
	for s := range uint32(n) {
		reach[s] = make([]bool, n)
		for stack = append(stack[:0], s); len(stack) > 0; {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, u := range g.Neighbours(v) {
				if !reach[s][u] {
					reach[s][u] = true
					stack = append(stack, u)
				}
			}
		}
	}
	oneWay, pairs := 0.0, 0.0
	for a := range n {
		for b := range a {
			if x, y := reach[a][b], reach[b][a]; x || y {
				pairs++
				if x != y {
					oneWay++
				}
			}
		}
	}
	if pairs == 0 {
		return 0
	}
	return oneWay / pairs
}

// CorePeriphery returns which vertices of an undirected graph are its core, so that the
// correlation of ties with the ideal, all within the core and to it and none outside, is
// largest (Borgatti and Everett 2000; by the order of degrees, Lip 2011), and that
// correlation; NaN where there is no such order.
func CorePeriphery(g *graph.Graph) (core []bool, fit float64) {
	n := g.Len()
	core = make([]bool, n)
	order := byValue(degrees(g))
	pairs := float64(n) * float64(n-1) / 2
	m := float64(g.Edges())
	in := make([]bool, n)
	inside := 0.0 // ties with an end in the core
	best, size := math.NaN(), 0
	for k := 1; k < n; k++ {
		v := order[k-1]
		in[v] = true
		for _, u := range g.Neighbours(v) {
			if !in[u] {
				inside++
			}
		}
		ideal := pairs - float64(n-k)*float64(n-k-1)/2
		variance := m * (pairs - m) * ideal * (pairs - ideal)
		if variance <= 0 {
			continue
		}
		if r := (pairs*inside - m*ideal) / math.Sqrt(variance); math.IsNaN(best) || r > best {
			best, size = r, k
		}
	}
	for _, v := range order[:size] {
		core[v] = true
	}
	return core, best
}
