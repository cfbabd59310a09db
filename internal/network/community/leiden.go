// Package community finds groups of vertices that are tied to each other more than to
// the rest.
package community

import (
	"context"
	"math"
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
	Runs       int // of which the best counts; 0: by the number of ties, 20 for few, 1 for many
}

// Partition is communities.
type Partition struct {
	Of          []uint32 // of each vertex: its community, numbered from 0 by their first vertices
	Communities int
	Quality     float64 // modularity, or the CPM's sum over twice the weight of all ties
}

// Settings of Leiden.
const (
	shortRun = 100_000 // arcs, over all runs
	mostRuns = 20
	longRun  = 1_000_000 // arcs, from which time counts more than the last bit of quality
	enough   = 1e-5      // share of all ties that a sweep over joined communities must gain for another to follow
)

// pace is how thoroughly a graph is gone through. Shares are of all ties, gained by a sweep
// for another to follow.
type pace struct {
	first  float64 // share, while vertices are by themselves at the beginning
	refine float64 // share in a pass with refinement; a level must gain three times that for another to follow
	last   float64 // share at the end
	stir   int     // a vertex chooses again when one in 2^stir of its neighbours has moved
	passes int     // with refinement, at most
	worth  float64 // gain of quality by a pass for which another follows
}

// The paces: of short runs each sweep and pass that gains is followed by another.
var (
	thorough = pace{first: enough, refine: enough, last: enough, stir: 32, passes: 10, worth: 2e-4}
	hurried  = pace{first: 1e-2, refine: 3e-4, last: 2e-4, stir: 7, passes: 1}
)

// Leiden partitions an undirected graph (Traag, Waltman and van Eck 2019): vertices move to
// the community that gains most, communities are refined into well connected parts, these
// become vertices, and so on; then the same again from what was found. Each community is
// connected. The same graph and seed give the same partition, whatever the number of cores.
//
// A large graph is gone over twice: first without refinement (Blondel et al. 2008), then with
// it, more often only where the graph is not very large; at last single vertices move once
// more. Where most ties are within communities, vertices are laid out by what was found
// first, so that neighbours are near in memory.
func Leiden(ctx context.Context, g *graph.Graph, o Options) (*Partition, error) {
	if o.Resolution == 0 {
		o.Resolution = 1
	}
	base := newLevel(g, o)
	runs := o.Runs
	if runs == 0 {
		runs = max(1, min(mostRuns, shortRun/max(1, len(base.to))))
	}
	var best *Partition
	for run := range runs {
		random := rand.New(rand.NewPCG(o.Seed, uint64(run)))
		find := base.short
		if base.pace != nil {
			find = base.twice
		}
		of, err := find(ctx, random)
		if err != nil {
			return nil, err
		}
		if q := base.quality(of); best == nil || q > best.Quality+1e-12 {
			best = &Partition{Of: of, Communities: numbered(of), Quality: q}
		}
	}
	return best, nil
}

// short passes over a level until nothing improves.
func (l *level) short(ctx context.Context, random *rand.Rand) ([]uint32, error) {
	of := l.all()
	before := math.Inf(-1)
	for range thorough.passes {
		m := l.movement(of)
		if _, err := m.pass(ctx, l.all(), random); err != nil {
			return nil, err
		}
		of = l.split(m.of)
		after := l.quality(of)
		if after-before < 1e-9 {
			break
		}
		before = after
	}
	return of, nil
}

// twice passes over a level without refinement, then with it.
func (l *level) twice(ctx context.Context, random *rand.Rand) ([]uint32, error) {
	of := l.all()
	l.movement(of).settle(ctx, l.all(), l.pace.first, random)
	n := numbered(of)
	near, order := l, []uint32(nil)
	if l.kept(of) > 0.5 {
		_, order = grouped(of, n)
		near = l.permuted(order)
		of = permute(of, order)
	}
	if err := near.rough(ctx, of, n, random); err != nil {
		return nil, err
	}
	before := math.Inf(-1)
	m, list := near.movement(of), near.all()
	for pass := 1; ; pass++ {
		moved, err := m.pass(ctx, list, random)
		if err != nil {
			return nil, err
		}
		list = m.follow(moved)
		if pass == l.pace.passes {
			break
		}
		after := near.quality(m.of)
		if after-before < l.pace.worth {
			break
		}
		before = after
	}
	m.settle(ctx, list, l.pace.last, random)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	of = near.split(m.of)
	if order == nil {
		return of, nil
	}
	out := make([]uint32, len(of))
	for i, v := range order {
		out[v] = of[i]
	}
	return out, nil
}

// permute returns the communities of vertices in another order.
func permute(of, order []uint32) []uint32 {
	out := make([]uint32, len(of))
	for i, v := range order {
		out[i] = of[v]
	}
	return out
}

// kept returns about which share of ties is within communities, from a sample.
func (l *level) kept(of []uint32) float64 {
	const every = 32
	in, all := 0, 0
	for v := 0; v < l.len(); v += every {
		to, _ := l.arcs(uint32(v))
		for _, u := range to {
			if of[u] == of[v] {
				in++
			}
		}
		all += len(to)
	}
	return float64(in) / float64(max(1, all))
}

// rough improves a partition of the level into n communities by joining some.
func (l *level) rough(ctx context.Context, of []uint32, n int, random *rand.Rand) error {
	steps := [][]uint32{slices.Clone(of)}
	at, _ := l.aggregate(of, n, of)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		communities := at.all()
		at.movement(communities).settle(ctx, at.all(), enough, random)
		n = numbered(communities)
		steps = append(steps, communities)
		if n == at.len() {
			break
		}
		at, _ = at.aggregate(communities, n, communities)
	}
	flatten(of, steps)
	return nil
}

// pass improves a partition: moves the vertices of a list and those that they make want to,
// refines, and does the same with all of the refined parts as vertices. It returns which
// vertices have moved with their parts.
func (m *movement) pass(ctx context.Context, list []uint32, random *rand.Rand) (moved []bool, err error) {
	until := 0.0
	if m.pace != nil {
		until = m.pace.refine
	}
	m.settle(ctx, list, until, random)
	at, current := m.level, m.of
	var steps [][]uint32
	moved = make([]bool, m.len())
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		refined, n := at.refine(current, random)
		if n == at.len() {
			break
		}
		next, partition := at.aggregate(refined, n, current)
		steps = append(steps, refined)
		at, current = next, slices.Clone(partition)
		gained := at.movement(current).settle(ctx, at.all(), until, random)
		mark(moved, steps, partition, current)
		if gained < 3*until*m.total {
			break
		}
	}
	of := make([]uint32, m.len())
	flatten(of, append(steps, current))
	m.become(of)
	return moved, nil
}

// mark marks the vertices of the first level that lie within those of the last that are no
// longer where they were.
func mark(moved []bool, steps [][]uint32, before, after []uint32) {
	if slices.Equal(before, after) {
		return
	}
	inParts(len(moved), func(from, end int) {
		for v := from; v < end; v++ {
			at := uint32(v)
			for _, step := range steps {
				at = step[at]
			}
			moved[v] = moved[v] || before[at] != after[at]
		}
	})
}

// flatten sets the partition of the first of several levels: each step is the group of each
// vertex of a level, which is a vertex of the next.
func flatten(of []uint32, steps [][]uint32) {
	last := len(steps) - 1
	current := steps[last]
	for i := last - 1; i >= 0; i-- {
		fine, coarse, step := make([]uint32, len(steps[i])), current, steps[i]
		inParts(len(step), func(from, end int) {
			for v := from; v < end; v++ {
				fine[v] = coarse[step[v]]
			}
		})
		current = fine
	}
	copy(of, current)
}

// Disconnected returns how many communities of a partition are not connected.
func Disconnected(g *graph.Graph, of []uint32) int {
	parts := newLevel(g, Options{}).split(of)
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
