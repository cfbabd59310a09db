package basemap

import "math"

// Thin drops points nearer than tolerance to the line through those that stay
// (Douglas and Peucker, The Canadian Cartographer 10(2), 1973). A closed line is
// first parted at the point furthest from its start.
func Thin[P any](line []P, at func(P) (x, y float64), tolerance float64) []P {
	if len(line) < 3 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	type span struct{ from, to int }
	todo := []span{{0, len(line) - 1}}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		furthest, far := -1, tolerance
		ax, ay := at(line[s.from])
		bx, by := at(line[s.to])
		for i := s.from + 1; i < s.to; i++ {
			px, py := at(line[i])
			if f := offLine(px, py, ax, ay, bx, by); f > far {
				furthest, far = i, f
			}
		}
		if furthest >= 0 {
			keep[furthest] = true
			todo = append(todo, span{s.from, furthest}, span{furthest, s.to})
		}
	}
	out := line[:0:0]
	for i, k := range keep {
		if k {
			out = append(out, line[i])
		}
	}
	return out
}

// offLine is the distance of p from the stretch a, b.
func offLine(px, py, ax, ay, bx, by float64) float64 {
	dx, dy := bx-ax, by-ay
	f := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		f = min(max(((px-ax)*dx+(py-ay)*dy)/l, 0), 1)
	}
	return math.Hypot(px-ax-f*dx, py-ay-f*dy)
}
