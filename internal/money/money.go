// Package money holds amounts of money as the field's sources state them:
// fees, payments, seizures, turnover.
//
// An [Amount] is a whole number of minor units (cents, fils) of one
// [Currency], so that sums are exact. The zero Amount is invalid, since it has
// no currency: "nothing was paid" is a valid amount of 0 with its currency,
// "no price is known" is the zero value. Amounts of two currencies are never
// added; conversion needs a rate and a date, and is not done here.
//
// # Reading
//
// [ParseAmount] reads a number with an optional currency code, name or symbol
// before or after it. [Decimal] is the number reader alone. Its rules, for
// texts of which nobody says which country's habits they follow:
//
//   - Spaces and apostrophes separate groups of thousands.
//   - If both point and comma occur, the one that comes last is the decimal
//     mark and occurs once; the other separates groups.
//   - A point or comma that occurs twice or more separates groups.
//   - In a number without other separators, a single point or comma with one to
//     three digits before it (not just 0) and exactly three after it separates
//     thousands: "1.234" and "1,234" are one thousand two hundred and
//     thirty-four. Thousandths are rarer in this field than thousands.
//   - Any other single point or comma is the decimal mark.
//
// Groups have three digits, save that the groups above the lowest may all have
// two, as in South Asia ("12,34,567"). The Arabic marks U+066B (decimal) and
// U+066C (thousands) mean what they say. Exponents, percentages, ranges and
// anything else are refused.
package money

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

var (
	// ErrCurrency says that a currency is missing or not known, or that two differ.
	ErrCurrency = errors.New("currency")
	// ErrFormat says that a text is not a number or an amount.
	ErrFormat = errors.New("not an amount")
	// ErrPrecision says that an amount is finer than its currency's minor unit.
	ErrPrecision = errors.New("finer than the minor unit")
	// ErrOverflow says that an amount does not fit in 64 bits of minor units.
	ErrOverflow = errors.New("amount too large")
)

// Amount is a number of minor units of a currency. The zero value is invalid.
// Amounts are comparable with ==.
type Amount struct {
	minor    int64
	currency Currency
}

// NewAmount returns minor units of c: NewAmount(320050, "EUR") is €3,200.50.
func NewAmount(minor int64, c Currency) (Amount, error) {
	if !c.IsValid() {
		return Amount{}, fmt.Errorf("%w: %q is not an ISO 4217 code", ErrCurrency, string(c))
	}
	return Amount{minor: minor, currency: c}, nil
}

// IsValid reports whether a has a currency.
func (a Amount) IsValid() bool { return a.currency != "" }

// Minor returns the number of minor units.
func (a Amount) Minor() int64 { return a.minor }

// Currency returns the currency, or "" if a is invalid.
func (a Amount) Currency() Currency { return a.currency }

// Major returns the amount in the currency's main unit, as analysis wants it.
// It is NaN if a is invalid.
func (a Amount) Major() float64 {
	if !a.IsValid() {
		return math.NaN()
	}
	return float64(a.minor) / math.Pow10(a.currency.Digits())
}

// Add returns the sum of a and b. It fails with [ErrCurrency] unless both have
// the same currency, and with [ErrOverflow] if the sum does not fit.
func (a Amount) Add(b Amount) (Amount, error) {
	if !a.IsValid() || !b.IsValid() {
		return Amount{}, fmt.Errorf("%w: an amount to add has none", ErrCurrency)
	}
	if a.currency != b.currency {
		return Amount{}, fmt.Errorf("%w: cannot add %s to %s", ErrCurrency, b.currency, a.currency)
	}
	sum := a.minor + b.minor
	// Two's complement overflow: both terms have the sign that the sum lacks.
	if (a.minor^sum)&(b.minor^sum) < 0 {
		return Amount{}, fmt.Errorf("%v plus %v: %w", a, b, ErrOverflow)
	}
	return Amount{minor: sum, currency: a.currency}, nil
}

// String returns the code and the plain decimal number, with the minor units
// if there are any: "EUR 3200", "EUR 3200.50". [ParseAmount] reads it back to
// the same amount; for that, a number such as LYD 1.234 is written "LYD 1.2340",
// which cannot be taken for thousands. An invalid amount is "invalid amount".
func (a Amount) String() string {
	if !a.IsValid() {
		return "invalid amount"
	}
	digits := a.currency.Digits()
	text := strconv.FormatInt(a.minor, 10)
	sign := ""
	if a.minor < 0 {
		sign, text = "-", text[1:]
	}
	if missing := digits + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	whole, fraction := text[:len(text)-digits], text[len(text)-digits:]
	if strings.Trim(fraction, "0") != "" {
		whole = unmistakable(whole, fraction)
	}
	return string(a.currency) + " " + sign + whole
}

// ParseAmount reads an amount such as "3 200", "3,200.50", "3.200,50",
// "EUR 3000", "€3,000" or "3000 euros". The currency that the text names
// counts; c is the currency of a text that names none, and may be "" to demand
// one in the text. It fails with [ErrFormat], [ErrCurrency], [ErrPrecision]
// (nothing is rounded) or [ErrOverflow].
func ParseAmount(text string, c Currency) (Amount, error) {
	number, named, err := splitCurrency(text)
	if err != nil {
		return Amount{}, fmt.Errorf("amount %q: %w", text, err)
	}
	if named != "" {
		c = named
	}
	if !c.IsValid() {
		return Amount{}, fmt.Errorf("amount %q: %w: none is named", text, ErrCurrency)
	}
	plain, err := Decimal(number)
	if err != nil {
		return Amount{}, fmt.Errorf("amount %q: %w", text, err)
	}
	minor, err := toMinor(plain, c.Digits())
	if err != nil {
		return Amount{}, fmt.Errorf("amount %q in %s: %w", text, c, err)
	}
	return Amount{minor: minor, currency: c}, nil
}

// toMinor shifts a plain decimal by digits places.
func toMinor(plain string, digits int) (int64, error) {
	whole, fraction, _ := strings.Cut(plain, ".")
	fraction = strings.TrimRight(fraction, "0")
	if len(fraction) > digits {
		return 0, ErrPrecision
	}
	shifted := whole + fraction + strings.Repeat("0", digits-len(fraction))
	minor, err := strconv.ParseInt(shifted, 10, 64)
	if err != nil { // shifted has digits only, so it can only be too long
		return 0, ErrOverflow
	}
	return minor, nil
}

// splitCurrency parts a text into its number and the currency that stands
// before or after it, "" if none.
func splitCurrency(text string) (number string, c Currency, err error) {
	text = strings.ReplaceAll(strings.TrimSpace(text), "\u2212", "-")
	first := strings.IndexFunc(text, isNumeral)
	if first < 0 {
		return "", "", fmt.Errorf("%w: it has no digits", ErrFormat)
	}
	last := strings.LastIndexFunc(text, isNumeral)
	number = text[first : last+1]
	before, after := strings.TrimSpace(text[:first]), strings.TrimSpace(text[last+1:])
	// A sign may stand before the currency or the number: "-€50", "EUR -50".
	sign := ""
	if s, ok := strings.CutPrefix(before, "-"); ok {
		sign, before = "-", strings.TrimSpace(s)
	} else if s, ok := strings.CutSuffix(before, "-"); ok {
		sign, before = "-", strings.TrimSpace(s)
	}
	// Prices are written "3000,-" on the Continent.
	after = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(after, ",-"), ".-"))
	if before != "" && after != "" {
		a, errA := ParseCurrency(before)
		b, errB := ParseCurrency(after)
		if errA != nil || errB != nil || a != b {
			return "", "", fmt.Errorf("%w: both %q and %q stand by the number", ErrCurrency, before, after)
		}
		return sign + number, a, nil
	}
	if word := before + after; word != "" {
		if c, err = ParseCurrency(word); err != nil {
			return "", "", err
		}
	}
	return sign + number, c, nil
}

func isNumeral(r rune) bool { return '0' <= r && r <= '9' }
