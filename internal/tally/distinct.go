package tally

import (
	"slices"

	"skein/internal/column"
	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/record"
)

// Distinct counts things that other tables' records put in their cells: persons
// by the crimes that involvements tell of, members by the networks that
// memberships name. A thing is counted once in a cell, however many records put
// it there, and all of these are evidence. A thing is whatever T identifies.
type Distinct[T comparable] struct {
	set     *column.Set
	placed  map[T]bool // every thing seen; true: in a cell
	cells   map[string]*distinctCell[T]
	sources []column.Source
}

type distinctCell[T comparable] struct {
	keys   []string
	things map[T]bool
	ids    []record.ID
}

// NewDistinct returns a count of nothing yet.
func NewDistinct[T comparable](set *column.Set) *Distinct[T] {
	return &Distinct[T]{set: set, placed: map[T]bool{}, cells: map[string]*distinctCell[T]{}}
}

// See tells that a thing passed the filter. If it is never added to a cell, it is
// missing.
func (d *Distinct[T]) See(thing T, from ...column.Source) {
	if !d.placed[thing] {
		d.placed[thing] = false
	}
	d.sources = append(d.sources, from...)
}

// Add puts a thing into the cell of the given keys, as the records tell.
func (d *Distinct[T]) Add(thing T, from []column.Source, keys ...string) {
	d.placed[thing] = true
	d.sources = append(d.sources, from...)
	id := join(keys)
	c := d.cells[id]
	if c == nil {
		c = &distinctCell[T]{keys: slices.Clone(keys), things: map[T]bool{}}
		d.cells[id] = c
	}
	c.things[thing] = true
	for _, src := range from {
		c.ids = append(c.ids, src.ID)
	}
}

// Count returns the number of distinct things in each cell. Of the spec it takes
// the words and the table, for the checkpoint and the name of what is read.
func (d *Distinct[T]) Count(s Spec) figure.Figure {
	if s.Measure == "" {
		s.Measure = "number of distinct things"
	}
	f := d.figure(s, "complete count of what is held; each thing once in a cell")
	for _, c := range d.cells {
		f.Cells = append(f.Cells, figure.Cell{
			Keys: c.keys, Value: float64(len(c.things)), N: len(c.things), Evidence: figure.NewEvidence(c.ids),
		})
	}
	f.Sort()
	return f
}

// Share returns each cell's share of the distinct things in any cell with the
// same texts under the keys named by within, in per cent, with Wilson's interval.
// Things in several cells make the shares add up to more than 100.
func (d *Distinct[T]) Share(s Spec, within ...string) figure.Figure {
	if s.Measure == "" {
		s.Measure = "share of distinct things with a known value"
	}
	f := d.figure(s, shareMethod)
	at := make([]int, 0, len(within))
	for i, name := range s.Keys {
		if slices.Contains(within, name) {
			at = append(at, i)
		}
	}
	whole := func(c *distinctCell[T]) string {
		keys := make([]string, len(at))
		for i, k := range at {
			keys[i] = c.keys[k]
		}
		return join(keys)
	}
	all := map[string]map[T]bool{}
	for _, c := range d.cells {
		id := whole(c)
		if all[id] == nil {
			all[id] = map[T]bool{}
		}
		for thing := range c.things {
			all[id][thing] = true
		}
	}
	for _, c := range d.cells {
		e, err := estimate.Share(len(c.things), len(all[whole(c)]))
		if err != nil {
			continue // never: a cell holds at least one thing, and the whole holds the cell
		}
		f.Cells = append(f.Cells, figure.FromEstimate(percent(e), figure.NewEvidence(c.ids), c.keys...))
	}
	f.Sort()
	return f
}

func (d *Distinct[T]) figure(s Spec, method string) figure.Figure {
	f := s.figure(method)
	f.N = len(d.placed)
	for _, placed := range d.placed {
		if !placed {
			f.Missing++
		}
	}
	f.Label = d.set.Label(d.sources)
	return f
}
