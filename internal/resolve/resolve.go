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
	"fmt"
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
	Compared    int64  // pairs, some of them for more than one rule
	Pairs       []Pair // of weight Floor and more, by A and B
	frequencies []*comparison.Frequencies
}

// Options of a run. The zero value learns a model by the rules for the table's
// properties.
type Options struct {
	Model    *linkage.Model // frozen; nil: one is learnt
	Start    *linkage.Model // from which one is learnt; nil: values of experience
	Seed     uint64         // of learning
	Progress func(doing string, done float64)
}

// Of finds the pairs of records of a table that may be of one thing.
func Of(t *comparison.Table, o Options) (*Run, error) {
	told := o.Progress
	if told == nil {
		told = func(string, float64) {}
	}
	m := cmp.Or(o.Model, o.Start)
	if m == nil {
		properties := t.Properties()
		m = linkage.Default("", properties, Rules(properties))
	}
	if !slices.Equal(m.Properties(), t.Properties()) {
		return nil, fmt.Errorf("the model is of the properties %v, the records have %v", m.Properties(), t.Properties())
	}
	told("blocking", 0)
	x, err := blocking.Build(t, m.Rules)
	if err != nil {
		return nil, err
	}
	if o.Model == nil {
		told("learning", 0.3)
		m = m.Learn(t, x, o.Seed)
	}
	r := score(t, x, m, func(done float64) { told("comparing", 0.4+0.5*done) })
	told("clustering", 0.9)
	return r, nil
}

// Floor is the least weight of a pair that is kept: a probability of about 1 in 30.
const Floor = -5

// score compares the pairs of an index by a model. Progress is told the share that is
// done.
func score(t *comparison.Table, x *blocking.Index, m *linkage.Model, progress func(done float64)) *Run {
	r := &Run{Table: t, Model: m, Yields: slices.Clone(x.Yields), frequencies: m.Frequencies(t)}
	workers := runtime.GOMAXPROCS(0)
	const chunk = 256 // blocks
	var next, finished atomic.Int64
	chunks := int64((x.Blocks() + chunk - 1) / chunk)
	parts := make([][]Pair, workers)
	yields := make([][]int64, workers)
	compared := make([]int64, workers)
	early := x.Repeats() > 0.2
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
					yields[w][x.Rule(b)] += int64(x.Size(b)) * int64(x.Size(b)-1) / 2
					x.All(b, func(i, j int) {
						if early && !x.First(b, i, j) {
							return
						}
						compared[w]++
						weight := s.Score(i, j, Floor)
						if weight >= Floor && (early || x.First(b, i, j)) {
							parts[w] = append(parts[w], Pair{uint32(i), uint32(j), float32(weight)})
						}
					})
				}
				if done := finished.Add(1); w == 0 {
					progress(float64(done) / float64(chunks))
				}
			}
		})
	}
	wait.Wait()
	for w := range workers {
		for i, n := range yields[w] {
			r.Yields[i].Pairs += n
		}
		r.Compared += compared[w]
	}
	r.Pairs = slices.Concat(parts...)
	slices.SortFunc(r.Pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return r
}

// Frozen returns the run's model with how common the values of its records are.
func (r *Run) Frozen() *linkage.Model { return r.Model.Freeze(r.Table, r.Yields) }

// Scorer returns a new scorer of the run's records. It is not safe for use by several
// goroutines.
func (r *Run) Scorer() *linkage.Scorer { return linkage.NewScorer(r.Model, r.Table, r.frequencies) }

// Judged is what was decided of pairs of records, the smaller number first: whether they
// are of one thing.
type Judged map[[2]uint32]bool

// of returns what was decided of two records.
func (j Judged) of(a, b uint32) (same, ok bool) {
	same, ok = j[[2]uint32{min(a, b), max(a, b)}]
	return same, ok
}

// Clusters returns the cluster of each record, as the number of its first record, where
// pairs of the weight threshold and more count for one thing, and what was decided for
// more than that.
func (r *Run) Clusters(threshold float64, judged Judged) []uint32 {
	edges := make([]cluster.Edge, 0, len(r.Pairs))
	for _, p := range r.Pairs {
		if w := float64(p.Weight) - threshold; w > 0 {
			edges = append(edges, cluster.Edge{A: p.A, B: p.B, Weight: float32(w)})
		}
	}
	edges = judged.join(edges)
	return cluster.Partition(r.Table.Len(), edges, func() cluster.Evidence { return evidence(r.Scorer(), threshold, judged) })
}

// join adds the pairs that were decided to be the same to edges.
func (j Judged) join(edges []cluster.Edge) []cluster.Edge {
	if len(j) == 0 {
		return edges
	}
	edges = slices.DeleteFunc(edges, func(e cluster.Edge) bool { _, ok := j.of(e.A, e.B); return ok })
	for pair, same := range j {
		if same {
			edges = append(edges, cluster.Edge{A: pair[0], B: pair[1], Weight: cluster.Most})
		}
	}
	slices.SortFunc(edges, func(a, b cluster.Edge) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return edges
}

// evidence is what a scorer and decisions say of pairs, above a threshold.
func evidence(s *linkage.Scorer, threshold float64, judged Judged) cluster.Evidence {
	e := cluster.Evidence{Score: func(a, b uint32) float32 {
		w := s.Score(int(a), int(b), threshold-cluster.Most)
		if math.IsInf(w, -1) {
			return -cluster.Most
		}
		return float32(w - threshold)
	}}
	if len(judged) > 0 {
		e.Judged = judged.of
	}
	return e
}

// Confidence returns for each record how sure it is in its cluster: the probability by
// the mean weight of its pairs with the others; 1 for a record by itself. A cluster with
// records below one half may be two things.
func (r *Run) Confidence(clusters []uint32) []float64 {
	members := map[uint32][]uint32{}
	for i, c := range clusters {
		if c != uint32(i) {
			members[c] = append(members[c], uint32(i))
		}
	}
	out := make([]float64, len(clusters))
	for i := range out {
		out[i] = 1
	}
	s := r.Scorer()
	for first, others := range members {
		all := append([]uint32{first}, others...)
		for _, i := range all {
			sum, n := 0.0, 0
			step := max(1, len(all)/50)
			for k := 0; k < len(all); k += step {
				if j := all[k]; j != i {
					sum += min(max(s.Score(int(min(i, j)), int(max(i, j)), math.Inf(-1)), -cluster.Most), cluster.Most)
					n++
				}
			}
			out[i] = linkage.Probability(sum / float64(max(1, n)))
		}
	}
	return out
}
