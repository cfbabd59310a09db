// Package english puts numbers and nouns together: plurals, articles and lists, in one place
// for all messages, notes and reports.
//
//	Count(1, "leg", "legs")        "1 leg"
//	Count(1200, "leg", "legs")     "1,200 legs"
//	A("Involvement")               "an Involvement"
//	Singular("records of persons") "record of persons"
//	List([]string{"a", "b", "c"})  "a, b and c"
package english

import (
	"strconv"
	"strings"
	"unicode"
)

// Count writes a number of things, with a comma between thousands.
func Count(n int, one, many string) string { return Number(n) + " " + Noun(n, one, many) }

// Noun returns the form of a noun for a number of things.
func Noun(n int, one, many string) string {
	if n == 1 || n == -1 {
		return one
	}
	return many
}

// Number writes a whole number with a comma between thousands.
func Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:] // the minus sign, not a hyphen
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// A returns a noun with its indefinite article, by its sound: "a unit", "an hour".
func A(noun string) string {
	if vowel(noun) {
		return "an " + noun
	}
	return "a " + noun
}

// vowel reports whether a word begins with the sound of a vowel.
func vowel(noun string) bool {
	word, _, _ := strings.Cut(noun, " ")
	if abbreviation(word) { // spelled letter by letter: an MMSI, a URL
		return strings.ContainsRune("AEFHILMNORSX", rune(word[0]))
	}
	lower := strings.ToLower(word)
	for _, p := range []string{"uni", "use", "usu", "eu", "one", "once", "ut"} {
		if strings.HasPrefix(lower, p) && !strings.HasPrefix(lower, "unin") && !strings.HasPrefix(lower, "unim") && !strings.HasPrefix(lower, "unid") {
			return false
		}
	}
	for _, p := range []string{"hour", "honest", "honour", "heir", "8", "11", "18"} {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return lower != "" && strings.ContainsRune("aeiou", rune(lower[0]))
}

// abbreviation reports whether a word is two or more capitals and digits that are spelled
// out: IBAN, UNICEF and the like are words.
func abbreviation(word string) bool {
	if len(word) < 2 {
		return false
	}
	for i, r := range word {
		if r > unicode.MaxASCII || !unicode.IsUpper(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return word != "IBAN" && word != "UNICEF" && word != "UNODC" && word != "IMO"
}

// Singular returns the singular of a unit: of its head noun, before "of", "per" and the like;
// of a list, of each. What has no plural stays.
func Singular(unit string) string {
	head, rest := unit, ""
	for _, stop := range []string{" of ", " per ", " a ", " in ", " by ", " ("} {
		if i := strings.Index(head, stop); i >= 0 {
			head, rest = head[:i], head[i:]+rest
		}
	}
	if !strings.HasSuffix(head, "s") {
		return unit
	}
	words := strings.Fields(head)
	list := strings.Contains(head, ",") || strings.Contains(head, " and ")
	for i, w := range words {
		noun := strings.TrimSuffix(w, ",")
		switch {
		case list && w == "and":
			words[i] = "or"
		case list || i == len(words)-1:
			words[i] = singular(noun) + w[len(noun):]
		}
	}
	return strings.Join(words, " ") + rest
}

func singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "ies"):
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "ss"), strings.HasSuffix(noun, "us"), !strings.HasSuffix(noun, "s"):
		return noun
	case strings.HasSuffix(noun, "sses"), strings.HasSuffix(noun, "xes"), strings.HasSuffix(noun, "ches"), strings.HasSuffix(noun, "shes"):
		return noun[:len(noun)-2]
	}
	return noun[:len(noun)-1]
}

// List joins words with commas, and the last with "and".
func List(words []string) string { return join(words, "and") }

// Either joins words with commas, and the last with "or".
func Either(words []string) string { return join(words, "or") }

func join(words []string, last string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " " + last + " " + words[n-1]
	}
}

// First joins the first words with commas, at most so many, and says how many more there
// are.
func First(words []string, most int) string {
	if len(words) <= most {
		return strings.Join(words, ", ")
	}
	return strings.Join(words[:most], ", ") + " and " + Number(len(words)-most) + " more"
}
