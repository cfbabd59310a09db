package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"text/tabwriter"

	"skein/internal/casework"
	"skein/internal/evaluate"
	"skein/internal/simulate"
	"skein/internal/simulate/truth"
	"skein/internal/store/sqlite"
)

// judged is a world with the case that was held against it.
type judged struct {
	Truth string  `json:"truth,omitempty"` // folder; none of a world that was made for the purpose
	Case  string  `json:"case,omitempty"`
	Seed  uint64  `json:"seed"`
	Scale float64 `json:"scale"`

	scores []evaluate.Score
}

// evaluation is the answer of evaluate.
type evaluation struct {
	Worlds []judged                  `json:"worlds"`
	Scores map[string]evaluate.Score `json:"scores"`

	order []evaluate.Score
}

// mostSeeds is the most worlds that are made to score engines: each takes seconds to hours.
const mostSeeds = 10_000

func runEvaluate(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "evaluate", "--truth DIR [--case DIR]... | --seeds N [--scale X] [--json]",
		"Scores every engine against the truth of a simulated world, beside a naive baseline.\nEngines that do not exist yet are listed as missing. With --seeds, worlds are made and\nrun for the purpose, and their scores pooled. doc/evaluation.md defines the scores.")
	var truths, cases []string
	list := func(to *[]string) func(string) error {
		return func(dir string) error { *to = append(*to, dir); return nil }
	}
	o.Func("truth", "`DIR` of a world, or its truth folder; may be given several times", list(&truths))
	o.Func("case", "`DIR` of the case made from it (default: where skein run DIR/case.yaml makes it); as often as --truth", list(&cases))
	seeds := o.Int("seeds", 0, "make and run `N` worlds, of seeds 1 to N")
	scale := o.Float64("scale", 0.02, "size `X` of those worlds")
	asJSON := o.Bool("json", false, "print the scores as JSON")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	if err := between("seeds", *seeds, 0, mostSeeds); err != nil {
		return err
	}
	if *seeds > 0 && (math.IsNaN(*scale) || *scale < simulate.MinScale || *scale > simulate.MaxScale) {
		return usagef("--scale %v: it must be %v to %v", *scale, simulate.MinScale, simulate.MaxScale)
	}
	if *seeds == 0 && isGiven(o, "scale") {
		return usageError{"--scale needs --seeds"}
	}
	if len(truths) == 0 && *seeds == 0 || len(cases) > len(truths) {
		return usageError{"name a simulated world with --truth DIR, or ask for some with --seeds N"}
	}
	var worlds []judged
	for i, dir := range truths {
		at := ""
		if i < len(cases) {
			at = cases[i]
		}
		w, err := e.judgeWorld(ctx, dir, at)
		if err != nil {
			return err
		}
		worlds = append(worlds, w)
	}
	for seed := 1; seed <= *seeds; seed++ {
		w, err := e.judgeSeed(ctx, uint64(seed), *scale)
		if err != nil {
			return fmt.Errorf("seed %d: %w", seed, err)
		}
		worlds = append(worlds, w)
	}
	x := pool(worlds)
	if *asJSON {
		return printJSON(e.out, x)
	}
	return x.print(e.out)
}

// judgeWorld scores a case against the truth of the world in a folder.
func (e *env) judgeWorld(ctx context.Context, dir, at string) (judged, error) {
	folder := dir
	if _, err := os.Stat(filepath.Join(dir, truth.WorldFile)); err != nil {
		folder = filepath.Join(dir, "truth")
	}
	t, err := evaluate.ReadTruth(folder)
	if err != nil {
		return judged{}, fmt.Errorf("truth of %s: %w", dir, err)
	}
	if at == "" {
		abs, err := filepath.Abs(folder)
		if err != nil {
			return judged{}, err
		}
		at = filepath.Join("out", filepath.Base(filepath.Dir(abs)))
	}
	w := judged{Truth: folder, Case: at, Seed: t.World.Seed, Scale: t.World.Scale}
	s, err := openCase(ctx, casework.Dir(at), sqlite.Options{ReadOnly: true})
	if err != nil {
		return w, err
	}
	e.doing("scoring " + at)
	p, err := casework.Dir(at).Picture(ctx, s)
	var c *evaluate.Case
	if err == nil {
		c, err = evaluate.Load(ctx, s, p, t)
	}
	if err := errors.Join(err, s.Close()); err != nil {
		return w, fmt.Errorf("%s: %w", at, err)
	}
	w.scores = evaluate.Of(t, c)
	return w, nil
}

// judgeSeed makes a world, runs it and scores it, and leaves nothing behind.
func (e *env) judgeSeed(ctx context.Context, seed uint64, scale float64) (w judged, err error) {
	dir, err := os.MkdirTemp("", "skein-evaluate-")
	if err != nil {
		return w, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	home, at := filepath.Join(dir, "world"), filepath.Join(dir, "case")
	e.doing(fmt.Sprintf("simulating the world of seed %d", seed))
	_, err = simulate.Run(ctx, simulate.Options{Seed: seed, Scale: scale, Dir: home})
	if errors.Is(err, simulate.ErrScale) {
		return w, usageError{err.Error()}
	}
	if err != nil {
		return w, err
	}
	c, err := loadCaseFile(filepath.Join(home, "case.yaml"), "")
	if err != nil {
		return w, err
	}
	quiet := *e
	quiet.out, quiet.err, quiet.drawing = io.Discard, io.Discard, nil
	if _, err := mainJob(ctx, &quiet, c, casework.Dir(at)); err != nil {
		return w, err
	}
	w, err = e.judgeWorld(ctx, home, at)
	w.Truth, w.Case = "", "" // are gone
	return w, err
}

func pool(worlds []judged) *evaluation {
	x := &evaluation{Worlds: worlds, Scores: map[string]evaluate.Score{}}
	var lists [][]evaluate.Score
	for _, w := range worlds {
		lists = append(lists, w.scores)
	}
	x.order = evaluate.Pool(lists)
	for _, s := range x.order {
		x.Scores[s.Key] = s
	}
	return x
}

func (x *evaluation) print(w io.Writer) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(tab, "SCORE\tVALUE\tBASELINE\tUNIT\tN\n")
	for _, s := range x.order {
		value := shown(s.Value)
		if s.Status == evaluate.Missing {
			value = "missing: " + s.Reason
		}
		fmt.Fprintf(tab, "%s\t%s\t%s\t%s\t%s\n", s.Key, value, shown(s.Baseline), s.Unit, thousands(s.N))
	}
	return tab.Flush()
}

func shown(v *float64) string {
	if v == nil {
		return "-"
	}
	return strconv.FormatFloat(*v, 'f', 3, 64)
}
