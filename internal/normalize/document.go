package normalize

import "strings"

// documentForms are the forms of passport numbers of states that keep to one (Council of
// the European Union, PRADO, and the states' own descriptions): A stands for a letter, 9
// for a digit, X for either.
var documentForms = map[string][]string{
	"de": {"XXXXXXXXX"}, "gb": {"999999999"}, "fr": {"99AA99999"}, "it": {"AA9999999"}, "es": {"AAA999999"}, "gr": {"AA9999999"},
	"pl": {"AA9999999"}, "bg": {"999999999"}, "ro": {"999999999", "99999999"}, "hu": {"AA9999999", "AA999999"}, "at": {"A9999999"},
	"ch": {"A9999999", "X9999999"}, "be": {"AA999999"}, "se": {"99999999"}, "tr": {"A99999999"}, "ua": {"AA999999"}, "ru": {"999999999"},
	"us": {"999999999", "A99999999"}, "in": {"A9999999"}, "pk": {"AA9999999"}, "ir": {"A99999999"}, "iq": {"A99999999"}, "af": {"A99999999"},
}

// DocumentNumber returns the number of a travel or identity document as [Identifier] does,
// without hyphens and points; out of a machine-readable zone its number. Where the state that
// issued it (ISO 3166-1 alpha-2, or empty) has one form of number, a letter that looks
// like a digit is read as the digit where the form has one, and the reverse: O and 0, I
// and 1, S and 5, B and 8, Z and 2. German numbers have no O, I, S, B.
func DocumentNumber(text, country string) (string, error) {
	if strings.Contains(text, "<") {
		if m, err := ParseMRZ(text); err == nil {
			return m.Number, nil
		}
	}
	id, err := Identifier(text)
	if err != nil {
		return "", err
	}
	id = strings.Map(func(r rune) rune {
		if strings.ContainsRune("-./", r) {
			return -1
		}
		return r
	}, id)
	for _, form := range documentForms[strings.ToLower(country)] {
		if read, ok := readAs(id, form, strings.EqualFold(country, "de")); ok {
			return read, nil
		}
	}
	return id, nil
}

// Characters that are taken for one another.
const (
	likeDigits  = "OIQDSBZG"
	digitsAlike = "01005826"
)

// readAs reads a number in a form; ok is false where it does not fit.
func readAs(id, form string, noLookalikes bool) (read string, ok bool) {
	if len(id) != len(form) {
		return "", false
	}
	out := []byte(id)
	for i, c := range out {
		letter, digit := c >= 'A' && c <= 'Z', c >= '0' && c <= '9'
		if !letter && !digit {
			return "", false
		}
		at := strings.IndexByte(likeDigits, c)
		switch {
		case form[i] == '9' && letter, form[i] == 'X' && noLookalikes && at >= 0 && c != 'Z' && c != 'G':
			if at < 0 {
				return "", false
			}
			out[i] = digitsAlike[at]
		case form[i] == 'A' && digit:
			at := strings.IndexByte("01528", c)
			if at < 0 {
				return "", false
			}
			out[i] = "OISZB"[at]
		}
	}
	return string(out), true
}
