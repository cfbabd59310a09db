package report

// polycriminality tells of the suspects' and networks' other crimes.
func (b *builder) polycriminality() {
	b.part("crimes", "Links to other crime areas", func() {
		if h := b.get("crimes.by_area_year"); h != nil {
			for _, unit := range h.texts("unit", h.AllCells()) {
				years := h.texts("year", h.matching(where{"unit": unit}))
				year := b.year
				if len(h.matching(where{"unit": unit, "year": year})) == 0 {
					year = lastOf(years)
				}
				b.rows(view{of: h, label: "area", where: where{"unit": unit, "year": year}, title: h.Title + ", records of " + unit + ", " + year})
				if len(years) > 1 {
					b.table(pivot{of: h, rows: []string{"area"}, column: "year", where: where{"unit": unit}, title: h.Title + ", records of " + unit})
				}
			}
		}
		if h := b.get("crimes.persons_by_year"); h != nil {
			b.columns(view{of: h, label: "year"})
		}
	})
}
