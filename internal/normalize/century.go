package normalize

import "strings"

// posixPivot is the first year of two digits that means the nineteen hundreds (POSIX, strptime).
const posixPivot = 69

// century gives a year of two digits its century: the latest in which the date is not after
// the day of receipt and the reach behind it.
func (r *dateReader) century() {
	short := r.fields.year
	latest := Date{}
	if r.options != nil {
		latest = r.options.Received
	}
	if !latest.IsValid() || r.calendar() != Gregorian {
		switch {
		case r.calendar() == SolarHijri:
			r.fields.year += 1300 // until 2021 all years written with two digits
		case r.calendar() == Hijri:
			r.fields.year += 1400
		case short >= posixPivot:
			r.fields.year += 1900
		default:
			r.fields.year += 2000
		}
		return
	}
	limit := latest.Cut(PrecisionDay).Start().AddDate(r.options.Reach, 0, 0)
	base := limit.Year() / 100 * 100
	for _, year := range []int{base + short, base - 100 + short} {
		f := r.fields
		f.year = year
		if d, why := r.withPrecision(&f).date(); why == "" && !d.Start().After(limit) {
			r.fields.year = year
			return
		}
	}
	r.fields.year = base - 100 + short
}

// isPlaceholder reports whether a text is a day that databases and spreadsheets put where
// there is none: day 0 and 1 of spreadsheets, the end of time, and nines.
func (o *DateOptions) isPlaceholder(text string) bool {
	if o.Calendar != Gregorian {
		return false
	}
	if len(o.Formats) == 1 {
		if _, serial := serialFormat(o.Formats[0]); serial {
			return o.Formats[0] == "excel-days" && (strings.Trim(text, "0.") == "" || text == "1" || text == "1.0")
		}
	}
	day := text
	if at := strings.IndexAny(text, " T"); at > 0 && strings.Trim(text[at:], " T0:.Z") == "" {
		day = text[:at]
	}
	switch strings.NewReplacer("/", "-", ".", "-").Replace(day) {
	case "1900-01-00", "1900-01-01", "01-01-1900", "1-1-1900", "1900-1-1", "00-01-1900", "0-1-1900", "1899-12-30", "1899-12-31", "30-12-1899", "31-12-1899",
		"0001-01-01", "01-01-0001", "1-1-0001", "9999-12-31", "31-12-9999", "12-31-9999", "9999-99-99", "99-99-9999", "99999999", "99991231", "19000101":
		return true
	}
	return false
}
