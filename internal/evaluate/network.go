package evaluate

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"skein/internal/agreement"
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/record"
	"skein/internal/schema"
	"skein/internal/simulate/truth"
	"skein/internal/term"
)

// networks scores which records belong to one network, among those of persons who
// truly are in one. The baseline takes the network that a source reports for the
// record, and those without one each for themselves.
func networks(s *scorecard, t *Truth, c *Case) {
	of, want, groups := c.memberships(t)
	reported := c.reportedNetworks()
	naive := make([]string, len(c.Suspects))
	for i, sp := range c.Suspects {
		if naive[i] = reported[sp.Row]; naive[i] == "" {
			naive[i] = fmt.Sprint("alone ", i)
		}
	}
	engine := c.Answer.Networks != nil
	found := naive
	if engine {
		found = slices.Clone(c.Answer.Networks)
		for i := range found {
			if found[i] == "" {
				found[i] = fmt.Sprint("alone ", i)
			}
		}
	}
	got, base := c.labels(of, found), c.labels(of, naive)
	s.addOr(engine, "networks.nmi", unitShare, len(of), agreement.NMI(got, want, agreement.Arithmetic), agreement.NMI(base, want, agreement.Arithmetic))
	s.addOr(engine, "networks.ari", unitShare, len(of), agreement.ARI(got, want), agreement.ARI(base, want))
	s.addOr(engine, "networks.overlapping_f1", unitShare, len(groups), agreement.OverlappingF1(members(got), groups), agreement.OverlappingF1(members(base), groups))
}

// memberships returns the suspects who are truly in a network, the partition by their
// last network, and for each network all of them that ever were in it.
func (c *Case) memberships(t *Truth) (of []int, last []int32, groups [][]int32) {
	byPerson := map[string][]truth.Membership{}
	for _, m := range t.Memberships {
		byPerson[m.Person] = append(byPerson[m.Person], m)
	}
	var names []string
	inNetwork := map[string][]int32{}
	var order []string
	for i, sp := range c.Suspects {
		list := byPerson[sp.Person]
		if len(list) == 0 {
			continue
		}
		latest := slices.MaxFunc(list, func(a, b truth.Membership) int { return a.From.Compare(b.From) })
		names = append(names, latest.Network)
		for _, m := range list {
			if inNetwork[m.Network] == nil {
				order = append(order, m.Network)
			}
			inNetwork[m.Network] = append(inNetwork[m.Network], int32(len(of)))
		}
		of = append(of, i)
	}
	for _, n := range order {
		groups = append(groups, inNetwork[n])
	}
	return of, agreement.Labels(names), groups
}

// members turns a partition into groups.
func members(labels []int32) [][]int32 {
	by := map[int32]int{}
	var groups [][]int32
	for i, l := range labels {
		at, ok := by[l]
		if !ok {
			at = len(groups)
			by[l] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], int32(i))
	}
	return groups
}

// reportedNetworks returns the network that a membership gives each person, by row of
// the table of persons: the first by key where sources differ.
func (c *Case) reportedNetworks() map[int]string {
	out := map[int]string{}
	table := c.Set.Table("Membership")
	member, network := table.Column("member"), table.Column("organization")
	for row := range table.Len() {
		person, ok := c.Set.ThingOf(member.First(row), "Person")
		if !ok {
			continue
		}
		n := c.Set.Text(network.First(row))
		if have := out[person.Row]; have == "" || n < have {
			out[person.Row] = n
		}
	}
	return out
}

// roles scores who leads and organises, and the roles of all. The baseline for leaders
// and organisers ranks persons by with how many others their phones spoke; that for
// roles takes what the record says, else the commonest role.
func roles(s *scorecard, t *Truth, c *Case) {
	degree := c.contacts()
	rank := make([]float64, len(c.Suspects))
	for i, sp := range c.Suspects {
		rank[i] = float64(degree[sp.Row])
	}
	for _, of := range []struct {
		key, tier string
		found     []float64
	}{{"roles.leaders.precision_at_n", "leader", c.Answer.Leaders}, {"roles.organisers.precision_at_n", "organiser", c.Answer.Organisers}} {
		relevant := make([]bool, len(c.Suspects))
		n := 0
		for i, sp := range c.Suspects {
			if relevant[i] = t.Persons[sp.Person].Tier == of.tier; relevant[i] {
				n++
			}
		}
		value := math.NaN()
		if of.found != nil {
			value = agreement.PrecisionAtN(of.found, relevant, n)
		}
		s.addOr(of.found != nil, of.key, unitShare, n, value, agreement.PrecisionAtN(rank, relevant, n))
	}
	want, stated := make([]string, len(c.Suspects)), make([]string, len(c.Suspects))
	table := c.Set.Table("Person")
	role := table.Column("role")
	commonest := mostCommon(role, table.Len())
	for i, sp := range c.Suspects {
		want[i] = keyText(t.Persons[sp.Person].Role)
		if stated[i] = keyText(c.Set.Text(role.Told(sp.Row, sp.ID))); stated[i] == "" {
			stated[i] = keyText(commonest)
		}
	}
	value := math.NaN()
	if c.Answer.Roles != nil {
		found := make([]string, len(c.Answer.Roles))
		for i, r := range c.Answer.Roles {
			found[i] = keyText(r)
		}
		value = agreement.MacroF1(found, want)
	}
	s.addOr(c.Answer.Roles != nil, "roles.macro_f1", unitShare, len(want), value, agreement.MacroF1(stated, want))
}

// mostCommon returns the text that most rows of a column begin with.
func mostCommon(of *column.Column, rows int) string {
	count := map[string]int{}
	for row := range rows {
		if v := of.Text(row); v != "" {
			count[v]++
		}
	}
	return largest(count)
}

// largest returns the key with the largest count, the first by name of several.
func largest(count map[string]int) string {
	best := ""
	for _, k := range slices.Sorted(maps.Keys(count)) {
		if count[k] > count[best] {
			best = k
		}
	}
	return best
}

// contacts returns with how many other phones each person's phones spoke, by row of
// the table of persons.
func (c *Case) contacts() map[int]int {
	calls := c.Set.Table("Call")
	from, to := calls.Column("caller"), calls.Column("receiver")
	spoke := map[column.Value]map[column.Value]bool{}
	note := func(a, b column.Value) {
		if spoke[a] == nil {
			spoke[a] = map[column.Value]bool{}
		}
		spoke[a][b] = true
	}
	for row := range calls.Len() {
		if a, b := from.First(row), to.First(row); a != 0 && b != 0 && a != b {
			note(a, b)
			note(b, a)
		}
	}
	out := map[int]int{}
	uses := c.Set.Table("Possession")
	owner, asset := uses.Column("owner"), uses.Column("asset")
	for row := range uses.Len() {
		if person, ok := c.Set.ThingOf(owner.First(row), "Person"); ok {
			out[person.Row] += len(spoke[asset.First(row)])
		}
	}
	return out
}

// concentrationFigure is the figure of the engine that measures how concentrated the
// market of a route is in a year: the Herfindahl-Hirschman index, 0 to 1.
const concentrationFigure = "networks.concentration_by_route_year"

// concentration scores that index: the mean difference from the true one. The
// baseline takes the legs of which debriefed migrants named the network.
func concentration(s *scorecard, t *Truth, c *Case) {
	want := trueConcentration(t)
	naive := c.toldConcentration()
	var errors, base mean
	engine := c.cells(concentrationFigure, func(keys string, cell *figure.Cell) {
		if truly, ok := want[keys]; ok {
			off := math.Abs(cell.Value - truly)
			errors.add(&off, 1)
		}
	})
	for keys, truly := range want {
		if told, ok := naive[keys]; ok {
			off := math.Abs(told - truly)
			base.add(&off, 1)
		}
	}
	s.addOr(engine, "concentration.error", unitShare, len(want), orNaN(errors.value()), orNaN(base.value()))
}

func orNaN(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

func trueConcentration(t *Truth) map[string]float64 {
	total, squares := map[string]float64{}, map[string]float64{}
	for _, m := range t.Market {
		key := fmt.Sprintf("route=%s|year=%d", m.Corridor, m.Year)
		total[key] += float64(m.Persons)
		if m.Network != "" {
			squares[key] += float64(m.Persons) * float64(m.Persons)
		}
	}
	out := map[string]float64{}
	for key, n := range total {
		if n > 0 {
			out[key] = squares[key] / (n * n)
		}
	}
	return out
}

// toldConcentration is the index over the legs with a named network, of routes and
// years with at least ten of them.
func (c *Case) toldConcentration() map[string]float64 {
	trips := c.Set.Table("Trip")
	route, date, network := trips.Column("route"), trips.Column("date"), trips.Column("network")
	counts := map[string]map[column.Value]float64{}
	for row := range trips.Len() {
		n, day := network.First(row), date.Text(row)
		if n == 0 || len(day) < 4 {
			continue
		}
		key := "route=" + route.Text(row) + "|year=" + day[:4]
		if counts[key] == nil {
			counts[key] = map[column.Value]float64{}
		}
		counts[key][n]++
	}
	out := map[string]float64{}
	for key, by := range counts {
		total, squares := 0.0, 0.0
		for _, n := range by {
			total += n
			squares += n * n
		}
		if total >= 10 {
			out[key] = squares / (total * total)
		}
	}
	return out
}

// crimesFigure has the persons and networks that are linked to each other area of crime.
const crimesFigure = "crimes.by_area_year"

// crimes scores which suspects and networks the figure links to which other areas of crime,
// by the evidence of its cells. The baseline gives every linked subject the commonest area.
func crimes(s *scorecard, t *Truth, c *Case) {
	type link struct{ subject, area string }
	want := map[link]bool{}
	for _, x := range t.Crimes {
		want[link{x.Subject, areaKey(x.Area)}] = true
	}
	got := map[link]bool{}
	subjects := c.thingsOf("Person", "Network")
	engine := c.cells(crimesFigure, func(keys string, cell *figure.Cell) {
		for id := range cell.Evidence.All() {
			if thing, ok := subjects[id]; ok {
				if who := c.about(thing); who != "" {
					got[link{who, areaKey(key(keys, "area"))}] = true
				}
			}
		}
	})
	areas := map[string]int{}
	for l := range got {
		areas[l.area]++
	}
	naive := map[link]bool{}
	for l := range got {
		naive[link{l.subject, largest(areas)}] = true
	}
	value, base := agreement.Sets(got, want), agreement.Sets(naive, want)
	s.addOr(engine, "crimes.precision", unitShare, len(got), value.Precision, base.Precision)
	s.addOr(engine, "crimes.recall", unitShare, len(want), value.Recall, base.Recall)
	s.addOr(engine, "crimes.f1", unitShare, len(want), value.F1, base.F1)
}

// areaKey is what all names of an area of crime have in common.
func areaKey(text string) string { return string(term.Of("crimeArea", text)) }

// thingsOf returns what each record of some schemas is about.
func (c *Case) thingsOf(names ...schema.Name) map[record.ID]column.Thing {
	out := map[record.ID]column.Thing{}
	for _, name := range names {
		t := c.Set.Table(name)
		for row := range t.Len() {
			for _, src := range t.Records(row) {
				out[src.ID] = column.Thing{Table: t, Row: row}
			}
		}
	}
	return out
}
