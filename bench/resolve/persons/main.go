// Command persons writes a CSV of simulated person records for the benchmark: about one
// in five is another record of a person who is there already, by other spellings,
// with slips, gaps and changes, in a random order. The column cluster has the truth.
//
//	persons -records 1000000 -seed 1
package main

import (
	"bufio"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/names"
)

func main() {
	records := flag.Int("records", 1_000_000, "how many records")
	seed := flag.Uint64("seed", 1, "of the draws")
	flag.Parse()
	if err := write(*records, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "persons:", err)
		os.Exit(1)
	}
}

// countries are those of the persons, with how common each is.
var countries = map[string]float64{"sy": 12, "iq": 8, "af": 10, "pk": 8, "ir": 4, "eg": 7, "ly": 4, "tn": 4, "ma": 5, "tr": 6, "ro": 6, "bg": 5, "pl": 4, "ua": 4, "rs": 4, "al": 3, "gr": 3, "it": 4, "so": 5, "er": 5, "et": 5, "ng": 6, "bd": 5, "in": 4, "vn": 4, "cn": 4, "gb": 3}

var codes = []string{"sy", "iq", "af", "pk", "ir", "eg", "ly", "tn", "ma", "tr", "ro", "bg", "pl", "ua", "rs", "al", "gr", "it", "so", "er", "et", "ng", "bd", "in", "vn", "cn", "gb"}

// perPlace is how many records there are for each place that persons live in: a larger
// population lives in more places, not in larger ones.
const perPlace = 250

// person is one true person.
type person struct {
	name            names.Name
	year, day       int // day of the year, by 372 days of 31 a month
	gender, country string
	phone, document string
	place           int
}

func made(seed uint64, n, places int) person {
	r := draw.New(seed, "person", n)
	weights := make([]float64, len(codes))
	for i, c := range codes {
		weights[i] = countries[c]
	}
	p := person{country: codes[r.Weighted(weights...)], gender: "m", year: r.Between(1945, 2000), day: r.Below(12 * 28), place: r.Zipf(places, 20)}
	female := r.Chance(0.1)
	if female {
		p.gender = "f"
	}
	shares := names.Of(p.country)
	w := make([]float64, len(shares))
	for i, s := range shares {
		w[i] = s.Weight
	}
	p.name = shares[r.Weighted(w...)].Culture.Person(r, female)
	p.phone = "+" + strconv.Itoa(r.Between(20, 99)) + fmt.Sprintf("%09d", r.Below(1_000_000_000))
	p.document = string(rune('A'+r.Below(26))) + string(rune('A'+r.Below(26))) + fmt.Sprintf("%07d", r.Below(10_000_000))
	return p
}

func write(records int, seed uint64) error {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	w := csv.NewWriter(out)
	if err := w.Write([]string{"record", "given_name", "family_name", "birth_date", "gender", "phone", "document", "place", "cluster"}); err != nil {
		return err
	}
	// Which person each record is of: a new one, or one of those before.
	r := draw.New(seed, "order")
	of := make([]int, records)
	persons := 0
	for i := range of {
		if persons > 0 && r.Chance(0.2) {
			of[i] = r.Below(persons)
		} else {
			of[i] = persons
			persons++
		}
	}
	draw.Shuffle(r, of)
	for i, n := range of {
		if err := w.Write(record(seed, i, n, max(1, records/perPlace))); err != nil {
			return err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return out.Flush()
}

var conventions = []names.Convention{names.English, names.French, names.German, names.Italian, names.Spanish, names.ICAO}

func record(seed uint64, i, n, places int) []string {
	p := made(seed, n, places)
	r := draw.New(seed, "record", i)
	var given, family []string
	convention := draw.One(r, conventions)
	for _, part := range p.name.Parts(convention) {
		text := part.Text
		if variants := p.name.Variants(part.Slot); len(variants) > 1 && r.Chance(0.15) {
			text = draw.One(r, variants)
		}
		text = slip(r, text, 0.04)
		switch part.Slot {
		case names.Family, names.Family2:
			family = append(family, text)
		case names.Given:
			given = append(given, text)
		case names.Middle, names.Father, names.Patronymic:
			if r.Chance(0.4) {
				given = append(given, text)
			}
		}
	}
	if r.Chance(0.02) {
		given, family = family, given
	}
	day, month, year := p.day%28+1, p.day/28+1, p.year
	switch x := r.Unit(); {
	case x < 0.02 && day <= 12:
		day, month = month, day
	case x < 0.04:
		year += r.Between(-2, 2)
	case x < 0.12:
		day, month = 1, 1
	}
	some := func(text string, told, wrong float64) string {
		if !r.Chance(told) {
			return ""
		}
		return slip(r, text, wrong)
	}
	place := p.place
	if r.Chance(0.25) {
		place = r.Zipf(places, 20)
	}
	return []string{
		strconv.Itoa(i), strings.Join(given, " "), strings.Join(family, " "),
		some(fmt.Sprintf("%04d-%02d-%02d", year, month, day), 0.9, 0.01), some(p.gender, 0.95, 0),
		some(p.phone, 0.4, 0.02), some(p.document, 0.35, 0.03), some("place "+strconv.Itoa(place), 0.7, 0), strconv.Itoa(n),
	}
}

// slip is a text with one slip of the fingers, by a chance.
func slip(r *draw.Source, text string, chance float64) string {
	letters := []rune(text)
	if len(letters) < 3 || !r.Chance(chance) {
		return text
	}
	k := 1 + r.Below(len(letters)-2)
	switch r.Below(3) {
	case 0:
		letters[k], letters[k+1] = letters[k+1], letters[k]
	case 1:
		letters = append(letters[:k], letters[k+1:]...)
	default:
		letters[k] = letters[k-1]
	}
	return string(letters)
}
