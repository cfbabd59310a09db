package network

import (
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/tally"
)

const (
	networksNote = "Networks as agencies report them, under the names that they give; networks of one name are one."
	membersWords = "members who are " + rankedWords + "; members of other categories are left out"
)

// membership is a record of a ranked person's part in a network.
type membership struct {
	row     int // in the table Membership
	network int // in the table Network
	person  int // in the table Person
	from    []column.Source
}

// memberships returns the memberships of ranked persons, in the order of their
// keys. They rest on the records of the membership, the person and the network.
func memberships(set *column.Set) []membership {
	t := set.Table("Membership")
	persons := set.Table("Person")
	keep := ranked(persons)
	members, networks := t.Column("member"), t.Column("organization")
	var out []membership
	for row := range t.Len() {
		for _, m := range members.All(row) {
			person, ok := set.Thing(m)
			if !ok || person.Table != persons || !keep(person.Row) {
				continue
			}
			for _, n := range networks.All(row) {
				network, ok := set.Thing(n)
				if !ok || network.Table.Schema != "Network" {
					continue
				}
				out = append(out, membership{
					row: row, network: network.Row, person: person.Row,
					from: slices.Concat(t.Records(row), persons.Records(person.Row), network.Table.Records(network.Row)),
				})
			}
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
	count.Measure = "number of networks"

	byCountry := spec("networks.by_country", "Networks by country in which they are reported to be active", "networks")
	byCountry.Measure = "number of networks; one that is active in several countries counts in each"
	byCountry.Keys = []string{"country"}
	byCountry.Dims = []column.Dimension{t.ByText("country", normalize.CountryName)}

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
	network := networkName(t)
	s.Measure = "number of distinct countries"
	s.Keys, s.Dims = []string{"network"}, []column.Dimension{network}
	active := map[string][]string{} // by the network's name
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
		slices.Sort(active[c.Keys[0]])
		c.Value, c.Note = float64(len(active[c.Keys[0]])), strings.Join(active[c.Keys[0]], ", ")
	}
	return f
}

// networkName is the dimension of a network's name; of one without, the first
// digits of its key.
func networkName(t *column.Table) column.Dimension {
	names := t.Column("name")
	return func(row int, texts []string) []string {
		if name := names.Text(row); name != "" {
			return append(texts, name)
		}
		return append(texts, "network "+t.Key(row).String()[:8])
	}
}

func members(set *column.Set, found []membership) figure.Figure {
	t := set.Table("Network")
	name := networkName(t)
	d := tally.NewDistinct[int](set)
	for _, m := range found {
		d.Add(m.person, m.from, name(m.network, nil)...)
	}
	return d.Count(tally.Spec{
		ID: "networks.members", Title: "Members of networks", Unit: "persons", Filter: membersWords, Note: networksNote,
		Records: "Network, Membership, Person", Measure: "number of distinct members", Table: t, Keys: []string{"network"},
	})
}

// byTier counts a network's members by tier: that of the membership or, where it
// gives none, the person's.
func byTier(set *column.Set, found []membership) figure.Figure {
	t := set.Table("Network")
	name := networkName(t)
	said, own := set.Table("Membership").Column("tier"), set.Table("Person").Column("tier")
	d := tally.NewDistinct[int](set)
	for _, m := range found {
		d.See(m.person, m.from...)
		tiers := said.All(m.row)
		if len(tiers) == 0 {
			tiers = own.All(m.person)
		}
		for _, tier := range tiers {
			d.Add(m.person, m.from, append(name(m.network, nil), set.Text(tier))...)
		}
	}
	return d.Count(tally.Spec{
		ID: "networks.by_tier", Title: "Members of networks by tier", Unit: "persons", Filter: membersWords, Note: networksNote,
		Records: "Network, Membership, Person", Measure: "number of distinct members", Table: t, Keys: []string{"network", "tier"},
	})
}

// size gives the quartiles of the networks' numbers of members, over the networks
// that have a member in the case.
func size(set *column.Set, found []membership) figure.Figure {
	persons := map[int]map[int]bool{} // network -> its members
	from := map[int][]column.Source{}
	for _, m := range found {
		if persons[m.network] == nil {
			persons[m.network] = map[int]bool{}
		}
		persons[m.network][m.person] = true
		from[m.network] = append(from[m.network], m.from...)
	}
	return tally.Quartiles(tally.Spec{
		ID: "networks.size", Title: "Size of networks", Unit: "persons", Decimals: 1, Filter: membersWords,
		Note:    networksNote + " Networks without a member in the case are missing.",
		Records: "Network, Membership, Person", Table: set.Table("Network"),
		Value: func(row int) (float64, []column.Source, bool) {
			return float64(len(persons[row])), from[row], len(persons[row]) > 0
		},
	})
}
