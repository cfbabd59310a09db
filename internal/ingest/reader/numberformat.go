package reader

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mask is a number format that pads or groups the digits of an identifier, such as
// 00000000, 000-00-0000, "AB"0000 or [<=9999999]###-####;(###) ###-####. A cell of such
// a format is what the spreadsheet shows, since that is what people read off it.
//
// Formats of quantities are no masks and leave the number as it is stored: those with a
// decimal point, thousands, a percent sign, an exponent, a fraction, a currency, a
// sign or a unit. So nothing is ever rounded.
type mask []maskSection

// maskSection is one of the sections of a format, which semicolons separate.
type maskSection struct {
	compare string  // of a condition, such as <=; "": none
	with    float64 // what the condition compares with
	parts   []maskPart
	shown   bool // the section pads or groups
}

// maskPart is a digit's place (0, # or ?) or, where place is 0, a literal text.
type maskPart struct {
	place byte
	text  string
}

// maskOf reads a format code (ISO/IEC 29500-1, 18.8.31); nil if no section is one of
// identifiers.
func maskOf(code string) mask {
	var m mask
	shown := false
	for _, section := range formatSections(code) {
		s := maskSectionOf(section)
		shown = shown || s.shown
		m = append(m, s)
	}
	if !shown {
		return nil
	}
	return m
}

// formatSections splits a format code at semicolons outside of quotes and escapes.
func formatSections(code string) []string {
	var out []string
	from := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return append(out, code[from:])
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case ';':
			out = append(out, code[from:i])
			from = i + 1
		}
	}
	return append(out, code[from:])
}

func maskSectionOf(section string) maskSection {
	var s maskSection
	literal := func(text string) {
		if n := len(s.parts); n > 0 && s.parts[n-1].place == 0 {
			s.parts[n-1].text += text
			return
		}
		s.parts = append(s.parts, maskPart{text: text})
	}
	for rest := section; rest != ""; {
		c, n := utf8.DecodeRuneInString(rest)
		switch {
		case c == '"':
			text, after, closed := strings.Cut(rest[1:], `"`)
			if !closed {
				return maskSection{}
			}
			literal(text)
			rest = after
			continue
		case c == '\\':
			_, k := utf8.DecodeRuneInString(rest[1:])
			literal(rest[1 : 1+k])
			n += k
		case c == '_' || c == '*': // space as wide as a character, or filled with it
			_, k := utf8.DecodeRuneInString(rest[1:])
			n += k
		case c == '[':
			inside, after, closed := strings.Cut(rest[1:], "]")
			if !closed || !s.bracket(inside) {
				return maskSection{}
			}
			rest = after
			continue
		case c == '0' || c == '#' || c == '?':
			s.parts = append(s.parts, maskPart{place: byte(c)})
		case strings.ContainsRune(".,%@/$", c) || unicode.Is(unicode.Sc, c) || c < utf8.RuneSelf && unicode.IsLetter(c):
			return maskSection{compare: s.compare, with: s.with}
		default:
			literal(string(c))
		}
		rest = rest[n:]
	}
	s.shown = s.identifies()
	return s
}

// bracket takes what stands in [ ]: a condition; colours and locales say nothing here. It
// is false for a currency, an elapsed time and a condition that cannot be read.
func (s *maskSection) bracket(inside string) bool {
	if symbol, ok := strings.CutPrefix(inside, "$"); ok {
		return symbol == "" || symbol[0] == '-'
	}
	number := strings.TrimLeft(inside, "<>=")
	if number == inside {
		unit := strings.ToLower(inside)
		return unit != "" && (strings.Trim(unit, unit[:1]) != "" || !strings.Contains("hms", unit[:1]))
	}
	var err error
	s.compare = inside[:len(inside)-len(number)]
	s.with, err = strconv.ParseFloat(number, 64)
	return err == nil && slices.Contains([]string{"<", ">", "<=", ">=", "=", "<>"}, s.compare)
}

// identifies reports whether the section pads or groups: it has two zeros or more, or
// texts between its digits, or capitals or a plus sign joined to their front. Digits in
// threes with a space or an apostrophe between, and literals that are currencies, are of
// quantities.
func (s *maskSection) identifies() bool {
	var runs, texts []string // of places, and between and around them
	zeros, last := 0, ""
	for i, p := range s.parts {
		switch {
		case p.place == 0:
			if isCurrencyWord(p.text) {
				return false
			}
			if i == 0 {
				last = p.text
			} else {
				texts = append(texts, p.text)
			}
		case len(runs) > 0 && s.parts[i-1].place != 0:
			runs[len(runs)-1] += string(p.place)
		default:
			runs = append(runs, string(p.place))
		}
		if p.place == '0' {
			zeros++
		}
	}
	prefix := last
	switch {
	case len(runs) == 0:
		return false
	case len(runs) > 1:
		return !isThousands(runs, texts)
	case zeros > 1:
		return true
	}
	return prefix == "+" || isSeries(prefix)
}

// isThousands tells digits in threes: # ##0.
func isThousands(runs, texts []string) bool {
	n := len(runs) - 1
	for _, r := range runs[:n] {
		if strings.Trim(r, "#") != "" {
			return false
		}
	}
	for _, t := range texts[:n] {
		if strings.Trim(t, " '.\u00a0\u2009\u202f’") != "" {
			return false
		}
	}
	return runs[n] == "##0" || runs[n] == "###"
}

// isSeries tells letters that belong to a number behind them, as AB of AB7.
func isSeries(prefix string) bool {
	if prefix == "" {
		return false
	}
	letters := false
	for _, c := range prefix {
		switch {
		case unicode.IsUpper(c):
			letters = true
		case !unicode.IsDigit(c) && !strings.ContainsRune("-/.", c):
			return false
		}
	}
	return letters
}

// isCurrencyWord tells words for money that stand before or behind an amount; signs of
// money are told by their class.
func isCurrencyWord(text string) bool {
	text = strings.ToUpper(strings.Trim(text, " .\u00a0"))
	if strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Sc, c) }) {
		return true
	}
	return slices.Contains(strings.Fields("EUR USD GBP CHF TRY TL LYD TND DZD MAD EGP SDG ETB ERN NGN XOF XAF RUB UAH RSD ALL BAM KM MKD BGN LEV RON LEI HUF FT PLN ZŁ CZK KČ SEK NOK DKK KR FR RS PKR AFN AFS IRR IQD SYP LBP JOD AED SAR INR BDT CNY JPY"), text)
}

// apply writes a whole number that is not negative; false where its section is no mask.
// A plus sign belongs to a telephone number, which has seven digits at least, unless
// another section shows losses.
func (m mask) apply(value float64, digits string) (string, bool) {
	const shortest = 1e6
	s := m.section(value)
	if s == nil || !s.shown || s.parts[0].text == "+" && (len(m) > 1 || value < shortest) {
		return "", false
	}
	return s.write(strings.TrimLeft(digits, "0")), true
}

// section chooses the section for a value that is not negative: the first whose
// condition holds or that has none, else by the sign.
func (m mask) section(value float64) *maskSection {
	conditions := false
	for i := range m {
		if m[i].compare != "" {
			conditions = true
			if m[i].holds(value) {
				return &m[i]
			}
		}
	}
	switch {
	case conditions:
		i := slices.IndexFunc(m, func(s maskSection) bool { return s.compare == "" })
		if i < 0 {
			return nil
		}
		return &m[i]
	case value == 0 && len(m) > 2:
		return &m[2]
	}
	return &m[0]
}

func (s *maskSection) holds(v float64) bool {
	switch s.compare {
	case "<":
		return v < s.with
	case "<=":
		return v <= s.with
	case ">":
		return v > s.with
	case ">=":
		return v >= s.with
	case "=":
		return v == s.with
	}
	return v != s.with
}

// write puts digits into their places from the right; those that are left over stand at
// the first place.
func (s *maskSection) write(digits string) string {
	places := 0
	for _, p := range s.parts {
		if p.place != 0 {
			places++
		}
	}
	var b strings.Builder
	first := true
	for _, p := range s.parts {
		if p.place == 0 {
			b.WriteString(p.text)
			continue
		}
		if first {
			more := max(0, len(digits)-places)
			b.WriteString(digits[:more])
			digits, first = digits[more:], false
		}
		if len(digits) >= places {
			b.WriteByte(digits[0])
			digits = digits[1:]
		} else if p.place == '0' {
			b.WriteByte('0')
		}
		places--
	}
	return strings.TrimSpace(b.String())
}
