// Package estimate computes values with their uncertainty: a point value, the limits
// of its 95 per cent interval, the number of units it rests on and the share of units
// that could have told but did not.
//
//	Share        a proportion                  Wilson's score interval (Wilson 1927)
//	Rate         events per exposure           Poisson, exact (Garwood 1936)
//	ClumpedRate  sum over events per exposure  compound Poisson, logarithmic scale
//	Median       the middle value              order statistics, free of any distribution
//	Change       per cent change between two values
//
// The intervals speak of sampling alone. What is missing does not widen them, because
// nobody knows in which direction it leans: Missing travels beside the interval and is
// shown with it. Units of Value, Low and High are those of the input; a share is 0 to 1.
//
// References
//
//	Wilson, E. B. (1927). Probable inference, the law of succession, and statistical
//	  inference. Journal of the American Statistical Association 22, 209-212.
//	Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28,
//	  437-442.
//	Hyndman, R. J. and Fan, Y. (1996). Sample quantiles in statistical packages. The
//	  American Statistician 50, 361-365.
package estimate

import (
	"errors"
	"fmt"
	"math"
)

// Level is the coverage of every interval of this package.
const Level = 0.95

// Z95 is the standard normal quantile of (1+Level)/2.
const Z95 = 1.959963984540054

// Errors of this package, wrapped with the value at fault.
var (
	ErrInvalid = errors.New("invalid estimate")
	ErrInput   = errors.New("input out of range")
	ErrNoData  = errors.New("no data")
	ErrTooFew  = errors.New("too few values for an interval at this level")
	ErrNoBase  = errors.New("no per cent change from zero")
)

// Estimate is a value with its interval at Level. The functions of this package return
// valid ones; whoever fills one in by hand calls Validate.
type Estimate struct {
	Value, Low, High float64
	N                int     // units that the value rests on; for a Rate the events
	Missing          float64 // share, 0 to 1, of the units that lack the property
	Method           string  // of the interval, as a reader should see it
}

// Validate returns ErrInvalid, with the reason, unless Value, Low and High are finite
// and in order, N is not negative, Missing is a share, and Method is named.
func (e Estimate) Validate() error {
	for _, v := range []float64{e.Value, e.Low, e.High} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%w: %g (%g to %g) is not finite", ErrInvalid, e.Value, e.Low, e.High)
		}
	}
	switch {
	case e.Low > e.Value || e.Value > e.High:
		return fmt.Errorf("%w: %g is not within %g to %g", ErrInvalid, e.Value, e.Low, e.High)
	case e.N < 0:
		return fmt.Errorf("%w: n = %d", ErrInvalid, e.N)
	case !(e.Missing >= 0 && e.Missing <= 1): // NaN too
		return fmt.Errorf("%w: missing share %g", ErrInvalid, e.Missing)
	case e.Method == "":
		return fmt.Errorf("%w: no method", ErrInvalid)
	}
	return nil
}

// WithMissing returns e with the missing share of known out of total units. It returns
// ErrInput unless 0 <= known <= total and total > 0.
func (e Estimate) WithMissing(known, total int) (Estimate, error) {
	if known < 0 || known > total || total == 0 {
		return Estimate{}, fmt.Errorf("%w: %d known of %d", ErrInput, known, total)
	}
	e.Missing = float64(total-known) / float64(total)
	return e, nil
}

// Share estimates a proportion from k of n units, as 0 to 1, by Wilson's score interval.
// It returns ErrNoData where n is 0 and ErrInput unless 0 <= k <= n.
func Share(k, n int) (Estimate, error) {
	switch {
	case k < 0 || k > n:
		return Estimate{}, fmt.Errorf("%w: %d of %d", ErrInput, k, n)
	case n == 0:
		return Estimate{}, fmt.Errorf("%w: a share of none", ErrNoData)
	}
	p := float64(k) / float64(n)
	low, high := wilson(p, float64(n))
	return Estimate{Value: p, Low: low, High: high, N: n, Method: "Wilson score"}, nil
}

// wilson returns the limits of the score interval for the observed share p of n:
//
//	(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// At p = 0 and p = 1 the limit on that side is p itself; rounding must not move it.
func wilson(p, n float64) (low, high float64) {
	centre := p + Z95*Z95/(2*n)
	half := Z95 * math.Sqrt(p*(1-p)/n+Z95*Z95/(4*n*n))
	scale := 1 + Z95*Z95/n
	low, high = (centre-half)/scale, (centre+half)/scale
	return min(max(low, 0), p), max(min(high, 1), p)
}

// Rate estimates events per unit of exposure, times per: Rate(12, 48_000, 100_000) is 25
// per 100,000 of the exposure's unit. The interval is Garwood's exact one, which covers
// at least Level. Events that come in clusters vary more than Poisson's: count
// independent incidents, not the persons in them. It returns ErrInput unless events is
// not negative and exposure and per are positive and finite.
func Rate(events int, exposure, per float64) (Estimate, error) {
	if events < 0 || !positive(exposure) || !positive(per) {
		return Estimate{}, fmt.Errorf("%w: %d events in %g per %g", ErrInput, events, exposure, per)
	}
	scale := per / exposure
	if !positive(scale) {
		return Estimate{}, fmt.Errorf("%w: %g per %g", ErrInput, exposure, per)
	}
	low, high := garwood(events)
	e := Estimate{
		Value: float64(events) * scale, Low: low * scale, High: high * scale,
		N: events, Method: "Poisson exact (Garwood)",
	}
	return e, e.Validate()
}

// positive reports whether v is positive and finite.
func positive(v float64) bool { return v > 0 && !math.IsInf(v, 1) }

// garwood returns the limits of a Poisson mean given one count: half the chi-square
// quantiles of (1-Level)/2 with 2k and of (1+Level)/2 with 2k+2 degrees of freedom.
func garwood(k int) (low, high float64) {
	if k > 0 {
		low = chiSquareQuantile((1-Level)/2, 2*float64(k)) / 2
	}
	return low, chiSquareQuantile((1+Level)/2, 2*float64(k)+2) / 2
}

// Change returns the change from before to now in per cent: -9.8 where 170,664 became
// 153,946. It returns ErrNoBase where before is 0 and ErrInput where either value is
// negative or not finite.
func Change(now, before float64) (float64, error) {
	for _, v := range []float64{now, before} {
		if !(v >= 0) || math.IsInf(v, 1) {
			return 0, fmt.Errorf("%w: from %g to %g", ErrInput, before, now)
		}
	}
	if before == 0 {
		return 0, fmt.Errorf("%w: now %g", ErrNoBase, now)
	}
	return 100 * (now - before) / before, nil
}
