package community

import (
	"math/bits"
	"sync/atomic"
)

// gain is how much weight a vertex has to communities, in a small table that stays in the
// nearest cache.
type gain struct {
	table  []held
	used   []uint32 // slots
	shift  int
	of     []uint32  // communities of the neighbours: all looked up before anything depends on them
	values []float64 // of moving to each of the communities
}

// held is the weight to a community.
type held struct {
	key    uint32 // community + 1, 0 for none
	weight float64
}

// start makes the table ready for vertices of up to n neighbours, who are in up to so many
// communities.
func (g *gain) start(n, communities int) {
	if n > len(g.of) {
		g.of, g.values = make([]uint32, 2*n), make([]float64, 2*n)
	}
	g.shift = 32 - max(4, min(largest, bits.Len(uint(2*communities))))
	if size := 1 << (32 - g.shift); size > len(g.table) {
		g.table = make([]held, size)
	}
}

// largest is the logarithm of the size that a table begins with at most.
const largest = 13

// grow makes the table twice as large.
func (g *gain) grow() {
	old := make([]held, len(g.used))
	for i, s := range g.used {
		old[i] = g.table[s]
		g.table[s].key = 0
	}
	g.shift--
	if size := 1 << (32 - g.shift); size > len(g.table) {
		g.table = make([]held, size)
	}
	for i, h := range old {
		s, at := g.slot(h.key - 1)
		*at = h
		g.used[i] = s
	}
}

// slot returns where a community is, or could be.
func (g *gain) slot(c uint32) (uint32, *held) {
	table := g.table
	mask := uint32(1)<<(32-g.shift) - 1
	s := c * 0x9e3779b1 >> g.shift
	for {
		h := &table[s]
		if h.key == 0 || h.key == c+1 {
			return s, h
		}
		s = (s + 1) & mask
	}
}

func (g *gain) add(c uint32, w float64) {
	s, h := g.slot(c)
	if h.key == 0 {
		h.key, h.weight = c+1, w
		g.used = append(g.used, s)
		if len(g.used) > 1<<(31-g.shift) {
			g.grow()
		}
		return
	}
	h.weight += w
}

// to returns the weight to a community.
func (g *gain) to(c uint32) float64 {
	if _, h := g.slot(c); h.key != 0 {
		return h.weight
	}
	return 0
}

func (g *gain) clear() {
	for _, s := range g.used {
		g.table[s].key = 0
	}
	g.used = g.used[:0]
}

// lookUp returns the communities of some vertices.
func (g *gain) lookUp(vertices, of []uint32) []uint32 {
	out := g.of[:len(vertices)]
	for i, u := range vertices {
		out[i] = atomic.LoadUint32(&of[u])
	}
	return out
}

// gather fills the table with the weight that arcs have to communities.
func (g *gain) gather(to []uint32, weight []float32, of []uint32) {
	g.start(len(to), len(to))
	found := g.lookUp(to, of)
	if weight == nil {
		for _, c := range found {
			g.add(c, 1)
		}
		return
	}
	for i, c := range found {
		g.add(c, float64(weight[i]))
	}
}
