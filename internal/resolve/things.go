package resolve

import (
	"fmt"
	"slices"

	"skein/internal/column"
	"skein/internal/judgement"
	"skein/internal/record"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
	"skein/internal/schema"
)

// Sure is the least probability at which two things of a case are taken for one: wrongly
// joining two persons harms more than leaving one in two.
const Sure = 0.9

// Resolution is who is who among the things of a schema.
type Resolution struct {
	Subject Subject
	Things  *column.Table
	Run     *Run
	Judged  map[judgement.Pair]judgement.Judgement
	Cluster []uint32 // of each row of the table: the first row of its cluster
}

// Resolve finds out which things of a schema in a set are one. A model that is given is
// taken as it is; without one weights are learnt. It fails for a schema that is not
// resolved, and where the model does not fit.
func Resolve(set *column.Set, name schema.Name, model *linkage.Model) (*Resolution, error) {
	s, ok := SubjectOf(name)
	if !ok {
		return nil, fmt.Errorf("things of schema %s are not resolved", name)
	}
	r := &Resolution{Subject: s, Things: set.Table(name), Judged: judgement.Standing(judgement.Of(set))}
	if r.Things.Len() == 0 {
		return nil, fmt.Errorf("the case has no things of schema %s", name)
	}
	table := s.Table(set)
	if model != nil {
		var err error
		if table, err = s.tableOf(set, model.Properties()); err != nil {
			return nil, err
		}
	}
	var err error
	if r.Run, err = Of(table, Options{Model: model, Start: s.Default(table), Seed: 1}); err != nil {
		return nil, err
	}
	if model == nil { // what is asked of the result later is asked of the same measure
		frozen := r.Run.Frozen()
		if r.Run, err = Of(table, Options{Model: frozen}); err != nil {
			return nil, err
		}
	}
	r.Cluster = r.Run.Clusters(linkage.Weight(Sure), r.decided())
	return r, nil
}

// decided returns the judgements that say yes or no, by rows.
func (r *Resolution) decided() Judged {
	out := Judged{}
	for pair, j := range r.Judged {
		a, ok1 := r.Things.Row(pair.A)
		b, ok2 := r.Things.Row(pair.B)
		if ok1 && ok2 && j.Verdict != judgement.Unsure {
			out[[2]uint32{uint32(min(a, b)), uint32(max(a, b))}] = j.Verdict == judgement.Same
		}
	}
	return out
}

// Comparable reports whether any row has a value to be compared by. Where none has, each
// row is by itself and there is nothing that a model could have learnt.
func (r *Resolution) Comparable() bool {
	return slices.ContainsFunc(r.Run.Table.Columns, func(c *comparison.Column) bool { return c.Distinct() > 0 })
}

// Keys returns the key of each row.
func (r *Resolution) Keys() []record.Key {
	out := make([]record.Key, r.Things.Len())
	for row := range out {
		out[row] = r.Things.Key(row)
	}
	return out
}
