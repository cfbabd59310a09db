// Package column holds the records of a case in memory as analysis reads them:
// columns of integers over interned texts, one table a schema.
//
// A row of a [Table] is a thing: all records with one key. Its values of a
// property are those of its records, without repeats, the best record's first.
// Which record is best is a rule that does not depend on the order of arrival:
// the one received last; then by owner, source, name of the contribution and
// place in it; contributions that are alike in all this are told apart by what they
// hold. Nothing is overwritten: the other values follow in the column.
//
//	Set ── tables by schema ── Table ── rows 0 … Len()-1, sorted by key
//	                             ├─ Records(row)      the records, best first
//	                             └─ Column("route")   values of each row, best first
//
// A Set is built once by a [Builder] and then never changes; any number of
// goroutines may read it. Memory: about 12 bytes a value, 24 a record, and each
// text once.
package column

import (
	"cmp"
	"slices"
	"strings"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

// Value is an interned text of a [Set]. Zero is the empty text: no value.
type Value uint32

// Source is a record as a table refers to it.
type Source struct {
	ID           record.ID
	Contribution uint32 // index into Set.Contributions
	Origin       Value  // zero: the contribution's
	evaluation   uint32 // index into Set.evaluations
}

// Set is all records of a case at a checkpoint.
type Set struct {
	Checkpoint    record.Checkpoint
	Contributions []record.Contribution // in the order of arrival

	texts       []string
	evaluations []record.Evaluation
	stated      map[stated]uint32 // of statements whose evaluation is not their record's: index into evaluations
	held        []Held            // of each contribution
	places      func() *Places    // found when somebody asks
	tables      map[schema.Name]*Table
	refs        map[Value]Thing
	values      map[string]Value
}

// Text returns an interned text.
func (s *Set) Text(v Value) string { return s.texts[v] }

// Lookup returns the number of a text; zero where no record holds it.
func (s *Set) Lookup(text string) Value { return s.values[text] }

// Table returns the things of one schema; an empty table where there are none.
func (s *Set) Table(name schema.Name) *Table {
	if t, ok := s.tables[name]; ok {
		return t
	}
	return &Table{Schema: name, set: s, offsets: []uint32{0}}
}

// Tables returns the tables that hold anything, by name of the schema.
func (s *Set) Tables() []*Table {
	ts := make([]*Table, 0, len(s.tables))
	for _, t := range s.tables {
		ts = append(ts, t)
	}
	slices.SortFunc(ts, func(a, b *Table) int { return cmp.Compare(a.Schema, b.Schema) })
	return ts
}

// Thing is a row of a table.
type Thing struct {
	Table *Table
	Row   int
}

// Records returns the records of the thing, the best first.
func (t Thing) Records() []Source { return t.Table.Records(t.Row) }

// Confirmed reports whether the grade of any record of the thing is in a table of those that
// confirm.
func (t Thing) Confirmed(grades grading.Table) bool {
	return slices.ContainsFunc(t.Records(), func(src Source) bool {
		return grading.Confirmed(t.Table.set.Grade(src), grades)
	})
}

// Compact sorts things by schema and row and returns them without repeats. It works
// in place.
func Compact(things []Thing) []Thing {
	slices.SortFunc(things, func(a, b Thing) int {
		if a.Table == b.Table {
			return cmp.Compare(a.Row, b.Row)
		}
		return cmp.Compare(a.Table.Schema, b.Table.Schema)
	})
	return slices.Compact(things)
}

// Thing returns what a value of type entity refers to, if any record tells of it.
// Where things of several schemata have the key, it is the first by name of the
// schema; see [Set.ThingOf].
func (s *Set) Thing(v Value) (Thing, bool) {
	t, ok := s.refs[v]
	return t, ok
}

// ThingOf returns the thing of the given schema that a value of type entity refers
// to. Keys do not tell schemata apart, so that sources may give one key to a person
// and to the network that is named after them.
func (s *Set) ThingOf(v Value, name schema.Name) (Thing, bool) {
	thing, ok := s.refs[v]
	if !ok || thing.Table.Schema == name {
		return thing, ok
	}
	t := s.Table(name)
	row, ok := t.Row(thing.Table.keys[thing.Row])
	return Thing{t, row}, ok
}

// Origin returns where a record's information first came from; the owner where
// nobody said.
func (s *Set) Origin(src Source) string {
	return s.Contributions[src.Contribution].OriginOf(record.Origin(s.texts[src.Origin]))
}

// Grade returns the grade of a record: its own or, where it has none, its contribution's.
func (s *Set) Grade(src Source) grading.Grade { return s.evaluations[src.evaluation].Grade }

// Label returns the label of a record: its contribution's, joined with its own.
func (s *Set) Label(src Source) handling.Label { return s.evaluations[src.evaluation].Label }

// Held is the grades and the label of what a contribution holds.
type Held struct {
	Grades []grading.Grade // of its records, that of most first; without records, its own
	Label  handling.Label  // join of its own and those of its records
}

// Words lists the grades.
func (h Held) Words() string {
	out := make([]string, len(h.Grades))
	for i, g := range h.Grades {
		out[i] = g.String()
	}
	return strings.Join(out, ", ")
}

// Held returns the grades and the label of what a contribution holds: its records may have
// their own.
func (s *Set) Held(c *record.Contribution) Held {
	for i := range s.Contributions {
		if s.Contributions[i].Entry == c.Entry {
			return s.held[i]
		}
	}
	return Held{Grades: []grading.Grade{c.Grade}, Label: c.Label}
}

// stated names a statement.
type stated struct {
	record   record.ID
	property schema.PropertyName
	value    Value
}

// Stated returns the grade and label of a statement, which may have its own: what a record
// says of a property.
func (s *Set) Stated(src Source, p schema.PropertyName, v Value) record.Evaluation {
	if i, ok := s.stated[stated{src.ID, p, v}]; ok {
		return s.evaluations[i]
	}
	return s.evaluations[src.evaluation]
}

// Table holds the things of one schema.
type Table struct {
	Schema schema.Name

	set        *Set
	keys       []record.Key
	categories []record.Category
	offsets    []uint32 // row i has sources[offsets[i]:offsets[i+1]]
	sources    []Source
	columns    map[schema.PropertyName]*Column
}

// Set returns the set that the table is part of.
func (t *Table) Set() *Set { return t.set }

// Len returns the number of things.
func (t *Table) Len() int { return len(t.keys) }

// Key returns the key of a row.
func (t *Table) Key(row int) record.Key { return t.keys[row] }

// Category returns a person's category. Where records disagree, the one that
// protects most holds: victim, witness, informant, contact, then suspect and
// convicted.
func (t *Table) Category(row int) record.Category { return t.categories[row] }

// Records returns the records of a row, the best first.
func (t *Table) Records(row int) []Source {
	return t.sources[t.offsets[row]:t.offsets[row+1]]
}

// Column returns the values of a property; a column without values where no
// record has it.
func (t *Table) Column(p schema.PropertyName) *Column {
	if c, ok := t.columns[p]; ok {
		return c
	}
	return &Column{table: t, property: p}
}

// Column holds the values of one property for each row of a table.
type Column struct {
	table    *Table
	property schema.PropertyName
	offsets  []uint32 // nil: no row has a value
	values   []Value
	from     []uint32       // parallel to values: index into table.sources
	seen     map[Value]bool // while building: the values of a row that has many
}

// FirstText returns the first value of a row among some properties, in their order; empty
// where none is told.
func (t *Table) FirstText(row int, properties ...schema.PropertyName) string {
	for _, p := range properties {
		if text := t.Column(p).Text(row); text != "" {
			return text
		}
	}
	return ""
}

// Property returns the name of the column's property.
func (c *Column) Property() schema.PropertyName { return c.property }

// All returns a row's values, the best record's first.
func (c *Column) All(row int) []Value {
	if c.offsets == nil {
		return nil
	}
	return c.values[c.offsets[row]:c.offsets[row+1]]
}

// Best returns the values of the best record that gives a row any: what is counted
// where records disagree.
func (c *Column) Best(row int) []Value {
	vs := c.All(row)
	for i := range vs {
		if c.from[int(c.offsets[row])+i] != c.from[c.offsets[row]] {
			return vs[:i]
		}
	}
	return vs
}

// First returns a row's best value; zero where it has none.
func (c *Column) First(row int) Value {
	if vs := c.All(row); len(vs) > 0 {
		return vs[0]
	}
	return 0
}

// Text returns the text of a row's best value; empty where it has none.
func (c *Column) Text(row int) string { return c.table.set.texts[c.First(row)] }

// Source returns the record that a row's best value comes from.
func (c *Column) Source(row int) (Source, bool) {
	if len(c.All(row)) == 0 {
		return Source{}, false
	}
	return c.table.sources[c.from[c.offsets[row]]], true
}

// Stated returns all values that the given record gave a row and no better record had given
// already.
func (c *Column) Stated(row int, id record.ID) []Value {
	var out []Value
	for i, v := range c.All(row) {
		if c.table.sources[c.from[int(c.offsets[row])+i]].ID == id {
			out = append(out, v)
		}
	}
	return out
}

// Told returns the first value that the given record gave a row; zero where it gave
// none, or none that a better record had not given already.
func (c *Column) Told(row int, id record.ID) Value {
	for i, v := range c.All(row) {
		if c.table.sources[c.from[int(c.offsets[row])+i]].ID == id {
			return v
		}
	}
	return 0
}

// Labels collects the labels of records.
type Labels struct {
	set  *Set
	used []bool // by number of the evaluation
}

// NewLabels returns a collection of none.
func (s *Set) NewLabels() *Labels { return &Labels{set: s, used: make([]bool, len(s.evaluations))} }

// Add adds the labels of records.
func (l *Labels) Add(sources ...Source) {
	for _, src := range sources {
		l.used[src.evaluation] = true
	}
}

// Join returns the join of the labels: what a product of the records must carry.
func (l *Labels) Join() handling.Label {
	out := handling.Public()
	for i, used := range l.used {
		if used {
			out = handling.Join(out, l.set.evaluations[i].Label)
		}
	}
	return out
}
