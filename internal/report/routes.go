package report

// routesAndHotspots tells who came where: detections, arrivals, incidents.
func (b *builder) routesAndHotspots() {
	b.part("detections", "Detections by route", b.detections)
	b.part("nationalities", "Nationalities", b.nationalities)
	b.part("arrivals", "Arrivals", b.arrivals)
	b.part("incidents-map", "Where incidents happened", b.incidentMap)
	b.part("deaths", "Dead and missing", b.deaths)
	b.part("incidents", "Incidents", b.incidents)
}

func (b *builder) detections() {
	if h := b.get("detections.by_route_year"); h != nil {
		b.routesInWords(h)
	}
	if h := b.get("detections.by_route_month"); h != nil {
		b.linesAndLately(view{of: h, label: "route"})
	}
	if h := b.look("detections.by_route_year"); h != nil {
		change := b.get("detections.change_on_year")
		title := ""
		if change != nil {
			title = h.Title + ", with the change on the year before"
		}
		b.table(pivot{of: h, rows: []string{"route"}, column: "year", beside: change, order: b.routes, title: title})
		if change != nil && b.ends(h) != "" {
			b.quiet("The change of a year that is not over compares a part with a whole, as its notes in the evidence say.")
		}
	}
	if h := b.get("detections.by_year"); h != nil {
		b.columns(view{of: h, label: "year"})
	}
	if h := b.get("detections.by_month"); h != nil {
		b.lines(view{of: h})
	}
	if n, ok := b.only("detections.total"); ok {
		b.say("In all years on record: ", n, " "+n.unit()+".")
	}
	if h := b.get("detections.by_mode_year"); h != nil {
		b.table(pivot{of: h, rows: []string{"mode"}, column: "year"})
	}
}

// routesInWords names the largest routes of the year with their change.
func (b *builder) routesInWords(h *held) {
	year, change := b.yearOf(h), b.look("detections.change_on_year")
	cells := h.largest(where{"year": year})
	t := text("In " + year + " most " + h.Unit + " were on these routes: ")
	for j, i := range cells[:min(3, len(cells))] {
		if j > 0 {
			t = append(t, words("; "))
		}
		t = append(t, name(h.Cells[i].Keys[h.key("route")]), words(" "), value{of: h, cell: i})
		if at := change.cell(h.Cells[i].Keys...); at >= 0 {
			t = append(t, words(" ("), value{of: change, cell: at, signed: true}, words("\u00a0% on the year before)"))
		}
	}
	b.say(t, ".")
}

func (b *builder) nationalities() {
	if h := b.get("detections.by_nationality_year"); h != nil {
		year := b.yearOf(h)
		b.rows(view{of: h, label: "nationality", where: where{"year": year}, title: "Detections by nationality, " + year})
		b.table(pivot{of: h, rows: []string{"nationality"}, column: "year", beside: b.get("detections.change_by_nationality")})
	} else {
		b.get("detections.change_by_nationality")
	}
	if h := b.get("detections.by_route_nationality_year"); h != nil {
		b.nationalitiesOfRoutes(h)
	}
}

// nationalitiesOfRoutes is a table with the largest nationalities of each route.
func (b *builder) nationalitiesOfRoutes(h *held) {
	const most = 5
	year := b.yearOf(h)
	t := table{columns: []column{{title: "Route", header: true}}}
	for _, c := range []string{"First", "Second", "Third", "Fourth", "Fifth"} {
		t.columns = append(t.columns, column{title: c})
	}
	for _, route := range b.routes {
		cells := h.largest(where{"route": route, "year": year})
		if len(cells) == 0 {
			continue
		}
		row := []inlines{{name(route)}}
		for j := range most {
			if j >= len(cells) {
				row = append(row, nil)
				continue
			}
			row = append(row, inlines{name(h.Cells[cells[j]].Keys[h.key("nationality")]), mark("\n"), value{of: h, cell: cells[j]}})
		}
		t.rows = append(t.rows, row)
	}
	b.tables++
	t.caption = b.caption("Table", b.tables, h, h.matching(where{"year": year}), "Largest nationalities on each route, "+year, "All others are in the evidence.")
	b.add(t)
}

func (b *builder) arrivals() {
	if h := b.get("arrivals.by_year"); h != nil {
		b.columns(view{of: h, label: "year"})
	}
	if h := b.get("arrivals.by_route_month"); h != nil {
		b.linesAndLately(view{of: h, label: "route"})
	}
	if h := b.get("arrivals.by_route_year"); h != nil {
		b.table(pivot{of: h, rows: []string{"route"}, column: "year", order: b.routes})
	}
	if h := b.get("arrivals.by_country_year"); h != nil {
		b.table(pivot{of: h, rows: []string{"country"}, column: "year"})
	}
	if h := b.get("arrivals.by_place_year"); h != nil {
		year := b.yearOf(h)
		b.rows(view{of: h, label: "place", where: where{"year": year}, title: "Arrivals by place, " + year})
	}
	if h := b.get("arrivals.persons_per_vessel_year"); h != nil {
		b.table(pivot{of: h, rows: []string{"route"}, column: "year", order: b.routes})
	}
}
