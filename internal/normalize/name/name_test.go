package name

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func score(a, b string) float64 {
	x, y := Person(a, ""), Person(b, "")
	return Score(x, y)
}

// Names of one bearer score above names of two, whatever the script and order.
func TestPersons(t *testing.T) {
	for _, test := range []struct {
		a, b      string
		low, high float64
	}{
		{a: "Mohammad Khaled Al-Halabi", b: "HALABI, Mohamad Khalid", low: 0.9, high: 1},
		{a: "محمد خالد الحلبي", b: "Mohamad Khaled Halabi", low: 0.85, high: 1},
		{a: "Мухаммад аль-Халаби", b: "محمد الحلبي", low: 0.7, high: 1},
		{a: "Юлія Ковальчук", b: "KOVALCHUK Yuliya", low: 0.85, high: 1},
		{a: "Γεώργιος Παπαδόπουλος", b: "Giorgos Papadopoulos", low: 0.8, high: 1},
		{a: "张伟", b: "Zhang Wei", low: 1, high: 1},
		{a: "Nguyễn Văn Hùng", b: "Van Hung NGUYEN", low: 1, high: 1},
		{a: "Abdul Rahman Karimi", b: "Abdurrahman Karimi", low: 0.8, high: 1},
		{a: "J. Smith", b: "John Smith", low: 0.85, high: 1},
		{a: "Bill Gates", b: "William Gates", low: 0.9, high: 1},
		{a: "Ig0r Sech1n", b: "Igor Sechin", low: 1, high: 1},
		{a: "Anders Kristersson", b: "Ulf Kristersson", low: 0, high: 0.6},
		{a: "Ali Saddam Hussein al-Rawi", b: "Ali Saddam Hussein al-Tikriti", low: 0, high: 0.8},
		{a: "Maria Rossi", b: "Giovanni Bianchi", low: 0, high: 0.2},
		{a: "N. N.", b: "Nursultan Nazarbayev", low: 0, high: 0.6},
		{a: "", b: "Ali", low: 0, high: 0},
	} {
		if s := score(test.a, test.b); s < test.low || s > test.high {
			t.Errorf("%s and %s: %.3f, want %.2f to %.2f", test.a, test.b, s, test.low, test.high)
		}
	}
}

func TestOrganizations(t *testing.T) {
	for _, test := range []struct {
		a, b      string
		low, high float64
	}{
		{"Tactical Missiles Corp. JSC", "TACTICAL MISSILES CORPORATION JOINT STOCK COMPANY", 0.95, 1},
		{"S.C. Johnson & Son, Inc.", "SC Johnson and Son Incorporated", 1, 1},
		{"Meridian Trans S.r.l.", "MERIDIAN TRANS SRL", 1, 1},
		{"Deutsche Bank AG", "Deutsche Bank GmbH", 0, 0.85},
		{"MV Hellenic Spirit", "Hellenic Spirit", 0.9, 1},
		{"Delta Cargo Ltd", "Omega Cargo Ltd", 0, 0.8},
	} {
		a, b := Organisation(test.a, ""), Organisation(test.b, "")
		if s := Score(a, b); s < test.low || s > test.high {
			t.Errorf("%s and %s: %.3f, want %.2f to %.2f", test.a, test.b, s, test.low, test.high)
		}
	}
}

// A score is symmetric, from 0 to 1, and 1 for a name and itself in any order.
func TestScoreProperties(t *testing.T) {
	words := rapid.SampledFrom([]string{"Ali", "محمد", "Иванов", "O'Brien", "al-Masri", "J.", "42", "Kowalska", "đặng", "bin", "李"})
	text := func(t *rapid.T, name string) string {
		out := ""
		for _, w := range rapid.SliceOfN(words, 0, 6).Draw(t, name) {
			out += w + " "
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := Person(text(t, "a"), ""), Person(text(t, "b"), "")
		ab, ba := Score(a, b), Score(b, a)
		if ab < 0 || ab > 1 || ab-ba > 1e-9 || ba-ab > 1e-9 {
			t.Fatalf("%v and %v", ab, ba)
		}
		if sameTokens(a, b) && len(a) > 0 && !initials(a) && ab < 1-1e-9 {
			t.Fatalf("the same name scores %v", ab)
		}
	})
}

func TestSkeleton(t *testing.T) {
	same := func(words ...string) {
		t.Helper()
		first := Skeleton(Sounds(words[0], false))
		for _, w := range words[1:] {
			if s := Skeleton(Sounds(w, false)); s != first || s == "" {
				t.Errorf("%s has %q, %s has %q", words[0], first, w, s)
			}
		}
	}
	same("mohammed", "muhamad", "mohamed", "mouhammad")
	same("khaled", "khalid", "kaled")
	same("hussein", "husayn", "hossein")
	same("walid", "waleed", "oualid")
	same("jamal", "djamal")
	if a, b := Skeleton(Sounds("mhmd", true)), Skeleton(Sounds("mohammed", false)); a != b {
		t.Errorf("%q in Arabic, %q in Latin letters", a, b)
	}
}

func TestOneSlip(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"sergei", "serei", true},
		{"sergei", "sergeis", true},
		{"sergei", "sregei", true},
		{"sergei", "serget", true},
		{"sergei", "seregi", true},
		{"sergei", "sergs", false},
		{"ali", "ali", true},
		{"ab", "ba", true},
		{"abcd", "badc", false},
	} {
		if got := OneSlip(test.a, test.b); got != test.want {
			t.Errorf("%s, %s: %v", test.a, test.b, got)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	x, y := Person("Mohammad Khaled Al-Halabi", ""), Person("HALABI, Mohamed Khalid", "")
	for b.Loop() {
		Score(x, y)
	}
}

func BenchmarkPerson(b *testing.B) {
	for b.Loop() {
		Person("Mohammad Khaled Al-Halabi", "")
	}
}

func FuzzScore(f *testing.F) {
	f.Add("Ali", "علي")
	f.Add("N.N.", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Person(a, ""), Organisation(b, "")
		if s := Score(x, y); s < 0 || s > 1 {
			t.Errorf("%v", s)
		}
	})
}

// sameTokens reports whether two names have the same tokens, in any order.
func sameTokens(a, b Name) bool {
	text := func(n Name) []string {
		var out []string
		for _, t := range n {
			out = append(out, t.Text)
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(text(a), text(b))
}

func TestLexiconIsTheSame(t *testing.T) {
	l := NewLexicon(Persons, "")
	var s Scorer
	names := []string{"Abd al-Rahman Mohammed", "محمد عبد الرحمن", "Juan-Carlos de la Cruz", "Ivan IVANOV", "Иванов Иван", "mhmd bd alrhmn", "J. Cruz", "", "Abu Bakr"}
	for _, a := range names {
		for _, b := range names {
			if got, want := s.Score(l.Name(a, nil), l.Name(b, nil)), Score(Person(a, ""), Person(b, "")); got != want {
				t.Errorf("%q, %q: lexicon %v, names %v", a, b, got, want)
			}
		}
	}
}
