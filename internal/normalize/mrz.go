package normalize

import (
	"fmt"
	"strings"
)

// MRZ is what the machine-readable zone of a travel document says (ICAO Doc 9303, parts 4
// to 7): of cards (three lines of 30), of documents in size TD2 and passports (two lines
// of 36 and 44), and of visas.
type MRZ struct {
	Document    string // P passport, V visa, I, A or C card; a second letter as the state uses it
	State       string // that issued it, as three letters of ICAO
	Number      string
	Family      string // family name, words parted by spaces
	Given       string
	Nationality string // three letters of ICAO
	Birth       string // two digits of the year, month and day; "00" and "" for what is not told
	Sex         string // M, F or empty
	Expiry      string
	Optional    string   // personal number or other
	Wrong       []string // fields whose check digit does not fit
}

// ParseMRZ reads the lines of a machine-readable zone, however they are parted. What is read
// wrongly does not fit its check digit: see MRZ.Wrong. It fails with [ErrFormat] for what
// is no such zone.
func ParseMRZ(text string) (MRZ, error) {
	lines := strings.Fields(strings.ToUpper(strings.ReplaceAll(text, "«", "<<")))
	if len(lines) == 1 { // written without line ends
		switch n := len(lines[0]); n {
		case 90:
			lines = []string{lines[0][:30], lines[0][30:60], lines[0][60:]}
		case 72, 88:
			lines = []string{lines[0][:n/2], lines[0][n/2:]}
		}
	}
	for _, l := range lines {
		if len(l) != len(lines[0]) || strings.Trim(l, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<") != "" {
			return MRZ{}, fail("machine-readable zone", text, ErrFormat, "want lines of one length, of A to Z, 0 to 9 and <")
		}
	}
	switch {
	case len(lines) == 3 && len(lines[0]) == 30:
		return parseTD1(lines), nil
	case len(lines) == 2 && (len(lines[0]) == 36 || len(lines[0]) == 44):
		return parseTwoLines(lines), nil
	}
	return MRZ{}, fail("machine-readable zone", text, ErrFormat, "want three lines of 30, or two of 36 or 44")
}

func parseTD1(l []string) MRZ {
	m := MRZ{Document: plainField(l[0][:2]), State: plainField(l[0][2:5]), Nationality: plainField(l[1][15:18]), Sex: sexField(l[1][7:8]), Optional: plainField(l[1][18:29])}
	number, digit, rest := l[0][5:14], l[0][14], l[0][15:30]
	if digit == '<' { // a number that is longer goes on, with its check digit behind
		more, _, _ := strings.Cut(rest, "<")
		if more != "" {
			number += more[:len(more)-1]
			digit = more[len(more)-1]
		}
	} else if o := plainField(rest); o != "" {
		m.Optional = strings.TrimSpace(o + " " + m.Optional)
	}
	m.check("number", number, digit)
	m.Number = plainField(number)
	m.dates(l[1][0:7], l[1][8:15])
	m.check("composite", l[0][5:30]+l[1][0:7]+l[1][8:15]+l[1][18:29], l[1][29])
	m.name(l[2])
	return m
}

func parseTwoLines(l []string) MRZ {
	a, b := l[0], l[1]
	m := MRZ{Document: plainField(a[:2]), State: plainField(a[2:5]), Number: plainField(b[:9]), Nationality: plainField(b[10:13]), Sex: sexField(b[20:21])}
	m.name(a[5:])
	m.check("number", b[:9], b[9])
	m.dates(b[13:20], b[21:28])
	switch {
	case strings.HasPrefix(a, "V"): // a visa has neither of the following
		m.Optional = plainField(b[28:])
	case len(b) == 44:
		m.Optional = plainField(b[28:42])
		if b[42] != '<' || m.Optional != "" {
			m.check("personal number", b[28:42], b[42])
		}
		m.check("composite", b[:10]+b[13:20]+b[21:43], b[43])
	default:
		m.Optional = plainField(b[28:35])
		m.check("composite", b[:10]+b[13:20]+b[21:35], b[35])
	}
	return m
}

// dates reads the days of birth and expiry, each with its check digit.
func (m *MRZ) dates(birth, expiry string) {
	m.check("birth", birth[:6], birth[6])
	m.check("expiry", expiry[:6], expiry[6])
	m.Birth, m.Expiry = plainField(birth[:6]), plainField(expiry[:6])
}

func (m *MRZ) name(field string) {
	family, given, _ := strings.Cut(field, "<<")
	m.Family, m.Given = plainField(family), plainField(given)
}

func (m *MRZ) check(field, text string, digit byte) {
	if digit == '<' {
		digit = '0' // for what is empty
	}
	if CheckDigit(text) != digit {
		m.Wrong = append(m.Wrong, field)
	}
}

// CheckDigit returns the check digit of ICAO Doc 9303, part 3: letters count 10 to 35 and <
// nothing, times 7, 3 and 1 in turn, modulo 10.
func CheckDigit(text string) byte {
	weights := [3]int{7, 3, 1}
	sum := 0
	for i := range len(text) {
		v := 0
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			v = int(c - '0')
		case c >= 'A' && c <= 'Z':
			v = int(c-'A') + 10
		}
		sum += v * weights[i%3]
	}
	return byte('0' + sum%10)
}

func plainField(field string) string {
	return strings.Join(strings.FieldsFunc(field, func(r rune) bool { return r == '<' }), " ")
}

func sexField(field string) string {
	if field == "M" || field == "F" {
		return field
	}
	return ""
}

// String returns the names, the number and the state, for messages.
func (m MRZ) String() string {
	return fmt.Sprintf("%s, %s: %s %s of %s", m.Family, m.Given, m.Document, m.Number, m.State)
}
