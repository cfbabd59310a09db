package main

import "fmt"

// world is what is true here. The agencies know parts of it.
type world struct {
	cultures  map[string]*culture
	towns     map[string]town
	networks  []network
	suspects  []*suspect
	incidents []incident
	phones    *phoneBook
}

// network is a group that works together along one corridor.
type network struct {
	number string // in the register that the agencies share
	name   string
	route  string
	towns  []string
	// cultures of the members, the likeliest first
	cultures []string
	members  []*suspect
}

// suspect is a person who does not exist.
type suspect struct {
	number        int // from 1
	given, family part
	language      string
	female        bool
	year          int // of birth
	month, day    int // 0: only the year is known
	country       string
	network       *network // nil: works alone
	tier, role    string
	town          string
	residence     string   // country of the town
	phones        []string // international
	other         *crime   // link to another area of crime
	convicted     bool
	heldBy        map[string]bool // agencies
}

// crime is a link of a suspect to another area of crime, as known in a year.
type crime struct {
	area string
	year int
}

// name returns the suspect's name in Latin letters as an agency of that habit
// spells it.
func (s *suspect) name(habit int) string { return s.given.in(habit) + " " + s.family.in(habit) }

// native returns the name in its own script.
func (s *suspect) native() string { return s.given.native + " " + s.family.native }

func newWorld() *world {
	w := &world{cultures: cultures(), towns: towns(), phones: newPhoneBook()}
	r := newRandom("world")
	w.networks = networks()
	for i := range w.networks {
		n := &w.networks[i]
		for j := range r.between(13, 19) {
			s := w.newSuspect(r, one(r, n.cultures[:1+r.below(len(n.cultures))]))
			s.network, s.town = n, one(r, n.towns)
			s.residence = w.towns[s.town].country
			s.tier, s.role = position(r, j)
			s.heldBy = holders(r, n.route)
			n.members = append(n.members, s)
		}
	}
	for range 20 { // on their own account
		s := w.newSuspect(r, one(r, []string{"ar", "fa", "sq", "ro", "tr", "uk"}))
		s.town = one(r, []string{"Athens", "Milan", "Berlin", "Vienna", "Sofia", "Istanbul"})
		s.residence = w.towns[s.town].country
		s.role = one(r, []string{"driver", "driver", "recruiter", "forger"})
		s.heldBy = map[string]bool{one(r, []string{"EL", "IT", "DE"}): true}
	}
	w.linkCrimes(r)
	w.incidents = newIncidents(w)
	return w
}

func (w *world) newSuspect(r random, language string) *suspect {
	c := w.cultures[language]
	s := &suspect{
		number: len(w.suspects) + 1, language: language,
		given: one(r, c.given), family: one(r, c.family),
		year: r.between(1958, 1995), month: r.between(1, 12), day: r.between(1, 28),
		country: countryOf(r, language), convicted: r.chance(6),
	}
	if s.given.female && r.chance(65) { // about 95 in 100 suspects are men
		s.given = c.given[0]
	}
	s.female = s.given.female
	if r.chance(25) {
		s.month, s.day = 0, 0
	}
	s.phones = []string{w.phones.next()}
	if r.chance(35) {
		s.phones = append(s.phones, w.phones.next())
	}
	if len(w.suspects) > 10 && r.chance(4) { // telephones are passed on
		s.phones = append(s.phones, w.suspects[r.below(len(w.suspects))].phones[0])
	}
	w.suspects = append(w.suspects, s)
	return s
}

func countryOf(r random, language string) string {
	return one(r, map[string][]string{
		"ar": {"sy", "sy", "iq", "eg", "ly", "tn", "sd"}, "fa": {"af", "af", "ir", "pk", "pk"},
		"ti": {"er", "er", "et"}, "uk": {"ua", "bg"}, "el": {"gr"}, "tr": {"tr"}, "it": {"it"},
		"sq": {"al", "xk"}, "ro": {"ro"}, "ng": {"ng"},
	}[language])
}

// position returns the tier and role of a network's j-th member.
func position(r random, j int) (tier, role string) {
	switch {
	case j == 0:
		return "leader", "leader"
	case j < 4:
		return "organiser", one(r, []string{"organiser", "organiser", "hawaladar", "recruiter"})
	}
	roles := []string{"driver", "recruiter", "scout", "safe-house keeper", "skipper", "guide", "forger", "hawaladar", "crew"}
	return "facilitator", roles[r.weighted(30, 16, 12, 12, 9, 8, 6, 4, 3)]
}

// holders draws which agencies hold a suspect of a route: at least one.
func holders(r random, route string) map[string]bool {
	share := map[string]map[string]int{
		eastMed:     {"EL": 80, "DE": 25, "IT": 12},
		centralMed:  {"EL": 6, "DE": 22, "IT": 85},
		balkan:      {"EL": 45, "DE": 65, "IT": 15},
		eastBorders: {"EL": 4, "DE": 80, "IT": 10},
	}[route]
	for {
		held := map[string]bool{}
		for _, a := range []string{"EL", "DE", "IT"} {
			if r.chance(share[a]) {
				held[a] = true
			}
		}
		if len(held) > 0 {
			return held
		}
	}
}

// linkCrimes links suspects to other areas of crime. The shares are those published
// for 2014 and 2015: forgery of documents 3 % and 18 % of the suspects with a link.
func (w *world) linkCrimes(r random) {
	var links []crime
	for _, c := range []struct {
		n int
		crime
	}{
		{1, crime{"document forgery", 2014}},
		{9, crime{"drugs", 2014}},
		{6, crime{"trafficking in human beings", 2014}},
		{8, crime{"property crime", 2014}},
		{5, crime{"excise fraud", 2014}},
		{4, crime{"money laundering", 2014}},
		{9, crime{"document forgery", 2015}},
		{11, crime{"drugs", 2015}},
		{10, crime{"trafficking in human beings", 2015}},
		{10, crime{"property crime", 2015}},
		{4, crime{"excise fraud", 2015}},
		{4, crime{"money laundering", 2015}},
		{2, crime{"firearms", 2015}},
	} {
		for range c.n {
			links = append(links, c.crime)
		}
	}
	some := append([]*suspect{}, w.suspects...)
	shuffle(r, some)
	for i := range links {
		some[i].other = &links[i]
	}
}

func networks() []network {
	return []network{
		{number: "NW-01", name: "Meltemi", route: eastMed, towns: []string{"Izmir", "Mytilene", "Athens"}, cultures: []string{"ar", "tr", "el"}},
		{number: "NW-02", name: "Karavel", route: eastMed, towns: []string{"Bodrum", "Kos", "Athens"}, cultures: []string{"tr", "ar", "fa"}},
		{number: "NW-03", name: "Anemone", route: eastMed, towns: []string{"Istanbul", "Edirne", "Sofia"}, cultures: []string{"fa", "tr", "uk"}},
		{number: "NW-04", name: "Sardine", route: eastMed, towns: []string{"Izmir", "Chios", "Thessaloniki"}, cultures: []string{"ar", "fa"}},
		{number: "NW-05", name: "Kittiwake", route: eastMed, towns: []string{"Mersin", "Istanbul", "Athens"}, cultures: []string{"ar", "tr"}},
		{number: "NW-06", name: "Ostro", route: centralMed, towns: []string{"Zuwara", "Lampedusa", "Catania"}, cultures: []string{"ar", "ti", "it"}},
		{number: "NW-07", name: "Ghibli", route: centralMed, towns: []string{"Khartoum", "Tripoli", "Rome"}, cultures: []string{"ti", "ar"}},
		{number: "NW-08", name: "Pharos", route: centralMed, towns: []string{"Alexandria", "Catania", "Milan"}, cultures: []string{"ar", "it"}},
		{number: "NW-09", name: "Tuareg Star", route: centralMed, towns: []string{"Agadez", "Sabratha", "Milan"}, cultures: []string{"ng", "ar", "ti"}},
		{number: "NW-10", name: "Danube", route: balkan, towns: []string{"Belgrade", "Subotica", "Budapest", "Vienna"}, cultures: []string{"fa", "ar", "ro"}},
		{number: "NW-11", name: "Vardar", route: balkan, towns: []string{"Thessaloniki", "Skopje", "Belgrade"}, cultures: []string{"fa", "el", "sq"}},
		{number: "NW-12", name: "Night Train", route: balkan, towns: []string{"Budapest", "Passau", "Munich"}, cultures: []string{"ar", "ro", "uk"}},
		{number: "NW-13", name: "Otranto", route: centralMed, towns: []string{"Vlorë", "Bari", "Milan"}, cultures: []string{"sq", "it", "fa"}},
		{number: "NW-14", name: "Birch", route: eastBorders, towns: []string{"Kyiv", "Görlitz", "Berlin"}, cultures: []string{"uk", "fa"}},
	}
}

// phoneBook gives out numbers that regulators keep free for films and books:
// Germany's BNetzA, Britain's Ofcom, France's ARCEP, Sweden's PTS.
type phoneBook struct{ free []string }

func newPhoneBook() *phoneBook {
	b := &phoneBook{}
	for i := range 100 {
		b.free = append(b.free, fmt.Sprintf("+4917139200%02d", i), fmt.Sprintf("+4917604069%03d", i))
	}
	for i := range 200 {
		b.free = append(b.free, fmt.Sprintf("+447700900%03d", i), fmt.Sprintf("+3363998%04d", i))
	}
	for i := 605; i < 700; i++ {
		b.free = append(b.free, fmt.Sprintf("+46701740%03d", i))
	}
	shuffle(newRandom("phones"), b.free)
	return b
}

func (b *phoneBook) next() string {
	n := b.free[0]
	b.free = b.free[1:]
	return n
}
