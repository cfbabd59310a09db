package names

import (
	"slices"
	"strings"
	"unicode"

	"skein/internal/simulate/draw"
)

// Name is the true name of one person: a value that depends on nothing but the draws.
// The zero Name is nobody's.
type Name struct {
	Culture *Culture
	Female  bool
	pieces  [6]piece // by place in slots()
}

// piece is what fills a slot. Its form is nil where the person does not bear the slot.
type piece struct {
	form    *form
	habit   uint8 // of 256: which of several spellings the person's papers have
	initial bool  // the person writes the slot as an initial
}

// Part is a part of a name as it is written.
type Part struct {
	Slot Slot
	Text string
}

// Person draws a name.
func (c *Culture) Person(s *draw.Source, female bool) Name {
	n := Name{Culture: c, Female: female}
	for i, slot := range slots() {
		if !slices.Contains(c.order, slot) {
			continue
		}
		if chance, ok := c.has[slot]; ok && !s.Chance(chance/100) {
			continue
		}
		n.pieces[i] = piece{
			form:    c.fillSlot(s, slot, female, n.pieces[0].form),
			habit:   uint8(s.Below(256)),
			initial: c.initial[slot] > 0 && s.Chance(c.initial[slot]/100),
		}
	}
	return n
}

// fillSlot draws for a slot, or returns nil where the table has nothing for the sex.
func (c *Culture) fillSlot(s *draw.Source, slot Slot, female bool, given *form) *form {
	key := poolKey{'g', false}
	switch slot {
	case Father:
	case Given:
		key.female = female
	case Patronymic:
		key = poolKey{'p', female}
	case Middle:
		if c.any('m') {
			key.kind = 'm'
		}
		key.female = female
	case Family, Family2:
		if c.any('f') {
			key = poolKey{'f', female}
		}
	}
	p := c.pools[key]
	if len(p.forms) == 0 {
		return nil
	}
	f := p.draw(s)
	for range 8 { // a second given name is another one
		if slot != Middle || f != given {
			break
		}
		f = p.draw(s)
	}
	return f
}

func (c *Culture) any(kind byte) bool {
	return len(c.pools[poolKey{kind, false}].forms)+len(c.pools[poolKey{kind, true}].forms) > 0
}

// spelling returns the piece in a convention, as the person's papers have it: the
// first spelling in most cases, the last in few.
func (p piece) spelling(as Convention) string {
	list := p.form.latin[as]
	u := float64(p.habit) / 256
	text := list[int(float64(len(list))*u*u)]
	if p.initial {
		return initial(text)
	}
	return text
}

func (p piece) native() string {
	if p.initial {
		return initial(p.form.native)
	}
	return p.form.native
}

// initial keeps the first letter with its marks: a syllable in Indian scripts.
func initial(text string) string {
	for i, r := range text {
		if i > 0 && !unicode.IsMark(r) {
			return text[:i] + "."
		}
	}
	return text
}

func (n Name) piece(slot Slot) piece { return n.pieces[slices.Index(slots(), slot)] }

func (n Name) parts(order []Slot, write func(piece) string) []Part {
	var list []Part
	for _, slot := range order {
		if p := n.piece(slot); p.form != nil {
			list = append(list, Part{slot, write(p)})
		}
	}
	return list
}

// NativeParts returns the parts in native script and order.
func (n Name) NativeParts() []Part { return n.parts(n.Culture.order, piece.native) }

// Parts returns the parts in Latin letters in the order of passports.
func (n Name) Parts(as Convention) []Part {
	return n.parts(n.Culture.latinOrder, func(p piece) string { return p.spelling(as) })
}

// Native returns the full name in its own script.
func (n Name) Native() string {
	space := " "
	if slices.Contains([]string{"Hani", "Hans", "Hant", "Jpan", "Kore", "Hang", "Mymr", "Thai", "Khmr", "Laoo"}, n.Script()) {
		space = ""
	}
	return join(n.NativeParts(), space)
}

// Latin returns the full name as a register of the convention writes it.
func (n Name) Latin(as Convention) string { return join(n.Parts(as), " ") }

func join(parts []Part, space string) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.Text
	}
	return strings.Join(texts, space)
}

// Variants returns every Latin spelling of a slot, of all conventions, English first.
func (n Name) Variants(slot Slot) []string {
	p := n.piece(slot)
	if p.form == nil {
		return nil
	}
	var list []string
	for _, as := range conventions() {
		for _, text := range p.form.latin[as] {
			if isLatin(text) && !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

// Nicknames returns short forms and by-names that bearers of the given name have.
func (n Name) Nicknames() []string { return slices.Clone(n.piece(Given).form.nick) }

// Kunya draws by which child the person is called, such as "Abu Omar"; it is empty in
// a culture without such names.
func (n Name) Kunya(s *draw.Source, as Convention) string {
	if !n.Culture.kunya {
		return ""
	}
	word := "Abu "
	switch {
	case n.Female && (as == French || as == Greek):
		word = "Oum "
	case n.Female:
		word = "Umm "
	case as == French || as == Greek:
		word = "Abou "
	}
	son := piece{form: n.Culture.pools[poolKey{'g', false}].draw(s), habit: uint8(s.Below(256))}
	return word + son.spelling(as)
}

// Language returns the language of the native form (BCP 47).
func (n Name) Language() string { return n.Culture.Language }

// Script returns the script of the native form (ISO 15924).
func (n Name) Script() string { return n.Culture.Script }
