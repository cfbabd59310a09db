package tally

import "skein/internal/column"

// ByDate returns the dimension of what f, [Year] or [Month], makes of the day of
// an event or link: its date or, where it has none, the day it began.
func ByDate(t *column.Table, f func(date string) string) column.Dimension {
	return Either(t.ByText("date", f), t.ByText("startDate", f))
}

// Year returns the year of a date in canonical form, "2015" of "2015-07-13";
// empty for what is no date.
func Year(date string) string { return cut(date, len("2015")) }

// Month returns the month of a date in canonical form, "2015-07" of "2015-07-13";
// empty where only the year is known.
func Month(date string) string { return cut(date, len("2015-07")) }

// cut relies on the canonical form of dates, whose length is their precision.
func cut(date string, length int) string {
	if len(date) < length {
		return ""
	}
	return date[:length]
}
