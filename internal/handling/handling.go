// Package handling holds the label of a contribution: what may be done with it, by
// whom and for what. Labels join, and a product carries the join of its inputs.
//
// A Label states
//
//	owners          the agencies whose permission counts
//	codes           Europol's handling codes H0 to H3 (Regulation (EU) 2016/794,
//	                Article 29 and its handling rules)
//	restrictions    the free texts of H3, to be acknowledged by every reader
//	classification  UNCLASSIFIED < RESTRICTED < CONFIDENTIAL < SECRET < TOP SECRET
//	TLP             Traffic Light Protocol 2.0, or not stated
//	PAP             Permissible Actions Protocol, or not stated
//	audience        everybody, or a set of agencies, or nobody
//	purposes        a set of purposes, or all, or none
//
// Join is the union of owners, codes and restrictions, the highest of each scale, and
// the intersection of audiences and of purposes. It is associative, commutative and
// idempotent, and its result is never wider than an input (Wider). Two audiences
// without a common member leave nobody, and the label says so.
//
// The widest label, Join's identity, is Public(): no owner, no code, everybody, every
// purpose. The zero Label is not it. The zero Label belongs to what nobody labelled:
// its audience is nobody and it serves no purpose, so that a forgotten label closes a
// product and never opens one. Start a fold from Public(), or use JoinAll.
//
// A Label is an immutable, comparable value: == is equality, and it may be the key of
// a map, which is how a large picture keeps one copy of each. Its text form
//
//	H1 H3="ask before any arrest" RESTRICTED TLP:AMBER owner=EL-POLICE audience=EUROPOL,FR-OCRTIS purposes=strategic
//
// is read by Parse and written, in one canonical order, by String.
package handling

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Errors of this package, wrapped with the word at fault.
var (
	ErrEmpty  = errors.New("an empty text is not a label")
	ErrSyntax = errors.New("not a handling label")
	ErrAgency = errors.New("not an agency code")
	ErrText   = errors.New("not a restriction text")
	ErrOwner  = errors.New("a label that asks for permission names an owner")
)

// Agency is an agency's code: A to Z, 0 to 9, '-', '_', '.' and '/', such as
// EL-POLICE. The zero value names no agency.
type Agency string

// ParseAgency reads an agency code and raises it to upper case. EVERYBODY and NOBODY
// are words of the audience and name no agency.
func ParseAgency(text string) (Agency, error) {
	code := strings.ToUpper(text)
	for _, c := range []byte(code) {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && strings.IndexByte("-_./", c) < 0 {
			return "", fmt.Errorf("%w: %q (letters, digits, - _ . /)", ErrAgency, text)
		}
	}
	if code == "" || code == everybody || code == nobody {
		return "", fmt.Errorf("%w: %q", ErrAgency, text)
	}
	return Agency(code), nil
}

const (
	everybody = "EVERYBODY"
	nobody    = "NOBODY"
)

// Code is one of Europol's handling codes. The zero value is none.
type Code uint8

// The handling codes.
const (
	H0 Code = iota + 1 // only for preventing and combating crime
	H1                 // not in judicial proceedings without the provider's permission
	H2                 // not disseminated without the provider's permission
	H3                 // other restrictions, given as text
)

// Codes lists the handling codes.
func Codes() []Code { return []Code{H0, H1, H2, H3} }

// String returns "H0" to "H3", "none" for the zero Code.
func (c Code) String() string {
	if c < H0 || c > H3 {
		return "none"
	}
	return "H" + string('0'+byte(c-H0))
}

// Words returns what the code asks.
func (c Code) Words() string {
	switch c {
	case H0:
		return "only for preventing and combating crime"
	case H1:
		return "not to be disclosed in judicial proceedings without the provider's permission"
	case H2:
		return "not to be disseminated without the provider's permission"
	case H3:
		return "other restrictions, given as text and to be acknowledged"
	}
	return ""
}

// Purpose is why somebody consults or combines information. The zero value is none.
type Purpose uint8

// The purposes of Regulation (EU) 2016/794, Article 18(2).
const (
	CrossChecking     Purpose = iota + 1
	StrategicAnalysis         // strategic or thematic
	OperationalAnalysis
	Exchange
)

// EveryPurpose lists the purposes.
func EveryPurpose() []Purpose {
	return []Purpose{CrossChecking, StrategicAnalysis, OperationalAnalysis, Exchange}
}

// String returns the purpose's word in the text form, "none" for the zero Purpose.
func (p Purpose) String() string {
	switch p {
	case CrossChecking:
		return "cross-checking"
	case StrategicAnalysis:
		return "strategic"
	case OperationalAnalysis:
		return "operational"
	case Exchange:
		return "exchange"
	}
	return "none"
}

// ParsePurpose reads what Purpose.String writes for a purpose, in any case.
func ParsePurpose(text string) (Purpose, error) {
	for _, p := range EveryPurpose() {
		if strings.EqualFold(text, p.String()) {
			return p, nil
		}
	}
	return 0, fmt.Errorf("%w: purpose %q (cross-checking, strategic, operational, exchange)", ErrSyntax, text)
}

// small is a set of small numbered values, such as Codes and Purposes.
type small uint8

func (s small) with(i uint8) small  { return s | 1<<i }
func (s small) has(i uint8) bool    { return s>>i&1 == 1 }
func (s small) within(t small) bool { return s&^t == 0 }

func setOf[T ~uint8](values []T) small {
	var s small
	for _, v := range values {
		s = s.with(uint8(v))
	}
	return s
}

// restrictionText brings the free text of an H3 into one line with single spaces.
func restrictionText(text string) (string, error) {
	line := strings.Join(strings.Fields(text), " ")
	if line == "" {
		return "", fmt.Errorf("%w: empty", ErrText)
	}
	const nonJoiner, joiner = '\u200c', '\u200d' // Persian and Sorani spelling needs them
	for _, r := range line {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) && r != nonJoiner && r != joiner {
			return "", fmt.Errorf("%w: %q holds characters that do not print", ErrText, text)
		}
	}
	return line, nil
}
