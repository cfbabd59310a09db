package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"skein/internal/geo"
	"skein/internal/normalize"
)

func point(t testing.TB, lat, lon float64) geo.Point {
	t.Helper()
	p, err := geo.NewPoint(lat, lon)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestShippedFileIsWhole(t *testing.T) {
	if len(shipped) > 1_500_000 {
		t.Errorf("places.bin has %d bytes", len(shipped))
	}
	g, err := Decode(shipped)
	if err != nil {
		t.Fatal(err)
	}
	all := g.All()
	if n := len(all); n < 40_000 || n > 60_000 || len(Default().All()) != n {
		t.Errorf("%d places", n)
	}
	if !slices.IsSortedFunc(all, func(a, b Place) int { return cmp.Compare(a.ID, b.ID) }) {
		t.Error("not in order of ID")
	}
	countries := map[string]int{}
	for _, p := range all {
		countries[p.Country]++
		if !p.Position.IsValid() || p.Position.IsNullIsland() || fold(p.Name) == "" {
			t.Errorf("%+v", p)
		}
	}
	total := 0
	for country, n := range countries {
		if code, err := normalize.Country(country); err != nil || code != country {
			t.Errorf("country %q: %q, %v", country, code, err)
		}
		if got := len(g.In(country)); got != n {
			t.Errorf("In(%q) has %d places, want %d", country, got, n)
		}
		total += n
	}
	if total != len(all) || len(countries) < 240 {
		t.Errorf("%d places in %d countries", total, len(countries))
	}
}

func TestKnownPlaces(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		name, country string
		id            ID
		lat, lon      float64
	}{
		{"Zuwarah", "ly", 2208425, 32.9312, 12.0820},
		{"izmir", "tr", 311046, 38.4127, 27.1384},
		{"Mytilene", "gr", 256866, 39.1077, 26.5554},
		{"LAMPEDUSA", "it", 2524459, 35.5014, 12.6096},
		{"Calais", "fr", 3029162, 50.9519, 1.8564},
		{"Agadez", "ne", 2448085, 16.9733, 7.9911},
		{"Roszke", "hu", 716028, 46.1880, 20.0337},
		{"Sabratah", "ly", 2212771, 32.7933, 12.4885},
		{"Tall Abyad", "sy", 163750, 36.6965, 38.9538}, // a seat of unknown population
		{"loon plage", "fr", 2997621, 50.9965, 2.2177},
	} {
		found := g.Named(c.name, c.country)
		if len(found) == 0 {
			t.Errorf("%s is missing", c.name)
			continue
		}
		p := found[0]
		if d := geo.Distance(p.Position, point(t, c.lat, c.lon)); p.ID != c.id || d > 50 {
			t.Errorf("%s is %+v at %v", c.name, p, p.Position)
		}
		if near, d, ok := g.Nearest(p.Position, 0); !ok || near != p || d != 0 {
			t.Errorf("nearest to %s is %+v at %v m", c.name, near, d)
		}
		if same, ok := g.ByID(p.ID); !ok || same != p {
			t.Errorf("ByID(%d) = %+v", p.ID, same)
		}
	}
}

func TestNamed(t *testing.T) {
	g := Default()
	if got := g.Named("calais", ""); len(got) < 1 || got[0].Country != "fr" {
		t.Errorf("Calais: %+v", got)
	}
	for _, name := range []string{"San José", "Tripoli", "Valencia", "Santa Cruz"} {
		found := g.Named(name, "")
		if len(found) < 2 || !slices.IsSortedFunc(found, func(a, b Place) int { return b.Population - a.Population }) {
			t.Errorf("%s: %d places, or out of order", name, len(found))
		}
		for _, p := range found {
			if !slices.Contains(g.Named(name, p.Country), p) {
				t.Errorf("%s is not in %s", name, p.Country)
			}
		}
	}
	for _, got := range [][]Place{g.Named("", ""), g.Named("’", "ly"), g.Named("Calais", "tr"), g.In(""), g.In("LY")} {
		if got != nil {
			t.Errorf("got %v", got)
		}
	}
	if p, ok := g.ByID(0); ok || p != (Place{}) {
		t.Errorf("ID 0 is %+v", p)
	}
}

func TestIn(t *testing.T) {
	got := Default().In("ly")
	if len(got) < 50 || got[0].Name != "Tripoli" || got[1].Name != "Benghazi" {
		t.Errorf("Libya: %v", got)
	}
}

// What a caller does to a result does not reach the gazetteer.
func TestResultsAreCopies(t *testing.T) {
	g := Default()
	g.All()[0].Name = "changed"
	g.In("ly")[0].Name = "changed"
	if g.All()[0].Name == "changed" || g.In("ly")[0].Name != "Tripoli" {
		t.Error("a result shares memory with the gazetteer")
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"İZMİR":            "izmir",
		"Iğdır":            "igdir",
		"Şurmān":           "surman",
		"Ra’s al ‘Ayn":     "ras al ayn",
		"Loon-Plage":       "loon plage",
		"Zu\u0308rich":     "zurich",
		"Großenhain":       "grossenhain",
		"Łódź":             "lodz",
		"Ærøskøbing":       "aeroskobing",
		"Mollās̄ānī":       "mollasani",
		"  Sant'  Agata. ": "sant agata",
		"Gəncə":            "gence",
		"Арачиново":        "арачиново",
		"- ’":              "",
	} {
		if got := fold(name); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
		if got := fold(want); got != want {
			t.Errorf("%q does not stay but gives %q", want, got)
		}
	}
}

// A Latin letter of a shipped name that fold did not know could not be typed.
func TestFoldKnowsEveryLetter(t *testing.T) {
	for _, p := range Default().All() {
		if i := strings.IndexFunc(fold(p.Name), func(r rune) bool { return r > 127 && unicode.Is(unicode.Latin, r) }); i >= 0 {
			t.Errorf("%q gives %q", p.Name, fold(p.Name))
		}
	}
	seen := map[rune]bool{}
	for line := range strings.Lines(spellings) {
		_, letters, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, r := range letters {
			if seen[r] {
				t.Errorf("%q stands twice", r)
			}
			seen[r] = true
		}
	}
}

func TestAttribution(t *testing.T) {
	for _, word := range []string{"GeoNames", "geonames.org", "CC BY 4.0"} {
		if !strings.Contains(Attribution, word) {
			t.Errorf("no %q", word)
		}
	}
}

func TestEmpty(t *testing.T) {
	g := newGazetteer(nil)
	if _, _, ok := g.Nearest(point(t, 1, 2), 1e9); ok || g.Within(point(t, 1, 2), 1e9) != nil || g.Named("a", "") != nil || len(g.All()) != 0 {
		t.Error("an empty gazetteer holds a place")
	}
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(shipped); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkIndexes(b *testing.B) {
	for b.Loop() {
		g := newGazetteer(Default().places)
		g.byName()
		g.byCountry()
		g.byPosition()
	}
}

func BenchmarkNearest(b *testing.B) {
	p := point(b, 34.2, 12.3) // at sea between Zuwarah and Lampedusa
	for b.Loop() {
		Default().Nearest(p, 200_000)
	}
}
