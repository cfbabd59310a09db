// Package claim holds published statements against what a case holds: it looks
// up the cell of a figure that a claim is about, and says whether the published
// number recomputes.
//
//	says       153,946 illegal border-crossings on the Central Mediterranean route in 2015
//	figure     detections.by_route_year {route: Central Mediterranean, year: 2015}
//	published  153,946     computed 153,946     recomputes
//
// There are three kinds of claim, and three verdicts:
//
//	a value     the published number and a cell, by a [Relation]
//	a top       names that are said to be the largest cells, in any order
//	neither     nothing that is held could tell; the claim says what could
//
//	recomputes  the figure gives what was published
//	differs     the figure gives something else
//	cannot      no figure or no cell to compare with, and why
//
// "Differs" is no accusation: series are revised, and a claim may rest on records
// that nobody contributed. The verdict cites both values and the evidence.
//
// # Files
//
// [Parse] reads a list of claims from YAML, in the format that doc/case-file.md
// gives under "Claims". It is the one place of the analysis layer that reads a
// file format: what a claim may say and how it is written change together.
package claim

import (
	"errors"

	"skein/internal/figure"
)

// ID names a claim within its list.
type ID string

// List is the claims of one publication, in its order.
type List struct {
	Source string // the publication
	Claims []Claim
}

// Claim is one published statement. It has a Value or a Top, or neither and says
// Why it cannot be computed.
type Claim struct {
	ID    ID
	Says  string // the statement
	Where string // page or section of the source
	Value *Value
	Top   *Top
	Why   string
}

// Figure returns the figure that a claim names, if any.
func (c *Claim) Figure() figure.ID {
	switch {
	case c.Value != nil:
		return c.Value.Figure
	case c.Top != nil:
		return c.Top.Figure
	}
	return ""
}

// Value is a published number and the cell that gives it.
type Value struct {
	Figure    figure.ID
	Keys      map[string]string // of the cell, by name: all of the figure's grouping
	Published float64
	Decimals  int // rounding of the published number
	Relation  Relation
	Tolerance float64 // for About: per cent of the published number
}

// Top is a statement that some names are the largest of their kind. They are if
// no other cell is larger than any of theirs, so that of equal cells either may
// be named.
type Top struct {
	Figure figure.ID
	Keys   map[string]string // of the cells, by name: all of the figure's grouping but one
	Of     []string          // texts of the one key that is left
}

// Relation says how a published number is meant. The zero value is none.
type Relation uint8

// The relations.
const (
	Equals   Relation = iota + 1 // the computed value rounds to the published one
	AtLeast                      // computed ≥ published
	AtMost                       // computed ≤ published
	MoreThan                     // computed > published
	About                        // within the tolerance
)

var relations = [...]struct{ name, words string }{
	Equals: {"equals", ""}, AtLeast: {"at_least", "at least "}, AtMost: {"at_most", "at most "},
	MoreThan: {"more_than", "more than "}, About: {"about", "about "},
}

// String returns the relation's word in a file; empty for none.
func (r Relation) String() string {
	if int(r) < len(relations) {
		return relations[r].name
	}
	return ""
}

// words stand before the published number in a sentence.
func (r Relation) words() string {
	if int(r) < len(relations) {
		return relations[r].words
	}
	return ""
}

// ErrFormat says that a text is not a list of claims.
var ErrFormat = errors.New("not a list of claims")
