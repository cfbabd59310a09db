package money

import (
	"fmt"
	"strings"
	"unicode"
)

// The Arabic marks, which have one meaning each.
const (
	arabicDecimal   = '\u066b'
	arabicThousands = '\u066c'
)

// Decimal rewrites a number as people write it to a plain decimal: an optional
// "-", digits without leading zeros, and, if there is a fraction, a point and
// digits without trailing zeros. The package comment has the rules. A result
// such as 1.125, which those rules would read as thousands, gets one more zero
// ("1.1250"), so that Decimal(Decimal(x)) is always Decimal(x). The digits are
// 0 to 9; it fails with [ErrFormat].
func Decimal(text string) (string, error) {
	number := strings.TrimSpace(text)
	negative := false
	if rest, ok := strings.CutPrefix(strings.Replace(number, "\u2212", "-", 1), "-"); ok {
		negative, number = true, strings.TrimLeft(rest, " ")
	} else if rest, ok := strings.CutPrefix(number, "+"); ok {
		number = strings.TrimLeft(rest, " ")
	}
	whole, fraction := cutDecimal(number)
	digits, ok := ungroup(whole)
	if !ok || strings.Trim(fraction, "0123456789") != "" {
		return "", fmt.Errorf("%q: %w", text, ErrFormat)
	}
	digits = strings.TrimLeft(digits, "0")
	fraction = strings.TrimRight(fraction, "0")
	if digits == "" {
		digits = "0"
	}
	if fraction != "" {
		digits = unmistakable(digits, fraction)
	}
	if negative && strings.Trim(digits, "0.") != "" {
		digits = "-" + digits
	}
	return digits, nil
}

// cutDecimal parts a number at its decimal mark, if it has one.
func cutDecimal(number string) (whole, fraction string) {
	at := strings.LastIndexAny(number, ".,"+string(arabicDecimal))
	if at < 0 {
		return number, ""
	}
	mark := []rune(number[at:])[0]
	whole, fraction = number[:at], number[at+len(string(mark)):]
	if mark == arabicDecimal {
		return whole, fraction
	}
	if strings.ContainsRune(whole, mark) || // it occurs twice: it separates groups
		len(fraction) == 0 ||
		looksLikeThousands(whole, fraction) {
		return number, ""
	}
	return whole, fraction
}

// looksLikeThousands is the rule for "1.234".
func looksLikeThousands(whole, fraction string) bool {
	return len(fraction) == 3 && 1 <= len(whole) && len(whole) <= 3 &&
		strings.Trim(whole, "0123456789") == "" && strings.Trim(whole, "0") != ""
}

// unmistakable joins a whole and a fraction by a point so that it is not read
// as thousands.
func unmistakable(whole, fraction string) string {
	if looksLikeThousands(whole, fraction) {
		fraction += "0"
	}
	return whole + "." + fraction
}

// ungroup removes the group separators of a whole number after checking that
// they are all the same and part it into groups.
func ungroup(number string) (digits string, ok bool) {
	var groups []string
	var separator rune
	start := 0
	for i, r := range number {
		if isNumeral(r) {
			continue
		}
		if !isGroupMark(r) || separator != 0 && sameMark(r) != separator {
			return "", false
		}
		separator = sameMark(r)
		groups = append(groups, number[start:i])
		start = i + len(string(r))
	}
	groups = append(groups, number[start:])
	for i, g := range groups {
		if g == "" || strings.Trim(g, "0123456789") != "" {
			return "", false
		}
		if i > 0 && len(g) != 3 && (len(g) != 2 || i == len(groups)-1 || len(groups[1]) != 2) {
			return "", false
		}
	}
	if len(groups) > 1 && len(groups[0]) > 3 {
		return "", false
	}
	for i := 2; i < len(groups)-1; i++ {
		if len(groups[i]) != len(groups[1]) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func isGroupMark(r rune) bool {
	return strings.ContainsRune(".,'’`"+string(arabicThousands), r) || unicode.Is(unicode.Zs, r)
}

// sameMark gives all spaces, and all apostrophes, one name each.
func sameMark(r rune) rune {
	switch {
	case unicode.Is(unicode.Zs, r):
		return ' '
	case strings.ContainsRune("'’`", r):
		return '\''
	}
	return r
}
