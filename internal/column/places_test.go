package column_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/record"
	"skein/internal/schema"
)

// shown returns the places of all things of a schema by what is shown of them and their IDs.
func shown(set *column.Set, schemaName string, properties ...string) map[string]string {
	t := set.Table(schema.Name(schemaName))
	names := make([]schema.PropertyName, len(properties))
	for i, p := range properties {
		names[i] = schema.PropertyName(p)
	}
	by := t.ByPlace(names...)
	out := map[string]string{}
	for row := range t.Len() {
		for _, id := range by(row, nil) {
			out[id] = set.Places().Label(id)
		}
	}
	return out
}

// Two towns of one name in two countries are two, and are shown with the country; one town
// under the keys of two agencies is one.
func TestPlacesOfOneName(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01",
		columntest.Thing("Place", "t1", "name", "Tarsis", "country", "ly"),
		columntest.Thing("Place", "t2", "name", "Tarsis", "country", "lb"),
		columntest.Thing("Place", "z1", "name", "Zuwale", "country", "ly"),
		columntest.Thing("Place", "z2", "name", "ZUWALE"),
		columntest.Thing("Place", "z3", "name", "Zuwale"),
		columntest.Thing("Trip", "1", "origin", "@Place/t1", "destination", "@Place/z1"),
		columntest.Thing("Trip", "2", "origin", "@Place/t2", "destination", "@Place/z2"),
		columntest.Thing("Trip", "3", "origin", "tarsis", "destination", "zuwale"),
		columntest.Thing("Trip", "4", "origin", "Tarsis (Libya)", "destination", "@Place/z3"))
	set := c.Set(t)
	if diff := cmp.Diff(map[string]string{
		"tarsis/ly": "Tarsis (Libya)", "tarsis/lb": "Tarsis (Lebanon)", "tarsis": "tarsis (country not given)",
	}, shown(set, "Trip", "origin", "startLocation")); diff != "" {
		t.Errorf("origins: %s", diff)
	}
	if diff := cmp.Diff(map[string]string{"zuwale/ly": "Zuwale"}, shown(set, "Trip", "destination", "endLocation")); diff != "" {
		t.Errorf("destinations: %s", diff)
	}
}

// Words are places of the country that their row gives.
func TestPlacesInWords(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01",
		columntest.Thing("Incident", "1", "location", "Tarsis", "country", "ly"),
		columntest.Thing("Incident", "2", "location", "TARSIS", "country", "lb"),
		columntest.Thing("Incident", "3", "location", "Chora", "country", "gr"),
		columntest.Thing("Incident", "4", "location", "chora"),
		columntest.Thing("Incident", "5", "location", "Chora"))
	if diff := cmp.Diff(map[string]string{
		"tarsis/ly": "Tarsis (Libya)", "tarsis/lb": "TARSIS (Lebanon)", "chora/gr": "Chora",
	}, shown(c.Set(t), "Incident", "place", "location")); diff != "" {
		t.Error(diff)
	}
}

// Where no country is known, places of one name that lie far apart are two.
func TestPlacesFarApart(t *testing.T) {
	var c columntest.Case
	at := func(key, lat, lon string) record.Record {
		return columntest.Thing("Place", key, "name", "Tarsis", "latitude", lat, "longitude", lon)
	}
	c.Add("A", "2015-01-01", at("1", "32.9", "13.2"), at("2", "33.1", "13.4"), at("3", "34.4", "35.8"), columntest.Thing("Place", "4", "name", "Tarsis"),
		columntest.Thing("Flow", "1", "place", "@Place/1"), columntest.Thing("Flow", "2", "place", "@Place/2"),
		columntest.Thing("Flow", "3", "place", "@Place/3"), columntest.Thing("Flow", "4", "place", "@Place/4"))
	if diff := cmp.Diff(map[string]string{
		"tarsis/33° N 13° E": "Tarsis (33° N 13° E)", "tarsis/34° N 36° E": "Tarsis (34° N 36° E)", "tarsis": "Tarsis (country not given)",
	}, shown(c.Set(t), "Flow", "place")); diff != "" {
		t.Error(diff)
	}
}

func TestPlacesInAnyOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var c columntest.Case
		n := rapid.IntRange(1, 5).Draw(rt, "contributions")
		for range n {
			var rs []record.Record
			for range rapid.IntRange(1, 4).Draw(rt, "records") {
				r := columntest.Thing("Place", rapid.SampledFrom([]string{"1", "2", "3"}).Draw(rt, "key"),
					"name", rapid.SampledFrom([]string{"Tarsis", "tarsis", "TARSIS", "Chora"}).Draw(rt, "name"))
				if in := rapid.SampledFrom([]string{"", "ly", "lb"}).Draw(rt, "country"); in != "" {
					r = columntest.Thing("Place", "c"+in, "name", "Tarsis", "country", in)
				}
				rs = append(rs, r)
			}
			for _, key := range []string{"1", "2", "3", "cly", "clb"} {
				rs = append(rs, columntest.Thing("Flow", key, "place", "@Place/"+key))
			}
			c.Add("A", "2015-01-01", rs...)
		}
		one, other := c.Set(t), c.Arrived(t, rapid.Permutation(seq(n)).Draw(rt, "order"))
		if diff := cmp.Diff(shown(one, "Flow", "place"), shown(other, "Flow", "place")); diff != "" {
			rt.Fatal(diff)
		}
		labels := shown(one, "Flow", "place")
		seen := []string{}
		for _, label := range labels {
			if slices.Contains(seen, label) {
				rt.Fatalf("%q names two places: %v", label, labels)
			}
			seen = append(seen, label)
		}
	})
}
