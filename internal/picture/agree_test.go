package picture_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/figure"
	"skein/internal/picture"
	"skein/internal/record"
)

// families are figures that look at the same things: they have one n.
var families = [][]figure.ID{
	{
		"suspects.count", "suspects.by_role", "suspects.by_tier", "suspects.by_nationality", "suspects.by_sex", "suspects.by_age_band", "suspects.by_residence",
		"suspects.by_residence_country",
	},
	{
		"incidents.count", "incidents.with_position", "incidents.by_route", "incidents.by_year", "incidents.by_month", "incidents.by_place", "incidents.by_country",
		"incidents.by_source", "incidents.dead_and_missing", "incidents.dead_by_route_year", "incidents.dead_by_month",
	},
	{
		"detections.total", "detections.by_year", "detections.by_month", "detections.by_route_year", "detections.by_route_month", "detections.by_nationality_year",
		"detections.by_route_nationality_year", "detections.by_mode_year",
	},
	{"arrivals.by_year", "arrivals.by_place_year", "arrivals.by_country_year", "arrivals.by_route_year", "arrivals.by_route_month", "arrivals.persons_per_vessel_year"},
	{"records.by_owner", "records.by_schema", "records.by_grade_owner"},
	{"communications.by_month", "communications.by_source", "communications.weight"},
	{"documents.by_kind", "documents.by_method", "documents.by_kind_method"},
	{"legs.by_mode", "legs.by_route_mode", "legs.by_means", "legs.by_pair"},
	{"payments.by_means", "payments.by_timing", "payments.by_means_count"},
	{"fees.by_leg", "fees.by_mode", "fees.by_year"},
	{"vehicles.by_type", "vehicles.rented"},
	{"networks.count", "networks.by_country", "networks.countries", "networks.size"},
	{
		"networks.detected.count", "networks.detected.by_size", "networks.detected.by_residence", "networks.detected.by_countries", "networks.detected.by_role",
		"networks.detected.by_other_crime",
	},
}

// single are the figures in which a thing is in one cell at most: the things of all cells, with
// the missing, are all things.
var single = []figure.ID{
	"suspects.count", "suspects.by_sex", "suspects.by_age_band", "incidents.count", "incidents.with_position", "incidents.by_route", "incidents.by_year",
	"incidents.by_month", "incidents.by_place", "incidents.dead_and_missing", "incidents.dead_by_route_year", "incidents.dead_by_month", "incidents.dead_by_cause",
	"detections.total", "detections.by_year", "detections.by_month", "detections.by_route_year", "detections.by_route_month", "detections.by_nationality_year",
	"detections.by_route_nationality_year", "detections.by_mode_year", "arrivals.by_year", "arrivals.by_place_year", "arrivals.by_country_year",
	"arrivals.by_route_year", "arrivals.by_route_month", "records.by_owner", "records.by_schema", "communications.by_month", "communications.weight",
	"documents.by_kind", "documents.by_method", "documents.by_kind_method", "legs.by_mode", "legs.by_route_mode", "legs.by_pair", "vehicles.by_type", "vessels.by_type",
	"vehicles.rented", "networks.count", "networks.detected.count", "networks.detected.by_size",
}

// parts are figures whose values, summed over all keys but those of the whole, are at most
// the whole's: what is missing from the parts is the rest.
var parts = [][2]figure.ID{
	{"detections.total", "detections.by_year"},
	{"detections.by_year", "detections.by_route_year"},
	{"detections.by_year", "detections.by_nationality_year"},
	{"detections.by_year", "detections.by_mode_year"},
	{"detections.by_route_year", "detections.by_route_nationality_year"},
	{"detections.by_month", "detections.by_route_month"},
	{"arrivals.by_year", "arrivals.by_route_year"},
	{"arrivals.by_year", "arrivals.by_country_year"},
	{"arrivals.by_year", "arrivals.by_place_year"},
	{"incidents.count", "incidents.by_year"},
	{"incidents.count", "incidents.by_route"},
	{"incidents.dead_and_missing", "incidents.dead_by_cause"},
	{"incidents.dead_and_missing", "incidents.dead_by_month"},
	{"documents.by_kind", "documents.by_kind_method"},
	{"legs.by_mode", "legs.by_route_mode"},
}

// disagree says where figures of one case do not agree with each other.
func disagree(all []figure.Figure) []string {
	var out []string
	byID := map[figure.ID]*figure.Figure{}
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	for _, family := range families {
		for _, id := range family {
			if byID[id] == nil {
				out = append(out, fmt.Sprintf("there is no %s", id))
			} else if byID[id].N != byID[family[0]].N {
				out = append(out, fmt.Sprintf("n of %s is %d, of %s %d", id, byID[id].N, family[0], byID[family[0]].N))
			}
		}
	}
	for _, id := range single {
		f, n := byID[id], byID[id].Missing
		for i := range f.Cells {
			n += inCell(f, &f.Cells[i])
		}
		if n != f.N {
			out = append(out, fmt.Sprintf("%s: cells and missing have %d things, n is %d", id, n, f.N))
		}
	}
	for _, p := range parts {
		out = append(out, apart(byID[p[0]], byID[p[1]])...)
	}
	return out
}

// inCell returns how many things are in a cell.
func inCell(f *figure.Figure, c *figure.Cell) int {
	if f.Share {
		return int(math.Round(c.Value * float64(c.N) / 100))
	}
	return c.N
}

// apart compares the values of the whole with those of its parts.
func apart(whole, part *figure.Figure) []string {
	var out []string
	sums := map[string]float64{}
	for _, c := range part.Cells {
		var keys []string
		for _, k := range whole.Definition.Grouping {
			keys = append(keys, c.Keys[slices.Index(part.Definition.Grouping, k)])
		}
		sums[strings.Join(keys, "|")] += c.Value
	}
	for _, c := range whole.Cells {
		key := strings.Join(c.Keys, "|")
		if sum := sums[key]; sum > c.Value+1e-9 || part.Missing == whole.Missing && math.Abs(sum-c.Value) > 1e-9 {
			out = append(out, fmt.Sprintf("%s [%s] is %v, its parts in %s are %v", whole.ID, key, c.Value, part.ID, sum))
		}
		delete(sums, key)
	}
	for key := range sums {
		out = append(out, fmt.Sprintf("%s has %s, which %s has not", part.ID, key, whole.ID))
	}
	return out
}

// The figures of one file of statistics agree, and what is in no cell is what is not known.
func TestFiguresOfACaseAgree(t *testing.T) {
	flow := func(name string, pairs ...string) record.Record {
		return columntest.Thing("Flow", name, append([]string{"measure", "detections"}, pairs...)...)
	}
	var c columntest.Case
	c.Add("EL", "2016-01-01",
		flow("a", "route", "Eastern", "period", "2015-01", "count", "100", "nationality", "sy", "mode", "sea"),
		flow("b", "route", "Eastern", "period", "2015-02", "count", "50", "mode", "land"),
		flow("c", "period", "2015-02", "count", "7"),
		flow("d", "route", "Western", "count", "9"),
		flow("e", "route", "Western", "period", "2014"),
		columntest.Thing("Incident", "i", "route", "Eastern", "date", "2015-01-02", "dead", "3", "cause", "drowning"),
		columntest.Thing("Incident", "j", "date", "2015-01-03", "dead", "0"),
		columntest.Person(record.Suspect, "p", "gender", "male", "nationality", "sy", "nationality", "tr"),
		columntest.Person(record.Suspect, "q"),
		columntest.Thing("Passport", "x", "number", "X1"),
	)
	all, err := picture.Figures(t.Context(), c.Set(t), picture.Wanted{})
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range disagree(all) {
		t.Error(wrong)
	}
	columntest.Expect(t, all, "detections.total", 5, 1, map[string]float64{"": 166})
	columntest.Expect(t, all, "detections.by_year", 5, 2, map[string]float64{"2015": 157})
	columntest.Expect(t, all, "detections.by_route_year", 5, 3, map[string]float64{"Eastern | 2015": 150})
	columntest.Expect(t, all, "incidents.dead_by_cause", 1, 0, map[string]float64{"drowning": 3})
	for id, want := range map[figure.ID]string{
		"detections.total": "count not known for 20.0 % (1 of 5)", "detections.by_route_year": "route, year or count not known for 60.0 % (3 of 5)",
		"suspects.by_sex": "sex not known for 50.0 % (1 of 2)", "documents.by_method": "method not known for 100.0 % (1 of 1)",
		"incidents.with_position": "position not known for 100.0 % (2 of 2)", "incidents.dead_by_cause": "nothing missing",
		"detections.change_on_year": "100.0 % (1 of 1) left out: the year before is not held or is zero",
	} {
		if got := columntest.Figure(t, all, id).MissingInWords(); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// A check that cannot fail checks nothing.
func TestFiguresThatDisagreeAreFound(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2016-01-01", columntest.Thing("Flow", "a", "measure", "detections", "period", "2015-01", "count", "100"))
	all, err := picture.Figures(t.Context(), c.Set(t), picture.Wanted{})
	if err != nil {
		t.Fatal(err)
	}
	columntest.Figure(t, all, "detections.total").Cells[0].Value = 200
	columntest.Figure(t, all, "suspects.by_sex").N++
	if got := disagree(all); len(got) < 2 {
		t.Errorf("found %q", got)
	}
}
