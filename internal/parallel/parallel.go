// Package parallel does independent pieces of work on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls f for 0 to n-1, several at a time.
func For(n int, f func(i int)) {
	Blocks(n, 1, func() func(from, end int) { return func(from, _ int) { f(from) } })
}

// Blocks cuts 0 to n into blocks and has workers, each made by its own call, do them: what a
// worker keeps it keeps to itself.
func Blocks(n, block int, worker func() func(from, end int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range max(1, min(runtime.GOMAXPROCS(0), n/block)) {
		wait.Go(func() {
			f := worker()
			for from := int(next.Add(int64(block))) - block; from < n; from = int(next.Add(int64(block))) - block {
				f(from, min(n, from+block))
			}
		})
	}
	wait.Wait()
}
