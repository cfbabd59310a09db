package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Digits replaces the digits of all scripts (Arabic, Persian, Devanagari, Bengali, full-width and
// so on: Unicode's decimal digits) by 0 to 9 and leaves the rest as it is.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf || !unicode.Is(unicode.Nd, r) {
			return r
		}
		for _, of := range unicode.Nd.R16 { // each range begins with a zero
			if rune(of.Lo) <= r && r <= rune(of.Hi) {
				return '0' + (r-rune(of.Lo))%10
			}
		}
		for _, of := range unicode.Nd.R32 {
			if rune(of.Lo) <= r && r <= rune(of.Hi) {
				return '0' + (r-rune(of.Lo))%10
			}
		}
		return r
	}, text)
}

// Text returns text in Unicode normal form C, without control characters,
// direction marks and other invisible characters, and with each run of white
// space as one space. The joiners U+200C and U+200D stay between letters of
// scripts that need them, as Persian and the Indic ones do; [Visible] is the
// form to compare. It fails with [ErrUnknown] if nothing is left and
// with [ErrFormat] if text is not UTF-8, which means that it was decoded wrongly.
func Text(text string) (string, error) {
	if !utf8.ValidString(text) {
		return "", fail("text", text, ErrFormat, "it is not UTF-8; declare the encoding of the source")
	}
	if isPlain(text) && text != "" {
		return text, nil
	}
	clean := norm.NFC.String(strings.Join(strings.Fields(shown(text)), " "))
	if clean == "" {
		return "", fail("text", text, ErrUnknown, "")
	}
	return clean, nil
}

// Name returns the name of a person or thing: [Text] in its own script and
// case, without quotation marks around the whole. An apostrophe at one end
// stays, since it may be a letter ('Ali, Sana'). It fails with [ErrUnknown] if
// the text says that the name is not known, and with [ErrFormat] if it has no
// letter or digit.
func Name(text string) (string, error) {
	name, err := Text(text)
	if err != nil {
		return "", err
	}
	for {
		inner := unquote(name)
		if inner == name {
			break
		}
		name = inner
	}
	if IsNothing(name, OfName) {
		return "", fail("name", text, ErrUnknown, "")
	}
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return "", fail("name", text, ErrFormat, "it has no letter")
	}
	return name, nil
}

// unquote removes one pair of quotation marks around s and the spaces within it.
func unquote(s string) string {
	for _, pair := range [...]string{`""`, "''", "``", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "‹›"} {
		opening, size := utf8.DecodeRuneInString(pair)
		closing := pair[size:]
		if inner, ok := strings.CutPrefix(s, string(opening)); ok {
			if inner, ok = strings.CutSuffix(inner, closing); ok {
				return strings.TrimSpace(inner)
			}
		}
	}
	return s
}

// fold returns the key by which words of the tables are looked up: lower case
// without accents, vowel signs, punctuation and the spelling variants of
// Arabic letters, in ASCII digits, words parted by one space.
func fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(Digits(text)) {
		r = foldRune(r)
		switch {
		case r < 0:
		case r == ' ':
			space = true
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			if r == 'ß' {
				b.WriteString("ss")
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// foldRune maps one decomposed character to its place in a key: -1 for none.
func foldRune(r rune) rune {
	switch r {
	case '\u0640', '\'', '’', '‘', 'ʼ', '`', '´': // the Arabic stretch mark; elision
		return -1
	}
	switch {
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return FoldLetter(r)
	}
	return ' '
}

// FoldLetter returns the lower-case letter that stands for the variants of a decomposed
// character, in no particular language: the I with and without a dot, the two forms of sigma, the
// Arabic and Persian forms of yeh, kaf and heh.
func FoldLetter(r rune) rune {
	switch r {
	case 'ı', 'I':
		return 'i'
	case 'ς':
		return 'σ'
	case 'ي', 'ى':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ة', 'ۀ':
		return 'ه'
	}
	return unicode.ToLower(r)
}

// PlainLetter returns the text that stands for the variants of a decomposed character, as
// [FoldLetter] does, and for letters that other keyboards lack: ß is ss, æ is ae, ø is o.
func PlainLetter(r rune) string {
	r = FoldLetter(r)
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'ħ':
		return "h"
	}
	return string(r)
}
