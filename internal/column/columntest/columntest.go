// Package columntest makes small sets of records for the tests of analyses.
//
// A [Case] collects contributions as [Thing] describes their records, and gives
// the set that the machinery would load, through blocks:
//
//	var c columntest.Case
//	c.Add("FRONTEX", "2016-05-01",
//		columntest.Thing("Flow", "cm-2015", "route", "Central Mediterranean", "count", "153946"))
//	set := c.Set(t)
//
// A value that begins with "@" is a reference: "@Person/p1" is the key of the
// thing that Thing("Person", "p1") tells of.
//
// Schemata, properties and codes must be those of the built-in model, or the test
// fails: values stand as given, and are not normalized.
package columntest

import (
	"cmp"
	"strings"
	"testing"
	"time"

	"skein/internal/block"
	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

// Key returns the key of a thing by its schema and name.
func Key(schemaName, name string) record.Key {
	var k record.Keyer
	return k.Key(schemaName, name)
}

// Thing returns a record of the thing with the given name. The pairs are
// properties and their values, in order; a property may stand several times.
func Thing(schemaName, name string, pairs ...string) record.Record {
	r := record.Record{Schema: schema.Name(schemaName), Key: Key(schemaName, name)}
	for i := 0; i+1 < len(pairs); i += 2 {
		value := pairs[i+1]
		if ref, ok := strings.CutPrefix(value, "@"); ok {
			of, to, _ := strings.Cut(ref, "/")
			value = Key(of, to).String()
		}
		r.Statements = append(r.Statements, record.Statement{Property: schema.PropertyName(pairs[i]), Value: value})
	}
	return r
}

// Person returns a record of a person in a category.
func Person(category record.Category, name string, pairs ...string) record.Record {
	r := Thing("Person", name, pairs...)
	r.Category = category
	return r
}

// Case collects contributions. The zero value is an empty case.
type Case struct {
	contributions []record.Contribution
	records       [][]record.Record
	err           error // the first mistake in a description, told by Set
}

// Add appends a contribution of the owner, received on the given day, public and
// graded B2.
func (c *Case) Add(owner, received string, records ...record.Record) {
	c.AddAs(record.Contribution{Owner: owner, Label: handling.Public()}, "B2", received, records...)
}

// AddAs appends a contribution that the caller describes, with a grade and a day
// of receipt in their text forms. A name is made where there is none.
func (c *Case) AddAs(described record.Contribution, grade, received string, records ...record.Record) {
	var wrongDay, wrongGrade error
	described.Received, wrongDay = time.Parse(time.DateOnly, received)
	described.Grade, wrongGrade = grading.Parse(grade)
	c.err = cmp.Or(c.err, wrongDay, wrongGrade)
	if described.Name == "" {
		described.Name = "contribution-" + string(rune('a'+len(c.contributions)))
	}
	c.contributions = append(c.contributions, described)
	c.records = append(c.records, records)
}

// Len returns the number of contributions.
func (c *Case) Len() int { return len(c.contributions) }

// Set returns the set of the contributions, arrived in the order of Add.
func (c *Case) Set(t testing.TB) *column.Set {
	t.Helper()
	order := make([]int, c.Len())
	for i := range order {
		order[i] = i
	}
	return c.Arrived(t, order)
}

// Arrived returns the set of the contributions, arrived in the given order.
func (c *Case) Arrived(t testing.TB, order []int) *column.Set {
	t.Helper()
	if c.err != nil {
		t.Fatal(c.err)
	}
	b := column.NewBuilder()
	for at, i := range order {
		entry := record.EntryNo(at + 1)
		contribution := c.contributions[i]
		contribution.Entry = entry
		b.Contribution(contribution)
		packed := block.NewBuilder()
		for n, r := range c.records[i] {
			known(t, &r)
			r.ID = record.NewID(entry, uint32(n+1))
			packed.Add(&r)
		}
		reader, err := block.NewReader(entry, packed.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Block(reader); err != nil {
			t.Fatal(err)
		}
	}
	return b.Build(record.Checkpoint{Entry: record.EntryNo(len(order))})
}

// known fails the test where a record has a schema, a property or a code that the
// model does not have: a test that passes on names of its own proves nothing.
func known(t testing.TB, r *record.Record) {
	t.Helper()
	of, ok := schema.Default().Get(r.Schema)
	if !ok {
		t.Fatalf("columntest: no schema %s", r.Schema)
	}
	for _, s := range r.Statements {
		if s.Property == "" { // carries the grade and label of a key
			continue
		}
		p, ok := of.Property(s.Property)
		if !ok {
			t.Fatalf("columntest: %s has no property %s", r.Schema, s.Property)
		}
		if err := p.Check(s.Value); err != nil {
			t.Fatalf("columntest: %s: %v", r.Schema, err)
		}
	}
}
