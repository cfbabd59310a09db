package resolve

import (
	"cmp"
	"math"
	"slices"

	"skein/internal/column"
	"skein/internal/resolve/blocking"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
)

// Hit is a thing of a watch list that a record may be of.
type Hit struct {
	Row       int // of the table of things
	Certain   bool
	Waterfall Waterfall
}

// Screening holds records against the things of a case.
type Screening struct {
	run   *Run
	rows  []int // of each record of the list
	first int   // of the records that are screened
	hits  map[uint32][]Pair
}

// Screen holds records, with texts for each of the subject's properties, against the things
// of a set that on says belong to the watch list. Persons who are no suspects and not
// convicted are on no watch list, whatever on says. The model is as in Resolve.
func Screen(set *column.Set, s Subject, model *linkage.Model, on func(row int) bool, records [][][]string) (*Screening, error) {
	things := set.Table(s.Schema)
	out := &Screening{hits: map[uint32][]Pair{}}
	for row := range things.Len() {
		if (s.Schema != "Person" || things.Category(row).Ranked()) && on(row) {
			out.rows = append(out.rows, row)
		}
	}
	out.first = len(out.rows)
	var columns []*comparison.Column
	for k, p := range s.Properties {
		values := p.values(set, things)
		c := comparison.NewColumn(p.Property)
		c.KeepOriginals()
		for _, row := range out.rows {
			if values == nil {
				c.Add()
			} else {
				c.Add(values[row]...)
			}
		}
		for _, texts := range records {
			c.Add(texts[k]...)
		}
		columns = append(columns, c)
	}
	table := comparison.NewTable(columns)
	m := out.model(s, table, model)
	index, err := blocking.NewLive(table, m.Rules)
	if err != nil {
		return nil, err
	}
	index.Load()
	out.run = &Run{Table: table, Model: m, frequencies: m.Frequencies(table)}
	scorer := out.run.Scorer()
	for i := out.first; i < table.Len(); i++ {
		for _, j := range index.With(i) {
			if int(j) >= out.first {
				continue
			}
			if w := scorer.Score(int(j), i, Floor); w >= Floor {
				out.hits[uint32(i)] = append(out.hits[uint32(i)], Pair{j, uint32(i), float32(w)})
			}
		}
	}
	return out, nil
}

// expected is the share of records that are taken to be on a watch list, before anything
// is compared.
const expected = 0.1

// model returns the model of a screening: the case's, with the values of experience for
// properties that it does not have, and a rule for names of one word.
func (x *Screening) model(s Subject, t *comparison.Table, known *linkage.Model) *linkage.Model {
	m := s.Default(t)
	m.Prior = expected / float64(max(1, x.first))
	if known != nil {
		m.Prior, m.Things = max(m.Prior, known.Prior), known.Things
		for i := range m.Weights {
			for _, w := range known.Weights {
				if w.Property == m.Weights[i].Property {
					m.Weights[i] = w
				}
			}
		}
	}
	for _, p := range s.Properties {
		if p.Kind == comparison.Person || p.Kind == comparison.Organisation {
			m.Rules = append(m.Rules, blocking.Rule{Keys: []blocking.Key{{Property: p.Name, Part: comparison.Word}}, Largest: math.MaxInt32})
		}
	}
	return m
}

// Hits returns what the record with a number, from 0, may be of, the likeliest first. Below
// the probability least a thing is still named where the names are close, as one that
// is not certain.
func (x *Screening) Hits(number int, least float64) []Hit {
	var out []Hit
	for _, p := range x.hits[uint32(x.first+number)] {
		w := x.run.Explain(p.B, p.A)
		certain := w.Probability >= least
		near := slices.ContainsFunc(w.Steps, func(s Step) bool {
			named := s.Kind == string(comparison.Person) || s.Kind == string(comparison.Organisation)
			return named && slices.Contains(comparison.Person.Levels()[:3], s.Level)
		})
		if certain || near {
			out = append(out, Hit{x.rows[p.A], certain, w})
		}
	}
	slices.SortStableFunc(out, func(a, b Hit) int { return cmp.Compare(b.Waterfall.Weight, a.Waterfall.Weight) })
	return out
}
