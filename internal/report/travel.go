package report

import "skein/internal/figure"

// travel tells how people were moved: legs, means of transport, documents.
func (b *builder) travel() {
	b.part("legs", "Legs of journeys", func() {
		b.rowsOf("legs.by_mode", "mode")
		if h := b.get("legs.by_route_mode"); h != nil {
			b.table(pivot{of: h, rows: []string{"route"}, column: "mode", order: b.routes})
		}
		b.rowsOf("legs.by_means", "means")
		if h := b.get("legs.by_pair"); h != nil {
			b.table(pivot{of: h, rows: []string{"origin", "destination"}})
		}
	})
	b.part("craft", "Vessels and vehicles", func() {
		b.rowsOf("vessels.by_type", "type")
		b.rowsOf("vehicles.by_type", "type")
		b.rowsOf("vehicles.rented", "rented")
	})
	b.part("documents", "Documents", func() {
		b.rowsOf("documents.by_kind", "kind")
		b.rowsOf("documents.by_method", "method")
		if h := b.get("documents.by_kind_method"); h != nil {
			b.table(pivot{of: h, rows: []string{"kind"}, column: "method"})
		}
	})
}

// rowsOf draws a figure of one key as rows.
func (b *builder) rowsOf(id figure.ID, key string) {
	if h := b.get(id); h != nil {
		b.rows(view{of: h, label: key})
	}
}
