package report

import (
	"cmp"
	"slices"
	"strings"

	"skein/internal/figure"
	"skein/internal/report/chart"
)

// networks tells who works together: suspects, networks, communications.
func (b *builder) networks() {
	b.part("suspects", "Suspects", b.suspects)
	b.part("reported-networks", "Networks that sources report", b.reportedNetworks)
	b.part("detected-networks", "Networks identified from links", b.detectedNetworks)
	b.part("link-charts", "The largest networks", b.linkCharts)
	b.part("concentration", "Concentration of the market", b.concentration)
	b.part("communications", "Communications", b.communications)
}

func (b *builder) suspects() {
	if n, ok := b.only("suspects.count"); ok {
		b.say("Suspects and convicted persons: ", n, " "+n.unit()+".")
	}
	for _, s := range []struct {
		id   figure.ID
		key  string
		keep bool
	}{
		{"suspects.by_role", "role", false},
		{"suspects.by_tier", "tier", false},
		{"suspects.by_nationality", "nationality", false},
		{"suspects.by_sex", "sex", false},
		{"suspects.by_age_band", "age", true},
		{"suspects.by_residence", "residence", false},
		{"suspects.by_residence_country", "country", false},
	} {
		if h := b.get(s.id); h != nil {
			b.rows(view{of: h, label: s.key, keep: s.keep})
		}
	}
}

func (b *builder) reportedNetworks() {
	if n, ok := b.only("networks.count"); ok {
		b.say("Networks that sources report: ", n, " "+n.unit()+".")
	}
	if h := b.get("networks.size"); h != nil {
		q1, median, q3 := h.cell("q1"), h.cell("median"), h.cell("q3")
		if q1 >= 0 && median >= 0 && q3 >= 0 {
			b.say("Half of the networks have at most ", value{of: h, cell: median, interval: true}, " members on record; a quarter has at most ",
				value{of: h, cell: q1}, ", a quarter at least ", value{of: h, cell: q3}, ".")
		}
	}
	if h := b.get("networks.members"); h != nil {
		b.rows(view{of: h, label: "network"})
	}
	if h := b.get("networks.by_tier"); h != nil {
		b.table(pivot{of: h, rows: []string{"network"}, column: "tier"})
	}
	if h := b.get("networks.by_country"); h != nil {
		b.rows(view{of: h, label: "country"})
	}
	if h := b.get("networks.countries"); h != nil {
		b.rows(view{of: h, label: "network"})
	}
}

func (b *builder) communications() {
	if n, ok := b.only("communications.persons"); ok {
		b.say("Parties to communications: ", n, " "+n.unit()+".")
	}
	if n, ok := b.only("communications.ties"); ok {
		b.say("Links, each between two of them: ", n, ".")
	}
	if n, ok := b.only("communications.weight"); ok {
		b.say("Communications, each with the weight that its source gives: ", n, ".")
	}
	if h := b.get("communications.by_month"); h != nil {
		b.lines(view{of: h})
	}
	if h := b.get("communications.by_source"); h != nil {
		b.rows(view{of: h, label: "owner"})
	}
}

func (b *builder) detectedNetworks() {
	if n, ok := b.only("networks.detected.count"); ok {
		b.say("Groups of three or more linked suspects: ", n, ". Each is an assessment; police data lack links.")
	}
	for _, s := range []struct {
		id   figure.ID
		key  string
		keep bool
	}{
		{"networks.detected.by_residence", "residence", false},
		{"networks.detected.by_size", "members", false},
		{"networks.detected.by_countries", "countries", true},
		{"networks.detected.by_role", "role", false},
		{"networks.detected.by_other_crime", "crime", false},
		{"networks.detected.members", "network", false},
		{"networks.detected.agreement", "measure", true},
	} {
		if h := b.get(s.id); h != nil {
			b.rows(view{of: h, label: s.key, keep: s.keep})
		}
	}
	if h := b.get("networks.detected.by_type"); h != nil {
		b.rows(view{of: h, label: "type"})
	}
	if h := b.get("networks.detected.compared"); h != nil {
		var order []string
		for _, i := range h.largest(where{"property": "members"}) {
			order = append(order, h.Cells[i].Keys[0])
		}
		b.table(pivot{of: h, rows: []string{"network"}, column: "property", order: order})
	}
	if h := b.get("networks.detected.by_year_and_change"); h != nil {
		b.table(pivot{of: h, rows: []string{"year"}, column: "change", order: h.texts("year", h.matching(nil))})
	}
	if h := b.get("networks.detected.by_year"); h != nil {
		b.table(pivot{of: h, rows: []string{"network"}, column: "year"})
	}
	if h := b.get("networks.detected.beyond_chance"); h != nil {
		b.table(pivot{of: h, rows: []string{"measure"}, note: true})
	}
}

// linkCharts draws the largest networks: who is tied to whom, of which tier.
func (b *builder) linkCharts() {
	positions, ties := b.get("networks.detected.positions"), b.get("networks.detected.ties")
	if positions != nil && ties != nil {
		b.linkChartsOf(positions, ties)
	}
	if h := b.get("networks.detected.leaders"); h != nil {
		b.table(pivot{of: h, rows: []string{"network", "person"}, note: true})
	}
	if h := b.get("networks.detected.key_players"); h != nil {
		b.table(pivot{of: h, rows: []string{"network", "person"}, note: true})
	}
}

// mostLinkCharts is how many networks have a link chart of their own.
const mostLinkCharts = 6

// linkChartsOf draws all networks of the figures side by side, then those with the most
// members who are tied by themselves.
func (b *builder) linkChartsOf(positions, ties *held) {
	var all []chart.Links
	hidden := map[string]int{} // members without ties
	for _, name := range positions.texts("network", positions.matching(nil)) {
		l, rest := b.links(name, positions, ties)
		if len(l.Things) > 0 {
			all = append(all, l)
			hidden[name] = rest
		}
	}
	slices.SortStableFunc(all, func(x, y chart.Links) int { return cmp.Compare(len(y.Things), len(x.Things)) })
	const title = "The largest networks side by side"
	b.picture(view{of: ties, title: title}, chart.Multiples{Frame: chart.Frame{Title: title, Desc: "A small link chart of each."}, Links: all}.SVG(), "Larger dots are organisers and leaders. Members without a link to another are left out.")
	for _, l := range all[:min(mostLinkCharts, len(all))] {
		remark := ""
		if rest := hidden[l.Title]; rest > 0 {
			remark = notShown(rest, "member", "members") + " No link of theirs to another member is on record."
		}
		b.picture(view{of: ties, where: where{"network": l.Title}, title: l.Title}, l.SVG(), remark)
	}
}

// links makes the link chart of a network, and says how many members have no tie.
func (b *builder) links(name string, positions, ties *held) (l chart.Links, hidden int) {
	l = chart.Links{
		Frame: chart.Frame{Title: name, Desc: "Persons, ringed by tier, and links between them."},
		Rings: []string{"organiser", "leader"}, Classes: b.homes(positions),
	}
	at, tied := map[string]int{}, map[string]bool{}
	ofNetwork := ties.matching(where{"network": name})
	for _, i := range ofNetwork {
		tied[ties.Cells[i].Keys[1]], tied[ties.Cells[i].Keys[2]] = true, true
	}
	for _, i := range positions.matching(where{"network": name}) {
		c := &positions.Cells[i]
		person := c.Keys[1]
		if !tied[person] {
			hidden++
			continue
		}
		at[person] = len(l.Things)
		mark := markOf(positions, i)
		mark.Title = person + ": " + c.Text + ", " + c.Note
		l.Things = append(l.Things, chart.Thing{
			Mark: mark, Label: person[:min(len(person), shortName)], Icon: chart.PersonIcon, Ring: slices.Index(l.Rings, c.Text) + 1, Class: home(c.Note, l.Classes),
		})
	}
	for _, i := range ofNetwork {
		c := &ties.Cells[i]
		mark := markOf(ties, i)
		mark.Title = c.Keys[1] + " – " + c.Keys[2] + ": " + c.Note
		l.Links = append(l.Links, chart.Link{Mark: mark, A: at[c.Keys[1]], B: at[c.Keys[2]], Weight: c.Value, Unconfirmed: strings.HasPrefix(c.Note, "unconfirmed")})
	}
	return l, hidden
}

// shortName is how much of a person's reference stands in a link chart.
const shortName = 7

// livesIn begins the country in the notes of positions.
const livesIn = "lives in: "

// homes returns the countries in which most members of the networks live.
func (b *builder) homes(positions *held) chart.Classes {
	count := map[string]int{}
	var names []string
	for i := range positions.Cells {
		_, country, ok := strings.Cut(positions.Cells[i].Note, livesIn)
		if !ok || country == "not stated" {
			continue
		}
		if count[country]++; count[country] == 1 {
			names = append(names, country)
		}
	}
	slices.SortStableFunc(names, func(x, y string) int { return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y)) })
	const most = 5
	return names[:min(most, len(names))]
}

const elsewhere = "elsewhere or not stated"

func home(note string, among chart.Classes) string {
	if _, country, ok := strings.Cut(note, livesIn); ok && slices.Contains(among, country) {
		return country
	}
	return elsewhere
}

func (b *builder) concentration() {
	for _, by := range []string{"route", "hub"} {
		if h := b.get(figure.ID("networks.concentration_by_" + by + "_year")); h != nil {
			b.panels(view{of: h, label: by})
		}
		if h := b.get(figure.ID("networks.top_four_by_" + by + "_year")); h != nil {
			b.table(pivot{of: h, rows: []string{by}, column: "year"})
		}
		if h := b.get(figure.ID("networks.concentration_trend_by_" + by)); h != nil {
			b.rows(view{of: h, label: by})
		}
	}
}
