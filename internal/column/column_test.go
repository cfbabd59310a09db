package column_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

func texts(set *column.Set, c *column.Column, row int) []string {
	var out []string
	for _, v := range c.All(row) {
		out = append(out, set.Text(v))
	}
	return out
}

func TestAThingIsAllRecordsWithItsKey(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01",
		columntest.Thing("Phone", "p", "number", "1", "country", "gr"),
		columntest.Thing("Phone", "q", "number", "2"))
	c.Add("B", "2016-01-01", columntest.Thing("Phone", "p", "number", "9", "country", "gr"))
	set := c.Set(t)
	phones := set.Table("Phone")
	if phones.Len() != 2 {
		t.Fatalf("%d things, want 2", phones.Len())
	}
	row := slices.IndexFunc([]int{0, 1}, func(i int) bool { return phones.Key(i) == columntest.Key("Phone", "p") })
	if got := texts(set, phones.Column("number"), row); !slices.Equal(got, []string{"9", "1"}) {
		t.Errorf("numbers %v, want the one received last first", got)
	}
	if got := texts(set, phones.Column("country"), row); !slices.Equal(got, []string{"gr"}) {
		t.Errorf("countries %v, want no repeat", got)
	}
	if src, ok := phones.Column("number").Source(row); !ok || src.ID != record.NewID(2, 1) {
		t.Errorf("the best number comes from %v, %v; want 2:1", src.ID, ok)
	}
	if n := len(phones.Records(row)); n != 2 {
		t.Errorf("%d records, want 2", n)
	}
	if phones.Column("imei").Text(row) != "" || phones.Column("imei").All(row) != nil || set.Table("Vessel").Len() != 0 {
		t.Error("something is there that no record told of")
	}
}

func TestReferencesLeadToThings(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01",
		columntest.Thing("Phone", "p", "number", "1"),
		columntest.Thing("Call", "c", "caller", "@Phone/p", "receiver", "@Phone/unknown"))
	set := c.Set(t)
	calls := set.Table("Call")
	th, ok := set.Thing(calls.Column("caller").First(0))
	if !ok || th.Table.Schema != "Phone" || th.Table.Column("number").Text(th.Row) != "1" {
		t.Errorf("the caller is %+v, %v", th, ok)
	}
	if _, ok := set.Thing(calls.Column("receiver").First(0)); ok {
		t.Error("a reference to what nobody told of leads somewhere")
	}
}

func TestTheCategoryThatProtectsMostHolds(t *testing.T) {
	for _, c := range []struct{ a, b, want record.Category }{
		{record.Suspect, record.Victim, record.Victim},
		{record.Witness, record.Convicted, record.Witness},
		{record.Suspect, record.Convicted, record.Suspect},
		{record.Contact, record.Suspect, record.Contact},
		{record.Informant, record.Suspect, record.Informant},
		{record.Victim, record.Witness, record.Victim},
	} {
		for _, order := range [][2]record.Category{{c.a, c.b}, {c.b, c.a}} {
			var cs columntest.Case
			cs.Add("A", "2015-01-01", columntest.Person(order[0], "p", "name", "N"))
			cs.Add("B", "2016-01-01", columntest.Person(order[1], "p", "name", "N"))
			if got := cs.Set(t).Table("Person").Category(0); got != c.want {
				t.Errorf("%v and %v give %v, want %v", order[0], order[1], got, c.want)
			}
		}
	}
}

func TestLabelsAreJoined(t *testing.T) {
	open, err := handling.Parse("H0 owner=A audience=X,Y")
	if err != nil {
		t.Fatal(err)
	}
	closed, err := handling.Parse("H1 RESTRICTED owner=B audience=Y,Z")
	if err != nil {
		t.Fatal(err)
	}
	own, err := handling.Parse("H2 owner=A")
	if err != nil {
		t.Fatal(err)
	}
	var c columntest.Case
	r := columntest.Thing("Phone", "p", "number", "1")
	r.Statements[0].Label = own
	c.AddAs(record.Contribution{Owner: "A", Label: open}, "B2", "2015-01-01", r)
	c.AddAs(record.Contribution{Owner: "B", Label: closed}, "B2", "2015-01-01", columntest.Thing("Phone", "q", "number", "2"))
	phones := c.Set(t).Table("Phone")
	labels := phones.Set().NewLabels()
	if labels.Join() != handling.Public() {
		t.Error("nothing is not public")
	}
	for row := range phones.Len() {
		labels.Add(phones.Records(row)...)
	}
	got := labels.Join()
	if want := handling.JoinAll(open, own, closed); got != want {
		t.Errorf("label %v, want %v", got, want)
	}
}

func TestGroup(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01",
		columntest.Thing("Trip", "1", "mode", "sea", "route", "W"),
		columntest.Thing("Trip", "2", "mode", "sea", "route", "E", "route", "W"),
		columntest.Thing("Trip", "3", "mode", "land"),
		columntest.Thing("Trip", "4", "route", "W"))
	trips := c.Set(t).Table("Trip")
	counts := func(g column.Groups) map[string]int {
		m := map[string]int{"n": g.N, "missing": g.Missing}
		for _, grp := range g.Groups {
			m[joined(grp.Keys)] = len(grp.Rows)
		}
		return m
	}
	for _, tc := range []struct {
		name string
		got  column.Groups
		want map[string]int
	}{
		{"one dimension", trips.Group(nil, trips.By("mode")), map[string]int{"n": 4, "missing": 1, "sea": 2, "land": 1}},
		{"several values", trips.Group(nil, trips.By("route")), map[string]int{"n": 4, "missing": 1, "W": 3, "E": 1}},
		{"the first value", trips.Group(nil, column.First(trips.By("route"))), map[string]int{"n": 4, "missing": 1, "W": 2, "E": 1}},
		{"two dimensions", trips.Group(nil, trips.By("mode"), trips.By("route")), map[string]int{"n": 4, "missing": 2, "sea W": 2, "sea E": 1}},
		{"none", trips.Group(nil), map[string]int{"n": 4, "missing": 0, "": 4}},
		{"a filter", trips.Group(func(row int) bool { return trips.Column("mode").Text(row) == "sea" }, trips.By("mode")), map[string]int{"n": 2, "missing": 0, "sea": 2}},
	} {
		if diff := cmp.Diff(tc.want, counts(tc.got)); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
	}
}

func joined(keys []string) string {
	out := ""
	for i, k := range keys {
		if i > 0 {
			out += " "
		}
		out += k
	}
	return out
}

// Whatever the order of arrival, every thing has the same values in the same order.
func TestTheOrderOfArrivalDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var c columntest.Case
		n := rapid.IntRange(1, 6).Draw(rt, "contributions")
		for range n {
			var rs []record.Record
			for range rapid.IntRange(1, 5).Draw(rt, "records") {
				rs = append(rs, columntest.Thing("Phone", rapid.SampledFrom([]string{"p", "q", "r"}).Draw(rt, "thing"),
					"number", rapid.SampledFrom([]string{"1", "2", "3"}).Draw(rt, "number")))
			}
			day := rapid.SampledFrom([]string{"2015-01-01", "2015-06-01", "2016-01-01"}).Draw(rt, "day")
			c.Add(rapid.SampledFrom([]string{"A", "B"}).Draw(rt, "owner"), day, rs...)
		}
		order := rapid.Permutation(seq(n)).Draw(rt, "order")
		if diff := cmp.Diff(dump(c.Set(t)), dump(c.Arrived(t, order))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func dump(set *column.Set) map[string][]string {
	out := map[string][]string{}
	phones := set.Table(schema.Name("Phone"))
	for row := range phones.Len() {
		out[phones.Key(row).String()] = texts(set, phones.Column("number"), row)
	}
	return out
}

// Contributions that are alike in date, owner, source and name are told apart by
// what they hold, not by which came first.
func TestAlikeContributions(t *testing.T) {
	var c columntest.Case
	for _, number := range []string{"1", "2", "3", "4"} {
		c.AddAs(record.Contribution{Name: "calls.csv", Owner: "A", Label: handling.Public()}, "B2", "2015-01-01", columntest.Thing("Phone", "p", "number", number))
	}
	want := dump(c.Set(t))
	rapid.Check(t, func(rt *rapid.T) {
		if diff := cmp.Diff(want, dump(c.Arrived(t, rapid.Permutation(seq(4)).Draw(rt, "order")))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// A person and a network may have one key: a reference leads to the one that is
// asked for.
func TestOneKeyOfTwoSchemata(t *testing.T) {
	var c columntest.Case
	person := columntest.Person(record.Suspect, "x", "name", "X")
	network := columntest.Thing("Network", "n", "name", "X's")
	network.Key = person.Key
	c.Add("A", "2015-01-01", person, network, columntest.Thing("Phone", "p"), columntest.Thing("Membership", "m", "member", "@Person/x", "organization", "@Phone/p"))
	set := c.Set(t)
	m := set.Table("Membership")
	for _, name := range []schema.Name{"Person", "Network"} {
		if th, ok := set.ThingOf(m.Column("member").First(0), name); !ok || th.Table.Schema != name || th.Table.Key(th.Row) != person.Key {
			t.Errorf("%s: %+v, %v", name, th, ok)
		}
		if th, ok := set.ThingOf(m.Column("organization").First(0), name); ok {
			t.Errorf("the phone is the %s %+v", name, th)
		}
	}
}

// A thing may have any number of values: a constant by mistake for a key makes one
// thing of a whole file.
func TestManyValues(t *testing.T) {
	const n = 200_000 // searching all values for each would take a minute
	r := columntest.Thing("Trip", "t")
	for range 2 {
		for i := range n {
			r.Statements = append(r.Statements, record.Statement{Property: "origin", Value: strconv.Itoa(i)})
		}
	}
	var c columntest.Case
	c.Add("A", "2015-01-01", r, columntest.Thing("Trip", "u", "origin", "1"))
	trips := c.Set(t).Table("Trip")
	total := 0
	for row := range trips.Len() {
		total += len(trips.By("origin")(row, nil))
		if len(trips.By("origin")(row, []string{"1"})) != len(trips.Column("origin").All(row)) {
			t.Error("a text stands twice")
		}
	}
	if total != n+1 {
		t.Errorf("%d values, want %d and 1", total, n)
	}
}

func TestTold(t *testing.T) {
	var c columntest.Case
	c.Add("A", "2015-01-01", columntest.Thing("Fee", "f", "amount", "5", "currency", "EUR"))
	c.Add("B", "2015-01-02", columntest.Thing("Fee", "f", "currency", "USD"))
	set := c.Set(t)
	currency := set.Table("Fee").Column("currency")
	for id, want := range map[record.ID]string{record.NewID(1, 1): "EUR", record.NewID(2, 1): "USD", record.NewID(3, 1): ""} {
		if got := set.Text(currency.Told(0, id)); got != want {
			t.Errorf("%v told %q, want %q", id, got, want)
		}
	}
}
