package network

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/schema"
	"skein/internal/term"
)

// tier is a place in the order of a network.
type tier int

// The tiers of networks (Europol and INTERPOL 2016).
const (
	facilitator tier = iota
	organiser
	leader
	tiers int = iota
)

// Tiers returns the words for the tiers, as Standing.Chance has them.
func Tiers() []string { return []string{term.Facilitator, term.Organiser, term.Leader} }

// Standing is where a person stands in a network.
type Standing struct {
	Stated string         // tier that records state, the best grounded where they differ; empty: none does
	Role   string         // the same of the role
	Chance [tiers]float64 // of each tier, by what records state and by the person's ties: an assessment
	Share  [tiers]float64 // of each tier among the ranked persons of the case whose tier is stated: what chance alone would give
	margin float64        // by which Chance exceeds Share where a tier is assessed

	from, roleFrom []column.Thing // what states the tier and the role
}

// UsualTierMargin is by how much a tier must be likelier for a person than for anybody in the
// case for the person to be shown with it: 15 percentage points.
const UsualTierMargin = 0.15

// Tier is the tier with which a person is shown.
type Tier struct {
	Name   string  // empty: not known
	Stated bool    // by a source; else it is assessed
	Chance float64 // how likely it is for the person
	Share  float64 // and for anybody in the case
}

// TierNotKnown is what is shown in place of a tier that is not known.
const TierNotKnown = "tier not known"

// Tier returns the tier with which the person is shown, wherever that is: the one that sources
// state or, where none does, the likeliest, if it exceeds its share among the ranked persons
// of the case by the margin. What anybody would be is no knowledge of somebody.
func (s *Standing) Tier() Tier {
	stated := slices.Index(Tiers(), s.Stated)
	best := max(tier(stated), facilitator)
	for t := range tier(tiers) {
		if stated < 0 && s.Chance[t] > s.Chance[best] {
			best = t
		}
	}
	out := Tier{Name: Tiers()[best], Stated: stated >= 0, Chance: s.Chance[best], Share: s.Share[best]}
	if out.Stated {
		return out
	}
	if over := out.Chance - out.Share; over <= 0 || over < s.margin {
		return Tier{}
	}
	return out
}

// Known reports whether there is a tier to be shown.
func (t Tier) Known() bool { return t.Name != "" }

// Ground says how the tier is known: "stated", "assessed, 62 % likely against 10 % of
// anybody", "no source states it, and the place among the links does not show it".
func (t Tier) Ground() string {
	switch {
	case !t.Known():
		return "no source states it, and the place among the links does not show it"
	case t.Stated:
		return "stated"
	}
	return fmt.Sprintf("assessed, %.0f %% likely against %.0f %% of anybody", 100*t.Chance, 100*t.Share)
}

// Words returns the tier with how it is known: "leader, stated".
func (t Tier) Words() string {
	if !t.Known() {
		return TierNotKnown
	}
	return t.Name + ", " + t.Ground()
}

// How often a stated tier is right, by whether the grade of the record confirms it: values
// of experience.
const (
	rightConfirmed   = 0.95
	rightUnconfirmed = 0.85
)

// vote is what sources say of a person, each origin once.
type vote struct {
	weight map[string]float64
	seen   map[[2]string]float64 // what an origin adds to a text: its best grounded record
	from   map[string][]column.Thing
}

func (v *vote) add(text, origin string, weight float64, from column.Thing) {
	if v.weight == nil {
		v.weight, v.seen, v.from = map[string]float64{}, map[[2]string]float64{}, map[string][]column.Thing{}
	}
	v.from[text] = append(v.from[text], from)
	key := [2]string{text, origin}
	if most := v.seen[key]; weight > most {
		v.seen[key] = weight
		v.weight[text] += weight - most
	}
}

// best returns the text of the most weight, the first by name of several.
func (v *vote) best() string {
	out := ""
	for text, w := range v.weight {
		if out == "" || w > v.weight[out] || w == v.weight[out] && text < out {
			out = text
		}
	}
	return out
}

// votes collects what records say of a property by entity.
func (f *Found) votes(set *column.Set, property schema.PropertyName) map[uint32]*vote {
	table := grading.DefaultTable()
	out := map[uint32]*vote{}
	f.said(set, property, func(person int, said column.Value, thing column.Thing, from column.Source) {
		right := rightUnconfirmed
		if grading.Confirmed(set.Stated(from, property, said).Grade, table) {
			right = rightConfirmed
		}
		e := f.entity[person]
		if out[e] == nil {
			out[e] = &vote{}
		}
		out[e].add(set.Text(said), set.Origin(from), math.Log(right/(1-right)), thing)
	})
	return out
}

// StatedRoles returns the role of each entity that ranked persons' records state, the best
// grounded where they differ, each origin once.
func StatedRoles(set *column.Set, entity []uint32) map[uint32]string {
	f := &Found{persons: set.Table("Person"), entity: entity}
	out := map[uint32]string{}
	for e, v := range f.votes(set, "role") {
		out[e] = v.best()
	}
	return out
}

// stand assesses the tier of each member of the networks: how likely each is by what
// sources state (each origin once, by its grade) and by where the person stands among the
// ties of the network. How far ties tell is learnt from those whose tier is stated: what
// share of each tier is at each place (naive Bayes). Persons without ties in the network
// stand at a place of their own.
func (f *Found) stand(set *column.Set) {
	stated := f.votes(set, "tier")
	roles := f.votes(set, "role")
	share := tierShares(stated)
	var counts [tiers]float64
	var placed [tiers][places]float64
	for i := range f.Networks {
		n := &f.Networks[i]
		at := n.placed()
		for k := range n.Members {
			m := &n.Members[k]
			if v := roles[m.Entity]; v != nil {
				m.Role = v.best()
				m.roleFrom = v.from[m.Role]
			}
			v := stated[m.Entity]
			if v == nil {
				continue
			}
			m.Stated = v.best()
			m.from = v.from[m.Stated]
			if t := slices.Index(Tiers(), m.Stated); t >= 0 {
				counts[t]++
				placed[t][at[k]]++
			}
		}
	}
	for i := range f.Networks {
		n := &f.Networks[i]
		at := n.placed()
		for k := range n.Members {
			m := &n.Members[k]
			m.Share, m.margin = share, f.margin
			sum := 0.0
			for t := range tiers {
				m.Chance[t] = share[t] * (placed[t][at[k]] + 1) / (counts[t] + float64(places))
				if v := stated[m.Entity]; v != nil {
					m.Chance[t] *= math.Exp(v.weight[Tiers()[t]])
				}
				sum += m.Chance[t]
			}
			for t := range m.Chance {
				m.Chance[t] /= sum
			}
		}
	}
}

// tierShares returns the share of each tier among the persons whose tier is stated, one
// person more in each, so that no tier is impossible where few are stated (Laplace's rule of
// succession).
func tierShares(stated map[uint32]*vote) [tiers]float64 {
	var out [tiers]float64
	all := 0.0
	for _, v := range stated {
		if t := slices.Index(Tiers(), v.best()); t >= 0 {
			out[t]++
			all++
		}
	}
	for t := range out {
		out[t] = (out[t] + 1) / (all + float64(tiers))
	}
	return out
}

// places is how many places there are among the ties of a network.
const places = 6

// placed returns the place of each member: 0 without ties, else by the mean of the ranks
// of strength and betweenness: the first, the first 3 and so on as shares of the members.
func (n *Detected) placed() []int {
	out := make([]int, len(n.Members))
	rank := make([]float64, len(n.Members))
	for _, of := range []func(m *Member) float64{func(m *Member) float64 { return m.Strength }, func(m *Member) float64 { return m.Betweenness }} {
		order := make([]int, len(n.Members))
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(of(&n.Members[b]), of(&n.Members[a])) })
		for r := 0; r < len(order); {
			end := r
			for end < len(order) && of(&n.Members[order[end]]) == of(&n.Members[order[r]]) {
				end++
			}
			for k := r; k < end; k++ {
				rank[order[k]] += float64(r+end-1) / 4 // half of the mean rank of those that are equal
			}
			r = end
		}
	}
	for k, r := range rank {
		switch share := r / float64(len(rank)); {
		case n.Members[k].Strength == 0:
		case r < 1:
			out[k] = 5
		case share < 0.06:
			out[k] = 4
		case share < 0.15:
			out[k] = 3
		case share < 0.4:
			out[k] = 2
		default:
			out[k] = 1
		}
	}
	return out
}
