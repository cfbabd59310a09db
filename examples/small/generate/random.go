package main

import (
	"hash/fnv"
	"math/rand/v2"
)

// seed of everything. Another seed gives another world of the same make.
const seed = 20160517

// random draws numbers. It uses the bits of PCG alone, so that the files do not
// change where the library's own ways of drawing change.
type random struct{ source *rand.PCG }

// newRandom returns the generator of one file or part of the world: what one draws
// does not move the others.
func newRandom(name string) random {
	h := fnv.New64a()
	h.Write([]byte(name)) // a hash never fails
	return random{rand.NewPCG(seed, h.Sum64())}
}

// below returns 0 to n-1.
func (r random) below(n int) int { return int(r.source.Uint64() % uint64(n)) }

// between returns low to high, both included.
func (r random) between(low, high int) int { return low + r.below(high-low+1) }

// chance is true in that many of a hundred cases.
func (r random) chance(percent int) bool { return r.below(100) < percent }

// one returns one of the list.
func one[T any](r random, list []T) T { return list[r.below(len(list))] }

// weighted returns an index, each as likely as its weight.
func (r random) weighted(weights ...int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	at := r.below(total)
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// money returns low to high in steps of 50, the middle likelier than the ends.
func (r random) money(low, high int) int {
	return (r.between(low, high) + r.between(low, high)) / 2 / 50 * 50
}

// shuffle brings list into another order.
func shuffle[T any](r random, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
