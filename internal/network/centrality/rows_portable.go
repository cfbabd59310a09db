//go:build !goexperiment.simd || !amd64

package centrality

func newKernels() kernels { return kernels{countPaths, share, carryPairs} }
