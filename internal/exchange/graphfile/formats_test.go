package graphfile

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func readText(t *testing.T, text string, f Format, o Options) *File {
	t.Helper()
	file, err := ReadFile(strings.NewReader(text), int64(len(text)), f, o)
	if err != nil {
		t.Fatalf("%s: %v\n%s", f, err, text)
	}
	return file
}

// arcs lists the arcs of a graph, or the edges of one without directions, with their weights.
func arcs(f *File) []string {
	var out []string
	g := f.Graph
	for v := range uint32(g.Len()) {
		to, weights := g.Arcs(v)
		for i, u := range to {
			from, end := g.Name(v), g.Name(u)
			if !g.Directed && from > end {
				continue
			}
			w := float32(1)
			if weights != nil {
				w = weights[i]
			}
			out = append(out, fmt.Sprintf("%s>%s %g", from, end, w))
		}
	}
	slices.Sort(out)
	return out
}

func nodes(f *File) []string {
	var out []string
	for v := range uint32(f.Graph.Len()) {
		out = append(out, f.Graph.Name(v))
	}
	slices.Sort(out)
	return out
}

const (
	graphMLHead = `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">`
	gexfHead    = `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3">`
)

// Each row is what a file holds, as its format defines it.
func TestFormats(t *testing.T) {
	for name, test := range map[string]struct {
		f     Format
		text  string
		nodes string
		arcs  string
	}{
		"pajek arcs and edges": {Pajek, "*Vertices 3\n1 \"Oar\"\n2 \"Pier\"\n3 \"Quay\"\n*Arcs\n1 2 2\n*Edges\n2 3 4\n", "Oar Pier Quay", "Oar>Pier 2,Pier>Quay 4,Quay>Pier 4"},
		"pajek edges, then arcs, of the same two": {
			Pajek, "*Vertices 2\n1 Oar\n2 Pier\n*Edges\n1 2 1\n*Arcs\n2 1 3\n", "Oar Pier", "Oar>Pier 1,Pier>Oar 4",
		},
		"pajek lists": {Pajek, "*vertices 4\n*arcslist\n1 2 3\n*edgeslist\n4 3\n", "1 2 3 4", "1>2 1,1>3 1,3>4 1,4>3 1"},
		"pajek matrix": {
			Pajek, "*Vertices 3\n*Matrix\n0 2 0\n0 0 1\n0 0 0\n", "1 2 3", "1>2 2,2>3 1",
		},
		"pajek of two kinds": {
			Pajek, "*Vertices 3 2\n1 \"Ann\"\n2 \"Ben\"\n3 \"Boat\"\n*Matrix\n1\n3\n", "Ann Ben Boat", "Ann>Boat 1,Ben>Boat 3",
		},
		"pajek labels": {
			Pajek, "*Vertices 3\n1 \"&#1050;ран\" 0.1 0.2 ellipse\n3 \"Re\u0301my\u200b\"\n2\n*Edges\n1 3\n2 3 2 c Blue\n", "2 Rémy Кран", "2>Rémy 2,Rémy>Кран 1",
		},
		"graphml edges of both kinds": {
			GraphML, graphMLHead + `<graph edgedefault="undirected"><node id="Oar"/><node id="Pier"/><node id="Quay"/><edge source="Oar" target="Pier" directed="true"/><edge source="Pier" target="Quay"/></graph></graphml>`,
			"Oar Pier Quay", "Oar>Pier 1,Pier>Quay 1,Quay>Pier 1",
		},
		"graphml all edges otherwise": {
			GraphML, graphMLHead + `<graph edgedefault="directed"><node id="Oar"/><node id="Pier"/><edge source="Pier" target="Oar" directed="false"/></graph></graphml>`,
			"Oar Pier", "Oar>Pier 1",
		},
		"graphml default weight of any kind of element": {
			GraphML, graphMLHead + `<key id="k0" for="all" attr.name="Weight"><default> 3 </default></key><key id="k1" for="node" attr.name="weight"><default>9</default></key>` +
				`<graph edgedefault="undirected"><node id="Oar"/><node id="Pier"/><node id="Quay"/><edge source="Oar" target="Pier"/><edge source="Pier" target="Quay"><data key="k0">0.5</data></edge></graph></graphml>`,
			"Oar Pier Quay", "Oar>Pier 3,Pier>Quay 0.5",
		},
		"graphml labels": {
			GraphML, graphMLHead + `<key id="d0" for="node" attr.name="label"/><graph edgedefault="undirected"><node id="n0"><data key="d0">Oar</data></node><node id="n1"/><edge source="n0" target="n1"/></graph></graphml>`,
			"Oar n1", "Oar>n1 1",
		},
		"graphml nested, the inner graph of another direction": {
			GraphML, graphMLHead + `<graph edgedefault="directed"><edge source="a" target="c"/><node id="a"><graph edgedefault="undirected"><node id="b"/><node id="c"><graph><node id="d"/></graph></node><edge source="b" target="c"/></graph></node><edge source="d" target="a"/></graph></graphml>`,
			"a b c d", "a>c 1,b>c 1,c>b 1,d>a 1",
		},
		"graphml as yEd writes it": {
			GraphML, graphMLHead + `<key for="node" id="d6" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="n0"><data key="d5"/><data key="d6"><y:ShapeNode xmlns:y="urn:y"><y:NodeLabel>Tug<y:LabelModel/></y:NodeLabel><y:NodeLabel>second</y:NodeLabel></y:ShapeNode></data></node><node id="n1"/><edge source="n1" target="n0"><data key="d10"><y:EdgeLabel xmlns:y="urn:y">x</y:EdgeLabel></data></edge></graph></graphml>`,
			"Tug n1", "n1>Tug 1",
		},
		"gexf types": {
			GEXF, gexfHead + `<graph defaultedgetype="directed"><nodes><node id="0" label="Oar"/><node id="1" label="Pier"/><node id="2" label="Quay"/></nodes><edges><edge source="0" target="1"/><edge source="1" target="2" type="undirected" weight="2"/><edge source="2" target="0" type="mutual"/></edges></graph></gexf>`,
			"Oar Pier Quay", "Oar>Pier 1,Oar>Quay 1,Pier>Quay 2,Quay>Oar 1,Quay>Pier 2",
		},
		"gexf weights": {
			GEXF, gexfHead + `<graph><attributes class="node"><attribute id="3" title="weight"/></attributes><attributes class="edge"><attribute id="3" title="Weight"><default>5</default></attribute></attributes>` +
				`<nodes count="9000000000"><node id="0"/><node id="1"/><node id="2"/><node id="3"/></nodes><edges count="9000000000"><edge source="0" target="1"/><edge source="1" target="2"><attvalues><attvalue for="3" value="7"/></attvalues></edge><edge source="2" target="3" weight="0.5"><attvalues><attvalue for="3" value="7"/></attvalues></edge></edges></graph></gexf>`,
			"0 1 2 3", "0>1 5,1>2 7,2>3 0.5",
		},
		"gexf nodes in nodes": {
			GEXF, gexfHead + `<graph><nodes><node id="0" label="Cell"><nodes><node id="1" label="Oar"/></nodes><edges><edge source="1" target="2"/></edges></node><node id="2" label="Pier" pid="0"/></nodes></graph></gexf>`,
			"Cell Oar Pier", "Oar>Pier 1",
		},
		"gexf labels of several nodes, and one that is the id of another": {
			GEXF, gexfHead + `<graph><nodes><node id="7" label="Oar"/><node id="8" label="Oar"/><node id="9" label="10"/><node id="10"/></nodes><edges><edge source="7" target="9"/><edge source="8" target="10"/></edges></graph></gexf>`,
			"10 (10)|10 (9)|Oar (7)|Oar (8)", "Oar (7)>10 (9) 1,Oar (8)>10 (10) 1",
		},
		"metis with blank lines for nodes without edges": {METIS, "%c\n3 1\n\n3\n2\n", "1 2 3", "2>3 1"},
	} {
		f := readText(t, test.text, test.f, Options{})
		separator := " "
		if strings.Contains(test.nodes, "|") {
			separator = "|"
		}
		if got := strings.Join(nodes(f), separator); got != test.nodes {
			t.Errorf("%s: nodes %q, want %q", name, got, test.nodes)
		}
		got := arcs(f)
		want := strings.Split(test.arcs, ",")
		if !f.Graph.Directed { // an edge is written either way
			for i, a := range want {
				ends, w, _ := strings.Cut(a, " ")
				if k := strings.LastIndex(a, " "); k > 0 {
					ends, w = a[:k], a[k+1:]
				}
				x, y, _ := strings.Cut(ends, ">")
				want[i] = min(x, y) + ">" + max(x, y) + " " + w
			}
		}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: arcs %q, want %q", name, got, want)
		}
	}
}

// A node is found by its label and by its id.
func TestFind(t *testing.T) {
	f := readText(t, gexfHead+`<graph><nodes><node id="k4" label="Oar"/><node id="k5" label="k4"/></nodes></graph></gexf>`, GEXF, Options{})
	for name, want := range map[string]string{"Oar": "Oar", "k4": "k4", "k5": "k4", "O\u200bar": "Oar"} {
		if v, ok := f.Find(name); !ok || f.Graph.Name(v) != want {
			t.Errorf("%q is %q, %v; want %q", name, f.Graph.Name(v), ok, want)
		}
	}
}

// Groups, partitions and vectors are values of nodes.
func TestColumns(t *testing.T) {
	f := readText(t, gexfHead+`<graph><nodes><node id="0" label="Cell"/><node id="1" label="Oar" pid="0"/><node id="2" label="Pier" pid="missing"/></nodes></graph></gexf>`, GEXF, Options{})
	if len(f.Columns) != 1 || f.Columns[0].Name != "group" || !slices.Equal(f.Columns[0].Text, []string{"", "Cell", ""}) {
		t.Errorf("groups %v", f.Columns)
	}
	project := "*Network crew.net\n*Vertices 3\n1 \"Oar\"\n2 \"Pier\"\n3 \"Quay\"\n*Edges\n1 2 1\n\n*Partition rank.clu\n*Vertices 3\n2\n1\n1\n\n*Vector load.vec\n*Vertices 3\n0.5\n1\n-2\n*Partition other.clu\n*Vertices 2\n1\n2\n*Permutation p.per\n*Vertices 3\n3\n2\n1\n*Network next.net\n*Vertices 2\n*Arcs\n1 2\n"
	f = readText(t, project, Pajek, Options{Network: "crew.net"})
	got := map[string]string{}
	for _, c := range f.Columns {
		got[c.Name] = strings.Join(c.Text, " ")
	}
	if want := map[string]string{"rank.clu": "2 1 1", "load.vec": "0.5 1 -2"}; !maps.Equal(got, want) {
		t.Errorf("values %v, want %v", got, want)
	}
	if len(f.Unread) != 2 || !strings.Contains(f.Unread[0], "*Permutation p.per") || !strings.Contains(f.Unread[1], "*Partition other.clu is of 2 nodes, the network has 3") {
		t.Errorf("not read: %q", f.Unread)
	}
	if f.Graph.Len() != 3 || f.Graph.Edges() != 1 {
		t.Errorf("%d nodes, %d edges", f.Graph.Len(), f.Graph.Edges())
	}
	if f = readText(t, project, Pajek, Options{Network: "2"}); !f.Graph.Directed || f.Graph.Len() != 2 {
		t.Errorf("the second network has %d nodes", f.Graph.Len())
	}
	for _, network := range []string{"", "3", "rank.clu"} {
		_, err := ReadFile(strings.NewReader(project), int64(len(project)), Pajek, Options{Network: network})
		if q, ok := errors.AsType[QuestionError](err); !ok || q.Option != "network" || !strings.Contains(q.Reason, `1 "crew.net", 2 "next.net"`) {
			t.Errorf("network %q: %v", network, err)
		}
	}
	two := graphMLHead + `<graph id="spring"><node id="a"/></graph><graph id="autumn"><node id="b"/></graph></graphml>`
	if f = readText(t, two, GraphML, Options{Network: "autumn"}); f.Graph.Name(0) != "b" || f.Graph.Len() != 1 {
		t.Errorf("autumn has %q", nodes(f))
	}
}

// What is not in the graph is reported.
func TestUnread(t *testing.T) {
	f := readText(t, graphMLHead+`<graph><node id="a"><port name="north"/></node><node id="b"/><edge source="a" sourceport="north" target="b"/><hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge><hyperedge/></graph></graphml>`, GraphML, Options{})
	if f.Graph.Edges() != 1 || len(f.Unread) != 1 || !strings.Contains(f.Unread[0], "2 hyperedges not read") || len(f.Notes) != 1 || !strings.Contains(f.Notes[0], "ports") {
		t.Errorf("not read %q, notes %q", f.Unread, f.Notes)
	}
}

// A document is read in the encoding that its first bytes or its declaration say.
func TestEncodings(t *testing.T) {
	xml := `<graphml><graph><node id="Łódka"/><node id="Człon"/><edge source="Łódka" target="Człon"/></graph></graphml>`
	cyrillic := strings.NewReplacer("Łódka", "Лодка", "Człon", "Звено").Replace(xml)
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	for _, test := range []struct {
		declared, text string
		in             encoding.Encoding
		want           string
	}{
		{"ISO-8859-2", xml, charmap.ISO8859_2, "Łódka"},
		{"windows-1250", xml, charmap.Windows1250, "Łódka"},
		{"KOI8-R", cyrillic, charmap.KOI8R, "Лодка"},
		{"windows-1251", cyrillic, charmap.Windows1251, "Лодка"},
		{"cp866", cyrillic, charmap.CodePage866, "Лодка"},
		{"IBM855", cyrillic, charmap.CodePage855, "Лодка"},
		{"UTF-16", cyrillic, little, "Лодка"},
		{"utf-16", cyrillic, big, "Лодка"},
		{"UTF-8", cyrillic, encoding.Nop, "Лодка"},
		{"utf-16", cyrillic, encoding.Nop, "Лодка"},
	} {
		written, err := test.in.NewEncoder().String(`<?xml version="1.0" encoding="` + test.declared + `"?>` + test.text)
		if err != nil {
			t.Fatal(err)
		}
		for _, mark := range []string{"", "\xef\xbb\xbf"} {
			if mark != "" && test.in != encoding.Nop {
				continue
			}
			f := readText(t, mark+written, GraphML, Options{})
			if _, ok := f.Find(test.want); !ok || f.Graph.Edges() != 1 {
				t.Errorf("%s: nodes %q", test.declared, nodes(f))
			}
		}
	}
	pajek := "*Vertices 2\n1 \"Şahin Tekne\"\n2 \"Çapa Ağı Işık\"\n*Edges\n1 2\n"
	for name, in := range map[string]encoding.Encoding{"utf-16": big, "utf-8": encoding.Nop, "windows-1254": charmap.Windows1254} {
		written, err := in.NewEncoder().String(pajek)
		if err != nil {
			t.Fatal(err)
		}
		f := readText(t, written, Pajek, Options{})
		if _, ok := f.Find("Şahin Tekne"); !ok || f.Graph.Edges() != 1 {
			t.Errorf("%s: nodes %q, %q", name, nodes(f), f.Notes)
		}
	}
}

// What refers to nothing, stands twice or claims too much is refused, with its place.
func TestRefusals(t *testing.T) {
	for name, test := range map[string]struct {
		f    Format
		text string
		want []string
	}{
		"graphml edge to no node": {
			GraphML, "<graphml>\n<graph>\n<node id='a'/>\n<node id='a'/>\n<edge source='a' target='z'/>\n</graph></graphml>",
			[]string{`line 4: node "a" is declared twice`, `line 5: the edge from "a" to "z" names no node`},
		},
		"gexf edge to no node": {
			GEXF, "<gexf><graph><nodes>\n<node id='1'/><node id='1' label='x'/></nodes><edges><edge source='8' target='1'/></edges></graph></gexf>",
			[]string{`node "1" is declared twice`, `there is no "8"`},
		},
		"nodes without id":        {GraphML, "<graphml><graph><node/></graph></graphml>", []string{"a node has no id"}},
		"another document":        {GraphML, "<html><body/></html>", []string{"its root is <html>, not <graphml>"}},
		"an edge without its end": {GEXF, "<gexf><graph><nodes><node id='1'/></nodes><edges><edge sourcT='1' target='1'/></edges></graph></gexf>", []string{`the edge from "" to "1" names no node`}},
		"text among edges":        {GEXF, "<gexf><graph><nodes><node id='1'/></nodes><edges>xedge source='1' target='1'/></edges></graph></gexf>", []string{"where only elements may be"}},
		"text in a graph":         {GraphML, "<graphml><graph><node id='a'/>.edge source='a' target='a'/></graph></graphml>", []string{"where only elements may be"}},
		"an unknown element":      {GraphML, "<graphml><graph>\n<node id='a'/><edgX source='a' target='a'/></graph></graphml>", []string{"line 2", "<edgX> has no place in a <graph>"}},
		"an element misplaced":    {GEXF, "<gexf><graph><edge source='1' target='1'/></graph></gexf>", []string{"<edge> has no place in a <graph>"}},
		"cut short":               {GEXF, "<gexf><graph><nodes><node id='1'/>", []string{"unexpected EOF"}},
		"empty":                   {GEXF, "", []string{"it is empty"}},
		"direction":               {GraphML, "<graphml><graph><node id='a'/><node id='b'/><edge source='a' target='b' directed='maybe'/></graph></graphml>", []string{`directed="maybe"`}},
		"type":                    {GEXF, "<gexf><graph><nodes><node id='1'/></nodes><edges><edge source='1' target='1' type='sideways'/></edges></graph></gexf>", []string{`type "sideways"`}},
		"infinite weight":         {GEXF, "<gexf><graph><nodes><node id='1'/></nodes><edges><edge source='1' target='1' weight='INF'/></edges></graph></gexf>", []string{"above 0"}},
		"decimal comma":           {Pajek, "*Vertices 2\n*Edges\n1 2 2,5\n", []string{"line 3", "write a point: 2.5"}},
		"unknown encoding":        {GraphML, `<?xml version="1.0" encoding="klingon"?><graphml/>`, []string{`"klingon" is not known`}},
		"not in UTF-8":            {GraphML, "<graphml><graph><node id='Zo\xeb'/></graph></graphml>", []string{"declare the encoding"}},
		"a claim of nodes":        {Pajek, "*Vertices 2000000000\n*Edges\n1 2 1\n", []string{"*Vertices 2000000000 in a file of 34 bytes"}},
		"a claim of metis":        {METIS, "2000000000 4000000000\n2\n1\n", []string{"2000000000 nodes, and lines for 2"}},
		"a label of two nodes":    {Pajek, "*Vertices 1\n1 \"a\"\n1 \"b\"\n", []string{"line 3", "declared twice"}},
		"an open label":           {Pajek, "*Vertices 1\n1 \"a\n", []string{"closing quote"}},
		"a short partition":       {Pajek, "*Vertices 2\n*Edges\n1 2\n*Partition p\n*Vertices 2\n1\n", []string{"*Partition p has 2 nodes, and lines for 1"}},
		"a long partition":        {Pajek, "*Vertices 1\n*Edges\n*Partition p\n*Vertices 1\n1\n2\n", []string{"more lines than nodes"}},
		"an unknown section":      {Pajek, "*Vertices 1\n*Events\n", []string{`"*events" is not read`}},
		"a short matrix":          {Pajek, "*Vertices 2\n*Matrix\n0 1\n", []string{"*Matrix of 2 rows"}},
		"a narrow matrix":         {Pajek, "*Vertices 2\n*Matrix\n0\n1\n", []string{"2 rows of 2 values"}},
		"metis of one side":       {METIS, "3 2\n2 3\n1\n\n", []string{"one of its ends"}},
		"metis of other weights":  {METIS, "2 1 1\n2 3\n1 4\n", []string{"another weight"}},
	} {
		_, err := ReadFile(strings.NewReader(test.text), int64(len(test.text)), test.f, Options{})
		if !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q in it", name, err, want)
			}
		}
	}
}

// A graph of both kinds of edges is written and read as it is.
func TestMixedRoundTrip(t *testing.T) {
	f := readText(t, "*Vertices 4\n1 \"Oar\"\n2 \"Pier\"\n3 \"Quay\"\n4 \"Rope\"\n*Arcs\n1 2 2\n3 4 1\n*Edges\n2 3 4\n3 4 0.5\n", Pajek, Options{})
	for _, format := range []Format{GraphML, GEXF} {
		var b strings.Builder
		if err := Write(&b, format, f.Graph, nil); err != nil {
			t.Fatal(err)
		}
		again := readText(t, b.String(), format, Options{})
		if got, want := arcs(again), arcs(f); !slices.Equal(got, want) || again.Graph.Mutual().Edges() != 1 {
			t.Errorf("%s: %q, want %q\n%s", format, got, want, b.String())
		}
	}
}
