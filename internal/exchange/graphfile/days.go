package graphfile

import (
	"errors"
	"fmt"
	"strings"

	"skein/internal/normalize"
)

// Day reads a day, month or year by which edges are chosen, and returns it as ISO 8601.
func Day(text string) (string, error) {
	d, err := normalize.ParseDate(text, normalize.DateOptions{Precision: normalize.PrecisionDay})
	if err != nil {
		return "", fmt.Errorf("%q is no day: write 2015, 2015-03 or 2015-03-14", text)
	}
	return d.String(), nil
}

// days reads the days of a column as people write them. Where a text may be two days, such as
// 03/04/2016, other days of the column tell whether the day or the month comes first.
type days struct {
	since, until string // ISO 8601, in part; "": without bound

	dayFirst, monthFirst bool // some text of the column can only be so
}

// learn looks at a text for the order of day and month.
func (d *days) learn(text string) {
	first, second, ok := twoNumbers(text)
	switch {
	case !ok:
	case first > 12 && second <= 12:
		d.dayFirst = true
	case second > 12 && first <= 12:
		d.monthFirst = true
	}
}

// twoNumbers returns the first two of the three numbers of 03/04/2016.
func twoNumbers(text string) (first, second int, ok bool) {
	for _, separator := range [...]string{"/", "-"} {
		parts := strings.SplitN(text, separator, 3)
		if len(parts) < 3 || len(parts[0]) > 2 || len(parts[1]) > 2 {
			continue
		}
		a, err1 := atoi(parts[0])
		b, err2 := atoi(parts[1])
		if err1 == nil && err2 == nil {
			return a, b, true
		}
	}
	return 0, 0, false
}

// read returns a day as ISO 8601, "" for none.
func (d *days) read(text string) (string, error) {
	if normalize.IsNothing(text, normalize.OfQuantity) {
		return "", nil
	}
	day, err := normalize.ParseDate(text, normalize.DateOptions{})
	if err == nil {
		return day.String(), nil
	}
	if !errors.Is(err, normalize.ErrAmbiguous) {
		return "", fmt.Errorf("%q is no day that is understood: write it as 2015-03-14", text)
	}
	var read [2]string
	for i, format := range [...]string{"%d/%m/%Y", "%m/%d/%Y"} {
		format = format + "|" + format + " %H:%M|" + format + " %H:%M:%S"
		formats := strings.Split(format, "|")
		if strings.Count(text, "-") >= 2 {
			formats = strings.Split(strings.ReplaceAll(format, "/", "-"), "|")
		}
		day, err := normalize.ParseDate(text, normalize.DateOptions{Formats: formats})
		if err != nil {
			return "", err
		}
		read[i] = day.String()
	}
	switch {
	case d.dayFirst && !d.monthFirst:
		return read[0], nil
	case d.monthFirst && !d.dayFirst:
		return read[1], nil
	case d.within(read[0]) == d.within(read[1]): // it makes no difference
		return read[0], nil
	}
	return "", fmt.Errorf("%q is %s or %s; write it as one of these", text, read[0], read[1])
}

// within reports whether a day is one of those that are asked for.
func (d *days) within(day string) bool {
	return day >= d.since && (d.until == "" || day[:min(len(day), len(d.until))] <= d.until)
}
