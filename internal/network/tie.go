package network

import (
	"math"
	"strconv"

	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/network/graph"
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
	Call   float64 // between two persons, or between phones that they use
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
	t.links("Associate", byKnown, "person", "associate")
	t.links("Family", byKnown, "person", "relative")
	t.links("UnknownLink", byKnown, "subject", "object")
	t.links("Payment", byPaid, "payer", "beneficiary")
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
			for i := range t.pairs[pair].grounds {
				latest = max(latest, t.pairs[pair].grounds[i].years())
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
	for i := range k.grounds {
		g := &k.grounds[i]
		count := w.Unconfirmed
		if g.confirmed(t.grades) {
			count = 1
		}
		for _, origin := range g.origins(t.set) {
			origins[origin] = true
		}
		if w.HalfLife > 0 {
			if at := g.years(); at > 0 {
				count *= math.Exp2((at - latest) / w.HalfLife)
			}
		}
		records[g.kind] += count
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
