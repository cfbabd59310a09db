package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Visible returns what a reader sees of a text: the form in which keys, headers, terms and
// labels are compared, so that two texts that look the same are the same. It is in Unicode
// normal form C, with each run of white space (line ends and no-break spaces among them) as
// one space, none at the ends, and without characters that show nothing: controls, marks of
// byte order and direction, zero-width spaces, word joiners, soft hyphens, variation
// selectors, tags and the rest of Unicode's default ignorable code points.
//
// The joiners U+200C and U+200D go as well: Persian is written with and without them, so
// "علی‌رضا" and "علیرضا" are one. [Text], which is for showing, keeps them where the script needs
// them. Case, accents and compatibility forms stay. A text that is not UTF-8 is returned as
// it is, since its bytes may be all that keeps it apart from another.
func Visible(text string) string {
	if isPlain(text) || !utf8.ValidString(text) {
		return text
	}
	return norm.NFC.String(strings.Join(strings.Fields(strings.Map(visible, text)), " "))
}

// isPlain reports whether a text is printable ASCII with single spaces within it, as most
// are: then it is its own visible form.
func isPlain(text string) bool {
	space := true
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c > '~' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return text == "" || !space
}

// visible maps white space to a space and drops what shows nothing: -1.
func visible(r rune) rune {
	const blankBraille = '\u2800' // a symbol by its category, a blank by its look
	switch {
	case r > ' ' && r <= '~':
		return r
	case unicode.IsSpace(r), r == blankBraille:
		return ' '
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // format characters that do show
		return r
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return -1
	}
	return r
}

const nonJoiner, joiner = '\u200c', '\u200d'

// shown is [visible] of a whole text, with the joiners where they change what is seen: between
// letters of scripts that join them, and U+200D between symbols, as emoji have it.
func shown(text string) string {
	if !strings.ContainsAny(text, "\u200c\u200d") {
		return strings.Map(visible, text)
	}
	var b strings.Builder
	var pending, last rune // a joiner that waits for what follows, and what stands before it
	for _, r := range text {
		if r == nonJoiner || r == joiner {
			if pending == 0 {
				pending = r
			}
			continue
		}
		if r = visible(r); r < 0 {
			continue
		}
		if pending != 0 && joins(last, r, pending) {
			b.WriteRune(pending)
		}
		pending, last = 0, r
		b.WriteRune(r)
	}
	return b.String()
}

// joins reports whether a joiner between two characters means something (Unicode Standard,
// section 23.2): letters of Latin, Greek, Cyrillic and some more never join.
func joins(before, after, mark rune) bool {
	if mark == joiner && unicode.Is(unicode.So, before) && unicode.Is(unicode.So, after) {
		return true
	}
	return joiningLetter(before) && joiningLetter(after)
}

func joiningLetter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.Is(unicode.M, r)) &&
		!unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian, unicode.Hebrew,
			unicode.Ethiopic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
