package narrative

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/internal/simulate/draw"
)

// writer puts a text together and keeps where it says what.
type writer struct {
	r       *draw.Source
	l       *language
	text    []byte
	spans   []Span
	have    uint64 // slots that hold something
	facts   [slots]fact
	used    []uint64 // templates of each section that were written, one bit each
	breaks  string   // between paragraphs
	pending bool     // a paragraph begins
	dates   int      // the style of dates
	amounts int      // the style of amounts
	words   bool     // small numbers in words
}

func newWriter(r *draw.Source, code string) *writer {
	l := languageOf(code)
	return &writer{
		r: r, l: l, used: make([]uint64, len(l.sections)), text: make([]byte, 0, 2048), spans: make([]Span, 0, 40),
		breaks: []string{"\n\n", "\n"}[r.Weighted(3, 1)], dates: r.Weighted(5, 3, 1), amounts: r.Weighted(3, 3, 2), words: r.Chance(0.35),
	}
}

// done returns the text.
func (w *writer) done(title string) Text {
	return Text{Title: title, Body: string(w.text), Language: w.l.code, Spans: w.spans}
}

// title writes one of a section's templates as a title.
func (w *writer) title(section string) string {
	w.say(section)
	t := string(w.text)
	w.text, w.spans, w.pending = w.text[:0], w.spans[:0], false
	return t
}

// paragraph begins one.
func (w *writer) paragraph() { w.pending = len(w.text) > 0 }

// line begins a line.
func (w *writer) line() {
	if len(w.text) > 0 {
		w.text = append(w.text, '\n')
	}
}

// maybe says something of a section with probability p.
func (w *writer) maybe(p float64, section string) {
	if w.r.Chance(p) {
		w.say(section)
	}
}

// say writes one of a section's templates for which all is known, rather one that the
// text does not have yet. It reports whether there was one.
func (w *writer) say(name string) bool {
	s := w.l.sections[name]
	if s == nil {
		return false
	}
	i := w.pick(s, w.used[s.id])
	if i < 0 {
		w.used[s.id] = 0
		if i = w.pick(s, 0); i < 0 {
			return false
		}
	}
	w.used[s.id] |= 1 << i
	w.sentence(&s.templates[i])
	return true
}

// pick draws a template that can be written; -1: none.
func (w *writer) pick(s *section, used uint64) int {
	n := 0
	var fit [64]uint8
	for i := range s.templates {
		t := &s.templates[i]
		if t.needs&^w.have == 0 && t.lacks&w.have == 0 && used&(1<<i) == 0 {
			fit[n] = uint8(i)
			n++
		}
	}
	if n == 0 {
		return -1
	}
	return int(fit[w.r.Below(n)])
}

// sentence writes a template behind what is there, with a capital at its head.
func (w *writer) sentence(t *template) {
	switch {
	case w.pending:
		w.text = append(w.text, w.breaks...)
	case len(w.text) > 0 && w.text[len(w.text)-1] != '\n' && w.text[len(w.text)-1] != ' ':
		w.text = append(w.text, ' ')
	}
	w.pending = false
	at, spans := len(w.text), len(w.spans)
	w.nodes(t.nodes)
	if len(w.spans) > spans && w.spans[spans].Start == at && asGiven(w.spans[spans].Kind) {
		return
	}
	if first, size := utf8.DecodeRune(w.text[at:]); unicode.IsLower(first) {
		if up := unicode.ToUpper(first); utf8.RuneLen(up) == size {
			utf8.AppendRune(w.text[:at], up)
		}
	}
}

// asGiven reports whether spans of a kind are written letter by letter as the caller
// has them.
func asGiven(kind string) bool {
	switch kind {
	case KindPerson, KindPlace, KindNetwork, KindVessel, KindPhone, KindPlate, KindAccount, KindOperation:
		return true
	}
	return false
}

func (w *writer) nodes(list []node) {
	for i := range list {
		n := &list[i]
		switch n.op {
		case literal:
			w.text = append(w.text, n.text...)
		case value:
			w.value(n.slot, n.text)
		case number:
			w.number(n.slot, n.text)
		case plural:
			form := 1
			if w.facts[n.slot].count() == 1 {
				form = 0
			}
			w.nodes(n.alts[form])
		case choice:
			w.nodes(n.alts[w.r.Below(len(n.alts))])
		case optional:
			if w.have&n.slot.bit() != 0 {
				w.nodes(n.alts[0])
			}
		}
	}
}

// span writes text and marks it.
func (w *writer) span(kind, value, text string) {
	at := len(w.text)
	w.text = append(w.text, text...)
	if kind != "" && text != "" {
		w.spans = append(w.spans, Span{at, len(w.text), kind, value})
	}
}

// value writes what a slot holds in a form.
func (w *writer) value(s slot, form string) {
	if w.have&s.bit() == 0 {
		return
	}
	f := &w.facts[s]
	switch f.shape {
	case isText:
		w.prefix(form, f.text)
		w.span(f.kind, f.text, f.text)
	case isMentions:
		w.listed(len(f.mentions), func(i int) string { return f.mentions[i].Text }, func(i int, text string) {
			if i == 0 {
				w.prefix(form, text)
			}
			w.span(f.kind, f.mentions[i].Value, text)
		})
	case isCount:
		w.number(s, "")
	case isAmount:
		w.span(f.kind, digits(f.n)+" "+f.text, w.money(f.n, f.text))
	case isDate:
		w.day(f, form)
	case isQuarter:
		w.span(f.kind, quarter(f.day), w.term("quarter", digits(quarterOf(f.day)))+" "+digits(f.day.Year()))
	case isCountries:
		w.listed(len(f.codes), func(i int) string { return w.l.land(f.codes[i]).name }, func(i int, _ string) { w.country(f.codes[i], form, i == 0) })
	case isTerms:
		w.listed(len(f.codes), func(i int) string { return w.term(f.text, f.codes[i]) }, func(i int, text string) {
			if i == 0 {
				w.prefix(form, text)
			}
			w.termSpan(f.kind, f.codes[i], text)
		})
	case isSuspects:
		w.listed(len(f.suspects), func(i int) string { return f.suspects[i].Name.Text }, func(i int, _ string) { w.suspect(&f.suspects[i]) })
	}
}

// termSpan writes a term; an article before a bar is not of the span.
func (w *writer) termSpan(kind, code, text string) {
	if article, rest, ok := strings.Cut(text, "~"); ok {
		w.text = append(w.text, article...)
		text = rest
	}
	w.span(kind, code, text)
}

// suspect writes a suspect within a list: name, role and town.
func (w *writer) suspect(s *Suspect) {
	w.span(KindPerson, s.Name.Value, s.Name.Text)
	role := len(w.l.terms["role"][s.Role]) > 0
	if !role && s.Town.Text == "" {
		return
	}
	w.text = append(w.text, " ("...)
	if role {
		w.span(KindRole, s.Role, w.term("role", s.Role))
		if s.Town.Text != "" {
			w.text = append(w.text, ", "...)
		}
	}
	if s.Town.Text != "" {
		w.span(KindPlace, s.Town.Value, s.Town.Text)
	}
	w.text = append(w.text, ')')
}

// listed writes a list with the language's word for and.
func (w *writer) listed(n int, text func(int) string, write func(int, string)) {
	for i := range n {
		t := text(i)
		switch {
		case i == 0:
		case i < n-1:
			w.text = append(w.text, w.comma()...)
		default:
			w.text = append(w.text, w.and(t)...)
		}
		write(i, t)
	}
}

// number writes a count, in words where the text does so or one is given.
func (w *writer) number(s slot, one string) {
	f := &w.facts[s]
	n := f.count()
	text := one
	if text == "" {
		text = w.figure(n, w.words)
	}
	kind := f.kind
	if f.shape != isCount {
		kind = ""
	}
	w.span(kind, digits(n), text)
}
