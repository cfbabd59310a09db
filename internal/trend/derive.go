package trend

import (
	"fmt"
	"slices"
	"strconv"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/tally"
)

func changeOnYear(byRouteYear, byMonth *figure.Figure) figure.Figure {
	f := tally.Change(byRouteYear, "detections.change_on_year", "Change of detections on the year before, by route")
	f.Note = detectionsNote
	markUneven(&f, byMonth)
	return f
}

func changeByNationality(byNationalityYear, byMonth *figure.Figure) figure.Figure {
	base := *byNationalityYear
	base.Cells = slices.Clone(base.Cells)
	base.Cells = slices.DeleteFunc(base.Cells, func(c figure.Cell) bool { return c.Value < leastForChange })
	f := tally.Change(&base, "detections.change_by_nationality", "Change of detections on the year before, by nationality")
	f.Definition.Filter = fmt.Sprintf("at least %d detections in both years", leastForChange)
	f.LeftOut = fmt.Sprintf("the year before is not held or is below %d", leastForChange)
	f.Note = detectionsNote
	markUneven(&f, byMonth)
	return f
}

// markUneven says in the note of a change that the two years are not held for
// equally many months, as the last year of a series rarely is: such a change
// compares a part with a whole.
func markUneven(change, byMonth *figure.Figure) {
	months := map[string]int{}
	for _, c := range byMonth.Cells {
		months[tally.Year(c.Keys[0])]++
	}
	at := slices.Index(change.Definition.Grouping, "year")
	for i := range change.Cells {
		c := &change.Cells[i]
		year := c.Keys[at]
		n, err := strconv.Atoi(year)
		if err != nil {
			continue // never: Change makes cells of years that are numbers
		}
		before := strconv.Itoa(n - 1)
		if months[year] != months[before] {
			c.Note += fmt.Sprintf("; months held: %d of %s, %d of %s", months[year], year, months[before], before)
		}
	}
}

// personsPerVessel returns the ratio of the sums of persons and of vessels over
// the flows that have both: the mean of the vessels, not of the flows.
func personsPerVessel(s *series) figure.Figure {
	persons, vessels := s.table.Column("count"), s.table.Column("vessels")
	both := func(row int) (p, v float64, from []column.Source, ok bool) {
		p, ok1 := tally.Number(persons, row)
		v, ok2 := tally.Number(vessels, row)
		if !ok1 || !ok2 || v <= 0 {
			return 0, 0, nil, false
		}
		a, _ := persons.Source(row)
		b, _ := vessels.Source(row)
		return p, v, []column.Source{a, b}, true
	}
	spec := s.spec("arrivals.persons_per_vessel_year", "Persons per vessel, by route and year", "route", "year")
	spec.Unit, spec.Decimals, spec.Measure = "persons per vessel", 1, "sum of the counts ÷ sum of the vessels"
	spec.Lacking = "route, year, count or number of vessels"
	spec.Value = func(row int) (float64, []column.Source, bool) {
		p, _, from, ok := both(row)
		return p, from, ok
	}
	f := tally.Count(spec)
	spec.Value = func(row int) (float64, []column.Source, bool) {
		_, v, from, ok := both(row)
		return v, from, ok
	}
	over := tally.Count(spec)
	var wholes figure.Figure // formats counts
	f.Method = "ratio of two complete counts; no sampling error"
	for i := range f.Cells { // both figures have the same groups
		c := &f.Cells[i]
		c.Note = fmt.Sprintf("%s persons on %s vessels", wholes.Format(c.Value), wholes.Format(over.Cells[i].Value))
		c.Value /= over.Cells[i].Value
	}
	return f
}
