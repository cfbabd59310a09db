package tally_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/figure"
	"skein/internal/record"
	"skein/internal/schema"
	"skein/internal/tally"
)

// flows is two years on two routes; one flow was sent again with another count,
// one has no count, one no route.
func flows(t *testing.T) *column.Table {
	var c columntest.Case
	c.Add("A", "2016-01-01",
		columntest.Thing("Flow", "w14", "route", "W", "period", "2014", "count", "10"),
		columntest.Thing("Flow", "w15", "route", "W", "period", "2015", "count", "12"),
		columntest.Thing("Flow", "e15", "route", "E", "period", "2015", "count", "5"),
		columntest.Thing("Flow", "e15b", "route", "E", "period", "2015", "count", "2"),
		columntest.Thing("Flow", "x", "route", "E", "period", "2015"),
		columntest.Thing("Flow", "y", "period", "2015", "count", "100"))
	c.Add("A", "2016-02-01", columntest.Thing("Flow", "w15", "route", "W", "period", "2015", "count", "15"))
	return c.Set(t).Table("Flow")
}

func spec(t *column.Table) tally.Spec {
	return tally.Spec{
		ID: "f", Title: "F", Unit: "persons", Table: t, Keys: []string{"route", "year"},
		Dims: []column.Dimension{t.By("route"), t.By("period")}, Sum: t.Column("count"),
	}
}

func values(f figure.Figure) map[string]float64 {
	m := map[string]float64{}
	for _, c := range f.Cells {
		m[strings.Join(c.Keys, " ")] = math.Round(c.Value*1e4) / 1e4
	}
	return m
}

func check(t *testing.T, f figure.Figure) {
	t.Helper()
	if err := f.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestCountAddsTheBestNumbers(t *testing.T) {
	f := tally.Count(spec(flows(t)))
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"W 2014": 10, "W 2015": 15, "E 2015": 7}, values(f)); diff != "" {
		t.Error(diff)
	}
	if f.N != 6 || f.Missing != 2 {
		t.Errorf("n %d, missing %d; want 6 and 2: one without count, one without route", f.N, f.Missing)
	}
	if f.Definition.Property != "count" {
		t.Errorf("the figure says it adds %q", f.Definition.Property)
	}
	w15, err := f.Cell("W", "2015")
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Collect(w15.Evidence.All()); !slices.Equal(got, []record.ID{record.NewID(2, 1)}) {
		t.Errorf("evidence %v, want the record that gave the number alone", got)
	}
}

func TestCountOfThings(t *testing.T) {
	s := spec(flows(t))
	s.Sum = nil
	f := tally.Count(s)
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"W 2014": 1, "W 2015": 1, "E 2015": 3}, values(f)); diff != "" {
		t.Error(diff)
	}
	if c, err := f.Cell("W", "2015"); err != nil || c.Evidence.Len() != 2 {
		t.Errorf("a counted thing rests on all its records: %v, %v", c, err)
	}
}

func TestShare(t *testing.T) {
	s := spec(flows(t))
	s.Sum, s.Keys, s.Dims = nil, s.Keys[:1], s.Dims[:1]
	f := tally.Share(s)
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"W": 40, "E": 60}, values(f)); diff != "" {
		t.Error(diff)
	}
	// 2 of 5 by Wilson's interval: 11.76 % to 76.93 %.
	c, err := f.Cell("W")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%.2f %.2f", c.Interval.Low, c.Interval.High); got != "11.76 76.93" {
		t.Errorf("interval %s", got)
	}
	if f.N != 6 || f.Missing != 1 {
		t.Errorf("n %d, missing %d", f.N, f.Missing)
	}
}

func TestChange(t *testing.T) {
	base := tally.Count(spec(flows(t)))
	f := tally.Change(&base, "c", "C")
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"W 2015": 50}, values(f)); diff != "" {
		t.Error(diff)
	}
	if f.N != 3 || f.Missing != 2 {
		t.Errorf("n %d, missing %d; two cells have no year before", f.N, f.Missing)
	}
	if c := f.Cells[0]; c.Note != "15 after 10" || c.Evidence.Len() != 2 {
		t.Errorf("note %q, %d records", c.Note, c.Evidence.Len())
	}
}

func TestQuartiles(t *testing.T) {
	var c columntest.Case
	for i, v := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "no number"} {
		c.Add("A", "2016-01-01", columntest.Thing("Fee", fmt.Sprint(i), "mode", "sea", "amount", v))
	}
	fees := c.Set(t).Table("Fee")
	f := tally.Quartiles(tally.Spec{
		ID: "q", Title: "Q", Unit: "EUR", Table: fees, Keys: []string{"mode"}, Dims: []column.Dimension{fees.By("mode")}, Sum: fees.Column("amount"),
	})
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"sea q1": 2.75, "sea median": 4.5, "sea q3": 6.25}, values(f)); diff != "" {
		t.Error(diff)
	}
	if f.N != 9 || f.Missing != 1 {
		t.Errorf("n %d, missing %d", f.N, f.Missing)
	}
	few := tally.Quartiles(tally.Spec{
		ID: "q", Title: "Q", Unit: "EUR", Table: fees, Keep: func(row int) bool { return fees.Column("amount").Text(row) < "4" }, Sum: fees.Column("amount"),
	})
	if m, err := few.Cell("median"); err != nil || m.Value != 2 || m.Interval != nil {
		t.Errorf("median of three numbers %+v, %v; want 2 without an interval", m, err)
	}
	// The sign test's interval for 8 values is the first to the last (99.2 %).
	if m, err := f.Cell("sea", "median"); err != nil || m.Interval == nil || m.Interval.Low != 1 || m.Interval.High != 8 || m.N != 8 {
		t.Errorf("median %+v, %v", m, err)
	}
}

func TestRate(t *testing.T) {
	exposure := tally.Count(spec(flows(t)))
	var c columntest.Case
	c.Add("B", "2016-01-01",
		columntest.Thing("Incident", "1", "route", "W", "date", "2015", "dead", "2"),
		columntest.Thing("Incident", "2", "route", "W", "date", "2015", "dead", "1"),
		columntest.Thing("Incident", "3", "route", "N", "date", "2015", "dead", "7"))
	incidents := c.Set(t).Table("Incident")
	f := tally.Rate(tally.Spec{
		ID: "r", Title: "R", Unit: "per 1,000", Table: incidents, Keys: []string{"route", "year"},
		Dims: []column.Dimension{incidents.By("route"), incidents.By("date")}, Sum: incidents.Column("dead"),
	}, &exposure, 1000)
	check(t, f)
	if diff := cmp.Diff(map[string]float64{"W 2015": 200}, values(f)); diff != "" {
		t.Error(diff)
	}
	if f.N != 3 || f.Missing != 1 {
		t.Errorf("n %d, missing %d; nobody was counted on route N", f.N, f.Missing)
	}
	// Clumps of 2 and 1: 200·exp(±1.96·sqrt(5)/3).
	want := fmt.Sprintf("%.2f %.2f", 200*math.Exp(-1.959964*math.Sqrt(5)/3), 200*math.Exp(1.959964*math.Sqrt(5)/3))
	if iv := f.Cells[0].Interval; fmt.Sprintf("%.2f %.2f", iv.Low, iv.High) != want {
		t.Errorf("interval %v, want %s", iv, want)
	}
}

// Each row of a list of flows may tell of its place too, and all of them name it.
func TestManyRecordsOfOnePlace(t *testing.T) {
	const n = 20_000 // taking the place's records once a flow would be quadratic
	var rows []record.Record
	for i := range n {
		rows = append(rows, columntest.Thing("Place", "l", "name", "Lesvos"),
			columntest.Thing("Flow", fmt.Sprint(i), "place", "@Place/l", "count", "1"))
	}
	var c columntest.Case
	c.Add("A", "2016-01-01", rows...)
	table := c.Set(t).Table("Flow")
	s := tally.Spec{
		ID: "f", Title: "F", Unit: "persons", Table: table, Keys: []string{"place"},
		Dims: []column.Dimension{table.ByPlace("place")}, Shown: tally.Shown{"place": table.Set().Places().Label}, Named: []schema.PropertyName{"place"},
	}
	for _, sum := range []*column.Column{nil, table.Column("count")} {
		s.Sum = sum
		f := tally.Count(s)
		check(t, f)
		if c, err := f.Cell("Lesvos"); err != nil || c.Value != n || c.Evidence.Len() != 2*n {
			t.Errorf("%v, %d records, %v", c.Value, c.Evidence.Len(), err)
		}
	}
}
