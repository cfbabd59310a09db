package casework

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"skein/internal/ingest"
	"skein/internal/judgement"
	"skein/internal/resolve"
	"skein/internal/resolve/lineage"
	"skein/internal/resolve/linkage"
	"skein/internal/store"
)

// Question is a pair to judge.
type Question struct {
	A, B   uint32 // rows
	Weight float64
	worth  float64 // how much an answer teaches
}

// Questions returns the pairs that nobody has judged, those first whose answer teaches
// most: where the engine is unsure, and where an answer joins or parts many things.
func (w *Who) Questions() []Question {
	var out []Question
	size := func(row uint32) float64 { return float64(len(w.Members[w.IDs[row]])) }
	threshold := linkage.Weight(resolve.Sure)
	for _, p := range w.Run.Pairs {
		if _, asked := w.Judged[w.Pair(p.A, p.B)]; asked {
			continue
		}
		probability := linkage.Probability(float64(p.Weight) - threshold)
		doubt := -probability*math.Log2(probability) - (1-probability)*math.Log2(1-probability)
		if doubt > 1e-3 {
			out = append(out, Question{p.A, p.B, float64(p.Weight), doubt * math.Log2(1+size(p.A)*size(p.B))})
		}
	}
	slices.SortStableFunc(out, func(x, y Question) int { return cmp.Compare(y.worth, x.worth) })
	// One answer tells of all pairs of two entities: the others wait for the next session.
	between := map[[2]lineage.ID]bool{}
	return slices.DeleteFunc(out, func(q Question) bool {
		a, b := w.IDs[q.A], w.IDs[q.B]
		key := [2]lineage.ID{min(a, b), max(a, b)}
		known := between[key]
		between[key] = true
		return known
	})
}

// Pair returns the pair of two rows as judgements name it.
func (w *Who) Pair(a, b uint32) judgement.Pair {
	return judgement.PairOf(w.Things.Key(int(a)), w.Things.Key(int(b)))
}

// Told is what a thing has of a property of the model, by its number.
func (w *Who) Told(property int, row uint32) string {
	c := w.Run.Table.Columns[property]
	var texts []string
	for _, v := range c.Of(int(row)) {
		texts = append(texts, c.Original(int(row), v))
	}
	return strings.Join(texts, "; ")
}

// judgedAt returns the time of a new judgement of a pair: that of the clock, or, where the clock
// was set back since the pair was judged last, a moment after that. The last judgement is the one
// that counts, and it is found by its time.
func (w *Who) judgedAt(pair judgement.Pair, at time.Time) time.Time {
	last := w.judged[pair]
	for _, j := range judgement.Of(w.Set) {
		if j.Pair == pair && j.At.After(last) {
			last = j.At
		}
	}
	if !at.After(last) {
		at = last.Add(time.Millisecond)
	}
	if w.judged == nil {
		w.judged = map[judgement.Pair]time.Time{}
	}
	w.judged[pair] = at
	return at
}

// Judge takes a judgement of a pair into a case, as a contribution of its own.
func (w *Who) Judge(ctx context.Context, s store.Store, terms *ingest.Terms, author string, q Question, v judgement.Verdict, now func() time.Time) error {
	at := w.judgedAt(w.Pair(q.A, q.B), now().UTC())
	text, err := judgement.Format([]judgement.Judgement{{
		Pair: w.Pair(q.A, q.B), Subject: w.Subject.Schema, Verdict: v, Author: author, At: at, Weight: q.Weight,
	}})
	if err != nil {
		return err
	}
	in := ingest.New(s, ingest.Options{Now: now})
	r, err := in.Add(ctx, *terms, ingest.Recipe{Mapping: judgement.Mapping}, "judgement-"+at.Format("20060102T150405.000000000")+".csv", bytes.NewReader(text), int64(len(text)))
	if err == nil {
		err = in.Flush()
	}
	if err != nil {
		return err
	}
	if r.State != ingest.Added || r.Quarantined > 0 {
		return fmt.Errorf("the judgement was not taken in: %s", r.Reason)
	}
	return nil
}
