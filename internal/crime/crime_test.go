package crime_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column/columntest"
	"skein/internal/crime"
	"skein/internal/record"
)

// links is a case in which EL holds "both" as a suspect and IT as a victim. All
// persons are made up.
func links() *columntest.Case {
	var c columntest.Case
	person, thing := columntest.Person, columntest.Thing
	c.AddAs(record.Contribution{Name: "el", Owner: "EL"}, "B2", "2016-01-01",
		person(record.Suspect, "a", "residence", "gr"), person(record.Convicted, "b"), person(record.Suspect, "c", "residence", "bg"), person(record.Suspect, "both"),
		person(record.Witness, "w", "residence", "de"), thing("Network", "n", "name", "Aegean"),
		thing("Involvement", "1", "subject", "@Person/a", "crimeArea", "drug trafficking", "date", "2015-02"),
		thing("Involvement", "2", "subject", "@Person/a", "crimeArea", "drug trafficking", "date", "2015-06-01"),
		thing("Involvement", "3", "subject", "@Person/a", "crimeArea", "document forgery", "date", "2014"),
		thing("Involvement", "4", "subject", "@Person/b", "crimeArea", "document forgery", "date", "2015"),
		thing("Involvement", "5", "subject", "@Person/b", "crimeArea", "migrant smuggling", "date", "2015"),
		thing("Involvement", "6", "subject", "@Person/c", "crimeArea", "property crime"),
		thing("Involvement", "7", "subject", "@Person/both", "crimeArea", "drug trafficking", "date", "2015"),
		thing("Involvement", "8", "subject", "@Person/w", "crimeArea", "drug trafficking", "date", "2015"),
		thing("Involvement", "9", "subject", "@Network/n", "crimeArea", "drug trafficking", "date", "2015"),
		thing("Involvement", "10", "subject", "@Vehicle/v", "crimeArea", "drug trafficking", "date", "2015"),
		thing("Passport", "p1", "kind", "passport", "method", "counterfeit"),
		thing("Passport", "p2"),
		thing("Identification", "i1", "type", "identity card", "method", "look-alike"),
		thing("Identification", "i2", "kind", "passport", "method", "counterfeit"),
		thing("Vehicle", "v", "type", "van", "rented", "true", "plateCountry", "gr"),
		thing("Possession", "av", "owner", "@Person/a", "asset", "@Vehicle/v"),
		thing("Ownership", "cv", "owner", "@Person/c", "asset", "@Vehicle/v"),
		thing("Possession", "bx", "owner", "@Person/b", "asset", "@Vehicle/x"),
		thing("Possession", "wy", "owner", "@Person/w", "asset", "@Vehicle/y"),
		thing("Vehicle", "x", "type", "car", "rented", "false"),
		thing("Vehicle", "y", "type", "car", "plateCountry", "gr"),
		thing("Vessel", "s", "type", "fishing boat"),
	)
	c.AddAs(record.Contribution{Name: "it", Owner: "IT"}, "B2", "2016-02-01",
		person(record.Victim, "both"),
		thing("Involvement", "1", "subject", "@Person/a", "crimeArea", "drug trafficking", "date", "2015-02"),
	)
	return &c
}

func TestCrimes(t *testing.T) {
	set := links().Set(t)
	figures := crime.Figures(set)
	// a, b, c and the network; c's involvement has no year.
	columntest.Expect(t, figures, "crimes.by_area_year", 4, 1, map[string]float64{
		"document forgery | 2014 | persons":  100,
		"document forgery | 2015 | persons":  50,
		"drug trafficking | 2015 | persons":  50,
		"drug trafficking | 2015 | networks": 100,
	})
	columntest.Expect(t, figures, "crimes.persons_by_year", 3, 1, map[string]float64{"2014": 1, "2015": 2})

	c, err := columntest.Figure(t, figures, "crimes.by_area_year").Cell("drug trafficking", "2015", "persons")
	if err != nil {
		t.Fatal(err)
	}
	// Wilson's interval of 1 of 2, as in his formula by hand: 0.5 ± 0.40547.
	if c.N != 2 || math.Abs(c.Interval.Low-9.4531) > 1e-3 || math.Abs(c.Interval.High-90.5469) > 1e-3 {
		t.Errorf("n %d, interval %v", c.N, *c.Interval)
	}
	// Both involvements of the one person, every record of each, and the person's.
	if diff := cmp.Diff([]string{"el:1", "el:7", "el:8", "it:2"}, columntest.Evidence(set, c.Evidence)); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

// An involvement that names neither area nor date has those of its event, whose
// records are then evidence.
func TestEventTells(t *testing.T) {
	var c columntest.Case
	c.AddAs(record.Contribution{Name: "it", Owner: "IT"}, "B2", "2016-01-01",
		columntest.Person(record.Suspect, "a"),
		columntest.Thing("Investigation", "e", "crimeArea", "drug trafficking", "crimeArea", "migrant smuggling", "startDate", "2015-03"),
		columntest.Thing("Involvement", "1", "subject", "@Person/a", "event", "@Investigation/e"),
		columntest.Person(record.Suspect, "b"),
		columntest.Thing("Involvement", "2", "subject", "@Person/b", "event", "@Investigation/e", "crimeArea", "migrant smuggling"))
	set := c.Set(t)
	figures := crime.Figures(set)
	columntest.Expect(t, figures, "crimes.by_area_year", 1, 0, map[string]float64{"drug trafficking | 2015 | persons": 100})
	cell := columntest.Figure(t, figures, "crimes.by_area_year").Cells[0]
	if diff := cmp.Diff([]string{"it:1", "it:2", "it:3"}, columntest.Evidence(set, cell.Evidence)); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

func TestMeans(t *testing.T) {
	figures := crime.Figures(links().Set(t))
	type values = map[string]float64
	columntest.Expect(t, figures, "documents.by_kind", 4, 0, values{"passport": 3, "identity card": 1})
	columntest.Expect(t, figures, "documents.by_method", 4, 1, values{"counterfeit": 2, "look-alike": 1})
	columntest.Expect(t, figures, "documents.by_kind_method", 4, 1, values{"passport | counterfeit": 2, "identity card | look-alike": 1})
	columntest.Expect(t, figures, "vehicles.by_type", 3, 0, values{"van": 1, "car": 2})
	columntest.Expect(t, figures, "vehicles.rented", 3, 1, values{"rented": 50, "not rented": 50})
	// v is a's and c's: one lives in Greece, as the plate says, the other abroad. Nobody knows
	// where b lives, and the witness's car is nobody's business.
	columntest.Expect(t, figures, "vehicles.foreign_plate", 2, 1, values{"own country": 100, "other country": 100})
	columntest.Expect(t, figures, "vessels.by_type", 1, 0, values{"fishing boat": 1})
}

func TestEngine(t *testing.T) {
	columntest.CheckEngine(t, links(), crime.Figures,
		"crimes.by_area_year", "crimes.persons_by_year", "documents.by_kind", "documents.by_method", "documents.by_kind_method",
		"vehicles.by_type", "vehicles.rented", "vehicles.foreign_plate", "vessels.by_type")
}

func TestOrder(t *testing.T) { columntest.CheckOrder(t, links(), crime.Figures) }

// One record may name several owners and several vehicles, protected persons among
// them and before the others.
func TestSeveralOwners(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2016-01-01",
		columntest.Person(record.Victim, "v", "residence", "gr"), columntest.Person(record.Suspect, "s", "residence", "gr"),
		columntest.Thing("Vehicle", "a", "plateCountry", "gr"), columntest.Thing("Vehicle", "b", "plateCountry", "bg"),
		columntest.Thing("Vehicle", "c", "plateCountry", "bg"),
		columntest.Thing("Possession", "1", "owner", "@Person/v", "owner", "@Person/s", "asset", "@Vehicle/a", "asset", "@Vehicle/b"),
		columntest.Thing("Possession", "2", "owner", "@Person/v", "asset", "@Vehicle/c"))
	columntest.Expect(t, crime.Figures(c.Set(t)), "vehicles.foreign_plate", 2, 0, map[string]float64{"own country": 50, "other country": 50})
}
