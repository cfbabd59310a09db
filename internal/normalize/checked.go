package normalize

import (
	"strings"
)

// IMO returns the number of a ship (IMO Resolution A.1117): seven digits, of which the
// last is the last digit of the sum of the others times 7 to 2. "IMO" in front goes. It
// fails with [ErrFormat] for another length and [ErrRange] where the digit does not fit.
func IMO(text string) (string, error) {
	digits, err := digitsOf("IMO number", text, "IMO", OfIdentifier)
	if err != nil {
		return "", err
	}
	if len(digits) != 7 {
		return "", fail("IMO number", text, ErrFormat, "want seven digits")
	}
	sum := 0
	for i := range 6 {
		sum += int(digits[i]-'0') * (7 - i)
	}
	if byte('0'+sum%10) != digits[6] {
		return "", fail("IMO number", text, ErrRange, "the check digit does not fit")
	}
	return digits, nil
}

// MMSI returns the identity of a station in the maritime mobile service (Recommendation
// ITU-R M.585): nine digits. It has no check digit. It fails with [ErrFormat] for another
// length, and with [ErrUnknown] for one digit throughout, which no station has.
func MMSI(text string) (string, error) {
	digits, err := digitsOf("MMSI", text, "MMSI", OfDevice)
	switch {
	case err != nil:
		return "", err
	case len(digits) != 9:
		return "", fail("MMSI", text, ErrFormat, "want nine digits")
	}
	return digits, nil
}

// IMEI returns the identity of a mobile device (3GPP TS 23.003): fifteen digits, the last of
// them a check digit (ISO/IEC 7812-1, Luhn); of fourteen digits it is added, and of the
// sixteen with a software version those of the version go. It fails with [ErrFormat] for
// another length and [ErrRange] where the digit does not fit.
func IMEI(text string) (string, error) {
	digits, err := digitsOf("IMEI", text, "IMEI", OfDevice)
	if err != nil {
		return "", err
	}
	switch len(digits) {
	case 14:
		return digits + string(luhn(digits)), nil
	case 15:
		if luhn(digits[:14]) != digits[14] {
			return "", fail("IMEI", text, ErrRange, "the check digit does not fit")
		}
		return digits, nil
	case 16:
		return digits[:14] + string(luhn(digits[:14])), nil
	}
	return "", fail("IMEI", text, ErrFormat, "want 14 to 16 digits")
}

// luhn returns the check digit of some digits.
func luhn(digits string) byte {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return byte('0' + (10-sum%10)%10)
}

// IBAN returns an account number (ISO 13616) in capital letters without spaces. It fails
// with [ErrFormat] for what cannot be one and with [ErrRange] where the check digits do not
// fit (ISO/IEC 7064, MOD 97-10).
func IBAN(text string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("IBAN", text, ErrUnknown, "")
	}
	iban := strings.Map(func(r rune) rune {
		if r == '-' || r == '.' {
			return -1
		}
		return r
	}, strings.TrimPrefix(plainUpper(text), "IBAN:"))
	if len(iban) < 15 || len(iban) > 34 {
		return "", fail("IBAN", text, ErrFormat, "want 15 to 34 letters and digits")
	}
	rest := 0
	for i := range len(iban) {
		c := iban[(i+4)%len(iban)] // the country and the check digits count last
		at := (i + 4) % len(iban)
		switch {
		case c >= '0' && c <= '9' && at >= 2:
			rest = (rest*10 + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z' && (at < 2 || at > 3):
			rest = (rest*100 + int(c-'A') + 10) % 97
		default:
			return "", fail("IBAN", text, ErrFormat, "want a country, two digits, and letters and digits")
		}
	}
	if rest != 1 {
		return "", fail("IBAN", text, ErrRange, "the check digits do not fit")
	}
	return iban, nil
}

// Account returns the name of a user of an online service: small letters, without @, the
// address of the service and what follows a question mark. It fails with [ErrFormat] if
// nothing is left or there are spaces in it.
func Account(text string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("account", text, ErrUnknown, "")
	}
	name, err := Text(text)
	if err != nil {
		return "", err
	}
	name = strings.ToLower(name)
	name, _, _ = strings.Cut(name, "?")
	name = strings.TrimRight(name, "/")
	if at := strings.LastIndexByte(name, '/'); at >= 0 {
		name = name[at+1:]
	}
	name = strings.TrimPrefix(name, "@")
	if name == "" || strings.Contains(name, " ") {
		return "", fail("account", text, ErrFormat, "want a name without spaces")
	}
	return name, nil
}

// digitsOf returns the digits of a number that may have its kind in front and spaces,
// points, hyphens and slashes within. A program that took it for a number may have put ".0"
// behind it.
func digitsOf(kind, text, prefix string, of Sort) (string, error) {
	if IsNothing(text, of) {
		return "", fail(kind, text, ErrUnknown, "")
	}
	rest := strings.TrimLeft(strings.TrimPrefix(plainUpper(text), prefix), ":.# ")
	rest = withoutFloat(rest)
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune("-./", r) {
			return -1
		}
		return r
	}, rest)
	switch {
	case digits == "" || strings.Trim(digits, "0123456789") != "":
		return "", fail(kind, text, ErrFormat, "want digits")
	case IsNothing(digits, of):
		return "", fail(kind, text, ErrUnknown, "")
	}
	return digits, nil
}
