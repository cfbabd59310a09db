package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/schema"
)

// sampleRows is how many rows a suggestion looks at.
const sampleRows = 1000

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
	var y readerYAML
	o.StringVar(&y.Format, "format", "", "csv, tsv, xlsx or jsonl (default: detected)")
	o.StringVar(&y.Encoding, "encoding", "", "such as windows-1256 (default: detected)")
	o.StringVar(&y.Delimiter, "delimiter", "", "between fields (default: detected)")
	o.StringVar(&y.Sheet, "sheet", "", "sheet of a workbook (default: the first)")
	rest, err := o.parse(args[1:], 1, 1)
	if err != nil {
		return err
	}
	opts, err := y.options()
	if err != nil {
		return usageError{err.Error()}
	}
	columns, rows, err := sample(rest[0], opts)
	if err != nil {
		return err
	}
	text, err := mapping.Suggest(columns, rows, schema.Default())
	if err != nil {
		return err
	}
	_, err = e.out.Write(text)
	return err
}

// sample returns the columns and first rows of a file; bad rows are left out.
func sample(path string, opts reader.Options) ([]string, [][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }() // read only
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	r, err := reader.Open(filepath.Base(path), f, info.Size(), opts)
	if err != nil {
		return nil, nil, err
	}
	var rows [][]string
	for len(rows) < sampleRows {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if _, bad := errors.AsType[*reader.RowError](err); bad {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = c.Value
		}
		rows = append(rows, cells)
	}
	return r.Columns(), rows, nil
}
