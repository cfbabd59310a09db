package network

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"skein/internal/column"
	"skein/internal/english"
	"skein/internal/grading"
	"skein/internal/network/graph"
	"skein/internal/schema"
	"skein/internal/tally"
)

// Weights of ties by what they rest on:
//
//	(1 + Origins·log2(origins)) · Σ over kinds: kind · log2(1 + Σ over its records: grade · age)
//
// The second record of a kind tells less than the first; a second independent origin makes
// all of it weigh more.
type Weights struct {
	Member float64 // of a network that a source reports
	Call   float64 // between phones that two persons use
	Known  float64 // associate, relative, or any stated tie
	Event  float64 // in one incident or investigation
	Paid   float64 // one paid the other

	Unconfirmed float64 // grade of a record that its evaluation does not confirm; a confirmed one counts 1
	Origins     float64 // what a doubling of the independent origins adds
	HalfLife    float64 // years after which a record counts half, from the latest record of a tie on; 0: age does not matter
}

// UsualWeights are the weights of a case that asks for no others.
func UsualWeights() Weights {
	return Weights{Member: 2, Call: 1, Known: 1.5, Event: 1, Paid: 1, Unconfirmed: 0.7, Origins: 0.25}
}

// Ties is who is tied to whom among suspects, with the networks that sources report as
// vertices between them. Only persons whom all records hold as suspect or convicted are in
// it.
type Ties struct {
	Graph *graph.Graph

	vertex  map[uint32]uint32 // of each entity
	grounds map[[2]uint32]*tied
	persons int // how many vertices are persons: the first
}

// TiesOf builds the ties of a case. Entity has the entity of each row of the table of
// persons: rows of one person have one number.
func TiesOf(set *column.Set, entity []uint32, w Weights) *Ties {
	t := &tying{set: set, persons: set.Table("Person"), entity: entity, pairs: map[[2]string]*tied{}, grades: grading.DefaultTable()}
	t.keep = rankedEntities(t.persons, entity)
	t.members()
	t.calls()
	t.known("Associate", "person", "associate")
	t.known("Family", "person", "relative")
	t.known("UnknownLink", "subject", "object")
	t.paid()
	t.events()
	b := graph.NewBuilder(false)
	out := &Ties{vertex: map[uint32]uint32{}, grounds: map[[2]uint32]*tied{}}
	for row := range t.persons.Len() {
		if t.keep(row) {
			out.vertex[entity[row]] = b.Vertex(t.person(row))
		}
	}
	out.persons = b.Len()
	weights := [kinds]float64{w.Member, w.Call, w.Known, w.Event, w.Paid}
	latest := 0.0
	if w.HalfLife > 0 {
		for _, pair := range t.order {
			for _, k := range t.pairs[pair].from {
				latest = max(latest, yearsOf(k))
			}
		}
	}
	for _, pair := range t.order {
		if weight := t.weigh(t.pairs[pair], w, weights, latest); weight > 0 {
			a, c := b.Vertex(pair[0]), b.Vertex(pair[1])
			b.Tie(a, c, float32(weight))
			out.grounds[[2]uint32{min(a, c), max(a, c)}] = t.pairs[pair]
		}
	}
	out.Graph = b.Build()
	return out
}

// weigh returns the weight of a tie.
func (t *tying) weigh(k *tied, w Weights, kindWeights [kinds]float64, latest float64) float64 {
	var records [kinds]float64
	origins := map[string]bool{}
	for i, from := range k.from {
		count := w.Unconfirmed
		if from.Confirmed(t.grades) {
			count = 1
		}
		for _, src := range from.Records() {
			origins[t.set.Origin(src)] = true
		}
		if w.HalfLife > 0 {
			if at := yearsOf(from); at > 0 {
				count *= math.Exp2((at - latest) / w.HalfLife)
			}
		}
		records[k.kinds[i]] += count
	}
	weight := 0.0
	for kind, n := range records {
		weight += kindWeights[kind] * math.Log2(1+n)
	}
	return weight * (1 + w.Origins*math.Log2(float64(max(1, len(origins)))))
}

// yearsOf returns when something was, in years; 0 where that is not told.
func yearsOf(thing column.Thing) float64 {
	text := thing.Table.FirstText(thing.Row, "date", "startDate")
	year, err := strconv.Atoi(tally.Year(text))
	if err != nil {
		return 0
	}
	if len(text) >= len("2015-07") {
		if month, err := strconv.Atoi(text[5:7]); err == nil {
			return float64(year) + float64(month-1)/12
		}
	}
	return float64(year) + 0.5
}

// Persons returns the graph of the direct ties between persons, without the reported
// networks between them. Vertices are the same; those of networks have no ties.
func (t *Ties) Persons() *graph.Graph {
	var ties graph.Ties
	g := t.Graph
	for v := range uint32(t.persons) {
		to, weights := g.Arcs(v)
		for i, u := range to {
			if u > v && u < uint32(t.persons) {
				w := float32(1)
				if weights != nil {
					w = weights[i]
				}
				ties.Add(v, u, w)
			}
		}
	}
	return graph.FromTies(g.Len(), []graph.Ties{ties}, false)
}

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

// Kinds of ties, in the order of Weights.
const (
	byMember = iota
	byCall
	byKnown
	byEvent
	byPaid
	kinds
)

// tied is what a tie rests on.
type tied struct {
	from  []column.Thing // the records
	kinds []uint8        // of each
}

// confirmed reports whether the grade of any record confirms the tie.
func (t *tied) confirmed(grades grading.Table) bool {
	return slices.ContainsFunc(t.from, func(k column.Thing) bool { return k.Confirmed(grades) })
}

// words says what a tie rests on.
func (t *tied) words() string {
	var counts [kinds]int
	for _, kind := range t.kinds {
		counts[kind]++
	}
	var out []string
	for kind, of := range [kinds][2]string{{"membership", "memberships"}, {"call", "calls"}, {"stated link", "stated links"}, {"shared case", "shared cases"}, {"payment", "payments"}} {
		if n := counts[kind]; n > 0 {
			out = append(out, english.Count(n, of[0], of[1]))
		}
	}
	return strings.Join(out, ", ")
}

func (t *tying) person(row int) string { return "p" + strconv.Itoa(int(t.entity[row])) }

// add counts a record of a tie.
func (t *tying) add(a, b string, kind int, from column.Thing) {
	if a == "" || b == "" || a == b {
		return
	}
	pair := [2]string{min(a, b), max(a, b)}
	if t.pairs[pair] == nil {
		t.pairs[pair] = &tied{}
		t.order = append(t.order, pair)
	}
	k := t.pairs[pair]
	k.from, k.kinds = append(k.from, from), append(k.kinds, uint8(kind))
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
			t.add(t.person(m.person), "n"+networks.Key(n).String(), byMember, m.from[0])
		}
	}
}

func (t *tying) known(link schema.Name, from, to schema.PropertyName) {
	table := t.set.Table(link)
	a, b := table.Column(from), table.Column(to)
	for row := range table.Len() {
		t.add(t.of(a.First(row)), t.of(b.First(row)), byKnown, column.Thing{Table: table, Row: row})
	}
}

func (t *tying) paid() {
	table := t.set.Table("Payment")
	a, b := table.Column("payer"), table.Column("beneficiary")
	for row := range table.Len() {
		t.add(t.of(a.First(row)), t.of(b.First(row)), byPaid, column.Thing{Table: table, Row: row})
	}
}

// calls ties the users of phones that spoke to each other. A phone that many used ties
// nobody.
func (t *tying) calls() {
	users := map[column.Value][]string{}
	uses := t.set.Table("Possession")
	owner, asset := uses.Column("owner"), uses.Column("asset")
	for row := range uses.Len() {
		if p := t.of(owner.First(row)); p != "" {
			users[asset.First(row)] = append(users[asset.First(row)], p)
		}
	}
	const many = 8
	for _, schema := range []schema.Name{"Call", "Message"} {
		table := t.set.Table(schema)
		from, to := table.Column("caller"), table.Column("receiver")
		if schema == "Message" {
			from, to = table.Column("sender"), table.Column("recipients")
		}
		for row := range table.Len() {
			a, b := users[from.First(row)], users[to.First(row)]
			if len(a) > many || len(b) > many {
				continue
			}
			for _, x := range a {
				for _, y := range b {
					t.add(x, y, byCall, column.Thing{Table: table, Row: row})
				}
			}
		}
	}
}

// events ties those who are in one incident or investigation.
func (t *tying) events() {
	table := t.set.Table("Involvement")
	subject, event := table.Column("subject"), table.Column("event")
	type part struct {
		person string
		row    int
	}
	in := map[column.Value][]part{}
	var order []column.Value
	for row := range table.Len() {
		p, e := t.of(subject.First(row)), event.First(row)
		if p == "" || e == 0 {
			continue
		}
		if in[e] == nil {
			order = append(order, e)
		}
		in[e] = append(in[e], part{p, row})
	}
	for _, e := range order {
		for i, a := range in[e] {
			for _, b := range in[e][:i] {
				t.add(a.person, b.person, byEvent, column.Thing{Table: table, Row: a.row})
			}
		}
	}
}
