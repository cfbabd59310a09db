package community

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"skein/internal/network/graph"
	"skein/internal/parallel"
)

// level is a graph whose vertices stand for groups of vertices.
type level struct {
	offset []int64
	to     []uint32
	weight []float32 // nil: all 1
	loop   []float64 // twice the weight of ties within a vertex; nil: none
	size   []float64 // of a vertex, as the quality counts: its strength, or how many it stands for
	total  float64   // twice the weight of all ties
	rate   float64   // what size times size costs
	long   bool      // there is so much of it that the last bit of quality is not worth the time
}

func newLevel(g *graph.Graph, o Options) *level {
	n := g.Len()
	l := &level{size: make([]float64, n)}
	l.offset, l.to, l.weight = g.Rows()
	l.long = len(l.to) > shortRun
	for v := range uint32(n) {
		s := g.Strength(v)
		l.total += s
		l.size[v] = 1
		if o.Quality == Modularity {
			l.size[v] = s
		}
	}
	l.rate = o.Resolution
	if o.Quality == Modularity && l.total > 0 {
		l.rate /= l.total
	}
	return l
}

func (l *level) len() int { return len(l.size) }

// arcs returns where the arcs of a vertex go and their weights, nil for all 1.
func (l *level) arcs(v uint32) ([]uint32, []float32) {
	from, end := l.offset[v], l.offset[v+1]
	if l.weight == nil {
		return l.to[from:end], nil
	}
	return l.to[from:end], l.weight[from:end]
}

// quality returns the quality of a partition.
func (l *level) quality(of []uint32) float64 {
	if l.total == 0 {
		return 0
	}
	size := make([]float64, l.len())
	within := sumParts(l.len(), func(from, end int) float64 {
		within := 0.0
		for v := from; v < end; v++ {
			if l.loop != nil {
				within += l.loop[v]
			}
			to, weight := l.arcs(uint32(v))
			for i, u := range to {
				if of[u] == of[v] {
					if weight == nil {
						within++
					} else {
						within += float64(weight[i])
					}
				}
			}
		}
		return within
	})
	for v, s := range l.size {
		size[of[v]] += s
	}
	cost := 0.0
	for _, s := range size {
		cost += l.rate * s * s
	}
	return (within - cost) / l.total
}

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

// grouped lists the vertices of each group, ascending: those of group c are
// members[start[c]:start[c+1]].
func grouped(group []uint32, groups int) (start, members []uint32) {
	start = make([]uint32, groups+1)
	for _, c := range group {
		start[c+1]++
	}
	for c := range groups {
		start[c+1] += start[c]
	}
	members = make([]uint32, len(group))
	next := slices.Clone(start[:groups])
	for v, c := range group {
		members[next[c]] = uint32(v)
		next[c]++
	}
	return start, members
}

// refine parts each community into well connected groups: vertices that are by themselves
// join the group that they gain most by. It returns the group of each vertex, numbered
// from 0, and how many there are. Communities do not touch each other, so that the
// result does not depend on the number of cores.
func (l *level) refine(of []uint32, random *rand.Rand) (refined []uint32, groups int) {
	n := l.len()
	start, members := grouped(of, n)
	r := &refinement{l, of, make([]uint32, n), make([]float64, n), make([]float64, n), make([]bool, n), random.Uint64()}
	const block = 1 << 10
	parallel.Blocks(n, block, func() func(from, end int) {
		g := &gain{}
		return func(from, end int) {
			for c := from; c < end; c++ {
				if list := members[start[c]:start[c+1]]; len(list) > 0 {
					r.community(uint32(c), list, g)
				}
			}
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
	outside []float64 // weight of its ties to the rest of its community
	alone   []bool
	seed    uint64
}

// community parts one community.
func (r *refinement) community(c uint32, list []uint32, g *gain) {
	all := 0.0
	for _, v := range list {
		r.group[v], r.alone[v], r.size[v] = v, true, r.level.size[v]
		all += r.level.size[v]
		to, weight := r.arcs(v)
		g.start(len(to), len(to))
		outside := 0.0
		for i, of := range g.lookUp(to, r.of) {
			if of == c {
				if weight == nil {
					outside++
				} else {
					outside += float64(weight[i])
				}
			}
		}
		r.outside[v] = outside
	}
	if len(list) == 1 {
		return
	}
	well := func(group uint32) bool { return r.outside[group] >= r.rate*r.size[group]*(all-r.size[group]) }
	if r.len() <= large {
		rand.New(rand.NewPCG(r.seed, uint64(c))).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	for _, v := range list {
		if !r.alone[v] || !well(v) {
			continue
		}
		to, weight := r.arcs(v)
		g.start(len(to), len(to))
		for i, of := range g.lookUp(to, r.of) {
			if of != c {
				continue
			}
			w := 1.0
			if weight != nil {
				w = float64(weight[i])
			}
			g.add(r.group[to[i]], w)
		}
		best, value, tied := v, 0.0, 0.0
		for _, s := range g.used {
			d, w := g.table[s].key-1, g.table[s].weight
			if x := w - r.rate*r.level.size[v]*r.size[d]; d != v && (x > value || x == value && d < best && best != v) && well(d) {
				best, value, tied = d, x, w
			}
		}
		g.clear()
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

// aggregate makes vertices of groups. It returns their graph and the partition of them that
// of is.
func (l *level) aggregate(group []uint32, n int, of []uint32) (*level, []uint32) {
	out := &level{offset: make([]int64, n+1), loop: make([]float64, n), size: make([]float64, n), total: l.total, rate: l.rate, long: l.long}
	start, members := grouped(group, n)
	const block = 1 << 10
	blocks := (n + block - 1) / block
	rows := make([]row, blocks)
	parallel.Blocks(blocks, 1, func() func(from, end int) {
		g := &gain{}
		return func(from, end int) {
			for b := from; b < end; b++ {
				for c := b * block; c < min(n, (b+1)*block); c++ {
					rows[b].group(l, out, uint32(c), members[start[c]:start[c+1]], group, g)
				}
			}
		}
	})
	for c := range n {
		out.offset[c+1] += out.offset[c]
	}
	out.to, out.weight = make([]uint32, out.offset[n]), make([]float32, out.offset[n])
	parallel.Blocks(blocks, 1, func() func(from, end int) {
		return func(from, end int) {
			for b := from; b < end; b++ {
				copy(out.to[out.offset[b*block]:], rows[b].to)
				copy(out.weight[out.offset[b*block]:], rows[b].weight)
				rows[b] = row{}
			}
		}
	})
	// The communities, numbered by the groups that are in them.
	first := make([]uint32, l.len())
	partition := make([]uint32, n)
	for c := range uint32(n) {
		community := of[members[start[c]]]
		if first[community] == 0 {
			first[community] = c + 1
		}
		partition[c] = first[community] - 1
	}
	return out, partition
}

// permuted returns the level with its vertices in another order.
func (l *level) permuted(order []uint32) *level {
	n := l.len()
	out := &level{offset: make([]int64, n+1), to: make([]uint32, len(l.to)), size: make([]float64, n), total: l.total, rate: l.rate, long: l.long}
	if l.weight != nil {
		out.weight = make([]float32, len(l.weight))
	}
	number := make([]uint32, n)
	for i, v := range order {
		number[v] = uint32(i)
		out.size[i] = l.size[v]
		out.offset[i+1] = out.offset[i] + l.offset[v+1] - l.offset[v]
	}
	inParts(n, func(from, end int) {
		for i := from; i < end; i++ {
			at := out.offset[i]
			to, weight := l.arcs(order[i])
			for k, u := range to {
				out.to[at+int64(k)] = number[u]
			}
			if weight != nil {
				copy(out.weight[at:], weight)
			}
		}
	})
	return out
}

// split parts communities that are not connected. It returns the new partition, numbered
// from 0.
func (l *level) split(of []uint32) []uint32 {
	out := make([]uint32, len(of))
	done := make([]bool, len(of))
	var stack []uint32
	n := uint32(0)
	for v := range uint32(len(of)) {
		if done[v] {
			continue
		}
		done[v] = true
		for stack = append(stack, v); len(stack) > 0; {
			u := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			out[u] = n
			to, _ := l.arcs(u)
			for _, w := range to {
				if !done[w] && of[w] == of[u] {
					done[w] = true
					stack = append(stack, w)
				}
			}
		}
		n++
	}
	return out
}

// numbered numbers communities from 0 by their first vertices, and returns how many there
// are.
func numbered(of []uint32) int {
	number := make([]uint32, len(of))
	n := uint32(0)
	for v, c := range of {
		if number[c] == 0 {
			n++
			number[c] = n
		}
		of[v] = number[c] - 1
	}
	return int(n)
}

// row is the arcs of some groups.
type row struct {
	to     []uint32
	weight []float32
}

// group appends the arcs of a group and counts them.
func (r *row) group(l, out *level, c uint32, members, group []uint32, g *gain) {
	n, all := 0, 0
	for _, v := range members {
		degree := int(l.offset[v+1] - l.offset[v])
		n, all = max(n, degree), all+degree
		out.size[c] += l.size[v]
		if l.loop != nil {
			out.loop[c] += l.loop[v]
		}
	}
	g.start(n, min(all, out.len()))
	for _, v := range members {
		to, weight := l.arcs(v)
		for i, d := range g.lookUp(to, group) {
			w := 1.0
			if weight != nil {
				w = float64(weight[i])
			}
			g.add(d, w)
		}
	}
	for _, s := range g.used {
		if d, w := g.table[s].key-1, g.table[s].weight; d == c {
			out.loop[c] += w
		} else {
			r.to, r.weight = append(r.to, d), append(r.weight, float32(w))
			out.offset[c+1]++
		}
	}
	g.clear()
}

// inParts calls f for blocks of 0 to n, several at a time.
func inParts(n int, f func(from, end int)) {
	parallel.Blocks(n, 1<<14, func() func(from, end int) { return f })
}

// sumParts adds up what f returns for the blocks of 0 to n, in order.
func sumParts(n int, f func(from, end int) float64) float64 {
	const block = 1 << 14
	sums := make([]float64, (n+block-1)/block)
	parallel.Blocks(n, block, func() func(from, end int) {
		return func(from, end int) { sums[from/block] = f(from, end) }
	})
	total := 0.0
	for _, s := range sums {
		total += s
	}
	return total
}
