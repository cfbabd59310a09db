package grading

import (
	"fmt"
	"math"
	"strings"
)

// Term is a likelihood word of Intelligence Community Directive 203. The zero
// value is none.
type Term uint8

// The seven words, from the least to the most likely.
const (
	AlmostNoChance Term = iota + 1
	VeryUnlikely
	Unlikely
	RoughlyEven
	Likely
	VeryLikely
	AlmostCertain
)

// Likelihood returns the word for a probability in per cent. The directive's bands
// share their limits; a value on a limit takes the word nearer to even, which claims
// less: 20 is unlikely, 80 is likely. Below 1 and above 99 the directive has no word,
// for nothing judged is certain: there and for NaN the error is ErrLikelihood.
func Likelihood(percent float64) (Term, error) {
	if math.IsNaN(percent) || percent < 1 || percent > 99 {
		return 0, fmt.Errorf("%w: %g (1 to 99)", ErrLikelihood, percent)
	}
	switch {
	case percent < 5:
		return AlmostNoChance, nil
	case percent < 20:
		return VeryUnlikely, nil
	case percent < 45:
		return Unlikely, nil
	case percent <= 55:
		return RoughlyEven, nil
	case percent <= 80:
		return Likely, nil
	case percent <= 95:
		return VeryLikely, nil
	}
	return AlmostCertain, nil
}

// Range returns the band of the term in per cent, 0 and 0 for the zero Term.
func (t Term) Range() (low, high float64) {
	switch t {
	case AlmostNoChance:
		return 1, 5
	case VeryUnlikely:
		return 5, 20
	case Unlikely:
		return 20, 45
	case RoughlyEven:
		return 45, 55
	case Likely:
		return 55, 80
	case VeryLikely:
		return 80, 95
	case AlmostCertain:
		return 95, 99
	}
	return 0, 0
}

// String returns the directive's word, "none" for the zero Term.
func (t Term) String() string {
	switch t {
	case AlmostNoChance:
		return "almost no chance"
	case VeryUnlikely:
		return "very unlikely"
	case Unlikely:
		return "unlikely"
	case RoughlyEven:
		return "roughly even"
	case Likely:
		return "likely"
	case VeryLikely:
		return "very likely"
	case AlmostCertain:
		return "almost certain"
	}
	return "none"
}

// ParseTerm reads what Term.String writes for one of the seven words, in any case;
// otherwise it returns ErrLikelihood.
func ParseTerm(text string) (Term, error) {
	for t := AlmostNoChance; t <= AlmostCertain; t++ {
		if strings.EqualFold(strings.TrimSpace(text), t.String()) {
			return t, nil
		}
	}
	return 0, fmt.Errorf("%w: %q is none of the seven words", ErrLikelihood, text)
}

// Confidence is how well founded a judgement is: the quality of its sources and of
// the reasoning, not the chance that it is true. The zero value is none.
type Confidence uint8

// The levels of confidence.
const (
	LowConfidence Confidence = iota + 1
	ModerateConfidence
	HighConfidence
)

// String returns "low", "moderate" or "high", "none" for the zero Confidence.
func (c Confidence) String() string {
	switch c {
	case LowConfidence:
		return "low"
	case ModerateConfidence:
		return "moderate"
	case HighConfidence:
		return "high"
	}
	return "none"
}

// ParseConfidence reads what Confidence.String writes for one of the three levels,
// in any case; otherwise it returns ErrConfidence.
func ParseConfidence(text string) (Confidence, error) {
	for c := LowConfidence; c <= HighConfidence; c++ {
		if strings.EqualFold(strings.TrimSpace(text), c.String()) {
			return c, nil
		}
	}
	return 0, fmt.Errorf("%w: %q (low, moderate, high)", ErrConfidence, text)
}
