package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"skein/internal/casework"
	"skein/internal/exchange/graphfile"
	"skein/internal/ingest/reader"
)

// load reads the graph.
func (n *networkOptions) load(ctx context.Context, b *bar) (*graphfile.File, error) {
	in, size, err := casework.OpenInput(n.file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }() // read only
	b.share("reading", 0)
	var f *graphfile.File
	if format, ok := graphfile.FormatOf(n.file); ok {
		if f, err = graphfile.ReadFile(in, size, format, graphfile.Options{Network: n.network}); err != nil {
			err = fmt.Errorf("%s: %w", n.file, err)
		}
	} else {
		var o graphfile.TableOptions
		if o, err = n.tableOptions(b); err != nil {
			return nil, err
		}
		f, err = graphfile.ReadTable(ctx, filepath.Base(n.file), in, size, o)
	}
	if q, ok := errors.AsType[graphfile.QuestionError](err); ok {
		return nil, usageError{filepath.Base(n.file) + ": " + q.Reason + answerOf(q.Option)}
	}
	if errors.Is(err, reader.ErrOptions) {
		return nil, usageError{err.Error()}
	}
	return f, err
}

// answerOf says by which flag a question is answered.
func answerOf(option string) string {
	switch option {
	case "network":
		return "; choose one with --network"
	case "from", "to":
		return "; name them with --from and --to"
	}
	return ""
}

func (n *networkOptions) tableOptions(b *bar) (graphfile.TableOptions, error) {
	r, err := n.table.options()
	o := graphfile.TableOptions{
		From: n.from, To: n.to, Weight: n.weight, Layer: n.layer, Time: n.when, Directed: n.directed,
		Layers: n.layers, Since: n.since, Until: n.until, Reader: r,
		Progress: func(share float64) { b.share("reading", share) },
	}
	if n.given["no-header"] {
		o.Header = graphfile.WithHeader
		if r.NoHeader {
			o.Header = graphfile.WithoutHeader
		}
		o.Reader.NoHeader = false
	}
	return o, err
}
