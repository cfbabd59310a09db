// Package comparison holds records in columns and compares two of them, property by
// property, as a level: the same, nearly the same, …, different.
//
//	Table ── Column (one a property) ── values of each record, as numbers
//	                                      └─ each distinct value prepared once
//	Comparer.Compare(i, j) ── Vector: level and bits of each property
//
// A distinct value is prepared once, whoever has it, and compared by its number first:
// most of what two records of one thing have in common is the same to the letter.
package comparison

import "fmt"

// Kind says how the values of a property are read and compared.
type Kind string

// The kinds of properties.
const (
	Person       Kind = "person name"
	Organisation Kind = "organisation name"
	Text         Kind = "text" // a place, a street, an occupation
	Date         Kind = "date"
	Identifier   Kind = "identifier" // of a document, a registration, an account
	Phone        Kind = "phone"
	Email        Kind = "email"
	Postcode     Kind = "postcode"
	Code         Kind = "code"      // one of few words
	Exclusive    Kind = "exclusive" // what one thing has but one of at a time, as FROM/TO=WHAT
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{Person, Organisation, Text, Date, Identifier, Phone, Email, Postcode, Code, Exclusive}
}

// Level is how much two values agree, from 0, the same, down to the last of the kind's
// levels, different.
type Level uint8

// Missing is the level of a property that one of the records does not have.
const Missing Level = 15

// The levels of the kinds. Names and texts are cut by their score (package name).
const (
	nameSame, nameVeryClose, nameClose, nameSimilar, namePart = 0.97, 0.90, 0.80, 0.68, 0.45
)

// Levels returns the words for the levels of a kind, the best first.
func (k Kind) Levels() []string {
	switch k {
	case Person, Organisation, Text:
		return []string{"same", "very close", "close", "similar", "in part", "different"}
	case Date:
		return []string{"same day", "same as far as told", "one slip", "within a year", "within ten years", "different"}
	case Identifier:
		return []string{"same", "one slip", "different"}
	case Phone:
		return []string{"same", "same without the prefix", "one slip", "different"}
	case Email:
		return []string{"same", "same user", "one slip", "similar user", "different"}
	case Postcode:
		return []string{"same", "one slip", "same area", "different"}
	case Code:
		return []string{"same", "different"}
	case Exclusive:
		return []string{"same at one time", "at other times", "other at one time"}
	}
	return nil
}

// Check returns an error for a kind that is none.
func (k Kind) Check() error {
	if k.Levels() == nil {
		return fmt.Errorf("%q is no kind of property: want one of %q", string(k), Kinds())
	}
	return nil
}

// Named reports whether values are words that package name compares.
func (k Kind) Named() bool { return k == Person || k == Organisation || k == Text }

// Learnt reports whether records teach how levels weigh: what excludes is too rare for
// that.
func (k Kind) Learnt() bool { return k != Exclusive }

// Property is a column of a table.
type Property struct {
	Name string `yaml:"name"`
	Kind Kind   `yaml:"kind"`
}
