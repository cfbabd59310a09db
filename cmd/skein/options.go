package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"skein/internal/casework"
	"skein/internal/picture"
	"skein/internal/resolve"
	"skein/internal/schema"
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

// isGiven reports whether a flag was given.
func isGiven(o *options, name string) bool {
	given := false
	o.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	return given
}

func openCase(ctx context.Context, d casework.Dir, o sqlite.Options) (*sqlite.Store, error) {
	if d == "" {
		return nil, usageError{"name the case's directory with --case DIR"}
	}
	return d.Open(ctx, o)
}

// loadCase opens a case for reading and computes its picture.
func loadCase(ctx context.Context, d casework.Dir) (*casework.Picture, error) {
	s, err := openCase(ctx, d, sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	p, err := d.Picture(ctx, s)
	return p, errors.Join(err, s.Close())
}

// resolveCase resolves the things of a schema in a case.
func resolveCase(ctx context.Context, d casework.Dir, name schema.Name, anew bool) (*casework.Who, error) {
	if _, err := subjectOf(name); err != nil {
		return nil, err
	}
	s, err := openCase(ctx, d, sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	set, err := picture.Load(ctx, s)
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	return d.ResolveSet(set, name, anew)
}

// subjectOf returns what the things of a schema are compared by; one that is not resolved is
// a wrong option.
func subjectOf(name schema.Name) (resolve.Subject, error) {
	s, ok := resolve.SubjectOf(name)
	if ok {
		return s, nil
	}
	var known []string
	for _, s := range resolve.Subjects() {
		known = append(known, string(s.Schema))
	}
	return s, usageError{fmt.Sprintf("--schema %q: no things of it are resolved; want one of %s", name, strings.Join(known, ", "))}
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
