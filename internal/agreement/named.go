package agreement

import (
	"cmp"
	"slices"
)

// OverlappingF1 compares two families of groups that may overlap and need not cover
// all things: the mean of the F1 of each group in want with the group in got that fits
// it best, and the reverse; of the two means the mean (Yang and Leskovec 2013,
// Overlapping community detection at scale, section 6). It is symmetric, 0 to 1, and 1
// where both are empty. Each group is a list of things; things told twice count once.
func OverlappingF1(got, want [][]int32) float64 {
	got, want = proper(got), proper(want)
	if len(got) == 0 || len(want) == 0 {
		return ratio(0, 0, float64(len(got)+len(want)))
	}
	return (bestMatches(got, want) + bestMatches(want, got)) / 2
}

// proper returns the groups that are not empty, each sorted and without repeats.
func proper(groups [][]int32) [][]int32 {
	var out [][]int32
	for _, g := range groups {
		if len(g) > 0 {
			g = slices.Clone(g)
			slices.Sort(g)
			out = append(out, slices.Compact(g))
		}
	}
	return out
}

// bestMatches returns the mean of the best F1 of each group of a with any of b. Only
// groups that share a thing are compared.
func bestMatches(a, b [][]int32) float64 {
	in := map[int32][]int32{} // thing -> groups of b
	for i, g := range b {
		for _, thing := range g {
			in[thing] = append(in[thing], int32(i))
		}
	}
	shared := make([]int, len(b))
	var met []int32
	sum := 0.0
	for _, g := range a {
		met = met[:0]
		for _, thing := range g {
			for _, i := range in[thing] {
				if shared[i] == 0 {
					met = append(met, i)
				}
				shared[i]++
			}
		}
		best := 0.0
		for _, i := range met {
			best = max(best, Of(shared[i], len(b[i]), len(g)).F1)
			shared[i] = 0
		}
		sum += best
	}
	return sum / float64(len(a))
}

// PrecisionAtN returns the share of the n things with the highest scores that are
// relevant. Among things of one score each order is as likely as another, and the
// share is what to expect (McSherry and Najork 2008, Computing information retrieval
// performance measures efficiently in the presence of tied scores). Where there are
// fewer than n things, those that are lacking count as wrong. Of n = 0 it is 1.
func PrecisionAtN(scores []float64, relevant []bool, n int) float64 {
	if n <= 0 {
		return 1
	}
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	right := 0.0
	for from := 0; from < len(order) && from < n; {
		to, good := from, 0
		for ; to < len(order) && scores[order[to]] == scores[order[from]]; to++ {
			if relevant[order[to]] {
				good++
			}
		}
		taken := min(to, n) - from
		right += float64(good) * float64(taken) / float64(to-from)
		from = to
	}
	return right / float64(n)
}

// MacroF1 returns the mean over classes of the F1 of each class in got or want. Rare
// classes weigh as much as frequent ones. The zero value is no class: in got it is no
// answer, and things that have it in want are left out. Of no things it is 1.
func MacroF1[C comparable](got, want []C) float64 {
	type counts struct{ right, named, there int }
	var none C
	classes := map[C]*counts{}
	var order []*counts // sums of floats depend on it
	of := func(c C) *counts {
		if classes[c] == nil {
			classes[c] = &counts{}
			order = append(order, classes[c])
		}
		return classes[c]
	}
	for i, truth := range want {
		if truth == none {
			continue
		}
		of(truth).there++
		if got[i] != none {
			of(got[i]).named++
		}
		if got[i] == truth {
			of(truth).right++
		}
	}
	if len(order) == 0 {
		return 1
	}
	sum := 0.0
	for _, c := range order {
		sum += Of(c.right, c.named, c.there).F1
	}
	return sum / float64(len(order))
}

// Pair is a thing of an answer and one of the truth that it was matched to.
type Pair struct {
	Got, Want int
	Distance  float64
}

// Match matches things one to one, the nearest pair first, as long as they are within
// a distance of each other; pairs of one distance in the order of their numbers. It is
// greedy: where things stand closer to each other than that distance, another matching
// may hold one pair more. It takes time in proportion to got times want.
func Match(got, want int, within float64, distance func(got, want int) float64) []Pair {
	var near []Pair
	for g := range got {
		for w := range want {
			if d := distance(g, w); d <= within {
				near = append(near, Pair{g, w, d})
			}
		}
	}
	slices.SortFunc(near, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Got, b.Got), cmp.Compare(a.Want, b.Want))
	})
	usedGot, usedWant := make([]bool, got), make([]bool, want)
	var out []Pair
	for _, p := range near {
		if !usedGot[p.Got] && !usedWant[p.Want] {
			usedGot[p.Got], usedWant[p.Want] = true, true
			out = append(out, p)
		}
	}
	return out
}
