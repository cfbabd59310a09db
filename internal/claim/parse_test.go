package claim_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/claim"
)

const example = `
source: Report of May 2016
claims:
  - id: western-mediterranean-2015
    says: 7,164 illegal border-crossings on the Western Mediterranean route in 2015
    where: p. 5
    figure: detections.by_route_year
    keys: {route: Western Mediterranean, year: 2015}
    published: 7164
  - id: change
    says: a decrease of 9.8 %
    figure: detections.change_on_year
    keys: {route: Central Mediterranean, year: "2015"}
    published: -9.8
    decimals: 1
    relation: about
    tolerance: 5
  - id: nationalities
    says: mainly Guinean and Algerian nationals
    top:
      figure: detections.by_route_nationality_year
      keys: {route: Western Mediterranean, year: "2015"}
      of: [Guinea, Algeria]
  - id: hotspots
    says: about 250 hotspots
    why: no positions are held
`

func TestParse(t *testing.T) {
	got, err := claim.Parse([]byte(example))
	if err != nil {
		t.Fatal(err)
	}
	want := claim.List{Source: "Report of May 2016", Claims: []claim.Claim{
		{
			ID: "western-mediterranean-2015", Says: "7,164 illegal border-crossings on the Western Mediterranean route in 2015", Where: "p. 5",
			Value: &claim.Value{
				Figure: "detections.by_route_year", Keys: map[string]string{"route": "Western Mediterranean", "year": "2015"},
				Published: 7164, Relation: claim.Equals,
			},
		},
		{ID: "change", Says: "a decrease of 9.8 %", Value: &claim.Value{
			Figure: "detections.change_on_year", Keys: map[string]string{"route": "Central Mediterranean", "year": "2015"},
			Published: -9.8, Decimals: 1, Relation: claim.About, Tolerance: 5,
		}},
		{ID: "nationalities", Says: "mainly Guinean and Algerian nationals", Top: &claim.Top{
			Figure: "detections.by_route_nationality_year", Keys: map[string]string{"route": "Western Mediterranean", "year": "2015"},
			Of: []string{"Guinea", "Algeria"},
		}},
		{ID: "hotspots", Says: "about 250 hotspots", Why: "no positions are held"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseRefuses(t *testing.T) {
	claims := func(lines ...string) string {
		return "source: S\nclaims:\n  - id: a\n    says: b\n    " + strings.Join(lines, "\n    ")
	}
	for name, test := range map[string]struct{ text, want string }{
		"nothing":                   {"", "empty"},
		"a comment alone":           {"# none\n", "empty"},
		"no mapping":                {"- a\n", "line 1"},
		"a second document":         {example + "\n---\nsource: T\n", "one document"},
		"no claims":                 {"source: S\n", "required"},
		"no source":                 {"claims: [{id: a, says: b, why: c}]\n", "required"},
		"an unknown key above":      {"source: S\nauthor: me\nclaims: []\n", `line 2: unknown key "author"`},
		"an unknown key":            {claims("figur: detections.total"), `line 5: unknown key "figur"`},
		"an unknown key in a top":   {claims("top:", "  figure: f", "  off: [a]"), `line 7: unknown key "off"`},
		"a key twice":               {claims("why: c", "why: d"), "line 6"},
		"neither figure nor why":    {claims("where: p. 1"), "line 3: a: without a figure"},
		"figure and why":            {claims("figure: f", "published: 1", "why: c"), "why is for claims"},
		"figure and top":            {claims("figure: f", "top: {figure: f, of: [x]}"), "not both"},
		"published without figure":  {claims("published: 1", "why: c"), "need a figure"},
		"figure without published":  {claims("figure: f"), "published is required"},
		"published with commas":     {claims("figure: f", "published: 1,612"), "line 6"},
		"published not a number":    {claims("figure: f", "published: .nan"), "must be a number"},
		"more decimals than told":   {claims("figure: f", "published: 9.85", "decimals: 1"), "more than the 1 decimals"},
		"decimals out of range":     {claims("figure: f", "published: 1", "decimals: 12"), "0 to 9"},
		"an unknown relation":       {claims("figure: f", "published: 1", "relation: roughly"), `relation "roughly"`},
		"about without tolerance":   {claims("figure: f", "published: 1", "relation: about"), "tolerance"},
		"tolerance without about":   {claims("figure: f", "published: 1", "tolerance: 10"), "tolerance"},
		"a tolerance of nothing":    {claims("figure: f", "published: 1", "relation: about", "tolerance: 0"), "more than 0"},
		"a top of nothing":          {claims("top: {figure: f}"), "of are required"},
		"a top that repeats a name": {claims("top: {figure: f, of: [x, x]}"), "twice"},
		"an id twice":               {claims("why: c") + "\n  - {id: a, says: b, why: c}", "line 6: id a stands twice"},
	} {
		_, err := claim.Parse([]byte(test.text))
		if !errors.Is(err, claim.ErrFormat) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one that says %q", name, err, test.want)
		}
	}
}

// All claims at fault are told, not the first alone.
func TestParseJoinsProblems(t *testing.T) {
	_, err := claim.Parse([]byte("source: S\nclaims:\n  - {id: a, says: b}\n  - {id: c, says: d, figure: f}\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3") || !strings.Contains(err.Error(), "line 4") {
		t.Errorf("error %v, want lines 3 and 4", err)
	}
}

// The claims of the example are read, and each keeps to what the report can show.
func TestExampleParses(t *testing.T) {
	text, err := os.ReadFile("../../examples/mediterranean/claims.yaml")
	if err != nil {
		t.Fatal(err)
	}
	list, err := claim.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Claims) < 10 {
		t.Errorf("%d claims", len(list.Claims))
	}
	for _, c := range list.Claims {
		if c.Where == "" {
			t.Errorf("%s says not where it stands", c.ID)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte("source: S\nclaims: [{id: a, says: b, figure: f, published: 1e300, relation: about, tolerance: 100}]"))
	f.Add([]byte("source: &s S\nclaims: [&c {id: a, says: b, why: *s}, *c]"))
	f.Add([]byte("source: S\nclaims:\n- <<: {id: a}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		list, err := claim.Parse(text)
		if err != nil {
			if !errors.Is(err, claim.ErrFormat) {
				t.Fatalf("error %v is no ErrFormat", err)
			}
			return
		}
		verdicts := claim.Check(list, nil)
		if err := verdicts.Check(); err != nil {
			t.Fatal(err)
		}
		for _, c := range list.Claims {
			if (c.Value == nil) == (c.Top == nil) != (c.Why != "") {
				t.Errorf("%s: value %v, top %v, why %q", c.ID, c.Value, c.Top, c.Why)
			}
		}
	})
}
