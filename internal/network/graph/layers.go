package graph

import "slices"

// Layers are ties of several relations between the same vertices, such as calls and
// meetings, each with the time at which it was. Any of them make a graph:
//
//	l := graph.NewLayers(false)
//	l.Add("Anna", "Boris", 1, "call", "2015-03-01")
//	g := l.Graph(graph.Choice{Layers: []string{"call"}, Since: "2015"})
type Layers struct {
	builder *Builder
	names   []string
	number  map[string]uint32
	ties    []layered
}

type layered struct {
	from, to uint32
	weight   float32
	layer    uint32
	at       string
	mutual   bool // without direction, whatever others have
}

// NewLayers returns layers without ties.
func NewLayers(directed bool) *Layers {
	return &Layers{builder: NewBuilder(directed), number: map[string]uint32{}}
}

// Add adds a tie of a layer. At is when it was, in a form whose order is that of time, such
// as 2015-03-01; empty: at no known time.
func (l *Layers) Add(from, to string, weight float32, layer, at string) {
	l.Tie(l.Vertex(from), l.Vertex(to), weight, layer, at)
}

// Vertex returns the number of the vertex with a name, which is added where there is none.
func (l *Layers) Vertex(name string) uint32 { return l.builder.Vertex(name) }

// Tie does what Add does for two vertices by their numbers.
func (l *Layers) Tie(from, to uint32, weight float32, layer, at string) {
	l.add(layered{from: from, to: to, weight: weight, at: at}, layer)
}

// Mutual adds a tie without direction: in a directed graph it goes both ways.
func (l *Layers) Mutual(from, to uint32, weight float32, layer, at string) {
	l.add(layered{from: from, to: to, weight: weight, at: at, mutual: true}, layer)
}

// Direct makes the graphs directed, whatever was said of them before.
func (l *Layers) Direct() { l.builder.Direct() }

func (l *Layers) add(t layered, layer string) {
	n, ok := l.number[layer]
	if !ok {
		n = uint32(len(l.names))
		l.number[layer] = n
		l.names = append(l.names, layer)
	}
	t.layer = n
	l.ties = append(l.ties, t)
}

// Names returns the names of the layers, as they came.
func (l *Layers) Names() []string { return l.names }

// Choice says which ties count.
type Choice struct {
	Layers       []string // nil: all
	Since, Until string   // times, with all that begins like Until; empty: without bound
}

// Graph returns the graph of the ties of a choice, between all vertices of all layers. With
// bounds, ties at no known time are not in it.
func (l *Layers) Graph(c Choice) *Graph {
	b := &Builder{directed: l.builder.directed, names: l.builder.names}
	for _, t := range l.ties {
		switch {
		case !c.has(l.names[t.layer], t.at):
		case t.mutual:
			b.Mutual(t.from, t.to, t.weight)
		default:
			b.Tie(t.from, t.to, t.weight)
		}
	}
	return b.Build()
}

func (c Choice) has(layer, at string) bool {
	switch {
	case c.Layers != nil && !slices.Contains(c.Layers, layer):
		return false
	case c.Since == "" && c.Until == "":
		return true
	case at == "" || at < c.Since:
		return false
	}
	return c.Until == "" || at[:min(len(at), len(c.Until))] <= c.Until
}
