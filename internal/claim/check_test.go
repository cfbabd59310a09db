package claim_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/claim"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/record"
)

func label(t testing.TB, text string) handling.Label {
	t.Helper()
	l, err := handling.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func cell(value float64, id record.ID, keys ...string) figure.Cell {
	return figure.Cell{Keys: keys, Value: value, N: 10, Evidence: figure.NewEvidence([]record.ID{id})}
}

// figures are made up, save for detections of 2014 and 2015 on two routes.
func figures(t testing.TB) []figure.Figure {
	secret := label(t, "H2 owner=EL audience=EL purposes=strategic")
	at := record.Checkpoint{Entry: 9}
	return []figure.Figure{
		{
			ID: "detections.by_route_year", Unit: "detections", Definition: figure.Definition{Grouping: []string{"route", "year"}},
			Label: handling.Public(), Checkpoint: at,
			Cells: []figure.Cell{cell(170664, 1, "Central", "2014"), cell(153946, 2, "Central", "2015")},
		},
		{
			ID: "detections.change_on_year", Unit: "%", Decimals: 1, Definition: figure.Definition{Grouping: []string{"route", "year"}},
			Label: handling.Public(), Checkpoint: at,
			Cells: []figure.Cell{cell(100*(153946.0-170664)/170664, 3, "Central", "2015")},
		},
		{
			ID: "by_nationality", Unit: "detections", Definition: figure.Definition{Grouping: []string{"route", "nationality"}},
			Label: secret, Checkpoint: at,
			Cells: []figure.Cell{
				cell(5, 4, "West", "Algeria"), cell(3, 5, "West", "Cameroon"), cell(9, 6, "West", "Guinea"),
				cell(3, 7, "West", "Morocco"), cell(99, 8, "East", "Syria"),
			},
		},
		{
			ID: "share", Unit: "%", Decimals: 1, Label: handling.Public(), Checkpoint: at,
			Cells: []figure.Cell{{Value: 90.25, Interval: &figure.Interval{Low: 88.5, High: 91.8}, N: 1500, Evidence: figure.NewEvidence([]record.ID{11})}},
		},
		{ID: "words", Unit: "verdict", Label: handling.Public(), Checkpoint: at, Cells: []figure.Cell{{Text: "word"}}},
	}
}

func value(id figure.ID, published float64, relation claim.Relation, keys ...string) *claim.Value {
	v := &claim.Value{Figure: id, Published: published, Relation: relation, Keys: map[string]string{}}
	for i := 0; i+1 < len(keys); i += 2 {
		v.Keys[keys[i]] = keys[i+1]
	}
	return v
}

func top(of ...string) *claim.Top {
	return &claim.Top{Figure: "by_nationality", Keys: map[string]string{"route": "West"}, Of: of}
}

func TestCheck(t *testing.T) {
	central := []string{"route", "Central", "year", "2015"}
	tolerant := func(published, tolerance float64) *claim.Value {
		v := value("share", published, claim.About)
		v.Tolerance = tolerance
		return v
	}
	decimal := func(v *claim.Value, decimals int) *claim.Value {
		v.Decimals = decimals
		return v
	}
	for _, test := range []struct {
		name    string
		claim   claim.Claim
		verdict string
		note    string
	}{
		{"the same", claim.Claim{Value: value("detections.by_route_year", 153946, claim.Equals, central...)}, "recomputes", "published 153,946, computed 153,946 detections"},
		{"another", claim.Claim{Value: value("detections.by_route_year", 153945, claim.Equals, central...)}, "differs", "published 153,945, computed 153,946 detections"},
		{"per cent, rounded", claim.Claim{Value: value("detections.change_on_year", -10, claim.Equals, central...)}, "recomputes", "published −10 %, computed −9.8 %"},
		{"per cent, off", claim.Claim{Value: value("detections.change_on_year", -12, claim.Equals, central...)}, "differs", "published −12 %, computed −9.8 %"},
		{"a decimal", claim.Claim{Value: decimal(value("detections.change_on_year", -9.8, claim.Equals, central...), 1)}, "recomputes", "published −9.8 %, computed −9.8 %"},
		{"more decimals than shown", claim.Claim{Value: decimal(value("detections.change_on_year", -9.81, claim.Equals, central...), 2)}, "differs", "published −9.81 %, computed −9.80 %"},
		{"a half rounded up", claim.Claim{Value: decimal(value("share", 90.3, claim.Equals), 1)}, "recomputes", "published 90.3 %, computed 90.2 % (88.5 to 91.8)"},
		{"a half rounded to even", claim.Claim{Value: decimal(value("share", 90.2, claim.Equals), 1)}, "recomputes", "published 90.2 %, computed 90.2 % (88.5 to 91.8)"},
		{"a tenth off", claim.Claim{Value: decimal(value("share", 90.1, claim.Equals), 1)}, "differs", "published 90.1 %, computed 90.2 % (88.5 to 91.8)"},
		{"more than", claim.Claim{Value: value("share", 90, claim.MoreThan)}, "recomputes", "published more than 90 %, computed 90.2 % (88.5 to 91.8)"},
		{"not more than itself", claim.Claim{Value: decimal(value("share", 90.25, claim.MoreThan), 2)}, "differs", "published more than 90.25 %, computed 90.25 % (88.50 to 91.80)"},
		{"at least itself", claim.Claim{Value: decimal(value("share", 90.25, claim.AtLeast), 2)}, "recomputes", "published at least 90.25 %, computed 90.25 % (88.50 to 91.80)"},
		{"at least", claim.Claim{Value: value("share", 91, claim.AtLeast)}, "differs", "published at least 91 %, computed 90.2 % (88.5 to 91.8)"},
		{"at most", claim.Claim{Value: value("share", 91, claim.AtMost)}, "recomputes", "published at most 91 %, computed 90.2 % (88.5 to 91.8)"},
		{"about", claim.Claim{Value: tolerant(100, 10)}, "recomputes", "published about 100 %, computed 90.2 % (88.5 to 91.8)"},
		{"about, off", claim.Claim{Value: tolerant(100, 9)}, "differs", "published about 100 %, computed 90.2 % (88.5 to 91.8)"},
		{"a top in another order", claim.Claim{Top: top("Algeria", "Guinea")}, "recomputes", "published Algeria, Guinea; computed Guinea 9, Algeria 5; next Cameroon 3"},
		{"a tie for the last place", claim.Claim{Top: top("Guinea", "Algeria", "Morocco")}, "recomputes", "published Guinea, Algeria, Morocco; computed Guinea 9, Algeria 5, Morocco 3; next Cameroon 3"},
		{"a top with a smaller one", claim.Claim{Top: top("Guinea", "Morocco")}, "differs", "published Guinea, Morocco; computed Guinea 9, Algeria 5; next Morocco 3"},
		{"a top with a stranger", claim.Claim{Top: top("Guinea", "Mali")}, "differs", "published Guinea, Mali; computed Guinea 9, Algeria 5; next Cameroon 3"},
		{"a top of more than there are", claim.Claim{Top: top("Guinea", "Algeria", "Morocco", "Cameroon", "Mali")}, "differs", "published Guinea, Algeria, Morocco, Cameroon, Mali; computed Guinea 9, Algeria 5, Cameroon 3, Morocco 3"},
		{"nothing to tell by", claim.Claim{Why: "no positions are held"}, "cannot", "no positions are held"},
		{"no such figure", claim.Claim{Value: value("fees.mean", 1, claim.Equals)}, "cannot", "there is no figure fees.mean"},
		{"no such cell", claim.Claim{Value: value("detections.by_route_year", 1, claim.Equals, "route", "Nordic", "year", "2015")}, "cannot", "nothing is held for Nordic, 2015"},
		{"too few keys", claim.Claim{Value: value("detections.by_route_year", 1, claim.Equals, "year", "2015")}, "cannot", "detections.by_route_year has the keys route, year"},
		{"keys for none", claim.Claim{Value: value("share", 1, claim.Equals, "year", "2015")}, "cannot", "share has no keys"},
		{"a figure of words", claim.Claim{Value: value("words", 1, claim.Equals)}, "cannot", "words gives a word, not a number"},
		{"a top with all keys", claim.Claim{Top: &claim.Top{Figure: "by_nationality", Keys: map[string]string{"route": "West", "nationality": "Mali"}, Of: []string{"Mali"}}}, "cannot", "by_nationality has the keys route, nationality"},
		{"a top with a wrong key", claim.Claim{Top: &claim.Top{Figure: "by_nationality", Keys: map[string]string{"year": "2015"}, Of: []string{"Mali"}}}, "cannot", "by_nationality has the keys route, nationality"},
		{"a top of nothing held", claim.Claim{Top: &claim.Top{Figure: "by_nationality", Keys: map[string]string{"route": "North"}, Of: []string{"Mali"}}}, "cannot", "nothing is held for North"},
	} {
		test.claim.ID = "c"
		f := claim.Check(claim.List{Source: "S", Claims: []claim.Claim{test.claim}}, figures(t))
		if err := f.Check(); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		c, err := f.Cell("c")
		if err != nil {
			t.Fatal(err)
		}
		if c.Text != test.verdict || c.Note != test.note {
			t.Errorf("%s: %s, %q; want %s, %q", test.name, c.Text, c.Note, test.verdict, test.note)
		}
		if (c.Text == claim.Cannot) != (c.Evidence.Len() == 0) {
			t.Errorf("%s: %s with %d records of evidence", test.name, c.Text, c.Evidence.Len())
		}
	}
}

// Verdicts rest on the cells compared, a top on all cells that could be larger,
// and the label is that of the figures used and of no other.
func TestCheckEvidence(t *testing.T) {
	list := claim.List{Source: "S", Claims: []claim.Claim{
		{ID: "b", Value: value("detections.by_route_year", 1, claim.Equals, "route", "Central", "year", "2014")},
		{ID: "a", Why: "nothing is held"},
	}}
	f := claim.Check(list, figures(t))
	if f.ID != "claims.check" || f.N != 2 || f.Missing != 0 || f.Label != handling.Public() || f.Checkpoint.Entry != 9 {
		t.Errorf("%s: n %d, missing %d, label %v, checkpoint %v", f.ID, f.N, f.Missing, f.Label, f.Checkpoint)
	}
	if got := slices.Collect(f.Cells[1].Evidence.All()); !slices.Equal(got, []record.ID{1}) {
		t.Errorf("evidence %v", got)
	}
	list.Claims = append(list.Claims, claim.Claim{ID: "c", Top: top("Guinea")})
	f = claim.Check(list, figures(t))
	if want := label(t, "H2 owner=EL audience=EL purposes=strategic"); f.Label != want {
		t.Errorf("label %v, want %v", f.Label, want)
	}
	if diff := cmp.Diff([]record.ID{4, 5, 6, 7}, slices.Collect(f.Cells[2].Evidence.All())); diff != "" {
		t.Errorf("evidence of a top (-want +got):\n%s", diff)
	}
}
