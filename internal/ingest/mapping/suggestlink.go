package mapping

import (
	"fmt"
	"strings"

	"skein/internal/header"
	"skein/internal/schema"
)

// endNames are the properties that hold the two ends of a link.
func endNames(s *shape) (one, other []schema.PropertyName) {
	switch s.schema {
	case "Call":
		return []schema.PropertyName{"caller"}, []schema.PropertyName{"called", "receiver", "callee"}
	case "UnknownLink":
		return []schema.PropertyName{"subject"}, []schema.PropertyName{"object"}
	}
	return nil, nil
}

// endSchema is what the ends of a link are taken for.
func endSchema(s *shape) schema.Name {
	if s.schema == "Call" {
		return "Phone"
	}
	return person
}

// hasEnds reports whether the model has the ends that the shape needs.
func (d *draft) hasEnds(s *shape, sc *schema.Schema) bool {
	one, other := endNames(s)
	for _, names := range [][]schema.PropertyName{one, other} {
		if names != nil && d.end(sc, names, endSchema(s)) == "" {
			return false
		}
	}
	return true
}

// end finds the property that can refer to a thing of the schema.
func (d *draft) end(sc *schema.Schema, names []schema.PropertyName, to schema.Name) schema.PropertyName {
	thing, ok := d.model.Get(to)
	for _, n := range names {
		if def, has := sc.Property(n); ok && has && def.Type == schema.Entity && (def.Range == "" || thing.Is(def.Range)) {
			return n
		}
	}
	return ""
}

// ends makes the two things that a link ties, and the link's references to them.
func (d *draft) ends(s *shape, sc *schema.Schema, link *draftEntity) []*draftEntity {
	one, other := endNames(s)
	if one == nil {
		return nil
	}
	columns := [2]*profile{d.roles[roleCaller], d.roles[roleCalled]}
	if s.schema != "Call" {
		columns = [2]*profile{d.roles[roleFrom], d.roles[roleTo]}
	} else if columns[0] == nil || columns[1] == nil {
		return d.extraction(sc, link)
	}
	named := [2]*profile{d.roles[roleFromName], d.roles[roleToName]}
	var out []*draftEntity
	var references []draftLine
	for i, names := range [][]schema.PropertyName{one, other} {
		property := d.end(sc, names, endSchema(s))
		e := &draftEntity{name: string(property), schema: endSchema(s), why: columns[i].reason()}
		d.used[columns[i].name] = true
		if e.schema == "Phone" {
			d.textMessage(link)
			e.settings = d.phoneKey(columns[i])
			d.add(e, "number", "{column: "+yamlText(columns[i].name)+"}", columns[i].whyPhone(), columns[i])
			of := []header.Subject{header.Sender, header.Recipient}[i]
			for _, g := range []struct {
				role     role
				property schema.PropertyName
			}{{"imei", "imei"}, {"imsi", "imsi"}, {"name", "weakAlias"}} {
				if p := d.roles[g.role.of(of)]; p != nil && !d.used[p.name] {
					d.add(e, g.property, "{column: "+yamlText(p.name)+"}", p.why(form{kind: schema.Text}, ""), p)
				}
			}
		} else {
			e.settings = []draftLine{{"keys: " + yamlText(columns[i].name), "whoever has this name or number"}, d.category()}
			name := columns[i]
			if named[i] != nil && !d.used[named[i].name] {
				name = named[i]
			}
			d.add(e, "name", "{column: "+yamlText(name.name)+"}", name.why(form{kind: schema.NameType}, ""), name)
		}
		references = append(references, draftLine{fmt.Sprintf("%s: {entity: %s}", property, e.name), ""})
		out = append(out, e)
	}
	for _, r := range []role{"imei", "imsi"} {
		if p := d.roles[r]; p != nil && !d.used[p.name] && s.schema == "Call" {
			p.doubt = "; the header does not say which of the two phones has it"
		}
	}
	link.properties = append(references, link.properties...)
	return out
}

func (p *profile) reason() string {
	if p.byHeader {
		return fmt.Sprintf("header %q", p.name)
	}
	return fmt.Sprintf("values of %q", p.name)
}

// phoneKey names a phone by its number, for everybody.
func (d *draft) phoneKey(p *profile) []draftLine {
	return []draftLine{
		{"keys: " + yamlText(p.name), "a phone is its number"},
		{"key_type: phone", ""},
		{"key_scope: global", "whoever reports it"},
	}
}

// whyPhone says what the phone numbers of the column are, and what is missing in them.
func (p *profile) whyPhone() string {
	why := p.why(form{kind: schema.Phone}, nounOf(schema.Phone))
	if p.all(func(v string) bool { return v[0] != '+' && !strings.HasPrefix(v, "00") }) {
		why += "; numbers without a country's code: add country: and its code"
	}
	return why
}

// place moves columns that say where into a place of their own, if the schema refers
// to one and has no properties for them.
func (d *draft) place(sc *schema.Schema, e *draftEntity) {
	property := d.end(sc, []schema.PropertyName{"place", "location"}, "Place")
	thing, ok := d.model.Get("Place")
	if property == "" || !ok {
		return
	}
	sub := &draftEntity{name: "place", schema: "Place", why: "where it was"}
	s := shape{properties: "place: name; latitude: latitude; longitude: longitude; country: country"}
	own := d.own
	d.own = header.Itself
	for _, g := range s.goals() {
		d.goal(sub, thing, g)
	}
	d.own = own
	if p := d.roles[rolePosition]; p != nil && !d.used[p.name] {
		d.position(sub, thing, p)
	}
	var keys []string
	for _, r := range []role{rolePlace, roleLatitude, roleLongitude, rolePosition} {
		p := d.roles[r]
		if p == nil {
			continue
		}
		if r == rolePlace && sc.Is("Seizure") && d.used[p.name] && !sub.has("name") { // the text of the location, too
			d.add(sub, "name", "{column: "+yamlText(p.name)+"}", "", p)
		}
		if !strings.Contains(sub.text(), "{column: "+yamlText(p.name)) {
			continue
		}
		keys = append(keys, yamlText(p.name))
	}
	if len(keys) == 0 {
		return
	}
	line := "keys: [" + strings.Join(keys, ", ") + "]"
	sub.settings = []draftLine{{line, ""}}
	e.properties = append(e.properties, draftLine{fmt.Sprintf("%s: {entity: place}", property), ""})
	d.entities = append(d.entities, sub)
}
