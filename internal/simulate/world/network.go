package world

import (
	"math"
	"slices"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/names"
	"skein/internal/simulate/truth"
)

// Volumes at scale 1, as the joint report of 2016 gives them.
const (
	Networks       = 522
	SuspectRecords = 40_000
	Investigations = 1_500
	InDepth        = 490 // investigations studied in depth
	Debriefings    = 1_500
	Communications = 140_000
	Vessels        = 100
	Contributions  = 11_500
)

// The shape of networks.
const (
	medianSize  = 22  // members
	sigmaSize   = 1.0 // of the logarithm of the size
	largest     = 292 // actors of the network that Campana studied
	organisers  = 0.15
	withinStage = 7.0 // odds of a tie within a stage against one between stages
	withinTier  = 1.0 / 3
	meanTies    = 5.0
	meanLife    = 5.5 // years
)

// Shares of networks whose members are not of the EU, of the EU, or of both.
const (
	nonEU  = "non-EU"
	onlyEU = "EU"
	mixed  = "mixed"
)

// Network is a group that works together, with its cells along the route.
type Network struct {
	truth.Network
	Number    string // in the register of Europol
	Corridor  *Corridor
	Cells     []*Cell
	From, To  time.Time // To zero: lasts
	Members   []*Person
	Other     []truth.Crime // other areas of crime
	countries []string
	into      *Network   // taken over by; nil: by none
	from      *Network   // split off from
	with      []*Network // cooperates with
	weight    float64    // of its market
	index     int        // in the shard
}

// Cell is the part of a network that works one leg.
type Cell struct {
	Name    string
	Leg     *Leg
	Base    *Place
	Members []*Person
}

// active reports whether the network works on a day.
func (n *Network) active(day time.Time) bool {
	return !day.Before(n.From) && (n.To.IsZero() || day.Before(n.To))
}

// drawNetworks draws the networks of a shard without their members.
func (s *Shard) drawNetworks() {
	r := s.source("networks")
	n := s.share(Networks)
	sizes := make([]float64, n)
	sum := 0.0
	for i := range sizes {
		sizes[i] = min(largest, max(4, r.LogNormal(medianSize, sigmaSize)))
		sum += sizes[i]
	}
	// No more members than the records of suspects leave room for.
	if most := 0.60 * float64(s.share(SuspectRecords)) / recordsPerPerson / visible; sum > most {
		for i := range sizes {
			sizes[i] = max(4, sizes[i]*most/sum)
		}
	}
	if n >= 100 {
		sizes[0] = largest
	}
	weights := make([]float64, len(s.World.Geography.Corridors))
	for i, c := range s.World.Geography.Corridors {
		weights[i] = c.Weight
	}
	for i := range n {
		nw := &Network{Corridor: s.World.Geography.Corridors[r.Weighted(weights...)]}
		nw.index = i
		nw.ID = id("N", s.base(1000)+i+1)
		nw.Number = "NW-" + nw.ID[2:]
		nw.Nationalities = []string{nonEU, onlyEU, mixed}[r.Weighted(44, 30, 26)]
		nw.countries = home(r, nw.Corridor, nw.Nationalities)
		nw.drawLife(r)
		nw.drawCells(r)
		nw.weight = sizes[i]
		nw.Network.Members = int(math.Round(sizes[i]))
		nw.Services = services(r)
		s.Networks = append(s.Networks, nw)
	}
	s.drawEvents(r)
}

// drawLife draws when the network begins and ends: births at an even rate since long
// before the world begins, so that the number at work stays level while reporting
// grows.
func (n *Network) drawLife(r *draw.Source) {
	const before = 15 * 365 // days; who was born earlier is gone by the beginning
	total := int(end.Sub(begin).Hours() / 24)
	for {
		from := r.Between(-before, total-120)
		last := from + int(365*max(0.7, -meanLife*math.Log(1-r.Unit())))
		if last < 200 { // gone before anybody could know of it
			continue
		}
		n.From = begin.AddDate(0, 0, max(from, 0))
		if last < total {
			n.To = begin.AddDate(0, 0, last)
		}
		return
	}
}

// drawCells draws a run of stages that the network covers, a leg for each.
func (n *Network) drawCells(r *draw.Source) {
	stages := n.Corridor.Stages
	length := min(len(stages), 1+r.Weighted(18, 34, 28, 14, 6))
	first := r.Below(len(stages) - length + 1)
	var last *Leg
	for _, stage := range stages[first : first+length] {
		l := nextLeg(r, stage, last)
		if l == nil {
			l = stage[r.Weighted(shares(stage)...)]
		}
		last = l
		base := l.From
		if r.Chance(0.4) {
			base = l.To
		}
		n.Cells = append(n.Cells, &Cell{Name: base.Name, Leg: l, Base: base})
		n.Stages = append(n.Stages, l.ID)
	}
}

func shares(legs []*Leg) []float64 {
	w := make([]float64, len(legs))
	for i, l := range legs {
		w[i] = l.Share
	}
	return w
}

// nextLeg draws a leg of a stage that goes on from where last ended; nil where none
// does.
func nextLeg(r *draw.Source, stage []*Leg, last *Leg) *Leg {
	w := make([]float64, len(stage))
	found := false
	for i, l := range stage {
		if last == nil || l.From == last.To {
			w[i], found = l.Share, true
		}
	}
	if !found {
		return nil
	}
	return stage[r.Weighted(w...)]
}

func services(r *draw.Source) []string {
	out := []string{"transport"}
	for _, o := range []struct {
		name string
		p    float64
	}{{"lodging", 0.45}, {"documents", 0.35}, {"payment", 0.3}, {"corrupt officials", 0.1}, {"marriage of convenience", 0.05}} {
		if r.Chance(o.p) {
			out = append(out, o.name)
		}
	}
	return out
}

// euHosts are countries in which networks of the EU have their members.
var euHosts = []string{"ro", "bg", "hu", "gr", "it", "es", "fr", "de", "pl", "se", "sk", "at", "be", "nl", "gb", "hr", "pt", "cz", "dk", "lt"}

// homes are the countries outside the EU that networks of a corridor come from.
func homes(corridor string) ([]string, []float64) {
	switch corridor {
	case "Central Mediterranean":
		return []string{"eg", "ly", "er", "sd", "ng", "tn", "et", "so", "gm", "ml", "gh", "sn", "ne"}, []float64{18, 16, 14, 10, 12, 10, 6, 5, 3, 3, 2, 2, 2}
	case "Western Mediterranean", "Western African":
		return []string{"ma", "dz", "cm", "gn", "sn", "ml", "ci", "mr"}, []float64{34, 18, 12, 10, 8, 8, 6, 4}
	case "Eastern", "Nordic":
		return []string{"ua", "ru", "vn", "ge", "by", "md", "af", "am"}, []float64{22, 20, 18, 12, 8, 8, 8, 4}
	case "Albania to Greece":
		return []string{"al"}, []float64{1}
	case "Western Balkan":
		return []string{"rs", "mk", "xk", "al", "af", "pk", "sy", "tr", "ba", "iq"}, []float64{17, 9, 12, 8, 16, 14, 12, 5, 3, 4}
	}
	return []string{"sy", "tr", "iq", "af", "pk", "ir", "eg", "ps", "lb", "ge", "bd"}, []float64{26, 18, 15, 14, 12, 5, 3, 2, 2, 1, 2}
}

func home(r *draw.Source, c *Corridor, nationalities string) []string {
	var out []string
	countries, weights := homes(c.Name)
	if nationalities != onlyEU {
		for range 1 + r.Below(2) {
			out = append(out, countries[r.Weighted(weights...)])
		}
	}
	if nationalities != nonEU {
		out = append(out, draw.One(r, euHosts))
		if nationalities == onlyEU && r.Chance(0.5) {
			out = append(out, draw.One(r, euHosts))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// The shares of networks that are taken over, split off and work with another.
const (
	takenOver   = 0.07
	splitOff    = 0.04
	cooperating = 0.35
)

// drawEvents lets large networks take smaller ones over, more often as time goes by,
// and lets some split and some cooperate: concentration grows.
func (s *Shard) drawEvents(r *draw.Source) {
	for _, n := range s.Networks {
		day := time.Date(FirstYear, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(math.Sqrt(r.Unit())*1060))
		switch r.Weighted(takenOver, splitOff, cooperating, 1-takenOver-splitOff-cooperating) {
		case 0:
			if big := s.partner(r, n, day, 2); big != nil && n.active(day) {
				n.into, n.To = big, day
				s.Events = append(s.Events, truth.Event{Day: day, Kind: "takeover", Network: big.ID, Other: n.ID})
			}
		case 1:
			if parent := s.partner(r, n, n.From, 1.3); parent != nil {
				n.from = parent
				s.Events = append(s.Events, truth.Event{Day: n.From, Kind: "split", Network: parent.ID, Other: n.ID})
			}
		case 2:
			if other := s.partner(r, n, day, 0); other != nil && n.active(day) {
				n.with = append(n.with, other)
				s.Events = append(s.Events, truth.Event{Day: day, Kind: "cooperation", Network: n.ID, Other: other.ID})
			}
		}
	}
	for _, n := range s.Networks {
		if n.from == nil {
			s.Events = append(s.Events, truth.Event{Day: n.From, Kind: "birth", Network: n.ID})
		}
		if n.into == nil && !n.To.IsZero() {
			s.Events = append(s.Events, truth.Event{Day: n.To, Kind: "death", Network: n.ID})
		}
		n.Network.From, n.Network.To = n.From.Format(time.DateOnly), ""
		if !n.To.IsZero() {
			n.Network.To = n.To.Format(time.DateOnly)
		}
	}
	slices.SortStableFunc(s.Events, func(a, b truth.Event) int { return a.Day.Compare(b.Day) })
}

// partner draws a network of the same corridor, the larger the likelier, that is
// active on the day and at least so many times as large; nil where there is none.
func (s *Shard) partner(r *draw.Source, n *Network, day time.Time, times float64) *Network {
	weights := make([]float64, len(s.Networks))
	found := false
	for i, o := range s.Networks {
		if o != n && o.Corridor == n.Corridor && o.active(day) && o.into == nil && o.weight >= times*n.weight {
			weights[i], found = o.weight, true
		}
	}
	if !found {
		return nil
	}
	return s.Networks[r.Weighted(weights...)]
}

// culture draws the culture that a person of a country has.
func culture(r *draw.Source, country string) *names.Culture {
	of := names.Of(country)
	weights := make([]float64, len(of))
	for i, share := range of {
		weights[i] = share.Weight
	}
	return of[r.Weighted(weights...)].Culture
}
