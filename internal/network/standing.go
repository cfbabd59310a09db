package network

import (
	"cmp"
	"math"
	"slices"

	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/schema"
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
func Tiers() []string { return []string{"facilitator", "organiser", "leader"} }

// Standing is where a person stands in a network.
type Standing struct {
	Stated string          // tier that records state, the best grounded where they differ; empty: none does
	Role   string          // the same of the role
	Chance [tiers]float64  // of each tier, by what records state and by the person's ties: an assessment
	Prior  [tiers]float64  // the same of anybody in the case: what chance alone would give
	from   []column.Source // what states the tier
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
	from   map[string][]column.Source
}

func (v *vote) add(text, origin string, weight float64, from column.Source) {
	if v.weight == nil {
		v.weight, v.seen, v.from = map[string]float64{}, map[[2]string]float64{}, map[string][]column.Source{}
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
	f.said(set, property, func(person int, said column.Value, from column.Source) {
		right := rightUnconfirmed
		if grading.Confirmed(set.Stated(from, property, said).Grade, table) {
			right = rightConfirmed
		}
		e := f.entity[person]
		if out[e] == nil {
			out[e] = &vote{}
		}
		out[e].add(set.Text(said), set.Origin(from), math.Log(right/(1-right)), from)
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
	var counts [tiers]float64
	var placed [tiers][places]float64
	for i := range f.Networks {
		n := &f.Networks[i]
		at := n.placed()
		for k := range n.Members {
			m := &n.Members[k]
			if v := roles[m.Entity]; v != nil {
				m.Role = v.best()
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
	all := counts[0] + counts[1] + counts[2]
	var prior [tiers]float64
	for t := range prior {
		prior[t] = (counts[t] + 1) / (all + float64(tiers))
	}
	for i := range f.Networks {
		n := &f.Networks[i]
		at := n.placed()
		for k := range n.Members {
			m := &n.Members[k]
			m.Prior = prior
			sum := 0.0
			for t := range tiers {
				m.Chance[t] = prior[t] * (placed[t][at[k]] + 1) / (counts[t] + float64(places))
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
