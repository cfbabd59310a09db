package comparison

import (
	"strings"

	"skein/internal/normalize"
	"skein/internal/normalize/name"
)

// Value is the number of a distinct value of a column, from 1; 0 is none.
type Value uint32

// Column is the values of one property, a record after the other. It is filled by Add
// by one goroutine; when all are in, any number may read it.
type Column struct {
	Property

	start  []uint32 // of the values of each record, and the end
	values []Value
	count  []uint32 // records by value
	known  interner
	key    []byte
	kept   arena

	// by value: of names and texts the numbers of the tokens from at[v] to at[v+1]
	lexicon    *name.Lexicon
	at         []uint32
	tokens     []uint32
	tokenCount []uint32 // records by token, from 1
	total      uint32   // records that have a value

	dates []date
	texts []string // of the other kinds: the canonical text

	originals []string // beside values: as they were given; nil: not kept
	space     name.Name
}

// NewColumn returns an empty column.
func NewColumn(p Property) *Column {
	c := &Column{Property: p, start: []uint32{0}, count: []uint32{0}}
	if p.Kind.Named() {
		subject := name.Texts
		switch p.Kind {
		case Person:
			subject = name.Persons
		case Organisation:
			subject = name.Organisations
		default:
		}
		c.lexicon = name.NewLexicon(subject, "")
		c.at = []uint32{0, 0}
		c.tokenCount = []uint32{0}
	}
	c.dates = append(c.dates, date{})
	c.texts = append(c.texts, "")
	return c
}

// KeepOriginals makes the column keep each value as it was given. It is called before
// values are added.
func (c *Column) KeepOriginals() { c.originals = []string{} }

// Original returns a value of a record as it was given, or as it is compared where that
// was not kept.
func (c *Column) Original(record int, v Value) string {
	if c.originals == nil {
		return c.Text(v)
	}
	from := c.start[record]
	for k, known := range c.Of(record) {
		if known == v {
			return c.originals[int(from)+k]
		}
	}
	return ""
}

// Len returns the number of records.
func (c *Column) Len() int { return len(c.start) - 1 }

// Distinct returns the number of distinct values.
func (c *Column) Distinct() int { return len(c.count) - 1 }

// Of returns the values of a record, without repeats.
func (c *Column) Of(record int) []Value { return c.values[c.start[record]:c.start[record+1]] }

// Count returns how many records have a value.
func (c *Column) Count(v Value) int { return int(c.count[v]) }

// Add appends a record with its values. A text that says nothing is left out.
func (c *Column) Add(texts ...string) {
	texts = c.parts(texts)
	from := len(c.values)
next:
	for _, text := range texts {
		v := c.intern(text)
		if v == 0 {
			continue
		}
		for _, known := range c.values[from:] {
			if known == v {
				continue next
			}
		}
		c.values = append(c.values, v)
		if c.originals != nil {
			c.originals = append(c.originals, text)
		}
		c.count[v]++
		for _, t := range c.tokensOf(v) {
			c.tokenCount[t]++
		}
	}
	if len(c.values) > from {
		c.total++
	}
	c.start = append(c.start, uint32(len(c.values)))
}

// parts returns the values of a record, those of a phone column apart where a text holds
// several numbers. A text that cannot be read stays as it is.
func (c *Column) parts(texts []string) []string {
	if c.Kind != Phone {
		return texts
	}
	var out []string
	for i, text := range texts {
		if len(text) < 2 || len(text) < 20 && !strings.ContainsAny(text[1:], ";,|/\n+") {
			if out != nil {
				out = append(out, text)
			}
			continue
		}
		numbers, err := normalize.Phones(text, "")
		if err == nil && len(numbers) > 1 && out == nil {
			out = append(out, texts[:i]...)
		}
		switch {
		case out == nil:
		case err == nil && len(numbers) > 1:
			out = append(out, numbers...)
		default:
			out = append(out, text)
		}
	}
	if out == nil {
		return texts
	}
	return out
}

// sort is which texts of the column's kind are no values.
func (c *Column) sort() normalize.Sort {
	switch c.Kind {
	case Person, Organisation:
		return normalize.OfName
	case Date:
		return normalize.OfQuantity
	case Identifier, Phone, Email, Postcode:
		return normalize.OfIdentifier
	case Text, Code, Exclusive:
	}
	return normalize.OfTerm
}

// intern returns the number of a text's value, 0 where it says that there is none.
func (c *Column) intern(text string) Value {
	// Codes of two letters are countries, of which NA is one.
	if (c.Kind != Code || len(text) > 2) && c.Kind != Exclusive && normalize.IsNothing(text, c.sort()) {
		return 0
	}
	if c.lexicon != nil {
		return c.internName(text)
	}
	c.key = canonical(c.key[:0], c.Kind, text)
	if len(c.key) == 0 {
		return 0
	}
	v, added := c.known.find(hash(c.key), func(n uint32) bool { return c.texts[n] == string(c.key) })
	if !added {
		return Value(v)
	}
	c.count = append(c.count, 0)
	text = c.kept.keep(c.key)
	c.texts = append(c.texts, text)
	if c.Kind == Date {
		c.dates = append(c.dates, dateOf(text))
	}
	return Value(v)
}

func (c *Column) internName(text string) Value {
	c.space = c.lexicon.Name(text, c.space)
	for len(c.tokenCount) <= len(c.lexicon.Tokens) {
		c.tokenCount = append(c.tokenCount, 0)
	}
	if len(c.space) == 0 {
		return 0
	}
	h := uint32(0)
	for _, t := range c.space {
		h = Mix(h, t.Number)
	}
	v, added := c.known.find(h, func(n uint32) bool {
		known := c.tokensOf(Value(n))
		if len(known) != len(c.space) {
			return false
		}
		for i, t := range c.space {
			if known[i] != t.Number {
				return false
			}
		}
		return true
	})
	if !added {
		return Value(v)
	}
	c.count = append(c.count, 0)
	for _, t := range c.space {
		c.tokens = append(c.tokens, t.Number)
	}
	c.at = append(c.at, uint32(len(c.tokens)))
	return Value(v)
}

// tokensOf returns the numbers of the tokens of a name or text.
func (c *Column) tokensOf(v Value) []uint32 {
	if c.lexicon == nil {
		return nil
	}
	return c.tokens[c.at[v]:c.at[v+1]]
}

// Name returns the tokens of a value of a name or text, into space where that is large
// enough.
func (c *Column) Name(v Value, space name.Name) name.Name {
	space = space[:0]
	for _, t := range c.tokensOf(v) {
		space = append(space, c.lexicon.Tokens[t-1])
	}
	return space
}

// Text returns a value as it is compared.
func (c *Column) Text(v Value) string {
	if c.lexicon == nil {
		return c.texts[v]
	}
	var words []string
	for _, t := range c.Name(v, nil) {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}
