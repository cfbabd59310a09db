package graph_test

import (
	"slices"
	"testing"

	"skein/internal/network/graph"
)

func TestLayers(t *testing.T) {
	l := graph.NewLayers(false)
	l.Add("Anna", "Boris", 1, "call", "2015-03-01")
	l.Add("Anna", "Boris", 2, "meeting", "2016-01-05")
	l.Add("Boris", "Carl", 1, "call", "2016-12-31")
	l.Add("Carl", "Dora", 1, "call", "")
	if !slices.Equal(l.Names(), []string{"call", "meeting"}) {
		t.Errorf("layers %v", l.Names())
	}
	for name, test := range map[string]struct {
		choice graph.Choice
		edges  int
		weight float64 // of Anna and Boris
	}{
		"all":             {graph.Choice{}, 3, 3},
		"one layer":       {graph.Choice{Layers: []string{"meeting"}}, 1, 2},
		"since":           {graph.Choice{Since: "2016"}, 2, 2},
		"until":           {graph.Choice{Until: "2015"}, 1, 1},
		"a year of calls": {graph.Choice{Layers: []string{"call"}, Since: "2016", Until: "2016"}, 1, 0},
		"none":            {graph.Choice{Layers: []string{"letter"}}, 0, 0},
	} {
		g := l.Graph(test.choice)
		a, _ := g.Find("Anna")
		b, _ := g.Find("Boris")
		if w, _ := g.Weight(a, b); g.Len() != 4 || g.Edges() != test.edges || w != test.weight {
			t.Errorf("%s: %d vertices, %d ties, weight %v", name, g.Len(), g.Edges(), w)
		}
	}
}
