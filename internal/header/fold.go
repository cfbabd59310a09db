package header

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"skein/internal/normalize"
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
		b.WriteString(normalize.PlainLetter(r))
	}
	return b.String()
}
