package evaluate

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"skein/internal/agreement"
)

// resolution scores who is who. The baseline joins records that have the same name,
// letters without marks and in any order of the words, and the same year of birth.
func resolution(s *scorecard, t *Truth, c *Case) {
	all := make([]int, len(c.Suspects))
	byLanguage := map[string][]int{}
	var recoverable []int
	for i := range c.Suspects {
		all[i] = i
		language := t.Persons[c.Suspects[i].Person].Language
		byLanguage[language] = append(byLanguage[language], i)
		if facts := c.Suspects[i].Facts; slices.Contains(facts, "born") || slices.Contains(facts, "phone") || slices.Contains(facts, "document") {
			recoverable = append(recoverable, i)
		}
	}
	naive := c.sameNames()
	engine := c.Answer.Entities != nil
	score := func(key string, of []int, measure func(got, want []int32) float64) {
		value := math.NaN()
		if engine {
			value = measure(c.labels(of, c.Answer.Entities), c.people(of))
		}
		s.addOr(engine, key, unitShare, len(of), value, measure(c.labels(of, naive), c.people(of)))
	}
	for _, m := range []struct {
		name string
		of   func(got, want []int32) agreement.Accuracy
	}{{"resolution.pairwise", agreement.Pairwise}, {"resolution.bcubed", agreement.BCubed}} {
		score(m.name+".precision", all, func(got, want []int32) float64 { return m.of(got, want).Precision })
		score(m.name+".recall", all, func(got, want []int32) float64 { return m.of(got, want).Recall })
		score(m.name+".f1", all, func(got, want []int32) float64 { return m.of(got, want).F1 })
	}
	pairwise := func(got, want []int32) float64 { return agreement.Pairwise(got, want).F1 }
	score("resolution.recoverable.f1", recoverable, pairwise)
	for _, language := range slices.Sorted(maps.Keys(byLanguage)) {
		if len(byLanguage[language]) >= leastOfLanguage {
			score("resolution.pairwise.f1."+language, byLanguage[language], pairwise)
		}
	}
}

// leastOfLanguage is how many records a language needs to be scored by itself.
const leastOfLanguage = 20

// labels returns the partition of some suspects by an answer that has one text for
// each record.
func (c *Case) labels(of []int, answer []string) []int32 {
	keys := make([]string, len(of))
	for i, at := range of {
		keys[i] = answer[at]
	}
	return agreement.Labels(keys)
}

// people returns the true partition of some suspects.
func (c *Case) people(of []int) []int32 {
	keys := make([]string, len(of))
	for i, at := range of {
		keys[i] = c.Suspects[at].Person
	}
	return agreement.Labels(keys)
}

// sameNames returns the naive answer to who is who.
func (c *Case) sameNames() []string {
	persons := c.Set.Table("Person")
	names, births := persons.Column("name"), persons.Column("birthDate")
	out := make([]string, len(c.Suspects))
	for i, sp := range c.Suspects {
		year := c.Set.Text(births.Told(sp.Row, sp.ID))
		out[i] = folded(c.Set.Text(names.Told(sp.Row, sp.ID))) + "|" + year[:min(4, len(year))]
	}
	return out
}

// folded brings a name to small letters without marks, its words in order.
func folded(name string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), strings.ToLower(name))
	if err != nil {
		plain = name
	}
	words := strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}
