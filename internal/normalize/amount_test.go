package normalize

import (
	"errors"
	"strings"
	"testing"

	"skein/internal/money"
)

// TestReadMoney: fees as officers write them.
func TestReadMoney(t *testing.T) {
	for _, c := range []struct{ text, number, named string }{
		{"3.500 EUR", "3500", "EUR"},
		{"$ 2,000", "2000", "USD"},
		{"2.500,50 €", "2500.5", "EUR"},
		{"€ 1.800", "1800", "EUR"},
		{"EUR 3 500", "3500", "EUR"},
		{"3'500 CHF", "3500", "CHF"},
		{"700,00", "700", ""},
		{"1k EUR", "1000", "EUR"},
		{"1,5k €", "1500", "EUR"},
		{"3 mila euro", "3000", "EUR"},
		{"2 тыс. рублей", "2000", "RUB"},
		{"5 bin TL", "5000", "TRY"},
		{"2 ألف دولار", "2000", "USD"},
		{"۳ هزار دلار", "3000", "USD"},
		{"1,2 mln NGN", "1200000", "NGN"},
		{"5000 TL", "5000", "TRY"},
		{"5000 Türk Lirası", "5000", "TRY"},
		{"2000 Lire", "2000", "TRY"},
		{"1200 dinari libici", "1200", "LYD"},
		{"1200 Libyan dinars", "1200", "LYD"},
		{"1200 dinars libyens", "1200", "LYD"},
		{"1.200 libysche Dinar", "1200", "LYD"},
		{"1200 دينار ليبي", "1200", "LYD"},
		{"300 ливийских динаров", "300", "LYD"},
		{"800 δηνάρια Λιβύης", "800", "LYD"},
		{"900 US dollars", "900", "USD"},
		{"900 Egyptian pounds", "900", "EGP"},
		{"900 lire siriane", "900", "SYP"},
		{"500 dirhams marocains", "500", "MAD"},
		{"10 000 грн", "10000", "UAH"},
		{"5000 Kč", "5000", "CZK"},
		{"1000000 toman", "10000000", "IRR"},
		{"3000,-", "3000", ""},
		{"-€50", "-50", "EUR"},
		{"ca. 3.000 €", "3000", "EUR"},
		{"about 3,000 euros", "3000", "EUR"},
		{"2000-3000 €", "2500", "EUR"},
		{"2.000 – 3.000 EUR", "2500", "EUR"},
		{"tra 3.000 e 4.000 euro", "3500", "EUR"},
		{"between $2,000 and $3,000", "2500", "USD"},
		{"2000 bis 2500 Euro", "2250", "EUR"},
		{"от 2000 до 3000 евро", "2500", "EUR"},
		{"2-3k €", "2500", "EUR"},
		{"3500 €/person", "3500", "EUR"},
		{"3500 € p.P.", "3500", "EUR"},
		{"3000 euros par personne", "3000", "EUR"},
		{"2.000 ευρώ το άτομο", "2000", "EUR"},
		{"Tk 3,00,000", "300000", "BDT"},
		{"3000 LD", "3000", "LYD"},
		{"٣٥٠٠ ليرة سورية", "3500", "SYP"},
		{"500 جنيه مصري", "500", "EGP"},
		{"gratis", "0", ""},
		{"free of charge", "0", ""},
		{"бесплатно", "0", ""},
		{"مجانا", "0", ""},
	} {
		m, err := ReadMoney(c.text)
		if err != nil || m.Number != c.number || string(m.Named) != c.named {
			t.Errorf("ReadMoney(%q) = %+v, %v; want %s %s", c.text, m, err, c.number, c.named)
		}
	}
	for text, want := range map[string]error{
		"":                   ErrUnknown,
		"n/a":                ErrUnknown,
		"keine Angabe":       ErrUnknown,
		"1200 dinari":        ErrAmbiguous,
		"500 francs":         ErrAmbiguous,
		"1.500k EUR":         ErrAmbiguous,
		"3000 kr":            money.ErrCurrency,
		"up to 3000 EUR":     money.ErrFormat,
		"more than 3000 EUR": money.ErrFormat,
		"> 3000":             money.ErrFormat,
		"3000 2000 EUR":      money.ErrFormat,
		"3000-200 EUR":       money.ErrFormat,
		"200-3000 EUR":       money.ErrFormat,
		"$3000 EUR":          money.ErrCurrency,
		"3000 EUR or 4000 $": money.ErrCurrency,
		"3000 goats":         money.ErrCurrency,
		"ca. viel":           money.ErrCurrency,
		"many":               money.ErrCurrency,
		"5 %":                money.ErrCurrency,
		"1,2,3 EUR":          money.ErrFormat,
	} {
		if m, err := ReadMoney(text); err == nil || !errors.Is(err, want) {
			t.Errorf("ReadMoney(%q) = %+v, %v; want %v", text, m, err, want)
		}
	}
}

// TestCurrency: names in the field's languages, out of amounts as well.
func TestCurrency(t *testing.T) {
	for texts, want := range map[string]string{
		"EUR|eur|€|Euro|ευρώ|евро|یورو|3.500 EUR|2.500,50 €": "EUR",
		"$|US$|dollars|دولار|доллары США|$ 2,000":            "USD",
		"TL|₺|lira|türkische Lira|турецких лир|5000 TL":      "TRY",
		"dinari libici|LYD|Libyan dinar|دينار ليبي":          "LYD",
		"£|pounds|pounds sterling":                           "GBP",
		"Swiss francs|francs suisses|Schweizer Franken|CHF":  "CHF",
	} {
		for text := range strings.SplitSeq(texts, "|") {
			if got, err := Currency(text); string(got) != want {
				t.Errorf("Currency(%q) = %q, %v; want %s", text, got, err, want)
			}
		}
	}
	for text, want := range map[string]error{"700,00": ErrUnknown, "gratis": ErrUnknown, "n/a": ErrUnknown, "dinars": ErrAmbiguous, "goats": money.ErrCurrency, "¥": money.ErrCurrency} {
		if got, err := Currency(text); !errors.Is(err, want) {
			t.Errorf("Currency(%q) = %q, %v; want %v", text, got, err, want)
		}
	}
}

// FuzzReadMoney: no text makes it panic, and what it reads is a plain decimal.
func FuzzReadMoney(f *testing.F) {
	for _, seed := range []string{"3.500 EUR", "tra 3.000 e 4.000 euro", "1,5k €", "-€50", "gratis", "2-3k", "1200 دينار ليبي", "$"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadMoney(text)
		if err != nil {
			return
		}
		if again, err := ReadMoney(m.Number); err != nil || again.Number != m.Number {
			t.Fatalf("ReadMoney(%q) = %+v, then %+v, %v", text, m, again, err)
		}
	})
}
