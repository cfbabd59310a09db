package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Builder collects ties. The zero value is not ready: see NewBuilder.
type Builder struct {
	directed bool
	arcs     arcs
	number   map[string]uint32
	names    []string
	loops    int
	weighted bool
}

// NewBuilder returns a builder of a graph without vertices.
func NewBuilder(directed bool) *Builder {
	return &Builder{directed: directed, number: map[string]uint32{}}
}

// Vertex returns the number of the vertex with a name, which is added where there is none.
func (b *Builder) Vertex(name string) uint32 {
	if v, ok := b.number[name]; ok {
		return v
	}
	v := uint32(len(b.names))
	name = strings.Clone(name)
	b.number[name] = v
	b.names = append(b.names, name)
	return v
}

// Add adds a tie between two names. Its weight is above 0.
func (b *Builder) Add(from, to string, weight float32) {
	b.Tie(b.Vertex(from), b.Vertex(to), weight)
}

// Tie adds a tie between two vertices; one without weight is none.
func (b *Builder) Tie(from, to uint32, weight float32) {
	if !(weight > 0) {
		return
	}
	if from == to {
		b.loops++
		return
	}
	b.weighted = b.weighted || weight != 1
	b.arcs.add(from, to, weight)
	if !b.directed {
		b.arcs.add(to, from, weight)
	}
}

// Build returns the graph of what was added.
func (b *Builder) Build() *Graph {
	b.arcs.n = len(b.names)
	g := b.arcs.rows(b.directed)
	g.names, g.loops = b.names, b.loops
	g.index()
	return g
}

// FromArcs returns the graph of n vertices without names and of ties from[i] to to[i] with
// the given weights, nil for 1. The slices are not kept.
func FromArcs(n int, from, to []uint32, weight []float32, directed bool) *Graph {
	a := arcs{n: n}
	loops := 0
	for i := range from {
		if from[i] == to[i] {
			loops++
			continue
		}
		w := float32(1)
		if weight != nil {
			w = weight[i]
		}
		if !(w > 0) {
			continue
		}
		a.add(from[i], to[i], w)
		if !directed {
			a.add(to[i], from[i], w)
		}
	}
	g := a.rows(directed)
	g.loops = loops
	return g
}

// arcs are arcs in any order.
type arcs struct {
	n        int
	from, to []uint32
	weight   []float32
}

func (a *arcs) add(from, to uint32, weight float32) {
	a.from, a.to, a.weight = append(a.from, from), append(a.to, to), append(a.weight, weight)
}

// rows sorts arcs by where they come from and go to (two counting sorts) and joins those of
// the same two. Weights that are all 1 are left out.
func (a *arcs) rows(directed bool) *Graph {
	byTo := a.sorted(a.to, nil)
	order := a.sorted(a.from, byTo)
	g := &Graph{Directed: directed, offset: make([]int64, a.n+1), to: make([]uint32, 0, len(order))}
	weights := make([]float32, 0, len(order))
	last := uint32(0)
	for k, i := range order {
		if k > 0 && a.from[i] == last && g.to[len(g.to)-1] == a.to[i] {
			weights[len(weights)-1] += a.weightOf(i)
			continue
		}
		last = a.from[i]
		g.to = append(g.to, a.to[i])
		weights = append(weights, a.weightOf(i))
		g.offset[last+1]++
	}
	for v := range a.n {
		g.offset[v+1] += g.offset[v]
	}
	if slices.ContainsFunc(weights, func(w float32) bool { return w != 1 }) {
		g.weight = weights
	}
	return g
}

func (a *arcs) weightOf(i uint32) float32 {
	if len(a.weight) == 0 {
		return 1
	}
	return a.weight[i]
}

// sorted returns the numbers of the arcs in the order of a key, and else as in before; nil
// is as they are.
func (a *arcs) sorted(key, before []uint32) []uint32 {
	count := make([]uint32, a.n+1)
	for _, k := range key {
		count[k+1]++
	}
	for v := range a.n {
		count[v+1] += count[v]
	}
	out := make([]uint32, len(key))
	for i := range uint32(len(key)) {
		if before != nil {
			i = before[i]
		}
		out[count[key[i]]] = i
		count[key[i]]++
	}
	return out
}

// index sorts the vertices by name.
func (g *Graph) index() {
	g.order = make([]uint32, len(g.names))
	for i := range g.order {
		g.order[i] = uint32(i)
	}
	slices.SortFunc(g.order, func(a, b uint32) int { return cmp.Compare(g.names[a], g.names[b]) })
}
