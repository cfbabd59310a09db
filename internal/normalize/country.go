package normalize

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryLanguages are the languages in which country names are read, in the
// order in which a name that two of them give to two countries is decided.
const countryLanguages = "en fr de it es el ar fa tr ru pt nl pl ro bg uk sr sr-Latn hr sq hu cs sk sl mk"

// countryIndex finds countries by folded names and codes.
type countryIndex struct {
	codes   map[string]string // folded name or code to alpha-2
	names   map[string]string // alpha-2 to the English name
	refused map[string]error  // folded name to what is known of it
}

// countries is built on first use: 250 countries in some twenty-five languages.
var countries = sync.OnceValue(func() countryIndex {
	index := countryIndex{codes: map[string]string{}, names: map[string]string{}, refused: map[string]error{}}
	index.addCodes()
	index.addVariants()
	index.addNames()
	index.addNationalities()
	for err, list := range map[error]string{ErrStateless: statelessNames, ErrUnknown: unknownCountries, ErrAmbiguous: ambiguousCountries} {
		for name := range strings.SplitSeq(list, ",") {
			index.refused[fold(name)] = err
			delete(index.codes, fold(name)) // one language may call one of the two so
		}
	}
	return index
})

// add enters a name unless it is taken: earlier entries are surer.
func (c countryIndex) add(name, code string) {
	if key := fold(name); key != "" && c.codes[key] == "" {
		c.codes[key] = code
	}
}

func (c countryIndex) addCodes() {
	for entry := range strings.FieldsSeq(countryCodes) {
		alpha2, alpha3, number := entry[:2], entry[2:5], entry[5:]
		c.names[alpha2] = ""
		c.add(alpha2, alpha2)
		c.add(alpha3, alpha2)
		c.add(number, alpha2)
		c.add(strings.TrimLeft(number, "0"), alpha2)
	}
	c.names["xk"] = ""
	c.add("xk", "xk")
}

func (c countryIndex) addVariants() {
	for line := range strings.Lines(countryVariants) {
		code, variants, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(variants, ",") {
			c.add(name, code)
		}
	}
}

// addNationalities enters adjectives and nouns with their endings.
func (c countryIndex) addNationalities() {
	for line := range strings.Lines(nationalities) {
		code, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for word := range strings.SplitSeq(words, ",") {
			stem, endings, _ := strings.Cut(strings.TrimSpace(word), "|")
			for ending := range strings.SplitSeq(endings, "|") {
				c.add(stem+ending, code)
			}
		}
	}
}

// addNames enters the names of Unicode CLDR. Its edition in x/text is of 2017,
// so names changed since are among the variants and in [CountryName].
func (c countryIndex) addNames() {
	// "Myanmar (Burma)" is found by "Myanmar" as well, unless what stands before
	// the bracket is the name of another country or of two.
	short := map[string]string{}
	for tag := range strings.FieldsSeq(countryLanguages) {
		namer := display.Regions(language.Make(tag))
		for _, code := range slices.Sorted(maps.Keys(c.names)) {
			region, err := language.ParseRegion(code)
			if err != nil {
				continue
			}
			name := namer.Name(region)
			c.add(name, code)
			if tag == "en" {
				c.names[code] = name
			}
			if before, _, ok := strings.Cut(name, " ("); ok {
				if other, taken := short[before]; taken && other != code {
					code = ""
				}
				short[before] = code
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(short)) {
		if code := short[name]; code != "" {
			c.add(name, code)
		}
	}
}

// Country returns the code of a country as FollowTheMoney has it: ISO 3166-1
// alpha-2 in lower case, and xk for Kosovo. It reads alpha-2 and alpha-3 codes,
// numbers of UN M49, names in English, French, German, Italian, Spanish, Greek,
// Arabic, Persian, Turkish, Russian and the other languages of Europe's south-east and
// east, Portuguese and Dutch, and a table of variants: former and
// official names, "EL" and "UK", and adjectives of nationality in English and, of the
// countries that matter most here, in those languages, all in any case and without regard to accents and punctuation.
//
// It fails with [ErrStateless] for a person without nationality, for which
// there is no code; with [ErrUnknown] for a nationality that is not known (also
// the XXX of travel documents and Frontex's OOO and OOS); with [ErrAmbiguous]
// for a name of several countries (Congo, Korea) or of a state whose successors
// are several; and else with [ErrFormat].
func Country(text string) (string, error) {
	index := countries()
	key := fold(text)
	if err, ok := index.refused[key]; ok {
		return "", fail("country", text, err, "")
	}
	if code, ok := index.codes[key]; ok { // before all else: NA is Namibia, NO Norway
		return code, nil
	}
	if IsNothing(text, OfTerm) {
		return "", fail("country", text, ErrUnknown, "")
	}
	for _, article := range [...]string{"the ", "la ", "le ", "les ", "republic of ", "republique de ", "republique du ", "republik "} {
		if code, ok := index.codes[strings.TrimPrefix(key, article)]; ok {
			return code, nil
		}
	}
	return "", fail("country", text, ErrFormat, "give an ISO 3166 code or a name")
}

// CountryName returns the English name of a code that [Country] returns, or ""
// if there is no such country. Names are those of Unicode CLDR, save for
// countries renamed since its edition in x/text and for the two Congos.
func CountryName(code string) string {
	switch code {
	case "cd":
		return "DR Congo"
	case "cg":
		return "Congo (Brazzaville)"
	case "cv":
		return "Cabo Verde"
	case "mk":
		return "North Macedonia"
	case "ps":
		return "Palestine"
	case "sz":
		return "Eswatini"
	case "tr":
		return "Türkiye"
	}
	return countries().names[code]
}

// euMembers holds the members of the European Union and of the Communities
// before it by the first year at whose end they were members: the Treaty of
// Rome in force 1 January 1958 and the accessions of 1973, 1981, 1986, 1995, 1
// May 2004, 2007 and 1 July 2013.
func euMembers(accession int) string {
	switch accession {
	case 1958:
		return "be de fr it lu nl"
	case 1973:
		return "dk gb ie"
	case 1981:
		return "gr"
	case 1986:
		return "es pt"
	case 1995:
		return "at fi se"
	case 2004:
		return "cy cz ee hu lt lv mt pl si sk"
	case 2007:
		return "bg ro"
	case 2013:
		return "hr"
	}
	return ""
}

// IsEU reports whether a country was a member of the European Union, or of the
// European Communities before it, at the end of a year. The United Kingdom left
// on 31 January 2020 and so was last a member in 2019.
func IsEU(code string, year int) bool {
	const brexit = 2020
	if code == "gb" && year >= brexit {
		return false
	}
	for _, accession := range [...]int{1958, 1973, 1981, 1986, 1995, 2004, 2007, 2013} {
		if accession <= year && slices.Contains(strings.Fields(euMembers(accession)), code) {
			return true
		}
	}
	return false
}
