package network

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

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
			for _, v := range person.All(row) {
				add(v, date.Text(row))
			}
		}
	}
	users := map[column.Value][]column.Value{}
	uses := set.Table("Possession")
	for row := range uses.Len() {
		for _, asset := range uses.Column("asset").All(row) {
			users[asset] = append(users[asset], uses.Column("owner").All(row)...)
		}
	}
	calls := set.Table("Call")
	date := tally.ByDate(calls, tally.Year)
	for row := range calls.Len() {
		for _, year := range date(row, nil) {
			for _, end := range []schema.PropertyName{"caller", "receiver"} {
				for _, party := range calls.Column(end).All(row) {
					add(party, year)
					for _, person := range users[party] {
						add(person, year)
					}
				}
			}
		}
	}
	return out
}

// year is the networks of a year: those of detected ones who were active in it and are
// tied.
type year struct {
	number int
	groups [][]uint32
	ids    []string // of each group: lasts as long as it is carried on
	became []string // of each group: what it is since the year before; "" in the first
	from   [][]string
	gone   [][]uint32 // those of the year before that nobody carries on
}

// years follows the networks from year to year. A network carries on the one of the year
// before that half of the smaller of the two are in (Greene, Doyle and Cunningham 2010); its
// ID is that of the one with which it shares most.
func (f *Found) years(ctx context.Context, set *column.Set) ([]year, error) {
	active := f.active(set)
	byYear := map[int][]uint32{}
	for e := range f.rows {
		if s, ok := active[e]; ok {
			for y := s.first; y <= s.last; y++ {
				byYear[y] = append(byYear[y], e)
			}
		}
	}
	var out []year
	for i, y := range slices.Sorted(maps.Keys(byYear)) {
		groups, err := f.groupsOf(ctx, byYear[y])
		if err != nil {
			return nil, err
		}
		now := year{number: y, groups: groups, ids: make([]string, len(groups)), became: make([]string, len(groups)), from: make([][]string, len(groups))}
		if i > 0 {
			now.follow(&out[i-1])
		}
		for k, g := range groups {
			if now.ids[k] == "" {
				now.ids[k] = "L" + strconv.Itoa(y) + "-" + f.persons.Key(f.rows[g[0]][0]).String()[:8]
			}
		}
		out = append(out, now)
	}
	return out, nil
}

// follow says what the networks of a year are since the year before, and gives each that
// carries one on its ID: of several heirs the one that shares most has it.
func (y *year) follow(before *year) {
	var shared []map[int]int
	y.became, y.gone, shared = became(before.groups, y.groups)
	type claim struct{ now, before, shared int }
	var claims []claim
	for k, of := range shared {
		for _, i := range slices.Sorted(maps.Keys(of)) {
			y.from[k] = append(y.from[k], before.ids[i])
			claims = append(claims, claim{k, i, of[i]})
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(b.shared, a.shared) })
	taken := map[int]bool{}
	for _, c := range claims {
		if y.ids[c.now] == "" && !taken[c.before] {
			y.ids[c.now], taken[c.before] = before.ids[c.before], true
		}
	}
}

// dynamics tells, for each year, how many networks were born, grew, merged and so on since
// the year before, and how large each one was.
func (f *Found) dynamics(ctx context.Context, set *column.Set) ([]figure.Figure, error) {
	years, err := f.years(ctx, set)
	if err != nil {
		return nil, err
	}
	method := fmt.Sprintf("communities of the links among those who are active in a year (from the first to the last on record), matched with those of the year before where one has %.0f %% of the smaller "+
		"(Greene, Doyle and Cunningham 2010); grown or shrunk: by %.0f %%", 100*carries, 100*change)
	spec := func(id figure.ID, title, unit, key, measure string) figure.Figure {
		return figure.Figure{
			ID: id, Title: title, Unit: unit, Checkpoint: set.Checkpoint, Method: method,
			Note:       "A network is gone from a year where fewer than three of its members are recorded as active in it, which may be for want of records. " + detectedNote,
			Definition: figure.Definition{Records: "Person, Membership, Call, Involvement, Payment", Filter: detectedWords, Grouping: []string{"year", key}, Measure: measure},
		}
	}
	return []figure.Figure{
		f.changes(set, years, spec("networks.detected.by_year_and_change", "What became of networks from year to year", "networks", "change", "number of networks")),
		f.lives(set, years, spec("networks.detected.by_year", "Networks detected over the years", "persons", "network", "number of distinct persons by resolution; networks that had ten or more in some year")),
	}, nil
}

// things returns the records of entities.
func (f *Found) things(entities []uint32) []column.Thing {
	var out []column.Thing
	for _, e := range entities {
		for _, row := range f.rows[e] {
			out = append(out, column.Thing{Table: f.persons, Row: row})
		}
	}
	return out
}

// labels joins those of all links, which the networks of any year are made of.
func (f *Found) labels(set *column.Set) *column.Labels {
	labels := set.NewLabels()
	for _, tie := range f.Ties.grounds {
		addThings(labels, tie.from())
	}
	return labels
}

// changes counts the networks of each year by what they became.
func (f *Found) changes(set *column.Set, years []year, out figure.Figure) figure.Figure {
	labels := f.labels(set)
	for i, y := range years {
		if i == 0 {
			continue
		}
		counts, of := map[string]int{gone: len(y.gone)}, map[string][]uint32{gone: slices.Concat(y.gone...)}
		for k, what := range y.became {
			counts[what]++
			of[what] = append(of[what], y.groups[k]...)
		}
		for what, n := range counts {
			if n > 0 {
				out.N += n
				out.Cells = append(out.Cells, figure.Cell{Keys: []string{strconv.Itoa(y.number), what}, Value: float64(n), N: n, Evidence: evidenceOf(column.Compact(f.things(of[what])), labels)})
			}
		}
	}
	out.Sort()
	if out.N > 0 { // a figure of nothing is as open as nothing
		out.Label = labels.Join()
	} else {
		out.Label = set.NewLabels().Join()
	}
	return out
}

// lives gives the size of each network of ten or more in each of its years.
func (f *Found) lives(set *column.Set, years []year, out figure.Figure) figure.Figure {
	large := map[string]bool{}
	for _, y := range years {
		for k, g := range y.groups {
			if len(g) >= leastCompared {
				large[y.ids[k]] = true
			}
		}
	}
	labels := f.labels(set)
	for _, y := range years {
		for k, g := range y.groups {
			if !large[y.ids[k]] {
				out.Missing++
				continue
			}
			note := y.became[k]
			if from := slices.DeleteFunc(slices.Clone(y.from[k]), func(id string) bool { return id == y.ids[k] }); len(from) > 0 {
				note += "; with persons of " + strings.Join(from, ", ")
			}
			out.N++
			out.Cells = append(out.Cells, figure.Cell{Keys: []string{strconv.Itoa(y.number), y.ids[k]}, Value: float64(len(g)), N: len(g), Note: note, Evidence: evidenceOf(column.Compact(f.things(g)), labels)})
		}
	}
	out.N += out.Missing
	out.LeftOut = fmt.Sprintf("never of %d persons or more", leastCompared)
	out.Sort()
	if out.N > 0 { // a figure of nothing is as open as nothing
		out.Label = labels.Join()
	} else {
		out.Label = set.NewLabels().Join()
	}
	return out
}

// became compares the networks of a year with those of the year before. It returns a word
// for each, those before that nobody carries on, and with how many persons each carries
// those before on.
func became(before, now [][]uint32) (words []string, left [][]uint32, shared []map[int]int) {
	in := map[uint32]int{} // network before, from 1
	for i, g := range before {
		for _, e := range g {
			in[e] = i + 1
		}
	}
	shared = make([]map[int]int, len(now))
	heirs := make([]int, len(before)) // how many carry each one on
	for k, g := range now {
		shared[k] = map[int]int{}
		for _, e := range g {
			if i := in[e]; i > 0 {
				shared[k][i-1]++
			}
		}
		maps.DeleteFunc(shared[k], func(i, n int) bool { return float64(n) < carries*float64(min(len(g), len(before[i]))) })
		for i := range shared[k] {
			heirs[i]++
		}
	}
	for i, g := range before {
		if heirs[i] == 0 {
			left = append(left, g)
		}
	}
	for k, g := range now {
		words = append(words, word(g, before, shared[k], heirs))
	}
	return words, left, shared
}

// word says what a network is that carries some of those before on.
func word(g []uint32, before [][]uint32, from map[int]int, heirs []int) string {
	largest, sum, alone := 0, 0, true
	for i := range from {
		largest = max(largest, len(before[i]))
		sum += len(before[i])
		alone = alone && heirs[i] == 1
	}
	size := float64(len(g)) / float64(max(1, sum))
	switch {
	case len(from) == 0:
		return born
	case len(from) > 1 && 4*largest >= 3*sum: // one took in much smaller ones
		return takeover
	case len(from) > 1:
		return merged
	case !alone:
		return split
	case size > 1+change:
		return grown
	case size < 1-change:
		return shrunk
	}
	return lasting
}
