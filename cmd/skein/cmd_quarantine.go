package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"skein/internal/casework"
	"skein/internal/english"
	"skein/internal/ingest"
	"skein/internal/record"
	"skein/internal/store/sqlite"
)

func runQuarantine(ctx context.Context, e *env, args []string) error {
	if len(args) > 0 {
		switch args[0] {
		case "list":
			return quarantineList(ctx, e, args[1:])
		case "show":
			return quarantineShow(ctx, e, args[1:])
		case "retry":
			return quarantineRetry(ctx, e, args[1:])
		case "-h", "--help":
			fmt.Fprintln(e.out, "Usage: skein quarantine list|show|retry --case DIR\n\n  list               rows that gave no record, with place and reason\n  show ENTRY [ROW]   the same with their original bytes\n  retry ENTRY...     read contributions again through a mended --mapping FILE")
			return nil
		}
	}
	return usageError{"usage: skein quarantine list|show|retry --case DIR"}
}

func quarantineList(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "quarantine list", "--case DIR [--json]", "Lists what is in quarantine.")
	dir := o.String("case", "", "`DIR` of the case")
	asJSON := o.Bool("json", false, "print as JSON, with the original bytes in base64")
	if _, err := o.parse(args, 0, 0); err != nil {
		return err
	}
	s, err := openCase(ctx, casework.Dir(*dir), sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	rows, err := casework.InQuarantine(ctx, s)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	if *asJSON {
		return printJSON(e.out, rows)
	}
	tw := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "ENTRY\tSOURCE\tFILE\tROW\tCOLUMN\tREASON")
	for _, q := range rows {
		fmt.Fprintf(tw, "%d\t%s\t%s\t%s\t%s\t%s\n", q.Entry, q.Source, q.Name, q.At(), q.Column, q.Reason)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%s in quarantine\n", thousands(len(rows)))
	return nil
}

func quarantineShow(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "quarantine show", "--case DIR ENTRY [ROW]", "Shows rows in quarantine with their original bytes.")
	dir := o.String("case", "", "`DIR` of the case")
	rest, err := o.parse(args, 1, 2)
	if err != nil {
		return err
	}
	entry, err := entryNo(rest[0])
	if err != nil {
		return err
	}
	row := -1
	if len(rest) == 2 {
		if row, err = strconv.Atoi(rest[1]); err != nil {
			return usageError{fmt.Sprintf("%q is no row number", rest[1])}
		}
	}
	s, err := openCase(ctx, casework.Dir(*dir), sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	rows, err := casework.InQuarantine(ctx, s)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	shown := 0
	for _, q := range rows {
		if q.Entry != entry || (row >= 0 && q.Row != row) {
			continue
		}
		shown++
		fmt.Fprintf(e.out, "%s, row %s", q.Name, q.At())
		if q.Column != "" {
			fmt.Fprintf(e.out, ", column %s", q.Column)
		}
		fmt.Fprintf(e.out, "\n  reason  %s\n  bytes   %s\n", q.Reason, strconv.Quote(strings.TrimRight(string(q.Raw), "\r\n")))
	}
	if shown == 0 {
		return fmt.Errorf("nothing of entry %s is in quarantine there", rest[0])
	}
	return nil
}

func entryNo(s string) (record.EntryNo, error) {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil || n == 0 {
		return 0, usageError{fmt.Sprintf("%q is no entry number", s)}
	}
	return record.EntryNo(n), nil
}

func quarantineRetry(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "quarantine retry", "--case DIR --mapping FILE ENTRY...",
		"Reads contributions again through a mended mapping. The records of the reading\nbefore are replaced, so that none is lost and none doubled. Exit code 3: rows are\nstill in quarantine. (skein run does the same for all sources whose mapping file\nchanged.)")
	dir := o.String("case", "", "`DIR` of the case")
	path := o.String("mapping", "", "the mended mapping `FILE`")
	asJSON := o.Bool("json", false, "print the results as JSON")
	rest, err := o.parse(args, 1, -1)
	if err != nil {
		return err
	}
	if *path == "" {
		return usageError{"name the mended mapping with --mapping FILE"}
	}
	text, err := readText(*path)
	if err != nil {
		return err
	}
	var entries []record.EntryNo
	for _, a := range rest {
		no, err := entryNo(a)
		if err != nil {
			return err
		}
		entries = append(entries, no)
	}
	s, err := openCase(ctx, casework.Dir(*dir), sqlite.Options{})
	if err != nil {
		return err
	}
	e.doing("reading again")
	results, err := casework.Retry(ctx, s, e.now, *dir, entries, text)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	return tell(e, results, *asJSON)
}

// wireResult is an ingest.Result as JSON gives it.
type wireResult struct {
	State       ingest.State   `json:"state"`
	Entry       record.EntryNo `json:"entry"`
	Name        string         `json:"name"`
	Rows        int            `json:"rows"`
	Records     int            `json:"records"`
	Quarantined int            `json:"quarantined"`
	Reason      string         `json:"reason,omitempty"`
	Notes       []string       `json:"notes,omitempty"` // what somebody should look at
	Clock       string         `json:"clock,omitempty"`
}

type wireResults struct {
	Results []wireResult `json:"results"`
	PeakMB  float64      `json:"peak_mb"`
}

// tell prints what became of contributions.
func tell(e *env, results []ingest.Result, asJSON bool) error {
	var end error
	if i := slices.IndexFunc(results, func(r ingest.Result) bool { return r.Clock != "" }); i >= 0 {
		fmt.Fprintf(e.err, "skein: warning: %s\n", results[i].Clock)
	}
	for _, r := range results {
		if r.Quarantined > 0 {
			end = errQuarantined
		} else if r.State == ingest.Refused && end == nil {
			end = errRefused
		}
	}
	if asJSON {
		out := make([]wireResult, len(results))
		for i, r := range results {
			out[i] = wireResult(r)
		}
		if err := printJSON(e.out, wireResults{out, float64(peakMemory()/1e5) / 10}); err != nil {
			return err
		}
	} else {
		for _, r := range results {
			if r.State == ingest.Refused {
				fmt.Fprintf(e.out, "%s  refused: %s\n", r.Name, r.Reason)
				continue
			}
			fmt.Fprintf(e.out, "entry %d  %s  %s: %s, %s in quarantine\n", r.Entry, r.Name, r.State, english.Count(r.Records, "record", "records"), thousands(r.Quarantined))
			if r.Reason != "" {
				fmt.Fprintf(e.out, "         %s\n", r.Reason)
			}
			for _, n := range r.Notes {
				fmt.Fprintf(e.out, "         note: %s\n", n)
			}
		}
	}
	return end
}
