package normalize

import (
	"slices"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// Phone returns a telephone number as "+" and digits if it is international,
// else as the digits of a national number. Spaces, points, hyphens, slashes
// and brackets go, a leading 00 becomes +, the trunk prefix in "+44 (0)20" and
// "+44 020", an extension, and the ".0" of a program that took the number for
// one to reckon with are dropped. A national number becomes international if
// callingCode, the digits of a country calling code such as "30", is not "", by
// the rules of that numbering plan: its trunk prefix (0 in most countries) and
// prefix for calls abroad (011 in North America) are known, and the calling code
// may stand in front without +. Of 12 digits or more without either, a number
// that some country's plan has is read as international.
//
// It fails with [ErrFormat] if there are letters or two numbers ([Phones] reads those), if
// the digits, with the calling code, are fewer than 4 or more than 15 (the limit of ITU-T
// E.164), or if no plan has so long a number.
func Phone(text, callingCode string) (string, error) {
	numbers, err := phoneTexts(text)
	if err != nil {
		return "", err
	}
	if len(numbers) > 1 {
		return "", fail("phone", text, ErrFormat, "it holds more than one number; split the cell")
	}
	return onePhone(text, numbers[0], callingCode)
}

// Phones returns the numbers of a text that may hold several: by semicolons, commas, bars,
// lines, or words for "and" and "or" between them, by slashes between whole numbers, or by the +
// of the next. Each is read as by [Phone], and comes once. It fails if one of them does, so
// that none is lost.
func Phones(text, callingCode string) ([]string, error) {
	texts, err := phoneTexts(text)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, t := range texts {
		number, err := onePhone(text, t, callingCode)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, number) {
			out = append(out, number)
		}
	}
	return out, nil
}

// onePhone normalizes one number of a text.
func onePhone(text, number, callingCode string) (string, error) {
	if callingCode != "" && (strings.Trim(callingCode, "0123456789") != "" || callingCode[0] == '0' || len(callingCode) > 3) {
		return "", fail("phone", text, ErrFormat, "the calling code "+callingCode+" is not 1 to 3 digits such as 30")
	}
	number, err := phoneDigits(text, number)
	if err != nil {
		return "", err
	}
	if rest, ok := strings.CutPrefix(number, "00"); ok {
		number = "+" + rest
	}
	switch {
	case number[0] == '+':
		number = withoutTrunk(number)
	case callingCode != "":
		if number, err = nationalPhone(text, number, callingCode); err != nil {
			return "", err
		}
	case len(number) >= 12 && number[0] != '0':
		number = bareInternational(number)
	}
	digits := strings.TrimPrefix(number, "+")
	switch {
	case len(digits) < 4 || len(digits) > 15:
		return "", fail("phone", text, ErrFormat, "want 4 to 15 digits")
	case number != digits && digits[0] == '0':
		return "", fail("phone", text, ErrFormat, "no country calling code begins with 0")
	case len(digits) > 6 && len(strings.TrimRight(digits, "0")) <= 3:
		return "", fail("phone", text, ErrUnknown, "")
	}
	return number, nil
}

// phoneDigits returns the digits of a number, after a + if it has one in front.
func phoneDigits(text, number string) (string, error) {
	number, why := withoutExtension(number)
	if why != "" {
		return "", fail("phone", text, ErrFormat, why)
	}
	number = withoutFloatPhone(strings.TrimLeft(number, " ("))
	if strings.HasPrefix(number, "+") || strings.HasPrefix(number, "00") {
		number = strings.Replace(number, "(0)", "", 1)
	}
	var b strings.Builder
	for i, r := range number {
		switch {
		case '0' <= r && r <= '9', r == '+' && i == 0:
			b.WriteRune(r)
		case strings.ContainsRune(" .-/()[]\u2010\u2011\u2012\u2013\u2014\u2212'’·", r):
		default:
			return "", fail("phone", text, ErrFormat, "it has "+string(r)+" in it")
		}
	}
	if strings.Trim(b.String(), "+") == "" {
		return "", fail("phone", text, ErrFormat, "it has no digits")
	}
	return b.String(), nil
}

// withoutFloatPhone drops the ".0" behind digits without other marks.
func withoutFloatPhone(number string) string {
	digits, ok := strings.CutSuffix(strings.TrimRight(number, " "), ".0")
	if !ok || len(digits) < 5 || strings.Trim(strings.TrimPrefix(digits, "+"), "0123456789") != "" {
		return number
	}
	return digits
}

// withoutTrunk removes what callers within a country dial before a national number from one
// that has the country's calling code as well: +44 07700 900123. Where that digit can begin a
// number, the country's plan decides, so that Italian numbers keep their 0.
func withoutTrunk(number string) string {
	// Mobile numbers of Mexico lost the 1 behind the calling code on 3 August 2019 (IFT).
	if rest, ok := strings.CutPrefix(number, "+521"); ok && len(rest) == 10 {
		return "+52" + rest
	}
	if !mayHaveTrunk(number[1:]) {
		return number
	}
	parsed, err := phonenumbers.Parse(number, "")
	if err != nil {
		return number
	}
	plain := phonenumbers.Format(parsed, phonenumbers.E164)
	if len(plain) >= len(number) { // nothing was dropped
		return number
	}
	return plain
}

// mayHaveTrunk reports whether the digits behind a calling code begin with a trunk prefix. To
// ask the plan costs ten microseconds, and most numbers need not be asked about.
func mayHaveTrunk(digits string) bool {
	// The calling codes of one and of two digits (ITU-T E.164, list of 2016); the rest have three.
	const two = " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 "
	size := 3
	switch {
	case digits == "" || digits[0] == '1' || digits[0] == '7':
		size = 1
	case len(digits) > 2 && strings.Contains(two, " "+digits[:2]+" "):
		size = 2
	}
	if len(digits) <= size {
		return false
	}
	switch code := digits[:size]; code {
	case "39", "378", "225", "242": // the 0 is part of the number
		return false
	case "1":
		return digits[1] == '1' || digits[1] == '0'
	case "7", "370", "375", "993":
		return digits[size] == '8' || digits[size] == '0'
	}
	return digits[size] == '0'
}

// nationalPhone makes a number international by the plan of a country calling code. A number
// that is too long for it may be an international one without its +.
func nationalPhone(text, number, callingCode string) (string, error) {
	code, _ := strconv.Atoi(callingCode) // digits, as was checked
	region := phonenumbers.GetRegionCodeForCountryCode(code)
	parsed, err := phonenumbers.Parse(number, region)
	if err != nil || region == "" || region == phonenumbers.UNKNOWN_REGION {
		return "+" + callingCode + strings.TrimPrefix(number, "0"), nil
	}
	if phonenumbers.IsPossibleNumberWithReason(parsed) == phonenumbers.TOO_LONG {
		if bare := bareInternational(number); bare != number {
			return bare, nil
		}
		return "", fail("phone", text, ErrFormat, "the country with the calling code "+callingCode+" has no number so long; write + and the country's code in front, or split the cell")
	}
	return phonenumbers.Format(parsed, phonenumbers.E164), nil
}

// bareInternational puts a + before a number that some country's plan has as an
// international one, and leaves others as they are.
func bareInternational(number string) string {
	parsed, err := phonenumbers.Parse("+"+number, "")
	if err != nil || number[0] == '0' || !phonenumbers.IsValidNumber(parsed) && !phonenumbers.IsPossibleNumber(parsed) {
		return number
	}
	return "+" + number
}
