// Package evaluate holds a case against the truth of the simulated world that it was
// made from, and gives each engine a score beside that of a naive baseline.
//
//	t, err := evaluate.ReadTruth("out/w/truth")
//	p, err := dir.Picture(ctx, store)
//	c, err := evaluate.Load(ctx, store, p, t)
//	for _, s := range evaluate.Of(t, c) { fmt.Println(s.Key, s.Value, s.Baseline) }
//
// An engine that does not exist yet is reported as missing, with its baseline, so that
// nothing is skipped in silence. doc/evaluation.md defines every score and every
// baseline.
package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// Status says whether a score was computed.
type Status string

// The states of a score.
const (
	Scored  Status = "scored"
	Missing Status = "missing" // there is no engine yet, or nothing to score; Reason tells
)

// Score is how right an engine is in one respect.
type Score struct {
	Key      string   `json:"key"`
	Value    *float64 `json:"value"`    // nil: missing
	Baseline *float64 `json:"baseline"` // nil: there is none for this world
	Unit     string   `json:"unit"`
	N        int      `json:"n"` // things scored: records, pairs of a map, cells
	Status   Status   `json:"status"`
	Reason   string   `json:"reason,omitempty"`
}

// Units of scores.
const (
	unitShare = "share" // 0 to 1
	unitKM    = "km"
	unitDays  = "days"
)

// noEngine is why most scores are missing as long as they are.
const noEngine = "no engine yet"

// scorecard collects scores in order.
type scorecard struct{ list []Score }

// add adds a score. A value that is not a number is none.
func (s *scorecard) add(key, unit string, n int, value, baseline float64) {
	s.list = append(s.list, Score{Key: key, Value: known(value), Baseline: known(baseline), Unit: unit, N: n, Status: Scored})
	if math.IsNaN(value) {
		last := &s.list[len(s.list)-1]
		last.Status, last.Reason = Missing, "nothing to score"
	}
}

// missing adds a score that no engine gives.
func (s *scorecard) missing(key, unit string, n int, baseline float64, reason string) {
	s.list = append(s.list, Score{Key: key, Baseline: known(baseline), Unit: unit, N: n, Status: Missing, Reason: reason})
}

// addOr adds a score where there is an engine, and says that it is missing otherwise.
func (s *scorecard) addOr(engine bool, key, unit string, n int, value, baseline float64) {
	if engine {
		s.add(key, unit, n, value, baseline)
	} else {
		s.missing(key, unit, n, baseline, noEngine)
	}
}

func known(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

// Of scores a case, in the order of doc/evaluation.md.
func Of(t *Truth, c *Case) []Score {
	s := &scorecard{}
	resolution(s, t, c)
	networks(s, t, c)
	roles(s, t, c)
	hotspots(s, t, c)
	routes(s, t, c)
	flows(s, t, c)
	displacement(s, t, c)
	fees(s, t, c)
	turnover(s, t, c)
	shares(s, t, c)
	crimes(s, t, c)
	concentration(s, t, c)
	return s.list
}

// Pool joins the scores of several worlds: each is the mean over the worlds that have
// it, weighted by what was scored there, so that a coverage is that of all intervals
// together.
func Pool(worlds [][]Score) []Score {
	var keys []string
	byKey := map[string][]Score{}
	for _, w := range worlds {
		for _, s := range w {
			if byKey[s.Key] == nil {
				keys = append(keys, s.Key)
			}
			byKey[s.Key] = append(byKey[s.Key], s)
		}
	}
	if len(worlds) > 1 {
		order := map[string]int{} // a world may have a language that others lack
		for _, w := range worlds {
			for i, s := range w {
				order[s.Key] = max(order[s.Key], i)
			}
		}
		slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(order[a], order[b]) })
	}
	out := make([]Score, len(keys))
	for i, key := range keys {
		out[i] = pooled(byKey[key])
	}
	return out
}

func pooled(list []Score) Score {
	out := list[0]
	out.N = 0
	var value, baseline mean
	for _, s := range list {
		out.N += s.N
		value.add(s.Value, s.N)
		baseline.add(s.Baseline, s.N)
		if s.Status == Scored {
			out.Status, out.Reason, out.Unit = Scored, "", s.Unit
		}
	}
	out.Value, out.Baseline = value.value(), baseline.value()
	return out
}

// mean is a weighted mean.
type mean struct{ sum, weight float64 }

func (m *mean) add(v *float64, n int) {
	if v != nil {
		w := float64(max(n, 1))
		m.sum += *v * w
		m.weight += w
	}
}

func (m *mean) value() *float64 {
	if m.weight == 0 {
		return nil
	}
	v := m.sum / m.weight
	return &v
}

// median of a list, NaN of none; it sorts the list.
func median(list []float64) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	slices.Sort(list)
	mid := len(list) / 2
	if len(list)%2 == 1 {
		return list[mid]
	}
	return (list[mid-1] + list[mid]) / 2
}

// share returns a/b, NaN of nothing.
func share(a, b int) float64 { return float64(a) / float64(b) }
