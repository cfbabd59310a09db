// Package community finds groups of vertices that are tied to each other more than to
// the rest.
package community

import (
	"context"
	"math/rand/v2"
	"slices"

	"skein/internal/network/graph"
)

// Quality is what a partition is judged by.
type Quality int

// The qualities.
const (
	Modularity Quality = iota // against ties drawn at random with the same strengths (Newman and Girvan 2004)
	CPM                       // the constant Potts model: against ties of one density, the resolution (Traag, Van Dooren and Nesterov 2011)
)

// Options of Leiden. The zero value is modularity at resolution 1.
type Options struct {
	Quality    Quality
	Resolution float64 // 0: 1 for modularity; must be given for CPM
	Seed       uint64
	Passes     int // over the whole; 0: until nothing improves, ten at most
}

// Partition is communities.
type Partition struct {
	Of          []uint32 // of each vertex: its community, numbered from 0 by their first vertices
	Communities int
	Quality     float64 // modularity, or the CPM's sum over twice the weight of all ties
}

// Leiden partitions an undirected graph (Traag, Waltman and van Eck 2019): vertices move to
// the community that gains most, communities are refined into well connected parts, these
// become vertices, and so on until nothing improves. Each community is connected. The
// same graph and seed give the same partition.
func Leiden(ctx context.Context, g *graph.Graph, o Options) (*Partition, error) {
	if o.Resolution == 0 {
		o.Resolution = 1
	}
	passes := o.Passes
	if passes == 0 {
		passes = 10
	}
	base := newLevel(g, o)
	random := rand.New(rand.NewPCG(o.Seed, 0x1e1de))
	of := make([]uint32, g.Len())
	for v := range of {
		of[v] = uint32(v)
	}
	before := base.quality(of)
	for range passes {
		if err := base.pass(ctx, of, random); err != nil {
			return nil, err
		}
		after := base.quality(of)
		if after-before < 1e-9 {
			break
		}
		before = after
	}
	n := connected(g, of)
	return &Partition{Of: of, Communities: n, Quality: base.quality(of)}, nil
}

// level is a graph whose vertices stand for groups of vertices.
type level struct {
	offset []int64
	to     []uint32
	weight []float64
	loop   []float64 // weight of ties within a vertex, counted once
	size   []float64 // of a vertex, as the quality counts: its strength, or how many it stands for
	total  float64   // twice the weight of all ties
	rate   float64   // what size times size costs
}

func newLevel(g *graph.Graph, o Options) *level {
	n := g.Len()
	offset, to, weight := g.Rows()
	l := &level{offset: offset, to: to, loop: make([]float64, n), size: make([]float64, n), weight: make([]float64, len(to))}
	for i := range l.weight {
		l.weight[i] = 1
		if weight != nil {
			l.weight[i] = float64(weight[i])
		}
		l.total += l.weight[i]
	}
	for v := range n {
		l.size[v] = 1
		if o.Quality == Modularity {
			l.size[v] = 0
			for i := offset[v]; i < offset[v+1]; i++ {
				l.size[v] += l.weight[i]
			}
		}
	}
	l.rate = o.Resolution
	if o.Quality == Modularity && l.total > 0 {
		l.rate /= l.total
	}
	return l
}

func (l *level) len() int { return len(l.size) }

// quality returns the quality of a partition.
func (l *level) quality(of []uint32) float64 {
	if l.total == 0 {
		return 0
	}
	size := make([]float64, l.len())
	within := 0.0
	for v := range uint32(l.len()) {
		size[of[v]] += l.size[v]
		within += 2 * l.loop[v]
		for i := l.offset[v]; i < l.offset[v+1]; i++ {
			if of[l.to[i]] == of[v] {
				within += l.weight[i]
			}
		}
	}
	cost := 0.0
	for _, s := range size {
		cost += l.rate * s * s
	}
	return (within - cost) / l.total
}

// pass improves a partition of the level: moves vertices, refines, and does the same with
// the refined parts as vertices.
func (l *level) pass(ctx context.Context, of []uint32, random *rand.Rand) error {
	at := l
	current := of // partition of at
	var steps [][]uint32
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		at.move(current, random)
		refined, n := at.refine(current, random)
		if n == at.len() {
			break
		}
		next, partition := at.aggregate(refined, n, current)
		steps = append(steps, refined)
		at, current = next, partition
	}
	// What the last level has, its vertices have.
	for i, step := range slices.Backward(steps) {
		fine := of
		if i > 0 {
			fine = make([]uint32, len(step))
		}
		for v, r := range step {
			fine[v] = current[r]
		}
		current = fine
	}
	return nil
}

// gain is how much weight a vertex has to communities.
type gain struct {
	to      []float64 // by community
	touched []uint32
}

func (l *level) gather(v uint32, of []uint32, g *gain) {
	for i := l.offset[v]; i < l.offset[v+1]; i++ {
		c := of[l.to[i]]
		if g.to[c] == 0 {
			g.touched = append(g.touched, c)
		}
		g.to[c] += l.weight[i]
	}
}

func (g *gain) clear() {
	for _, c := range g.touched {
		g.to[c] = 0
	}
	g.touched = g.touched[:0]
}

// least is by how much a move must be better, relatively to the weight of a vertex.
const least = 1e-12

// move moves vertices to the communities that they gain most by, until none does.
func (l *level) move(of []uint32, random *rand.Rand) {
	n := l.len()
	size := make([]float64, n)
	members := make([]int32, n)
	for v, c := range of {
		size[c] += l.size[v]
		members[c]++
	}
	var free []uint32 // communities without members
	for c := n - 1; c >= 0; c-- {
		if members[c] == 0 {
			free = append(free, uint32(c))
		}
	}
	queue := make([]uint32, n)
	for i, v := range random.Perm(n) {
		queue[i] = uint32(v)
	}
	waiting := make([]bool, n)
	for v := range waiting {
		waiting[v] = true
	}
	g := &gain{to: make([]float64, n)}
	for head := 0; head < len(queue); head++ {
		if head > n && head*2 > len(queue) { // what is done is dropped
			queue = append(queue[:0], queue[head:]...)
			head = 0
		}
		v := queue[head]
		waiting[v] = false
		own := of[v]
		l.gather(v, of, g)
		size[own] -= l.size[v]
		members[own]--
		best, value := own, g.to[own]-l.rate*l.size[v]*size[own]
		for _, c := range g.touched {
			if x := g.to[c] - l.rate*l.size[v]*size[c]; x > value+least*l.total {
				best, value = c, x
			}
		}
		if value < -least*l.total && members[own] > 0 && len(free) > 0 { // better alone
			best = free[len(free)-1]
			free = free[:len(free)-1]
		}
		g.clear()
		size[best] += l.size[v]
		members[best]++
		if best == own {
			continue
		}
		if members[own] == 0 {
			free = append(free, own)
		}
		of[v] = best
		for i := l.offset[v]; i < l.offset[v+1]; i++ {
			if u := l.to[i]; !waiting[u] && of[u] != best {
				waiting[u] = true
				queue = append(queue, u)
			}
		}
	}
}

// refine parts each community into well connected groups: vertices that are by themselves
// join the group that they gain most by. It returns the group of each vertex, numbered
// from 0, and how many there are.
func (l *level) refine(of []uint32, random *rand.Rand) (refined []uint32, groups int) {
	n := l.len()
	refined = make([]uint32, n)
	size, outside, all := make([]float64, n), make([]float64, n), make([]float64, n)
	alone := make([]bool, n)
	for v := range uint32(n) {
		refined[v], alone[v] = v, true
		size[v] = l.size[v]
		all[of[v]] += l.size[v]
		for i := l.offset[v]; i < l.offset[v+1]; i++ { // ties to the rest of its community
			if of[l.to[i]] == of[v] {
				outside[v] += l.weight[i]
			}
		}
	}
	well := func(group, community uint32) bool {
		return outside[group] >= l.rate*size[group]*(all[community]-size[group])
	}
	g := &gain{to: make([]float64, n)}
	for _, i := range random.Perm(n) {
		v := uint32(i)
		if !alone[v] || !well(v, of[v]) {
			continue
		}
		for k := l.offset[v]; k < l.offset[v+1]; k++ {
			if u := l.to[k]; of[u] == of[v] {
				c := refined[u]
				if g.to[c] == 0 {
					g.touched = append(g.touched, c)
				}
				g.to[c] += l.weight[k]
			}
		}
		best, value := v, 0.0
		for _, c := range g.touched {
			if x := g.to[c] - l.rate*l.size[v]*size[c]; x > value && well(c, of[v]) {
				best, value = c, x
			}
		}
		if best != v {
			refined[v] = best
			alone[v], alone[best] = false, false
			size[best] += size[v]
			outside[best] += outside[v] - 2*g.to[best]
			size[v] = 0
		}
		g.clear()
	}
	number := make([]uint32, n)
	for v := range uint32(n) {
		if c := refined[v]; number[c] == 0 {
			groups++
			number[c] = uint32(groups)
		}
	}
	for v := range refined {
		refined[v] = number[refined[v]] - 1
	}
	return refined, groups
}

// aggregate makes vertices of groups. It returns their graph and the partition of them that
// of is.
func (l *level) aggregate(group []uint32, n int, of []uint32) (*level, []uint32) {
	out := &level{offset: make([]int64, n+1), loop: make([]float64, n), size: make([]float64, n), total: l.total, rate: l.rate}
	start := make([]uint32, n+1)
	for _, c := range group {
		start[c+1]++
	}
	for c := range n {
		start[c+1] += start[c]
	}
	members := make([]uint32, len(group))
	next := append([]uint32(nil), start[:n]...)
	for v, c := range group {
		members[next[c]] = uint32(v)
		next[c]++
	}
	g := &gain{to: make([]float64, n)}
	for c := range uint32(n) {
		for _, v := range members[start[c]:start[c+1]] {
			out.size[c] += l.size[v]
			out.loop[c] += l.loop[v]
			l.gather(v, group, g)
		}
		for _, d := range g.touched {
			if d == c {
				out.loop[c] += g.to[d] / 2
				continue
			}
			out.to = append(out.to, d)
			out.weight = append(out.weight, g.to[d])
		}
		g.clear()
		out.offset[c+1] = int64(len(out.to))
	}
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

// connected numbers communities from 0 by their first vertices and parts those that are not
// connected. It returns how many there are.
func connected(g *graph.Graph, of []uint32) int {
	n := uint32(0)
	out := make([]uint32, len(of))
	done := make([]bool, len(of))
	var queue []uint32
	for v := range uint32(len(of)) {
		if done[v] {
			continue
		}
		done[v] = true
		queue = append(queue[:0], v)
		for len(queue) > 0 {
			u := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			out[u] = n
			for _, w := range g.Neighbours(u) {
				if !done[w] && of[w] == of[u] {
					done[w] = true
					queue = append(queue, w)
				}
			}
		}
		n++
	}
	copy(of, out)
	return int(n)
}

// Disconnected returns how many communities of a partition are not connected.
func Disconnected(g *graph.Graph, of []uint32) int {
	parts := append([]uint32(nil), of...)
	connected(g, parts)
	first := map[uint32]uint32{}
	apart := map[uint32]bool{}
	for v, c := range of {
		if part, ok := first[c]; !ok {
			first[c] = parts[v]
		} else if part != parts[v] {
			apart[c] = true
		}
	}
	return len(apart)
}
