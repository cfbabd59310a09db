package narrative

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"skein/internal/simulate/draw"
)

func TestPhrasesAreRead(t *testing.T) {
	all, err := languages()
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, []string{"ar", "de", "el", "en", "es", "fa", "fr", "it"}) {
		t.Errorf("languages %q", got)
	}
}

// Every language has what English has; those of adverts alone what an advert needs.
func TestLanguagesAreComplete(t *testing.T) {
	all, err := languages()
	if err != nil {
		t.Fatal(err)
	}
	en := all["en"]
	for code, l := range all {
		advertOnly := !slices.Contains(Languages(), code)
		for name := range en.sections {
			if advertOnly && (!strings.HasPrefix(name, "ad.") || name == "ad.title") {
				continue
			}
			if s := l.sections[name]; s == nil || len(s.templates) < 2 {
				t.Errorf("%s: section %s has too few templates", code, name)
			}
		}
		for table, terms := range en.terms {
			if advertOnly && !slices.Contains([]string{"service", "mode"}, table) {
				continue
			}
			for term := range terms {
				if len(l.terms[table][term]) == 0 {
					t.Errorf("%s: %s has no %q", code, table, term)
				}
			}
		}
		if !advertOnly && (slices.Contains(l.months[:], "") || slices.Contains(l.inMonth[:], "") || len(l.lands) != len(en.lands)) {
			t.Errorf("%s: months %q, %d countries of %d", code, l.months, len(l.lands), len(en.lands))
		}
	}
}

// each calls with many texts of every kind and language.
func each(t *testing.T, check func(t *testing.T, text Text)) {
	t.Helper()
	homes := map[string]string{"en": "gb", "fr": "fr", "de": "de", "it": "it", "es": "es", "el": "gr"}
	for _, code := range Languages() {
		for i := range 60 {
			r := draw.New(uint64(i), "text "+code)
			report := sampleReport()
			report.Modus = draw.One(r, Modi())
			if i%3 == 0 {
				report.Before = 2 * report.Arrivals
			}
			for _, write := range []func(*draw.Source, string) Text{
				sampleInvestigation(homes[code], false).Write, sampleInvestigation("hu", true).Write, sampleDebriefing().Write,
				Debriefing{Day: day("2015-03-01"), Legs: sampleDebriefing().Legs[:1]}.Write, report.Write, sampleQuestionnaire("tr").Write,
				sampleItem("interception").Write, sampleItem("rescue").Write, sampleItem("shipwreck").Write, sampleItem("death").Write,
				Item{Day: day("2015-02-01"), Kind: "rescue", Country: "it"}.Write,
				sampleAdvert("ar").Write, sampleAdvert("fa").Write, sampleAdvert("en").Write, sampleAdvert("fr").Write, sampleAdvert("").Write,
			} {
				check(t, write(r, code))
			}
		}
	}
}

func TestTextsAreWhole(t *testing.T) {
	each(t, func(t *testing.T, text Text) {
		t.Helper()
		for _, s := range []string{text.Title, text.Body} {
			for _, wrong := range []string{"{", "}", "|", "[", "]", "  ", "()", " .", " ,", "..", "\\#", "~"} {
				if strings.Contains(s, wrong) {
					t.Fatalf("%s: %q in %q", text.Language, wrong, s)
				}
			}
			if strings.TrimSpace(s) == "" {
				t.Fatalf("%s: an empty text %q, %q", text.Language, text.Title, text.Body)
			}
		}
	})
}

func TestSpansAreWhatTheySay(t *testing.T) {
	given := map[string]string{"P1": "Karim al-Doğan", "P9": "Abu Omar", "+905550100123": "+90 555 010 0123", "ZZQQ4711": "ZZ-QQ 4711", "N0000042": "NW-000042", "V0000007": "Blue Star II"}
	seen := map[string]int{}
	each(t, func(t *testing.T, text Text) {
		t.Helper()
		end := 0
		for _, s := range text.Spans {
			if s.Start < end || s.End <= s.Start || s.End > len(text.Body) {
				t.Fatalf("%s: span %+v behind %d in %d bytes", text.Language, s, end, len(text.Body))
			}
			end = s.End
			if want, ok := given[s.Value]; ok {
				seen[s.Value]++
				if got := text.Body[s.Start:s.End]; got != want {
					t.Fatalf("%s: %s is %q, want %q", text.Language, s.Kind, got, want)
				}
			}
		}
	})
	for value := range given {
		if seen[value] == 0 {
			t.Errorf("%s is in no text", value)
		}
	}
}

func TestTextsDependOnTheDrawsAlone(t *testing.T) {
	for _, code := range Languages() {
		a := sampleInvestigation("it", false).Write(draw.New(1, "x"), code)
		b := sampleInvestigation("it", false).Write(draw.New(1, "x"), code)
		c := sampleInvestigation("it", false).Write(draw.New(2, "x"), code)
		if !reflect.DeepEqual(a, b) || a.Body == c.Body {
			t.Errorf("%s: the same twice: %v, another from another source: %v", code, reflect.DeepEqual(a, b), a.Body != c.Body)
		}
	}
}

// What a field does not hold the text does not say.
func TestWhatIsUnknownIsNotSaid(t *testing.T) {
	v := sampleInvestigation("hu", true)
	for i := range 50 {
		for _, s := range v.Write(draw.New(uint64(i), "x"), "en").Spans {
			if s.Kind != KindDate && s.Kind != KindCountry {
				t.Fatalf("a text without suspects has %+v", s)
			}
		}
	}
}

func TestNumberAgrees(t *testing.T) {
	w := newWriter(draw.New(1, "x"), "en")
	w.words = false
	for n, want := range map[int]string{1: "One person was stopped", 3: "3 persons were stopped"} {
		tmpl, err := parse("{persons=<One> person was|# persons were} stopped")
		if err != nil {
			t.Fatal(err)
		}
		w.text, w.spans = nil, nil
		w.count(sPersons, KindPersons, n)
		w.sentence(&tmpl)
		if string(w.text) != want || len(w.spans) != 1 || w.spans[0].Value != digits(n) {
			t.Errorf("%q %v, want %q", w.text, w.spans, want)
		}
	}
}

func TestTemplatesThatAreWrong(t *testing.T) {
	for _, text := range []string{"{nowhere}", "{hub", "a [b|c", "{persons=one"} {
		if _, err := parse(text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

func BenchmarkInvestigation(b *testing.B) {
	v := sampleInvestigation("it", false)
	for i := range b.N {
		v.Write(draw.New(uint64(i), "x"), "it")
	}
}
