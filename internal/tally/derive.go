package tally

import (
	"fmt"
	"slices"
	"strconv"

	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/handling"
)

// Quartiles returns, for each group, the lower quartile, the median and the upper
// quartile of the numbers of Sum, in cells with the further key "statistic": q1,
// median, q3. The median carries its distribution-free interval where there are
// enough numbers for one.
func Quartiles(s Spec) figure.Figure {
	s.Measure = "quartiles"
	f := s.figure("quartiles of type 7 (Hyndman and Fan 1996); interval of the median by order statistics, 95 %")
	f.Definition.Grouping = append(slices.Clone(s.Keys), "statistic")
	g := s.group()
	f.N, f.Missing = g.N, g.Missing
	f.Label = g.label
	for _, grp := range g.Groups.Groups {
		values := make([]float64, len(grp.Rows))
		for i, row := range grp.Rows {
			values[i], _, _ = s.value(row) // group left out what has none
		}
		q1, q2, q3, err := estimate.Quantiles(values)
		if err != nil {
			continue
		}
		_, ev := s.sum(grp.Rows)
		cell := func(statistic string, v float64) figure.Cell {
			return figure.Cell{Keys: append(slices.Clone(grp.Keys), statistic), Value: v, N: len(values), Evidence: ev}
		}
		middle := cell("median", q2)
		if low, high, err := estimate.MedianInterval(values); err == nil { // six numbers are the fewest that give one
			middle.Interval = &figure.Interval{Low: low, High: high}
		}
		f.Cells = append(f.Cells, cell("q1", q1), middle, cell("q3", q3))
	}
	f.Sort()
	s.Shown.Show(&f)
	return f
}

// Change returns the change of each cell of base on the year before, in per
// cent. The year is the key named "year". Where the year before is absent or
// zero there is no cell, and the absence counts as missing.
func Change(base *figure.Figure, id figure.ID, title string) figure.Figure {
	f := figure.Figure{
		ID: id, Title: title, Unit: "%", Decimals: 1, Label: base.Label, Checkpoint: base.Checkpoint,
		Definition: figure.Definition{
			Records: string(base.ID), Grouping: base.Definition.Grouping,
			Measure: "100 × (year − year before) ÷ year before",
		},
		Method:  "computed from the cells of " + string(base.ID) + "; complete counts, so no sampling error",
		LeftOut: "the year before is not held or is zero",
	}
	year := slices.Index(base.Definition.Grouping, "year")
	if year < 0 {
		f.Note = "the base figure has no years"
		return f
	}
	cells := index(base)
	for i := range base.Cells {
		c := &base.Cells[i]
		f.N++
		before := slices.Clone(c.Identity())
		y, err := strconv.Atoi(c.Keys[year])
		before[year] = strconv.Itoa(y - 1)
		b := cells[join(before)]
		if err != nil || b == nil {
			f.Missing++
			continue
		}
		change, err := estimate.Change(c.Value, b.Value)
		if err != nil {
			f.Missing++
			continue
		}
		f.Cells = append(f.Cells, figure.Cell{
			Keys: c.Keys, IDs: c.IDs, Value: change, N: c.N + b.N, Evidence: figure.Union(c.Evidence, b.Evidence),
			Note: fmt.Sprintf("%s after %s", base.Format(c.Value), base.Format(b.Value)),
		})
	}
	return f
}

func index(f *figure.Figure) map[string]*figure.Cell {
	m := make(map[string]*figure.Cell, len(f.Cells))
	for i := range f.Cells {
		m[join(f.Cells[i].Identity())] = &f.Cells[i]
	}
	return m
}

func join(keys []string) string { return string(appendKeys(nil, keys)) }

func appendKeys(b []byte, keys []string) []byte {
	for _, k := range keys {
		b = append(append(b, k...), 0)
	}
	return b
}

// Rate returns the numbers of events, one a thing of s, over the values of the
// exposure figure's cells with the same keys, times per. Things bring their
// number each (the dead of one incident), so events come in clumps and the
// interval is that of a compound Poisson sum. Groups without exposure, and those
// whose numbers are all zero, for which there is no such interval, have no cell;
// their things count as missing. A thing must be in one group at most.
func Rate(s Spec, exposure *figure.Figure, per float64) figure.Figure {
	if s.Measure == "" {
		s.Measure = fmt.Sprintf("sum × %s ÷ cell of %s", figure.Raw(per), exposure.ID)
	}
	f := s.figure("events over exposure, with a 95 % interval for a compound Poisson sum on the logarithmic scale")
	g := s.group()
	f.N, f.Missing = g.N, g.Missing
	f.Label = handling.Join(g.label, exposure.Label)
	over := index(exposure)
	for _, grp := range g.Groups.Groups {
		x := over[join(grp.Keys)]
		sizes := make([]float64, len(grp.Rows))
		for i, row := range grp.Rows {
			sizes[i], _, _ = s.value(row)
		}
		if x == nil || x.Value <= 0 {
			f.Missing += len(grp.Rows)
			continue
		}
		e, err := estimate.ClumpedRate(sizes, x.Value, per)
		if err != nil {
			f.Missing += len(grp.Rows)
			continue
		}
		total, ev := s.sum(grp.Rows)
		c := figure.FromEstimate(e, figure.Union(ev, x.Evidence), grp.Keys...)
		c.N = len(grp.Rows)
		c.Note = fmt.Sprintf("%.0f events over %s", total, exposure.Format(x.Value))
		f.Cells = append(f.Cells, c)
	}
	s.Shown.Show(&f)
	return f
}

// Together returns one figure of several that tell the same of different things:
// cells with the same keys are added, and all else is the first's. Everything
// that a cell of one figure counts must be in no other figure.
func Together(first figure.Figure, others ...figure.Figure) figure.Figure {
	out := first
	out.Cells = slices.Clone(first.Cells)
	cells := make(map[string]int, len(out.Cells))
	for i := range out.Cells {
		cells[join(out.Cells[i].Identity())] = i
	}
	for _, f := range others {
		out.Definition.Records += ", " + f.Definition.Records
		out.N += f.N
		out.Missing += f.Missing
		out.Label = handling.Join(out.Label, f.Label)
		for _, c := range f.Cells {
			id := join(c.Identity())
			i, ok := cells[id]
			if !ok {
				cells[id] = len(out.Cells)
				out.Cells = append(out.Cells, c)
				continue
			}
			sum := &out.Cells[i]
			sum.Value += c.Value
			sum.N += c.N
			sum.Evidence = figure.Union(sum.Evidence, c.Evidence)
		}
	}
	out.Sort()
	return out
}
