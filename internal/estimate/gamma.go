package estimate

import "math"

// chiSquareQuantile returns the x at which the chi-square distribution with df > 0
// degrees of freedom reaches p, 0 < p < 1: twice the gamma quantile with shape df/2.
func chiSquareQuantile(p, df float64) float64 { return 2 * gammaQuantile(p, df/2) }

// gammaQuantile inverts P(a, ·) by bisection: P rises with x, the bracket is doubled
// until it holds p, and halving it until its ends are neighbours takes some 60 steps
// and cannot fail. Speed does not matter: a figure needs two of them.
func gammaQuantile(p, a float64) float64 {
	low, high := 0.0, max(1, a)
	for lowerGamma(a, high) < p {
		low, high = high, 2*high
	}
	for {
		mid := low + (high-low)/2
		if mid <= low || mid >= high {
			return mid
		}
		if lowerGamma(a, mid) < p {
			low = mid
		} else {
			high = mid
		}
	}
}

// lowerGamma returns the regularised lower incomplete gamma function P(a, x) for a > 0
// and x >= 0 (NIST Digital Library of Mathematical Functions, §8.2): the power series
// §8.11.4 left of the mean, the continued fraction §8.9.2 for its complement to the
// right, where each converges in about √a terms.
func lowerGamma(a, x float64) float64 {
	if x <= 0 {
		return 0
	}
	lgamma, _ := math.Lgamma(a)
	factor := math.Exp(a*math.Log(x) - x - lgamma)
	if x < a+1 {
		return factor * lowerSeries(a, x)
	}
	return 1 - factor*upperFraction(a, x)
}

// lowerSeries sums x⁰/a + x¹/(a(a+1)) + x²/(a(a+1)(a+2)) + ...
func lowerSeries(a, x float64) float64 {
	term := 1 / a
	sum := term
	for n := 1.0; term > sum*1e-17; n++ {
		term *= x / (a + n)
		sum += term
	}
	return sum
}

// upperFraction evaluates 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...))) by Lentz's
// method in Thompson and Barnett's form (1986), from the front.
func upperFraction(a, x float64) float64 {
	const tiny = 1e-300 // stands for a zero denominator
	b := x + 1 - a
	c, d := 1/tiny, 1/b
	h := d
	for n := 1.0; ; n++ {
		numerator := -n * (n - a)
		b += 2
		d = 1 / nonZero(numerator*d+b, tiny)
		c = nonZero(b+numerator/c, tiny)
		step := c * d
		h *= step
		if math.Abs(step-1) <= 1e-15 { // as near as rounding lets it come
			return h
		}
	}
}

func nonZero(v, tiny float64) float64 {
	if math.Abs(v) < tiny {
		return tiny
	}
	return v
}
