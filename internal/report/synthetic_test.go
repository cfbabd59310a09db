package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"skein/internal/figure"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
)

// What the synthetic figures are about. Nothing in them is anybody's data.
var (
	routes        = []string{"Central Sea", "Eastern Land", "Western Strait", "Northern Woods"}
	years         = []string{"2013", "2014", "2015"}
	nationalities = []string{"Avaria", "Borduria", "Cimmeria", "Dorne", "Ervia", "Freedonia", "Genovia", "سوريا"}
	places        = []string{"Port A", "Port B", "ميناء", "Beach C"}
	agencies      = []string{"AA-POLICE", "BB-COAST", "CC-BORDER"}
	statistics    = []string{"median", "q1", "q3"}
)

func months() []string {
	var out []string
	for _, y := range years {
		for m := range 12 {
			out = append(out, fmt.Sprintf("%s-%02d", y, m+1))
		}
	}
	return out
}

// made says how a synthetic figure is made: a cell for each combination of texts.
type made struct {
	id       figure.ID
	title    string
	unit     string
	decimals int
	keys     []string
	texts    [][]string
}

// The two kinds of figures: counts, and shares in per cent.

func counted(id figure.ID, title, unit string, keys []string, texts ...[]string) made {
	return made{id, title, unit, 0, keys, texts}
}

func shared(id figure.ID, title, key string, texts ...string) made {
	return made{id, title, "%", 1, []string{key}, [][]string{texts}}
}

func key(names ...string) []string { return names }

var modes = key("air", "land", "sea")

func all() []made { return slices.Concat(flowsAndIncidents(), networksAndHoldings()) }

func flowsAndIncidents() []made {
	return []made{
		counted("detections.total", "Detections", "detections", nil),
		counted("detections.by_year", "Detections by year", "detections", key("year"), years),
		counted("detections.by_month", "Detections by month", "detections", key("month"), months()),
		counted("detections.by_route_year", "Detections by route and year", "detections", key("route", "year"), routes, years),
		counted("detections.by_route_month", "Detections by route and month", "detections", key("route", "month"), routes, months()),
		counted("detections.by_nationality_year", "Detections by nationality and year", "detections", key("nationality", "year"), nationalities, years),
		counted("detections.by_route_nationality_year", "Detections by route, nationality and year", "detections", key("route", "nationality", "year"), routes, nationalities, years),
		counted("detections.by_mode_year", "Detections by mode of travel and year", "detections", key("mode", "year"), modes, years),
		{"detections.change_on_year", "Change of detections on the year before, by route", "%", 1, key("route", "year"), [][]string{routes, years[1:]}},
		{"detections.change_by_nationality", "Change of detections on the year before, by nationality", "%", 1, key("nationality", "year"), [][]string{nationalities, years[1:]}},
		counted("arrivals.by_year", "Arrivals by year", "persons", key("year"), years),
		counted("arrivals.by_place_year", "Arrivals by place and year", "persons", key("place", "year"), places, years),
		counted("arrivals.by_country_year", "Arrivals by country and year", "persons", key("country", "year"), nationalities[:3], years),
		counted("arrivals.by_route_year", "Arrivals by route and year", "persons", key("route", "year"), routes, years),
		counted("arrivals.by_route_month", "Arrivals by route and month", "persons", key("route", "month"), routes, months()),
		{"arrivals.persons_per_vessel_year", "Persons a vessel, by route and year", "persons a vessel", 1, key("route", "year"), [][]string{routes, years}},
		counted("incidents.count", "Incidents", "incidents", nil),
		counted("incidents.with_position", "Incidents with a position", "incidents", nil),
		counted("incidents.dead_and_missing", "Dead and missing", "dead and missing", nil),
		counted("incidents.by_route", "Incidents by route", "incidents", key("route"), routes),
		counted("incidents.by_year", "Incidents by year", "incidents", key("year"), years),
		counted("incidents.by_month", "Incidents by month", "incidents", key("month"), months()),
		counted("incidents.by_place", "Incidents by place", "incidents", key("place"), places),
		counted("incidents.by_country", "Incidents by country", "incidents", key("country"), nationalities),
		counted("incidents.by_source", "Incidents by contributor", "incidents", key("owner"), agencies),
		counted("incidents.dead_by_route_year", "Dead and missing by route and year", "dead and missing", key("route", "year"), routes, years),
		counted("incidents.dead_by_month", "Dead and missing by month", "dead and missing", key("month"), months()),
		counted("incidents.dead_by_cause", "Dead and missing by cause", "dead and missing", key("cause"), key("cold", "drowning", "fire")),
		{"incidents.dead_per_thousand", "Dead and missing for each thousand detections, by route and year", "dead and missing per 1,000 detections", 1, key("route", "year"), [][]string{routes, years}},
		counted("incidents.serious_reports", "Serious incident reports", "reports", nil),
		counted("incidents.serious_documents", "Documents that hold serious incident reports", "documents", nil),
		counted("legs.by_mode", "Legs by mode of travel", "legs", key("mode"), modes),
		counted("legs.by_route_mode", "Legs by route and mode of travel", "legs", key("route", "mode"), routes, modes),
		counted("legs.by_means", "Legs by means of transport", "legs", key("means"), key("dinghy", "lorry", "on foot", "train")),
		counted("legs.by_pair", "Legs by origin and destination", "legs", key("origin", "destination"), places, nationalities),
	}
}

func networksAndHoldings() []made {
	networks, tiers := key("Network of the Bay", "Network of the Hills"), key("facilitator", "leader", "organiser")
	return []made{
		counted("suspects.count", "Suspects", "persons", nil),
		shared("suspects.by_role", "Suspects by role", "role", "driver", "recruiter", "skipper"),
		shared("suspects.by_tier", "Suspects by tier", "tier", tiers...),
		shared("suspects.by_nationality", "Suspects by nationality", "nationality", nationalities...),
		shared("suspects.by_sex", "Suspects by sex", "sex", "female", "male"),
		shared("suspects.by_age_band", "Suspects by age", "age", "18–24", "25–34", "35–44"),
		shared("suspects.by_residence", "Suspects by residence inside or outside the EU", "residence", "EU", "outside the EU"),
		counted("suspects.by_residence_country", "Suspects by country of residence", "persons", key("country"), nationalities),
		counted("networks.count", "Networks reported", "networks", nil),
		counted("networks.members", "Members of networks", "persons", key("network"), networks),
		counted("networks.by_tier", "Members of networks by tier", "persons", key("network", "tier"), networks, tiers),
		counted("networks.by_country", "Networks by country in which they are reported to be active", "networks", key("country"), nationalities),
		counted("networks.countries", "Countries of each network", "countries", key("network"), networks),
		{"networks.size", "Size of networks", "persons", 1, key("statistic"), [][]string{statistics}},
		counted("communications.persons", "Ends of communications", "phones, accounts and persons", nil),
		counted("communications.ties", "Ties by communication", "pairs", nil),
		counted("communications.weight", "Communications by weight", "communications", nil),
		counted("communications.by_month", "Communications by month", "communications", key("month"), months()),
		counted("communications.by_source", "Communications by contributor", "communications", key("owner"), agencies),
		counted("fees.by_leg", "Fees by leg", "amount in the currency", key("leg", "currency", "statistic"), key("Port A – Port B", "Port B – ميناء", "Western Strait, sea"), key("EUR", "USD"), statistics),
		counted("fees.by_mode", "Fees by mode of travel", "amount in the currency", key("mode", "currency", "statistic"), modes, key("EUR"), statistics),
		counted("fees.by_year", "Fees by year", "amount in the currency", key("year", "currency", "statistic"), years, key("EUR"), statistics),
		shared("payments.by_means", "Means of payment", "means", "bank", "cash", "hawala"),
		shared("payments.by_timing", "When payment is made", "timing", "at each leg", "before", "on arrival"),
		counted("payments.by_means_count", "Payments by means", "payments", key("means"), key("bank", "cash", "hawala")),
		{"crimes.by_area_year", "Links to other crime areas", "%", 1, key("area", "year", "unit"), [][]string{key("drugs", "forgery", "theft"), years, key("networks", "persons")}},
		counted("crimes.persons_by_year", "Persons linked to other crimes", "persons", key("year"), years),
		counted("documents.by_kind", "Documents by kind", "documents", key("kind"), key("passport", "visa")),
		counted("documents.by_method", "Documents by method of abuse", "documents", key("method"), key("counterfeit", "look-alike")),
		counted("documents.by_kind_method", "Documents by kind and method of abuse", "documents", key("kind", "method"), key("passport", "visa"), key("counterfeit", "look-alike")),
		counted("vehicles.by_type", "Vehicles by type", "vehicles", key("type"), key("car", "lorry")),
		shared("vehicles.rented", "Vehicles that were rented", "rented", "no", "yes"),
		counted("vessels.by_type", "Vessels by type", "vessels", key("type"), key("dinghy", "yacht")),
		counted("contributions.by_owner", "Contributions by owner", "contributions", key("owner"), agencies),
		counted("records.by_owner", "Records by owner", "records", key("owner"), agencies),
		counted("records.by_schema", "Records by schema", "records", key("schema"), key("Fee", "Flow", "Incident")),
		counted("records.by_grade_owner", "Records by owner and grade", "records", key("owner", "grade"), agencies, key("A1", "B2")),
		counted("origins.by_owner", "Independent origins by owner", "origins", key("owner"), agencies),
		counted("origins.count", "Independent origins", "origins", nil),
	}
}

// figure makes the figure. Its values depend on nothing but its place among all,
// and are not round, so that rounding would show.
func (m made) figure(no int) figure.Figure {
	f := figure.Figure{
		ID: m.id, Title: m.title, Unit: m.unit, Decimals: m.decimals, N: 1000 + no, Missing: no * 7 % 300,
		Definition: figure.Definition{Records: "Thing", Grouping: m.keys, Measure: "number of things", Filter: "made for a test"},
		Method:     "complete count of what is held", Note: "Made for a test.", Label: handling.Public(),
		Checkpoint: record.Checkpoint{Entry: 9},
	}
	keys := [][]string{nil}
	for _, texts := range m.texts {
		var longer [][]string
		for _, head := range keys {
			for _, t := range slices.Sorted(slices.Values(texts)) {
				longer = append(longer, append(slices.Clone(head), t))
			}
		}
		keys = longer
	}
	for i, k := range keys {
		f.Cells = append(f.Cells, m.cell(no, i, k))
	}
	return f
}

func (m made) cell(no, i int, keys []string) figure.Cell {
	c := figure.Cell{Keys: keys, N: 10 + i, Value: math.Floor(1000 * (1.5 + math.Sin(float64(no+i*i)))), Evidence: evidenceOf(no, i)}
	switch {
	case slices.Contains(keys, "q1"):
		c.Value = 800 + float64(i)
	case slices.Contains(keys, "median"):
		c.Value = 1500 + float64(i)
		c.Interval = &figure.Interval{Low: c.Value - 100.25, High: c.Value + 200.5}
	case slices.Contains(keys, "q3"):
		c.Value = 2500 + float64(i)
	case m.unit == "%" && (m.id == "detections.change_on_year" || m.id == "detections.change_by_nationality"):
		c.Value = 100 * math.Sin(float64(no+i)) * 1.234567
		c.Note = "months held: 5 of 2015, 12 of 2014"
	case m.unit == "%":
		c.Value = 40 + 30*math.Sin(float64(no+i))
		c.Interval = &figure.Interval{Low: c.Value - 6.123456789, High: c.Value + 7.987654321}
	case m.id == "incidents.dead_per_thousand":
		c.Value /= 77
		c.Interval = &figure.Interval{Low: c.Value / 1.7, High: c.Value * 1.9}
	}
	return c
}

// evidenceOf lies in two contributions.
func evidenceOf(no, i int) figure.Evidence {
	var ids []record.ID
	for k := range 3 + i%5 {
		ids = append(ids, record.NewID(2, uint32(1+i+2*k)))
	}
	return figure.NewEvidence(append(ids, record.NewID(4, uint32(1+no))))
}

// synthetic is a report that has every figure.
func synthetic() Input {
	in := Input{
		Title: "Synthetic picture", Subtitle: "Made for a test", Edition: "for the partners of the case",
		Checkpoint: record.Checkpoint{Entry: 9}, ClaimsSource: "A publication (2015)",
		Bounds: &Bounds{West: 8, South: 30, East: 20, North: 40},
		Claims: []Claim{
			{ID: "c2", Says: "More persons came", Where: "page 3"},
			{ID: "c1", Says: "4,711 persons came", Where: "page 2"},
			{ID: "c3", Says: "All is well", Where: "page 9"},
		},
	}
	for i, m := range all() {
		in.Figures = append(in.Figures, m.figure(i))
	}
	check := figure.Figure{
		ID: "claims.check", Title: "Published statements held against the figures", Unit: "verdict", N: 3, Method: "comparison",
		Definition: figure.Definition{Records: "claims", Grouping: []string{"claim"}, Measure: "whether it is so"}, Label: handling.Public(),
	}
	for i, verdict := range []string{"recomputes", "differs", "cannot"} {
		check.Cells = append(check.Cells, figure.Cell{
			Keys: []string{"c" + strconv.Itoa(i+1)}, Text: verdict, Note: "published 4,711, computed 4,712 persons", Evidence: evidenceOf(1, i),
		})
	}
	in.Figures = append(in.Figures, check)
	slices.SortFunc(in.Figures, func(a, b figure.Figure) int { return slices.Compare([]string{string(a.ID)}, []string{string(b.ID)}) })
	for i := range 60 {
		in.Points = append(in.Points, Point{
			Lat: 33 + 4*math.Sin(float64(i)), Lon: 13 + 4*math.Cos(float64(3*i)), Weight: float64(i % 40),
			Route: append(routes, "")[i%5], Title: "Incident " + strconv.Itoa(i),
		})
	}
	in.Sources = []Source{source(1, 2, "flows.csv", "AA-POLICE", "H1 RESTRICTED"), source(3, 4, "incidents.json", "BB-COAST", "H2")}
	in.Sources[1].Quarantined = 17
	return in
}

func source(entry, read record.EntryNo, file, owner, label string) Source {
	l, err := handling.ParseOwned(label, handling.Agency(owner))
	if err != nil {
		panic(err)
	}
	g, err := grading.Parse("B2")
	if err != nil {
		panic(err)
	}
	return Source{
		Contribution: record.Contribution{
			Entry: entry, Name: file, Source: file, Owner: owner, Grade: g, Label: l,
			Received: time.Date(2016, 2, 3, 0, 0, 0, 0, time.UTC),
		},
		Read: read, Records: 4321,
	}
}
