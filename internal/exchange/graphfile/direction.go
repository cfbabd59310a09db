package graphfile

import (
	"slices"

	"skein/internal/header"
	"skein/internal/normalize"
)

// way is whether an edge of a list has a direction.
type way int

const (
	asGiven way = iota // as the options say of all
	oneWay
	bothWays
)

// wayOf reads what Gephi writes into the column Type of its tables of edges; ok is false for
// other texts.
func wayOf(text string) (w way, ok bool) {
	switch header.Fold(normalize.Visible(text)) {
	case "":
		return asGiven, true
	case "directed":
		return oneWay, true
	case "undirected", "mutual":
		return bothWays, true
	}
	return asGiven, false
}

// wayColumn returns the column that says which edges have a direction, -1 for none: it is called
// Type, and its values are those of Gephi.
func wayColumn(columns []string, sample [][]string, bare bool) int {
	if bare {
		return -1
	}
	return slices.IndexFunc(columns, func(h string) bool {
		c := chooser{columns: columns, sample: sample}
		is := func(text string) bool { _, ok := wayOf(text); return ok }
		return header.Fold(h) == "type" && c.holds(slices.Index(columns, h), is)
	})
}
