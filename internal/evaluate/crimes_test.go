package evaluate

import (
	"math"
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/crime"
	"skein/internal/figure"
	"skein/internal/record"
	"skein/internal/simulate/truth"
)

// Links to other crimes are scored as the figure has them: a witness is in no cell, so a link of
// one is not found.
func TestCrimesAreTheFigures(t *testing.T) {
	var cases columntest.Case
	cases.Add("AA", "2015-02-01",
		columntest.Person(record.Suspect, "a", "name", "Ana"),
		columntest.Person(record.Witness, "b", "name", "Boris"),
		columntest.Thing("Network", "n", "name", "N"),
		columntest.Thing("Involvement", "i1", "subject", "@Person/a", "crimeArea", "drug trafficking", "date", "2014"),
		columntest.Thing("Involvement", "i2", "subject", "@Person/b", "crimeArea", "drug trafficking", "date", "2014"),
		columntest.Thing("Involvement", "i3", "subject", "@Network/n", "crimeArea", "document fraud", "date", "2015"),
	)
	set := cases.Set(t)
	c := &Case{Set: set, Figures: map[figure.ID]*figure.Figure{}, Told: map[record.ID]string{}}
	for _, thing := range []struct {
		schema, name, truly string
	}{{"Person", "a", "P1"}, {"Person", "b", "P2"}, {"Network", "n", "N1"}} {
		table := set.Table("Person")
		if thing.schema == "Network" {
			table = set.Table("Network")
		}
		for row := range table.Len() {
			if table.Key(row) == columntest.Key(thing.schema, thing.name) {
				c.Told[table.Records(row)[0].ID] = thing.truly
			}
		}
	}
	tr := &Truth{Crimes: []truth.Crime{{Subject: "P1", Area: "drug trafficking"}, {Subject: "P2", Area: "drug trafficking"}, {Subject: "N1", Area: "document fraud"}}}
	score := func() map[string]Score {
		s := &scorecard{}
		crimes(s, tr, c)
		return byKey(s.list)
	}
	if s := score()["crimes.f1"]; s.Status != Missing {
		t.Errorf("without the figure: %+v", s)
	}
	figures := crime.Figures(set)
	for i := range figures {
		c.Figures[figures[i].ID] = &figures[i]
	}
	got := score()
	for key, want := range map[string]float64{"crimes.precision": 1, "crimes.recall": 2.0 / 3} {
		if v := orNaN(got[key].Value); math.Abs(v-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", key, v, want)
		}
	}
}
