package columntest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/record"
)

// An Engine makes the figures of a set, as each analysis does.
type Engine func(*column.Set) []figure.Figure

// Figure returns the figure with the given ID, and fails where there is none.
func Figure(t testing.TB, figures []figure.Figure, id figure.ID) *figure.Figure {
	t.Helper()
	for i := range figures {
		if figures[i].ID == id {
			return &figures[i]
		}
	}
	t.Fatalf("no figure %s", id)
	return nil
}

// Values returns a figure's values by its cells' keys, parted by " | ".
func Values(f *figure.Figure) map[string]float64 {
	out := map[string]float64{}
	for _, c := range f.Cells {
		out[strings.Join(c.Keys, " | ")] = c.Value
	}
	return out
}

// Expect compares a figure's values, the number of things that it looked at and
// of those that are missing.
func Expect(t testing.TB, figures []figure.Figure, id figure.ID, n, missing int, want map[string]float64) {
	t.Helper()
	f := Figure(t, figures, id)
	if diff := cmp.Diff(want, Values(f), cmp.Comparer(near)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", id, diff)
	}
	if f.N != n || f.Missing != missing {
		t.Errorf("%s: n %d, missing %d; want %d, %d", id, f.N, f.Missing, n, missing)
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

// Evidence returns a cell's evidence as "name of the contribution:ordinal",
// which, unlike record IDs, does not depend on the order of arrival.
func Evidence(set *column.Set, e figure.Evidence) []string {
	names := map[record.EntryNo]string{}
	for _, c := range set.Contributions {
		names[c.Entry] = c.Name
	}
	var out []string
	for id := range e.All() {
		out = append(out, fmt.Sprintf("%s:%d", names[id.Entry()], id.Ordinal()))
	}
	slices.Sort(out)
	return out
}

// CheckEngine fails unless the engine makes figures fit to be shown, the ids
// given and no others, also of an empty case, where they have no cells, and labels
// as [CheckLabels] wants them.
func CheckEngine(t *testing.T, c *Case, engine Engine, ids ...figure.ID) {
	t.Helper()
	CheckLabels(t, c, engine)
	slices.Sort(ids)
	var empty Case
	for _, set := range []*column.Set{c.Set(t), empty.Set(t)} {
		var got []figure.ID
		figures := engine(set)
		for i := range figures {
			f := &figures[i]
			got = append(got, f.ID)
			if err := f.Check(); err != nil {
				t.Error(err)
			}
			if set.Checkpoint != f.Checkpoint {
				t.Errorf("%s: checkpoint %v, want %v", f.ID, f.Checkpoint, set.Checkpoint)
			}
			if len(set.Contributions) == 0 && (len(f.Cells) > 0 || f.N != 0 || f.Missing != 0) {
				t.Errorf("%s of an empty case: n %d, missing %d, %d cells", f.ID, f.N, f.Missing, len(f.Cells))
			}
			if f.N == 0 && f.Label != handling.Public() {
				t.Errorf("%s is of nothing, and its label is %v", f.ID, f.Label)
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(ids, got); diff != "" {
			t.Errorf("figures (-want +got):\n%s", diff)
		}
	}
}

// CheckLabels fails unless the label of every figure is the join of those of its
// evidence at least: each contribution gets an owner of its label's own, whom the
// label of what rests on it must name.
func CheckLabels(t *testing.T, c *Case, engine Engine) {
	t.Helper()
	labelled := Case{contributions: slices.Clone(c.contributions), records: c.records, err: c.err}
	for i := range labelled.contributions {
		of, err := handling.Parse(fmt.Sprintf("H0 owner=OWNER%d", i+1)) // contribution i is entry i+1
		if err != nil {
			t.Fatal(err)
		}
		labelled.contributions[i].Label = of
	}
	set := labelled.Set(t)
	for _, f := range engine(set) {
		for _, cell := range f.Cells {
			for id := range cell.Evidence.All() {
				if of := set.Contributions[id.Entry()-1]; handling.Wider(f.Label, of.Label) {
					t.Errorf("%s %v: the label is wider than that of its evidence %v of %s", f.ID, cell.Keys, id, of.Name)
				}
			}
		}
	}
}

// CheckOrder fails unless the engine makes the same figures, evidence included,
// whatever the order in which the contributions arrived.
func CheckOrder(t *testing.T, c *Case, engine Engine) {
	t.Helper()
	inOrder := c.Set(t)
	want := describe(engine(inOrder), inOrder)
	labels := cmp.Comparer(func(a, b handling.Label) bool { return a == b })
	evidence := cmp.Comparer(func(a, b figure.Evidence) bool { return a == b })
	order := make([]int, c.Len())
	for i := range order {
		order[i] = i
	}
	rapid.Check(t, func(rt *rapid.T) {
		set := c.Arrived(t, rapid.Permutation(order).Draw(rt, "order"))
		if diff := cmp.Diff(want, describe(engine(set), set), labels, evidence); diff != "" {
			rt.Fatalf("figures differ (-in order +shuffled):\n%s", diff)
		}
	})
}

// described is a figure without what names records by their arrival.
type described struct {
	Figure   figure.Figure
	Evidence [][]string // of each cell
}

func describe(figures []figure.Figure, set *column.Set) []described {
	out := make([]described, len(figures))
	for i, f := range figures {
		var d described
		cells := slices.Clone(f.Cells)
		for j := range cells {
			d.Evidence = append(d.Evidence, Evidence(set, cells[j].Evidence))
			cells[j].Evidence = figure.Evidence{}
		}
		f.Cells = cells
		d.Figure = f
		out[i] = d
	}
	return out
}
