package main

import (
	"context"
	"fmt"

	"skein/internal/casework"
	"skein/internal/terminal"
)

func runMap(_ context.Context, e *env, args []string) error {
	if len(args) == 0 || args[0] != "suggest" {
		if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
			fmt.Fprintln(e.out, "Usage: skein map suggest FILE")
			return nil
		}
		return usageError{"usage: skein map suggest FILE"}
	}
	o := newOptions(e, "map suggest", "[options] FILE",
		"Proposes a mapping for a file from its headers and its first values, as YAML on\nstandard output with the reason for each line. Read it, mend it, keep it beside\nthe case file.")
	var table tableFlags
	table.define(o)
	rest, err := o.parse(args[1:], 1, 1)
	if err != nil {
		return err
	}
	opts, err := table.options()
	if err != nil {
		return err
	}
	s, err := casework.TakeSample(rest[0], opts)
	if err != nil {
		return err
	}
	text, err := s.Suggest()
	if err != nil {
		return err
	}
	declared := ""
	if n := table.Reader.SkipRows; n != nil { // so that the proposal reads the file as it is
		declared = fmt.Sprintf("skip_rows: %d\n", *n)
	}
	_, err = fmt.Fprintf(e.document, "# %s\n%s%s", terminal.Line(s.Read()), declared, text)
	return err
}
