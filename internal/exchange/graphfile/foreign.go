package graphfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
)

// foreign refuses, by its name, a text that is a graph of a format that is not read, or whose
// name hides which: read as a table, its lines would make nodes of its own syntax.
func foreign(name string, src io.ReaderAt, size int64) error {
	head := make([]byte, min(1<<12, size))
	n, err := src.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	head = bytes.TrimPrefix(head[:n], []byte("\xef\xbb\xbf"))
	for _, f := range [...]struct{ begins, is, advice string }{
		{`(?i)^%%MatrixMarket\b`, "a Matrix Market file", "export it as an edge list, GraphML or Pajek"},
		{`(?i)^\s*(%[^\n]*\n\s*)*\*(Vertices|Network)\b`, "a Pajek network", "give it a name that ends in .net or .paj"},
		{`(?i)^\s*dl\b[^\n]*\b(n|nr|nc|nm|format)\s*=`, "a UCINET DL file", "export it as an edge list, a labelled matrix, GraphML or Pajek"},
		{`(?i)^\s*dl\s*\n\s*(n|nr|nc|nm|format)\s*=`, "a UCINET DL file", "export it as an edge list, a labelled matrix, GraphML or Pajek"},
		{`(?i)^\s*((#|Creator\b|Version\b|comment\b)[^\n]*\n\s*)*graph\s*\[\s`, "a GML graph", "export it as GraphML or GEXF"},
		{`(?i)^\s*((//|#)[^\n]*\n\s*)*(strict\s+)?(di)?graph\b[^\n{,;\t|]{0,80}\{`, "a DOT graph of Graphviz", "export it as GraphML or GEXF"},
		{`(?s)^\s*\{.{0,200}"(directed|multigraph)"\s*:.*"nodes"\s*:\s*\[`, "a graph in JSON", "give the list of its edges as the file, or export it as GraphML or GEXF"},
	} {
		if regexp.MustCompile(f.begins).Match(head) {
			return fmt.Errorf("%s: it is %s; %s", name, f.is, f.advice)
		}
	}
	return nil
}
