// Package tally turns groups of things into figures: sums and counts, shares
// with their intervals, quartiles, changes on the year and rates.
//
// A [Spec] says once what a figure is; each function here computes one kind of
// value from it. The label of a figure is the join of the labels of every record
// that passed its filter, also of those that are in no cell: that they are missing
// is told too.
package tally

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"skein/internal/column"
	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

// Spec says what a figure counts.
type Spec struct {
	ID       figure.ID
	Title    string
	Unit     string // of what is counted, "persons"; the figure's says that records of them are, by key
	Filter   string // in words, for Keep
	Note     string
	Lacking  string // what is not known of the missing, in words; empty: the keys and the property
	LeftOut  string // why they are missing, where that is not for want of knowledge
	Decimals int
	Records  string // what is read, where that is more than the table; empty: the table's schema

	Table *column.Table
	Keep  func(row int) bool // nil: every thing
	Keys  []string           // names of the dimensions
	Dims  []column.Dimension
	Shown Shown // of the keys whose dimensions give IDs
	// Named lists the properties that refer to things whose names keys show, as those of
	// places do: the records that tell the names are evidence.
	Named []schema.PropertyName

	// Sum is the column whose numbers are added; nil: things are counted.
	Sum *column.Column
	// Value gives the number of a row and the records that tell it, where that is
	// not simply Sum's best value: a number worked out from several properties, or
	// from records of other tables. It may be called more than once for a row.
	Value func(row int) (v float64, from []column.Source, ok bool)
	// Measure in words; empty: the number of records by key, or the sum of Sum.
	Measure string
}

func (s *Spec) figure(method string) figure.Figure {
	f := figure.Figure{
		ID: s.ID, Title: s.Title, Unit: s.Unit, Decimals: s.Decimals, Note: s.Note, Lacking: s.Lacking, LeftOut: s.LeftOut, Method: method,
		Definition: figure.Definition{Records: cmp.Or(s.Records, string(s.Table.Schema)), Filter: s.Filter, Grouping: s.Keys, Measure: s.Measure},
		Checkpoint: s.Table.Set().Checkpoint,
	}
	if s.Sum != nil {
		f.Definition.Property = s.Sum.Property()
	}
	return f
}

// grouped is the groups of a spec, without the rows that lack the number to add.
type grouped struct {
	column.Groups
	label handling.Label // of every row that passed the filter
}

func (s *Spec) group() grouped {
	var g grouped
	var lacking int
	labels, named := s.Table.Set().NewLabels(), map[column.Thing]bool{}
	keep := func(row int) bool {
		if s.Keep != nil && !s.Keep(row) {
			return false
		}
		labels.Add(s.Table.Records(row)...)
		for _, thing := range s.named(row) {
			if !named[thing] {
				named[thing] = true
				labels.Add(thing.Records()...)
			}
		}
		if s.counts() {
			return true
		}
		_, from, ok := s.value(row)
		if !ok {
			lacking++
			return false
		}
		if s.Value != nil {
			labels.Add(from...) // they may be of other tables
		}
		return true
	}
	g.Groups = s.Table.Group(keep, s.Dims...)
	g.label = labels.Join()
	g.N += lacking
	g.Missing += lacking
	return g
}

// counts reports whether things are counted, not numbers added.
func (s *Spec) counts() bool { return s.Sum == nil && s.Value == nil }

// value returns a row's number and the records that tell it.
func (s *Spec) value(row int) (float64, []column.Source, bool) {
	if s.Value != nil {
		return s.Value(row)
	}
	v, ok := Number(s.Sum, row)
	if !ok {
		return 0, nil, false
	}
	src, _ := s.Sum.Source(row)
	return v, []column.Source{src}, true
}

// Number returns a row's best value of a column of numbers.
func Number(c *column.Column, row int) (float64, bool) {
	v, err := strconv.ParseFloat(c.Text(row), 64)
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// ByKey says what counts as one record where no resolution joins records: those of one key,
// which one thing may have several of.
const ByKey = "by the source's key: records of one key are one"

// RecordsOf is the unit of things that are counted by key: "records of persons".
func RecordsOf(unit string) string { return "records of " + unit }

// Count returns the number of things in each group or, with Sum, the total of
// their numbers. The evidence of a sum is the records that gave the numbers.
func Count(s Spec) figure.Figure {
	if s.counts() {
		s.Unit = RecordsOf(s.Unit)
		s.Measure = strings.TrimSuffix("number of "+s.Unit+", "+ByKey+"; "+s.Measure, "; ")
	}
	if s.Measure == "" {
		s.Measure = "sum"
	}
	f := s.figure("complete count of what is held; each thing once, by its best record")
	g := s.group()
	f.N, f.Missing = g.N, g.Missing
	f.Label = g.label
	for _, grp := range g.Groups.Groups {
		c := figure.Cell{Keys: grp.Keys, N: len(grp.Rows)}
		if s.counts() {
			c.Value, c.Evidence = float64(len(grp.Rows)), s.evidence(grp.Rows)
		} else {
			c.Value, c.Evidence = s.sum(grp.Rows)
		}
		f.Cells = append(f.Cells, c)
	}
	s.Shown.Show(&f)
	return f
}

// evidence returns the records of the rows, and those that name what they refer to.
func (s *Spec) evidence(rows []int) figure.Evidence {
	all := s.Table.Evidence(rows)
	if len(s.Named) == 0 {
		return all
	}
	return figure.Union(all, figure.NewEvidence(s.names(rows)))
}

// names returns the records of the things that rows refer to by Named. Many rows
// name one place, of which many records tell: each is taken once.
func (s *Spec) names(rows []int) []record.ID {
	var things []column.Thing
	for _, row := range rows {
		things = append(things, s.named(row)...)
	}
	var ids []record.ID
	for _, thing := range column.Compact(things) {
		for _, src := range thing.Records() {
			ids = append(ids, src.ID)
		}
	}
	return ids
}

// named returns the things that a row refers to by Named.
func (s *Spec) named(row int) []column.Thing {
	var out []column.Thing
	for _, p := range s.Named {
		for _, v := range s.Table.Column(p).All(row) {
			if thing, ok := s.Table.Set().Thing(v); ok {
				out = append(out, thing)
			}
		}
	}
	return out
}

func (s *Spec) sum(rows []int) (float64, figure.Evidence) {
	var total float64
	ids := make([]record.ID, 0, len(rows))
	for _, row := range rows {
		v, from, _ := s.value(row) // group left out what has none
		total += v
		for _, src := range from {
			ids = append(ids, src.ID)
		}
	}
	return total, figure.NewEvidence(append(ids, s.names(rows)...))
}

const shareMethod = "share with Wilson's 95 % interval (Wilson 1927); the interval covers sampling alone, not what is missing"

// Share returns each group's share of the things that are in any group, in per
// cent, with Wilson's interval. Things in several groups make the shares add up
// to more than 100. The evidence of a share is that of the things in the group; what
// it is a share of is the evidence of all cells together.
func Share(s Spec) figure.Figure {
	if s.Measure == "" {
		s.Measure = "share of the records with a known value, " + ByKey
	}
	f := s.figure(shareMethod)
	f.Share = true
	g := s.group()
	f.N, f.Missing = g.N, g.Missing
	f.Label = g.label
	of := g.N - g.Missing
	for _, grp := range g.Groups.Groups {
		e, err := estimate.Share(len(grp.Rows), of)
		if err != nil {
			continue // no things at all: no cells
		}
		f.Cells = append(f.Cells, figure.FromEstimate(percent(e), s.evidence(grp.Rows), grp.Keys...))
	}
	s.Shown.Show(&f)
	return f
}

func percent(e estimate.Estimate) estimate.Estimate {
	e.Value, e.Low, e.High = 100*e.Value, 100*e.Low, 100*e.High
	return e
}
