package column

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"skein/internal/geo"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
	"skein/internal/term"
)

// PlaceID says which place something is, whatever it is called: the folded name and, where it
// is known, the country: "tripoli/ly". It lasts as long as sources name the place so.
type PlaceID string

// Places says which of the places that records name are one. Things and texts are one place
// where they have one name, folded, and one country. What names no country is the place of that
// name, if the case knows but one; if it knows several it stays apart from them all. Places of
// one name of which no country is known are two where they lie further apart than apart metres.
//
// A place is shown by the spelling that most records have and, where several places have the
// name, with what tells them apart: "Tripoli (Libya)".
type Places struct {
	set    *Set
	things map[Thing]PlaceID
	named  map[term.Key]map[string]bool // the countries of each name; "" for none
	labels map[PlaceID]string
}

// apart is how far, in metres, places of one name and no country must lie from each other to
// be two: further than one place is long, or a name is repeated.
const apart = 500_000

// placeProperties refer to places or name them in words.
func placeProperties() []schema.PropertyName {
	return []schema.PropertyName{"place", "origin", "destination", "startLocation", "endLocation", "location"}
}

// Places returns the places of the set.
func (s *Set) Places() *Places { return s.places() }

// ID returns the place that a value is: a reference to a thing, or a name in words that
// stands in a row of the given country; "" for a reference to what no record tells of. The
// country is a code, empty where it is not known.
func (p *Places) ID(v Value, country string) PlaceID {
	if thing, ok := p.set.Thing(v); ok {
		return p.Of(thing)
	}
	text := p.set.Text(v)
	if _, err := record.ParseKey(text); err == nil || v == 0 {
		return ""
	}
	name, in := placeName(text)
	if in == "" {
		in = country
	}
	return p.settle(term.Fold(name), in)
}

// Of returns the place that a thing is; "" for one without a name.
func (p *Places) Of(thing Thing) PlaceID {
	if id, ok := p.things[thing]; ok {
		return id
	}
	if name := Caption(thing); name != "" { // no place by its schema: a vessel on which something happened
		return p.settle(term.Fold(name), thing.Table.Column("country").Text(thing.Row))
	}
	return ""
}

// Label returns how a place is shown.
func (p *Places) Label(id string) string {
	if label, ok := p.labels[PlaceID(id)]; ok {
		return label
	}
	return id
}

// settle returns the place of a name and a country: without one, the only place of the name.
func (p *Places) settle(name term.Key, country string) PlaceID {
	if name == "" {
		return ""
	}
	if country == "" && len(p.named[name]) == 1 {
		for only := range p.named[name] {
			country = only
		}
	}
	if country == "" {
		return PlaceID(name)
	}
	return PlaceID(string(name) + "/" + country)
}

// placeName parts the country from a name that ends in it: "Tripoli (Libya)".
func placeName(text string) (name, country string) {
	name, rest, ok := strings.Cut(strings.TrimSuffix(text, ")"), "(")
	if !ok || !strings.HasSuffix(text, ")") || strings.TrimSpace(name) == "" {
		return text, ""
	}
	code, err := normalize.Country(rest)
	if err != nil {
		return text, ""
	}
	return strings.TrimSpace(name), code
}

// Caption returns the first property that names a thing of its schema.
func Caption(thing Thing) string {
	names := []schema.PropertyName{"name"}
	if s, ok := schema.Default().Get(thing.Table.Schema); ok {
		names = slices.Concat(s.Caption, names)
	}
	return thing.Table.FirstText(thing.Row, names...)
}

// mention is a name of a place, as often as records have it.
type mention struct {
	thing    Thing // Table nil: words alone
	name     string
	country  string
	position *geo.Point
	n        int
}

// placesOf finds the places of a set.
func placesOf(s *Set) *Places {
	p := &Places{set: s, things: map[Thing]PlaceID{}, named: map[term.Key]map[string]bool{}, labels: map[PlaceID]string{}}
	mentions := map[term.Key][]mention{}
	for _, m := range append(s.placeThings(), s.placeWords()...) {
		key := term.Fold(m.name)
		mentions[key] = append(mentions[key], m)
		if m.country != "" {
			p.country(key, m.country)
		}
	}
	for key, list := range mentions {
		p.name(key, list)
	}
	return p
}

func (p *Places) country(key term.Key, country string) {
	if p.named[key] == nil {
		p.named[key] = map[string]bool{}
	}
	p.named[key][country] = true
}

// name decides which of the mentions of a name are one place, and how each place is shown.
func (p *Places) name(key term.Key, list []mention) {
	spellings := map[PlaceID]*term.Index{}
	marks := map[PlaceID]string{} // the mark of each place among others of its name
	far := p.far(key, list)
	for i, m := range list {
		id := p.settle(key, m.country)
		_, country, _ := strings.Cut(strings.TrimPrefix(string(id), string(key)), "/")
		marks[id] = "country not given"
		switch {
		case country != "":
			marks[id] = normalize.CountryName(country)
		case far[i] != "":
			id = PlaceID(string(key) + "/" + far[i])
			marks[id] = far[i]
		}
		if marks[id] == "" {
			marks[id] = country
		}
		if m.thing.Table != nil {
			p.things[m.thing] = id
		}
		if spellings[id] == nil {
			spellings[id] = &term.Index{}
		}
		spellings[id].Add(key, m.name, m.n)
	}
	for id, x := range spellings {
		p.labels[id] = x.Spelling(key)
		if len(spellings) > 1 {
			p.labels[id] += " (" + marks[id] + ")"
		}
	}
}

// far returns, for each mention with a position, where it lies, if no country of the name is
// known and positions fall into groups further apart than apart; "" for all others.
func (p *Places) far(key term.Key, list []mention) []string {
	out := make([]string, len(list))
	if len(p.named[key]) > 0 {
		return out
	}
	type square struct{ lat, lon int } // of a degree: many records may name one place
	of := map[square][]int{}
	for i, m := range list {
		if m.position != nil {
			at := square{int(math.Round(m.position.Lat())), int(math.Round(m.position.Lon()))}
			of[at] = append(of[at], i)
		}
	}
	squares := slices.SortedFunc(maps.Keys(of), func(a, b square) int { return cmp.Or(cmp.Compare(a.lat, b.lat), cmp.Compare(a.lon, b.lon)) })
	group := make([]int, len(squares)) // the first square that one hangs together with
	for i, a := range squares {
		group[i] = i
		for k, b := range squares[:i] {
			if group[k] != group[i] && distance(a.lat, a.lon, b.lat, b.lon) <= apart {
				from, to := max(group[i], group[k]), min(group[i], group[k])
				for j := range i + 1 {
					if group[j] == from {
						group[j] = to
					}
				}
			}
		}
	}
	if !slices.ContainsFunc(group, func(g int) bool { return g != 0 }) {
		return out
	}
	for i, g := range group {
		for _, m := range of[squares[i]] {
			out[m] = degrees(squares[g].lat, squares[g].lon)
		}
	}
	return out
}

// distance is that of two positions in whole degrees, in metres.
func distance(lat1, lon1, lat2, lon2 int) geo.Metres {
	a, err1 := geo.NewPoint(float64(lat1), float64(lon1))
	b, err2 := geo.NewPoint(float64(lat2), float64(lon2))
	if err1 != nil || err2 != nil {
		return 0 // never: they are rounded positions
	}
	return geo.Distance(a, b)
}

// degrees is a position: "33° N 13° E".
func degrees(lat, lon int) string {
	half := func(v int, plus, minus string) string {
		if v < 0 {
			return strconv.Itoa(-v) + "° " + minus
		}
		return strconv.Itoa(v) + "° " + plus
	}
	return half(lat, "N", "S") + " " + half(lon, "E", "W")
}

// placeThings returns the things that are places by their schema and have a name.
func (s *Set) placeThings() []mention {
	var out []mention
	for _, name := range []schema.Name{"Place", "Address"} {
		t := s.Table(name)
		countries, lats, lons := t.Column("country"), t.Column("latitude"), t.Column("longitude")
		for row := range t.Len() {
			thing := Thing{t, row}
			m := mention{thing: thing, n: len(t.Records(row))}
			m.name, m.country = placeName(Caption(thing))
			if m.name == "" {
				continue
			}
			if m.country == "" {
				m.country = countries.Text(row)
			}
			lat, err1 := strconv.ParseFloat(lats.Text(row), 64)
			lon, err2 := strconv.ParseFloat(lons.Text(row), 64)
			if at, err := geo.NewPoint(lat, lon); err1 == nil && err2 == nil && err == nil {
				m.position = &at
			}
			out = append(out, m)
		}
	}
	return out
}

// placeWords returns the names of places in words, with the country of the row where it is
// the row's only one.
func (s *Set) placeWords() []mention {
	counts := map[[2]Value]int{}
	for _, t := range s.Tables() {
		countries := t.Column("country")
		for _, p := range placeProperties() {
			c := t.Column(p)
			for row := range t.Len() {
				for _, v := range c.All(row) {
					if _, ok := s.Thing(v); !ok {
						counts[[2]Value{v, countryOf(countries, p, row)}]++
					}
				}
			}
		}
	}
	var out []mention
	for key, n := range counts {
		text := s.Text(key[0])
		if _, err := record.ParseKey(text); err == nil {
			continue
		}
		m := mention{n: n}
		if m.name, m.country = placeName(text); m.country == "" {
			m.country = s.Text(key[1])
		}
		out = append(out, m)
	}
	return out
}

// countryOf returns the only country of a row, where it is that of the place that the property
// names: a leg has two ends, and its country may be that of neither.
func countryOf(countries *Column, p schema.PropertyName, row int) Value {
	if p != "place" && p != "location" || len(countries.All(row)) != 1 {
		return 0
	}
	return countries.First(row)
}

// ByPlace returns the dimension of the place that the first of some properties with a value
// names: what it gives are IDs, which Places.Label shows. A tally.Spec that uses it has the
// properties in Named.
func (t *Table) ByPlace(properties ...schema.PropertyName) Dimension {
	places, countries := t.set.Places(), t.Column("country")
	columns := make([]*Column, len(properties))
	for i, p := range properties {
		columns[i] = t.Column(p)
	}
	known := map[[2]Value]string{}
	return func(row int, texts []string) []string {
		for i, c := range columns {
			country := countryOf(countries, properties[i], row)
			for _, v := range c.All(row) {
				key := [2]Value{v, country}
				id, ok := known[key]
				if !ok {
					id = string(places.ID(v, t.set.Text(country)))
					known[key] = id
				}
				if id != "" {
					return append(texts, id) // a thing has one place, and sources report it in several ways
				}
			}
		}
		return texts
	}
}
