package community

import (
	"math/rand/v2"
	"slices"
)

// refine parts each community into well connected groups: vertices that are by themselves
// join the group that they gain most by. It returns the group of each vertex, numbered
// from 0, and how many there are. Communities do not touch each other, so that the
// result does not depend on the number of cores.
func (l *level) refine(of []uint32, random *rand.Rand) (refined []uint32, groups int) {
	n := l.len()
	start, members := grouped(of, n)
	r := &refinement{l, of, make([]uint32, n), make([]float64, n), make([]float64, n), make([]bool, n), random.Uint64()}
	eachGroup(start, members, func() func(list []uint32) {
		return func(list []uint32) {
			g := l.gains.take()
			defer l.gains.give(g)
			r.community(of[list[0]], list, g)
		}
	})
	return r.group, numbered(r.group)
}

// refinement is groups while they form.
type refinement struct {
	*level

	of      []uint32
	group   []uint32
	size    []float64 // of each group
	outside []float64 // weight of its ties to the rest of its community; unknown: not yet looked at
	alone   []bool
	seed    uint64
}

const unknown = -1

// community parts one community.
func (r *refinement) community(c uint32, list []uint32, g *gain) {
	all := 0.0
	for _, v := range list {
		r.group[v], r.alone[v], r.size[v], r.outside[v] = v, true, r.level.size[v], unknown
		all += r.level.size[v]
	}
	if len(list) == 1 {
		return
	}
	well := func(group uint32) bool {
		if r.outside[group] == unknown { // it is a vertex
			r.outside[group] = r.within(group, c)
		}
		return r.outside[group] >= r.rate*r.size[group]*(all-r.size[group])
	}
	if r.pace != &hurried {
		rand.New(rand.NewPCG(r.seed, uint64(c))).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	for _, v := range list {
		if !r.alone[v] {
			continue
		}
		var near []uint32
		var weight []float32
		if near, weight, r.outside[v] = r.inside(v, c, g); !well(v) {
			continue
		}
		for i, u := range near {
			near[i] = r.group[u]
		}
		g.gather(near, weight)
		best, value, tied := v, 0.0, 0.0
		for _, d := range near {
			w := g.take(d)
			if w <= value || d == v {
				continue
			}
			if x := w - r.rate*r.level.size[v]*r.size[d]; x > value && well(d) {
				best, value, tied = d, x, w
			}
		}
		if best == v {
			continue
		}
		r.group[v] = best
		r.alone[v], r.alone[best] = false, false
		r.size[best] += r.size[v]
		r.outside[best] += r.outside[v] - 2*tied
		r.size[v] = 0
	}
}

// within returns the weight of the ties of a vertex to others of its community.
func (r *refinement) within(v, c uint32) float64 {
	to, weight := r.arcs(v)
	n, sum := 0, 0.0
	for i, u := range to {
		if r.of[u] == c {
			n++
			if weight != nil {
				sum += float64(weight[i])
			}
		}
	}
	if weight == nil {
		return float64(n)
	}
	return sum
}

// inside returns the neighbours of a vertex in its community, the weights of its ties to
// them, nil for all 1, and their sum.
func (r *refinement) inside(v, c uint32, g *gain) (near []uint32, weights []float32, sum float64) {
	to, weight := r.arcs(v)
	g.near = slices.Grow(g.near[:0], len(to)+1)
	near = g.near[:len(to)+1]
	n := 0
	if weight == nil {
		for _, u := range to {
			near[n] = u
			if r.of[u] == c {
				n++
			}
		}
		return near[:n], nil, float64(n)
	}
	g.weight = slices.Grow(g.weight[:0], len(to)+1)
	weights = g.weight[:len(to)+1]
	for i, u := range to {
		near[n], weights[n] = u, weight[i]
		if r.of[u] == c {
			n++
		}
	}
	for _, w := range weights[:n] {
		sum += float64(w)
	}
	return near[:n], weights[:n], sum
}
