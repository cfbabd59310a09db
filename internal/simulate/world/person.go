package world

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/names"
	"skein/internal/simulate/truth"
)

// Marginals of suspects.
const (
	male             = 0.95
	meanAge          = 36.0 // years at the middle of 2015
	sigmaAge         = 10.0
	convicted        = 0.06
	bornYearOnly     = 0.17 // of whom registers of their country know the year alone
	recordsPerPerson = 1.65 // of those who are recorded at all
	visible          = 0.80 // who are recorded at all; of leaders fewer
	visibleLeader    = 0.65
	phonePassedOn    = 0.08
	documentLent     = 0.06 // who use a document that another person uses too
)

// Person is somebody who smuggles.
type Person struct {
	ID          int // from 1
	Name        names.Name
	Female      bool
	Born        time.Time
	YearOnly    bool // no register knows more than the year of birth
	Nationality string
	Residence   string
	Base        *Place
	Tier, Role  string
	Convicted   bool
	Network     *Network // the last; nil: works alone
	Cell        *Cell
	Memberships []truth.Membership
	Phones      []Held
	Document    string // number; empty: none is known
	Aliases     []string
	Crime       *truth.Crime
	From, To    time.Time // active; To zero: still
	Ties        []*Person // in the order drawn
	Visible     bool      // to some agency at some time
	Records     int       // that agencies have
}

// Held is a phone in somebody's hands for a time.
type Held struct {
	Number   string
	From, To time.Time // To zero: still
}

// Ref is the person's identifier in the truth.
func (p *Person) Ref() string { return id("P", p.ID) }

// On returns the phone that the person used on a day; empty: none.
func (p *Person) On(day time.Time) string {
	for _, h := range p.Phones {
		if !day.Before(h.From) && (h.To.IsZero() || day.Before(h.To)) {
			return h.Number
		}
	}
	return ""
}

// facilitatorRoles are those of the lowest tier, with their weights.
func facilitatorRoles() ([]string, []float64) {
	return []string{
			"driver", "skipper", "crew", "scout", "guide", "recruiter", "document supplier", "safe-house keeper",
			"hawaladar", "courier", "corrupt official", "front company",
		},
		[]float64{25, 5, 5, 9, 7, 14, 8, 12, 6, 5, 2, 2}
}

// newPerson draws a person of a country who works at a place.
func (s *Shard) newPerson(r *draw.Source, country string, base *Place) *Person {
	p := &Person{ID: s.base(100_000) + len(s.Persons) + 1, Nationality: country, Base: base, Female: !r.Chance(male)}
	p.Name = culture(r, country).Person(r, p.Female)
	age := min(70, max(17, meanAge+sigmaAge*r.Normal()))
	p.Born = time.Date(2015, 7, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -int(365.25*age))
	if p.Born.Day() == 1 && p.Born.Month() == 1 {
		p.Born = p.Born.AddDate(0, 0, 1) // who is born on 1 January cannot be told from whose year alone is known
	}
	p.YearOnly = r.Chance(bornYearOnly)
	p.Residence = base.Country
	if r.Chance(0.08) {
		p.Residence = country
	}
	p.Convicted = r.Chance(convicted)
	p.Document = fmt.Sprintf("XX%07d", s.base(1_000_000)+len(s.Persons)*7+3)
	if r.Chance(documentLent) && len(s.Persons) > 0 {
		p.Document = s.Persons[max(0, len(s.Persons)-1-r.Below(12))].Document
	}
	p.Aliases = aliases(r, p.Name)
	s.Persons = append(s.Persons, p)
	return p
}

// aliases draws by what else a person is known: a kunya, a short form, a trade.
func aliases(r *draw.Source, n names.Name) []string {
	var out []string
	if k := n.Kunya(r, names.English); k != "" && r.Chance(0.35) {
		out = append(out, k)
	}
	if nick := n.Nicknames(); len(nick) > 0 && r.Chance(0.25) {
		out = append(out, draw.One(r, nick))
	}
	if r.Chance(0.06) {
		out = append(out, draw.One(r, []string{"Hajji", "Doctor", "Captain", "Malak", "Rambo", "Karim", "Boss", "Engineer", "Uncle", "Shishani", "Mudir", "Lupo"}))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// drawMembers fills a network's cells.
func (s *Shard) drawMembers(n *Network) {
	r := s.source("members", n.index)
	size := n.Network.Members
	leaders := 1
	if size >= 60 {
		leaders = 2
	}
	if size >= 150 {
		leaders = 3
	}
	upper := max(leaders, int(math.Round(organisers*float64(size))))
	for i := range size {
		cell := n.Cells[i%len(n.Cells)]
		if i >= upper {
			cell = draw.One(r, n.Cells)
		}
		p := s.recruit(r, n, cell)
		p.Tier = "facilitator"
		switch {
		case i < leaders:
			p.Tier, p.Role = "leader", "leader"
		case i < upper:
			p.Tier, p.Role = "organiser", "organiser"
			if r.Chance(0.2) {
				p.Role = "hawaladar"
			}
		default:
			roles, weights := facilitatorRoles()
			p.Role = roles[r.Weighted(weights...)]
		}
		p.Network, p.Cell = n, cell
		p.From = joined(r, n, i < upper)
		p.To = n.To
		if n.into != nil { // goes on in the network that took this one over
			p.To = n.into.To
		}
		s.enlist(n, p, p.From, n.To)
		s.drawPhones(r, p)
		n.Members = append(n.Members, p)
		cell.Members = append(cell.Members, p)
	}
}

func (s *Shard) enlist(n *Network, p *Person, from, to time.Time) {
	p.Memberships = append(p.Memberships, truth.Membership{
		Person: p.Ref(), Network: n.ID, Cell: p.Cell.Name, Stage: p.Cell.Leg.ID, Tier: p.Tier, Role: p.Role, From: from, To: to,
	})
}

// recruit draws a new member: of the network's countries mostly, the rest from
// wherever people live who do such work.
func (s *Shard) recruit(r *draw.Source, n *Network, cell *Cell) *Person {
	country := draw.One(r, n.countries)
	if r.Chance(0.04) && n.Nationalities == nonEU {
		country = draw.One(r, anywhere())
	}
	return s.newPerson(r, country, cell.Base)
}

// joined draws when a member joined: organisers early, the others over the years.
func joined(r *draw.Source, n *Network, early bool) time.Time {
	last := end.AddDate(0, -1, 0)
	if !n.To.IsZero() && n.To.Before(last) {
		last = n.To.AddDate(0, -1, 0)
	}
	span := last.Sub(n.From).Hours() / 24
	if early || span <= 1 {
		return n.From
	}
	return n.From.AddDate(0, 0, int(span*r.Unit()*r.Unit()))
}

// drawPhones draws a person's phones over the years: one at a time, now and then one
// that somebody else had before.
func (s *Shard) drawPhones(r *draw.Source, p *Person) {
	last := end
	if !p.To.IsZero() {
		last = p.To
	}
	for from := p.From; ; {
		h := Held{From: from}
		if len(s.given) > 50 && r.Chance(phonePassedOn) {
			h.Number = s.given[len(s.given)-1-r.Below(50)].Number // from somebody near
		} else {
			h.Number = s.phone(p.Residence)
		}
		from = from.AddDate(0, 0, int(r.LogNormal(700, 0.6)))
		if from.After(last) || len(p.Phones) >= 4 {
			p.Phones = append(p.Phones, h)
			s.given = append(s.given, h)
			return
		}
		h.To = from
		p.Phones = append(p.Phones, h)
		s.given = append(s.given, h)
	}
}

// phonePrefixes are beginnings of numbers that look like those of a country and are
// given to nobody there: ranges kept for films and books, or not in the country's
// plan of numbers. Where none is listed, numbers begin with a calling code that the
// ITU has not assigned.
func phonePrefix(country string) (prefix string, digits int) {
	switch country {
	case "de":
		return "+49199", 7 // inside networks only
	case "gr":
		return "+3060", 8 // no service begins with 60
	case "it":
		return "+3929", 8 // no service begins with 2
	case "fr":
		return "+33099", 7 // no number begins with 0 behind the code
	case "es":
		return "+3430", 7 // no service begins with 3
	case "gb":
		return "+44699", 7 // no service begins with 6
	case "tr":
		return "+90699", 7
	case "at":
		return "+43299", 7
	case "hu":
		return "+3639", 7
	case "rs":
		return "+38149", 7
	case "bg":
		return "+359199", 6
	case "ro":
		return "+40199", 6
	case "ly":
		return "+218199", 6
	case "se":
		return "+46799", 6
	}
	return "+999", 9 // reserved by the ITU
}

// phone returns a number that nobody in the world has yet.
func (s *Shard) phone(country string) string {
	prefix, digits := phonePrefix(country)
	s.numbers[prefix]++
	n := s.base(100_000)*2 + s.numbers[prefix]
	limit := int(math.Pow10(digits))
	// An odd step spreads consecutive numbers over the range without repeats.
	text := fmt.Sprintf("%0*d", digits, n%limit*7_919%limit)
	if n >= limit {
		return "+999" + strings.Repeat("0", 2) + fmt.Sprint(n)
	}
	return prefix + text
}
