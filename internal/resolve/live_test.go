package resolve_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/record"
	"skein/internal/resolve"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
)

// person is a record of the tests: a name, a day of birth and a phone.
type person struct {
	key   record.Key
	texts [][]string
}

var properties = []comparison.Property{{Name: "name", Kind: comparison.Person}, {Name: "born", Kind: comparison.Date}, {Name: "phone", Kind: comparison.Phone}}

// people draws records of few names and days, so that many are alike.
func people(n int) *rapid.Generator[[]person] {
	given := rapid.SampledFrom([]string{"Mohammed", "Mohamad", "Ivan", "Иван", "Maria", "Yusuf", "Youssef", "J."})
	family := rapid.SampledFrom([]string{"Halabi", "al-Halabi", "Petrov", "Петров", "Lopez", "Lopes", "Demir"})
	day := rapid.SampledFrom([]string{"1980-03-04", "1980-01-01", "1975-11-30", "", "1980-04-03"})
	phone := rapid.SampledFrom([]string{"", "", "+905551234567", "+4917612345"})
	return rapid.Custom(func(t *rapid.T) []person {
		var out []person
		keyer := record.Keyer{}
		for i := range rapid.IntRange(2, n).Draw(t, "records") {
			names := []string{given.Draw(t, "given") + " " + family.Draw(t, "family")}
			if rapid.Float64().Draw(t, "alias") < 0.2 {
				names = append(names, given.Draw(t, "given")+" "+family.Draw(t, "family"))
			}
			out = append(out, person{keyer.Key("test", fmt.Sprint(i)), [][]string{names, {day.Draw(t, "day")}, {phone.Draw(t, "phone")}}})
		}
		return out
	})
}

func tableOf(list []person) *comparison.Table {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b person) int { return bytes.Compare(a.key[:], b.key[:]) })
	var columns []*comparison.Column
	for k, p := range properties {
		c := comparison.NewColumn(p)
		for _, x := range list {
			c.Add(x.texts[k]...)
		}
		columns = append(columns, c)
	}
	return comparison.NewTable(columns)
}

// batch returns the cluster of each record, by key, of a run over all at once.
func batch(t require, m *linkage.Model, threshold float64, list []person, judged map[[2]record.Key]bool) map[record.Key]record.Key {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b person) int { return bytes.Compare(a.key[:], b.key[:]) })
	if len(list) == 0 {
		return map[record.Key]record.Key{}
	}
	run, err := resolve.Of(tableOf(list), resolve.Options{Model: m})
	if err != nil {
		t.Fatal(err)
	}
	decided := resolve.Judged{}
	row := func(k record.Key) int { return slices.IndexFunc(list, func(p person) bool { return p.key == k }) }
	for pair, same := range judged {
		if a, b := row(pair[0]), row(pair[1]); a >= 0 && b >= 0 {
			decided[[2]uint32{uint32(min(a, b)), uint32(max(a, b))}] = same
		}
	}
	out := map[record.Key]record.Key{}
	for i, c := range run.Clusters(threshold, decided) {
		out[list[i].key] = list[c].key
	}
	return out
}

type require interface{ Fatal(args ...any) }

func frozen(list []person, largest int) *linkage.Model {
	table := tableOf(list)
	m := linkage.Default("Person", properties, resolve.Rules(properties))
	m.Prior, m.Needs = 0.02, []string{"name"}
	m = m.Freeze(table, nil)
	m.Rules = resolve.Rules(properties)
	for i := range m.Rules {
		m.Rules[i].Largest = largest
	}
	return m
}

// Whatever the order in which records and judgements come and go, the clusters are those
// of a run over what is there in the end.
func TestLiveIsBatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := people(24).Draw(t, "people")
		m := frozen(list, rapid.IntRange(2, 6).Draw(t, "largest block"))
		threshold := linkage.Weight(resolve.Sure)
		l, err := resolve.NewLive(m, threshold)
		if err != nil {
			t.Fatal(err)
		}
		there := map[record.Key]bool{}
		judged := map[[2]record.Key]bool{}
		forget := func(a, b record.Key) {
			delete(judged, [2]record.Key{a, b})
			delete(judged, [2]record.Key{b, a})
		}
		for step := range rapid.IntRange(len(list), 3*len(list)).Draw(t, "steps") {
			p := list[rapid.IntRange(0, len(list)-1).Draw(t, "which")]
			q := list[rapid.IntRange(0, len(list)-1).Draw(t, "other")]
			switch what := rapid.IntRange(0, 9).Draw(t, "what"); {
			case what < 6 && !there[p.key]:
				if err := l.Add(p.key, p.texts); err != nil {
					t.Fatal(err)
				}
				there[p.key] = true
			case what == 6 && there[p.key]:
				if err := l.Remove(p.key); err != nil {
					t.Fatal(err)
				}
				delete(there, p.key)
			case what == 7 && p.key != q.key:
				same := rapid.Bool().Draw(t, "same")
				l.Judge(p.key, q.key, same)
				forget(p.key, q.key)
				judged[[2]record.Key{p.key, q.key}] = same
			case what == 8 && p.key != q.key:
				l.Withdraw(p.key, q.key)
				forget(p.key, q.key)
			}
			if step%8 != 0 {
				continue
			}
			compareLive(t, l, m, threshold, list, there, judged)
		}
		compareLive(t, l, m, threshold, list, there, judged)
	})
}

func compareLive(t *rapid.T, l *resolve.Live, m *linkage.Model, threshold float64, list []person, there map[record.Key]bool, judged map[[2]record.Key]bool) {
	var now []person
	for _, p := range list {
		if there[p.key] {
			now = append(now, p)
		}
	}
	for key, want := range batch(t, m, threshold, now, judged) {
		if got, ok := l.Cluster(key); !ok || got != want {
			t.Fatalf("record %s: live %s, batch %s", key, got, want)
		}
	}
}
