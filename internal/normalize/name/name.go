// Package name compares names of persons and organisations as people would who read
// many scripts: whatever the order, the spelling, the script, with initials, nicknames
// and particles.
//
//	a := name.Person("Мухаммад аль-Халаби", "ru")
//	b := name.Person("HALABI, Mohamed", "")
//	name.Score(a, b)   // 0 to 1
//
// A name is cut into tokens, each written in Latin letters (package latin) and as the
// sounds that its letters stand for. Tokens are compared by a weighted edit distance
// over sounds, in which what is often confused costs little and what scripts leave out
// costs next to nothing; names by the best matching of their tokens.
package name

import (
	"strings"
	"sync"
	"unicode"

	"skein/internal/normalize/latin"
)

// Name is a name made ready to compare: its words, in order.
type Name []*Token

// Token is a word of a name.
type Token struct {
	Text      string // small Latin letters
	Sounds    string // see Sounds
	Defective bool   // from a script that leaves vowels out
	Weight    float64
	Number    uint32 // among the tokens of a Lexicon; zero outside one

	consonants uint32
	whole      int32 // what it costs to leave out all sounds
	nickname   bool  // there are other forms of the name
}

// Initial reports whether the token is a single letter.
func (t *Token) Initial() bool { return len(t.Text) == 1 }

// Light reports whether the token is a particle, a title or a legal form, which tell
// next to nothing.
func (t *Token) Light() bool { return t.Weight <= 0.2 }

// Person prepares the name of a person. The language (BCP 47) may be empty.
func Person(text, language string) Name { return prepare(text, language, &people) }

// Organisation prepares the name of a company, an authority or a vessel: legal forms
// and words that many such names have weigh little.
func Organisation(text, language string) Name {
	return prepare(expand(text), language, &organisations)
}

// vocabulary has the words of a kind of name that tell little, by their weights, made
// when first asked for.
type vocabulary func() light

type light map[string]float64

var (
	people        vocabulary = sync.OnceValue(personWords)
	organisations vocabulary = sync.OnceValue(organisationWords)
)

func prepare(text, language string, words *vocabulary) Name {
	var n Name
	foreign := strings.ContainsAny(text, "·・") // a name of another language, written by its syllables
	for _, word := range Words(text) {
		for _, t := range tokens(word, language, foreign, (*words)()) {
			n = append(n, &t)
		}
	}
	return joined(n, func(t Token) *Token { return &t }, (*words)())
}

// tokens cuts a word of a text into its tokens: most words have one.
func tokens(word, language string, foreign bool, words light) []Token {
	script := latin.Script(word)
	defective := script == "Arab" || script == "Hebr"
	written := latin.Of(unleet(word), language)
	if foreign {
		written = strings.ReplaceAll(written, " ", "")
	}
	var out []Token
	for piece := range strings.FieldsSeq(written) {
		piece = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, piece)
		if piece != "" {
			out = append(out, token(piece, defective, words))
		}
	}
	return out
}

func token(text string, defective bool, words light) Token {
	if defective && len(text) > 4 && strings.HasPrefix(text, "al") {
		text = text[2:] // the article is written together with its word
	}
	t := Token{Text: text, Defective: defective, Weight: 1, nickname: len(nicknameTable()[text]) > 0}
	t.sound()
	if w, ok := words[text]; ok {
		t.Weight = w
	} else if t.Initial() {
		t.Weight = 0.35
	}
	return t
}

// sound fills in what follows from the text.
func (t *Token) sound() {
	t.Sounds = Sounds(t.Text, t.Defective)
	t.consonants = consonants(t.Sounds)
	t.whole = 0
	for i := range min(len(t.Sounds), longest) {
		t.whole += absent[0][t.Sounds[i]&127]
	}
}

// unleet reads digits within a word as the letters that they look like.
func unleet(word string) string {
	if !strings.ContainsAny(word, "013459") {
		return word
	}
	letters := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 || letters*2 < len([]rune(word)) {
		return word
	}
	return lookalikes.Replace(word)
}

var lookalikes = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "9", "g")

// Words cuts a text into words: at whatever is no letter, mark, digit or apostrophe.
func Words(text string) []string {
	if strings.ContainsAny(text, silent) {
		text = strings.Map(func(r rune) rune {
			if strings.ContainsRune(silent, r) {
				return -1
			}
			return r
		}, text)
	}
	return strings.FieldsFunc(text, func(r rune) bool {
		if r < 0x80 {
			return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
		}
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// silent are the apostrophes and joiners within words.
const silent = "'’ʼʻ`\u200c\u200d"

// joined brings words that belong to the next one together with it: abd al-rahman is
// abdrahman, abu bakr is abubakr. It makes the new ones by add.
func joined(tokens Name, add func(Token) *Token, words light) Name {
	out := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if head := serving(t.Text); head != "" {
			k := i + 1
			for k < len(tokens)-1 && words[tokens[k].Text] == particle {
				k++
			}
			if k < len(tokens) {
				t = add(token(head+tokens[k].Text, t.Defective, words))
				i = k
			}
		}
		out = append(out, t)
	}
	return out
}

// serving returns the form of the words for servant and father that are part of the
// word behind them; empty for any other word.
func serving(text string) string {
	switch text {
	case "abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdi", "ebd", "bd", "abed":
		return "abd"
	case "abu", "abou", "abo":
		return "abu"
	}
	return ""
}

// particle is the weight of words that names have or have not, as it pleases.
const particle = 0.05

func personWords() light {
	return light{
		"al": particle, "el": particle, "ul": particle, "ad": particle, "as": particle, "ash": particle, "ar": particle, "an": particle, "az": particle,
		"bin": particle, "ben": 0.2, "ibn": particle, "bint": particle, "binti": particle, "ould": particle, "wld": particle, "bn": particle,
		"van": particle, "von": particle, "der": particle, "den": particle, "de": particle, "da": particle, "do": particle, "dos": particle, "di": particle,
		"du": particle, "la": particle, "le": particle, "del": particle, "della": particle, "ter": particle, "zu": particle, "y": particle, "e": particle,
		"mr": particle, "mrs": particle, "ms": particle, "dr": particle, "prof": particle, "sir": particle, "jr": particle, "sr": particle, "haji": 0.2, "hajji": 0.2,
		"sheikh": 0.3, "shaikh": 0.3, "mullah": 0.2, "general": 0.2, "oglu": 0.2, "ogly": 0.2, "kizi": 0.2, "qizi": 0.2, "gizi": 0.2, "kyzy": 0.2, "st": particle,
	}
}
