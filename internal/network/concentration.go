package network

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"skein/internal/column"
	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/schema"
	"skein/internal/tally"
)

// leastLegs is how many legs a route or hub needs in a year for a figure of its market.
const leastLegs = 10

// market is the legs of one route or hub and year by what debriefed persons say of who
// carried them.
type market struct {
	of, year string
	legs     []leg
}

// leg is a leg of a journey; network is empty where nobody named one.
type leg struct {
	network     string
	facilitated bool
	journey     column.Value // whose it is: the legs of one person are not independent
	row         int
}

// concentration measures how concentrated the market is: on each route, and at each hub,
// which is a place where legs begin.
func concentration(set *column.Set) []figure.Figure {
	trips := set.Table("Trip")
	return slices.Concat(
		concentrationBy(trips, "route", trips.By("route"), nil),
		concentrationBy(trips, "hub", trips.ByPlace("origin", "startLocation"), set.Places().Label, "origin", "startLocation"),
	)
}

// concentrationBy measures it by a dimension of legs that the word by stands for, and that
// the things named by some properties tell of; shown is how its IDs are shown, nil as they are.
func concentrationBy(trips *column.Table, by string, dimension column.Dimension, shown func(id string) string, named ...schema.PropertyName) []figure.Figure {
	markets, missing := marketsOf(trips, dimension)
	spec := func(id figure.ID, title, unit, measure string, decimals int) tally.Spec {
		return tally.Spec{
			ID: id, Title: title, Unit: unit, Decimals: decimals, Measure: measure, Table: trips, Keys: []string{by, "year"}, Shown: tally.Shown{by: shown}, Named: named,
			Records: "Trip, Network", Filter: "legs with a " + by + " and a date, reported in debriefings; " + by + "s and years with at least " + strconv.Itoa(leastLegs) + " legs of a named network",
			LeftOut: by + " or date not known, or fewer than " + strconv.Itoa(leastLegs) + " legs of a named network in the year",
			Note:    "Persons name who carried them as they know it, and many do not. An index of 0.15 to 0.25 is called moderately concentrated, more is highly so.",
		}
	}
	const method = "from pairs of legs, so that few legs do not look like concentration (Simpson 1949), times the squared share of legs that somebody carried; interval by leaving out one journey at a time (jackknife)"
	hhi := figureOf(spec(figure.ID("networks.concentration_by_"+by+"_year"), "Concentration of the market by "+by+" and year", "index",
		"Herfindahl-Hirschman index of the networks' shares of all legs, 0 to 1", 3), method, markets, missing, herfindahl, all)
	top := figureOf(spec(figure.ID("networks.top_four_by_"+by+"_year"), "Share of the four largest networks by "+by+" and year", "%",
		"share of legs with a named network that the four most often named carried", 1),
		"share of those on record, which is too large where few legs are; interval by leaving out one journey at a time (jackknife)", markets, missing, topFour, withNetwork)
	top.Share = true
	top.LeftOut = "no network named, or " + top.LeftOut
	return []figure.Figure{hhi, top, trendOf(&hhi, by)}
}

// marketsOf returns the markets, in the order of their keys, and how many legs are in none.
func marketsOf(trips *column.Table, dimension column.Dimension) ([]*market, int) {
	date, network, facilitated := trips.Column("date"), trips.Column("network"), trips.Column("facilitated")
	journey := trips.Column("debriefing")
	by := map[[2]string]*market{}
	missing := 0
	of := column.First(dimension)
	var texts []string
	for row := range trips.Len() {
		texts = of(row, texts[:0])
		key := [2]string{strings.Join(texts, ""), tally.Year(date.Text(row))}
		if key[0] == "" || key[1] == "" {
			missing++
			continue
		}
		m := by[key]
		if m == nil {
			m = &market{of: key[0], year: key[1]}
			by[key] = m
		}
		m.legs = append(m.legs, leg{trips.Set().Text(network.First(row)), facilitated.Text(row) != "false", journey.First(row), row})
	}
	var out []*market
	for _, m := range by {
		if withNetwork(m.legs) >= leastLegs {
			out = append(out, m)
		} else {
			missing += len(m.legs)
		}
	}
	slices.SortFunc(out, func(a, b *market) int { return slices.Compare([]string{a.of, a.year}, []string{b.of, b.year}) })
	return out, missing
}

// all and withNetwork count legs: all of them, and those with a network.
func all(legs []leg) int { return len(legs) }

func withNetwork(legs []leg) int {
	n := 0
	for _, l := range legs {
		if l.network != "" {
			n++
		}
	}
	return n
}

// herfindahl is the index of some legs.
func herfindahl(legs []leg) float64 {
	counts := map[string]float64{}
	named, carried := 0.0, 0.0
	for _, l := range legs {
		if l.facilitated || l.network != "" {
			carried++
		}
		if l.network != "" {
			counts[l.network]++
			named++
		}
	}
	pairs := 0.0
	for _, n := range counts {
		pairs += n * (n - 1)
	}
	if named < 2 {
		return 0
	}
	share := carried / float64(len(legs))
	return pairs / (named * (named - 1)) * share * share
}

// topFour is the share of the four networks that are named most often, in per cent.
func topFour(legs []leg) float64 {
	counts := map[string]float64{}
	named := 0.0
	for _, l := range legs {
		if l.network != "" {
			counts[l.network]++
			named++
		}
	}
	sizes := make([]float64, 0, len(counts))
	for _, n := range counts {
		sizes = append(sizes, n)
	}
	slices.Sort(sizes)
	sum := 0.0
	for _, n := range sizes[max(0, len(sizes)-4):] {
		sum += n
	}
	return 100 * sum / max(1, named)
}

// jackknife returns the 95 % interval of a value by leaving out one journey at a time
// (Miller 1974), within 0 and most.
func (m *market) jackknife(of func([]leg) float64, value, most float64) figure.Interval {
	var journeys []column.Value
	for _, l := range m.legs {
		if !slices.Contains(journeys, l.journey) {
			journeys = append(journeys, l.journey)
		}
	}
	n := float64(len(journeys))
	if n < 2 {
		return figure.Interval{High: most}
	}
	rest := make([]leg, 0, len(m.legs))
	sum, squares := 0.0, 0.0
	for _, j := range journeys {
		rest = rest[:0]
		for _, l := range m.legs {
			if l.journey != j {
				rest = append(rest, l)
			}
		}
		x := of(rest)
		sum += x
		squares += x * x
	}
	half := estimate.Z95 * math.Sqrt(max(0, (n-1)/n*(squares-sum*sum/n)))
	return figure.Interval{Low: max(0, value-half), High: min(most, value+half)}
}

// figureOf makes the figure of a value of each market. Base counts the legs that the value is
// of; the others are missing.
func figureOf(s tally.Spec, method string, markets []*market, missing int, of func([]leg) float64, base func([]leg) int) figure.Figure {
	most := 1.0
	if s.Unit == "%" {
		most = 100
	}
	f := figure.Figure{
		ID: s.ID, Title: s.Title, Unit: s.Unit, Decimals: s.Decimals, Note: s.Note, Method: method, Missing: missing, N: missing, LeftOut: s.LeftOut,
		Definition: figure.Definition{Records: s.Records, Filter: s.Filter, Grouping: s.Keys, Measure: s.Measure}, Checkpoint: s.Table.Set().Checkpoint,
	}
	labels := s.Table.Set().NewLabels()
	for _, m := range markets {
		var from []column.Thing
		for _, l := range m.legs {
			from = append(from, column.Thing{Table: s.Table, Row: l.row})
			for _, p := range s.Named {
				if thing, ok := s.Table.Set().Thing(s.Table.Column(p).First(l.row)); ok {
					from = append(from, thing)
				}
			}
		}
		value := of(m.legs)
		iv := m.jackknife(of, value, most)
		n := base(m.legs)
		f.N += len(m.legs)
		f.Missing += len(m.legs) - n
		f.Cells = append(f.Cells, figure.Cell{Keys: []string{m.of, m.year}, Value: value, Interval: &iv, N: n, Evidence: evidenceOf(column.Compact(from), labels)})
	}
	f.Label = labels.Join()
	s.Shown.Show(&f)
	return f
}

// trendOf measures by how much the index changes a year on each route or hub: the slope of a line
// through the years, each weighted by how sure it is, with its interval.
func trendOf(hhi *figure.Figure, by string) figure.Figure {
	f := figure.Figure{
		ID: figure.ID("networks.concentration_trend_by_" + by), Title: "Yearly change of the concentration by " + by, Unit: "index per year", Decimals: 3,
		Definition: figure.Definition{Records: string(hhi.ID), Grouping: []string{by}, Measure: "slope of a weighted line through the years"},
		Method:     "weighted least squares by the inverse variance of each year; 95 % interval of the slope; " + by + "s with three years or more",
		Note:       "An interval above 0 says that a market grew more concentrated by more than chance.", Checkpoint: hhi.Checkpoint, Label: hhi.Label, LeftOut: "fewer than three years",
	}
	for from := 0; from < len(hhi.Cells); {
		end := from
		for end < len(hhi.Cells) && hhi.Cells[end].ID(0) == hhi.Cells[from].ID(0) {
			end++
		}
		f.N++
		if cell, ok := slope(hhi.Cells[from:end]); ok {
			f.Cells = append(f.Cells, cell)
		} else {
			f.Missing++
		}
		from = end
	}
	return f
}

func slope(cells []figure.Cell) (figure.Cell, bool) {
	if len(cells) < 3 {
		return figure.Cell{}, false
	}
	var w, wx, wy, wxx, wxy float64
	n := 0
	var evidence []figure.Evidence
	for _, c := range cells {
		x, err := strconv.ParseFloat(c.Keys[1], 64)
		half := (c.Interval.High - c.Interval.Low) / 2
		if err != nil || half <= 0 {
			continue
		}
		weight := estimate.Z95 * estimate.Z95 / (half * half)
		w, wx, wy, wxx, wxy = w+weight, wx+weight*x, wy+weight*c.Value, wxx+weight*x*x, wxy+weight*x*c.Value
		n += c.N
		evidence = append(evidence, c.Evidence)
	}
	d := w*wxx - wx*wx
	if len(evidence) < 3 || d <= 0 {
		return figure.Cell{}, false
	}
	value := (w*wxy - wx*wy) / d
	half := estimate.Z95 * math.Sqrt(w/d)
	return figure.Cell{Keys: cells[0].Keys[:1], IDs: cells[0].Identity()[:1], Value: value, Interval: &figure.Interval{Low: value - half, High: value + half}, N: n, Evidence: figure.Union(evidence...)}, true
}
