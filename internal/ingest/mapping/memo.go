package mapping

import "strings"

// memo keeps what became of recent texts, in two generations: when the younger is
// full it becomes the older and the older is forgotten. It gives up where texts do
// not repeat. The zero memo is ready; it is for one goroutine.
type memo[V any] struct {
	young, old    map[asked]V
	asked, missed int
	off           bool
}

// asked is a text and what its meaning depends on beside it.
type asked struct{ text, parameter string }

const (
	memoSize  = 1 << 15 // texts a generation
	memoTrial = 1 << 12 // questions after which it is judged, again and again
)

func (m *memo[V]) get(text, parameter string) (V, bool) {
	var none V
	if m.off {
		return none, false
	}
	if m.asked++; m.asked >= memoTrial {
		if m.missed > m.asked*9/10 { // a miss costs more than a hit saves
			*m = memo[V]{off: true}
			return none, false
		}
		m.asked, m.missed = 0, 0
	}
	k := asked{text, parameter}
	if v, ok := m.young[k]; ok {
		return v, true
	}
	v, ok := m.old[k]
	if ok {
		m.put(text, parameter, v)
	} else {
		m.missed++
	}
	return v, ok
}

// own returns a text to remember a result by: a copy, since the text may be part of
// a longer one, unless nothing is remembered.
func (m *memo[V]) own(text string) string {
	if m.off {
		return text
	}
	return strings.Clone(text)
}

// put remembers a result. The text is one's own.
func (m *memo[V]) put(text, parameter string, v V) {
	if m.off {
		return
	}
	if m.young == nil || len(m.young) >= memoSize {
		size := 64 // most files are small
		if m.young != nil {
			size = memoSize
		}
		m.old, m.young = m.young, make(map[asked]V, size)
	}
	m.young[asked{text, parameter}] = v
}

// chosen is a setting bound to a file.
type chosen[T any] struct {
	set    bool
	text   string // the same for all rows, where it stands in no column
	fixed  T      // what that is for owner
	owner  string
	source source // of the text, where it stands in a column
	inCell bool
	lookup lookup
	parse  func(text, owner string) (T, error) // owner is the agency that sent the row
	known  memo[T]
}

// value returns the row's value and whether there is one; problem says why not.
func (c *chosen[T]) value(b *Binding) (v T, ok bool, problem string) {
	if !c.set {
		return v, false, ""
	}
	if !c.inCell {
		if c.owner != b.owner {
			c.fixed, _ = c.parse(c.text, b.owner) // checked by Parse
			c.owner = b.owner
		}
		return c.fixed, true, ""
	}
	text := c.lookup.text(b.text(c.source))
	if text == "" {
		return v, false, ""
	}
	if v, ok = c.known.get(text, b.owner); ok {
		return v, true, ""
	}
	v, err := c.parse(text, b.owner)
	if err != nil {
		return v, false, err.Error()
	}
	c.known.put(c.known.own(text), b.owner, v)
	return v, true, ""
}
