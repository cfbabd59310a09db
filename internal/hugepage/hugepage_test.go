package hugepage_test

import (
	"testing"

	"skein/internal/hugepage"
)

// What is made is zeros of its own, of any size.
func TestMake(t *testing.T) {
	for _, n := range []int{0, 1, 1000, 1 << 20, 3<<20 + 7} {
		a, b := hugepage.Make[uint32](n), hugepage.Make[float64](n)
		if len(a) != n || len(b) != n {
			t.Fatalf("%d and %d of %d", len(a), len(b), n)
		}
		for i := range a {
			if a[i] != 0 || b[i] != 0 {
				t.Fatalf("%d of %d is not zero", i, n)
			}
			a[i], b[i] = uint32(i), float64(i)
		}
		for i := range a {
			if a[i] != uint32(i) || b[i] != float64(i) {
				t.Fatalf("%d of %d was written over", i, n)
			}
		}
	}
}
