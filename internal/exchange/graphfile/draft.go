package graphfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/network/graph"
	"skein/internal/normalize"
)

// draft is a graph as a file gives it: nodes by their ids, which edges may name before the
// file declares them.
type draft struct {
	name    string // of the network, where the file gives one
	number  map[string]uint32
	ids     []string
	labels  []string
	parents []string // id of the node that a node lies in; nil: of none
	state   []bool   // whether the file declares the node
	named   map[uint32]string

	directed, mutual graph.Ties
	oneWay           bool // an edge has a direction
	refused          []string
	refusals         int
	columns          []Column
}

func newDraft(name string) *draft {
	return &draft{name: name, number: map[string]uint32{}, named: map[uint32]string{}}
}

// at returns the number of the node with an id, declared or not.
func (d *draft) at(id string) uint32 {
	id = normalize.Visible(id)
	if v, ok := d.number[id]; ok {
		return v
	}
	v := uint32(len(d.ids))
	id = strings.Clone(id)
	d.number[id] = v
	d.ids, d.labels, d.state = append(d.ids, id), append(d.labels, ""), append(d.state, false)
	return v
}

// node declares a node. One without label goes by its id.
func (d *draft) node(id, label, parent string, line int) {
	if strings.TrimSpace(id) == "" {
		d.refuse("line %d: a node has no id", line)
		return
	}
	v := d.at(id)
	if d.state[v] {
		d.refuse("line %d: node %q is declared twice", line, id)
		return
	}
	d.state[v] = true
	d.labels[v] = strings.Clone(normalize.Visible(label))
	if parent != "" {
		for len(d.parents) <= int(v) {
			d.parents = append(d.parents, "")
		}
		d.parents[v] = normalize.Visible(parent)
	}
}

// edge adds an edge between two nodes by their ids.
func (d *draft) edge(from, to string, weight float32, directed bool, line int) {
	a, b := d.at(from), d.at(to)
	for _, v := range [...]uint32{a, b} {
		if _, ok := d.named[v]; !d.state[v] && !ok {
			d.named[v] = fmt.Sprintf("line %d: the edge from %q to %q names no node: there is no %q", line, from, to, d.ids[v])
		}
	}
	d.link(a, b, weight, directed)
}

// link adds an edge between two nodes by their numbers.
func (d *draft) link(a, b uint32, weight float32, directed bool) {
	if directed {
		d.oneWay = true
		d.directed.Add(a, b, weight)
	} else {
		d.mutual.Add(a, b, weight)
	}
}

// refuse notes why the file cannot be read.
func (d *draft) refuse(why string, args ...any) {
	const most = 5
	if d.refusals++; d.refusals <= most {
		d.refused = append(d.refused, fmt.Sprintf(why, args...))
	}
}

// file returns the graph, or why it is none.
func (d *draft) file() (*File, error) {
	for v, known := range d.state {
		if !known {
			d.refuse("%s", d.named[uint32(v)])
		}
	}
	if d.refusals > 0 {
		text := strings.Join(d.refused, "; ")
		if more := d.refusals - len(d.refused); more > 0 {
			text += fmt.Sprintf("; and %d more", more)
		}
		return nil, fmt.Errorf("%w: %s", ErrFormat, text)
	}
	b := graph.NewBuilder(d.oneWay)
	f := &File{Columns: d.columns, ids: d.number}
	names := distinct(d.labels, d.ids)
	for _, name := range names {
		b.Vertex(name)
	}
	eachOf(&d.directed, b.Tie)
	eachOf(&d.mutual, b.Mutual)
	f.Graph = b.Build()
	if d.parents != nil {
		c := Column{Name: "group", Text: make([]string, len(names))}
		for v, parent := range d.parents {
			if at, ok := d.number[parent]; ok && parent != "" {
				c.Text[v] = names[at]
			}
		}
		f.Columns = append(f.Columns, c)
	}
	return f, nil
}

// eachOf calls f for all ties.
func eachOf(t *graph.Ties, f func(from, to uint32, weight float32)) {
	for i := 0; i < len(t.Ends); i += 2 {
		w := float32(1)
		if t.Weight != nil {
			w = t.Weight[i/2]
		}
		f(t.Ends[i], t.Ends[i+1], w)
	}
}

// distinct returns a name for every node, no two the same: its label, or its id where it has
// none. Where several would have one name, each has its id behind it in brackets, so that
// none passes for another. Ids differ.
func distinct(labels, ids []string) []string {
	names := make([]string, len(ids))
	count := make(map[string]int, len(ids))
	for v, label := range labels {
		if label == "" {
			label = ids[v]
		}
		names[v] = label
		count[label]++
	}
	if len(count) == len(names) {
		return names
	}
	for v, name := range names {
		if count[name] < 2 {
			continue
		}
		unique := name + " (" + ids[v] + ")"
		for k := 2; count[unique] > 0; k++ {
			unique = name + " (" + ids[v] + ", " + strconv.Itoa(k) + ")"
		}
		names[v] = unique
		count[unique] = 1
	}
	return names
}

// chosen returns the network of several that is asked for, by its name or its number.
func chosen(drafts []*draft, network string) (*draft, error) {
	var names []string
	for i, d := range drafts {
		names = append(names, strconv.Itoa(i+1)+" "+strconv.Quote(d.name))
	}
	if network == "" {
		if len(drafts) == 1 {
			return drafts[0], nil
		}
		return nil, QuestionError{fmt.Sprintf("the file holds %d networks: %s", len(drafts), strings.Join(names, ", ")), "network"}
	}
	if i := slices.IndexFunc(drafts, func(d *draft) bool { return d.name == network }); i >= 0 {
		return drafts[i], nil
	}
	if k, err := strconv.Atoi(network); err == nil && k >= 1 && k <= len(drafts) {
		return drafts[k-1], nil
	}
	return nil, QuestionError{fmt.Sprintf("there is no network %q: the file holds %s", network, strings.Join(names, ", ")), "network"}
}
