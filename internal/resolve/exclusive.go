package resolve

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"skein/internal/column"
	"skein/internal/normalize"
	"skein/internal/normalize/latin"
	"skein/internal/schema"
	"skein/internal/term"
)

// inCustody are the capacities of an Involvement in which a person is held.
var inCustody = []term.Key{"arrested", "detained", "in custody", "imprisoned", "remanded"}

// custody returns where persons were held and when, by row: FROM/TO=COUNTRY. Nobody is in
// custody in two countries at one time. Days that are told to the month or year only
// are left out.
func custody(set *column.Set, persons *column.Table) map[int][]string {
	out := map[int][]string{}
	add := func(person column.Value, from, to, country string) {
		thing, ok := set.ThingOf(person, persons.Schema)
		if !ok || thing.Table != persons || !isDay(from) || !isDay(to) || country == "" {
			return
		}
		out[thing.Row] = append(out[thing.Row], from+"/"+to+"="+country)
	}
	held := set.Table("Involvement")
	for row := range held.Len() {
		if !slices.Contains(inCustody, term.Of("capacity", held.Column("capacity").Text(row))) {
			continue
		}
		from := held.FirstText(row, "startDate", "date")
		to := held.FirstText(row, "endDate", "date", "startDate")
		event, ok := set.Thing(held.Column("event").First(row))
		if ok {
			add(held.Column("subject").First(row), from, to, event.Table.Column("country").Text(event.Row))
		}
	}
	talks := set.Table("Debriefing")
	for row := range talks.Len() {
		if talks.Column("detained").Text(row) == "true" {
			day := talks.FirstText(row, "date", "startDate")
			add(talks.Column("person").First(row), day, day, talks.Column("country").Text(row))
		}
	}
	return out
}

// seriesLength is how many numbers of a document's end are those of its series: blanks
// are printed, and stolen, by the thousand.
const seriesLength = 3

// printed returns the persons printed in documents, by row of who holds them:
// FROM/TO=NAME, where FROM to TO are the numbers of the document's series. One
// person has not two names in documents of one series.
func printed(set *column.Set, persons *column.Table) map[int][]string {
	out := map[int][]string{}
	for _, name := range []schema.Name{"Passport", "Identification"} {
		documents := set.Table(name)
		for row := range documents.Len() {
			number, err := normalize.DocumentNumber(documents.Column("number").Text(row), "")
			holder, ok := set.ThingOf(documents.Column("holder").First(row), persons.Schema)
			person := letters(documents.Column("surname").Text(row)) + " " + letters(documents.Column("givenName").Text(row))
			if err != nil || len(number) <= seriesLength || !ok || holder.Table != persons || person == " " {
				continue
			}
			series := documents.Column("country").Text(row) + number[:len(number)-seriesLength]
			out[holder.Row] = append(out[holder.Row], series+"000/"+series+"999="+person)
		}
	}
	return out
}

// letters returns a name as the lines at a document's foot have it, without fillers.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if r = unicode.ToUpper(r); r < 'A' || r > 'Z' {
			return -1
		}
		return r
	}, latin.Of(text, ""))
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
