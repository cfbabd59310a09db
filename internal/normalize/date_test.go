package normalize

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDateUndeclared(t *testing.T) {
	for text, want := range map[string]string{
		"2015":                        "2015",
		"2015-07":                     "2015-07",
		"2015-07-13":                  "2015-07-13",
		"2015-7-3":                    "2015-07-03",
		" 2015-07-13 ":                "2015-07-13",
		"20150713":                    "2015-07-13",
		"2015/07/13":                  "2015-07-13",
		"2015-07-13T10":               "2015-07-13T10",
		"2015-07-13T10:30":            "2015-07-13T10:30",
		"2015-07-13 10:30":            "2015-07-13T10:30",
		"2015-07-13T10:30:05.123Z":    "2015-07-13T10:30:05Z",
		"2015-07-13T10:30:05+02:00":   "2015-07-13T10:30:05+02:00",
		"2015-07-13T10:30-0330":       "2015-07-13T10:30-03:30",
		"2015-07-13 10:30 UTC":        "2015-07-13T10:30Z",
		"20150713T103005Z":            "2015-07-13T10:30:05Z",
		"13/07/2015 10:30:05(UTC+3)":  "2015-07-13T10:30:05+03:00",
		"2015-07-13 10:30 (GMT-3:30)": "2015-07-13T10:30-03:30",
		"2015-07-13 10:30:05 UTC+0":   "2015-07-13T10:30:05Z",
		"07/13/2015, 9:05 PM":         "2015-07-13T21:05",
		"2015-07-13 12:30 am":         "2015-07-13T00:30",
		"13.07.2015":                  "2015-07-13",
		"3.4.2015":                    "2015-04-03",
		"13.07.2015 10:30":            "2015-07-13T10:30",
		"07.2015":                     "2015-07",
		"07/2015":                     "2015-07",
		"13/07/2015":                  "2015-07-13",
		"13-07-2015":                  "2015-07-13",
		"07/13/2015":                  "2015-07-13",
		"05/05/2015":                  "2015-05-05",
		"00/07/2015":                  "2015-07",
		"00/00/2015":                  "2015",
		"2015-00-00":                  "2015",
		"2015-07-00":                  "2015-07",
		"13 July 2015":                "2015-07-13",
		"13-JUL-2015":                 "2015-07-13",
		"July 13, 2015":               "2015-07-13",
		"13. Juli 2015":               "2015-07-13",
		"13. März 2015":               "2015-03-13",
		"1 août 2015":                 "2015-08-01",
		"13 luglio 2015":              "2015-07-13",
		"13 de julio de 2015":         "2015-07-13",
		"Juli 2015":                   "2015-07",
		"29 Feb. 2016":                "2016-02-29",
		"٢٠١٥-٠٧-١٣":                  "2015-07-13",
		"۲۰۱۵":                        "2015",
		"\u200e2015-07-13":            "2015-07-13",
		"1800":                        "1800",
		"2100-12-31":                  "2100-12-31",
	} {
		if got, err := ParseDate(text, DateOptions{}); err != nil || got.String() != want {
			t.Errorf("ParseDate(%q) = %v, %v; want %s", text, got, err, want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, c := range []struct {
		text    string
		formats []string
		want    error
	}{
		{"", nil, ErrUnknown},
		{"unknown", nil, ErrUnknown},
		{"0000-00-00", nil, ErrUnknown},
		{"00/00/0000 00:00", nil, ErrUnknown},
		{"03/04/2015", nil, ErrAmbiguous},
		{"3-4-2015", nil, ErrAmbiguous},
		{"13/14/2015", nil, ErrRange},
		{"2015-02-31", nil, ErrRange},
		{"31.02.2015", nil, ErrRange},
		{"29.02.2015", nil, ErrRange},
		{"2015-13", nil, ErrRange},
		{"2015-00-13", nil, ErrRange},
		{"1799", nil, ErrRange},
		{"2101-01-01", nil, ErrRange},
		{"2015-07-13T25:00", nil, ErrRange},
		{"2015-07-13T10:60", nil, ErrRange},
		{"2015-07-13 13:30 PM", nil, ErrRange},
		{"2015-07-13T10:30+15:00", nil, ErrRange},
		{"2015-07-13T", nil, ErrFormat},
		{"2015-07-13T10:", nil, ErrFormat},
		{"2015-07T10:30", nil, ErrFormat},
		{"201507", nil, ErrFormat},
		{"13.07.15", nil, ErrFormat},
		{"about 2015", nil, ErrFormat},
		{"2015-07-13 2015-07-14", nil, ErrFormat},
		{"03/04/2015", []string{"%d.%m.%Y"}, ErrFormat},
		{"31.02.2015", []string{"%d.%m.%Y"}, ErrRange},
		{"13.07", []string{"%d.%m"}, ErrFormat},
		{"13", []string{"%Q"}, ErrFormat},
		{"13", []string{"%"}, ErrFormat},
		{"366 2015", []string{"%j %Y"}, ErrRange},
		{"60", []string{"excel-days"}, ErrRange},
		{"0", []string{"excel-days"}, ErrUnknown},
		{"1e5", []string{"excel-days"}, ErrFormat},
		{"NaN", []string{"epoch-days"}, ErrUnknown},
		{"1.5", []string{"epoch-days"}, ErrFormat},
		{"1437000000000", []string{"epoch-seconds"}, ErrRange},
		{"2015-07-13", []string{"epoch-days"}, ErrFormat},
		{"99999999999999999999999", []string{"epoch-millis"}, ErrRange},
	} {
		if got, err := ParseDate(c.text, DateOptions{Formats: c.formats}); !errors.Is(err, c.want) || got.IsValid() {
			t.Errorf("ParseDate(%q, %q) = %v, %v; want %v", c.text, c.formats, got, err, c.want)
		}
	}
}

func TestParseDateFormats(t *testing.T) {
	for _, c := range []struct {
		text, format, want string
	}{
		{"03/04/2015", "%d/%m/%Y", "2015-04-03"},
		{"03/04/2015", "%m/%d/%Y", "2015-03-04"},
		{"3.4.15", "%d.%m.%y", "2015-04-03"},
		{"3.4.69", "%d.%m.%y", "1969-04-03"},
		{"3.4.68", "%d.%m.%y", "2068-04-03"},
		{"Mon, 13 Jul 2015 10:30:00 +0200", "%a, %d %b %Y %H:%M:%S %z", "2015-07-13T10:30:00+02:00"},
		{"lundi 13 juillet 2015", "%A %d %B %Y", "2015-07-13"},
		{"juil. 2015", "%b %Y", "2015-07"},
		{"13-mrz-2015", "%d-%b-%Y", "2015-03-13"},
		{"2015-194", "%Y-%j", "2015-07-13"},
		{"07/13/15 09:05:01 PM", "%D %I:%M:%S %p", "2015-07-13T21:05:01"},
		{"2015-07-13 10:30:00.250", "%F %T.%f", "2015-07-13T10:30:00"},
		{"2015-07-13T10:30Z", "%Y-%m-%dT%R%Z", "2015-07-13T10:30Z"},
		{"year 2015 (100%)", "year %Y (100%%)", "2015"},
		{"7.2015", "%-m.%Y", "2015-07"},
		// days(2009-01-01) as in the Frontex series; 16436 is 2015-01-01.
		{"14245", "epoch-days", "2009-01-01"},
		{"16436.0", "epoch-days", "2015-01-01"},
		{"-1", "epoch-days", "1969-12-31"},
		{"0", "epoch-seconds", "1970-01-01T00:00:00Z"},
		{"1000000000", "epoch-seconds", "2001-09-09T01:46:40Z"},
		{"1234567890123", "epoch-millis", "2009-02-13T23:31:30Z"},
		{"-1", "epoch-millis", "1969-12-31T23:59:59Z"},
		// ECMA-376 part 1, 18.17.4.1: the 1900 date system.
		{"2", "excel-days", "1900-01-02"},
		{"59", "excel-days", "1900-02-28"},
		{"61", "excel-days", "1900-03-01"},
		{"36526", "excel-days", "2000-01-01"},
		{"42198", "excel-days", "2015-07-13"},
		{"42198.4375", "excel-days", "2015-07-13T10:30:00"},
		{"42198.999999", "excel-days", "2015-07-14T00:00:00"},
	} {
		if got, err := ParseDate(c.text, DateOptions{Formats: []string{c.format}}); err != nil || got.String() != c.want {
			t.Errorf("ParseDate(%q, %q) = %v, %v; want %s", c.text, c.format, got, err, c.want)
		}
	}
	// Formats are tried in order.
	o := DateOptions{Formats: []string{"%d/%m/%Y", "%Y"}}
	if got, err := ParseDate("2015", o); err != nil || got.String() != "2015" {
		t.Errorf("second format: %v, %v", got, err)
	}
}

func TestParseDateOptions(t *testing.T) {
	for _, c := range []struct {
		text string
		o    DateOptions
		want string
	}{
		{"1990-01-01", DateOptions{Jan1IsYear: true}, "1990"},
		{"1990-01-01T00:00:00Z", DateOptions{Jan1IsYear: true}, "1990"},
		{"1990-01-01T10:00", DateOptions{Jan1IsYear: true}, "1990-01-01T10:00"},
		{"1990-01-02", DateOptions{Jan1IsYear: true}, "1990-01-02"},
		{"1990-01", DateOptions{Jan1IsYear: true}, "1990-01"},
		{"1990-01-01", DateOptions{}, "1990-01-01"},
		{"1990-05-06T10:30:15+02:00", DateOptions{Precision: PrecisionMinute}, "1990-05-06T10:30+02:00"},
		{"1990-05-06T10:30:15+02:00", DateOptions{Precision: PrecisionDay}, "1990-05-06"},
		{"1990-05-06", DateOptions{Precision: PrecisionMonth}, "1990-05"},
		{"1990", DateOptions{Precision: PrecisionDay}, "1990"},
	} {
		if got, err := ParseDate(c.text, c.o); err != nil || got.String() != c.want {
			t.Errorf("ParseDate(%q, %+v) = %v, %v; want %s", c.text, c.o, got, err, c.want)
		}
	}
}

func mustDate(t testing.TB, text string) Date {
	t.Helper()
	d, err := ParseDate(text, DateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDateOrder(t *testing.T) {
	var none Date
	if none.IsValid() || none.String() != "" || none.Before(mustDate(t, "2015")) || !none.Start().IsZero() {
		t.Error("the zero Date passes for a date")
	}
	sorted := []string{"2014-12-31", "2015", "2015-01", "2015-01-01", "2015-01-01T00", "2015-07", "2015-07-13T10:30+02:00", "2015-07-13T10:30", "2016"}
	var dates []Date
	for _, text := range sorted {
		dates = append(dates, mustDate(t, text))
	}
	if !slices.IsSortedFunc(dates, Date.Compare) {
		t.Errorf("%v is not sorted", dates)
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2014", "2015", true},
		{"2015", "2015-07", false},
		{"2015-07", "2015", false},
		{"2015-07-13", "2015-07-14", true},
		{"2015-07-13", "2015-07-13", false},
		{"2015-07-13T10:30+02:00", "2015-07-13T08:31Z", true},
		{"2015-07-13T10:30+02:00", "2015-07-13T08:30Z", false},
	} {
		if got := mustDate(t, c.a).Before(mustDate(t, c.b)); got != c.want {
			t.Errorf("%s before %s: %v", c.a, c.b, got)
		}
	}
	if got := mustDate(t, "2016-02").End(); !got.Equal(time.Date(2016, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("February 2016 ends at %v", got)
	}
}

func TestDateOf(t *testing.T) {
	for _, c := range []struct {
		year  int
		month time.Month
		day   int
		want  string
	}{{2015, 0, 0, "2015"}, {2015, 7, 0, "2015-07"}, {2016, 2, 29, "2016-02-29"}, {2015, 2, 29, ""}, {2015, 0, 5, ""}, {2015, 13, 1, ""}, {0, 1, 1, ""}, {2015, 1, -1, ""}} {
		d, err := DateOf(c.year, c.month, c.day)
		if d.String() != c.want || (err == nil) != (c.want != "") || err != nil && !errors.Is(err, ErrRange) {
			t.Errorf("DateOf(%d, %d, %d) = %v, %v; want %q", c.year, c.month, c.day, d, err, c.want)
		}
		if err == nil && (d.Year() != c.year || d.Month() != c.month || d.Day() != c.day) {
			t.Errorf("%v has parts %d, %d, %d", d, d.Year(), d.Month(), d.Day())
		}
	}
}

func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		start := time.Date(MinYear, 1, 2, 0, 0, 0, 0, time.UTC).Unix()
		end := time.Date(MaxYear, 12, 30, 0, 0, 0, 0, time.UTC).Unix()
		at := time.Unix(rapid.Int64Range(start, end).Draw(t, "at"), 0).UTC()
		f := dateFields{
			year: at.Year(), month: int(at.Month()), day: at.Day(), hour: at.Hour(), minute: at.Minute(), second: at.Second(),
			precision: rapid.Custom(func(t *rapid.T) Precision { return Precision(rapid.IntRange(1, 6).Draw(t, "p")) }).Draw(t, "precision"),
			zoned:     rapid.Bool().Draw(t, "zoned"),
		}
		if f.zoned {
			f.offset = rapid.IntRange(-840, 840).Draw(t, "offset")
		}
		d, why := f.date()
		if why != "" {
			t.Fatal(why)
		}
		return d
	})
}

func TestDateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate().Draw(t, "a"), anyDate().Draw(t, "b")
		if again, err := ParseDate(a.String(), DateOptions{}); err != nil || again != a {
			t.Fatalf("%v is read back as %v, %v", a, again, err)
		}
		if !a.Start().Before(a.End()) {
			t.Fatalf("%v has no length", a)
		}
		if a.Compare(b) != -b.Compare(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("%v and %v have no order", a, b)
		}
		if a.Before(b) && (b.Before(a) || a.Compare(b) >= 0) {
			t.Fatalf("%v is before %v, and not", a, b)
		}
		for p := PrecisionYear; p <= PrecisionSecond; p++ {
			if c := a.Cut(p); c.Precision() > p || c.Cut(p) != c || c.Precision() > a.Precision() {
				t.Fatalf("%v cut to %v is %v", a, p, c)
			}
		}
	})
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		birth, at       string
		least, greatest int
		ok              bool
	}{
		{"1990-07-13", "2015-07-12", 24, 24, true},
		{"1990-07-13", "2015-07-13", 25, 25, true},
		{"1990-07-13", "2015-07-13T00:00+02:00", 25, 25, true},
		{"1990", "2015-07-13", 24, 25, true},
		{"1990", "2015-12-31", 25, 25, true},
		{"1990", "2015", 24, 25, true},
		{"1990-07", "2015-07", 24, 25, true},
		{"1990-06", "2015-07", 25, 25, true},
		{"1996-02-29", "2015-02-28", 18, 18, true},
		{"1996-02-29", "2015-03-01", 19, 19, true},
		{"2015", "2015-07-13", 0, 0, true},
		{"2015-07-14", "2015-07-13", 0, 0, false},
		{"1850", "2015", 0, 0, false},
	} {
		least, greatest, ok := AgeRange(mustDate(t, c.birth), mustDate(t, c.at))
		if least != c.least || greatest != c.greatest || ok != c.ok {
			t.Errorf("born %s at %s: %d to %d, %v; want %d to %d, %v", c.birth, c.at, least, greatest, ok, c.least, c.greatest, c.ok)
		}
		years, sure := Age(mustDate(t, c.birth), mustDate(t, c.at))
		if want := c.ok && c.least == c.greatest; sure != want || sure && years != c.least {
			t.Errorf("Age(%s, %s) = %d, %v", c.birth, c.at, years, sure)
		}
	}
	if _, ok := Age(Date{}, mustDate(t, "2015")); ok {
		t.Error("nobody's birth gives an age")
	}
}

func TestAgeBand(t *testing.T) {
	for years, want := range map[int]string{
		-1: "", 0: "0-13", 13: "0-13", 14: "14-17", 17: "14-17", 18: "18-25", 25: "18-25", 26: "26-35", 35: "26-35",
		36: "36-45", 45: "36-45", 46: "46-55", 55: "46-55", 56: "56+", 125: "56+", 126: "",
	} {
		if got := AgeBand(years); got != want {
			t.Errorf("AgeBand(%d) = %q, want %q", years, got, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, seed := range [][2]string{
		{"2015-07-13T10:30:05+02:00", ""},
		{"13/07/2015", ""},
		{"13 de julio de 2015", ""},
		{"03/04/2015", "%d/%m/%Y"},
		{"Mon, 13 Jul 2015 10:30:00 +0200", "%a, %d %b %Y %H:%M:%S %z"},
		{"42198.4375", "excel-days"},
		{"-1234567890123", "epoch-millis"},
		{"2015-194 12 pm", "%Y-%j %I %p"},
		{"٢٠١٥", ""},
	} {
		f.Add(seed[0], seed[1], uint8(0), false)
		f.Add(seed[0], seed[1], uint8(2), true)
	}
	f.Fuzz(func(t *testing.T, text, format string, precision uint8, jan1 bool) {
		o := DateOptions{Precision: Precision(precision), Jan1IsYear: jan1}
		if format != "" {
			o.Formats = []string{format}
		}
		d, err := ParseDate(text, o)
		if err != nil {
			if d.IsValid() {
				t.Fatalf("%v and %v", d, err)
			}
			return
		}
		if d.Year() < MinYear || d.Year() > MaxYear || precision != 0 && d.Precision() > Precision(precision) {
			t.Errorf("%q is %v", text, d)
		}
		if again, err := ParseDate(d.String(), DateOptions{}); err != nil || again != d {
			t.Errorf("%q is %v, read back as %v, %v", text, d, again, err)
		}
	})
}
