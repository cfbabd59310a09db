package observe

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/names"
	"skein/internal/simulate/world"
)

// How often spellings go wrong, or leave something out.
const (
	otherConvention = 0.12 // a clerk who spells as another country does
	otherVariant    = 0.22 // another usual spelling of a part
	typing          = 0.05
	swapped         = 0.04 // given and family name the wrong way round
	fatherDropped   = 0.55
	initialOnly     = 0.03
	nickname        = 0.03 // in place of the given name
	birthMissing    = 0.13
	dayMonthSwapped = 0.02
	yearWrong       = 0.02
	nationalityTold = 0.33 // the published share of suspects whose nationality is known
	nationalityOff  = 0.02 // of those told
	phoneTold       = 0.62
	secondPhone     = 0.18
	documentTold    = 0.24
	roleTold        = 0.78
	roleOff         = 0.06
	networkTold     = 0.70
	registerTold    = 0.55 // of the networks told, with the number of the register
)

// spelling is a name as an agency writes it.
type spelling struct {
	full, first, last string
	native            string // own script; empty: not given
	aliases           []string
}

// spell writes a person's name as the agency would on one occasion.
func spell(r *draw.Source, a *Agency, p *world.Person) spelling {
	convention := a.Convention
	if r.Chance(otherConvention) {
		convention = draw.One(r, []names.Convention{names.English, names.French, names.German, names.ICAO})
	}
	var first, last []string
	for _, part := range p.Name.Parts(convention) {
		text := part.Text
		if variants := p.Name.Variants(part.Slot); len(variants) > 1 && r.Chance(otherVariant) {
			text = draw.One(r, variants)
		}
		switch part.Slot {
		case names.Family, names.Family2:
			if part.Slot == names.Family2 && r.Chance(0.3) {
				continue
			}
			last = append(last, text)
		case names.Given:
			if nick := p.Name.Nicknames(); len(nick) > 0 && r.Chance(nickname) {
				text = draw.One(r, nick)
			}
			if r.Chance(initialOnly) {
				text = initial(text)
			}
			first = append(first, text)
		case names.Middle, names.Father, names.Patronymic:
			switch {
			case r.Chance(fatherDropped):
			case r.Chance(0.1):
				first = append(first, initial(text))
			default:
				first = append(first, text)
			}
		}
	}
	if len(last) == 0 && len(first) > 1 {
		last, first = first[len(first)-1:], first[:len(first)-1]
	}
	given, family := strings.Join(first, " "), strings.Join(last, " ")
	if r.Chance(typing) {
		if r.Chance(0.5) {
			given = mistype(r, given)
		} else {
			family = mistype(r, family)
		}
	}
	if r.Chance(swapped) {
		given, family = family, given
	}
	if a.latinOnly() && a.Language != "el" || r.Chance(0.3) {
		given, family = plain(given), plain(family)
	}
	if a.Upper {
		family = strings.ToUpper(family)
	}
	s := spelling{first: given, last: family, full: full(a.Order, given, family)}
	if !a.latinOnly() && r.Chance(a.Native) && p.Name.Script() != "Latn" {
		s.native = p.Name.Native()
	}
	if a.Language == p.Name.Language() && r.Chance(0.9) { // the register's own script
		s.native = ""
		s.full = p.Name.Native()
	}
	for _, alias := range p.Aliases {
		if r.Chance(0.45) {
			s.aliases = append(s.aliases, alias)
		}
	}
	return s
}

func full(order nameOrder, given, family string) string {
	switch {
	case given == "" || family == "":
		return given + family
	case order == familyFirst:
		return family + " " + given
	case order == familyComma:
		return family + ", " + given
	}
	return given + " " + family
}

func initial(s string) string {
	c, _ := utf8.DecodeRuneInString(s)
	return string(c) + "."
}

// mistype makes one slip of the fingers: a letter left out, doubled, changed with its
// neighbour or hit beside.
func mistype(r *draw.Source, s string) string {
	letters := []rune(s)
	if len(letters) < 4 {
		return s
	}
	i := 1 + r.Below(len(letters)-2)
	if !unicode.IsLetter(letters[i]) || !unicode.IsLetter(letters[i+1]) {
		return s
	}
	switch r.Below(4) {
	case 0:
		letters = slices.Delete(letters, i, i+1)
	case 1:
		letters = slices.Insert(letters, i, letters[i])
	case 2:
		letters[i], letters[i+1] = letters[i+1], letters[i]
	default:
		const beside = "qwertyuiopasdfghjklzxcvbnm"
		if at := strings.IndexRune(beside, unicode.ToLower(letters[i])); at >= 0 {
			letters[i] = rune(beside[(at+1)%len(beside)])
		}
	}
	return string(letters)
}

// born writes a date of birth; facts tells what it says: born or year.
func born(r *draw.Source, a *Agency, p *world.Person) (text, fact string) {
	day := p.Born
	switch {
	case r.Chance(birthMissing):
		return "", ""
	case p.YearOnly && a.JanuaryOne:
		return a.date(time.Date(day.Year(), 1, 1, 0, 0, 0, 0, time.UTC)), "year"
	case p.YearOnly || r.Chance(0.05):
		return fmt.Sprint(day.Year()), "year"
	case r.Chance(dayMonthSwapped) && day.Day() <= 12:
		day = time.Date(day.Year(), time.Month(day.Day()), int(day.Month()), 0, 0, 0, 0, time.UTC)
	case r.Chance(yearWrong):
		day = day.AddDate(draw.One(r, []int{-1, 1, 10}), 0, 0)
	}
	return a.date(day), "born"
}

// dialled writes a phone number in one of the usual ways.
func dialled(r *draw.Source, number string) string {
	if number == "" {
		return ""
	}
	switch r.Weighted(55, 20, 15, 10) {
	case 1:
		return strings.Replace(number, "+", "00", 1)
	case 2:
		if len(number) > 8 {
			return number[:3] + " " + number[3:6] + " " + number[6:]
		}
	case 3:
		if len(number) > 8 {
			return number[:3] + "-" + number[3:7] + "-" + number[7:]
		}
	}
	return number
}
