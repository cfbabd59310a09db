package chart

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var mediterranean = Window{-10, 29, 38, 47}

// scattered gives n points in the Mediterranean, from a fixed seed.
func scattered(n int) []MapPoint {
	random := rand.New(rand.NewPCG(1, 1))
	out := make([]MapPoint, n)
	for i := range out {
		out[i] = MapPoint{
			At:     LonLat{-10 + 48*random.Float64(), 29 + 18*random.Float64()},
			Weight: math.Round(1 + 10*random.ExpFloat64()), Class: routes[random.IntN(len(routes))],
			Mark: Mark{Title: "An incident with a title of the usual length", Href: "evidence/000001.html", Data: map[string]string{"record": "r1"}},
		}
	}
	return out
}

func TestMapOfManyPointsIsSmall(t *testing.T) {
	svg := Map{Window: mediterranean, Points: scattered(20000), Classes: routes, WeightName: "Persons"}.SVG()
	if len(svg) > 400_000 {
		t.Errorf("%d bytes", len(svg))
	}
	if err := wellFormed(svg); err != nil {
		t.Error(err)
	}
	for _, class := range routes {
		if !strings.Contains(svg, routes.colour(class)) {
			t.Errorf("%s is not drawn", class)
		}
	}
}

func TestGatheringKeepsTotals(t *testing.T) {
	p := project(mediterranean)
	rapid.Check(t, func(t *rapid.T) {
		var points []MapPoint
		want, count := map[string]float64{}, 0
		for range rapid.IntRange(0, 60).Draw(t, "n") {
			pt := MapPoint{
				At:     LonLat{rapid.Float64Range(-30, 60).Draw(t, "lon"), rapid.Float64Range(20, 60).Draw(t, "lat")},
				Weight: float64(rapid.IntRange(0, 1000).Draw(t, "weight")),
				Class:  rapid.SampledFrom(routes).Draw(t, "class"),
			}
			if rapid.IntRange(0, 9).Draw(t, "bad") == 0 {
				pt.Weight = math.NaN()
			} else if lon := pt.At.Lon; lon >= p.West && lon <= p.East && pt.At.Lat >= p.South && pt.At.Lat <= p.North {
				want[pt.Class] += pt.Weight
				count++
			}
			points = append(points, pt)
		}
		bins, skipped, beyond := gather(p, points, rapid.Float64Range(1, 300).Draw(t, "cell"))
		got, n := map[string]float64{}, 0
		for i, b := range bins {
			got[b.class] += b.weight
			n += b.count
			if i > 0 && b.weight > bins[i-1].weight {
				t.Fatal("a heavier disc lies above a lighter one")
			}
		}
		if n != count || n+skipped+beyond != len(points) {
			t.Fatalf("%d drawn of %d, %d skipped, %d beyond of %d", n, count, skipped, beyond, len(points))
		}
		for class, w := range want {
			if got[class] != w {
				t.Fatalf("%s weighs %v, not %v", class, got[class], w)
			}
		}
	})
}

func TestMapIsWellFormed(t *testing.T) {
	at := rapid.Custom(func(t *rapid.T) LonLat { return LonLat{anyDegree.Draw(t, "lon"), anyDegree.Draw(t, "lat")} })
	// A map takes some milliseconds: few but large cases.
	rapid.Check(t, func(t *rapid.T) {
		m := Map{Frame: anyFrame.Draw(t, "frame"), Classes: anyClasses.Draw(t, "classes"), WeightName: anyText.Draw(t, "weight")}
		if rapid.Bool().Draw(t, "window") {
			m.Window = Window{anyDegree.Draw(t, "w"), anyDegree.Draw(t, "s"), anyDegree.Draw(t, "e"), anyDegree.Draw(t, "n")}
		}
		for range rapid.IntRange(0, 6).Draw(t, "points") {
			m.Points = append(m.Points, MapPoint{at.Draw(t, "at"), anyNumber.Draw(t, "weight"), anyText.Draw(t, "class"), anyMark.Draw(t, "mark")})
		}
		for range rapid.IntRange(0, 3).Draw(t, "paths") {
			m.Paths = append(m.Paths, MapPath{
				Points: rapid.SliceOfN(at, 0, 4).Draw(t, "path"), Weight: anyNumber.Draw(t, "weight"), Class: anyText.Draw(t, "class"),
				Arrow: rapid.Bool().Draw(t, "arrow"), Label: anyText.Draw(t, "label"), Mark: anyMark.Draw(t, "mark"),
			})
		}
		for range rapid.IntRange(0, 3).Draw(t, "places") {
			m.Places = append(m.Places, Place{at.Draw(t, "at"), anyText.Draw(t, "label"), rapid.Int().Draw(t, "rank"), anyMark.Draw(t, "mark")})
		}
		svg := m.SVG()
		if err := wellFormed(svg); err != nil {
			t.Fatal(err)
		}
	})
}

var anyDegree = rapid.OneOf(rapid.Float64Range(-90, 90), rapid.Float64Range(-600, 600), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), 180, -180, 0, 90, -90}))

// Labels of a crowded map lie on the map, off each other and off the dots.
func TestMapLabelsDoNotCollide(t *testing.T) {
	m := Map{Window: mediterranean, Points: scattered(300), Classes: routes}
	random := rand.New(rand.NewPCG(2, 2))
	for i := range 120 {
		at := LonLat{-9 + 46*random.Float64(), 30 + 16*random.Float64()}
		m.Places = append(m.Places, Place{At: at, Label: strings.Repeat("Name", 1+i%3), Rank: i})
	}
	for range 8 {
		at := LonLat{-9 + 46*random.Float64(), 30 + 16*random.Float64()}
		m.Paths = append(m.Paths, MapPath{Points: []LonLat{at, {at.Lon + 3, at.Lat - 2}}, Label: "A path with a name", Arrow: true, Weight: 5})
	}
	d := mapChart{Map: m}
	if !d.prepare() {
		t.Fatal("nothing to draw")
	}
	if len(d.texts) < 40 || len(d.texts) > 120+8+3 {
		t.Errorf("%d labels placed", len(d.texts))
	}
	for i, a := range d.texts {
		if !a.area.within(area{0, 0, width, d.high}) {
			t.Errorf("%q runs off the map", a.text)
		}
		for _, b := range d.texts[:i] {
			if a.area.meets(b.area) {
				t.Errorf("%q covers %q", a.text, b.text)
			}
		}
		for _, p := range d.places {
			if a.area.meets(area{p.at.x - 2, p.at.y - 2, p.at.x + 2, p.at.y + 2}) {
				t.Errorf("%q covers the dot of %q", a.text, p.Label)
			}
		}
	}
	for _, first := range m.Places[:3] {
		placed := false
		for _, a := range d.texts {
			placed = placed || a.text == first.Label
		}
		if !placed {
			t.Errorf("%q has no label though its rank is %d", first.Label, first.Rank)
		}
	}
}

func TestProjection(t *testing.T) {
	p := project(mediterranean)
	if p.parallel != 38 {
		t.Errorf("standard parallel %v", p.parallel)
	}
	// A degree of longitude on the parallel is cos(38 degrees) of one of latitude.
	x0, y0 := p.xy(10, 38)
	x1, y1 := p.xy(11, 37)
	if got, want := (x1-x0)/(y1-y0), math.Cos(38*math.Pi/180); math.Abs(got-want) > 1e-9 {
		t.Errorf("ratio %v, want %v", got, want)
	}
	long, label := (&mapChart{projection: p}).scaleBar()
	if label != "500 km" || math.Abs(long-500/111.195*p.perDegree) > 1e-6 {
		t.Errorf("scale bar %v long for %s", long, label)
	}
}

func TestWindowAcrossTheAntimeridian(t *testing.T) {
	w, ok := windowOf([]LonLat{{178, -17}, {-178, -18}, {175, -16}})
	if !ok || w.West < 170 || w.West > 175 || w.East < 182 || w.East > 190 {
		t.Errorf("window %+v", w)
	}
	d := mapChart{Map: Map{Window: Window{170, -25, 190, -10}, Points: []MapPoint{{At: LonLat{-178, -18}, Weight: 1}}}}
	if !d.prepare() || len(d.bins) != 1 || d.bins[0].x < width/2 {
		t.Errorf("bins %+v", d.bins)
	}
}

// The cut along the antimeridian, which runs through Chukotka, is not drawn as
// coast.
func TestSeamIsNoCoast(t *testing.T) {
	d := mapChart{Map: Map{Window: Window{170, 62, 190, 70}}}
	d.prepare()
	c := &canvas{}
	d.drawBase(c)
	x, _ := d.xy(180, 66)
	for line := range strings.Lines(c.b.String()) {
		if !strings.Contains(line, "stroke=") {
			continue
		}
		_, path, _ := strings.Cut(line, ` d="`)
		path, _, _ = strings.Cut(path, `"`)
		drawn, _ := edges(t, path)
		for _, e := range drawn {
			if math.Abs(e[0]-x) < 0.2 && math.Abs(e[2]-x) < 0.2 && math.Abs(e[1]-e[3]) > 8 {
				t.Errorf("a stroke runs along 180 degrees from %v to %v", e[1], e[3])
			}
		}
	}
}
