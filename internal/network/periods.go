package network

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/schema"
	"skein/internal/tally"
)

// What became of a network between two years.
const (
	born     = "born"
	grown    = "grown"
	shrunk   = "shrunk"
	lasting  = "as before"
	merged   = "merged"
	split    = "split"
	takeover = "taken over"
	gone     = "gone"
)

// Limits of what became of networks.
const (
	carries = 0.5 // share of a network's persons in another from which that carries it on
	change  = 0.2 // by which it grows or shrinks
)

// span is the first and last year in which somebody is told to be active.
type span struct{ first, last int }

// active returns the span of each entity by the dates of calls, memberships, cases and
// payments.
func (f *Found) active(set *column.Set) map[uint32]span {
	out := map[uint32]span{}
	add := func(person column.Value, date string) {
		year, err := strconv.Atoi(tally.Year(date))
		thing, ok := set.ThingOf(person, "Person")
		if !ok || thing.Table != f.persons || err != nil {
			return
		}
		e := f.entity[thing.Row]
		have, ok := out[e]
		if !ok {
			have = span{year, year}
		}
		out[e] = span{min(have.first, year), max(have.last, year)}
	}
	for _, s := range []struct {
		schema       schema.Name
		person, date schema.PropertyName
	}{{"Membership", "member", "date"}, {"Membership", "member", "startDate"}, {"Involvement", "subject", "date"}, {"Payment", "payer", "date"}, {"Payment", "beneficiary", "date"}} {
		t := set.Table(s.schema)
		person, date := t.Column(s.person), t.Column(s.date)
		for row := range t.Len() {
			add(person.First(row), date.Text(row))
		}
	}
	users := map[column.Value][]column.Value{}
	uses := set.Table("Possession")
	for row := range uses.Len() {
		asset := uses.Column("asset").First(row)
		users[asset] = append(users[asset], uses.Column("owner").First(row))
	}
	calls := set.Table("Call")
	date := tally.ByDate(calls, tally.Year)
	for row := range calls.Len() {
		for _, year := range date(row, nil) {
			for _, end := range []schema.PropertyName{"caller", "receiver"} {
				for _, person := range users[calls.Column(end).First(row)] {
					add(person, year)
				}
			}
		}
	}
	return out
}

// dynamics tells, for each year, how many networks were born, grew, merged and so on since
// the year before. A network of a year is those of a detected network who were active in it
// and are tied; it carries on the one of the year before that half of the smaller of the
// two are in (Greene, Doyle and Cunningham 2010).
func (f *Found) dynamics(ctx context.Context, set *column.Set) (figure.Figure, error) {
	out := figure.Figure{
		ID: "networks.detected.by_year_and_change", Title: "What became of networks from year to year", Unit: "networks", Checkpoint: set.Checkpoint,
		Note: "A network is gone from a year where fewer than three of its members are told to be active in it: that may be for want of records. " + detectedNote,
		Method: fmt.Sprintf("communities of the ties among those who are active in a year (from the first to the last that records tell), matched with those of the year before where one has %.0f %% of the smaller "+
			"(Greene, Doyle and Cunningham 2010); grown or shrunk: by %.0f %%", 100*carries, 100*change),
		Definition: figure.Definition{Records: "Person, Membership, Call, Involvement, Payment", Filter: detectedWords, Grouping: []string{"year", "change"}, Measure: "number of networks"},
	}
	active := f.active(set)
	byYear := map[int][]uint32{}
	for e := range f.rows {
		if s, ok := active[e]; ok {
			for y := s.first; y <= s.last; y++ {
				byYear[y] = append(byYear[y], e)
			}
		}
	}
	labels := set.NewLabels()
	years := slices.Sorted(maps.Keys(byYear))
	var before [][]uint32
	for i, y := range years {
		now, err := f.groupsOf(ctx, byYear[y])
		if err != nil {
			return out, err
		}
		if i > 0 {
			counts, from := became(before, now)
			for _, what := range []string{born, grown, shrunk, lasting, merged, split, takeover, gone} {
				if counts[what] == 0 {
					continue
				}
				var things []column.Thing
				for _, e := range from[what] {
					for _, row := range f.rows[e] {
						things = append(things, column.Thing{Table: f.persons, Row: row})
					}
				}
				out.N += counts[what]
				out.Cells = append(out.Cells, figure.Cell{Keys: []string{strconv.Itoa(y), what}, Value: float64(counts[what]), N: counts[what], Evidence: evidenceOf(column.Compact(things), labels)})
			}
		}
		before = now
	}
	out.Sort()
	out.Label = labels.Join()
	return out, nil
}

// became compares the networks of a year with those of the year before. It returns how many
// each word fits, and the members of these.
func became(before, now [][]uint32) (counts map[string]int, of map[string][]uint32) {
	counts, of = map[string]int{}, map[string][]uint32{}
	say := func(what string, members []uint32) {
		counts[what]++
		of[what] = append(of[what], members...)
	}
	in := map[uint32]int{} // network before, from 1
	for i, g := range before {
		for _, e := range g {
			in[e] = i + 1
		}
	}
	from := make([][]int, len(now))   // networks before that each one carries on
	heirs := make([]int, len(before)) // how many carry each one on
	for k, g := range now {
		shared := map[int]int{}
		for _, e := range g {
			if i := in[e]; i > 0 {
				shared[i-1]++
			}
		}
		for i := range before {
			if n := shared[i]; n > 0 && float64(n) >= carries*float64(min(len(g), len(before[i]))) {
				from[k] = append(from[k], i)
				heirs[i]++
			}
		}
	}
	for i, g := range before {
		if heirs[i] == 0 {
			say(gone, g)
		}
	}
	for k, g := range now {
		switch len(from[k]) {
		case 0:
			say(born, g)
		case 1:
			old := before[from[k][0]]
			switch size := float64(len(g)) / float64(len(old)); {
			case heirs[from[k][0]] > 1:
				say(split, g)
			case size > 1+change:
				say(grown, g)
			case size < 1-change:
				say(shrunk, g)
			default:
				say(lasting, g)
			}
		default:
			largest, sum := 0, 0
			for _, i := range from[k] {
				largest = max(largest, len(before[i]))
				sum += len(before[i])
			}
			if 4*largest >= 3*sum { // one took in much smaller ones
				say(takeover, g)
			} else {
				say(merged, g)
			}
		}
	}
	return counts, of
}
