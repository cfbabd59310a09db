package network

import (
	"cmp"
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/tally"
	"skein/internal/term"
)

const (
	networksNote = "Networks as agencies report them; one network under the keys of two agencies counts twice."
	namedNote    = "Networks as agencies report them, under the names that they give; networks of one name are one."
	membersNote  = namedNote + " Members of a network of which there is no record are missing."
	membersWords = "members who are " + rankedWords + "; members of other categories are left out"
)

// membership is what a record says of a ranked person's part in networks.
type membership struct {
	row      int            // in the table Membership
	person   int            // in the table Person
	networks []int          // in the table Network
	unknown  bool           // no record tells of the network
	from     []column.Thing // the membership and the person
}

// memberships returns the memberships of ranked persons, in the order of their
// keys, also those in a body that is no network.
func memberships(set *column.Set) []membership {
	t := set.Table("Membership")
	persons := set.Table("Person")
	keep := ranked(persons)
	members, organizations := t.Column("member"), t.Column("organization")
	var out []membership
	for row := range t.Len() {
		for _, v := range members.All(row) {
			person, ok := set.ThingOf(v, "Person")
			if !ok || !keep(person.Row) {
				continue
			}
			m := membership{
				row: row, person: person.Row, unknown: true,
				from: []column.Thing{{Table: t, Row: row}, person},
			}
			for _, o := range organizations.All(row) {
				if _, ok := set.Thing(o); ok {
					m.unknown = false
				}
				if network, ok := set.ThingOf(o, "Network"); ok {
					m.networks = append(m.networks, network.Row)
				}
			}
			out = append(out, m)
		}
	}
	return out
}

func networks(set *column.Set) []figure.Figure {
	t := set.Table("Network")
	spec := func(id figure.ID, title, unit string) tally.Spec {
		return tally.Spec{ID: id, Title: title, Unit: unit, Note: networksNote, Table: t}
	}
	count := spec("networks.count", "Networks reported", "networks")

	byCountry := spec("networks.by_country", "Networks by country in which they are reported to be active", "networks")
	byCountry.Measure = "one that is active in several countries counts in each"
	byCountry.Keys = []string{"country"}
	byCountry.Dims = []column.Dimension{tally.ByCountry(t, "country")}
	byCountry.Shown = tally.Shown{"country": normalize.CountryName}

	found := memberships(set)
	return []figure.Figure{
		tally.Count(count),
		members(set, found),
		byTier(set, found),
		tally.Count(byCountry),
		countries(spec("networks.countries", "Countries of each network", "countries")),
		size(set, found),
	}
}

// countries counts the countries in which each network is reported to be active,
// and names them in the notes of its cells.
func countries(s tally.Spec) figure.Figure {
	t := s.Table
	names := t.ByText("country", normalize.CountryName)
	network, shown := networkName(t)
	s.Shown = tally.Shown{"network": shown}
	s.Note = namedNote
	s.Measure, s.Lacking = "number of distinct countries", "country"
	s.Keys, s.Dims = []string{"network"}, []column.Dimension{network}
	active := map[string][]string{} // by the network's ID
	for row := range t.Len() {
		for _, n := range network(row, nil) {
			active[n] = names(row, active[n])
		}
	}
	s.Value = func(row int) (float64, []column.Source, bool) {
		n := len(names(row, nil))
		return float64(n), t.Records(row), n > 0
	}
	f := tally.Count(s)
	for i := range f.Cells {
		c := &f.Cells[i]
		slices.Sort(active[c.ID(0)])
		c.Value, c.Note = float64(len(active[c.ID(0)])), strings.Join(active[c.ID(0)], ", ")
	}
	return f
}

// networkName is the dimension of a network's name, folded; of one without, the first
// digits of its key. It is shown in the spelling of most networks that have the name.
func networkName(t *column.Table) (dimension column.Dimension, shown func(id string) string) {
	names := t.Column("name")
	id := func(row int) term.Key {
		if name := names.Text(row); name != "" {
			return term.Fold(name)
		}
		return term.Key("network " + t.Key(row).String()[:8])
	}
	var spellings term.Index
	for row := range t.Len() {
		spellings.Add(id(row), cmp.Or(names.Text(row), string(id(row))), 1)
	}
	return func(row int, texts []string) []string { return append(texts, string(id(row))) },
		func(id string) string { return spellings.Spelling(term.Key(id)) }
}

func members(set *column.Set, found []membership) figure.Figure {
	t := set.Table("Network")
	name, shown := networkName(t)
	d := tally.NewDistinct[int](set)
	for _, m := range found {
		if m.unknown {
			d.See(m.person, m.from...)
		}
		for _, n := range m.networks {
			d.Add(m.person, append(slices.Clone(m.from), column.Thing{Table: t, Row: n}), name(n, nil)...)
		}
	}
	return d.Count(tally.Spec{
		ID: "networks.members", Title: "Members of networks", Unit: tally.RecordsOf("persons"), Filter: membersWords, Note: membersNote,
		Records: "Network, Membership, Person", Measure: "number of records of members, " + tally.ByKey, Table: t, Keys: []string{"network"},
		Shown: tally.Shown{"network": shown},
	})
}

// byTier counts a network's members by tier: that of the membership or, where it
// gives none, the person's.
func byTier(set *column.Set, found []membership) figure.Figure {
	t := set.Table("Network")
	name, shown := networkName(t)
	said, own := set.Table("Membership").Column("tier"), set.Table("Person").Column("tier")
	d := tally.NewDistinct[int](set)
	for _, m := range found {
		if m.unknown {
			d.See(m.person, m.from...)
		}
		tiers := said.All(m.row)
		if len(tiers) == 0 {
			tiers = own.All(m.person)
		}
		for _, n := range m.networks {
			from := append(slices.Clone(m.from), column.Thing{Table: t, Row: n})
			d.See(m.person, from...)
			for _, tier := range tiers {
				d.Add(m.person, from, append(name(n, nil), set.Text(tier))...)
			}
		}
	}
	return d.Count(tally.Spec{
		ID: "networks.by_tier", Title: "Members of networks by tier", Unit: tally.RecordsOf("persons"), Filter: membersWords, Note: membersNote,
		Records: "Network, Membership, Person", Measure: "number of records of members, " + tally.ByKey, Table: t, Keys: []string{"network", "tier"},
		Shown: tally.Shown{"network": shown},
	})
}

// size gives the quartiles of the networks' numbers of members, over the networks
// that have a member in the case.
func size(set *column.Set, found []membership) figure.Figure {
	t := set.Table("Network")
	persons := map[int]map[int]bool{} // network -> its members
	told := map[int][]column.Thing{}
	for _, m := range found {
		for _, n := range m.networks {
			if persons[n] == nil {
				persons[n] = map[int]bool{}
				told[n] = []column.Thing{{Table: t, Row: n}}
			}
			persons[n][m.person] = true
			told[n] = append(told[n], m.from...)
		}
	}
	from := map[int][]column.Source{}
	for n, things := range told {
		for _, thing := range column.Compact(things) {
			from[n] = append(from[n], thing.Records()...)
		}
	}
	return tally.Quartiles(tally.Spec{
		ID: "networks.size", Title: "Size of networks", Unit: tally.RecordsOf("persons"), Decimals: 1, Filter: membersWords,
		Note:    networksNote + " Networks without a member in the case are missing.",
		LeftOut: "no member in the case",
		Records: "Network, Membership, Person", Table: t,
		Value: func(row int) (float64, []column.Source, bool) {
			return float64(len(persons[row])), from[row], len(persons[row]) > 0
		},
	})
}
