package basemap

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// on tells whether a point is on land, by the even-odd rule.
func on(p Point) bool {
	inside := false
	for _, r := range Land() {
		if !r.Bounds.Overlaps(Box{p.Lon, p.Lat, p.Lon, p.Lat}) {
			continue
		}
		if within(p, r.Points) {
			inside = !inside
		}
	}
	return inside
}

func within(p Point, ring []Point) bool {
	inside := false
	q := ring[len(ring)-1]
	for _, r := range ring {
		if (r.Lat > p.Lat) != (q.Lat > p.Lat) && p.Lon < (q.Lon-r.Lon)*(p.Lat-r.Lat)/(q.Lat-r.Lat)+r.Lon {
			inside = !inside
		}
		q = r
	}
	return inside
}

func TestLandAndSea(t *testing.T) {
	for _, c := range []struct {
		name     string
		lon, lat float64
		land     bool
	}{
		{"Sicily", 14.0, 37.5, true},
		{"Lampedusa", 12.59, 35.51, true},
		{"Linosa", 12.866, 35.862, true},
		{"Pantelleria", 11.99, 36.79, true},
		{"Malta", 14.43, 35.88, true},
		{"Gozo", 14.25, 36.05, true},
		{"Lesbos", 26.3, 39.15, true},
		{"Samos", 26.8, 37.75, true},
		{"Chios", 26.05, 38.4, true},
		{"Kos", 27.1, 36.8, true},
		{"Tenerife", -16.6, 28.25, true},
		{"El Hierro", -18.02, 27.73, true},
		{"Fuerteventura", -14.0, 28.35, true},
		{"Crete", 24.9, 35.2, true},
		{"Great Britain", -1.5, 52.5, true},
		{"Caspian Sea", 50.5, 41.5, false},
		{"Strait of Sicily", 12.0, 37.0, false},
		{"Channel", -1.0, 50.1, false},
		{"Chukotka east of 180", -175, 67, true},
		{"Null Island", 0, 0, false},
	} {
		if got := on(Point{c.lon, c.lat}); got != c.land {
			t.Errorf("%s: on land = %v", c.name, got)
		}
	}
}

func TestWorldIsSmallAndWhole(t *testing.T) {
	if len(world) > 250_000 {
		t.Errorf("world.bin has %d bytes", len(world))
	}
	if n := len(Land()); n < 2000 {
		t.Errorf("%d rings", n)
	}
	unsettled := 0
	for _, b := range Borders() {
		if b.Unsettled {
			unsettled++
		}
	}
	if unsettled == 0 || unsettled > len(Borders())/4 {
		t.Errorf("%d of %d borders unsettled", unsettled, len(Borders()))
	}
	for i := 0; i+1 < len(Land()); i++ {
		a, b := Land()[i].Points[0], Land()[i+1].Points[0]
		if a.Lat > b.Lat || a.Lat == b.Lat && a.Lon > b.Lon {
			t.Fatalf("rings %d and %d out of order", i, i+1)
		}
	}
}

// No edge may run across the map, as one that joined both sides of the
// antimeridian would.
func TestNoEdgeAcrossTheMap(t *testing.T) {
	for _, r := range Land() {
		q := r.Points[len(r.Points)-1]
		for _, p := range r.Points {
			seam := p.Lat == q.Lat && p.Lat < -85 // Antarctica's foot
			if math.Abs(p.Lon-q.Lon) > 15 && !seam {
				t.Errorf("edge from %v to %v", q, p)
			}
			q = p
		}
	}
}

// A border that ends on the coast must end on a point of the coast.
func TestBordersMeetTheCoast(t *testing.T) {
	coast := map[Point]bool{}
	for _, r := range Land() {
		for _, p := range r.Points {
			coast[p] = true
		}
	}
	ends := map[Point]int{}
	for _, b := range Borders() {
		ends[b.Points[0]]++
		ends[b.Points[len(b.Points)-1]]++
	}
	loose := 0
	for p, n := range ends {
		if n == 1 && !coast[p] {
			loose++
		}
	}
	if loose > 6 { // at the outlines of leased bases, which are left out
		t.Errorf("%d border ends hang loose", loose)
	}
}

func TestClipRingKeepsInside(t *testing.T) {
	box := Box{-6, 30, 37, 46}
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Float64Range(-60, 90)
		var ring []Point
		for range rapid.IntRange(3, 12).Draw(t, "n") {
			ring = append(ring, Point{coordinate.Draw(t, "lon"), coordinate.Draw(t, "lat")})
		}
		cut := ClipRing(ring, box)
		for _, p := range cut {
			if p.Lon < box.West-1e-9 || p.Lon > box.East+1e-9 || p.Lat < box.South-1e-9 || p.Lat > box.North+1e-9 {
				t.Fatalf("%v is outside", p)
			}
		}
		probe := Point{
			rapid.Float64Range(box.West+0.01, box.East-0.01).Draw(t, "x"),
			rapid.Float64Range(box.South+0.01, box.North-0.01).Draw(t, "y"),
		}
		if got := len(cut) > 0 && within(probe, cut); got != within(probe, ring) {
			t.Fatalf("clipping changed whether %v is inside", probe)
		}
	})
}

func TestClipLine(t *testing.T) {
	box := Box{0, 0, 10, 10}
	line := []Point{{-5, 5}, {5, 5}, {15, 5}, {15, 8}, {5, 8}}
	want := [][]Point{{{0, 5}, {5, 5}, {10, 5}}, {{10, 8}, {5, 8}}}
	if diff := cmp.Diff(want, ClipLine(line, box)); diff != "" {
		t.Error(diff)
	}
	if got := ClipLine([]Point{{20, 20}, {30, 30}}, box); got != nil {
		t.Errorf("got %v for a line outside", got)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":          nil,
		"other magic":    []byte("GIF89a"),
		"no units":       []byte(magic + "\x00\x00\x00"),
		"short":          world[:len(world)-1],
		"trailing bytes": append(append([]byte{}, world...), 0),
		"two-point ring": []byte(magic + "\x01\x01\x04\x00\x00\x02\x02\x00"),
		"off the globe":  []byte(magic + "\x01\x00\x01\x04\x80\x40\x00\x00\x00"),
	} {
		if _, _, err := Decode(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	rings, lines, err := Decode([]byte(magic + "\x0a\x01\x06\x14\x14\x14\x00\x00\x14\x01\x05\x02\x02\x02\x02"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Ring{{Points: []Point{{1, 1}, {2, 1}, {2, 2}}, Bounds: Box{1, 1, 2, 2}}}, rings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Line{{Points: []Point{{.1, .1}, {.2, .2}}, Bounds: Box{.1, .1, .2, .2}, Unsettled: true}}, lines); diff != "" {
		t.Error(diff)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(magic + "\x0a\x01\x06\x14\x14\x14\x00\x00\x14\x01\x05\x02\x02\x02\x02"))
	f.Add([]byte(magic + "\x01\x00\x00"))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		rings, lines, err := Decode(data)
		if err != nil {
			return
		}
		for _, r := range rings {
			if len(r.Points) < 3 {
				t.Fatal("a ring of less than three points")
			}
		}
		for _, l := range lines {
			if len(l.Points) < 2 {
				t.Fatal("a border of less than two points")
			}
		}
	})
}
