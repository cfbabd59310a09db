package normalize

import (
	"errors"
	"strings"
)

// DateOptions says how the dates of one column are written and how far they
// are to be trusted. The zero value reads the forms that have one meaning.
type DateOptions struct {
	// Formats are tried in order; if there are any, nothing else is read. A
	// format is in the style of strftime, as FollowTheMoney mappings have it:
	//
	//	%Y %y      year of four digits; of two, see Received
	//	%m %b %B   month as a number or a name in English, French, Greek, Arabic and others of the field
	//	%d %e %j   day of the month; day of the year
	//	%H %I %p   hour of 24; hour of 12 and am or pm
	//	%M %S %f   minute, second, fraction of a second (dropped)
	//	%z %Z      offset such as +02:00, Z, UTC, UTC+3 or (UTC+3)
	//	%a %A      name of a weekday (skipped)
	//	%F %T %R %D  for %Y-%m-%d, %H:%M:%S, %H:%M, %m/%d/%y
	//
	// or one of the words epoch-days, epoch-seconds, epoch-millis (since
	// 1970-01-01 UTC) and excel-days. That is the 1900 date system of
	// spreadsheets, in which day 1 is 1900-01-01 and day 60 is a 29 February
	// 1900 that never was; it is refused, and later days are counted past it.
	Formats []string
	// Calendar is that in which the dates are written.
	Calendar Calendar
	// Received is the day on which the text was received, and Reach how many years a date may
	// lie after it: they give a year of two digits its century, the latest that is not after
	// Received and Reach. Without Received 69 to 99 are 1969 to 1999 (POSIX).
	Received Date
	Reach    int
	// Precision is the finest precision to keep; 0 keeps all.
	Precision Precision
	// Jan1IsYear makes 1 January a bare year. Birth dates on 1 January mostly
	// mean that only the year was known.
	Jan1IsYear bool
}

// unambiguousDates are the forms that are read without a declared format,
// besides day/month/year. A time of day may follow a day.
const unambiguousDates = "%Y-%m-%d|%Y|%Y-%m|%d.%m.%Y|%Y/%m/%d|%Y.%m.%d|%m.%Y|%m/%Y|" +
	"%d %B %Y|%d-%B-%Y|%d/%B/%Y|%d. %B %Y|%d de %B de %Y|%B %d, %Y|%B %d %Y|%B %Y|%B de %Y"

// ParseDate reads a date as o says. Without formats it reads
//
//   - ISO 8601 dates and times, also in part: 2015, 2015-07, 2015-07-13,
//     20150713, 2015-07-13T10:30Z;
//   - days in points: 13.07.2015;
//   - days in slashes or hyphens if only one reading is a date: 13/07/2015,
//     07/13/2015, 05/05/2015;
//   - days with the month's name: 13 July 2015, July 13, 2015, 13 de julio de 2015.
//
// A time of day may follow a day. A month or day of 00 is not known. 03/04/2015 gives [ErrAmbiguous], 31
// February or a year outside [MinYear] to [MaxYear] gives [ErrRange], other
// texts [ErrFormat] or [ErrUnknown].
func ParseDate(text string, o DateOptions) (Date, error) {
	clean := strings.Join(strings.Fields(strings.Map(visible, Digits(text))), " ")
	if IsNothing(clean, OfQuantity) || isZeroDate(clean) || o.isPlaceholder(clean) {
		return Date{}, fail("date", text, ErrUnknown, "")
	}
	d, err := readDate(clean, &o)
	if err != nil {
		return Date{}, fail("date", text, err.sentinel, err.why)
	}
	if o.Jan1IsYear && d.month == 1 && d.day == 1 && d.hour == 0 && d.minute == 0 && d.second == 0 {
		d = d.Cut(PrecisionYear)
	}
	return d.Cut(o.Precision), nil
}

// isZeroDate reports whether text is 0000-00-00 in some form, by which databases
// say that there is no date.
func isZeroDate(text string) bool {
	return len(text) >= len("00000000") && strings.Trim(text, "0-./: T") == ""
}

// dateError is why one reading of a date failed.
type dateError struct {
	sentinel error
	why      string
}

func readDate(text string, o *DateOptions) (Date, *dateError) {
	formats := o.Formats
	if len(formats) == 0 {
		return readUnambiguous(text, o)
	}
	// A text that fits a format but is no date says more than one that does not fit.
	failure := &dateError{ErrFormat, "it does not fit " + strings.Join(formats, " or ")}
	for _, format := range formats {
		d, err := readFormat(text, format, o)
		if err == nil {
			return d, nil
		}
		if errors.Is(err.sentinel, ErrRange) || err.why != "" {
			failure = err
		}
	}
	return Date{}, failure
}

// readFormat reads a text by one declared format. The error has no sentence if
// the text does not fit.
func readFormat(text, format string, o *DateOptions) (Date, *dateError) {
	if read, ok := serialFormat(format); ok {
		return read(text)
	}
	r := dateReader{rest: text, options: o}
	if err := r.scan(format); err != nil {
		return Date{}, err
	}
	if r.rest != "" {
		return Date{}, &dateError{ErrFormat, ""}
	}
	return r.date()
}

func readUnambiguous(text string, o *DateOptions) (Date, *dateError) {
	failure := &dateError{ErrFormat, "declare its format, such as %d/%m/%y"}
	for _, read := range [...]func(*dateReader) *dateError{readBasic, readDayOrMonthFirst} {
		r := dateReader{rest: text, options: o}
		if err := read(&r); err == nil && r.clock() {
			return r.date()
		} else if err != nil && err.why != "" {
			return Date{}, err
		}
	}
	for format := range strings.SplitSeq(unambiguousDates, "|") {
		r := dateReader{rest: text, options: o}
		if r.scan(format) != nil || !r.clock() {
			continue
		}
		d, err := r.date()
		if err == nil {
			return d, nil
		}
		failure = err
	}
	return Date{}, failure
}

// readBasic reads the basic form of ISO 8601, 20150713.
func readBasic(r *dateReader) *dateError {
	if len(leadingDigits(r.rest)) != len("20150713") {
		return &dateError{ErrFormat, ""}
	}
	return r.scan("%Y%m%d")
}

// readDayOrMonthFirst reads 13/07/2015 and 07-13-2015 if one order of day and
// month alone makes a date.
func readDayOrMonthFirst(r *dateReader) *dateError {
	a, okA := r.number(1, 2)
	separator := r.anyOf("/-")
	b, okB := r.number(1, 2)
	if !okA || !okB || separator == "" || !r.literal(separator) {
		return &dateError{ErrFormat, ""}
	}
	year, ok := r.number(4, 4)
	if !ok {
		return &dateError{ErrFormat, ""}
	}
	r.set(PrecisionYear, &r.fields.year, year)
	day, month := a, b
	switch {
	case a == 0 || b == 0: // only a day can be unknown while the other part is known
		day, month = min(a, b), max(a, b)
	case b > 12:
		day, month = b, a
	case a <= 12 && a != b:
		return &dateError{ErrAmbiguous, "day or month may come first; declare its format, %d" + separator + "%m" + separator + "%Y or %m" + separator + "%d" + separator + "%Y"}
	}
	r.set(PrecisionMonth, &r.fields.month, month)
	r.set(PrecisionDay, &r.fields.day, day)
	return nil
}
