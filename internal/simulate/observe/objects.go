package observe

import (
	"fmt"
	"math"
	"strings"
	"time"

	"skein/internal/geo"
	"skein/internal/simulate/draw"
	"skein/internal/simulate/world"
)

// badDay is a day that no calendar has, as an agency would write it.
func (a *Agency) badDay() string {
	return strings.NewReplacer("2006", "2015", "01", "02", "02", "31").Replace(a.Dates)
}

// degrees writes a coordinate.
func degrees(x float64) string { return fmt.Sprintf("%.5f", x) }

// near returns a point some way off, by so many degrees in most cases.
func near(r *draw.Source, p geo.Point, off float64) geo.Point {
	q, err := geo.NewPoint(math.Round(1e4*(p.Lat()+off*r.Normal()))/1e4, math.Round(1e4*(p.Lon()+off*r.Normal()))/1e4)
	if err != nil {
		return p
	}
	return q
}

// calls writes one contribution for each extraction, by the agency that has the
// person whose phone it was on its files.
func (o *Observer) calls(s *world.Shard, f *files) error {
	for start := 0; start < len(s.Calls); {
		set := s.Calls[start].Set
		stop := start
		var last time.Time
		for ; stop < len(s.Calls) && s.Calls[stop].Set == set; stop++ {
			if s.Calls[stop].At.After(last) {
				last = s.Calls[stop].At
			}
		}
		if err := o.extraction(s, f, s.Calls[start:stop], last); err != nil {
			return err
		}
		start = stop
	}
	return nil
}

func (o *Observer) extraction(s *world.Shard, f *files, list []world.Call, last time.Time) error {
	r := draw.New(o.world.Seed, "told calls", s.Number, list[0].Set)
	a := o.authority(list[0].A.Base.Country, list[0].Set)
	if held := f.byPerson[list[0].A]; len(held) > 0 {
		a = held[0].agency
	}
	columns := []string{"caller", "called", "time", "seconds", "type"}
	sh := newSheet(o.words[a.Language].header(columns))
	ways := append([]spoiling{{badDate, "time", "2015-02-31 12:00:00"}, {badPhone, "called", "??? unleserlich"}}, a.Format.shape()...)
	for _, c := range list {
		cells := []string{dialled(r, c.From), dialled(r, c.To), c.At.Format(time.DateTime), fmt.Sprint(c.Seconds), "voice"}
		if c.Message {
			cells[3], cells[4] = "", "text"
		}
		sh.add(cells)
		spoil(r, sh, cells, columns, ways...)
		o.Counts.Communications++
	}
	return o.send(own(a, "calls"), last.AddDate(0, 0, r.Between(5, 40)), sh)
}

// observedVessel is a vessel as it was seen once.
type observedVessel struct {
	v   *world.Vessel
	day time.Time
}

// vessels writes where suspicious vessels were seen: each once or more, by services
// at sea.
func (o *Observer) vessels(s *world.Shard, n int) error {
	r := draw.New(o.world.Seed, "told vessels", s.Number)
	services := []string{"EL-POLICE", "IT-POLICE", "TR-COASTGUARD", "ES-POLICIA", "EUROPOL"}
	weights := []float64{30, 30, 25, 8, 7}
	var list []told[observedVessel]
	for _, v := range s.Vessels {
		for range 1 + r.Poisson(1.3) {
			day := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.Below(725))
			a := o.agency(services[r.Weighted(weights...)])
			list = append(list, told[observedVessel]{a, day, observedVessel{v, day}})
		}
	}
	columns := []string{"vesselno", "vessel", "former", "imo", "mmsi", "flag", "kind", "length", "seen", "lat", "lon", "grade"}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[observedVessel]) error {
		l := o.words[a.Language]
		sh := newSheet(l.header(columns))
		for _, t := range items {
			cells := vesselCells(r, a, l, t.item)
			sh.add(cells, about{"Vessel", t.item.v.ID, nil})
			spoil(r, sh, cells, columns, append([]spoiling{{badDate, "seen", a.badDay()}, {offTheGlobe, "lat", "97.5"}}, a.Format.shape()...)...)
		}
		return o.send(own(a, "vessels"), received, sh)
	})
}

func vesselCells(r *draw.Source, a *Agency, l *lexicon, seen observedVessel) []string {
	v := seen.v
	name := v.Name
	switch {
	case r.Chance(0.4):
		name = strings.ToUpper(name)
	case r.Chance(0.06):
		name = mistype(r, name)
	}
	at := near(r, v.Base.At, 0.3)
	cells := []string{
		a.Code[:2] + "-" + v.ID, name, "", "", "", l.country(v.Flag), v.Type, fmt.Sprint(v.Length), a.date(seen.day), degrees(at.Lat()), degrees(at.Lon()), a.grade(r),
	}
	if r.Chance(0.5) {
		cells[2] = v.Former
	}
	if r.Chance(0.7) {
		cells[3] = v.IMO
	}
	if r.Chance(0.5) {
		cells[4] = v.MMSI
	}
	return cells
}

// vehicles writes where vehicles were seen, and with which drivers.
func (o *Observer) vehicles(s *world.Shard, f *files, n int) error {
	r := draw.New(o.world.Seed, "told vehicles", s.Number)
	var list []told[world.Sighting]
	for i, v := range s.Sightings {
		if v.Vehicle != nil {
			list = append(list, told[world.Sighting]{o.authority(v.Place.Country, i), v.Day, v})
		}
	}
	columns := []string{"plate", "platecountry", "vehicle", "rented", "driver", "where", "seen", "lat", "lon"}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[world.Sighting]) error {
		l := o.words[a.Language]
		sh := newSheet(l.header(columns))
		for _, t := range items {
			v := t.item.Vehicle
			cells := []string{v.Plate, l.country(v.Country), l.word("vehicle", v.Type), "", "", t.item.Place.Name, a.date(t.day), degrees(t.item.At.Lat()), degrees(t.item.At.Lon())}
			if r.Chance(rentalTold) {
				cells[3] = l.word("yes", fmt.Sprint(v.Rented))
			}
			if len(v.Users) > 0 && r.Chance(0.35) {
				if e := f.held(draw.One(r, v.Users), a); e != nil && !e.day.After(t.day) {
					cells[4] = e.file
				}
			}
			sh.add(cells, about{"Vehicle", v.ID, nil})
			spoil(r, sh, cells, columns, append([]spoiling{{badDate, "seen", a.badDay()}, {badCountry, "platecountry", "Atlantis"}, {offTheGlobe, "lon", "-271.4"}}, a.Format.shape()...)...)
		}
		return o.send(own(a, "vehicles"), received, sh)
	})
}

// rentalTold is the share of sightings of a vehicle that tell whether it was rented.
const rentalTold = 0.6

// sightings writes where agencies saw the suspects on their files.
func (o *Observer) sightings(s *world.Shard, f *files, n int) error {
	r := draw.New(o.world.Seed, "told sightings", s.Number)
	type seen struct {
		world.Sighting
		file string
	}
	var list []told[seen]
	for _, v := range s.Sightings {
		if v.Person == nil || len(f.byPerson[v.Person]) == 0 {
			continue
		}
		e := draw.One(r, f.byPerson[v.Person])
		list = append(list, told[seen]{e.agency, v.Day, seen{v, e.file}})
	}
	columns := []string{"file", "where", "seen", "lat", "lon", "grade"}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[seen]) error {
		sh := newSheet(o.words[a.Language].header(columns))
		for _, t := range items {
			cells := []string{t.item.file, t.item.Place.Name, a.date(t.day), degrees(t.item.At.Lat()), degrees(t.item.At.Lon()), a.grade(r)}
			sh.add(cells, about{"Sighting", t.item.Person.Ref(), nil})
			spoil(r, sh, cells, columns, append([]spoiling{{badDate, "seen", a.badDay()}, {offTheGlobe, "lat", "-93.2"}}, a.Format.shape()...)...)
		}
		return o.send(own(a, "sightings"), received, sh)
	})
}

// documents writes travel documents that were found in use, and who supplied them
// where that is known.
func (o *Observer) documents(s *world.Shard, f *files, n int) error {
	r := draw.New(o.world.Seed, "told documents", s.Number)
	type find struct {
		d    *world.Document
		use  world.Use
		name string
	}
	var list []told[find]
	for i, d := range s.Documents {
		for k, u := range d.Uses {
			list = append(list, told[find]{o.authority(u.Place.Country, i), u.Day, find{d, u, fmt.Sprintf("FD-%s-%d", d.ID, k+1)}})
		}
	}
	columns := []string{"find", "number", "kind", "country", "method", "found", "where", "usersex", "usernat", "supplier"}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[find]) error {
		l := o.words[a.Language]
		sh := newSheet(l.header(columns))
		for _, t := range items {
			d, u := t.item.d, t.item.use
			cells := []string{
				t.item.name, d.Number, l.word("kind", d.Kind), l.country(d.Country), l.word("method", d.Method), a.date(u.Day), u.Place.Name,
				l.word("sex", u.Sex), "", "",
			}
			if r.Chance(0.5) {
				cells[8] = l.country(u.Nationality)
			}
			if e := f.held(d.Supplier, a); e != nil && !e.day.After(u.Day) && r.Chance(0.3) {
				cells[9] = e.file
			}
			sh.add(cells, about{"Identification", d.ID, nil})
			spoil(r, sh, cells, columns, append([]spoiling{{badDate, "found", a.badDay()}, {badCountry, "country", "Atlantis"}}, a.Format.shape()...)...)
		}
		return o.send(own(a, "documents"), received, sh)
	})
}

// payments writes payments of which an agency has one end or both on its files.
func (o *Observer) payments(s *world.Shard, f *files, n int) error {
	r := draw.New(o.world.Seed, "told payments", s.Number)
	persons := map[string]*world.Person{}
	for _, p := range s.Persons {
		persons[p.Ref()] = p
	}
	type seen struct {
		at           int // among the shard's payments
		payer, payee string
	}
	var list []told[seen]
	for i, p := range s.Payments {
		from, to := persons[p.From], persons[p.To]
		held := f.byPerson[from]
		if len(held) == 0 {
			held = f.byPerson[to]
		}
		if len(held) == 0 {
			continue
		}
		a := draw.One(r, held).agency
		v := seen{at: i}
		if e := f.held(from, a); e != nil {
			v.payer = e.file
		}
		if e := f.held(to, a); e != nil {
			v.payee = e.file
		}
		list = append(list, told[seen]{a, p.Day, v})
	}
	columns := []string{"payment", "payer", "payee", "amount", "currency", "means", "paid", "grade"}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[seen]) error {
		sh := newSheet(o.words[a.Language].header(columns))
		for _, t := range items {
			p := s.Payments[t.item.at]
			cells := []string{
				fmt.Sprintf("PM-%d-%06d", s.Number+1, t.item.at+1), t.item.payer, t.item.payee, fmt.Sprint(p.Amount), "USD", p.Means, a.date(p.Day), a.grade(r),
			}
			sh.add(cells)
			spoil(r, sh, cells, columns, append([]spoiling{{badDate, "paid", a.badDay()}, {badNumber, "amount", "ca. viel"}}, a.Format.shape()...)...)
		}
		return o.send(own(a, "payments"), received, sh)
	})
}

// companies writes firms that are held to be fronts.
func (o *Observer) companies(s *world.Shard, f *files, n int) error {
	r := draw.New(o.world.Seed, "told companies", s.Number)
	type seen struct {
		c     *world.Company
		owner string
	}
	var list []told[seen]
	for i, c := range s.Companies {
		a, owner := o.authority(c.Country, i), ""
		if held := f.byPerson[c.Owner]; len(held) > 0 {
			a, owner = held[0].agency, held[0].file
		}
		if r.Chance(0.3) {
			owner = ""
		}
		day := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.Below(720))
		list = append(list, told[seen]{a, day, seen{c, owner}})
	}
	columns := []string{"firm", "firmno", "country", "sector", "owner", "grade"}
	return deal(o, r, n, list, func(a *Agency, received time.Time, items []told[seen]) error {
		l := o.words[a.Language]
		sh := newSheet(l.header(columns))
		for _, t := range items {
			c := t.item.c
			cells := []string{c.Name, c.Number, l.country(c.Country), c.Sector, t.item.owner, a.grade(r)}
			sh.add(cells, about{"Company", c.ID, nil})
			spoil(r, sh, cells, columns, append([]spoiling{{badCountry, "country", "Atlantis"}}, a.Format.shape()...)...)
		}
		return o.send(own(a, "companies"), received, sh)
	})
}
