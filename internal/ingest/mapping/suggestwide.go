package mapping

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"skein/internal/header"
	"skein/internal/schema"
)

// wide is a table with a column for each period.
type wide struct {
	columns []widePeriod
	kind    string // day, month, quarter or year
	year    int    // of all columns, where their headers have none; 0: not known
	yearOf  *profile
	from    string // where the year was found
}

type widePeriod struct {
	column string
	period header.Period
}

// leastPeriods is how many columns must be periods.
const leastPeriods = 2

// widen finds columns whose headers are periods of one kind and whose cells are numbers,
// and puts in their place the two columns that an unpivot makes of them.
func (d *draft) widen(t *Table) {
	w := &wide{}
	var pooled []string
	for _, p := range d.profiles {
		period, ok := header.Default().Period(p.name)
		if !ok || len(p.values) > 0 && !p.mostly(form{kind: schema.Number}) {
			continue
		}
		kind := kindOfPeriod(period)
		if w.kind == "" {
			w.kind = kind
		}
		if kind == w.kind {
			w.columns = append(w.columns, widePeriod{p.name, period})
			pooled = append(pooled, p.values...)
		}
	}
	if len(w.columns) < leastPeriods || len(pooled) == 0 {
		return
	}
	kept := d.profiles[:0:0]
	for _, p := range d.profiles {
		is := false
		for _, c := range w.columns {
			is = is || c.column == p.name
		}
		if !is {
			kept = append(kept, p)
		}
		if p.role == roleYear && p.between([2]float64{1900, 2100}) {
			w.yearOf = p
		}
	}
	w.firsts()
	w.findYear(t)
	whole := header.Meaning{Attribute: header.Attribute(roleCount), Whole: true}
	value := &profile{name: columnValue, values: pooled, rows: len(pooled), role: roleCount, meaning: whole, byHeader: true}
	label := &profile{name: columnLabel, rows: len(w.columns), role: rolePeriod, meaning: whole, byHeader: true}
	d.profiles = append(kept, value, label)
	for _, p := range d.profiles {
		if p != value && p.role == roleCount { // a total beside its parts
			p.role, p.byHeader, p.doubt = "", false, "; the columns of the periods hold its parts"
		}
	}
	d.used[columnValue], d.used[columnLabel] = true, true
	d.wide = w
	d.filters = w.unpivot()
}

func kindOfPeriod(p header.Period) string {
	switch {
	case p.Day > 0:
		return "day"
	case p.Month > 0:
		return "month"
	case p.Quarter > 0:
		return "quarter"
	}
	return "year"
}

// firsts takes the first days of months for the months.
func (w *wide) firsts() {
	months := map[int]bool{}
	for _, c := range w.columns {
		if c.period.Day != 1 {
			return
		}
		months[c.period.Month] = true
	}
	if len(months) < len(w.columns) && len(months) < 12 {
		return
	}
	w.kind = "month"
	for i := range w.columns {
		w.columns[i].period.Day = 0
	}
}

// yearWord finds a year in a text.
var yearWord = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`)

// findYear looks for the year of months without one: in the title, then in the file's name.
func (w *wide) findYear(t *Table) {
	if w.columns[0].period.Year > 0 || w.yearOf != nil {
		return
	}
	for _, place := range append(append([]string{}, t.Title...), t.Name) {
		if m := yearWord.FindStringSubmatch(place); m != nil {
			w.year, _ = strconv.Atoi(m[1])
			w.from = strconv.Quote(place)
			return
		}
	}
}

// unpivot writes the columns and their labels.
func (w *wide) unpivot() string {
	parts := make([]string, len(w.columns))
	for i, c := range w.columns {
		parts[i] = yamlText(c.column) + ": " + strconv.Quote(w.label(c.period))
	}
	return "unpivot: {" + strings.Join(parts, ", ") + "}  # a column for each " + w.kind
}

// label is the date that $label gives, or a part of it where a column has the year, or
// what the header says where nothing has.
func (w *wide) label(p header.Period) string {
	if p.Year == 0 {
		p.Year = w.year
	}
	switch {
	case p.Quarter > 0 && p.Year > 0:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Quarter)
	case p.Quarter > 0:
		return fmt.Sprintf("Q%d", p.Quarter)
	case p.Year == 0:
		return fmt.Sprintf("%02d", p.Month)
	}
	return p.Date()
}

// period adds the period of each count.
func (w *wide) period(d *draft, e *draftEntity) {
	known := w.columns[0].period.Year > 0 || w.year > 0 || w.yearOf != nil
	column, why := "column: $label", fmt.Sprintf("the headers are %ss", w.kind)
	if w.yearOf != nil && w.columns[0].period.Year == 0 {
		column = "template: " + yamlText("{{ "+w.yearOf.name+" }}-{{ $label }}")
		d.used[w.yearOf.name] = true
	}
	if w.year > 0 {
		why += fmt.Sprintf("; PLEASE CHECK the year %d: it stands in %s", w.year, w.from)
	}
	switch {
	case !known:
		d.add(e, "summary", "{column: $label}", "PLEASE STATE the year: write the labels above as 2015-04, and period for summary here")
	case w.kind == "quarter":
		d.quarters(e, column, why)
	default:
		d.add(e, "period", "{"+column+"}", why)
	}
}

// quarters adds what there is no precision for: the year, and the first and the last day.
func (d *draft) quarters(e *draftEntity, column, why string) {
	years, first, last := draftLookup{name: "years"}, draftLookup{name: "firstDays"}, draftLookup{name: "lastDays"}
	begins, ends := []string{"01-01", "04-01", "07-01", "10-01"}, []string{"03-31", "06-30", "09-30", "12-31"}
	from, to := 0, 0
	for _, c := range d.wide.columns {
		year := c.period.Year + d.wide.year
		if year == 0 {
			continue
		}
		if from == 0 || year < from {
			from = year
		}
		to = max(to, year)
	}
	if y := d.wide.yearOf; y != nil && from == 0 {
		for _, v := range y.values {
			n, _ := strconv.Atoi(v)
			if n > 0 && (from == 0 || n < from) {
				from = n
			}
			to = max(to, n)
		}
	}
	for year := from; year <= to && year > 0; year++ {
		for q := 1; q <= 4; q++ {
			label := fmt.Sprintf("%04d-Q%d", year, q)
			years.entries = append(years.entries, [2]string{label, strconv.Itoa(year)})
			first.entries = append(first.entries, [2]string{label, fmt.Sprintf("%04d-%s", year, begins[q-1])})
			last.entries = append(last.entries, [2]string{label, fmt.Sprintf("%04d-%s", year, ends[q-1])})
		}
	}
	d.lookups = append(d.lookups, years, first, last)
	d.add(e, "period", "{"+column+", lookup: years}", why+", which are no precision of a date: the year is")
	d.add(e, "startDate", "{"+column+", lookup: firstDays}", "")
	d.add(e, "endDate", "{"+column+", lookup: lastDays}", "")
}

// measured says what a table of counts counts, as its header or its title has it; figures
// count each measure by itself.
func (d *draft) measured(e *draftEntity) {
	if e.has("measure") {
		return
	}
	places := d.titles
	if p := d.roles[roleCount]; p != nil && p.name != columnValue {
		places = append([]string{p.name}, places...)
	}
	for _, place := range places {
		if measure := measureOf(place); measure != "" {
			e.properties = append(e.properties, draftLine{"measure: {literal: " + measure + "}", fmt.Sprintf("it stands in %q", place)})
			return
		}
	}
	for i, l := range e.properties {
		if strings.HasPrefix(l.text, "count: ") {
			e.properties[i].why += "; PLEASE STATE measure: {literal: detections}, arrivals, departures, attempts or preventions, or no figure counts the rows"
		}
	}
}

// measureOf returns the measure that a text names, "" if none.
func measureOf(text string) string {
	folded := header.Fold(text)
	for _, m := range []struct{ measure, words string }{
		{"preventions", "prevent prevenz prevencion verhinder engellen предотвращ αποτροπ"},
		{"attempts", "attempt tentativ intento versuch girisim попыт προσπαθει"},
		{"departures", "departure depart partenz salida abfahrt ausreise kalkis отправлен αναχωρησ"},
		{"arrivals", "arrival arrivee arriv llegada ankunft ankunfte sbarc sbarchi varis прибыт αφιξ chegada dolaz sosir przyby وصول"},
		{"detections", "detect detec detezion crossing apprehen intercept aufgriff feststell festgestellt rilevament deteccion yakalama выявлен задержан εντοπισμ συλληψ otkriv deteccao wykry"},
	} {
		for w := range strings.FieldsSeq(m.words) {
			if strings.HasPrefix(folded, w) || strings.Contains(folded, " "+w) {
				return m.measure
			}
		}
	}
	return ""
}
