package estimate

import (
	"fmt"
	"math"
	"slices"
)

// Quantiles returns the lower quartile, the median and the upper quartile of values, by
// type 7 of Hyndman and Fan (1996): linear between order statistics, h = (n-1)p + 1, as
// in R, NumPy and spreadsheets. Values come in any order and are left alone. It returns
// ErrNoData for none and ErrInput for a value that is not finite.
func Quantiles(values []float64) (q1, median, q3 float64, err error) {
	sorted, err := sortedFinite(values)
	if err != nil {
		return 0, 0, 0, err
	}
	return quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75), nil
}

// Quantile returns the quantile of values at p, 0 to 1, by the rule and with the errors
// of Quantiles; ErrInput also where p is out of range.
func Quantile(values []float64, p float64) (float64, error) {
	if !(p >= 0 && p <= 1) {
		return 0, fmt.Errorf("%w: quantile at %g", ErrInput, p)
	}
	sorted, err := sortedFinite(values)
	if err != nil {
		return 0, err
	}
	return quantile(sorted, p), nil
}

// Median estimates the median of the values' population: the type 7 sample median with
// the limits of MedianInterval. It returns that function's errors.
func Median(values []float64) (Estimate, error) {
	low, high, err := MedianInterval(values)
	if err != nil {
		return Estimate{}, err
	}
	_, median, _, err := Quantiles(values)
	if err != nil {
		return Estimate{}, err
	}
	return Estimate{
		Value: median, Low: low, High: high,
		N: len(values), Method: "median, order statistics",
	}, nil
}

// MedianInterval returns limits that cover the population's median at Level or more,
// whatever the distribution: the k-th smallest and the k-th largest value, where k is
// the largest number with P(B < k) <= (1-Level)/2 for B binomial with n and 1/2. The
// least n with such limits is 6; below it the error is ErrTooFew. Otherwise the errors
// are those of Quantiles.
func MedianInterval(values []float64) (low, high float64, err error) {
	sorted, err := sortedFinite(values)
	if err != nil {
		return 0, 0, err
	}
	n := len(sorted)
	k := medianRank(n)
	if k == 0 {
		return 0, 0, fmt.Errorf("%w: %d values", ErrTooFew, n)
	}
	return sorted[k-1], sorted[n-k], nil
}

// medianRank returns the k of MedianInterval for n > 0 values, 0 where there is none.
// The binomial terms are formed by logarithms, since 2 to the -n underflows.
func medianRank(n int) int {
	logFactorial := func(k int) float64 {
		v, _ := math.Lgamma(float64(k) + 1)
		return v
	}
	all := logFactorial(n) - float64(n)*math.Ln2
	tail := 0.0
	for k := 0; ; k++ { // ends: the sum passes one half before k reaches n
		tail += math.Exp(all - logFactorial(k) - logFactorial(n-k))
		if tail > (1-Level)/2 {
			return k
		}
	}
}

func sortedFinite(values []float64) ([]float64, error) {
	if len(values) == 0 {
		return nil, fmt.Errorf("%w: a quantile of none", ErrNoData)
	}
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("%w: %g among the values", ErrInput, v)
		}
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return sorted, nil
}

// quantile reads type 7 from at least one sorted value.
func quantile(sorted []float64, p float64) float64 {
	h := float64(len(sorted)-1) * p
	i := int(h)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	fraction := h - float64(i)
	// Weighted so that neither a difference overflows nor equal values move.
	if sorted[i] == sorted[i+1] {
		return sorted[i]
	}
	return sorted[i]*(1-fraction) + sorted[i+1]*fraction
}
