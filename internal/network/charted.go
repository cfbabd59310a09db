package network

import (
	"cmp"
	"fmt"
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/grading"
)

// mostCharted is how many networks, the largest, have their ties among the figures.
const mostCharted = 12

// charted returns the networks whose ties are shown: the largest.
func (f *Found) charted() []Detected { return f.Networks[:min(mostCharted, len(f.Networks))] }

const chartedWords = "the twelve largest groups; " + detectedWords

// positions gives the tier of each member of the largest networks.
func (f *Found) positions(set *column.Set) figure.Figure {
	out := figure.Figure{
		ID: "networks.detected.positions", Title: "Tiers in the largest networks detected", Unit: "tier", Lacking: "tier", Checkpoint: set.Checkpoint, Note: detectedNote,
		Method: fmt.Sprintf("the tier that sources state; where none does, the likeliest by the place among the links (naive Bayes), an assessment that is shown where it exceeds the share of the tier among "+
			"the ranked persons of the case by %.0f percentage points", 100*f.margin),
		Definition: figure.Definition{Records: "Person, Membership", Filter: chartedWords, Grouping: []string{"network", "person"}, Measure: "likeliest tier of each person"},
	}
	labels := set.NewLabels()
	for _, n := range f.charted() {
		addThings(labels, n.from) // a tier is assessed by the place among all links
		for i := range n.Members {
			m := &n.Members[i]
			from := column.Compact(slices.Concat(f.own(m), m.from, m.roleFrom))
			shown := m.Tier()
			if !shown.Known() {
				out.Missing++
			}
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
	N         int            // how many calls, cases and links that is
	From      []column.Thing // the records, also those of whose the phones are; in order, each once
}

// TiesOf returns the direct ties within a network.
func (f *Found) TiesOf(n *Detected) []Tie {
	grades := grading.DefaultTable()
	var out []Tie
	for v := range uint32(n.Ties.Len()) {
		to, weights := n.Ties.Arcs(v)
		for i, u := range to {
			if u < v {
				continue
			}
			g := f.grounds(n, v, u)
			t := Tie{A: &n.Members[n.Sub[v]], B: &n.Members[n.Sub[u]], Weight: 1, Confirmed: g.confirmed(grades), Words: g.words(), N: len(g.grounds), From: g.from()}
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
		for _, t := range f.TiesOf(&n) {
			note := Unconfirmed
			if t.Confirmed {
				note = Confirmed
			}
			keys := []string{f.Person(t.A), f.Person(t.B)}
			slices.Sort(keys)
			out.Cells = append(out.Cells, figure.Cell{
				Keys: append([]string{n.Label()}, keys...), Value: t.Weight, N: t.N, Evidence: evidenceOf(t.From, labels), Note: note + t.Words,
			})
		}
	}
	out.N = len(out.Cells)
	out.Sort()
	out.Label = labels.Join()
	return out
}
