// Package place counts what happened where: incidents on the routes with their
// dead and missing, and the legs of journeys.
//
// Figures
//
//	incidents.*   Incident: counts; sums of the dead and missing; deaths over detections
//	legs.*        Trip: counts by mode, means of transport, and pair of places
//
// The dead and missing of an incident are its property deadAndMissing or, where
// it has none, dead plus missing, as far as these are given. Serious incident
// reports tell of incidents that other sources tell of too, under keys that do
// not meet. They are therefore left out of the counts of incidents and counted
// apart: as reports (serious_reports), and as the documents in which the reports
// came (serious_documents), of which several may be versions of one report.
package place

import (
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/schema"
	"skein/internal/tally"
	"skein/internal/term"
)

// serious is the kind of Incidents and Documents that are counted apart.
const serious = term.SeriousIncident

const (
	notSerious    = "kind is not " + serious
	incidentsNote = "Incidents that became known; many do not. " +
		"Records are counted: two sources that report one incident under different keys count as two."
	deadMeasure = "sum of deadAndMissing or, where absent, dead + missing"
)

// Figures returns the figures of the incidents and legs of a case.
func Figures(set *column.Set) []figure.Figure {
	in := newIncidents(set)
	out := []figure.Figure{
		in.count("incidents.count", "Incidents"),
		in.withPosition(),
		in.count("incidents.by_route", "Incidents by route", "route"),
		in.count("incidents.by_year", "Incidents by year", "year"),
		in.count("incidents.by_month", "Incidents by month", "month"),
		in.count("incidents.by_place", "Incidents by place", "place"),
		in.count("incidents.by_country", "Incidents by country", "country"),
		in.count("incidents.by_source", "Incidents by contributor", "owner"),
		in.dead("incidents.dead_and_missing", "Dead and missing"),
		in.dead("incidents.dead_by_route_year", "Dead and missing by route and year", "route", "year"),
		in.dead("incidents.dead_by_month", "Dead and missing by month", "month"),
		in.deadByCause(),
		in.deadPerThousand(),
		seriousReports(set),
		seriousDocuments(set),
	}
	return append(out, legs(set)...)
}

// incidents makes the figures of the incidents that are no serious incident reports.
type incidents struct {
	table *column.Table
	dims  map[string]column.Dimension // by the name of the key
}

func newIncidents(set *column.Set) *incidents {
	t := set.Table("Incident")
	return &incidents{
		table: t,
		dims: map[string]column.Dimension{
			"route":   column.First(t.By("route")),
			"year":    tally.ByDate(t, tally.Year),
			"month":   tally.ByDate(t, tally.Month),
			"place":   placeOf(t),
			"country": tally.ByCountry(t, "country"),
			"cause":   column.First(t.By("cause")),
			"owner":   tally.ByOwner(t),
		},
	}
}

// placeOf is the dimension of the place of an incident: the record that it refers to or,
// without one, the location as given.
func placeOf(t *column.Table) column.Dimension {
	return t.ByPlace("place", "location")
}

func (in *incidents) spec(id figure.ID, title string, keys ...string) tally.Spec {
	isSerious := ofKind(in.table)
	s := tally.Spec{
		ID: id, Title: title, Unit: "incidents", Filter: notSerious, Note: incidentsNote,
		Table: in.table, Keep: func(row int) bool { return !isSerious(row) }, Keys: keys,
		Shown: tally.Shown{"place": in.table.Set().Places().Label, "country": normalize.CountryName},
	}
	for _, k := range keys {
		s.Dims = append(s.Dims, in.dims[k])
		if k == "place" {
			s.Named = append(s.Named, "place")
		}
	}
	return s
}

// ofKind returns whether a thing is a serious incident report.
func ofKind(t *column.Table) func(row int) bool {
	kinds, want := t.Column("kind"), t.Set().Lookup(serious)
	return func(row int) bool { return want != 0 && kinds.First(row) == want }
}

func (in *incidents) count(id figure.ID, title string, keys ...string) figure.Figure {
	return tally.Count(in.spec(id, title, keys...))
}

// withPosition counts the incidents that a map can show: those of [Points].
func (in *incidents) withPosition() figure.Figure {
	s := in.spec("incidents.with_position", "Incidents with a position")
	position := positions(in.table)
	s.Value = func(row int) (float64, []column.Source, bool) {
		_, from, ok := position(row)
		return 1, []column.Source{from}, ok
	}
	s.Unit, s.Lacking = tally.RecordsOf(s.Unit), "position"
	s.Measure = "number of records of incidents with latitude and longitude, " + tally.ByKey
	s.Named = []schema.PropertyName{"place"} // the map names the places, and carries this label
	return tally.Count(s)
}

func (in *incidents) deadSpec(id figure.ID, title string, keys ...string) tally.Spec {
	s := in.spec(id, title, keys...)
	s.Unit, s.Measure = "dead and missing", deadMeasure
	s.Sum, s.Value = in.table.Column("deadAndMissing"), deadAndMissing(in.table)
	return s
}

func (in *incidents) dead(id figure.ID, title string, keys ...string) figure.Figure {
	return tally.Count(in.deadSpec(id, title, keys...))
}

// deadByCause leaves out the incidents that are known to have no dead, which have no cause.
func (in *incidents) deadByCause() figure.Figure {
	s := in.deadSpec("incidents.dead_by_cause", "Dead and missing by cause", "cause")
	s.Filter += "; not those with 0 dead and missing"
	keep, number := s.Keep, s.Value
	s.Keep = func(row int) bool {
		n, _, known := number(row)
		return keep(row) && !(known && n == 0)
	}
	return tally.Count(s)
}

// deadAndMissing returns the number of dead and missing of an incident.
func deadAndMissing(t *column.Table) func(row int) (float64, []column.Source, bool) {
	both, parts := t.Column("deadAndMissing"), [...]*column.Column{t.Column("dead"), t.Column("missing")}
	return func(row int) (float64, []column.Source, bool) {
		if v, ok := tally.Number(both, row); ok {
			src, _ := both.Source(row)
			return v, []column.Source{src}, true
		}
		var sum float64
		var from []column.Source
		for _, c := range parts {
			if v, ok := tally.Number(c, row); ok {
				sum += v
				src, _ := c.Source(row)
				from = append(from, src)
			}
		}
		return sum, from, len(from) > 0
	}
}

// deadPerThousand relates the dead of a route and year to its detections. The
// detections are counted as detections.by_route_year counts them, which an
// analysis of flows shows.
func (in *incidents) deadPerThousand() figure.Figure {
	flows := in.table.Set().Table("Flow")
	measures, want := flows.Column("measure"), in.table.Set().Lookup(term.Detections)
	detections := tally.Count(tally.Spec{
		ID: "detections.by_route_year", Title: "Detections by route and year", Unit: "detections",
		Table: flows, Keep: func(row int) bool { return want != 0 && measures.First(row) == want },
		Keys: []string{"route", "year"},
		Dims: []column.Dimension{column.First(flows.By("route")), column.First(flows.ByText("period", tally.Year))},
		Sum:  flows.Column("count"),
	})
	routes := map[string]bool{}
	for _, c := range detections.Cells {
		routes[c.Keys[0]] = true
	}
	s := in.deadSpec("incidents.dead_per_thousand", "Dead and missing for each thousand detections, by route and year", "route", "year")
	s.Unit, s.Decimals, s.Records = "dead and missing per 1,000 detections", 1, "Incident, detections.by_route_year"
	s.Measure = "1,000 × dead and missing ÷ detections"
	s.Filter += "; routes that have detections"
	s.LeftOut = "route, year or number of dead and missing not known, or no detections or no dead in the route and year"
	s.Note = "Not the risk of a journey: who drowned unseen and who crossed undetected are in neither number, " +
		"and one person may be detected more than once."
	keep := s.Keep
	route := in.dims["route"]
	s.Keep = func(row int) bool {
		texts := route(row, nil)
		return keep(row) && len(texts) > 0 && routes[texts[0]]
	}
	return tally.Rate(s, &detections, 1000)
}
