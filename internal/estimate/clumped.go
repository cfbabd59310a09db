package estimate

import (
	"fmt"
	"math"
)

// ClumpedRate returns the sum of sizes over exposure, times per, where each size
// is what one event brought (the dead of one incident) and events arrive as a
// Poisson process. The variance of such a compound sum S is estimated by the sum
// of squared sizes; the interval is taken on the logarithmic scale, so that it
// stays positive: S·exp(±1.96·sqrt(Σ size²)/S). It is far wider than a Poisson
// interval for S where a few events bring most of the sum, as shipwrecks do.
//
// Sizes are 0 or more. [ErrInvalid] where one is negative, their sum is zero, or
// exposure or per is not positive.
func ClumpedRate(sizes []float64, exposure, per float64) (Estimate, error) {
	var sum, squares float64
	for _, v := range sizes {
		if !(v >= 0) || math.IsInf(v, 1) {
			return Estimate{}, fmt.Errorf("an event of size %v: %w", v, ErrInvalid)
		}
		sum += v
		squares += v * v
	}
	if sum == 0 || !positive(exposure) || !positive(per) {
		return Estimate{}, fmt.Errorf("%v events over %v, per %v: %w", sum, exposure, per, ErrInvalid)
	}
	rate := sum / exposure * per
	spread := math.Exp(Z95 * math.Sqrt(squares) / sum)
	return Estimate{Value: rate, Low: rate / spread, High: rate * spread, N: len(sizes), Method: "compound Poisson sum, logarithmic scale"}, nil
}
