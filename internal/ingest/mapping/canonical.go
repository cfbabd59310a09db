package mapping

import (
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"skein/internal/geo"
	"skein/internal/money"
	"skein/internal/normalize"
	"skein/internal/schema"
	"skein/internal/term"
)

// form says how the values of a property are written and what is allowed.
type form struct {
	kind  schema.Type
	dates normalize.DateOptions
	fixed []layout       // of the formats that have one, before one that has none
	part  normalize.Axis // of a cell that holds both; zero: it holds one
	plate bool           // an identifier that is the registration mark of a road vehicle
	unit  string         // of a number that is a span of time; "": a plain number
	// device is an identifier that no device has with one digit throughout: IMEI, IMSI, MMSI.
	device  bool
	dated   bool               // dates that depend on the day of receipt
	born    bool               // of a birth, which is not after that day
	money   bool               // an amount, which may stand with its currency
	unitary bool               // a currency, which may stand with its amount
	decimal rune               // declared mark; 0: by the rules of package money
	code    *schema.Property   // whose closed list the value is of; nil: there is none
	check   func(string) error // of the canonical form; nil lets all pass
}

const currencyName schema.PropertyName = "currency"

// moneyNames are the properties that FollowTheMoney has as numbers.
const moneyNames = " amount amountUsd amountEur balance maxBalance capital "

// pastDates are of what was over when somebody reported it; futureDates may lie ahead, such as
// the last day of a document, which is valid for twenty years at most. Others may lie a year
// ahead.
const (
	pastDates   = " birthDate deathDate incorporationDate openingDate registrationDate buildDate issueDate "
	futureDates = " endDate closingDate dissolutionDate expiryDate validUntil "
)

// formOf returns the form of a schema's property.
func formOf(s *schema.Schema, p *schema.Property) form {
	const mark schema.PropertyName = "registrationNumber"
	road := s.Is("Vehicle") && !s.Is("Vessel") && !s.Is("Airplane")
	device := slices.Contains([]schema.PropertyName{"imei", "imsi", "mmsi"}, p.Name)
	f := form{kind: typeOf(p), check: p.Check, plate: road && p.Name == mark, device: device}
	f.born = p.Name == "birthDate"
	switch name := " " + string(p.Name) + " "; {
	case p.Type != schema.Date, strings.Contains(pastDates, name):
	case strings.Contains(futureDates, name):
		f.dates.Reach = 20
	default:
		f.dates.Reach = 1
	}
	f.money = p.Type == schema.Amount || p.Type == schema.Number && strings.Contains(moneyNames, " "+string(p.Name)+" ")
	f.unitary = p.Type == schema.Currency || p.Type == schema.String && p.Name == currencyName
	if len(p.Values) > 0 {
		f.code = p
	}
	return f.withLayouts()
}

// partNames are the properties with a part of a person's name.
const partNames = " firstName secondName middleName fatherName motherName lastName surname givenName "

// typeOf returns the type of a property's values, which FollowTheMoney has less exactly for some:
// an IBAN is any identifier there, and a family name any text, so that Nada and Na would be none.
func typeOf(p *schema.Property) schema.Type {
	switch {
	case p.Name == "iban":
		return schema.IBAN
	case p.Type == schema.String && strings.Contains(partNames, " "+string(p.Name)+" "):
		return schema.NameType
	}
	return p.Type
}

// canonical returns the canonical form of a text. The parameter is the calling code
// of national phone numbers, or the currency of amounts. It fails with
// [normalize.ErrUnknown] where the text says that there is no value.
func (f *form) canonical(text, parameter string) (string, error) {
	v, err := f.convert(text, parameter)
	if err != nil {
		return "", err
	}
	if f.check != nil {
		if err := f.check(v); err != nil {
			return "", err
		}
	}
	return v, nil
}

func (f *form) convert(text, parameter string) (string, error) {
	if f.decimal != 0 {
		var err error
		if text, err = normalize.DecimalMark(text, f.decimal); err != nil {
			return "", err
		}
	}
	switch {
	case f.money, f.kind == schema.Amount, f.kind == schema.Number && parameter != "" && f.part == 0 && f.unit == "":
		n, _, err := amount(text, money.Currency(parameter))
		return n, err
	case f.unitary:
		return f.currency(text)
	}
	switch f.kind {
	case schema.Date:
		return f.date(text, parameter)
	case schema.Latitude:
		return f.position(text, normalize.Latitude)
	case schema.Longitude:
		return f.position(text, normalize.Longitude)
	case schema.Number:
		if f.part != 0 {
			return f.position(text, f.part)
		}
		if f.unit != "" {
			return seconds(text, f.unit)
		}
		return normalize.Number(text)
	case schema.Phone:
		return normalize.Phone(text, parameter)
	case schema.Identifier:
		if f.plate {
			return normalize.Plate(text)
		}
		if f.device && normalize.IsNothing(text, normalize.OfDevice) {
			return "", noValue(f.kind, text)
		}
	case schema.Code:
		if f.code != nil {
			if v, ok := term.Code(f.code.Name, text, f.code.Values); ok {
				return v, nil
			}
		}
	default: // the rest needs no further word
	}
	return convertPlain(f.kind, text)
}

// date reads a date. received is the day of receipt, YYYY-MM-DD, or "".
func (f *form) date(text, received string) (string, error) {
	d, err := f.dayOf(text, received)
	known := min(len(d), len(received))
	if err == nil && f.born && d[:known] > received[:known] {
		return "", fmt.Errorf("date %q: %w: nobody is born after the day of receipt, %s", text, normalize.ErrRange, received)
	}
	return d, err
}

func (f *form) dayOf(text, received string) (string, error) {
	for _, l := range f.fixed {
		if d, ok := l.read(text, &f.dates); ok && !mayBeNone(d) {
			return d, nil
		}
	}
	options := f.dates
	if received != "" {
		options.Received, _ = normalize.ParseDate(received, normalize.DateOptions{})
	}
	d, err := normalize.ParseDate(text, options)
	return d.String(), err
}

// mayBeNone reports whether a day may stand for none, as [normalize.ParseDate] knows.
func mayBeNone(day string) bool {
	return strings.HasPrefix(day, "1900") || strings.HasPrefix(day, "1899")
}

// withLayouts finds the layouts that may be tried first: formats are tried in order.
func (f form) withLayouts() form {
	f.fixed = nil
	f.dated = f.kind == schema.Date && (f.born || slices.ContainsFunc(f.dates.Formats, func(s string) bool {
		return strings.Contains(s, "%y") || strings.Contains(s, "%D")
	}))
	if f.dates.Calendar != normalize.Gregorian {
		return f
	}
	if len(f.dates.Formats) == 0 {
		f.fixed = isoLayouts[:]
		return f
	}
	for _, format := range f.dates.Formats {
		l := layoutOf(format)
		if l == "" {
			break
		}
		f.fixed = append(f.fixed, l)
	}
	return f
}

// convertPlain converts values of types that need no further word.
func convertPlain(kind schema.Type, text string) (string, error) {
	switch kind {
	case schema.NameType:
		return normalize.Name(text)
	case schema.Country:
		return normalize.Country(text)
	case schema.Currency:
		if normalize.IsNothing(text, normalize.OfQuantity) {
			return "", noValue(kind, text)
		}
		c, err := normalize.Currency(text)
		return string(c), err
	case schema.Email:
		return normalize.Email(text)
	case schema.URL:
		return normalize.URL(text)
	case schema.IBAN:
		return normalize.IBAN(text)
	case schema.Identifier:
		return normalize.Identifier(text)
	case schema.Gender:
		return normalize.Gender(text)
	case schema.Boolean:
		b, err := normalize.Boolean(text)
		if err != nil {
			return "", err
		}
		return strconv.FormatBool(b), nil
	case schema.IP:
		if normalize.IsNothing(text, normalize.OfQuantity) {
			return "", noValue(kind, text)
		}
		a, err := netip.ParseAddr(strings.TrimSpace(text))
		if err != nil {
			return "", fmt.Errorf("ip %q: want an address such as 192.0.2.1 or 2001:db8::1", text)
		}
		return a.String(), nil
	case schema.HTML, schema.JSON:
		return normalize.Text(text)
	case schema.Language, schema.Checksum, schema.MimeType:
		t, err := plainText(kind, text)
		return strings.ToLower(t), err
	default:
		return plainText(kind, text)
	}
}

// plainText reads a word or text; "n/a" and its like are none.
func plainText(kind schema.Type, text string) (string, error) {
	if normalize.IsNothing(text, normalize.OfTerm) {
		return "", noValue(kind, text)
	}
	return normalize.Text(text)
}

// noValue says that a text names nothing.
func noValue(kind schema.Type, text string) error {
	return fmt.Errorf("%s %q: %w", kind, text, normalize.ErrUnknown)
}

// coordinateDecimals are a hundredth of a metre; further digits come from arithmetic.
const coordinateDecimals = 7

// position reads one coordinate, out of a cell that holds it or both.
func (f *form) position(text string, axis normalize.Axis) (string, error) {
	var degrees float64
	var err error
	if f.part == 0 {
		degrees, err = normalize.Coordinate(text, axis)
	} else {
		var p geo.Point
		if p, err = normalize.LatLon(text); err == nil {
			degrees = p.Lat()
			if f.part == normalize.Longitude {
				degrees = p.Lon()
			}
		}
	}
	if err != nil {
		return "", err
	}
	s := strconv.FormatFloat(degrees, 'f', coordinateDecimals, 64)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		s = "0"
	}
	return s, nil
}

// isKeyType reports whether key values can be brought into the form of a type.
func isKeyType(t schema.Type) bool { return slices.Contains(keyTypes(), string(t)) }

// keyTypes are the types that key_type may name.
func keyTypes() []string {
	var out []string
	for _, t := range schema.Types() {
		switch t {
		case schema.Entity, schema.HTML, schema.JSON, schema.MimeType, schema.Topic:
		default:
			out = append(out, string(t))
		}
	}
	return out
}
