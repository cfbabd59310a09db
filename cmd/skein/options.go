package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"

	"skein/internal/store/sqlite"
)

// options are a verb's flags. Flags may stand before, between and after the
// arguments.
type options struct {
	*flag.FlagSet
	line string
	help func()
}

func newOptions(e *env, name, line, about string) *options {
	o := &options{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), line: line}
	o.SetOutput(io.Discard)
	o.Usage = func() {} // parse calls help itself: after a wrong option the whole text would hide the error
	o.help = func() {
		fmt.Fprintf(e.out, "Usage: skein %s %s\n\n%s\n", name, line, about)
		o.SetOutput(e.out)
		flags := 0
		o.VisitAll(func(*flag.Flag) { flags++ })
		if flags > 0 {
			fmt.Fprint(e.out, "\nOptions:\n")
			o.PrintDefaults()
		}
	}
	return o
}

// parse reads args and returns the arguments that are no flags: at least
// least, at most most of them (below 0: any number).
func (o *options) parse(args []string, least, most int) ([]string, error) {
	var rest []string
	for {
		if err := o.FlagSet.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				o.help()
				return nil, err
			}
			return nil, usageError{err.Error() + "\nusage: skein " + o.Name() + " " + o.line}
		}
		if o.NArg() == 0 {
			break
		}
		rest = append(rest, o.Arg(0))
		args = o.Args()[1:]
	}
	if len(rest) < least || (most >= 0 && len(rest) > most) {
		return nil, usageError{"usage: skein " + o.Name() + " " + o.line}
	}
	return rest, nil
}

// caseDir is a case on disk: a directory with the database and what was made
// from it.
//
//	case.db        the ledger and all contents (store/sqlite)
//	report.yaml    the report that is wanted, as the case file had it
//	report.html    the report
//	figures.json   all figures
//	figures/       each figure as CSV
type caseDir string

func (d caseDir) database() string { return filepath.Join(string(d), "case.db") }

func (d caseDir) open(ctx context.Context, o sqlite.Options) (*sqlite.Store, error) {
	if d == "" {
		return nil, usageError{"name the case's directory with --case DIR"}
	}
	return sqlite.Open(ctx, d.database(), o)
}

// printJSON writes a verb's answer for machines.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
