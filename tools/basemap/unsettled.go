package main

import "slices"

// stretch is the part of the border between two countries that lies in a box.
type stretch struct {
	a, b                     string // ISO 3166-1 numbers
	west, south, east, north float64
}

// disputed are stretches of border that are contested between states or
// agreed only as a line of control, ceasefire or demarcation to come. The list
// follows the practice of the United Nations' maps, and copies none of them.
var disputed = []stretch{
	{"643", "804", 32, 44, 37, 46.6}, // Russia and Ukraine: Crimea
	{"356", "586", 73, 32.4, 81, 38}, // India and Pakistan: Jammu and Kashmir
	{"156", "356", 70, 25, 98, 38},   // China and India
	{"156", "586", 73, 34, 81, 38},   // China and Pakistan
	{"376", "760", 35, 32, 37, 34},   // Israel and Syria: the Golan
	{"728", "729", 20, 5, 36, 15},    // South Sudan and Sudan
	{"408", "410", 124, 36, 130, 40}, // the two Koreas
}

// open are territories whose every border is unsettled: Western Sahara and
// Palestine, and all that have no ISO number in the source.
var open = []string{"", "732", "275"}

// split cuts the border between the countries with these numbers where its
// standing changes.
func split(line []point, ids []string) []border {
	var out []border
	start := 0
	for i := 1; i < len(line); i++ {
		now := unsettled(line[i-1], line[i], ids)
		if last := i == len(line)-1; last || unsettled(line[i], line[i+1], ids) != now {
			if part := round(line[start : i+1]); len(part) > 1 {
				out = append(out, border{part, now})
			}
			start = i
		}
	}
	return out
}

// unsettled tells whether the edge from p to q is.
func unsettled(p, q point, ids []string) bool {
	for _, id := range open {
		if slices.Contains(ids, id) {
			return true
		}
	}
	for _, s := range disputed {
		if slices.Contains(ids, s.a) && slices.Contains(ids, s.b) && s.holds(p) && s.holds(q) {
			return true
		}
	}
	return false
}

func (s stretch) holds(p point) bool {
	return p.lon >= s.west && p.lon <= s.east && p.lat >= s.south && p.lat <= s.north
}
