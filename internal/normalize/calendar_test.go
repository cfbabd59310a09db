package normalize

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestCalendars: the row of R.D. 710347 in the sample data of Reingold and Dershowitz, Calendrical
// Calculations, appendix C, beginnings of years as published (Nowruz by the Institute of
// Geophysics, University of Tehran), and known days.
func TestCalendars(t *testing.T) {
	for _, c := range []struct {
		calendar Calendar
		texts    []string
		want     string
	}{
		{SolarHijri, []string{"1324-08-21", "21 آبان 1324", "۲۱ آبان ۱۳۲۴", "1324/8/21"}, "1945-11-12"},
		{SolarHijri, []string{"1394-01-01", "1 Farvardin 1394", "۱ فروردین ۱۳۹۴", "۱ حمل ۱۳۹۴"}, "2015-03-21"},
		{SolarHijri, []string{"1395-01-01", "1 حمل 1395"}, "2016-03-20"},
		{SolarHijri, []string{"1399-12-30"}, "2021-03-20"},
		{SolarHijri, []string{"1404-01-01"}, "2025-03-21"},
		{SolarHijri, []string{"1357-11-22", "22 بهمن 1357", "22 دلو 1357"}, "1979-02-11"},
		{SolarHijri, []string{"1230-06-31"}, "1851-09-22"},
		{SolarHijri, []string{"1394"}, "2015"},
		{SolarHijri, []string{"1394-05"}, "2015-08"},
		{Hijri, []string{"1364-12-06", "6 ذو الحجة 1364", "٦ ذو الحجة ١٣٦٤"}, "1945-11-12"},
		{Hijri, []string{"1436-01-12", "12 محرم 1436", "12 Muharram 1436"}, "2014-11-05"},
		{Hijri, []string{"1437-09-01", "1 رمضان 1437", "1 Ramadan 1437"}, "2016-06-07"},
		{Hijri, []string{"1400-01-01"}, "1979-11-21"},
		{Hijri, []string{"15 ربيع الأول 1436", "15 جمادى الآخرة 1436"}[:1], "2015-01-06"},
		{Ethiopian, []string{"1938-03-03", "3 ኅዳር 1938", "3 Hidar 1938"}, "1945-11-12"},
		{Ethiopian, []string{"2008-01-01", "1 መስከረም 2008", "1 Meskerem 2008"}, "2015-09-12"},
		{Ethiopian, []string{"2007-13-06"}, "2015-09-11"},
		{Ethiopian, []string{"2007"}, "2015"},
		{Buddhist, []string{"2558-07-13", "13 กรกฎาคม 2558", "13 July 2558"}, "2015-07-13"},
	} {
		for _, text := range c.texts {
			got, err := ParseDate(text, DateOptions{Calendar: c.calendar})
			if err != nil || got.String() != c.want {
				t.Errorf("%s %q = %v, %v; want %s", c.calendar, text, got, err, c.want)
			}
		}
	}
	for _, c := range []struct {
		calendar Calendar
		text     string
		want     error
	}{
		{SolarHijri, "1394-12-30", ErrRange}, // no leap year
		{SolarHijri, "1394-07-31", ErrRange},
		{Hijri, "1436-02-30", ErrRange},
		{Ethiopian, "2008-13-06", ErrRange},
		{Buddhist, "2558-02-29", ErrRange},
		{SolarHijri, "2015-03-21", ErrRange},
	} {
		if got, err := ParseDate(c.text, DateOptions{Calendar: c.calendar}); !errors.Is(err, c.want) {
			t.Errorf("%s %q = %v, %v; want %v", c.calendar, c.text, got, err, c.want)
		}
	}
}

// TestCalendarsCountEveryDay: the day after a day of a calendar is the next day.
func TestCalendarsCountEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(Calendars()).Draw(t, "calendar")
		first := map[Calendar]int{SolarHijri: 1200, Hijri: 1220, Ethiopian: 1795, Buddhist: 2345}[c]
		year := rapid.IntRange(first, first+250).Draw(t, "year")
		month := rapid.IntRange(1, map[bool]int{true: 13, false: 12}[c == Ethiopian]).Draw(t, "month")
		day := rapid.IntRange(1, c.daysIn(year, month)).Draw(t, "day")
		d, ok := c.fixed(year, month, day)
		if !ok {
			t.Fatalf("there is no %d-%d-%d", year, month, day)
		}
		if day++; day > c.daysIn(year, month) {
			day, month = 1, month+1
		}
		if c.daysIn(year, month) == 0 {
			month, year = 1, year+1
		}
		if next, ok := c.fixed(year, month, day); !ok || next != d+1 {
			t.Fatalf("%d-%d-%d is day %d, after %d", year, month, day, next, d)
		}
	})
}

// TestCenturies: two digits of a year are of the latest century that is not after the day of
// receipt and the reach of the property.
func TestCenturies(t *testing.T) {
	received, err := DateOf(2016, time.March, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		reach int
		want  string
	}{
		{"15.03.85", 0, "1985-03-15"},
		{"01.12.90", 0, "1990-12-01"},
		{"30.01.68", 0, "1968-01-30"},
		{"12.06.30", 0, "1930-06-12"},
		{"01.03.16", 0, "2016-03-01"},
		{"02.03.16", 0, "1916-03-02"},
		{"02.03.16", 1, "2016-03-02"}, // a departure that is planned
		{"15.03.25", 20, "2025-03-15"},
		{"15.03.98", 20, "1998-03-15"},
		{"15.03.37", 20, "1937-03-15"},
		{"29.02.00", 0, "2000-02-29"},
	} {
		got, err := ParseDate(c.text, DateOptions{Formats: []string{"%d.%m.%y"}, Received: received, Reach: c.reach})
		if err != nil || got.String() != c.want {
			t.Errorf("%q within %d years = %v, %v; want %s", c.text, c.reach, got, err, c.want)
		}
	}
	if got, err := ParseDate("12.06.30", DateOptions{Formats: []string{"%d.%m.%y"}}); got.String() != "2030-06-12" {
		t.Errorf("without a day of receipt: %v, %v", got, err)
	}
}

// TestPlaceholderDates are no dates.
func TestPlaceholderDates(t *testing.T) {
	for _, text := range []string{"1900-01-01", "01.01.1900", "1900-01-00", "9999-12-31", "31/12/9999", "0001-01-01 00:00:00", "0000-00-00", "99/99/9999", "#####", "n/a"} {
		if got, err := ParseDate(text, DateOptions{}); !errors.Is(err, ErrUnknown) {
			t.Errorf("%q = %v, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{"1900-01-02": "1900-01-02", "1970-01-01": "1970-01-01", "1900": "1900"} {
		if got, err := ParseDate(text, DateOptions{}); got.String() != want {
			t.Errorf("%q = %v, %v", text, got, err)
		}
	}
}
