package tally

import "skein/internal/column"

// CrimeAreas returns the crime areas of a row of the table Involvement: its own or, where it
// names none, those of its event, which is then among the things that state them, beside the
// involvement.
func CrimeAreas(t *column.Table, row int) (areas []string, from []column.Thing) {
	from = []column.Thing{{Table: t, Row: row}}
	for _, v := range t.Column("crimeArea").All(row) {
		areas = append(areas, t.Set().Text(v))
	}
	if event, ok := t.Set().Thing(t.Column("event").First(row)); ok && len(areas) == 0 {
		areas, from = event.Table.By("crimeArea")(event.Row, nil), append(from, event)
	}
	return areas, from
}
