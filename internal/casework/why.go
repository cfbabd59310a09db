package casework

import (
	"math"

	"skein/internal/judgement"
	"skein/internal/resolve"
	"skein/internal/resolve/lineage"
)

// ExplainedPair is why two things are, or are not, one.
type ExplainedPair struct {
	A          string `json:"a"`
	B          string `json:"b"`
	SameEntity bool   `json:"same_entity"`
	Judged     string `json:"judged,omitempty"`
	JudgedBy   string `json:"judged_by,omitempty"`

	resolve.Waterfall
}

// ExplainedEntity is why the things of an entity are together.
type ExplainedEntity struct {
	Entity  lineage.ID `json:"entity"`
	Members []string   `json:"members"`
	Tree    []Bond     `json:"tree"`
	Cut     *Cut       `json:"weakest_cut,omitempty"`
}

// Bond is a pair of records that holds an entity together.
type Bond struct {
	A      string  `json:"a"`
	B      string  `json:"b"`
	Weight float64 `json:"weight"`
}

// Cut is where an entity would break first.
type Cut struct {
	Side   []string `json:"side"`
	Weight float64  `json:"mean_weight"` // of the pairs across
}

// ExplainPair says why two rows are, or are not, one thing.
func (w *Who) ExplainPair(a, b uint32) ExplainedPair {
	x := ExplainedPair{A: w.Caption(a), B: w.Caption(b), SameEntity: w.IDs[a] == w.IDs[b], Waterfall: w.Run.Explain(a, b)}
	if j, ok := w.Judged[judgement.PairOf(w.Things.Key(int(a)), w.Things.Key(int(b)))]; ok {
		x.Judged, x.JudgedBy = string(j.Verdict), j.Author
	}
	return x
}

// ExplainEntity says why the things of an entity are together.
func (w *Who) ExplainEntity(id lineage.ID) ExplainedEntity {
	rows := w.Members[id]
	x := ExplainedEntity{Entity: id}
	for _, row := range rows {
		x.Members = append(x.Members, w.Caption(row))
	}
	if len(rows) < 2 {
		return x
	}
	b := w.Run.Bond(rows)
	for _, p := range b.Tree {
		x.Tree = append(x.Tree, Bond{w.Caption(p.A), w.Caption(p.B), round(float64(p.Weight))})
	}
	x.Cut = &Cut{Weight: round(b.Cut)}
	for _, row := range b.Side {
		x.Cut.Side = append(x.Cut.Side, w.Caption(row))
	}
	return x
}

func round(x float64) float64 { return math.Round(x*100) / 100 }
