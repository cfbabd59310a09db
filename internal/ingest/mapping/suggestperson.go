package mapping

import (
	"fmt"
	"slices"
	"strings"

	"skein/internal/header"
	"skein/internal/schema"
)

// beside makes an entity that a row makes beside its main one: it has the main one's keys,
// and a literal of its own.
func (d *draft) beside(main *draftEntity, name string, of schema.Name, why string) *draftEntity {
	e := &draftEntity{name: name, schema: of, why: why}
	e.settings = []draftLine{{main.keys[0].text, ""}, {"key_literal: " + name, "apart from the " + main.name}}
	return e
}

// partyOf makes who a column names: one party whoever reports the name, and in whatever part.
func partyOf(p *profile, name string) *draftEntity {
	e := &draftEntity{name: name, schema: "LegalEntity", why: "a person or an organization: the source does not say which"}
	e.settings = []draftLine{{"keys: " + yamlText(p.name), "whoever has this name"}, {"key_literal: party", ""}}
	return e
}

// joined makes the link of an entity to the party that a column names, which both of them key. Where
// rows may lack the entity's number the row does: else one party's links to all such entities were one.
func (d *draft) joined(e *draftEntity, name string, of schema.Name, p *profile) *draftEntity {
	link := d.beside(e, name, of, "")
	if e.keyedByRow() {
		link.settings[0].text = "keys: $row"
	} else {
		link.settings[0].text = "keys: [" + strings.TrimPrefix(e.keys[0].text, "keys: ") + ", " + yamlText(p.name) + "]"
	}
	return link
}

// keyedByRow reports whether a row keys the entity, always or where it has no number.
func (e *draftEntity) keyedByRow() bool {
	return slices.ContainsFunc(e.settings, func(l draftLine) bool { return l.text == "keys: $row" || l.text == "fallback_keys: $row" })
}

// refer adds a reference to another entity.
func (e *draftEntity) refer(property schema.PropertyName, to *draftEntity) {
	if to != nil {
		e.properties = append(e.properties, draftLine{fmt.Sprintf("%s: {entity: %s}", property, to.name), ""})
	}
}

// fillFrom adds properties from columns whose roles are given in full.
func (d *draft) fillFrom(e *draftEntity, properties string) {
	sc, ok := d.model.Get(e.schema)
	if !ok {
		return
	}
	own := d.own
	d.own = header.Itself
	defer func() { d.own = own }()
	for _, g := range goals(properties) {
		d.goal(e, sc, g)
	}
}

// site makes a place that a column names, nil where there is none.
func (d *draft) site(name string, roles ...role) *draftEntity {
	for _, r := range roles {
		p := d.roles[r]
		if p == nil || d.used[p.name] {
			continue
		}
		e := &draftEntity{name: name, schema: "Place"}
		e.settings = []draftLine{{"keys: " + yamlText(p.name), "a place is its name"}, {"key_literal: place", ""}}
		d.add(e, "name", "{column: "+yamlText(p.name)+"}", p.why(form{kind: schema.Text}, ""), p)
		if country := d.roles[roleCountry.of(p.meaning.Of)]; country != nil && !d.used[country.name] {
			d.add(e, "country", "{column: "+yamlText(country.name)+"}", country.why(form{kind: schema.Country}, nounOf(schema.Country)), country)
		}
		return e
	}
	return nil
}

// life makes what a list of persons says beside: an arrest, a journey, a price paid, a
// stay, a document, a vehicle.
func (d *draft) life(p *draftEntity) {
	d.arrest(p)
	leg := d.trip(p, p, nil)
	d.price(p, nil, leg)
	d.stay(p)
	d.document(p)
	d.driven(p)
}

// arrest makes an incident of the place and day of an arrest.
func (d *draft) arrest(p *draftEntity) {
	if d.roles[roleArrestDate] == nil && d.roles[roleArrestPlace] == nil {
		return
	}
	e := d.beside(p, "arrest", "Incident", "where and when the person was arrested")
	e.properties = append(e.properties, draftLine{"kind: {literal: arrest}", ""})
	d.dated(e, "date", roleArrestDate)
	d.fillFrom(e, "place of arrest: location; country of arrest: country; reference of arrest: reference; reference of case: reference; id of arrest: reference")
	part := d.beside(p, "arrested", "Involvement", "")
	part.refer("subject", p)
	part.refer("event", e)
	part.properties = append(part.properties, draftLine{"capacity: {literal: arrested}", ""})
	d.entities = append(d.entities, e, part)
}

// dated adds the date of a role.
func (d *draft) dated(e *draftEntity, property schema.PropertyName, roles ...role) {
	for _, r := range roles {
		p := d.roles[r]
		if p == nil || d.used[p.name] || e.has(property) {
			continue
		}
		if guess := p.dates(); guess != nil {
			d.add(e, property, "{column: "+yamlText(p.name)+guess.options()+"}", guess.why, p)
		}
	}
}

// trip makes the leg between the places that a person left from and came to.
func (d *draft) trip(main, traveller, debriefing *draftEntity) *draftEntity {
	from := d.site("departure", roleDeparture, "country of departure", roleFrom)
	to := d.site("arrival", roleArrival, "country of arrival", roleTo)
	flight := []role{"reference of flight", "name of flight"}
	if from == nil && to == nil && d.roles[flight[0]] == nil && d.roles[flight[1]] == nil {
		return nil
	}
	e := d.beside(main, "trip", "Trip", "the leg of the journey")
	e.refer("origin", from)
	e.refer("destination", to)
	e.refer("traveller", traveller)
	e.refer("debriefing", debriefing)
	d.dated(e, "startDate", roleDepartureDate, "date of flight")
	d.dated(e, "endDate", roleArrivalDate)
	if debriefing == nil {
		d.dated(e, "startDate", roleDate)
	}
	d.fillFrom(e, "reference of flight: name; name of flight: name; route: route; type of vessel: means; name of vessel: means")
	for _, site := range []*draftEntity{from, to} {
		if site != nil {
			d.entities = append(d.entities, site)
		}
	}
	d.entities = append(d.entities, e)
	return e
}

// price makes the fee that a person or a debriefing reports.
func (d *draft) price(main, debriefing, trip *draftEntity) {
	if d.get(rolePrice) == nil && d.get(roleAmount) == nil {
		return
	}
	e := d.beside(main, "fee", "Fee", "the price of the journey")
	d.money(e, rolePrice, roleAmount)
	if trip != nil {
		for _, l := range trip.properties {
			if strings.HasPrefix(l.text, "origin: {entity") || strings.HasPrefix(l.text, "destination: {entity") {
				e.properties = append(e.properties, l)
			}
		}
	}
	e.refer("debriefing", debriefing)
	if debriefing != nil {
		for _, l := range debriefing.properties {
			if strings.HasPrefix(l.text, "date: ") {
				e.properties = append(e.properties, draftLine{l.text, "the day of the debriefing: the source does not say when it was paid"})
			}
		}
	}
	d.entities = append(d.entities, e)
}

// stay makes a sighting of a guest's stay.
func (d *draft) stay(p *draftEntity) {
	in, out, name := d.roles["date of check-in"], d.roles["date of check-out"], d.roles["name of camp"]
	if in == nil && out == nil {
		return
	}
	e := d.beside(p, "stay", "Sighting", "where the person stayed")
	e.refer("subject", p)
	if name != nil && !d.used[name.name] {
		site := d.site("lodging", "name of camp")
		e.refer("place", site)
		d.entities = append(d.entities, site)
	} else if site := d.site("lodging", rolePlace); site != nil {
		e.refer("place", site)
		d.entities = append(d.entities, site)
	}
	d.dated(e, "startDate", "date of check-in")
	d.dated(e, "endDate", "date of check-out")
	d.entities = append(d.entities, e)
}

// document makes the passport of its own that dates or a country of issue ask for.
func (d *draft) document(p *draftEntity) {
	number, of := d.roles[rolePassport], schema.Name("Passport")
	if number == nil {
		number, of = d.roles[roleDocument], "Identification"
	}
	details := []role{roleExpiry, "date of issue", "country of issue", "country of passport", "country of document", "place of issue", "type of passport", "type of document"}
	if number == nil || !slices.ContainsFunc(details, func(r role) bool { return d.roles[r] != nil }) {
		return
	}
	e := &draftEntity{name: "document", schema: of, why: "the document itself"}
	e.settings = []draftLine{{"keys: " + yamlText(number.name), "a document is its number"}, {"key_type: identifier", ""}, {"key_literal: document", "apart from other numbers"}}
	e.properties = append(e.properties, draftLine{"number: {column: " + yamlText(number.name) + "}", ""})
	e.refer("holder", p)
	d.dated(e, "startDate", "date of issue")
	d.dated(e, "endDate", roleExpiry)
	d.fillFrom(e, "authority: authority; country of issue: country; country of passport: country; country of document: country; place of issue: authority; type of passport: type; type of document: type; type: type")
	d.entities = append(d.entities, e)
}

// driven makes the vehicle beside a person.
func (d *draft) driven(p *draftEntity) {
	plate := d.roles[rolePlate]
	if plate == nil || d.used[plate.name] {
		return
	}
	v := &draftEntity{name: "vehicle", schema: "Vehicle", why: "the vehicle in the person's row"}
	v.settings = []draftLine{{"keys: " + yamlText(plate.name), "a vehicle is its plate"}, {"key_type: identifier", ""}, {"key_literal: plate", "apart from other numbers"}}
	d.add(v, "registrationNumber", "{column: "+yamlText(plate.name)+"}", plate.why(form{kind: schema.Text}, ""), plate)
	d.fillFrom(v, "type of vehicle: type; model: model; flag: plateCountry; country of vehicle: plateCountry")
	link := d.beside(p, "use", "Possession", "")
	link.settings[0].text = "keys: [" + strings.Trim(strings.TrimPrefix(p.keys[0].text, "keys: "), "[]") + ", " + yamlText(plate.name) + "]"
	link.refer("owner", p)
	link.refer("asset", v)
	d.entities = append(d.entities, v, link)
}

// debriefing makes who was debriefed, the leg and the price that the talk was about.
func (d *draft) debriefing(e *draftEntity) {
	p := d.beside(e, "person", person, "who was debriefed")
	p.keys = e.keys
	p.settings = append(p.settings, draftLine{"category: witness", "who is debriefed is a witness; of a victim or suspect write so"})
	d.fillFrom(p, personWords)
	e.refer("person", p)
	if site := d.site("place", "place of debriefing", rolePlace); site != nil {
		e.refer("place", site)
		d.entities = append(d.entities, site)
	}
	d.entities = append(d.entities, p)
	trip := d.trip(e, p, e)
	d.price(e, e, trip)
}

// involved makes the vessel or vehicle of an incident.
func (d *draft) involved(e *draftEntity) {
	name, plate := d.roles[roleVessel], d.roles[rolePlate]
	var craft *draftEntity
	switch {
	case name != nil && !d.used[name.name]:
		craft = &draftEntity{name: "vessel", schema: "Vessel"}
		craft.settings = []draftLine{{"keys: " + yamlText(name.name), "a vessel is its name"}, {"key_literal: vessel", ""}}
		d.fillFrom(craft, "name of vessel: name; IMO number: imoNumber; MMSI: mmsi; flag: flag; type of vessel: type")
	case plate != nil && !d.used[plate.name]:
		craft = &draftEntity{name: "vehicle", schema: "Vehicle"}
		craft.settings = []draftLine{{"keys: " + yamlText(plate.name), "a vehicle is its plate"}, {"key_type: identifier", ""}, {"key_literal: plate", ""}}
		d.fillFrom(craft, "plate: registrationNumber; type of vehicle: type; model: model; flag: plateCountry")
	default:
		return
	}
	link := d.beside(e, "craft", "Involvement", "")
	link.refer("subject", craft)
	link.refer("event", e)
	link.properties = append(link.properties, draftLine{"capacity: {literal: craft used}", ""})
	d.entities = append(d.entities, craft, link)
}

// owned makes the owner of a vessel or vehicle, and who drives it.
func (d *draft) owned(e *draftEntity) {
	d.drivenBy(e)
	p := d.roles[roleOwner]
	if p == nil || d.used[p.name] {
		return
	}
	owner := partyOf(p, "owner")
	d.fillFrom(owner, "name of owner: name; address of owner: address; country of owner: country; phone of owner: phone")
	link := d.joined(e, "ownership", "Ownership", p)
	link.refer("owner", owner)
	link.refer("asset", e)
	d.entities = append(d.entities, owner, link)
}

// drivenBy makes the driver in the row of a vehicle or vessel.
func (d *draft) drivenBy(e *draftEntity) {
	p := d.roles[roleDriver]
	if p == nil || d.used[p.name] {
		return
	}
	driver := partyOf(p, "driver")
	driver.schema, driver.why = person, ""
	driver.settings = append(driver.settings, d.category())
	d.fillFrom(driver, "name of driver: name; nationality of driver: nationality; phone of driver: phone; passport of driver: passportNumber; birth date of driver: birthDate")
	link := d.joined(e, "use", "Possession", p)
	link.refer("owner", driver)
	link.refer("asset", e)
	link.properties = append(link.properties, draftLine{"role: {literal: driver}", ""})
	d.entities = append(d.entities, driver, link)
}

// seen makes a sighting of each row of a list of who was where and when.
func (d *draft) seen(p *draftEntity) {
	e := d.beside(p, "sighting", "Sighting", "where the person was seen")
	e.refer("subject", p)
	sc, ok := d.model.Get(e.schema)
	if !ok {
		return
	}
	own := d.own
	d.own = header.Itself
	d.date(e, sc, goal{roleDate, []schema.PropertyName{"date"}})
	d.own = own
	if site := d.site("place", rolePlace); site != nil {
		e.refer("place", site)
		d.entities = append(d.entities, site)
	}
	d.fillFrom(e, "latitude: latitude; longitude: longitude; position: latitude")
	d.entities = append(d.entities, e)
}

// directed makes the directors of companies.
func (d *draft) directed(e *draftEntity) {
	const director role = "name of director"
	p := d.roles[director]
	if p == nil || d.used[p.name] {
		return
	}
	who := partyOf(p, "director")
	d.fillFrom(who, "name of director: name; country of director: country; address of director: address; phone of director: phone")
	link := d.joined(e, "directorship", "Directorship", p)
	link.refer("director", who)
	link.refer("organization", e)
	d.entities = append(d.entities, who, link)
}

// leg makes the places of a list of prices.
func (d *draft) leg(e *draftEntity) {
	from, to := d.site("origin", roleDeparture, "country of departure", roleFrom), d.site("destination", roleArrival, "country of arrival", roleTo)
	e.refer("origin", from)
	e.refer("destination", to)
	for _, site := range []*draftEntity{from, to} {
		if site != nil {
			d.entities = append(d.entities, site)
		}
	}
}
