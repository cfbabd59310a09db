package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"skein/internal/casework"
	"skein/internal/ingest"
	"skein/internal/store/sqlite"
)

func runIngest(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "ingest", "--case DIR --owner AGENCY --label LABEL [options] FILE...",
		"Takes files into a case, each as a contribution; the case is made where there is\nnone. Without --mapping the files must hold FollowTheMoney entities. The same bytes\nof the same owner twice are no-ops. Exit code 3: some rows are in quarantine.")
	var y sourceYAML
	dir := o.String("case", "", "`DIR` of the case")
	o.StringVar(&y.Name, "source", "", "name of the source (default: the first file's name without its ending)")
	o.StringVar(&y.Mapping, "mapping", "", "mapping `FILE` in YAML; see skein map suggest")
	o.StringVar(&y.Owner, "owner", "", "the `AGENCY` that may change grade and handling")
	o.StringVar(&y.Origin, "origin", "", "where the information first came from (default: the owner)")
	o.StringVar(&y.Grade, "grade", "", "evaluation, such as B2 (default: ungraded, shown as X4)")
	o.StringVar(&y.Label, "label", "", "handling, such as \"H1 RESTRICTED\" or TLP:CLEAR")
	o.StringVar(&y.Received, "received", "", "day of receipt, `YYYY-MM-DD` (default: today)")
	o.StringVar(&y.Category, "category", "", "data-subject category of persons in FollowTheMoney entities")
	y.define(o)
	asJSON := o.Bool("json", false, "print the results as JSON")
	files, err := o.parse(args, 1, -1)
	if err != nil {
		return err
	}
	src, err := y.fromFlags(files)
	if err != nil {
		return usageError{err.Error()}
	}
	if *dir == "" {
		return usageError{"name the case's directory with --case DIR"}
	}
	for _, f := range files {
		in, _, err := casework.OpenInput(f)
		if err != nil {
			return err
		}
		if err := in.Close(); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(*dir, 0o750); err != nil {
		return err
	}
	s, err := openCase(ctx, casework.Dir(*dir), sqlite.Options{Create: true})
	if err != nil {
		return err
	}
	results, err := ingestFiles(ctx, e, s, &src, *dir)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	err = tell(e, results, *asJSON)
	if src.recipe.Mapping == nil && slices.ContainsFunc(results, func(r ingest.Result) bool { return r.Records == 0 && r.Quarantined > 0 }) {
		fmt.Fprintln(e.err, "skein: hint: without --mapping a file must hold FollowTheMoney entities; skein map suggest FILE proposes a mapping, and the same command with it reads the file again")
	}
	return err
}

// fromFlags makes a source of what the command line gives, with files in place of
// a path and a mapping that may lie anywhere.
func (y *sourceYAML) fromFlags(files []string) (source, error) {
	if y.Name == "" {
		y.Name = strings.TrimSuffix(filepath.Base(files[0]), filepath.Ext(files[0]))
	}
	var text []byte
	if y.Mapping != "" {
		var err error
		if text, err = readText(y.Mapping); err != nil {
			return source{}, err
		}
	}
	y.Mapping = ""
	src, err := y.terms()
	src.recipe.Mapping, src.files = text, files
	return src, err
}

func ingestFiles(ctx context.Context, e *env, s *sqlite.Store, src *source, dir string) ([]ingest.Result, error) {
	var total int64
	for _, f := range src.files {
		total += fileSize(f)
	}
	b := e.bar(total)
	defer b.clear()
	in := ingest.New(s, ingest.Options{Now: e.now, Progress: b.update, TempDir: dir})
	var results []ingest.Result
	for _, f := range src.files {
		r, err := addFile(ctx, in, src, f)
		if err != nil {
			return results, errors.Join(err, in.Close())
		}
		b.next(fileSize(f), r.Rows)
		results = append(results, r)
	}
	return results, in.Flush()
}
