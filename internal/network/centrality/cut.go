package centrality

import (
	"cmp"
	"math"
	"slices"

	"skein/internal/hugepage"
	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// Bridge is a tie whose loss would part a component.
type Bridge struct{ A, B uint32 } // A before B

// Cut returns the vertices, ascending, and the ties of an undirected graph without which
// a component would fall apart: articulation points and bridges (Tarjan 1972). The search
// only numbers the vertices; how far up each reaches is looked up afterwards, in the order
// of memory, and carried up the tree from the last number to the first.
func Cut(g *graph.Graph) (points []uint32, bridges []Bridge) {
	n := g.Len()
	t := depthFirst(g, nil)
	reach := t.reach(g)                             // carried up below
	cut, parted := make([]bool, n), make([]bool, n) // by number; parted: a root with a part below it
	for i := uint32(n) - 1; i < uint32(n); i-- {
		up := t.above[i]
		if up == i {
			continue
		}
		a, b := t.vertex[i], t.vertex[up]
		if reach[i] > up {
			bridges = append(bridges, Bridge{min(a, b), max(a, b)})
		}
		if t.above[up] == up {
			cut[up], parted[up] = parted[up], true
		} else if reach[i] >= up {
			cut[up] = true
		}
		reach[up] = min(reach[up], reach[i])
	}
	for v, i := range t.number {
		if cut[i] {
			points = append(points, uint32(v))
		}
	}
	slices.SortFunc(bridges, func(a, b Bridge) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return points, bridges
}

// tree is the trees of a depth-first search, one for each component.
type tree struct {
	number []uint32 // of each vertex, from 0 in the order in which they are found, or out
	vertex []uint32 // of each number
	above  []uint32 // by number: the number of the vertex from which it was found; of a root, itself
}

// reach returns by number the first number that a vertex is tied to, but for the one above it.
func (t *tree) reach(g *graph.Graph) []uint32 {
	reach := make([]uint32, len(t.vertex))
	parallel.Blocks(len(t.number), 1<<12, func() func(from, end int) {
		return func(from, end int) {
			for v := from; v < end; v++ {
				i := t.number[v]
				if i == out {
					continue
				}
				above := t.vertex[t.above[i]]
				first := i
				for _, u := range g.Neighbours(uint32(v)) {
					if k := t.number[u]; k < first && u != above {
						first = k
					}
				}
				reach[i] = first
			}
		}
	})
	return reach
}

// out is the number of a vertex that a search leaves out.
const out = math.MaxUint32

// depthFirst searches a graph without some vertices.
func depthFirst(g *graph.Graph, without []uint32) *tree {
	n := g.Len()
	t := &tree{hugepage.Make[uint32](n), hugepage.Make[uint32](n)[:0], hugepage.Make[uint32](n)}
	found := make([]uint64, n/64+1) // bits: small enough to stay in a near cache
	for _, v := range without {
		found[v/64] |= 1 << (v % 64)
		t.number[v] = out
	}
	all := n - len(without)
	// visit is a vertex on the way from the root: its number and what is still to be looked at.
	type visit struct {
		number uint32
		rest   []uint32
	}
	var way []visit
	enter := func(v, above uint32) {
		i := uint32(len(t.vertex))
		t.number[v], t.above[i] = i, min(above, i)
		t.vertex = append(t.vertex, v)
		found[v/64] |= 1 << (v % 64)
		way = append(way, visit{i, g.Neighbours(v)})
	}
	for root := range uint32(n) {
		if found[root/64]>>(root%64)&1 == 0 {
			enter(root, math.MaxUint32)
		}
		for len(way) > 0 && len(t.vertex) < all {
			at := &way[len(way)-1]
			next := -1
			for i, u := range at.rest {
				if found[u/64]>>(u%64)&1 == 0 {
					next = i
					break
				}
			}
			if next < 0 {
				way = way[:len(way)-1]
				continue
			}
			u := at.rest[next]
			at.rest = at.rest[next+1:]
			enter(u, at.number)
		}
		way = way[:0]
	}
	return t
}
