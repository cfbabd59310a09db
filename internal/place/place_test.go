package place_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/place"
	"skein/internal/record"
)

// incidents is a case with a wreck that two contributions of IOM tell of, deaths
// in parts, incidents that lack this or that, and serious incident reports.
func incidents() *columntest.Case {
	var c columntest.Case
	thing := columntest.Thing
	c.AddAs(record.Contribution{Name: "iom", Owner: "IOM"}, "B2", "2015-06-01",
		thing("Incident", "wreck", "name", "Wreck off Libya", "route", "Central", "date", "2015-04-18", "country", "ly",
			"deadAndMissing", "800", "cause", "drowning", "place", "@Place/tripoli", "location", "at sea", "latitude", "33.5", "longitude", "14.25"),
		thing("Incident", "parts", "route", "Central", "date", "2015-05", "country", "ly", "country", "mt",
			"dead", "3", "missing", "4", "cause", "drowning", "location", "Malta channel", "latitude", "35", "longitude", "14"),
		thing("Incident", "desert", "route", "Sahara", "date", "2014-09-01", "country", "ne", "dead", "5", "cause", "dehydration"),
		thing("Incident", "rescue", "route", "Central", "startDate", "2015-05-02", "latitude", "34", "longitude", "13"),
	)
	c.AddAs(record.Contribution{Name: "iom-later", Owner: "IOM"}, "B2", "2016-06-01",
		thing("Incident", "wreck", "name", "Wreck off Libya", "route", "Central", "date", "2015-04-18", "deadAndMissing", "1000"),
		thing("Flow", "cm-2015", "measure", "detections", "route", "Central", "period", "2015", "count", "150000"),
		thing("Flow", "arrived", "measure", "arrivals", "route", "Sahara", "period", "2014", "count", "10"),
	)
	c.AddAs(record.Contribution{Name: "sir-1", Owner: "FRONTEX"}, "A1", "2019-01-01",
		thing("Incident", "10008/2019", "kind", "serious incident report", "date", "2019-02-05", "dead", "1", "route", "Central"),
		thing("Document", "d1", "kind", "serious incident report", "reportNumber", "10008/2019"),
		thing("Document", "d2", "kind", "serious incident report"),
		thing("Document", "press", "kind", "press article", "reportNumber", "7"),
	)
	c.AddAs(record.Contribution{Name: "sir-2", Owner: "FRONTEX"}, "A1", "2020-01-01",
		thing("Incident", "10008/2019", "kind", "serious incident report", "date", "2019-02-05", "dead", "2", "route", "Central"),
		thing("Document", "d3", "kind", "serious incident report", "reportNumber", "10008/2019"),
		thing("Incident", "parts", "route", "Central", "date", "2015-05"),
	)
	c.AddAs(record.Contribution{Name: "legs", Owner: "EL"}, "B2", "2016-01-01",
		thing("Place", "tripoli", "name", "off Tripoli"), thing("Address", "athens", "full", "Victoria Square, Athens"),
		thing("Place", "izmir", "name", "İzmir"), thing("Place", "lesvos", "name", "Lesvos"),
		thing("Trip", "t1", "route", "Eastern", "mode", "sea", "means", "rubber dinghy", "origin", "@Place/izmir", "destination", "@Place/lesvos"),
		thing("Trip", "t2", "route", "Eastern", "mode", "sea", "means", "rubber dinghy", "means", "fishing boat", "origin", "@Place/izmir", "destination", "@Place/lesvos"),
		thing("Trip", "t3", "mode", "land", "origin", "@Place/lesvos", "destination", "@Place/unheard-of"),
		thing("Trip", "t4", "mode", "land", "origin", "@Place/lesvos", "endLocation", "@Address/athens"),
	)
	return &c
}

func TestIncidents(t *testing.T) {
	figures := place.Figures(incidents().Set(t))
	type values = map[string]float64
	columntest.Expect(t, figures, "incidents.count", 4, 0, values{"": 4})
	columntest.Expect(t, figures, "incidents.by_route", 4, 0, values{"Central": 3, "Sahara": 1})
	columntest.Expect(t, figures, "incidents.by_year", 4, 0, values{"2014": 1, "2015": 3})
	columntest.Expect(t, figures, "incidents.by_month", 4, 0, values{"2014-09": 1, "2015-04": 1, "2015-05": 2})
	columntest.Expect(t, figures, "incidents.by_place", 4, 2, values{"off Tripoli": 1, "Malta channel": 1})
	columntest.Expect(t, figures, "incidents.by_country", 4, 1, values{"Libya": 2, "Malta": 1, "Niger": 1})
	// Two agencies tell of "parts".
	columntest.Expect(t, figures, "incidents.by_source", 4, 0, values{"IOM": 4, "FRONTEX": 1})
	columntest.Expect(t, figures, "incidents.dead_and_missing", 4, 1, values{"": 1012})
	columntest.Expect(t, figures, "incidents.dead_by_route_year", 4, 1, values{"Central | 2015": 1007, "Sahara | 2014": 5})
	columntest.Expect(t, figures, "incidents.dead_by_month", 4, 1, values{"2014-09": 5, "2015-04": 1000, "2015-05": 7})
	columntest.Expect(t, figures, "incidents.dead_by_cause", 4, 1, values{"drowning": 1007, "dehydration": 5})
	columntest.Expect(t, figures, "incidents.serious_reports", 1, 0, values{"": 1})
	columntest.Expect(t, figures, "incidents.serious_documents", 3, 1, values{"": 2})
}

// The worked example: 1,000 and 7 dead over 150,000 detections. The interval is
// 6.713 × exp(±1.96 √(1000² + 7²) / 1007), that of a sum that one wreck makes.
func TestDeadPerThousand(t *testing.T) {
	set := incidents().Set(t)
	figures := place.Figures(set)
	// The Sahara has arrivals and no detections: its incident is not looked at.
	columntest.Expect(t, figures, "incidents.dead_per_thousand", 3, 1, map[string]float64{"Central | 2015": 1007.0 / 150})
	c, err := columntest.Figure(t, figures, "incidents.dead_per_thousand").Cell("Central", "2015")
	if err != nil {
		t.Fatal(err)
	}
	spread := math.Exp(1.959963984540054 * math.Sqrt(1000*1000+7*7) / 1007)
	if low := 1007.0 / 150 / spread; math.Abs(c.Interval.Low-low) > 1e-9 {
		t.Errorf("lower limit %v, want %v", c.Interval.Low, low)
	}
	// The wreck's later record, both parts, and the detections.
	want := []string{"iom-later:1", "iom-later:2", "iom:2"}
	if diff := cmp.Diff(want, columntest.Evidence(set, c.Evidence)); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

func TestLegs(t *testing.T) {
	figures := place.Figures(incidents().Set(t))
	type values = map[string]float64
	columntest.Expect(t, figures, "legs.by_mode", 4, 0, values{"sea": 2, "land": 2})
	columntest.Expect(t, figures, "legs.by_route_mode", 4, 2, values{"Eastern | sea": 2})
	columntest.Expect(t, figures, "legs.by_means", 4, 2, values{"rubber dinghy": 2, "fishing boat": 1})
	// A reference to what nobody tells of has no name.
	columntest.Expect(t, figures, "legs.by_pair", 4, 1, values{"İzmir | Lesvos": 2, "Lesvos | Victoria Square, Athens": 1})
}

func TestPoints(t *testing.T) {
	set := incidents().Set(t)
	got := map[string]string{}
	for _, p := range place.Points(set) {
		got[p.Title] = p.Position.String()
		switch p.Title {
		case "Wreck off Libya":
			if p.Weight != 1000 || p.Route != "Central" || p.Record.String() != "1:1" {
				t.Errorf("the wreck: weight %v, route %q, record %v", p.Weight, p.Route, p.Record)
			}
		case "2015-05-02":
			if p.Weight != 0 {
				t.Errorf("a rescue without dead weighs %v", p.Weight)
			}
		}
	}
	want := map[string]string{"Wreck off Libya": "33.5,14.25", "Malta channel, 2015-05": "35,14", "2015-05-02": "34,13"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
	// The figure that counts them counts these.
	columntest.Expect(t, place.Figures(set), "incidents.with_position", 4, 1, map[string]float64{"": 3})
}

// Latitude of one record and longitude of another make no position; neither do
// degrees that are on no globe.
func TestPointsRefused(t *testing.T) {
	var c columntest.Case
	c.Add("IOM", "2016-01-01",
		columntest.Thing("Incident", "split", "latitude", "33", "date", "2015"),
		columntest.Thing("Incident", "off", "latitude", "133", "longitude", "10"),
		columntest.Thing("Incident", "report", "kind", "serious incident report", "latitude", "33", "longitude", "10"))
	c.Add("EL", "2016-01-02", columntest.Thing("Incident", "split", "longitude", "14"))
	if got := place.Points(c.Set(t)); len(got) > 0 {
		t.Errorf("points %v, want none", got)
	}
	if f := columntest.Figure(t, place.Figures(c.Set(t)), "incidents.with_position"); len(f.Cells) > 0 && f.Cells[0].Value > 0 {
		t.Errorf("%+v, want none", f.Cells)
	}
}

func TestEngine(t *testing.T) {
	columntest.CheckEngine(t, incidents(), place.Figures,
		"incidents.count", "incidents.with_position", "incidents.dead_and_missing", "incidents.by_route", "incidents.by_month", "incidents.by_year",
		"incidents.by_place", "incidents.by_country", "incidents.by_source", "incidents.dead_by_route_year",
		"incidents.dead_by_month", "incidents.dead_by_cause", "incidents.dead_per_thousand", "incidents.serious_reports",
		"incidents.serious_documents", "legs.by_mode", "legs.by_route_mode", "legs.by_means", "legs.by_pair")
}

func TestOrder(t *testing.T) { columntest.CheckOrder(t, incidents(), place.Figures) }

// A map names the places of its points, so the figure whose label it carries has
// the label of the record that tells the name.
func TestPointsAreLabelled(t *testing.T) {
	secret, err := handling.Parse("H2 owner=EL audience=EL")
	if err != nil {
		t.Fatal(err)
	}
	var c columntest.Case
	c.Add("IOM", "2016-01-01", columntest.Thing("Incident", "1", "place", "@Place/p", "latitude", "33", "longitude", "10"))
	c.AddAs(record.Contribution{Owner: "EL", Label: secret}, "B2", "2016-01-01", columntest.Thing("Place", "p", "name", "Safe house"))
	set := c.Set(t)
	if got := place.Points(set); len(got) != 1 || got[0].Title != "Safe house" {
		t.Fatalf("points %+v", got)
	}
	if f := columntest.Figure(t, place.Figures(set), "incidents.with_position"); f.Label != secret {
		t.Errorf("label %v, want %v", f.Label, secret)
	}
}
