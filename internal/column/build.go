package column

import (
	"cmp"
	"slices"
	"strings"

	"skein/internal/block"
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
	set    *Set
	tables map[schema.Name]*rows
	labels map[handling.Label]uint32
	remap  []Value // block string number -> Value + 1; 0: not yet interned
	own    handling.Label
	rank   []int // contribution -> precedence, filled by Build
}

// rows are the records of one schema as they came.
type rows struct {
	keys       []record.Key
	categories []record.Category
	sources    []Source
	offsets    []uint32 // record i has cells[offsets[i]:offsets[i+1]]
	cells      []cell
}

type cell struct {
	property schema.PropertyName
	value    Value
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder {
	return &Builder{
		set:    &Set{texts: []string{""}, values: map[string]Value{"": 0}, tables: map[schema.Name]*Table{}, refs: map[Value]Thing{}},
		tables: map[schema.Name]*rows{},
		labels: map[handling.Label]uint32{},
	}
}

// Contribution begins a contribution, to which the blocks that follow belong.
func (b *Builder) Contribution(c record.Contribution) {
	b.set.Contributions = append(b.set.Contributions, c)
	b.own = c.Label
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
		label, err := b.label(r, row)
		if err != nil {
			return err
		}
		t.keys = append(t.keys, row.Key)
		t.categories = append(t.categories, row.Category)
		t.sources = append(t.sources, Source{ID: row.ID, Contribution: contribution, Origin: b.intern(r, row.Origin), label: label})
		for _, s := range row.Statements {
			t.cells = append(t.cells, cell{schema.PropertyName(b.set.texts[b.intern(r, s.Property)]), b.intern(r, s.Value)})
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

// label returns the record's: its contribution's, joined with those of its statements.
func (b *Builder) label(r *block.Reader, row *block.Row) (uint32, error) {
	l := b.own
	var last uint32
	for _, s := range row.Statements {
		if s.Label == 0 || s.Label == last {
			continue
		}
		last = s.Label
		own, err := handling.Parse(r.Strings[s.Label])
		if err != nil {
			return 0, err
		}
		l = handling.Join(l, own)
	}
	i, ok := b.labels[l]
	if !ok {
		i = uint32(len(b.set.labels))
		b.labels[l] = i
		b.set.labels = append(b.set.labels, l)
	}
	return i, nil
}

// Build returns the set at the given checkpoint. The builder is then used up.
func (b *Builder) Build(at record.Checkpoint) *Set {
	b.set.Checkpoint = at
	b.rank = precedence(b.set.Contributions)
	for name, rs := range b.tables {
		b.set.tables[name] = b.table(name, rs)
	}
	for _, t := range b.set.Tables() {
		for row, k := range t.keys {
			if v, ok := b.set.values[k.String()]; ok {
				if _, taken := b.set.refs[v]; !taken {
					b.set.refs[v] = Thing{t, row}
				}
			}
		}
	}
	return b.set
}

// precedence ranks contributions, the best 0.
func precedence(cs []record.Contribution) []int {
	order := make([]int, len(cs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &cs[i], &cs[j]
		return cmp.Or(b.Received.Compare(a.Received), cmp.Compare(a.Owner, b.Owner),
			cmp.Compare(a.Source, b.Source), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Entry, b.Entry))
	})
	rank := make([]int, len(cs))
	for r, i := range order {
		rank[i] = r
	}
	return rank
}

func (b *Builder) table(name schema.Name, rs *rows) *Table {
	order := make([]uint32, len(rs.keys))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(i, j uint32) int {
		a, c := &rs.sources[i], &rs.sources[j]
		return cmp.Or(slices.Compare(rs.keys[i][:], rs.keys[j][:]),
			cmp.Compare(b.rank[a.Contribution], b.rank[c.Contribution]), cmp.Compare(a.ID, c.ID))
	})
	t := &Table{Schema: name, set: b.set, sources: make([]Source, 0, len(order)), columns: map[schema.PropertyName]*Column{}}
	for at, i := range order {
		if at == 0 || rs.keys[i] != rs.keys[order[at-1]] {
			t.keys = append(t.keys, rs.keys[i])
			t.categories = append(t.categories, rs.categories[i])
			t.offsets = append(t.offsets, uint32(at))
		} else if last := len(t.categories) - 1; protects(rs.categories[i]) > protects(t.categories[last]) {
			t.categories[last] = rs.categories[i]
		}
		t.sources = append(t.sources, rs.sources[i])
		t.add(len(t.keys)-1, uint32(at), rs.cells[rs.offsets[i]:rs.offsets[i+1]])
	}
	t.offsets = append(t.offsets, uint32(len(order)))
	for _, c := range t.columns {
		c.closeTo(len(t.keys))
	}
	return t
}

// add appends a record's values to the columns of a row. Rows come in order.
func (t *Table) add(row int, source uint32, cells []cell) {
	for _, s := range cells {
		c := t.columns[s.property]
		if c == nil {
			c = &Column{table: t, property: s.property}
			t.columns[s.property] = c
		}
		c.closeTo(row)
		if !slices.Contains(c.values[c.offsets[row]:], s.value) {
			c.values = append(c.values, s.value)
			c.from = append(c.from, source)
		}
	}
}

// closeTo ends all rows before the given one.
func (c *Column) closeTo(row int) {
	for len(c.offsets) <= row {
		c.offsets = append(c.offsets, uint32(len(c.values)))
	}
}
