package graphfile_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"skein/internal/exchange/graphfile"
	"skein/internal/network/graph"
)

func numbers(t *testing.T, text string) ([]graph.Ties, bool) {
	t.Helper()
	ties, taken, err := graphfile.Numbers(t.Context(), strings.NewReader(text), int64(len(text)), graphfile.TableOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return ties, taken != nil
}

func TestNumbers(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []uint32 // nil: not plain
	}{
		"comma":              {"from,to\n1,2\n3,4\n", []uint32{1, 2, 3, 4}},
		"no line end":        {"from,to\n1,2\n3,4", []uint32{1, 2, 3, 4}},
		"carriage return":    {"from;to\r\n1;2\r\n\r\n3;4\r\n", []uint32{1, 2, 3, 4}},
		"comments and tabs":  {"# a\n# b\n1\t2\n3\t4\n", []uint32{1, 2, 3, 4}},
		"blanks":             {"% a\n1 2\n3   4 5\n", []uint32{1, 2, 3, 4}},
		"further columns":    {"from,to,note\n1,2,\"x\"\n3,4,\n", []uint32{1, 2, 3, 4}},
		"a name":             {"from,to\n1,2\nx,4\n", nil},
		"quoted":             {"from,to\n\"1\",2\n", nil},
		"a quoted header":    {"\"from\",\"to\"\n1,2\n", nil},
		"too large":          {"from,to\n1,4294967296\n", nil},
		"one field":          {"from,to\n1,2\n3\n", nil},
		"negative":           {"from,to\n1,-2\n", nil},
		"no header":          {"1,2\n3,4\n", []uint32{1, 2, 3, 4}},
		"a leading zero":     {"from,to\n1,2\n03,4\n", nil},
		"a marked header":    {"#from,to\n1,2\n3,4\n", []uint32{1, 2, 3, 4}},
		"a header of a list": {"# Nodes 4 Edges 2\n# FromNodeId\tToNodeId\n1\t2\n3\t4\n", []uint32{1, 2, 3, 4}},
		"other columns":      {"day,caller,seconds,called\n20150301,1,60,2\n20150301,3,5,4\n", []uint32{1, 2, 3, 4}},
		"no word for ends":   {"day,x,seconds,y,z\n20150301,1,60,2,7\n", nil},
		"a matrix":           {"0,1,0,0\n1,0,1,0\n0,1,0,0\n0,0,0,0\n", nil},
		"nothing":            {"", nil},
	} {
		ties, ok := numbers(t, test.text)
		var got []uint32
		for _, t := range ties {
			got = append(got, t.Ends...)
		}
		if ok != (test.want != nil) || ok && !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, plain %v, want %v", name, got, ok, test.want)
		}
	}
	ties, ok := numbers(t, "from,to,weight\n1,2,0.5\n3,4,7\n")
	if !ok || !slices.Equal(ties[0].Weight, []float32{0.5, 7}) {
		t.Errorf("weights %v", ties)
	}
	if _, ok := numbers(t, "from,to,weight\n1,2,0\n"); ok {
		t.Error("a weight of 0 is plain")
	}
}

// No row is lost or read twice where parts of the file meet.
func TestNumbersInParts(t *testing.T) {
	var text bytes.Buffer
	text.WriteString("from,to\n")
	var want []uint32
	for i := range uint32(900_000) {
		fmt.Fprintf(&text, "%d,%d\n", i, i*i%1_000_003)
		want = append(want, i, i*i%1_000_003)
	}
	ties, ok := numbers(t, text.String())
	var got []uint32
	for _, t := range ties {
		got = append(got, t.Ends...)
	}
	if !ok || len(ties) < 3 || !slices.Equal(got, want) {
		t.Errorf("%d ends in %d parts, want %d", len(got), len(ties), len(want))
	}
}
