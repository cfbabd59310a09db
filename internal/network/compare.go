package network

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"skein/internal/column"
	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/grading"
	"skein/internal/network/centrality"
	"skein/internal/tally"
)

// leastCompared is how many members a network has that is compared with others.
const leastCompared = 10

// feature is what networks are compared by.
type feature struct {
	name string
	of   func(n *Detected) float64
	from func(n *Detected) []column.Thing // what tells of it besides the members; nil: nothing
}

// unknown reports whether a value says that nothing is known: everybody lives somewhere, has a
// nationality and does something.
func (x *feature) unknown(v float64) bool {
	switch x.name {
	case "countries", "nationalities", "services":
		return v == 0
	}
	return math.IsInf(v, 0) || math.IsNaN(v)
}

// confirmedTies is the one feature that is a share: of the direct ties.
const confirmedTies = "confirmed links, %"

// features returns what networks are compared by. What is no number is not known.
func (f *Found) features(set *column.Set) []feature {
	countries := f.texts(func(m *Member) []string { return f.values("residence", m) })
	roles := f.texts(func(m *Member) []string { return one(m.Role) })
	crimes, involvements := f.crimes(f.otherCrimes(set))
	active := f.active(set)
	years := func(n *Detected) (first, last float64) {
		first, last = math.Inf(1), math.Inf(-1)
		for _, m := range n.Members {
			if s, ok := active[m.Entity]; ok {
				first, last = min(first, float64(s.first)), max(last, float64(s.last))
			}
		}
		return first, last
	}
	stated := func(n *Detected, tier string) float64 {
		count := 0
		for _, m := range n.Members {
			if m.Stated == tier {
				count++
			}
		}
		return float64(count)
	}
	legs, stages, moved, told := f.journeys(set)
	nationalities := f.texts(func(m *Member) []string { return f.values("nationality", m) })
	return []feature{
		{"members", func(n *Detected) float64 { return float64(len(n.Members)) }, nil},
		{"countries", func(n *Detected) float64 { return float64(len(countries(n))) }, nil},
		{"services", func(n *Detected) float64 { return float64(len(roles(n))) }, statedRoles},
		{"other crimes", func(n *Detected) float64 { return float64(len(crimes(n))) }, involvements},
		{"nationalities", func(n *Detected) float64 { return float64(len(nationalities(n))) }, nil},
		{"stated leaders", func(n *Detected) float64 { return stated(n, Tiers()[leader]) }, statedTiers},
		{"stated organisers", func(n *Detected) float64 { return stated(n, Tiers()[organiser]) }, statedTiers},
		{"direct links", func(n *Detected) float64 { return float64(n.Ties.Edges()) }, nil},
		{"cells", func(n *Detected) float64 { return float64(n.cells) }, nil},
		{"links between cells", func(n *Detected) float64 { return float64(n.bridging) }, nil},
		{confirmedTies, func(n *Detected) float64 { return f.confirmed(n) }, nil},
		{"legs reported", legs, told},
		{"stages reported", stages, told},
		{"persons moved, as reported", moved, told},
		{"centralisation, %", func(n *Detected) float64 { return 100 * centrality.Centralisation(n.Ties) }, nil},
		{"first year", func(n *Detected) float64 { first, _ := years(n); return first }, nil},
		{"last year", func(n *Detected) float64 { _, last := years(n); return last }, nil},
	}
}

// journeys returns how many legs debriefed persons say that the reported networks behind a
// detected one carried, between how many pairs of countries, and how many persons, NaN where
// no leg has a number: those in which at least three members are reported.
func (f *Found) journeys(set *column.Set) (legs, stages, moved func(n *Detected) float64, told func(n *Detected) []column.Thing) {
	trips := set.Table("Trip")
	network, from, to := trips.Column("network"), trips.Column("origin"), trips.Column("destination")
	country := func(v column.Value) string {
		if place, ok := set.ThingOf(v, "Place"); ok {
			return place.Table.Column("country").Text(place.Row)
		}
		return ""
	}
	by := map[int][]int{} // by row of the table of networks: rows of legs
	for row := range trips.Len() {
		if n, ok := set.ThingOf(network.First(row), "Network"); ok {
			by[n.Row] = append(by[n.Row], row)
		}
	}
	told = func(n *Detected) (list []column.Thing) {
		for _, row := range slices.Sorted(maps.Keys(n.reported)) {
			if len(n.reported[row]) < leastMembers {
				continue
			}
			for _, leg := range by[row] {
				list = append(list, column.Thing{Table: trips, Row: leg})
			}
		}
		return list
	}
	legs = func(n *Detected) float64 { return float64(len(told(n))) }
	stages = func(n *Detected) float64 {
		seen := map[string]bool{}
		for _, leg := range told(n) {
			seen[country(from.First(leg.Row))+" to "+country(to.First(leg.Row))] = true
		}
		return float64(len(seen))
	}
	persons := trips.Column("persons")
	moved = func(n *Detected) float64 {
		sum, known := 0.0, false
		for _, leg := range told(n) {
			if k, ok := tally.Number(persons, leg.Row); ok {
				sum, known = sum+k, true
			}
		}
		if !known {
			return math.NaN()
		}
		return sum
	}
	return legs, stages, moved, told
}

// confirmed returns the share of a network's direct ties of which the grade of a record
// confirms one, in per cent; NaN where there are none.
func (f *Found) confirmed(n *Detected) float64 {
	grades := grading.DefaultTable()
	all, confirmed := 0.0, 0.0
	for v := range uint32(n.Ties.Len()) {
		for _, u := range n.Ties.Neighbours(v) {
			if v < u {
				all++
				if f.grounds(n, v, u).confirmed(grades) {
					confirmed++
				}
			}
		}
	}
	return 100 * confirmed / all
}

// kindFeatures is by how many of the features, the first, networks fall into types; the
// others tell of what is held rather than of the network.
const kindFeatures = 4

// compared gives each network's features, and the types that they fall into.
func (f *Found) compared(set *column.Set) []figure.Figure {
	features := f.features(set)
	s := f.spec("networks.detected.compared", "Networks detected, compared", "as reported", "network", "property")
	table := figure.Figure{
		ID: s.ID, Title: s.Title, Unit: s.Unit, Checkpoint: set.Checkpoint, Note: detectedNote,
		Method:     "counts over members by resolution; Freeman's centralisation; doc/methods/networks.md",
		Definition: figure.Definition{Records: s.Records, Filter: "groups of ten or more; " + detectedWords, Grouping: s.Keys, Measure: "each property of each network"},
	}
	labels := set.NewLabels()
	var networks []int
	var rows [][]float64
	for i := range f.Networks {
		n := &f.Networks[i]
		if len(n.Members) < leastCompared {
			break
		}
		table.N++
		networks = append(networks, i)
		evidence := evidenceOf(n.from, labels)
		var row []float64
		for k, x := range features {
			v := x.of(n)
			if k < kindFeatures {
				row = append(row, math.Log1p(v))
			}
			cell := figure.Cell{Keys: []string{n.Label(), x.name}, Value: v, N: len(n.Members), Evidence: evidence}
			if x.from != nil {
				cell.Evidence = figure.Union(evidence, evidenceOf(x.from(n), labels))
			}
			if x.name == confirmedTies {
				cell.N = n.Ties.Edges()
			}
			switch {
			case x.unknown(v):
				continue
			case strings.HasSuffix(x.name, "year"): // no number to be grouped by commas
				cell.Value, cell.Text = 0, strconv.FormatFloat(v, 'f', 0, 64)
			}
			table.Cells = append(table.Cells, cell)
		}
		rows = append(rows, row)
	}
	table.Sort()
	table.Label = labels.Join()
	return []figure.Figure{table, f.types(&table, features, networks, rows)}
}

// types shares networks by the type that they fall into.
func (f *Found) types(table *figure.Figure, features []feature, networks []int, rows [][]float64) figure.Figure {
	out := figure.Figure{
		ID: "networks.detected.by_type", Title: "Types of networks detected", Unit: "%", Decimals: 1, Checkpoint: table.Checkpoint, Label: table.Label, N: len(rows), Share: true,
		Note: "Types are a way to read the table, not kinds that exist: the silhouette says how far they are apart (1: far; 0: not at all). " + detectedNote,
		Definition: figure.Definition{
			Records: string(table.ID), Filter: table.Definition.Filter, Grouping: []string{"type"},
			Measure: "share of networks; a type is named by the medians of those of its networks of which the property is known",
		},
	}
	types, k, silhouette := bestTypes(standardised(rows))
	out.Method = fmt.Sprintf("k-means (Lloyd 1982; Arthur and Vassilvitskii 2007) over the logarithms of members, countries, services and other crimes, each standardised; "+
		"of 2 to 6 types the number with the largest mean silhouette (Rousseeuw 1987), which is %.2f; Wilson's 95 %% interval", silhouette)
	for t := range k {
		var of []int
		var medians []string
		for i, x := range types {
			if x == t {
				of = append(of, networks[i])
			}
		}
		for _, x := range features[:kindFeatures] {
			var values []float64
			for _, n := range of {
				if v := x.of(&f.Networks[n]); !x.unknown(v) {
					values = append(values, v)
				}
			}
			if _, median, _, err := estimate.Quantiles(values); err == nil {
				medians = append(medians, strconv.FormatFloat(median, 'f', 0, 64)+" "+x.name)
			}
		}
		e, err := estimate.Share(len(of), len(rows))
		if err != nil || len(medians) == 0 {
			continue
		}
		var from []column.Thing
		for _, n := range of {
			from = append(from, f.Networks[n].from...)
		}
		e.Value, e.Low, e.High = 100*e.Value, 100*e.Low, 100*e.High
		out.Cells = append(out.Cells, figure.FromEstimate(e, evidenceOf(column.Compact(from), f.persons.Set().NewLabels()), fmt.Sprintf("%c: %s", 'A'+rune(len(out.Cells)), strings.Join(medians, ", "))))
	}
	out.Sort()
	return out
}

// standardised returns columns with mean 0 and standard deviation 1; a column of one value
// is 0.
func standardised(rows [][]float64) [][]float64 {
	out := make([][]float64, len(rows))
	for i := range rows {
		out[i] = make([]float64, len(rows[i]))
	}
	if len(rows) == 0 {
		return out
	}
	for c := range rows[0] {
		var sum, squares float64
		for _, r := range rows {
			sum += r[c]
			squares += r[c] * r[c]
		}
		n := float64(len(rows))
		mean := sum / n
		deviation := math.Sqrt(max(0, squares/n-mean*mean))
		for i, r := range rows {
			if deviation > 1e-12 {
				out[i][c] = (r[c] - mean) / deviation
			}
		}
	}
	return out
}

// mostTypes is how many types networks fall into at most.
const mostTypes = 6

// bestTypes returns the type of each row, the most frequent first, how many there are, and
// their mean silhouette: of 2 to 6 those with the largest; one where there are too few
// rows.
func bestTypes(rows [][]float64) (of []int, k int, best float64) {
	of, k, best = make([]int, len(rows)), min(1, len(rows)), math.Inf(-1)
	for try := 2; try <= min(mostTypes, len(rows)/3); try++ {
		types := kMeans(rows, try)
		if s := silhouette(rows, types, try); s > best {
			of, k, best = types, try, s
		}
	}
	if k < 2 {
		best = 0
	}
	count := make([]int, k)
	for _, t := range of {
		count[t]++
	}
	order := make([]int, k)
	for t := range order {
		order[t] = t
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(count[b], count[a]) })
	rank := make([]int, k)
	for r, t := range order {
		rank[t] = r
	}
	for i := range of {
		of[i] = rank[of[i]]
	}
	return of, k, best
}

func distance(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += (a[i] - b[i]) * (a[i] - b[i])
	}
	return sum
}

// kMeans parts rows into k groups about their means: of 20 starts the one with the least
// squared distances.
func kMeans(rows [][]float64, k int) []int {
	const starts, rounds = 20, 100
	var best []int
	least := math.Inf(1)
	for start := range starts {
		random := rand.New(rand.NewPCG(seed, uint64(start)))
		centres := spread(rows, k, random)
		of := make([]int, len(rows))
		total := 0.0
		for range rounds {
			before := total
			total = 0
			for i, r := range rows {
				near := math.Inf(1)
				for t, c := range centres {
					if d := distance(r, c); d < near {
						of[i], near = t, d
					}
				}
				total += near
			}
			if total == before {
				break
			}
			centres = means(rows, of, centres)
		}
		if total < least {
			best, least = slices.Clone(of), total
		}
	}
	return best
}

// spread draws k rows to begin with, the far ones likelier.
func spread(rows [][]float64, k int, random *rand.Rand) [][]float64 {
	centres := [][]float64{rows[random.IntN(len(rows))]}
	for len(centres) < k {
		far := make([]float64, len(rows))
		sum := 0.0
		for i, r := range rows {
			far[i] = math.Inf(1)
			for _, c := range centres {
				far[i] = min(far[i], distance(r, c))
			}
			sum += far[i]
		}
		at := random.Float64() * sum
		i := 0
		for ; i < len(rows)-1 && at >= far[i]; i++ {
			at -= far[i]
		}
		centres = append(centres, rows[i])
	}
	return centres
}

// means returns the mean of each group; of one that is empty its centre as it was.
func means(rows [][]float64, of []int, before [][]float64) [][]float64 {
	out := make([][]float64, len(before))
	count := make([]float64, len(before))
	for t := range out {
		out[t] = make([]float64, len(before[t]))
	}
	for i, r := range rows {
		count[of[i]]++
		for c, v := range r {
			out[of[i]][c] += v
		}
	}
	for t := range out {
		for c := range out[t] {
			out[t][c] /= max(1, count[t])
		}
		if count[t] == 0 {
			out[t] = before[t]
		}
	}
	return out
}

// silhouette returns the mean over rows of how much nearer they are to their own group than
// to the next one: -1 to 1; 0 for a row by itself.
func silhouette(rows [][]float64, of []int, k int) float64 {
	total := 0.0
	for i, r := range rows {
		sums, count := make([]float64, k), make([]float64, k)
		for j, s := range rows {
			if i != j {
				sums[of[j]] += math.Sqrt(distance(r, s))
				count[of[j]]++
			}
		}
		if count[of[i]] == 0 {
			continue
		}
		own, other := sums[of[i]]/count[of[i]], math.Inf(1)
		for t := range k {
			if t != of[i] && count[t] > 0 {
				other = min(other, sums[t]/count[t])
			}
		}
		if most := max(own, other); most > 0 && !math.IsInf(other, 1) {
			total += (other - own) / most
		}
	}
	return total / float64(max(1, len(rows)))
}
