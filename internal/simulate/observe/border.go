package observe

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
	"skein/internal/simulate/world"
)

// quarterly is the scale below which the border agency sends detections by quarter:
// twelve files in place of 36.
const quarterly = 0.1

// detections writes the monthly detections once, whatever the scale: they are of the
// whole border. They come three weeks after the month.
func (o *Observer) detections(s *world.Shard) error {
	if s.Number > 0 {
		return nil
	}
	r := draw.New(o.world.Seed, "told detections")
	columns := []string{"month", "route", "section", "mode", "nationality", "detections"}
	a, en := o.agency("FXD"), o.english()
	terms := form(a, "detections")
	terms.grade, terms.format = "A1", Format{Name: "csv", Encoding: "utf-8"}
	span := 1
	if o.world.Scale < quarterly {
		span = 3
	}
	file := func(f *truth.Flow) string {
		month := int(f.Month[5]-'0')*10 + int(f.Month[6]-'0')
		return fmt.Sprintf("%s-%02d", f.Month[:4], (month-1)/span)
	}
	flows := o.world.Flows()
	for start := 0; start < len(flows); {
		sh := newSheet(columns)
		stop := start
		for ; stop < len(flows) && file(&flows[stop]) == file(&flows[start]); stop++ {
			f := &flows[stop]
			cells := []string{f.Month, f.Corridor, f.Section, f.Mode, en.country(f.Nationality), fmt.Sprint(f.Detections)}
			sh.add(cells)
			spoil(r, sh, cells, columns, spoiling{badNumber, "detections", "n/a*"}, spoiling{badDate, "month", "2015-13"}, spoiling{kind: fewFields})
		}
		last, err := time.Parse("2006-01", flows[stop-1].Month)
		if err != nil {
			return err
		}
		if err := o.send(terms, last.AddDate(0, 1, 20), sh); err != nil {
			return err
		}
		start = stop
	}
	return nil
}

func incidentColumns() []string {
	return []string{
		"report", "source", "grade", "title", "kind", "day", "latitude", "longitude", "area", "route", "country", "persons", "dead", "missing", "cause", "nationality",
		"craft", "length",
	}
}

// toldIncident is an incident as one agency has it.
type toldIncident struct {
	in     *world.Incident
	source string // agency that told of it first; empty: the agency's own
	first  bool
}

// incidents writes incidents at the border. The border agency and those of the
// countries concerned tell of the same ones, with figures that are not quite the same,
// and some only repeat what another agency told.
func (o *Observer) incidents(s *world.Shard, n int) error {
	r := draw.New(o.world.Seed, "told incidents", s.Number)
	var list []told[toldIncident]
	for i, in := range s.Incidents {
		own := o.authority(in.Leg.To.Country, i)
		first := own
		if r.Chance(0.5) {
			first = o.agency("FXD")
		}
		list = append(list, told[toldIncident]{first, in.Day, toldIncident{in, "", true}})
		if first != own && r.Chance(0.35) {
			list = append(list, told[toldIncident]{own, in.Day, toldIncident{in, "", false}})
		}
		if r.Chance(0.12) {
			list = append(list, told[toldIncident]{o.agency("EUROPOL"), in.Day, toldIncident{in, first.Code, false}})
		}
	}
	columns := incidentColumns()
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[toldIncident]) error {
		sh := newSheet(columns)
		for _, t := range items {
			cells := cellsOf(columns, o.incidentCells(r, a, t.item))
			sh.add(cells, about{"Incident", t.item.in.ID, nil})
			spoil(r, sh, cells, columns, spoiling{badDate, "day", "2015-02-30"}, spoiling{offTheGlobe, "latitude", "135.2"}, spoiling{badNumber, "persons", "many"}, spoiling{kind: brokenJSON})
		}
		return o.send(form(a, "incidents"), received, sh)
	})
}

func (o *Observer) incidentCells(r *draw.Source, a *Agency, t toldIncident) map[string]string {
	in, en := t.in, o.english()
	persons, day, at := in.Persons, in.Day, in.At
	if !t.first {
		at = near(r, at, 0.02)
		if r.Chance(0.25) {
			persons = max(1, persons+r.Between(-4, 4))
		}
		if r.Chance(0.08) {
			day = day.AddDate(0, 0, 1)
		}
	}
	c := map[string]string{
		"report": fmt.Sprintf("%s-%s", a.Code, in.ID), "source": t.source, "grade": a.grade(r), "kind": in.Kind, "day": iso(day),
		"title": fmt.Sprintf("%s, %s to %s", in.Kind, in.Leg.From.Name, in.Leg.To.Name), "latitude": degrees(at.Lat()), "longitude": degrees(at.Lon()),
		"area": in.Leg.Section, "route": in.Leg.Corridor.Name, "country": en.country(in.Leg.To.Country), "persons": number(persons), "dead": fmt.Sprint(in.Dead),
		"missing": fmt.Sprint(in.Missing), "cause": in.Cause, "nationality": en.country(in.Country),
	}
	if in.Leg.Mode == "sea" {
		c["craft"], c["length"] = in.Craft, number(in.Dinghy)
	}
	return c
}

// entries are the legs that cross the border on a corridor, the most travelled first.
func entries(c *world.Corridor) []*world.Leg {
	list := slices.Clone(c.Entry())
	slices.SortStableFunc(list, func(a, b *world.Leg) int { return cmp.Compare(b.Share, a.Share) })
	return list
}
