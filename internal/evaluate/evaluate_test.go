package evaluate

import (
	"math"
	"testing"
	"time"

	"skein/internal/column/columntest"
	"skein/internal/figure"
	"skein/internal/geo"
	"skein/internal/record"
	"skein/internal/simulate/truth"
)

// small is a world of four persons in two networks, and the case made from it.
func small(t *testing.T) (*Truth, *Case) {
	t.Helper()
	var c columntest.Case
	c.Add("AA", "2015-02-01",
		columntest.Person(record.Suspect, "a1", "name", "Omar HADDAD", "birthDate", "1980-05-04", "role", "driver"),
		columntest.Person(record.Suspect, "a2", "name", "Haddad, Omár", "birthDate", "1980", "role", "driver"),
		columntest.Person(record.Suspect, "b", "name", "Ali Demir", "birthDate", "1971", "role", "organiser"),
		columntest.Person(record.Suspect, "c", "name", "Ali Demir", "birthDate", "1971"),
		columntest.Thing("Membership", "m1", "member", "@Person/a1", "organization", "@Network/n"),
		columntest.Thing("Membership", "m2", "member", "@Person/b", "organization", "@Network/n"),
		columntest.Thing("Network", "n", "name", "N"),
	)
	set := c.Set(t)
	who := map[string]string{"a1": "P1", "a2": "P1", "b": "P2", "c": "P3"}
	out := &Case{Set: set, Figures: map[figure.ID]*figure.Figure{}, Told: map[record.ID]string{}}
	persons := set.Table("Person")
	for row := range persons.Len() {
		for name, p := range who {
			if persons.Key(row) == columntest.Key("Person", name) {
				src := persons.Records(row)[0]
				out.Suspects = append(out.Suspects, Suspect{ID: src.ID, Person: p, Facts: []string{"name", "year"}, Row: row})
				out.Told[src.ID] = p
			}
		}
	}
	day := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC)
	return &Truth{
		World: &truth.World{To: time.Date(2015, 12, 31, 0, 0, 0, 0, time.UTC), Turnover: 5e9},
		Persons: map[string]truth.Person{
			"P1": {ID: "P1", Language: "ar", Tier: "facilitator", Role: "driver"}, "P2": {ID: "P2", Language: "tr", Tier: "leader", Role: "leader"},
			"P3": {ID: "P3", Language: "tr", Tier: "facilitator", Role: "scout"},
		},
		Memberships: []truth.Membership{{Person: "P1", Network: "N1", From: day}, {Person: "P2", Network: "N1", From: day}, {Person: "P3", Network: "N2", From: day}},
		Measures:    []truth.Measure{{Corridor: "South-Eastern", Closed: "Kos", Gained: "Samos", Day: time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC)}},
		Hotspots:    []truth.Hotspot{{ID: "1", Lat: 38.4, Lon: 27.1}, {ID: "2", Lat: 41, Lon: 29}},
	}, out
}

func byKey(list []Score) map[string]Score {
	out := map[string]Score{}
	for _, s := range list {
		out[s.Key] = s
	}
	return out
}

func (s Score) is(t *testing.T, value, baseline float64) {
	t.Helper()
	got, base := orNaN(s.Value), orNaN(s.Baseline)
	same := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 || math.IsNaN(a) && math.IsNaN(b) }
	if !same(got, value) || !same(base, baseline) {
		t.Errorf("%s: %v beside %v, want %v beside %v", s.Key, got, base, value, baseline)
	}
}

// The keys are stable: programs read them.
func TestEveryScoreIsThere(t *testing.T) {
	tr, c := small(t)
	got := byKey(Of(tr, c))
	for _, key := range []string{
		"resolution.pairwise.precision", "resolution.pairwise.recall", "resolution.pairwise.f1", "resolution.bcubed.precision", "resolution.bcubed.recall",
		"resolution.bcubed.f1", "resolution.recoverable.f1", "networks.nmi", "networks.ari", "networks.overlapping_f1", "roles.leaders.precision_at_n",
		"roles.organisers.precision_at_n", "roles.macro_f1", "hotspots.precision", "hotspots.recall", "hotspots.f1", "hotspots.median_distance_km", "routes.recall",
		"routes.legs.precision", "flows.detections.error", "flows.persons.error", "displacement.recall", "displacement.median_error_days", "fees.coverage",
		"fees.error", "turnover.coverage", "turnover.error", "shares.coverage", "shares.error", "crimes.precision", "crimes.recall", "crimes.f1", "concentration.error",
	} {
		s, ok := got[key]
		switch {
		case !ok:
			t.Errorf("%s is not there", key)
		case s.Status == Missing && (s.Reason == "" || s.Value != nil):
			t.Errorf("%s is missing, without a reason or with a value: %+v", key, s)
		case s.Status == Scored && s.Value == nil:
			t.Errorf("%s is scored without a value", key)
		}
	}
	if len(got) != 33 {
		t.Errorf("%d scores", len(got))
	}
}

// Engines that are missing are told, beside the baseline: same name in any order and
// same year joins Omar Haddad rightly, and two who are both Ali Demir wrongly.
func TestMissingEnginesHaveBaselines(t *testing.T) {
	got := byKey(Of(small(t)))
	none := math.NaN()
	got["resolution.pairwise.precision"].is(t, none, 0.5)
	got["resolution.pairwise.recall"].is(t, none, 1)
	got["resolution.bcubed.precision"].is(t, none, 0.75)
	got["networks.nmi"].is(t, none, orNaN(got["networks.nmi"].Baseline))
	if s := got["networks.nmi"]; s.Status != Missing || s.Reason != noEngine || s.Baseline == nil {
		t.Errorf("%+v", s)
	}
}

func TestPerfectEngines(t *testing.T) {
	tr, c := small(t)
	network := map[string]string{"P1": "x", "P2": "x", "P3": "y"}
	for _, s := range c.Suspects {
		p := tr.Persons[s.Person]
		c.Answer.Entities = append(c.Answer.Entities, s.Person)
		c.Answer.Networks = append(c.Answer.Networks, network[s.Person])
		c.Answer.Roles = append(c.Answer.Roles, p.Role)
		lead := 0.0
		if p.Tier == "leader" {
			lead = 1
		}
		c.Answer.Leaders, c.Answer.Organisers = append(c.Answer.Leaders, lead), append(c.Answer.Organisers, 0)
	}
	for _, h := range tr.Hotspots {
		p, err := geo.NewPoint(h.Lat, h.Lon)
		if err != nil {
			t.Fatal(err)
		}
		c.Answer.Hotspots = append(c.Answer.Hotspots, p)
	}
	c.Answer.Displaced = []Displacement{{Corridor: "South-Eastern", Closed: "Kos", Day: day(tr.Measures[0].Day) + 4}}
	got := byKey(Of(tr, c))
	for _, key := range []string{
		"resolution.pairwise.f1", "resolution.bcubed.f1", "networks.nmi", "networks.ari", "networks.overlapping_f1", "roles.leaders.precision_at_n", "roles.macro_f1",
		"hotspots.f1", "displacement.recall",
	} {
		if s := got[key]; s.Status != Scored || math.Abs(orNaN(s.Value)-1) > 1e-9 {
			t.Errorf("%s: %v, %s", key, orNaN(s.Value), s.Status)
		}
	}
	got["hotspots.median_distance_km"].is(t, 0, math.NaN())
	got["displacement.median_error_days"].is(t, 4, math.NaN())
}

// A hotspot or a day that is far off is not the one, and one answer is one hotspot.
func TestMatchesAreNear(t *testing.T) {
	tr, c := small(t)
	far, err := geo.NewPoint(38.4, 28.1) // 87 km
	if err != nil {
		t.Fatal(err)
	}
	c.Answer.Hotspots = []geo.Point{far}
	c.Answer.Displaced = []Displacement{{Corridor: "South-Eastern", Closed: "Kos", Day: day(tr.Measures[0].Day) + displacementDays + 1}}
	got := byKey(Of(tr, c))
	if orNaN(got["hotspots.f1"].Value) != 0 || orNaN(got["displacement.recall"].Value) != 0 {
		t.Errorf("%v, %v", orNaN(got["hotspots.f1"].Value), orNaN(got["displacement.recall"].Value))
	}
}

func TestSharesCoverWhatTheyCover(t *testing.T) {
	tr, c := small(t)
	tr.Figures = []truth.Figure{
		{Figure: "suspects.by_sex", Keys: []string{"sex=female"}, Value: 5},
		{Figure: "suspects.by_sex", Keys: []string{"sex=male"}, Value: 95},
		{Figure: feesFigure, Keys: []string{"currency=USD", "leg=A – B", "statistic=median"}, Value: 1000},
	}
	c.Figures["suspects.by_sex"] = &figure.Figure{ID: "suspects.by_sex", Definition: figure.Definition{Grouping: []string{"sex"}}, Cells: []figure.Cell{
		{Keys: []string{"female"}, Value: 6, Interval: &figure.Interval{Low: 4, High: 9}, N: 300},
		{Keys: []string{"male"}, Value: 90, Interval: &figure.Interval{Low: 88, High: 92}, N: 300},
	}}
	c.Figures[feesFigure] = &figure.Figure{ID: feesFigure, Definition: figure.Definition{Grouping: []string{"leg", "currency", "statistic"}}, Cells: []figure.Cell{
		{Keys: []string{"A – B", "USD", "median"}, Value: 1250, Interval: &figure.Interval{Low: 900, High: 1400}, N: 9},
	}}
	got := byKey(Of(tr, c))
	got["shares.coverage"].is(t, 0.5, 0.5)
	got["shares.error"].is(t, 0.03, 0.45)
	got["fees.coverage"].is(t, 1, 0)
	got["fees.error"].is(t, 0.25, 0.25)
}

func TestFlowsAreComparedByMonth(t *testing.T) {
	tr, c := small(t)
	tr.Flows = []truth.Flow{
		{Month: "2015-01", Corridor: "X", Detections: 60, First: 30}, {Month: "2015-01", Corridor: "X", Detections: 40, First: 20}, {Month: "2015-02", Corridor: "X", Detections: 100, First: 50},
	}
	c.Figures[detectionsFigure] = &figure.Figure{Definition: figure.Definition{Grouping: []string{"route", "month"}}, Cells: []figure.Cell{
		{Keys: []string{"X", "2015-01"}, Value: 90}, {Keys: []string{"X", "2015-02"}, Value: 100},
	}}
	got := byKey(Of(tr, c))
	got["flows.detections.error"].is(t, 0.05, (200-4*200.0/12+2*200.0/12)/200)
	got["flows.persons.error"].is(t, math.NaN(), 1)
}

func TestConcentration(t *testing.T) {
	tr, _ := small(t)
	tr.Market = []truth.Market{
		{Year: 2015, Corridor: "X", Persons: 20}, {Year: 2015, Corridor: "X", Network: "N1", Persons: 60}, {Year: 2015, Corridor: "X", Network: "N2", Persons: 20},
	}
	if got := trueConcentration(tr)["route=X|year=2015"]; math.Abs(got-0.4) > 1e-9 {
		t.Errorf("the index is %v, want 0.4", got)
	}
}

func TestPoolWeighsByWhatWasScored(t *testing.T) {
	v := func(x float64) *float64 { return &x }
	got := byKey(Pool([][]Score{
		{{Key: "shares.coverage", Value: v(1), Baseline: v(0), N: 30, Status: Scored}, {Key: "x", N: 1, Status: Missing, Reason: noEngine}},
		{{Key: "shares.coverage", Value: v(0.5), Baseline: v(1), N: 10, Status: Scored}, {Key: "only.here", N: 1, Value: v(2), Status: Scored}},
	}))
	got["shares.coverage"].is(t, 35.0/40, 10.0/40)
	got["only.here"].is(t, 2, math.NaN())
	if s := got["shares.coverage"]; s.N != 40 {
		t.Errorf("n %d", s.N)
	}
	if s := got["x"]; s.Status != Missing || s.Value != nil {
		t.Errorf("%+v", s)
	}
}

func TestFoldedNames(t *testing.T) {
	for _, test := range [][2]string{{"HADDAD, Omar", "omar haddad"}, {"Đặng Văn Hùng", "Hùng Đặng Văn"}, {"Müller Jürgen", "jurgen MULLER"}} {
		if a, b := folded(test[0]), folded(test[1]); a != b {
			t.Errorf("%q and %q are %q and %q", test[0], test[1], a, b)
		}
	}
	if folded("Ali Veli") == folded("Ali Deli") {
		t.Error("two names are one")
	}
}
