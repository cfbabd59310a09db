package header

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// part is a phrase of a header and what it may mean.
type part struct {
	attribute Attribute
	named     bool // the attribute is a part of a person's name, and any name of other things
	subject   Subject
	event     bool // the subject is an event
	joint     bool
	unknown   bool
}

// Find returns what a header says. Of several attributes a special one counts before a
// general one ("passport number" is a passport), and the head of the phrase before what
// describes it ("nationality of suspect", "phone country").
func (d *Dictionary) Find(header string) Meaning {
	tokens := strings.Fields(Fold(header))
	if len(tokens) == 0 {
		if strings.ContainsAny(header, "#№") {
			return Meaning{Attribute: Reference, Whole: true}
		}
		return Meaning{}
	}
	if len(tokens) == 1 && tokens[0] == "n" && strings.ContainsAny(header, ".°") { // a bare N counts
		return Meaning{Attribute: Reference, Whole: true}
	}
	parts := d.parts(tokens)
	if len(parts) == 1 {
		return parts[0].alone()
	}
	return meaning(parts)
}

// Alternatives returns what else the words of a header may mean, where languages share
// them: "Valuta" is a date in German and a currency in Italian. The values tell.
func (d *Dictionary) Alternatives(header string) []Attribute {
	var out []Attribute
	first := d.Find(header).Attribute
	for _, e := range d.entries[Fold(header)] {
		if e.kind == "attribute" && Attribute(e.name) != first {
			out = append(out, Attribute(e.name))
		}
	}
	return out
}

// parts cuts a header into phrases, the longest first from the left. Numbers and words
// that change nothing are left out.
func (d *Dictionary) parts(tokens []string) []part {
	var out []part
	for at := 0; at < len(tokens); {
		size := min(d.longest, len(tokens)-at)
		var found []entry
		for ; size > 0; size-- {
			if found = d.lookup(tokens[at : at+size]); found != nil {
				break
			}
		}
		switch {
		case found != nil:
			if p := short(partOf(found), tokens, at, size); p != (part{}) {
				out = append(out, p)
			}
			at += size
			continue
		case strings.Trim(tokens[at], "0123456789") == "":
		default:
			if two := d.compound(tokens[at]); two != nil {
				out = append(out, two...)
			} else {
				out = append(out, part{unknown: true})
			}
		}
		at++
	}
	return out
}

// partOf returns the part that the entries of a phrase make; a filler's is empty. What is
// also a word of one of the other kinds is no filler.
func partOf(found []entry) part {
	var p part
	for _, e := range found {
		switch e.kind {
		case "attribute":
			p.named = p.named || Attribute(e.name) == Name
			if p.attribute == NoAttribute || p.attribute == Name {
				p.attribute = Attribute(e.name)
			}
		case "thing", "event":
			if p.subject == Itself || p.subject == Other {
				p.subject, p.event = Subject(e.name), e.kind == "event"
			}
		}
	}
	if p == (part{}) && found[0].kind == "joint" {
		p.joint = true
	}
	return p
}

// short judges a letter that stands by itself: a column's name it is only where it is the
// whole of it. An n before other words is a number.
func short(p part, tokens []string, at, size int) part {
	if size > 1 || len(tokens) == 1 || utf8.RuneCountInString(tokens[at]) > 1 {
		return p
	}
	if tokens[at] == "n" {
		return part{attribute: Reference}
	}
	return part{joint: p.joint}
}

// compound takes a word apart that is written in one: "schiffsname", "festnahmedatum",
// "shipname". The letters s, n, en and es join.
func (d *Dictionary) compound(token string) []part {
	const shortest = 3
	for at := shortest; at <= len(token)-shortest; at++ {
		head := d.entries[token[at:]]
		if head == nil {
			continue
		}
		h := partOf(head)
		if h.attribute == NoAttribute && h.subject == Itself {
			continue
		}
		for _, joint := range []string{"", "s", "n", "en", "es"} {
			stem, ok := strings.CutSuffix(token[:at], joint)
			if !ok || len(stem) < shortest {
				continue
			}
			if p := partOf(orFiller(d.lookup([]string{stem}))); p.subject != Itself {
				return []part{p, h}
			}
		}
	}
	return nil
}

func orFiller(found []entry) []entry {
	if found == nil {
		return []entry{{kind: "filler"}}
	}
	return found
}

// alone is the meaning of a header of one phrase.
func (p part) alone() Meaning {
	switch {
	case p.attribute != NoAttribute:
		return Meaning{Attribute: p.attribute, Whole: true, Named: p.named}
	case p.subject == site:
		return Meaning{Attribute: Place, Whole: true}
	case p.event || p.subject == Sender || p.subject == Recipient:
		return Meaning{Of: p.subject, Whole: true}
	case p.subject != Itself:
		return Meaning{Attribute: Name, Of: p.subject, Whole: true}
	}
	return Meaning{}
}

// general are attributes that say little beside another one.
var general = []Attribute{Reference, ID, Name, Date, Time, "text", "notes", "party"}

// personal are attributes that, beside a word that is not known, are those of whatever
// that word names.
var personal = []Attribute{
	Name, ID, Reference, Type, "first name", "last name", "alias", "phone", "address", "e-mail", "country", "account", "iban", "role", "category",
	"caller", "called", "party", "url", "position", "weight",
}

// meaning puts the phrases of a header together.
func meaning(parts []part) Meaning {
	attribute, at := head(parts)
	named := at >= 0 && parts[at].named
	var owners []part
	m := Meaning{Attribute: attribute, Whole: true}
	for i, p := range parts {
		switch {
		case p.unknown:
			m.Whole = false
		case i == at || p.joint:
		case p.subject != Itself:
			owners = append(owners, p)
		case p.attribute != NoAttribute && p.attribute != attribute && !slices.Contains(general, p.attribute):
			if o := owner(p.attribute, attribute); o != Itself {
				owners = append(owners, part{subject: o})
			}
		}
	}
	owners = outermost(owners)
	if attribute == "from" || attribute == "to" {
		owners = nil
	}
	if named && len(owners) > 0 && owners[0].subject != Person {
		attribute, m.Attribute = Name, Name
	}
	switch {
	case len(owners) == 0:
		if !m.Whole && slices.Contains(personal, attribute) {
			m.Of = Other
		}
		return m
	case attribute == NoAttribute:
		return unattributed(owners, m.Whole)
	case len(owners) == 1:
		m.Of = owners[0].subject
		if m.Of == site && (attribute == Name || attribute == Date) {
			m.Attribute, m.Of = map[Attribute]Attribute{Name: Place, Date: Date}[attribute], Itself
		}
		return m
	}
	return m.nested(owners)
}

// outermost leaves out owners that others say more than: a person, which most rows are
// about; what an owner has; and, beside an event, what the event is of: the country that
// issued a passport is one of the issue.
func outermost(owners []part) []part {
	if len(owners) < 2 {
		return owners
	}
	for _, p := range owners {
		if p.subject == "owner" || p.subject == "driver" || p.subject == "account holder" {
			return []part{p}
		}
	}
	event := slices.ContainsFunc(owners, func(p part) bool { return p.event })
	return slices.DeleteFunc(owners, func(p part) bool {
		return p.subject == Person || event && (p.subject == "passport" || p.subject == "document")
	})
}

// head finds the attribute that a header is about, and its place among the parts.
func head(parts []part) (Attribute, int) {
	at, joint := -1, false
	for i, p := range parts {
		if p.joint {
			joint = joint || at >= 0
			continue
		}
		if p.attribute == NoAttribute || p.subject != Itself && slices.ContainsFunc(parts, func(q part) bool { return q.attribute != NoAttribute && q.subject == Itself }) {
			continue // "from" is a sender beside "name"
		}
		special := !slices.Contains(general, p.attribute)
		switch {
		case at < 0:
			at = i
		case special && slices.Contains(general, parts[at].attribute):
			at = i
		case p.attribute == Reference && parts[at].attribute == ID: // "ID no"
		case !special && !slices.Contains(general, parts[at].attribute):
		case !joint:
			at = i
		}
	}
	if at < 0 {
		return NoAttribute, -1
	}
	return parts[at].attribute, at
}

// owner returns the subject that one attribute makes of another: the number of a caller
// is a sender's. Dates, sums and their like are the row's own, whatever they are said of.
func owner(of, attribute Attribute) Subject {
	switch attribute {
	case Date, Time, "end date", "year", "month", "duration", "amount", "price", "currency", "notes", "text", "channel", "direction", "count", "dead",
		"missing", "survivors", "injured", "nationality", "gender", "age", "boats", "purpose", "transfer number", "party identifier", "latitude", "longitude":
		return Itself
	case "imei", "imsi":
		if of == "phone" {
			return Itself
		}
	default:
	}
	switch of {
	case "caller":
		return Sender
	case "called":
		return Recipient
	case "route", "count", "date", "time", "text", "notes", "reference", "id", "name", "party":
		return Itself
	default:
		return Subject(of)
	}
}

// unattributed is the meaning of a header of things alone: "port of departure" is a
// place of that, "sender bank" a bank of that.
func unattributed(owners []part, whole bool) Meaning {
	if len(owners) == 1 {
		m := owners[0].alone()
		m.Whole = whole
		if !whole && m.Attribute == Name {
			m.Of = Other
		}
		return m
	}
	m := Meaning{Attribute: Name, Whole: whole}
	return m.nested(owners)
}

// nested is the meaning where a thing is that of an end or an event: the name of a
// sender's bank is the attribute "bank" of the sender.
func (m Meaning) nested(owners []part) Meaning {
	isOuter := func(p part) bool { return p.event || p.subject == Sender || p.subject == Recipient }
	at := slices.IndexFunc(owners, isOuter)
	if at < 0 {
		m.Of = owners[0].subject
		if slices.ContainsFunc(owners, func(p part) bool { return p.subject == Other }) {
			m.Of = Other
		}
		return m
	}
	m.Of = owners[at].subject
	inner := owners[(at+1)%len(owners)].subject
	switch {
	case inner == Other:
		m.Of = Other
	case isOuter(owners[(at+1)%len(owners)]), inner == Company:
	case m.Attribute == Name:
		m.Attribute = Attribute(inner)
	case inner != site:
		m.Attribute = Attribute(string(inner) + " " + string(m.Attribute))
	}
	return m
}
