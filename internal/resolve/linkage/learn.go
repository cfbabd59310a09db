package linkage

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"skein/internal/parallel"
	"skein/internal/resolve/blocking"
	"skein/internal/resolve/comparison"
)

// Settings of learning.
const (
	randomPairs  = 100_000 // from which u is learnt
	rulePairs    = 30_000  // of each rule, from which m is learnt
	priorMatches = 10      // how many matches the values of experience count for
	priorPairs   = 2_000   // how many pairs
	rounds       = 25      // of expectation and maximisation
	passes       = 3       // of learning u, m, the prior
)

// Learn returns the model with weights learnt from a table: u from random pairs, m by
// expectation maximisation over the pairs of each rule, without the properties that the
// rule goes by, and the prior by how many pairs match. What the records tell too little
// of stays near the values of the model. The same table, blocks and seed give the same
// weights.
func (m *Model) Learn(t *comparison.Table, x *blocking.Index, seed uint64) *Model {
	l := &learner{model: *m, table: t, index: x, random: rand.New(rand.NewPCG(seed, 0))}
	l.model.Weights = slices.Clone(m.Weights)
	for i := range l.model.Weights {
		l.model.Weights[i].Levels = slices.Clone(m.Weights[i].Levels)
	}
	l.initial = m
	for i, c := range t.Columns {
		l.frequencies = append(l.frequencies, c.Frequencies(m.Things, max(c.Chance(), m.Weights[i].Levels[0].U), nil))
	}
	l.sampleRandom()
	l.sampleRules()
	l.matched = make([][comparison.Missing + 1]float64, len(m.Weights))
	for range passes {
		l.learnU()
		l.learnM()
		l.learnPrior()
	}
	l.learnUsual()
	l.model.Learnt = fmt.Sprintf("%d records, %d pairs taken at random, %d by %d rules", t.Len(), l.randomN, l.ruleN, len(m.Rules))
	return &l.model
}

// pattern is the levels of all properties, four bits each.
type pattern uint64

func (p pattern) level(property int) comparison.Level {
	return comparison.Level(p >> (4 * property) & 15)
}

// patterns are how many pairs have a pattern, ascending.
type patterns struct {
	of    []pattern
	count []float64
}

func sorted(counts map[pattern]float64) patterns {
	var p patterns
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		p.of, p.count = append(p.of, k), append(p.count, counts[k])
	}
	return p
}

type learner struct {
	model   Model
	initial *Model
	table   *comparison.Table
	index   *blocking.Index
	random  *rand.Rand

	frequencies []*comparison.Frequencies

	randomN, ruleN int
	levels         [][comparison.Missing + 1]float64 // of the random pairs, by property
	bits           [][comparison.Missing + 1]float64 // their sum
	rules          []patterns                        // of each rule's pairs
	scale          []float64                         // how many pairs one of each rule's sample stands for
	all            []patterns                        // of each rule's pairs that no rule before it has
	matched        [][comparison.Missing + 1]float64 // expected matches among the pairs of all rules
	matches        float64
}

// comparer returns a new comparer, by the frequencies as they are before anything is
// learnt.
func (l *learner) comparer() *comparison.Comparer {
	return comparison.NewComparer(l.table, l.frequencies)
}

// sampleRandom compares random pairs.
func (l *learner) sampleRandom() {
	n := l.table.Len()
	l.levels = make([][comparison.Missing + 1]float64, len(l.table.Columns))
	l.bits = make([][comparison.Missing + 1]float64, len(l.table.Columns))
	if n < 2 {
		return
	}
	l.randomN = min(randomPairs, n*(n-1)/2)
	pairs := make([][2]int, l.randomN)
	for k := range pairs {
		i, j := l.random.IntN(n), l.random.IntN(n-1)
		if j >= i {
			j++
		}
		pairs[k] = [2]int{i, j}
	}
	const parts = 4 // of the pairs, each property of each compared by itself
	type seen struct {
		levels, bits [comparison.Missing + 1]float64
	}
	found := make([]seen, parts*len(l.table.Columns))
	parallel.For(len(found), func(n int) {
		k, part := n/parts, n%parts
		c := l.comparer()
		for _, p := range pairs[len(pairs)*part/parts : len(pairs)*(part+1)/parts] {
			a := c.Compare(k, p[0], p[1])
			found[n].levels[a.Level]++
			found[n].bits[a.Level] += float64(a.Bits)
		}
	})
	for n := range found {
		for i := range found[n].levels {
			l.levels[n/parts][i] += found[n].levels[i]
			l.bits[n/parts][i] += found[n].bits[i]
		}
	}
}

// sampleRules compares a sample of the blocks of each rule.
func (l *learner) sampleRules() {
	rules := len(l.model.Rules)
	byRule := make([][]int, rules)
	pairs := make([]float64, rules)
	for b := range l.index.Blocks() {
		r := l.index.Rule(b)
		byRule[r] = append(byRule[r], b)
		n := float64(l.index.Size(b))
		pairs[r] += n * (n - 1) / 2
	}
	for _, blocks := range byRule {
		l.random.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	}
	l.rules, l.all, l.scale = make([]patterns, rules), make([]patterns, rules), make([]float64, rules)
	sampled := make([]int, rules)
	parallel.For(rules, func(r int) {
		c := l.comparer()
		every, first := map[pattern]float64{}, map[pattern]float64{}
		for _, b := range byRule[r] {
			if sampled[r] >= rulePairs {
				break
			}
			l.index.All(b, func(i, j int) {
				var p pattern
				for k := range l.table.Columns {
					p |= pattern(c.Compare(k, i, j).Level) << (4 * k)
				}
				every[p]++
				if l.index.First(b, i, j) {
					first[p]++
				}
				sampled[r]++
			})
		}
		l.rules[r], l.all[r] = sorted(every), sorted(first)
		l.scale[r] = pairs[r] / float64(max(1, sampled[r]))
	})
	for _, n := range sampled {
		l.ruleN += n
	}
}

// learnU sets u from the random pairs, less the matches that are expected among them.
func (l *learner) learnU() {
	n := float64(l.table.Len())
	total := n * (n - 1) / 2
	for k := range l.model.Weights {
		w := &l.model.Weights[k]
		told := 0.0
		for i := range w.Levels {
			told += l.levels[k][i]
		}
		if told == 0 || !w.Kind.Learnt() {
			continue
		}
		share := told / float64(max(1, l.randomN)) // of pairs in which both have the property
		rest := 1.0
		for i := range w.Levels {
			if i == len(w.Levels)-1 {
				break
			}
			usual := l.initial.Weights[k].Levels[i].U
			u := l.levels[k][i] / told
			if i == 0 { // counted, not sampled
				u = l.table.Columns[k].Chance()
			}
			u = max(0, u-l.matched[k][i]/(total*share))
			u = (u*total*share + priorPairs*usual) / (total*share + priorPairs)
			least := max(0.2/(total*share), min(1e-7, l.initial.Weights[k].Levels[i].U))
			if i > 0 {
				least = max(least, 0.02*l.initial.Weights[k].Levels[i].U)
			}
			w.Levels[i].U = max(u, least)
			rest -= w.Levels[i].U
		}
		w.Levels[len(w.Levels)-1].U = max(rest, 0.01)
	}
}

// uses reports whether a rule goes by a property.
func (l *learner) uses(rule, property int) bool {
	return slices.ContainsFunc(l.model.Rules[rule].Keys, func(k blocking.Key) bool { return k.Property == l.model.Weights[property].Name })
}

// learnM sets m by expectation maximisation for each rule, u given.
func (l *learner) learnM() {
	sums := make([][]float64, len(l.model.Weights))
	for k := range sums {
		for _, level := range l.initial.Weights[k].Levels {
			sums[k] = append(sums[k], priorMatches*level.M)
		}
	}
	for r := range l.rules {
		l.maximise(r, sums)
	}
	for k := range sums {
		if !l.model.Weights[k].Kind.Learnt() {
			continue
		}
		total := 0.0
		for _, s := range sums[k] {
			total += s
		}
		for i := range sums[k] {
			l.model.Weights[k].Levels[i].M = max(sums[k][i]/total, 1e-4)
		}
	}
}

// lacks reports whether nothing agrees that must: such pairs are no matches to learn
// from.
func (l *learner) lacks(p pattern) bool {
	n := need{}
	for k, w := range l.model.Weights {
		if level := p.level(k); level != comparison.Missing && slices.Contains(l.model.Needs, w.Name) {
			n.told = true
			n.met = n.met || int(level) < len(w.Levels)-1
		}
	}
	return n.told && !n.met
}

// maximise adds the expected levels of the matches of a rule to sums.
func (l *learner) maximise(r int, sums [][]float64) {
	ps := l.rules[r]
	var free []int // properties that the rule does not go by
	for k, w := range l.model.Weights {
		if w.Kind.Learnt() && !l.uses(r, k) {
			free = append(free, k)
		}
	}
	if len(ps.of) == 0 || len(free) < 2 {
		return
	}
	m := make([][]float64, len(l.model.Weights))
	expected := make([][]float64, len(l.model.Weights))
	for k := range m {
		for _, level := range l.model.Weights[k].Levels {
			m[k] = append(m[k], level.M)
		}
		expected[k] = make([]float64, len(m[k]))
	}
	share := 0.1
	for range rounds {
		for _, k := range free {
			for i := range expected[k] {
				expected[k][i] = priorMatches * l.initial.Weights[k].Levels[i].M
			}
		}
		matches, all := 0.0, 0.0
		for at, p := range ps.of {
			all += ps.count[at]
			if l.lacks(p) {
				continue
			}
			odds := share / (1 - share)
			for _, k := range free {
				if level := p.level(k); level != comparison.Missing {
					odds *= m[k][level] / l.model.Weights[k].Levels[level].U
				}
			}
			match := ps.count[at] * odds / (1 + odds)
			matches += match
			for _, k := range free {
				if level := p.level(k); level != comparison.Missing {
					expected[k][level] += match
				}
			}
		}
		share = min(max(matches/all, 1e-6), 1-1e-6)
		for _, k := range free {
			total := 0.0
			for _, e := range expected[k] {
				total += e
			}
			for i := range m[k] {
				m[k][i] = max(expected[k][i]/total, 1e-4)
			}
		}
	}
	for _, k := range free {
		for i := range expected[k] {
			sums[k][i] += expected[k][i] - priorMatches*l.initial.Weights[k].Levels[i].M
		}
	}
}

// learnPrior sets the prior so that it is the share of all pairs that match: pairs that
// no rule gives do not.
func (l *learner) learnPrior() {
	n := float64(l.table.Len())
	total := n * (n - 1) / 2
	if total == 0 {
		return
	}
	for range rounds {
		odds := l.model.Prior / (1 - l.model.Prior)
		l.matches = 0
		for k := range l.matched {
			l.matched[k] = [comparison.Missing + 1]float64{}
		}
		for r, ps := range l.all {
			for at, p := range ps.of {
				if l.lacks(p) {
					continue
				}
				o := odds
				for k, w := range l.model.Weights {
					if level := p.level(k); level != comparison.Missing {
						o *= w.Levels[level].M / w.Levels[level].U
					}
				}
				match := l.scale[r] * ps.count[at] * o / (1 + o)
				l.matches += match
				for k := range l.matched {
					l.matched[k][p.level(k)] += match
				}
			}
		}
		l.model.Prior = min(max(l.matches/total, 0.01/total), 0.5)
	}
	l.model.Things = 1 + 2*l.matches/n
}

// learnUsual sets how rare what random pairs have in common usually is.
func (l *learner) learnUsual() {
	for k := range l.model.Weights {
		levels := l.model.Weights[k].Levels
		for i := range levels {
			if levels[i].Rarity == 0 {
				continue
			}
			levels[i].Usual = -math.Log2(levels[i].U)
			const enough = 30
			if i > 0 && l.levels[k][i] >= enough {
				levels[i].Usual = l.bits[k][i] / l.levels[k][i]
			}
		}
	}
}
