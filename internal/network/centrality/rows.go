package centrality

import "math/bits"

// kernels is what is done to eight values side by side: as below or, in a build with
// GOEXPERIMENT=simd and on a processor with vectors of eight numbers, all at once.
type kernels struct {
	countPaths func(front []row8, which []uint32, paths, next *row8, fresh uint8) (found uint8)
	share      func(front, paths, pairs *row8, which uint8)
	carryPairs func(front []row8, which []uint32, paths, pairs *row8, of uint8)
}

// addRows returns the sum of some rows.
func addRows(rows []row8, which []uint32) row8 {
	var a, b, c, d, e, f, g, h float64
	for _, v := range which {
		r := &rows[v]
		a, b, c, d = a+r[0], b+r[1], c+r[2], d+r[3]
		e, f, g, h = e+r[4], f+r[5], g+r[6], h+r[7]
	}
	return row8{a, b, c, d, e, f, g, h}
}

// countPaths adds up the paths of a level to one vertex, and returns the bits of those
// that are fresh and have any.
func countPaths(front []row8, which []uint32, paths, next *row8, fresh uint8) (found uint8) {
	sum := addRows(front, which)
	for b := fresh; b != 0; b &= b - 1 {
		if k := bits.TrailingZeros8(b) & 7; sum[k] != 0 {
			paths[k], next[k] = sum[k], sum[k]
			found |= 1 << k
		}
	}
	return found
}

// share sets front to what each path to a vertex has of the pairs behind it and itself.
func share(front, paths, pairs *row8, which uint8) {
	for b := which; b != 0; b &= b - 1 {
		k := bits.TrailingZeros8(b) & 7
		front[k] = (1 + pairs[k]) / paths[k]
	}
}

// carryPairs adds up what the level behind a vertex gives it.
func carryPairs(front []row8, which []uint32, paths, pairs *row8, of uint8) {
	sum := addRows(front, which)
	for b := of; b != 0; b &= b - 1 {
		k := bits.TrailingZeros8(b) & 7
		pairs[k] = paths[k] * sum[k]
	}
}
