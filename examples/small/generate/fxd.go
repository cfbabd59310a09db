package main

import (
	"fmt"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// FXD, a border agency, sends the monthly flows of 2013 to 2016, the legs that
// people told of in debriefings, and incidents with the positions of ships' logs.

func fxd(w *world, f *folder) error {
	debriefings, err := fxdDebriefings(w)
	if err != nil {
		return err
	}
	for _, t := range []*table{fxdFlows(), debriefings, fxdIncidents(w)} {
		if err := f.save(t); err != nil {
			return err
		}
	}
	return nil
}

// stream is one monthly series of flows: a base level and what the years and months
// make of it, in per cent.
type stream struct {
	route, mode, country string
	base                 int
	years                [4]int // 2013 to 2016
	surge                bool   // the second half of 2015 and the first quarter of 2016
}

func streams() []stream {
	return []stream{
		{eastMed, "sea", "SYR", 60, [4]int{20, 60, 400, 120}, true},
		{eastMed, "sea", "AFG", 40, [4]int{30, 50, 420, 110}, true},
		{eastMed, "sea", "IRQ", 15, [4]int{10, 20, 450, 130}, true},
		{eastMed, "sea", "PAK", 12, [4]int{25, 40, 200, 130}, true},
		{eastMed, "land", "SYR", 22, [4]int{60, 80, 120, 40}, false},
		{eastMed, "land", "AFG", 14, [4]int{50, 60, 110, 50}, false},
		{centralMed, "sea", "ERI", 70, [4]int{40, 110, 115, 60}, false},
		{centralMed, "sea", "NGA", 45, [4]int{20, 60, 120, 190}, false},
		{centralMed, "sea", "SOM", 25, [4]int{60, 60, 120, 70}, false},
		{centralMed, "sea", "SDN", 18, [4]int{20, 60, 130, 130}, false},
		{centralMed, "sea", "SYR", 50, [4]int{60, 200, 40, 5}, false},
		{centralMed, "sea", "GMB", 20, [4]int{30, 70, 110, 150}, false},
		{balkan, "land", "SYR", 40, [4]int{20, 60, 420, 110}, true},
		{balkan, "land", "AFG", 35, [4]int{40, 70, 300, 120}, true},
		{balkan, "land", "XKX", 60, [4]int{40, 150, 120, 5}, false},
		{balkan, "land", "PAK", 15, [4]int{60, 50, 160, 140}, false},
		{balkan, "land", "IRQ", 10, [4]int{10, 20, 400, 120}, true},
		{westMed, "sea", "GIN", 12, [4]int{50, 80, 110, 140}, false},
		{westMed, "sea", "DZA", 14, [4]int{90, 90, 100, 110}, false},
		{westMed, "land", "MAR", 16, [4]int{110, 100, 80, 80}, false},
		{westMed, "land", "SYR", 10, [4]int{30, 120, 150, 60}, false},
		{eastBorders, "land", "AFG", 4, [4]int{80, 90, 120, 80}, false},
		{eastBorders, "land", "VNM", 5, [4]int{70, 100, 130, 90}, false},
		{eastBorders, "land", "GEO", 3, [4]int{110, 100, 70, 60}, false},
		{centralMed, "sea", "UNK", 15, [4]int{80, 100, 120, 100}, false},
		{balkan, "land", "UNK", 9, [4]int{60, 80, 200, 110}, true},
	}
}

// season is the level of each month at sea and on land, in per cent.
func season(mode string) [12]int {
	if mode == "sea" {
		return [12]int{35, 40, 60, 85, 110, 135, 160, 170, 150, 110, 80, 55}
	}
	return [12]int{75, 75, 85, 95, 105, 110, 115, 120, 115, 110, 100, 90}
}

func fxdFlows() *table {
	r := newRandom("fxd-flows")
	t := &table{source: "fxd-flows", file: "data/fxd/flows-2013-2016.csv"}
	t.add("route", "mode", "nat", "t", "n")
	for _, s := range streams() {
		for y, level := range s.years {
			for m, seasonal := range season(s.mode) {
				n := s.base * level * seasonal / 10000
				if s.surge && (y == 2 && m >= 6 || y == 3 && m < 3) {
					n = n * 5 / 2
				}
				if n = n * r.between(75, 130) / 100; n == 0 {
					continue // months without a detection are not written
				}
				days := time.Date(2013+y, time.Month(m+1), 1, 0, 0, 0, 0, time.UTC).Unix() / 86400
				c := []string{s.route + " Route", s.mode, s.country, fmt.Sprint(days), number(n)}
				switch t.row {
				case 240:
					c[4] = ""
					t.spoilNext(missingValue, "n")
				case 555:
					c[2] = "QQQ"
					t.spoilNext(badCountry, "nat")
				case 777:
					c = c[:3]
					t.spoilNext(fewFields, "")
				}
				t.add(c...)
			}
		}
	}
	return t
}

// told is one leg of a journey as a debriefed person told it, a line of JSON.
type told struct {
	Debriefing  string `json:"debriefing"`
	Day         string `json:"day"`
	Place       string `json:"place"`
	Nationality string `json:"nationality"`
	Sex         string `json:"sex"`
	Age         int    `json:"age"`
	Minor       bool   `json:"minor"`
	Voluntary   bool   `json:"voluntary"`
	Detained    bool   `json:"detained"`
	Leg         int    `json:"leg"`
	From        string `json:"from"`
	To          string `json:"to"`
	Mode        string `json:"mode"`
	Means       string `json:"means"`
	LegMonth    string `json:"leg_month"`
	Route       string `json:"route"`
	Facilitated bool   `json:"facilitated"`
	Fee         *int   `json:"fee"` // nil: not told
	Currency    string `json:"currency"`
	Payment     string `json:"payment"`
	Timing      string `json:"timing"`
	Network     string `json:"network"`
}

// journeys are the legs that follow each other, by their places in legs().
func journeys() [][]int {
	return [][]int{{0, 4, 5}, {1, 4, 5, 6}, {2, 14}, {12, 0, 4}, {12, 3}, {7, 9}, {7, 9}, {8, 9}, {10}, {11}, {13, 4}, {13, 15}, {16}, {1, 4, 6}, {5, 6, 15}}
}

func fxdDebriefings(w *world) (*table, error) {
	r := newRandom("fxd-debriefings")
	t := &table{source: "fxd-debriefings", file: "data/fxd/debriefings-2015-2016.jsonl"}
	for i := range 210 {
		day := time.Date(2015+r.weighted(70, 30), time.Month(r.between(1, 12)), r.between(1, 28), 0, 0, 0, 0, time.UTC)
		travel := one(r, journeys())
		last := legs()[travel[len(travel)-1]]
		d := told{
			Debriefing: fmt.Sprintf("DB-%d-%04d", day.Year(), i+1), Day: day.Format(time.DateOnly), Place: last.to,
			Sex: one(r, []string{"male", "male", "male", "female"}), Age: r.between(15, 54),
			Voluntary: !r.chance(4), Detained: r.chance(18),
		}
		if r.chance(33) {
			d.Nationality = one(r, peopleOn(legs()[travel[0]].route))
		}
		d.Minor = d.Age < 18
		for j, at := range travel {
			d.Leg = j + 1
			if err := t.addTold(r, d, legs()[at], day.AddDate(0, j-len(travel), 0), w); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// addTold writes one leg; every sixteenth or so was travelled without help.
func (t *table) addTold(r random, d told, l leg, day time.Time, w *world) error {
	d.From, d.To, d.Mode, d.Means, d.Route = l.from, l.to, l.mode, l.means, l.route
	d.LegMonth = day.Format("2006-01")
	if d.Facilitated = !r.chance(7); d.Facilitated && !r.chance(12) {
		fee := r.money(l.low, l.high)
		d.Fee, d.Currency = &fee, l.currency
		debt := 1
		if day.Year() == 2016 { // work for the debt grows, but stays rare
			debt = 5
		}
		d.Payment = []string{"cash", "hawala", "money transfer service", "bank transfer", "work for the debt"}[r.weighted(55, 27, 10, 6, debt)]
		d.Timing = []string{"before departure", "on arrival", "held by a third party until arrival", "in instalments"}[r.weighted(50, 20, 22, 8)]
		if n := networkOn(r, w, l.route); n != nil {
			d.Network = n.number
		}
	}
	switch t.row {
	case 77:
		t.spoilNext(brokenJSON, "")
		t.line(`{"debriefing":"DB-2015-0035","day":"2015-0`)
		return nil
	case 160:
		fee := 900
		d.Currency, d.Fee = "ducats", &fee
		t.spoilNext(badCurrency, "currency")
	case 241:
		d.LegMonth = "2015-13"
		t.spoilNext(badDate, "leg_month")
	}
	return t.json(d)
}

func fxdIncidents(w *world) *table {
	r := newRandom("fxd-incidents")
	t := &table{source: "fxd-incidents", file: "data/fxd/incidents-2014-2016.csv"}
	t.add("report", "sar case", "day", "area", "position", "route", "kind", "craft", "persons", "rescued", "dead", "missing", "cause", "nationality", "country", "network", "grade")
	for i := range w.incidents {
		in := &w.incidents[i]
		if in.sarCase != "" && in.country == "gr" && !r.chance(70) {
			continue // the coast guard's alone
		}
		network := ""
		if in.network != nil {
			network = in.network.number
		}
		c := []string{
			fmt.Sprintf("FXD-%04d/%d", in.number, in.day.Year()), in.sarCase, in.day.Format("2006-01-02 15:04"), in.location,
			dms(in.lat, "N", "S", 2) + " " + dms(in.lon, "E", "W", 3), in.route, in.kind, in.craft,
			number(in.persons), number(in.rescue), number(in.dead), number(in.missing), in.cause,
			nationalityIn(r, in), in.country, network, []string{"A1", "A2", "B2"}[r.weighted(40, 40, 20)],
		}
		switch t.row {
		case 33:
			c[4] = `98°22'05"N 026°08'19"E`
			t.spoilNext(offTheGlobe, "position")
		case 61:
			c[2] = "2015-02-30 10:15"
			t.spoilNext(badDate, "day")
		case 90:
			c[6] = "res" + spoiltByte + "ue"
			t.spoilNext(badBytes, "kind")
		case 120:
			c[8] = "about thirty"
			t.spoilNext(badNumber, "persons")
		case 150:
			c[2] = ""
			t.spoilNext(missingValue, "day")
		}
		t.add(c...)
	}
	t.spoilNext(openQuote, "")
	t.line(`FXD-9999/2016,,2016-12-30 08:00,,"38°22'05 N`)
	return t
}

// nationalityIn is the English name of the country that most persons came from, as
// far as it was noted.
func nationalityIn(r random, in *incident) string {
	if !r.chance(40) {
		return ""
	}
	if in.nationality == "xk" {
		return "Kosovo"
	}
	return display.Regions(language.English).Name(language.MustParseRegion(in.nationality))
}
