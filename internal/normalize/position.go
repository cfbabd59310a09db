package normalize

import (
	"errors"
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"skein/internal/geo"
)

// Axis is one of the two coordinates of a position. The zero value is invalid.
type Axis uint8

// The axes.
const (
	Latitude Axis = iota + 1
	Longitude
)

// String returns "latitude" or "longitude".
func (a Axis) String() string {
	switch a {
	case Latitude:
		return "latitude"
	case Longitude:
		return "longitude"
	}
	return "no axis"
}

// limit is the greatest value of the axis in degrees.
func (a Axis) limit() float64 {
	if a == Latitude {
		return 90
	}
	return 180
}

// Coordinate returns a latitude or longitude in degrees, north and east
// positive. It reads
//
//   - decimal degrees with a point or a comma, signed or with a hemisphere;
//   - degrees and minutes, or degrees, minutes and seconds, the last of them
//     with decimals, marked (38°48'00"), parted by spaces, colons or hyphens
//     (38-48-00), or run together before a hemisphere (384800N, 0262618E);
//   - hemispheres before or after as N, S, E, W or as a word in English,
//     French, German, Italian or Spanish. O is west (Ouest, Oeste, Ovest); German
//     sources that mean Ost by it must say Ost or E.
//
// It fails with [ErrFormat], with [ErrRange] if minutes or seconds reach 60 or
// the whole leaves the globe, and with [ErrUnknown].
func Coordinate(text string, axis Axis) (float64, error) {
	if IsNothing(text, OfQuantity) {
		return 0, fail(axis.String(), text, ErrUnknown, "")
	}
	tokens, err := positionTokens(text, true)
	if err != nil {
		return 0, fail(axis.String(), text, sentinelOf(err), err.Error())
	}
	half, err := readHalf(tokens)
	if err != nil {
		return 0, fail(axis.String(), text, sentinelOf(err), err.Error())
	}
	degrees, err := half.degrees(axis)
	if err != nil {
		return 0, fail(axis.String(), text, sentinelOf(err), err.Error())
	}
	return degrees, nil
}

// LatLon returns the position of a pair of coordinates, each as [Coordinate]
// reads it, or of an ISO 6709 string (+38.8+026.4383/). The latitude comes
// first unless the hemispheres say otherwise; a pair in which that puts the
// latitude beyond 90° is refused, not swapped. The pair is parted by a comma,
// semicolon, slash, hyphen or space. A comma between two digits is a decimal
// mark unless the text has points or the comma is all that parts the pair;
// three numbers joined by such commas give [ErrAmbiguous].
//
// A source's 0,0 is returned as it stands; see [geo.Point.IsNullIsland].
func LatLon(text string) (geo.Point, error) {
	if IsNothing(text, OfQuantity) {
		return geo.Point{}, fail("position", text, ErrUnknown, "")
	}
	first, second, err := readPair(text)
	if err != nil {
		return geo.Point{}, fail("position", text, sentinelOf(err), err.Error())
	}
	if first.axis() == Longitude || second.axis() == Latitude {
		first, second = second, first
	}
	lat, errLat := first.degrees(Latitude)
	lon, errLon := second.degrees(Longitude)
	if err := errors.Join(errLat, errLon); err != nil {
		return geo.Point{}, fail("position", text, sentinelOf(err), err.Error())
	}
	p, err := geo.NewPoint(lat, lon)
	if err != nil {
		return geo.Point{}, fail("position", text, ErrRange, err.Error())
	}
	return p, nil
}

// positionError is a sentence with its sentinel.
type positionError struct {
	why      string
	sentinel error
}

func (e positionError) Error() string { return e.why }
func (e positionError) Unwrap() error { return e.sentinel }

func malformed(why string) error  { return positionError{why, ErrFormat} }
func outOfRange(why string) error { return positionError{why, ErrRange} }

func sentinelOf(err error) error {
	for _, sentinel := range [...]error{ErrAmbiguous, ErrRange} {
		if errors.Is(err, sentinel) {
			return sentinel
		}
	}
	return ErrFormat
}

// iso6709 is the form of ISO 6709 annex H, with height and reference system.
var iso6709 = regexp.MustCompile(`^([+-])([0-9]{1,6}(?:\.[0-9]+)?)([+-])([0-9]{1,7}(?:\.[0-9]+)?)(?:[+-][0-9.]+)?(?:CRS[^/]*)?/?$`)

// readPair reads both halves of a position in the order of the text.
func readPair(text string) (first, second half, err error) {
	if m := iso6709.FindStringSubmatch(strings.TrimSpace(Digits(text))); m != nil {
		return half{negative: m[1] == "-", numbers: m[2:3], compact: true}, half{negative: m[3] == "-", numbers: m[4:5], compact: true}, nil
	}
	// Map links have the marks percent-encoded.
	if strings.Contains(text, "%") {
		if plain, err := url.QueryUnescape(text); err == nil {
			text = plain
		}
	}
	tokens, err := positionTokens(text, !hasDecimalPoint(text))
	if err != nil {
		return half{}, half{}, err
	}
	if len(tokens) == 1 && strings.Contains(tokens[0].text, ".") || len(tokens) == 2 && tokens[0].kind == tokenSign {
		if tokens, err = positionTokens(text, false); err != nil {
			return half{}, half{}, err
		}
	}
	a, b, err := splitPair(tokens)
	if err != nil {
		return half{}, half{}, err
	}
	if first, err = readHalf(a); err != nil {
		return half{}, half{}, err
	}
	second, err = readHalf(b)
	return first, second, err
}

func hasDecimalPoint(text string) bool {
	text = asciiNumbers(text)
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '.' && isDigit(text[i-1]) && isDigit(text[i+1]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// half is one coordinate as read: up to three numbers, plain decimals without sign.
type half struct {
	numbers    []string
	negative   bool
	hemisphere byte // N, S, E, W, or 0 for none
	compact    bool // the number may be degrees, minutes and seconds run together
}

// axis returns the axis that the hemisphere implies, or 0 if there is none.
func (h half) axis() Axis {
	switch h.hemisphere {
	case 'N', 'S':
		return Latitude
	case 'E', 'W':
		return Longitude
	}
	return 0
}

// degrees returns the value of h on an axis.
func (h half) degrees(axis Axis) (float64, error) {
	if axis != Latitude && axis != Longitude {
		return 0, malformed("no axis is given")
	}
	if h.axis() != 0 && h.axis() != axis {
		return 0, malformed("hemisphere " + string(h.hemisphere) + " is of the other axis than " + axis.String())
	}
	numbers := h.numbers
	if h.compact && len(numbers) == 1 {
		numbers = uncompact(numbers[0], axis)
	}
	degrees, err := sexagesimal(numbers)
	if err != nil {
		return 0, err
	}
	if degrees > axis.limit() {
		return 0, outOfRange("a " + axis.String() + " goes to " + strconv.FormatFloat(axis.limit(), 'f', -1, 64) + "°")
	}
	if h.negative || h.hemisphere == 'S' || h.hemisphere == 'W' {
		degrees = -degrees
	}
	return degrees + 0, nil // -0 becomes 0
}

// uncompact parts 384800 or 0262618 into degrees, minutes and seconds. The
// degrees of a longitude have three digits (ISO 6709; ICAO flight plans).
func uncompact(number string, axis Axis) []string {
	width := 2
	if axis == Longitude {
		width = 3
	}
	whole, _, _ := strings.Cut(number, ".")
	switch len(whole) {
	case width + 2:
		return []string{number[:width], number[width:]}
	case width + 4:
		return []string{number[:width], number[width : width+2], number[width+2:]}
	}
	return []string{number}
}

// sexagesimal returns degrees of a number of degrees, minutes and seconds, of
// which only the last has decimals.
func sexagesimal(numbers []string) (float64, error) {
	var parts [3]float64
	for i, n := range numbers {
		value, err := strconv.ParseFloat(n, 64)
		if err != nil {
			return 0, malformed("a number is too long")
		}
		if i < len(numbers)-1 && value != math.Trunc(value) {
			return 0, malformed("only the last of degrees, minutes and seconds has decimals")
		}
		if i > 0 && value >= 60 {
			return 0, outOfRange("minutes and seconds are below 60")
		}
		parts[i] = value
	}
	if len(numbers) == 1 {
		return parts[0], nil
	}
	return (parts[0]*3600 + parts[1]*60 + parts[2]) / 3600, nil
}
