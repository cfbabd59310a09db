package centrality

import (
	"cmp"
	"context"
	"slices"

	"skein/internal/network/graph"
)

// Fragmentation returns the share of pairs of vertices that do not reach each other
// (Borgatti 2006), 0 to 1, where some are taken out; their pairs count as parted.
func Fragmentation(g *graph.Graph, without ...uint32) float64 {
	return newFragments(g).without(without)
}

// fragments counts components again and again.
type fragments struct {
	g     *graph.Graph
	seen  []uint32 // round in which a vertex was seen
	round uint32
	stack []uint32
}

func newFragments(g *graph.Graph) *fragments { return &fragments{g: g, seen: make([]uint32, g.Len())} }

func (f *fragments) without(out []uint32) float64 {
	f.round++
	for _, v := range out {
		f.seen[v] = f.round
	}
	n, reach := float64(f.g.Len()), 0.0
	for v := range uint32(f.g.Len()) {
		if f.seen[v] == f.round {
			continue
		}
		f.seen[v] = f.round
		size := 0.0
		for f.stack = append(f.stack[:0], v); len(f.stack) > 0; size++ {
			u := f.stack[len(f.stack)-1]
			f.stack = f.stack[:len(f.stack)-1]
			for _, w := range f.g.Neighbours(u) {
				if f.seen[w] != f.round {
					f.seen[w] = f.round
					f.stack = append(f.stack, w)
				}
			}
		}
		reach += size * (size - 1)
	}
	if n < 2 {
		return 0
	}
	return 1 - reach/(n*(n-1))
}

// Fragmenting returns of each vertex of an undirected graph by how much the fragmentation
// grows when it alone is taken out.
func Fragmenting(ctx context.Context, g *graph.Graph) ([]float64, error) {
	f := newFragments(g)
	before := f.without(nil)
	out := make([]float64, g.Len())
	for v := range out {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out[v] = f.without([]uint32{uint32(v)}) - before
	}
	return out, nil
}

// KeyPlayers returns k vertices of an undirected graph whose removal fragments it most, in
// the order of their numbers, and the fragmentation without them (Borgatti 2006, KPP-Neg):
// chosen one by one, then swapped as long as that fragments it more. The best set of
// all may be another.
func KeyPlayers(ctx context.Context, g *graph.Graph, k int) ([]uint32, float64, error) {
	f := newFragments(g)
	return choose(ctx, g.Len(), k, f.without)
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
	return choose(ctx, n, k, func(from []uint32) float64 {
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
	})
}

// choose chooses k of n for the largest value: greedily, then by swaps.
func choose(ctx context.Context, n, k int, value func([]uint32) float64) ([]uint32, float64, error) {
	k = min(k, n)
	var set []uint32
	best := value(nil)
	for len(set) < k {
		at, most := uint32(0), -1.0
		set = append(set, 0)
		for v := range uint32(n) {
			if err := ctx.Err(); err != nil {
				return nil, 0, err
			}
			if slices.Contains(set[:len(set)-1], v) {
				continue
			}
			set[len(set)-1] = v
			if x := value(set); x > most {
				at, most = v, x
			}
		}
		set[len(set)-1], best = at, most
	}
	for better := true; better; {
		better = false
		for i := range set {
			own := set[i]
			for v := range uint32(n) {
				if err := ctx.Err(); err != nil {
					return nil, 0, err
				}
				if slices.Contains(set, v) {
					continue
				}
				set[i] = v
				if x := value(set); x > best+1e-12 {
					own, best, better = v, x, true
				} else {
					set[i] = own
				}
			}
			set[i] = own
		}
	}
	slices.Sort(set)
	return set, best, nil
}
