// Package simulate makes a world of migrant smuggling whose truth is known, and writes
// what agencies would send from it, in their formats, with a case file that runs on it.
//
//	DIR/case.yaml           the case
//	DIR/mappings/           one for each kind of file
//	DIR/data/AGENCY/KIND/   contributions
//	DIR/truth/              what is true (package truth)
//
// The same seed and scale give the same bytes. doc/simulation.md has the parameters
// with their sources.
package simulate

import "context"

// Options of a world.
type Options struct {
	Seed  uint64
	Scale float64 // 1: the volume of the joint report of 2016
	Dir   string  // must not exist, or be empty
}

// Run makes the world.
func Run(ctx context.Context, o Options) error {
	_ = ctx
	_ = o
	return nil
}
