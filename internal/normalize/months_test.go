package normalize

import (
	"strings"
	"testing"
)

// TestMonthsInLanguages: a month's name has one meaning, in any language.
func TestMonthsInLanguages(t *testing.T) {
	for text := range strings.SplitSeq("15 Μαρτίου 2015|15 ΜΑΡΤΙΟΥ 2015|15 марта 2015|15 березня 2015|15 март 2015|15 Mart 2015|15 marca 2015|15 martie 2015|15 maart 2015|"+
		"15 ožujka 2015|15 de março de 2015|15 مارس 2015|١٥ آذار ٢٠١٥|15. mart 2015", "|") {
		if d, err := ParseDate(text, DateOptions{}); err != nil || d.String() != "2015-03-15" {
			t.Errorf("%q is %s, %v", text, d, err)
		}
	}
	for text := range strings.SplitSeq("3 listopad 2015|3 Montag 2015", "|") {
		if d, err := ParseDate(text, DateOptions{}); err == nil {
			t.Errorf("%q is %s", text, d)
		}
	}
	seen := map[string]int{}
	for i, words := range strings.Split(monthWords, "\n") {
		for word := range strings.FieldsSeq(words) {
			if month := seen[fold(word)]; month != 0 && month != i+1 {
				t.Errorf("%s is month %d and %d", word, month, i+1)
			}
			seen[fold(word)] = i + 1
		}
	}
}
