package header

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Direction says who called, as seen from the phone that a list is of.
type Direction string

// The directions.
const (
	Incoming Direction = "incoming"
	Outgoing Direction = "outgoing"
)

// DirectionOf returns the direction that a cell names, "" if none.
func (d *Dictionary) DirectionOf(cell string) Direction { return d.values[Fold(cell)] }

// Period is a span of time that a header names.
type Period struct {
	Year    int // 0: the header names none
	Quarter int // 0: none
	Month   int // 0: none
	Day     int // 0: none
}

// The years that are taken for years.
const (
	firstYear = 1950
	lastYear  = 2100
)

// Period returns the span that a header names and nothing else: "2015", "April 2015",
// "Apr-15", "2015-04", "04/2015", "2015M04", "Q2 2015", "2e trim. 2015", "Mai",
// "2015-04-01", "01.04.2015".
func (d *Dictionary) Period(header string) (p Period, ok bool) {
	if m := isoDay.FindStringSubmatch(header); m != nil {
		return dayOf(m[1], m[2], m[3])
	}
	if m := pointDay.FindStringSubmatch(header); m != nil {
		return dayOf(m[3], m[2], m[1])
	}
	for token := range strings.FieldsSeq(Fold(header)) {
		if !p.take(d, token) {
			return Period{}, false
		}
	}
	return p, p != Period{}
}

// Whole days, as spreadsheets have them in headers; a time of day behind is nought.
var (
	isoDay   = regexp.MustCompile(`^\s*([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00)?)?\s*$`)
	pointDay = regexp.MustCompile(`^\s*([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\s*$`)
)

func dayOf(year, month, day string) (Period, bool) {
	var p Period
	p.Year, _ = strconv.Atoi(year)
	p.Month, _ = strconv.Atoi(month)
	p.Day, _ = strconv.Atoi(day)
	if p.Year < firstYear || p.Year > lastYear || p.Month < 1 || p.Month > 12 || p.Day < 1 || p.Day > 31 {
		return Period{}, false
	}
	return p, true
}

// Date returns the span in ISO 8601: a year, a month or a day. Of a quarter it is the
// year. It is "" where there is no year.
func (p Period) Date() string {
	switch {
	case p.Year == 0:
		return ""
	case p.Day > 0:
		return fmt.Sprintf("%04d-%02d-%02d", p.Year, p.Month, p.Day)
	case p.Month > 0:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	}
	return fmt.Sprintf("%04d", p.Year)
}

// take reads one word of a header.
func (p *Period) take(d *Dictionary, token string) bool {
	if m := d.months[token]; m > 0 {
		return set(&p.Month, m)
	}
	switch token {
	case "de", "of", "del", "di", "year", "month", "jahr", "monat", "annee", "mois", "anno", "mese", "ano", "mes", "год", "ετοσ":
		return true
	case "quarter", "qtr", "trim", "trimestre", "quartal", "trimester", "квартал", "τριμηνο", "ceyrek", "kwartal", "kwartaal", "e", "er", "o":
		if p.Month > 0 && p.Month <= 4 && p.Quarter == 0 { // the number came first
			p.Quarter, p.Month = p.Month, 0
		}
		return true
	}
	n, err := strconv.Atoi(token)
	switch {
	case err == nil && len(token) == 4 && n >= firstYear && n <= lastYear:
		return set(&p.Year, n)
	case err == nil && len(token) == 2 && p.Month+p.Quarter > 0 && p.Year == 0:
		return set(&p.Year, 2000+n)
	case err == nil && n >= 1 && n <= 12 && len(token) <= 2:
		return set(&p.Month, n)
	}
	for _, mark := range []string{"q", "t", "k", "m"} {
		before, after, found := strings.Cut(token, mark)
		if !found {
			continue
		}
		year, errYear := strconv.Atoi(before)
		number, errNumber := strconv.Atoi(after)
		if mark == "q" && len(before) == 1 && len(after) == 2 && errYear == nil && errNumber == nil { // 1Q15
			return year >= 1 && year <= 4 && set(&p.Quarter, year) && set(&p.Year, 2000+number)
		}
		if errNumber != nil || number < 1 || before != "" && (errYear != nil || len(before) != 4) {
			continue
		}
		if before != "" && !set(&p.Year, year) {
			return false
		}
		if mark == "m" {
			return number <= 12 && set(&p.Month, number)
		}
		return number <= 4 && set(&p.Quarter, number)
	}
	return false
}

// set sets what is not set yet.
func set(field *int, to int) bool {
	if *field != 0 {
		return false
	}
	*field = to
	return true
}
