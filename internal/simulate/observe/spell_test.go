package observe

import (
	"strings"
	"testing"
	"time"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/names"
	"skein/internal/simulate/world"
)

func person(t *testing.T, culture string) *world.Person {
	t.Helper()
	c := names.Cultures()[culture]
	if c == nil {
		t.Fatalf("no culture %s", culture)
	}
	return &world.Person{
		Name: c.Person(draw.New(3, "person"), false), Born: time.Date(1980, 5, 4, 0, 0, 0, 0, time.UTC),
		Phones: []world.Held{{Number: "+491991234567"}},
	}
}

// Agencies spell one person in many ways, each by its own habits.
func TestSpellingsVary(t *testing.T) {
	p := person(t, "ar-lev")
	for _, a := range Agencies() {
		spellings := map[string]bool{}
		for i := range 200 {
			s := spell(draw.New(uint64(i), "spell"), a, p)
			if strings.TrimSpace(s.full) == "" {
				t.Fatalf("%s: no name", a.Code)
			}
			if a.latinOnly() && s.native != "" {
				t.Errorf("%s writes %q, which its files cannot hold", a.Code, s.native)
			}
			spellings[s.full] = true
		}
		if len(spellings) < 5 {
			t.Errorf("%s: only %d spellings of %s", a.Code, len(spellings), p.Name.Latin("en"))
		}
	}
}

// A register that puts 1 January for a year alone does so, and says nothing more.
func TestBornOfWhomOnlyTheYearIsKnown(t *testing.T) {
	p := person(t, "ar-lev")
	p.YearOnly = true
	for _, a := range Agencies() {
		for i := range 50 {
			text, fact := born(draw.New(uint64(i), "born"), a, p)
			switch {
			case text == "" && fact == "":
			case fact != "year":
				t.Errorf("%s: %s is a %s", a.Code, text, fact)
			case a.JanuaryOne && text != a.date(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)):
				t.Errorf("%s: %s", a.Code, text)
			case !a.JanuaryOne && text != "1980":
				t.Errorf("%s: %s", a.Code, text)
			}
		}
	}
}

// However a number is written, its digits are the same.
func TestDialled(t *testing.T) {
	for i := range 100 {
		text := dialled(draw.New(uint64(i), "dial"), "+491991234567")
		digits := strings.NewReplacer("+", "", " ", "", "-", "").Replace(text)
		if strings.TrimPrefix(digits, "00") != "491991234567" {
			t.Errorf("%q", text)
		}
	}
}

func TestMistypeChangesOneLetter(t *testing.T) {
	for i := range 100 {
		got := mistype(draw.New(uint64(i), "slip"), "Mohammed")
		if n := len([]rune(got)); n < 7 || n > 9 {
			t.Errorf("%q", got)
		}
	}
	if got := mistype(draw.New(1, "slip"), "Ali"); got != "Ali" {
		t.Errorf("a short name became %q", got)
	}
}
