package trend_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/trend"
)

// flows is a case in which FRONTEX corrects a row, EL reports arrivals, and rows
// lack what some figures need.
func flows() *columntest.Case {
	var c columntest.Case
	flow := columntest.Thing
	c.AddAs(record.Contribution{Name: "first", Owner: "FRONTEX", Label: handling.Public()}, "A1", "2016-01-10",
		flow("Flow", "cm-gn-2014", "measure", "detections", "route", "Central", "mode", "sea", "nationality", "gn", "period", "2014-07", "count", "200"),
		flow("Flow", "cm-gn-2015", "measure", "detections", "route", "Central", "mode", "sea", "nationality", "gn", "period", "2015-07", "count", "999"),
		flow("Flow", "cm-sy-2015", "measure", "detections", "route", "Central", "mode", "sea", "nationality", "sy", "period", "2015-08", "count", "40"),
		flow("Flow", "em-sy-2014", "measure", "detections", "route", "Eastern", "mode", "land", "nationality", "sy", "period", "2014-08", "count", "50"),
		flow("Flow", "em-unknown", "measure", "detections", "route", "Eastern", "mode", "land", "period", "2015", "count", "10"),
		flow("Flow", "em-no-count", "measure", "detections", "route", "Eastern", "period", "2015-01"),
	)
	c.AddAs(record.Contribution{Name: "corrected", Owner: "FRONTEX", Label: handling.Public()}, "A1", "2016-05-01",
		flow("Flow", "cm-gn-2015", "measure", "detections", "route", "Central", "mode", "sea", "nationality", "gn", "period", "2015-07", "count", "150"),
	)
	c.AddAs(record.Contribution{Name: "arrivals", Owner: "EL", Label: handling.Public()}, "B2", "2016-03-01",
		flow("Place", "lesvos", "name", "Lesvos"),
		flow("Flow", "a1", "measure", "arrivals", "route", "Eastern", "country", "gr", "place", "@Place/lesvos", "period", "2015-10", "count", "90", "vessels", "3"),
		flow("Flow", "a2", "measure", "arrivals", "route", "Eastern", "country", "gr", "place", "@Place/lesvos", "period", "2015-11", "count", "10", "vessels", "2"),
		flow("Flow", "a3", "measure", "arrivals", "route", "Eastern", "country", "gr", "period", "2015-11", "count", "400"),
		flow("Flow", "a4", "measure", "arrivals", "route", "Channel", "country", "gb", "period", "2018-11-04", "count", "7", "vessels", "0"),
	)
	return &c
}

func TestFigures(t *testing.T) {
	c := flows()
	set := c.Set(t)
	figures := trend.Figures(set)
	type values = map[string]float64

	columntest.Expect(t, figures, "detections.total", 6, 1, values{"": 450})
	columntest.Expect(t, figures, "detections.by_year", 6, 1, values{"2014": 250, "2015": 200})
	columntest.Expect(t, figures, "detections.by_route_year", 6, 1, values{
		"Central | 2014": 200, "Central | 2015": 190, "Eastern | 2014": 50, "Eastern | 2015": 10,
	})
	// The bare year is in no month.
	columntest.Expect(t, figures, "detections.by_month", 6, 2, values{"2014-07": 200, "2014-08": 50, "2015-07": 150, "2015-08": 40})
	columntest.Expect(t, figures, "detections.by_route_month", 6, 2, values{
		"Central | 2014-07": 200, "Eastern | 2014-08": 50, "Central | 2015-07": 150, "Central | 2015-08": 40,
	})
	columntest.Expect(t, figures, "detections.by_nationality_year", 6, 2, values{
		"Guinea | 2014": 200, "Guinea | 2015": 150, "Syria | 2014": 50, "Syria | 2015": 40,
	})
	columntest.Expect(t, figures, "detections.by_route_nationality_year", 6, 2, values{
		"Central | Guinea | 2014": 200, "Central | Guinea | 2015": 150, "Eastern | Syria | 2014": 50, "Central | Syria | 2015": 40,
	})
	columntest.Expect(t, figures, "detections.by_mode_year", 6, 1, values{"sea | 2014": 200, "sea | 2015": 190, "land | 2014": 50, "land | 2015": 10})
	// Two of the four cells are of 2014, which has no year before.
	columntest.Expect(t, figures, "detections.change_on_year", 4, 2, values{"Central | 2015": -5, "Eastern | 2015": -80})
	// Syria has fewer than 100 in both years.
	columntest.Expect(t, figures, "detections.change_by_nationality", 2, 1, values{"Guinea | 2015": -25})

	columntest.Expect(t, figures, "arrivals.by_year", 4, 0, values{"2015": 500, "2018": 7})
	if c, err := columntest.Figure(t, figures, "arrivals.by_year").Cell("2018"); err != nil || c.Note != "held for United Kingdom" {
		t.Errorf("arrivals of 2018: %+v, %v", c, err)
	}
	columntest.Expect(t, figures, "arrivals.by_place_year", 4, 2, values{"Lesvos | 2015": 100})
	columntest.Expect(t, figures, "arrivals.by_country_year", 4, 0, values{"Greece | 2015": 500, "United Kingdom | 2018": 7})
	columntest.Expect(t, figures, "arrivals.by_route_year", 4, 0, values{"Eastern | 2015": 500, "Channel | 2018": 7})
	columntest.Expect(t, figures, "arrivals.by_route_month", 4, 0, values{"Eastern | 2015-10": 90, "Eastern | 2015-11": 410, "Channel | 2018-11": 7})
	// 100 persons on 5 vessels: not the mean of 30 and 5.
	columntest.Expect(t, figures, "arrivals.persons_per_vessel_year", 4, 2, values{"Eastern | 2015": 20})
}

func TestEvidence(t *testing.T) {
	set := flows().Set(t)
	figures := trend.Figures(set)
	evidence := func(id string, keys ...string) []string {
		f := columntest.Figure(t, figures, "detections.by_route_year")
		if id != "" {
			f = columntest.Figure(t, figures, "arrivals.by_place_year")
		}
		c, err := f.Cell(keys...)
		if err != nil {
			t.Fatal(err)
		}
		return columntest.Evidence(set, c.Evidence)
	}
	// Of the flow that came twice, the later record alone; a later contribution that
	// arrives first is still the later one (TestOrder).
	if diff := cmp.Diff([]string{"corrected:1", "first:3"}, evidence("", "Central", "2015")); diff != "" {
		t.Errorf("corrected flow (-want +got):\n%s", diff)
	}
	// The record that names the place is evidence for the name.
	if diff := cmp.Diff([]string{"arrivals:1", "arrivals:2", "arrivals:3"}, evidence("place", "Lesvos", "2015")); diff != "" {
		t.Errorf("named place (-want +got):\n%s", diff)
	}
}

func TestUnevenYears(t *testing.T) {
	var c columntest.Case
	var rows []record.Record
	for _, month := range []string{"2014-01", "2014-02", "2014-03", "2015-01", "2016-01"} {
		rows = append(rows, columntest.Thing("Flow", month, "measure", "detections", "route", "R", "period", month, "count", "100"))
	}
	c.Add("FRONTEX", "2016-05-01", rows...)
	f := columntest.Figure(t, trend.Figures(c.Set(t)), "detections.change_on_year")
	first, err := f.Cell("R", "2015")
	if err != nil {
		t.Fatal(err)
	}
	if want := "months held: 1 of 2015, 3 of 2014"; !strings.Contains(first.Note, want) {
		t.Errorf("note %q does not say %q", first.Note, want)
	}
	second, err := f.Cell("R", "2016")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(second.Note, "months held") {
		t.Errorf("note %q warns of even years", second.Note)
	}
}

func TestLabel(t *testing.T) {
	secret, err := handling.Parse("H2 RESTRICTED owner=EL audience=EL,EUROPOL purposes=strategic")
	if err != nil {
		t.Fatal(err)
	}
	var c columntest.Case
	c.Add("FRONTEX", "2016-01-10", columntest.Thing("Flow", "a", "measure", "arrivals", "place", "@Place/p", "period", "2015", "count", "5"))
	c.AddAs(record.Contribution{Owner: "EL", Label: secret}, "B2", "2016-01-11", columntest.Thing("Place", "p", "name", "Lesvos"))
	figures := trend.Figures(c.Set(t))
	if got := columntest.Figure(t, figures, "arrivals.by_place_year").Label; got != secret {
		t.Errorf("a figure that shows a place's name is labelled %v, want %v", got, secret)
	}
	if got := columntest.Figure(t, figures, "arrivals.by_year").Label; got != handling.Public() {
		t.Errorf("a figure without places is labelled %v", got)
	}
}

func TestEngine(t *testing.T) {
	columntest.CheckEngine(t, flows(), trend.Figures,
		"detections.total", "detections.by_year", "detections.by_month", "detections.by_route_year", "detections.by_route_month",
		"detections.by_nationality_year", "detections.by_route_nationality_year", "detections.by_mode_year",
		"detections.change_on_year", "detections.change_by_nationality",
		"arrivals.by_year", "arrivals.by_place_year", "arrivals.by_country_year", "arrivals.by_route_year", "arrivals.by_route_month",
		"arrivals.persons_per_vessel_year")
}

func TestOrder(t *testing.T) { columntest.CheckOrder(t, flows(), trend.Figures) }
