package grading_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/grading"
)

// codes lists every code of a scheme, in its text form.
func codes(scheme grading.Scheme) []string {
	var prefix, sources, informations string
	handlings := []string{""}
	switch scheme {
	case grading.Europol4x4:
		sources, informations = "ABCX", "1234"
	case grading.Admiralty6x6:
		prefix, sources, informations = "6x6:", "ABCDEF", "123456"
	case grading.UK3x5x2:
		prefix, sources, informations = "3x5x2:", "123", "ABCDE"
		handlings = []string{"", "P", "C"}
	}
	var out []string
	for _, s := range sources {
		for _, i := range informations {
			for _, h := range handlings {
				out = append(out, prefix+string(s)+string(i)+h)
			}
		}
	}
	return out
}

func mustParse(t *testing.T, text string) grading.Grade {
	t.Helper()
	g, err := grading.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestEveryCodeRoundTripsAndHasWords(t *testing.T) {
	seen := map[grading.Grade]string{}
	for _, scheme := range grading.Schemes() {
		for _, text := range codes(scheme) {
			g := mustParse(t, strings.ToLower(" "+text+" "))
			if g.String() != text {
				t.Errorf("Parse(%q).String() = %q", text, g.String())
			}
			if g.Scheme() != scheme {
				t.Errorf("%s: scheme %s", text, g.Scheme())
			}
			if other, dup := seen[g]; dup {
				t.Errorf("%s and %s are equal", text, other)
			}
			seen[g] = text
			source, information := g.Words()
			if source == "" || information == "" {
				t.Errorf("%s: words %q, %q", text, source, information)
			}
			if (g.Handling() != 0) != (g.HandlingWords() != "") {
				t.Errorf("%s: handling %q has words %q", text, g.Handling(), g.HandlingWords())
			}
		}
	}
	if len(seen) != 16+36+45 {
		t.Errorf("%d codes", len(seen))
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]error{
		"":          grading.ErrCode,
		"B":         grading.ErrCode,
		"D2":        grading.ErrCode, // no D in the 4x4
		"A5":        grading.ErrCode,
		"2B":        grading.ErrCode,
		"B2P":       grading.ErrCode, // a third place in 3x5x2 only
		"6x6:G1":    grading.ErrCode,
		"6x6:":      grading.ErrCode,
		"3x5x2:1F":  grading.ErrCode,
		"3x5x2:1AX": grading.ErrCode,
		"5x5x5:B23": grading.ErrScheme,
		":B2":       grading.ErrScheme,
		"none:B2":   grading.ErrScheme,
	} {
		if g, err := grading.Parse(text); !errors.Is(err, want) || !g.IsUngraded() {
			t.Errorf("Parse(%q) = %v, %v; want %v", text, g, err, want)
		}
	}
	if _, err := grading.ParseIn(0, "B2"); !errors.Is(err, grading.ErrScheme) {
		t.Errorf("ParseIn(0): %v", err)
	}
}

func TestUngraded(t *testing.T) {
	none, x4 := grading.Ungraded(), mustParse(t, "X4")
	if none == x4 || !none.IsUngraded() || x4.IsUngraded() {
		t.Error("Ungraded and X4 are not told apart")
	}
	if none.Code() != "X4" || none.Source() != 'X' || none.Information() != '4' {
		t.Errorf("Ungraded is shown as %s", none.Code())
	}
	noneSource, noneInformation := none.Words()
	source, information := x4.Words()
	if noneSource != source || noneInformation != information {
		t.Error("Ungraded has other words than X4")
	}
	if got := mustParse(t, none.String()); got != none {
		t.Errorf("%q parses to %v", none.String(), got)
	}
}

func TestConfirmed(t *testing.T) {
	confirmed := map[string]bool{"A1": true, "A2": true, "B1": true, "B2": true}
	for _, scheme := range grading.Schemes() {
		for _, text := range codes(scheme) {
			if got := grading.Confirmed(mustParse(t, text), grading.DefaultTable()); got != confirmed[text] {
				t.Errorf("Confirmed(%s) = %v", text, got)
			}
		}
	}
	if grading.Confirmed(grading.Ungraded(), grading.NewTable(grading.Ungraded())) {
		t.Error("Ungraded can be confirmed")
	}
	if grading.Confirmed(mustParse(t, "A1"), grading.Table{}) {
		t.Error("the zero Table confirms")
	}
	uk := grading.NewTable(mustParse(t, "3x5x2:1AC"))
	if !grading.Confirmed(mustParse(t, "3x5x2:1AP"), uk) {
		t.Error("the handling letter decides")
	}
}

func TestConvert(t *testing.T) {
	tests := []struct{ from, to, want string }{ // want "" where there is no equivalent
		{"A1", "6x6", "6x6:A1"},
		{"C1", "6x6", "6x6:D1"},
		{"X4", "6x6", "6x6:F6"},
		{"B2", "6x6", ""},
		{"B3", "6x6", ""},
		{"A2", "3x5x2", "3x5x2:1A"},
		{"B3", "3x5x2", "3x5x2:1B"},
		{"X4", "3x5x2", "3x5x2:2C"},
		{"A1", "3x5x2", ""},
		{"6x6:B1", "4x4", "B1"},
		{"6x6:E6", "4x4", "C4"},
		{"6x6:F6", "4x4", "X4"},
		{"6x6:C1", "4x4", ""},
		{"6x6:B2", "4x4", ""},
		{"6x6:A5", "3x5x2", "3x5x2:1E"},
		{"6x6:F6", "3x5x2", "3x5x2:2D"},
		{"6x6:A1", "3x5x2", ""},
		{"3x5x2:1AP", "4x4", "B2"},
		{"3x5x2:2D", "4x4", "X4"},
		{"3x5x2:1E", "4x4", ""},
		{"3x5x2:3D", "6x6", "6x6:D6"},
		{"3x5x2:2E", "6x6", "6x6:F5"},
		{"3x5x2:1A", "6x6", ""},
	}
	for _, test := range tests {
		scheme, err := grading.ParseScheme(test.to)
		if err != nil {
			t.Fatal(err)
		}
		from := mustParse(t, test.from)
		c, err := from.Convert(scheme)
		if test.want == "" {
			if !errors.Is(err, grading.ErrNoEquivalent) || !c.To.IsUngraded() {
				t.Errorf("%s to %s = %s, %v; want no equivalent", test.from, test.to, c.To, err)
			}
		} else if err != nil || c.To.String() != test.want {
			t.Errorf("%s to %s = %s, %v; want %s", test.from, test.to, c.To, err, test.want)
		}
		if c.From != from || !c.Lossy {
			t.Errorf("%s to %s: original %s, lossy %v", test.from, test.to, c.From, c.Lossy)
		}
	}
	c, err := mustParse(t, "3x5x2:1AP").Convert(grading.Europol4x4)
	if err != nil || !strings.Contains(c.Note, "handling letter P") {
		t.Errorf("the loss of P is not noted: %q, %v", c.Note, err)
	}
}

// Every code meets a row in every table, whatever the row says.
func TestConvertIsTotal(t *testing.T) {
	for _, from := range grading.Schemes() {
		for _, text := range codes(from) {
			g := mustParse(t, text)
			for _, to := range grading.Schemes() {
				c, err := g.Convert(to)
				if strings.Contains(c.Note, "not in the table") {
					t.Errorf("%s to %s: %s", g, to, c.Note)
				}
				if from == to && (err != nil || c.To != g || c.Lossy) {
					t.Errorf("%s to its own scheme: %+v, %v", g, c, err)
				}
				if err == nil && c.To.Scheme() != to {
					t.Errorf("%s to %s landed in %s", g, to, c.To.Scheme())
				}
			}
		}
	}
	c, err := grading.Ungraded().Convert(grading.UK3x5x2)
	if err != nil || !c.To.IsUngraded() || c.Lossy {
		t.Errorf("Ungraded converts to %+v, %v", c, err)
	}
	if _, err := grading.Ungraded().Convert(9); !errors.Is(err, grading.ErrScheme) {
		t.Errorf("to an unknown scheme: %v", err)
	}
}

// What is unknown becomes unknown, and nothing known does, save the 4x4's 4, which
// stands for both.
func TestUnknownStaysUnknown(t *testing.T) {
	unknownSource := map[grading.Scheme]byte{
		grading.Europol4x4: 'X', grading.Admiralty6x6: 'F', grading.UK3x5x2: '2',
	}
	for _, from := range grading.Schemes() {
		for _, text := range codes(from) {
			g := mustParse(t, text)
			for _, to := range grading.Schemes() {
				c, err := g.Convert(to)
				if err != nil {
					continue
				}
				if (g.Source() == unknownSource[from]) != (c.To.Source() == unknownSource[to]) {
					t.Errorf("%s became %s", c.From, c.To)
				}
				if g.Information() == '6' && to == grading.UK3x5x2 && c.To.Information() != 'D' {
					t.Errorf("%s became %s", c.From, c.To)
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"B2", "x4", "6x6:F6", "3x5x2:1AP", "ungraded", "", "7x7:A1", "ß2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g, err := grading.Parse(text)
		if err != nil {
			if !g.IsUngraded() {
				t.Fatalf("%q: grade %s beside error %v", text, g, err)
			}
			return
		}
		again, err := grading.Parse(g.String())
		if err != nil || again != g {
			t.Fatalf("%q: %s parses to %s, %v", text, g, again, err)
		}
	})
}

func TestLikelihood(t *testing.T) {
	// The bands of ICD 203, Analytic Standards, 2 January 2015, section D.6.e(2)(a).
	tests := []struct {
		percent float64
		want    string
	}{
		{1, "almost no chance"},
		{4.9, "almost no chance"},
		{5, "very unlikely"},
		{20, "unlikely"},
		{44.9, "unlikely"},
		{45, "roughly even"},
		{50, "roughly even"},
		{55, "roughly even"},
		{55.1, "likely"},
		{80, "likely"},
		{95, "very likely"},
		{99, "almost certain"},
	}
	for _, test := range tests {
		if got, err := grading.Likelihood(test.percent); err != nil || got.String() != test.want {
			t.Errorf("Likelihood(%g) = %s, %v; want %s", test.percent, got, err, test.want)
		}
	}
	nan := 0.0
	nan /= nan
	for _, percent := range []float64{0, 0.9, 99.1, 100, -3, nan} {
		if got, err := grading.Likelihood(percent); !errors.Is(err, grading.ErrLikelihood) {
			t.Errorf("Likelihood(%g) = %s, %v", percent, got, err)
		}
	}
}

func TestLikelihoodLiesInItsRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float64Range(1, 99).Draw(t, "a")
		b := rapid.Float64Range(a, 99).Draw(t, "b")
		ta, errA := grading.Likelihood(a)
		tb, errB := grading.Likelihood(b)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if low, high := ta.Range(); a < low || a > high {
			t.Fatalf("%g is outside %g to %g", a, low, high)
		}
		if tb < ta {
			t.Fatalf("%g is %s but %g is %s", a, ta, b, tb)
		}
	})
}

func TestWordsParseBack(t *testing.T) {
	for term := grading.AlmostNoChance; term <= grading.AlmostCertain; term++ {
		if got, err := grading.ParseTerm(strings.ToUpper(term.String())); err != nil || got != term {
			t.Errorf("ParseTerm(%q) = %s, %v", term, got, err)
		}
	}
	for c := grading.LowConfidence; c <= grading.HighConfidence; c++ {
		if got, err := grading.ParseConfidence(c.String()); err != nil || got != c {
			t.Errorf("ParseConfidence(%q) = %s, %v", c, got, err)
		}
		if _, err := grading.ParseTerm(c.String()); err == nil {
			t.Errorf("%q is a likelihood too", c)
		}
	}
	if _, err := grading.ParseTerm("none"); !errors.Is(err, grading.ErrLikelihood) {
		t.Errorf("none is a likelihood: %v", err)
	}
	if _, err := grading.ParseConfidence(""); !errors.Is(err, grading.ErrConfidence) {
		t.Errorf("nothing is a confidence: %v", err)
	}
}
