package network_test

import (
	"context"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/network"
	"skein/internal/record"
)

// smugglers is a case of two networks. EL holds "both" as a suspect, IT as a
// victim: that person is in no figure. All persons are made up.
func smugglers() *columntest.Case {
	var c columntest.Case
	person, thing := columntest.Person, columntest.Thing
	c.AddAs(record.Contribution{Name: "el", Owner: "EL"}, "B2", "2015-07-01",
		person(record.Suspect, "boss", "role", "coordinator", "tier", "leader", "nationality", "sy", "nationality", "gr",
			"gender", "male", "birthDate", "1980", "residence", "gr"),
		person(record.Convicted, "driver", "nationality", "gr", "gender", "male", "birthDate", "1990-07-02", "residence", "gb"),
		person(record.Suspect, "helper", "gender", "female", "birthDate", "1989", "age", "60"),
		person(record.Suspect, "both", "role", "driver", "tier", "facilitator", "nationality", "sy", "gender", "male"),
		person(record.Witness, "migrant", "role", "driver", "nationality", "sy", "gender", "female"),
		thing("Network", "n1", "name", "Aegean", "country", "gr", "country", "tr"),
		thing("Membership", "m1", "member", "@Person/boss", "organization", "@Network/n1"),
		thing("Membership", "m2", "member", "@Person/driver", "organization", "@Network/n1", "role", "driver", "tier", "facilitator"),
		thing("Membership", "m3", "member", "@Person/both", "organization", "@Network/n1", "role", "recruiter"),
		thing("Membership", "m4", "member", "@Person/migrant", "organization", "@Network/n1", "role", "driver"),
	)
	c.AddAs(record.Contribution{Name: "it", Owner: "IT"}, "B2", "2015-08-01",
		person(record.Victim, "both", "nationality", "sy"),
		thing("Network", "n2", "country", "it"),
		thing("Membership", "m5", "member", "@Person/boss", "organization", "@Network/n2", "role", "financier"),
		thing("Membership", "m6", "member", "@Person/boss", "organization", "@Network/n1", "tier", "organiser"),
		thing("Network", "n3", "name", "Empty"),
	)
	c.AddAs(record.Contribution{Name: "calls", Owner: "EL"}, "A1", "2015-09-01",
		thing("Phone", "a"), thing("Phone", "b"), thing("Phone", "c"),
		thing("Call", "c1", "caller", "@Phone/a", "receiver", "@Phone/b", "date", "2015-06-30T10:00:00"),
		thing("Call", "c2", "caller", "@Phone/b", "receiver", "@Phone/a", "date", "2015-07-01"),
		thing("Call", "c3", "caller", "@Phone/a", "receiver", "@Phone/a"),
		thing("Message", "s1", "sender", "@Phone/a", "recipients", "@Phone/b", "recipients", "@Phone/c", "date", "2015-07"),
	)
	c.AddAs(record.Contribution{Name: "links", Owner: "IT"}, "B2", "2015-09-02",
		thing("UnknownLink", "u1", "subject", "@Phone/b", "object", "@Phone/c", "weight", "12.5"),
	)
	return &c
}

func share(t *testing.T, k, n int) float64 {
	t.Helper()
	e, err := estimate.Share(k, n)
	if err != nil {
		t.Fatal(err)
	}
	return 100 * e.Value
}

func TestSuspects(t *testing.T) {
	figures := figures(t, smugglers().Set(t))
	type values = map[string]float64
	columntest.Expect(t, figures, "suspects.count", 3, 0, values{"": 3})
	// The boss's own record says coordinator, so what memberships say is not asked.
	columntest.Expect(t, figures, "suspects.by_role", 3, 1, values{"coordinator": 50, "driver": 50})
	columntest.Expect(t, figures, "suspects.by_tier", 3, 1, values{"leader": 50, "facilitator": 50})
	// Two nationalities count under both.
	columntest.Expect(t, figures, "suspects.by_nationality", 3, 1, values{"Syria": 50, "Greece": 100})
	columntest.Expect(t, figures, "suspects.by_sex", 3, 0, values{"male": share(t, 2, 3), "female": share(t, 1, 3)})
	// On 1 July 2015 who was born in 1980 was 34 or 35, one band; in 1989, 25 or 26, two;
	// who was born on 2 July 1990 was 24.
	columntest.Expect(t, figures, "suspects.by_age_band", 3, 1, values{"26-35": 50, "18-25": 50})
	columntest.Expect(t, figures, "suspects.by_residence", 3, 1, values{"EU": 100})
	columntest.Expect(t, figures, "suspects.by_residence_country", 3, 1, values{"Greece": 1, "United Kingdom": 1})
}

// The United Kingdom was inside the EU in 2015 and outside in 2021.
func TestResidenceByYear(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2021-03-01", columntest.Person(record.Suspect, "p", "residence", "gb"), columntest.Person(record.Suspect, "q", "residence", "gr"))
	columntest.Expect(t, figures(t, c.Set(t)), "suspects.by_residence", 2, 0, map[string]float64{"EU": 50, "outside the EU": 50})
}

// Without a birth date the age that a source gives counts.
func TestAgeGiven(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2021-03-01", columntest.Person(record.Suspect, "p", "age", "17"), columntest.Person(record.Suspect, "q", "birthDate", "1850"))
	columntest.Expect(t, figures(t, c.Set(t)), "suspects.by_age_band", 2, 1, map[string]float64{"14-17": 100})
}

func TestNetworks(t *testing.T) {
	set := smugglers().Set(t)
	figures := figures(t, set)
	unnamed := "network " + columntest.Key("Network", "n2").String()[:8]
	type values = map[string]float64
	columntest.Expect(t, figures, "networks.count", 3, 0, values{"": 3})
	columntest.Expect(t, figures, "networks.members", 2, 0, values{"Aegean": 2, unnamed: 1})
	// The boss is an organiser in one network by its membership and a leader by his own record.
	columntest.Expect(t, figures, "networks.by_tier", 2, 0, values{
		"Aegean | facilitator": 1, "Aegean | leader": 1, "Aegean | organiser": 1, unnamed + " | leader": 1,
	})
	columntest.Expect(t, figures, "networks.by_country", 3, 1, values{"Greece": 1, "Türkiye": 1, "Italy": 1})
	columntest.Expect(t, figures, "networks.countries", 3, 1, values{"Aegean": 2, unnamed: 1})
	if c, err := columntest.Figure(t, figures, "networks.countries").Cell("Aegean"); err != nil || c.Note != "Greece, Türkiye" {
		t.Errorf("countries of Aegean: %+v, %v", c, err)
	}
	columntest.Expect(t, figures, "networks.size", 3, 1, values{"q1": 1.25, "median": 1.5, "q3": 1.75})

	c, err := columntest.Figure(t, figures, "networks.members").Cell(unnamed)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"el:1", "it:2", "it:3"}, columntest.Evidence(set, c.Evidence)); diff != "" {
		t.Errorf("evidence of a member: person, network, membership (-want +got):\n%s", diff)
	}
}

// Nobody whom a record protects leaves a trace: without their records the
// figures of suspects and networks are the same.
func TestProtected(t *testing.T) {
	var with, without columntest.Case
	suspect := columntest.Person(record.Suspect, "p", "role", "driver", "nationality", "sy")
	n := columntest.Thing("Network", "n", "name", "N")
	m := columntest.Thing("Membership", "m", "member", "@Person/p", "organization", "@Network/n")
	protected := columntest.Thing("Membership", "mv", "member", "@Person/v", "organization", "@Network/n", "role", "driver", "tier", "leader")
	without.Add("EL", "2015-01-01", suspect, n, m)
	with.Add("EL", "2015-01-01", suspect, n, m)
	for _, category := range []record.Category{record.Victim, record.Witness, record.Informant, record.Contact} {
		name := category.String()
		with.Add("IT", "2015-01-02", columntest.Person(record.Suspect, name, "role", "leader", "gender", "male"), columntest.Thing("Membership", name, "member", "@Person/"+name, "organization", "@Network/n"))
		with.Add("ES", "2015-01-03", columntest.Person(category, name, "tier", "leader"))
	}
	with.Add("IT", "2015-01-04", columntest.Person(record.Victim, "v", "role", "driver", "birthDate", "1990"), protected)
	want, got := figures(t, without.Set(t)), figures(t, with.Set(t))
	for i := range want {
		if want[i].N != got[i].N || want[i].Missing != got[i].Missing {
			t.Errorf("%s: n %d, missing %d; without the protected %d, %d", want[i].ID, got[i].N, got[i].Missing, want[i].N, want[i].Missing)
		}
		if diff := cmp.Diff(columntest.Values(&want[i]), columntest.Values(&got[i])); diff != "" {
			t.Errorf("%s (-without +with the protected):\n%s", want[i].ID, diff)
		}
	}
}

func TestCommunications(t *testing.T) {
	figures := figures(t, smugglers().Set(t))
	type values = map[string]float64
	columntest.Expect(t, figures, "communications.persons", 3, 0, values{"": 3})
	// a-b both ways is one tie, a call to oneself none, and an unknown link no communication.
	columntest.Expect(t, figures, "communications.ties", 2, 0, values{"": 2})
	columntest.Expect(t, figures, "communications.weight", 4, 0, values{"": 4})
	columntest.Expect(t, figures, "communications.by_month", 4, 1, values{"2015-06": 1, "2015-07": 2})
	columntest.Expect(t, figures, "communications.by_source", 4, 0, values{"EL": 4})
}

// A number is an end only where no thing is named.
func TestNumbers(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2015-09-01", columntest.Thing("Phone", "a"),
		columntest.Thing("Call", "1", "caller", "@Phone/a", "callerNumber", "+30690", "receiverNumber", "+39320"),
		columntest.Thing("Call", "2", "callerNumber", "+39320", "receiverNumber", "+49150", "startDate", "2015-03-01"),
		columntest.Thing("Call", "3", "callerNumber", "+39320"))
	figures := figures(t, c.Set(t))
	columntest.Expect(t, figures, "communications.persons", 3, 0, map[string]float64{"": 3})
	columntest.Expect(t, figures, "communications.ties", 2, 0, map[string]float64{"": 2})
	columntest.Expect(t, figures, "communications.by_month", 3, 2, map[string]float64{"2015-03": 1})
}

func TestEngine(t *testing.T) {
	columntest.CheckEngine(t, smugglers(), engine,
		"suspects.count", "suspects.by_role", "suspects.by_tier", "suspects.by_nationality", "suspects.by_sex", "suspects.by_age_band",
		"suspects.by_residence", "suspects.by_residence_country", "networks.count", "networks.members", "networks.by_tier",
		"networks.by_country", "networks.countries", "networks.size", "communications.persons", "communications.ties", "communications.weight",
		"communications.by_month", "communications.by_source",
		"networks.detected.count", "networks.detected.by_size", "networks.detected.by_residence", "networks.detected.by_countries",
		"networks.detected.by_role", "networks.detected.by_other_crime", "networks.detected.members", "networks.detected.agreement",
		"networks.detected.leaders", "networks.detected.compared", "networks.detected.by_type", "networks.detected.key_players", "networks.detected.by_year_and_change", "networks.detected.by_year", "networks.detected.beyond_chance", "networks.concentration_by_hub_year", "networks.top_four_by_hub_year", "networks.concentration_trend_by_hub", "networks.detected.positions", "networks.detected.ties", "networks.concentration_by_route_year", "networks.top_four_by_route_year", "networks.concentration_trend_by_route")
}

func TestOrder(t *testing.T) { columntest.CheckOrder(t, smugglers(), engine) }

// A membership in a network that no record tells of says a role all the same, and
// its member is missing, not forgotten; a company is no network.
func TestUnknownNetwork(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2015-01-01",
		columntest.Person(record.Suspect, "p"), columntest.Person(record.Suspect, "q"), columntest.Person(record.Victim, "v"),
		columntest.Thing("Company", "c"),
		columntest.Thing("Membership", "1", "member", "@Person/p", "organization", "@Network/nobody", "role", "driver", "tier", "leader"),
		columntest.Thing("Membership", "2", "member", "@Person/q", "organization", "@Company/c", "role", "recruiter"),
		columntest.Thing("Membership", "3", "member", "@Person/v", "organization", "@Network/nobody", "role", "guide"),
		columntest.Thing("Membership", "4", "member", "@Person/nobody", "organization", "@Network/nobody", "role", "guide"))
	figures := figures(t, c.Set(t))
	columntest.Expect(t, figures, "suspects.by_role", 2, 0, map[string]float64{"driver": 50, "recruiter": 50})
	columntest.Expect(t, figures, "networks.members", 1, 1, map[string]float64{})
	columntest.Expect(t, figures, "networks.by_tier", 1, 1, map[string]float64{})
}

// A person and a network that share a key are both found.
func TestOneKey(t *testing.T) {
	var c columntest.Case
	n := columntest.Thing("Network", "n", "name", "N")
	n.Key = columntest.Key("Person", "p")
	c.Add("EL", "2015-01-01", columntest.Person(record.Suspect, "p"), n,
		columntest.Thing("Membership", "1", "member", "@Person/p", "organization", "@Person/p"))
	columntest.Expect(t, figures(t, c.Set(t)), "networks.members", 1, 0, map[string]float64{"N": 1})
}

// Where two records of a call disagree, the one received last holds; all recipients
// of one record count.
func TestCallsThatDisagree(t *testing.T) {
	var c columntest.Case
	c.Add("EL", "2015-01-01", columntest.Thing("Call", "1", "callerNumber", "1", "receiverNumber", "2"))
	c.Add("IT", "2015-01-02",
		columntest.Thing("Call", "1", "callerNumber", "3", "receiverNumber", "4"),
		columntest.Thing("Message", "1", "senderAccount", "5", "recipients", "6", "recipients", "7"))
	figures := figures(t, c.Set(t))
	columntest.Expect(t, figures, "communications.persons", 5, 0, map[string]float64{"": 5})
	columntest.Expect(t, figures, "communications.ties", 3, 0, map[string]float64{"": 3})
}

// Each row of a list of members tells of the network too. Taking up all of the
// network's records for each member would be quadratic, and fill the memory.
func TestManyRecordsOfOneNetwork(t *testing.T) {
	const n = 20_000
	var rows []record.Record
	for i := range n {
		name := strconv.Itoa(i)
		rows = append(rows, columntest.Person(record.Suspect, name, "role", "driver"), columntest.Thing("Network", "n", "name", "N"),
			columntest.Thing("Membership", name, "member", "@Person/"+name, "organization", "@Network/n", "tier", "leader"))
	}
	var c columntest.Case
	c.Add("EL", "2015-01-01", rows...)
	figures := figures(t, c.Set(t))
	columntest.Expect(t, figures, "networks.members", n, 0, map[string]float64{"N": n})
	if got := columntest.Figure(t, figures, "networks.members").Cells[0].Evidence.Len(); got != 3*n {
		t.Errorf("%d records of evidence, want %d", got, 3*n)
	}
}

// engine is the figures without resolution. It fails by having none.
func engine(set *column.Set) []figure.Figure {
	all, err := network.Figures(context.Background(), set, nil, network.UsualSettings())
	if err != nil {
		return nil
	}
	return all
}

func figures(t *testing.T, set *column.Set) []figure.Figure {
	t.Helper()
	all := engine(set)
	if all == nil {
		t.Fatal("no figures")
	}
	return all
}
