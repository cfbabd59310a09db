// Package trend counts flows: crossings that border authorities detected and
// persons who arrived, by route, place, nationality, mode, month and year.
//
// Figures
//
//	detections.*   Flow with measure "detections": sums of count, changes on the year
//	arrivals.*     Flow with measure "arrivals": sums of count, persons a vessel
//
// A flow is a row of somebody's statistics: a count in a period. Flows with one
// key are versions of one row, and the version received last holds; it alone is
// the evidence of a sum. Flows with keys of their own are added, so that two
// agencies that report the same crossings under their own keys count twice: map
// them to one key, or contribute one of them.
//
// Counts are complete counts of what is held and have no sampling error. They are
// no estimate of the persons who crossed undetected.
package trend

import (
	"strings"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/tally"
	"skein/internal/term"
)

const (
	detectionsNote = "Detections are crossings that were found, not persons: the same person may be detected on consecutive routes, " +
		"and the effort to detect changes."
	arrivalsNote = "Arrivals are persons counted where they landed or were disembarked; who arrived unseen is not in them. " +
		"Countries are held for different years: compare years within a country."

	// leastForChange is the fewest detections in both years for which a change by
	// nationality is given: below it a handful of persons makes large percentages.
	leastForChange = 100
)

// series makes the figures of the flows of one measure.
type series struct {
	table   *column.Table
	measure string
	unit    string
	note    string
	dims    map[string]column.Dimension // by the name of the key
}

func newSeries(set *column.Set, measure, unit, note string) *series {
	t := set.Table("Flow")
	return &series{
		table: t, measure: measure, unit: unit, note: note,
		dims: map[string]column.Dimension{
			"route":       column.First(t.By("route")),
			"year":        column.First(t.ByText("period", tally.Year)),
			"month":       column.First(t.ByText("period", tally.Month)),
			"nationality": column.First(tally.ByCountry(t, "nationality")),
			"mode":        column.First(t.By("mode")),
			"place":       t.ByPlace("place"),
			"country":     column.First(tally.ByCountry(t, "country")),
		},
	}
}

// spec returns the spec of a sum of the counts by the given keys.
func (s *series) spec(id figure.ID, title string, keys ...string) tally.Spec {
	measures, want := s.table.Column("measure"), s.table.Set().Lookup(s.measure)
	spec := tally.Spec{
		ID: id, Title: title, Unit: s.unit, Note: s.note, Filter: "measure is " + s.measure,
		Table: s.table, Keep: func(row int) bool { return want != 0 && measures.First(row) == want },
		Keys: keys, Sum: s.table.Column("count"), Measure: "sum of the counts",
		Shown: tally.Shown{"place": s.table.Set().Places().Label, "country": normalize.CountryName, "nationality": normalize.CountryName},
	}
	for _, k := range keys {
		spec.Dims = append(spec.Dims, s.dims[k])
		if k == "place" {
			spec.Named = append(spec.Named, "place")
		}
	}
	return spec
}

func (s *series) sum(id figure.ID, title string, keys ...string) figure.Figure {
	return tally.Count(s.spec(id, title, keys...))
}

// Figures returns the figures of the flows of a case.
func Figures(set *column.Set) []figure.Figure {
	return append(detections(set), arrivals(set)...)
}

func detections(set *column.Set) []figure.Figure {
	s := newSeries(set, term.Detections, "detections", detectionsNote)
	byRouteYear := s.sum("detections.by_route_year", "Detections by route and year", "route", "year")
	byMonth := s.sum("detections.by_month", "Detections by month", "month")
	byNationality := s.sum("detections.by_nationality_year", "Detections by nationality and year", "nationality", "year")
	return []figure.Figure{
		s.sum("detections.total", "Detections"),
		s.sum("detections.by_year", "Detections by year", "year"),
		byMonth,
		byRouteYear,
		s.sum("detections.by_route_month", "Detections by route and month", "route", "month"),
		byNationality,
		s.sum("detections.by_route_nationality_year", "Detections by route, nationality and year", "route", "nationality", "year"),
		s.sum("detections.by_mode_year", "Detections by mode of travel and year", "mode", "year"),
		changeOnYear(&byRouteYear, &byMonth),
		changeByNationality(&byNationality, &byMonth),
	}
}

// nameCountries notes at each year which countries its sum is held for, because
// they differ from year to year.
func nameCountries(byYear, byCountry *figure.Figure) {
	held := map[string][]string{} // year -> countries
	for i := range byCountry.Cells {
		country, year := byCountry.Cells[i].Keys[0], byCountry.Cells[i].Keys[1]
		held[year] = append(held[year], country)
	}
	for i := range byYear.Cells {
		if countries := held[byYear.Cells[i].Keys[0]]; len(countries) > 0 {
			byYear.Cells[i].Note = "held for " + strings.Join(countries, ", ")
		}
	}
}

func arrivals(set *column.Set) []figure.Figure {
	s := newSeries(set, term.Arrivals, "persons", arrivalsNote)
	byYear := s.sum("arrivals.by_year", "Arrivals by year", "year")
	byCountry := s.sum("arrivals.by_country_year", "Arrivals by country and year", "country", "year")
	nameCountries(&byYear, &byCountry)
	return []figure.Figure{
		byYear,
		s.sum("arrivals.by_place_year", "Arrivals by place and year", "place", "year"),
		byCountry,
		s.sum("arrivals.by_route_year", "Arrivals by route and year", "route", "year"),
		s.sum("arrivals.by_route_month", "Arrivals by route and month", "route", "month"),
		personsPerVessel(s),
	}
}
