package community

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
)

// Settings of moving.
const (
	least      = 1e-12 // by how much a move must be better, relatively to all ties
	mostSweeps = 50
	enough     = 1e-5 // a sweep that gains less, relatively to all ties, is the last of a long run
	large      = 50_000
)

// movement is a partition while vertices move.
type movement struct {
	*level

	of     []uint32
	size   []uint64 // of each community, as the bits of a float64
	count  []int32  // vertices of each community
	active []uint32 // vertices that may want to move: 1
}

// move moves vertices to the communities that they gain most by, sweep after sweep over
// those whose neighbours moved, until few do. Fast moves them on all cores at once. It
// returns what is gained.
func (l *level) move(of []uint32, fast bool, random *rand.Rand) float64 {
	n := l.len()
	m := &movement{l, of, make([]uint64, n), make([]int32, n), make([]uint32, n)}
	sizes := make([]float64, n)
	for v, c := range of {
		sizes[c] += l.size[v]
		m.count[c]++
		m.active[v] = 1
	}
	for c, s := range sizes {
		m.size[c] = math.Float64bits(s)
	}
	var order []uint32 // of small levels; large ones are swept as they lie in memory
	if n <= large {
		order = make([]uint32, n)
		for i, v := range random.Perm(n) {
			order[i] = uint32(v)
		}
	}
	workers := 1
	if fast {
		workers = runtime.GOMAXPROCS(0)
	}
	tables := make([]gain, workers)
	sum := 0.0
	for range mostSweeps {
		gained := m.sweep(order, tables)
		sum += gained
		if gained <= least*l.total || l.long && gained < enough*l.total {
			break
		}
	}
	return sum
}

// sweep moves each active vertex. It returns what is gained.
func (m *movement) sweep(order []uint32, tables []gain) float64 {
	n := m.len()
	const block = 1 << 10
	gained := make([]float64, len(tables))
	var next atomic.Int64
	var wait sync.WaitGroup
	work := func(w int) {
		for from := int(next.Add(block)) - block; from < n; from = int(next.Add(block)) - block {
			for i := from; i < min(n, from+block); i++ {
				v := uint32(i)
				if order != nil {
					v = order[i]
				}
				if atomic.LoadUint32(&m.active[v]) != 0 {
					atomic.StoreUint32(&m.active[v], 0)
					gained[w] += m.best(v, &tables[w], len(tables) > 1)
				}
			}
		}
	}
	for w := 1; w < len(tables); w++ {
		wait.Go(func() { work(w) })
	}
	work(0)
	wait.Wait()
	sum := 0.0
	for _, x := range gained {
		sum += x
	}
	return sum
}

// best moves a vertex to where it gains most, and returns how much that is.
func (m *movement) best(v uint32, g *gain, shared bool) float64 {
	to, weight := m.arcs(v)
	if len(to) == 0 {
		return 0
	}
	g.gather(to, weight, m.of)
	own, size := atomic.LoadUint32(&m.of[v]), m.level.size[v]
	cost := m.rate * size
	here := g.to(own) - cost*(math.Float64frombits(atomic.LoadUint64(&m.size[own]))-size)
	best, value := own, here
	values := g.values[:len(g.used)]
	for i, s := range g.used {
		h := &g.table[s]
		values[i] = h.weight // what its size costs only makes it less
		if h.weight > here {
			values[i] -= cost * math.Float64frombits(atomic.LoadUint64(&m.size[h.key-1]))
		}
	}
	for i, x := range values {
		if x >= value && x > here {
			if c := g.table[g.used[i]].key - 1; c != own && (x > value || c < best) {
				best, value = c, x
			}
		}
	}
	g.clear()
	if value < 0 && atomic.LoadInt32(&m.count[own]) > 1 && atomic.LoadInt32(&m.count[v]) == 0 {
		best, value = v, 0 // better alone, in a community that nobody is in
	}
	if best == own || value-here <= least*m.total {
		return 0
	}
	m.put(v, own, best, to, g, shared)
	return 2 * (value - here)
}

// put moves a vertex from its own community to another. The table has the communities of
// its neighbours.
func (m *movement) put(v, own, best uint32, to []uint32, g *gain, shared bool) {
	size := m.level.size[v]
	if shared {
		addTo(&m.size[own], -size)
		addTo(&m.size[best], size)
		atomic.AddInt32(&m.count[own], -1)
		atomic.AddInt32(&m.count[best], 1)
	} else {
		m.size[own] = math.Float64bits(math.Float64frombits(m.size[own]) - size)
		m.size[best] = math.Float64bits(math.Float64frombits(m.size[best]) + size)
		m.count[own]--
		m.count[best]++
	}
	atomic.StoreUint32(&m.of[v], best)
	for i, u := range to {
		if g.of[i] != best && atomic.LoadUint32(&m.active[u]) == 0 {
			atomic.StoreUint32(&m.active[u], 1)
		}
	}
}

// addTo adds to a float64 that several goroutines add to.
func addTo(bits *uint64, x float64) {
	for {
		old := atomic.LoadUint64(bits)
		if atomic.CompareAndSwapUint64(bits, old, math.Float64bits(math.Float64frombits(old)+x)) {
			return
		}
	}
}
