package network_test

import (
	"context"
	"math"
	"strconv"
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/network"
	"skein/internal/record"
)

// Two groups, one that calls and one that a source names, are two networks; a witness who
// calls is in none; two records of one person are one vertex.
func TestTies(t *testing.T) {
	var c columntest.Case
	person, thing := columntest.Person, columntest.Thing
	c.AddAs(record.Contribution{Name: "el", Owner: "EL"}, "B2", "2015-07-01",
		person(record.Suspect, "a"), person(record.Suspect, "a2"), person(record.Suspect, "b"), person(record.Convicted, "c"),
		person(record.Suspect, "d"), person(record.Suspect, "e"), person(record.Suspect, "f"), person(record.Suspect, "alone"), person(record.Witness, "w"), person(record.Suspect, "s"),
		thing("Phone", "pa"), thing("Phone", "pb"), thing("Phone", "pc"), thing("Phone", "pw"),
		thing("Possession", "o1", "owner", "@Person/a2", "asset", "@Phone/pa"),
		thing("Possession", "o2", "owner", "@Person/b", "asset", "@Phone/pb"),
		thing("Possession", "o3", "owner", "@Person/c", "asset", "@Phone/pc"),
		thing("Possession", "o4", "owner", "@Person/w", "asset", "@Phone/pw"),
		thing("Call", "c1", "caller", "@Phone/pa", "receiver", "@Phone/pb"),
		thing("Call", "c2", "caller", "@Phone/pb", "receiver", "@Phone/pc"),
		thing("Call", "c3", "caller", "@Phone/pw", "receiver", "@Phone/pc"),
		thing("Associate", "k1", "person", "@Person/a", "associate", "@Person/c"),
		thing("Network", "n", "name", "Aegean"),
		thing("Membership", "m1", "member", "@Person/d", "organization", "@Network/n"),
		thing("Membership", "m2", "member", "@Person/e", "organization", "@Network/n"),
		thing("Membership", "m4", "member", "@Person/f", "organization", "@Network/n"),
		thing("Membership", "m5", "member", "@Person/s", "organization", "@Network/n"),
		thing("Membership", "m3", "member", "@Person/w", "organization", "@Network/n"),
	)
	set := c.Set(t)
	persons := set.Table("Person")
	row := func(name string) int {
		at, ok := persons.Row(columntest.Key("Person", name))
		if !ok {
			t.Fatalf("no person %s", name)
		}
		return at
	}
	entity := make([]uint32, persons.Len())
	for i := range entity {
		entity[i] = uint32(i)
	}
	entity[row("a2")] = uint32(row("a")) // as resolution has it
	entity[row("s")] = uint32(row("w"))  // a suspect whom another source holds as a witness
	found, err := network.Find(context.Background(), set, entity, network.UsualSettings())
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) int { return found.Network(row(name)) }
	if in("a") < 0 || in("a2") != in("a") || in("b") != in("a") || in("c") != in("a") {
		t.Errorf("those who call: %d %d %d %d", in("a"), in("a2"), in("b"), in("c"))
	}
	if in("d") < 0 || in("e") != in("d") || in("d") == in("a") {
		t.Errorf("those who are named: %d %d beside %d", in("d"), in("e"), in("a"))
	}
	if in("s") != -1 {
		t.Errorf("a suspect who is a witness elsewhere is in %d", in("s"))
	}
	if in("w") != -1 || in("alone") != -1 {
		t.Errorf("a witness is in %d, who has no ties in %d", in("w"), in("alone"))
	}
}

// A tie weighs by kind, grade, origins and age of its records.
func TestWeights(t *testing.T) {
	var c columntest.Case
	tie := columntest.Thing("Associate", "k", "person", "@Person/a", "associate", "@Person/b", "date", "2015-07")
	c.AddAs(record.Contribution{Name: "el", Owner: "EL"}, "B2", "2015-07-01",
		columntest.Person(record.Suspect, "a"), columntest.Person(record.Suspect, "b"), columntest.Person(record.Suspect, "c"), tie,
		columntest.Thing("Associate", "old", "person", "@Person/b", "associate", "@Person/c", "date", "2013-07"))
	c.AddAs(record.Contribution{Name: "it", Owner: "IT"}, "B2", "2015-08-01", tie)
	c.AddAs(record.Contribution{Name: "x", Owner: "IT"}, "X4", "2015-09-01", columntest.Thing("UnknownLink", "u", "subject", "@Person/a", "object", "@Person/c"))
	set := c.Set(t)
	weigh := func(a, b string, w network.Weights) float64 {
		entity := []uint32{0, 1, 2}
		ties := network.TiesOf(set, entity, w)
		row := func(name string) string {
			at, _ := set.Table("Person").Row(columntest.Key("Person", name))
			return "p" + strconv.Itoa(at)
		}
		x, _ := ties.Graph.Find(row(a))
		y, _ := ties.Graph.Find(row(b))
		weight, _ := ties.Graph.Weight(x, y)
		return weight
	}
	near := func(got, want float64) bool { return math.Abs(got-want) < 1e-6 }
	w := network.Weights{Known: 1.5, Unconfirmed: 0.7, Origins: 0.25}
	if x := weigh("a", "b", w); !near(x, 1.5*1.25) {
		t.Errorf("one confirmed record of two origins weighs %v", x)
	}
	if x := weigh("a", "c", w); !near(x, 1.5*math.Log2(1.7)) {
		t.Errorf("an unconfirmed record weighs %v", x)
	}
	w.HalfLife = 2
	if x := weigh("b", "c", w); !near(x, 1.5*math.Log2(1.5)) {
		t.Errorf("a record of half the age weighs %v", x)
	}
}
