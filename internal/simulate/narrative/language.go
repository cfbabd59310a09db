package narrative

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// language is the sentences and words of one language.
type language struct {
	code     string
	sections map[string]*section
	terms    map[string]map[string][]string // table -> code -> ways to say it
	months   [12]string
	inMonth  [12]string // where a month alone is in another case
	numbers  []string   // 2 and up, in words
	and      string
	lands    map[string]land
}

// section is the ways to say one thing.
type section struct {
	name      string
	id        int
	templates []template
}

//go:embed phrases/*.txt
var phrases embed.FS

// languages are read once. What cannot be read is left out and told in the error, which
// a test checks.
var languages = sync.OnceValues(func() (map[string]*language, error) {
	out := map[string]*language{}
	files, err := phrases.ReadDir("phrases")
	errs := []error{err}
	for _, f := range files {
		text, err := phrases.ReadFile("phrases/" + f.Name())
		errs = append(errs, err)
		code := strings.TrimSuffix(f.Name(), ".txt")
		out[code], err = newLanguage(code, string(text))
		errs = append(errs, err)
	}
	return out, errors.Join(errs...)
})

// languageOf returns a language, English for one that is not there.
func languageOf(code string) *language {
	all, _ := languages() // a test checks the error
	if l := all[code]; l != nil {
		return l
	}
	return all["en"]
}

// newLanguage reads the sections "= name" with a template a line, and the tables
// "@ name" with "code: word / other word" a line.
func newLanguage(code, phrases string) (*language, error) {
	l := &language{code: code, sections: map[string]*section{}, terms: map[string]map[string][]string{}, lands: lands(code)}
	var errs []error
	var in *section
	var table map[string][]string
	for line := range strings.Lines(phrases) {
		line = strings.TrimSpace(line)
		name := strings.TrimSpace(strings.TrimLeft(line, "=@"))
		switch {
		case line == "":
		case line[0] == '=':
			in, table = &section{name: name, id: len(l.sections)}, nil
			if l.sections[name] != nil {
				errs = append(errs, fmt.Errorf("narrative: %s: section %s twice", code, name))
			}
			l.sections[name] = in
		case line[0] == '@':
			in, table = nil, map[string][]string{}
			l.terms[name] = table
		case in != nil:
			t, err := parse(line)
			if err != nil {
				errs = append(errs, fmt.Errorf("%s, %s: %w", code, in.name, err))
				continue
			}
			in.templates = append(in.templates, t)
		default:
			key, words, ok := strings.Cut(line, ": ")
			if !ok || table == nil {
				errs = append(errs, fmt.Errorf("narrative: %s: %q is in no section", code, line))
				continue
			}
			table[key] = strings.Split(words, " / ")
		}
	}
	words := l.terms["word"]
	l.and = strings.Join(words["and"], "")
	l.numbers = fields(words["numbers"])
	copy(l.months[:], fields(words["months"]))
	l.inMonth = l.months
	if m := fields(words["in month"]); len(m) > 0 {
		copy(l.inMonth[:], m)
	}
	return l, errors.Join(errs...)
}

func fields(words []string) []string { return strings.Fields(strings.Join(words, " ")) }

// term says a code of a table in one of the ways of the language.
func (w *writer) term(table, code string) string {
	ways := w.l.terms[table][code]
	if len(ways) == 0 {
		return code
	}
	return ways[w.r.Below(len(ways))]
}

// atHome reports whether the language is the first one of the country.
func atHome(language, country string) bool {
	return slices.Contains([]string{"en gb", "en ie", "fr fr", "de de", "it it", "es es", "el gr"}, language+" "+strings.ToLower(country))
}
