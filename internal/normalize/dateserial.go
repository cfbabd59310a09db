package normalize

import (
	"math"
	"strconv"
	"strings"
	"time"
)

const secondsPerDay = 24 * 60 * 60

// serialFormat returns the reader of a format word that counts days or seconds.
func serialFormat(format string) (read func(string) (Date, *dateError), ok bool) {
	switch format {
	case "epoch-days":
		return func(text string) (Date, *dateError) { return readSerial(text, secondsPerDay, 1, PrecisionDay) }, true
	case "epoch-seconds":
		return func(text string) (Date, *dateError) { return readSerial(text, 1, 1, PrecisionSecond) }, true
	case "epoch-millis":
		return func(text string) (Date, *dateError) { return readSerial(text, 1, 1000, PrecisionSecond) }, true
	case "excel-days":
		return readExcel, true
	}
	return nil, false
}

// serialNumber reads an integer or a decimal with a point.
func serialNumber(text string) (float64, *dateError) {
	if strings.Trim(text, "-.0123456789") != "" {
		return 0, &dateError{ErrFormat, "want a number"}
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, &dateError{ErrFormat, "want a number"}
	}
	return n, nil
}

// readSerial reads a count of units since 1970-01-01 UTC; each unit is a number
// of seconds over a divisor, so that no product is rounded.
func readSerial(text string, seconds, divisor float64, p Precision) (Date, *dateError) {
	n, failure := serialNumber(text)
	if failure != nil {
		return Date{}, failure
	}
	if p == PrecisionDay && n != math.Trunc(n) {
		return Date{}, &dateError{ErrFormat, "want whole days"}
	}
	return fromSeconds(math.Floor(n*seconds/divisor), p, true)
}

// readExcel reads a day number of the 1900 date system with the time of day as
// its fraction. Lotus 1-2-3 took 1900 for a leap year, and Excel followed it to
// read its files (Microsoft support article 214326).
func readExcel(text string) (Date, *dateError) {
	n, failure := serialNumber(text)
	if failure != nil {
		return Date{}, failure
	}
	const phantom = 60 // 29 February 1900
	day := math.Floor(n)
	switch {
	case n < 1:
		return Date{}, &dateError{ErrRange, "day numbers of spreadsheets begin at 1"}
	case day == phantom:
		return Date{}, &dateError{ErrRange, "day 60 of spreadsheets is 29 February 1900, which never was"}
	case day > phantom:
		n--
	}
	before := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC).Unix()
	p := PrecisionDay
	if n != math.Trunc(n) {
		p = PrecisionSecond
	}
	return fromSeconds(float64(before)+math.Round(n*secondsPerDay), p, false)
}

// fromSeconds is the date that lies seconds after 1970-01-01 UTC.
func fromSeconds(seconds float64, p Precision, zoned bool) (Date, *dateError) {
	const limit = 1e11 // year 5138, beyond the years that are taken for true
	if !(math.Abs(seconds) < limit) {
		return Date{}, &dateError{ErrRange, "it is centuries away; is the unit right?"}
	}
	t := time.Unix(int64(seconds), 0).UTC()
	f := dateFields{
		year: t.Year(), month: int(t.Month()), day: t.Day(),
		hour: t.Hour(), minute: t.Minute(), second: t.Second(),
		precision: p, zoned: zoned,
	}
	d, why := f.date()
	if why != "" {
		return Date{}, &dateError{ErrRange, why}
	}
	return d, nil
}
