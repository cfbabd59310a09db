package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"skein/internal/figure"
)

// render returns the page and its tree.
func render(t testing.TB, in Input) (string, *html.Node) {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, in); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), root
}

// find returns the elements of a name below n, in order; every element for "".
func find(n *html.Node, element string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (element == "" || d.Data == element) {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func byID(t testing.TB, root *html.Node, id string) *html.Node {
	t.Helper()
	for _, n := range find(root, "") {
		if attr(n, "id") == id {
			return n
		}
	}
	t.Fatalf("there is no element %q", id)
	return nil
}

// shownCell is a cell as some rendering gives it.
type shownCell struct {
	Keys             []string
	Value, Low, High string
	N                string
}

func TestAppendixIsWhatJSONAndCSVGive(t *testing.T) {
	in := synthetic()
	_, root := render(t, in)
	asJSON := jsonCells(t, in.Figures)
	cells := 0
	for i := range in.Figures {
		f := &in.Figures[i]
		got := appendixCells(t, byID(t, root, "f-"+string(f.ID)), f)
		if diff := cmp.Diff(csvCells(t, f), got); diff != "" {
			t.Errorf("%s: CSV (-) and page (+) differ:\n%s", f.ID, diff)
		}
		if diff := cmp.Diff(asJSON[string(f.ID)], got); diff != "" {
			t.Errorf("%s: JSON (-) and page (+) differ:\n%s", f.ID, diff)
		}
		cells += len(got)
	}
	if cells < 900 {
		t.Errorf("only %d cells were compared", cells)
	}
}

func appendixCells(t *testing.T, entry *html.Node, f *figure.Figure) []shownCell {
	t.Helper()
	var out []shownCell
	titles := find(find(entry, "thead")[0], "th")
	for i, row := range find(find(entry, "tbody")[0], "tr") {
		var c shownCell
		for k, td := range find(row, "td") {
			switch title := textOf(titles[k]); {
			case k < len(f.Definition.Grouping):
				c.Keys = append(c.Keys, textOf(td))
			case title == "value":
				d := find(td, "data")[0]
				c.Value = attr(d, "value")
				if want := f.FormatValue(&f.Cells[i]); textOf(d) != want || attr(d, "data-figure") != string(f.ID) || attr(d, "data-cell") != strconv.Itoa(i) {
					t.Errorf("%s, cell %d is shown as %q (%v), want %q", f.ID, i, textOf(d), d.Attr, want)
				}
			case title == "low" && td.FirstChild != nil:
				c.Low = attr(td.FirstChild, "value")
			case title == "high" && td.FirstChild != nil:
				c.High = attr(td.FirstChild, "value")
			case title == "n":
				c.N = strings.ReplaceAll(textOf(td), ",", "")
			}
		}
		out = append(out, c)
	}
	return out
}

func csvCells(t *testing.T, f *figure.Figure) []shownCell {
	t.Helper()
	var b bytes.Buffer
	if err := CSV(&b, f); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []shownCell
	for _, r := range rows[1:] {
		k := len(f.Definition.Grouping)
		c := shownCell{Value: r[k], Low: r[k+1], High: r[k+2], N: r[k+3]}
		c.Keys = append(c.Keys, r[:k]...)
		out = append(out, c)
	}
	return out
}

func jsonCells(t *testing.T, figures []figure.Figure) map[string][]shownCell {
	t.Helper()
	var b bytes.Buffer
	if err := JSON(&b, figures); err != nil {
		t.Fatal(err)
	}
	var wire []struct {
		ID         string
		Definition struct{ Grouping []string }
		Cells      []struct {
			Keys      map[string]string
			Value     json.RawMessage
			Low, High *json.Number
			N         int
		}
	}
	if err := json.Unmarshal(b.Bytes(), &wire); err != nil {
		t.Fatal(err)
	}
	out := map[string][]shownCell{}
	for _, f := range wire {
		for _, c := range f.Cells {
			s := shownCell{Value: strings.Trim(string(c.Value), `"`), N: strconv.Itoa(c.N)}
			for _, k := range f.Definition.Grouping {
				s.Keys = append(s.Keys, c.Keys[k])
			}
			if c.Low != nil {
				s.Low, s.High = c.Low.String(), c.High.String()
			}
			out[f.ID] = append(out[f.ID], s)
		}
	}
	return out
}

// Every number, wherever it stands, and every mark of a chart is a cell's.
func TestNumbersAreCells(t *testing.T) {
	in := synthetic()
	_, root := render(t, in)
	byID := map[string]*figure.Figure{}
	for i := range in.Figures {
		byID[string(in.Figures[i].ID)] = &in.Figures[i]
	}
	body, marks := map[string]bool{}, 0
	for _, n := range find(root, "") {
		f := byID[attr(n, "data-figure")]
		if attr(n, "data-figure") == "" {
			continue
		}
		if f == nil {
			t.Fatalf("%v is of no figure", n.Attr)
		}
		i, err := strconv.Atoi(attr(n, "data-cell"))
		if err != nil || i >= len(f.Cells) {
			t.Fatalf("%v is of no cell", n.Attr)
		}
		c := &f.Cells[i]
		switch n.Data {
		case "data":
			if attr(n, "value") != c.Raw() || textOf(n) != f.FormatValue(c) {
				t.Errorf("%s %v: %q (%s), want %q (%s)", f.ID, c.Keys, textOf(n), attr(n, "value"), f.FormatValue(c), c.Raw())
			}
			if within(n, "article") { // in its row
				if got, want := attr(n.Parent.Parent, "id"), fmt.Sprintf("c%d-%d", placeOf(in, f)+1, i); got != want {
					t.Errorf("%s %v stands in row %q, want %q", f.ID, c.Keys, got, want)
				}
				continue
			}
			if n.Parent.Data != "a" || attr(n.Parent, "href") != fmt.Sprintf("#c%d-%d", placeOf(in, f)+1, i) {
				t.Errorf("%s %v has no link to its row", f.ID, c.Keys)
			}
		case "a":
			marks++
			if attr(n, "data-value") != c.Raw() {
				t.Errorf("a mark of %s %v has the value %s, want %s", f.ID, c.Keys, attr(n, "data-value"), c.Raw())
			}
		}
		if !within(n, "article") {
			body[string(f.ID)] = true
		}
	}
	if marks < 300 {
		t.Errorf("only %d marks", marks)
	}
	for id := range byID {
		if !body[id] {
			t.Errorf("%s is nowhere in the body", id)
		}
	}
}

func TestLongWordsMayBreak(t *testing.T) {
	for in, want := range map[string]string{
		"a.b, c":                          "a.b, c",
		"audience=EL-POLICE,EUROPOL <x>.": "audience=<wbr>EL-POLICE,<wbr>EUROPOL &lt;x&gt;.",
	} {
		if got := breakable(in); got != want {
			t.Errorf("breakable(%q) = %q, want %q", in, got, want)
		}
	}
}

func placeOf(in Input, f *figure.Figure) int {
	for i := range in.Figures {
		if &in.Figures[i] == f {
			return i
		}
	}
	return -1
}

func within(n *html.Node, element string) bool {
	for a := range n.Ancestors() {
		if a.Data == element {
			return true
		}
	}
	return false
}
