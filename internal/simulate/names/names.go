// Package names makes names of persons who do not exist. A name is put together from
// a table of common name parts by culture: given names, names of fathers, family
// names, each in its own script with the Latin spellings that registers of several
// countries usually give it.
//
//	c := names.Cultures()["ar-lev"]
//	n := c.Person(draw.New(seed, "person", 17), false)
//	n.Native()               "محمد خالد الحلبي"
//	n.Latin(names.English)   "Mohammad Khaled Al-Halabi"
//	n.Latin(names.French)    "Mohamad Khaled Al Halabi"
//
// A part of a name is a fact about a language and nobody's data. Which full names
// come out is a matter of the seed; a name that somebody bears is a coincidence.
//
// The tables are tables/CODE.txt; tables/README.md has their format.
package names

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"skein/internal/simulate/draw"
)

// Convention is the way in which the registers of a country write foreign names in
// Latin letters. What a table does not say for a convention is as in English.
type Convention string

// The conventions. Greek registers may also write Greek letters.
const (
	English Convention = "en"
	French  Convention = "fr"
	German  Convention = "de"
	Italian Convention = "it"
	Spanish Convention = "es"
	Greek   Convention = "el"
	ICAO    Convention = "icao" // ICAO 9303: A to Z and spaces
)

func conventions() []Convention {
	return []Convention{English, French, German, Italian, Spanish, ICAO, Greek}
}

// Slot is a place in a full name.
type Slot string

// The slots. Family2 is the mother's family name where both are borne.
const (
	Given      Slot = "given"
	Middle     Slot = "middle"
	Father     Slot = "father"
	Patronymic Slot = "patronymic"
	Family     Slot = "family"
	Family2    Slot = "family2"
)

// slots has every slot in the order in which a Name holds them.
func slots() []Slot { return []Slot{Given, Middle, Father, Patronymic, Family, Family2} }

// Culture is a way of naming: a language, an order and tables of name parts. It does
// not change after it was read.
type Culture struct {
	Code     string // of the table, such as "ar-lev"
	Language string // BCP 47
	Script   string // ISO 15924, of the native forms

	order, latinOrder []Slot
	kunya             bool
	has, initial      map[Slot]float64 // chance; a slot without an entry: 1 and 0
	from              map[string]float64
	head              map[Slot]float64 // share of the commonest part: given, family
	pools             map[poolKey]pool
}

// poolKey names a list of a table: a kind ('g', 'm', 'f', 'p') for one sex.
type poolKey struct {
	kind   byte
	female bool
}

// pool is a list of name parts, the commonest first, with the shift of its Zipf law.
type pool struct {
	forms []*form
	shift float64
}

func (p pool) draw(s *draw.Source) *form { return p.forms[s.Zipf(len(p.forms), p.shift)] }

// Share is how common a culture is among the nationals of a country.
type Share struct {
	Culture *Culture
	Weight  float64 // per cent; those of a country need not make 100
}

//go:embed tables/*.txt
var tables embed.FS

// world is all that the tables say.
type world struct {
	cultures map[string]*Culture
	of       map[string][]Share
}

// shipped leaves a damaged table out; a test holds that none is.
var shipped = sync.OnceValue(func() world {
	cultures, err := load(tables)
	w := world{cultures, make(map[string][]Share)}
	if err != nil && len(cultures) == 0 {
		return w
	}
	for _, code := range slices.Sorted(maps.Keys(cultures)) {
		for country, weight := range cultures[code].from {
			w.of[country] = append(w.of[country], Share{cultures[code], weight})
		}
	}
	return w
})

// Cultures returns the cultures by code. The map is the caller's.
func Cultures() map[string]*Culture { return maps.Clone(shipped().cultures) }

// Of returns the cultures among the nationals of a country (ISO 3166 alpha-2, lower
// case), in order of code. A country that no table names has the cultures of Britain;
// a test holds that the countries of migrants and of smugglers are named.
func Of(country string) []Share {
	if list := shipped().of[country]; len(list) > 0 {
		return slices.Clone(list)
	}
	return slices.Clone(shipped().of["gb"])
}

// load reads all tables. Beside an error it returns those that could be read.
func load(files fs.FS) (map[string]*Culture, error) {
	paths, err := fs.Glob(files, "tables/*.txt")
	if err != nil {
		return nil, err
	}
	cultures := make(map[string]*Culture, len(paths))
	var bad []error
	for _, p := range paths {
		code := strings.TrimSuffix(path.Base(p), ".txt")
		text, err := fs.ReadFile(files, p)
		if err == nil {
			cultures[code], err = parse(code, string(text))
		}
		if err != nil {
			delete(cultures, code)
			bad = append(bad, fmt.Errorf("%s: %w", p, err))
		}
	}
	return cultures, errors.Join(bad...)
}
