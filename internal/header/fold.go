package header

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a header in lower case, without accents, its words parted by one space:
// "DateOfBirth", "date_of_birth" and "Date of birth" are the same. Letters that scripts
// write in two ways become one: ς is σ, ı is i, ß is ss, and the Arabic yeh, kaf and teh
// marbuta are the Persian ones.
func Fold(header string) string {
	var b strings.Builder
	space, lower := false, false
	for _, r := range norm.NFKD.String(header) {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsNumber(r):
			space, lower = true, false
			continue
		case unicode.IsUpper(r) && lower:
			space = true
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space, lower = false, unicode.IsLower(r)
		b.WriteString(letter(unicode.ToLower(r)))
	}
	return b.String()
}

// letter returns the one way of writing a letter.
func letter(r rune) string {
	switch r {
	case 'ς':
		return "σ"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ':
		return "d"
	case 'æ':
		return "ae"
	case 'ي', 'ى':
		return "ی"
	case 'ك':
		return "ک"
	case 'ة':
		return "ه"
	}
	return string(r)
}
