package main

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/text/language"
)

// NGO-WATCH, a charity, keeps its records as FollowTheMoney entities: persons who
// were harmed, persons who bear witness, and the organisations that met them. Apart
// from these it keeps a table of the dead and missing.

// entity is a FollowTheMoney entity, a line of JSON.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func ngoWatch(w *world, f *folder) error {
	victims, err1 := ngoPersons(w, "victims", 70)
	witnesses, err2 := ngoPersons(w, "witnesses", 60)
	organisations, err3 := ngoOrganisations()
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	for _, t := range []*table{victims, witnesses, organisations, ngoLost(w)} {
		if err := f.save(t); err != nil {
			return err
		}
	}
	return nil
}

// ngoPersons writes persons of one category, which is the case file's to say.
func ngoPersons(w *world, what string, n int) (*table, error) {
	r := newRandom("ngo-" + what)
	t := &table{source: "ngo-" + what, file: "data/ngo-watch/" + what + ".ftm.json"}
	for i := range n {
		c := w.cultures[one(r, []string{"ar", "ar", "fa", "fa", "ti", "ng"})]
		given, family := one(r, c.given), one(r, c.family)
		habit := r.below(3)
		properties := map[string][]string{
			"name":  {given.in(habit) + " " + family.in(habit)},
			"notes": {one(r, []string{"told a field worker at a reception centre", "met at a bus station", "called the help line"})},
		}
		if r.chance(45) {
			properties["name"] = append(properties["name"], given.native+" "+family.native)
		}
		if r.chance(33) {
			properties["nationality"] = []string{countryOf(r, c.language)}
		}
		if r.chance(60) {
			properties["birthDate"] = []string{number(r.between(1970, 1998))}
		}
		if given.female {
			properties["gender"] = []string{"female"}
		}
		e := entity{fmt.Sprintf("ngo-%s-%03d", what, i+1), "Person", properties}
		switch {
		case what == "victims" && i == 20:
			t.spoilNext(brokenJSON, "")
			t.line(`{"id": "ngo-victims-021", "schema": "Person", "properties": {"name": ["`)
			continue
		case what == "victims" && i == 44:
			e.Schema = "Refugee"
			t.spoilNext(unknownSchema, "schema")
		case what == "witnesses" && i == 30:
			properties["birthDate"] = []string{"1988-02-31"}
			t.spoilNext(badDate, "birthDate")
		}
		if err := t.json(e); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func ngoOrganisations() (*table, error) {
	r := newRandom("ngo-organisations")
	t := &table{source: "ngo-organisations", file: "data/ngo-watch/organisations.ftm.json"}
	for i, name := range []string{
		"Harbour Light Watch", "Open Gangway", "The Blue Blanket Fund", "Two Shores Legal Aid",
		"Night Ferry Volunteers", "Waystation Kitchen", "Lantern Search Line", "Rope and Ladder",
	} {
		place := one(r, []string{"Mytilene, Greece", "Catania, Italy", "Belgrade, Serbia", "Berlin, Germany"})
		address := fmt.Sprintf("ngo-address-%02d", i+1)
		err := errors.Join(
			t.json(entity{address, "Address", map[string][]string{"full": {fmt.Sprintf("%d Example Street, %s", 10+i, place)}}}),
			t.json(entity{fmt.Sprintf("ngo-organisation-%02d", i+1), "Organization", map[string][]string{
				"name": {name}, "addressEntity": {address},
			}}))
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ngoLost is the table of the dead and missing. What has a case number of the rescue
// centre is what others report too; what has none, people told.
func ngoLost(w *world) *table {
	r := newRandom("ngo-lost")
	t := &table{source: "ngo-dead-and-missing", file: "data/ngo-watch/dead-and-missing.csv"}
	t.add("entry", "sar case", "date", "latitude", "longitude", "route", "dead", "missing", "survivors", "cause", "nationality", "origin")
	lost := slices.DeleteFunc(slices.Clone(w.incidents), func(in incident) bool { return in.dead+in.missing == 0 })
	for i := range lost {
		in := &lost[i]
		origin := ""
		if in.sarCase != "" && in.country == "gr" && r.chance(30) {
			origin = "TR-COASTGUARD" // copied from its bulletin
		}
		country := ""
		if r.chance(33) {
			country = countryIn(language.English, in.nationality)
		}
		c := []string{
			fmt.Sprintf("L%04d", i+1), in.sarCase, in.day.Format("2006-01-02"), fmt.Sprintf("%.3f", in.lat), fmt.Sprintf("%.3f", in.lon), in.route,
			number(in.dead), number(in.missing), some(in.rescue), in.cause, country, origin,
		}
		switch i {
		case 12:
			c[3] = "north of the island"
			t.spoilNext(offTheGlobe, "latitude")
		case 25:
			c[2] = ""
			t.spoilNext(missingValue, "date")
		}
		t.add(c...)
	}
	return t
}
