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
	"skein/internal/grading"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
	"skein/internal/normalize"
	"skein/internal/record"
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
	return []figure.Figure{
		f.count(set, nil).Count(f.spec("networks.detected.count", "Networks detected", "networks")),
		f.shares(set, "networks.detected.by_size", "Networks detected by number of members", "members", sizeBand),
		f.shares(set, "networks.detected.by_residence", "Networks detected by residence of their members", "residence", f.residence()),
		f.shares(set, "networks.detected.by_countries", "Networks detected by number of countries in which members live", "countries", f.countries()),
		f.shares(set, "networks.detected.by_role", "Services within networks detected", "role", f.texts(func(m *Member) []string { return one(m.Role) })),
		f.shares(set, "networks.detected.by_other_crime", "Other crimes of members of networks detected", "crime", f.otherCrimes(set)),
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

// from returns the records that tell of a network's members.
func (n *Detected) from(persons *column.Table) []column.Thing {
	var out []column.Thing
	for _, m := range n.Members {
		for _, row := range m.Rows {
			out = append(out, column.Thing{Table: persons, Row: row})
		}
	}
	return out
}

// count counts networks in the cells of what keys returns; nil keys is one cell.
func (f *Found) count(set *column.Set, keys func(n *Detected) []string) *tally.Distinct[int] {
	d := tally.NewDistinct[int](set)
	for i := range f.Networks {
		n := &f.Networks[i]
		from := n.from(f.persons)
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
func (f *Found) shares(set *column.Set, id figure.ID, title, key string, keys func(n *Detected) []string) figure.Figure {
	s := f.spec(id, title, "%", key)
	s.Decimals, s.Measure = 1, "share of networks of which it is known"
	return f.count(set, keys).Share(s)
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

// otherCrimes returns the areas of crime other than smuggling that members are involved
// in.
func (f *Found) otherCrimes(set *column.Set) func(n *Detected) []string {
	t := set.Table("Involvement")
	subject, area := t.Column("subject"), t.Column("crimeArea")
	by := map[int][]string{} // by row of persons
	for row := range t.Len() {
		person, ok := set.ThingOf(subject.First(row), "Person")
		if !ok || person.Table != f.persons {
			continue
		}
		for _, v := range area.All(row) {
			if text := set.Text(v); text != term.Smuggling {
				by[person.Row] = append(by[person.Row], text)
			}
		}
	}
	return f.texts(func(m *Member) []string {
		var out []string
		for _, row := range m.Rows {
			out = append(out, by[row]...)
		}
		return out
	})
}

func (f *Found) members(set *column.Set) figure.Figure {
	s := f.spec("networks.detected.members", "Members of networks detected", "persons", "network")
	s.Measure = "number of distinct persons by resolution"
	d := tally.NewDistinct[uint32](set)
	for i := range f.Networks {
		n := &f.Networks[i]
		for _, m := range n.Members {
			for _, row := range m.Rows {
				d.Add(m.Entity, []column.Thing{{Table: f.persons, Row: row}}, n.Label())
			}
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
			var from []column.Thing
			for _, row := range m.Rows {
				from = append(from, column.Thing{Table: f.persons, Row: row})
			}
			labels.Add(m.from...)
			var stated []record.ID
			for _, s := range m.from {
				stated = append(stated, s.ID)
			}
			out.Cells = append(out.Cells, figure.Cell{
				Keys: []string{n.Label(), f.Person(m)}, Value: 100 * m.Chance[leader], N: len(m.Rows), Evidence: figure.Union(evidenceOf(from, labels), figure.NewEvidence(stated)),
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

// mostCharted is how many networks, the largest, have their ties among the figures.
const mostCharted = 12

// charted returns the networks whose ties are shown: the largest.
func (f *Found) charted() []Detected { return f.Networks[:min(mostCharted, len(f.Networks))] }

const chartedWords = "the twelve largest groups; " + detectedWords

// positions gives the tier of each member of the largest networks.
func (f *Found) positions(set *column.Set) figure.Figure {
	out := figure.Figure{
		ID: "networks.detected.positions", Title: "Tiers in the largest networks detected", Unit: "tier", Checkpoint: set.Checkpoint, Note: detectedNote,
		Method: fmt.Sprintf("the tier that sources state; where none does, the likeliest by the place among the links (naive Bayes), an assessment that is shown where it exceeds the share of the tier among "+
			"the ranked persons of the case by %.0f percentage points", 100*f.margin),
		Definition: figure.Definition{Records: "Person, Membership", Filter: chartedWords, Grouping: []string{"network", "person"}, Measure: "likeliest tier of each person"},
	}
	labels := set.NewLabels()
	for _, n := range f.charted() {
		for i := range n.Members {
			m := &n.Members[i]
			var from []column.Thing
			for _, row := range m.Rows {
				from = append(from, column.Thing{Table: f.persons, Row: row})
			}
			shown := m.Tier()
			out.Cells = append(out.Cells, figure.Cell{
				Keys: []string{n.Label(), f.Person(m)}, Text: cmp.Or(shown.Name, TierNotKnown), N: len(m.Rows), Evidence: evidenceOf(from, labels),
				Note: fmt.Sprintf("%s; role: %s; lives in: %s", shown.Ground(), cmp.Or(m.Role, "not stated"), cmp.Or(f.Country(m), "not stated")),
			})
		}
	}
	out.N = len(out.Cells)
	out.Sort()
	out.Label = labels.Join()
	return out
}

// Tie is a direct tie of two members of a network.
type Tie struct {
	A, B      *Member
	Weight    float64
	Confirmed bool           // by the grade of any record
	Words     string         // what it rests on
	From      []column.Thing // in order, each once
}

// TiesOf returns the direct ties within a network.
func (f *Found) TiesOf(set *column.Set, n *Detected) []Tie {
	grades := grading.DefaultTable()
	var out []Tie
	for v := range uint32(n.Ties.Len()) {
		to, weights := n.Ties.Arcs(v)
		for i, u := range to {
			if u < v {
				continue
			}
			g := f.grounds(n, v, u)
			t := Tie{A: &n.Members[n.Sub[v]], B: &n.Members[n.Sub[u]], Weight: 1, Confirmed: g.confirmed(grades), Words: g.words(), From: column.Compact(slices.Clone(g.from))}
			if weights != nil {
				t.Weight = float64(weights[i])
			}
			out = append(out, t)
		}
	}
	return out
}

// Confirmed and Unconfirmed begin the notes of ties by whether the grade of any record
// confirms them.
const (
	Confirmed   = "confirmed: "
	Unconfirmed = "unconfirmed: "
)

// ties gives the direct ties within the largest networks.
func (f *Found) ties(set *column.Set) figure.Figure {
	out := figure.Figure{
		ID: "networks.detected.ties", Title: "Links in the largest networks detected", Unit: "weight", Decimals: 1, Checkpoint: set.Checkpoint, Note: detectedNote,
		Method: "sum over the kinds of records of their weight times log2(1 + records); doc/methods/networks.md has the weights",
		Definition: figure.Definition{
			Records: "Call, Message, Involvement, Payment, Associate, Family, UnknownLink", Filter: chartedWords, Grouping: []string{"network", "person", "other"}, Measure: "weight of the link",
		},
	}
	labels := set.NewLabels()
	for _, n := range f.charted() {
		for _, t := range f.TiesOf(set, &n) {
			note := Unconfirmed
			if t.Confirmed {
				note = Confirmed
			}
			keys := []string{f.Person(t.A), f.Person(t.B)}
			slices.Sort(keys)
			out.Cells = append(out.Cells, figure.Cell{
				Keys: append([]string{n.Label()}, keys...), Value: t.Weight, N: len(t.From), Evidence: evidenceOf(t.From, labels), Note: note + t.Words,
			})
		}
	}
	out.N = len(out.Cells)
	out.Sort()
	out.Label = labels.Join()
	return out
}
