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
	s, err := takeSample(rest[0], opts)
	if err != nil {
		return err
	}
	text, err := mapping.Suggest(s.columns, s.rows, schema.Default())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.out, "# %s\n%s", s.read(), text)
	return err
}

// sample is the beginning of a file.
type sample struct {
	columns  []string
	rows     [][]string
	bad      int // rows left out
	detected reader.Detected
}

// read says how the file was read, in one line: a wrong guess shows here first.
func (s *sample) read() string {
	d := s.detected
	out := "Read as " + string(d.Format)
	if d.Encoding != "" {
		out += fmt.Sprintf(", %s (certainty %.0f %%)", d.Encoding, 100*d.Sure)
	}
	if d.Delimiter != 0 {
		out += fmt.Sprintf(", delimiter %q", d.Delimiter)
	}
	if d.Sheet != "" {
		out += fmt.Sprintf(", sheet %q", d.Sheet)
	}
	if len(d.Members) > 0 {
		out += fmt.Sprintf(", %d members", len(d.Members))
	}
	if s.bad > 0 {
		out += fmt.Sprintf("; %d of the first rows are bad and were left out", s.bad)
	}
	return out + "."
}

// takeSample reads the beginning of a file.
func takeSample(path string, opts reader.Options) (*sample, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	r, err := reader.Open(filepath.Base(path), f, info.Size(), opts)
	if err != nil {
		return nil, err
	}
	s := &sample{}
	for len(s.rows) < sampleRows {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if _, bad := errors.AsType[*reader.RowError](err); bad {
			s.bad++
			continue
		}
		if err != nil {
			return nil, err
		}
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = c.Value
		}
		s.rows = append(s.rows, cells)
	}
	s.columns, s.detected = r.Columns(), r.Detected()
	return s, nil
}
