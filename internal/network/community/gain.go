package community

import (
	"slices"
	"sync"
)

// gain adds up how much weight goes to each community, in an array over all of them. All that
// is added has to be taken out again: after gather by going over the same communities a
// second time, which needs no branch, after list by going over the list.
type gain struct {
	unit   bool      // all weights are 1
	count  []uint32  // of arcs, where they are
	sum    []float64 // of weights, where they are not
	near   []uint32  // room for a list of neighbours
	weight []float32 // and their weights
}

// gather adds arcs to the communities where they go; nil weights are all 1.
func (g *gain) gather(communities []uint32, weight []float32) {
	g.unit = weight == nil
	if weight == nil {
		for _, c := range communities {
			g.count[c]++
		}
		return
	}
	for i, c := range communities {
		g.sum[c] += float64(weight[i])
	}
}

// lookUp returns the communities of the neighbours of some vertices, one after the other:
// all are looked up before anything depends on them.
func (g *gain) lookUp(l *level, vertices, of []uint32) []uint32 {
	near := g.near[:0]
	for _, v := range vertices {
		to, _ := l.arcs(v)
		n := len(near)
		near = slices.Grow(near, len(to))[:n+len(to)]
		part := near[n:]
		for i, u := range to {
			part[i] = of[u]
		}
	}
	g.near = near
	return near
}

// list adds arcs to the groups where they go, and puts those that had none before into a
// list from n on. It returns the new n; one more place of the list is written to.
func (g *gain) list(to []uint32, weight []float32, group, list []uint32, n int) int {
	if weight == nil {
		count := g.count
		for _, u := range to {
			d := group[u]
			w := count[d]
			list[n] = d
			if w == 0 {
				n++
			}
			count[d] = w + 1
		}
		return n
	}
	sum := g.sum
	for i, u := range to {
		d := group[u]
		w := sum[d]
		list[n] = d
		if w == 0 {
			n++
		}
		sum[d] = w + float64(weight[i])
	}
	return n
}

// take returns the weight to a community and forgets it.
func (g *gain) take(c uint32) float64 {
	if g.unit {
		w := g.count[c]
		g.count[c] = 0
		return float64(w)
	}
	w := g.sum[c]
	g.sum[c] = 0
	return w
}

// gains are gains that are not in use, for graphs of up to so many vertices.
type gains struct {
	sync.Mutex

	vertices int
	free     []*gain
}

func (g *gains) take() *gain {
	g.Lock()
	defer g.Unlock()
	if last := len(g.free) - 1; last >= 0 {
		t := g.free[last]
		g.free = g.free[:last]
		return t
	}
	return &gain{count: make([]uint32, g.vertices), sum: make([]float64, g.vertices)}
}

// give takes one back; it has to be empty.
func (g *gains) give(t *gain) {
	g.Lock()
	defer g.Unlock()
	g.free = append(g.free, t)
}
