package centrality

import (
	"cmp"
	"context"
	"slices"

	"skein/internal/network/graph"
)

// Fragmentation returns the share of pairs of vertices of an undirected graph that do not
// reach each other (Borgatti 2006), 0 to 1, where some are taken out; their pairs count as
// parted.
func Fragmentation(g *graph.Graph, without ...uint32) float64 {
	return fragments(g, without).whole
}

// fragmentation is that of a graph without some vertices.
type fragmentation struct {
	reached float64 // ordered pairs that reach each other
	whole   float64
	each    []float64 // where each vertex is taken out as well
}

// fragments finds what is left of a graph by one search: taking a vertex out parts from the
// rest what is below it in the tree and not tied to any before it (Tarjan 1972).
func fragments(g *graph.Graph, without []uint32) fragmentation {
	t := depthFirst(g, without)
	n := len(t.vertex)
	reach := t.reach(g)
	below := make([]float64, n)  // by number: how many it and those below it are
	parted := make([]float64, n) // how many of them it parts from the rest
	pairs := make([]float64, n)  // ordered, that those reach among themselves
	for i := uint32(n) - 1; i < uint32(n); i-- {
		below[i]++
		up := t.above[i]
		if up == i {
			continue
		}
		if reach[i] >= up {
			parted[up] += below[i]
			pairs[up] += below[i] * (below[i] - 1)
		}
		below[up] += below[i]
		reach[up] = min(reach[up], reach[i])
	}
	reached := 0.0
	component := make([]float64, n) // by number: how many it has
	for i, up := range t.above[:n] {
		if component[i] = component[up]; int(up) == i {
			component[i] = below[i]
			reached += below[i] * (below[i] - 1)
		}
	}
	all := float64(g.Len())
	share := func(reached float64) float64 {
		if all < 2 {
			return 0
		}
		return 1 - reached/(all*(all-1))
	}
	f := fragmentation{reached, share(reached), make([]float64, g.Len())}
	for v, i := range t.number {
		if i == out {
			f.each[v] = f.whole
			continue
		}
		size := component[i]
		rest := size - 1 - parted[i]
		f.each[v] = share(reached - size*(size-1) + pairs[i] + rest*(rest-1))
	}
	return f
}

// Parted returns the share of pairs of vertices that reach each other in an undirected graph,
// and no longer do where others are taken out.
func Parted(g *graph.Graph, without []uint32) float64 {
	component, sizes := g.Components()
	for _, v := range without {
		sizes[component[v]]--
	}
	before := 0.0
	for _, s := range sizes {
		before += float64(s) * float64(s-1)
	}
	if before == 0 {
		return 0
	}
	return 1 - fragments(g, without).reached/before
}

// Fragmenting returns of each vertex of an undirected graph by how much the fragmentation
// grows when it alone is taken out.
func Fragmenting(g *graph.Graph) []float64 {
	f := fragments(g, nil)
	for v := range f.each {
		f.each[v] -= f.whole
	}
	return f.each
}

// KeyPlayers returns k vertices of an undirected graph whose removal fragments it most, in
// the order of their numbers, and the fragmentation without them (Borgatti 2006, KPP-Neg):
// chosen one by one, of equals the one with most ties, then swapped as long as that fragments
// it more. The best set of all may be another.
func KeyPlayers(ctx context.Context, g *graph.Graph, k int) ([]uint32, float64, error) {
	order := byValue(degrees(g))
	return choose(ctx, g.Len(), k, func(set []uint32) (best uint32, value float64) {
		value = -1
		f := fragments(g, set)
		for _, v := range order {
			if x := f.each[v]; x > value && !slices.Contains(set, v) {
				best, value = v, x
			}
		}
		return best, value
	})
}

// Replacements returns those of a vertex's neighbours who would likely take its place, at
// most so many: through whom most shortest paths go without it.
func Replacements(ctx context.Context, g *graph.Graph, v uint32, most int) ([]uint32, error) {
	var rest []uint32
	for u := range uint32(g.Len()) {
		if u != v {
			rest = append(rest, u)
		}
	}
	between, err := Betweenness(ctx, g.Sub(rest), false, nil)
	if err != nil {
		return nil, err
	}
	of := func(u uint32) float64 {
		if u > v {
			u--
		}
		return between[u]
	}
	near := slices.Clone(g.Neighbours(v))
	slices.SortStableFunc(near, func(a, b uint32) int { return cmp.Compare(of(b), of(a)) })
	return near[:min(most, len(near))], nil
}

// Reaching returns k vertices from which most others are within a number of ties, and the
// share of others that are (Borgatti 2006, KPP-Pos), chosen as by KeyPlayers.
func Reaching(ctx context.Context, g *graph.Graph, k, within int) ([]uint32, float64, error) {
	n := g.Len()
	seen := make([]bool, n)
	var front, next []uint32
	reached := func(from []uint32) float64 {
		clear(seen)
		front = append(front[:0], from...)
		reached := 0
		for _, v := range front {
			seen[v] = true
		}
		for range within {
			next = next[:0]
			for _, v := range front {
				for _, u := range g.Neighbours(v) {
					if !seen[u] {
						seen[u] = true
						reached++
						next = append(next, u)
					}
				}
			}
			front, next = next, front
		}
		return float64(reached) / float64(max(1, n-len(from)))
	}
	return choose(ctx, n, k, func(set []uint32) (best uint32, value float64) {
		value = -1
		set = append(slices.Clone(set), 0)
		last := len(set) - 1
		for v := range uint32(n) {
			if ctx.Err() != nil || slices.Contains(set[:last], v) {
				continue
			}
			set[last] = v
			if x := reached(set); x > value {
				best, value = v, x
			}
		}
		return best, value
	})
}

// choose chooses k of n for the largest value: greedily, then by swaps. It is told which one
// is best with some others, and the value of all of them.
func choose(ctx context.Context, n, k int, add func(set []uint32) (best uint32, value float64)) ([]uint32, float64, error) {
	var set []uint32
	value := 0.0
	for len(set) < min(k, n) && ctx.Err() == nil {
		var v uint32
		v, value = add(set)
		set = append(set, v)
	}
	for better := true; better && ctx.Err() == nil; {
		better = false
		for i := range set {
			if v, x := add(slices.Delete(slices.Clone(set), i, i+1)); x > value+1e-12 {
				set[i], value, better = v, x, true
			}
		}
	}
	slices.Sort(set)
	return set, value, ctx.Err()
}
