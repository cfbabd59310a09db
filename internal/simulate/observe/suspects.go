package observe

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/world"
)

// entered is a person on an agency's files.
type entered struct {
	person *world.Person
	agency *Agency
	file   string    // number at the agency
	day    time.Time // of the entry
	from   string    // agency that it came from; empty: the agency's own
}

// Shares of the records of suspects by when they were entered: 23,600 of 40,000
// before 2014, 6,400 in 2014, 10,000 in 2015. Activity stays level meanwhile.
var enteredShares = [...]float64{23_600, 6_400, 10_000}

// files draws which agency holds which person, and since when.
type files struct {
	entries  []*entered
	byPerson map[*world.Person][]*entered
}

// held returns the person's entry at an agency that was made by a day; nil where there
// is none.
func (f *files) held(p *world.Person, a *Agency) *entered {
	for _, e := range f.byPerson[p] {
		if e.agency == a {
			return e
		}
	}
	return nil
}

func (o *Observer) enter(s *world.Shard) *files {
	r := draw.New(o.world.Seed, "entries", s.Number)
	f := &files{byPerson: map[*world.Person][]*entered{}}
	inquiries := map[*world.Person][]*world.Investigation{}
	total := 0
	for _, v := range s.Investigations {
		for _, p := range v.Members {
			inquiries[p] = append(inquiries[p], v)
		}
	}
	for _, p := range s.Persons {
		total += p.Records
	}
	left := [3]int{}
	for i, n := range world.Apportion(total, enteredShares[:]) {
		left[i] = n
	}
	numbers := map[*Agency]int{}
	for _, p := range s.Persons {
		for k := range p.Records {
			e := &entered{person: p, day: entryDay(r, p, &left)}
			if v := inquiries[p]; len(v) > 0 && k < len(v) && r.Chance(0.7) {
				e.agency = o.authority(v[k].Country, v[k].Number)
			} else {
				e.agency = o.holder(r, p)
			}
			numbers[e.agency]++
			e.file = fmt.Sprintf("%s-%d-%06d", strings.SplitN(e.agency.Code, "-", 2)[0], e.day.Year(), s.Number*100_000+numbers[e.agency])
			if others := f.byPerson[p]; len(others) > 0 && others[0].agency != e.agency && r.Chance(0.2) {
				e.from = others[0].agency.Code
			}
			f.byPerson[p] = append(f.byPerson[p], e)
			f.entries = append(f.entries, e)
		}
	}
	return f
}

// entryDay draws when a person was entered: never before the person was active, and
// so that the years have their quotas.
func entryDay(r *draw.Source, p *world.Person, left *[3]int) time.Time {
	weights := make([]float64, 3)
	for i := range weights {
		if p.From.Year() <= 2013+i {
			weights[i] = float64(left[i])
		}
	}
	year := 2
	if weights[0]+weights[1]+weights[2] > 0 {
		year = r.Weighted(weights...)
	}
	if p.From.Year() < 2013 && weights[0] > 0 { // who could have been entered early was
		year = r.Weighted(weights[0]*1.6, weights[1], weights[2])
	}
	left[year]--
	first := time.Date(2013+year, 1, 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(1, 0, -1)
	if year == 0 {
		first = time.Date(2008, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if p.From.After(first) {
		first = p.From
	}
	days := max(1, int(last.Sub(first).Hours()/24))
	return first.AddDate(0, 0, int(float64(days)*math.Sqrt(r.Unit())))
}

// authority returns the agency of a country; one that takes part in its place where
// the country's own does not.
func (o *Observer) authority(country string, number int) *Agency {
	for _, a := range o.agencies {
		if a.Country == country {
			return a
		}
	}
	var busy []*Agency
	for _, a := range o.agencies {
		if a.Country != "" {
			busy = append(busy, a)
		}
	}
	return busy[number%len(busy)]
}

// holder draws the agency that holds a person: that of the country where the person
// works or lives, or one along the corridor.
func (o *Observer) holder(r *draw.Source, p *world.Person) *Agency {
	weights := make([]float64, len(o.agencies))
	for i, a := range o.agencies {
		w := a.Busy * 0.05
		if a.Country == p.Base.Country {
			w += a.Busy * 4
		}
		if a.Country == p.Residence {
			w += a.Busy
		}
		if slices.Contains(a.Corridors, p.Base.Corridor) {
			w += a.Busy * 0.5
		}
		weights[i] = w
	}
	return o.agencies[r.Weighted(weights...)]
}

var suspectColumns = []string{
	"file", "name", "alias", "native", "sex", "born", "nationality", "category", "role", "tier", "netno", "netname", "phone1", "phone2",
	"document", "town", "residence", "recorded", "crime", "crimeyear", "grade", "origin",
}

// columns are those of the agency's files of suspects.
func (a *Agency) suspectColumns() []string {
	columns := slices.Clone(suspectColumns)
	if a.Order == separate {
		columns = slices.Replace(columns, 1, 2, "last", "first")
	}
	return columns
}

// suspects writes the records of suspects in n contributions: what was held before
// 2014 in bulk, what came later as it came.
func (o *Observer) suspects(s *world.Shard, f *files, n int) error {
	r := draw.New(o.world.Seed, "suspects", s.Number)
	reported := map[*world.Person]bool{} // whose other crime has been reported
	write := func(a *Agency, received time.Time, items []told[*entered]) error {
		return o.suspectFile(r, a, items, reported, received)
	}
	byAgency := map[*Agency][]told[*entered]{}
	var later []told[*entered]
	for _, e := range f.entries {
		t := told[*entered]{e.agency, e.day, e}
		if e.day.Year() > 2013 {
			later = append(later, t)
		} else {
			byAgency[e.agency] = append(byAgency[e.agency], t)
		}
	}
	for _, a := range o.agencies {
		list := byAgency[a]
		slices.SortStableFunc(list, func(a, b told[*entered]) int { return a.day.Compare(b.day) })
		for bulk := range slices.Chunk(list, 2500) {
			n--
			if err := write(a, time.Date(2014, 1, 10+r.Below(15), 0, 0, 0, 0, time.UTC), bulk); err != nil {
				return err
			}
		}
	}
	return deal(o, r, n, later, write)
}

func (o *Observer) suspectFile(r *draw.Source, a *Agency, list []told[*entered], reported map[*world.Person]bool, received time.Time) error {
	columns := a.suspectColumns()
	l := o.words[a.Language]
	sh := newSheet(l.header(columns))
	ways := append([]spoiling{
		{badDate, "recorded", "31" + a.Dates[2:3] + "02" + a.Dates[2:3] + "2015x"}, {badCategory, "category", ""}, {badCountry, "nationality", "Atlantis"}, {badPhone, "phone1", "??? unleserlich"},
	}, a.Format.shape()...)
	for _, t := range list {
		e := t.item
		cells, facts := o.suspectCells(r, a, e, reported)
		sh.add(cells, about{"Person", e.person.Ref(), facts})
		if named(columns, cells) && e.person.Network != nil {
			sh.rows[len(sh.rows)-1].about = append(sh.rows[len(sh.rows)-1].about, about{"Network", e.person.Network.ID, nil})
		}
		spoil(r, sh, cells, columns, ways...)
		o.Counts.Suspects++
		o.Counts.SuspectsByYear[e.day.Year()]++
		o.Counts.Recorded[e.day.Format("2006-01")]++
		if !e.person.Female {
			o.Counts.Male++
		}
	}
	return o.send(own(a, "suspects"), received, sh)
}

// named reports whether a row names a network.
func named(columns, cells []string) bool {
	return cells[slices.Index(columns, "netname")] != ""
}

// suspectCells writes one record in the order of the agency's columns.
func (o *Observer) suspectCells(r *draw.Source, a *Agency, e *entered, reported map[*world.Person]bool) (cells, facts []string) {
	p := e.person
	l := o.words[a.Language]
	facts = []string{"name"}
	name := spell(r, a, p)
	birth, fact := born(r, a, p)
	if fact != "" {
		facts = append(facts, fact)
	}
	c := map[string]string{
		"file": e.file, "name": name.full, "last": name.last, "first": name.first, "alias": strings.Join(name.aliases, " / "), "native": name.native,
		"sex": l.word("sex", "male"), "born": birth, "category": l.word("category", "suspect"), "town": p.Base.Name, "residence": l.country(p.Residence),
		"recorded": a.date(e.day), "grade": a.grade(r), "origin": e.from,
	}
	if p.Female {
		c["sex"] = l.word("sex", "female")
	}
	if p.Convicted {
		c["category"] = l.word("category", "convicted")
	}
	if r.Chance(nationalityTold) {
		country := p.Nationality
		if r.Chance(nationalityOff) {
			country = draw.One(r, []string{"sy", "iq", "af", "tr", "pk", "ro"})
		}
		c["nationality"] = l.country(country)
		o.Counts.WithNationality++
	}
	o.part(r, c, l, p)
	if r.Chance(phoneTold) {
		if number := p.On(e.day); number != "" {
			c["phone1"] = dialled(r, number)
			facts = append(facts, "phone")
		}
		if len(p.Phones) > 1 && r.Chance(secondPhone) {
			if other := p.Phones[len(p.Phones)-1].Number; other != p.On(e.day) {
				c["phone2"] = dialled(r, other)
			}
		}
	}
	if r.Chance(documentTold) {
		c["document"] = p.Document
		facts = append(facts, "document")
	}
	if p.Crime != nil && !reported[p] {
		reported[p] = true
		c["crime"], c["crimeyear"] = l.word("crime", p.Crime.Area), fmt.Sprint(p.Crime.Year)
	}
	for _, column := range a.suspectColumns() {
		cells = append(cells, c[column])
	}
	return cells, facts
}

// part fills in what the agency knows of the person's part in networks.
func (o *Observer) part(r *draw.Source, c map[string]string, l *lexicon, p *world.Person) {
	if r.Chance(roleTold) {
		role := p.Role
		if r.Chance(roleOff) {
			role = draw.One(r, []string{"driver", "recruiter", "scout", "organiser"})
		}
		c["role"], c["tier"] = l.word("role", role), l.word("tier", p.Tier)
	}
	if n := p.Network; n != nil && r.Chance(networkTold) {
		c["netname"] = o.networkName(n, l)
		if r.Chance(registerTold) {
			c["netno"] = n.Number
		}
	}
}

// networkName is what an agency calls a network, in its language.
func (o *Observer) networkName(n *world.Network, l *lexicon) string {
	return fmt.Sprintf(map[string]string{
		"en": "%s network", "de": "Netzwerk %s", "fr": "réseau %s", "it": "rete %s", "es": "red de %s", "el": "δίκτυο %s",
	}[l.tag.String()], o.networkWho(n, l))
}

// networkWho is after whom or what agencies of a language call a network: who leads
// it, or where it works, the same each time.
func (o *Observer) networkWho(n *world.Network, l *lexicon) string {
	pick := draw.New(o.world.Seed, "network name "+n.ID+l.tag.String())
	leader := n.Members[0]
	switch {
	case len(leader.Aliases) > 0 && pick.Chance(0.6):
		return leader.Aliases[0]
	case pick.Chance(0.4):
		parts := leader.Name.Parts("en")
		return parts[len(parts)-1].Text
	}
	return n.Cells[0].Base.Name
}
