package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Page, JSON and CSV of the example hold the same value for every cell of every
// figure.
func TestOneValueEverywhere(t *testing.T) {
	out := filepath.Join(t.TempDir(), "case")
	if code := skeinProcess(t, 0, "run", "../../examples/small/case.yaml", "--out", out); code != exitQuarantined {
		t.Fatalf("the run ended with %d", code)
	}
	b, err := os.ReadFile(filepath.Join(out, "figures.json"))
	if err != nil {
		t.Fatal(err)
	}
	var figures []struct {
		ID         string
		Definition struct{ Grouping []string }
		Cells      []struct {
			Keys  map[string]string
			Value json.RawMessage
		}
	}
	if err := json.Unmarshal(b, &figures); err != nil {
		t.Fatal(err)
	}
	page := pageValues(t, filepath.Join(out, "report.html"))
	cells := 0
	for _, f := range figures {
		table := csvRows(t, filepath.Join(out, "figures", f.ID+".csv"))
		if len(table) != len(f.Cells) {
			t.Errorf("%s: %d cells in CSV, %d in JSON", f.ID, len(table), len(f.Cells))
			continue
		}
		for i, c := range f.Cells {
			cells++
			want := strings.Trim(string(c.Value), `"`)
			at := f.ID + " " + strconv.Itoa(i)
			if got := table[i][len(f.Definition.Grouping)]; got != want {
				t.Errorf("%s: %s in CSV, %s in JSON", at, got, want)
			}
			for k, name := range f.Definition.Grouping {
				if table[i][k] != c.Keys[name] {
					t.Errorf("%s: key %s is %q in CSV, %q in JSON", at, name, table[i][k], c.Keys[name])
				}
			}
			shown := page[at]
			if len(shown) == 0 {
				t.Errorf("%s is not on the page", at)
			}
			for _, got := range shown {
				if got != want {
					t.Errorf("%s: %s on the page, %s in JSON", at, got, want)
				}
			}
		}
	}
	if len(figures) < 70 || cells < 1000 {
		t.Errorf("only %d figures with %d cells were compared", len(figures), cells)
	}
}

// pageValues returns what the page shows for each "figure cell".
func pageValues(t *testing.T, path string) map[string][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	doc, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string][]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		a := map[string]string{}
		for _, at := range n.Attr {
			a[at.Key] = at.Val
		}
		value, has := a["value"]
		if n.Data != "data" {
			value, has = a["data-value"]
		}
		if has && a["data-figure"] != "" {
			at := a["data-figure"] + " " + a["data-cell"]
			values[at] = append(values[at], value)
		}
	}
	return values
}

func csvRows(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}
