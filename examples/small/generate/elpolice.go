package main

import (
	"fmt"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"
)

// EL-POLICE, an agency in Greece, keeps suspects in a file of an old office program:
// windows-1253, semicolons, Greek headers, points in dates.

func greekRole(role string) string {
	return map[string]string{
		"leader": "αρχηγός", "organiser": "διοργανωτής", "driver": "οδηγός", "skipper": "κυβερνήτης σκάφους",
		"recruiter": "στρατολόγος", "forger": "πλαστογράφος", "hawaladar": "χαβαλατζής",
		"safe-house keeper": "φύλακας καταλύματος", "scout": "ανιχνευτής", "guide": "οδηγός πεζών", "crew": "μέλος πληρώματος",
	}[role]
}

func greekTier(tier string) string {
	return map[string]string{"leader": "ηγετικό στέλεχος", "organiser": "διοργανωτής", "facilitator": "διευκολυντής"}[tier]
}

func greekCrime(area string) string {
	return map[string]string{
		"drugs": "ναρκωτικά", "trafficking in human beings": "εμπορία ανθρώπων", "property crime": "εγκλήματα κατά της περιουσίας",
		"document forgery": "πλαστογραφία εγγράφων", "excise fraud": "λαθρεμπόριο καπνού",
		"money laundering": "νομιμοποίηση εσόδων", "firearms": "όπλα",
	}[area]
}

// birth writes a date of birth with points; of some only the year is known, and
// registers write 1 January for it.
func (s *suspect) birth() string {
	if s.month == 0 {
		return fmt.Sprintf("01.01.%d", s.year)
	}
	return fmt.Sprintf("%02d.%02d.%d", s.day, s.month, s.year)
}

// reporter says which of the agencies that hold a suspect reports the link to
// another crime, so that it is told once.
func (s *suspect) reporter() string {
	for _, a := range []string{"EL", "DE", "IT"} {
		if s.heldBy[a] {
			return a
		}
	}
	return ""
}

// crimeBy returns the link as the agency reports it: nil unless it is the reporter.
func (s *suspect) crimeBy(agency string) *crime {
	if s.other == nil || s.reporter() != agency {
		return nil
	}
	return s.other
}

// knownCountry returns the suspect's country in one of three cases.
func (s *suspect) knownCountry(r random) string {
	if r.chance(33) {
		return s.country
	}
	return ""
}

func elPolice(w *world, f *folder) error {
	r := newRandom("el-police")
	t := &table{source: "el-police-suspects", file: "data/el-police/suspects-2015.csv", comma: ';'}
	t.add("ΑΡ. ΦΑΚΕΛΟΥ", "ΟΝΟΜΑΤΕΠΩΝΥΜΟ", "ΨΕΥΔΩΝΥΜΑ", "ΦΥΛΟ", "ΗΜ. ΓΕΝΝΗΣΗΣ", "ΥΠΗΚΟΟΤΗΤΑ", "ΙΔΙΟΤΗΤΑ", "ΡΟΛΟΣ", "ΒΑΘΜΙΔΑ",
		"ΑΡ. ΔΙΚΤΥΟΥ", "ΔΙΚΤΥΟ", "ΤΗΛΕΦΩΝΟ 1", "ΤΗΛΕΦΩΝΟ 2", "ΠΟΛΗ", "ΧΩΡΑ ΔΙΑΜΟΝΗΣ", "ΗΜ. ΚΑΤΑΓΡΑΦΗΣ", "ΑΛΛΟ ΑΔΙΚΗΜΑ", "ΕΤΟΣ", "ΑΞΙΟΛΟΓΗΣΗ", "ΠΗΓΗ")
	for _, s := range w.suspects {
		if s.heldBy["EL"] {
			elRow(r, t, s)
		}
	}
	for _, day := range []string{"03/09/2015", "11/09/2015", "11/09/2015", "17/10/2015", "28/10/2015", "05/11/2015"} {
		elStation(r, w, t, day)
	}
	t.spoilNext(openQuote, "") // the last row, so that it swallows no other
	t.line(`ΕΛ-2015-9999;"Ανοιχτό εισαγωγικό`)
	b, err := t.encoded(charmap.Windows1253, 0xD2)
	if err != nil {
		return err
	}
	return f.saveAs(t, b)
}

// elCells are the cells of one suspect, in the order of the header.
func elCells(r random, s *suspect, day string) []string {
	name, alias := s.name(1), ""
	if s.language == "el" {
		name, alias = s.native(), s.name(0)
	} else if r.chance(40) {
		alias = s.name(2)
		if r.chance(30) {
			alias += " / " + s.given.in(0)
		}
	}
	category := "ύποπτος"
	if s.convicted {
		category = "καταδικασθείς"
	}
	cells := []string{
		fmt.Sprintf("ΕΛ-2015-%04d", s.number), plain(name), plain(alias), "άνδρας", s.birth(), countryIn(language.Greek, s.knownCountry(r)), category,
		greekRole(s.role), greekTier(s.tier), "", "", s.phones[0], "", plain(s.town), countryIn(language.Greek, s.residence), day, "", "",
		[]string{"A1", "B1", "B2", "B3", "X4"}[r.weighted(10, 15, 45, 20, 10)], "",
	}
	if s.language == "el" {
		cells[1] = name
	}
	if s.female {
		cells[3] = "γυναίκα"
	}
	if s.network != nil {
		cells[9], cells[10] = s.network.number, s.network.name
	}
	if len(s.phones) > 1 {
		cells[12] = s.phones[1]
	}
	if c := s.crimeBy("EL"); c != nil {
		cells[16], cells[17] = greekCrime(c.area), number(c.year)
	}
	if r.chance(8) {
		cells[19] = "TR-COASTGUARD"
	}
	return cells
}

// elRow writes a suspect, and spoils the rows of a few.
func elRow(r random, t *table, s *suspect) {
	c := elCells(r, s, fmt.Sprintf("%02d.%02d.2015", r.between(1, 28), r.between(1, 12)))
	switch t.row {
	case 11:
		c[4] = "31.02.1984"
		t.spoilNext(badDate, "ΗΜ. ΓΕΝΝΗΣΗΣ")
	case 23:
		c[5] = "Ατλαντίδα"
		t.spoilNext(badCountry, "ΥΠΗΚΟΟΤΗΤΑ")
	case 37:
		c[6] = ""
		t.spoilNext(badCategory, "ΙΔΙΟΤΗΤΑ")
	case 52:
		c = c[:5]
		t.spoilNext(fewFields, "")
	case 68:
		c[1] = "Al-" + spoiltByte + "alabi Samir"
		t.spoilNext(badBytes, "ΟΝΟΜΑΤΕΠΩΝΥΜΟ")
	}
	t.add(c...)
}

// elStation writes a suspect as one station does it, whose program has slashes in
// its dates.
func elStation(r random, w *world, t *table, day string) {
	s := w.newSuspect(r, one(r, []string{"ar", "fa", "tr"}))
	s.town, s.residence = "Kos", "gr"
	s.role, s.tier, s.network = "skipper", "facilitator", &w.networks[1]
	t.spoilNext(otherDate, "ΗΜ. ΚΑΤΑΓΡΑΦΗΣ")
	t.add(elCells(r, s, day)...)
}
