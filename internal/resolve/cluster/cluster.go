// Package cluster makes things of records: it partitions them so that what is within a
// cluster adds up to the most evidence (correlation clustering: Bansal, Blum and Chawla
// 2004). Evidence against counts as much as evidence for, so a chain of likely pairs does
// not join its ends.
//
// Each connected component of likely pairs is partitioned by itself, in an order that
// depends on the records alone, so that what arrives elsewhere changes nothing.
package cluster

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Edge is the evidence that two records are of one thing: a match weight in bits,
// where 0 is what the threshold asks.
type Edge struct {
	A, B   uint32
	Weight float32
}

// Evidence is what is known of the pairs of records.
type Evidence struct {
	// Score returns the weight of a pair that is no edge.
	Score func(a, b uint32) float32
	// Judged says what somebody decided of two records; nil: nothing.
	Judged func(a, b uint32) (same, ok bool)
	// Before orders records whatever their numbers are; nil: by number.
	Before func(a, b uint32) int
}

// Settings of clustering.
const (
	Most    = 12   // bits that one pair counts at most, for or against
	sampled = 24   // pairs of two large clusters that are looked at
	sweeps  = 8    // of single records to better clusters
	slack   = 1e-6 // of floating point
)

// Partition returns the cluster of each of n records as the number of its first record,
// in the order of Before. Each of its goroutines asks for evidence of its own.
func Partition(n int, edges []Edge, evidence func() Evidence) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i)
	}
	components := Components(n, edges)
	var wait sync.WaitGroup
	var next atomic.Int64
	for range min(len(components), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			e := evidence()
			for i := next.Add(1) - 1; i < int64(len(components)); i = next.Add(1) - 1 {
				Solve(components[i], e, out)
			}
		})
	}
	wait.Wait()
	return out
}

// Solve partitions one component and writes the cluster of each of its records to out.
func Solve(c Component, e Evidence, out []uint32) {
	p := newProblem(c, e)
	p.solve()
	p.write(out)
}

// Component is the records and edges of a connected component.
type Component struct {
	Records []uint32
	Edges   []Edge
}

// Components returns the connected components of two records or more.
func Components(n int, edges []Edge) []Component {
	parent := make([]uint32, n)
	for i := range parent {
		parent[i] = uint32(i)
	}
	find := func(x uint32) uint32 {
		for parent[x] != x {
			parent[x] = parent[parent[x]]
			x = parent[x]
		}
		return x
	}
	for _, e := range edges {
		a, b := find(e.A), find(e.B)
		parent[max(a, b)] = min(a, b)
	}
	number := make([]int32, n) // of each root's component, from 1
	var out []Component
	at := func(x uint32) *Component {
		root := find(x)
		if number[root] == 0 {
			out = append(out, Component{})
			number[root] = int32(len(out))
		}
		return &out[number[root]-1]
	}
	for _, e := range edges {
		c := at(e.A)
		c.Edges = append(c.Edges, e)
	}
	for i := range n {
		if number[find(uint32(i))] > 0 {
			c := at(uint32(i))
			c.Records = append(c.Records, uint32(i))
		}
	}
	return out
}

// problem is a component to partition. Records are numbered by their order.
type problem struct {
	Evidence

	records []uint32
	weight  map[uint64]float32 // of pairs, by number
	edges   []Edge             // by number
	cluster []int              // of each record
	members [][]int            // of each cluster
}

func newProblem(c Component, e Evidence) *problem {
	if e.Before == nil {
		e.Before = func(a, b uint32) int { return cmp.Compare(a, b) }
	}
	p := &problem{Evidence: e, records: slices.Clone(c.Records), weight: make(map[uint64]float32, len(c.Edges))}
	slices.SortFunc(p.records, e.Before)
	number := make(map[uint32]uint32, len(p.records))
	for i, r := range p.records {
		number[r] = uint32(i)
		p.cluster = append(p.cluster, i)
		p.members = append(p.members, []int{i})
	}
	for _, edge := range c.Edges {
		a, b := number[edge.A], number[edge.B]
		if a > b {
			a, b = b, a
		}
		edge = Edge{a, b, p.bound(edge.A, edge.B, edge.Weight)}
		p.weight[uint64(a)<<32|uint64(b)] = edge.Weight
		p.edges = append(p.edges, edge)
	}
	slices.SortFunc(p.edges, func(x, y Edge) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return p
}

// Weights of what was decided: of records that must be together, and that must not,
// which outweighs everything.
const (
	decided   = float32(1e6)
	forbidden = float32(-1e9)
)

func (p *problem) bound(a, b uint32, w float32) float32 {
	if p.Judged != nil {
		if same, ok := p.Judged(a, b); ok {
			if same {
				return decided
			}
			return forbidden
		}
	}
	return min(max(w, -Most), Most)
}

// between is the weight of a pair, looked up or scored.
func (p *problem) between(i, j int) float64 {
	if i > j {
		i, j = j, i
	}
	key := uint64(i)<<32 | uint64(j)
	w, ok := p.weight[key]
	if !ok {
		w = p.bound(p.records[i], p.records[j], p.Score(p.records[i], p.records[j]))
		p.weight[key] = w
	}
	return float64(w)
}

// join is the mean weight of the pairs of two clusters: of a sample, where they are
// many.
func (p *problem) join(a, b []int) float64 {
	sum, n := 0.0, 0
	step := max(1, int(math.Sqrt(float64(len(a)*len(b))/(sampled*sampled))))
	for i := 0; i < len(a); i += step {
		for j := 0; j < len(b); j += step {
			sum += p.between(a[i], b[j])
			n++
		}
	}
	return sum / float64(n)
}

// solve joins clusters along the edges, the strongest first, as long as that is better
// than not; then moves single records.
func (p *problem) solve() {
	for changed := true; changed; {
		changed = false
		for _, e := range p.edges {
			a, b := p.cluster[e.A], p.cluster[e.B]
			if a == b || e.Weight <= 0 {
				continue
			}
			if p.join(p.members[a], p.members[b]) > slack {
				p.merge(a, b)
				changed = true
			}
		}
	}
	if len(p.records) == 2 {
		return
	}
	neighbours := make([][]int, len(p.records))
	for _, e := range p.edges {
		if e.Weight > 0 {
			neighbours[e.A] = append(neighbours[e.A], int(e.B))
			neighbours[e.B] = append(neighbours[e.B], int(e.A))
		}
	}
	for range sweeps {
		if !p.sweep(neighbours) {
			return
		}
	}
}

func (p *problem) merge(a, b int) {
	if a > b {
		a, b = b, a
	}
	for _, i := range p.members[b] {
		p.cluster[i] = a
	}
	p.members[a] = append(p.members[a], p.members[b]...)
	slices.Sort(p.members[a])
	p.members[b] = nil
}

// sweep moves each record to the cluster that it fits best, or to one of its own.
func (p *problem) sweep(neighbours [][]int) (moved bool) {
	for i := range p.records {
		own := p.cluster[i]
		best, to := p.fit(i, own)+slack, own
		if len(p.members[own]) > 1 && best < 0 {
			best, to = 0, -1
		}
		for _, j := range neighbours[i] {
			c := p.cluster[j]
			if c == own || c == to {
				continue
			}
			if f := p.fit(i, c); f > best {
				best, to = f, c
			}
		}
		if to == own {
			continue
		}
		moved = true
		p.members[own] = slices.DeleteFunc(p.members[own], func(k int) bool { return k == i })
		if to < 0 {
			to = slices.IndexFunc(p.members, func(m []int) bool { return len(m) == 0 })
		}
		p.cluster[i] = to
		p.members[to] = append(p.members[to], i)
		slices.Sort(p.members[to])
	}
	return moved
}

// fit is the sum of the weights of a record with the others of a cluster.
func (p *problem) fit(i, c int) float64 {
	others := len(p.members[c])
	if p.cluster[i] == c {
		others--
	}
	if others == 0 {
		return 0
	}
	sum, n := 0.0, 0
	step := max(1, len(p.members[c])/(sampled*sampled/8))
	for k := 0; k < len(p.members[c]); k += step {
		if j := p.members[c][k]; j != i {
			sum += p.between(i, j)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n) * float64(others)
}

func (p *problem) write(out []uint32) {
	for _, members := range p.members {
		for _, i := range members {
			out[p.records[i]] = p.records[members[0]]
		}
	}
}
