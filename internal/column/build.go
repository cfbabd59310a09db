package column

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strings"
	"sync"

	"skein/internal/block"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
	"skein/internal/schema"
)

// protects orders categories by how much they ask to protect the person.
func protects(c record.Category) int {
	switch c {
	case record.Victim:
		return 6
	case record.Witness:
		return 5
	case record.Informant:
		return 4
	case record.Contact:
		return 3
	case record.Suspect:
		return 2
	case record.Convicted:
		return 1
	case record.NoCategory:
	}
	return 0
}

// Builder collects records into a [Set].
type Builder struct {
	set     *Set
	tables  map[schema.Name]*rows
	numbers map[record.Evaluation]uint32
	remap   []Value                   // block string number -> Value; 0: not yet interned
	whole   record.Evaluation         // of the contribution
	plain   uint32                    // evaluation of a record that has none of its own, as number + 1; 0: not yet met
	grades  map[string]grading.Grade  // of statements
	labels  map[string]handling.Label // of statements
	own     []record.Evaluation       // of a record's statements, used again
	rank    []int                     // contribution -> precedence, filled by Build
}

// rows are the records of one schema as they came.
type rows struct {
	keys       []record.Key
	categories []record.Category
	sources    []Source
	offsets    []uint32 // record i has cells[offsets[i]:offsets[i+1]]
	cells      []cell
}

type cell struct{ property, value Value }

// NewBuilder returns an empty builder.
func NewBuilder() *Builder {
	return &Builder{
		set:     &Set{texts: []string{""}, values: map[string]Value{"": 0}, tables: map[schema.Name]*Table{}, refs: map[Value]Thing{}, stated: map[stated]uint32{}},
		tables:  map[schema.Name]*rows{},
		numbers: map[record.Evaluation]uint32{},
		grades:  map[string]grading.Grade{},
		labels:  map[string]handling.Label{},
	}
}

// Contribution begins a contribution, to which the blocks that follow belong.
func (b *Builder) Contribution(c record.Contribution) {
	b.set.Contributions = append(b.set.Contributions, c)
	b.whole, b.plain = c.Evaluation(), 0
}

// Block adds the records of a block.
func (b *Builder) Block(r *block.Reader) error {
	b.remap = slices.Grow(b.remap[:0], len(r.Strings))[:len(r.Strings)]
	clear(b.remap)
	contribution := uint32(len(b.set.Contributions) - 1)
	for {
		row, err := r.Next()
		if row == nil || err != nil {
			return err
		}
		name := schema.Name(r.Strings[row.Schema])
		t := b.tables[name]
		if t == nil {
			t = &rows{offsets: []uint32{0}}
			b.tables[schema.Name(strings.Clone(string(name)))] = t
		}
		evaluation, err := b.evaluation(r, row)
		if err != nil {
			return err
		}
		t.keys = append(t.keys, row.Key)
		t.categories = append(t.categories, row.Category)
		t.sources = append(t.sources, Source{ID: row.ID, Contribution: contribution, Origin: b.intern(r, row.Origin), evaluation: evaluation})
		for _, s := range row.Statements {
			if p := b.intern(r, s.Property); p != 0 {
				t.cells = append(t.cells, cell{p, b.intern(r, s.Value)})
			}
		}
		t.offsets = append(t.offsets, uint32(len(t.cells)))
	}
}

func (b *Builder) intern(r *block.Reader, i uint32) Value {
	if v := b.remap[i]; v != 0 || i == 0 {
		return v
	}
	text := r.Strings[i]
	v, ok := b.set.values[text]
	if !ok {
		text = strings.Clone(text) // or it would keep the whole block in memory
		v = Value(len(b.set.texts))
		b.set.texts = append(b.set.texts, text)
		b.set.values[text] = v
	}
	b.remap[i] = v
	return v
}

// evaluation returns the number of a record's grade and label, and keeps those of statements
// that are not the record's.
func (b *Builder) evaluation(r *block.Reader, row *block.Row) (uint32, error) {
	if !slices.ContainsFunc(row.Statements, func(s block.Cell) bool { return s.Grade != 0 || s.Label != 0 }) {
		if b.plain == 0 {
			b.plain = b.number(b.whole) + 1
		}
		return b.plain - 1, nil
	}
	b.own = b.own[:0]
	for _, s := range row.Statements {
		e, err := b.stated(r.Strings[s.Grade], r.Strings[s.Label])
		if err != nil {
			return 0, fmt.Errorf("record %v: %w: %w", row.ID, block.ErrCorrupt, err)
		}
		b.own = append(b.own, e)
	}
	of := record.Evaluated(b.whole, b.own)
	for i, s := range row.Statements {
		if e := b.own[i].Within(b.whole); e != of && s.Property != 0 {
			b.set.stated[stated{row.ID, schema.PropertyName(b.set.texts[b.intern(r, s.Property)]), b.intern(r, s.Value)}] = b.number(e)
		}
	}
	return b.number(of), nil
}

// number interns an evaluation.
func (b *Builder) number(e record.Evaluation) uint32 {
	i, ok := b.numbers[e]
	if !ok {
		i = uint32(len(b.set.evaluations))
		b.numbers[e] = i
		b.set.evaluations = append(b.set.evaluations, e)
	}
	return i
}

// stated reads what a statement carries of its own; empty texts are nothing.
func (b *Builder) stated(grade, label string) (record.Evaluation, error) {
	var err error
	g, ok := b.grades[grade]
	if !ok && grade != "" {
		if g, err = grading.Parse(grade); err != nil {
			return record.Evaluation{}, err
		}
		b.grades[strings.Clone(grade)] = g
	}
	l, ok := b.labels[label]
	if !ok && label != "" {
		if l, err = handling.Parse(label); err != nil {
			return record.Evaluation{}, err
		}
		b.labels[strings.Clone(label)] = l
	}
	return record.Evaluation{Grade: g, Label: l}, nil
}

// Build returns the set at the given checkpoint. The builder is then used up.
func (b *Builder) Build(at record.Checkpoint) *Set {
	b.set.Checkpoint = at
	b.rank = b.precedence()
	b.fold()
	for name, rs := range b.tables {
		b.set.tables[name] = b.table(name, rs)
		delete(b.tables, name) // or it would stay in memory beside the table
	}
	tables := b.set.Tables()
	b.set.held = held(b.set, tables)
	for v, text := range b.set.texts {
		if len(text) != 2*len(record.Key{}) { // most texts, and an error for each is slow
			continue
		}
		k, err := record.ParseKey(text)
		if err != nil || k.String() != text { // in capitals it is no reference
			continue
		}
		for _, t := range tables {
			if row, ok := t.Row(k); ok {
				b.set.refs[Value(v)] = Thing{t, row}
				break
			}
		}
	}
	set := b.set
	set.places = sync.OnceValue(func() *Places { return placesOf(set) })
	return set
}

// held returns the grades and the label of what each contribution holds.
func held(s *Set, tables []*Table) []Held {
	counts := make([]map[uint32]int, len(s.Contributions)) // of evaluations
	for _, t := range tables {
		for _, src := range t.sources {
			if counts[src.Contribution] == nil {
				counts[src.Contribution] = map[uint32]int{}
			}
			counts[src.Contribution][src.evaluation]++
		}
	}
	out := make([]Held, len(s.Contributions))
	for i := range out {
		c := &s.Contributions[i]
		out[i].Label = c.Label
		grades := map[grading.Grade]int{}
		for e, n := range counts[i] {
			out[i].Label = handling.Join(out[i].Label, s.evaluations[e].Label)
			grades[s.evaluations[e].Grade] += n
		}
		if len(grades) == 0 {
			grades[c.Grade] = 1
		}
		out[i].Grades = slices.SortedFunc(maps.Keys(grades), func(a, b grading.Grade) int {
			return cmp.Or(cmp.Compare(grades[b], grades[a]), cmp.Compare(a.String(), b.String()))
		})
	}
	return out
}

// Row returns the row of a key; false where there is none.
func (t *Table) Row(k record.Key) (int, bool) {
	return slices.BinarySearchFunc(t.keys, k, func(a, b record.Key) int { return bytes.Compare(a[:], b[:]) })
}

// precedence ranks contributions, the best 0. What they hold decides between those
// that tell the same of themselves, so that the order of arrival never does.
func (b *Builder) precedence() []int {
	cs := b.set.Contributions
	described := func(i, j int) int {
		a, c := &cs[i], &cs[j]
		return cmp.Or(c.Received.Compare(a.Received), cmp.Compare(a.Owner, c.Owner),
			cmp.Compare(a.Source, c.Source), cmp.Compare(a.Name, c.Name))
	}
	order := make([]int, len(cs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, described)
	var alike []uint32
	for at, i := range order {
		if at > 0 && described(order[at-1], i) == 0 || at+1 < len(order) && described(i, order[at+1]) == 0 {
			alike = append(alike, uint32(i))
		}
	}
	if len(alike) > 0 {
		digests := b.digests(alike)
		slices.SortFunc(order, func(i, j int) int {
			a, c := &cs[i], &cs[j]
			return cmp.Or(described(i, j), bytes.Compare(digests[uint32(i)], digests[uint32(j)]),
				cmp.Compare(a.Origin, c.Origin), cmp.Compare(a.Grade.String(), c.Grade.String()),
				cmp.Compare(a.Label.String(), c.Label.String()), cmp.Compare(a.Entry, c.Entry))
		})
	}
	rank := make([]int, len(cs))
	for r, i := range order {
		rank[i] = r
	}
	return rank
}

// digests returns a hash of the records of each of the given contributions.
func (b *Builder) digests(contributions []uint32) map[uint32][]byte {
	hashes := map[uint32]hash.Hash{}
	for _, c := range contributions {
		hashes[c] = sha256.New()
	}
	var buf []byte
	text := func(s string) {
		buf = append(binary.AppendUvarint(buf, uint64(len(s))), s...)
	}
	for _, name := range slices.Sorted(maps.Keys(b.tables)) {
		rs := b.tables[name]
		for i, src := range rs.sources {
			h := hashes[src.Contribution]
			if h == nil {
				continue
			}
			buf = append(buf[:0], rs.keys[i][:]...)
			buf = append(buf, byte(rs.categories[i]))
			text(string(name))
			text(b.set.texts[src.Origin])
			text(b.set.evaluations[src.evaluation].Grade.String())
			text(b.set.evaluations[src.evaluation].Label.String())
			for _, c := range rs.cells[rs.offsets[i]:rs.offsets[i+1]] {
				text(b.set.texts[c.property])
				text(b.set.texts[c.value])
			}
			h.Write(buf) // a hash never fails
		}
	}
	out := map[uint32][]byte{}
	for c, h := range hashes {
		out[c] = h.Sum(nil)
	}
	return out
}

// place is where a record came; its key's first half decides most comparisons.
type place struct {
	prefix uint64
	at     uint32
}

// order returns the records by key, those of one key the best first.
func (b *Builder) order(rs *rows) []place {
	order := make([]place, len(rs.keys))
	for i := range order {
		order[i] = place{binary.BigEndian.Uint64(rs.keys[i][:]), uint32(i)}
	}
	slices.SortFunc(order, func(x, y place) int {
		if x.prefix != y.prefix {
			return cmp.Compare(x.prefix, y.prefix)
		}
		a, c := &rs.sources[x.at], &rs.sources[y.at]
		return cmp.Or(bytes.Compare(rs.keys[x.at][:], rs.keys[y.at][:]),
			cmp.Compare(b.rank[a.Contribution], b.rank[c.Contribution]), cmp.Compare(a.ID, c.ID))
	})
	return order
}

func (b *Builder) table(name schema.Name, rs *rows) *Table {
	order := b.order(rs)
	t := &Table{Schema: name, set: b.set, sources: make([]Source, 0, len(order)), columns: map[schema.PropertyName]*Column{}}
	columns := map[Value]*Column{} // by the number of the property's name
	for at, p := range order {
		i := p.at
		if at == 0 || rs.keys[i] != rs.keys[order[at-1].at] {
			t.keys = append(t.keys, rs.keys[i])
			t.categories = append(t.categories, rs.categories[i])
			t.offsets = append(t.offsets, uint32(at))
		} else if last := len(t.categories) - 1; protects(rs.categories[i]) > protects(t.categories[last]) {
			t.categories[last] = rs.categories[i]
		}
		t.sources = append(t.sources, rs.sources[i])
		for _, c := range rs.cells[rs.offsets[i]:rs.offsets[i+1]] {
			column := columns[c.property]
			if column == nil {
				column = &Column{table: t, property: schema.PropertyName(b.set.texts[c.property])}
				columns[c.property] = column
				t.columns[column.property] = column
			}
			column.add(len(t.keys)-1, uint32(at), c.value)
		}
	}
	t.offsets = append(t.offsets, uint32(len(order)))
	for _, c := range t.columns {
		c.closeTo(len(t.keys))
		c.seen = nil
	}
	return t
}

// many is from how many values of a row on they are looked up and not searched.
const many = 32

// add appends a value to a row, unless it is there. Rows come in order.
func (c *Column) add(row int, source uint32, v Value) {
	c.closeTo(row)
	here := c.values[c.offsets[row]:]
	switch {
	case len(here) < many:
		if slices.Contains(here, v) {
			return
		}
	default:
		if len(here) == many { // of this row: a row before may have filled it
			c.seen = make(map[Value]bool, 2*many)
			for _, w := range here {
				c.seen[w] = true
			}
		}
		if c.seen[v] {
			return
		}
		c.seen[v] = true
	}
	c.values = append(c.values, v)
	c.from = append(c.from, source)
}

// closeTo ends all rows before the given one.
func (c *Column) closeTo(row int) {
	for len(c.offsets) <= row {
		c.offsets = append(c.offsets, uint32(len(c.values)))
	}
}
