package record

import (
	"errors"
	"fmt"
)

// Category says in which capacity a person's data are held (Regulation (EU)
// 2016/794, Annex II). It is never guessed.
type Category uint8

// The categories. NoCategory belongs to things that are no persons.
const (
	NoCategory Category = iota
	Suspect
	Convicted
	Contact // contact or associate
	Victim
	Witness
	Informant
)

var categoryNames = [...]string{"", "suspect", "convicted", "contact", "victim", "witness", "informant"}

// String returns the category's word; empty for NoCategory.
func (c Category) String() string {
	if int(c) < len(categoryNames) {
		return categoryNames[c]
	}
	return fmt.Sprintf("Category(%d)", uint8(c))
}

// Ranked reports whether persons of this category may be ranked, assessed for a
// role, or named in a network: suspects and convicted persons alone.
func (c Category) Ranked() bool { return c == Suspect || c == Convicted }

// ErrCategory says that a word is no category.
var ErrCategory = errors.New("not a data-subject category (want suspect, convicted, contact, victim, witness or informant)")

// ParseCategory reads a category's word. "associate" is the same as contact.
// The empty word is an error: a person without a category is for quarantine.
func ParseCategory(s string) (Category, error) {
	if s == "associate" {
		return Contact, nil
	}
	for i, n := range categoryNames {
		if i > 0 && n == s {
			return Category(i), nil
		}
	}
	return NoCategory, fmt.Errorf("%q: %w", s, ErrCategory)
}
