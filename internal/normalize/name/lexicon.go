package name

import "strings"

// Lexicon prepares many names and keeps every word once, so that equal tokens are one
// token with one number, counted from 1. The zero value is not ready: see NewLexicon.
// It is not safe for use by several goroutines.
type Lexicon struct {
	Tokens []*Token // by number, less one

	room     []Token
	words    light
	expand   bool
	written  map[string]string // words with the one that is written for them
	byWord   map[string]Name   // what a word of a text gives
	byText   map[string]*Token
	language string
}

// Subject is what names are of.
type Subject int

// The subjects of names. Places, addresses and other short
// texts have words for kinds of streets, written in many ways, that tell little.
const (
	Persons Subject = iota
	Organisations
	Texts
)

// NewLexicon returns an empty lexicon of names of some subject in a language (BCP 47),
// which may be empty.
func NewLexicon(of Subject, language string) *Lexicon {
	l := &Lexicon{language: language, byWord: map[string]Name{}, byText: map[string]*Token{}}
	switch of {
	case Persons:
		l.words = people()
	case Organisations:
		l.words = organisations()
		l.expand = true
	case Texts:
		l.words = streetWeights()
		l.written = streetWords()
	}
	return l
}

// Name prepares a name as Person and Organisation do, into space where that is large
// enough.
func (l *Lexicon) Name(text string, space Name) Name {
	if l.expand {
		text = expand(text)
	}
	n := space[:0]
	foreign := strings.ContainsAny(text, "·・")
	for _, word := range Words(text) {
		if foreign {
			n = append(n, l.word(word, true)...)
			continue
		}
		known, ok := l.byWord[word]
		if !ok {
			known = l.word(word, false)
			l.byWord[strings.Clone(word)] = known
		}
		n = append(n, known...)
	}
	return joined(n, l.add, l.words)
}

func (l *Lexicon) word(word string, foreign bool) Name {
	var n Name
	for _, t := range tokens(word, l.language, foreign, l.words) {
		if one, ok := l.written[t.Text]; ok {
			t = token(one, t.Defective, l.words)
		}
		n = append(n, l.add(t))
	}
	return n
}

// add returns the one token of its text and script.
func (l *Lexicon) add(t Token) *Token {
	key := t.Text
	if t.Defective {
		key += "~"
	}
	if known, ok := l.byText[key]; ok {
		return known
	}
	t.Number = uint32(len(l.Tokens) + 1)
	if len(l.room) == cap(l.room) { // tokens lie together, the common ones first
		l.room = make([]Token, 0, 512)
	}
	l.room = append(l.room, t)
	added := &l.room[len(l.room)-1]
	l.Tokens = append(l.Tokens, added)
	l.byText[strings.Clone(key)] = added
	return added
}
