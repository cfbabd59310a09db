package report

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/record"
)

func TestPageAsksForNothing(t *testing.T) {
	for name, in := range map[string]Input{"synthetic": synthetic(), "hostile": hostile(), "empty": {}} {
		page, root := render(t, in)
		if name != "hostile" { // whose texts say all of these
			for _, bad := range []string{"http:", "https:", "//", "src=", "@import", "url("} {
				if strings.Contains(page, bad) {
					t.Errorf("%s: the page has %q", name, bad)
				}
			}
		}
		for _, n := range find(root, "") {
			switch n.Data {
			case "link", "img", "iframe", "object", "embed", "audio", "video", "source", "base", "form", "image", "use", "foreignObject":
				t.Errorf("%s: the page has an element %s", name, n.Data)
			}
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "src", a.Key == "srcset", a.Key == "style", a.Key == "srcdoc":
					t.Errorf("%s: %s has an attribute %s", name, n.Data, a.Key)
				case a.Key == "href" && !strings.HasPrefix(a.Val, "#"):
					t.Errorf("%s: a link leads to %q", name, a.Val)
				}
			}
		}
	}
}

func TestEveryLinkHasItsTarget(t *testing.T) {
	for name, in := range map[string]Input{"synthetic": synthetic(), "hostile": hostile(), "empty": {}} {
		_, root := render(t, in)
		ids := map[string]int{}
		for _, n := range find(root, "") {
			if id := attr(n, "id"); id != "" {
				ids[id]++
			}
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: the id %q stands %d times", name, id, n)
			}
		}
		for _, n := range find(root, "") {
			if href := attr(n, "href"); href != "" && ids[strings.TrimPrefix(href, "#")] == 0 {
				t.Errorf("%s: %q leads nowhere", name, href)
			}
			for _, ref := range []string{"aria-labelledby"} {
				if id := attr(n, ref); id != "" && ids[id] == 0 {
					t.Errorf("%s: %s names %q, which is not there", name, ref, id)
				}
			}
		}
	}
}

const poison = `</style></script><script>alert(1)</script><img src=x onerror=alert(1)>"'&` + "\x00\u202e\xff" + ` javascript:alert(1) @import url(https://x)`

// hostile has poison in every text that comes from outside.
func hostile() Input {
	in := synthetic()
	in.Title, in.Subtitle, in.Edition, in.ClaimsSource = poison, poison, poison, poison
	for i := range in.Figures {
		f := &in.Figures[i]
		f.Title, f.Unit, f.Method, f.Note = poison, f.Unit+poison, poison, poison
		f.Definition.Records, f.Definition.Filter, f.Definition.Measure = poison, poison, poison
		for j := range f.Cells {
			c := &f.Cells[j]
			c.Note = poison
			for k, name := range f.Definition.Grouping {
				switch name {
				case "year", "month", "statistic", "claim":
				default:
					c.Keys[k] += poison
				}
			}
		}
		f.Sort()
	}
	for i := range in.Points {
		in.Points[i].Title, in.Points[i].Route = poison, in.Points[i].Route+poison
	}
	for i := range in.Sources {
		c := &in.Sources[i].Contribution
		c.Name, c.Owner, c.Source, c.Origin = poison, poison, poison, record.Origin(poison)
	}
	for i := range in.Claims {
		in.Claims[i].Says, in.Claims[i].Where = poison, poison
	}
	in.Figures = append(in.Figures, figure.Figure{
		ID: figure.ID("zz" + poison), Title: poison, Unit: poison, Method: poison,
		Definition: figure.Definition{Records: poison, Measure: poison, Grouping: []string{poison}},
		Cells:      []figure.Cell{{Keys: []string{poison}, Text: poison}},
	})
	return in
}

func TestHostileTextsAreInert(t *testing.T) {
	page, root := render(t, hostile())
	if scripts := find(root, "script"); len(scripts) != 1 || textOf(scripts[0]) != opener {
		t.Errorf("the page has %d scripts", len(scripts))
	}
	if styles := find(root, "style"); len(styles) != 1 || strings.Contains(textOf(styles[0]), "alert") && strings.Contains(textOf(styles[0]), "<") {
		t.Errorf("the page has %d style sheets, or one with foreign text", len(styles))
	}
	if got := textOf(find(root, "h1")[0]); !strings.Contains(got, "<script>alert(1)</script>") {
		t.Errorf("the title lost its text: %q", got)
	}
	if strings.ContainsAny(page, "\x00\x01") || !strings.Contains(page, "\uFFFD") {
		t.Error("control characters are on the page")
	}
	entry := find(byID(t, root, "f-"+strconv.Itoa(len(hostile().Figures))), "code")
	if got, want := textOf(entry[len(entry)-1]), `'\''`; !strings.Contains(got, want) {
		t.Errorf("the command %q does not quote", got)
	}
}

func TestEmptyReport(t *testing.T) {
	page, root := render(t, Input{})
	for _, s := range find(root, "section") {
		if got := textOf(s); !strings.Contains(got, "Nothing is held on this.") {
			t.Errorf("a section of an empty report says %q", got)
		}
	}
	if n := len(find(root, "section")); n != 9 {
		t.Errorf("%d sections", n)
	}
	if strings.Contains(page, "NaN") || len(find(root, "svg")) != 0 {
		t.Error("an empty report has drawings")
	}
}

// A figure that is absent or has no cells is named where it would stand, a part
// of which nothing is held is left out.
func TestWhatIsNotHeld(t *testing.T) {
	in := synthetic()
	kept := in.Figures[:0]
	for _, f := range in.Figures {
		switch {
		case strings.HasPrefix(string(f.ID), "payments."), f.ID == "suspects.by_tier":
			continue
		case f.ID == "suspects.by_role":
			f.Cells = nil
		}
		kept = append(kept, f)
	}
	in.Figures = kept
	_, root := render(t, in)
	if got := textOf(byID(t, root, "networks")); !strings.Contains(got, "Nothing is held on: suspects by role; suspects.by_tier.") {
		t.Error("the section does not say what is not held")
	}
	for _, h := range find(root, "h3") {
		if textOf(h) == "Payments" {
			t.Error("a part of which nothing is held has a heading")
		}
	}
	if got := textOf(byID(t, root, "f-suspects.by_role")); !strings.Contains(got, "Nothing is held on this.") {
		t.Error("the appendix does not say that a figure is empty")
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first, _ := render(t, synthetic())
	for range 3 {
		if again, _ := render(t, synthetic()); again != first {
			t.Fatal("two renderings differ")
		}
	}
}

func TestUnfitFiguresAreRefused(t *testing.T) {
	in := synthetic()
	in.Figures[3].Title = ""
	if err := HTML(&bytes.Buffer{}, in); err == nil {
		t.Error("a figure without a title was rendered")
	}
	in = synthetic()
	in.Figures = append(in.Figures, in.Figures[0])
	if err := HTML(&bytes.Buffer{}, in); err == nil || !strings.Contains(err.Error(), string(in.Figures[0].ID)) {
		t.Errorf("two figures of one id: %v", err)
	}
}

func TestHandlingIsTheJoin(t *testing.T) {
	in := synthetic()
	secret, err := handling.Parse(`SECRET H3="ask first" TLP:AMBER owner=DD-POLICE audience=AA-POLICE,DD-POLICE purposes=strategic`)
	if err != nil {
		t.Fatal(err)
	}
	in.Figures[7].Label = secret
	page, root := render(t, in)
	for _, where := range []string{"top", "bottom"} {
		got := ""
		for _, n := range find(root, "div") {
			if attr(n, "class") == "banner "+where {
				got = textOf(n)
			}
		}
		for _, want := range []string{"SECRET · H1 · H2 · H3 · TLP:AMBER", in.Edition, "Audience: AA-POLICE, DD-POLICE only.", "H3: ask first", "Purposes: strategic only."} {
			if !strings.Contains(got, want) {
				t.Errorf("the banner at the %s lacks %q: %s", where, want, got)
			}
		}
	}
	if !strings.Contains(page, "@page{@top-center{content:\"SECRET") {
		t.Error("printed pages do not carry the handling")
	}
	in.Figures[8].Label = handling.Label{}
	page, _ = render(t, in)
	if strings.Count(page, "Closed: no agency may see this report for any purpose.") != 2 {
		t.Error("a closed label is not said in words")
	}
}

func TestEvidenceNamesContributions(t *testing.T) {
	in := synthetic()
	_, root := render(t, in)
	for _, row := range find(byID(t, root, "f-incidents.by_route"), "tr")[1:] {
		got := strings.TrimSpace(textOf(find(row, "td")[3])) // the end of the line belongs to the last cell
		if !strings.HasPrefix(got, "flows.csv ") || !strings.HasSuffix(got, "; incidents.json 1") {
			t.Errorf("evidence is said to lie in %q", got)
		}
	}
	var many []Source
	var ids []record.ID
	for i := range uint32(12) {
		many = append(many, source(1, record.EntryNo(i+2), fmt.Sprintf("f%d", i), "AA-POLICE", "H0"))
		ids = append(ids, record.NewID(record.EntryNo(i+2), 1), record.NewID(record.EntryNo(i+2), 5), record.NewID(record.EntryNo(i+2), 6))
	}
	ids = append(ids, record.NewID(99, 1))
	s := newSources(many)
	if got, want := s.inWords(figure.NewEvidence(ids)), "f0 3; f1 3; f2 3; f3 3; f4 3; f5 3; f6 3; f7 3; in 5 more 13"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := s.inWords(figure.NewEvidence([]record.ID{record.NewID(99, 7)})), "entry 99 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A route has one colour, whatever shows it.
func TestRoutesKeepTheirColours(t *testing.T) {
	page, root := render(t, synthetic())
	colours := map[string]map[string]bool{}
	for _, g := range find(root, "a") {
		if attr(g, "data-figure") != "incidents.by_route" && attr(g, "data-figure") != "incidents.dead_per_thousand" {
			continue
		}
		route, _, _ := strings.Cut(textOf(find(g, "title")[0]), ":")
		route, _, _ = strings.Cut(route, ",")
		for _, n := range find(g, "") {
			if fill := attr(n, "fill"); (n.Data == "circle" || n.Data == "rect") && fill != "#000" {
				if colours[route] == nil {
					colours[route] = map[string]bool{}
				}
				colours[route][fill] = true
			}
		}
	}
	if len(colours) != len(routes) {
		t.Fatalf("found the colours of %d routes", len(colours))
	}
	seen := map[string]string{}
	for route, c := range colours {
		if len(c) != 1 {
			t.Errorf("%s has %d colours", route, len(c))
		}
		for fill := range c {
			if other := seen[fill]; other != "" {
				t.Errorf("%s and %s have one colour", route, other)
			}
			seen[fill] = route
			if strings.Count(page, fill) < 4 {
				t.Errorf("%s is not used in lines and map", fill)
			}
		}
	}
}

// A large case stays a page that can be sent by post.
func TestLargePageIsSmallEnough(t *testing.T) {
	in := synthetic()
	f := figure.Figure{
		ID: "detections.by_route_nationality_year", Title: "Detections by route, nationality and year", Unit: "detections", N: 12000, Method: "count",
		Definition: figure.Definition{Records: "Flow", Grouping: []string{"route", "nationality", "year"}, Measure: "sum of the counts"}, Label: handling.Public(),
	}
	for r := range 9 {
		for n := range 150 {
			for y := range 9 {
				f.Cells = append(f.Cells, figure.Cell{
					Keys:  []string{fmt.Sprintf("A route by land and sea %d", r), fmt.Sprintf("Republic of Country %03d", n), strconv.Itoa(2007 + y)},
					Value: float64(1000 * r * n), N: 12, Evidence: evidenceOf(r, n),
				})
			}
		}
	}
	for i := range in.Figures {
		if in.Figures[i].ID == f.ID {
			in.Figures[i] = f
		}
	}
	page, _ := render(t, in)
	if limit := 6_000_000; len(page) > limit {
		t.Errorf("%d cells take %d bytes, more than %d", len(f.Cells), len(page), limit)
	}
}

func TestShellWord(t *testing.T) {
	for in, want := range map[string]string{"2015": "2015", "Port A": "'Port A'", "it's": `'it'\''s'`, "": "''", "$(x)": "'$(x)'"} {
		if got := shellWord(in); got != want {
			t.Errorf("shellWord(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestLastYears(t *testing.T) {
	in := synthetic()
	for i := range in.Figures {
		f := &in.Figures[i]
		if f.ID == "detections.by_month" {
			f.Cells = f.Cells[:29] // to May 2015
		}
	}
	page, _ := render(t, in)
	for _, want := range []string{"Years are given for 2014, the last complete year on record", "The year 2015 is held to May.", "Detections, 2014"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if whole, _ := render(t, synthetic()); strings.Contains(whole, "is held to") {
		t.Error("a whole year is said to be held in part")
	}
}

// The body shows the largest rows and says how many it leaves out.
func TestRowsLeftOutAreCounted(t *testing.T) {
	in := synthetic()
	for i := range in.Figures {
		if f := &in.Figures[i]; f.ID == "incidents.by_place" {
			f.Cells = nil
			for p := range 40 {
				f.Cells = append(f.Cells, figure.Cell{Keys: []string{fmt.Sprintf("Place %02d", p)}, Value: float64(p * 37 % 40), N: p})
			}
		}
	}
	_, root := render(t, in)
	shown := map[string]bool{}
	for _, g := range find(root, "a") {
		if attr(g, "data-figure") == "incidents.by_place" {
			shown[attr(g, "data-value")] = true
		}
	}
	if len(shown) != mostRows || !shown["39"] || !shown["25"] || shown["24"] {
		t.Errorf("shown are %v", shown)
	}
	if !strings.Contains(textOf(byID(t, root, "routes")), "25 rows more in the evidence.") {
		t.Error("the page does not say how many rows it leaves out")
	}
}
