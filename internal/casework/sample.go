package casework

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"skein/internal/english"
	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/schema"
)

// sampleRows is how many rows a suggestion looks at.
const sampleRows = 1000

// Sample is the beginning of a file.
type Sample struct {
	Name     string   // of the file
	Title    []string // rows above the header, their cells by spaces
	Columns  []string
	Rows     [][]string
	Bad      int // rows left out
	Detected reader.Detected
}

// Read says how the file was read, in one line: a wrong guess shows here first.
func (s *Sample) Read() string {
	d := s.Detected
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
	if d.Header > 0 {
		out += fmt.Sprintf(", header in row %d", d.Header)
	}
	if len(d.Members) > 0 {
		out += ", " + english.Count(len(d.Members), "member", "members")
	}
	if s.Bad > 0 {
		out += fmt.Sprintf("; %d of the first rows %s bad and %s left out", s.Bad, english.Noun(s.Bad, "is", "are"), english.Noun(s.Bad, "was", "were"))
	}
	return out + "."
}

// TakeSample reads the beginning of a file.
func TakeSample(path string, opts reader.Options) (*Sample, error) {
	f, size, err := OpenInput(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only
	r, err := reader.Open(filepath.Base(path), f, size, opts)
	if err != nil {
		return nil, err
	}
	s := &Sample{Name: filepath.Base(path)}
	for len(s.Rows) < sampleRows {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if _, bad := errors.AsType[*reader.RowError](err); bad {
			s.Bad++
			continue
		}
		if err != nil {
			return nil, err
		}
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = c.Value
		}
		s.Rows = append(s.Rows, cells)
	}
	s.Columns, s.Detected = r.Columns(), r.Detected()
	if s.Detected.Header > 1 && opts.SkipRows == 0 {
		s.Title = title(s.Name, f, size, opts, s.Detected.Header)
	}
	return s, nil
}

// title reads the rows above the header, as far as it can.
func title(name string, f io.ReaderAt, size int64, opts reader.Options, header int) []string {
	opts.NoHeader, opts.SkipRows = true, reader.SkipNone
	r, err := reader.Open(name, f, size, opts)
	if err != nil {
		return nil
	}
	var out []string
	for range header {
		row, err := r.Next()
		if _, bad := errors.AsType[*reader.RowError](err); bad {
			continue
		}
		if err != nil || row.Place.Row >= header {
			break
		}
		var cells []string
		for _, c := range row.Cells {
			if c.Value != "" {
				cells = append(cells, c.Value)
			}
		}
		out = append(out, strings.Join(cells, " "))
	}
	return out
}

// titles are the rows above the header and the name of the sheet.
func (s *Sample) titles() []string {
	if s.Detected.Sheet == "" {
		return s.Title
	}
	return append(slices.Clone(s.Title), s.Detected.Sheet)
}

// ErrEntities says that a file needs no mapping.
var ErrEntities = errors.New("the file holds FollowTheMoney entities and needs no mapping: ingest it without one")

// Suggest proposes a mapping for the file, see [mapping.Suggest]. It fails with
// [ErrEntities] where none is needed.
func (s *Sample) Suggest() ([]byte, error) {
	if s.Detected.Format == reader.FtM {
		return nil, fmt.Errorf("%s: %w", s.Name, ErrEntities)
	}
	return mapping.Suggest(mapping.Table{Columns: s.Columns, Rows: s.Rows, Title: s.titles(), Name: s.Name}, schema.Default())
}
