//go:build goexperiment.simd && amd64

package centrality

import "simd/archsimd"

func newKernels() kernels {
	if archsimd.X86.AVX512() {
		return kernels{countPathsWide, shareWide, carryPairsWide}
	}
	return kernels{countPaths, share, carryPairs}
}

// vector is a row in a register.
type vector = archsimd.Float64x8

func load(r *row8) vector { return archsimd.LoadFloat64x8((*[together]float64)(r)) }

func addRowsWide(rows []row8, which []uint32) vector {
	var a, b vector
	i := 0
	for ; i+1 < len(which); i += 2 {
		a = a.Add(load(&rows[which[i]]))
		b = b.Add(load(&rows[which[i+1]]))
	}
	if i < len(which) {
		a = a.Add(load(&rows[which[i]]))
	}
	return a.Add(b)
}

func countPathsWide(front []row8, which []uint32, paths, next *row8, fresh uint8) (found uint8) {
	sum := addRowsWide(front, which)
	found = sum.Greater(vector{}).ToBits() & fresh
	mask := archsimd.Mask64x8FromBits(found)
	sum.StoreMasked((*[together]float64)(paths), mask)
	sum.StoreMasked((*[together]float64)(next), mask)
	return found
}

func shareWide(front, paths, pairs *row8, which uint8) {
	one := archsimd.BroadcastFloat64x8(1)
	one.Add(load(pairs)).Div(load(paths)).StoreMasked((*[together]float64)(front), archsimd.Mask64x8FromBits(which))
}

func carryPairsWide(front []row8, which []uint32, paths, pairs *row8, of uint8) {
	load(paths).Mul(addRowsWide(front, which)).StoreMasked((*[together]float64)(pairs), archsimd.Mask64x8FromBits(of))
}
