package robust

import "math/bits"

// pairs is a set of pairs of vertices, in one array: open addressing with linear probing, so that
// a look is one miss of the cache where a map has several.
type pairs struct {
	slots []uint64 // 0: empty; no pair is 0, since its ends differ
	shift int
}

// newPairs returns a set that holds up to n pairs.
func newPairs(n int) *pairs {
	size := 1 << bits.Len(uint(2*n+1)) // at most half full
	return &pairs{slots: make([]uint64, size), shift: 64 - bits.TrailingZeros(uint(size))}
}

func pairOf(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// home is where a pair would be (Fibonacci hashing, Knuth 1998, 6.4).
func (p *pairs) home(x uint64) int { return int(x * 0x9e3779b97f4a7c15 >> p.shift) }

func (p *pairs) next(i int) int { return (i + 1) & (len(p.slots) - 1) }

func (p *pairs) has(x uint64) bool {
	for i := p.home(x); p.slots[i] != 0; i = p.next(i) {
		if p.slots[i] == x {
			return true
		}
	}
	return false
}

func (p *pairs) add(x uint64) {
	i := p.home(x)
	for p.slots[i] != 0 && p.slots[i] != x {
		i = p.next(i)
	}
	p.slots[i] = x
}

// remove takes a pair out and moves up those behind it that would no longer be found (Knuth
// 1998, 6.4, algorithm R).
func (p *pairs) remove(x uint64) {
	i := p.home(x)
	for p.slots[i] != x {
		if p.slots[i] == 0 {
			return
		}
		i = p.next(i)
	}
	for j := p.next(i); p.slots[j] != 0; j = p.next(j) {
		home := p.home(p.slots[j])
		// It may move to i unless its home lies between i and j, in the order of probing.
		if i <= j && i < home && home <= j || i > j && (i < home || home <= j) {
			continue
		}
		p.slots[i] = p.slots[j]
		i = j
	}
	p.slots[i] = 0
}
