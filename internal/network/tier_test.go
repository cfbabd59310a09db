package network_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"skein/internal/column"
	"skein/internal/column/columntest"
	"skein/internal/figure"
	"skein/internal/network"
	"skein/internal/record"
)

// crew is a reported network of n members, of whom the first have the tiers given, with what
// else is in the case.
func crew(t *testing.T, n int, tiers []string, more ...record.Record) *column.Set {
	t.Helper()
	records := append([]record.Record{columntest.Thing("Network", "n", "name", "Crew")}, more...)
	for i := range n {
		name := fmt.Sprint("m", i)
		p := columntest.Person(record.Suspect, name, "name", "Member "+name)
		if i < len(tiers) && tiers[i] != "" {
			p.Statements = append(p.Statements, record.Statement{Property: "tier", Value: tiers[i]})
		}
		records = append(records, p, columntest.Thing("Membership", name, "member", "@Person/"+name, "organization", "@Network/n"))
	}
	var c columntest.Case
	c.Add("EL", "2016-01-01", records...)
	return c.Set(t)
}

// shown counts the persons by the tier that they are shown with.
func shown(t *testing.T, all []figure.Figure) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, c := range columntest.Figure(t, all, "networks.detected.positions").Cells {
		out[c.Text]++
	}
	return out
}

// Where no source states a tier, each is as likely for everybody as for anybody: none is
// shown.
func TestNoTierWithoutKnowledge(t *testing.T) {
	all := figures(t, crew(t, 100, nil))
	if got := shown(t, all); got[network.TierNotKnown] != 100 || len(got) != 1 {
		t.Errorf("tiers %v, want 100 not known", got)
	}
	if f := columntest.Figure(t, all, "networks.detected.leaders"); len(f.Cells) > 0 {
		t.Errorf("leaders %+v", f.Cells)
	}
	positions := columntest.Figure(t, all, "networks.detected.positions")
	if got := positions.MissingInWords(); got != "tier not known for 100.0 % (100 of 100)" {
		t.Errorf("missing: %q", got)
	}
	for _, c := range positions.Cells {
		if !strings.HasPrefix(c.Note, "no source states it, ") {
			t.Fatalf("note %q", c.Note)
		}
	}
}

// What a source states is shown, also of a tier that nearly everybody has; who has no
// place among the ties gets no tier by what the others are.
func TestStatedTiersAreShown(t *testing.T) {
	tiers := []string{"leader"}
	for range 60 {
		tiers = append(tiers, "facilitator")
	}
	all := figures(t, crew(t, 100, tiers))
	got := shown(t, all)
	positions := columntest.Figure(t, all, "networks.detected.positions")
	if words, n := positions.MissingInWords(), positions.Bases([]int{0, 1}); words != "tier not known for 39.0 % (39 of 100)" || n != "2" {
		t.Errorf("missing: %q; n of two persons: %s", words, n)
	}
	if got["leader"] != 1 || got["facilitator"] != 60 || got[network.TierNotKnown] != 39 {
		t.Errorf("tiers %v, want 1 leader, 60 facilitators and 39 not known", got)
	}
}

// Whose place among the ties is that of stated leaders is assessed as one, with a margin that
// the case sets.
func TestAssessedTiersExceedTheMargin(t *testing.T) {
	var more []record.Record
	tiers := make([]string, 40)
	for i := range 40 { // stars of ten, each of one network
		tiers[i] = "facilitator"
		if i%10 == 0 {
			tiers[i] = "leader"
			continue
		}
		more = append(more, columntest.Thing("Associate", fmt.Sprint(i), "person", fmt.Sprint("@Person/m", i/10*10), "associate", fmt.Sprint("@Person/m", i)))
	}
	tiers[30] = ""
	set := crew(t, 40, tiers, more...)
	centre := "P" + columntest.Key("Person", "m30").String()[:10]
	for margin, want := range map[float64]string{network.UsualTierMargin: "leader", 1: network.TierNotKnown} {
		s := network.UsualSettings()
		s.TierMargin = margin
		all, err := network.Figures(context.Background(), set, nil, s)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, c := range columntest.Figure(t, all, "networks.detected.positions").Cells {
			if c.Keys[1] == centre {
				found = true
				if c.Text != want {
					t.Errorf("margin %v: %s (%s), want %s", margin, c.Text, c.Note, want)
				}
				if want == "leader" && !strings.HasPrefix(c.Note, "assessed, ") {
					t.Errorf("note %q", c.Note)
				}
			}
		}
		if !found {
			t.Fatal("the centre is in no network")
		}
	}
}

// A share of the market is of the legs with a named network, and its n says so.
func TestShareOfTheMarketIsOfNamedLegs(t *testing.T) {
	var told []record.Record
	for i := range 20 {
		leg := []string{"route", "Eastern", "date", "2015-03", "debriefing", fmt.Sprint("@Debriefing/d", i)}
		if i < 12 {
			leg = append(leg, "network", fmt.Sprint("@Network/", i%6))
		}
		told = append(told, columntest.Thing("Trip", fmt.Sprint(i), leg...))
	}
	var c columntest.Case
	c.Add("EL", "2016-01-01", told...)
	f := columntest.Figure(t, figures(t, c.Set(t)), "networks.top_four_by_route_year")
	if f.N != 20 || f.Missing != 8 || len(f.Cells) != 1 || f.Cells[0].N != 12 {
		t.Errorf("n %d, missing %d, %+v", f.N, f.Missing, f.Cells)
	}
}
