// Package resolve finds out who is who: which records are of one person, organisation,
// vessel or other thing.
//
//	blocking     which pairs of records are worth comparing
//	comparison   how far two records agree, property by property
//	linkage      how much that weighs, learnt from the records
//	cluster      which records are of one thing, all evidence together
//
// The result is a pure function of the records, a model and what analysts judged, so it
// does not depend on the order in which they came.
package resolve

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"skein/internal/resolve/blocking"
	"skein/internal/resolve/cluster"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
)

// Pair is two records, by their numbers, A before B, and the weight of a match in bits.
type Pair struct {
	A, B   uint32
	Weight float32
}

// Run is a table with what a model makes of it.
type Run struct {
	Table       *comparison.Table
	Model       *linkage.Model
	Yields      []blocking.Yield
	Compared    int64
	Pairs       []Pair // of weight Floor and more, by A and B
	frequencies []*comparison.Frequencies
}

// Floor is the least weight of a pair that is kept: a probability of about 1 in 30.
const Floor = -5

// Score compares the pairs of an index by a model. Progress, if not nil, is told the share
// that is done.
func Score(t *comparison.Table, x *blocking.Index, m *linkage.Model, progress func(done float64)) *Run {
	r := &Run{Table: t, Model: m, Yields: slices.Clone(x.Yields), frequencies: m.Frequencies(t)}
	workers := runtime.GOMAXPROCS(0)
	const chunk = 256 // blocks
	var next, finished atomic.Int64
	chunks := int64((x.Blocks() + chunk - 1) / chunk)
	parts := make([][]Pair, workers)
	yields := make([][]int64, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			s := r.Scorer()
			yields[w] = make([]int64, len(r.Yields))
			for {
				c := next.Add(1) - 1
				if c >= chunks {
					return
				}
				for b := int(c) * chunk; b < min(int(c+1)*chunk, x.Blocks()); b++ {
					x.Pairs(b, func(i, j int) {
						yields[w][x.Rule(b)]++
						if weight := s.Score(i, j, Floor); weight >= Floor {
							parts[w] = append(parts[w], Pair{uint32(i), uint32(j), float32(weight)})
						}
					})
				}
				if done := finished.Add(1); progress != nil {
					progress(float64(done) / float64(chunks))
				}
			}
		})
	}
	wait.Wait()
	for w := range workers {
		for i, n := range yields[w] {
			r.Yields[i].Pairs += n
			r.Compared += n
		}
	}
	r.Pairs = slices.Concat(parts...)
	slices.SortFunc(r.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return r
}

// Scorer returns a new scorer of the run's records. It is not safe for use by several
// goroutines.
func (r *Run) Scorer() *linkage.Scorer { return linkage.NewScorer(r.Model, r.Table, r.frequencies) }

// Clusters returns the cluster of each record, as the number of its first record, where
// pairs of the weight threshold and more count for one thing.
func (r *Run) Clusters(threshold float64) []uint32 {
	edges := make([]cluster.Edge, 0, len(r.Pairs))
	for _, p := range r.Pairs {
		if w := float64(p.Weight) - threshold; w > 0 {
			edges = append(edges, cluster.Edge{A: p.A, B: p.B, Weight: float32(w)})
		}
	}
	s := r.Scorer()
	return cluster.Partition(r.Table.Len(), edges, cluster.Evidence{Score: func(a, b uint32) float32 {
		w := s.Score(int(a), int(b), threshold-cluster.Most)
		if math.IsInf(w, -1) {
			return -cluster.Most
		}
		return float32(w - threshold)
	}})
}
