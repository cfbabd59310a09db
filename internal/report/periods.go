package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"skein/internal/figure"
)

// LastWholeYear returns the last year of which twelve months are held: a year
// that is not over compares with none. Without months it is the last year held.
// Cited gives a figure of the picture, nil where there is none.
func LastWholeYear(cited func(figure.ID) *figure.Figure) string {
	texts := func(id figure.ID, key string) []string {
		if f := cited(id); f != nil {
			h := held{Figure: f}
			return h.texts(key, h.AllCells())
		}
		return nil
	}
	for _, id := range []figure.ID{"detections.by_month", "incidents.by_month"} {
		months := map[string]int{}
		last := ""
		for _, month := range texts(id, "month") {
			year := yearIn(month)
			if months[year]++; months[year] == 12 {
				last = max(last, year)
			}
		}
		if last != "" {
			return last
		}
	}
	for _, id := range []figure.ID{"detections.by_year", "detections.by_route_year", "arrivals.by_year", "incidents.by_year"} {
		if years := texts(id, "year"); len(years) > 0 {
			return lastOf(years)
		}
	}
	return ""
}

// yearOf returns the report's year, or the last one that the figure has.
func (b *builder) yearOf(h *held) string {
	years := h.texts("year", h.AllCells())
	if slices.Contains(years, b.year) {
		return b.year
	}
	return lastOf(years)
}

func lastOf(sorted []string) string {
	if len(sorted) == 0 {
		return ""
	}
	return sorted[len(sorted)-1]
}

// lastMonth returns the last month that is held of the things that a figure by
// year counts; empty where they are not counted by month.
func (b *builder) lastMonth(h *held) string {
	things, _, _ := strings.Cut(string(h.ID), ".")
	for _, series := range []string{".by_month", ".by_route_month"} {
		if m := b.look(figure.ID(things + series)); m != nil {
			return lastOf(m.texts("month", m.AllCells()))
		}
	}
	return ""
}

// ends says in which month the last year of a figure ends, where that is not
// December.
func (b *builder) ends(h *held) string {
	last := b.lastMonth(h)
	p := period(last)
	if p.Month < 1 || p.Month >= 12 || yearIn(last) != lastOf(h.texts("year", h.AllCells())) {
		return ""
	}
	return "The year " + yearIn(last) + " is held to " + time.Month(p.Month).String() + "."
}

// linesAndLately draws series by month. Where they are long, a peak of long ago
// would flatten all that came after it and all other lines: then each has a panel of
// its own, and the last years follow on one scale.
func (b *builder) linesAndLately(v view) {
	const long, lately = 6, 3
	months := v.of.texts("month", v.of.AllCells())
	from, err1 := strconv.Atoi(yearIn(months[0]))
	to, err2 := strconv.Atoi(yearIn(lastOf(months)))
	if err1 != nil || err2 != nil || to-from < long {
		b.lines(v)
		return
	}
	if len(v.of.texts(v.label, v.of.AllCells())) > 1 {
		b.panels(v)
	} else {
		b.lines(v)
	}
	v.since = strconv.Itoa(to - lately)
	v.title = cmp.Or(v.title, v.of.Title) + ", from " + v.since + " on"
	b.lines(v)
}

func yearIn(month string) string {
	year, _, _ := strings.Cut(month, "-")
	return year
}
