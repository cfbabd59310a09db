package mapping

import (
	"strings"
	"testing"
)

// TestTotals: what is a row of totals and what names something, by mapping and row.
func TestTotals(t *testing.T) {
	const (
		flows   = `entities: {f: {schema: Flow, keys: [route, nat, t], properties: {route: {column: route}, nationality: {column: nat, invalid: drop}, period: {column: t, invalid: drop}, count: {column: n}}}}`
		rows    = `entities: {f: {schema: Fee, keys: $row, properties: {amount: {column: price}, date: {column: day, invalid: drop}}}}`
		ships   = `entities: {v: {schema: Vessel, keys: $row, properties: {name: {column: ship}, mmsi: {column: mmsi, invalid: drop}}}}`
		vessels = `entities: {v: {schema: Vessel, keys: imo, properties: {name: {column: ship}, imoNumber: {column: imo}}}}`
		persons = `entities: {p: {schema: Person, category: suspect, keys: $row, properties: {lastName: {column: last}, firstName: {column: first}, birthDate: {column: born}}}}`
	)
	for _, c := range []struct {
		name, mapping, table string
		totals               string // rows, by lines of the table
	}{
		{"words", flows, "route,nat,t,n\nSea,SYR,2015-01,5\nTotal,,,5\nLand,AFG,2015-02,6\nTotal,,2015,11\nΣΎΝΟΛΟ,-,,11\nИтого,,,11\nالإجمالي,,,11\n", "3 5 6 7 8"},
		{"total of all", flows, "route,nat,t,n\nSea,SYR,2015-01,5\nTotal,Total,Total,5\n", "3"},
		{"total over routes for one nationality", flows, "route,nat,t,n\nSea,SYR,2015-01,5\nTotal,SYR,2015-01,5\n", ""},
		{"groups", flows, "route,nat,t,n\nSea,SYR,2015-01,5\nSea Total,,,5\nTotal Sea,,,5\nTotal Desert,,,5\n", "3 4"},
		{"word in a column that the mapping does not read", rows, "no,officer,day,price\n1,A. Testova,2015-05-02,3.500 EUR\n2,B. Testova,2015-05-03,1.000 EUR\n,Totale,,4.500 EUR\n", "4"},
		{"word in a date column", rows, "day,price\n2015-05-02,3500\n2015-05-03,1000\nTotal,4500\n", "4"},
		{"total of a month", flows, "route,nat,t,n\nSea,SYR,2015-04,5\nTotal April,,,5\nSea,SYR,2015-05,7\nSubtotal for May,,,7\n", "3 5"},
		{"total of what another column names", flows, "route,nat,t,n\nSea,Syria,2015-04,5\nTotal Syria,,,5\nSea,Iraq,2015-04,9\n", "3"},
		{"total of something else, by its sum", flows, "route,nat,t,n\nSea,SYR,2015-04,5\nLand,SYR,2015-04,6\nTotal Europe,,,11\nTotal Europe,,,12\n", "4"},
		{"all", flows, "route,nat,t,n\nSea,SYR,2015-04,5\nLand,SYR,2015-04,6\nAll,,,11\nAll,,,12\n", "4"},
		{"a series about all", flows, "route,nat,t,n\nAll,,2015-01,5\nAll,,2015-02,7\nAll,,2015-03,12\n", ""},
		{"of which", flows, "route,nat,t,n\nSea,SYR,2015-01,5\nof which minors,,,2\n", "3"},
		{"average", flows, "route,nat,t,n\nSea,SYR,2015-04,5\nLand,SYR,2015-04,6\nAverage,,,5.5\n", "4"},
		{"a ship of that name with a call number", ships, "ship,mmsi\nTotal,211234560\nTotal,2\nTotal,\n", "3 4"},
		{"a ship of that name", vessels, "ship,imo\nTotal Star,9074729\nTotal,9074730\n", ""},
		{"persons of that name", persons, "last,first,born\nTotal,Anna,1985-03-15\nTotal,,1985-03-15\nTotal,Omar,\nTotal,,\n", "5"},
	} {
		var got []string
		line := 1
		for out := range strings.Lines(valuesOf(t, c.mapping, c.table)) {
			line++
			if strings.Contains(out, "row of totals") {
				got = append(got, string(rune('0'+line)))
			}
		}
		if strings.Join(got, " ") != c.totals {
			t.Errorf("%s: rows %v are totals, want %s\n%s", c.name, got, c.totals, valuesOf(t, c.mapping, c.table))
		}
	}
}
