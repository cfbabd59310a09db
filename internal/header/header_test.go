package header

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		// attributes alone, whatever their case and signs
		"DateOfBirth": "birth date", "date_of_birth": "birth date", "GEBURTSDATUM": "birth date", "Data di nascita": "birth date",
		"Ημερομηνία Γέννησης": "birth date", "ΗΜ/ΝΙΑ ΓΕΝΝΗΣΗΣ": "birth date", "fecha-de-nacimiento": "birth date", "né le": "birth date",
		"Surname": "last name", "cognome": "last name", "Επώνυμο": "last name", "Apellidos": "last name", "Nachname": "last name",
		"prenom": "first name", "ΟΝΟΜΑ": "first name", "ΠΑΤΡΩΝΥΜΟ": "father name", "Spitzname": "alias",
		"Staatsangehörigkeit": "nationality", "υπηκοότητα": "nationality", "nat": "nationality", "الجنسية": "nationality", "гражданство": "nationality",
		"Sesso": "gender", "φύλο": "gender", "Płeć": "gender", "passport no.": "passport", "Reisepass-Nr": "passport", "ΑΡ. ΔΙΑΒΑΤΗΡΙΟΥ": "passport",
		"phone no": "phone", "Κινητό": "phone", "Caller Number": "caller", "b_party": "called", "dauer (s)": "duration", "N.": "reference",
		"#": "reference", "Α/Α": "reference", "№ п/п": "reference", "Lfd. Nr.": "reference", "uid": "id", "rec_id": "id",
		"importo": "amount", "Somma pagata": "amount", "Währung": "currency", "Kennzeichen": "plate", "IMO-Number": "IMO number",
		"centroid_lat": "latitude", "Längengrad": "longitude", "τοποθεσία": "place", "Rotta": "route", "Anzahl": "count",
		"νεκροί": "dead", "Vermisste": "missing", "#date": "date", "Survivors": "survivors", "report number": "reference of report",
		// a thing and its attribute
		"company name": "name of company", "firm name": "name of company", "Firmenname": "name of company", "Firma": "name of company",
		"nom de l'entreprise": "name of company", "название компании": "name of company", "Επωνυμία επιχείρησης": "name of company",
		"Name of ship": "name of vessel", "ship's name": "name of vessel", "nom du navire": "name of vessel", "nome della nave": "name of vessel",
		"Schiffsname": "name of vessel", "embarcación": "name of vessel", "название судна": "name of vessel", "gemi adı": "name of vessel",
		"nombre del buque": "name of vessel", "اسم السفينة": "name of vessel", "نام کشتی": "name of vessel", "όνομα πλοίου": "name of vessel",
		"ime broda": "name of vessel", "numele navei": "name of vessel", "nazwa statku": "name of vessel", "scheepsnaam": "name of vessel",
		"emri i anijes": "name of vessel", "shipname": "name of vessel", "bank name": "name of bank", "port name": "place",
		"Arrest date": "date of arrest", "ΗΜ/ΝΙΑ ΣΥΛΛΗΨΗΣ": "date of arrest", "ΤΟΠΟΣ ΣΥΛΛΗΨΗΣ": "place of arrest", "Festnahmedatum": "date of arrest",
		"Luogo di partenza": "place of departure", "Port of departure": "place of departure", "Luogo di sbarco": "place of arrival",
		"Sender name": "name of sender", "Name des Absenders": "name of sender", "Absendername": "name of sender", "nom du bénéficiaire": "name of recipient",
		"Sender IBAN": "iban of sender", "Beneficiary account number": "account of recipient", "Empfängerkonto": "account of recipient",
		"счет получателя": "account of recipient", "gönderen adı": "name of sender", "sender bank": "bank of sender", "Bank of beneficiary": "bank of recipient",
		"nationality of suspect": "nationality of person", "Suspect No": "reference of person", "person_id": "id of person", "Data intervista": "date of debriefing",
		"N. intervista": "reference of debriefing", "call id": "id of call",
		// what belongs to something else
		"Cell ID": "id of other", "camp id": "id of camp", "Household ID": "id of other", "Officer ID": "id of other", "Case worker ID": "id of other",
		"Vessel ID": "id of vessel", "Tower": "name of other", "Network name": "name of other", "Officer phone": "phone of other", "Batch no": "reference of other",
		"Agency": "name of other", "Widget ID": "id of other", "Zell-ID": "id of other", "number of vehicle owner": "reference of owner", "Ship owner": "name of owner", "Document type": "type of document", "Sender ID No": "id of sender", "Kontaktname": "party",
		"Passport issuing country": "country of issue", "Transfer from": "from", "بلد": "country", "Paid to": "of recipient",
		// nothing
		"": "", "--": "", "shoe": "", "shoe size": "",
	} {
		if got := Default().Find(text).String(); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestAlternatives(t *testing.T) {
	if got := Default().Alternatives("Valuta"); !slices.Equal(got, []Attribute{"currency"}) {
		t.Errorf("Valuta may be %v as well", got)
	}
	if got := Default().Alternatives("Valuta date of ship"); got != nil {
		t.Errorf("a header of several words may be %v as well", got)
	}
}

func TestPeriod(t *testing.T) {
	for text, want := range map[string]Period{
		"2015": {Year: 2015}, "April 2015": {Year: 2015, Month: 4}, "Apr-15": {Year: 2015, Month: 4}, "2015-04": {Year: 2015, Month: 4},
		"04/2015": {Year: 2015, Month: 4}, "2015M04": {Year: 2015, Month: 4}, "Q2 2015": {Year: 2015, Quarter: 2}, "2015Q2": {Year: 2015, Quarter: 2},
		"2e trimestre 2015": {}, "2 trim. 2015": {Year: 2015, Quarter: 2}, "Mai": {Month: 5}, "Ιούλιος 2015": {Year: 2015, Month: 7}, "T1 2015": {Year: 2015, Quarter: 1},
		"1Q15": {Year: 2015, Quarter: 1}, "Q1/15": {Year: 2015, Quarter: 1}, "2015-04-01": {Year: 2015, Month: 4, Day: 1}, "2015-04-01T00:00:00": {Year: 2015, Month: 4, Day: 1},
		"01.04.2015": {Year: 2015, Month: 4, Day: 1}, "2015-13-01": {},
		"июль": {Month: 7}, "Ağustos": {Month: 8}, "total": {}, "Q2 total": {}, "2015 2016": {}, "": {}, "Q5 2015": {}, "13/2015": {},
	} {
		if got, ok := Default().Period(text); got != want || ok != (want != Period{}) {
			t.Errorf("Period(%q) = %+v, %v, want %+v", text, got, ok, want)
		}
	}
}

func TestDirection(t *testing.T) {
	for text, want := range map[string]Direction{
		"Incoming": Incoming, "MISSED": Incoming, "Outgoing": Outgoing, "Gewählt": Outgoing, "исходящий": Outgoing, "εισερχόμενη": Incoming, "": "", "sideways": "",
	} {
		if got := Default().DirectionOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// A word that stands in two entries of one kind would have one meaning only, by chance.
func TestWordsParse(t *testing.T) {
	for _, bad := range []string{"[verb go]\nen: go", "en: go", "[thing x]\nenglish: x", "[thing x]\nen: x, , y", "[month one]\nen: x"} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Name of ship", "ΗΜ/ΝΙΑ", "schiffsname", "\xff", "الالال", "ss", "#"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Default()
		if a, b := d.Find(s), d.Find(s); a != b {
			t.Errorf("%q is %v and %v", s, a, b)
		}
		d.Period(s)
		if again := Fold(Fold(s)); again != Fold(s) {
			t.Errorf("folding %q twice gives %q", s, again)
		}
	})
}
