// Package agreement measures how far a computed answer agrees with the truth, or
// two answers with each other.
//
//	Pairwise, BCubed     two partitions, as precision, recall and F1
//	NMI, AMI, ARI        two partitions, as one number
//	OverlappingF1        two families of groups that may overlap
//	Sets, MacroF1        things named, classes given
//	PrecisionAtN         a ranking
//	Match                points, one to one within a radius
//
// A partition of n things is a label for each, so that two partitions that are compared
// have one length; labels mean nothing but "the same" or "not the same", and [Labels]
// makes them from anything comparable. All counts are exact, in 64-bit integers for
// fewer than 2³² things.
//
// Everything of what none was named is right and wrong at once: where there was
// nothing to name either, precision and recall are 1, otherwise 0.
package agreement

// Accuracy is how much of what was named is right (Precision), how much of what is
// right was named (Recall), and their harmonic mean (F1). All are 0 to 1.
type Accuracy struct{ Precision, Recall, F1 float64 }

// Of returns the accuracy of an answer that named so many things of which so many are
// right, where so many were there to be named.
func Of(right, named, there int) Accuracy {
	return of(float64(right), float64(named), float64(there))
}

func of(right, named, there float64) Accuracy {
	a := Accuracy{Precision: ratio(right, named, there), Recall: ratio(right, there, named)}
	// 2PR/(P+R) in counts, so that it is exact and defined where P and R are 0.
	a.F1 = ratio(2*right, named+there, 0)
	return a
}

// ratio returns a/b. Where b is 0 it is 1 if the other side is empty too, else 0.
func ratio(a, b, other float64) float64 {
	switch {
	case b != 0:
		return a / b
	case other == 0:
		return 1
	}
	return 0
}

// Sets returns the accuracy of a set of things named against those that are there.
func Sets[T comparable](got, want map[T]bool) Accuracy {
	right, named, there := 0, 0, 0
	for thing, in := range got {
		if in {
			named++
			if want[thing] {
				right++
			}
		}
	}
	for _, in := range want {
		if in {
			there++
		}
	}
	return Of(right, named, there)
}

// Labels numbers things by what they are alike in: the i-th label is the same as the
// j-th if and only if the keys are.
func Labels[K comparable](keys []K) []int32 {
	numbers := make(map[K]int32)
	out := make([]int32, len(keys))
	for i, k := range keys {
		n, ok := numbers[k]
		if !ok {
			n = int32(len(numbers))
			numbers[k] = n
		}
		out[i] = n
	}
	return out
}
