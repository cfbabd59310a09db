package handling

import (
	"fmt"
	"strings"
)

// Classification is the EU's scale. The zero value is UNCLASSIFIED.
type Classification uint8

// The classifications, from the lowest to the highest.
const (
	Unclassified Classification = iota
	Restricted
	Confidential
	Secret
	TopSecret
)

// String returns the classification's name in capitals.
func (c Classification) String() string { return nameOf(classificationNames[:], c) }

// ParseClassification reads a classification's name, in capitals or not.
func ParseClassification(text string) (Classification, error) {
	if c, ok := scaleNamed[Classification](classificationNames[:], strings.ToUpper(text)); ok {
		return c, nil
	}
	return 0, fmt.Errorf("%q is no classification (want %s): %w", text, strings.Join(classificationNames[:], ", "), ErrSyntax)
}

// TLP is the Traffic Light Protocol 2.0 (FIRST, 2022). The zero value is not stated.
type TLP uint8

// The TLP labels, from the widest to the narrowest.
const (
	TLPNotStated TLP = iota
	TLPClear
	TLPGreen
	TLPAmber
	TLPAmberStrict
	TLPRed
)

// String returns the label, such as "TLP:AMBER", and "" where it is not stated.
func (t TLP) String() string { return nameOf(tlpNames[:], t) }

// PAP is the Permissible Actions Protocol: what a recipient may do that the subject
// could notice. The zero value is not stated.
type PAP uint8

// The PAP labels, from the widest to the narrowest.
const (
	PAPNotStated PAP = iota
	PAPClear
	PAPGreen
	PAPAmber
	PAPRed
)

// String returns the label, such as "PAP:GREEN", and "" where it is not stated.
func (p PAP) String() string { return nameOf(papNames[:], p) }

// The names of each scale's values, in order.
var (
	classificationNames = [...]string{"UNCLASSIFIED", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"}
	tlpNames            = [...]string{"", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"}
	papNames            = [...]string{"", "PAP:CLEAR", "PAP:GREEN", "PAP:AMBER", "PAP:RED"}
)

func nameOf[T ~uint8](names []string, v T) string {
	if int(v) >= len(names) {
		return "invalid"
	}
	return names[v]
}

// scaleNamed finds the value of a scale by its name in capitals.
func scaleNamed[T ~uint8](names []string, name string) (T, bool) {
	for i, n := range names {
		if n == name && n != "" {
			return T(i), true
		}
	}
	return 0, false
}
