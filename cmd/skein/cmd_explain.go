package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"skein/internal/casework"
	"skein/internal/english"
	"skein/internal/figure"
	"skein/internal/store/sqlite"
)

func runExplain(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "explain", "--case DIR FIGURE [KEY...]",
		"Lists the records that a figure's cell rests on, down to the source row. Keys are\ngiven in the figure's order (\"Central Mediterranean\" 2015) or as name=value; keys\nthat are left out match all. Without keys: every cell that matches, together.")
	dir := o.String("case", "", "`DIR` of the case")
	asJSON := o.Bool("json", false, "print as JSON")
	raw := o.Bool("source", false, "show each source row as it stands in the contribution")
	rest, err := o.parse(args, 1, -1)
	if err != nil {
		return err
	}
	s, err := openCase(ctx, casework.Dir(*dir), sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	e.doing("computing the figures")
	p, err := casework.Dir(*dir).Picture(ctx, s)
	var x *casework.Explanation
	if err == nil {
		x, err = p.Explain(ctx, s, figure.ID(rest[0]), rest[1:], *raw, *dir)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	if *asJSON {
		return printJSON(e.out, x)
	}
	return printExplanation(e.out, x)
}

func printExplanation(w io.Writer, x *casework.Explanation) error {
	var keys []string
	for _, name := range sortedKeys(x.Cell) {
		keys = append(keys, name+" "+x.Cell[name])
	}
	where := strings.Join(keys, ", ")
	if where != "" {
		where += ": "
	}
	unit := x.Unit
	if x.Value == "1" {
		unit = english.Singular(unit)
	}
	fmt.Fprintf(w, "%s: %s\n%s%s %s, from %s at checkpoint %s\nlabel %s\n\n",
		x.Figure, x.Title, where, x.Value, unit, english.Count(len(x.Records), "record", "records"), x.Checkpoint, x.Label)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "RECORD\tFILE\tROW\tOWNER\tGRADE\tVALUE\tSTATEMENTS")
	for _, r := range x.Records {
		value := ""
		if r.Value != nil {
			value = figure.Raw(*r.Value)
		}
		row := strconv.Itoa(r.Row)
		if r.Part != "" {
			row = r.Part + ":" + row
		}
		text := r.Raw
		if text == "" {
			var parts []string
			for _, p := range sortedKeys(r.Statements) {
				parts = append(parts, p+"="+strings.Join(r.Statements[p], "|"))
			}
			text = strings.Join(parts, " ")
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.ID, r.File, row, r.Owner, r.Grade, value, strings.Join(strings.Fields(text), " "))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	if x.Sum != nil {
		fmt.Fprintf(w, "\nsum of the values: %s\n", figure.Raw(*x.Sum))
	}
	return nil
}
