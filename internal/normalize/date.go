package normalize

import (
	"cmp"
	"fmt"
	"time"
)

// Precision says how much of a date is known. The zero value is no precision.
type Precision uint8

// The precisions, from coarse to fine.
const (
	PrecisionYear Precision = iota + 1
	PrecisionMonth
	PrecisionDay
	PrecisionHour
	PrecisionMinute
	PrecisionSecond
)

// String returns the name of p, such as "month".
func (p Precision) String() string {
	names := [...]string{"none", "year", "month", "day", "hour", "minute", "second"}
	if int(p) >= len(names) {
		return "none"
	}
	return names[p]
}

// The years that are taken for true. Before 1800 nobody in a case was born;
// beyond 2100 no document expires.
const (
	MinYear = 1800
	MaxYear = 2100
)

// Date is a date of the Gregorian calendar as far as it is known: a year, a
// month, a day, or a time of day to the hour, minute or second, with or
// without an offset from UTC. The zero value is invalid. Dates are comparable
// with ==.
type Date struct {
	year                 int16
	month, day           uint8
	hour, minute, second uint8
	precision            Precision
	zoned                bool
	offset               int16 // minutes east of UTC, if zoned
}

// DateOf returns a date of the precision of its arguments: a month of 0 is a
// year, a day of 0 a month. It fails with [ErrRange].
func DateOf(year int, month time.Month, day int) (Date, error) {
	f := dateFields{year: year, precision: PrecisionDay, month: int(month), day: day}
	d, why := f.date()
	if why != "" {
		return Date{}, fail("date", fmt.Sprintf("%d-%d-%d", year, month, day), ErrRange, why)
	}
	return d, nil
}

// IsValid reports whether d holds a date.
func (d Date) IsValid() bool { return d.precision != 0 }

// Precision returns how much of d is known.
func (d Date) Precision() Precision { return d.precision }

// Year returns the year, or 0 if d is invalid.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, or 0 if it is not known.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, or 0 if it is not known.
func (d Date) Day() int { return int(d.day) }

// Cut returns d no finer than p. A precision of 0 leaves d as it is.
func (d Date) Cut(p Precision) Date {
	if p == 0 || d.precision <= p {
		return d
	}
	c := Date{year: d.year, precision: p}
	if p >= PrecisionMonth {
		c.month = d.month
	}
	if p >= PrecisionDay {
		c.day = d.day
	}
	if p >= PrecisionHour {
		c.hour, c.zoned, c.offset = d.hour, d.zoned, d.offset
	}
	if p >= PrecisionMinute {
		c.minute = d.minute
	}
	return c
}

// String returns the ISO 8601 form, whose length is the precision: "2015",
// "2015-07", "2015-07-13", "2015-07-13T10", "2015-07-13T10:30",
// "2015-07-13T10:30:00"; a time of day is followed by its offset if that is
// known, "Z" or "+02:00". It is "" if d is invalid.
func (d Date) String() string {
	const year, month, day, hour, minute, second = 4, 7, 10, 13, 16, 19
	lengths := [...]int{0, year, month, day, hour, minute, second}
	full := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", d.year, d.month, d.day, d.hour, d.minute, d.second)
	text := full[:lengths[d.precision]]
	switch {
	case !d.zoned:
		return text
	case d.offset == 0:
		return text + "Z"
	case d.offset < 0:
		return text + fmt.Sprintf("-%02d:%02d", -d.offset/60, -d.offset%60)
	}
	return text + fmt.Sprintf("+%02d:%02d", d.offset/60, d.offset%60)
}

// Start returns the first instant that d can mean, in UTC. A date without an
// offset is taken to be in UTC. It is the zero time if d is invalid.
func (d Date) Start() time.Time {
	if !d.IsValid() {
		return time.Time{}
	}
	return time.Date(int(d.year), time.Month(max(d.month, 1)), int(max(d.day, 1)),
		int(d.hour), int(d.minute)-int(d.offset), int(d.second), 0, time.UTC)
}

// End returns the instant after the last one that d can mean, so that
// [Start, End) is all of d.
func (d Date) End() time.Time {
	start := d.Start()
	switch d.precision {
	case PrecisionYear:
		return start.AddDate(1, 0, 0)
	case PrecisionMonth:
		return start.AddDate(0, 1, 0)
	case PrecisionDay:
		return start.AddDate(0, 0, 1)
	case PrecisionHour:
		return start.Add(time.Hour)
	case PrecisionMinute:
		return start.Add(time.Minute)
	case PrecisionSecond:
		return start.Add(time.Second)
	}
	return start
}

// Before reports whether d is certainly before e: all that d can mean ends
// before anything that e can mean begins. 2015 is before 2016-01, and neither
// before nor after 2015-07.
func (d Date) Before(e Date) bool {
	return d.IsValid() && e.IsValid() && !d.End().After(e.Start())
}

// Compare orders dates for sorting: by [Date.Start], then the coarser first.
// It is 0 only for equal dates. The invalid date comes first.
func (d Date) Compare(e Date) int {
	if c := d.Start().Compare(e.Start()); c != 0 {
		return c
	}
	if c := cmp.Compare(d.precision, e.precision); c != 0 {
		return c
	}
	return cmp.Compare(d.String(), e.String())
}

// dateFields is a date as read, not yet checked. A month or day of 0 is not known.
type dateFields struct {
	year, month, day     int
	hour, minute, second int
	precision            Precision
	zoned                bool
	offset               int
}

// date checks the ranges and returns the date, or a sentence on what is wrong.
func (f dateFields) date() (Date, string) {
	if f.month == 0 && f.precision > PrecisionYear {
		if f.day != 0 {
			return Date{}, "a day without a month"
		}
		f.precision = PrecisionYear
	}
	if f.day == 0 && f.precision > PrecisionMonth {
		f.precision = PrecisionMonth
	}
	switch {
	case f.year < MinYear || f.year > MaxYear:
		return Date{}, fmt.Sprintf("the year must be %d to %d", MinYear, MaxYear)
	case f.month < 0 || f.month > 12:
		return Date{}, "the month must be 1 to 12"
	case f.day < 0 || f.precision >= PrecisionDay && f.day > daysIn(f.year, f.month):
		return Date{}, "no such day in that month"
	case f.hour < 0 || f.hour > 23, f.minute < 0 || f.minute > 59, f.second < 0 || f.second > 59:
		return Date{}, "no such time of day"
	case f.offset < -14*60 || f.offset > 14*60:
		return Date{}, "no such offset from UTC"
	}
	d := Date{
		year: int16(f.year), month: uint8(f.month), day: uint8(f.day),
		hour: uint8(f.hour), minute: uint8(f.minute), second: uint8(f.second),
		precision: PrecisionSecond, zoned: f.zoned, offset: int16(f.offset),
	}
	return d.Cut(f.precision), ""
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
