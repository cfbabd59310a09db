package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a piece of a position is.
type tokenKind uint8

const (
	tokenNumber     tokenKind = iota + 1 // text is a plain decimal
	tokenMark                            // text is d, m or s: degrees, minutes, seconds
	tokenHemisphere                      // text is N, S, E or W
	tokenSign                            // text is + or -
	tokenJoiner                          // a hyphen or colon within one coordinate
	tokenSeparator                       // between the two coordinates
)

type positionToken struct {
	kind tokenKind
	text string
}

// positionLexer parts a position into tokens.
type positionLexer struct {
	rest   string
	before string // all that was read
	comma  bool   // a comma between digits is a decimal mark
	tokens []positionToken
}

// positionTokens parts text into tokens. If comma is set, a comma between
// digits is a decimal mark.
func positionTokens(text string, comma bool) ([]positionToken, error) {
	clean := strings.Join(strings.Fields(strings.Map(visible, asciiNumbers(text))), " ")
	l := positionLexer{rest: strings.TrimLeft(strings.TrimRight(clean, ")]} .,;"), "([{ "), comma: comma}
	for l.rest != "" {
		if err := l.next(); err != nil {
			return nil, err
		}
	}
	return l.tokens, nil
}

// asciiNumbers is text with ASCII digits, decimal points and commas.
func asciiNumbers(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u066b':
			return '.'
		case '\u060c':
			return ','
		}
		return r
	}, Digits(text))
}

func (l *positionLexer) add(kind tokenKind, text string, size int) {
	l.tokens = append(l.tokens, positionToken{kind, text})
	l.before += l.rest[:size]
	l.rest = l.rest[size:]
}

func (l *positionLexer) last() tokenKind {
	if len(l.tokens) == 0 {
		return 0
	}
	return l.tokens[len(l.tokens)-1].kind
}

// next reads one token.
func (l *positionLexer) next() error {
	r, size := utf8.DecodeRuneInString(l.rest)
	switch {
	case r == ' ':
		l.before += " "
		l.rest = l.rest[1:]
		return nil
	case isDigit(l.rest[0]):
		l.number()
		return nil
	case strings.ContainsRune("°º˚", r):
		l.add(tokenMark, "d", size)
		return nil
	case strings.ContainsRune("'’‘′´`΄ʹʼ", r):
		l.minuteMark(size)
		return nil
	case strings.ContainsRune(`"”“″˝`, r):
		// Doubled quotation marks are the trace of a badly read CSV file.
		for rest := l.rest[size:]; strings.HasPrefix(rest, string(r)); rest = rest[size:] {
			l.rest = rest
		}
		l.add(tokenMark, "s", size)
		return nil
	case strings.ContainsRune(",;/|", r):
		return l.separator(r)
	case r == ':':
		l.add(tokenJoiner, ":", size)
		return nil
	case r == '+', r == '\u2212', unicode.Is(unicode.Pd, r):
		return l.dash(r, size)
	case unicode.IsLetter(r):
		return l.word()
	}
	return malformed("it has " + string(r) + " in it")
}

// number reads digits with a fraction.
func (l *positionLexer) number() {
	whole := leadingDigits(l.rest)
	size, text := len(whole), whole
	if rest := l.rest[size:]; len(rest) > 1 && (rest[0] == '.' || rest[0] == ',' && l.comma) && isDigit(rest[1]) {
		fraction := leadingDigits(rest[1:])
		text += "." + fraction
		size += 1 + len(fraction)
	}
	l.add(tokenNumber, text, size)
}

// minuteMark reads a mark of minutes, two of which are a mark of seconds.
func (l *positionLexer) minuteMark(size int) {
	if n := len(l.tokens); n > 0 && l.tokens[n-1] == (positionToken{tokenMark, "m"}) && !strings.HasSuffix(l.before, " ") {
		l.tokens = l.tokens[:n-1]
		l.add(tokenMark, "s", size)
		return
	}
	l.add(tokenMark, "m", size)
}

// separator reads one separator; more of them in a row count as one. A comma
// that joins digits although commas are decimal marks is only clear if the
// numbers on both sides have decimals: 38,8,26 has two readings.
func (l *positionLexer) separator(r rune) error {
	if r == ',' && l.comma && l.last() == tokenNumber && len(l.rest) > 1 && isDigit(l.rest[1]) {
		after := leadingDigits(l.rest[1:])
		tail := l.rest[1+len(after):]
		if len(tail) < 2 || tail[0] != ',' || !isDigit(tail[1]) {
			return positionError{"its commas have two readings", ErrAmbiguous}
		}
	}
	if l.last() == tokenSeparator {
		l.tokens = l.tokens[:len(l.tokens)-1]
	}
	l.add(tokenSeparator, string(r), 1)
	return nil
}

// dash reads a plus, hyphen, dash or minus as what its neighbours make of it: a
// sign, a joiner within 38-48-00, or a separator beside a hemisphere.
func (l *positionLexer) dash(r rune, size int) error {
	const space = " "
	after := l.rest[size:]
	spaceBefore := strings.HasSuffix(l.before, space)
	digitAfter := after != "" && isDigit(after[0])
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, space))
	last := l.last()
	sign := "-"
	if r == '+' {
		sign = "+"
	}
	switch {
	case last == 0, last == tokenSeparator, last == tokenHemisphere && !l.closed():
		l.add(tokenSign, sign, size)
	case last == tokenHemisphere && (sign == "+" || !spaceBefore || !digitAfter), unicode.IsLetter(next):
		l.add(tokenSeparator, sign, size)
	case spaceBefore && digitAfter:
		l.add(tokenSign, sign, size)
	case !spaceBefore && digitAfter && sign == "-":
		l.add(tokenJoiner, sign, size)
	default:
		return positionError{"its " + string(r) + " may part two numbers or be a sign", ErrAmbiguous}
	}
	return nil
}

// closed reports whether the last token, a hemisphere, stands behind a number.
func (l *positionLexer) closed() bool {
	n := len(l.tokens)
	return n > 1 && (l.tokens[n-2].kind == tokenNumber || l.tokens[n-2].kind == tokenMark)
}

// word reads a hemisphere or a unit.
func (l *positionLexer) word() error {
	size := strings.IndexFunc(l.rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) })
	if size < 0 {
		size = len(l.rest)
	}
	word := l.rest[:size]
	switch fold(word) {
	case "n", "north", "nord", "norte", "norden":
		l.add(tokenHemisphere, "N", size)
	case "s", "south", "sud", "sur", "suden":
		l.add(tokenHemisphere, "S", size)
	// The Greek capital epsilon looks like E and names no Greek hemisphere.
	case "e", "ε", "east", "est", "este", "ost", "osten":
		l.add(tokenHemisphere, "E", size)
	case "w", "o", "west", "ouest", "oeste", "ovest", "westen":
		l.add(tokenHemisphere, "W", size)
	case "deg", "degree", "degrees":
		l.add(tokenMark, "d", size)
	case "min", "minute", "minutes":
		l.add(tokenMark, "m", size)
	case "sec", "second", "seconds":
		l.add(tokenMark, "s", size)
	default:
		return malformed("it has the word " + word + " in it")
	}
	return nil
}
