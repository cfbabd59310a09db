package term_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/schema"
	"skein/internal/term"
)

// Spellings of one term have one key, and other terms another.
func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"migrant smuggling", "Migrant smuggling", "MIGRANT SMUGGLING", " migrant  smuggling ", "migrant-smuggling", "migrant_smuggling", "migrant‑smuggling", "Migrant\u00a0smuggling", "migrant\u200b smuggling", "\ufeffmigrant smuggling", "migrant smuggling."},
		{"driver", "Driver", "DRIVER", "DRİVER", "ｄｒｉｖｅｒ", "“Driver”"},
		{"Türkiye", "TÜRKİYE", "Turkiye", "Tu\u0308rkiye"},
		{"kadın", "KADIN", "kadin"},
		{"οδηγός", "ΟΔΗΓΟΣ", "οδηγοσ"},
		{"водитель", "ВОДИТЕЛЬ", "Водитель"},
		{"четвёртый", "четвертый"},
		{"سائق", "ســائق"},
		{"مهرّب", "مهرب"},
		{"قایق", "قايق"},
		{"Straße", "STRASSE", "strasse"},
		{"Łódź", "lodz"},
		{"ﬁshing boat", "fishing boat"},
		{"land / sea", "Land/sea"},
		{"18–25", "18-25", "18 25", "۱۸-۲۵"},
		{"driver's mate", "driver’s mate"},
	} {
		for _, text := range same[1:] {
			if a, b := term.Fold(same[0]), term.Fold(text); a != b {
				t.Errorf("%q has the key %q, %q has %q", same[0], a, text, b)
			}
		}
	}
	for _, other := range [][2]string{
		{"sea", "land"},
		{"<18", ">18"},
		{"18-25", "1825"},
		{"leader", "leaders"},
		{"C", "C++"},
		{"-", "?"},
		{"", "-"},
		{"चालक", "चलक"},
		{"คนขับ", "คนขบ"},
		{"かき", "がき"},
		{"land", "и"},
	} {
		if a, b := term.Fold(other[0]), term.Fold(other[1]); a == b {
			t.Errorf("%q and %q have one key, %q", other[0], other[1], a)
		}
	}
}

// Folding what is folded changes nothing, and no text but nothing has no key.
func TestFoldIsStable(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("aİıßΣς-_'\"“”/. \u0301\u200d"))))
		s := text.Draw(rt, "text")
		key := term.Fold(s)
		if again := term.Fold(string(key)); again != key {
			rt.Fatalf("%q: %q, then %q", s, key, again)
		}
	})
}

func TestKnown(t *testing.T) {
	for _, c := range []struct{ property, text, want string }{
		{"crimeArea", "Smuggling of Migrants", term.Smuggling},
		{"crimeArea", "people-smuggling", term.Smuggling},
		{"crimeArea", "Schleusung", term.Smuggling},
		{"crimeArea", "favoreggiamento dell’immigrazione clandestina", term.Smuggling},
		{"crimeArea", "GÖÇMEN KAÇAKÇILIĞI", term.Smuggling},
		{"crimeArea", "Menschenhandel", "trafficking in human beings"},
		{"mode", "By Sea", "sea"},
		{"mode", "MARE", "sea"},
		{"mode", "Θάλασσα", "sea"},
		{"mode", "Landweg", "land"},
		{"tier", "Organizer", term.Organiser},
		{"kind", "Serious Incident Report", term.SeriousIncident},
		{"method", "Lookalike", "look-alike"},
		{"role", "SÜRÜCÜ", "driver"},
		{"role", "Chauffeur", "driver"},
		{"role", "Водитель", "driver"},
		{"role", "scafista", "skipper"},
		{"role", "Organizatör", "organiser"},
		{"tier", "Организатор", term.Organiser},
	} {
		if got, ok := term.Known(schema.PropertyName(c.property), c.text); !ok || got != c.want {
			t.Errorf("%s %q is %q, %v; want %q", c.property, c.text, got, ok, c.want)
		}
	}
	for _, c := range [][2]string{{"cause", "By sea"}, {"crimeArea", "smuggling of goods"}, {"mode", "lake"}, {"role", "taxi driver"}, {"role", "chef"}} {
		if got, ok := term.Known(schema.PropertyName(c[0]), c[1]); ok {
			t.Errorf("%s %q is taken for %q", c[0], c[1], got)
		}
	}
}

// Every code of a closed list is its own term, and every property of the table is one that
// the model marks.
func TestTableFitsTheModel(t *testing.T) {
	for _, s := range schema.Default().Schemata() {
		for _, p := range s.Own() {
			for _, v := range p.Values {
				got, ok := term.Code(p.Name, strings.ToUpper(v), p.Values)
				if !ok || got != v {
					t.Errorf("%s.%s: %q is read as %q, %v", s.Name, p.Name, v, got, ok)
				}
			}
		}
	}
	for _, name := range term.Properties() {
		if !schema.Default().IsTerm(name) {
			t.Errorf("%s is no term in the schema", name)
		}
	}
	for property, text := range map[schema.PropertyName]string{
		"crimeArea": term.Smuggling, "kind": term.SeriousIncident, "measure": term.Detections, "tier": term.Leader,
	} {
		if got, ok := term.Known(property, text); !ok || got != text {
			t.Errorf("the program compares %s with %q, which is shown as %q", property, text, got)
		}
	}
}

// What a term is shown as does not depend on the order in which spellings came.
func TestLabel(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := rapid.SliceOfN(rapid.SampledFrom([]string{"Engine failure", "engine failure", "ENGINE FAILURE", "engine-failure"}), 1, 9).Draw(rt, "texts")
		label := func(order []string) string {
			var x term.Index
			for _, text := range order {
				x.Add(term.Of("cause", text), text, 1)
			}
			return x.Label(term.Of("cause", texts[0]))
		}
		counts := map[string]int{}
		for _, text := range texts {
			counts[text]++
		}
		got := label(texts)
		if again := label(rapid.Permutation(texts).Draw(rt, "order")); again != got {
			rt.Fatalf("%q, in another order %q", got, again)
		}
		for text, n := range counts {
			if n > counts[got] || n == counts[got] && text < got {
				rt.Fatalf("%q is shown, which %d have; %q has %d", got, counts[got], text, n)
			}
		}
	})
	var x term.Index
	x.Add(term.Of("mode", "By Sea"), "By Sea", 99)
	if got := x.Label(term.Of("mode", "sea")); got != "sea" {
		t.Errorf("a term of the field is shown as %q", got)
	}
}
