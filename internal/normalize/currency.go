package normalize

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"skein/internal/money"
)

// currencyUnit is a currency and how many of it the unit named is: a toman is ten rials.
type currencyUnit struct {
	currency money.Currency
	factor   int64
}

// Currency reads a currency: a code of ISO 4217, a sign, or a name in the field's languages, such
// as "euro", "TL", "dinari libici", "Libyan dinars" and "лира". Of an amount with its currency
// it takes the currency. A name that several countries have is taken for one only where
// sources in this field leave the country away out of habit: dollars are USD, pounds are GBP, liras
// (also "lire") are TRY, rubles are RUB. It fails with [ErrUnknown] for an amount without one,
// with [ErrAmbiguous] for dinars, francs, rials and so on of an unknown country, and otherwise with
// [money.ErrCurrency].
func Currency(text string) (money.Currency, error) {
	if IsNothing(text, OfQuantity) {
		return "", fail("currency", text, ErrUnknown, "")
	}
	if c, err := money.ParseCurrency(Visible(text)); err == nil {
		return c, nil
	}
	if strings.ContainsFunc(Digits(text), isNumeral) || amountWords().free[FoldWords(text)] {
		m, err := ReadMoney(text)
		if err == nil && m.Named == "" {
			return "", fail("currency", text, ErrUnknown, "")
		}
		return m.Named, err
	}
	unit, err := currencyOf(strings.Fields(strings.ToLower(Visible(text))))
	if err != nil {
		return "", fmt.Errorf("currency %q: %w", text, err)
	}
	return unit.currency, nil
}

// currencyOf returns the currency that all words together name.
func currencyOf(words []string) (currencyUnit, error) {
	none := currencyUnit{}
	text := strings.Join(words, " ")
	if c, err := money.ParseCurrency(text); err == nil {
		return currencyUnit{c, 1}, nil
	}
	t := amountWords()
	key := FoldWords(text)
	if unit, ok := t.units[cmp.Or(key, text)]; ok && (key == "" || !strings.ContainsFunc(text, isMoneySign)) {
		return unit, nil
	}
	// A sign and its code, or the same twice: "EUR 3000 €".
	if len(words) > 1 {
		first, err := currencyOf(words[:1])
		second, errRest := currencyOf(words[1:])
		switch {
		case err == nil && errRest == nil && first == second:
			return first, nil
		case err == nil && errRest == nil:
			return none, fmt.Errorf("%w: both %q and %q stand by the number", money.ErrCurrency, words[0], strings.Join(words[1:], " "))
		}
	}
	if strings.ContainsFunc(text, isMoneySign) {
		return none, fmt.Errorf("%w: %q is not an ISO 4217 code or an unambiguous symbol", money.ErrCurrency, text)
	}
	var noun map[string]string // of the word that names a kind of money
	var others []string
	for word := range strings.FieldsSeq(key) {
		if n := t.noun(word); n != nil && noun == nil {
			noun = n
		} else if !t.fillers[word] {
			others = append(others, word)
		}
	}
	if noun == nil {
		return none, fmt.Errorf("%w: %q is not an ISO 4217 code or an unambiguous symbol", money.ErrCurrency, text)
	}
	found := money.Currency("")
	for _, word := range others {
		c := adjective(noun, word)
		if c == "" || found != "" && found != c {
			return none, fmt.Errorf("%w: %q is not an ISO 4217 code or an unambiguous symbol", money.ErrCurrency, text)
		}
		found = c
	}
	if found == "" {
		found = money.Currency(noun["*"])
	}
	if found == "" {
		return none, fmt.Errorf("%w: several countries have %q; write a code of ISO 4217", ErrAmbiguous, text)
	}
	return currencyUnit{found, 1}, nil
}

func isMoneySign(r rune) bool { return unicode.Is(unicode.Sc, r) || r == '%' }

// adjective returns the currency of a country's adjective by its stem, the longest first.
func adjective(noun map[string]string, word string) money.Currency {
	best := ""
	for stem := range noun {
		if stem != "*" && len(stem) > len(best) && strings.HasPrefix(word, stem) {
			best = stem
		}
	}
	return money.Currency(noun[best])
}

// amountTable holds the words of amounts, folded.
type amountTable struct {
	free, about, ranges, bounds, fillers map[string]bool
	factors                              map[string]int64
	units                                map[string]currencyUnit
	nouns                                []currencyNoun
}

type currencyNoun struct {
	stems     []string
	countries map[string]string // stem of the country to code; "*": of none
}

// noun returns the countries of a word such as "dinars".
func (t *amountTable) noun(word string) map[string]string {
	for _, n := range t.nouns {
		for _, stem := range n.stems {
			if strings.HasPrefix(word, stem) && len(word) <= len(stem)+8 {
				return n.countries
			}
		}
	}
	return nil
}

var amountWords = sync.OnceValue(func() *amountTable {
	t := &amountTable{factors: map[string]int64{}, units: map[string]currencyUnit{}}
	t.free, t.about, t.ranges = phraseTable(freeWords), phraseTable(aboutWords), phraseTable(rangeWords)
	t.bounds, t.fillers = phraseTable(boundWords), phraseTable("of,di,de,en,des,d,al")
	for factor, list := range map[int64]string{1000: thousandWords, 100_000: "lakh,lac,lakhs", 1_000_000: millionWords} {
		for word := range phraseTable(list) {
			t.factors[word] = factor
		}
	}
	for line := range strings.Lines(currencyNames) {
		code, names, _ := strings.Cut(strings.TrimSpace(line), ":")
		for name := range strings.SplitSeq(names, ",") {
			key := FoldWords(name)
			if key == "" {
				key = strings.TrimSpace(name)
			}
			t.units[key] = currencyUnit{money.Currency(code), 1}
		}
	}
	for name := range phraseTable("toman,tomans,tuman,toumans,تومان,туман,tomani") {
		t.units[name] = currencyUnit{"IRR", 10}
	}
	for line := range strings.Lines(currencyNouns) {
		stems, countries, _ := strings.Cut(strings.TrimSpace(line), "|")
		n := currencyNoun{countries: map[string]string{}}
		for stem := range strings.SplitSeq(stems, ",") {
			n.stems = append(n.stems, FoldWords(stem))
		}
		for entry := range strings.SplitSeq(countries, ";") {
			code, list, ok := strings.Cut(strings.TrimSpace(entry), ":")
			if !ok {
				continue
			}
			for stem := range strings.SplitSeq(list, ",") {
				if key := FoldWords(stem); key != "" {
					n.countries[key] = code
				} else {
					n.countries["*"] = code
				}
			}
		}
		t.nouns = append(t.nouns, n)
	}
	return t
})
