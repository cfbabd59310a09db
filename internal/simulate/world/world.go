// Package world draws what is true: where migrants are smuggled, by whom, at what
// price, and how that changes. Nothing here knows what agencies see of it.
//
// A [World] holds what is there once whatever the scale: the corridors with their
// legs, the hotspots, border measures, detections by month. Persons and networks come
// in [Shard]s of at most scale 1, each drawn from the seed and its own number alone,
// so that a world of any size is made in the memory of one shard.
//
// Parameters stand beside what they shape, and doc/simulation.md lists them with their
// sources.
package world

import (
	"fmt"
	"math"
	"time"

	"skein/internal/place/gazetteer"
	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
)

// The time in which networks live. Detections begin in FirstYear.
var (
	begin = time.Date(2008, 1, 1, 0, 0, 0, 0, time.UTC)
	end   = time.Date(LastYear, 12, 31, 0, 0, 0, 0, time.UTC)
)

// Begin is the first day of the world.
func Begin() time.Time { return begin }

// End is the last day of the world.
func End() time.Time { return end }

// World is what a world of any scale has once.
type World struct {
	Seed      uint64
	Scale     float64
	Geography *Geography
	Measures  []truth.Measure
	Hotspots  []*Place
	Others    []*Place // where something happens now and then
	flows     *flows
}

// New draws a world.
func New(seed uint64, scale float64) (*World, error) {
	g, err := newGeography(corridorsText)
	if err != nil {
		return nil, err
	}
	w := &World{Seed: seed, Scale: scale, Geography: g}
	w.Measures = newMeasures(seed, g)
	w.flows = newFlows(seed, g, w.Measures)
	w.drawHotspots()
	return w, nil
}

// Flows returns the detections by month, section and nationality, by month.
func (w *World) Flows() []truth.Flow { return w.flows.rows }

// Shards returns how many shards the world has.
func (w *World) Shards() int { return max(1, int(math.Ceil(w.Scale))) }

// share returns how many of total a shard has: whole numbers that add up to what the
// scale asks for.
func (w *World) share(shard int, total float64) int {
	upTo := func(k int) float64 {
		return math.Round(total * w.Scale * float64(k) / float64(w.Shards()))
	}
	return int(upTo(shard+1) - upTo(shard))
}

// Share is share for whoever writes the contributions.
func (w *World) Share(shard, total int) int { return w.share(shard, float64(total)) }

func id(kind string, number int) string { return fmt.Sprintf("%s%07d", kind, number) }

// sigmaActivity is the spread of how much goes on at places of one kind, as the
// standard deviation of the logarithm.
const sigmaActivity = 0.8

// drawHotspots marks the places where activity is concentrated: 250 at scale 1 and
// above, of which 170 are in the European Union; fewer below.
func (w *World) drawHotspots() {
	s := draw.New(w.Seed, "hotspots")
	scale := min(1, w.Scale)
	want := map[bool]int{true: max(14, int(math.Round(170*scale))), false: max(7, int(math.Round(80*scale)))}
	travelled := map[*Place]float64{}
	for _, l := range w.Geography.Legs {
		weight := l.Share * l.Corridor.Weight
		travelled[l.From] += weight
		travelled[l.To] += weight
	}
	places := append([]*Place{}, w.Geography.order...)
	draw.Shuffle(s, places)
	for _, p := range places {
		if want[p.EU] > 0 {
			want[p.EU]--
			p.Hotspot = true
			p.Kind = draw.One(s, []string{"port", "railway station", "border crossing", "camp", "coach station", "city quarter"})
			p.Weight = s.LogNormal(1, sigmaActivity) * math.Sqrt(travelled[p]/300+0.3)
			w.Hotspots = append(w.Hotspots, p)
		} else {
			p.Weight = s.LogNormal(1, sigmaActivity)
			w.Others = append(w.Others, p)
		}
	}
	w.drawTowns(s, want)
}

// drawTowns adds hotspots off the corridors' own places, and towns where something
// happens now and then: what a hotspot must be told from.
func (w *World) drawTowns(s *draw.Source, want map[bool]int) {
	var near []*Place
	for _, p := range w.Geography.order {
		for _, town := range gazetteer.Default().Within(p.At, 150_000) {
			if town.Population >= 30_000 && town.Country == p.Country {
				near = append(near, &Place{
					ID: town.ID, Name: town.Name, Country: town.Country, At: town.Position, EU: p.EU,
					Corridor: p.Corridor, Weight: 1, Kind: "town",
				})
			}
		}
	}
	draw.Shuffle(s, near)
	taken := map[gazetteer.ID]bool{}
	for _, p := range w.Geography.order {
		taken[p.ID] = true
	}
	apart := append([]*Place{}, w.Geography.order...)
	for _, p := range near {
		if taken[p.ID] || crowded(p, apart) {
			continue
		}
		taken[p.ID] = true
		apart = append(apart, p)
		switch {
		case want[p.EU] > 0:
			want[p.EU]--
			p.Hotspot, p.Kind = true, draw.One(s, []string{"railway station", "coach station", "city quarter", "motorway services"})
			p.Weight = s.LogNormal(0.8, sigmaActivity)
			w.Hotspots = append(w.Hotspots, p)
		case len(w.Others) < 900:
			p.Weight = s.LogNormal(1, sigmaActivity)
			w.Others = append(w.Others, p)
		}
	}
}

// crowded reports whether another place is so near that two hotspots there would be
// one to anybody who looks at a map.
func crowded(p *Place, others []*Place) bool {
	for _, o := range others {
		if math.Abs(p.At.Lat()-o.At.Lat()) < 0.25 && math.Abs(p.At.Lon()-o.At.Lon()) < 0.35 {
			return true
		}
	}
	return false
}
