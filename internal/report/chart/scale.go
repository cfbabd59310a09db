package chart

import (
	"math"
	"slices"
)

// scale maps values to positions along an axis.
type scale struct {
	low, high float64 // values at the ends, transformed when log
	from, to  float64 // positions at the ends
	log       bool
	ticks     []float64
}

// at is the position of a value.
func (s scale) at(v float64) float64 {
	if s.log {
		v = math.Log10(v)
	}
	return s.from + (v-s.low)/(s.high-s.low)*(s.to-s.from)
}

// shows tells whether the scale has a place for a value.
func (s scale) shows(v float64) bool {
	return finite(v) && (!s.log || v > 1e-290)
}

// rule says how a scale is to be made.
type rule struct {
	log      bool
	whole    bool // counts: no ticks between whole numbers
	zero     bool // the axis includes zero (never on a logarithmic scale)
	aim      int  // ticks wanted, about
	from, to float64
}

// scaleFor makes a scale that covers all values and begins and ends on ticks.
// It reports false when no value can be shown.
func scaleFor(values []float64, r rule) (scale, bool) {
	s := scale{from: r.from, to: r.to, log: r.log}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if s.shows(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	if low > high {
		return s, false
	}
	if r.log {
		s.ticks = logTicks(low, high)
		s.low, s.high = math.Log10(s.ticks[0]), math.Log10(s.ticks[len(s.ticks)-1])
		return s, true
	}
	if r.zero {
		low, high = min(low, 0), max(high, 0)
	}
	s.ticks = niceTicks(low, high, r.aim, r.whole)
	s.low, s.high = s.ticks[0], s.ticks[len(s.ticks)-1]
	return s, true
}

// niceTicks gives about n multiples of 1, 2 or 5 times a power of ten that
// cover low to high (after Heckbert, "Nice numbers for graph labels", Graphics
// Gems, 1990). At least two are given.
func niceTicks(low, high float64, n int, whole bool) []float64 {
	if high <= low {
		pad := max(math.Abs(low)*0.1, 1e-12)
		if whole {
			pad = 1
		}
		if low == 0 {
			pad = 1
		}
		low, high = min(low, high)-pad, max(low, high)+pad
		if low < 0 && low+pad >= 0 {
			low = 0
		}
	}
	step := niceStep((high - low) / float64(max(n, 1)))
	if whole {
		step = max(step, 1)
	}
	first, last := math.Floor(low/step+1e-9), math.Ceil(high/step-1e-9)
	var out []float64
	for i := first; i <= last && len(out) < 200; i++ {
		out = append(out, clean(i, step))
	}
	return out
}

// clean is i*step without the dust of binary fractions.
func clean(i, step float64) float64 {
	if step >= 1 {
		return i * step
	}
	return i / math.Round(1/step)
}

// niceStep is the multiple of 1, 2 or 5 times a power of ten next to x in ratio.
func niceStep(x float64) float64 {
	if x <= 0 || !finite(x) {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(x)))
	switch f := x / unit; {
	case f < math.Sqrt2:
		return unit
	case f < math.Sqrt(10):
		return 2 * unit
	case f < math.Sqrt(50):
		return 5 * unit
	}
	return 10 * unit
}

// logTicks gives ticks on a logarithmic axis that cover low to high: 1, 2 and 5
// times powers of ten over less than three decades, else powers of ten, at
// most about eight of them.
func logTicks(low, high float64) []float64 {
	first, last := math.Floor(math.Log10(low)+1e-9), math.Ceil(math.Log10(high)-1e-9)
	if first == last {
		last++
	}
	var out []float64
	if last-first <= 3 {
		for e := first; e <= last; e++ {
			for _, m := range []float64{1, 2, 5} {
				out = append(out, m*math.Pow(10, e))
			}
		}
		// End on the first tick that is not inside the data.
		from, _ := slices.BinarySearch(out, low*(1+1e-9))
		to, _ := slices.BinarySearch(out, high*(1-1e-9))
		from = max(from-1, 0)
		return out[from:min(max(to+1, from+2), len(out))]
	}
	step := max(1, math.Ceil((last-first)/8))
	for e := first; ; e += step {
		out = append(out, math.Pow(10, e))
		if e >= last {
			return out
		}
	}
}
