package comparison

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/internal/normalize"
)

// canonical appends the text of a value as it is compared; nothing where it says
// nothing.
func canonical(out []byte, k Kind, text string) []byte {
	switch k {
	case Date:
		return canonicalDate(out, text)
	case Phone:
		return canonicalPhone(out, text)
	case Email:
		return lower(out, strings.TrimSpace(text))
	case Code, Exclusive:
		return lower(out, strings.TrimSpace(text))
	case Identifier, Postcode:
		return alphanumeric(out, text)
	case Person, Organisation, Text: // by their tokens
	}
	return out
}

func lower(out []byte, text string) []byte {
	for _, r := range text {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			out = append(out, byte(r))
			continue
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return out
}

// alphanumeric keeps letters, in small, and digits.
func alphanumeric(out []byte, text string) []byte {
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		if plain, err := normalize.Identifier(text); err == nil {
			text = plain
		}
	}
	for _, r := range text {
		switch {
		case 'A' <= r && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			out = append(out, byte(r))
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}

// canonicalPhone keeps the digits; a plus in front or two zeros say that the number is
// international.
func canonicalPhone(out []byte, text string) []byte {
	number, err := normalize.Phone(text, "")
	if err != nil {
		number = text
	}
	for i := range len(number) {
		if number[i] >= '0' && number[i] <= '9' {
			out = append(out, number[i])
		}
	}
	return out
}

// date is a calendar date as far as it is told: zeros stand for what is not.
type date struct {
	year       int16
	month, day int8
}

// canonicalDate writes a date as eight digits; one that cannot be read keeps its
// digits.
func canonicalDate(out []byte, text string) []byte {
	text = strings.TrimSpace(text)
	if digits := isoDigits(text); digits != "" {
		return append(out, digits...)
	}
	if d, err := normalize.ParseDate(text, normalize.DateOptions{}); err == nil {
		return append(out, (strings.ReplaceAll(d.String(), "-", "") + "0000")[:8]...)
	}
	for _, r := range normalize.Digits(text) {
		if '0' <= r && r <= '9' && len(out) < 8 {
			out = append(out, byte(r))
		}
	}
	if len(out) < 4 {
		return out[:0]
	}
	return out
}

// isoDigits returns the eight digits of YYYY-MM-DD and YYYYMMDD, whether or not there
// is such a day.
func isoDigits(text string) string {
	if len(text) == 10 && text[4] == text[7] && (text[4] == '-' || text[4] == '/') {
		text = text[:4] + text[5:7] + text[8:]
	}
	if len(text) != 8 {
		return ""
	}
	for i := range 8 {
		if text[i] < '0' || text[i] > '9' {
			return ""
		}
	}
	return text
}

func dateOf(digits string) date {
	if len(digits) != 8 {
		return date{}
	}
	number := func(s string) (n int16) {
		for i := range len(s) {
			n = 10*n + int16(s[i]-'0')
		}
		return n
	}
	return date{number(digits[:4]), int8(number(digits[4:6])), int8(number(digits[6:]))}
}
