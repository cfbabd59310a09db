package normalize

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// TotalOf reports whether a text names a row that sums up others, in the field's languages: of
// totals or subtotals ("Total", "Grand total:", "Summe 2015", "Total May", "Итого", "المجموع"),
// averages, parts of what is counted above ("of which minors"), or the balance of an account. rest is what it is the total of,
// folded, where that is neither a year nor a word such as "all" or "persons": "sea" for "Total
// Sea" and "Sea Total", "all" for "All"; whether that is a total depends on what else the table has.
func TotalOf(text string) (rest string, ok bool) {
	if len(text) > longestNothing || text == "" {
		return "", false
	}
	t := totals()
	words := spacedOut(strings.Fields(fold(text)))
	if whole := strings.Join(words, " "); t.phrases[whole] || t.isSubtotal(words) || t.isPart(text, words) {
		return "", true
	}
	if t.alls[strings.Join(words, " ")] {
		return words[0], true
	}
	var other []string
	for _, w := range words {
		switch {
		case t.words[w]:
			ok = true
		case t.fillers[w] || strings.Trim(w, "0123456789") == "" || monthNames()[w] > 0:
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

// spacedOut joins the letters of a title that is spaced out, "T O T A L".
func spacedOut(words []string) []string {
	if len(words) < 4 {
		return words
	}
	for _, w := range words {
		if utf8.RuneCountInString(w) != 1 {
			return words
		}
	}
	return []string{strings.Join(words, "")}
}

// isSubtotal reports whether words begin or end with one for a subtotal: whatever it is of,
// the rows of that are counted already.
func (t *totalTable) isSubtotal(words []string) bool {
	for n := 1; n <= 2 && n <= len(words); n++ {
		if t.subtotals[strings.Join(words[:n], " ")] || t.subtotals[strings.Join(words[len(words)-n:], " ")] {
			return true
		}
	}
	return false
}

// isPart reports whether words begin with those for a part of what was counted above: "of which
// minors". One word alone has to begin with a small letter, for Davon is a name.
func (t *totalTable) isPart(text string, words []string) bool {
	for n := 1; n <= 3 && n < len(words); n++ {
		if t.parts[strings.Join(words[:n], " ")] {
			first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " -–—•*"))
			return n > 1 || !unicode.IsUpper(first)
		}
	}
	return false
}

type totalTable struct {
	words, fillers, phrases, subtotals, alls, parts map[string]bool
}

var totals = sync.OnceValue(func() *totalTable {
	words := func(list string) map[string]bool {
		table := map[string]bool{}
		for w := range strings.FieldsSeq(fold(list)) {
			table[w] = true
		}
		return table
	}
	return &totalTable{words(totalWords), words(totalFillers), phraseTable(totalPhrases), phraseTable(subtotalPhrases), phraseTable(allWords), phraseTable(partPhrases)}
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

// totalPhrases are totals, averages and balances whose words alone are none.
const totalPhrases = `all together,in total,ensemble,alles zusammen,zusammen,genel toplam
overall,all nationalities,all countries,all routes,all borders,all places
average,averages,mean,median,durchschnitt,mittelwert,moyenne,promedio,valore medio,μέσος όρος,ortalama,среднее,в среднем,prosek,prosjek,średnia,gemiddelde,المتوسط,میانگین
balance,opening balance,closing balance,balance brought forward,balance carried forward,brought forward,carried forward
saldo,anfangssaldo,endsaldo,schlusssaldo,alter saldo,neuer saldo,kontostand,übertrag,saldo iniziale,saldo finale,saldo inicial,saldo final,saldo początkowe,saldo końcowe,riporto
solde,ancien solde,nouveau solde,solde initial,solde final,à reporter,υπόλοιπο,αρχικό υπόλοιπο,τελικό υπόλοιπο,bakiye,devreden bakiye
остаток,входящий остаток,исходящий остаток,залишок,салдо,stanje,egyenleg,zůstatek,الرصيد,الرصيد الافتتاحي,الرصيد الختامي,مانده
جمع کل,کل,جمعا,جمعاً,المجموع الكلي,المجموع العام
کل تعداد,کۆ,कुल योग,योग
tổng,tổng cộng,i alt
итого по всем,σύνολα`

// subtotalPhrases are subtotals, whatever stands beside them.
const subtotalPhrases = `subtotal,sub total,subtotals,zwischensumme,teilsumme,sous total,soustotal,subtotale,totale parziale,subtotales,total parcial
υποσύνολο,μερικό σύνολο,ara toplam,подытог,промежуточный итог,проміжний підсумок,međuzbroj,međuzbir,mezisoučet,medzisúčet,részösszeg,suma częściowa,subtotaal,delsumma
المجموع الفرعي,المجموع الجزئي,جمع جزء,小计,小計`

// partPhrases begin rows of a part of what the rows above count.
const partPhrases = `of which,of whom,of these,of those,among them,thereof,davon,darunter,dont,di cui,tra cui,de los cuales,de las cuales,de ellos,dos quais,das quais
εκ των οποίων,από τους οποίους,bunlardan,bunların,из них,в том числе,в т ч,з них,у тому числі,от тях,od toga,od čega,од тога,од чега,dintre care,din care
ebből,w tym,z toho,waarvan,varav,heraf,منهم,منها,من بينهم,از این تعداد,از جمله`

// allWords are totals where the numbers say so.
const allWords = `all,alle,tous,toutes,tutti,tutte,todos,todas,tümü,hepsi,все,всі,sve,svi,wszystkie,wszyscy,összes,toate,alles,όλα,όλες,όλοι,الكل,همه`

// totalFillers say nothing of their own beside a total.
const totalFillers = `grand general overall all of the for sub year years number persons people migrants arrivals detections cases incidents amount eur usd and fees n by month months quarter week period
général generale de du des la le les par nombre personnes tous toutes sous
allgemein der die das für von aller alle anzahl personen ergebnis jahr und
complessivo generali di del della dei per persone numero tutti tutte
general todos todas del los las personas número
geral dos das
γενικό μερικό ανά έτος άτομα των
genel ara kişi
общий общее общая по за год человек промежуточный месяц
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
