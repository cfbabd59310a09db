//go:build race

package simulate

// raced says that the race detector slows everything down.
const raced = true
