package reader

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// pattern is what a number format makes of a number.
type pattern struct {
	day, clock bool // a date, a time of day
	elapsed    bool // hours, minutes or seconds without end, as [h]:mm
	mask       mask // of identifiers; nil: none
}

// dated reports whether the pattern makes a date or a time of a number.
func (p *pattern) dated() bool { return p.day || p.clock || p.elapsed }

// builtIn returns a number format that has no code in the file (ISO/IEC 29500-1,
// 18.8.30; 27 to 36 and 50 to 58 are the dates of East Asian editions).
func builtIn(id int) pattern {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return pattern{day: true}
	case id == 22:
		return pattern{day: true, clock: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47:
		return pattern{clock: true}
	case id == 46:
		return pattern{elapsed: true}
	}
	return pattern{}
}

// patternOf reads a format code as far as its first section tells a date: letters d, m
// and y, h and s outside of quotes, escapes and brackets. An m alone is a month.
func patternOf(code string) pattern {
	var p pattern
	month := false
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == ';':
			i = len(code)
		case code[i] == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code)
			}
			i += end + 1
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case code[i] == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return pattern{}
			}
			if unit := strings.ToLower(code[i+1 : i+end]); unit != "" && strings.Trim(unit, unit[:1]) == "" && strings.Contains("hms", unit[:1]) {
				p.elapsed = true
			}
			i += end
		case strings.HasPrefix(strings.ToLower(code[i:]), "general"):
			return pattern{}
		case c == 'd' || c == 'y':
			p.day = true
		case c == 'h' || c == 's':
			p.clock = true
		case c == 'm':
			month = true
		}
	}
	if month && !p.clock && !p.elapsed {
		p.day = true
	}
	if p.elapsed {
		return pattern{elapsed: true}
	}
	if !p.dated() {
		p.mask = maskOf(code)
	}
	return p
}

// epoch is the day from which a workbook counts.
type epoch struct{ is1904 bool }

// date writes a serial number of days as ISO 8601: a date, a date with time, a time,
// or hours, minutes and seconds that elapsed; fractions of a second to the
// millisecond. The 1900 system has a 29 February 1900 that never was, and days
// before it stand one off (ECMA-376 Part 1, 18.17.4.1). ok is false for what is no
// date there.
func (e epoch) date(serial float64, p pattern) (iso string, ok bool) {
	const dayMillis = 24 * 60 * 60 * 1000
	if !(serial >= 0 && serial < 2958466) { // 31 December 9999
		return "", false
	}
	millis := int64(math.Round(serial * dayMillis))
	if p.elapsed || p.clock && !p.day && serial < 1 {
		s := millis / 1000
		return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60) + fraction(millis), true
	}
	day := millis / dayMillis
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case e.is1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case day == 0 || day == 60:
		return "", false
	case day < 60:
		start = start.AddDate(0, 0, 1)
	}
	at := start.AddDate(0, 0, int(day)).Add(time.Duration(millis%dayMillis) * time.Millisecond)
	if at.Year() > 9999 {
		return "", false
	}
	if millis%dayMillis == 0 && !p.clock {
		return at.Format(time.DateOnly), true
	}
	return at.Format("2006-01-02T15:04:05") + fraction(millis), true
}

func fraction(millis int64) string {
	if millis%1000 == 0 {
		return ""
	}
	return fmt.Sprintf(".%03d", millis%1000)
}

// errLongNumber says that the end of a number may be lost, so that two numbers would be
// one: spreadsheets keep 15 digits and put zeros in place of those behind (Excel
// specifications and limits, number precision).
var errLongNumber = errors.New("a number of more than 15 digits, whose end a spreadsheet does not keep; the cells must be formatted as text before the number is entered")

// mostExact is above all whole numbers of 15 digits.
const mostExact = 1e15

// number writes a number as the spreadsheet has it: as it is shown where the pattern has
// a mask, or else the shortest decimal text of the same double, without exponent.
func (p *pattern) number(literal string) (string, error) {
	v, err := strconv.ParseFloat(literal, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) || strings.ContainsAny(literal, "xXpP_") {
		return literal, nil
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if v != math.Trunc(v) {
		return unmistakable(text), nil
	}
	if math.Abs(v) >= mostExact {
		return literal, errLongNumber
	}
	if v == 0 {
		text = "0" // not -0
	}
	if v >= 0 && p.mask != nil {
		if shown, ok := p.mask.apply(v, text); ok {
			return shown, nil
		}
	}
	return text, nil
}

// unmistakable adds a zero to a machine's number of three decimals, such as 1.125:
// what people write so are thousands, and rows do not tell one from the other.
func unmistakable(number string) string {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(number, "-"), ".")
	if len(whole) <= 3 && whole != "0" && len(fraction) == 3 && strings.Trim(fraction, "0123456789") == "" {
		return number + "0"
	}
	return number
}

// unescape decodes _xHHHH_, which stands for a UTF-16 unit that XML does not hold or
// that looks like one (ISO/IEC 29500-1, 22.9.2.19).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		c, ok := escaped(s)
		if !ok {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		s = s[7:]
		if low, pair := escaped(s); pair && utf16.IsSurrogate(c) {
			if both := utf16.DecodeRune(c, low); both != utf8.RuneError {
				c, s = both, s[7:]
			}
		}
		b.WriteRune(c)
	}
	return b.String()
}

func escaped(s string) (rune, bool) {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return 0, false
	}
	c, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(c), err == nil
}
