// Package simulate makes a world of migrant smuggling whose truth is known, and writes
// what agencies would send from it, in their formats, with a case file that runs on it.
//
//	DIR/case.yaml           the case
//	DIR/mappings/           one for each kind of file of each agency
//	DIR/data/AGENCY/KIND/   contributions
//	DIR/truth/              what is true (package truth)
//
// The same seed and scale give the same bytes. doc/simulation.md has the parameters
// with their sources.
package simulate

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"skein/internal/simulate/observe"
	"skein/internal/simulate/truth"
	"skein/internal/simulate/world"
)

// Options of a world.
type Options struct {
	Seed     uint64
	Scale    float64                    // 1: the volume of the joint report of 2016
	Dir      string                     // must not exist, or be empty
	Progress func(shard, of, files int) // called behind each shard; nil: not
}

// Scales that make sense: a world of fewer than about a hundred contributions has
// nothing to tell, and there are not enough numbers for more than a thousand shards.
const (
	MinScale = 0.01
	MaxScale = 1000
)

// Errors of Run.
var (
	ErrScale    = errors.New("the scale is out of range")
	ErrNotEmpty = errors.New("the folder is not empty")
)

// Run makes the world and returns what world.json says of it. The context is heeded
// between kinds of contributions; what was written by then stays.
func Run(ctx context.Context, o Options) (*truth.World, error) {
	w, _, err := run(ctx, &o)
	return w, err
}

func run(ctx context.Context, o *Options) (*truth.World, *observe.Counts, error) {
	if math.IsNaN(o.Scale) || o.Scale < MinScale || o.Scale > MaxScale {
		return nil, nil, fmt.Errorf("%w: %v, want %v to %v", ErrScale, o.Scale, MinScale, MaxScale)
	}
	dir := filepath.Join(o.Dir, "truth")
	if found, err := os.ReadDir(o.Dir); err == nil && len(found) > 0 {
		return nil, nil, fmt.Errorf("%w: %s", ErrNotEmpty, o.Dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, nil, err
	}
	w, err := world.New(o.Seed, o.Scale)
	if err != nil {
		return nil, nil, err
	}
	if err := os.MkdirAll(filepath.Join(o.Dir, "mappings"), 0o755); err != nil {
		return nil, nil, err
	}
	rec, err := newRecorder(dir, w)
	if err != nil {
		return nil, nil, err
	}
	out, counts, err := write(ctx, o, w, rec)
	if err := errors.Join(err, rec.close()); err != nil {
		return nil, nil, err
	}
	return out, counts, truth.WriteWorld(dir, out)
}

func write(ctx context.Context, o *Options, w *world.World, rec *recorder) (*truth.World, *observe.Counts, error) {
	see := observe.New(o.Dir, w, rec.observed())
	for i := range w.Shards() {
		s := w.Shard(i)
		rec.shard(s)
		if err := see.Shard(ctx, s); err != nil {
			return nil, nil, err
		}
		if o.Progress != nil {
			o.Progress(i+1, w.Shards(), see.Counts.Contributions)
		}
	}
	rec.once(&see.Counts)
	title := fmt.Sprintf("Simulated world %d", o.Seed)
	return rec.world(&see.Counts), &see.Counts, see.WriteCase(title)
}
