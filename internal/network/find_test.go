package network_test

import (
	"fmt"
	"strings"
	"testing"

	"skein/internal/column/columntest"
	"skein/internal/record"
)

// Twelve legs, carried by two networks alike and by one: as concentrated as pairs of legs
// say, and the four largest carry them all.
func TestConcentration(t *testing.T) {
	var c columntest.Case
	var told []record.Record
	for i := range 12 {
		told = append(told,
			columntest.Thing("Debriefing", fmt.Sprint("d", i), "name", "talk"),
			columntest.Thing("Trip", fmt.Sprint("t", i), "route", "Eastern", "origin", "Izmir", "date", "2015-03", "debriefing", fmt.Sprint("@Debriefing/d", i), "network", fmt.Sprint("@Network/", i%2)))
	}
	told = append(told, columntest.Thing("Network", "0", "name", "A"), columntest.Thing("Network", "1", "name", "B"),
		columntest.Thing("Trip", "few", "route", "Western", "date", "2015-03", "network", "@Network/0"))
	c.Add("EL", "2016-01-01", told...)
	all := figures(t, c.Set(t))
	columntest.Expect(t, all, "networks.concentration_by_route_year", 13, 1, map[string]float64{"Eastern | 2015": 2 * 6.0 * 5 / (12 * 11)})
	columntest.Expect(t, all, "networks.concentration_by_hub_year", 13, 1, map[string]float64{"Izmir | 2015": 2 * 6.0 * 5 / (12 * 11)})
	columntest.Expect(t, all, "networks.top_four_by_route_year", 13, 1, map[string]float64{"Eastern | 2015": 100})
}

// A network of a leader who is stated and brokers between two cells: the leader is named
// first, is who parts it, and has a replacement.
func TestDetected(t *testing.T) {
	var c columntest.Case
	records := []record.Record{columntest.Person(record.Suspect, "boss", "name", "N N", "tier", "leader", "role", "leader", "residence", "it")}
	call := func(a, b string) {
		records = append(records, columntest.Thing("Associate", a+b, "person", "@Person/"+a, "associate", "@Person/"+b))
	}
	for i := range 10 {
		name := fmt.Sprint("p", i)
		records = append(records, columntest.Person(record.Suspect, name, "name", "N "+name, "tier", "facilitator", "role", "driver", "residence", []string{"it", "tr"}[i/5]))
		for j := range i % 5 {
			call(name, fmt.Sprint("p", i-1-j))
		}
		call("boss", name)
	}
	c.Add("IT", "2015-07-01", records...)
	all := figures(t, c.Set(t))
	columntest.Expect(t, all, "networks.detected.count", 1, 0, map[string]float64{"": 1})
	columntest.Expect(t, all, "networks.detected.by_residence", 1, 0, map[string]float64{"mixed": 100})
	columntest.Expect(t, all, "networks.detected.by_size", 1, 0, map[string]float64{"10 to 29": 100})
	boss := "P" + columntest.Key("Person", "boss").String()[:10]
	leaders := columntest.Figure(t, all, "networks.detected.leaders")
	if len(leaders.Cells) != 1 || leaders.Cells[0].Keys[1] != boss || leaders.Cells[0].Value < 50 {
		t.Errorf("leaders %+v", leaders.Cells)
	}
	players := columntest.Figure(t, all, "networks.detected.key_players")
	if len(players.Cells) == 0 || players.Cells[0].Keys[1] != boss && len(players.Cells) == 1 {
		t.Fatalf("key players %+v", players.Cells)
	}
	for _, cell := range players.Cells {
		if cell.Keys[1] == boss && (cell.Value <= 0 || cell.Interval == nil || !strings.Contains(cell.Note, "likely instead: P")) {
			t.Errorf("without the boss: %+v", cell)
		}
	}
	positions := columntest.Figure(t, all, "networks.detected.positions")
	if len(positions.Cells) != 11 {
		t.Errorf("%d positions, want 11", len(positions.Cells))
	}
	ties := columntest.Figure(t, all, "networks.detected.ties")
	// Two groups of six, all tied, that share the boss: 40 triangles in 145 paths of two ties;
	// the boss is in one of the groups.
	columntest.Expect(t, all, "networks.detected.beyond_chance", 30, 0, map[string]float64{
		"modularity of the best groups": 15/30. - 35*35/3600. + 10/30. - 25*25/3600., "share of pairs with a common tie who are tied": 3 * 40 / 145., "assortativity by number of ties": -0.2,
	})
	if len(ties.Cells) != 30 || !strings.HasPrefix(ties.Cells[0].Note, "confirmed: 1 stated link") {
		t.Errorf("%d ties, the first %+v", len(ties.Cells), ties.Cells[0])
	}
}
