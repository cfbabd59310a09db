package mapping

import (
	"strings"
	"time"

	"skein/internal/normalize"
)

// layout is a way of writing dates in which every digit has its place, such as
// "DD.MM.YYYY hh:mm:ss": the letters Y M D h m s stand for digits, all else for
// itself. Times of calls seldom repeat, and a layout is read ten times as fast as
// [normalize.ParseDate] reads a format. What does not fit is left to that one, and
// what fits means the same there.
type layout string

// isoLayouts are what is read without a declared format.
var isoLayouts = [...]layout{"YYYY-MM-DD", "YYYY-MM-DD hh:mm:ss", "YYYY-MM-DDThh:mm:ss", "YYYY-MM-DDThh:mm:ssZ", "YYYY-MM-DD hh:mm"}

// layoutOf returns the layout of a format, "" if it has none.
func layoutOf(format string) layout {
	fields := map[byte]string{'Y': "YYYY", 'm': "MM", 'd': "DD", 'H': "hh", 'M': "mm", 'S': "ss", 'F': "YYYY-MM-DD", 'T': "hh:mm:ss", 'R': "hh:mm"}
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c == '%' {
			if i++; i == len(format) || fields[format[i]] == "" {
				return ""
			}
			b.WriteString(fields[format[i]])
			continue
		}
		if !strings.Contains(" .-/:,T", string(c)) {
			return ""
		}
		b.WriteByte(c)
	}
	l := b.String()
	for _, once := range []string{"YYYY", "MM", "DD"} {
		if strings.Count(l, once[:1]) != len(once) {
			return ""
		}
	}
	hours, minutes, seconds := strings.Count(l, "h"), strings.Count(l, "m"), strings.Count(l, "s")
	if hours+minutes+seconds == 0 || hours == 2 && minutes == 2 && (seconds == 0 || seconds == 2) {
		return layout(l)
	}
	return ""
}

// read returns the canonical form of a text, and false where it does not fit.
func (l layout) read(text string, o *normalize.DateOptions) (string, bool) {
	if len(text) != len(l) || l == "" {
		return "", false
	}
	var year, month, day, hour, minute, second, times int
	for i := range len(l) {
		c, digit := text[i], int(text[i]-'0')
		var n *int
		switch l[i] {
		case 'Y':
			n = &year
		case 'M':
			n = &month
		case 'D':
			n = &day
		case 'h':
			n = &hour
		case 'm':
			n = &minute
		case 's':
			n = &second
		default:
			if c != l[i] {
				return "", false
			}
			continue
		}
		if c < '0' || c > '9' {
			return "", false
		}
		if *n = *n*10 + digit; n != &year && n != &month && n != &day {
			times++
		}
	}
	if year < normalize.MinYear || year > normalize.MaxYear || month < 1 || month > 12 || day < 1 || day > 31 ||
		day > 28 && day > time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() ||
		hour > 23 || minute > 59 || second > 59 {
		return "", false
	}
	full := isoTime{
		'0' + byte(year/1000), '0' + byte(year/100%10), '0' + byte(year/10%10), '0' + byte(year%10),
		'-', tens(month), ones(month), '-', tens(day), ones(day),
		'T', tens(hour), ones(hour), ':', tens(minute), ones(minute), ':', tens(second), ones(second),
	}
	precision := [...]normalize.Precision{0: normalize.PrecisionDay, 4: normalize.PrecisionMinute, 6: normalize.PrecisionSecond}[times]
	if o.Precision != 0 {
		precision = min(precision, o.Precision)
	}
	if o.Jan1IsYear && month == 1 && day == 1 && hour+minute+second == 0 {
		precision = normalize.PrecisionYear
	}
	if l[len(l)-1] == 'Z' && precision > normalize.PrecisionDay { // a day has no zone
		return string(full[:isoLength(precision)]) + "Z", true
	}
	return string(full[:isoLength(precision)]), true
}

// isoTime is 2015-07-13T10:30:00.
type isoTime [19]byte

// isoLength is the length of a date in ISO 8601.
func isoLength(p normalize.Precision) int {
	return [...]int{
		normalize.PrecisionYear: 4, normalize.PrecisionMonth: 7, normalize.PrecisionDay: 10,
		normalize.PrecisionHour: 13, normalize.PrecisionMinute: 16, normalize.PrecisionSecond: 19,
	}[p]
}

func tens(n int) byte { return '0' + byte(n/10) }
func ones(n int) byte { return '0' + byte(n%10) }
