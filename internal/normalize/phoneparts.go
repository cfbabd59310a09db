package normalize

import (
	"slices"
	"strings"
	"sync"
)

// phoneJoiners are the words that stand between two numbers of one cell: and, or.
const phoneJoiners = " and or and/or und oder et ou e o ed od y ή και ve veya и или та або i ili lub dhe ose și sau és vagy en of أو و یا پھر & "

// phoneTexts returns the texts of the numbers of a cell, at least one, in ASCII digits and
// small letters. It fails with [ErrUnknown] where the cell has none.
func phoneTexts(text string) ([]string, error) {
	if IsNothing(text, OfIdentifier) {
		return nil, fail("phone", text, ErrUnknown, "")
	}
	if text = strings.TrimSpace(text); isPlainPhone(text) {
		return []string{text}, nil
	}
	clean := phoneMarks().Replace(text)
	clean = withoutLabel(strings.ToLower(Digits(Visible(clean))))
	var out []string
	for _, piece := range splitPhones(clean) {
		if IsNothing(piece, OfIdentifier) {
			continue
		}
		out = append(out, withoutLabel(piece))
	}
	if len(out) == 0 {
		return nil, fail("phone", text, ErrUnknown, "")
	}
	for _, piece := range out {
		if len(out) > 1 && countDigits(piece) < 6 {
			return nil, fail("phone", text, ErrFormat, "it holds more than one number, and one of them is cut short; write each in full")
		}
	}
	return out, nil
}

// phoneMarks makes the marks of other scripts, and line ends, plain.
var phoneMarks = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("＋", "+", "\r\n", "|", "\n", "|", "\r", "|", "،", ",", "؛", ";")
})

// isPlainPhone reports whether a text is one number in ASCII digits, as most are: after a +
// at most, in groups by spaces, hyphens, points and brackets.
func isPlainPhone(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case isDigit(c), c == ' ', c == '-', c == '.', c == '(', c == ')', c == '+' && i == 0:
		default:
			return false
		}
	}
	return true
}

// withoutLabel drops "tel:" (RFC 3966) and the labels of letterheads.
func withoutLabel(text string) string {
	text = strings.TrimSpace(text)
	for _, label := range []string{"tel", "telephone", "téléphone", "telefon", "telefono", "teléfono", "τηλ", "тел", "phone", "mobile", "mob", "cell", "gsm", "whatsapp", "viber", "هاتف", "تلفن"} {
		rest, ok := strings.CutPrefix(text, label)
		if !ok || rest == "" {
			continue
		}
		if trimmed := strings.TrimLeft(rest, ".:n°o "); trimmed != rest && trimmed != "" && strings.ContainsRune("+(0123456789", rune(trimmed[0])) {
			return trimmed
		}
	}
	return text
}

// splitPhones cuts a text at what can stand between two numbers and never within one, and
// at slashes where there is a whole number on both sides.
func splitPhones(text string) []string {
	var out []string
	for _, piece := range splitParameters(text) {
		words := strings.Fields(piece)
		from := 0
		for i, w := range words {
			next := i > from && strings.HasPrefix(w, "+") && countDigits(strings.Join(words[from:i], "")) > 0
			if joiner := strings.Contains(phoneJoiners, " "+w+" "); joiner || next {
				out = append(out, strings.Join(words[from:i], " "))
				from = i
				if joiner {
					from++
				}
			}
		}
		out = append(out, strings.Join(words[from:], " "))
	}
	var cut []string
	for _, piece := range out {
		cut = append(cut, splitSlashes(strings.Trim(piece, " /"))...)
	}
	return cut
}

// splitParameters cuts at semicolons, commas and bars, but not before the parameters and
// extensions of a number (";ext=4", ", ext. 4").
func splitParameters(text string) []string {
	var out []string
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		trimmed := strings.TrimSpace(piece)
		if len(out) > 0 && (strings.HasPrefix(trimmed, "ext") || strings.HasPrefix(trimmed, "phone-context") || strings.HasPrefix(trimmed, "isub")) {
			out[len(out)-1] += ";" + trimmed
			continue
		}
		out = append(out, piece)
	}
	return out
}

// splitSlashes cuts 2310 555123 / 2310 555124 in two, and leaves 0170/1234567, an area code
// and a number, whole. 900123/4, a number and the end of another, is cut as well, so that
// the caller sees it.
func splitSlashes(text string) []string {
	pieces := strings.Split(text, "/")
	if len(pieces) == 1 {
		return pieces
	}
	const wholeNumber = 7 // digits; area codes have at most 5
	first, last := countDigits(pieces[0]), countDigits(pieces[len(pieces)-1])
	long := func(p string) bool { return countDigits(p) >= wholeNumber }
	if slices.IndexFunc(pieces, func(p string) bool { return !long(p) }) < 0 || first >= wholeNumber && last > 0 {
		return pieces
	}
	return []string{text}
}

func countDigits(text string) int {
	n := 0
	for i := range len(text) {
		if isDigit(text[i]) {
			n++
		}
	}
	return n
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
	for _, mark := range [...]string{"extension", "ext", "durchwahl", "int.", "доб", "εσωτ", "x", "#"} {
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
