package world

import (
	"math"
	"slices"
	"strings"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
)

// Shard is a part of a world that knows nothing of the other parts: persons and
// networks with all that they do and have.
type Shard struct {
	World          *World
	Number         int // from 0
	Networks       []*Network
	Persons        []*Person
	Events         []truth.Event
	Ties           []truth.Tie
	Journeys       []*Journey
	Vessels        []*Vessel
	Vehicles       []*Vehicle
	Documents      []*Document
	Companies      []*Company
	Payments       []truth.Payment
	Incidents      []*Incident
	Sightings      []Sighting
	Investigations []*Investigation
	Calls          []Call

	given   []Held
	numbers map[string]int
}

// Shard draws one of the world's shards.
func (w *World) Shard(number int) *Shard {
	s := &Shard{World: w, Number: number, numbers: map[string]int{}}
	s.drawNetworks()
	for _, n := range s.Networks {
		s.drawMembers(n)
	}
	s.drawAlone()
	s.drawTakeovers()
	s.drawCrimes()
	for _, n := range s.Networks {
		s.drawTies(n)
	}
	s.drawCooperation()
	s.drawThings()
	s.drawJourneys()
	s.drawPayments()
	s.drawIncidents()
	s.drawSightings()
	s.drawInvestigations()
	s.drawCalls()
	return s
}

// source returns the random source of a part of the shard.
func (s *Shard) source(part string, numbers ...int) *draw.Source {
	return draw.New(s.World.Seed, part, append([]int{s.Number}, numbers...)...)
}

// share returns how many of a volume at scale 1 the shard has.
func (s *Shard) share(total float64) int { return s.World.share(s.Number, total) }

// base returns where the shard's numbers begin, of things that it has fewer than
// most of.
func (s *Shard) base(most int) int { return s.Number * most }

// anywhere are countries of persons from anywhere: suspects come from more than 100
// countries.
func anywhere() []string {
	return strings.Fields(`af al am ao ar at az ba bd be bf bg bi bj bo br by ca cd cf cg ch ci cl cm cn co cu cy cz de dj dk do
		dz ec ee eg er es et fi fr ga gb ge gh gm gn gr gt gw hn hr ht hu id ie il in iq ir it jm jo jp ke kg km kr kw kz lb lk
		lr lt lu lv ly ma md me mg mk ml mm mn mr mt mx my mz ne ng ni nl no np pe ph pk pl ps pt py ro rs ru rw sa sd se si
		sk sl sn so ss sv sy td tg th tj tm tn tr tz ua ug us uy uz ve vn xk ye za zm zw`)
}

// drawAlone draws the persons who work on their own account, until there are as many
// records of suspects as the scale asks for.
func (s *Shard) drawAlone() {
	r := s.source("alone")
	left := s.share(SuspectRecords)
	for _, p := range s.Persons {
		s.drawRecords(r, p, left)
		left -= p.Records
	}
	corridors := s.World.Geography.Corridors
	weights := make([]float64, len(corridors))
	for i, c := range corridors {
		weights[i] = c.Weight
	}
	for left > 0 {
		c := corridors[r.Weighted(weights...)]
		l := draw.One(r, draw.One(r, c.Stages))
		country := l.To.Country
		switch r.Weighted(45, 35, 20) {
		case 0:
			countries, w := homes(c.Name)
			country = countries[r.Weighted(w...)]
		case 1:
			country = draw.One(r, anywhere())
		}
		p := s.newPerson(r, country, l.To)
		roles, w := facilitatorRoles()
		p.Tier, p.Role = "facilitator", roles[r.Weighted(w...)]
		first := end.AddDate(0, -2, 0).Sub(begin).Hours() / 24
		p.From = begin.AddDate(0, 0, int(first*r.Unit()*math.Sqrt(r.Unit())))
		if r.Chance(0.6) {
			if to := p.From.AddDate(0, 6+r.Below(60), 0); to.Before(end) {
				p.To = to
			}
		}
		s.drawPhones(r, p)
		s.drawRecords(r, p, left)
		left -= p.Records
	}
}

// drawRecords draws whether agencies know a person, and how many records they have.
func (s *Shard) drawRecords(r *draw.Source, p *Person, most int) {
	seen := visible
	if p.Tier == "leader" {
		seen = visibleLeader
	}
	if p.Visible = r.Chance(seen) && most > 0; !p.Visible {
		return
	}
	p.Records = 1
	for p.Records < 8 && r.Chance(1-1/recordsPerPerson) {
		p.Records++
	}
	p.Records = min(p.Records, most)
}

// drawTakeovers lets members of networks that were taken over go on in the one that
// did it, and lets members of a network found the one that splits off.
func (s *Shard) drawTakeovers() {
	r := s.source("takeovers")
	for _, n := range s.Networks {
		if big := n.into; big != nil {
			for _, p := range n.Members {
				if !r.Chance(0.75) {
					p.To = n.To
					continue
				}
				if p.Tier == "leader" {
					p.Tier, p.Role = "organiser", "organiser"
				}
				p.Network, p.Cell = big, big.nearest(p.Cell)
				s.enlist(big, p, n.To, big.To)
			}
		}
		if parent := n.from; parent != nil {
			for i := range min(len(n.Members), len(parent.Members)/6) {
				p := n.Members[i]
				from := parent.From
				if p.Born.AddDate(16, 0, 0).After(from) || !from.Before(n.From) {
					continue
				}
				p.From = from
				cell := parent.nearest(p.Cell)
				p.Memberships = slices.Insert(p.Memberships, 0, truth.Membership{
					Person: p.Ref(), Network: parent.ID, Cell: cell.Name, Stage: cell.Leg.ID, Tier: "facilitator", Role: p.Role, From: from, To: n.From,
				})
			}
		}
	}
}

// nearest returns the cell that works the leg nearest along the route.
func (n *Network) nearest(to *Cell) *Cell {
	best := n.Cells[0]
	for _, c := range n.Cells[1:] {
		if distance(c.Leg.Stage, to.Leg.Stage) < distance(best.Leg.Stage, to.Leg.Stage) {
			best = c
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// Links to other areas of crime: of every 10,000 suspects of a year 220 have one, in
// the published proportions; and one network in three.
const (
	polycriminal        = 0.022
	polycriminalNetwork = 1.0 / 3
)

// Areas of crime, with the shares among the persons who have a link, in 2014 and 2015.
func crimeAreas(year int) ([]string, []float64) {
	areas := []string{
		"drug trafficking", "trafficking in human beings", "property crime", "document forgery",
		"excise fraud", "money laundering", "firearms trafficking", "terrorism",
	}
	if year == 2014 {
		return areas, []float64{26, 24, 25, 3, 9, 8, 4, 1}
	}
	return areas, []float64{22, 20, 20, 18, 8, 7, 4, 1}
}

func (s *Shard) drawCrimes() {
	r := s.source("crimes")
	// The suspects of a year are drawn at random; with quotas rather than chances,
	// because the published shares rest on few persons.
	persons := slices.Clone(s.Persons)
	draw.Shuffle(r, persons)
	at := 0
	for _, cohort := range []struct {
		year, suspects int
	}{{2014, 6_400}, {2015, 10_000}} {
		areas, weights := crimeAreas(cohort.year)
		n := s.share(float64(cohort.suspects) * polycriminal)
		for i, k := range Apportion(n, weights) {
			for k > 0 && at < len(persons) {
				p := persons[at]
				at++
				if p.Records == 0 || p.From.Year() > cohort.year {
					continue
				}
				p.Crime = &truth.Crime{Subject: p.Ref(), Area: areas[i], Year: cohort.year}
				k--
			}
		}
	}
	for _, n := range s.Networks {
		if r.Chance(polycriminalNetwork) {
			year := 2014 + r.Weighted(4, 6)
			areas, weights := crimeAreas(year)
			n.Other = append(n.Other, truth.Crime{Subject: n.ID, Area: areas[r.Weighted(weights...)], Year: year})
		}
	}
}

// drawTies ties the members of a network: pairs of one stage are likelier by the odds
// withinStage, pairs of one tier by withinTier (Campana's two findings).
func (s *Shard) drawTies(n *Network) {
	r := s.source("ties", n.index)
	type pair struct {
		a, b *Person
		w    float64
	}
	var pairs []pair
	sum := 0.0
	for i, a := range n.Members {
		for _, b := range n.Members[i+1:] {
			w := 1.0
			if a.Cell == b.Cell {
				w *= withinStage
			}
			if a.Tier == b.Tier {
				w *= withinTier
			}
			pairs = append(pairs, pair{a, b, w})
			sum += w
		}
	}
	base := meanTies * float64(len(n.Members)) / 2 / sum
	for _, p := range pairs {
		odds := base * p.w
		if r.Chance(odds / (1 + odds)) {
			s.tie(r, p.a, p.b, n.ID, "works with")
		}
	}
	for _, p := range n.Members { // nobody is in a network without knowing somebody
		if len(p.Ties) == 0 && len(n.Members) > 1 {
			other := n.Members[0]
			for _, o := range p.Cell.Members {
				if o != p && o.Tier != p.Tier {
					other = o
					break
				}
			}
			if other == p {
				other = n.Members[1]
			}
			s.tie(r, p, other, n.ID, "works with")
		}
	}
}

func (s *Shard) tie(r *draw.Source, a, b *Person, network, kind string) {
	if a == b || slices.Contains(a.Ties, b) {
		return
	}
	from := a.From
	if b.From.After(from) {
		from = b.From
	}
	a.Ties, b.Ties = append(a.Ties, b), append(b.Ties, a)
	s.Ties = append(s.Ties, truth.Tie{
		A: a.Ref(), B: b.Ref(), Kind: kind, Network: network, Weight: math.Round(100*r.LogNormal(1, 0.8)) / 100, From: from, To: earlier(a.To, b.To),
	})
}

// earlier returns the earlier of two days, of which zero is never.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || (!b.IsZero() && b.Before(a)) {
		return b
	}
	return a
}

// drawCooperation ties organisers of networks that work together, and some persons
// who work alone to whoever hires them.
func (s *Shard) drawCooperation() {
	r := s.source("cooperation")
	for _, n := range s.Networks {
		for _, o := range n.with {
			for range 1 + r.Below(3) {
				s.tie(r, n.upper(r), o.upper(r), "", "cooperation")
			}
		}
	}
	for _, p := range s.Persons {
		if p.Network == nil && r.Chance(0.3) && len(s.Networks) > 0 {
			s.tie(r, p, draw.One(r, s.Networks).upper(r), "", "hired")
		}
	}
}

// upper draws a leader or organiser of a network.
func (n *Network) upper(r *draw.Source) *Person {
	k := 0
	for k < len(n.Members) && n.Members[k].Tier != "facilitator" {
		k++
	}
	return n.Members[r.Below(max(1, k))]
}
