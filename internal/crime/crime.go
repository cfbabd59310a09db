// Package crime counts what migrant smuggling is tied to: the other crime areas
// in which suspects and networks are involved, and the documents, vehicles and
// vessels that are used.
//
// Figures
//
//	crimes.*      Involvement: distinct persons and networks by other crime area
//	documents.*   Passport and Identification: counts by kind and by method of forgery
//	vehicles.*    Vehicle: counts by type, shares rented and with a foreign plate
//	vessels.*     Vessel: counts by type
//
// Other crime is every crime area but migrant smuggling. Only persons held as
// suspect or convicted are counted: one whom any record holds as victim, witness,
// informant or contact is in no figure, whatever other records say.
package crime

import (
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/tally"
	"skein/internal/term"
)

const (
	otherCrime = "crime area is not " + term.Smuggling + "; persons recorded as suspect or convicted, and in no record as victim, " +
		"witness, informant or contact; networks as reported"
	crimesNote = "Involvement as agencies recorded it, not conviction. Who is looked at for one crime is more often found in others."
)

// Figures returns the figures of other crimes, documents, vehicles and vessels.
func Figures(set *column.Set) []figure.Figure {
	return slices.Concat(crimes(set), documents(set), craft(set))
}

// part is what an involvement says of one thing: in which crime areas, and when.
type part struct {
	areas []string
	year  string         // empty: not known
	from  []column.Thing // the involvement, and the event where it was asked
}

// parts reads involvements. Where one does not name its crime area or its date,
// those of its event hold.
type parts struct {
	table *column.Table
	when  column.Dimension
}

func (p *parts) read(row int) part {
	var out part
	out.areas, out.from = tally.CrimeAreas(p.table, row)
	out.year = first(p.when(row, nil))
	if out.year != "" {
		return out
	}
	if event, ok := p.table.Set().Thing(p.table.Column("event").First(row)); ok {
		out.year = first(tally.ByDate(event.Table, tally.Year)(event.Row, nil))
		if len(out.from) == 1 {
			out.from = append(out.from, event)
		}
	}
	return out
}

func first(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return texts[0]
}

// crimes relates persons and networks to other crime areas by year.
func crimes(set *column.Set) []figure.Figure {
	t := set.Table("Involvement")
	reader := parts{t, tally.ByDate(t, tally.Year)}
	byArea, persons := tally.NewDistinct[column.Thing](set), tally.NewDistinct[column.Thing](set)
	for row := range t.Len() {
		p := reader.read(row)
		for _, area := range p.areas {
			if area == term.Smuggling {
				continue
			}
			for _, v := range t.Column("subject").All(row) {
				who, unit, ok := subject(set, v)
				if !ok {
					continue
				}
				from := append(slices.Clone(p.from), who)
				put(byArea, who, from, p.year, area, p.year, unit)
				if unit == "persons" {
					put(persons, who, from, p.year, p.year)
				}
			}
		}
	}
	spec := tally.Spec{Filter: otherCrime, Note: crimesNote, Lacking: "year of the involvement", Table: t}
	share, count := spec, spec
	share.ID, share.Title, share.Unit, share.Decimals = "crimes.by_area_year", "Links to other crime areas", "%", 1
	share.Keys = []string{"area", "year", "unit"}
	share.Measure = "share among the records of persons or of networks that are linked to any other crime in the year, " + tally.ByKey
	share.Records = "Involvement, Investigation, Person, Network"
	count.ID, count.Title, count.Unit = "crimes.persons_by_year", "Persons linked to other crimes", tally.RecordsOf("persons")
	count.Keys = []string{"year"}
	count.Measure = "number of records of persons, " + tally.ByKey
	count.Records = "Involvement, Investigation, Person"
	return []figure.Figure{byArea.Share(share, "year", "unit"), persons.Count(count)}
}

// put puts a thing into the cell of the keys; without a year it is only seen.
func put(d *tally.Distinct[column.Thing], who column.Thing, from []column.Thing, year string, keys ...string) {
	if year == "" {
		d.See(who, from...)
		return
	}
	d.Add(who, from, keys...)
}

// subject returns whom an involvement is about, if that is a ranked person or a
// network, and the unit in which it is counted.
func subject(set *column.Set, v column.Value) (who column.Thing, unit string, ok bool) {
	if who, ok = set.ThingOf(v, "Person"); ok {
		return who, "persons", who.Table.Category(who.Row).Ranked()
	}
	who, ok = set.ThingOf(v, "Network")
	return who, "networks", ok
}
