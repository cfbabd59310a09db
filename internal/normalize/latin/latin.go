// Package latin writes words of other scripts in Latin letters, as readers of names need
// them: without marks, in lower case, one way for each language.
//
//	latin.Of("Юлія Ковальчук", "uk")   "yuliia kovalchuk"
//	latin.Of("محمد الحلبي", "ar")       "mhmd alhlby"
//	latin.Of("Đặng Văn Hùng", "")       "dang van hung"
//
// Arabic and Hebrew leave most vowels out, and so does what comes of them here; package
// name compares such words by their sounds. Letters of scripts without a table stay.
package latin

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Script returns the script of most letters of a text by its ISO 15924 code; empty for
// a text without letters and for a script that this package does not know.
func Script(text string) string {
	count := map[string]int{}
	best := ""
	for _, r := range text {
		if s := scriptOf(r); s != "" {
			count[s]++
			if count[s] > count[best] {
				best = s
			}
		}
	}
	return best
}

// scriptOf returns the script of a letter.
func scriptOf(r rune) string {
	if r < 0x250 {
		if unicode.IsLetter(r) {
			return "Latn"
		}
		return ""
	}
	for _, s := range scripts {
		if r >= s.from && r <= s.to {
			return s.code
		}
	}
	if unicode.Is(unicode.Latin, r) {
		return "Latn"
	}
	return ""
}

// scripts by their ranges of code points.
var scripts = []struct {
	from, to rune
	code     string
}{
	{0x0370, 0x03ff, "Grek"},
	{0x0400, 0x052f, "Cyrl"},
	{0x0530, 0x058f, "Armn"},
	{0x0590, 0x05ff, "Hebr"},
	{0x0600, 0x06ff, "Arab"},
	{0x0750, 0x077f, "Arab"},
	{0x0900, 0x097f, "Deva"},
	{0x0980, 0x09ff, "Beng"},
	{0x0a00, 0x0a7f, "Guru"},
	{0x0a80, 0x0aff, "Gujr"},
	{0x0b80, 0x0bff, "Taml"},
	{0x0c00, 0x0c7f, "Telu"},
	{0x0c80, 0x0cff, "Knda"},
	{0x0d00, 0x0d7f, "Mlym"},
	{0x10a0, 0x10ff, "Geor"},
	{0x1200, 0x137f, "Ethi"},
	{0x1f00, 0x1fff, "Grek"},
	{0x3040, 0x30ff, "Kana"},
	{0x4e00, 0x9fff, "Hani"},
	{0xac00, 0xd7a3, "Hang"},
	{0xfb1d, 0xfb4f, "Hebr"},
	{0xfb50, 0xfdff, "Arab"},
	{0xfe70, 0xfeff, "Arab"},
}

// Of returns the text in small Latin letters. The language (BCP 47) decides where
// languages of one script differ; empty: the commonest.
func Of(text, language string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	b.Grow(len(text) + 8)
	runes := []rune(norm.NFKC.String(text))
	for i := 0; i < len(runes); {
		i += write(&b, runes, i, language)
	}
	return b.String()
}

// plain reports whether a text has ASCII alone.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// write writes what begins at a letter and returns how many letters it took.
func write(b *strings.Builder, runes []rune, i int, language string) int {
	r := unicode.ToLower(runes[i])
	switch scriptOf(r) {
	case "Latn":
		b.WriteString(fold(r))
	case "Cyrl":
		b.WriteString(cyrillic(runes, i, language))
	case "Grek":
		return greek(b, runes, i)
	case "Armn":
		return armenian(b, runes, i)
	case "Hebr", "Arab", "Geor":
		b.WriteString(letterTable()[r])
	case "Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym":
		return brahmic(b, runes, i)
	case "Ethi":
		b.WriteString(ethiopic(r))
	case "Kana":
		return kana(b, runes, i)
	case "Hang":
		hangul(b, r)
	case "Hani":
		han(b, r)
	default:
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return 1
}

// fold writes a Latin letter without its marks.
func fold(r rune) string {
	if r < 0x80 {
		return string(r)
	}
	if s, ok := foldTable()[r]; ok {
		return s
	}
	d := norm.NFD.String(string(r))
	var b strings.Builder
	for _, c := range d {
		if c < 0x80 {
			b.WriteRune(c)
		}
	}
	if b.Len() == 0 {
		return string(r)
	}
	return strings.ToLower(b.String())
}
