package normalize

import "strings"

// Phone returns a telephone number as "+" and digits if it is international,
// else as the digits of a national number. Spaces, points, hyphens, slashes
// and brackets go, a leading 00 becomes +, the (0) of "+44 (0)20" and an
// extension are dropped. A national number becomes international if
// callingCode, the digits of a country calling code such as "30", is not "":
// its trunk prefix (0 in most countries) is replaced by + and the code.
//
// It fails with [ErrFormat] if there are letters or two numbers, or the digits, with the
// calling code, are fewer than 4 or more than 15 (the limit of ITU-T E.164).
func Phone(text, callingCode string) (string, error) {
	if IsNothing(text, OfIdentifier) {
		return "", fail("phone", text, ErrUnknown, "")
	}
	number, err := phoneDigits(text)
	if err != nil {
		return "", err
	}
	if rest, ok := strings.CutPrefix(number, "00"); ok {
		number = "+" + rest
	}
	if callingCode != "" && number[0] != '+' {
		if strings.Trim(callingCode, "0123456789") != "" || callingCode[0] == '0' || len(callingCode) > 3 {
			return "", fail("phone", text, ErrFormat, "the calling code "+callingCode+" is not 1 to 3 digits such as 30")
		}
		number = "+" + callingCode + withoutTrunk(number, callingCode)
	}
	digits := strings.TrimPrefix(number, "+")
	if len(digits) < 4 || len(digits) > 15 {
		return "", fail("phone", text, ErrFormat, "want 4 to 15 digits")
	}
	if number != digits && digits[0] == '0' {
		return "", fail("phone", text, ErrFormat, "no country calling code begins with 0")
	}
	return number, nil
}

// phoneDigits returns the digits of a number, after a + if it has one in front.
func phoneDigits(text string) (string, error) {
	number := strings.ToLower(Digits(strings.TrimSpace(text)))
	number = strings.TrimSpace(strings.TrimPrefix(number, "tel:"))
	number, why := withoutExtension(number)
	if why != "" {
		return "", fail("phone", text, ErrFormat, why)
	}
	// Direction marks and the full-width plus come with copied numbers.
	number = strings.TrimLeft(strings.Map(visible, strings.ReplaceAll(number, "＋", "+")), " (")
	international := strings.HasPrefix(number, "+") || strings.HasPrefix(number, "00")
	if international {
		number = strings.Replace(number, "(0)", "", 1)
	}
	var b strings.Builder
	for i, r := range number {
		switch {
		case '0' <= r && r <= '9', r == '+' && i == 0:
			b.WriteRune(r)
		case strings.ContainsRune(" .-/()[]\u2010\u2011\u2012\u2013", r):
		default:
			return "", fail("phone", text, ErrFormat, "it has "+string(r)+" in it")
		}
	}
	if b.Len() == 0 {
		return "", fail("phone", text, ErrFormat, "it has no digits")
	}
	return b.String(), nil
}

// withoutExtension drops parameters (RFC 3966: ";ext=4") and an extension of up to six
// digits ("ext. 4", "x4", "#4"). Other texts behind such marks are no extension but a
// second number or digits that somebody blotted out ("+99 91 xx xx"): why says so.
func withoutExtension(number string) (rest, why string) {
	if before, after, ok := strings.Cut(number, ";"); ok {
		if after = strings.TrimSpace(after); after != "" && (after[0] < 'a' || after[0] > 'z') {
			return "", "it holds more than one number; split the cell"
		}
		number = before
	}
	for _, mark := range [...]string{"extension", "ext", "x", "#"} {
		before, after, ok := strings.Cut(number, mark)
		if !ok {
			continue
		}
		digits := strings.Trim(after, " .:=")
		if len(digits) > 6 || strings.Trim(digits, "0123456789") != "" || digits == "" && mark != "#" {
			return "", "what follows " + mark + " is no extension"
		}
		return before, ""
	}
	return number, ""
}

// withoutTrunk removes what callers within a country dial before a national
// number and callers from abroad leave out (ITU-T E.164 and the national
// numbering plans). Where that digit can begin a number, the length decides.
func withoutTrunk(number, callingCode string) string {
	switch callingCode {
	case "1":
		if len(number) == 11 {
			return strings.TrimPrefix(number, "1")
		}
		return number
	case "7":
		if len(number) == 11 {
			return strings.TrimPrefix(number, "8")
		}
		return number
	case "36":
		return strings.TrimPrefix(number, "06")
	case "39", "378": // Italy and San Marino keep their 0
		return number
	}
	return strings.TrimPrefix(number, "0")
}
