package world

import (
	"fmt"
	"slices"
	"time"

	"skein/internal/simulate/draw"
)

// Investigation is an authority's work on one network or some persons.
type Investigation struct {
	ID        string
	Number    int      // in the world, from 1
	Network   *Network // nil: persons who work alone
	Country   string
	Opened    time.Time
	Action    time.Time // day of the arrests
	InDepth   bool
	Operation string
	Members   []*Person
	Arrests   int
	Migrants  int
	Cash      int // EUR
	Hub       *Place
	Partners  []string // countries
	Areas     []string // other crimes
}

func (s *Shard) drawInvestigations() {
	inDepth := s.share(InDepth)
	n := s.share(Investigations)
	for i := range n {
		r := s.source("investigation", i)
		v := &Investigation{Number: s.base(10_000) + i + 1, InDepth: i < inDepth}
		v.ID = id("S", v.Number)
		v.Operation = operation(r, v.Number)
		v.Opened = time.Date(2013, 9, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(780*root(r.Unit())))
		v.Action = v.Opened.AddDate(0, 0, 30+r.Below(200))
		if v.Action.After(end) {
			v.Action = end.AddDate(0, 0, -r.Below(10))
		}
		if v.Opened.After(v.Action) {
			v.Opened = v.Action.AddDate(0, 0, -20)
		}
		s.scope(r, v)
		v.Arrests = min(len(v.Members), 1+r.Poisson(float64(len(v.Members))*0.5))
		v.Migrants = r.Poisson(60 * r.Unit())
		if r.Chance(0.45) {
			v.Cash = int(r.LogNormal(18_000, 1)) / 100 * 100
		}
		for range r.Below(3) {
			v.Partners = append(v.Partners, draw.One(r, []string{"de", "at", "hu", "it", "gr", "fr", "bg", "rs", "se", "gb", "be", "es"}))
		}
		slices.Sort(v.Partners)
		v.Partners = slices.Compact(v.Partners)
		s.Investigations = append(s.Investigations, v)
	}
}

// root makes later days likelier: reporting grows while activity does not.
func root(u float64) float64 { return 1 - (1-u)*(1-u)*0.6 - 0.4*(1-u) }

// scope draws what an investigation is about and whom of it the authority sees.
func (s *Shard) scope(r *draw.Source, v *Investigation) {
	for range 20 {
		if len(s.Networks) == 0 {
			break
		}
		n := draw.One(r, s.Networks)
		if !n.active(v.Opened) {
			continue
		}
		v.Network = n
		cell := draw.One(r, n.Cells)
		v.Country, v.Hub = cell.Base.Country, cell.Base
		// The cell in reach, and some of the others.
		for _, p := range n.Members {
			seen := 0.15
			if p.Cell == cell {
				seen = 0.6
			}
			if p.Visible && !p.From.After(v.Action) && r.Chance(seen) && len(v.Members) < 18 {
				v.Members = append(v.Members, p)
			}
		}
		for _, c := range n.Other {
			if c.Year <= v.Action.Year() {
				v.Areas = append(v.Areas, c.Area)
			}
		}
		break
	}
	for range 200 {
		if len(v.Members) > 0 {
			break
		}
		p := draw.One(r, s.Persons)
		if p.Visible && !p.From.After(v.Action) {
			v.Members = append(v.Members, p)
			v.Network, v.Country, v.Hub = p.Network, p.Base.Country, p.Base
		}
	}
}

// operation returns a code name.
func operation(r *draw.Source, number int) string {
	name := draw.One(r, []string{"Gabbiano", "Hawk", "Triton", "Minotaur", "Lantern", "Boreas", "Azimut", "Corvo", "Maestrale", "Phoenix", "Kestrel", "Almadraba", "Zephyr", "Harmattan", "Orion", "Cormoran", "Sextant", "Albatross", "Nautilus", "Ariadne", "Glaucus", "Halcyon", "Meltemi", "Basilisk"})
	return fmt.Sprintf("%s %d", name, number)
}

// Call is a communication between two phones.
type Call struct {
	From, To string // numbers
	A, B     *Person
	At       time.Time
	Seconds  int  // of a call
	Message  bool // a text, not a call
	Set      int  // the extraction that it is in, from 0
}

// How many communications one phone's extraction has, and how many days it spans.
const (
	callsPerExtraction = 155
	extractionDays     = 120
)

// drawCalls draws the communications that agencies took off seized phones and asked
// operators for: each extraction is about one person's phones and those whom the
// person spoke with.
func (s *Shard) drawCalls() {
	r := s.source("calls")
	n := s.share(Communications)
	sets := max(1, n/callsPerExtraction)
	var centres []*Person
	for _, v := range s.Investigations {
		for _, p := range v.Members {
			if len(p.Ties) > 0 {
				centres = append(centres, p)
			}
		}
	}
	if len(centres) == 0 {
		return
	}
	for set := range sets {
		p := draw.One(r, centres)
		want := n/sets + boolInt(set < n%sets)
		first := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.Below(730-extractionDays))
		for tries := 0; want > 0 && tries < 40*callsPerExtraction; tries++ {
			at := first.Add(time.Duration(r.Below(extractionDays*86_400)) * time.Second)
			a, b := p, draw.One(r, p.Ties)
			if r.Chance(0.25) && len(b.Ties) > 0 { // whom the other end spoke with
				a, b = b, draw.One(r, b.Ties)
			}
			if r.Chance(0.5) {
				a, b = b, a
			}
			from, to := a.On(at), b.On(at)
			if tries > 20*callsPerExtraction { // out of use by then: an older extraction
				from, to = a.Phones[0].Number, b.Phones[0].Number
			}
			if from == "" || to == "" || from == to || a == b {
				continue
			}
			want--
			c := Call{From: from, To: to, A: a, B: b, At: at, Set: set, Seconds: int(r.LogNormal(55, 1)), Message: r.Chance(0.3)}
			s.Calls = append(s.Calls, c)
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
