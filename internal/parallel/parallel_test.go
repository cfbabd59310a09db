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

// A crew does each piece of each phase once, with the number of a worker that no other has
// at that time.
func TestCrew(t *testing.T) {
	c := parallel.NewCrew(8)
	defer c.Dismiss()
	busy := make([]atomic.Bool, c.Workers())
	for phase := range 300 {
		pieces := phase % 17
		done := make([]int, pieces) // of which no two workers have the same
		c.Do(pieces, func(worker, piece int) {
			if busy[worker].Swap(true) {
				t.Error("two pieces at a time for one worker")
			}
			done[piece]++
			busy[worker].Store(false)
		})
		for i, k := range done {
			if k != 1 {
				t.Fatalf("of %d pieces, %d is done %d times, want 1", pieces, i, k)
			}
		}
	}
}
