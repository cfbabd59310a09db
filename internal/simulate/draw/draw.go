// Package draw draws the numbers of a simulated world. A [Source] is named after the
// part of the world that it makes, so that what one part draws does not move the
// others, and any part can be made again by itself:
//
//	r := draw.New(seed, "network", 17)
//	size := r.Between(5, 40)
//
// Only the bits of a PCG generator are used (O'Neill 2014), never the standard
// library's own ways of drawing, which may change from release to release.
package draw

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// Source draws numbers. It is used by one goroutine.
type Source struct{ pcg *rand.PCG }

// New returns the source of the part of a world that name and numbers say.
func New(seed uint64, name string, numbers ...int) *Source {
	h := fnv.New64a()
	fmt.Fprint(h, name, numbers) // a hash never fails
	return &Source{rand.NewPCG(seed, h.Sum64())}
}

// Below returns 0 to n-1, each equally likely; n is positive.
func (s *Source) Below(n int) int { return int(s.pcg.Uint64() % uint64(n)) }

// Between returns low to high, both included.
func (s *Source) Between(low, high int) int { return low + s.Below(high-low+1) }

// Unit returns a number of at least 0 and less than 1.
func (s *Source) Unit() float64 { return float64(s.pcg.Uint64()>>11) / (1 << 53) }

// Chance is true with probability p.
func (s *Source) Chance(p float64) bool { return s.Unit() < p }

// Normal returns a number of the standard normal distribution (Box and Muller 1958).
func (s *Source) Normal() float64 {
	return math.Sqrt(-2*math.Log(1-s.Unit())) * math.Cos(2*math.Pi*s.Unit())
}

// LogNormal returns a number whose logarithm is normal with the given median and
// standard deviation of the logarithm.
func (s *Source) LogNormal(median, sigma float64) float64 {
	return median * math.Exp(sigma*s.Normal())
}

// Poisson returns a count with the given mean: by multiplication (Knuth) for small
// means, by the rounded normal for means of 60 and more.
func (s *Source) Poisson(mean float64) int {
	if mean >= 60 {
		return max(0, int(math.Round(mean+math.Sqrt(mean)*s.Normal())))
	}
	limit, product, n := math.Exp(-mean), s.Unit(), 0
	for product > limit {
		product *= s.Unit()
		n++
	}
	return n
}

// Round returns one of the two integers around x, so that the mean of many is x.
func (s *Source) Round(x float64) int {
	whole := math.Floor(x)
	if s.Chance(x - whole) {
		whole++
	}
	return int(whole)
}

// One returns one of the list, each equally likely.
func One[T any](s *Source, list []T) T { return list[s.Below(len(list))] }

// Weighted returns an index, each as likely as its weight; weights are not negative
// and not all zero.
func (s *Source) Weighted(weights ...float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	at := s.Unit() * total
	last := 0
	for i, w := range weights {
		if w <= 0 {
			continue
		}
		if last = i; at < w {
			return i
		}
		at -= w
	}
	return last
}

// Zipf returns 0 to n-1; i is as likely as 1/(i+shift). Names, networks and places
// come in such proportions: a few are frequent and most are rare.
func (s *Source) Zipf(n int, shift float64) int {
	// The integral of 1/(x+shift) inverted: close to the sum's, and needs no table.
	low, high := math.Log(shift), math.Log(float64(n)+shift)
	i := int(math.Exp(low+s.Unit()*(high-low)) - shift)
	return min(max(i, 0), n-1)
}

// Shuffle brings list into another order.
func Shuffle[T any](s *Source, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := s.Below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
