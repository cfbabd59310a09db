package resolve

import (
	"cmp"
	"math"
	"slices"

	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
)

// Waterfall is why two records are, or are not, of one thing: from the prior odds step by
// step to the weight of the match, all in bits.
type Waterfall struct {
	Prior       float64 `json:"prior"`
	Steps       []Step  `json:"steps"`
	Held        float64 `json:"held,omitempty"` // taken off because nothing agrees that must
	Weight      float64 `json:"weight"`
	Probability float64 `json:"probability"`
}

// Step is what one property adds.
type Step struct {
	Property string  `json:"property"`
	Kind     string  `json:"kind"`
	Level    string  `json:"level"` // "not told" where one of the two has no value
	Weight   float64 `json:"weight"`
	Rarity   float64 `json:"rarity"` // for being rarer than usual
	A        string  `json:"a,omitempty"`
	B        string  `json:"b,omitempty"`
	Share    float64 `json:"share,omitempty"` // of things that have what the two have in common
}

// Explain returns the waterfall of two records.
func (r *Run) Explain(i, j uint32) Waterfall {
	s := r.Scorer()
	weight, steps := s.Explain(r.Model, int(min(i, j)), int(max(i, j)))
	w := Waterfall{Prior: linkage.Weight(r.Model.Prior), Weight: weight, Probability: linkage.Probability(weight)}
	sum := w.Prior
	for k, x := range steps {
		step := Step{Property: x.Property.Name, Kind: string(x.Property.Kind), Level: "not told"}
		if x.Level != comparison.Missing {
			step.Level = x.Property.Kind.Levels()[x.Level]
			step.Weight, step.Rarity = x.Weight, x.Rarity
			c := r.Table.Columns[k]
			step.A, step.B = c.Original(int(min(i, j)), x.A), c.Original(int(max(i, j)), x.B)
			if i > j {
				step.A, step.B = step.B, step.A
			}
			if x.Bits > 0 {
				step.Share = math.Exp2(-float64(x.Bits))
			}
		}
		sum += step.Weight + step.Rarity
		w.Steps = append(w.Steps, step)
	}
	if weight < sum {
		w.Held = weight - sum
	}
	return w
}

// Bond is why the records of a cluster are together: the strongest pairs that hold all of
// them (a maximum spanning tree), and where the cluster would break first.
type Bond struct {
	Tree []Pair   // the strongest first
	Side []uint32 // of the cut at the weakest pair of the tree: the records on one side
	Cut  float64  // mean weight of the pairs across the cut, in bits
}

// Bond returns what holds the records of a cluster, which are two or more.
func (r *Run) Bond(members []uint32) Bond {
	s := r.Scorer()
	weight := func(i, j uint32) float64 { return s.Score(int(min(i, j)), int(max(i, j)), math.Inf(-1)) }
	// Prim's algorithm, from the first record.
	best, from := make([]float64, len(members)), make([]int, len(members))
	in := make([]bool, len(members))
	for i := range best {
		best[i] = math.Inf(-1)
	}
	parent := make([]int, len(members))
	at := 0
	in[0] = true
	var b Bond
	type branch struct {
		weight float64
		to     int
	}
	weakest := branch{math.Inf(1), 0}
	for range len(members) - 1 {
		for i, m := range members {
			if w := weight(members[at], m); !in[i] && i != at && w > best[i] {
				best[i], from[i] = w, at
			}
		}
		next := -1
		for i := range members {
			if !in[i] && (next < 0 || best[i] > best[next]) {
				next = i
			}
		}
		in[next] = true
		parent[next] = from[next]
		x, y := members[from[next]], members[next]
		b.Tree = append(b.Tree, Pair{min(x, y), max(x, y), float32(best[next])})
		if best[next] < weakest.weight {
			weakest = branch{best[next], next}
		}
		at = next
	}
	side := make([]bool, len(members))
	for i := range members { // what hangs on the weakest branch
		for k := i; ; k = parent[k] {
			if k == weakest.to {
				side[i] = true
			}
			if k == weakest.to || k == 0 {
				break
			}
		}
	}
	sum, n := 0.0, 0
	for i, x := range members {
		if side[i] {
			b.Side = append(b.Side, x)
		}
		for j, y := range members {
			if side[i] && !side[j] {
				sum += weight(x, y)
				n++
			}
		}
	}
	b.Cut = sum / float64(max(1, n))
	slices.SortStableFunc(b.Tree, func(p, q Pair) int { return cmp.Compare(q.Weight, p.Weight) })
	return b
}
