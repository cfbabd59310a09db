package agreement

// table is the contingency table of two partitions, by its cells that are not empty.
type table struct {
	n         int
	got, want []int64 // sizes of the groups
	cells     []cell
}

type cell struct {
	got, want int32
	n         int64
}

// contingency counts how two partitions of the same things meet, in time linear in
// their length.
func contingency(got, want []int32) *table {
	want = want[:len(got)] // of other things, they cannot be compared
	t := &table{n: len(got)}
	var g, w []int32
	g, t.got = dense(got)
	w, t.want = dense(want)
	// Things by their group of got, by counting; then each group's by that of want.
	ends := make([]int, len(t.got)+1)
	for i, size := range t.got {
		ends[i+1] = ends[i] + int(size)
	}
	order := make([]int32, len(w))
	at := append([]int(nil), ends...)
	for i, label := range g {
		order[at[label]] = w[i]
		at[label]++
	}
	counts := make([]int64, len(t.want))
	var met []int32
	for label := range t.got {
		met = met[:0]
		for _, other := range order[ends[label]:ends[label+1]] {
			if counts[other] == 0 {
				met = append(met, other)
			}
			counts[other]++
		}
		for _, other := range met {
			t.cells = append(t.cells, cell{int32(label), other, counts[other]})
			counts[other] = 0
		}
	}
	return t
}

// dense numbers labels from 0 by their first appearance, and counts them.
func dense(labels []int32) (numbers []int32, sizes []int64) {
	numbers = make([]int32, len(labels))
	number := numbering(labels)
	for i, l := range labels {
		k := number(l, int32(len(sizes)))
		if int(k) == len(sizes) {
			sizes = append(sizes, 0)
		}
		sizes[k]++
		numbers[i] = k
	}
	return numbers, sizes
}

// numbering returns the number that a label was given, and gives it next where it has
// none. Labels that are small numbers are looked up in a slice.
func numbering(labels []int32) func(label, next int32) int32 {
	var most int32
	for _, l := range labels {
		if l < 0 || int(l) > 4*len(labels) {
			given := map[int32]int32{}
			return func(label, next int32) int32 {
				if k, ok := given[label]; ok {
					return k
				}
				given[label] = next
				return next
			}
		}
		most = max(most, l)
	}
	given := make([]int32, int(most)+1) // number + 1
	return func(label, next int32) int32 {
		if given[label] == 0 {
			given[label] = next + 1
		}
		return given[label] - 1
	}
}

// pairs returns how many pairs n things make.
func pairs(n int64) int64 { return n * (n - 1) / 2 }

func (t *table) pairs() (both, got, want int64) {
	for _, c := range t.cells {
		both += pairs(c.n)
	}
	for _, n := range t.got {
		got += pairs(n)
	}
	for _, n := range t.want {
		want += pairs(n)
	}
	return both, got, want
}

// Pairwise returns the accuracy over pairs of things: a pair is named where got has it
// in one group, and right where want does.
func Pairwise(got, want []int32) Accuracy {
	both, named, there := contingency(got, want).pairs()
	return of(float64(both), float64(named), float64(there))
}

// BCubed returns the B-cubed accuracy: for each thing the share of its group in got
// that is in its group in want (precision), and the reverse (recall), averaged over
// things; F1 is the harmonic mean of the two averages (Bagga and Baldwin 1998,
// Algorithms for scoring coreference chains; Amigó et al. 2009, A comparison of
// extrinsic clustering evaluation metrics). Of no things it is 1.
func BCubed(got, want []int32) Accuracy {
	t := contingency(got, want)
	if t.n == 0 {
		return Accuracy{1, 1, 1}
	}
	var p, r float64
	for _, c := range t.cells {
		squared := float64(c.n) * float64(c.n)
		p += squared / float64(t.got[c.got])
		r += squared / float64(t.want[c.want])
	}
	p, r = p/float64(t.n), r/float64(t.n)
	return Accuracy{Precision: p, Recall: r, F1: 2 * p * r / (p + r)}
}

// ARI returns the adjusted Rand index of two partitions: 1 where they are the same, 0
// on average where one is a random partition with the same sizes of groups, below 0
// where they agree less than that (Hubert and Arabie 1985, Comparing partitions,
// equation 5). Where both are one group, or both all groups of one, it is 1.
func ARI(got, want []int32) float64 {
	t := contingency(got, want)
	both, named, there := t.pairs()
	all := pairs(int64(t.n))
	if all == 0 || named == there && (named == 0 || named == all) {
		return 1
	}
	expected := float64(named) / float64(all) * float64(there)
	return (float64(both) - expected) / ((float64(named)+float64(there))/2 - expected)
}
