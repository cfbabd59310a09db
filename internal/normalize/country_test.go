package normalize

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func TestCountry(t *testing.T) {
	for want, texts := range map[string][]string{
		"sy": {"SY", "sy", "SYR", "760", "Syria", "Syrian Arab Republic", "Syrian", "Syrie", "Syrien", "Siria", "Συρία", "سوريا", "سوریه", "Suriye", "Сирия"},
		"ci": {"CIV", "Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire", "COTE D IVOIRE", "Cote d'Ivoire", "Costa d'Avorio", "Elfenbeinküste", "ساحل العاج"},
		"cd": {"COD", "ZAR", "DR Congo", "DRC", "Congo (Kinshasa)", "Congo - Kinshasa", "Congo, Democratic Republic of the", "Democratic Republic of the Congo"},
		"cg": {"COG", "Congo (Brazzaville)", "Congo-Brazzaville", "Republic of the Congo"},
		"xk": {"XK", "XKX", "RKS", "XXK", "Kosovo", "Kosovo*", "Kosova", "Косово"},
		"ps": {"PSE", "Palestine", "State of Palestine", "Palestinian Territories", "Gaza Strip", "فلسطين", "Palästina"},
		"gr": {"GRC", "EL", "Greece", "Hellas", "Ελλάδα", "ΕΛΛΑΔΑ", "ΕΛΛΆΔΑ", "Griechenland", "Yunanistan"},
		"gb": {"GBR", "UK", "U.K.", "United Kingdom", "Great Britain", "Birleşik Krallık"},
		"af": {"AFG", "4", "004", "Afghanistan", "Afghan", "افغانستان", "أفغانستان", "٠٠٤"},
		"ir": {"Iran", "Iran (Islamic Republic of)", "İran", "IRAN", "إيران", "ایران", "the Islamic Republic of Iran"},
		"tr": {"Turkey", "Türkiye", "TURKIYE", "Türkei", "تركيا"},
		"mk": {"MKD", "North Macedonia", "FYROM", "Macedonia"},
		"sz": {"SWZ", "Eswatini", "Swaziland"},
		"na": {"NA", "NAM", "Namibia"},
		"no": {"NO", "Norway"},
		"mm": {"Myanmar", "Burma", "Myanmar (Burma)"},
		"kp": {"North Korea", "Korea, Democratic People's Republic of"},
		"bd": {"BGD", "Bangladesh", "بنغلاديش", "Bangladesch"},
		"de": {"D", "DEU", "Germany", "Allemagne", "Deutschland", "Γερμανία"},
		"gm": {"Gambia", "The Gambia", "Gambia (the)"},
		"ss": {"South Sudan", "SSD", "Südsudan"},
	} {
		for _, text := range texts {
			if got, err := Country(text); err != nil || got != want {
				t.Errorf("Country(%q) = %q, %v; want %s", text, got, err, want)
			}
		}
	}
}

func TestCountryRefuses(t *testing.T) {
	for want, texts := range map[error][]string{
		ErrUnknown:   {"", "-", "UNK", "Unknown", "N/A", "unspecified", "XXX", "OOO", "OOS", "ZZ", "inconnu", "غير معروف", "Άγνωστος"},
		ErrStateless: {"Stateless", "STL", "XXA", "apatride", "Staatenlos"},
		ErrAmbiguous: {"Congo", "Korea", "Yugoslavia", "YUG", "Soviet Union", "Serbia and Montenegro", "Dominican"},
		ErrFormat:    {"Atlantis", "QQ", "999", "Syria, Iraq", "EU"},
	} {
		for _, text := range texts {
			if got, err := Country(text); !errors.Is(err, want) || got != "" {
				t.Errorf("Country(%q) = %q, %v; want %v", text, got, err, want)
			}
		}
	}
}

// TestCountryTables checks that no name of CLDR is lost to another country and
// that every code and variant is entered once.
func TestCountryTables(t *testing.T) {
	index := countries()
	if len(index.names) != 250 {
		t.Errorf("%d countries, want the 249 of ISO 3166-1 and Kosovo", len(index.names))
	}
	for tag := range strings.FieldsSeq(countryLanguages) {
		namer := display.Regions(language.Make(tag))
		for code := range index.names {
			region, err := language.ParseRegion(code)
			if err != nil {
				t.Fatal(err)
			}
			name := namer.Name(region)
			if index.refused[fold(name)] != nil {
				continue // Polish calls one of the two Congos so
			}
			if got, err := Country(name); err != nil || got != code {
				t.Errorf("%s: %q is %q, %v; want %s", tag, name, got, err, code)
			}
		}
	}
	seen := map[string]string{}
	for line := range strings.Lines(countryVariants) {
		code, variants, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		if _, known := index.names[code]; !known {
			t.Errorf("variants of %q, which is no country", code)
		}
		for name := range strings.SplitSeq(variants, ",") {
			key := fold(name)
			if key == "" || index.codes[key] != code || seen[key] != "" && seen[key] != code {
				t.Errorf("variant %q of %s is %q", name, code, index.codes[key])
			}
			seen[key] = code
		}
	}
	for key, err := range index.refused {
		if code := index.codes[key]; code != "" {
			t.Errorf("%q is both %s and %v", key, code, err)
		}
	}
}

// Columns of nationality hold adjectives, in the language of the desk.
func TestNationalities(t *testing.T) {
	for text, want := range map[string]string{
		"Ελληνική": "gr", "ΣΥΡΙΑΚΗ": "sy", "Σύρος": "sy", "Αφγανός": "af", "siriana": "sy", "eritrea": "er", "syrienne": "sy", "Afghane": "af",
		"nigerianisch": "ng", "marroquí": "ma", "Suriyeli": "sy", "сирийское": "sy", "afgana": "af", "pakistanais": "pk", "سورية": "sy", "shqiptar": "al",
		"iračko": "iq", "egiziano": "eg", "Türk": "tr", "guinéenne": "gn",
	} {
		if got, err := Country(text); err != nil || got != want {
			t.Errorf("%q is %q, %v; want %s", text, got, err, want)
		}
	}
	index, seen := countries(), map[string]string{}
	for line := range strings.Lines(nationalities) {
		code, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for word := range strings.SplitSeq(words, ",") {
			stem, endings, _ := strings.Cut(strings.TrimSpace(word), "|")
			for ending := range strings.SplitSeq(endings, "|") {
				key := fold(stem + ending)
				if key == "" || index.codes[key] != code || seen[key] != "" && seen[key] != code {
					t.Errorf("%q of %s is %q", stem+ending, code, index.codes[key])
				}
				seen[key] = code
			}
		}
	}
}

func TestCountryName(t *testing.T) {
	for code, want := range map[string]string{
		"sy": "Syria", "cd": "DR Congo", "mk": "North Macedonia", "xk": "Kosovo", "gr": "Greece", "ps": "Palestine",
		"": "", "SY": "", "qq": "", "el": "",
	} {
		if got := CountryName(code); got != want {
			t.Errorf("CountryName(%q) = %q, want %q", code, got, want)
		}
	}
	for code := range countries().names {
		name := CountryName(code)
		if got, err := Country(name); got != code {
			t.Errorf("%s is named %q, which is %q, %v", code, name, got, err)
		}
	}
}

// TestIsEU checks the number of members at the end of each year of a change.
func TestIsEU(t *testing.T) {
	for year, want := range map[int]int{1957: 0, 1958: 6, 1973: 9, 1981: 10, 1986: 12, 1995: 15, 2003: 15, 2004: 25, 2007: 27, 2012: 27, 2013: 28, 2019: 28, 2020: 27, 2025: 27} {
		members := 0
		for code := range countries().names {
			if IsEU(code, year) {
				members++
			}
		}
		if members != want {
			t.Errorf("%d members in %d, want %d", members, year, want)
		}
	}
	for _, code := range []string{"ch", "no", "tr", "xk", "el", "GR", ""} {
		if IsEU(code, 2015) {
			t.Errorf("%q was a member in 2015", code)
		}
	}
}

// TestCountryFrontex maps every nationality of the Frontex series.
func TestCountryFrontex(t *testing.T) {
	codes := map[string]string{}
	unknown := map[string]error{"OOO": ErrUnknown, "OOS": ErrUnknown, "STL": ErrStateless}
	for _, row := range readTestData(t, "flow-frontex-iom", "frontex.csv") {
		nat := row["nat"]
		if _, done := codes[nat]; done {
			continue
		}
		code, err := Country(nat)
		if !errors.Is(err, unknown[nat]) || err == nil && len(code) != 2 {
			t.Errorf("Country(%q) = %q, %v", nat, code, err)
		}
		codes[nat] = code
	}
	if len(codes) != 159 {
		t.Errorf("%d nationalities, want 159", len(codes))
	}
}

func FuzzCountry(f *testing.F) {
	for _, seed := range []string{"SY", "SYR", "760", "Côte d’Ivoire", "Congo (Kinshasa)", "Ελλάδα", "ایران", "the Gambia", "XXX", "stateless", "Türkiye"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		code, err := Country(text)
		if err != nil {
			if code != "" {
				t.Errorf("Country(%q) = %q and %v", text, code, err)
			}
			return
		}
		if again, err := Country(code); err != nil || again != code || CountryName(code) == "" {
			t.Errorf("%q is %q, then %q, %v", text, code, again, err)
		}
	})
}
