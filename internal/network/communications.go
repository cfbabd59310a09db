package network

import (
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/schema"
	"skein/internal/tally"
)

// contact is a schema of communications, with the properties
// that hold its ends: of several, the first that has a value. An UnknownLink is none: it ties
// two things in a way that the source does not state.
type contact struct {
	schema   schema.Name
	from, to []schema.PropertyName
}

func contacts() []contact {
	type properties = []schema.PropertyName
	return []contact{
		{"Call", properties{"caller", "callerNumber"}, properties{"receiver", "receiverNumber"}},
		{"Message", properties{"sender", "senderAccount"}, properties{"recipients", "recipientAccount"}},
	}
}

// ends returns the values of the first of the properties that a row has, those of
// its best record: the caller of one account of a call and the receiver of another
// would make ties that nobody tells of.
func ends(t *column.Table, properties []schema.PropertyName) func(row int) []column.Value {
	columns := make([]*column.Column, len(properties))
	for i, p := range properties {
		columns[i] = t.Column(p)
	}
	return func(row int) []column.Value {
		for _, c := range columns {
			if vs := c.Best(row); len(vs) > 0 {
				return vs
			}
		}
		return nil
	}
}

const (
	contactRecords    = "Call, Message"
	communicationNote = "Parties are the phones, accounts and persons that records name; one person may have several."
)

func communications(set *column.Set) []figure.Figure {
	who, ties := distinctEnds(set)
	spec := tally.Spec{
		Table: set.Table("Call"), Records: contactRecords, Note: communicationNote,
	}
	persons := spec
	persons.ID, persons.Title, persons.Unit = "communications.persons", "Parties to communications", "phones, accounts and persons"
	persons.Measure = "number of distinct phones, accounts and persons, as records name them"
	pairs := spec
	pairs.ID, pairs.Title, pairs.Unit = "communications.ties", "Links by communication", "pairs"
	pairs.Measure = "number of distinct pairs of two different parties, whichever called"
	return []figure.Figure{
		who.Count(persons),
		ties.Count(pairs),
		weight(set),
		together(set, "communications.by_month", "Communications by month", "month", func(t *column.Table) column.Dimension {
			return tally.ByDate(t, tally.Month)
		}),
		together(set, "communications.by_source", "Communications by contributor", "owner", tally.ByOwner),
	}
}

// distinctEnds collects the ends of communications and the unordered pairs that
// they tie. A communication with one end, or from an end to itself, ties none.
func distinctEnds(set *column.Set) (*tally.Distinct[column.Value], *tally.Distinct[[2]column.Value]) {
	who, ties := tally.NewDistinct[column.Value](set), tally.NewDistinct[[2]column.Value](set)
	for _, c := range contacts() {
		t := set.Table(c.schema)
		senders, receivers := ends(t, c.from), ends(t, c.to)
		for row := range t.Len() {
			call, from, to := []column.Thing{{Table: t, Row: row}}, senders(row), receivers(row)
			for _, v := range from {
				who.Add(v, call)
			}
			for _, v := range to {
				who.Add(v, call)
			}
			for _, a := range from {
				for _, b := range to {
					if a != b {
						ties.Add([2]column.Value{min(a, b), max(a, b)}, call)
					}
				}
			}
		}
	}
	return who, ties
}

// weight adds the weights of all communications, 1 for one that has none.
func weight(set *column.Set) figure.Figure {
	var figures []figure.Figure
	for _, c := range contacts() {
		t := set.Table(c.schema)
		weights := t.Column("weight")
		figures = append(figures, tally.Count(tally.Spec{
			ID: "communications.weight", Title: "Communications by weight", Unit: "communications", Note: communicationNote,
			Table: t, Measure: "sum of weight, 1 where there is none", Sum: weights,
			Value: func(row int) (float64, []column.Source, bool) {
				if v, ok := tally.Number(weights, row); ok {
					src, _ := weights.Source(row)
					return v, []column.Source{src}, true
				}
				return 1, t.Records(row), true
			},
		}))
	}
	return tally.Together(figures[0], figures[1:]...)
}

// together counts communications of all schemata by one key.
func together(set *column.Set, id figure.ID, title, key string, by func(*column.Table) column.Dimension) figure.Figure {
	var figures []figure.Figure
	for _, c := range contacts() {
		t := set.Table(c.schema)
		figures = append(figures, tally.Count(tally.Spec{
			ID: id, Title: title, Unit: "communications", Note: communicationNote,
			Table: t, Keys: []string{key}, Dims: []column.Dimension{by(t)},
		}))
	}
	return tally.Together(figures[0], figures[1:]...)
}
