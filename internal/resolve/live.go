package resolve

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"skein/internal/record"
	"skein/internal/resolve/blocking"
	"skein/internal/resolve/cluster"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
)

// Live keeps things resolved while records come, go and are judged. After each change
// the clusters are those that a run over the same records with the same model and
// judgements gives, whatever the order of the changes; only what a change touches is
// computed again. It is not safe for use by several goroutines.
type Live struct {
	table     *comparison.Table
	index     *blocking.Live
	scorer    *linkage.Scorer
	threshold float64

	keys   []record.Key // of each record
	number map[record.Key]uint32
	gone   []bool

	edges   []map[uint32]float32 // of each record: to whom, and how much above the threshold
	judged  map[[2]uint32]bool
	waiting map[[2]record.Key]bool // judgements of records that are not there
	cluster []uint32               // of each record: the first of its cluster by key
}

// NewLive returns an empty resolution by a frozen model, for pairs of the weight threshold
// and more.
func NewLive(m *linkage.Model, threshold float64) (*Live, error) {
	var columns []*comparison.Column
	for _, w := range m.Weights {
		if w.Common == nil {
			return nil, fmt.Errorf("the model is not frozen: %s has no counts", w.Name)
		}
		columns = append(columns, comparison.NewColumn(w.Property))
	}
	l := &Live{table: comparison.NewTable(columns), threshold: threshold, number: map[record.Key]uint32{}, judged: map[[2]uint32]bool{}, waiting: map[[2]record.Key]bool{}}
	var err error
	if l.index, err = blocking.NewLive(l.table, m.Rules); err != nil {
		return nil, err
	}
	l.scorer = linkage.NewScorer(m, l.table, m.Frequencies(l.table))
	return l, nil
}

// NewLiveOf returns the resolution of the records of a run by a frozen model, with their
// keys, ascending, and their clusters.
func NewLiveOf(r *Run, keys []record.Key, clusters []uint32, threshold float64) (*Live, error) {
	l := &Live{
		table: r.Table, threshold: threshold, keys: keys, number: make(map[record.Key]uint32, len(keys)), gone: make([]bool, len(keys)),
		edges: make([]map[uint32]float32, len(keys)), judged: map[[2]uint32]bool{}, waiting: map[[2]record.Key]bool{}, cluster: slices.Clone(clusters),
	}
	for i, k := range keys {
		l.number[k] = uint32(i)
	}
	var err error
	if l.index, err = blocking.NewLive(r.Table, r.Model.Rules); err != nil {
		return nil, err
	}
	l.index.Load()
	l.scorer = r.Scorer()
	for _, p := range r.Pairs {
		if w := float64(p.Weight) - threshold; w > 0 {
			l.link(p.A, p.B, float32(w))
		}
	}
	return l, nil
}

// Add takes in a record with the texts of each of the model's properties. The key must
// be new.
func (l *Live) Add(key record.Key, texts [][]string) error {
	if _, ok := l.number[key]; ok {
		return fmt.Errorf("record %s is there already", key)
	}
	i := uint32(l.table.Add(texts))
	l.scorer.Grow()
	l.keys, l.gone, l.edges, l.cluster = append(l.keys, key), append(l.gone, false), append(l.edges, nil), append(l.cluster, i)
	l.number[key] = i
	pairs, unsettled := l.index.Add(int(i))
	touched := map[uint32]bool{i: true}
	for _, j := range pairs {
		l.settle(i, j, touched)
	}
	l.resettle(unsettled, touched)
	for pair, same := range l.waiting {
		if other, ok := l.waitsFor(pair, key); ok {
			delete(l.waiting, pair)
			l.decide(i, other, same, touched)
		}
	}
	l.recluster(touched)
	return nil
}

// waitsFor returns the other record of a judgement that waits for one, if that is there.
func (l *Live) waitsFor(pair [2]record.Key, key record.Key) (uint32, bool) {
	other := pair[0]
	switch key {
	case pair[0]:
		other = pair[1]
	case pair[1]:
	default:
		return 0, false
	}
	j, ok := l.number[other]
	return j, ok
}

// Remove takes a record out.
func (l *Live) Remove(key record.Key) error {
	i, ok := l.number[key]
	if !ok {
		return fmt.Errorf("there is no record %s", key)
	}
	touched := map[uint32]bool{}
	for j := range l.edges[i] {
		touched[j] = true
	}
	for j := range l.cluster {
		if l.cluster[j] == l.cluster[i] && uint32(j) != i && !l.gone[j] {
			touched[uint32(j)] = true
		}
	}
	unsettled := l.index.Remove(int(i))
	for j := range l.edges[i] {
		delete(l.edges[j], i)
	}
	for pair, same := range l.judged {
		if pair[0] == i || pair[1] == i {
			delete(l.judged, pair)
			l.waiting[[2]record.Key{l.keys[pair[0]], l.keys[pair[1]]}] = same
		}
	}
	l.edges[i], l.gone[i], l.cluster[i] = nil, true, i
	delete(l.number, key)
	l.resettle(unsettled, touched)
	delete(touched, i)
	l.recluster(touched)
	return nil
}

// Judge takes in what somebody decided of two records: whether they are one thing.
// Records may come later.
func (l *Live) Judge(a, b record.Key, same bool) {
	i, ok1 := l.number[a]
	j, ok2 := l.number[b]
	if !ok1 || !ok2 {
		if bytes.Compare(a[:], b[:]) > 0 {
			a, b = b, a
		}
		delete(l.waiting, [2]record.Key{b, a})
		l.waiting[[2]record.Key{a, b}] = same
		return
	}
	touched := map[uint32]bool{}
	l.decide(i, j, same, touched)
	l.recluster(touched)
}

// Withdraw takes back what was decided of two records.
func (l *Live) Withdraw(a, b record.Key) {
	delete(l.waiting, [2]record.Key{a, b})
	delete(l.waiting, [2]record.Key{b, a})
	i, ok1 := l.number[a]
	j, ok2 := l.number[b]
	if !ok1 || !ok2 {
		return
	}
	delete(l.judged, [2]uint32{min(i, j), max(i, j)})
	l.unlink(i, j)
	touched := map[uint32]bool{i: true, j: true}
	if l.index.Pair(int(i), int(j)) {
		l.settle(i, j, touched)
	}
	l.recluster(touched)
}

func (l *Live) decide(i, j uint32, same bool, touched map[uint32]bool) {
	l.judged[[2]uint32{min(i, j), max(i, j)}] = same
	l.unlink(i, j)
	if same {
		l.link(i, j, cluster.Most)
	}
	touched[i], touched[j] = true, true
}

func (l *Live) link(i, j uint32, w float32) {
	for _, e := range [2][2]uint32{{i, j}, {j, i}} {
		if l.edges[e[0]] == nil {
			l.edges[e[0]] = map[uint32]float32{}
		}
		l.edges[e[0]][e[1]] = w
	}
}

func (l *Live) unlink(i, j uint32) {
	delete(l.edges[i], j)
	delete(l.edges[j], i)
}

// settle scores a pair and links the two where that is likely enough.
func (l *Live) settle(i, j uint32, touched map[uint32]bool) {
	if _, ok := Judged(l.judged).of(i, j); ok {
		return
	}
	if _, ok := l.edges[i][j]; ok {
		return
	}
	if w := l.score(i, j); w > 0 && float64(w)+l.threshold >= Floor {
		l.link(i, j, w)
		touched[i], touched[j] = true, true
	}
}

// resettle looks again at all pairs of some records: blocks that they are in grew too
// large, or no longer are.
func (l *Live) resettle(records []uint32, touched map[uint32]bool) {
	for n, i := range records {
		if l.gone[i] {
			continue
		}
		for _, j := range records[n+1:] {
			if l.gone[j] {
				continue
			}
			if _, ok := Judged(l.judged).of(i, j); ok {
				continue
			}
			_, linked := l.edges[i][j]
			switch pair := l.index.Pair(int(i), int(j)); {
			case pair && !linked:
				l.settle(i, j, touched)
			case !pair && linked:
				l.unlink(i, j)
				touched[i], touched[j] = true, true
			}
		}
	}
}

// score is the weight of a pair above the threshold, scored in the order of their keys.
func (l *Live) score(i, j uint32) float32 {
	if l.before(i, j) > 0 {
		i, j = j, i
	}
	return evidence(l.scorer, l.threshold, nil).Score(i, j)
}

func (l *Live) before(a, b uint32) int { return bytes.Compare(l.keys[a][:], l.keys[b][:]) }

// recluster partitions the components of some records again.
func (l *Live) recluster(touched map[uint32]bool) {
	done := map[uint32]bool{}
	e := evidence(l.scorer, l.threshold, l.judged)
	score := e.Score
	e.Before = l.before
	e.Score = func(a, b uint32) float32 {
		if l.before(a, b) > 0 {
			a, b = b, a
		}
		return score(a, b)
	}
	for i := range touched {
		if done[i] || l.gone[i] {
			continue
		}
		c := l.component(i, done)
		if len(c.Records) == 1 {
			l.cluster[i] = i
			continue
		}
		cluster.Solve(c, e, l.cluster)
	}
}

// component returns the records that are linked to one, directly or not.
func (l *Live) component(i uint32, done map[uint32]bool) cluster.Component {
	c := cluster.Component{Records: []uint32{i}}
	done[i] = true
	for k := 0; k < len(c.Records); k++ {
		a := c.Records[k]
		for b, w := range l.edges[a] {
			if l.before(a, b) < 0 {
				c.Edges = append(c.Edges, cluster.Edge{A: a, B: b, Weight: w})
			}
			if !done[b] {
				done[b] = true
				c.Records = append(c.Records, b)
			}
		}
	}
	slices.SortFunc(c.Records, l.before)
	slices.SortFunc(c.Edges, func(x, y cluster.Edge) int { return cmp.Or(l.before(x.A, y.A), l.before(x.B, y.B)) })
	return c
}

// Cluster returns the key of the first record of a record's cluster.
func (l *Live) Cluster(key record.Key) (first record.Key, ok bool) {
	i, ok := l.number[key]
	if !ok {
		return first, false
	}
	return l.keys[l.cluster[i]], true
}
