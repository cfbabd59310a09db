package normalize

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Sort is a sort of value, as far as it decides which texts are values: "No" is a surname
// and no number of a passport, 0 is a count and no number of a ship.
type Sort uint8

// The sorts of values.
const (
	// OfTerm is a word out of a vocabulary, or a free text. "no" and "no document" are
	// answers; "none", "n/a" and "unknown" name nothing.
	OfTerm Sort = iota + 1
	// OfName is the name of a person or thing, in whole or in part. "No", "Na" and "Sin" are names.
	OfName
	// OfIdentifier is a number of a document, phone, vessel, account and so on: neither zeros
	// nor words that say that there is none.
	OfIdentifier
	// OfDevice is an identifier that is given out by blocks, so that one digit throughout is
	// none: MMSI, IMEI, IMSI.
	OfDevice
	// OfKey is a text of which nothing is known but that it names a thing. 0 may be the first
	// row of a table, so zeros count from five on.
	OfKey
	// OfQuantity is a number, an amount or a date. 0 is a number.
	OfQuantity
)

// longestNothing bounds the texts that are looked at, in bytes.
const longestNothing = 96

// IsNothing reports whether a text says that there is no value, or that it is not known:
// an empty text, marks only ("-", "?"), words such as "n/a", "unknown", "yok", "нет" and
// "لا يوجد" in the field's languages, the error values of spreadsheets ("#REF!", "#####") and,
// for identifiers, zeros, XXXX and numbers that a spreadsheet rounded ("1.23457E+11"). Case,
// accents, marks and invisible characters do not matter, save in names.
//
// It is the one table of the program: whoever makes keys, values, nodes or comparisons of
// texts asks here.
func IsNothing(text string, of Sort) bool {
	if len(text) > longestNothing {
		return len(text) < 4*longestNothing && Visible(text) == ""
	}
	if isPlainASCII(text) {
		if strings.ContainsAny(text, "0123456789") {
			return numberIsNothing(text, of)
		}
		if nothings().cannotBegin(text) {
			return false
		}
	}
	key := fold(text)
	if key == "" {
		// A sign may be a code: + or €, or a tick.
		return of == OfIdentifier || of == OfDevice || of == OfName || !strings.ContainsFunc(text, isSign)
	}
	if isSheetError(text) {
		return true
	}
	if strings.ContainsAny(key, "0123456789") {
		return numberIsNothing(Digits(Visible(text)), of)
	}
	return wordsAreNothing(text, key, of)
}

func isPlainASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isSign(r rune) bool {
	return unicode.IsSymbol(r) && !strings.ContainsRune("=~<>|^`´", r) || strings.ContainsRune("*&@%", r)
}

// isSheetError reports whether a text is an error value of a spreadsheet (ECMA-376 part 1,
// 18.17.3, and what programs show for it in German, French, Spanish, Italian and Russian), or
// the hashes of a column that was too narrow.
func isSheetError(text string) bool {
	text = Visible(text)
	if code, ok := strings.CutPrefix(text, "Err:"); ok { // of LibreOffice
		return len(code) == 3 && strings.Trim(code, "0123456789") == ""
	}
	word, ok := strings.CutPrefix(text, "#")
	if !ok || strings.ToUpper(word) != word {
		return false
	}
	if word = strings.TrimRight(word, "#"); word == "" {
		return len(text) > 1
	}
	marked := strings.HasSuffix(word, "!") || strings.HasSuffix(word, "?") || strings.HasSuffix(word, ")") // #NAME? and #name, a tag
	return (marked || len(word) <= 4) && nothings().errors[fold(word)]
}

// numberIsNothing decides on texts with digits: zeros, XX0, rounded numbers.
func numberIsNothing(text string, of Sort) bool {
	if isSheetError(text) {
		return true
	}
	if of != OfIdentifier && of != OfDevice && of != OfKey {
		return false
	}
	digits, letters, same := 0, 0, true
	var first byte
	for i := range len(text) {
		c := text[i]
		switch {
		case isDigit(c):
			if digits == 0 {
				first = c
			}
			digits++
			same = same && c == first
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			if digits > 0 { // letters behind digits: a number
				return isRounded(text)
			}
			letters++
		case c >= utf8.RuneSelf:
			return false
		}
	}
	zeros := same && first == '0'
	switch {
	case isRounded(text):
		return true
	case letters > 0:
		return zeros && digits >= 6 && letters <= 3 && of != OfKey
	case of == OfKey:
		return zeros && digits >= 5
	case of == OfDevice:
		return same && (zeros || digits >= 9)
	}
	return zeros
}

// isRounded reports whether a text is a number in the scientific notation of a spreadsheet,
// 1.23457E+11: what stood there had more digits.
func isRounded(text string) bool {
	text = strings.TrimSpace(text)
	at := strings.IndexAny(text, "eE")
	if at < 1 {
		return false
	}
	mantissa, exponent := text[:at], text[at+1:]
	power := strings.TrimPrefix(exponent, "+")
	fraction := len(mantissa) > 2 && (mantissa[1] == '.' || mantissa[1] == ',')
	plain := len(mantissa) == 1 || fraction
	return plain && isDigit(mantissa[0]) && (len(mantissa) == 1 || strings.Trim(mantissa[2:], "0123456789") == "") &&
		power != "" && strings.Trim(power, "0123456789") == "" && len(power) <= 3 &&
		(fraction || power != exponent && len(power) >= 2)
}

// wordsAreNothing decides on texts without digits by their words.
func wordsAreNothing(text, key string, of Sort) bool {
	t := nothings()
	switch of {
	case OfName:
		return t.noName(text, key)
	case OfTerm:
		return t.unknown[key] || t.none[key] || t.abbreviated(text, key) || isCrosses(key) || t.phrase(key, kindUnknown, kindFacts|kindThing|kindPerson|kindFiller) ||
			t.phrase(key, kindNo|kindNone|kindUnknown, kindFacts|kindFiller) && !t.single(key, kindNo)
	case OfKey:
		// "No" may be how a table codes something.
		if slices.Contains([]string{"nema", "nada", "nil", "nan", "brak"}, key) { // places and given names
			return false
		}
		return t.unknown[key] || t.none[key] || t.absent[key] || t.abbreviated(text, key) || isCrosses(key) ||
			t.phrase(key, kindUnknown, kindNone|kindNo|kindFacts|kindThing|kindPerson|kindFiller) ||
			t.phrase(key, kindNone|kindNo, kindFacts|kindThing|kindName|kindFiller) && !t.single(key, kindNo) // not Sin Man
	default:
	}
	return t.unknown[key] || t.none[key] || t.absent[key] || t.short[key] || isCrosses(key) ||
		t.phrase(key, kindUnknown|kindNone|kindNo, kindFacts|kindThing|kindPerson|kindFiller)
}

// isCrosses reports whether a folded text is XX, XXX and so on, as forms are filled in.
func isCrosses(key string) bool {
	key = strings.ReplaceAll(key, " ", "")
	return len(key) > 1 && strings.Trim(key, "x") == ""
}

// What a word does in a phrase such as "passport not known".
type wordKind uint8

const (
	kindUnknown wordKind = 1 << iota // unknown
	kindNone                         // none
	kindNo                           // no, without
	kindFacts                        // data, information
	kindThing                        // passport, number
	kindPerson                       // person, name
	kindFiller                       // of, the, available
	kindName                         // name, surname
)

// nothingTable indexes the words of nothingwords.go, folded.
type nothingTable struct {
	unknown, none, absent map[string]bool
	short                 map[string]bool // abbreviations
	names                 map[string]bool // what stands for a name that is not known
	errors                map[string]bool
	words                 map[string]wordKind
	begins                map[string]bool // words that a text for nothing may begin with
}

// cannotBegin reports whether an ASCII text begins with a word that no text for nothing begins
// with: most texts do, and are done with at once.
func (t *nothingTable) cannotBegin(text string) bool {
	var word [24]byte
	n := 0
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z':
		case c == '\'' || c == '`': // fold drops them
			continue
		case n == 0:
			if c == '#' { // #REF!
				return false
			}
			continue
		default:
			return !t.beginsWith(word[:n])
		}
		if n == len(word) {
			return true
		}
		word[n] = c
		n++
	}
	return n > 0 && !t.beginsWith(word[:n])
}

func (t *nothingTable) beginsWith(word []byte) bool {
	return t.begins[string(word)] || word[0] == 'x' && strings.Trim(string(word), "x") == ""
}

var nothings = sync.OnceValue(func() *nothingTable {
	t := &nothingTable{words: map[string]wordKind{}}
	t.unknown = phraseTable(unknownPhrases)
	t.none = phraseTable(nonePhrases)
	t.absent = phraseTable(absentPhrases)
	t.short = phraseTable(shortForms)
	t.names = phraseTable(noNamePhrases)
	t.errors = phraseTable(sheetErrors)
	for kind, list := range map[wordKind]string{kindNo: noNegations, kindFacts: factWords, kindThing: thingWords, kindPerson: personWords, kindFiller: fillerWords, kindName: nameWords} {
		for w := range strings.FieldsSeq(fold(strings.NewReplacer(",", " ", "\n", " ").Replace(list))) {
			t.words[w] |= kind
		}
	}
	for kind, table := range map[wordKind]map[string]bool{kindUnknown: t.unknown, kindNone: t.none} {
		for phrase := range table {
			if !strings.Contains(phrase, " ") {
				t.words[phrase] |= kind
			}
		}
	}
	t.begins = map[string]bool{"x": true, "err": true}
	for _, table := range []map[string]bool{t.unknown, t.none, t.absent, t.short, t.names, t.errors} {
		for phrase := range table {
			first, _, _ := strings.Cut(phrase, " ")
			t.begins[first] = true
		}
	}
	for phrase := range t.absent {
		if !strings.Contains(phrase, " ") {
			t.words[phrase] |= kindNo
		}
	}
	for word := range t.words {
		t.begins[word] = true
	}
	return t
})

// phraseTable indexes phrases that stand by commas, one language a line.
func phraseTable(list string) map[string]bool {
	table := map[string]bool{}
	for line := range strings.Lines(list) {
		for phrase := range strings.SplitSeq(line, ",") {
			if key := fold(phrase); key != "" {
				table[key] = true
			}
		}
	}
	return table
}

// single reports whether a key is one word of a kind and of no surer one.
func (t *nothingTable) single(key string, kind wordKind) bool {
	return !strings.Contains(key, " ") && t.words[key]&kind != 0
}

// phrase reports whether a key is made of words of the kinds must and may, with one of must
// among them.
func (t *nothingTable) phrase(key string, must, may wordKind) bool {
	const most = 7
	found, n := false, 0
	for w := range strings.FieldsSeq(key) {
		kind := t.words[w]
		if n++; kind&(must|may) == 0 || n > most {
			return false
		}
		found = found || kind&must != 0
	}
	return found
}

// abbreviated reports whether a text is a short form with its marks, such as n/a and k.A.:
// without them the letters may be a code. NA, UNK and NaN need none.
func (t *nothingTable) abbreviated(text, key string) bool {
	if !t.short[key] {
		return false
	}
	return len(key) > 2 || key == "na" || strings.ContainsAny(text, "./\\-")
}

// noName reports whether a text in the place of a name is none. Short words count only as
// machines and officers write them: Nil, Nan and Na are names, nil, NaN and N/A are none.
func (t *nothingTable) noName(text, key string) bool {
	switch key {
	case "na":
		return false
	case "nan":
		return !strings.HasSuffix(strings.TrimSpace(text), "an") || strings.TrimSpace(text) == "nan"
	case "nil":
		return strings.TrimSpace(text) == "nil"
	case "null": // Null is a family name
		return strings.TrimSpace(text) != "Null"
	case "n n", "unk", "unkn", "tbc", "tbd", "tba":
		return true
	case "k a", "o a": // keine, ohne Angabe; K. A. are initials
		return text[0] == key[0]
	}
	if t.names[key] || t.unknown[key] || isCrosses(key) {
		return true
	}
	if t.short[key] {
		return strings.Contains(text, "/") || len(key) > 3
	}
	// "No surname" is none; Sin Man and Ma Man are given names.
	return t.phrase(key, kindUnknown, kindPerson|kindName|kindFacts|kindFiller) ||
		t.phrase(key, kindNo|kindNone, kindName|kindFacts|kindFiller) && t.hasName(key)
}

// hasName reports whether a key has a word for name or data beside its negation.
func (t *nothingTable) hasName(key string) bool {
	for w := range strings.FieldsSeq(key) {
		if kind := t.words[w]; kind&(kindName|kindFacts) != 0 && kind&(kindNo|kindNone) == 0 {
			return true
		}
	}
	return false
}
