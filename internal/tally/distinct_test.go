package tally_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/tally"
)

// Three persons: p in cell x by two records, q in x and y, r seen and placed nowhere.
func TestDistinct(t *testing.T) {
	secret, err := handling.Parse("H2 owner=B audience=A,B purposes=strategic")
	if err != nil {
		t.Fatal(err)
	}
	var c columntest.Case
	c.Add("A", "2016-01-01", columntest.Thing("Involvement", "1"), columntest.Thing("Involvement", "2"), columntest.Thing("Involvement", "3"))
	c.AddAs(record.Contribution{Owner: "B", Label: secret}, "B2", "2016-01-02", columntest.Thing("Involvement", "4"))
	set := c.Set(t)
	table := set.Table("Involvement")
	bySource := map[record.ID][]column.Thing{}
	for row := range table.Len() {
		bySource[table.Records(row)[0].ID] = []column.Thing{{Table: table, Row: row}}
	}
	told := func(entry record.EntryNo, ordinal uint32) []column.Thing {
		return bySource[record.NewID(entry, ordinal)]
	}

	d := tally.NewDistinct[string](set)
	d.Add("p", told(1, 1), "x", "2015")
	d.Add("p", told(1, 2), "x", "2015")
	d.Add("q", told(1, 2), "x", "2015")
	d.Add("q", told(1, 3), "y", "2015")
	d.Add("q", told(1, 3), "y", "2016")
	d.See("r", told(2, 1)...)
	d.See("q")

	s := tally.Spec{ID: "d", Title: "D", Unit: "persons", Table: table, Keys: []string{"area", "year"}, Records: "Involvement, Person"}
	f := d.Count(s)
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"x 2015": 2, "y 2015": 1, "y 2016": 1}, values(f)); diff != "" {
		t.Error(diff)
	}
	if f.N != 3 || f.Missing != 1 || f.Definition.Records != "Involvement, Person" {
		t.Errorf("n %d, missing %d, records %q", f.N, f.Missing, f.Definition.Records)
	}
	if f.Label != secret {
		t.Errorf("label %v, want that of the record that told of the missing one too", f.Label)
	}
	if f.Cells[0].Evidence.Len() != 2 {
		t.Errorf("evidence of x: %d records, want each record once", f.Cells[0].Evidence.Len())
	}

	share := d.Share(s, "year")
	check(t, share)
	if diff := cmp.Diff(map[string]float64{"x 2015": 100, "y 2015": 50, "y 2016": 100}, values(share)); diff != "" {
		t.Error("within the year:", diff)
	}
	if all := d.Share(s); values(all)["y 2016"] != 50 {
		t.Errorf("of all: %v", values(all))
	}
}

func TestTogether(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2016-01-01",
		columntest.Thing("Call", "1", "date", "2015-01-01"), columntest.Thing("Call", "2", "date", "2015-02-01"), columntest.Thing("Call", "3"),
		columntest.Thing("Message", "1", "date", "2015-01-09"), columntest.Thing("Message", "2", "date", "2014-12"))
	set := c.Set(t)
	by := func(table *column.Table) tally.Spec {
		return tally.Spec{ID: "m", Title: "M", Unit: "communications", Table: table, Keys: []string{"month"}, Dims: []column.Dimension{table.ByText("date", tally.Month)}}
	}
	calls := tally.Count(by(set.Table("Call")))
	f := tally.Together(calls, tally.Count(by(set.Table("Message"))))
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"2014-12": 1, "2015-01": 2, "2015-02": 1}, values(f)); diff != "" {
		t.Error(diff)
	}
	if f.N != 5 || f.Missing != 1 || f.Definition.Records != "Call, Message" {
		t.Errorf("n %d, missing %d, records %q", f.N, f.Missing, f.Definition.Records)
	}
	if calls.Cells[0].Value != 1 {
		t.Error("the first figure was changed")
	}
}

// A value worked out from other records brings their evidence.
func TestValue(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2016-01-01", columntest.Thing("Network", "n"), columntest.Thing("Membership", "m"), columntest.Thing("Network", "none"))
	set := c.Set(t)
	networks, members := set.Table("Network"), set.Table("Membership")
	f := tally.Count(tally.Spec{
		ID: "v", Title: "V", Unit: "persons", Table: networks,
		Value: func(row int) (float64, []column.Source, bool) {
			return 4, members.Records(0), networks.Key(row) == columntest.Key("Network", "n")
		},
	})
	check(t, f)
	if f.N != 2 || f.Missing != 1 || f.Cells[0].Value != 4 {
		t.Errorf("%+v", f)
	}
	for id := range f.Cells[0].Evidence.All() {
		if id != record.NewID(1, 2) {
			t.Errorf("evidence %v, want the membership", id)
		}
	}
}

func TestNamesAndDates(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2016-01-01", columntest.Thing("Place", "l", "name", "Lesvos"),
		columntest.Thing("Trip", "t", "origin", "@Place/l", "origin", "Chios", "origin", "@Place/nowhere"))
	set := c.Set(t)
	places := set.Table("Trip").ByPlace("origin")(0, nil)
	if diff := cmp.Diff([]string{"lesvos"}, places); diff != "" { // a leg begins at one place
		t.Error(diff)
	}
	if got := set.Places().Label(places[0]); got != "Lesvos" {
		t.Errorf("shown as %q", got)
	}
	for _, test := range []struct{ date, year, month string }{
		{"2015-07-13T10:30:00Z", "2015", "2015-07"}, {"2015-07", "2015", "2015-07"}, {"2015", "2015", ""}, {"", "", ""},
	} {
		if y, m := tally.Year(test.date), tally.Month(test.date); y != test.year || m != test.month {
			t.Errorf("%q: year %q, month %q", test.date, y, m)
		}
	}
}
