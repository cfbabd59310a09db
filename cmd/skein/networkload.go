package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"skein/internal/exchange/graphfile"
	"skein/internal/ingest/reader"
	"skein/internal/network/graph"
)

// load reads the graph.
func (n *networkOptions) load(ctx context.Context) (*graph.Graph, []*reader.RowError, error) {
	if f, ok := graphfile.FormatOf(n.file); ok {
		if n.table.given() {
			return nil, nil, usageError{fmt.Sprintf("--format, --encoding, --delimiter, --sheet, --skip-rows, --no-header and --limit are of tables; %s is %s", n.file, f)}
		}
		in, err := os.Open(n.file)
		if err != nil {
			return nil, nil, err
		}
		defer func() { _ = in.Close() }() // read only
		g, err := graphfile.Read(in, f)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", n.file, err)
		}
		return g, nil, nil
	}
	if n.layer == "" && n.when == "" && !n.table.given() {
		if g, err := n.loadNumbers(); g != nil || err != nil {
			return g, nil, err
		}
	}
	g, bad, err := n.loadRows(ctx)
	if err != nil {
		return nil, nil, err
	}
	if g.Len() == 0 {
		return nil, nil, fmt.Errorf("%s holds no ties", n.file)
	}
	return g, bad, nil
}

// loadRows reads an edge list of any kind, row by row.
func (n *networkOptions) loadRows(ctx context.Context) (*graph.Graph, []*reader.RowError, error) {
	b, layers := graph.NewBuilder(n.directed), graph.NewLayers(n.directed)
	from, to, weight, layer, when := -1, -1, -1, -1, -1
	how, err := n.table.options()
	if err != nil {
		return nil, nil, err
	}
	bad, err := eachRow(ctx, n.file, how, func(r *reader.Reader, row int, cells []string) (err error) {
		if from < 0 {
			if from, to, weight, err = n.columns(r.Columns()); err != nil {
				return err
			}
			if layer, err = n.column(r.Columns(), n.layer); err != nil {
				return err
			}
			if when, err = n.column(r.Columns(), n.when); err != nil {
				return err
			}
		}
		if cells[from] == "" || cells[to] == "" {
			return nil // a vertex alone, or nothing
		}
		w := 1.0
		if weight >= 0 && cells[weight] != "" {
			if w, err = strconv.ParseFloat(cells[weight], 32); err != nil || !(w > 0) {
				return fmt.Errorf("%s, row %d: a weight of %q; it must be above 0", n.file, row, cells[weight])
			}
		}
		if layer < 0 && when < 0 {
			b.Add(cells[from], cells[to], float32(w))
			return nil
		}
		cell := func(column int) string {
			if column < 0 {
				return ""
			}
			return cells[column]
		}
		layers.Add(cells[from], cells[to], float32(w), cell(layer), cell(when))
		return nil
	})
	if err != nil || layer < 0 && when < 0 {
		return b.Build(), bad, err
	}
	c := graph.Choice{Since: n.since, Until: n.until}
	if n.only != "" {
		c.Layers = strings.Split(n.only, ",")
		for _, wanted := range c.Layers {
			if !slices.Contains(layers.Names(), wanted) {
				return nil, nil, usageError{fmt.Sprintf("no tie of %s is of the layer %q; there are %q", n.file, wanted, layers.Names())}
			}
		}
	}
	return layers.Graph(c), bad, nil
}

// loadNumbers reads an edge list whose vertices are numbers; nil for any other file.
func (n *networkOptions) loadNumbers() (*graph.Graph, error) {
	f, err := os.Open(n.file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, err
	}
	ties, ok, err := graphfile.Numbers(f, info.Size(), n.columns)
	if _, wrong := errors.AsType[usageError](err); wrong {
		return nil, nil // other readers know titles above the header, or say the same
	}
	if err != nil || !ok {
		return nil, err
	}
	return graph.FromNumbers(ties, n.directed), nil
}

// columns returns the columns of an edge list: as named, or those whose names say so, or the
// first two.
func (n *networkOptions) columns(header []string) (from, to, weight int, err error) {
	find := func(named string, words ...string) (int, error) {
		if named != "" {
			return n.column(header, named)
		}
		return slices.IndexFunc(header, func(h string) bool { return slices.Contains(words, strings.ToLower(strings.TrimSpace(h))) }), nil
	}
	var errs [3]error
	from, errs[0] = find(n.from, "from", "source", "src", "caller", "sender", "a")
	to, errs[1] = find(n.to, "to", "target", "dst", "receiver", "recipient", "b")
	weight, errs[2] = find(n.weight, "weight")
	if err := errors.Join(errs[:]...); err != nil {
		return 0, 0, 0, err
	}
	if from < 0 || to < 0 {
		if len(header) == 1 {
			return 0, 0, 0, usageError{fmt.Sprintf("%s has one column; an edge list needs two", n.file)}
		}
		from, to = 0, 1
	}
	return from, to, weight, nil
}

// column returns the place of a column, -1 where none is named.
func (n *networkOptions) column(header []string, named string) (int, error) {
	i := slices.Index(header, named)
	if i < 0 && named != "" {
		return 0, usageError{fmt.Sprintf("%s has no column %q: it has %q", n.file, named, header)}
	}
	return i, nil
}
