package comparison

import (
	"testing"
)

// tableOf returns a table of one column with a record for each list of values.
func tableOf(kind Kind, records ...[]string) *Table {
	c := NewColumn(Property{Name: "p", Kind: kind})
	for _, r := range records {
		c.Add(r...)
	}
	return NewTable([]*Column{c})
}

func TestLevels(t *testing.T) {
	for _, test := range []struct {
		kind Kind
		a, b string
		want string
	}{
		{Person, "Mohammed Al-Halabi", "HALABI, Mohammed", "same"},
		{Person, "Mohammed Halabi", "محمد الحلبي", "very close"},
		{Person, "Ivan Petrov", "Иван Петров", "same"},
		{Person, "Robert Allen", "Bob Allen", "very close"},
		{Person, "Robert Allen", "Robert Smith", "in part"},
		{Person, "Robert Allen", "Desta Tesfaye", "different"},
		{Person, "Robert Allen", "", "not told"},
		{Text, "Thessaloniki", "Thesaloniki", "same"},
		{Text, "Athens", "Izmir", "different"},
		{Text, "12 Garden St.", "Garden Street 12", "same"},
		{Text, "Atatürk Cad. 5", "Ataturk Caddesi 5", "same"},
		{Text, "12 Garden Street", "14 Harbour Street", "different"},
		{Date, "1980-03-04", "1980-03-04", "same day"},
		{Date, "1980-03-04", "1980", "same as far as told"},
		{Date, "1980-03-04", "1980-01-01", "same as far as told"},
		{Date, "1980-03-04", "1980-04-03", "one slip"},
		{Date, "1980-03-04", "1980-03-05", "one slip"},
		{Date, "1908-02-10", "1980-02-10", "one slip"},
		{Date, "1980-03-04", "1980-09-25", "within a year"},
		{Date, "1980-03-04", "1986-11-25", "within ten years"},
		{Date, "1980-03-04", "1999-11-25", "different"},
		{Date, "19800304", "04.03.1980", "same day"},
		{Identifier, "AB 123-456", "ab123456", "same"},
		{Identifier, "AB123456", "AB123465", "one slip"},
		{Identifier, "AB123456", "XY999999", "different"},
		{Identifier, "12", "13", "different"},
		{Phone, "+30 697 123 4567", "0030 6971234567", "same"},
		{Phone, "+306971234567", "06971234567", "same without the prefix"},
		{Phone, "+306971234567", "+306971234576", "one slip"},
		{Phone, "+306971234567", "+90555123456", "different"},
		{Email, "Anna@Example.org", "anna@example.org", "same"},
		{Email, "anna.k@example.org", "anna.k@example.net", "same user"},
		{Email, "anna.k@example.org", "ana.k@example.org", "one slip"},
		{Email, "anna.kowalska@a.org", "annna.kowalskaa@b.org", "similar user"},
		{Email, "anna@a.org", "jan@b.org", "different"},
		{Postcode, "TS19 0SH", "ts190sh", "same"},
		{Postcode, "ts190sh", "ts1o0sh", "one slip"},
		{Postcode, "ts190sh", "ts195zz", "same area"},
		{Postcode, "ts190sh", "sw1a1aa", "different"},
		{Code, "Male", "male", "same"},
		{Code, "male", "female", "different"},
	} {
		table := tableOf(test.kind, []string{test.a}, []string{test.b})
		f := []*Frequencies{table.Columns[0].Frequencies(1, 1e-6, nil)}
		c := NewComparer(table, f)
		word := func(a Agreement) string {
			if a.Level == Missing {
				return "not told"
			}
			return test.kind.Levels()[a.Level]
		}
		forth, back := c.Compare(0, 0, 1), c.Compare(0, 1, 0)
		if got := word(forth); got != test.want {
			t.Errorf("%s %q, %q: %s, want %s", test.kind, test.a, test.b, got, test.want)
		}
		if forth.Level != back.Level || forth.Bits != back.Bits {
			t.Errorf("%s %q, %q: %v one way and %v the other", test.kind, test.a, test.b, forth, back)
		}
	}
}

// Of several values those that agree most count.
func TestSeveralValues(t *testing.T) {
	table := tableOf(Person, []string{"Abu Omar", "Khaled Mansour"}, []string{"Mansour Khaled", "The Boss"}, []string{"The Boss"})
	c := NewComparer(table, []*Frequencies{table.Columns[0].Frequencies(1, 1e-6, nil)})
	if a := c.Compare(0, 0, 1); a.Level != 0 || table.Columns[0].Text(a.A) != "khaled mansour" {
		t.Errorf("%+v", a)
	}
	if a := c.Compare(0, 0, 2); a.Level != 5 {
		t.Errorf("no name in common: %+v", a)
	}
}

// What many have is less rare; what a model counted before stays as rare as it was.
func TestFrequencies(t *testing.T) {
	var records [][]string
	for range 90 {
		records = append(records, []string{"Mohammed Ali"})
	}
	for i := range 10 {
		records = append(records, []string{"Zbigniew " + string(rune('a'+i)) + "uk"})
	}
	table := tableOf(Person, records...)
	c := table.Columns[0]
	f := c.Frequencies(1, 1e-6, nil)
	often, rare := c.Of(0)[0], c.Of(95)[0]
	if f.bits(often) > 4 || f.bits(rare) < 8 {
		t.Errorf("bits of a common name %v, of a rare one %v", f.bits(often), f.bits(rare))
	}
	counts := c.Counts(1)
	later := tableOf(Person, []string{"Mohammed Ali"}, []string{"Zbigniew auk"}).Columns[0]
	g := later.Frequencies(1, 1e-6, counts)
	if got, want := g.bits(later.Of(0)[0]), f.bits(often); got != want {
		t.Errorf("frozen: %v bits, were %v", got, want)
	}
	later.Add("Mohammed Ali Khan")
	g.Grow()
	if got := g.bits(later.Of(2)[0]); got <= g.bits(later.Of(0)[0]) {
		t.Errorf("a longer name is %v bits", got)
	}
}

func TestInterning(t *testing.T) {
	c := NewColumn(Property{Name: "document", Kind: Identifier})
	for i := range 5000 {
		c.Add("X" + string(rune('A'+i%26)) + string(rune('A'+i/26%26)) + string(rune('A'+i/676)))
	}
	if c.Distinct() != 5000 || c.Len() != 5000 {
		t.Errorf("%d distinct of %d", c.Distinct(), c.Len())
	}
	c.Add("xaaa", "XAAA", "")
	if got := c.Of(5000); len(got) != 1 || got[0] != c.Of(0)[0] || c.Count(got[0]) != 2 {
		t.Errorf("the same again: %v", got)
	}
}
