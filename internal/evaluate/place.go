package evaluate

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"skein/internal/agreement"
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/geo"
)

// hotspotRadius is how far, in metres, a place that an engine names may be from a true
// hotspot to be it.
const hotspotRadius = 15_000

// hotspots scores places where activity is concentrated. The baseline takes the cells
// of a grid of a quarter of a degree in which most was seen, as many as there are
// hotspots.
func hotspots(s *scorecard, t *Truth, c *Case) {
	value, distance := c.matchHotspots(t, c.Answer.Hotspots)
	base, baseDistance := c.matchHotspots(t, c.crowdedCells(len(t.Hotspots)))
	engine := c.Answer.Hotspots != nil
	s.addOr(engine, "hotspots.precision", unitShare, len(t.Hotspots), value.Precision, base.Precision)
	s.addOr(engine, "hotspots.recall", unitShare, len(t.Hotspots), value.Recall, base.Recall)
	s.addOr(engine, "hotspots.f1", unitShare, len(t.Hotspots), value.F1, base.F1)
	s.addOr(engine, "hotspots.median_distance_km", unitKM, len(t.Hotspots), distance, baseDistance)
}

// matchHotspots matches places to hotspots one to one, and returns the accuracy and
// the median distance of matches in kilometres.
func (c *Case) matchHotspots(t *Truth, got []geo.Point) (agreement.Accuracy, float64) {
	pairs := agreement.Match(len(got), len(t.Hotspots), hotspotRadius, func(g, w int) float64 {
		at, err := geo.NewPoint(t.Hotspots[w].Lat, t.Hotspots[w].Lon)
		if err != nil {
			return math.Inf(1)
		}
		return float64(geo.Distance(got[g], at))
	})
	var far []float64
	for _, p := range pairs {
		far = append(far, p.Distance/1000)
	}
	return agreement.Of(len(pairs), len(got), len(t.Hotspots)), median(far)
}

// crowdedCells returns the mean positions of sightings in the n cells that have most.
func (c *Case) crowdedCells(n int) []geo.Point {
	type cell struct{ lat, lon int }
	type sum struct {
		at       cell
		n        int
		lat, lon float64
	}
	table := c.Set.Table("Sighting")
	lats, lons := table.Column("latitude"), table.Column("longitude")
	cells := map[cell]*sum{}
	for row := range table.Len() {
		lat, err1 := strconv.ParseFloat(lats.Text(row), 64)
		lon, err2 := strconv.ParseFloat(lons.Text(row), 64)
		if err1 != nil || err2 != nil {
			continue
		}
		k := cell{int(math.Floor(4 * lat)), int(math.Floor(4 * lon))}
		if cells[k] == nil {
			cells[k] = &sum{at: k}
		}
		cells[k].n++
		cells[k].lat += lat
		cells[k].lon += lon
	}
	list := make([]*sum, 0, len(cells))
	for _, x := range cells {
		list = append(list, x)
	}
	slices.SortFunc(list, func(a, b *sum) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.at.lat, b.at.lat), cmp.Compare(a.at.lon, b.at.lon))
	})
	var out []geo.Point
	for _, x := range list[:min(n, len(list))] {
		if p, err := geo.NewPoint(x.lat/float64(x.n), x.lon/float64(x.n)); err == nil {
			out = append(out, p)
		}
	}
	return out
}

// pairFigure has the legs that debriefed migrants told.
const pairFigure = "legs.by_pair"

// routes scores the legs that the figure of legs by pair has. The baseline has one leg
// from each place: the one that was told most often.
func routes(s *scorecard, t *Truth, c *Case) {
	want := map[[2]string]bool{}
	for _, l := range t.Legs {
		want[[2]string{keyText(l.From), keyText(l.To)}] = true
	}
	got := map[[2]string]bool{}
	most := map[string]*figure.Cell{}
	to := map[string]string{}
	found := c.cells(pairFigure, func(keys string, cell *figure.Cell) {
		pair := [2]string{key(keys, "origin"), key(keys, "destination")}
		got[pair] = true
		if have := most[pair[0]]; have == nil || cell.Value > have.Value {
			most[pair[0]], to[pair[0]] = cell, pair[1]
		}
	})
	naive := map[[2]string]bool{}
	for from, dest := range to {
		naive[[2]string{from, dest}] = true
	}
	value, base := agreement.Sets(got, want), agreement.Sets(naive, want)
	s.addOr(found, "routes.recall", unitShare, len(want), value.Recall, base.Recall)
	s.addOr(found, "routes.legs.precision", unitShare, len(got), value.Precision, base.Precision)
}

// displacementDays is how far the day that an engine gives may be from the day of a
// border measure to be about it.
const displacementDays = 60

// displacement scores which border measures moved the flow, and when. The baseline
// takes the sections whose share of their corridor falls most from a month to the
// next, one a section and as many as there are measures.
func displacement(s *scorecard, t *Truth, c *Case) {
	value, off := matchMeasures(t, c.Answer.Displaced)
	base, baseOff := matchMeasures(t, c.largestFalls(len(t.Measures)))
	engine := c.Answer.Displaced != nil
	s.addOr(engine, "displacement.recall", unitShare, len(t.Measures), value, base)
	s.addOr(engine, "displacement.median_error_days", unitDays, len(t.Measures), off, baseOff)
}

func day(at time.Time) float64 { return float64(at.Unix()) / 86_400 }

// matchMeasures returns the share of measures that were found, and the median error in
// days of those.
func matchMeasures(t *Truth, got []Displacement) (recall, off float64) {
	if len(t.Measures) == 0 {
		return math.NaN(), math.NaN()
	}
	var errors []float64
	for _, m := range t.Measures {
		best := math.Inf(1)
		for _, d := range got {
			if d.Corridor == m.Corridor && d.Closed == m.Closed {
				best = min(best, math.Abs(d.Day-day(m.Day)))
			}
		}
		if best <= displacementDays {
			errors = append(errors, best)
		}
	}
	return share(len(errors), len(t.Measures)), median(errors)
}

func (c *Case) largestFalls(n int) []Displacement {
	type section struct{ route, name string }
	counts := map[section]map[string]float64{}
	totals := map[string]map[string]float64{}
	add := func(m map[string]float64, month string, n float64) map[string]float64 {
		if m == nil {
			m = map[string]float64{}
		}
		m[month] += n
		return m
	}
	var months []string
	flow := c.Set.Table("Flow")
	for row := range flow.Len() {
		place, ok := c.Set.ThingOf(flow.Column("place").First(row), "Place")
		n, err := strconv.ParseFloat(flow.Column("count").Text(row), 64)
		if !ok || err != nil {
			continue
		}
		k := section{flow.Column("route").Text(row), nameOf(place)}
		month := flow.Column("period").Text(row)
		counts[k], totals[k.route] = add(counts[k], month, n), add(totals[k.route], month, n)
		months = append(months, month)
	}
	slices.Sort(months)
	months = slices.Compact(months)
	type fall struct {
		Displacement
		by float64
	}
	var falls []fall
	for k, by := range counts {
		worst := fall{Displacement: Displacement{Corridor: k.route, Closed: k.name}}
		for i, month := range months[1:] {
			before, after := totals[k.route][months[i]], totals[k.route][month]
			if before < 30 || after < 30 {
				continue
			}
			if drop := by[months[i]]/before - by[month]/after; drop > worst.by {
				if at, err := time.Parse("2006-01", month); err == nil {
					worst.by, worst.Day = drop, day(at)
				}
			}
		}
		falls = append(falls, worst)
	}
	slices.SortFunc(falls, func(a, b fall) int {
		return cmp.Or(cmp.Compare(b.by, a.by), strings.Compare(a.Corridor, b.Corridor), strings.Compare(a.Closed, b.Closed))
	})
	out := []Displacement{}
	for _, f := range falls[:min(n, len(falls))] {
		out = append(out, f.Displacement)
	}
	return out
}

func nameOf(th column.Thing) string { return th.Table.Column("name").Text(th.Row) }

// Figures of detections and of persons by route and month.
const (
	detectionsFigure = "detections.by_route_month"
	personsFigure    = "persons.by_route_month"
)

// flows scores the monthly flows: the sum of the differences from the true ones, as a
// share of all. The baseline of detections spreads a route's year evenly over its
// months; that of persons takes every detection for another person.
func flows(s *scorecard, t *Truth, c *Case) {
	detections, persons := trueFlows(t)
	years := map[string]float64{}
	for keys, n := range detections {
		years[routeYear(keys)] += n
	}
	even := map[string]float64{}
	for keys := range detections {
		even[keys] = years[routeYear(keys)] / 12
	}
	value, engine := c.flowError(detectionsFigure, detections)
	s.addOr(engine, "flows.detections.error", unitShare, len(detections), value, relativeError(even, detections))
	value, engine = c.flowError(personsFigure, persons)
	s.addOr(engine, "flows.persons.error", unitShare, len(persons), value, relativeError(detections, persons))
}

func routeYear(keys string) string { return key(keys, "route") + key(keys, "month")[:4] }

func trueFlows(t *Truth) (detections, persons map[string]float64) {
	detections, persons = map[string]float64{}, map[string]float64{}
	for _, f := range t.Flows {
		keys := "month=" + keyText(f.Month) + "|route=" + keyText(f.Corridor)
		detections[keys] += float64(f.Detections)
		persons[keys] += float64(f.First)
	}
	return detections, persons
}

func (c *Case) flowError(id figure.ID, want map[string]float64) (float64, bool) {
	got := map[string]float64{}
	engine := c.cells(id, func(keys string, cell *figure.Cell) { got[keys] = cell.Value })
	return relativeError(got, want), engine
}

// relativeError is the sum of the differences over the sum of what is true.
func relativeError(got, want map[string]float64) float64 {
	off, total := 0.0, 0.0
	for keys, n := range want {
		off += math.Abs(got[keys] - n)
		total += n
	}
	return off / total
}
