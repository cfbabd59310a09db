// Package header says what the columns of a table hold, from their headers alone, in
// the languages that contributions come in.
//
// A header names an attribute ("name"), the thing or event that has it ("vessel"), or
// both, in any order: "Vessel name", "Name of ship", "Schiffsname", "название судна".
// [Dictionary.Find] returns both, so that "Cell ID" is the number of a cell and never
// passes for that of a call, and "Officer name" for that of no suspect.
//
//	m := header.Default().Find("Nome della nave")
//	m.Attribute == header.Name && m.Of == header.Vessel
//
// The words are data: words.txt, embedded, one line a language. A header is folded
// before it is looked up, see [Fold]; words that join or decline, and compounds such as
// "Festnahmedatum", are taken apart.
package header

import (
	_ "embed" // words.txt
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Attribute is what the cells of a column hold.
type Attribute string

// The attributes that the rules of this package know by name; words.txt has them all.
const (
	Name        Attribute = "name"
	ID          Attribute = "id"
	Reference   Attribute = "reference"
	Place       Attribute = "place"
	Date        Attribute = "date"
	Time        Attribute = "time"
	Type        Attribute = "type"
	NoAttribute Attribute = "" // the header names a thing or an event and says no more
)

// Subject is a thing or an event that has attributes.
type Subject string

// The subjects that the rules of this package know by name; words.txt has them all.
const (
	Itself    Subject = "" // what the row is about
	Person    Subject = "person"
	Sender    Subject = "sender"
	Recipient Subject = "recipient"
	Company   Subject = "company"
	Vessel    Subject = "vessel"
	Other     Subject = "other" // something that no table of this field is about
	site      Subject = "place"
)

// Meaning is what a header says. The zero value says nothing.
type Meaning struct {
	Attribute Attribute
	Of        Subject
	Whole     bool // every word of the header is accounted for
	Named     bool // a part of a person's name that stands for any name as well: "nom", "nome"
}

// IsZero reports whether the header says nothing that is known.
func (m Meaning) IsZero() bool { return m.Attribute == NoAttribute && m.Of == Itself }

// String returns "name", "name of vessel" or "of arrest".
func (m Meaning) String() string {
	if m.Of == Itself {
		return string(m.Attribute)
	}
	return strings.TrimSpace(string(m.Attribute) + " of " + string(m.Of))
}

//go:embed words.txt
var words string

// Default returns the dictionary that is built in.
func Default() *Dictionary { return builtIn() }

var builtIn = sync.OnceValue(func() *Dictionary {
	d, err := parse(words)
	if err != nil {
		panic(err) //nolint:forbidigo // the program is broken: a test parses the words
	}
	return d
})

// Dictionary finds meanings. It does not change.
type Dictionary struct {
	entries map[string][]entry // by folded phrase
	stems   []stem
	longest int // words of the longest phrase
	values  map[string]Direction
	months  map[string]int
}

// entry is one meaning of a phrase.
type entry struct {
	kind string // attribute, thing, event, joint or filler
	name string
}

// stem is a phrase of which some words may decline.
type stem struct {
	words []string // with the star
	entry entry
}

// article is the one that Arabic writes in one with its noun.
const article = "ال"

// maxEnding is how many letters a star stands for.
const maxEnding = 3

// parse reads words.txt.
func parse(text string) (*Dictionary, error) {
	d := &Dictionary{entries: map[string][]entry{}, values: map[string]Direction{}, months: map[string]int{}}
	var e entry
	for no, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			kind, name, _ := strings.Cut(strings.Trim(line, "[]"), " ")
			if !slices.Contains([]string{"attribute", "thing", "event", "joint", "filler", "value", "month"}, kind) {
				return nil, fmt.Errorf("words: line %d: %q opens no entry", no+1, line)
			}
			e = entry{kind, name}
		default:
			language, list, ok := strings.Cut(line, ":")
			if !ok || len(language) != 2 || e.kind == "" {
				return nil, fmt.Errorf("words: line %d: want a language and its words", no+1)
			}
			for phrase := range strings.SplitSeq(list, ",") {
				if err := d.add(e, phrase); err != nil {
					return nil, fmt.Errorf("words: line %d: %w", no+1, err)
				}
			}
		}
	}
	return d, nil
}

func (d *Dictionary) add(e entry, phrase string) error {
	folded := Fold(phrase)
	if folded == "" {
		return fmt.Errorf("%q is no word", phrase)
	}
	switch e.kind {
	case "value":
		d.values[folded] = Direction(e.name)
		return nil
	case "month":
		n, err := strconv.Atoi(e.name)
		d.months[folded] = n
		return err
	}
	d.longest = max(d.longest, strings.Count(folded, " ")+1)
	if strings.Contains(phrase, "*") {
		s := stem{entry: e}
		for w := range strings.FieldsSeq(phrase) {
			plain, isStem := strings.CutSuffix(w, "*")
			w = Fold(plain)
			if isStem {
				w += "*"
			}
			s.words = append(s.words, w)
		}
		d.stems = append(d.stems, s)
		return nil
	}
	forms := []string{folded}
	if noun, ok := strings.CutPrefix(folded, article); ok && !strings.Contains(noun, " ") && len(noun) > 2*len("ا") {
		forms = append(forms, noun)
	}
	for _, f := range forms {
		if !slices.Contains(d.entries[f], e) {
			d.entries[f] = append(d.entries[f], e)
		}
	}
	return nil
}

// lookup returns the meanings of some words, nil for none.
func (d *Dictionary) lookup(tokens []string) []entry {
	if found := d.entries[strings.Join(tokens, " ")]; found != nil {
		return found
	}
	var found []entry
	for _, s := range d.stems {
		if s.matches(tokens) {
			found = append(found, s.entry)
		}
	}
	if found != nil || len(tokens) > 1 {
		return found
	}
	if noun, ok := strings.CutPrefix(tokens[0], article); ok && len(noun) > 2*len("ا") {
		return d.entries[noun]
	}
	return nil
}

func (s *stem) matches(tokens []string) bool {
	if len(tokens) != len(s.words) {
		return false
	}
	for i, w := range s.words {
		plain, isStem := strings.CutSuffix(w, "*")
		rest, ok := strings.CutPrefix(tokens[i], plain)
		if !ok || len([]rune(rest)) > maxEnding || rest != "" && !isStem {
			return false
		}
	}
	return true
}
