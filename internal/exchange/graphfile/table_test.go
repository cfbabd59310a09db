package graphfile

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"skein/internal/ingest/reader"
)

func tableOf(t *testing.T, name, text string, o TableOptions) (*File, error) {
	t.Helper()
	return ReadTable(t.Context(), name, strings.NewReader(text), int64(len(text)), o)
}

// Each row is the edges of a table, as an analyst would read it.
func TestTables(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		o    TableOptions
		arcs string // "" and question: it must ask
		asks string
	}{
		// Headers.
		"german":           {"Datum;Absender;Betrag;Empfänger\n01.02.2016;Ute;5;Vera\n02.02.2016;Vera;6;Wim\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"russian":          {"отправитель,получатель\nЯна,Зоя\nЗоя,Юля\n", TableOptions{}, "Зоя>Юля 1|Зоя>Яна 1", ""},
		"numbered columns": {"date,msisdn_1,msisdn_2,minutes\n2016-03-01,Ute,Vera,4\n2016-03-01,Vera,Wim,4\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"lettered columns": {"Party A,Time,Party B\nUte,10:31,Vera\nVera,10:32,Wim\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"ids before names": {"from name,from id,to name,to id\nUte,k1,Vera,k2\nUte,k1,Ute,k3\n", TableOptions{}, "k1>k2 1|k1>k3 1", ""},
		"from and to are days": {
			"person_a,person_b,from,to\nUte,Vera,2015-01-01,2015-02-01\nVera,Wim,2015-01-05,2016-02-01\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", "",
		},
		"two columns":           {"person,associate\nUte,Vera\nVera,Wim\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"two and a weight":      {"x,y,weight\nUte,Vera,2\nVera,Wim,3\n", TableOptions{}, "Ute>Vera 2|Vera>Wim 3", ""},
		"a header with #":       {"#from,to\nUte,Vera\nVera,Wim\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"a column called #":     {"#,caller,called\n1,Ute,Vera\n2,Vera,Wim\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"remarks and a header":  {"# exported on Monday\n# by Kim\nfrom,to\nUte,Vera\nVera,Wim\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"days and lengths only": {"date,duration\n2016-03-01,33\n2016-03-02,41\n", TableOptions{}, "", "no column says"},
		"three of one kind":     {"suspect,associate,lawyer\nUte,Vera,Wim\nVera,Wim,Xia\n", TableOptions{}, "", `["suspect" "associate" "lawyer"]`},
		"one given, one left":   {"suspect,associate,lawyer\nUte,Vera,Wim\nVera,Wim,Xia\n", TableOptions{From: "suspect", To: "lawyer"}, "Ute>Wim 1|Vera>Xia 1", ""},
		"only from is given":    {"suspect,associate,day\nUte,Vera,2016-03-01\n", TableOptions{From: "associate"}, "Ute>Vera 1", ""},
		"a list of nodes":       {"id,label\n1,Ute\n2,Vera\n", TableOptions{}, "", "no column says"},
		"names with IDs":        {"name,ID\nUte,1\nVera,2\n", TableOptions{}, "", "no column says"},
		"a relation between":    {"Ute\tpp\tVera\nVera\tpp\tWim\n", TableOptions{}, "", "no column says"},
		"a star without header": {"Ute,Vera,x\nUte,Wim,y\nUte,Xia,z\n", TableOptions{}, "Ute>Vera 1|Ute>Wim 1|Ute>Xia 1", ""},
		"all to one number":     {"1,5,10\n2,5,11\n3,5,12\n", TableOptions{}, "1>5 1|2>5 1|3>5 1", ""},
		"one column":            {"name\nUte\nVera\n", TableOptions{}, "", "one column"},

		// Lists without a header.
		"names come again":        {"Ute,Vera\nVera,Wim\nWim,Xia\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1|Wim>Xia 1", ""},
		"the first row twice":     {"Ute,Vera\nUte,Vera\nVera,Wim\n", TableOptions{}, "Ute>Vera 2|Vera>Wim 1", ""},
		"numbers":                 {"10,20\n30,40\n", TableOptions{}, "10>20 1|30>40 1", ""},
		"numbers and words":       {"10,20,x\n30,40,y\n", TableOptions{}, "10>20 1|30>40 1", ""},
		"phones":                  {"+30 210 555 0101,+30 210 555 0102\n+30 210 555 0103,+30 210 555 0104\n", TableOptions{}, "+302105550101>+302105550102 1|+302105550103>+302105550104 1", ""},
		"days and lengths":        {"2016-03-01,33,Ute,Vera\n2016-03-02,41,Vera,Wim\n", TableOptions{}, "", "no column says"},
		"forced":                  {"Ute,Vera\nWim,Xia\n", TableOptions{Header: WithoutHeader}, "Ute>Vera 1|Wim>Xia 1", ""},
		"a header of names":       {"Ute,Vera\nVera,Wim\n", TableOptions{Header: WithHeader}, "Vera>Wim 1", ""},
		"columns by their number": {"2016-03-01,33,Ute,Vera\n2016-03-02,41,Vera,Wim\n", TableOptions{Header: WithoutHeader, From: "3", To: "4", Weight: "2"}, "Ute>Vera 33|Vera>Wim 41", ""},
		"a word for a header":     {"from,to\nfrom,Vera\nVera,Wim\n", TableOptions{Header: WithHeader}, "Vera>Wim 1|Vera>from 1", ""},

		// Values.
		"identifiers":       {"from,to\n0031,31\n31.0,31\n", TableOptions{}, "0031>31 1|31>31.0 1", ""},
		"spellings":         {"from,to\nJose\u0301,Ana\u200b\nJosé,\u202aAna  Luz\n Ana,Ana Luz\n", TableOptions{}, "Ana>Ana Luz 1|Ana>José 1|Ana Luz>José 1", ""},
		"nothing":           {"from,to\nUte,Vera\nn/a,Vera\nUte,unknown\nVera,\n", TableOptions{}, "Ute>Vera 1", ""},
		"phones of callers": {"caller,called\n+44 (0)20 7946 0001,0044 20 7946 0002\n+442079460002,+44 20 79460003\n", TableOptions{}, "+442079460001>+442079460002 1|+442079460002>+442079460003 1", ""},
		"phones without a country": {
			"caller,called\n020 7946 0001,+44 20 7946 0002\n02079460001,020 7946 0002\n",
			TableOptions{},
			"+442079460002>02079460001 1|02079460001>02079460002 1", "",
		},
		"extensions are no phones": {"caller,called\n10-01,1001\n1002,1003\n", TableOptions{}, "10-01>1001 1|1002>1003 1", ""},
		"decimal commas":           {"from;to;weight\nUte;Vera;1,5\nVera;Wim;1,250\n", TableOptions{}, "Ute>Vera 1.5|Vera>Wim 1.25", ""},
		"thousands":                {"from;to;weight\nUte;Vera;1.5\nVera;Wim;1,250\nWim;Xia;2,000,000.5\n", TableOptions{}, "Ute>Vera 1.5|Vera>Wim 1250|Wim>Xia 2.0000005e+06", ""},
		"persian digits":           {"from,to,weight\nUte,Vera,۱٫۵\n", TableOptions{}, "Ute>Vera 1.5", ""},
		"json":                     {"{\"from\": \"Ute\", \"to\": \"Vera\"}\n{\"from\": \"Vera\", \"to\": \"Wim\"}\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},

		// Days and layers.
		"a year":                 {"from,to,day\nUte,Vera,13/03/2015\nVera,Wim,14/03/2016\nWim,Xia,2016-05-01\n", TableOptions{Time: "day", Since: "2016", Until: "2016"}, "Vera>Wim 1|Wim>Xia 1", ""},
		"an order by another":    {"from,to,day\nUte,Vera,01/02/2016\nVera,Wim,28/02/2016\n", TableOptions{Time: "day", Since: "2016-02"}, "Ute>Vera 1|Vera>Wim 1", ""},
		"the month first":        {"from,to,day\nUte,Vera,01/02/2016\nVera,Wim,02/28/2016\n", TableOptions{Time: "day", Since: "2016-02"}, "Vera>Wim 1", ""},
		"either, in one year":    {"from,to,day\nUte,Vera,01/02/2016\nVera,Wim,03/04/2015\n", TableOptions{Time: "day", Since: "2016"}, "Ute>Vera 1", ""},
		"words and times of day": {"from,to,day\nUte,Vera,3 May 2016\nVera,Wim,2016-06-01 10:30\n", TableOptions{Time: "day", Since: "2016-05-03", Until: "2016-06-01"}, "Ute>Vera 1|Vera>Wim 1", ""},
		"layers":                 {"from,to,kind\nUte,Vera,call\nVera,Wim,visit\n", TableOptions{Layer: "kind", Layers: []string{"visit"}}, "Vera>Wim 1", ""},
		"no such layer":          {"from,to,kind\nUte,Vera,call\n", TableOptions{Layer: "kind", Layers: []string{"letter"}}, "", `"letter"`},

		// Matrices.
		"labelled":            {",Ute,Vera,Wim\nUte,0,2,0\nVera,2,0,0.5\nWim,0,0.5,0\n", TableOptions{}, "Ute>Vera 2|Vera>Wim 0.5", ""},
		"rows in other order": {"name,Ute,Vera,Wim\nWim,,,\nVera,2,,1\nUte,,2,\n", TableOptions{}, "Ute>Vera 2|Vera>Wim 1", ""},
		"one half":            {",Ute,Vera,Wim\nUte,,,\nVera,2,,\nWim,0,3,\n", TableOptions{}, "Ute>Vera 2|Vera>Wim 3", ""},
		"not symmetric":       {"\tUte\tVera\tWim\nUte\t0\t1\t0\nVera\t0\t0\t1\nWim\t0\t0\t0\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 1", ""},
		"only column labels":  {"Ute,Vera,Wim\n0,1,0\n1,0,4\n0,4,0\n", TableOptions{}, "Ute>Vera 1|Vera>Wim 4", ""},
		"no labels":           {"0,1,0,0\n1,0,1,0\n0,1,0,0\n0,0,0,0\n", TableOptions{}, "1>2 1|2>3 1", ""},
		"numbers as labels":   {",7,8,9\n7,0,1,0\n8,1,0,1\n9,0,1,0\n", TableOptions{}, "7>8 1|8>9 1", ""},
		"a list of three":     {"1,2,5\n2,3,1\n3,1,2\n", TableOptions{}, "1>2 1|1>3 1|2>3 1", ""},
	} {
		f, err := tableOf(t, "a.csv", test.text, test.o)
		if test.asks != "" {
			if q, ok := errors.AsType[QuestionError](err); !ok || !strings.Contains(q.Reason, test.asks) {
				t.Errorf("%s: %v, want a question of %q", name, err, test.asks)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := strings.Split(test.arcs, "|")
		slices.Sort(want)
		if got := arcs(f); !slices.Equal(got, want) || f.Graph.Directed != (name == "not symmetric") {
			t.Errorf("%s: %q, directed %v, want %q", name, got, f.Graph.Directed, want)
		}
	}
}

// A row names a node though it has no edge.
func TestLonelyRows(t *testing.T) {
	f, err := tableOf(t, "a.csv", "from,to\nUte,Vera\nWim,\n,Xia\n,\n", TableOptions{})
	if err != nil || f.Graph.Len() != 4 || f.Graph.Edges() != 1 || !slices.Contains(f.Notes, "2 rows with one end only: no edge") {
		t.Errorf("%v: %v", err, f)
	}
}

// What cannot be read is an error with its place, or a row for itself.
func TestTableErrors(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		o    TableOptions
		want string
	}{
		"a negative weight":     {"from,to,weight\nUte,Vera,1\nVera,Wim,-2\n", TableOptions{}, `a.csv, row 3: a weight of "-2"`},
		"a weight in words":     {"from,to,weight\nUte,Vera,much\n", TableOptions{}, `row 2: a weight of "much"`},
		"an infinite weight":    {"from,to,weight\n1,2,Inf\n", TableOptions{}, `row 2: a weight of "Inf"`},
		"an open weight":        {"from;to;weight\nUte;Vera;1,500\n", TableOptions{}, `row 2: a weight of "1,500", which is 1.500 or 1500`},
		"a word in a matrix":    {",Ute,Vera,Wim\nUte,0,x,0\nVera,2,0,0\nWim,0,0,0\n", TableOptions{}, `a.csv, row 2: this is an adjacency matrix, and in the column of "Vera" it has a weight of "x"`},
		"no rows":               {"from,to\n", TableOptions{}, "holds no edges"},
		"no column of the name": {"from,to\nUte,Vera\n", TableOptions{Layer: "kind"}, `no column "kind"`},
	} {
		if _, err := tableOf(t, "a.csv", test.text, test.o); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q in it", name, err, test.want)
		}
	}
	f, err := tableOf(t, "a.csv", "from,to,day\nUte,Vera,03/04/2016\nVera,Wim,soon\nWim,Xia,2016-04-03\n", TableOptions{Time: "day", Since: "2016-04"})
	if err != nil || f.Graph.Edges() != 1 || len(f.Bad) != 2 || f.Bad[0].Place.Row != 2 || f.Bad[0].Column != "day" || string(f.Bad[0].Raw) != "Ute,Vera,03/04/2016\n" {
		t.Errorf("%v: %+v", err, f)
	}
}

// FollowTheMoney entities are nodes, and edges between them.
func TestEntities(t *testing.T) {
	lines := []string{
		`{"id": "p1", "schema": "Person", "properties": {"name": ["Ute Test"]}}`,
		`{"id": "p2", "schema": "Person", "caption": "Vera Test", "properties": {}}`,
		`{"id": "c1", "schema": "Company", "properties": {"name": ["Test Boats Ltd"]}}`,
		`{"id": "p3", "schema": "Person", "properties": {"name": ["Ute Test"]}}`,
		`{"id": "d1", "schema": "Directorship", "properties": {"director": ["p1", "p3"], "organization": ["c1"]}}`,
		`{"id": "u1", "schema": "UnknownLink", "properties": {"subject": ["p1"], "object": [{"id": "p2", "schema": "Person", "properties": {}}]}}`,
		`{"id": "f1", "schema": "Family", "properties": {"person": ["p2"], "relative": ["p9"]}}`,
		`{"id": "o1", "schema": "Ownership", "properties": {"owner": ["p1"]}}`,
		`{"id": "x1", "schema": "Starship", "properties": {}}`,
	}
	f, err := tableOf(t, "a.json", strings.Join(lines, "\n"), TableOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Ute Test (p1)>Test Boats Ltd 1", "Ute Test (p1)>Vera Test 1", "Ute Test (p3)>Test Boats Ltd 1",
		"Vera Test>Ute Test (p1) 1", "Vera Test>p9 1", "p9>Vera Test 1",
	}
	if got := arcs(f); !slices.Equal(got, want) || f.Graph.Mutual().Edges() != 2 {
		t.Errorf("%q, want %q", got, want)
	}
	if len(f.Bad) != 2 || !strings.Contains(f.Bad[0].Reason, "lacks owner or asset") || !strings.Contains(f.Bad[1].Reason, `"Starship" is not known`) {
		t.Errorf("bad: %v", f.Bad)
	}
	if f, err = tableOf(t, "a.json", lines[4], TableOptions{}); err != nil || f.Graph.Len() != 3 || f.Graph.Edges() != 2 {
		t.Errorf("one line: %v", err)
	}
	if f, err = tableOf(t, "a.json", "["+lines[0]+","+lines[2]+"]", TableOptions{}); err != nil || f.Graph.Len() != 2 {
		t.Errorf("a list: %v", err)
	}
	if _, err = tableOf(t, "a.json", lines[0], TableOptions{From: "id"}); err == nil {
		t.Error("entities have columns")
	}
}

// FuzzReadTable holds that no table makes the reader panic, and that it loses no row.
func FuzzReadTable(f *testing.F) {
	for _, text := range []string{
		"from,to,weight,day\na,b,1,2016-01-02\nb,c,\"2,5\",03/04/2016\n", "1,2\n2,3\n", ",a,b\na,0,1\nb,1,0\n", "# x\n#from;to\n1;2\n",
		`{"id": "p", "schema": "Person", "properties": {}}`, "0 1 0 1\n1 0 0 0\n0 0 0 0\n1 0 0 0\n", "a|b|c\n+30 210 555 0101|x|1\n",
	} {
		f.Add([]byte(text), "", "", false)
	}
	f.Fuzz(func(t *testing.T, text []byte, from, time string, directed bool) {
		file, err := ReadTable(t.Context(), "a", strings.NewReader(string(text)), int64(len(text)), TableOptions{
			From: from, Time: time, Directed: directed, Reader: reader.Options{Limits: reader.Limits{Unpacked: 1 << 20}},
		})
		if (file == nil) == (err == nil) {
			t.Fatalf("%v, %v", file, err)
		}
	})
}
