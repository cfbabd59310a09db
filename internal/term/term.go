// Package term holds the words that figures count by: crime areas, roles, means, modes, causes,
// routes and the like. Sources spell one word in many ways, and a figure counts it once.
//
//	"Migrant smuggling", "MIGRANT-SMUGGLING", "migrant_smuggling "   one key: migrant smuggling
//	"Driver", "driver", "DRİVER"                                     one key: driver
//	"by sea" of a mode of travel                                     the key of its term: sea
//
// [Fold] gives the key of a text: without case, accents, compatibility forms, invisible
// characters, and with a space for hyphens, underscores and runs of space. [Of] also knows the
// terms of the field, by property, with what else they are called ([Known] lists them): the one
// table of synonyms. What a key is shown as is the field's term, where it is one, else the
// spelling that most values have ([Index]): never the one that came first.
//
// Columns of the properties that schema marks as terms hold the shown spelling, so that whatever
// reads them counts and compares alike. The records keep what the source wrote.
package term

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"skein/internal/normalize"
)

// Key is what two spellings of a term have in common.
type Key string

// Fold returns the key of a text in any script. It depends on no language: I, İ and ı are one
// letter, as are σ and ς, ß and ss, the Arabic and Persian forms of yeh and kaf. Marks over and
// under the letters of alphabets are left out; those of scripts in which they are vowels, as
// Devanagari and Thai, stay. Signs other than dashes stay, "<18" is not
// ">18", but for quotation marks around the text and a full stop or comma behind it. A text of dashes
// alone is its own key.
func Fold(text string) Key {
	visible := normalize.Visible(text)
	var b strings.Builder
	b.Grow(len(visible))
	space, marked := false, true // marked: a mark here belongs to a letter of an alphabet
	for _, r := range norm.NFKD.String(normalize.Digits(visible)) {
		switch {
		case unicode.Is(unicode.Mn, r) && marked, r == '\u0640': // the Arabic stretch mark
			continue
		case unicode.IsSpace(r), unicode.In(r, unicode.Pd, unicode.Pc), r == '\u2212': // a minus sign is written for a dash
			space = true
			continue
		case r == '’', r == 'ʼ', r == '‘', r == '`', r == '´':
			r = '\''
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space, marked = false, !unicode.IsLetter(r) || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew, unicode.Armenian)
		b.WriteString(normalize.PlainLetter(r))
	}
	key := strings.TrimRight(strings.TrimLeft(strings.ReplaceAll(strings.ReplaceAll(b.String(), " /", "/"), "/ ", "/"), quotes), quotes+".,;:")
	if key == "" {
		return Key(visible)
	}
	return Key(norm.NFC.String(key))
}

// quotes may stand around a term and are none of it.
const quotes = "\"'“”„«»‹› "
