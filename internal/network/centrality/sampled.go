package centrality

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"skein/internal/network/graph"
)

// Sampled is betweenness by a sample of shortest paths.
type Sampled struct {
	Values  []float64 // share of pairs whose path goes through a vertex, 0 to 1
	Error   float64   // at most so far from the exact value, all vertices at once, …
	Chance  float64   // … but for this probability
	Samples int
}

// SampledBetweenness estimates of each vertex of an undirected graph the share of all
// pairs of vertices whose shortest paths go through it, from shortest paths that are drawn
// between random pairs, one each (Riondato and Kornaropoulos 2016), found from both ends
// (Borassi and Natale 2019). It draws until the empirical Bernstein bound (Maurer and Pontil
// 2009) of every vertex, at every look, is within the error but for the chance. A first
// sample, which counts for nothing else, tells which vertices have much: half of the
// chance is theirs. The same seed gives the same sample on any number of cores.
func SampledBetweenness(ctx context.Context, g *graph.Graph, within, chance float64, seed uint64, progress func(done float64)) (*Sampled, error) {
	n := g.Len()
	out := &Sampled{Values: make([]float64, n), Error: within, Chance: chance}
	if n < 3 {
		return out, nil
	}
	s := &sampler{g: g, seed: seed, counts: make([]uint32, n)}
	for range runtime.GOMAXPROCS(0) {
		s.workers = append(s.workers, newMeeting(g))
	}
	const looks = 12
	few := math.Log(4 * 2 * float64(n) * looks / chance) // of a vertex that has little
	first := int(7 * few / (3 * within))
	if err := s.until(ctx, first, progress); err != nil {
		return nil, err
	}
	much := make([]bool, n)
	many := 0
	largest := slices.Max(s.counts)
	for v, c := range s.counts {
		if much[v] = c > largest/4; much[v] {
			many++
		}
	}
	clear(s.counts)
	s.samples = 0
	bounds := [2]bernstein{{few, within}, {math.Log(4 * 2 * float64(max(1, many)) * looks / chance), within}}
	most := int(few / (2 * within * within)) // Hoeffding's bound, whatever the variance
	target := min(most, first)
	for look := 1; ; look++ {
		if err := s.until(ctx, target, progress); err != nil {
			return nil, err
		}
		var largest [2]uint32
		for v, c := range s.counts {
			k := 0
			if much[v] {
				k = 1
			}
			largest[k] = max(largest[k], c)
		}
		needed := max(bounds[0].samples(largest[0], s.samples), bounds[1].samples(largest[1], s.samples))
		if needed <= s.samples || s.samples >= most {
			break
		}
		target = min(most, max(needed+needed/50, s.samples+s.samples/20))
		if look == looks-1 {
			target = most
		}
	}
	out.Samples = s.samples
	for v, c := range s.counts {
		out.Values[v] = float64(c) / float64(s.samples)
	}
	return out, nil
}

// SampledWithin estimates what SampledBetweenness does, from as many paths as may be found by
// looking at about so many edges: a few paths that count for nothing else tell how many those
// are. Error is then the largest empirical Bernstein bound (Maurer and Pontil 2009) of all
// vertices, which all hold at once but for the chance.
func SampledWithin(ctx context.Context, g *graph.Graph, looks int64, chance float64, seed uint64, progress func(done float64)) (*Sampled, error) {
	n := g.Len()
	out := &Sampled{Values: make([]float64, n), Chance: chance}
	if n < 3 {
		return out, nil
	}
	s := &sampler{g: g, seed: seed, counts: make([]uint32, n)}
	for range runtime.GOMAXPROCS(0) {
		s.workers = append(s.workers, newMeeting(g))
	}
	const trial, least = 16, 100
	if err := s.draw(ctx, trial); err != nil {
		return nil, err
	}
	looked := int64(0)
	for _, m := range s.workers {
		looked += m.looked
	}
	clear(s.counts)
	s.samples = 0
	all := max(least, int(float64(looks)*trial/float64(max(1, looked))))
	if err := s.until(ctx, all, progress); err != nil {
		return nil, err
	}
	out.Samples = s.samples
	union := math.Log(4 * float64(n) / chance)
	for v, c := range s.counts {
		share := float64(c) / float64(s.samples)
		variance := share * (1 - share) * float64(s.samples) / float64(s.samples-1)
		out.Values[v] = share
		out.Error = max(out.Error, math.Sqrt(2*variance*union/float64(s.samples))+7*union/(3*float64(s.samples-1)))
	}
	return out, nil
}

// bernstein is the empirical bound for a logarithm of the inverse chance and an error.
type bernstein struct{ union, within float64 }

// samples returns how many samples bring the bound of a vertex that so many of some
// samples went through within the error.
func (b bernstein) samples(count uint32, of int) int {
	share := min(0.5, float64(count)/float64(of)) // at a half the variance is largest
	variance := share * (1 - share) * float64(of) / float64(of-1)
	root := math.Sqrt(2 * variance * b.union)
	root = (root + math.Sqrt(root*root+4*b.within*7*b.union/3)) / (2 * b.within)
	return 1 + int(math.Ceil(root*root))
}

// sampler counts through whom drawn paths go.
type sampler struct {
	g       *graph.Graph
	seed    uint64
	counts  []uint32
	samples int // that count
	drawn   int // in all
	workers []*meeting
}

// until draws paths until some number of them count, and says after each twentieth of these how
// much is done. It draws the same as one draw.
func (s *sampler) until(ctx context.Context, target int, progress func(done float64)) error {
	const steps = 20
	for from, step := s.samples, 1; step <= steps; step++ {
		if err := s.draw(ctx, from+(target-from)*step/steps); err != nil {
			return err
		}
		if progress != nil {
			progress(float64(s.samples) / float64(target))
		}
	}
	return nil
}

// draw draws paths until some number of them count.
func (s *sampler) draw(ctx context.Context, target int) error {
	end := s.drawn + target - s.samples
	var next atomic.Int64
	next.Store(int64(s.drawn))
	var wait sync.WaitGroup
	for _, m := range s.workers {
		wait.Go(func() {
			const block = 64
			random := rand.NewPCG(0, 0)
			for from := int(next.Add(block)) - block; from < end && ctx.Err() == nil; from = int(next.Add(block)) - block {
				for i := from; i < min(end, from+block); i++ {
					random.Seed(s.seed, uint64(i))
					m.draw(rand.New(random), s.counts)
				}
			}
		})
	}
	wait.Wait()
	s.drawn, s.samples = end, target
	return ctx.Err()
}

// meeting is two searches that meet.
type meeting struct {
	g      *graph.Graph
	ends   [2]half
	looked int64 // ends of edges, so far
}

// half is the search from one end, with stamps so that nothing is to be cleared.
type half struct {
	stamp    []uint32
	distance []uint32
	paths    []float64
	front    []uint32
	next     []uint32
	round    uint32
}

func newMeeting(g *graph.Graph) *meeting {
	m := &meeting{g: g}
	for i := range m.ends {
		m.ends[i] = half{stamp: make([]uint32, g.Len()), distance: make([]uint32, g.Len()), paths: make([]float64, g.Len())}
	}
	return m
}

func (h *half) begin(v uint32) {
	h.round++
	h.stamp[v], h.distance[v], h.paths[v] = h.round, 0, 1
	h.front = append(h.front[:0], v)
}

// draw draws a pair and one of its shortest paths, and counts the vertices within it.
func (m *meeting) draw(random *rand.Rand, counts []uint32) {
	n := m.g.Len()
	s, t := uint32(random.IntN(n)), uint32(random.IntN(n-1))
	if t >= s {
		t++
	}
	m.ends[0].begin(s)
	m.ends[1].begin(t)
	for {
		side := 0
		if m.work(1) < m.work(0) {
			side = 1
		}
		a, b := &m.ends[side], &m.ends[1-side]
		if len(a.front) == 0 {
			return // they do not meet
		}
		m.looked += int64(2 * m.work(side)) // to meet, and to go on
		if m.meet(a, b, random, counts) {
			return
		}
		m.advance(a)
	}
}

// work is how many ties the next step of a side looks at.
func (m *meeting) work(side int) int {
	sum := 0
	for _, v := range m.ends[side].front {
		sum += m.g.Degree(v)
	}
	return sum
}

// meet looks for ties between the fronts. If there are any, it draws one, by how many
// shortest paths go over it, and follows one of these.
func (m *meeting) meet(a, b *half, random *rand.Rand, counts []uint32) bool {
	sum := 0.0
	from, to := uint32(0), uint32(0)
	for _, v := range a.front {
		for _, u := range m.g.Neighbours(v) {
			if b.stamp[u] != b.round {
				continue
			}
			paths := a.paths[v] * b.paths[u]
			if sum += paths; sum == paths || random.Float64()*sum < paths {
				from, to = v, u
			}
		}
	}
	if sum == 0 {
		return false
	}
	m.back(a, from, random, counts)
	m.back(b, to, random, counts)
	return true
}

// advance moves the front of one side a step on.
func (m *meeting) advance(a *half) {
	a.next = a.next[:0]
	for _, v := range a.front {
		d := a.distance[v] + 1
		for _, u := range m.g.Neighbours(v) {
			if a.stamp[u] != a.round {
				a.stamp[u], a.distance[u], a.paths[u] = a.round, d, 0
				a.next = append(a.next, u)
			}
			if a.distance[u] == d {
				a.paths[u] += a.paths[v]
			}
		}
	}
	a.front, a.next = a.next, a.front
}

// back goes back to where a side began, by each way as often as paths use it.
func (m *meeting) back(h *half, v uint32, random *rand.Rand, counts []uint32) {
	for h.distance[v] > 0 {
		atomic.AddUint32(&counts[v], 1)
		at := h.paths[v] * random.Float64()
		before := v
		m.looked += int64(m.g.Degree(v))
		for _, u := range m.g.Neighbours(v) {
			if h.stamp[u] == h.round && h.distance[u]+1 == h.distance[v] {
				before = u
				if at -= h.paths[u]; at < 0 {
					break
				}
			}
		}
		v = before
	}
}
