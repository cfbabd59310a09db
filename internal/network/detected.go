package network

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"skein/internal/agreement"
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
	"skein/internal/normalize"
	"skein/internal/schema"
	"skein/internal/tally"
	"skein/internal/term"
)

const (
	detectedNote = "Groups of linked suspects (phones in contact, shared incidents and investigations, payments, stated links, reported networks). " +
		"Each is an assessment. Police data lack links, most where nobody looked."
	detectedWords = "groups of three or more " + rankedWords
)

// detected makes the figures of detected networks.
func (f *Found) detected(set *column.Set) []figure.Figure {
	crimes, involvements := f.crimes(f.otherCrimes(set))
	return []figure.Figure{
		f.count(set, nil, nil).Count(f.spec("networks.detected.count", "Networks detected", "networks")),
		f.shares(set, "networks.detected.by_size", "Networks detected by number of members", "members", sizeBand, nil),
		f.shares(set, "networks.detected.by_residence", "Networks detected by residence of their members", "residence", f.residence(), nil),
		f.shares(set, "networks.detected.by_countries", "Networks detected by number of countries in which members live", "countries", f.countries(), nil),
		f.shares(set, "networks.detected.by_role", "Services within networks detected", "role", f.texts(func(m *Member) []string { return one(m.Role) }), statedRoles),
		f.shares(set, "networks.detected.by_other_crime", "Other crimes of members of networks detected", "crime", crimes, involvements),
		f.members(set),
		f.agreementWithReported(set),
		f.positions(set),
		f.ties(set),
	}
}

func one(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func (f *Found) spec(id figure.ID, title, unit string, keys ...string) tally.Spec {
	return tally.Spec{
		ID: id, Title: title, Unit: unit, Filter: detectedWords, Note: detectedNote, Keys: keys, Table: f.persons,
		Records: "Person, Membership, Call, Message, Involvement, Payment, Associate, Family, UnknownLink",
		Measure: "number of groups by the constant Potts model (Leiden; Traag, Waltman and van Eck 2019)",
	}
}

// from returns the records that a network rests on: those of its members and of the links
// that make them one, through the networks that sources report too.
func (f *Found) from(n *Detected) []column.Thing {
	var out []column.Thing
	vertices := make(map[uint32]bool, len(n.Members))
	for i := range n.Members {
		m := &n.Members[i]
		out = append(out, f.own(m)...)
		vertices[f.Ties.vertex[m.Entity]] = true
	}
	for v := range vertices {
		for _, u := range f.Ties.Graph.Neighbours(v) {
			if vertices[u] && v < u || int(u) >= f.Ties.persons {
				out = append(out, f.Ties.grounds[[2]uint32{min(v, u), max(v, u)}].from()...)
			}
		}
	}
	return column.Compact(out)
}

// own returns a member's records as a person.
func (f *Found) own(m *Member) []column.Thing {
	out := make([]column.Thing, len(m.Rows))
	for i, row := range m.Rows {
		out[i] = column.Thing{Table: f.persons, Row: row}
	}
	return out
}

// count counts networks in the cells of what keys returns; nil keys is one cell. More is what
// keys rest on besides what the network does; nil: nothing.
func (f *Found) count(set *column.Set, keys func(n *Detected) []string, more func(n *Detected) []column.Thing) *tally.Distinct[int] {
	d := tally.NewDistinct[int](set)
	for i := range f.Networks {
		n := &f.Networks[i]
		from := n.from
		if more != nil {
			from = slices.Concat(from, more(n))
		}
		d.See(i, from...)
		if keys == nil {
			d.Add(i, from)
			continue
		}
		for _, key := range keys(n) {
			d.Add(i, from, key)
		}
	}
	return d
}

// shares shares networks by what keys returns.
func (f *Found) shares(set *column.Set, id figure.ID, title, key string, keys func(n *Detected) []string, more func(n *Detected) []column.Thing) figure.Figure {
	s := f.spec(id, title, "%", key)
	s.Decimals, s.Measure = 1, "share of networks of which it is known"
	return f.count(set, keys, more).Share(s)
}

func sizeBand(n *Detected) []string {
	switch k := len(n.Members); {
	case k < 10:
		return []string{"3 to 9"}
	case k < 30:
		return []string{"10 to 29"}
	case k < 100:
		return []string{"30 to 99"}
	}
	return []string{"100 and more"}
}

// texts returns what the members of a network have, each once.
func (f *Found) texts(of func(m *Member) []string) func(n *Detected) []string {
	return func(n *Detected) []string {
		var out []string
		for i := range n.Members {
			for _, text := range of(&n.Members[i]) {
				if !slices.Contains(out, text) {
					out = append(out, text)
				}
			}
		}
		slices.Sort(out)
		return out
	}
}

// values returns the texts of a property of a member's records.
func (f *Found) values(property schema.PropertyName, m *Member) []string {
	c := f.persons.Column(property)
	var out []string
	for _, row := range m.Rows {
		for _, v := range c.All(row) {
			out = append(out, f.persons.Set().Text(v))
		}
	}
	return out
}

// residence says where the members of a network live: all inside the EU, all outside, or
// mixed; as of the year in which each one's best record was received.
func (f *Found) residence() func(n *Detected) []string {
	p := persons{table: f.persons}
	inside := p.inEU()
	return func(n *Detected) []string {
		var groups []string
		for _, m := range n.Members {
			for _, row := range m.Rows {
				groups = inside(row, groups)
			}
		}
		slices.Sort(groups)
		switch groups = slices.Compact(groups); len(groups) {
		case 0:
			return nil
		case 1:
			return []string{groups[0] + " only"}
		}
		return []string{"mixed"}
	}
}

func (f *Found) countries() func(n *Detected) []string {
	all := f.texts(func(m *Member) []string { return f.values("residence", m) })
	return func(n *Detected) []string {
		switch k := len(all(n)); {
		case k == 0:
			return nil
		case k == 1:
			return []string{"1"}
		case k == 2:
			return []string{"2"}
		case k < 5:
			return []string{"3 to 4"}
		}
		return []string{"5 and more"}
	}
}

// crimesOf is the areas of crime other than smuggling that somebody is involved in.
type crimesOf struct {
	areas []string
	from  []column.Thing // what states them
}

// otherCrimes returns, by row of persons, the areas of crime other than smuggling that they
// are involved in.
func (f *Found) otherCrimes(set *column.Set) map[int]crimesOf {
	t := set.Table("Involvement")
	subject := t.Column("subject")
	by := map[int]crimesOf{}
	for row := range t.Len() {
		areas, from := tally.CrimeAreas(t, row)
		areas = slices.DeleteFunc(areas, func(area string) bool { return area == term.Smuggling })
		if len(areas) == 0 {
			continue
		}
		for _, v := range subject.All(row) {
			if person, ok := set.ThingOf(v, "Person"); ok && person.Table == f.persons {
				has := by[person.Row]
				by[person.Row] = crimesOf{append(has.areas, areas...), append(has.from, from...)}
			}
		}
	}
	return by
}

// statedTiers and statedRoles return what states the tiers and roles of a network's members.
func statedTiers(n *Detected) (out []column.Thing) {
	for i := range n.Members {
		out = append(out, n.Members[i].from...)
	}
	return out
}

func statedRoles(n *Detected) (out []column.Thing) {
	for i := range n.Members {
		out = append(out, n.Members[i].roleFrom...)
	}
	return out
}

// crimes returns the other crimes of a network's members, and what states them.
func (f *Found) crimes(by map[int]crimesOf) (areas func(n *Detected) []string, from func(n *Detected) []column.Thing) {
	areas = f.texts(func(m *Member) []string {
		var out []string
		for _, row := range m.Rows {
			out = append(out, by[row].areas...)
		}
		return out
	})
	from = func(n *Detected) (out []column.Thing) {
		for i := range n.Members {
			for _, row := range n.Members[i].Rows {
				out = append(out, by[row].from...)
			}
		}
		return out
	}
	return areas, from
}

func (f *Found) members(set *column.Set) figure.Figure {
	s := f.spec("networks.detected.members", "Members of networks detected", "persons", "network")
	s.Measure = "number of distinct persons by resolution"
	d := tally.NewDistinct[uint32](set)
	for i := range f.Networks {
		n := &f.Networks[i]
		for _, m := range n.Members {
			d.Add(m.Entity, f.own(&m), n.Label())
		}
		if len(n.Members) > 0 {
			d.Add(n.Members[0].Entity, n.from, n.Label())
		}
	}
	return d.Count(s)
}

// Label is the name of a network with its ID, which tells apart those of one name.
func (n *Detected) Label() string {
	if n.Name == n.ID {
		return n.ID
	}
	return n.Name + " (" + n.ID + ")"
}

// agreementWithReported says how far detected and reported networks are the same groups,
// among persons who are in both.
func (f *Found) agreementWithReported(set *column.Set) figure.Figure {
	s := f.spec("networks.detected.agreement", "Agreement of networks detected and reported", "index", "measure")
	out := figure.Figure{
		ID: s.ID, Title: s.Title, Unit: s.Unit, Decimals: 2, Checkpoint: set.Checkpoint,
		Note:       detectedNote + " Reported networks are among what the links rest on, so that agreement is no confirmation.",
		Method:     "over persons by resolution who are in a network of both kinds; adjusted measures are 0 where only chance agrees",
		Definition: figure.Definition{Records: s.Records, Filter: detectedWords + " who are members of a reported network", Grouping: s.Keys, Measure: "agreement of two partitions, 1: the same"},
	}
	first := map[uint32]string{}
	var order []uint32
	labels := set.NewLabels()
	var from []column.Thing
	table := set.Table("Network")
	for _, m := range memberships(set) {
		e := f.entity[m.person]
		if _, ok := f.in[e]; !ok || len(m.networks) == 0 {
			continue
		}
		key := table.Key(m.networks[0]).String()
		if have, ok := first[e]; !ok {
			first[e] = key
			order = append(order, e)
		} else if key < have {
			first[e] = key
		}
		from = append(from, m.from...)
	}
	var got []int
	var want []string
	for _, e := range order {
		got, want = append(got, f.in[e]), append(want, first[e])
	}
	out.N = len(order)
	if len(order) > 1 {
		a, b := agreement.Labels(got), agreement.Labels(want)
		evidence := evidenceOf(column.Compact(from), labels)
		for name, v := range map[string]float64{
			"normalised mutual information": agreement.NMI(a, b, agreement.Arithmetic), "adjusted mutual information": agreement.AMI(a, b, agreement.Arithmetic),
			"adjusted Rand index": agreement.ARI(a, b),
		} {
			out.Cells = append(out.Cells, figure.Cell{Keys: []string{name}, Value: v, N: len(order), Evidence: evidence})
		}
		out.Sort()
	}
	out.Label = labels.Join()
	return out
}

// addThings joins the labels of things' records.
func addThings(labels *column.Labels, things []column.Thing) {
	for _, t := range things {
		labels.Add(t.Records()...)
	}
}

func evidenceOf(things []column.Thing, labels *column.Labels) figure.Evidence {
	var all []figure.Evidence
	byTable := map[*column.Table][]int{}
	for _, t := range things {
		byTable[t.Table] = append(byTable[t.Table], t.Row)
		labels.Add(t.Records()...)
	}
	for t, rows := range byTable {
		all = append(all, t.Evidence(rows))
	}
	return figure.Union(all...)
}

// mostAssessed is how many persons of a network are named in figures of who leads.
const mostAssessed = 3

// leaders gives the persons of each network who likeliest lead it, with how likely that is.
func (f *Found) leaders(ctx context.Context, set *column.Set) (figure.Figure, error) {
	out := figure.Figure{
		ID: "networks.detected.leaders", Title: "Probable leaders of the networks detected", Unit: "%", Checkpoint: set.Checkpoint, LeftOut: "nobody is more likely than not to lead",
		Note: "An assessment of records, not of a person: no measure says that anybody offends. " + detectedNote,
		Method: "what sources state of the tier, each origin once and by its grade, with the place among the links of the network (naive Bayes; " +
			"learnt from those whose tier is stated); ranks by 200 draws of the links with replacement (Efron 1979)",
		Definition: figure.Definition{
			Records: "Person, Membership, Call, Involvement", Grouping: []string{"network", "person"},
			Filter:  fmt.Sprintf("the %d likeliest of each group of ten or more, where it is likelier than not; %s", mostAssessed, detectedWords),
			Measure: "probability that the person is of the tier of leaders",
		},
	}
	labels := set.NewLabels()
	for i := range f.Networks {
		n := &f.Networks[i]
		if len(n.Members) < 10 {
			continue
		}
		addThings(labels, n.from)
		out.N++
		before := len(out.Cells)
		var ranks []robust.Interval // by vertex, when they are needed
		for k := range n.Members[:mostAssessed] {
			m := &n.Members[k]
			if m.Chance[leader] < 0.5 {
				break
			}
			if m.Tier().Name != Tiers()[leader] {
				continue
			}
			if ranks == nil {
				x, err := robust.Bootstrap(ctx, n.Ties, draws, seed, strengths)
				if err != nil {
					return out, err
				}
				ranks = x.Rank
			}
			rank := ranks[slices.Index(n.Sub, uint32(k))]
			out.Cells = append(out.Cells, figure.Cell{
				Keys: []string{n.Label(), f.Person(m)}, Value: 100 * m.Chance[leader], N: len(m.Rows), Evidence: evidenceOf(column.Compact(append(f.own(m), m.from...)), labels),
				Note: fmt.Sprintf("stated: %s; anybody in the case %.1f %%; strength %.1f, rank %g to %g of %d; on %.0f %% of paths",
					cmp.Or(m.Stated, "nothing"), 100*m.Share[leader], m.Strength, rank.Low, rank.High, len(n.Members), 100*m.Betweenness),
			})
		}
		if len(out.Cells) == before {
			out.Missing++
		}
	}
	out.Sort()
	out.Label = labels.Join()
	return out, nil
}

// strengths is the strength of each vertex.
func strengths(_ context.Context, g *graph.Graph) ([]float64, error) {
	out := make([]float64, g.Len())
	for v := range out {
		out[v] = g.Strength(uint32(v))
	}
	return out, nil
}

// Person is how a person is referred to: by the key of the first record, never by name.
func (f *Found) Person(m *Member) string { return "P" + f.persons.Key(m.Rows[0]).String()[:10] }

// Country returns the country in which a person lives, in words; empty where none is told.
func (f *Found) Country(m *Member) string {
	for _, code := range f.values("residence", m) {
		return strings.TrimSpace(normalize.CountryName(code))
	}
	return ""
}
