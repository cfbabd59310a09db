package agreement_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/agreement"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// labels makes a partition of a text, a letter a thing.
func labels(s string) []int32 { return agreement.Labels([]rune(s)) }

// The example of Manning, Raghavan and Schütze (2008), Introduction to Information
// Retrieval, section 16.3: 17 points in three clusters. TP = 20, FP = 20, FN = 24,
// NMI = 0.36.
func TestManning(t *testing.T) {
	got := labels("11111122222233333")
	want := labels("xxxxxoxoooovxxvvv")
	a := agreement.Pairwise(got, want)
	near(t, "precision", a.Precision, 20.0/40, 1e-15)
	near(t, "recall", a.Recall, 20.0/44, 1e-15)
	near(t, "F1", a.F1, 2*20.0/84, 1e-15)
	near(t, "NMI", agreement.NMI(got, want, agreement.Arithmetic), 0.36, 0.005)
}

// The example of Bagga and Baldwin (1998), Algorithms for scoring coreference chains:
// the chains 1-5, 6-7 and 8-C; the first answer joins the second and third, the second
// joins the first and third.
func TestBaggaBaldwin(t *testing.T) {
	want := labels("111112233333")
	first := agreement.BCubed(labels("111112222222"), want)
	near(t, "precision of the first answer", first.Precision, 16.0/21, 1e-15)
	near(t, "recall of the first answer", first.Recall, 1, 1e-15)
	second := agreement.BCubed(labels("111112211111"), want)
	near(t, "precision of the second answer", second.Precision, 7.0/12, 1e-15)
	near(t, "recall of the second answer", second.Recall, 1, 1e-15)
}

// The example of Yeung and Ruzzo (2001), Details of the adjusted Rand index and
// clustering algorithms: the contingency table 1 1 0 / 1 2 1 / 0 0 4.
func TestYeungRuzzo(t *testing.T) {
	got, want := labels("aabbbbcccc"), labels("xyxyyzzzzz")
	near(t, "ARI", agreement.ARI(got, want), 0.313, 0.0005)
	near(t, "ARI", agreement.ARI(got, want), (7-130*14.0/450)/(13.5-130*14.0/450), 1e-12)
}

// The examples of the user guide of scikit-learn, section "Clustering performance
// evaluation", and of its reference of adjusted_mutual_info_score.
func TestScikitLearn(t *testing.T) {
	want, got := labels("aaabbb"), labels("xxyyzz")
	near(t, "ARI", agreement.ARI(got, want), 0.24242424, 1e-8)
	near(t, "AMI", agreement.AMI(got, want, agreement.Arithmetic), 0.2987924581708901, 1e-12)
	near(t, "NMI", agreement.NMI(got, want, agreement.Arithmetic), 0.5158037429793889, 1e-12)
	near(t, "AMI of one against each", agreement.AMI(labels("aaaa"), labels("abcd"), agreement.Arithmetic), 0, 1e-12)
	near(t, "ARI of halves", agreement.ARI(labels("aabb"), labels("abcc")), 0.5714285, 1e-6)
	near(t, "ARI below chance", agreement.ARI(labels("aabb"), labels("abab")), -0.5, 1e-12)
	// From the reference of f1_score.
	near(t, "macro-F1", agreement.MacroF1([]string{"0", "2", "1", "0", "0", "1"}, []string{"0", "1", "2", "0", "1", "2"}), 0.26666666, 1e-8)
}

// The expectation against an average over all 720 orders of six things.
func TestExpectedInformation(t *testing.T) {
	got, want := labels("aabbbc"), labels("xxxyyz")
	sum, n := 0.0, 0
	var permute func(k int)
	permuted := append([]int32(nil), want...)
	permute = func(k int) {
		if k == len(permuted) {
			sum += agreement.NMI(got, permuted, agreement.Maximum)
			n++
			return
		}
		for i := k; i < len(permuted); i++ {
			permuted[k], permuted[i] = permuted[i], permuted[k]
			permute(k + 1)
			permuted[k], permuted[i] = permuted[i], permuted[k]
		}
	}
	permute(0)
	// (MI - E)/(H - E), divided through by H.
	mean := sum / float64(n)
	mi := agreement.NMI(got, want, agreement.Maximum)
	near(t, "AMI", agreement.AMI(got, want, agreement.Maximum), (mi-mean)/(1-mean), 1e-12)
}

func TestAccuracy(t *testing.T) {
	for _, test := range []struct {
		right, named, there int
		want                agreement.Accuracy
	}{
		{0, 0, 0, agreement.Accuracy{Precision: 1, Recall: 1, F1: 1}},
		{0, 0, 3, agreement.Accuracy{}},
		{0, 3, 0, agreement.Accuracy{}},
		{2, 4, 2, agreement.Accuracy{Precision: 0.5, Recall: 1, F1: 2.0 / 3}},
	} {
		if got := agreement.Of(test.right, test.named, test.there); got != test.want {
			t.Errorf("Of(%d, %d, %d) = %v, want %v", test.right, test.named, test.there, got, test.want)
		}
	}
	type set = map[string]bool
	if got := agreement.Sets(set{"a": true, "b": true, "c": false}, set{"b": true, "d": true, "e": true, "c": true}); got != agreement.Of(1, 2, 4) {
		t.Errorf("Sets: %v", got)
	}
}

func TestOverlapping(t *testing.T) {
	// The first group fits to 2·2/(2+3), the second wholly; the third is found by
	// nobody, which counts in one of the two means.
	want := [][]int32{{1, 2, 3}, {3, 4}, {9}}
	got := [][]int32{{2, 1, 1}, {4, 3}}
	near(t, "overlapping F1", agreement.OverlappingF1(got, want), ((0.8+1+0)/3+(0.8+1)/2)/2, 1e-15)
	near(t, "of nothing", agreement.OverlappingF1(nil, [][]int32{{}}), 1, 0)
	near(t, "of nothing against something", agreement.OverlappingF1(nil, want), 0, 0)
}

func TestPrecisionAtN(t *testing.T) {
	relevant := []bool{true, false, true, false, true}
	for _, test := range []struct {
		scores []float64
		n      int
		want   float64
	}{
		{[]float64{5, 4, 3, 2, 1}, 1, 1},
		{[]float64{5, 4, 3, 2, 1}, 2, 0.5},
		{[]float64{5, 4, 3, 2, 1}, 10, 0.3},           // five things that are not there are wrong
		{[]float64{1, 1, 1, 1, 1}, 2, 0.6},            // any two of five, three of which are relevant
		{[]float64{9, 1, 1, 1, 0}, 2, (1 + 1./3) / 2}, // the second is one of three
		{nil, 0, 1},
	} {
		near(t, "precision", agreement.PrecisionAtN(test.scores, relevant, test.n), test.want, 1e-15)
	}
}

func TestMacroF1(t *testing.T) {
	// No answer lowers recall and makes no class; what has no truth is left out.
	got := agreement.MacroF1([]string{"driver", "", "scout", "scout"}, []string{"driver", "driver", "scout", ""})
	near(t, "macro-F1", got, (2.0/3+1)/2, 1e-15)
	near(t, "of nothing", agreement.MacroF1[string](nil, nil), 1, 0)
}

func TestMatch(t *testing.T) {
	got, want := []float64{0, 10, 11, 50}, []float64{1, 10.5, 90}
	pairs := agreement.Match(len(got), len(want), 2, func(g, w int) float64 { return math.Abs(got[g] - want[w]) })
	if diff := cmp.Diff([]agreement.Pair{{1, 1, 0.5}, {0, 0, 1}}, pairs); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
}

func partition(t *rapid.T, n int, name string) []int32 {
	return rapid.SliceOfN(rapid.Int32Range(-2, 5), n, n).Draw(t, name)
}

// measures are symmetric, 1 for the same partition, within their range, and do not
// care for the names of labels or the order of things.
func TestPartitions(t *testing.T) {
	type measure struct {
		name  string
		of    func(a, b []int32) float64
		least float64
	}
	by := func(f func(a, b []int32, n agreement.Normalisation) float64, n agreement.Normalisation) func(a, b []int32) float64 {
		return func(a, b []int32) float64 { return f(a, b, n) }
	}
	measures := []measure{
		{"pairwise F1", func(a, b []int32) float64 { return agreement.Pairwise(a, b).F1 }, 0},
		{"B-cubed F1", func(a, b []int32) float64 { return agreement.BCubed(a, b).F1 }, 0},
		{"ARI", agreement.ARI, -1},
		{"NMI", by(agreement.NMI, agreement.Arithmetic), 0},
		{"NMI by maximum", by(agreement.NMI, agreement.Maximum), 0},
		{"AMI", by(agreement.AMI, agreement.Arithmetic), -1},
		{"AMI by maximum", by(agreement.AMI, agreement.Maximum), -1},
		{"overlapping F1", func(a, b []int32) float64 { return agreement.OverlappingF1(groups(a), groups(b)) }, 0},
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		a, b := partition(t, n, "a"), partition(t, n, "b")
		order := rapid.Permutation(indices(n)).Draw(t, "order")
		shuffled, relabelled := make([]int32, n), make([]int32, n)
		for i, from := range order {
			shuffled[i] = 1_000_000_000 - 7*a[from]
			relabelled[i] = b[from]
		}
		for _, m := range measures {
			v := m.of(a, b)
			if !(v >= m.least-1e-12 && v <= 1+1e-12) {
				t.Errorf("%s of %v and %v is %v", m.name, a, b, v)
			}
			for what, other := range map[string]float64{
				"the other way round": m.of(b, a), "relabelled": m.of(shuffled, relabelled),
			} {
				if math.Abs(v-other) > 1e-9 {
					t.Errorf("%s of %v and %v is %v, %s %v", m.name, a, b, v, what, other)
				}
			}
			if same := m.of(a, a); math.Abs(same-1) > 1e-12 {
				t.Errorf("%s of %v with itself is %v", m.name, a, same)
			}
		}
		p, r := agreement.Pairwise(a, b), agreement.Pairwise(b, a)
		if p.Precision != r.Recall || p.Recall != r.Precision {
			t.Errorf("precision and recall do not change places: %v, %v", p, r)
		}
		if want := pairwise(a, b); p != want {
			t.Errorf("pairwise of %v and %v is %v, by counting %v", a, b, p, want)
		}
		if want := bcubed(a, b); math.Abs(agreement.BCubed(a, b).Precision-want) > 1e-12 {
			t.Errorf("B-cubed precision of %v and %v is %v, by counting %v", a, b, agreement.BCubed(a, b).Precision, want)
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func groups(p []int32) [][]int32 {
	by := map[int32][]int32{}
	for i, l := range p {
		by[l] = append(by[l], int32(i))
	}
	var out [][]int32
	for _, g := range by {
		out = append(out, g)
	}
	return out
}

// pairwise and bcubed count by their definitions.
func pairwise(got, want []int32) agreement.Accuracy {
	both, named, there := 0, 0, 0
	for i := range got {
		for j := range i {
			g, w := got[i] == got[j], want[i] == want[j]
			if g {
				named++
			}
			if w {
				there++
			}
			if g && w {
				both++
			}
		}
	}
	return agreement.Of(both, named, there)
}

func bcubed(got, want []int32) float64 {
	if len(got) == 0 {
		return 1
	}
	sum := 0.0
	for i := range got {
		right, named := 0, 0
		for j := range got {
			if got[i] == got[j] {
				named++
				if want[i] == want[j] {
					right++
				}
			}
		}
		sum += float64(right) / float64(named)
	}
	return sum / float64(len(got))
}

// Matching is one to one, within the radius, and leaves no pair that could be added.
func TestMatchProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.Float64Range(0, 10), 0, 8)
		got, want := points.Draw(t, "got"), points.Draw(t, "want")
		const within = 1.0
		distance := func(g, w int) float64 { return math.Abs(got[g] - want[w]) }
		usedGot, usedWant := map[int]bool{}, map[int]bool{}
		for _, p := range agreement.Match(len(got), len(want), within, distance) {
			if usedGot[p.Got] || usedWant[p.Want] || p.Distance > within || p.Distance != distance(p.Got, p.Want) {
				t.Fatalf("pair %v", p)
			}
			usedGot[p.Got], usedWant[p.Want] = true, true
		}
		for g := range got {
			for w := range want {
				if !usedGot[g] && !usedWant[w] && distance(g, w) <= within {
					t.Fatalf("%d and %d could be matched", g, w)
				}
			}
		}
	})
}

func BenchmarkPairwise(b *testing.B) {
	const n = 1_000_000
	got, want := make([]int32, n), make([]int32, n)
	for i := range got {
		got[i], want[i] = int32(i*7%400_000), int32(i*7%399_989)
	}
	for b.Loop() {
		agreement.Pairwise(got, want)
	}
}
