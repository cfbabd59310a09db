package simulate

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"skein/internal/simulate/observe"
	"skein/internal/simulate/truth"
)

// calibrated is a world of scale 1 with all that is true of it.
type calibrated struct {
	t        *testing.T
	dir      string
	world    *truth.World
	counts   *observe.Counts
	persons  map[string]truth.Person
	suspects []truth.Person // with a record somewhere
	journeys []truth.Journey
	legs     map[string]truth.Leg
	flows    []truth.Flow
}

// check prints a published value beside the simulated one, and fails outside of the
// tolerance.
func (c *calibrated) check(what, published string, simulated, low, high float64) {
	c.t.Helper()
	mark := "ok"
	if math.IsNaN(simulated) || simulated < low || simulated > high {
		mark = "OUT"
		c.t.Errorf("%s: %.4g, want %.4g to %.4g", what, simulated, low, high)
	}
	c.t.Logf("%-52s published %-24s simulated %12.4f  within %.4g to %.4g  %s", what, published, simulated, low, high, mark)
}

// exactly is check for what is drawn to be the published number.
func (c *calibrated) exactly(what string, published, simulated int) {
	c.t.Helper()
	c.check(what, fmt.Sprint(published), float64(simulated), float64(published), float64(published))
}

func load[T any](t *testing.T, dir, name string) []T {
	t.Helper()
	rows, err := truth.All[T](dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestCalibration holds a world of scale 1 to what was published. doc/simulation.md
// has the sources. Run it with -v for the table.
func TestCalibration(t *testing.T) {
	if testing.Short() || raced {
		t.Skip("makes a world of scale 1")
	}
	dir := t.TempDir()
	w, counts, err := run(context.Background(), &Options{Seed: 7, Scale: 1, Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	c := &calibrated{t: t, dir: filepath.Join(dir, "truth"), world: w, counts: counts, persons: map[string]truth.Person{}, legs: map[string]truth.Leg{}}
	for _, p := range load[truth.Person](t, c.dir, truth.PersonsFile) {
		c.persons[p.ID] = p
	}
	seen := map[string]bool{}
	for _, r := range load[truth.Record](t, c.dir, truth.RecordsFile) {
		if r.Schema == "Person" && !seen[r.Entity] {
			seen[r.Entity] = true
			c.suspects = append(c.suspects, c.persons[r.Entity])
		}
	}
	for _, l := range load[truth.Leg](t, c.dir, truth.LegsFile) {
		c.legs[l.ID] = l
	}
	c.journeys = load[truth.Journey](t, c.dir, truth.JourneysFile)
	c.flows = load[truth.Flow](t, c.dir, truth.FlowsFile)
	c.volumes()
	c.suspectShares()
	c.networks()
	c.detections()
	c.fees()
	c.crimes()
	c.activity()
}

func (c *calibrated) volumes() {
	c.t.Helper()
	n := &c.world.Counts
	c.exactly("contributions", 11_500, n.Contributions)
	c.exactly("records of suspects", 40_000, n.SuspectRecords)
	c.exactly("of these new in 2015", 10_000, c.counts.SuspectsByYear[2015])
	c.exactly("of these new in 2014", 6_400, c.counts.SuspectsByYear[2014])
	c.exactly("investigations", 1_500, n.Investigations)
	inDepth := 0
	for _, v := range load[truth.Investigation](c.t, c.dir, truth.InvestigationsFile) {
		if v.InDepth {
			inDepth++
		}
	}
	c.exactly("of these studied in depth", 490, inDepth)
	c.exactly("debriefings", 1_500, n.Debriefings)
	c.exactly("communications", 140_000, n.Communications)
	c.exactly("networks", 522, n.Networks)
	c.exactly("suspicious vessels", 100, n.Vessels)
	eu := 0
	hotspots := load[truth.Hotspot](c.t, c.dir, truth.HotspotsFile)
	for _, h := range hotspots {
		if h.EU {
			eu++
		}
	}
	c.exactly("hotspots", 250, len(hotspots))
	c.exactly("of these in the EU", 170, eu)
}

func (c *calibrated) suspectShares() {
	c.t.Helper()
	countries := map[string]bool{}
	male, age := 0.0, 0.0
	for _, p := range c.suspects {
		countries[p.Nationality] = true
		if p.Sex == "male" {
			male++
		}
		born, err := time.Parse(time.DateOnly, p.Born)
		if err != nil {
			c.t.Fatal(err)
		}
		age += time.Date(2015, 7, 1, 0, 0, 0, 0, time.UTC).Sub(born).Hours() / 24 / 365.25
	}
	n := float64(len(c.suspects))
	c.check("countries of origin of suspects", "more than 100", float64(len(countries)), 101, 200)
	c.check("male suspects, %", "95", 100*male/n, 94, 96)
	c.check("mean age of suspects, years", "36", age/n, 35.5, 36.5)
	c.check("suspects whose nationality is known, %", "33", 100*float64(c.counts.WithNationality)/float64(c.counts.Suspects), 32, 34)
}

func (c *calibrated) networks() {
	c.t.Helper()
	share := map[string]float64{}
	largest := 0
	list := load[truth.Network](c.t, c.dir, truth.NetworksFile)
	for _, n := range list {
		share[n.Nationalities] += 100 / float64(len(list))
		largest = max(largest, n.Members)
	}
	c.check("networks of nationals from outside the EU, %", "44", share["non-EU"], 39, 49)
	c.check("networks of EU nationals, %", "30", share["EU"], 25, 35)
	c.check("mixed networks, %", "26", share["mixed"], 21, 31)
	c.exactly("largest network, members", 292, largest)
	members := load[truth.Membership](c.t, c.dir, truth.MembershipsFile)
	upper := 0.0
	for _, m := range members {
		if m.Tier != "facilitator" {
			upper++
		}
	}
	c.check("leaders and organisers among members, %", "15", 100*upper/float64(len(members)), 14, 17)
	stage, tier := c.tieOdds(members)
	c.check("odds of a tie within a stage against between", "about 7", stage, 5.5, 8.5)
	c.check("odds of a tie within a tier against between", "about 1/3", tier, 0.27, 0.4)
}

// tieOdds estimates by how much a common stage and a common tier raise the odds of a
// tie: the odds ratio of Mantel and Haenszel over networks and, for each, the other of
// the two.
func (c *calibrated) tieOdds(members []truth.Membership) (stage, tier float64) {
	tied := map[[2]string]bool{}
	for _, t := range load[truth.Tie](c.t, c.dir, truth.TiesFile) {
		if t.Network != "" {
			tied[[2]string{t.A, t.B}], tied[[2]string{t.B, t.A}] = true, true
		}
	}
	// Members by the network that they are tied in: their first.
	first := map[string][]truth.Membership{}
	taken := map[string]bool{}
	for _, m := range members {
		if !taken[m.Person] {
			taken[m.Person] = true
			first[m.Network] = append(first[m.Network], m)
		}
	}
	var up, down [2]float64
	for _, list := range first {
		var table [2][2][2][2]float64 // of which, stratum, same, tied
		for i, a := range list {
			for _, b := range list[i+1:] {
				same := [2]int{flag(a.Cell == b.Cell), flag(a.Tier == b.Tier)}
				is := flag(tied[[2]string{a.Person, b.Person}])
				table[0][same[1]][same[0]][is]++
				table[1][same[0]][same[1]][is]++
			}
		}
		for which := range 2 {
			for stratum := range 2 {
				x := table[which][stratum]
				total := x[0][0] + x[0][1] + x[1][0] + x[1][1]
				if total > 0 {
					up[which] += x[1][1] * x[0][0] / total
					down[which] += x[1][0] * x[0][1] / total
				}
			}
		}
	}
	return up[0] / down[0], up[1] / down[1]
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (c *calibrated) detections() {
	c.t.Helper()
	year := map[string][2]int{} // 2014, 2015
	all, first := 0, 0
	for _, f := range c.flows {
		v := year[f.Corridor]
		switch f.Month[:4] {
		case "2014":
			v[0] += f.Detections
		case "2015":
			v[1] += f.Detections
			all += f.Detections
			first += f.First
		}
		year[f.Corridor] = v
	}
	c.exactly("detections 2015, Western Mediterranean", 7_164, year["Western Mediterranean"][1])
	c.exactly("detections 2015, Central Mediterranean", 153_946, year["Central Mediterranean"][1])
	c.exactly("detections 2015, South-Eastern", 885_386, year["South-Eastern"][1])
	c.exactly("detections 2015, Eastern", 1_920, year["Eastern"][1])
	c.check("detections 2015, Nordic", "more than 2,000", float64(year["Nordic"][1]), 2_001, 2_500)
	c.check("detections 2015, Western Balkans", "about 764,000", float64(year["Western Balkan"][1]), 763_000, 765_000)
	c.exactly("detections 2015, all routes", 1_822_102, all)
	c.check("persons behind them", "about 1 million", float64(first), 950_000, 1_150_000)
	change := func(corridor string) float64 {
		return 100 * (float64(year[corridor][1])/float64(year[corridor][0]) - 1)
	}
	c.check("change on 2014, Central Mediterranean, %", "-12", change("Central Mediterranean"), -12.5, -11.5)
	c.check("change on 2014, South-Eastern, %", "+1,612", change("South-Eastern"), 1_611.5, 1_612.5)
}

func (c *calibrated) fees() {
	c.t.Helper()
	var totals, islands, channel, fromPakistan []float64
	means := map[string]float64{}
	paid, facilitated := 0.0, 0.0
	for _, j := range c.journeys {
		if j.Facilitated {
			facilitated++
		}
		total, last := 0.0, truth.Leg{}
		for _, l := range j.Legs {
			leg := c.legs[l.Leg]
			last = leg
			if l.Fee == 0 {
				continue
			}
			fee := float64(l.Fee)
			total += fee
			switch {
			case leg.Corridor == "South-Eastern" && leg.Mode == "sea" && slices.Contains([]string{"Mytilene", "Chios", "Samos", "Kos"}, leg.To):
				islands = append(islands, fee)
			case leg.To == "Dover" || leg.To == "Hull":
				channel = append(channel, fee)
			}
		}
		for _, p := range j.Payments {
			means[p.Means]++
			paid++
		}
		if j.Facilitated && j.Legs[0].Day >= "2015" && len(j.Legs) >= 4 {
			totals = append(totals, total)
			if j.Nationality == "pk" && (last.To == "Vienna" || last.To == "Munich" || last.To == "Passau" || len(j.Legs) >= 9) {
				fromPakistan = append(fromPakistan, total)
			}
		}
	}
	c.check("journeys that are facilitated, %", "more than 90", 100*facilitated/float64(len(c.journeys)), 90, 95)
	c.check("fee of a journey in 2015, USD, first quartile", "3,200 to 6,500", at(totals, 0.25), 2_700, 6_500)
	c.check("fee of a journey in 2015, USD, median", "3,200 to 6,500", at(totals, 0.5), 3_200, 6_500)
	c.check("fee of a journey in 2015, USD, third quartile", "3,200 to 6,500", at(totals, 0.75), 3_200, 6_500)
	c.check("fee Turkey to the islands, USD, median", "1,000 to 8,000", at(islands, 0.5), 1_000, 8_000)
	c.check("fee France to Britain, USD, median", "5,000 to 7,500", at(channel, 0.5), 5_000, 7_500)
	c.check("fee Pakistan to western Europe, USD, median", "3,000 to 8,000", at(fromPakistan, 0.5), 3_000, 8_000)
	c.check("turnover 2015, thousand million USD", "5 to 6", c.world.Turnover/1e9, 5, 6)
	c.check("paid in cash, %", "52", 100*means["cash"]/paid, 51, 53)
	c.check("paid by family in the EU, %", "20", 100*means["hawala, paid by family in the EU"]/paid, 19, 21)
	c.check("paid by family at home, %", "17", 100*means["hawala, paid by family at home"]/paid, 16, 18)
	c.check("paid by debt work, %", "0.2", 100*means["debt work"]/paid, 0.05, 0.4)
}

// at returns a quantile; NaN of nothing.
func at(list []float64, q float64) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	slices.Sort(list)
	return list[int(q*float64(len(list)-1))]
}

func (c *calibrated) crimes() {
	c.t.Helper()
	persons := map[int]map[string]float64{2014: {}, 2015: {}}
	total := map[int]float64{}
	networks := map[string]bool{}
	for _, x := range load[truth.Crime](c.t, c.dir, truth.CrimesFile) {
		if x.Subject[0] == 'N' {
			networks[x.Subject] = true
			continue
		}
		persons[x.Year][x.Area]++
		total[x.Year]++
	}
	c.check("suspects of 2015 with other crimes", "more than 220", total[2015], 220, 225)
	share := func(year int, area string) float64 { return 100 * persons[year][area] / total[year] }
	for area, published := range map[string]float64{"drug trafficking": 22, "trafficking in human beings": 20, "property crime": 20, "document forgery": 18} {
		c.check("of these "+area+", %", fmt.Sprint(published), share(2015, area), published-0.5, published+0.5)
	}
	c.check("document forgery in 2014, %", "3", share(2014, "document forgery"), 2, 4)
	c.check("networks with other crimes, %", "one third", 100*float64(len(networks))/float64(c.world.Counts.Networks), 28, 38)
}

// activity holds that reporting grows while activity does not, and what is known of
// dinghies.
func (c *calibrated) activity() {
	c.t.Helper()
	var reported, active [2]float64 // 2014, 2015
	for _, a := range load[truth.Activity](c.t, c.dir, truth.ActivityFile) {
		i := cmp.Compare(a.Month, "2015")
		if a.Month[:4] != "2014" && a.Month[:4] != "2015" {
			continue
		}
		reported[max(i, 0)] += float64(a.Reported)
		active[max(i, 0)] += float64(a.Networks)
	}
	c.check("records of 2015 for each of 2014", "10,000 / 6,400 = 1.56", reported[1]/reported[0], 1.55, 1.58)
	dinghies, crowded, short, long := 0.0, 0.0, 99, 0
	for _, in := range load[truth.Incident](c.t, c.dir, truth.IncidentsFile) {
		if in.Length > 0 && c.legs[in.Leg].Corridor == "South-Eastern" {
			dinghies++
			short, long = min(short, in.Length), max(long, in.Length)
			if in.Persons >= 30 && in.Persons <= 40 {
				crowded++
			}
		}
	}
	c.check("shortest rubber dinghy, m", "8", float64(short), 8, 8)
	c.check("longest rubber dinghy, m", "12", float64(long), 12, 12)
	c.check("dinghies of the Aegean with 30 to 40 persons, %", "30 to 40 persons", 100*crowded/dinghies, 99, 100)
	c.check("active networks of 2015 for each of 2014", "level (chosen)", active[1]/active[0], 0.9, 1.1)
}
