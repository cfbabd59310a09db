package mapping

import (
	"fmt"
	"strconv"
	"strings"

	"skein/internal/normalize"
	"skein/internal/schema"
)

// dateGuess is how the dates of a column are written.
type dateGuess struct {
	format    string // "": no format is needed
	precision string // "": as written
	why       string
}

// dateFormats are tried in order: of those that fit all values the first is
// proposed. Day first comes before month first.
func dateFormats() []string {
	var out []string
	for _, day := range []string{
		"%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%y",
		"%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%b %d, %Y", "%b %d %Y",
	} {
		out = append(out, day)
		for _, clock := range []string{" %H:%M:%S", " %H:%M", " %I:%M %p", " %I:%M:%S %p"} {
			out = append(out, day+clock)
		}
	}
	return append(out, "%Y%m%d%H%M%S", "%Y%m%d %H%M%S")
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

// guessDates finds it by elimination.
func (p *profile) guessDates() *dateGuess {
	if len(p.values) == 0 {
		return nil
	}
	if p.fits(dateForm("")) {
		return p.dated("", "")
	}
	if f := p.serial(); f != "" {
		return p.dated(f, "")
	}
	var found []string
	for _, f := range dateFormats() {
		if p.fits(dateForm(f)) {
			found = append(found, f)
		}
	}
	switch len(found) {
	case 0:
		return nil
	case 1:
		return p.dated(found[0], "only this format fits all")
	}
	if monthFirst(found[0]) != monthFirst(found[len(found)-1]) {
		return p.dated(found[0], "PLEASE CHECK: these values do not tell whether day or month comes first")
	}
	return p.dated(found[0], "")
}

func monthFirst(format string) bool {
	d, m := strings.Index(format, "%d"), strings.Index(format, "%m")
	return m >= 0 && m < d
}

func dateForm(format string) form {
	f := form{kind: schema.Date}
	if format != "" {
		f.dates.Formats = []string{format}
	}
	return f.withLayouts()
}

func (p *profile) dated(format, note string) *dateGuess {
	g := &dateGuess{format: format, why: p.why(dateForm(format), "dates")}
	if note != "" {
		g.why += "; " + note
	}
	// Months counted in days: all on the first.
	firsts, months := 0, map[string]bool{}
	for _, v := range p.values {
		d, err := normalize.ParseDate(v, dateForm(format).dates)
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
	if g.format != "" {
		s += fmt.Sprintf(", format: %s", yamlText(g.format))
	}
	if g.precision != "" {
		s += ", precision: " + g.precision
	}
	return s
}

// jan1 proposes that 1 January means the year, where it is much too frequent.
func (d *draft) jan1(p *profile, guess *dateGuess) string {
	n, read := 0, dateForm(guess.format)
	for _, v := range p.values {
		if t, err := read.canonical(v, ""); err == nil && strings.HasSuffix(t, "-01-01") {
			n++
		}
	}
	if n < 2 || n*20 < len(p.values) {
		return ""
	}
	guess.why += fmt.Sprintf("; %d are on 1 January, which mostly means that only the year is known", n)
	return ", jan1_is_year: true"
}

// date adds the date out of a column, out of columns for day and time of day, or out of
// columns for year and month.
func (d *draft) date(e *draftEntity, sc *schema.Schema, g goal) {
	day, clock, year, month := d.roles[roleDate], d.roles[roleTime], d.roles[roleYear], d.roles[roleMonth]
	var def *schema.Property
	for _, name := range g.properties {
		if found, ok := sc.Property(name); ok && found.Type == schema.Date {
			def = found
			break
		}
	}
	if day != nil && !day.byHeader && year != nil && year.byHeader {
		day = nil // the day of something else, such as of an update
	}
	switch {
	case def == nil:
	case day != nil && clock != nil && day.dates() != nil && clock.clocks() != "":
		guess := day.dates()
		options := ""
		if guess.format != "" {
			options = fmt.Sprintf(", formats: [%s, %s]", yamlText(guess.format+" "+clock.clocks()), yamlText(guess.format))
		}
		d.add(e, def.Name, "{template: "+yamlText("{{ "+day.name+" }} {{ "+clock.name+" }}")+options+"}", guess.why+fmt.Sprintf("; times of day in %q", clock.name), day, clock)
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
