package graphfile

import (
	"errors"
	"strings"
	"testing"

	"skein/internal/network/graph"
)

func sample(directed bool) *graph.Graph {
	b := graph.NewBuilder(directed)
	b.Add("Anna <&>", "Boris", 2.5)
	b.Add("Boris", "Карл", 1)
	b.Vertex("alone")
	return b.Build()
}

func same(t *testing.T, got, want *graph.Graph) {
	t.Helper()
	if got.Len() != want.Len() || got.Edges() != want.Edges() || got.Directed != want.Directed {
		t.Fatalf("%d vertices, %d ties, directed %v", got.Len(), got.Edges(), got.Directed)
	}
	for v := range uint32(want.Len()) {
		for _, u := range want.Neighbours(v) {
			a, ok1 := got.Find(want.Name(v))
			b, ok2 := got.Find(want.Name(u))
			w, ok := got.Weight(a, b)
			if x, _ := want.Weight(v, u); !ok1 || !ok2 || !ok || x != w {
				t.Errorf("%s to %s weighs %v, want %v", want.Name(v), want.Name(u), w, x)
			}
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, f := range []Format{GraphML, GEXF} {
		for _, directed := range []bool{false, true} {
			g := sample(directed)
			var b strings.Builder
			if err := Write(&b, f, g, []Column{{Name: "rank", Number: make([]float64, g.Len())}, {Name: "role", Text: []string{"a", "<b>", "c", "d"}}}); err != nil {
				t.Fatal(err)
			}
			back, err := Read(strings.NewReader(b.String()), f)
			if err != nil {
				t.Fatalf("%s: %v\n%s", f, err, b.String())
			}
			same(t, back, g)
		}
	}
}

func TestRead(t *testing.T) {
	pajek := "%comment\n*Vertices 4\n1 \"Anna <&>\" 0.1 0.2\n2 Boris\n3 \"Карл\"\n4 \"alone\"\n*Edges\n1 2 2.5\n2 3\n"
	g, err := Read(strings.NewReader(pajek), Pajek)
	if err != nil {
		t.Fatal(err)
	}
	same(t, g, sample(false))
	g, err = Read(strings.NewReader(strings.Replace(pajek, "*Edges", "*Arcs", 1)), Pajek)
	if err != nil {
		t.Fatal(err)
	}
	same(t, g, sample(true))
	g, err = Read(strings.NewReader("% two triangles\n4 4 1\n2 5 3 1\n1 5 3 2\n1 1 2 2 4 7\n3 7\n"), METIS)
	if err != nil {
		t.Fatal(err)
	}
	if w, ok := g.Weight(2, 3); g.Len() != 4 || g.Edges() != 4 || !ok || w != 7 {
		t.Errorf("METIS: %d vertices, %d ties, weight %v", g.Len(), g.Edges(), w)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, test := range []struct {
		f    Format
		text string
		want string
	}{
		{METIS, "2 1\n2\n", "lines for 1"},
		{METIS, "2 1\n3\n1\n", "no node"},
		{METIS, "2 2\n2\n1\n", "first line says 2"},
		{METIS, "x\n", "numbers of nodes"},
		{Pajek, "*Edges\n1 2\n", "before *Vertices"},
		{Pajek, "*Vertices 2\n*Edges\n1 2 -1\n", "above 0"},
		{GraphML, "<graphml><graph><node id='a'/><edge source='a' target='b'/></graph></graphml>", "names no node"},
		{GraphML, "<graphml>", ""},
		{GEXF, "<gexf><graph><nodes><node id='1'/></nodes><edges><edge source='1' target='2'/></edges></graph></gexf>", "names no node"},
	} {
		if _, err := Read(strings.NewReader(test.text), test.f); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %q: %v, want %q in it", test.f, test.text, err, test.want)
		}
	}
}
