package main

import (
	"fmt"
	"math"
	"time"
)

// incident is something that happened at sea or on a road. Several agencies may
// report it; the case number of the rescue centre is what their reports share.
type incident struct {
	number                         int
	sarCase                        string // empty on land
	day                            time.Time
	route                          string
	kind                           string
	craft                          string
	location                       string
	lat, lon                       float64
	persons, dead, missing, rescue int
	cause                          string
	nationality                    string // of most of the persons; may be unknown
	network                        *network
	country                        string // where it was reported
}

// sea is a stretch of water where incidents gather.
type sea struct {
	name, route, country string
	lat, lon, spreadDeg  float64
	craft                []string
	risk                 int // of deaths, in a hundred incidents
}

func seas() []sea {
	boats := []string{"rubber dinghy", "rubber dinghy", "rubber dinghy", "wooden boat"}
	return []sea{
		{"north of Lesvos", eastMed, "gr", 39.25, 26.45, 0.12, boats, 12},
		{"off Chios", eastMed, "gr", 38.38, 26.22, 0.08, boats, 10},
		{"off Kos", eastMed, "gr", 36.95, 27.33, 0.07, boats, 14},
		{"off Samos", eastMed, "gr", 37.72, 27.05, 0.10, boats, 10},
		{"off the Libyan coast", centralMed, "it", 33.45, 12.35, 0.45, []string{"rubber dinghy", "wooden boat", "fishing boat"}, 30},
		{"Strait of Sicily", centralMed, "it", 35.30, 12.70, 0.40, []string{"fishing boat", "wooden boat"}, 22},
		{"Alboran Sea", westMed, "es", 36.10, -2.90, 0.30, []string{"inflatable boat"}, 10},
	}
}

// day draws a day of 2014 to 2016; 2015 and its second half are the busiest.
func (r random) dayOf() time.Time {
	year := 2014 + r.weighted(20, 55, 25)
	month := r.between(1, 12)
	if year == 2015 {
		month = 1 + r.weighted(2, 2, 3, 4, 5, 7, 9, 12, 12, 12, 9, 6)
	}
	return time.Date(year, time.Month(month), r.between(1, 28), r.below(24), r.below(60), 0, 0, time.UTC)
}

func newIncidents(w *world) []incident {
	r := newRandom("incidents")
	var list []incident
	waters := seas()
	for i := range 260 {
		var in incident
		if r.chance(82) {
			in = atSea(r, waters[r.weighted(22, 12, 12, 10, 24, 12, 8)])
			in.sarCase = fmt.Sprintf("SAR-%d-%04d", in.day.Year(), i+1)
		} else {
			in = onLand(r, w)
		}
		in.number = i + 1
		in.network = networkOn(r, w, in.route)
		list = append(list, in)
	}
	return list
}

func atSea(r random, s sea) incident {
	in := incident{
		day: r.dayOf(), route: s.route, country: s.country, location: s.name, craft: one(r, s.craft), kind: "rescue",
		lat: s.lat + r.off(s.spreadDeg), lon: s.lon + r.off(s.spreadDeg),
		nationality: one(r, peopleOn(s.route)),
	}
	switch in.craft {
	case "rubber dinghy", "inflatable boat":
		in.persons = r.between(22, 48)
	case "wooden boat":
		in.persons = r.between(25, 120)
	default:
		in.persons = r.between(90, 420)
	}
	if r.chance(20) {
		in.kind = "interception"
	}
	if r.chance(s.risk) {
		in.kind, in.cause = "shipwreck", one(r, []string{"drowning", "drowning", "drowning", "hypothermia", "crushed or suffocated on board"})
		lost := 1 + r.below(max(2, in.persons/3))
		in.dead = 1 + r.below(lost)
		in.missing = lost - in.dead
	}
	in.rescue = in.persons - in.dead - in.missing
	return in
}

func onLand(r random, w *world) incident {
	t := w.towns[one(r, []string{"Subotica", "Skopje", "Sofia", "Passau", "Calais", "Edirne", "Ventimiglia", "Igoumenitsa"})]
	in := incident{
		day: r.dayOf(), route: balkan, country: t.country, location: t.name, kind: "vehicle stop",
		craft: one(r, []string{"van", "lorry", "car"}), lat: t.lat + r.off(0.08), lon: t.lon + r.off(0.08),
		persons: r.between(3, 30), nationality: one(r, peopleOn(balkan)),
	}
	if r.chance(12) {
		in.kind, in.cause, in.dead = "road accident", "vehicle accident", r.between(1, 4)
		in.dead = min(in.dead, in.persons)
	}
	in.rescue = in.persons - in.dead
	return in
}

func networkOn(r random, w *world, route string) *network {
	if !r.chance(30) {
		return nil
	}
	var fit []*network
	for i := range w.networks {
		if w.networks[i].route == route {
			fit = append(fit, &w.networks[i])
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return one(r, fit)
}

// off returns a distance from the middle, small ones likelier than large ones.
func (r random) off(spread float64) float64 {
	u := float64(r.below(2001)+r.below(2001)+r.below(2001))/3000 - 1
	return u * spread
}

// peopleOn lists countries that people on a route come from, repeated by weight.
func peopleOn(route string) []string {
	return map[string][]string{
		eastMed:     {"sy", "sy", "sy", "sy", "af", "af", "iq", "pk"},
		centralMed:  {"er", "er", "ng", "so", "sd", "gm", "sy"},
		balkan:      {"sy", "sy", "af", "af", "iq", "pk", "xk"},
		westMed:     {"gn", "dz", "ma", "cm"},
		eastBorders: {"af", "vn", "sy", "ge"},
	}[route]
}

// dms writes a coordinate in degrees, minutes and seconds, as ships do.
func dms(v float64, positive, negative string, width int) string {
	hemisphere := positive
	if v < 0 {
		hemisphere, v = negative, -v
	}
	seconds := int(math.Round(v * 3600))
	return fmt.Sprintf("%0*d°%02d'%02d\"%s", width, seconds/3600, seconds/60%60, seconds%60, hemisphere)
}
