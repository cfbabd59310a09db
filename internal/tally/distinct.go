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
	set    *column.Set
	number map[T]uint32 // of every thing seen
	placed []bool       // by number: in a cell
	cells  map[string]*distinctCell
	seen   []column.Thing // what tells of things that are only seen
	id     []byte         // of a cell, used again
}

type distinctCell struct {
	keys   []string
	things []uint32       // numbers, with repeats until read
	from   []column.Thing // with repeats: a thing that tells of many is taken up once, not each time with all its records
}

// distinct returns the numbers of the things in the cell, each once.
func (c *distinctCell) distinct() []uint32 {
	slices.Sort(c.things)
	c.things = slices.Compact(c.things)
	return c.things
}

// NewDistinct returns a count of nothing yet.
func NewDistinct[T comparable](set *column.Set) *Distinct[T] {
	return &Distinct[T]{set: set, number: map[T]uint32{}, cells: map[string]*distinctCell{}}
}

// See tells that a thing passed the filter, as the records of the things in from
// tell. If it is never added to a cell, it is missing.
func (d *Distinct[T]) See(thing T, from ...column.Thing) {
	d.see(thing)
	d.seen = appendThings(d.seen, from)
}

// appendThings leaves out what was appended last, which a loop appends again.
func appendThings(to, things []column.Thing) []column.Thing {
	for _, t := range things {
		if len(to) == 0 || to[len(to)-1] != t {
			to = append(to, t)
		}
	}
	return to
}

func (d *Distinct[T]) see(thing T) uint32 {
	n, ok := d.number[thing]
	if !ok {
		n = uint32(len(d.placed))
		d.number[thing] = n
		d.placed = append(d.placed, false)
	}
	return n
}

// Add puts a thing into the cell of the given keys, as the records of the things in
// from tell.
func (d *Distinct[T]) Add(thing T, from []column.Thing, keys ...string) {
	n := d.see(thing)
	d.placed[n] = true
	d.id = appendKeys(d.id[:0], keys)
	c := d.cells[string(d.id)]
	if c == nil {
		c = &distinctCell{keys: slices.Clone(keys)}
		d.cells[string(d.id)] = c
	}
	c.things = append(c.things, n)
	c.from = appendThings(c.from, from)
}

// evidence returns the records that put things in the cell.
func (c *distinctCell) evidence() figure.Evidence {
	c.from = column.Compact(c.from)
	var ids []record.ID
	for _, thing := range c.from {
		for _, src := range thing.Records() {
			ids = append(ids, src.ID)
		}
	}
	return figure.NewEvidence(ids)
}

// Count returns the number of distinct things in each cell. Of the spec it takes
// the words and the table, for the checkpoint and the name of what is read.
func (d *Distinct[T]) Count(s Spec) figure.Figure {
	if s.Measure == "" {
		s.Measure = "number of distinct things"
	}
	f := d.figure(s, "complete count of what is held; each thing once in a cell")
	for _, c := range d.cells {
		n := len(c.distinct())
		f.Cells = append(f.Cells, figure.Cell{Keys: c.keys, Value: float64(n), N: n, Evidence: c.evidence()})
	}
	f.Sort()
	s.Shown.Show(&f)
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
	f.Share = true
	at := make([]int, 0, len(within))
	for i, name := range s.Keys {
		if slices.Contains(within, name) {
			at = append(at, i)
		}
	}
	whole := func(c *distinctCell) string {
		keys := make([]string, len(at))
		for i, k := range at {
			keys[i] = c.keys[k]
		}
		return join(keys)
	}
	all := map[string]*distinctCell{}
	for _, c := range d.cells {
		id := whole(c)
		if all[id] == nil {
			all[id] = &distinctCell{}
		}
		all[id].things = append(all[id].things, c.distinct()...)
	}
	for _, c := range d.cells {
		e, err := estimate.Share(len(c.distinct()), len(all[whole(c)].distinct()))
		if err != nil {
			continue // never: a cell holds at least one thing, and the whole holds the cell
		}
		f.Cells = append(f.Cells, figure.FromEstimate(percent(e), c.evidence(), c.keys...))
	}
	f.Sort()
	s.Shown.Show(&f)
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
	labels := d.set.NewLabels()
	tell := func(from []column.Thing) {
		for _, thing := range from {
			labels.Add(thing.Records()...)
		}
	}
	d.seen = column.Compact(d.seen)
	tell(d.seen)
	for _, c := range d.cells {
		c.from = column.Compact(c.from)
		tell(c.from)
	}
	f.Label = labels.Join()
	return f
}
