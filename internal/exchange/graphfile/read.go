// Package graphfile reads and writes graphs as other programs have them: GraphML (Brandes et
// al. 2002), GEXF 1.2 and 1.3, Pajek and METIS, and reads edge lists, adjacency matrices and
// FollowTheMoney entities. What is wrong is an error with its line, or the name of what it
// refers to.
//
//	f, err := graphfile.ReadFile(file, size, graphfile.GraphML, graphfile.Options{})
//	anna, ok := f.Find("Anna")
//
// Nodes go by their labels; where several have one label, each has its id behind it. Where
// some edges have a direction and others none, the graph is directed, and the others go
// both ways. Text is read in the encoding that the file declares, by a byte order mark or
// in XML, else in the one that is detected.
package graphfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"skein/internal/ingest/reader"
	"skein/internal/network/graph"
	"skein/internal/normalize"
)

// Format of a file of a graph.
type Format string

// The formats.
const (
	GraphML Format = "graphml"
	GEXF    Format = "gexf"
	Pajek   Format = "pajek"
	METIS   Format = "metis"
)

// FormatOf returns the format that a file's name speaks for; ok is false for none.
func FormatOf(name string) (f Format, ok bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".graphml":
		return GraphML, true
	case ".gexf":
		return GEXF, true
	case ".net", ".paj":
		return Pajek, true
	case ".graph", ".metis":
		return METIS, true
	}
	return "", false
}

// ErrFormat is in the error for a file that is not of its format.
var ErrFormat = errors.New("not a graph of this format")

// QuestionError says that a file can be read in several ways, and which of [Options] or
// [TableOptions] chooses.
type QuestionError struct{ Reason, Option string }

func (e QuestionError) Error() string { return e.Reason }

// Options say what of a file is read.
type Options struct {
	Network string // of several networks in one file: its name, or its number from 1
}

// File is what a file holds.
type File struct {
	Graph   *graph.Graph
	Columns []Column           // what the file says of its nodes: partitions, vectors, groups
	Notes   []string           // how it was read, where another way was possible
	Unread  []string           // what of it is not in the graph
	Taken   *Taken             // the columns of an edge list
	Bad     []*reader.RowError // rows of a table that could not be read

	ids map[string]uint32
}

// Find returns the node with a name, else the one with an id in the file.
func (f *File) Find(name string) (v uint32, ok bool) {
	name = normalize.Visible(name)
	if v, ok = f.Graph.Find(name); ok {
		return v, true
	}
	v, ok = f.ids[name]
	return v, ok
}

// Read reads a file that holds one graph.
func Read(r io.Reader, f Format) (*graph.Graph, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	file, err := ReadFile(bytes.NewReader(text), int64(len(text)), f, Options{})
	if err != nil {
		return nil, err
	}
	return file.Graph, nil
}

// ReadFile reads a file of size bytes. What can only be read in part is an error, but for what
// File.Unread lists. Memory follows what the file holds, not the numbers that it claims.
func ReadFile(src io.ReaderAt, size int64, f Format, o Options) (*File, error) {
	if o.Network != "" && f != GraphML && f != Pajek {
		return nil, fmt.Errorf("%w: a %s file holds one network", ErrFormat, f)
	}
	switch f {
	case GraphML:
		return readGraphML(src, size, o)
	case GEXF:
		return readGEXF(src, size)
	case Pajek:
		return readPajek(src, size, o)
	case METIS:
		return readMETIS(src, size)
	}
	return nil, fmt.Errorf("%w: %q", ErrFormat, string(f))
}

// count writes a number with its noun: "1 edge", "2 edges".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func wrong(line int, why string, args ...any) error {
	return fmt.Errorf("line %d: %w: %s", line, ErrFormat, fmt.Sprintf(why, args...))
}

// maxWeight is the largest weight that an edge can have.
const maxWeight = math.MaxFloat32

// weightOf reads a weight as programs write it; nothing is 1.
func weightOf(text string) (float32, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 1, nil
	}
	w, err := strconv.ParseFloat(text, 32)
	switch {
	case err != nil && strings.Count(text, ",") == 1:
		return 0, fmt.Errorf("%w: a weight of %q; write a point: %s", ErrFormat, text, strings.Replace(text, ",", ".", 1))
	case err != nil || !(w > 0) || w > maxWeight:
		return 0, fmt.Errorf("%w: a weight of %q; it must be a number above 0", ErrFormat, text)
	}
	return float32(w), nil
}

// lines calls f for each line with its number and words.
func lines(r io.Reader, f func(line int, text string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 1<<16), 1<<28)
	for n := 1; s.Scan(); n++ {
		if err := f(n, strings.TrimSpace(s.Text())); err != nil {
			return err
		}
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("%w: a line of over %d bytes", ErrFormat, 1<<28)
	}
	return s.Err()
}

// atoi reads the digits of a number, with space around them.
func atoi(text string) (int, error) { return strconv.Atoi(strings.TrimSpace(text)) }
