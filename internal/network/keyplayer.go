package network

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/network/centrality"
	"skein/internal/network/graph"
	"skein/internal/network/robust"
)

// draws is how often ties are drawn anew for an interval.
const draws = 200

// keyPlayers gives the persons without whom the largest networks fall apart most, by how
// much, and who would likely take their place.
func (f *Found) keyPlayers(ctx context.Context, set *column.Set) (figure.Figure, error) {
	out := figure.Figure{
		ID: "networks.detected.key_players", Title: "Key players of the largest networks detected", Unit: "%", Decimals: 1, Checkpoint: set.Checkpoint,
		Note: "Networks close ranks: the note of each person names those who would likely take the place. Removal here is arithmetic, not a recommendation. " + detectedNote,
		Method: fmt.Sprintf("growth of the share of pairs that do not reach each other when the person alone is taken out (Borgatti 2006); "+
			"95 %% interval over %d draws of the links with replacement (Efron 1979), each of which lacks about a third of them", draws),
		Definition: figure.Definition{
			Records: "Call, Message, Involvement, Payment, Associate, Family, UnknownLink", Filter: "the three of each of " + chartedWords,
			Grouping: []string{"network", "person"}, Measure: "growth of the fragmentation",
		},
	}
	labels := set.NewLabels()
	for i := range f.charted() {
		n := &f.Networks[i]
		alone := centrality.Fragmenting(n.Ties)
		x, err := robust.Bootstrap(ctx, n.Ties, draws, seed, func(_ context.Context, g *graph.Graph) ([]float64, error) {
			return centrality.Fragmenting(g), nil
		})
		if err != nil {
			return out, err
		}
		order := make([]uint32, n.Ties.Len())
		for v := range order {
			order[v] = uint32(v)
		}
		slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(alone[b], alone[a]) })
		for _, v := range order[:min(mostAssessed, len(order))] {
			if alone[v] <= 0 {
				break // a network that hangs together by what sources report of it alone
			}
			m := &n.Members[n.Sub[v]]
			instead, err := f.replacements(ctx, n, v)
			if err != nil {
				return out, err
			}
			var from []column.Thing
			for _, u := range n.Ties.Neighbours(v) {
				x, y := f.Ties.vertex[m.Entity], f.Ties.vertex[n.Members[n.Sub[u]].Entity]
				from = append(from, f.Ties.grounds[[2]uint32{min(x, y), max(x, y)}].from()...)
			}
			value := 100 * alone[v]
			out.Cells = append(out.Cells, figure.Cell{
				Keys: []string{n.Label(), f.Person(m)}, Value: value, N: n.Ties.Degree(v), Evidence: evidenceOf(column.Compact(from), labels),
				Interval: &figure.Interval{Low: min(value, 100*x.Value[v].Low), High: max(value, 100*x.Value[v].High)},
				Note:     fmt.Sprintf("rank %g to %g; likely instead: %s", x.Rank[v].Low, x.Rank[v].High, instead),
			})
		}
	}
	out.N = len(out.Cells)
	out.Sort()
	out.Label = labels.Join()
	return out, nil
}

// replacements names the two who would likely take a person's place.
func (f *Found) replacements(ctx context.Context, n *Detected, v uint32) (string, error) {
	instead, err := centrality.Replacements(ctx, n.Ties, v, 2)
	if err != nil || len(instead) == 0 {
		return "nobody who is linked", err
	}
	var names []string
	for _, u := range instead {
		names = append(names, f.Person(&n.Members[n.Sub[u]]))
	}
	return strings.Join(names, ", "), nil
}
