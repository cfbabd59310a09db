package report

import (
	"strings"
	"testing"

	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/record"
)

func label(t *testing.T, text string) handling.Label {
	t.Helper()
	l, err := handling.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func sent(name, owner string, l handling.Label, entry record.EntryNo) Source {
	return Source{Contribution: record.Contribution{Name: name, Owner: owner, Label: l, Entry: entry}, Read: entry}
}

func rendered(t *testing.T, in Input) string {
	t.Helper()
	var b strings.Builder
	if err := HTML(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A closed report names what closes it: the fewest sources that have no reader in common, and
// the figures that rest on both.
func TestAClosedReportSaysWhy(t *testing.T) {
	el, it, both := label(t, "owner=EL audience=EL"), label(t, "owner=IT audience=IT"), label(t, "owner=ES audience=EL,IT")
	closed := figure.Figure{
		ID: "calls.count", Title: "Calls", Unit: "calls", Method: "count", N: 2, Label: handling.Join(el, it),
		Definition: figure.Definition{Records: "Call", Measure: "number of calls"}, Cells: []figure.Cell{{Value: 2, N: 2}},
	}
	open := closed
	open.ID, open.Label = "fees.count", both
	got := rendered(t, Input{
		Title: "R", Figures: []figure.Figure{closed, open},
		Sources: []Source{sent("both.csv", "ES", both, 1), sent("greek.csv", "EL", el, 2), sent("more.csv", "EL", el, 3), sent("italian.csv", "IT", it, 4)},
	})
	banner, _, _ := strings.Cut(got, "</div>")
	for _, want := range []string{
		"CLOSED", "Sources whose labels have nothing in common: greek.csv of EL and 1 more source of this label (Audience: EL only), italian.csv of IT (Audience: IT only).",
		"Figures that are closed: calls.count.",
	} {
		if !strings.Contains(banner, want) {
			t.Errorf("the banner lacks %q", want)
		}
	}
	if strings.Contains(banner, "both.csv") || strings.Contains(banner, "fees.count") {
		t.Errorf("the banner blames what closes nothing: %s", banner)
	}
}

// A source that is closed by itself is named, and no other.
func TestASourceClosedByItself(t *testing.T) {
	got := Input{Sources: []Source{sent("open.csv", "EL", handling.Public(), 1), sent("shut.csv", "IT", label(t, "owner=IT audience=nobody"), 2)}}.Closing()
	if len(got) != 1 || got[0] != "Sources whose own label closes them: shut.csv of IT." {
		t.Errorf("%q", got)
	}
	if got := (Input{Sources: []Source{sent("open.csv", "EL", label(t, "owner=EL audience=EL"), 1)}}).Closing(); len(got) > 0 {
		t.Errorf("an open report says %q", got)
	}
}
