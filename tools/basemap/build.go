package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

const (
	magic   = "SKBM\x01"
	perUnit = 200 // units per degree
)

// cell is a point in units of 1/200 degree.
type cell struct{ x, y int64 }

type border struct {
	line      []cell
	unsettled bool
}

// world is what is written: closed rings without a repeated last point, and
// open borders.
type world struct {
	rings   [][]cell
	borders []border
}

func (w world) points() int {
	n := 0
	for _, r := range w.rings {
		n += len(r)
	}
	for _, b := range w.borders {
		n += len(b.line)
	}
	return n
}

func build(t *topology) (world, error) {
	simple := make([][]point, len(t.arcs))
	for i, arc := range t.arcs {
		simple[i] = simplify(arc)
	}
	var w world
	for _, polygon := range t.land {
		for _, refs := range polygon {
			whole := unwrap(stitch(t.arcs, refs))
			if ringArea(whole) < smallest(whole) {
				continue
			}
			for _, part := range planar(stitch(simple, refs)) {
				ring := round(part)
				if len(ring) > 1 && ring[0] == ring[len(ring)-1] {
					ring = ring[:len(ring)-1]
				}
				if len(ring) >= 3 {
					w.rings = append(w.rings, ring)
				}
			}
		}
	}
	w.borders = borders(t, simple)
	if len(w.rings) == 0 || len(w.borders) == 0 {
		return world{}, errors.New("no land or no borders left")
	}
	order := func(a, b []cell) int {
		return cmp.Or(cmp.Compare(a[0].y, b[0].y), cmp.Compare(a[0].x, b[0].x), cmp.Compare(len(a), len(b)))
	}
	slices.SortStableFunc(w.rings, order)
	slices.SortStableFunc(w.borders, func(a, b border) int { return order(a.line, b.line) })
	return w, nil
}

func smallest(ring []point) float64 {
	_, least := tolerance(ring[0])
	return least
}

// stitch joins the arcs of a ring into one closed line.
func stitch(arcs [][]point, refs []int) []point {
	var out []point
	for _, ref := range refs {
		arc := arcs[arcIndex(ref)]
		if ref < 0 {
			arc = slices.Clone(arc)
			slices.Reverse(arc)
		}
		if len(out) > 0 && len(arc) > 0 {
			arc = arc[1:] // the junction is there already
		}
		out = append(out, arc...)
	}
	return out
}

// leased are outlines inside one country's territory that are no borders.
var leased = []string{"Baikonur", "USNB Guantanamo Bay"}

// borders are the arcs with a country on either side.
func borders(t *topology, simple [][]point) []border {
	sides := make([][]int, len(t.arcs))
	for i, c := range t.countries {
		for _, polygon := range c.polygons {
			for _, ring := range polygon {
				for _, ref := range ring {
					a := arcIndex(ref)
					if !slices.Contains(sides[a], i) {
						sides[a] = append(sides[a], i)
					}
				}
			}
		}
	}
	var out []border
	for a, countries := range sides {
		if len(countries) < 2 {
			continue
		}
		var ids []string
		skip := false
		for _, i := range countries {
			skip = skip || slices.Contains(leased, t.countries[i].name)
			ids = append(ids, t.countries[i].id)
		}
		if !skip {
			out = append(out, split(simple[a], ids)...)
		}
	}
	return out
}

// round quantises a line and drops repeats.
func round(line []point) []cell {
	out := make([]cell, 0, len(line))
	for _, p := range line {
		out = append(out, cell{int64(math.Round(p.lon * perUnit)), int64(math.Round(p.lat * perUnit))})
	}
	return slices.Compact(out)
}

// encode writes the format of internal/report/basemap.
func encode(w world) []byte {
	out := []byte(magic)
	out = binary.AppendUvarint(out, perUnit)
	out = binary.AppendUvarint(out, uint64(len(w.rings)))
	var at cell
	for _, ring := range w.rings {
		out, at = appendLine(out, at, ring, 0)
	}
	out = binary.AppendUvarint(out, uint64(len(w.borders)))
	at = cell{}
	for _, b := range w.borders {
		var flags uint64
		if b.unsettled {
			flags = 1
		}
		out, at = appendLine(out, at, b.line, flags)
	}
	return out
}

// appendLine writes a line's flags, length and steps; the first step is from
// the start of the line before.
func appendLine(out []byte, at cell, line []cell, flags uint64) ([]byte, cell) {
	out = binary.AppendUvarint(out, uint64(len(line))<<1|flags)
	first := line[0]
	for _, c := range line {
		out = binary.AppendVarint(out, c.x-at.x)
		out = binary.AppendVarint(out, c.y-at.y)
		at = c
	}
	return out, first
}
