package linkage

import (
	"math"
	"slices"

	"skein/internal/resolve/blocking"
	"skein/internal/resolve/comparison"
)

// Step is what one property adds to the weight of a match.
type Step struct {
	Property comparison.Property
	comparison.Agreement

	Weight float64 // of the level
	Rarity float64 // for being rarer than usual
}

// Scorer weighs pairs of records of a table by a model. It is not safe for use by
// several goroutines.
type Scorer struct {
	comparer *comparison.Comparer
	prior    float64
	levels   [][comparison.Missing + 1]weighed
	order    []int     // of the properties: what is cheap first
	dear     int       // where in the order what costs much begins
	best     []float64 // the most that the properties from here in the order can add
	needed   []bool    // by property
	last     []comparison.Level
}

// Unsure is the most weight of a pair in which nothing agrees that must: a document
// may be lent, a phone passed on.
const Unsure = -4

// weighed is a level made ready.
type weighed struct {
	bits, usual, rarity float64
	told                bool // there is such a level
}

// Frequencies returns how rare the values of a table are, as a model sees it: by what it
// counted where it is frozen, else by the table itself.
func (m *Model) Frequencies(t *comparison.Table) []*comparison.Frequencies {
	out := make([]*comparison.Frequencies, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Frequencies(m.Things, m.Weights[i].Levels[0].U, m.Weights[i].Common)
	}
	return out
}

// Freeze makes a model keep how common the values of a table are, and how large the
// blocks of each rule may be, so that what comes later is judged by the same measure.
func (m *Model) Freeze(t *comparison.Table, yields []blocking.Yield) *Model {
	frozen := *m
	frozen.Weights = slices.Clone(m.Weights)
	for i, c := range t.Columns {
		frozen.Weights[i].Common = c.Counts(m.Things)
	}
	frozen.Rules = nil
	for _, y := range yields {
		frozen.Rules = append(frozen.Rules, y.Rule)
	}
	return &frozen
}

// NewScorer returns a scorer; the columns of the table are the model's properties, in
// order.
func NewScorer(m *Model, t *comparison.Table, f []*comparison.Frequencies) *Scorer {
	s := &Scorer{comparer: comparison.NewComparer(t, f), prior: math.Log2(m.Prior / (1 - m.Prior))}
	for _, w := range m.Weights {
		var levels [comparison.Missing + 1]weighed
		for k, l := range w.Levels {
			levels[k] = weighed{l.Bits(), l.Usual, l.Rarity, true}
		}
		s.levels = append(s.levels, levels)
		s.needed = append(s.needed, slices.Contains(m.Needs, w.Name))
		s.last = append(s.last, comparison.Level(len(w.Levels)-1))
	}
	// Names cost most to compare: last.
	var cheap, dear []int
	for i, w := range m.Weights {
		if w.Kind.Named() {
			dear = append(dear, i)
		} else {
			cheap = append(cheap, i)
		}
	}
	s.dear = len(cheap)
	s.order = append(cheap, dear...)
	s.best = make([]float64, len(s.order)+1)
	for k := len(s.order) - 1; k >= 0; k-- {
		s.best[k] = s.best[k+1] + max(0, s.ceiling(s.order[k], comparison.MostBits))
	}
	return s
}

// Grow takes in the records that the table got since.
func (s *Scorer) Grow() { s.comparer.Grow() }

// ceiling is the most that a property can add where no more than some bits are in
// common.
func (s *Scorer) ceiling(property int, bits float64) float64 {
	most := math.Inf(-1)
	for _, l := range s.levels[property] {
		if l.told {
			most = max(most, l.bits+l.rarity*(bits-l.usual))
		}
	}
	return most
}

func (w weighed) of(a comparison.Agreement) (weight, rarity float64) {
	if w.rarity == 0 {
		return w.bits, 0
	}
	return w.bits, w.rarity * (float64(a.Bits) - w.usual)
}

// Score returns the weight of a match of two records, in bits; -Inf as soon as it cannot
// reach least.
func (s *Scorer) Score(i, j int, least float64) float64 {
	sum := s.prior
	needs := need{}
	for k, p := range s.order {
		if sum+s.best[k] < least {
			return math.Inf(-1)
		}
		if k >= s.dear {
			rarest := float64(min(s.comparer.Rarest(p, i), s.comparer.Rarest(p, j)))
			if rarest > 0 && sum+s.best[k+1]+s.ceiling(p, rarest) < least {
				return math.Inf(-1)
			}
		}
		a := s.comparer.Compare(p, i, j)
		if a.Level == comparison.Missing {
			continue
		}
		weight, rarity := s.levels[p][a.Level].of(a)
		sum += weight + rarity
		needs.meet(s, p, a)
	}
	return needs.bound(sum)
}

// need is whether what must agree does.
type need struct{ told, met bool }

func (n *need) meet(s *Scorer, property int, a comparison.Agreement) {
	if s.needed[property] {
		n.told = true
		n.met = n.met || a.Level < s.last[property]
	}
}

// bound returns the weight of a pair, at most Unsure where what must agree does not.
func (n *need) bound(weight float64) float64 {
	if n.told && !n.met {
		return min(weight, Unsure)
	}
	return weight
}

// Explain returns the weight of a match and what each property adds to it; the rest is
// the prior odds, and what is taken off where nothing agrees that must.
func (s *Scorer) Explain(m *Model, i, j int) (weight float64, steps []Step) {
	weight = s.prior
	needs := need{}
	for p, w := range m.Weights {
		a := s.comparer.Compare(p, i, j)
		step := Step{Property: w.Property, Agreement: a}
		if a.Level != comparison.Missing {
			step.Weight, step.Rarity = s.levels[p][a.Level].of(a)
			needs.meet(s, p, a)
		}
		weight += step.Weight + step.Rarity
		steps = append(steps, step)
	}
	return needs.bound(weight), steps
}

// Probability returns the probability of a match by its weight.
func Probability(weight float64) float64 { return 1 / (1 + math.Exp2(-weight)) }

// Weight returns the weight of a probability.
func Weight(probability float64) float64 { return math.Log2(probability / (1 - probability)) }
