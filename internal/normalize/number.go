package normalize

import (
	"strings"

	"skein/internal/money"
)

// Number returns a plain decimal: an optional "-", digits without leading
// zeros, and, if there is a fraction, a point and digits without trailing
// zeros. Integers of any length stay exact. The separators follow the rules of
// package money: "1,234", "1.234" and "1 234" are all 1234, "1.234,5" is
// 1234.5. Percentages and exponents are refused with [ErrFormat]; NaN is a
// missing value.
func Number(text string) (string, error) {
	if IsNothing(text, OfQuantity) {
		return "", fail("number", text, ErrUnknown, "")
	}
	number := Digits(strings.TrimSpace(text))
	if strings.ContainsAny(number, "%‰٪") {
		return "", fail("number", text, ErrFormat, "a percentage is not a count; map it to a share")
	}
	plain, err := money.Decimal(number)
	if err != nil {
		return "", fail("number", text, ErrFormat, "want digits with one style of separators")
	}
	return plain, nil
}
