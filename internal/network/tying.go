package network

import (
	"slices"
	"strconv"

	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/schema"
)

// tying collects ties.
type tying struct {
	set     *column.Set
	persons *column.Table
	keep    func(row int) bool
	entity  []uint32
	pairs   map[[2]string]*tied
	order   [][2]string // of the ties, as they were found
	grades  grading.Table
}

func (t *tying) person(row int) string { return "p" + strconv.Itoa(int(t.entity[row])) }

// add gives a tie a ground.
func (t *tying) add(a, b string, g ground) {
	if a == "" || b == "" || a == b {
		return
	}
	pair := [2]string{min(a, b), max(a, b)}
	if t.pairs[pair] == nil {
		t.pairs[pair] = &tied{}
		t.order = append(t.order, pair)
	}
	t.pairs[pair].grounds = append(t.pairs[pair].grounds, g)
}

// of returns the vertex of a suspect that a value refers to; empty for anything else.
func (t *tying) of(v column.Value) string {
	person, ok := t.set.ThingOf(v, "Person")
	if !ok || person.Table != t.persons || !t.keep(person.Row) {
		return ""
	}
	return t.person(person.Row)
}

func (t *tying) members() {
	networks := t.set.Table("Network")
	for _, m := range memberships(t.set) {
		if !t.keep(m.person) {
			continue
		}
		for _, n := range m.networks {
			t.add(t.person(m.person), "n"+networks.Key(n).String(), ground{kind: byMember, record: m.from[0]})
		}
	}
}

// links ties everybody whom records of a kind name at one end to everybody at the other, a
// record once a pair.
func (t *tying) links(link schema.Name, kind uint8, from, to schema.PropertyName) {
	table := t.set.Table(link)
	a, b := table.Column(from), table.Column(to)
	for row := range table.Len() {
		for _, x := range t.ends(a.All(row), nil) {
			for _, y := range t.ends(b.All(row), nil) {
				t.add(x.person, y.person, ground{kind: kind, record: column.Thing{Table: table, Row: row}})
			}
		}
	}
}

// end is a person at an end of a call or link, with what says that the phone is the person's.
type end struct {
	person string
	uses   []column.Thing
}

// ends returns the persons whom values refer to, by themselves or by the phones that they use,
// each once.
func (t *tying) ends(values []column.Value, users map[column.Value][]end) []end {
	var out []end
	for _, v := range values {
		if p := t.of(v); p != "" && !slices.ContainsFunc(out, func(e end) bool { return e.person == p }) {
			out = append(out, end{person: p})
		}
	}
	for _, v := range values {
		for _, e := range users[v] {
			if !slices.ContainsFunc(out, func(have end) bool { return have.person == e.person }) {
				out = append(out, e)
			}
		}
	}
	return out
}

// users returns who uses each phone, or whatever else somebody possesses, each person once.
func (t *tying) users() map[column.Value][]end {
	out := map[column.Value][]end{}
	table := t.set.Table("Possession")
	owner, asset := table.Column("owner"), table.Column("asset")
	for row := range table.Len() {
		for _, e := range t.ends(owner.All(row), nil) {
			for _, v := range asset.All(row) {
				use := column.Thing{Table: table, Row: row}
				if i := slices.IndexFunc(out[v], func(have end) bool { return have.person == e.person }); i >= 0 {
					out[v][i].uses = append(out[v][i].uses, use)
					continue
				}
				out[v] = append(out[v], end{e.person, []column.Thing{use}})
			}
		}
	}
	return out
}

// calls ties persons who spoke to each other, and the users of phones that did. A phone that
// many used ties nobody. A call is one, by however many records it is known whose the phones
// are.
func (t *tying) calls() {
	users := t.users()
	const many = 8
	for _, schema := range []schema.Name{"Call", "Message"} {
		table := t.set.Table(schema)
		from, to := table.Column("caller"), table.Column("receiver")
		if schema == "Message" {
			from, to = table.Column("sender"), table.Column("recipients")
		}
		for row := range table.Len() {
			crowded := func(v column.Value) bool { return len(users[v]) > many }
			values := func(c *column.Column) []column.Value {
				all := c.All(row)
				if !slices.ContainsFunc(all, crowded) {
					return all
				}
				return slices.DeleteFunc(slices.Clone(all), crowded)
			}
			for _, x := range t.ends(values(from), users) {
				for _, y := range t.ends(values(to), users) {
					t.add(x.person, y.person, ground{byCall, column.Thing{Table: table, Row: row}, [2][]column.Thing{x.uses, y.uses}})
				}
			}
		}
	}
}

// involved is the persons in one incident or investigation, in the order of the records.
type involved struct {
	persons []string
	by      map[string][]column.Thing // the involvements of each
}

// events ties those who are in one incident or investigation: once, by however many records
// they are in it.
func (t *tying) events() {
	table := t.set.Table("Involvement")
	subject, event := table.Column("subject"), table.Column("event")
	in := map[column.Value]*involved{}
	var order []column.Value
	for row := range table.Len() {
		for _, p := range t.ends(subject.All(row), nil) {
			for _, e := range event.All(row) {
				if in[e] == nil {
					in[e] = &involved{by: map[string][]column.Thing{}}
					order = append(order, e)
				}
				if in[e].by[p.person] == nil {
					in[e].persons = append(in[e].persons, p.person)
				}
				in[e].by[p.person] = append(in[e].by[p.person], column.Thing{Table: table, Row: row})
			}
		}
	}
	for _, e := range order {
		record, _ := t.set.Thing(e)
		for i, a := range in[e].persons {
			for _, b := range in[e].persons[:i] {
				t.add(a, b, ground{byEvent, record, [2][]column.Thing{in[e].by[a], in[e].by[b]}})
			}
		}
	}
}
