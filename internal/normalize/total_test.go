package normalize

import (
	"strings"
	"testing"
)

// TestTotalOf: words of totals in the field's languages, and what a subtotal is of.
func TestTotalOf(t *testing.T) {
	for text := range strings.SplitSeq("Total|TOTAL:|Totals|Grand Total|Sub-total|Subtotal|Sum|Summe|Gesamt|Gesamtsumme 2015|Insgesamt|Gesamtergebnis|Totale|Totale complessivo|"+
		"Total général|Sous-total|Total general|Suma|Total geral|Soma|Σύνολο|ΣΥΝΟΛΟ|Γενικό σύνολο|Toplam|TOPLAM|Genel toplam|Итого|ИТОГО:|Всего|Всього|Разом|Общо|Ukupno|Укупно|"+
		"Gjithsej|Összesen|Razem|Ogółem|Celkem|Spolu|Totaal|Totalt|المجموع|الإجمالي|الاجمالي|إجمالي|المجموع الكلي|جمع|جمع کل|مجموع|میزان|سەرجەم|ድምር|Wadarta|মোট|कुल योग|合计|總計|"+
		"Total May|Summe März 2015|Total (n = 48)|T O T A L|Sub-total Asia|Zwischensumme Nordroute|Ara toplam: Ege|Промежуточный итог Юг|All nationalities|Average|of which Syria|- davon minderjährig|dont mineurs|Из них женщин|Durchschnitt|Saldo|Closing balance|Υπόλοιπο|"+
		"Total 2015-2016|Total persons|Total number of migrants|* Total *|T\u200botal", "|") {
		if rest, ok := TotalOf(text); !ok || rest != "" {
			t.Errorf("TotalOf(%q) = %q, %v", text, rest, ok)
		}
	}
	for text, want := range map[string]string{"Total Sea": "sea", "Sea Total": "sea", "Summe Östliche Route": "ostliche route", "Итого море": FoldWords("море"), "All": "all", "Tutti": "tutti"} {
		if rest, ok := TotalOf(text); !ok || rest != want {
			t.Errorf("TotalOf(%q) = %q, %v, want %q", text, rest, ok, want)
		}
	}
	for text := range strings.SplitSeq("|2015|Sea|Totti|Summer|Anna Total Testova|general|persons|Razemova|April|Balanced|Media|Davon Testova|A L I|Saldo Mendes|Sumaya|Toplamoğlu", "|") {
		if rest, ok := TotalOf(text); ok {
			t.Errorf("TotalOf(%q) = %q: it names no total", text, rest)
		}
	}
}
