package parallel_test

import (
	"sync/atomic"
	"testing"

	"skein/internal/parallel"
)

// Each piece is done once, whatever the size of blocks.
func TestAll(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 1000} {
		done := make([]atomic.Int32, n)
		parallel.For(n, func(i int) { done[i].Add(1) })
		for _, block := range []int{1, 3, 1 << 14} {
			parallel.Blocks(n, block, func() func(from, end int) {
				return func(from, end int) {
					for i := from; i < end; i++ {
						done[i].Add(1)
					}
				}
			})
		}
		for i := range done {
			if k := done[i].Load(); k != 4 {
				t.Errorf("of %d pieces, %d is done %d times, want 4", n, i, k)
			}
		}
	}
}
