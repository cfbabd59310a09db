package network

import (
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/schema"
	"skein/internal/tally"
)

const suspectsNote = "Persons whom agencies reported, not all who smuggle: where the police look shapes whom they find. " +
	"Records are counted: one person under the keys of two agencies counts twice."

// persons makes the figures of the ranked persons.
type persons struct {
	table       *column.Table
	memberships []membership
}

func suspects(set *column.Set) []figure.Figure {
	p := persons{table: set.Table("Person"), memberships: memberships(set)}
	nationality := tally.ByCountry(p.table, "nationality")
	residence := tally.ByCountry(p.table, "residence")
	return []figure.Figure{
		tally.Count(p.spec("suspects.count", "Suspects")),
		p.stated("suspects.by_role", "Suspects by role", "role"),
		p.stated("suspects.by_tier", "Suspects by tier", "tier"),
		p.share("suspects.by_nationality", "Suspects by nationality", "nationality", nationality),
		p.share("suspects.by_sex", "Suspects by sex", "sex", column.First(p.table.By("gender"))),
		p.share("suspects.by_age_band", "Suspects by age", "age", p.ageBand),
		p.share("suspects.by_residence", "Suspects by residence inside or outside the EU", "residence", p.inEU()),
		tally.Count(p.spec("suspects.by_residence_country", "Suspects by country of residence", dimension{"country", residence})),
	}
}

type dimension struct {
	name string
	by   column.Dimension
}

func (p *persons) spec(id figure.ID, title string, dims ...dimension) tally.Spec {
	s := tally.Spec{
		ID: id, Title: title, Unit: "persons", Filter: rankedWords, Note: suspectsNote,
		Table: p.table, Keep: ranked(p.table), Shown: tally.Shown{"nationality": normalize.CountryName, "country": normalize.CountryName},
	}
	for _, d := range dims {
		s.Keys, s.Dims = append(s.Keys, d.name), append(s.Dims, d.by)
	}
	return s
}

func (p *persons) share(id figure.ID, title, key string, by column.Dimension) figure.Figure {
	s := p.spec(id, title, dimension{key, by})
	s.Unit, s.Decimals, s.Measure = "%", 1, ""
	return tally.Share(s)
}

// stated shares persons by what their own records say of them or, where these are
// silent, by what memberships say.
func (p *persons) stated(id figure.ID, title string, property schema.PropertyName) figure.Figure {
	s := p.spec(id, title)
	s.Unit, s.Decimals, s.Keys, s.Records = "%", 1, []string{string(property)}, "Person, Membership"
	s.Measure = "share of the records of persons with a known " + string(property) + ", " + tally.ByKey
	set := p.table.Set()
	d := tally.NewDistinct[int](set)
	keep, own := ranked(p.table), p.table.Column(property)
	for row := range p.table.Len() {
		if !keep(row) {
			continue
		}
		person := column.Thing{Table: p.table, Row: row}
		d.See(row, person)
		for _, v := range own.All(row) {
			d.Add(row, []column.Thing{person}, set.Text(v))
		}
	}
	said := set.Table("Membership").Column(property)
	for _, m := range p.memberships {
		if own.First(m.person) != 0 {
			continue
		}
		for _, v := range said.All(m.row) {
			d.Add(m.person, m.from, set.Text(v))
		}
	}
	return d.Share(s)
}

// ageBand is the dimension of the age on the day on which the best record was
// received. A birth date that is known to the year gives two ages; their band is
// known where it is one.
func (p *persons) ageBand(row int, texts []string) []string {
	least, greatest, ok := p.age(row)
	if band := normalize.AgeBand(least); ok && band != "" && band == normalize.AgeBand(greatest) {
		return append(texts, band)
	}
	return texts
}

// age returns the least and greatest age that a person's birth date leaves; without
// a birth date, the age that a source gives.
func (p *persons) age(row int) (least, greatest int, ok bool) {
	text := p.table.Column("birthDate").Text(row)
	if text == "" {
		years, ok := tally.Number(p.table.Column("age"), row)
		return int(years), int(years), ok
	}
	birth, err1 := normalize.ParseDate(text, normalize.DateOptions{})
	at, err2 := p.received(row)
	if err1 != nil || err2 != nil {
		return 0, 0, false
	}
	return normalize.AgeRange(birth, at)
}

// received returns the day on which a person's best record was received.
func (p *persons) received(row int) (normalize.Date, error) {
	best := p.table.Records(row)[0]
	day := p.table.Set().Contributions[best.Contribution].Received
	return normalize.DateOf(day.Year(), day.Month(), day.Day())
}

// inEU is the dimension of residence inside or outside the European Union, as it
// was in the year in which the best record was received.
func (p *persons) inEU() column.Dimension {
	countries := p.table.By("residence")
	return func(row int, texts []string) []string {
		at, err := p.received(row)
		if err != nil {
			return texts
		}
		for _, code := range countries(row, nil) {
			group := "outside the EU"
			if normalize.IsEU(code, at.Year()) {
				group = "EU"
			}
			if !slices.Contains(texts, group) {
				texts = append(texts, group)
			}
		}
		return texts
	}
}
