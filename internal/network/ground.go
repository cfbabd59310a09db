package network

import (
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/english"
	"skein/internal/grading"
)

// Kinds of ties, in the order of Weights.
const (
	byMember = iota
	byCall
	byKnown
	byEvent
	byPaid
	kinds
)

// ground is one thing that a tie rests on: a call, a stated link, an incident that two share.
type ground struct {
	kind   uint8
	record column.Thing // the call, the link, the event; without a table where no record tells of it
	// What says that each of the two has part in it: that a phone is the caller's, that a person
	// is involved in the event. Empty where the record itself says so.
	part [2][]column.Thing
}

// confirmed reports whether grades confirm all that the ground needs: the record and, of each
// of the two, that they have part in it. What an event is does not matter, only who is in it.
func (g *ground) confirmed(grades grading.Table) bool {
	if g.kind != byEvent && !g.record.Confirmed(grades) {
		return false
	}
	for _, part := range g.part {
		if len(part) > 0 && !slices.ContainsFunc(part, func(t column.Thing) bool { return t.Confirmed(grades) }) {
			return false
		}
	}
	return true
}

// origins returns whose information the ground is: of an event those who have both persons in
// it or, where nobody has, the first of one's.
func (g *ground) origins(set *column.Set) []string {
	of := func(things ...column.Thing) []string {
		var out []string
		for _, thing := range things {
			for _, src := range thing.Records() {
				out = append(out, set.Origin(src))
			}
		}
		return out
	}
	if g.kind != byEvent {
		return of(g.record)
	}
	a, b := of(g.part[0]...), of(g.part[1]...)
	least := slices.Min(slices.Concat(a, b))
	if a = slices.DeleteFunc(a, func(origin string) bool { return !slices.Contains(b, origin) }); len(a) == 0 {
		return []string{least}
	}
	return a
}

// years returns when it was, in years; 0 where that is not known.
func (g *ground) years() float64 {
	at := 0.0
	if g.kind == byEvent {
		for _, thing := range slices.Concat(g.part[0], g.part[1]) {
			at = max(at, yearsOf(thing))
		}
	}
	if at == 0 && g.record.Table != nil {
		at = yearsOf(g.record)
	}
	return at
}

// things returns all that the ground rests on.
func (g *ground) things() []column.Thing {
	var out []column.Thing
	if g.record.Table != nil {
		out = append(out, g.record)
	}
	return append(append(out, g.part[0]...), g.part[1]...)
}

// tied is what a tie rests on.
type tied struct{ grounds []ground }

// confirmed reports whether the grades of any ground confirm the tie.
func (t *tied) confirmed(grades grading.Table) bool {
	for i := range t.grounds {
		if t.grounds[i].confirmed(grades) {
			return true
		}
	}
	return false
}

// from returns the records of the tie, in order, each once.
func (t *tied) from() []column.Thing {
	var out []column.Thing
	for i := range t.grounds {
		out = append(out, t.grounds[i].things()...)
	}
	return column.Compact(out)
}

// words says what a tie rests on.
func (t *tied) words() string {
	var counts [kinds]int
	for i := range t.grounds {
		counts[t.grounds[i].kind]++
	}
	var out []string
	for kind, of := range [kinds][2]string{{"membership", "memberships"}, {"call", "calls"}, {"stated link", "stated links"}, {"shared case", "shared cases"}, {"payment", "payments"}} {
		if n := counts[kind]; n > 0 {
			out = append(out, english.Count(n, of[0], of[1]))
		}
	}
	return strings.Join(out, ", ")
}
