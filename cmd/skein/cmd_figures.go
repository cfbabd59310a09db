package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"skein/internal/casework"
	"skein/internal/figure"
	"skein/internal/report"
	"skein/internal/term"
)

func runFigures(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "figures", "--case DIR [--json] [ID...]",
		"Computes the figures of a case. Without IDs it lists them all; with IDs it prints\neach with its definition and its cells. An ID may end in * (detections.*).")
	dir := o.String("case", "", "`DIR` of the case")
	asJSON := o.Bool("json", false, "print the figures as a JSON array, with all cells")
	var where []string
	o.Func("where", "`KEY=TEXT`: only cells whose key has the text in it; as often as needed", func(s string) error { where = append(where, s); return nil })
	ids, err := o.parse(args, 0, -1)
	if err != nil {
		return err
	}
	e.doing("computing the figures")
	p, err := loadCase(ctx, casework.Dir(*dir))
	if err != nil {
		return err
	}
	chosen, err := choose(p.Figures, ids)
	if err != nil {
		return err
	}
	if chosen, err = filtered(chosen, where); err != nil {
		return err
	}
	switch {
	case *asJSON:
		return report.JSON(e.out, chosen)
	case len(ids) == 0:
		return listFigures(e.out, chosen)
	}
	for i := range chosen {
		if err := printFigure(e.out, &chosen[i]); err != nil {
			return err
		}
	}
	return nil
}

// choose returns the figures with the given IDs or patterns; all where none is given.
func choose(all []figure.Figure, ids []string) ([]figure.Figure, error) {
	if len(ids) == 0 {
		return all, nil
	}
	var out []figure.Figure
	for _, id := range ids {
		prefix, pattern := strings.CutSuffix(id, "*")
		n := len(out)
		for i := range all {
			if string(all[i].ID) == id || (pattern && strings.HasPrefix(string(all[i].ID), prefix)) {
				out = append(out, all[i])
			}
		}
		if len(out) == n {
			return nil, usageError{fmt.Sprintf("there is no figure %q; skein figures --case DIR lists them", id)}
		}
	}
	return out, nil
}

// filtered returns the figures with the cells alone whose keys have the texts that are asked
// for: KEY=TEXT. What a figure is of as a whole stays as it is.
func filtered(figures []figure.Figure, where []string) ([]figure.Figure, error) {
	if len(where) == 0 {
		return figures, nil
	}
	out := slices.Clone(figures)
	for _, condition := range where {
		key, text, ok := strings.Cut(condition, "=")
		used := false
		for i := range out {
			at := slices.Index(out[i].Definition.Grouping, key)
			if at < 0 {
				continue
			}
			used = true
			out[i].Cells = slices.DeleteFunc(slices.Clone(out[i].Cells), func(c figure.Cell) bool {
				return !strings.Contains(string(term.Fold(c.Keys[at]+"|"+c.ID(at))), string(term.Fold(text)))
			})
		}
		if !ok || !used {
			return nil, usageError{fmt.Sprintf("--where %q: want KEY=TEXT, with a key that one of the figures has", condition)}
		}
	}
	return out, nil
}

func listFigures(w io.Writer, figures []figure.Figure) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "ID\tCELLS\tN\tMISSING\tUNIT\tTITLE")
	for i := range figures {
		f := &figures[i]
		fmt.Fprintf(tw, "%s\t%d\t%s\t%.1f %%\t%s\t%s\n", f.ID, len(f.Cells), f.Bases(f.AllCells()), 100*f.MissingShare(), f.Unit, f.Title)
	}
	return tw.Flush()
}

func printFigure(w io.Writer, f *figure.Figure) error {
	d := &f.Definition
	fmt.Fprintf(w, "%s: %s\n", f.ID, f.Title)
	for _, line := range [][2]string{
		{"unit", f.Unit},
		{"records", d.Records},
		{"filter", d.Filter},
		{"measure", d.Measure},
		{"method", f.Method},
		{"note", f.Note},
		{"n", f.Bases(f.AllCells()) + "; " + f.MissingInWords()},
		{"checkpoint", f.Checkpoint.String()},
		{"label", f.Label.String()},
	} {
		if line[1] != "" {
			fmt.Fprintf(w, "  %-11s%s\n", line[0], line[1])
		}
	}
	if len(f.Cells) == 0 {
		_, err := fmt.Fprint(w, "\n  no cells\n\n")
		return err
	}
	fmt.Fprintln(w)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	ids := f.Identified()
	header := append(append([]string{}, d.Grouping...), "value", "interval", "n", "note")
	for _, k := range ids {
		header = append(header, d.Grouping[k]+"_id")
	}
	fmt.Fprintf(tw, "  %s\n", strings.Join(header, "\t"))
	for i := range f.Cells {
		c := &f.Cells[i]
		interval := ""
		if c.Interval != nil {
			interval = f.Format(c.Interval.Low) + " – " + f.Format(c.Interval.High)
		}
		row := append(append([]string{}, c.Keys...), f.FormatValue(c), interval, thousands(c.N), c.Note)
		for _, k := range ids {
			row = append(row, c.ID(k))
		}
		fmt.Fprintf(tw, "  %s\n", strings.Join(row, "\t"))
	}
	fmt.Fprintln(tw)
	return tw.Flush()
}
