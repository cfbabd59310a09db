package normalize

import (
	"errors"
	"strings"
	"testing"
)

const (
	identifiers = 1 << iota
	names
	terms
	quantities
	keys
	devices
	all = identifiers | names | terms | quantities | keys | devices
)

// sortOf returns the sort that a bit of the tests stands for.
func sortOf(bit int) Sort {
	return map[int]Sort{identifiers: OfIdentifier, names: OfName, terms: OfTerm, quantities: OfQuantity, keys: OfKey, devices: OfDevice}[bit]
}

// TestIsNothing: what names nothing, by the sort of value.
func TestIsNothing(t *testing.T) {
	for _, c := range []struct {
		texts string // by |
		where int
	}{
		{"||  |-|--|?|…|.|unknown|UNKNOWN |Not known|N/A|n/a|not\u00a0kno\u200bwn\u00a0", all &^ terms},
		{"unknown|N/A|unbekannt|Keine Angabe|non renseigné|NON PRECISE|sconosciuta|desconocido|desconhecida|άγνωστος|ΑΓΝΩΣΤΗ|bilinmiyor|неизвестно|невідомо|неизвестна|nepoznato|Непознато|i panjohur|necunoscut|ismeretlen|nieznany|neznámý|onbekend", all},
		{"غير معروف|مجهول|نامعلوم|معلوم نیست|نمی‌دانم|معلوم نه دی|معلوم نہیں|نەزانراو|nayê zanîn|አይታወቅም|ኣይፍለጥን|lama yaqaan|অজানা|अज्ञात|未知|不詳|không rõ", all},
		{"#REF!|#N/A|#VALUE!|#NAME?|#DIV/0!|#####|##########|#NULL!|#NUM!|#BEZUG!|#WERT!|#ССЫЛКА!|Err:502|#NV", all},
		{"none|aucun|keine|nessuno|ninguno|nenhum|δεν υπάρχει|yok|YOKTUR|отсутствует|немає|няма|nema|нема|nuk ka|nincs|brak|není|žádný|geen|لا يوجد|لايوجد|ندارد|نیست|نشته|نہیں ہے|نییە|tuneye|የለም|የለን|ma jiro|malaha|নেই|नहीं है|无|沒有", identifiers | quantities},
		{"нет|no|ohne|sin|senza|sans|bez|без|fără|zonder|بدون|pa|नहीं", identifiers | quantities},
		{"no document|No passport|sans papiers|Ohne Papiere|kein Pass|senza documenti|sin pasaporte|sem documento|χωρίς έγγραφα|pasaport yok|нет паспорта|без документов|без документа|bez dokumenata|nema pasoš|pa dokument|fără acte|nincs útlevél|brak dokumentu|bez dokladu|geen paspoort|بدون جواز سفر|لا يوجد رقم|بدون مدرک|پاسپورت ندارد|ma laha baasaboor|passport not presented|number not known|lost", identifiers | quantities | devices},
		{"0|000|0000000|00-000|0.0|+000", identifiers | devices},
		{"00000|0000000", identifiers | devices | keys},
		{"111111111|999999999", devices},
		{"1.23457E+11|1,23457E+11|1.23457e+11|1E+11|4.9E+14", identifiers | devices | keys},
		{"A0000000|P000000", identifiers | devices},
		{"xxx|XXXXXX|x x x", all},
		{"No|Na|Sin|Senza|Nil|Nan|Ohne|Bez|Nema|Nada|Brak|An", all &^ names},
		{"n.n.|N.N.|FNU|fnu lnu|no name|sans nom|sin nombre|без имени|بی نام|بدون اسم|unknown male|name unknown", names},
	} {
		for bit := identifiers; bit <= devices; bit <<= 1 {
			if bit != names && strings.HasPrefix(c.texts, "No|") || bit&c.where == 0 && !strings.HasPrefix(c.texts, "No|") {
				continue
			}
			want := bit&c.where != 0
			for text := range strings.SplitSeq(c.texts, "|") {
				if got := IsNothing(text, sortOf(bit)); got != want {
					t.Errorf("IsNothing(%q, %d) = %v", text, sortOf(bit), got)
				}
			}
		}
	}
}

// TestIsSomething: texts that look like words for nothing and are values.
func TestIsSomething(t *testing.T) {
	for _, c := range []struct {
		texts string
		where int
	}{
		{"Nemanja|Anna|Unknown Soldier's Camp|No Woo-jin|Sin Nombrez|Bezhad|Yokohama|Null Island|Ida Nessuno", all},
		{"0|1|000|17|2015|0.0", keys | quantities | terms},
		{"AB123456|12-3|1E10|5E12|12E34|C0000001|10000000|1000000", all},
		{"no|No|нет|لا|oui|no document|no passport|undocumented|missing|lost|Sea|by sea|+|*", terms},
		{"111111|999999|111111111", identifiers},
		{"KA|ND|NC|SD", terms | keys},
		{"#name|#1|#12", all},
	} {
		for bit := identifiers; bit <= devices; bit <<= 1 {
			if bit&c.where == 0 {
				continue
			}
			for text := range strings.SplitSeq(c.texts, "|") {
				if IsNothing(text, sortOf(bit)) {
					t.Errorf("IsNothing(%q, %d), and it is a value", text, sortOf(bit))
				}
			}
		}
	}
}

// TestNothingEverywhere: the functions of the property types read the one table.
func TestNothingEverywhere(t *testing.T) {
	for name, f := range map[string]func(string) error{
		"identifier": func(s string) error { _, err := Identifier(s); return err },
		"plate":      func(s string) error { _, err := Plate(s); return err },
		"IMO":        func(s string) error { _, err := IMO(s); return err },
		"MMSI":       func(s string) error { _, err := MMSI(s); return err },
		"IMEI":       func(s string) error { _, err := IMEI(s); return err },
		"IBAN":       func(s string) error { _, err := IBAN(s); return err },
		"document":   func(s string) error { _, err := DocumentNumber(s, "de"); return err },
		"phone":      func(s string) error { _, err := Phone(s, "49"); return err },
		"email":      func(s string) error { _, err := Email(s); return err },
		"url":        func(s string) error { _, err := URL(s); return err },
		"account":    func(s string) error { _, err := Account(s); return err },
		"number":     func(s string) error { _, err := Number(s); return err },
		"amount":     func(s string) error { _, err := Amount(s, "EUR"); return err },
		"date":       func(s string) error { _, err := ParseDate(s, DateOptions{}); return err },
		"country":    func(s string) error { _, err := Country(s); return err },
		"gender":     func(s string) error { _, err := Gender(s); return err },
		"boolean":    func(s string) error { _, err := Boolean(s); return err },
		"name":       func(s string) error { _, err := Name(s); return err },
		"coordinate": func(s string) error { _, err := Coordinate(s, Latitude); return err },
	} {
		for _, text := range []string{"", "n/a", "#REF!", "#####", "Unbekannt", "bilinmiyor", "غير معروف", "\u200b-"} {
			if err := f(text); !errors.Is(err, ErrUnknown) {
				t.Errorf("%s of %q: %v", name, text, err)
			}
		}
	}
	for _, c := range []textCase{{"Sin", "Sin", nil}, {"No", "No", nil}, {"Nema", "Nema", nil}, {"yok", "", ErrUnknown}} {
		if got, err := Name(c.text); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("Name(%q) = %q, %v", c.text, got, err)
		}
	}
	for text, want := range map[string]string{"NA": "na", "NO": "no", "Niger": "ne"} {
		if got, err := Country(text); got != want {
			t.Errorf("Country(%q) = %q, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{"12345678.0": "12345678", "17.0": "17.0"} {
		if got, err := Identifier(text); got != want {
			t.Errorf("Identifier(%q) = %q, %v", text, got, err)
		}
	}
	if got, err := IMO("9074729.0"); got != "9074729" {
		t.Errorf("IMO of a float: %q, %v", got, err)
	}
}

func BenchmarkIsNothing(b *testing.B) {
	texts := []string{"+447700900123", "Amina Testova", "2015-07-13", "Central Mediterranean", "فاطمة تست"}
	for i := range b.N {
		IsNothing(texts[i%len(texts)], OfTerm)
	}
}

// TestNamesThatLookLikeNothing: names that are spelt like words for none stay.
func TestNamesThatLookLikeNothing(t *testing.T) {
	for name := range strings.SplitSeq("Sin Man|Man Sin|Ma Man|No Man|Jo Man|Null|Nada|Nil|Na|No|Van Nam|Ohne Mann|Total", "|") {
		if IsNothing(name, OfName) {
			t.Errorf("%q is a name", name)
		}
	}
	for text := range strings.SplitSeq("NULL|null|no surname|sin apellido|ohne Vornamen|sans prénom|без отчества|no data|unknown man|نامعلوم|bez imena", "|") {
		if !IsNothing(text, OfName) {
			t.Errorf("%q is no name", text)
		}
	}
}
