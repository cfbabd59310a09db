package chart

import (
	"math"
	"strconv"
	"strings"

	"skein/internal/english"
)

// Format says how numbers are written. The zero Format writes 12,345 and as
// many decimals as the chart's values need, the same for all of them.
type Format struct {
	Percent bool // values are fractions: 0.123 is written 12.3%
	Prefix  string
	Suffix  string
}

// Interval is a lower and upper limit around a value. The zero Interval is
// absent.
type Interval struct {
	low, high float64
	known     bool
}

// Between gives an interval, absent when a limit is not finite or the limits
// are the wrong way round.
func Between(low, high float64) Interval {
	if !finite(low) || !finite(high) || low > high {
		return Interval{}
	}
	return Interval{low, high, true}
}

// Limits gives the interval's limits; ok is false when it is absent.
func (i Interval) Limits() (low, high float64, ok bool) { return i.low, i.high, i.known }

// style is a Format with its decimals fixed.
type style struct {
	Format
	decimals int
}

// settle fixes the decimals by the largest value and by whether all are whole.
func (f Format) settle(values []float64) style {
	most, whole := 0.0, true
	for _, v := range values {
		if !finite(v) {
			continue
		}
		if f.Percent {
			v *= 100
		}
		most = max(most, math.Abs(v))
		whole = whole && math.Abs(v-math.Round(v)) < 1e-9*max(1, math.Abs(v))
	}
	s := style{Format: f}
	switch {
	case whole || most >= 1000 || f.Prefix != "" && most >= 100:
	case f.Percent || most >= 10:
		s.decimals = 1
	case most >= 1:
		s.decimals = 2
	default:
		s.decimals = 3
	}
	return s
}

// settleTicks fixes the decimals so that every tick is written exactly.
func (f Format) settleTicks(ticks []float64) style {
	s := style{Format: f}
	for ; s.decimals < 6; s.decimals++ {
		exact := true
		for _, v := range ticks {
			if f.Percent {
				v *= 100
			}
			v = math.Abs(v) * math.Pow(10, float64(s.decimals))
			exact = exact && math.Abs(v-math.Round(v)) < 1e-6*max(1, v)
		}
		if exact {
			break
		}
	}
	return s
}

// text writes a value.
func (s style) text(v float64) string {
	if !finite(v) {
		return "no data"
	}
	suffix := s.Suffix
	if s.Percent {
		v, suffix = v*100, "%"+s.Suffix
	}
	sign := ""
	body := grouped(math.Abs(v), s.decimals)
	if v < 0 && strings.ContainsAny(body, "123456789") {
		sign = "\u2212"
	}
	return sign + s.Prefix + body + suffix
}

// span writes an interval, "800–1,200".
func (s style) span(low, high float64) string {
	if low < 0 {
		return s.text(low) + " to " + s.text(high) // no dash beside a minus sign
	}
	bare := s
	if s.Percent {
		bare.Percent, low = false, low*100
	}
	bare.Suffix = ""
	upper := s
	upper.Prefix = ""
	return bare.text(low) + "–" + upper.text(high)
}

// withInterval writes "1,000 (800–1,200)".
func (s style) withInterval(v float64, i Interval) string {
	if low, high, ok := i.Limits(); ok {
		return s.text(v) + " (" + s.span(low, high) + ")"
	}
	return s.text(v)
}

// grouped writes a number that is not negative, with commas at the thousands.
func grouped(v float64, decimals int) string {
	if v >= 1e15 {
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	whole, rest, found := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		whole += "." + rest
	}
	return whole
}

// plural is a count with its noun.
func plural(n int, one, many string) string { return english.Count(n, one, many) }
