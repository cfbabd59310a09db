package chart

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// edges reads the relative path data that pen writes, and gives where it ends.
func edges(t interface{ Fatalf(string, ...any) }, path string) (out [][4]float64, end xy) {
	var x, y, startX, startY float64
	op := byte(0)
	for i := 0; i < len(path); {
		switch c := path[i]; c {
		case ' ':
			i++
			continue
		case 'm', 'l':
			op = c
			i++
			continue
		case 'z':
			out = append(out, [4]float64{x, y, startX, startY})
			x, y = startX, startY
			i++
			continue
		}
		var v [2]float64
		for k := range v {
			for i < len(path) && path[i] == ' ' {
				i++
			}
			stop := i + 1
			for dot := path[i] == '.'; stop < len(path) && (path[stop] >= '0' && path[stop] <= '9' || path[stop] == '.' && !dot); stop++ {
				dot = dot || path[stop] == '.'
			}
			f, err := strconv.ParseFloat(path[i:stop], 64)
			if err != nil {
				t.Fatalf("path %q: %v", path, err)
			}
			v[k], i = f, stop
		}
		if op == 'l' {
			out = append(out, [4]float64{x, y, x + v[0], y + v[1]})
		}
		x, y = x+v[0], y+v[1]
		if op == 'm' {
			startX, startY = x, y
		}
	}
	return out, xy{x, y}
}

// What the pen writes leads back to the points, each to within half a tenth.
func TestPenDoesNotDrift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p pen
		coordinates := rapid.Float64Range(-50, 900)
		var last xy
		for range rapid.IntRange(1, 20).Draw(t, "lines") {
			for i := range rapid.IntRange(2, 9).Draw(t, "points") {
				last = xy{coordinates.Draw(t, "x"), coordinates.Draw(t, "y")}
				if i == 0 {
					p.move(last.x, last.y)
				} else {
					p.line(last.x, last.y)
				}
			}
		}
		_, end := edges(t, p.b.String())
		if math.Abs(end.x-last.x) > 0.051 || math.Abs(end.y-last.y) > 0.051 {
			t.Fatalf("ends at %v, not %v", end, last)
		}
	})
}
