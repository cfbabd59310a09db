package report

import "skein/internal/report/chart"

// incidentMap shows the incidents that have a position, coloured by route.
func (b *builder) incidentMap() {
	h := b.get("incidents.with_position")
	if h == nil || len(b.in.Points) == 0 {
		return
	}
	m := chart.Map{
		Frame: chart.Frame{
			Title: "Incidents by place and route",
			Desc:  "Each disc is one incident or several close together; its area shows the dead and missing, its colour the route.",
		},
		Classes: b.routes, WeightName: "Dead and missing", ClassHrefs: map[string]string{"": "#" + h.rowAnchor(0)},
	}
	if w := b.in.Bounds; w != nil {
		m.Window = chart.Window{West: w.West, South: w.South, East: w.East, North: w.North}
	}
	byRoute := b.look("incidents.by_route")
	for _, p := range b.in.Points {
		href := "#" + h.rowAnchor(0)
		if i := byRoute.cell(p.Route); i >= 0 {
			href = "#" + byRoute.rowAnchor(i)
		}
		m.ClassHrefs[p.Route] = href
		title := p.Title
		if title == "" {
			title = "Incident"
		}
		m.Points = append(m.Points, chart.MapPoint{
			At: chart.LonLat{Lon: p.Lon, Lat: p.Lat}, Weight: p.Weight, Class: p.Route,
			Mark: chart.Mark{Title: title + ": " + count(int(p.Weight)) + " dead and missing", Href: href},
		})
	}
	b.picture(view{of: h, title: "Incidents by place and route"}, m.SVG(), "Each disc is one incident or several close together: its area shows the dead and missing, its colour the route. Incidents without a position are not on the map.")
	if len(h.Definition.Grouping) == 0 {
		b.say("On the map and around it: ", value{of: h}, " incidents.")
	}
}

func (b *builder) deaths() {
	if n, ok := b.only("incidents.dead_and_missing"); ok {
		b.say("In all incidents on record: ", n, " "+n.unit()+".")
	}
	if h := b.get("incidents.dead_per_thousand"); h != nil {
		year := b.yearOf(h)
		b.rows(view{of: h, label: "route", where: where{"year": year}, title: h.Title + ": " + year})
		b.table(pivot{of: h, rows: []string{"route"}, column: "year", order: b.routes})
	}
	if h := b.get("incidents.dead_by_month"); h != nil {
		b.lines(view{of: h})
	}
	if h := b.get("incidents.dead_by_route_year"); h != nil {
		b.table(pivot{of: h, rows: []string{"route"}, column: "year", order: b.routes})
	}
	if h := b.get("incidents.dead_by_cause"); h != nil {
		b.rows(view{of: h, label: "cause"})
	}
}

func (b *builder) incidents() {
	if h := b.get("incidents.by_route"); h != nil {
		b.rows(view{of: h, label: "route"})
	}
	if h := b.get("incidents.by_year"); h != nil {
		b.columns(view{of: h, label: "year"})
	}
	if h := b.get("incidents.by_month"); h != nil {
		b.lines(view{of: h})
	}
	if h := b.get("incidents.by_place"); h != nil {
		b.rows(view{of: h, label: "place"})
	}
	if h := b.get("incidents.by_country"); h != nil {
		b.rows(view{of: h, label: "country"})
	}
	if h := b.get("incidents.by_source"); h != nil {
		b.rows(view{of: h, label: "owner"})
	}
	if n, ok := b.only("incidents.serious_reports"); ok {
		b.say("Serious incident reports: ", n, ". They are in no count of incidents.")
	}
	if n, ok := b.only("incidents.serious_documents"); ok {
		b.say("Documents that hold serious incident reports: ", n, ".")
	}
}
