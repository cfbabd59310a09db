package reader

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// alphabet is how a code page's letters beyond ASCII are used.
//
// It is a naive Bayes model over single bytes with a little context. Letters stand
// in classes of about equal frequency; class k has the log-probability
// -2.2 - 0.8k, so that the classes hold about 11, 5, 2.2, 1, 0.5 and 0.2 per cent a
// letter. The classes follow the order of the letters in running text of the
// languages named, with room for names. Context: scripts do not mix within a word,
// a capital does not follow a small letter, and a Latin word has its accents
// scattered among plain letters.
type alphabet struct {
	name    string
	page    *charmap.Charmap
	prior   float64
	classes []string
}

func alphabets() []alphabet {
	return []alphabet{
		{ // French, German, Spanish, Portuguese, Italian, Dutch, Nordic
			name: "windows-1252", page: charmap.Windows1252,
			classes: []string{"éüäöñóíáèç", "àúßêãâôåø", "îëæûïùõò", "ìœýš", "žðþÿ", "ªº"},
		},
		{ // Arabic; Persian and Urdu letters; French, as in the Maghreb
			name: "windows-1256", page: charmap.Windows1256, prior: -1,
			classes: []string{"ال", "يمنورحد", "تبةعسه", "فكقأجىش", "صطخزذضءئغظثإآؤپچگ", "ژکھٹڈڑںہےœéèàçêâôîëûïùü"},
		},
		{ // Turkish: the page is windows-1252 but for ğ, ı, ş and their capitals
			name: "windows-1254", page: charmap.Windows1254, prior: -1,
			classes: []string{"ıüş", "öçği", "", "â", "îû"},
		},
		{ // Greek
			name: "windows-1253", page: charmap.Windows1253, prior: -1,
			classes: []string{"αοιετσ", "νηυρπκς", "μλωάίόέή", "γδύχθφβώ", "ξζψ", "ϊϋΐΰ"},
		},
		{ // Russian, Bulgarian, Serbian, Macedonian, Ukrainian, Belarusian
			name: "windows-1251", page: charmap.Windows1251, prior: -1,
			classes: []string{"оаеи", "нтсрвл", "кмдпу", "яыьгзбчјй", "хжшюцъщіћњљ", "эфёђџїєґўѓѕќ"},
		},
	}
}

// Log-probabilities of what is not a letter of the alphabet, and of context.
const (
	strangeLetter = -9.0  // a letter of no class
	punctuation   = -5.0  // quotation marks, dashes, currency, degrees
	strangeSign   = -8.0  // any other sign
	nothing       = -15.0 // the page has no such character
	mixedScripts  = -6.0  // plain Latin letter beside a letter of another script
	accentRun     = -4.0  // accented Latin letter beside another
	oddCapital    = -3.0  // small letter, then capital
	signInWord    = -4.0
)

func letterLogs(classes []string) map[rune]float64 {
	logs := map[rune]float64{}
	for k, class := range classes {
		for _, c := range class {
			logs[c] = -2.2 - 0.8*float64(k)
		}
	}
	return logs
}

// guessPage returns the code page whose letters the bytes beyond ASCII make the
// most likely text of, and how sure that is, from 0.5 for a toss-up to 0.99. It
// knows windows-1252, -1256, -1254, -1253 and -1251; other pages are to be declared.
func guessPage(text []byte) (string, float64) {
	type guess struct {
		name  string
		page  *charmap.Charmap
		score float64
	}
	var all []guess
	for _, a := range alphabets() {
		all = append(all, guess{a.name, a.page, a.score(text)})
	}
	slices.SortStableFunc(all, func(a, b guess) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	// Eight units tell two pages apart four times in five. A page that makes the same
	// text is no rival.
	rivals := slices.DeleteFunc(slices.Clone(all[1:]), func(g guess) bool { return sameText(text, all[0].page, g.page) })
	if len(rivals) == 0 {
		return all[0].name, 0.99
	}
	margin := all[0].score - rivals[0].score
	return all[0].name, min(0.99, 1-0.5*math.Exp(-margin/8))
}

// sameText reports whether two pages read the bytes alike.
func sameText(text []byte, a, b *charmap.Charmap) bool {
	return !slices.ContainsFunc(text, func(c byte) bool { return a.DecodeByte(c) != b.DecodeByte(c) })
}

// score is the log-likelihood of the bytes beyond ASCII.
func (a *alphabet) score(text []byte) float64 {
	page, logs := pageOf(a.page), letterLogs(a.classes)
	sum := a.prior
	for i, b := range text {
		if b < utf8.RuneSelf {
			continue
		}
		var before, after rune
		if i > 0 {
			before = page[text[i-1]]
		}
		if i+1 < len(text) {
			after = page[text[i+1]]
		}
		sum += a.log(page[b], before, after, logs)
	}
	return sum
}

func (a *alphabet) log(c, before, after rune, logs map[rune]float64) float64 {
	switch {
	case c == utf8.RuneError:
		return nothing
	case unicode.IsLetter(c):
		l, known := logs[unicode.ToLower(c)]
		if !known {
			l = strangeLetter
		}
		return l + a.context(c, before, after)
	}
	l := strangeSign
	if unicode.Is(unicode.Mn, c) || unicode.IsPunct(c) || strings.ContainsRune("\u00a0€£°№", c) {
		l = punctuation
	}
	if unicode.IsLetter(before) && unicode.IsLetter(after) && c != '’' && !unicode.Is(unicode.Mn, c) {
		l += signInWord
	}
	return l
}

// context judges a letter by the letters on its sides.
func (a *alphabet) context(c, before, after rune) float64 {
	sum := 0.0
	latin := unicode.Is(unicode.Latin, c)
	for _, side := range []rune{before, after} {
		switch {
		case !unicode.IsLetter(side):
		case unicode.Is(unicode.Latin, side) != latin:
			sum += mixedScripts
		case latin && side >= utf8.RuneSelf:
			sum += accentRun
		}
	}
	if unicode.IsLower(before) && unicode.IsUpper(c) {
		sum += oddCapital
	}
	if unicode.IsLower(c) && unicode.IsUpper(after) {
		sum += oddCapital
	}
	return sum
}
