package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/parquet-go/parquet-go"

	"skein/internal/casework"
	"skein/internal/ingest/reader"
	"skein/internal/resolve"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
	"skein/internal/spreadsheet"
)

// readRows is a file read for comparison.
type readRows struct {
	header  []string
	sources []resolve.Source
	table   *comparison.Table
	rows    []int    // of each record, as an editor counts them
	truth   []string // of each record; nil: not asked for
	bad     []*reader.RowError
}

// eachRow calls f with the cells of each good row and collects the bad ones.
func eachRow(ctx context.Context, file string, o reader.Options, f func(r *reader.Reader, row int, cells []string) error) ([]*reader.RowError, error) {
	in, size, err := casework.OpenInput(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }() // read only
	r, err := reader.Open(filepath.Base(file), in, size, o)
	if err != nil {
		return nil, err
	}
	var bad []*reader.RowError
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		row, err := r.Next()
		var broken *reader.RowError
		switch {
		case errors.Is(err, io.EOF):
			return bad, nil
		case errors.As(err, &broken):
			bad = append(bad, broken)
			continue
		case err != nil:
			return nil, err
		}
		cells := make([]string, len(r.Columns()))
		for i, c := range row.Cells {
			cells[i] = strings.TrimSpace(spreadsheet.Original(c.Value))
		}
		if err := f(r, row.Place.Row, cells); err != nil {
			return nil, err
		}
	}
}

// Sizes of reading.
const (
	guessRows = 5000 // by which columns are guessed
	batchRows = 4096 // handed to the columns at a time

	batchCells = 1 << 20 // at most, where rows have thousands of columns, most of them empty
)

// readTable reads a file into columns, a goroutine for each.
func readTable(ctx context.Context, d dedupeOptions, b *bar) (*readRows, error) {
	st, err := os.Stat(d.file)
	if err != nil {
		return nil, err
	}
	t := &readRows{}
	var f *filler
	var batch [][]string
	truthAt, truth := -1, (func(string) string)(nil)
	begin := func(header []string) error {
		t.header = header
		if t.sources, err = d.sourcesOf(header, batch); err != nil {
			return err
		}
		if len(t.sources) == 0 {
			return usageError{fmt.Sprintf("none of the columns %q says who or what a row is of; name some with --map COLUMN=KIND", header)}
		}
		if len(t.sources) > comparison.Most {
			return usageError{fmt.Sprintf("at most %d properties can be compared", comparison.Most)}
		}
		f = newFiller(t.sources)
		at, re, err := d.truthOf(header)
		if err != nil {
			return err
		}
		truthAt = at
		truth = func(text string) string {
			if m := re.FindStringSubmatch(text); m != nil {
				return m[1]
			}
			return text
		}
		return nil
	}
	var header []string
	flush := func() error {
		if f == nil {
			if err := begin(header); err != nil {
				return err
			}
		}
		if truthAt >= 0 {
			for _, cells := range batch {
				t.truth = append(t.truth, truth(cells[truthAt]))
			}
		}
		f.add(batch)
		batch = nil
		return nil
	}
	t.bad, err = eachRow(ctx, d.file, d.table, func(r *reader.Reader, row int, cells []string) error {
		for _, h := range r.Columns()[len(header):] {
			header = append(header, strings.TrimSpace(h))
		}
		if f != nil {
			cells = append(cells, make([]string, max(0, len(t.header)-len(cells)))...)
		}
		t.rows = append(t.rows, row)
		batch = append(batch, cells)
		full := len(batch) >= batchRows && (f != nil || len(batch) >= guessRows)
		if full || len(batch)*len(cells) >= batchCells {
			if st.Size() > 0 {
				b.share("reading", 0.25*float64(r.BytesRead())/float64(st.Size()))
			}
			return flush()
		}
		return nil
	})
	if err == nil && len(t.rows) == 0 {
		err = fmt.Errorf("%s holds no rows that can be read", d.file)
	}
	if err == nil {
		err = flush()
	}
	if f != nil {
		t.table = f.done()
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// filler fills columns, each by a goroutine.
type filler struct {
	columns []*comparison.Column
	batches []chan [][]string
	wait    sync.WaitGroup
}

func newFiller(sources []resolve.Source) *filler {
	f := &filler{}
	for _, s := range sources {
		c, batches := comparison.NewColumn(s.Property), make(chan [][]string, 8)
		f.columns, f.batches = append(f.columns, c), append(f.batches, batches)
		f.wait.Go(func() {
			var text []byte
			for batch := range batches {
				for _, cells := range batch {
					if len(s.Columns) == 1 {
						c.Add(cells[s.Columns[0]])
						continue
					}
					text = text[:0]
					for _, k := range s.Columns {
						text = append(append(text, cells[k]...), ' ')
					}
					c.Add(string(text))
				}
			}
		})
	}
	return f
}

func (f *filler) add(batch [][]string) {
	for _, b := range f.batches {
		b <- batch
	}
}

func (f *filler) done() *comparison.Table {
	for _, b := range f.batches {
		close(b)
	}
	f.wait.Wait()
	return comparison.NewTable(f.columns)
}

// tableWriter writes rows of texts.
type tableWriter interface {
	Write(cells []string) error
	Close() error
}

// createTable creates a CSV or, by its ending, a TSV or Parquet file. No spreadsheet computes
// what a cell of the former holds.
func createTable(file string, header []string) (tableWriter, error) {
	f, err := os.Create(file)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(file), ".parquet") {
		group := parquet.Group{}
		for _, h := range header {
			group[h] = parquet.String()
		}
		schema := parquet.NewSchema("rows", group)
		w := &parquetFile{file: f, w: parquet.NewGenericWriter[any](f, schema)}
		for _, h := range header {
			leaf, _ := schema.Lookup(h)
			w.at = append(w.at, leaf.ColumnIndex)
		}
		return w, nil
	}
	w := &csvFile{file: f, w: spreadsheet.NewWriter(f)}
	if strings.EqualFold(filepath.Ext(file), ".tsv") {
		w.w = spreadsheet.NewTabWriter(f)
	}
	return w, w.w.Write(header)
}

type csvFile struct {
	file *os.File
	w    *spreadsheet.Writer
}

func (c *csvFile) Write(cells []string) error { return c.w.Write(cells) }

func (c *csvFile) Close() error {
	return errors.Join(c.w.Flush(), c.file.Close())
}

type parquetFile struct {
	file *os.File
	w    *parquet.GenericWriter[any]
	at   []int // of each cell, the column
	row  parquet.Row
}

func (p *parquetFile) Write(cells []string) error {
	p.row = append(p.row[:0], make([]parquet.Value, len(cells))...)
	for i, c := range cells {
		p.row[p.at[i]] = parquet.ByteArrayValue([]byte(c)).Level(0, 0, p.at[i])
	}
	_, err := p.w.WriteRows([]parquet.Row{p.row})
	return err
}

func (p *parquetFile) Close() error { return errors.Join(p.w.Close(), p.file.Close()) }

// writeClusters writes the rows of the file with their cluster and how sure it is.
func writeClusters(ctx context.Context, d dedupeOptions, t *readRows, clusters []uint32, confidence []float64) (err error) {
	w, err := createTable(d.out, append([]string{"skein_row", "skein_cluster", "skein_confidence"}, t.header...))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	i := 0
	_, err = eachRow(ctx, d.file, d.table, func(_ *reader.Reader, row int, cells []string) error {
		line := []string{strconv.Itoa(row), strconv.Itoa(t.rows[clusters[i]]), strconv.FormatFloat(confidence[i], 'f', 4, 64)}
		line = append(append(line, cells...), make([]string, max(0, len(t.header)-len(cells)))...)
		i++
		return w.Write(line)
	})
	return err
}

// writePairs writes the pairs that may be of one thing, with their weight.
func writePairs(file string, t *readRows, run *resolve.Run, clusters []uint32) (err error) {
	w, err := createTable(file, []string{"row_a", "row_b", "weight", "probability", "same_cluster"})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	for _, p := range run.Pairs {
		weight := float64(p.Weight)
		err := w.Write([]string{
			strconv.Itoa(t.rows[p.A]), strconv.Itoa(t.rows[p.B]), strconv.FormatFloat(math.Round(weight*1e4)/1e4, 'f', -1, 64),
			strconv.FormatFloat(linkage.Probability(weight), 'g', 6, 64), strconv.FormatBool(clusters[p.A] == clusters[p.B]),
		})
		if err != nil {
			return err
		}
	}
	return nil
}
