package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// physical is how values are stored.
type physical int

const (
	boolean physical = iota
	int32s
	int64s
	int96s
	floats
	doubles
	byteArray
	fixedArray
)

// width is the bytes of a value, 0 of a byte array.
func (p physical) width(length int) int {
	return [...]int{boolean: 1, int32s: 4, int64s: 8, int96s: 12, floats: 4, doubles: 8, byteArray: 0, fixedArray: length}[p]
}

// text writes a value, which has the width of its column. An error costs the value's row.
type text func(v []byte) (string, error)

var (
	errNotText = errors.New("bytes that are no text in UTF-8")
	errBinary  = errors.New("it holds a NUL byte")
	errInexact = errors.New("a whole number beyond the exact ones of its floating-point type, so that its last digits may be wrong; the column must be an integer or text")
	errDate    = errors.New("a date beyond the years 1 to 9999")
)

// named is what a column of a converted type, as older files have it, is by its logical type
// (LogicalTypes.md of apache/parquet-format).
func (e *element) named() {
	if e.hasLogical {
		return
	}
	const (
		utf8Type, enumType, decimalType, dateType                = 0, 4, 5, 6
		timeMillis, timeMicros, timestampMillis, timestampMicros = 7, 8, 9, 10
		uint8Type, int64Type, jsonType, bsonType                 = 11, 18, 19, 20
	)
	switch c := e.converted; {
	case c == utf8Type:
		e.logical = logicalString
	case c == enumType:
		e.logical = logicalEnum
	case c == decimalType:
		e.logical = logicalDecimal
	case c == dateType:
		e.logical = logicalDate
	case c == timeMillis || c == timeMicros:
		e.logical, e.unit, e.adjusted = logicalTime, c-timeMillis+1, true
	case c == timestampMillis || c == timestampMicros:
		e.logical, e.unit, e.adjusted = logicalTimestamp, c-timestampMillis+1, true
	case c >= uint8Type && c <= int64Type:
		e.logical, e.width, e.signed = logicalInteger, 8<<((c-uint8Type)%4), c >= uint8Type+4
	case c == jsonType:
		e.logical = logicalJSON
	case c == bsonType:
		e.logical = logicalBSON
	}
}

// intervalType is the converted type INTERVAL, which has no logical type.
const intervalType = 21

// textOf returns how values of a column are written, or the name of a type that is not read.
func (e *element) textOf(zone *time.Location, elapsed int64) (text, error) {
	integer := e.kind == int32s || e.kind == int64s
	array := e.kind == byteArray || e.kind == fixedArray
	wrong := fmt.Errorf("type %s, which cannot be stored so", e.typeName())
	switch e.logical {
	case logicalString, logicalEnum, logicalJSON:
		if array {
			return texts, nil
		}
	case logicalDecimal:
		if e.scale < 0 || e.scale > 1000 || e.kind == boolean || e.kind == floats || e.kind == doubles || e.kind == int96s {
			return nil, wrong
		}
		return e.decimal, nil
	case logicalDate:
		if e.kind == int32s {
			return dates, nil
		}
	case logicalTime, logicalTimestamp:
		if !integer || e.unit < 1 || e.unit > 3 {
			return nil, wrong
		}
		if e.logical == logicalTime {
			return e.clock, nil
		}
		return e.timestamp(zone), nil
	case logicalInteger:
		if elapsed > 0 && e.kind == int64s {
			return e.physicalText(elapsed), nil
		}
		if integer && (e.width == 8 || e.width == 16 || e.width == 32 || e.width == 64) {
			return e.integer, nil
		}
	case logicalUUID:
		if e.kind == fixedArray && e.length == 16 {
			return uuid, nil
		}
	case logicalFloat16:
		if e.kind == fixedArray && e.length == 2 {
			return halves, nil
		}
	case logicalUnknown:
		return func([]byte) (string, error) { return "", nil }, nil
	case 0:
		if e.converted == intervalType && e.kind == fixedArray && e.length == 12 {
			return interval, nil
		}
		return e.physicalText(elapsed), nil
	default:
		return nil, fmt.Errorf("type %s, which is not read; leave it out, or write it as text", e.typeName())
	}
	return nil, wrong
}

func (e *element) typeName() string {
	names := map[int]string{
		logicalString: "STRING", 2: "MAP", 3: "LIST", logicalEnum: "ENUM", logicalDecimal: "DECIMAL", logicalDate: "DATE", logicalTime: "TIME",
		logicalTimestamp: "TIMESTAMP", logicalInteger: "INTEGER", logicalUnknown: "UNKNOWN", logicalJSON: "JSON", logicalBSON: "BSON",
		logicalUUID: "UUID", logicalFloat16: "FLOAT16", logicalVariant: "VARIANT", logicalGeometry: "GEOMETRY", logicalGeography: "GEOGRAPHY",
	}
	if n, ok := names[e.logical]; ok {
		return n
	}
	return fmt.Sprintf("number %d of the logical types", e.logical)
}

// physicalText is for columns without a logical type.
func (e *element) physicalText(elapsed int64) text {
	switch e.kind {
	case boolean:
		return func(v []byte) (string, error) { return strconv.FormatBool(v[0] != 0), nil }
	case int32s, int64s:
		if elapsed > 0 && e.kind == int64s {
			return func(v []byte) (string, error) { return clock(number(v), elapsed), nil }
		}
		return func(v []byte) (string, error) { return strconv.FormatInt(number(v), 10), nil }
	case int96s:
		return julian
	case floats:
		return func(v []byte) (string, error) {
			return float(float64(math.Float32frombits(binary.LittleEndian.Uint32(v))), 32)
		}
	case doubles:
		return func(v []byte) (string, error) { return float(math.Float64frombits(binary.LittleEndian.Uint64(v)), 64) }
	default:
		return texts
	}
}

func texts(v []byte) (string, error) {
	if slices.Contains(v, 0) {
		return "", errBinary
	}
	if !utf8.Valid(v) {
		return "", errNotText
	}
	return string(v), nil
}

// number reads a signed integer of four or eight bytes.
func number(v []byte) int64 {
	if len(v) == 4 {
		return int64(int32(binary.LittleEndian.Uint32(v)))
	}
	return int64(binary.LittleEndian.Uint64(v))
}

func (e *element) integer(v []byte) (string, error) {
	n := number(v)
	if e.signed {
		return strconv.FormatInt(n, 10), nil
	}
	u := uint64(n)
	if len(v) == 4 {
		u = uint64(uint32(n))
	}
	if e.width < 64 {
		u &= 1<<e.width - 1
	}
	return strconv.FormatUint(u, 10), nil
}

// decimal writes an unscaled integer by its scale, with all its decimals: 1500.00. Byte
// arrays are big-endian, in two's complement.
func (e *element) decimal(v []byte) (string, error) {
	if e.kind == int32s || e.kind == int64s {
		return scaled(strconv.FormatInt(number(v), 10), e.scale), nil
	}
	n := new(big.Int).SetBytes(v)
	if len(v) > 0 && v[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(v))))
	}
	if len(v) > 64 {
		return "", fmt.Errorf("a decimal number of %d bytes", len(v))
	}
	return scaled(n.String(), e.scale), nil
}

func scaled(digits string, scale int) string {
	digits, negative := strings.CutPrefix(digits, "-")
	if scale > 0 {
		if missing := scale + 1 - len(digits); missing > 0 {
			digits = strings.Repeat("0", missing) + digits
		}
		digits = digits[:len(digits)-scale] + "." + digits[len(digits)-scale:]
	}
	if negative {
		return "-" + digits
	}
	return digits
}

// float writes a floating-point number as the shortest text of the same number, without an
// exponent; NaN, which stands for a missing value, as none.
func float(f float64, size int) (string, error) {
	if math.IsNaN(f) {
		return "", nil
	}
	exact := float64(1 << 53)
	if size == 32 {
		exact = 1 << 24
	}
	if math.Abs(f) > exact && f == math.Trunc(f) {
		if math.IsInf(f, 0) {
			return "", errors.New("infinity is no number")
		}
		return strconv.FormatFloat(f, 'f', -1, size), errInexact
	}
	if f == 0 {
		return "0", nil
	}
	return strconv.FormatFloat(f, 'f', -1, size), nil
}

// halves are numbers of IEEE 754 in 16 bits.
func halves(v []byte) (string, error) {
	h := binary.LittleEndian.Uint16(v)
	exponent, fraction := int(h>>10&0x1F), float64(h&0x3FF)
	f := 0.0
	switch exponent {
	case 0:
		f = math.Ldexp(fraction, -24)
	case 31:
		if fraction != 0 {
			return "", nil
		}
		return "", errors.New("infinity is no number")
	default:
		f = math.Ldexp(1024+fraction, exponent-25)
	}
	if h>>15 == 1 {
		f = -f
	}
	return float(f, 32)
}

func uuid(v []byte) (string, error) {
	return fmt.Sprintf("%x-%x-%x-%x-%x", v[:4], v[4:6], v[6:8], v[8:10], v[10:]), nil
}

// interval writes months, days and milliseconds as a duration of ISO 8601.
func interval(v []byte) (string, error) {
	months, days, millis := binary.LittleEndian.Uint32(v), binary.LittleEndian.Uint32(v[4:]), binary.LittleEndian.Uint32(v[8:])
	return fmt.Sprintf("P%dM%dDT%sS", months, days, strconv.FormatFloat(float64(millis)/1000, 'f', -1, 64)), nil
}

func dates(v []byte) (string, error) {
	return day(time.Unix(86400*number(v), 0).UTC(), time.DateOnly)
}

func day(at time.Time, layout string) (string, error) {
	if at.Year() < 1 || at.Year() > 9999 {
		return "", errDate
	}
	return at.Format(layout), nil
}

// perSecond is how many units of 1 (millis), 2 (micros) or 3 (nanos) a second has.
func perSecond(unit int) int64 { return [...]int64{1: 1e3, 2: 1e6, 3: 1e9}[unit] }

func (e *element) clock(v []byte) (string, error) {
	n, per := number(v), perSecond(e.unit)
	if n < 0 || n > 86400*per {
		return "", errors.New("a time of day beyond 24 hours")
	}
	return clock(n, per), nil
}

// clock writes hours, minutes and seconds.
func clock(n, per int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := n / per
	out := fmt.Sprintf("%s%02d:%02d:%02d", sign, s/3600, s/60%60, s%60)
	if part := n % per; part > 0 {
		digits := strconv.FormatInt(per+part, 10)[1:]
		out += "." + strings.TrimRight(digits, "0")
	}
	return out
}

// Layouts of ISO 8601.
const (
	localTime = "2006-01-02T15:04:05.999999999"
	zonedTime = time.RFC3339Nano
)

// timestamp writes an instant in the zone that the file's schema names, in UTC where it names
// none; and a time that is of no zone without one.
func (e *element) timestamp(zone *time.Location) text {
	per := perSecond(e.unit)
	layout := localTime
	if e.adjusted {
		layout = zonedTime
	}
	if zone == nil || !e.adjusted {
		zone = time.UTC
	}
	return func(v []byte) (string, error) {
		n := number(v)
		return day(time.Unix(n/per, n%per*(1e9/per)).In(zone), layout)
	}
}

// julian writes an INT96: nanoseconds of the day, and the Julian day number, which is
// 2440588 on 1 January 1970. It has no zone: some writers store UTC and others local time, and
// what the schema of Arrow says beside it is not what readers of INT96 follow.
func julian(v []byte) (string, error) {
	nanos, number := int64(binary.LittleEndian.Uint64(v)), int64(binary.LittleEndian.Uint32(v[8:]))
	const day1970 = 2440588
	if nanos < 0 || nanos > 86400*1e9 {
		return "", errors.New("a time of day beyond 24 hours")
	}
	return day(time.Unix((number-day1970)*86400, 0).UTC().Add(time.Duration(nanos)), localTime)
}
