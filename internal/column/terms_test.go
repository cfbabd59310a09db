package column_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/record"
	"skein/internal/schema"
)

// Two spellings of a term are one value, shown as the field's term or, of others, as most
// write it; texts of other properties are left alone.
func TestTermsAreOneValue(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01",
		columntest.Thing("Incident", "1", "cause", "Engine Failure", "kind", "Serious incident report", "route", "central mediterranean", "location", "LESVOS"),
		columntest.Thing("Incident", "2", "cause", "engine failure", "kind", "rescue", "route", "Central Mediterranean", "location", "Lesvos"),
		columntest.Thing("Incident", "3", "cause", "engine-failure", "cause", "Engine failure", "kind", "Rescue", "route", "Central Mediterranean"),
		columntest.Thing("Trip", "4", "route", "CENTRAL MEDITERRANEAN"))
	c.Add("B", "2015-01-02", columntest.Thing("Incident", "1", "cause", "engine failure"))
	set := c.Set(t)
	incidents := set.Table("Incident")
	values := func(property string) map[string]int {
		out := map[string]int{}
		for row := range incidents.Len() {
			for _, v := range texts(set, incidents.Column(schema.PropertyName(property)), row) {
				out[v]++
			}
		}
		return out
	}
	for property, want := range map[string]map[string]int{
		"cause":    {"engine failure": 3},
		"kind":     {"serious incident report": 1, "Rescue": 2}, // as often: the first by text
		"route":    {"Central Mediterranean": 3},
		"location": {"LESVOS": 1, "Lesvos": 1},
	} {
		if diff := cmp.Diff(want, values(property)); diff != "" {
			t.Errorf("%s: %s", property, diff)
		}
	}
	if got := set.Table("Trip").Column("route").Text(0); got != "Central Mediterranean" {
		t.Errorf("the route of a trip is %q", got)
	}
}

// Which spelling is shown does not depend on the order of arrival.
func TestTermsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var c columntest.Case
		n := rapid.IntRange(1, 5).Draw(rt, "contributions")
		for range n {
			var rs []record.Record
			for range rapid.IntRange(1, 4).Draw(rt, "records") {
				rs = append(rs, columntest.Thing("Phone", rapid.SampledFrom([]string{"p", "q"}).Draw(rt, "thing"), "number", "1"),
					columntest.Thing("Incident", rapid.SampledFrom([]string{"i", "j"}).Draw(rt, "incident"),
						"cause", rapid.SampledFrom([]string{"Cold", "cold", "COLD", "Thirst", "thirst"}).Draw(rt, "cause")))
			}
			c.Add("A", "2015-01-01", rs...)
		}
		causes := func(set *column.Set) []string {
			var out []string
			in := set.Table("Incident")
			for row := range in.Len() {
				out = append(append(out, in.Key(row).String()), texts(set, in.Column("cause"), row)...)
			}
			return out
		}
		if diff := cmp.Diff(causes(c.Set(t)), causes(c.Arrived(t, rapid.Permutation(seq(n)).Draw(rt, "order")))); diff != "" {
			rt.Fatal(diff)
		}
	})
}
