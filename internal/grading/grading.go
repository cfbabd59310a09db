// Package grading holds the evaluation codes that agencies put on what they
// send, and the words analysts use for likelihood and confidence.
//
// A Grade is two judgements made at the source: how reliable the source is, and
// how the information came to be known or how credible it is. Three schemes are
// known:
//
//	scheme         text form  source  information  third place
//	Europol4x4     B2         A B C X 1 2 3 4
//	Admiralty6x6   6x6:B2     A to F  1 to 6
//	UK3x5x2        3x5x2:1AP  1 2 3   A to E       P or C, handling, may be absent
//
// Europol's 4x4 (Regulation (EU) 2016/794, Article 29) is native and is written
// without a prefix. The Admiralty code is the 6x6 of NATO's AJP-2.1; 3x5x2 is the
// intelligence report of the police forces of the United Kingdom.
//
// None of the codes is a number. In the 4x4, 1 to 4 is no ladder of truth: 2 is
// first-hand, 3 is corroborated hearsay. X, F, 6 and 3x5x2's "untested" and "not
// known" say that nothing is known; they are no midpoint. So there is no order,
// no mean and no interpolation here, only membership in a configured Table
// (Confirmed) and conversion by explicit tables (Grade.Convert), which keep the
// original code and refuse where the target has no honest equivalent.
//
// The zero Grade is Ungraded. It is shown as X4, as Europol's rules have it, and
// remains distinguishable from an X4 that somebody gave, because an ungraded
// contribution waits in a queue for its grade.
//
// Likelihood gives the words of Intelligence Community Directive 203 (2015) for a
// probability in per cent. Confidence is a separate axis and a separate type: one
// sentence never mixes the two.
package grading

import (
	"errors"
	"fmt"
	"strings"
)

// Errors of this package. All are wrapped with the code at fault.
var (
	ErrCode         = errors.New("not a grade of this scheme")
	ErrScheme       = errors.New("unknown grading scheme")
	ErrNoEquivalent = errors.New("no equivalent in the other scheme")
	ErrLikelihood   = errors.New("no likelihood word for this percentage")
	ErrConfidence   = errors.New("not a confidence")
)

// Scheme names a grading scheme. The zero value is no scheme: that of Ungraded.
type Scheme uint8

// The schemes known.
const (
	Europol4x4 Scheme = iota + 1
	Admiralty6x6
	UK3x5x2
)

// Schemes lists the schemes known, the native one first.
func Schemes() []Scheme { return []Scheme{Europol4x4, Admiralty6x6, UK3x5x2} }

// String returns "4x4", "6x6" or "3x5x2", and "none" for the zero Scheme.
func (s Scheme) String() string {
	switch s {
	case Europol4x4:
		return "4x4"
	case Admiralty6x6:
		return "6x6"
	case UK3x5x2:
		return "3x5x2"
	}
	return "none"
}

// ParseScheme reads what Scheme.String writes for a known scheme; otherwise it
// returns ErrScheme.
func ParseScheme(text string) (Scheme, error) {
	for _, s := range Schemes() {
		if strings.EqualFold(text, s.String()) {
			return s, nil
		}
	}
	return 0, fmt.Errorf("%w: %q (known: 4x4, 6x6, 3x5x2)", ErrScheme, text)
}

// Grade is the evaluation of one piece of information. It is comparable; the zero
// value is Ungraded. All others come from Parse and ParseIn and are valid.
type Grade struct {
	scheme      Scheme
	source      byte
	information byte
	handling    byte // 3x5x2 only: P, C or 0 where not given
}

// Ungraded returns the grade of what nobody has graded, the zero Grade.
func Ungraded() Grade { return Grade{} }

// ungradedText is Ungraded's text form.
const ungradedText = "ungraded"

// Parse reads a grade in its text form: "B2" in the native 4x4, "6x6:B2" and
// "3x5x2:1AP" in the others, "ungraded" for Ungraded. Case and surrounding space
// do not matter. An empty text is ErrCode: that nobody graded is for the caller
// to say.
func Parse(text string) (Grade, error) {
	text = strings.TrimSpace(text)
	if strings.EqualFold(text, ungradedText) {
		return Grade{}, nil
	}
	prefix, code, found := strings.Cut(text, ":")
	if !found {
		return ParseIn(Europol4x4, text)
	}
	scheme, err := ParseScheme(prefix)
	if err != nil {
		return Grade{}, err
	}
	return ParseIn(scheme, code)
}

// ParseIn reads a code without a prefix, such as "B2" or "1AP", as one of scheme.
// It returns ErrScheme for a scheme it does not know and ErrCode for anything
// that is not a code of scheme.
func ParseIn(scheme Scheme, code string) (Grade, error) {
	if scheme < Europol4x4 || scheme > UK3x5x2 {
		return Grade{}, fmt.Errorf("%w: %d", ErrScheme, scheme)
	}
	c := strings.ToUpper(strings.TrimSpace(code))
	if len(c) != 2 && (scheme != UK3x5x2 || len(c) != 3) {
		return Grade{}, fmt.Errorf("%w: %q in %s", ErrCode, code, scheme)
	}
	g := Grade{scheme: scheme, source: c[0], information: c[1]}
	if len(c) == 3 {
		g.handling = c[2]
		if g.handling != 'P' && g.handling != 'C' {
			return Grade{}, fmt.Errorf("%w: %q in %s: the third place is P or C", ErrCode, code, scheme)
		}
	}
	if source, information := g.Words(); source == "" || information == "" {
		return Grade{}, fmt.Errorf("%w: %q in %s", ErrCode, code, scheme)
	}
	return g, nil
}

// IsUngraded reports whether nobody has graded.
func (g Grade) IsUngraded() bool { return g == Grade{} }

// Scheme returns the grade's scheme, 0 for Ungraded.
func (g Grade) Scheme() Scheme { return g.scheme }

// Source returns the code's first place. That of Ungraded is X.
func (g Grade) Source() byte { return g.shown().source }

// Information returns the code's second place. That of Ungraded is 4.
func (g Grade) Information() byte { return g.shown().information }

// Handling returns the third place of a 3x5x2 code, P or C, and 0 where there is
// none. It is the sender's remark and binds through the handling label, not here.
func (g Grade) Handling() byte { return g.handling }

// shown is the grade that stands for g on a page: X4 for Ungraded.
func (g Grade) shown() Grade {
	if g.IsUngraded() {
		return Grade{scheme: Europol4x4, source: 'X', information: '4'}
	}
	return g
}

// Code returns the bare code for display: B2, 1AP, and X4 for Ungraded.
func (g Grade) Code() string {
	g = g.shown()
	code := []byte{g.source, g.information}
	if g.handling != 0 {
		code = append(code, g.handling)
	}
	return string(code)
}

// String returns the text form that Parse reads back: with the scheme as a prefix
// unless it is the native one, and "ungraded" for Ungraded.
func (g Grade) String() string {
	switch g.scheme {
	case 0:
		return ungradedText
	case Europol4x4:
		return g.Code()
	default:
		return g.scheme.String() + ":" + g.Code()
	}
}

// Table is a set of grades, such as those that count as confirmed. The zero Table
// is empty. It is immutable and safe for concurrent use.
type Table struct{ grades map[Grade]bool }

// NewTable returns the table of the given grades. The handling letter of a 3x5x2
// code plays no part in it; Ungraded is left out, since it says nothing.
func NewTable(grades ...Grade) Table {
	t := Table{grades: make(map[Grade]bool, len(grades))}
	for _, g := range grades {
		if !g.IsUngraded() {
			g.handling = 0
			t.grades[g] = true
		}
	}
	return t
}

// DefaultTable holds the 4x4 grades that count as confirmed where a case does not
// say otherwise: A1, A2, B1 and B2.
func DefaultTable() Table {
	var grades []Grade
	for _, source := range []byte("AB") {
		for _, information := range []byte("12") {
			grades = append(grades, Grade{scheme: Europol4x4, source: source, information: information})
		}
	}
	return NewTable(grades...)
}

// Confirmed reports whether g counts as confirmed by t. A grade of a scheme that t
// does not mention is not confirmed: it is not converted to find out.
func Confirmed(g Grade, t Table) bool {
	g.handling = 0
	return t.grades[g]
}
