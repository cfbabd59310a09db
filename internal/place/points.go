package place

import (
	"strconv"
	"strings"

	"skein/internal/column"
	"skein/internal/geo"
	"skein/internal/record"
	"skein/internal/tally"
)

// Point is an incident on a map.
type Point struct {
	Position geo.Point
	Weight   float64 // dead and missing; 0 where none are known
	Route    string  // empty: not known
	Title    string  // name of the incident or, without one, its place and date
	Date     string  // as far as it is known
	Row      int     // of the table of incidents
	Record   record.ID
}

// Points returns the incidents that have a position, in the order of their keys:
// those that incidents.with_position counts. What shows them carries that figure's label.
// The record is the one that gives the position. Latitude and longitude of two
// different records make no position.
func Points(set *column.Set) []Point {
	t := set.Table("Incident")
	position := positions(t)
	routes, dates, names := t.Column("route"), tally.ByDate(t, whole), t.Column("name")
	places := placeOf(t)
	isSerious, dead := ofKind(t), deadAndMissing(t)
	var out []Point
	for row := range t.Len() {
		at, from, ok := position(row)
		if !ok || isSerious(row) {
			continue
		}
		p := Point{Position: at, Route: routes.Text(row), Title: names.Text(row), Date: t.FirstText(row, "date", "startDate"), Row: row, Record: from.ID}
		p.Weight, _, _ = dead(row)
		if p.Title == "" {
			var where []string
			for _, id := range places(row, nil) {
				where = append(where, set.Places().Label(id))
			}
			p.Title = strings.Join(dates(row, where), ", ")
		}
		out = append(out, p)
	}
	return out
}

// positions returns the position of a row and the one record that gives both halves
// of it.
func positions(t *column.Table) func(row int) (geo.Point, column.Source, bool) {
	lats, lons := t.Column("latitude"), t.Column("longitude")
	return func(row int) (geo.Point, column.Source, bool) {
		from, ok := lats.Source(row)
		other, _ := lons.Source(row)
		if !ok || from.ID != other.ID {
			return geo.Point{}, column.Source{}, false
		}
		lat, err1 := strconv.ParseFloat(lats.Text(row), 64)
		lon, err2 := strconv.ParseFloat(lons.Text(row), 64)
		at, err3 := geo.NewPoint(lat, lon)
		return at, from, err1 == nil && err2 == nil && err3 == nil
	}
}

func whole(date string) string { return date }
