package report

import "skein/internal/figure"

// money tells what a leg costs and how it is paid.
func (b *builder) money() {
	b.part("fees", "Fees", func() {
		b.fees("fees.by_leg", "leg", false)
		b.fees("fees.by_mode", "mode", false)
		b.fees("fees.by_year", "year", true)
	})
	b.part("payments", "Payments", func() {
		if h := b.get("payments.by_means"); h != nil {
			b.say("The most frequently reported means of payment: ", inWords(h, "means", h.largest(nil), 3), ".")
			b.rows(view{of: h, label: "means"})
		}
		if h := b.get("payments.by_timing"); h != nil {
			b.rows(view{of: h, label: "timing"})
		}
		if h := b.get("payments.by_means_count"); h != nil {
			b.table(pivot{of: h, rows: []string{"means"}})
		}
	})
}

// fees draws one chart for each currency, since amounts are not converted, and
// one table of all, by size or in the order of the keys.
func (b *builder) fees(id figure.ID, key string, keep bool) {
	h := b.get(id)
	if h == nil {
		return
	}
	for _, currency := range h.texts("currency", h.AllCells()) {
		b.boxes(view{of: h, label: key, where: where{"currency": currency}, keep: keep, title: h.Title + ", " + currency})
	}
	p := pivot{of: h, rows: []string{key, "currency"}, column: "statistic", n: true}
	if keep {
		p.order = h.texts(key, h.AllCells())
	}
	b.table(p)
}
