package main

import (
	"context"
	"fmt"

	"skein/internal/casework"
)

func runReport(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "report", "--case DIR",
		"Computes the figures of a case again and writes its report, figures.json and\nfigures/*.csv, as the last run wanted them.")
	dir := o.String("case", "", "`DIR` of the case")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	e.doing("computing the figures")
	p, err := loadCase(ctx, casework.Dir(*dir))
	if err != nil {
		return err
	}
	e.doing("writing the report")
	if err := casework.Dir(*dir).Write(p); err != nil {
		return err
	}
	address, err := casework.Dir(*dir).ReportAddress()
	if err != nil {
		return err
	}
	warnClosed(e, p)
	_, err = fmt.Fprintln(e.out, address)
	return err
}

// warnClosed says on standard error that nobody may see the report, and what closes it.
func warnClosed(e *env, p *casework.Picture) {
	closing := p.Input().Closing()
	if len(closing) == 0 {
		return
	}
	fmt.Fprintln(e.err, "skein: the report is closed: nobody may see it")
	for _, line := range closing {
		fmt.Fprintf(e.err, "skein: %s\n", line)
	}
}
