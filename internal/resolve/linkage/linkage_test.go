package linkage

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/resolve/blocking"
	"skein/internal/resolve/comparison"
)

var properties = []comparison.Property{
	{Name: "name", Kind: comparison.Person}, {Name: "born", Kind: comparison.Date}, {Name: "document", Kind: comparison.Identifier}, {Name: "sex", Kind: comparison.Code},
}

var rules = []blocking.Rule{
	{Keys: []blocking.Key{{Property: "name", Part: comparison.Words}}},
	{Keys: []blocking.Key{{Property: "born", Part: comparison.Whole}}},
	{Keys: []blocking.Key{{Property: "document", Part: comparison.Whole}}},
}

// world makes records of things of which half have two, with values that are told and
// told rightly as often as said.
func world(things int) *comparison.Table {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"ba", "ko", "mi", "tu", "re", "sa", "no", "li", "da", "fe", "gu", "ha"}
	word := func() string {
		return syllables[r.IntN(12)] + syllables[r.IntN(12)] + syllables[r.IntN(12)]
	}
	var columns []*comparison.Column
	for _, p := range properties {
		columns = append(columns, comparison.NewColumn(p))
	}
	for range things {
		name, born := word()+" "+word(), fmt.Sprintf("%d-%02d-%02d", 1950+r.IntN(50), 1+r.IntN(12), 2+r.IntN(26))
		document, sex := fmt.Sprintf("D%07d", r.IntN(1e7)), []string{"male", "female"}[r.IntN(2)]
		for range 1 + r.IntN(2) {
			values := []string{name, born, document, sex}
			if r.Float64() < 0.1 {
				values[0] = word() + " " + word()
			}
			if r.Float64() < 0.2 {
				values[1] = fmt.Sprintf("%d-%02d-%02d", 1950+r.IntN(50), 1+r.IntN(12), 2+r.IntN(26))
			}
			if r.Float64() < 0.6 {
				values[2] = ""
			}
			for k, c := range columns {
				c.Add(values[k])
			}
		}
	}
	return comparison.NewTable(columns)
}

func learnt(t *testing.T, table *comparison.Table) (*Model, *blocking.Index) {
	t.Helper()
	x, err := blocking.Build(table, rules)
	if err != nil {
		t.Fatal(err)
	}
	return Default("Person", properties, rules).Learn(table, x, 1), x
}

// What the world was made with comes out: how often values agree within things and
// between them, and how many pairs match.
func TestLearn(t *testing.T) {
	table := world(4000)
	m, _ := learnt(t, table)
	near := func(what string, got, want, within float64) {
		t.Helper()
		if math.Abs(got-want) > within {
			t.Errorf("%s is %.4g, want %.4g", what, got, want)
		}
	}
	n := float64(table.Len())
	near("m of the same name", m.Weights[0].Levels[0].M, 0.81, 0.05)
	near("m of the same day", m.Weights[1].Levels[0].M, 0.64, 0.06)
	near("m of the same sex", m.Weights[3].Levels[0].M, 1, 0.03)
	near("u of the same day", m.Weights[1].Levels[0].U, 1.0/(50*12*26), 3e-5)
	near("u of the same sex", m.Weights[3].Levels[0].U, 0.5, 0.02)
	near("matches", m.Prior*n*(n-1)/2, 2000, 300)
	near("records of a thing", m.Things, 1+2*2000/n, 0.1)
	if err := m.Check(); err != nil {
		t.Error(err)
	}
	again, _ := learnt(t, world(4000))
	if d := cmp.Diff(m, again); d != "" {
		t.Errorf("learnt again: %s", d)
	}
}

func TestModelText(t *testing.T) {
	table := world(200)
	m, x := learnt(t, table)
	m.Needs = []string{"name"}
	m = m.Freeze(table, x.Yields)
	text, err := m.Format()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(m, back); d != "" {
		t.Error(d)
	}
	for _, test := range [][3]string{
		{"version: 1\n", "version: 2\n", "version 2"},
		{"kind: date", "kind: shoe size", "no kind of property"},
		{"needs:\n    - name", "needs:\n    - shoe", "none of its properties"},
		{"prior: ", "colour: red\nprior: ", "colour"},
		{"- level: same day\n          m: ", "- level: same day\n          m: -", "probabilities"},
	} {
		broken := strings.Replace(string(text), test[0], test[1], 1)
		if broken == string(text) {
			t.Fatalf("%q is not in the text", test[0])
		}
		if _, err := Parse([]byte(broken)); err == nil || !strings.Contains(err.Error(), test[2]) {
			t.Errorf("%q: %v, want %q in it", test[1], err, test[2])
		}
	}
}

// The steps of an explanation and the prior odds add up to the score; a pair in which no
// name agrees is held back however much the rest says.
func TestExplain(t *testing.T) {
	table := world(500)
	m, _ := learnt(t, table)
	s := NewScorer(m, table, m.Frequencies(table))
	for i := range 40 {
		for j := i + 1; j < 40; j++ {
			weight, steps := s.Explain(m, i, j)
			sum := math.Log2(m.Prior / (1 - m.Prior))
			for _, step := range steps {
				sum += step.Weight + step.Rarity
			}
			if got := s.Score(i, j, math.Inf(-1)); math.Abs(got-weight) > 1e-9 || math.Abs(sum-weight) > 1e-9 {
				t.Fatalf("%d and %d: score %v, explained %v, steps %v", i, j, got, weight, sum)
			}
			if got := s.Score(i, j, 0); math.Abs(got-weight) > 1e-9 && weight >= 1e-9 {
				t.Fatalf("%d and %d: %v, not to be left out: %v", i, j, weight, got)
			}
		}
	}
	var columns []*comparison.Column
	for k, p := range properties {
		c := comparison.NewColumn(p)
		for _, r := range [][]string{{"Desta Tesfaye", "1990-05-06", "EP1234567", "male"}, {"Robert Smith", "1990-05-06", "EP1234567", "male"}} {
			c.Add(r[k])
		}
		columns = append(columns, c)
	}
	lent := comparison.NewTable(columns)
	free := NewScorer(m, lent, m.Frequencies(lent)).Score(0, 1, math.Inf(-1))
	needy := *m
	needy.Needs = []string{"name"}
	held := NewScorer(&needy, lent, needy.Frequencies(lent)).Score(0, 1, math.Inf(-1))
	if held > Unsure || free <= held {
		t.Errorf("a lent document weighs %.1f, and %.1f where the name must agree", free, held)
	}
}

func TestProbability(t *testing.T) {
	for _, p := range []float64{0.01, 0.5, 0.9} {
		if got := Probability(Weight(p)); math.Abs(got-p) > 1e-12 {
			t.Errorf("%v became %v", p, got)
		}
	}
}
