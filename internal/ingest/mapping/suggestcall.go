package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/header"
	"skein/internal/schema"
)

// partyNumber finds the number in a cell such as "From: +30 691 555 0011 Kostas", and
// partyName the name behind it.
const (
	partyNumber = `[+(]?[0-9][0-9 ()./-]{4,}[0-9]`
	partyName   = partyNumber + `\s+(\S.*)$`
)

// extraction makes the two ends of the calls in the list of one phone: one column holds
// the other party, one may hold the phone's own number, and the direction says which of
// the two called. It makes a query for each direction.
func (d *draft) extraction(sc *schema.Schema, call *draftEntity) []*draftEntity {
	in, out := d.roles[roleDirection].directions()
	d.used[d.roles[roleDirection].name] = true
	other, own := d.otherParty(), d.ownPhone()
	caller, receiver := d.end(sc, []schema.PropertyName{"caller"}, "Phone"), d.end(sc, []schema.PropertyName{"receiver"}, "Phone")
	why := fmt.Sprintf("%q says who called", d.roles[roleDirection].name)
	ends := func(from, to *draftEntity) []draftLine {
		var refs []draftLine
		if from != nil {
			refs = append(refs, draftLine{fmt.Sprintf("%s: {entity: %s}", caller, from.name), ""})
		}
		if to != nil {
			refs = append(refs, draftLine{fmt.Sprintf("%s: {entity: %s}", receiver, to.name), ""})
		}
		return refs
	}
	d.textMessage(call)
	outgoing := *call
	entities := []*draftEntity{other}
	if own != nil {
		entities = append(entities, own)
	}
	d.filters = d.filter(in)
	outgoing.properties = append(ends(own, other), call.properties...)
	call.properties = append(ends(other, own), call.properties...)
	call.why, outgoing.why = why, why
	if len(in) == 0 {
		d.filters, *call = d.filter(out), outgoing
	} else if len(out) > 0 {
		outgoing.settings = []draftLine{{"keys: $row", "every row is one call"}}
		d.others = append(d.others, draftQuery{d.filter(out), slices.Concat(entities, []*draftEntity{&outgoing})})
	}
	d.rest = true
	return entities
}

// filter lets rows through that have one of the words in the column of directions.
func (d *draft) filter(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = yamlText(w)
	}
	return fmt.Sprintf("filters: {%s: [%s]}", yamlText(d.roles[roleDirection].name), strings.Join(quoted, ", "))
}

// directions returns the words by which the column says that the other party called, and
// that the phone did; both are nil where it does not say so of most rows.
func (p *profile) directions() (in, out []string) {
	known := 0
	for _, v := range p.values {
		to := map[header.Direction]*[]string{header.Incoming: &in, header.Outgoing: &out}[header.Default().DirectionOf(v)]
		if to == nil {
			continue
		}
		if known++; !slices.Contains(*to, v) {
			*to = append(*to, v)
		}
	}
	if float64(known) < halfValues*float64(len(p.values)) {
		return nil, nil
	}
	slices.Sort(in)
	slices.Sort(out)
	return in, out
}

// otherParty makes the phone of the other party. A name in the list is one that the
// phone's owner gave: it may support an identification, and never starts one.
func (d *draft) otherParty() *draftEntity {
	e := &draftEntity{name: "party", schema: "Phone", why: "the other party"}
	column, extract := d.roles[rolePartyNumber], ""
	for _, r := range []role{rolePhone, roleCaller, roleCalled, roleParty} {
		if column == nil {
			column = d.roles[r]
		}
	}
	if !column.mostly(form{kind: schema.Phone}) {
		extract = ", extract: " + strconv.Quote(partyNumber)
	}
	why := "the values hold phone numbers"
	if extract == "" {
		why = column.whyPhone()
	}
	e.settings = d.phoneKey(column)
	d.add(e, "number", "{column: "+yamlText(column.name)+extract+"}", why, column)
	const given = "names that the phone's owner gave, no verified ones"
	if p := d.roles[roleParty]; p != nil && slices.ContainsFunc(p.values, func(v string) bool { return strings.ContainsFunc(v, isLetter) }) {
		pattern := ", extract: " + strconv.Quote(partyName)
		if !slices.ContainsFunc(p.values, func(v string) bool { return strings.ContainsAny(v, "0123456789") }) {
			pattern = ""
		}
		d.add(e, "weakAlias", "{column: "+yamlText(p.name)+pattern+"}", given, p)
	} else if p := d.roles[roleName]; p != nil && !d.used[p.name] {
		d.add(e, "weakAlias", "{column: "+yamlText(p.name)+"}", given, p)
	}
	return e
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f }

// ownPhone makes the phone that the list is of, nil where no column has its number.
func (d *draft) ownPhone() *draftEntity {
	p := d.roles[roleOwnNumber]
	if p == nil {
		return nil
	}
	e := &draftEntity{name: "own", schema: "Phone", why: "the phone that the list is of"}
	e.settings = d.phoneKey(p)
	d.add(e, "number", "{column: "+yamlText(p.name)+"}", p.whyPhone(), p)
	for _, r := range []role{"imei", "imsi"} {
		if q := d.roles[r]; q != nil && q.distinct == 1 {
			d.add(e, schema.PropertyName(r), "{column: "+yamlText(q.name)+"}", "one for all rows", q)
		}
	}
	return e
}

// textMessage marks lists of messages.
func (d *draft) textMessage(call *draftEntity) {
	if d.roles[roleText] != nil && !call.has("channel") {
		call.properties = append(call.properties, draftLine{"channel: {literal: text}", "the rows are messages"})
	}
}

// spans returns how the column writes spans of time, nil if it holds none.
func (p *profile) spans() *string {
	folded := strings.Fields(header.Fold(p.name))
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(folded, w) })
	}
	order := []string{"h:m:s", "seconds"}
	switch {
	case has("ms", "msec", "millis", "milliseconds"):
		order = []string{"h:m:s", "milliseconds"}
	case has("min", "mins", "minutes", "minuten", "minuti", "minutos", "мин", "dk", "dakika", "λεπτα"):
		order = []string{"h:m:s", "minutes"}
	case has("h", "hours", "std", "stunden", "ore", "heures"):
		order = []string{"h:m:s", "hours"}
	}
	if p.all(func(v string) bool { return strings.Count(v, ":") == 1 }) { // 07:49 is of minutes
		order = []string{"m:s"}
	}
	for _, unit := range order {
		if f := (form{kind: schema.Number, unit: unit}); p.fits(f) {
			return &unit
		}
	}
	return nil
}

// duration adds a span of time.
func (d *draft) duration(e *draftEntity, def *schema.Property, p *profile) {
	text, why := "{column: "+yamlText(p.name), p.why(form{kind: schema.Number}, nounOf(schema.Number))
	if unit := p.spans(); unit != nil && *unit != "seconds" {
		text += ", unit: " + strconv.Quote(*unit)
		why = p.why(form{kind: schema.Number, unit: *unit}, "spans of time")
		if *unit == "m:s" {
			why += "; PLEASE CHECK that they are minutes and seconds"
		}
	}
	d.add(e, def.Name, text+"}", why, p)
}
