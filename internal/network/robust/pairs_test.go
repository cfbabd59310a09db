package robust

import (
	"testing"

	"pgregory.net/rapid"
)

// The set answers as a map does, however pairs come and go.
func TestPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const n = 12
		p, want := newPairs(n), map[uint64]bool{}
		for range rapid.IntRange(0, 200).Draw(t, "steps") {
			a := uint32(rapid.IntRange(0, 5).Draw(t, "a"))
			b := a + uint32(rapid.IntRange(1, 4).Draw(t, "b"))
			x := pairOf(b, a)
			switch {
			case want[x]:
				p.remove(x)
				delete(want, x)
			case len(want) < n:
				p.add(x)
				want[x] = true
			default:
				p.remove(x) // is not there
			}
			for a := range uint32(10) {
				for b := a + 1; b < 10; b++ {
					if p.has(pairOf(a, b)) != want[pairOf(a, b)] {
						t.Fatalf("%d %d: %v", a, b, !want[pairOf(a, b)])
					}
				}
			}
		}
	})
}
