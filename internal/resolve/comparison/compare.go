package comparison

import (
	"math"
	"strings"

	"skein/internal/normalize/name"
)

// Most is the most properties of a table.
const Most = 16

// Table is records by their properties.
type Table struct {
	Columns []*Column

	rows []Value // of each record one value of each column, or several
}

// several stands for more than one value.
const several Value = 1<<32 - 1

// NewTable returns a table of columns that are filled. They have one length.
func NewTable(columns []*Column) *Table {
	t := &Table{Columns: columns}
	n := len(columns)
	t.rows = make([]Value, n*t.Len())
	for k, c := range columns {
		for i := range c.Len() {
			t.rows[i*n+k] = c.single(i)
		}
	}
	return t
}

// single returns a record's value, 0 for none, several for more than one.
func (c *Column) single(record int) Value {
	switch values := c.Of(record); len(values) {
	case 0:
		return 0
	case 1:
		return values[0]
	}
	return several
}

// Add appends a record with the texts of each property. Comparers and frequencies of
// the table must grow before they are asked of it.
func (t *Table) Add(texts [][]string) (record int) {
	record = t.Len()
	for k, c := range t.Columns {
		c.Add(texts[k]...)
		t.rows = append(t.rows, c.single(record))
	}
	return record
}

// Len returns the number of records.
func (t *Table) Len() int {
	if len(t.Columns) == 0 {
		return 0
	}
	return t.Columns[0].Len()
}

// Properties returns the properties of the columns.
func (t *Table) Properties() []Property {
	out := make([]Property, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Property
	}
	return out
}

// Agreement is how far two records agree in one property.
type Agreement struct {
	Level Level
	Bits  float32 // how rare what they have in common is: -log2 of its share
	A, B  Value   // the two values that agree most
}

// Comparer compares records of a table. It is not safe for use by several goroutines.
type Comparer struct {
	table       *Table
	frequencies []*Frequencies
	scorers     []name.Scorer
	memory      [][]remembered
	x, y        name.Name
}

// Grow takes in the values that the table got since.
func (c *Comparer) Grow() {
	for _, f := range c.frequencies {
		f.Grow()
	}
}

// remembered is the agreement of two values.
type remembered struct {
	a, b  Value
	level Level
	bits  float32
}

// memories is how many pairs of values a comparer remembers of each property.
const memories = 1 << 13

// NewComparer returns a comparer of a table with the frequencies of its columns.
func NewComparer(t *Table, f []*Frequencies) *Comparer {
	c := &Comparer{table: t, frequencies: f, scorers: make([]name.Scorer, len(t.Columns)), memory: make([][]remembered, len(t.Columns))}
	for i := range c.memory {
		c.memory[i] = make([]remembered, memories)
	}
	return c
}

// Compare compares two records in one property: by the values that agree most.
func (c *Comparer) Compare(property, i, j int) Agreement {
	n := len(c.table.Columns)
	x, y := c.table.rows[i*n+property], c.table.rows[j*n+property]
	if x == 0 || y == 0 {
		return Agreement{Level: Missing}
	}
	if x != several && y != several {
		level, bits := c.values(property, x, y)
		return Agreement{level, bits, x, y}
	}
	column := c.table.Columns[property]
	best := Agreement{Level: Missing}
	for _, x := range column.Of(i) {
		for _, y := range column.Of(j) {
			level, bits := c.values(property, x, y)
			switch {
			case column.Kind == Exclusive && best.Level != Missing:
				if level > best.Level { // one that excludes is enough
					best = Agreement{level, bits, x, y}
				}
			case level < best.Level || level == best.Level && bits > best.Bits:
				best = Agreement{level, bits, x, y}
			}
		}
	}
	return best
}

// Rarest returns the bits of all that a record has in a property: no more can it have in
// common with another.
func (c *Comparer) Rarest(property, record int) float32 {
	n := len(c.table.Columns)
	switch x := c.table.rows[record*n+property]; x {
	case 0:
		return 0
	case several:
		return MostBits
	default:
		return c.frequencies[property].value[x].most
	}
}

func (c *Comparer) values(property int, x, y Value) (Level, float32) {
	if x == y {
		return 0, c.frequencies[property].bits(x)
	}
	column := c.table.Columns[property]
	if column.Kind == Code {
		return 1, 0
	}
	if column.Distinct() > 16*memories { // hardly two pairs are the same
		return c.compute(property, column, x, y)
	}
	m := &c.memory[property][(uint32(x)*0x9e3779b1+uint32(y)*0x85ebca6b)>>(32-13)]
	if m.a != x || m.b != y {
		m.a, m.b = x, y
		m.level, m.bits = c.compute(property, column, x, y)
	}
	return m.level, m.bits
}

func (c *Comparer) compute(property int, column *Column, x, y Value) (Level, float32) {
	f := c.frequencies[property]
	switch column.Kind {
	case Person, Organisation, Text:
		return c.names(property, x, y)
	case Date:
		return compareDates(column, x, y), 0
	case Exclusive:
		return compareExclusive(column.texts[x], column.texts[y]), 0
	case Identifier, Phone, Email, Postcode, Code:
	}
	level := compareTexts(column.Kind, column.texts[x], column.texts[y])
	if level+1 == Level(len(column.Kind.Levels())) {
		return level, 0
	}
	return level, min(f.bits(x), f.bits(y))
}

// names compares two names or texts. Their bits are those of the words that they have in
// common, as far as these are alike.
func (c *Comparer) names(property int, x, y Value) (Level, float32) {
	f := c.frequencies[property]
	c.x, c.y = f.name(x, c.x), f.name(y, c.y)
	s := &c.scorers[property]
	score := s.Score(c.x, c.y)
	bits := float32(0)
	for _, m := range s.Matched {
		a, b := float32(0), float32(0)
		for i := m.A0; i <= m.A1; i++ {
			a += f.tokenBits(c.x[i].Number)
		}
		for i := m.B0; i <= m.B1; i++ {
			b += f.tokenBits(c.y[i].Number)
		}
		bits += min(a, b) * float32(m.Similarity)
	}
	if len(s.Matched) > 1 {
		bits = max(0, bits-float32(f.excess))
	}
	for i, cut := range [...]float64{nameSame, nameVeryClose, nameClose, nameSimilar, namePart} {
		if score >= cut {
			return Level(i), bits
		}
	}
	return 5, 0
}

func compareDates(column *Column, x, y Value) Level {
	a, b := column.dates[x], column.dates[y]
	da, db := column.texts[x], column.texts[y]
	switch {
	case a.year != 0 && a.year == b.year && (vague(a) || vague(b)):
		return 1
	case a.year == b.year && a.month == b.day && a.day == b.month:
		return 2
	case name.OneSlip(da, db):
		return 2
	}
	if a.year == 0 || b.year == 0 {
		return 5
	}
	years := math.Abs(float64(a.year) - float64(b.year))
	days := math.Abs(365.25*(float64(a.year)-float64(b.year)) + 30.4*(float64(a.month)-float64(b.month)) + float64(a.day) - float64(b.day))
	switch {
	case days <= 366:
		return 3
	case years <= 10:
		return 4
	}
	return 5
}

// compareExclusive compares two texts FROM/TO=WHAT: what lies between two days, or two
// numbers of equal length.
func compareExclusive(a, b string) Level {
	spanA, whatA, _ := strings.Cut(a, "=")
	spanB, whatB, _ := strings.Cut(b, "=")
	fromA, toA, _ := strings.Cut(spanA, "/")
	fromB, toB, _ := strings.Cut(spanB, "/")
	switch {
	case fromA > toB || fromB > toA || len(fromA) != len(fromB):
		return 1
	case whatA == whatB:
		return 0
	}
	return 2
}

// vague reports whether a date tells its year only, as 1 January mostly does.
func vague(d date) bool { return d.month == 0 || d.month == 1 && d.day <= 1 }

func compareTexts(k Kind, a, b string) Level {
	slip := min(len(a), len(b)) >= 5 && name.OneSlip(a, b)
	switch k {
	case Phone:
		const national = 8
		switch {
		case len(a) >= national && len(b) >= national && a[len(a)-national:] == b[len(b)-national:]:
			return 1
		case slip:
			return 2
		}
		return 3
	case Email:
		return compareEmails(a, b, slip)
	case Postcode:
		switch {
		case min(len(a), len(b)) >= 4 && name.OneSlip(a, b):
			return 1
		case area(a) == area(b):
			return 2
		}
		return 3
	case Person, Organisation, Text, Date, Identifier, Code, Exclusive:
	}
	if slip {
		return 1
	}
	return 2
}

func compareEmails(a, b string, slip bool) Level {
	u, v := user(a), user(b)
	switch {
	case u == v && u != "":
		return 1
	case slip:
		return 2
	case len(u) >= 5 && len(v) >= 5 && similarText(u, v):
		return 3
	}
	return 4
}

// user returns the part of an address before the @.
func user(email string) string {
	for i := range len(email) {
		if email[i] == '@' {
			return email[:i]
		}
	}
	return email
}

// area returns the first part of a postcode: all but the last three letters of a British
// one, the first two digits of others.
func area(postcode string) string {
	for i := range len(postcode) {
		if postcode[i] > '9' {
			return postcode[:max(0, len(postcode)-3)]
		}
	}
	return postcode[:min(2, len(postcode))]
}
