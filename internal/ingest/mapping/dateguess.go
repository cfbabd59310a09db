package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/english"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// dateGuess is how the dates of a column are written.
type dateGuess struct {
	formats   []string // none is needed if empty
	precision string   // "": as written
	calendar  string   // "": Gregorian
	why       string
}

// dateFormats are tried in order: of those that fit all values the first is
// proposed. Day first comes before month first.
func dateFormats() []string {
	var out []string
	for _, day := range []string{
		"%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%y",
		"%d %b %Y", "%d%b%y", "%d%b%Y", "%d-%b-%Y", "%d-%b-%y", "%b %d, %Y", "%b %d %Y",
	} {
		out = append(out, day)
		for _, clock := range []string{" %H:%M:%S", " %H:%M", " %I:%M %p", " %I:%M:%S %p", " %H:%M:%S%z", " %H:%M%z"} {
			out = append(out, day+clock)
		}
	}
	return append(out, "%Y%m%d%H%M%S", "%Y%m%d %H%M%S", "%y%m%d")
}

// serials are counts of time with the range of numbers that 1990 to 2050 have.
var serials = [...]struct {
	format      string
	least, most float64
}{
	{"epoch-days", 7305, 29220},
	{"excel-days", 32874, 54789},
	{"epoch-seconds", 631152000, 2524608000},
	{"epoch-millis", 631152000000, 2524608000000},
}

// dates finds how the column writes dates, nil if it has none.
func (p *profile) dates() *dateGuess {
	if !p.guessed {
		p.guess, p.guessed = p.guessDates(), true
	}
	if p.guess == nil {
		return nil
	}
	g := *p.guess
	return &g
}

// guessDates finds it by elimination: the format that fits most values, if it fits nearly
// all, or half of them where the header says that they are dates. What it does not fit may
// be a bare year or written in another way.
func (p *profile) guessDates() *dateGuess {
	if len(p.values) == 0 {
		return nil
	}
	if p.fitting(dateForm("")) == len(p.values) {
		return p.dated(nil, "")
	}
	if f := p.serial(); f != "" {
		return p.dated([]string{f}, "")
	}
	var found []string
	most := 0
	for _, f := range dateFormats() {
		if !p.hopeful(f) {
			continue
		}
		switch n := p.fitting(dateForm(f)); {
		case n < most || !p.fits(dateForm(f)):
		case n > most:
			most, found = n, []string{f}
		default:
			found = append(found, f)
		}
	}
	if n := p.fitting(dateForm("")); n > most && p.fits(dateForm("")) {
		return p.undeclared(n)
	}
	switch {
	case len(found) == 0:
		return p.otherCalendar()
	case len(found) > 1 && monthFirst(found[0]) != monthFirst(found[len(found)-1]):
		return p.dated(p.further(found[0]), "PLEASE CHECK: these values do not tell whether day or month comes first")
	case len(found) == 1 && most == len(p.values):
		return p.dated(found, "only this format fits all")
	case len(found) == 1:
		return p.dated(p.further(found[0]), "no other format fits as many")
	}
	return p.dated(p.further(found[0]), "")
}

// otherCalendar is the guess where the dates are of a calendar whose years cannot be Gregorian
// here: 1394 is of Iran and Afghanistan, 2558 of Thailand.
func (p *profile) otherCalendar() *dateGuess {
	for _, c := range []struct {
		calendar   normalize.Calendar
		name, note string
	}{
		{normalize.SolarHijri, "solar_hijri", "PLEASE CHECK: their years are of the Solar Hijri calendar, or else of the Islamic one (hijri)"},
		{normalize.Hijri, "hijri", "their months are of the Islamic calendar"},
		{normalize.Buddhist, "buddhist", "their years are of the Buddhist calendar"},
	} {
		f := form{kind: schema.Date}
		f.dates.Calendar = c.calendar
		f = f.withLayouts()
		if p.fits(f) && p.all(func(v string) bool { return !plainYear(v) }) {
			return &dateGuess{calendar: c.name, why: p.why(f, "dates") + "; " + c.note}
		}
	}
	return nil
}

// plainYear reports whether a value is a number without marks, which may be anything.
func plainYear(v string) bool { return strings.Trim(v, "0123456789") == "" }

// hopeful reports whether a format fits a quarter of the first values: looking at all of
// them for each format takes long.
func (p *profile) hopeful(format string) bool {
	const first, share = 40, 4
	start := &profile{values: p.values[:min(first, len(p.values))]}
	return share*start.fitting(dateForm(format)) >= len(start.values)
}

// undeclared is the guess where more dates can be read without a format than with any
// one: those of ISO 8601, with others between them.
func (p *profile) undeclared(fitting int) *dateGuess {
	const iso = "%Y-%m-%d"
	if p.fitting(dateForm(iso)) < fitting {
		return p.dated(nil, "")
	}
	formats := p.further(iso)
	if len(formats) == 1 {
		return p.dated(nil, "")
	}
	return p.dated(formats, "PLEASE CHECK the formats of the others")
}

// further adds to a format those that read what it does not, with the day on the same
// side of the month.
func (p *profile) further(format string) []string {
	const most = 4
	out := []string{format}
	for _, f := range append([]string{"%Y", "%Y-%m-%d", "%m/%Y", "%m.%Y"}, dateFormats()...) {
		if len(out) == most || f == format || strings.Contains(f, "%d") && !sameOrder(f, out) {
			continue
		}
		rest, known := &profile{}, dateForms(out)
		for _, v := range p.values {
			if _, err := known.canonical(v, ""); err != nil {
				rest.values = append(rest.values, v)
			}
		}
		if len(rest.values) == 0 {
			return out
		}
		if rest.fitting(dateForm(f)) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// sameOrder reports whether a format has day and month in the order of those that are
// not of ISO 8601.
func sameOrder(format string, as []string) bool {
	for _, f := range as {
		if strings.Contains(f, "%d") && !strings.HasPrefix(f, "%Y") && !strings.HasPrefix(format, "%Y") && monthFirst(f) != monthFirst(format) {
			return false
		}
	}
	return true
}

func monthFirst(format string) bool {
	d, m := strings.Index(format, "%d"), strings.Index(format, "%m")
	return m >= 0 && m < d
}

func dateForm(format string) form {
	if format == "" {
		return dateForms(nil)
	}
	return dateForms([]string{format})
}

func dateForms(formats []string) form {
	f := form{kind: schema.Date}
	f.dates.Formats = formats
	return f.withLayouts()
}

func (p *profile) dated(formats []string, note string) *dateGuess {
	g := &dateGuess{formats: formats, why: p.why(dateForms(formats), "dates")}
	if note != "" {
		g.why += "; " + note
	}
	if strings.Contains(strings.Join(formats, " "), "%y") {
		g.why += "; a year of two digits is in the latest century that is not after the day of receipt"
	}
	// Months counted in days: all on the first.
	firsts, months := 0, map[string]bool{}
	for _, v := range p.values {
		d, err := normalize.ParseDate(v, dateForms(formats).dates)
		if err == nil && d.Precision() == normalize.PrecisionDay && d.Day() == 1 {
			firsts++
			months[d.Cut(normalize.PrecisionMonth).String()] = true
		}
	}
	if firsts == len(p.values) && len(months) > 2 {
		g.precision = "month"
		g.why += "; all are the first of a month"
	}
	return g
}

// serial finds a count of days, seconds or milliseconds.
func (p *profile) serial() string {
	for _, s := range serials {
		inRange := func(v string) bool {
			if strings.Trim(v, "0123456789.") != "" {
				return false
			}
			n, err := number(v)
			return err == nil && n >= s.least && n <= s.most
		}
		if p.all(inRange) && p.fits(dateForm(s.format)) {
			return s.format
		}
	}
	return ""
}

// clocks reports whether the column holds times of day, and how they are written.
func (p *profile) clocks() string {
	for _, f := range []string{"%H:%M:%S", "%H:%M"} {
		fits := p.all(func(v string) bool {
			_, err := normalize.ParseDate("2015-07-13 "+v, normalize.DateOptions{Formats: []string{"%Y-%m-%d " + f}})
			return err == nil
		})
		if fits {
			return f
		}
	}
	return ""
}

// options returns what the property says of the dates.
func (g *dateGuess) options() string {
	s := ""
	switch len(g.formats) {
	case 0:
	case 1:
		s += ", format: " + yamlText(g.formats[0])
	default:
		quoted := make([]string, len(g.formats))
		for i, f := range g.formats {
			quoted[i] = yamlText(f)
		}
		s += ", formats: [" + strings.Join(quoted, ", ") + "]"
	}
	if g.calendar != "" {
		s += ", calendar: " + g.calendar
	}
	if g.precision != "" {
		s += ", precision: " + g.precision
	}
	return s
}

// jan1 proposes that 1 January means the year, where it is much too frequent.
func (d *draft) jan1(p *profile, guess *dateGuess) string {
	n, read := 0, dateForms(guess.formats)
	for _, v := range p.values {
		if t, err := read.canonical(v, ""); err == nil && strings.HasSuffix(t, "-01-01") {
			n++
		}
	}
	if n < 2 || n*20 < len(p.values) {
		return ""
	}
	guess.why += fmt.Sprintf("; %d %s on 1 January, which mostly means that only the year is known", n, english.Noun(n, "is", "are"))
	return ", jan1_is_year: true"
}

// date adds the date out of a column, out of columns for day and time of day, or out of
// columns for year and month.
func (d *draft) date(e *draftEntity, sc *schema.Schema, g goal) {
	day, clock, year, month := d.get(roleDate), d.get(roleTime), d.roles[roleYear], d.roles[roleMonth]
	var def *schema.Property
	for _, name := range g.properties {
		if found, ok := sc.Property(name); ok && found.Type == schema.Date {
			def = found
			break
		}
	}
	if day != nil && (!day.byHeader && year != nil && year.byHeader || d.used[day.name]) {
		day = nil // the day of something else, such as of an update
	}
	switch {
	case def == nil || e.has(def.Name):
	case d.wide != nil && def.Name == "period":
		d.wide.period(d, e)
	case day != nil && clock != nil && day.daysOnly() && clock.clocks() != "":
		guess := day.dates()
		var formats []string
		for _, f := range guess.formats {
			formats = append(formats, f+" "+clock.clocks())
		}
		guess.formats = append(formats, guess.formats...)
		d.add(e, def.Name, "{template: "+yamlText("{{ "+day.name+" }} {{ "+clock.name+" }}")+guess.options()+"}", guess.why+fmt.Sprintf("; times of day in %q", clock.name), day, clock)
	case day != nil:
		guess := day.dates()
		if guess == nil {
			guess = &dateGuess{why: "header " + strconv.Quote(day.name) + "; the sample has no values"}
		}
		d.add(e, def.Name, "{column: "+yamlText(day.name)+guess.options()+"}", guess.why, day)
	case year != nil && month != nil && len(year.values) == year.rows && len(month.values) == month.rows:
		d.add(e, def.Name, "{template: "+yamlText("{{ "+year.name+" }}-{{ "+month.name+" }}")+"}", "year and month stand in columns of their own", year, month)
	case year != nil:
		d.add(e, def.Name, "{column: "+yamlText(year.name)+"}", year.why(form{kind: schema.Date}, "years"), year)
	}
}

// daysOnly reports whether the column holds days without a time of day.
func (p *profile) daysOnly() bool {
	g := p.dates()
	return g != nil && !strings.Contains(strings.Join(g.formats, " "), "%H") && !strings.Contains(strings.Join(g.formats, " "), "%I") &&
		!slices.ContainsFunc(p.values, func(v string) bool { return strings.Contains(v, ":") })
}
