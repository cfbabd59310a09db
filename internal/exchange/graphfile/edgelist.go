package graphfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"skein/internal/header"
	"skein/internal/ingest/reader"
	"skein/internal/network/graph"
	"skein/internal/normalize"
)

// edgeList makes a graph of rows that are edges.
type edgeList struct {
	t       *table
	columns []string
	e       ends
	layer   int
	time    int
	way     int // column of whether an edge has a direction
	directs bool
	phones  [2]bool        // whether the ends are telephone numbers
	plain   *graph.Builder // where there are neither layers nor days
	layers  *graph.Layers
	memo    [2]map[string]uint32 // of texts as they stand: their nodes
	weights weights
	days    days
	lonely  int // rows that name one end
	undated int
	first   string
	last    string
	counts  map[string]int
}

// noNode is the node of a text that names nothing.
const noNode = ^uint32(0)

func newEdgeList(t *table, columns []string, e ends) (*edgeList, error) {
	l := &edgeList{
		t: t, columns: columns, e: e, plain: graph.NewBuilder(t.o.Directed), layers: graph.NewLayers(t.o.Directed),
		memo: [2]map[string]uint32{{}, {}}, days: days{since: t.o.Since, until: t.o.Until}, counts: map[string]int{},
	}
	var sample [][]string
	for _, r := range t.sample {
		sample = append(sample, r.cells)
	}
	l.way = wayColumn(columns, sample, t.bare)
	var err error
	if l.layer, err = column(columns, t.o.Layer); err != nil {
		return nil, err
	}
	if l.time, err = column(columns, t.o.Time); err != nil {
		return nil, err
	}
	for k, i := range [...]int{e.from, e.to} {
		l.phones[k] = l.isPhones(i)
	}
	if l.phones[0] == l.phones[1] {
		l.memo[1] = l.memo[0]
	}
	if l.time >= 0 {
		for _, r := range t.sample {
			l.days.learn(cell(r.cells, l.time))
		}
	}
	return l, nil
}

// cell returns a cell of a row; rows may be shorter than the table is wide.
func cell(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}

// isPhones reports whether a column holds telephone numbers: most of its values are, as
// written for callers from abroad, or as its header says.
func (l *edgeList) isPhones(i int) bool {
	c := chooser{columns: l.columns}
	for _, r := range l.t.sample {
		c.sample = append(c.sample, r.cells)
	}
	abroad := func(text string) bool {
		_, ok := phone(text)
		text = strings.TrimLeft(normalize.Visible(text), "( ")
		return ok && (strings.HasPrefix(text, "+") || strings.HasPrefix(text, "00") || strings.HasPrefix(strings.ToLower(text), "tel:"))
	}
	if c.holds(i, abroad) {
		return true
	}
	if l.t.bare {
		return false
	}
	m := header.Default().Find(l.columns[i])
	says := slices.Contains([]header.Attribute{"caller", "called", "phone"}, m.Attribute)
	return says && c.holds(i, func(text string) bool { _, ok := phone(text); return ok })
}

// phone returns a telephone number in the form in which numbers are compared. A number without
// its country is one only with itself.
func phone(text string) (string, bool) {
	number, err := normalize.Phone(text, "")
	const least = 7 // digits; extensions and codes are shorter
	if err != nil || len(strings.TrimPrefix(number, "+")) < least {
		return "", false
	}
	return number, true
}

// node returns the node that a text names: k is 0 for where an edge begins, 1 for where it
// ends.
func (l *edgeList) node(text string, k int) uint32 {
	if v, ok := l.memo[k][text]; ok {
		return v
	}
	v := noNode
	name := normalize.Visible(text)
	if number, ok := phone(name); ok && l.phones[k] {
		name = number
	}
	if !normalize.IsNothing(name, normalize.OfKey) {
		if l.isPlain() {
			v = l.plain.Vertex(name)
		} else {
			v = l.layers.Vertex(name)
		}
	}
	l.memo[k][strings.Clone(text)] = v
	return v
}

// isPlain reports whether all edges are alike.
func (l *edgeList) isPlain() bool { return l.layer < 0 && l.time < 0 }

// link adds an edge.
func (l *edgeList) link(from, to uint32, weight float32, layer, at string, w way) {
	if w == oneWay && !l.directs {
		l.plain.Direct()
		l.layers.Direct()
		l.directs = true
	}
	switch {
	case l.isPlain() && w == bothWays:
		l.plain.Mutual(from, to, weight)
	case l.isPlain():
		l.plain.Tie(from, to, weight)
	case w == bothWays:
		l.layers.Mutual(from, to, weight, layer, at)
	default:
		l.layers.Tie(from, to, weight, layer, at)
	}
}

// add adds a row.
func (l *edgeList) add(r row) error {
	from, to := l.node(cell(r.cells, l.e.from), 0), l.node(cell(r.cells, l.e.to), 1)
	if from == noNode || to == noNode {
		if from != to { // else the row names nobody
			l.lonely++
		}
		return nil
	}
	weight, open := float32(1), false
	if text := cell(r.cells, l.e.weight); text != "" {
		var err error
		if weight, open, err = l.weights.read(text); err != nil {
			return fmt.Errorf("%s, %s: %w", l.t.name, r.at, err)
		}
	}
	day, layer := "", normalize.Visible(cell(r.cells, l.layer))
	if l.time >= 0 {
		var err error
		if day, err = l.days.read(cell(r.cells, l.time)); err != nil {
			l.t.bad = append(l.t.bad, &reader.RowError{Place: r.at, Column: l.columns[l.time], Reason: err.Error(), Raw: slices.Clone(r.raw)})
			return nil
		}
	}
	w, ok := wayOf(cell(r.cells, l.way))
	if !ok {
		l.t.bad = append(l.t.bad, &reader.RowError{Place: r.at, Column: l.columns[l.way], Reason: "want Directed, Undirected or Mutual", Raw: slices.Clone(r.raw)})
		return nil
	}
	if w == asGiven && l.way >= 0 && !l.t.o.Directed {
		w = bothWays // beside others that have a direction
	}
	l.seen(layer, day)
	if open {
		l.weights.open = append(l.weights.open, openWeight{from, to, day, layer, r.at, cell(r.cells, l.e.weight), w})
		return nil
	}
	l.link(from, to, weight, layer, day, w)
	return nil
}

// seen counts what layers and days there are.
func (l *edgeList) seen(layer, day string) {
	if l.layer >= 0 {
		l.counts[layer]++
	}
	switch {
	case l.time < 0:
	case day == "":
		l.undated++
	case l.first == "" || day < l.first:
		l.first = day
	}
	l.last = max(l.last, day)
}

// knows reports whether one of two texts is the name of a node.
func (l *edgeList) knows(a, b string) bool {
	for k := range l.memo {
		for _, text := range [...]string{a, b} {
			if v, ok := l.memo[k][text]; ok && v != noNode {
				return true
			}
		}
	}
	return false
}

// file returns the graph of the edges that count.
func (l *edgeList) file() (*File, error) {
	for _, w := range l.weights.open {
		weight, err := l.weights.decide(w.text)
		if err != nil {
			return nil, fmt.Errorf("%s, %s: %w", l.t.name, w.place, err)
		}
		l.link(w.from, w.to, weight, w.layer, w.at, w.way)
	}
	o := l.t.o
	c := graph.Choice{Since: o.Since, Until: o.Until}
	for _, wanted := range o.Layers {
		wanted = normalize.Visible(wanted)
		if !slices.Contains(l.layers.Names(), wanted) {
			return nil, QuestionError{fmt.Sprintf("no edge is of the layer %q; there are %q", wanted, l.layers.Names()), ""}
		}
		c.Layers = append(c.Layers, wanted)
	}
	name := func(i int) string { return cell(l.columns, i) }
	var g *graph.Graph
	if l.isPlain() {
		g = l.plain.Build()
	} else {
		g = l.layers.Graph(c)
	}
	f := &File{
		Graph: g,
		Taken: &Taken{From: name(l.e.from), To: name(l.e.to), Weight: name(l.e.weight), Layer: name(l.layer), Time: name(l.time), NoHeader: l.t.bare},
	}
	f.Notes = l.notes()
	return f, nil
}

// notes says what else is to be known of the rows.
func (l *edgeList) notes() []string {
	var out []string
	if l.phones[0] || l.phones[1] {
		what := "telephone numbers: two spellings of one number are one node"
		if !l.phones[0] || !l.phones[1] {
			k := slices.Index(l.phones[:], true)
			what = fmt.Sprintf("telephone numbers in %q: two spellings of one number are one node", l.columns[[...]int{l.e.from, l.e.to}[k]])
		}
		out = append(out, what)
	}
	if l.way >= 0 {
		out = append(out, fmt.Sprintf("column %q says which edges have a direction", l.columns[l.way]))
	}
	if n := l.spellings(); n > 0 {
		out = append(out, fmt.Sprintf("%s written in several ways, as by spaces or characters that do not show", count(n, "node")))
	}
	if l.lonely > 0 {
		out = append(out, fmt.Sprintf("%s with one end only: no edge", count(l.lonely, "row")))
	}
	if l.layer >= 0 {
		out = append(out, "layers: "+l.layerCounts())
	}
	if l.time >= 0 && l.first != "" {
		out = append(out, fmt.Sprintf("days from %s to %s", l.first, l.last))
	}
	if l.undated > 0 {
		left := ""
		if l.t.o.Since+l.t.o.Until != "" {
			left = ", left out"
		}
		out = append(out, fmt.Sprintf("%s without a day%s", count(l.undated, "edge"), left))
	}
	return out
}

// spellings returns how many nodes several texts name.
func (l *edgeList) spellings() int {
	first := map[uint32]string{}
	several := map[uint32]bool{}
	for _, memo := range l.memo {
		for text, v := range memo {
			if one, ok := first[v]; v != noNode && ok && one != text {
				several[v] = true
			}
			first[v] = text
		}
	}
	return len(several)
}

// layerCounts lists the layers, those of most edges first.
func (l *edgeList) layerCounts() string {
	names := l.layers.Names()
	order := slices.Clone(names)
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Or(cmp.Compare(l.counts[b], l.counts[a]), cmp.Compare(a, b)) })
	const most = 10
	var out []string
	for _, name := range order[:min(most, len(order))] {
		shown := name
		if shown == "" {
			shown = "(none)"
		}
		out = append(out, fmt.Sprintf("%s %d", shown, l.counts[name]))
	}
	if n := len(order) - most; n > 0 {
		out = append(out, fmt.Sprintf("and %d others", n))
	}
	return strings.Join(out, ", ")
}
