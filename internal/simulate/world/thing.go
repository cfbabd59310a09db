package world

import (
	"fmt"
	"math"
	"time"

	"skein/internal/geo"
	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
)

// Vessel is a suspicious ship.
type Vessel struct {
	ID     string
	Name   string
	Former string // name before
	Type   string
	Flag   string
	IMO    string // with its check digit; empty for small boats
	MMSI   string
	Length int
	Owner  *Company
	Base   *Place
	Users  []*Person
}

// Vehicle is a car, van or lorry of a network's drivers.
type Vehicle struct {
	ID      string
	Plate   string
	Country string // of the plate
	Type    string
	Rented  bool
	Users   []*Person
	Base    *Place
}

// Document is a travel document that is lent for a journey and sent back.
type Document struct {
	ID       string
	Number   string
	Kind     string
	Country  string
	Method   string
	Supplier *Person
	Uses     []Use
}

// Use is a find of a document with somebody who travelled on it.
type Use struct {
	Day         time.Time
	Place       *Place
	Nationality string
	Sex         string
	Journey     string // empty: of a journey outside the sample
}

// Company is a front: a firm that carries, lets or hides.
type Company struct {
	ID      string
	Name    string
	Country string
	Sector  string
	Owner   *Person
	Number  string
}

// Shares of things.
const (
	rented        = 0.4
	foreignPlate  = 0.6
	dinghyPersons = 35 // 30 to 40 in a rubber dinghy of 8 to 12 m
)

func (s *Shard) drawThings() {
	r := s.source("things")
	for _, n := range s.Networks {
		s.drawCompanies(r, n)
		s.drawVehicles(r, n)
		s.drawDocuments(r, n)
	}
	for i := range s.share(Vessels) {
		s.drawVessel(r, i)
	}
}

func (s *Shard) drawCompanies(r *draw.Source, n *Network) {
	for _, p := range n.Members {
		if p.Role != "front company" && !(p.Tier == "organiser" && r.Chance(0.05)) {
			continue
		}
		sector := draw.One(r, []string{"transport", "travel agency", "car hire", "import and export", "telephone shop", "restaurant", "employment agency"})
		c := &Company{
			ID: id("O", s.base(10_000)+len(s.Companies)+1), Country: p.Residence, Sector: sector, Owner: p,
			Number: fmt.Sprintf("XR%07d", s.base(10_000)+31*(len(s.Companies)+1)),
		}
		c.Name = companyName(r, sector, c.Country)
		s.Companies = append(s.Companies, c)
	}
}

// companyName puts together a firm's name with the legal form of its country.
func companyName(r *draw.Source, sector, country string) string {
	first := draw.One(r, []string{"Meridian", "Orient", "Delta", "Levant", "Sahara", "Danube", "Aegean", "Atlas", "Polaris", "Karavan", "Silk Road", "Horizon", "Anatolia", "Europa", "Maghreb", "Cedar", "Falcon", "Bosphorus", "Nile", "Adria"})
	second := map[string][]string{
		"transport": {"Transport", "Logistics", "Cargo", "Trans"}, "travel agency": {"Travel", "Tours", "Voyages"}, "car hire": {"Rent a Car", "Car Hire", "Autovermietung"},
		"import and export": {"Trading", "Import-Export", "General Trading"}, "telephone shop": {"Telecom", "Phone Shop"}, "restaurant": {"Grill", "Restaurant"},
		"employment agency": {"Personnel", "Services"},
	}[sector]
	form := map[string][]string{
		"de": {"GmbH", "UG"}, "at": {"GmbH"}, "fr": {"SARL", "SAS"}, "be": {"SPRL", "BVBA"}, "it": {"S.r.l.", "S.n.c."}, "es": {"S.L."}, "gr": {"EPE", "OE", "IKE"},
		"tr": {"Ltd. Şti.", "A.Ş."}, "gb": {"Ltd", "Limited"}, "hu": {"Kft."}, "ro": {"S.R.L."}, "bg": {"EOOD", "OOD"}, "rs": {"d.o.o."}, "pl": {"Sp. z o.o."}, "se": {"AB"}, "nl": {"B.V."},
	}[country]
	name := first + " " + draw.One(r, second)
	if r.Chance(0.35) {
		name = first + " " + draw.One(r, []string{"Star", "Line", "Bros", "Group", "Express", "Gold", "1", "Plus"}) + " " + draw.One(r, second)
	}
	if len(form) > 0 {
		name += " " + draw.One(r, form)
	}
	return name
}

// plate returns a licence plate with letters that the country does not issue.
func plate(country string, n int) string {
	formats := map[string]string{
		"de": "ZZ-QQ %d", "bg": "QZ %04d ZQ", "ro": "ZQ-%03d-QQQ", "it": "QI %03d OQ", "at": "QQ-%d ZZ", "fr": "OI-%03d-UU", "hu": "QQQ-%03d", "rs": "QZ %04d-QQ",
		"gr": "QQZ-%04d", "pl": "QQ %05d", "tr": "99 QQ %04d", "es": "%04d QQQ", "gb": "QI%02d QQZ", "nl": "QQ-%03d-Q",
	}
	f, ok := formats[country]
	if !ok {
		f = "QQ %05d QZ"
	}
	return fmt.Sprintf(f, n)
}

func (s *Shard) drawVehicles(r *draw.Source, n *Network) {
	for _, cell := range n.Cells {
		if cell.Leg.Mode != "land" {
			continue
		}
		var drivers []*Person
		for _, p := range cell.Members {
			if p.Role == "driver" || p.Role == "scout" || p.Role == "courier" {
				drivers = append(drivers, p)
			}
		}
		for i := 0; i < len(drivers); i += 1 + r.Below(3) {
			v := &Vehicle{
				ID: id("C", s.base(100_000)+len(s.Vehicles)+1), Country: cell.Base.Country, Rented: r.Chance(rented), Base: cell.Base,
				Type: draw.One(r, []string{"van", "van", "car", "car", "car", "lorry", "minibus", "refrigerated lorry"}),
			}
			if r.Chance(foreignPlate) {
				v.Country = draw.One(r, []string{"de", "bg", "ro", "it", "at", "fr", "hu", "rs", "pl", "tr", "gb", "nl", "gr"})
			}
			v.Plate = plate(v.Country, s.base(9_000)+len(s.Vehicles)*3+101)
			for k := i; k < min(len(drivers), i+1+r.Below(3)); k++ {
				v.Users = append(v.Users, drivers[k])
			}
			s.Vehicles = append(s.Vehicles, v)
		}
	}
}

func (s *Shard) drawDocuments(r *draw.Source, n *Network) {
	for _, p := range n.Members {
		if p.Role != "document supplier" {
			continue
		}
		for range 1 + r.Below(5) {
			d := &Document{
				ID: id("D", s.base(100_000)+len(s.Documents)+1), Number: fmt.Sprintf("XX%07d", 5_000_000+s.base(100_000)+17*len(s.Documents)), Supplier: p,
				Kind:    []string{"passport", "identity card", "residence permit", "visa", "driving licence", "birth certificate"}[r.Weighted(45, 25, 12, 10, 4, 4)],
				Country: draw.One(r, []string{"gr", "it", "sy", "bg", "fr", "se", "pl", "de", "be", "es", "iq"}),
				Method:  []string{"counterfeit", "forged", "look-alike", "fraudulently obtained", "stolen blank", "genuine"}[r.Weighted(30, 25, 22, 8, 7, 8)],
			}
			day := n.From
			for range 1 + r.Poisson(1.2) {
				day = day.AddDate(0, 0, 20+r.Below(200))
				if day.After(end) || !n.active(day) {
					break
				}
				countries, mix := travellers(n.Corridor.Name)
				u := Use{Day: day, Place: draw.One(r, n.Cells).Base, Nationality: countries[r.Weighted(mix...)], Sex: "male"}
				if r.Chance(0.3) {
					u.Sex = "female"
				}
				d.Uses = append(d.Uses, u)
			}
			if len(d.Uses) > 0 {
				s.Documents = append(s.Documents, d)
			}
		}
	}
}

// drawVessel draws a suspicious vessel: an old freighter or fishing boat that changes
// names and flags.
func (s *Shard) drawVessel(r *draw.Source, i int) {
	n := s.base(1_000) + i
	v := &Vessel{ID: id("V", n+1)}
	v.Name = vesselName(r)
	if r.Chance(0.35) {
		v.Former = vesselName(r)
	}
	v.Type = []string{"cargo ship", "fishing boat", "motor yacht", "tug", "sailing boat"}[r.Weighted(40, 36, 12, 5, 7)]
	v.Flag = draw.One(r, []string{"tg", "tz", "km", "md", "sl", "kh", "bo", "eg", "tr", "tn", "sy", "gr", "pa"})
	v.Length = r.Between(14, 28)
	if v.Type == "cargo ship" {
		v.Length = r.Between(50, 95)
		v.IMO = imoNumber(200_000 + 37*n)
		v.MMSI = fmt.Sprintf("200%06d", 100_000+89*n) // 200 is no country's
	}
	var sea []*Leg
	for _, l := range s.World.Geography.Legs {
		if l.Mode == "sea" && l.Section != "" {
			sea = append(sea, l)
		}
	}
	l := draw.One(r, sea)
	v.Base = l.From
	for _, p := range s.Persons {
		if len(v.Users) < 3 && (p.Role == "skipper" || p.Role == "crew") && p.Base == l.From && r.Chance(0.3) {
			v.Users = append(v.Users, p)
		}
	}
	if len(s.Companies) > 0 && r.Chance(0.5) {
		v.Owner = draw.One(r, s.Companies)
	}
	s.Vessels = append(s.Vessels, v)
}

func vesselName(r *draw.Source) string {
	return draw.One(r, []string{"Blue", "Sea", "Nova", "Lady", "Star", "Captain", "Black", "Golden", "Al", "Haj", "Santa", "Ocean", "Baris", "Deniz", "Sandy", "Ezad", "Rahmet", "Burcin"}) +
		" " + draw.One(r, []string{"Sky", "Moon", "Rose", "Pearl", "Salam", "Amira", "Hope", "Trader", "Carrier", "Fatma", "Marina", "Dolphin", "Eagle", "Jasmin", "Wave", "Spirit", "Bird", "Nur"}) +
		draw.One(r, []string{"", "", "", " I", " II", " S", " M"})
}

// imoNumber returns a ship's number with its check digit (IMO resolution A.1117(30)):
// digits weighted 7 to 2, last digit of the sum. Numbers from 2000000
// on are given to no ship.
func imoNumber(n int) string {
	digits := fmt.Sprintf("%06d", n%1_000_000)
	sum := 0
	for i, d := range digits {
		sum += (7 - i) * int(d-'0')
	}
	return digits + fmt.Sprint(sum%10)
}

// Incident is something that happened at a border and may be recorded by several
// agencies.
type Incident struct {
	ID       string
	Day      time.Time
	Leg      *Leg
	At       geo.Point
	Kind     string
	Craft    string
	Persons  int
	Dead     int
	Missing  int
	Cause    string
	Country  string // of the travellers; empty: several
	Dinghy   int    // metres of a rubber dinghy; 0: another craft
	Arrested []*Person
}

// incidentsAtScale1 is the number of incidents.
const incidentsAtScale1 = 2_400

func (s *Shard) drawIncidents() {
	var entries []*Leg
	var weights []float64
	for _, c := range s.World.Geography.Corridors {
		for _, l := range c.Entry() {
			total := detected(c.Name)
			entries = append(entries, l)
			weights = append(weights, l.Share*math.Sqrt(float64(total[1]+total[2])))
		}
	}
	for i := range s.share(incidentsAtScale1) {
		r := s.source("incident", i)
		l := entries[r.Weighted(weights...)]
		year := FirstYear + r.Weighted(10, 30, 60)
		shape := season(l.Corridor.Name, year)
		in := &Incident{
			ID: id("I", s.base(10_000)+i+1), Leg: l,
			Day: time.Date(year, time.Month(1+r.Weighted(shape[:]...)), 1+r.Below(28), 0, 0, 0, 0, time.UTC),
		}
		in.At = between(l.From.At, l.To.At, 0.15+0.7*r.Unit(), r)
		if l.Mode == "sea" {
			in.atSea(r)
		} else {
			in.Kind, in.Craft = "interception", draw.One(r, l.Means)
			in.Persons = 1 + r.Poisson(11)
			in.At = between(l.From.At, l.To.At, 0.5, r)
			if r.Chance(0.012) {
				in.Kind, in.Dead, in.Cause = "death", 1+r.Poisson(1.5), draw.One(r, []string{"suffocation", "road accident", "exposure"})
			}
		}
		countries, mix := travellers(l.Corridor.Name)
		in.Country = countries[r.Weighted(mix...)]
		for _, n := range s.Networks {
			if n.works(l) && n.active(in.Day) && len(in.Arrested) < 2 && r.Chance(0.15) {
				in.Arrested = append(in.Arrested, draw.One(r, n.Members))
			}
		}
		s.Incidents = append(s.Incidents, in)
	}
}

func (in *Incident) atSea(r *draw.Source) {
	in.Craft = draw.One(r, in.Leg.Means)
	switch in.Craft {
	case "rubber dinghy":
		in.Dinghy = r.Between(8, 12)
		in.Persons = r.Between(dinghyPersons-5, dinghyPersons+5)
		if in.Leg.Corridor.Name == "Central Mediterranean" {
			in.Persons += r.Between(30, 80)
		}
	case "wooden boat", "fishing boat":
		in.Persons = 60 + r.Poisson(150*r.Unit())
	default:
		in.Persons = 2 + r.Poisson(10)
	}
	in.Kind = []string{"rescue", "interception", "shipwreck"}[r.Weighted(58, 36, 6)]
	if in.Kind == "shipwreck" {
		in.Dead = r.Poisson(0.03 * float64(in.Persons))
		in.Missing = r.Poisson(0.06 * float64(in.Persons))
		in.Cause = "drowning"
	}
}

// between returns a point at a share of the way, some kilometres off the line.
func between(a, b geo.Point, share float64, r *draw.Source) geo.Point {
	lat := a.Lat() + share*(b.Lat()-a.Lat()) + 0.05*r.Normal()
	lon := a.Lon() + share*(b.Lon()-a.Lon()) + 0.05*r.Normal()
	p, err := geo.NewPoint(math.Round(lat*1e4)/1e4, math.Round(lon*1e4)/1e4)
	if err != nil {
		return a
	}
	return p
}

// Sighting is a thing or person seen somewhere.
type Sighting struct {
	Day     time.Time
	At      geo.Point
	Place   *Place
	Vehicle *Vehicle // nil: a person
	Person  *Person  // nil: a vehicle
}

const (
	sightingsAtScale1 = 12_000
	atHotspots        = 0.6 // of all sightings
)

// drawSightings draws where suspects and vehicles were seen: most at hotspots, within
// a kilometre or two, the rest around other towns.
func (s *Shard) drawSightings() {
	r := s.source("sightings")
	weigh := func(places []*Place) []float64 {
		weights := make([]float64, len(places))
		for i, p := range places {
			weights[i] = p.Weight
		}
		return weights
	}
	hot, other := weigh(s.World.Hotspots), weigh(s.World.Others)
	for range s.share(sightingsAtScale1) {
		place, spread := (*Place)(nil), 0.012
		if r.Chance(atHotspots) {
			place = s.World.Hotspots[r.Weighted(hot...)]
		} else {
			place, spread = s.World.Others[r.Weighted(other...)], 0.05
		}
		at, err := geo.NewPoint(math.Round(1e5*(place.At.Lat()+spread*r.Normal()))/1e5, math.Round(1e5*(place.At.Lon()+spread*r.Normal()))/1e5)
		if err != nil {
			continue
		}
		v := Sighting{Day: begin.AddDate(0, 0, int(end.Sub(begin).Hours()/24*math.Sqrt(r.Unit()))), At: at, Place: place}
		if len(s.Vehicles) > 0 && r.Chance(0.55) {
			v.Vehicle = draw.One(r, s.Vehicles)
		} else {
			v.Person = draw.One(r, s.Persons)
		}
		s.Sightings = append(s.Sightings, v)
	}
}

// drawPayments draws how money moves: from collectors up to organisers and leaders,
// in cash, through hawaladars, couriers and companies.
func (s *Shard) drawPayments() {
	r := s.source("payments")
	for _, n := range s.Networks {
		var hawaladars []*Person
		for _, p := range n.Members {
			if p.Role == "hawaladar" || p.Role == "courier" {
				hawaladars = append(hawaladars, p)
			}
		}
		for range 2 + r.Poisson(float64(len(n.Members))/8) {
			from, to := draw.One(r, n.Members), n.upper(r)
			day := n.From.AddDate(0, 0, r.Below(900))
			if from == to || day.After(end) || !n.active(day) {
				continue
			}
			p := truth.Payment{Day: day, From: from.Ref(), To: to.Ref(), Means: "cash", Amount: int(r.LogNormal(3500, 0.8)) / 50 * 50}
			if len(hawaladars) > 0 && r.Chance(0.5) {
				via := draw.One(r, hawaladars)
				p.Via, p.Means = via.Ref(), "hawala"
				if via.Role == "courier" {
					p.Means = "courier"
				}
			} else if len(s.Companies) > 0 && r.Chance(0.1) {
				p.Via, p.Means = draw.One(r, s.Companies).ID, "bank transfer"
			}
			s.Payments = append(s.Payments, p)
		}
	}
}
