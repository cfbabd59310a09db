package api

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/network"
	"skein/internal/record"
)

// crew is a bench with a reported network of fourteen, three of whom have a stated tier.
func crew(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	records := []record.Record{columntest.Thing("Network", "n", "name", "Crew")}
	names := strings.Fields("Berg Castro Dimitriou Eriksen Farouk Gruber Haddad Ivanov Jansen Kowalski Lindqvist Moreau Nowak Okafor")
	for i, name := range names {
		p := columntest.Person(record.Suspect, name, "name", name, "birthDate", fmt.Sprint(1960+2*i))
		if i < 3 {
			p.Statements = append(p.Statements, record.Statement{Property: "tier", Value: []string{"leader", "facilitator", "facilitator"}[i]})
		}
		records = append(records, p, columntest.Thing("Membership", name, "member", "@Person/"+name, "organization", "@Network/n"))
	}
	b.take(records, handling.Public())
	return b
}

// The chart, the roster, the figure and the report show each person with one tier, or say
// that it is not known.
func TestOneTierEverywhere(t *testing.T) {
	b := crew(t)
	v := b.s.current.Load()
	if len(v.found.Networks) != 1 {
		t.Fatalf("%d networks", len(v.found.Networks))
	}
	d := &v.found.Networks[0]
	positions := v.picture.Cited("networks.detected.positions")
	body := get1[networkBody](b, "/api/networks/"+d.ID)
	chart := get1[chartBody](b, "/api/networks/"+d.ID+"/chart")
	report := b.do(b.request(http.MethodGet, "/api/report", nil)).Body.String()
	nodes := map[string]ChartNode{}
	for _, n := range chart.Nodes {
		nodes[n.ID] = n
	}
	count := map[string]int{}
	for k, line := range body.Roster {
		cell, err := positions.Cell(d.Label(), v.found.Person(&d.Members[k]))
		if err != nil {
			t.Fatal(err)
		}
		count[cell.Text]++
		if line.TierWords != nodes[line.ID].TierWords || line.Tier != nodes[line.ID].Tier {
			t.Errorf("roster %q, chart %q", line.TierWords, nodes[line.ID].TierWords)
		}
		if !strings.HasPrefix(line.TierWords, cell.Text) || line.Tier == "" && (cell.Text != network.TierNotKnown || line.Chance != "" || line.Assessed) {
			t.Errorf("roster %+v, figure %q", line.ChartNode, cell.Text)
		}
		if !strings.Contains(report, ">"+cell.Text+"<") {
			t.Errorf("the report has nobody who is %s", cell.Text)
		}
	}
	if count["leader"] != 1 || count["facilitator"] != 2 || count[network.TierNotKnown] != 11 {
		t.Errorf("tiers %v", count)
	}
}

// The page of a detected network shows its own figures, not those of the reported network
// whose name it has.
func TestFiguresOfANetworkAreItsOwn(t *testing.T) {
	b := crew(t)
	v := b.s.current.Load()
	d := &v.found.Networks[0]
	if d.Name != "Crew" {
		t.Fatalf("the network is called %s", d.Name)
	}
	body := get1[networkBody](b, "/api/networks/"+d.ID)
	if len(body.Figures) == 0 {
		t.Fatal("no figures")
	}
	for _, f := range body.Figures {
		if !strings.HasPrefix(f.Figure, "networks.detected.") || !strings.Contains(strings.Join(f.Cell.Keys, " "), d.ID) {
			t.Errorf("%s %v", f.Figure, f.Cell.Keys)
		}
	}
}
