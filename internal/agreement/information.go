package agreement

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Normalisation says by what mutual information is divided.
type Normalisation int

// Arithmetic divides by the mean of the two entropies; NMI is then the V-measure of
// Rosenberg and Hirschberg (2007). Maximum divides by the larger one, which makes
// 1 - NMI a metric (Vinh, Epps and Bailey 2010).
const (
	Arithmetic Normalisation = iota
	Maximum
)

func (n Normalisation) of(a, b float64) float64 {
	if n == Maximum {
		return max(a, b)
	}
	return (a + b) / 2
}

// NMI returns the normalised mutual information of two partitions, 0 to 1. Two
// partitions of one group each are the same: 1. It is not adjusted for chance: many
// small groups raise it (see [AMI]).
func NMI(got, want []int32, by Normalisation) float64 {
	t := contingency(got, want)
	if t.same() {
		return 1
	}
	norm := by.of(t.entropy(t.got), t.entropy(t.want))
	return min(1, t.information()/norm)
}

// AMI returns the adjusted mutual information of two partitions: 1 where they are the
// same, 0 on average where one is random with the same sizes of groups,
//
//	(MI - E[MI]) / (norm - E[MI])
//
// with the exact expectation under the hypergeometric model (Vinh, Epps and Bailey
// 2010, Information theoretic measures for clusterings comparison, equation 24a). It
// takes time in proportion to the pairs of different sizes of groups.
func AMI(got, want []int32, by Normalisation) float64 {
	t := contingency(got, want)
	if t.same() {
		return 1
	}
	expected := t.expected()
	norm := by.of(t.entropy(t.got), t.entropy(t.want))
	if norm-expected < 1e-12 { // one group against many, or the like: nothing above chance
		return 0
	}
	return (t.information() - expected) / (norm - expected)
}

// same reports whether the partitions have the same groups.
func (t *table) same() bool {
	return len(t.cells) == len(t.got) && len(t.cells) == len(t.want)
}

// entropy of the sizes of groups, in nats.
func (t *table) entropy(sizes []int64) float64 {
	h := 0.0
	for _, n := range sizes {
		p := float64(n) / float64(t.n)
		h -= p * math.Log(p)
	}
	return h
}

// information is the mutual information in nats.
func (t *table) information() float64 {
	mi := 0.0
	for _, c := range t.cells {
		mi += t.term(float64(c.n), float64(t.got[c.got]), float64(t.want[c.want]))
	}
	return max(0, mi)
}

// term is what n things that are in groups of a and b things add to the information.
func (t *table) term(n, a, b float64) float64 {
	total := float64(t.n)
	return n / total * (math.Log(total) + math.Log(n) - math.Log(a) - math.Log(b))
}

// expected is the information to expect of random partitions with these sizes. Groups
// of one size add the same, so that sizes are taken, not groups.
func (t *table) expected() float64 {
	sum := 0.0
	for _, a := range tallied(t.got) {
		for _, b := range tallied(t.want) {
			sum += float64(a.times) * float64(b.times) * t.expectedOf(a.size, b.size)
		}
	}
	return sum
}

type sized struct{ size, times int64 }

// tallied returns how often each size occurs, by size.
func tallied(sizes []int64) []sized {
	times := map[int64]int64{}
	for _, n := range sizes {
		times[n]++
	}
	var out []sized
	for _, size := range slices.SortedFunc(maps.Keys(times), cmp.Compare[int64]) {
		out = append(out, sized{size, times[size]})
	}
	return out
}

// expectedOf sums the terms of a pair of groups over how many things they may share,
// each by its hypergeometric probability
//
//	a! b! (N-a)! (N-b)! / (N! n! (a-n)! (b-n)! (N-a-b+n)!)
func (t *table) expectedOf(a, b int64) float64 {
	total := int64(t.n)
	always := logFactorial(a) + logFactorial(b) + logFactorial(total-a) + logFactorial(total-b) - logFactorial(total)
	sum := 0.0
	for n := max(1, a+b-total); n <= min(a, b); n++ {
		p := always - logFactorial(n) - logFactorial(a-n) - logFactorial(b-n) - logFactorial(total-a-b+n)
		sum += math.Exp(p) * t.term(float64(n), float64(a), float64(b))
	}
	return sum
}

func logFactorial(n int64) float64 {
	v, _ := math.Lgamma(float64(n) + 1)
	return v
}
