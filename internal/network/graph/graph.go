// Package graph holds who is tied to whom as compressed sparse rows: of each vertex its
// neighbours, ascending, side by side in memory.
//
//	b := graph.NewBuilder(false)
//	b.Add("Anna", "Boris", 2)
//	g := b.Build()
//	to, weights := g.Arcs(g.Find("Anna"))
//
// Vertices are numbers from 0. An undirected tie is two arcs. Ties of the same two are one
// with the sum of their weights; a tie to oneself is no tie.
package graph

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
)

// Graph does not change. Any number of goroutines may read it.
type Graph struct {
	Directed bool

	offset []int64
	to     []uint32
	weight []float32 // nil: all 1
	names  []string  // nil: vertices have no names, or numbers
	loops  int       // ties to oneself that were left out

	numbers []uint32 // the names of vertices that are numbers

	mutual *Graph // of a directed graph: its edges without direction; nil: it has none
	each   []Ties // where there are any: every edge once, as it was added

	once       sync.Once
	undirected *Graph

	sorted  sync.Once
	ordered []uint32 // vertices by name
}

// Len returns the number of vertices.
func (g *Graph) Len() int { return len(g.offset) - 1 }

// Edges returns the number of ties: of arcs in a directed graph, of pairs in another.
func (g *Graph) Edges() int {
	if g.Directed {
		return len(g.to)
	}
	return len(g.to) / 2
}

// Mutual returns the graph of those edges of a directed graph that have no direction of their
// own and so are an arc each way; nil where there are none.
func (g *Graph) Mutual() *Graph { return g.mutual }

// In returns how many arcs lead to each vertex, and the sums of their weights.
func (g *Graph) In() (degree []int, strength []float64) {
	degree, strength = make([]int, g.Len()), make([]float64, g.Len())
	for i, u := range g.to {
		degree[u]++
		if g.weight != nil {
			strength[u] += float64(g.weight[i])
		} else {
			strength[u]++
		}
	}
	return degree, strength
}

// Loops returns how many ties to oneself were left out.
func (g *Graph) Loops() int { return g.loops }

// Weighted reports whether weights differ from 1.
func (g *Graph) Weighted() bool { return g.weight != nil }

// Degree returns how many arcs go out from a vertex.
func (g *Graph) Degree(v uint32) int { return int(g.offset[v+1] - g.offset[v]) }

// Neighbours returns where the arcs of a vertex go, ascending.
func (g *Graph) Neighbours(v uint32) []uint32 { return g.to[g.offset[v]:g.offset[v+1]] }

// Arcs returns where the arcs of a vertex go and their weights; nil weights are all 1.
func (g *Graph) Arcs(v uint32) (to []uint32, weights []float32) {
	from, end := g.offset[v], g.offset[v+1]
	if g.weight == nil {
		return g.to[from:end], nil
	}
	return g.to[from:end], g.weight[from:end]
}

// Rows returns the whole of the compressed sparse rows: the arcs of vertex v are those from
// offset[v] to offset[v+1]. They must not be changed.
func (g *Graph) Rows() (offset []int64, to []uint32, weight []float32) {
	return g.offset, g.to, g.weight
}

// Strength returns the sum of the weights of a vertex's arcs.
func (g *Graph) Strength(v uint32) float64 {
	_, weights := g.Arcs(v)
	if weights == nil {
		return float64(g.Degree(v))
	}
	sum := 0.0
	for _, w := range weights {
		sum += float64(w)
	}
	return sum
}

// Weight returns the weight of the arc from one vertex to another; ok is false where there
// is none.
func (g *Graph) Weight(from, to uint32) (w float64, ok bool) {
	i, ok := slices.BinarySearch(g.Neighbours(from), to)
	if !ok {
		return 0, false
	}
	if g.weight == nil {
		return 1, true
	}
	return float64(g.weight[g.offset[from]+int64(i)]), true
}

// Name returns the name of a vertex; empty where vertices have none.
func (g *Graph) Name(v uint32) string {
	switch {
	case g.names != nil:
		return g.names[v]
	case g.numbers != nil:
		return strconv.FormatUint(uint64(g.numbers[v]), 10)
	}
	return ""
}

// Find returns the vertex with a name.
func (g *Graph) Find(name string) (v uint32, ok bool) {
	if g.numbers != nil {
		n, err := strconv.ParseUint(name, 10, 32)
		g.byName(func(a, b uint32) int { return cmp.Compare(g.numbers[a], g.numbers[b]) })
		i, ok := slices.BinarySearchFunc(g.ordered, uint32(n), func(v, n uint32) int { return cmp.Compare(g.numbers[v], n) })
		if !ok || err != nil {
			return 0, false
		}
		return g.ordered[i], true
	}
	g.byName(func(a, b uint32) int { return cmp.Compare(g.names[a], g.names[b]) })
	i, ok := slices.BinarySearchFunc(g.ordered, name, func(v uint32, name string) int { return cmp.Compare(g.names[v], name) })
	if !ok {
		return 0, false
	}
	return g.ordered[i], true
}

// byName orders the vertices once.
func (g *Graph) byName(compare func(a, b uint32) int) {
	g.sorted.Do(func() {
		n := max(len(g.names), len(g.numbers))
		g.ordered = make([]uint32, n)
		for i := range g.ordered {
			g.ordered[i] = uint32(i)
		}
		slices.SortFunc(g.ordered, compare)
	})
}

// Reverse returns the graph with every arc turned round; an undirected graph is its own
// reverse.
func (g *Graph) Reverse() *Graph {
	if !g.Directed {
		return g
	}
	r := &Graph{Directed: true, offset: make([]int64, g.Len()+1), to: make([]uint32, len(g.to)), names: g.names, numbers: g.numbers, mutual: g.mutual}
	for _, t := range g.each {
		back := Ties{Ends: slices.Clone(t.Ends), Weight: t.Weight}
		for i := 0; i < len(back.Ends); i += 2 {
			back.Ends[i], back.Ends[i+1] = back.Ends[i+1], back.Ends[i]
		}
		r.each = append(r.each, back)
	}
	for _, u := range g.to {
		r.offset[u+1]++
	}
	for v := range g.Len() {
		r.offset[v+1] += r.offset[v]
	}
	if g.weight != nil {
		r.weight = make([]float32, len(g.to))
	}
	next := slices.Clone(r.offset[:g.Len()])
	for v := range uint32(g.Len()) {
		for i := g.offset[v]; i < g.offset[v+1]; i++ {
			at := next[g.to[i]]
			next[g.to[i]]++
			r.to[at] = v
			if g.weight != nil {
				r.weight[at] = g.weight[i]
			}
		}
	}
	return r
}

// Undirected returns the graph without directions: arcs both ways are one tie, with the
// sum of their weights. An edge that had no direction counts once.
func (g *Graph) Undirected() *Graph {
	if !g.Directed {
		return g
	}
	g.once.Do(func() { g.undirected = g.withoutDirections() })
	return g.undirected
}

func (g *Graph) withoutDirections() *Graph {
	if g.each != nil {
		out := FromTies(g.Len(), g.each, false)
		out.names, out.numbers = g.names, g.numbers
		return out
	}
	t := Ties{Ends: make([]uint32, 0, 2*len(g.to)), Weight: g.weight}
	for v := range uint32(g.Len()) {
		for _, u := range g.Neighbours(v) {
			t.Ends = append(t.Ends, v, u)
		}
	}
	out := FromTies(g.Len(), []Ties{t}, false)
	out.names, out.numbers = g.names, g.numbers
	return out
}

// Sub returns the graph of some vertices, ascending, and the ties between them. Vertices
// are numbered anew in that order.
func (g *Graph) Sub(vertices []uint32) *Graph {
	number := make(map[uint32]uint32, len(vertices))
	for i, v := range vertices {
		number[v] = uint32(i)
	}
	out := &Graph{Directed: g.Directed, offset: make([]int64, 1, len(vertices)+1)}
	for _, v := range vertices {
		to, weights := g.Arcs(v)
		for i, u := range to {
			if k, ok := number[u]; ok {
				out.to = append(out.to, k)
				if weights != nil {
					out.weight = append(out.weight, weights[i])
				}
			}
		}
		out.offset = append(out.offset, int64(len(out.to)))
	}
	for _, v := range vertices {
		if g.names != nil {
			out.names = append(out.names, g.names[v])
		}
		if g.numbers != nil {
			out.numbers = append(out.numbers, g.numbers[v])
		}
	}
	if g.mutual != nil {
		out.mutual = g.mutual.Sub(vertices)
		out.each = among(g.each, number)
	}
	return out
}

// among returns those ties whose ends both have a new number, with these.
func among(ties []Ties, number map[uint32]uint32) []Ties {
	out := make([]Ties, len(ties))
	for k, t := range ties {
		for i := 0; i < len(t.Ends); i += 2 {
			from, ok1 := number[t.Ends[i]]
			to, ok2 := number[t.Ends[i+1]]
			if ok1 && ok2 && from != to {
				w := float32(1)
				if t.Weight != nil {
					w = t.Weight[i/2]
				}
				out[k].Add(from, to, w)
			}
		}
	}
	return out
}

// Ordered returns the graph with its vertices in another order, without names. Of a directed
// graph it keeps the arcs, and not which edges had no direction.
func (g *Graph) Ordered(order []uint32) *Graph {
	out := &Graph{Directed: g.Directed, offset: make([]int64, g.Len()+1), to: make([]uint32, 0, len(g.to))}
	number := make([]uint32, g.Len())
	for i, v := range order {
		number[v] = uint32(i)
	}
	for i, v := range order {
		to, weight := g.Arcs(v)
		for _, u := range to {
			out.to = append(out.to, number[u])
		}
		out.weight = append(out.weight, weight...)
		out.offset[i+1] = int64(len(out.to))
	}
	out.sort()
	return out
}

// Components returns the component of each vertex, numbered from 0 by their first vertex,
// and their sizes. Directions do not matter.
func (g *Graph) Components() (component []uint32, sizes []int) {
	parent := make([]uint32, g.Len())
	for i := range parent {
		parent[i] = uint32(i)
	}
	find := func(v uint32) uint32 {
		for parent[v] != v {
			parent[v] = parent[parent[v]]
			v = parent[v]
		}
		return v
	}
	for v := range uint32(g.Len()) {
		for _, u := range g.Neighbours(v) {
			a, b := find(v), find(u)
			parent[max(a, b)] = min(a, b)
		}
	}
	component = make([]uint32, g.Len())
	for v := range uint32(g.Len()) {
		if root := find(v); root == v {
			component[v] = uint32(len(sizes))
			sizes = append(sizes, 1)
		} else {
			component[v] = component[root]
			sizes[component[v]]++
		}
	}
	return component, sizes
}
