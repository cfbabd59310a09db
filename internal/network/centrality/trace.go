package centrality

import (
	"container/heap"
	"context"
	"slices"

	"skein/internal/network/graph"
)

// ShortestPath returns the vertices of a shortest path, both ends with it, and how long it
// is; nil where there is none. Of several it is the one of the lowest numbers from the end
// back. Where the lengths of ties are asked for, a tie is as long as its weight is small:
// 1/weight; else all are 1.
func ShortestPath(g *graph.Graph, from, to uint32, lengths bool) ([]uint32, float64) {
	n := g.Len()
	distance, before := make([]float64, n), make([]uint32, n)
	for v := range distance {
		distance[v] = -1
	}
	distance[from] = 0
	queue := byDistance{{0, from}}
	done := make([]bool, n)
	for len(queue) > 0 {
		v := heap.Pop(&queue).(reached).vertex
		if done[v] {
			continue
		}
		done[v] = true
		if v == to {
			break
		}
		next, weights := g.Arcs(v)
		for i, u := range next {
			d := distance[v] + 1
			if lengths && weights != nil {
				d = distance[v] + 1/float64(weights[i])
			}
			if distance[u] < 0 || d < distance[u] || d == distance[u] && v < before[u] {
				distance[u], before[u] = d, v
				heap.Push(&queue, reached{d, u})
			}
		}
	}
	if distance[to] < 0 {
		return nil, 0
	}
	path := []uint32{to}
	for v := to; v != from; path = append(path, v) {
		v = before[v]
	}
	slices.Reverse(path)
	return path, distance[to]
}

// Paths returns the simple paths between two vertices of at most so many ties, the
// shortest first, no more than most of them; more says that there are others.
func Paths(ctx context.Context, g *graph.Graph, from, to uint32, longest, most int) (paths [][]uint32, more bool, err error) {
	left := stepsTo(g, to, longest) // no way leads on from where too few steps are left
	on := make([]bool, g.Len())
	way := []uint32{from}
	on[from] = true
	for length := 1; length <= longest && !more; length++ { // by length, so that the shortest are kept
		var walk func(v uint32, steps int) bool
		walk = func(v uint32, steps int) bool {
			if ctx.Err() != nil {
				return false
			}
			if steps == 0 {
				if v != to {
					return true
				}
				if len(paths) == most {
					more = true
					return false
				}
				paths = append(paths, slices.Clone(way))
				return true
			}
			for _, u := range g.Neighbours(v) {
				if on[u] || left[u] < 0 || left[u] > steps-1 || u == to && steps > 1 {
					continue
				}
				on[u], way = true, append(way, u)
				ok := walk(u, steps-1)
				on[u], way = false, way[:len(way)-1]
				if !ok {
					return false
				}
			}
			return true
		}
		walk(from, length)
	}
	return paths, more, ctx.Err()
}

// stepsTo returns how many ties each vertex is from one, against their directions; -1 for
// farther than longest.
func stepsTo(g *graph.Graph, to uint32, longest int) []int {
	in := g.Reverse()
	left := make([]int, g.Len())
	for v := range left {
		left[v] = -1
	}
	left[to] = 0
	front := []uint32{to}
	for d := 1; d <= longest; d++ {
		var next []uint32
		for _, v := range front {
			for _, u := range in.Neighbours(v) {
				if left[u] < 0 {
					left[u] = d
					next = append(next, u)
				}
			}
		}
		front = next
	}
	return left
}
