package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

// DE-BKA, an agency in Germany, exports from a database: UTF-16 with tabs and German
// words. It writes names in their own script beside its own transliteration.

func germanRole(role string) string {
	return map[string]string{
		"leader": "Kopf der Bande", "organiser": "Organisator", "driver": "Fahrer", "skipper": "Bootsführer",
		"recruiter": "Anwerber", "forger": "Fälscher", "hawaladar": "Hawaladar", "safe-house keeper": "Unterkunftgeber",
		"scout": "Späher", "guide": "Fußschleuser", "crew": "Besatzung",
	}[role]
}

func germanTier(tier string) string {
	return map[string]string{"leader": "Führung", "organiser": "Organisation", "facilitator": "Helfer"}[tier]
}

func germanCrime(area string) string {
	return map[string]string{
		"drugs": "Rauschgift", "trafficking in human beings": "Menschenhandel", "property crime": "Eigentumskriminalität",
		"document forgery": "Urkundenfälschung", "excise fraud": "Steuerhehlerei", "money laundering": "Geldwäsche", "firearms": "Waffen",
	}[area]
}

func bka(w *world, f *folder) error {
	for _, t := range []*table{bkaSuspects(w), bkaDocuments(w), bkaSeizures(w)} {
		b, err := t.encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ' ')
		if err != nil {
			return err
		}
		if err := f.saveAs(t, b); err != nil {
			return err
		}
	}
	return nil
}

func bkaNumber(s *suspect) string { return fmt.Sprintf("BKA-15-%05d", 10000+13*s.number) }

func bkaSuspects(w *world) *table {
	r := newRandom("bka-suspects")
	t := &table{source: "bka-suspects", file: "data/de-bka/beschuldigte.tsv", comma: '\t'}
	t.add("Vorgang", "Name", "Originalschrift", "Geschlecht", "Geburtsdatum", "Staatsangehörigkeit", "Status", "Funktion", "Ebene",
		"Netzwerk-Nr.", "Netzwerk", "Rufnummer", "Ort", "Wohnsitzstaat", "Weiterer Deliktsbereich", "Jahr", "Bewertung", "Herkunft")
	for _, s := range w.suspects {
		if !s.heldBy["DE"] {
			continue
		}
		c := []string{
			bkaNumber(s), s.name(2), "", "männlich", s.birth(), countryIn(language.German, s.knownCountry(r)), "beschuldigt",
			germanRole(s.role), germanTier(s.tier), "", "", dialledInGermany(s.phones[0]), s.town, countryIn(language.German, s.residence), "", "",
			[]string{"A1", "A2", "B2", "B3", "C3", "X4"}[r.weighted(15, 20, 35, 15, 10, 5)], "",
		}
		if r.chance(60) {
			c[2] = s.native()
		}
		if s.female {
			c[3] = "weiblich"
		}
		if s.convicted {
			c[6] = "verurteilt"
		}
		if s.network != nil {
			c[9], c[10] = s.network.number, s.network.name
		}
		if o := s.crimeBy("DE"); o != nil {
			c[14], c[15] = germanCrime(o.area), number(o.year)
		}
		if s.heldBy["EL"] && r.chance(40) { // forwarded, not found out
			c[17] = "EL-POLICE"
		}
		switch t.row {
		case 15:
			c[6] = "unklar"
			t.spoilNext(badCategory, "Status")
		case 40:
			c[4] = "00.13.1979"
			t.spoilNext(badDate, "Geburtsdatum")
		}
		t.add(c...)
	}
	return t
}

// dialledInGermany writes a number as it is dialled in Germany.
func dialledInGermany(phone string) string {
	if national, ok := strings.CutPrefix(phone, "+49"); ok {
		return "0" + national[:3] + " " + national[3:]
	}
	return "00" + phone[1:3] + " " + phone[3:]
}

// bkaDocuments lists travel documents that were found in use. The same document
// turns up with several persons: they are lent for one trip and sent back.
func bkaDocuments(w *world) *table {
	r := newRandom("bka-documents")
	t := &table{source: "bka-documents", file: "data/de-bka/dokumente.tsv", comma: '\t'}
	t.add("Fund", "Dokumentnummer", "Art", "Ausstellerstaat", "Fälschungsart", "Festgestellt am", "Festgestellt in", "Vorgang Inhaber", "Vorgang Beschaffer")
	var holders, forgers []*suspect
	for _, s := range w.suspects {
		if s.heldBy["DE"] {
			holders = append(holders, s)
			if s.role == "forger" {
				forgers = append(forgers, s)
			}
		}
	}
	number := 0
	for i := range 96 {
		if !r.chance(35) || number == 0 {
			number++
		}
		at := newRandom(fmt.Sprint("document ", number)) // the document stays what it is
		supplier := ""
		if len(forgers) > 0 && r.chance(30) {
			supplier = bkaNumber(one(r, forgers))
		}
		kinds := []string{"Reisepass", "Personalausweis", "Aufenthaltstitel", "Visum", "Führerschein", "Geburtsurkunde"}
		methods := []string{"Totalfälschung", "Verfälschung", "Missbrauch durch Ähnliche", "echt, erschlichen", "Blankodiebstahl", "echt"}
		t.add(fmt.Sprintf("F-%04d", i+1), fmt.Sprintf("XX%07d", 1000+37*number), kinds[at.weighted(45, 25, 12, 10, 4, 4)],
			countryIn(language.German, one(at, []string{"gr", "it", "sy", "bg", "fr", "se", "pl"})), methods[at.weighted(30, 25, 22, 8, 7, 8)],
			fmt.Sprintf("%02d.%02d.%d", r.between(1, 28), r.between(1, 12), 2014+r.weighted(30, 70)),
			one(r, []string{"Munich", "Frankfurt", "Passau", "Berlin", "Görlitz"}), bkaNumber(one(r, holders)), supplier)
	}
	return t
}

// bkaSeizures lists what was taken, from whom and what it was worth.
func bkaSeizures(w *world) *table {
	r := newRandom("bka-seizures")
	t := &table{source: "bka-seizures", file: "data/de-bka/sicherstellungen.tsv", comma: '\t'}
	t.add("Lfd. Nr.", "Datum", "Ort", "Gegenstand", "Menge", "Einheit", "Wert", "Währung", "Vorgang")
	var held []*suspect
	for _, s := range w.suspects {
		if s.heldBy["DE"] {
			held = append(held, s)
		}
	}
	for i := range 58 {
		item, quantity, unit, value := "Bargeld", 1, "", r.money(800, 60000)
		switch r.weighted(45, 20, 20, 15) {
		case 1:
			item, quantity, unit = "Mobiltelefone", r.between(1, 9), "Stück"
			value = quantity * 150
		case 2:
			item, quantity, unit = "Dokumente", r.between(1, 40), "Stück"
			value = 0
		case 3:
			item, unit = "Fahrzeug", "Stück"
			value = r.money(2000, 18000)
		}
		c := []string{
			fmt.Sprintf("S-%04d", i+1), fmt.Sprintf("%02d.%02d.2015", r.between(1, 28), r.between(1, 12)), one(r, []string{"Munich", "Frankfurt", "Passau", "Berlin"}),
			item, number(quantity), unit, some(value), "EUR", bkaNumber(one(r, held)),
		}
		if i == 29 {
			c[1] = "31.06.2015"
			t.spoilNext(badDate, "Datum")
		}
		t.add(c...)
	}
	return t
}
