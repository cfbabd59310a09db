package community

import (
	"context"
	"math/rand/v2"

	"skein/internal/parallel"
)

// Settings of moving.
const (
	least      = 1e-12 // by how much a move must be better, relatively to all ties
	mostSweeps = 50
	hasty      = 3    // sweeps of a long run in which vertices move by where others were before their block
	small      = 2048 // vertices up to which they choose one after the other
	blocks     = 1024 // of a sweep, at most
	piece      = 32   // vertices that a worker takes at a time
	stretches  = 256  // of a sweep in a hurry
	mostStir   = 200  // neighbours that have moved, when a vertex chooses again however many it has
)

// movement is a partition while vertices move.
type movement struct {
	*level

	of    []uint32
	size  []float64 // of each community
	count []int32   // vertices of each community
	alone bool      // all vertices are by themselves
	yet   []uint8   // 1: this sweep has yet to come to the vertex
	awake [][]uint8 // by worker: how many neighbours of a vertex have moved since it chose
	crew  *parallel.Crew
	gains []*gain
}

// movement begins with a partition, in which it moves vertices.
func (l *level) movement(of []uint32) *movement {
	n := l.len()
	m := &movement{level: l, size: make([]float64, n), count: make([]int32, n), yet: make([]uint8, n)}
	m.alone = m.become(of) == n && l.pace != nil
	return m
}

// become takes over a partition, and returns how many communities it has.
func (m *movement) become(of []uint32) (communities int) {
	clear(m.size)
	clear(m.count)
	m.of = of
	for v, c := range of {
		m.size[c] += m.level.size[v]
		if m.count[c]++; m.count[c] == 1 {
			communities++
		}
	}
	return communities
}

// settle moves the vertices of a list to the communities that they gain most by, then sweep
// after sweep those whose neighbours moved, until a sweep gains less than some share of all
// ties; in a short run, until nothing is gained. It returns what is gained, and early where
// it is cancelled.
//
// The vertices of a long run are swept block by block: those of one block choose at the
// same time, each by where all were before, so that cores share the work and the result
// depends on none of them. After a few sweeps those that want to move choose once more, one
// after the other, so that each move gains.
func (m *movement) settle(ctx context.Context, list []uint32, until float64, random *rand.Rand) float64 {
	if m.pace == nil {
		until = least
	}
	defer m.begin()()
	sum := 0.0
	for k := 0; k < mostSweeps && ctx.Err() == nil; k++ {
		gained := m.sweep(m.shuffled(list, random), k >= hasty)
		sum += gained
		if gained <= until*m.total {
			break
		}
		if !m.alone {
			list = m.next(list[:0])
		}
		m.alone = false
	}
	return sum
}

// begin calls a crew, and returns what ends its work.
func (m *movement) begin() (end func()) {
	workers := 1
	if m.pace != nil {
		workers = m.len() / piece
	}
	m.crew = parallel.NewCrew(workers)
	for range m.crew.Workers() {
		m.gains = append(m.gains, m.level.gains.take())
	}
	for len(m.awake) < m.crew.Workers() {
		m.awake = append(m.awake, make([]uint8, m.len()))
	}
	return func() {
		m.crew.Dismiss()
		for _, g := range m.gains {
			m.level.gains.give(g)
		}
		m.gains = nil
	}
}

// shuffled returns the vertices of a list in an order in which they take their turns, so
// that none depends on how they happen to be numbered: any, or in a hurry stretches of them,
// which are read faster.
func (m *movement) shuffled(list []uint32, random *rand.Rand) []uint32 {
	stretch := 1
	if m.pace == &hurried {
		stretch = max(piece, len(list)/stretches)
	}
	out := make([]uint32, 0, len(list))
	for _, k := range random.Perm((len(list) + stretch - 1) / stretch) {
		out = append(out, list[k*stretch:min((k+1)*stretch, len(list))]...)
	}
	return out
}

// next lists the vertices that the next sweep has to come to.
func (m *movement) next(list []uint32) []uint32 {
	for v := range uint32(m.len()) {
		moved := 0
		for _, awake := range m.awake {
			moved += int(awake[v])
		}
		if moved == 0 || m.pace != nil && moved <= min(mostStir, m.degree(v)>>m.pace.stir) {
			continue
		}
		for _, awake := range m.awake {
			awake[v] = 0
		}
		list = append(list, v)
	}
	return list
}

// sweep moves the vertices of a list; if sure, each by where all others are. It returns what
// is gained.
func (m *movement) sweep(list []uint32, sure bool) float64 {
	block := 1
	if m.pace != nil && m.len() > small {
		pieces := 16
		if m.alone {
			pieces = 4 // what the others do matters more
		}
		block = max(len(list)/blocks, pieces*piece)
	} else {
		sure = false
	}
	for _, v := range list {
		m.yet[v] = 1
	}
	tell := !sure && !m.alone // of those by themselves nearly all move: the next sweep comes to all
	want, gain := make([]uint32, block), make([]float64, block)
	sum := 0.0
	for from := 0; from < len(list); from += block {
		vertices := list[from:min(from+block, len(list))]
		for _, v := range vertices {
			m.yet[v] = 0
		}
		m.crew.Do((len(vertices)+piece-1)/piece, func(worker, i int) {
			from, end := i*piece, min((i+1)*piece, len(vertices))
			g, awake := m.gains[worker], m.awake[worker]
			near := g.lookUp(m.level, vertices[from:end], m.of)
			for k := from; k < end; k++ {
				v := vertices[k]
				own := near[:m.degree(v)]
				near = near[len(own):]
				if want[k], gain[k] = m.best(v, own, g); want[k] != m.of[v] && tell {
					m.wake(v, own, want[k], awake)
				}
			}
		})
		for k, v := range vertices {
			own, best := m.of[v], want[k]
			if best != own && sure {
				near := m.gains[0].lookUp(m.level, vertices[k:k+1], m.of)
				if best, gain[k] = m.best(v, near, m.gains[0]); best != own {
					m.wake(v, near, best, m.awake[0])
				}
			}
			if best != own {
				m.put(v, own, best)
				sum += gain[k]
			}
		}
	}
	return sum
}

// best returns where a vertex gains most, and how much that is; near is the communities of
// its neighbours.
func (m *movement) best(v uint32, near []uint32, g *gain) (best uint32, gained float64) {
	own := m.of[v]
	if len(near) == 0 {
		return own, 0
	}
	_, weight := m.arcs(v)
	g.gather(near, weight)
	size := m.level.size[v]
	cost := m.rate * size
	here := g.take(own) - cost*(m.size[own]-size)
	var value float64
	if weight == nil {
		best, value = most(g.count, near, m.size, cost, own, here)
	} else {
		best, value = most(g.sum, near, m.size, cost, own, here)
	}
	if value < 0 && m.count[own] > 1 && m.count[v] == 0 {
		best, value = v, 0 // better alone, in a community that nobody is in
	}
	if best == own || value-here <= least*m.total {
		return own, 0
	}
	return best, 2 * (value - here)
}

// most returns the community that is worth most, and its worth; that of the one given is
// known. The weights to the communities are forgotten.
func most[T uint32 | float64](weight []T, near []uint32, size []float64, cost float64, best uint32, value float64) (uint32, float64) {
	least := T(max(0, value)) // what its size costs only makes a community worth less than its weight
	for _, c := range near {
		w := weight[c]
		weight[c] = 0
		if w <= least {
			continue
		}
		if x := float64(w) - cost*size[c]; x > value {
			best, value = c, x
			least = T(max(0, x))
		}
	}
	return best, value
}

// put moves a vertex from its own community to another.
func (m *movement) put(v, own, best uint32) {
	size := m.level.size[v]
	m.size[own] -= size
	m.size[best] += size
	m.count[own]--
	m.count[best]++
	m.of[v] = best
}

// follow lists the vertices that have to choose when some have moved: those whose neighbours
// did or, where many did, all.
func (m *movement) follow(moved []bool) []uint32 {
	const many = 64
	var those []uint32
	for v, yes := range moved {
		if yes {
			those = append(those, uint32(v))
		}
	}
	if len(those) > m.len()/many {
		return m.all()
	}
	g := m.level.gains.take()
	defer m.level.gains.give(g)
	for _, v := range those {
		m.wake(v, g.lookUp(m.level, []uint32{v}, m.of), m.of[v], m.awake[0])
	}
	return m.next(nil)
}

// wake tells the neighbours of a vertex that moves to a community, but for those that are in
// it or come later in this sweep.
func (m *movement) wake(v uint32, near []uint32, c uint32, awake []uint8) {
	to, _ := m.arcs(v)
	for i, u := range to {
		tell := uint8(0)
		if near[i] != c {
			tell = 1
		}
		was := awake[u]
		awake[u] = max(was, was+tell&^m.yet[u]) // it stays at the most there is
	}
}
