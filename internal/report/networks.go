package report

import "skein/internal/figure"

// networks tells who works together: suspects, networks, communications.
func (b *builder) networks() {
	b.part("suspects", "Suspects", b.suspects)
	b.part("reported-networks", "Networks", b.reportedNetworks)
	b.part("communications", "Communications", b.communications)
}

func (b *builder) suspects() {
	if n, ok := b.only("suspects.count"); ok {
		b.say("Persons held as suspect or convicted: ", n, ".")
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
		b.say("Networks that sources report: ", n, ".")
	}
	if h := b.get("networks.size"); h != nil {
		q1, median, q3 := h.cell("q1"), h.cell("median"), h.cell("q3")
		if q1 >= 0 && median >= 0 && q3 >= 0 {
			b.say("Half of the networks have at most ", value{of: h, cell: median, interval: true}, " members who are held; a quarter has at most ",
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
		b.say("Ends of communications: ", n, " "+n.of.Unit+".")
	}
	if n, ok := b.only("communications.ties"); ok {
		b.say("Ties, each between two ends: ", n, ".")
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
