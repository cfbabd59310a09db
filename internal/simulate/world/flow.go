package world

import (
	"cmp"
	"math"
	"slices"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
)

// The first and last year whose detections the world has.
const (
	FirstYear = 2013
	LastYear  = 2015
)

// detected are the detections of a year by corridor. Those of 2015 and the changes
// on 2014 are the published ones; together the year has 1,822,102.
func detected(corridor string) [LastYear - FirstYear + 1]int {
	switch corridor {
	case "South-Eastern":
		return [...]int{24_799, 51_716, 885_386}
	case "Western Balkan":
		return [...]int{19_951, 43_357, 764_038}
	case "Central Mediterranean":
		return [...]int{45_298, 174_939, 153_946}
	case "Western Mediterranean":
		return [...]int{6_838, 7_272, 7_164}
	case "Western African":
		return [...]int{283, 276, 874}
	case "Eastern":
		return [...]int{1_316, 1_275, 1_920}
	case "Nordic":
		return [...]int{41, 73, 2_050}
	case "Albania to Greece":
		return [...]int{8_728, 8_841, 6_724}
	}
	return [LastYear - FirstYear + 1]int{}
}

// season is the shape of a corridor's year, January first.
func season(corridor string, year int) [12]float64 {
	switch {
	case corridor == "South-Eastern" && year == 2015:
		return [...]float64{2, 3, 8, 14, 19, 32, 55, 108, 148, 212, 156, 118}
	case corridor == "Western Balkan" && year == 2015:
		return [...]float64{13, 9, 5, 6, 10, 17, 34, 55, 112, 186, 186, 131}
	case corridor == "Central Mediterranean":
		return [...]float64{4, 5, 3, 16, 22, 23, 24, 23, 16, 9, 3, 8}
	case corridor == "Nordic" && year == 2015:
		return [...]float64{1, 1, 1, 2, 2, 3, 6, 14, 28, 34, 8, 0}
	case corridor == "Nordic" || corridor == "Eastern":
		return [...]float64{6, 6, 6, 7, 8, 9, 10, 11, 11, 10, 8, 8}
	}
	return [...]float64{4, 4, 5, 7, 9, 10, 12, 14, 13, 11, 7, 4}
}

// travellers is the nationalities of those who are detected on a corridor, with
// their weights.
func travellers(corridor string) ([]string, []float64) {
	switch corridor {
	case "South-Eastern", "Western Balkan":
		return []string{"sy", "af", "iq", "pk", "ir", "so", "ma", "bd", "ps", ""}, []float64{55, 24, 10.5, 3, 2.6, 0.8, 0.9, 0.5, 0.7, 2}
	case "Central Mediterranean":
		return []string{"er", "ng", "so", "sd", "gm", "sy", "sn", "ml", "bd", "ma", "gh", "eg", "ci", ""}, []float64{25, 14.5, 8, 6, 6, 5, 4, 4, 3.5, 3, 3, 1.7, 2.5, 13}
	case "Western Mediterranean":
		return []string{"gn", "dz", "ma", "cm", "ci", "ml", "sy", ""}, []float64{28, 15, 13, 12, 10, 6, 8, 8}
	case "Western African":
		return []string{"ma", "gn", "sn", "gm", "ci", ""}, []float64{30, 20, 18, 14, 10, 8}
	case "Eastern":
		return []string{"af", "vn", "sy", "ge", "so", "ua", "iq", ""}, []float64{26, 24, 14, 12, 8, 7, 4, 5}
	case "Nordic":
		return []string{"sy", "af", "pk", "np", ""}, []float64{60, 25, 5, 5, 5}
	case "Albania to Greece":
		return []string{"al"}, []float64{100}
	}
	return []string{"sy", "af", "iq", "er", "vn", "al", ""}, []float64{30, 26, 14, 10, 6, 9, 5}
}

// recounted is the share of the detections on a corridor of persons who were counted
// at the border of the corridor before. With it 1.82 million detections are about a
// million persons.
const recounted = 0.95

// newMeasures draws border measures: each closes a section for most of those who
// would have crossed there, and they turn up at another section of the corridor.
func newMeasures(seed uint64, g *Geography) []truth.Measure {
	s := draw.New(seed, "measures")
	var out []truth.Measure
	for _, name := range []string{"South-Eastern", "South-Eastern", "Western Balkan", "Western Balkan", "Central Mediterranean", "Western Mediterranean", "Eastern"} {
		c := g.Corridor(name)
		entry := c.Entry()
		used := map[string]bool{}
		for _, m := range out {
			if m.Corridor == name {
				used[m.Closed], used[m.Gained] = true, true
			}
		}
		var closed, gained *Leg
		for closed == nil || closed.Share < 10 || used[closed.Section] {
			closed = draw.One(s, entry)
		}
		for gained == nil || gained == closed || used[gained.Section] {
			gained = draw.One(s, entry)
		}
		// Twice on one corridor: not within the same half of the time, or nobody could
		// tell the two apart.
		first := time.Date(2014, 3, 1, 0, 0, 0, 0, time.UTC)
		span := 580
		if len(used) > 0 || name == "South-Eastern" || name == "Western Balkan" {
			span = 240
			if len(used) > 0 {
				first = first.AddDate(0, 0, 340)
			}
		}
		out = append(out, truth.Measure{
			Day: first.AddDate(0, 0, s.Below(span)), Corridor: name, Closed: closed.Section, Gained: gained.Section,
			Share: math.Round(100*(0.6+0.3*s.Unit())) / 100, LagDays: s.Between(0, 30),
		})
	}
	slices.SortStableFunc(out, func(a, b truth.Measure) int { return a.Day.Compare(b.Day) })
	for i := range out {
		out[i].ID = id("B", i+1)
	}
	return out
}

// flows holds the detections by month, section and nationality.
type flows struct {
	rows     []truth.Flow
	sections map[sectionMonth]float64 // share of the corridor's month
}

type sectionMonth struct {
	section string
	month   int // since January of FirstYear
}

func monthOf(t time.Time) int { return 12*(t.Year()-FirstYear) + int(t.Month()) - 1 }

func monthStart(month int) time.Time {
	return time.Date(FirstYear, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC)
}

// months is how many months the world's detections have.
const months = 12 * (LastYear - FirstYear + 1)

func newFlows(seed uint64, g *Geography, measures []truth.Measure) *flows {
	f := &flows{sections: map[sectionMonth]float64{}}
	for _, c := range g.Corridors {
		entry := c.Entry()
		if entry == nil {
			continue
		}
		s := draw.New(seed, "flows "+c.Name)
		for year := FirstYear; year <= LastYear; year++ {
			shape := season(c.Name, year)
			for i := range shape {
				shape[i] *= s.LogNormal(1, 0.06)
			}
			for i, total := range Apportion(detected(c.Name)[year-FirstYear], shape[:]) {
				f.month(s, c, entry, measures, 12*(year-FirstYear)+i, total)
			}
		}
	}
	slices.SortStableFunc(f.rows, func(a, b truth.Flow) int { return cmp.Compare(a.Month, b.Month) })
	return f
}

// month shares out a corridor's detections of a month.
func (f *flows) month(s *draw.Source, c *Corridor, entry []*Leg, measures []truth.Measure, month, total int) {
	shares := sectionShares(entry, c.Name, measures, month)
	sum := 0.0
	for i := range shares {
		shares[i] *= s.LogNormal(1, 0.08)
		sum += shares[i]
	}
	countries, mix := travellers(c.Name)
	for i, n := range Apportion(total, shares) {
		f.sections[sectionMonth{entry[i].Section, month}] = shares[i] / sum
		parts := slices.Clone(mix)
		for j := range parts {
			parts[j] *= s.LogNormal(1, 0.15)
		}
		for j, k := range Apportion(n, parts) {
			if k == 0 {
				continue
			}
			first := k
			if c.Name == "Western Balkan" {
				first = k - s.Round(recounted*float64(k))
			}
			f.rows = append(f.rows, truth.Flow{
				Month: monthStart(month).Format("2006-01"), Corridor: c.Name, Section: entry[i].Section,
				Nationality: countries[j], Mode: entry[i].Mode, Detections: k, First: first,
			})
		}
	}
}

// sectionShares returns the shares of a corridor's sections in a month after the
// measures that hold, each for the part of the month in which it held.
func sectionShares(entry []*Leg, corridor string, measures []truth.Measure, month int) []float64 {
	shares := make([]float64, len(entry))
	for i, l := range entry {
		shares[i] = l.Share
	}
	start := monthStart(month)
	end := monthStart(month + 1)
	held := func(from time.Time) float64 {
		return min(1, max(0, end.Sub(from).Hours()/end.Sub(start).Hours()))
	}
	for _, m := range measures {
		if m.Corridor != corridor {
			continue
		}
		closed := slices.IndexFunc(entry, func(l *Leg) bool { return l.Section == m.Closed })
		gained := slices.IndexFunc(entry, func(l *Leg) bool { return l.Section == m.Gained })
		moved := m.Share * shares[closed]
		shares[closed] -= moved * held(m.Day)
		shares[gained] += moved * held(m.Day.AddDate(0, 0, m.LagDays))
	}
	return shares
}

// section draws the section at which somebody crosses in a month.
func (f *flows) section(s *draw.Source, c *Corridor, month int) *Leg {
	entry := c.Entry()
	weights := make([]float64, len(entry))
	for i, l := range entry {
		weights[i] = f.sections[sectionMonth{l.Section, month}]
	}
	return entry[s.Weighted(weights...)]
}

// Apportion shares out total by weights with the largest remainders (Hamilton's
// method), so that the parts add up to it and none is a whole number off its share.
func Apportion(total int, weights []float64) []int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	parts := make([]int, len(weights))
	if sum == 0 {
		return parts
	}
	rest := make([]int, len(weights))
	remainders := make([]float64, len(weights))
	left := total
	for i, w := range weights {
		exact := float64(total) * w / sum
		parts[i] = int(exact)
		remainders[i] = exact - float64(parts[i])
		left -= parts[i]
		rest[i] = i
	}
	slices.SortStableFunc(rest, func(a, b int) int { return cmp.Compare(remainders[b], remainders[a]) })
	for i := range left {
		parts[rest[i%len(rest)]]++
	}
	return parts
}
