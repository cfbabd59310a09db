package column

import (
	"skein/internal/schema"
	"skein/internal/term"
)

// fold replaces the values of terms by what their key is shown as, so that two spellings of
// one term are one value. Which spelling is shown depends on all records of the case and on
// nothing else (package term).
func (b *Builder) fold() {
	isTerm := b.terms()
	counts := map[cell]int{}
	for _, rs := range b.tables {
		for _, c := range rs.cells {
			if isTerm[c.property] {
				counts[c]++
			}
		}
	}
	keys := make(map[cell]term.Key, len(counts))
	var shown term.Index
	for c, n := range counts {
		keys[c] = term.Of(schema.PropertyName(b.set.texts[c.property]), b.set.texts[c.value])
		shown.Add(keys[c], b.set.texts[c.value], n)
	}
	to := map[cell]Value{}
	for c, key := range keys {
		if v := b.text(shown.Label(key)); v != c.value {
			to[c] = v
		}
	}
	if len(to) == 0 {
		return
	}
	for _, rs := range b.tables {
		for i, c := range rs.cells {
			if !isTerm[c.property] {
				continue
			}
			if v := to[c]; v != 0 {
				rs.cells[i].value = v
			}
		}
	}
	b.foldStated(to)
}

// terms returns, by the number of its name, whether a property is a term.
func (b *Builder) terms() []bool {
	out := make([]bool, len(b.set.texts))
	for _, name := range schema.Default().PropertyNames() {
		if v := b.set.values[string(name)]; v != 0 {
			out[v] = schema.Default().IsTerm(name)
		}
	}
	return out
}

// foldStated names the statements that have an evaluation of their own by the folded values. Of
// two statements of a record that are now one, the first by text keeps it.
func (b *Builder) foldStated(to map[cell]Value) {
	out := make(map[stated]uint32, len(b.set.stated))
	from := map[stated]Value{}
	for s, e := range b.set.stated {
		was := s.value
		if v := to[cell{b.set.values[string(s.property)], s.value}]; v != 0 {
			s.value = v
		}
		if other, taken := from[s]; taken && b.set.texts[other] < b.set.texts[was] {
			continue
		}
		out[s], from[s] = e, was
	}
	b.set.stated = out
}

// text interns a text that may be in no block.
func (b *Builder) text(text string) Value {
	v, ok := b.set.values[text]
	if !ok {
		v = Value(len(b.set.texts))
		b.set.texts = append(b.set.texts, text)
		b.set.values[text] = v
	}
	return v
}
