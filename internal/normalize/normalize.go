// Package normalize turns the text of a source into the canonical text of a
// property, or says why it cannot.
//
// Every function is pure and takes one value as the source wrote it. The
// caller keeps that original beside the result; nothing here is lossless.
// There is one function a property type:
//
//	text, name        Text, Name              NFC, folded spaces
//	date              ParseDate               partial ISO 8601, its length is its precision
//	position          Coordinate, LatLon      degrees, WGS 84
//	country           Country                 ISO 3166-1 alpha-2 in lower case, as FollowTheMoney has it
//	number, amount    Number, Amount          plain decimal; minor units
//	phone             Phone                   "+" and digits, or digits
//	identifier        Identifier, Plate       upper case, no spaces
//	with check digits IMO, IMEI, IBAN, MMSI   digits, or upper case
//	travel document   DocumentNumber          by the form of the state that issued it
//	                  ParseMRZ                the machine-readable zone, ICAO Doc 9303
//	account           Account                 lower case, without @ and address
//	internet          Email, URL
//	words             Gender, Boolean
//
// Age and AgeBand derive the ages that figures use from dates.
//
// # Results
//
// Normalizing a result again gives the same result. Digits of the Arabic,
// Persian, Devanagari and Bengali scripts are read wherever digits are.
// Nothing is guessed: a text with two readings is an error that says so
// ([ErrAmbiguous]), never the likelier of the two, save where a function
// documents a rule.
//
// # Errors
//
// A text that is empty, or says that the value is not known ("unknown", "n/a",
// "-", "UNK"), gives [ErrUnknown], which a caller may store as missing. The
// other errors mean that somebody has to look: [ErrFormat], [ErrRange] and
// [ErrAmbiguous], and [ErrStateless] from [Country]. All are wrapped in
// sentences that quote the text.
package normalize

import (
	"errors"
	"fmt"
)

var (
	// ErrUnknown says that the text is empty or states that the value is not known.
	ErrUnknown = errors.New("value not known")
	// ErrFormat says that the text is not of a form that is understood.
	ErrFormat = errors.New("form not understood")
	// ErrRange says that the text is understood but cannot be true.
	ErrRange = errors.New("out of range")
	// ErrAmbiguous says that the text has more than one reading.
	ErrAmbiguous = errors.New("ambiguous")
	// ErrStateless says that a person has no nationality, which is known and is no country.
	ErrStateless = errors.New("stateless, which is no country")
)

// fail returns an error about a text of the given kind.
func fail(kind, text string, err error, why string) error {
	if why == "" {
		return fmt.Errorf("%s %q: %w", kind, text, err)
	}
	return fmt.Errorf("%s %q: %w: %s", kind, text, err, why)
}
