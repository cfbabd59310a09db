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
	_, err = fmt.Fprintln(e.out, address)
	return err
}
