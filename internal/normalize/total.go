package normalize

import (
	"strings"
	"sync"
)

// TotalOf reports whether a text names a row of totals or subtotals, in the field's languages:
// "Total", "Grand total:", "Summe 2015", "Итого", "المجموع". rest is what it is the total of,
// folded, where that is neither a year nor a word such as "all" or "persons": "sea" for "Total
// Sea" and "Sea Total"; whether that is a total depends on what else the table has.
func TotalOf(text string) (rest string, ok bool) {
	if len(text) > longestNothing || text == "" {
		return "", false
	}
	t := totals()
	words := strings.Fields(fold(text))
	if t.phrases[strings.Join(words, " ")] {
		return "", true
	}
	var other []string
	for _, w := range words {
		switch {
		case t.words[w]:
			ok = true
		case t.fillers[w] || strings.Trim(w, "0123456789") == "":
		default:
			other = append(other, w)
		}
	}
	if !ok || len(other) == 0 {
		return "", ok
	}
	// "Total of sea" and "Sea total": the word is at one end.
	if !t.words[words[0]] && !t.words[words[len(words)-1]] {
		return "", false
	}
	return strings.Join(other, " "), true
}

// FoldWords returns a text in the form in which [TotalOf] gives the rest: small letters without
// accents and marks, words parted by one space.
func FoldWords(text string) string { return strings.Join(strings.Fields(fold(text)), " ") }

type totalTable struct {
	words, fillers, phrases map[string]bool
}

var totals = sync.OnceValue(func() *totalTable {
	words := func(list string) map[string]bool {
		table := map[string]bool{}
		for _, w := range strings.Fields(fold(list)) {
			table[w] = true
		}
		return table
	}
	return &totalTable{words(totalWords), words(totalFillers), phraseTable(totalPhrases)}
})

// totalWords are words for a total, a language or two a line, as in nothingwords.go.
const totalWords = `total totals sum subtotal subtotals
totaux somme soustotal
gesamt summe gesamtsumme insgesamt zwischensumme gesamtergebnis endsumme gesamtzahl
totale totali somma subtotale subtotali
totales suma subtotales soma totais
σύνολο σύνολα άθροισμα υποσύνολο συνολικά
toplam toplamı yekûn
итого всего итог сумма подытог
разом усього всього підсумок
общо всичко сбор вкупно
ukupno sveukupno zbir zbroj svega укупно свега збир skupaj vsota
totali gjithsej shuma
totaluri
összesen mindösszesen összeg összes
razem ogółem łącznie
celkem součet mezisoučet spolu súčet celkom
totaal subtotaal eindtotaal
totalt summa delsumma yhteensä
المجموع الإجمالي مجموع إجمالي الجملة
جمع مجموع
ټول مجموعه
مجموعہ میزان
سەرجەم کۆی
giştî tevahî
ድምር ጠቅላላ አጠቃላይ ጠቕላላ
wadarta isugeyn
মোট সর্বমোট
कुल
总计 合计 共计 總計 合計 小计 小計 总数 總數`

// totalPhrases are totals whose words alone are none.
const totalPhrases = `all together,in total,sub-total,sub total
sous-total,sous total,ensemble
alles zusammen,zusammen
ara toplam,genel toplam
جمع کل,کل,جمعا,جمعاً,المجموع الكلي,المجموع العام
کل تعداد,کۆ,कुल योग,योग
tổng,tổng cộng,i alt
итого по всем,σύνολα`

// totalFillers say nothing of their own beside a total.
const totalFillers = `grand general overall all of the for sub year years number persons people migrants arrivals detections cases incidents amount eur usd and fees
général generale de du des la le les par nombre personnes tous toutes sous
allgemein der die das für von aller alle anzahl personen ergebnis jahr und
complessivo generali di del della dei per persone numero tutti tutte
general todos todas del los las personas número
geral dos das
γενικό μερικό ανά έτος άτομα των
genel ara kişi
общий общее общая по за год человек промежуточный
загальний за
общ обща
opšti opći po za godinu
i përgjithshëm
alles van het personen
الكلي العام الفرعي عدد الأشخاص
کل کلی عمومي نفر
کل
گشتی
tổng cộng`
