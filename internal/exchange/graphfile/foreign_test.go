package graphfile

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A graph of a format that is not read is refused by its name, and no table that begins
// alike is.
func TestForeign(t *testing.T) {
	for text, want := range map[string]string{
		"%%MatrixMarket matrix coordinate real symmetric\n3 3 2\n2 1 1.5\n3 2 2.5\n": "Matrix Market",
		"dl n=3 format=edgelist1\nlabels embedded\ndata:\nUte Vera 1\n":              "UCINET DL",
		"DL\nN=3\nFORMAT = FULLMATRIX\nDATA:\n0 1 1\n1 0 0\n1 0 0\n":                 "UCINET DL",
		"graph [\n node [ id 1 ]\n node [ id 2 ]\n edge [ source 1 target 2 ]\n]\n":  "GML",
		"Creator \"igraph\"\nVersion 1\ngraph\n[\n  directed 0\n]\n":                 "GML",
		"digraph calls { Ute -> Vera; Vera -> Wim; }\n":                              "DOT",
		"*Vertices 2\n1 \"Ute\"\n2 \"Vera\"\n*Edges\n1 2\n":                          "Pajek",
		`{"directed": false, "graph": {}, "nodes": [{"id": "Ute"}], "links": []}`:    "graph in JSON",
		"graph,to\nUte,Vera\nVera,Wim\n":                                             "",
		"dl,to\nUte,Vera\nVera,Wim\n":                                                "",
		"%% a remark\n1,2\n2,3\n":                                                    "",
	} {
		_, err := tableOf(t, "a.txt", text, TableOptions{})
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", text, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// Names that could also say where edges begin and end make a matrix no edge list.
func TestMatricesOfLetters(t *testing.T) {
	for _, text := range []string{
		";A;B;C\nA;0;1;0\nB;1;0;2\nC;0;2;0\n",
		",A,B,C\nA,0,1,0\nB,1,0,2\nC,0,2,0\n",
		"A,B,C\n0,1,0\n1,0,2\n0,2,0\n",
	} {
		f, err := tableOf(t, "m.csv", text, TableOptions{})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := strings.Join(arcs(f), "|"); got != "A>B 1|B>C 2" {
			t.Errorf("%q: %s", text, got)
		}
	}
	f, err := tableOf(t, "l.csv", "a,b,c\n0,1,5\n1,2,6\n3,2,9\n", TableOptions{})
	if err != nil || f.Graph.Len() != 4 || f.Graph.Edges() != 3 {
		t.Errorf("a list: %v, %v", f, err)
	}
}

// ring is the matrix of n nodes in a ring, with or without their names.
func ring(n int, named bool) string {
	var b strings.Builder
	if named {
		for i := range n {
			fmt.Fprintf(&b, ",n%d", i)
		}
		b.WriteByte('\n')
	}
	for i := range n {
		if named {
			fmt.Fprintf(&b, "n%d,", i)
		}
		row := []byte(strings.Repeat("0,", n))
		row[2*((i+1)%n)], row[2*((i+n-1)%n)] = '1', '1'
		b.Write(row[:len(row)-1])
		b.WriteByte('\n')
	}
	return b.String()
}

// A matrix of more rows than the sample is one as well, and soon read; a row that does not
// fit it is an error.
func TestLargeMatrix(t *testing.T) {
	const n = 1200
	begun := time.Now()
	for _, named := range []bool{true, false} {
		text := ring(n, named)
		f, err := tableOf(t, "m.csv", text, TableOptions{})
		if err != nil || f.Graph.Len() != n || f.Graph.Edges() != n || f.Graph.Directed {
			t.Errorf("named %v: %v, %v", named, f, err)
		}
		cut := text[:strings.LastIndexByte(text[:len(text)-1], '\n')+1]
		if _, err := tableOf(t, "m.csv", cut, TableOptions{}); err == nil {
			t.Errorf("named %v: a matrix without its last row passed", named)
		}
	}
	if took := time.Since(begun); took > time.Minute {
		t.Errorf("it took %v", took)
	}
}

// Pajek's fields stand apart by any blanks, and remarks begin with % or /*.
func TestPajekBlanks(t *testing.T) {
	text := "/* from the manual */\n*Vertices\t3\n1\t\"Ute\"\n2\t\"Vera\"\n3\t\"Wim\"\n*Edges\n1\t2\t1\n2\t3\t2\n"
	f, err := ReadFile(strings.NewReader(text), int64(len(text)), Pajek, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(arcs(f), "|"); got != "Ute>Vera 1|Vera>Wim 2" {
		t.Error(got)
	}
}

// Gephi's column Type says of each edge whether it has a direction.
func TestTypesOfEdges(t *testing.T) {
	for text, want := range map[string]string{
		"Source,Target,Type,Weight\n1,2,Directed,1\n2,1,Directed,4\n":                    "1>2 1|2>1 4",
		"Source;Target;Type;Weight\nUte;Vera;Directed;1\nVera;Wim;Undirected;2,5\n":      "Ute>Vera 1|Vera>Wim 2.5|Wim>Vera 2.5",
		"Source,Target,Type\nUte,Vera,Undirected\nVera,Ute,Undirected\n":                 "Ute>Vera 2",
		"Source,Target,Type\nUte,Vera,call\nVera,Ute,call\n":                             "Ute>Vera 2",
		"Source,Target,Type,Id,Label,Weight\n1,2,Undirected,0,,1.0\n3,2,Mutual,1,,2.0\n": "1>2 1|2>3 2",
	} {
		f, err := tableOf(t, "edges.csv", text, TableOptions{})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := strings.Join(arcs(f), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	dated := "Source,Target,Type,Day\nUte,Vera,Directed,2016-01-02\nVera,Wim,Undirected,2016-01-03\nWim,Ute,Directed,2014-01-03\n"
	f, err := tableOf(t, "edges.csv", dated, TableOptions{Time: "Day", Since: "2016"})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(arcs(f), "|"); got != "Ute>Vera 1|Vera>Wim 1|Wim>Vera 1" {
		t.Error(got)
	}
	text := "Source,Target,Type\n" + strings.Repeat("Ute,Vera,Directed\n", 20) + "Ute,Wim,sideways\n"
	if f, err = tableOf(t, "edges.csv", text, TableOptions{}); err != nil || len(f.Bad) != 1 {
		t.Errorf("%v, %v", f, err)
	}
}
