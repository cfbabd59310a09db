package main

import "fmt"

// relays are files in which two agencies pass on what TR-COASTGUARD told them. They
// are further contributions of other owners, and no further origin.
func relays(w *world, f *folder) error {
	r := newRandom("relays")
	byFXD := &table{source: "fxd-relay", file: "data/fxd/relay-tr-coastguard.csv"}
	byIT := &table{source: "it-police-relay", file: "data/it-police/inoltro-guardia-costiera-turca.csv", comma: ';'}
	byFXD.add("case", "reported", "lat", "lon", "kind", "persons", "dead", "missing")
	byIT.add("caso SAR", "data", "posizione", "persone", "morti", "dispersi")
	for i := range w.incidents {
		in := &w.incidents[i]
		if in.route != eastMed || in.sarCase == "" {
			continue
		}
		if r.chance(35) {
			byFXD.add(in.sarCase, in.day.Format("2006-01-02"), fmt.Sprintf("%.2f", in.lat), fmt.Sprintf("%.2f", in.lon), in.kind,
				number(in.persons), number(in.dead), number(in.missing))
		}
		if r.chance(18) {
			c := []string{
				in.sarCase, in.day.Format("02/01/2006"), dms(in.lat, "N", "S", 2) + " " + dms(in.lon, "E", "W", 3),
				number(in.persons), number(in.dead), number(in.missing),
			}
			if byIT.row == 7 {
				c[1] = ""
				byIT.spoilNext(missingValue, "data")
			}
			byIT.add(c...)
		}
	}
	if err := f.save(byFXD); err != nil {
		return err
	}
	return f.save(byIT)
}
