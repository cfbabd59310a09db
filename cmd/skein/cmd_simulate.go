package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"skein/internal/english"
	"skein/internal/simulate"
	"skein/internal/simulate/truth"
)

func runSimulate(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "simulate", "-o DIR [--seed N] [--scale X] [--json]",
		"Makes a world of migrant smuggling whose truth is known: DIR/case.yaml runs on what agencies\n"+
			"send from it, and DIR/truth is what skein evaluate holds a case against. Scale 1 is the volume of\n"+
			"the joint report of 2016. The same seed and scale give the same bytes. Every person is invented.")
	dir := o.String("o", "", "`DIR` to make; must not exist, or be empty")
	seed := o.Uint64("seed", 1, "`N` that the world is drawn from")
	scale := o.Float64("scale", 0.02, fmt.Sprintf("size `X` of the world, from %v to %v", simulate.MinScale, simulate.MaxScale))
	asJSON := o.Bool("json", false, "print what was made as JSON")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	if *dir == "" {
		return usageError{"name the folder to make with -o DIR"}
	}
	started := e.now()
	w, err := simulate.Run(ctx, simulate.Options{Seed: *seed, Scale: *scale, Dir: *dir, Progress: func(shard, of, files int) {
		e.doing(fmt.Sprintf("simulating, shard %d of %d", shard, of))
		if of > 1 {
			fmt.Fprintf(e.err, "skein: shard %d of %d, %s\n", shard, of, english.Count(files, "contribution", "contributions"))
		}
	}})
	switch {
	case errors.Is(err, simulate.ErrScale), errors.Is(err, simulate.ErrNotEmpty):
		return usageError{err.Error()}
	case err != nil:
		return err
	}
	if *asJSON {
		return printJSON(e.out, w)
	}
	e.tellWorld(w)
	fmt.Fprintf(e.out, "%.1f s; run it with: skein run %s\n", e.now().Sub(started).Seconds(), filepath.Join(*dir, "case.yaml"))
	return nil
}

// tellWorld prints how much there is of what.
func (e *env) tellWorld(w *truth.World) {
	c := &w.Counts
	fmt.Fprintf(e.out, "world of seed %d at scale %v\n", w.Seed, w.Scale)
	for _, line := range []struct {
		one, many string
		n         int
	}{
		{"contribution", "contributions", c.Contributions},
		{"record of a suspect", "records of suspects", c.SuspectRecords},
		{"person", "persons", c.Persons},
		{"network", "networks", c.Networks},
		{"investigation", "investigations", c.Investigations},
		{"debriefing", "debriefings", c.Debriefings},
		{"communication", "communications", c.Communications},
		{"suspicious vessel", "suspicious vessels", c.Vessels},
		{"hotspot", "hotspots", c.Hotspots},
		{"row broken on purpose", "rows broken on purpose", c.Quarantined},
	} {
		fmt.Fprintf(e.out, "%9s  %s\n", thousands(line.n), english.Noun(line.n, line.one, line.many))
	}
}
