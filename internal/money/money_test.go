package money

import (
	"errors"
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseAmount(t *testing.T) {
	for _, c := range []struct {
		text     string
		currency Currency
		minor    int64
		want     string
	}{
		{"3 200", "EUR", 320000, "EUR 3200"},
		{"3\u00a0200", "EUR", 320000, "EUR 3200"},
		{"3,200.50", "EUR", 320050, "EUR 3200.50"},
		{"3.200,50", "EUR", 320050, "EUR 3200.50"},
		{"3'200.5", "CHF", 320050, "CHF 3200.50"},
		{"EUR 3000", "", 300000, "EUR 3000"},
		{"3000 EUR", "", 300000, "EUR 3000"},
		{"3000eur", "USD", 300000, "EUR 3000"},
		{"EUR 3000 EUR", "", 300000, "EUR 3000"},
		{"€3,000", "", 300000, "EUR 3000"},
		{"3.000 €", "", 300000, "EUR 3000"},
		{"3000 euros", "", 300000, "EUR 3000"},
		{"3000,-", "EUR", 300000, "EUR 3000"},
		{"$1,250", "", 125000, "USD 1250"},
		{"US$ 900", "EUR", 90000, "USD 900"},
		{"£0.05", "", 5, "GBP 0.05"},
		{"1.234", "EUR", 123400, "EUR 1234"},
		{"1,234", "LYD", 1234000, "LYD 1234"},
		{"0.123", "KWD", 123, "KWD 0.123"},
		{"1.2340", "LYD", 1234, "LYD 1.2340"},
		{"1234.567", "TND", 1234567, "TND 1234.567"},
		{"12,34,567", "INR", 123456700, "INR 1234567"},
		{"1.234.567", "XOF", 1234567, "XOF 1234567"},
		{"600 000 XOF", "", 600000, "XOF 600000"},
		{"1,5", "EUR", 150, "EUR 1.50"},
		{"12.5000", "EUR", 1250, "EUR 12.50"},
		{"-50", "EUR", -5000, "EUR -50"},
		{"-€0.50", "", -50, "EUR -0.50"},
		{"€\u22120.50", "", -50, "EUR -0.50"},
		{"EUR -50", "", -5000, "EUR -50"},
		{"0", "EUR", 0, "EUR 0"},
		{"-92233720368547758.08", "EUR", math.MinInt64, "EUR -92233720368547758.08"},
	} {
		got, err := ParseAmount(c.text, c.currency)
		if err != nil || got.Minor() != c.minor || got.String() != c.want {
			t.Errorf("ParseAmount(%q, %q) = %v (%d), %v; want %s (%d)", c.text, c.currency, got, got.Minor(), err, c.want, c.minor)
		}
	}
}

func TestParseAmountRefuses(t *testing.T) {
	for _, c := range []struct {
		text     string
		currency Currency
		want     error
	}{
		{"", "EUR", ErrFormat},
		{"EUR", "", ErrFormat},
		{"free", "EUR", ErrFormat},
		{"3000", "", ErrCurrency},
		{"3000", "ABC", ErrCurrency},
		{"3000", "eur", ErrCurrency},
		{"3000 kr", "", ErrCurrency},
		{"¥3000", "", ErrCurrency},
		{"$3000 EUR", "", ErrCurrency},
		{"EUR 3000 each", "", ErrCurrency},
		{"3000-5000", "EUR", ErrFormat},
		{"3 000 5", "EUR", ErrFormat},
		{"1,2,3", "EUR", ErrFormat},
		{"1,234.567,89", "EUR", ErrFormat},
		{"1234,567,890", "EUR", ErrFormat},
		{"1,234 567", "EUR", ErrFormat},
		{"1e5", "EUR", ErrFormat},
		{"5 %", "EUR", ErrCurrency},
		{"1.005 0", "EUR", ErrFormat},
		{"0.001", "EUR", ErrPrecision},
		{"10.50", "JPY", ErrPrecision},
		{"92233720368547758.08", "EUR", ErrOverflow},
		{"9" + strings.Repeat("0", 40), "XOF", ErrOverflow},
	} {
		if got, err := ParseAmount(c.text, c.currency); !errors.Is(err, c.want) || got.IsValid() {
			t.Errorf("ParseAmount(%q, %q) = %v, %v; want %v", c.text, c.currency, got, err, c.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for text, want := range map[string]string{
		"007":                  "7",
		"1\u066c234\u066b5":    "1234.5",
		"1\u066b125":           "1.1250",
		"1,125.125":            "1125.125",
		"+5":                   "5",
		"\u22125":              "-5",
		"-0":                   "0",
		"-0.0":                 "0",
		"0.500":                "0.5",
		"1.50":                 "1.5",
		"12.34.567":            "1234567",
		"123456789012345678.9": "123456789012345678.9",
	} {
		if got, err := Decimal(text); err != nil || got != want {
			t.Errorf("Decimal(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"", "-", ".", ",5", "5,", "1..2", "NaN", "Inf", "0x10", "1_000", "--1", "1-", "\xff1"} {
		if got, err := Decimal(text); !errors.Is(err, ErrFormat) {
			t.Errorf("Decimal(%q) = %q, %v", text, got, err)
		}
	}
}

func TestZeroAmount(t *testing.T) {
	var none Amount
	if none.IsValid() || none.String() != "invalid amount" || !math.IsNaN(none.Major()) {
		t.Error("the zero Amount passes for money")
	}
	nothing, err := NewAmount(0, "EUR")
	if err != nil || nothing == none || nothing.Major() != 0 {
		t.Errorf("nothing paid is %v, %v", nothing, err)
	}
	if _, err := NewAmount(1, ""); !errors.Is(err, ErrCurrency) {
		t.Errorf("an amount without a currency: %v", err)
	}
}

func TestAdd(t *testing.T) {
	amount := func(minor int64, c Currency) Amount { return Amount{minor: minor, currency: c} }
	for _, c := range []struct {
		a, b, sum Amount
		err       error
	}{
		{amount(250, "EUR"), amount(-50, "EUR"), amount(200, "EUR"), nil},
		{amount(250, "EUR"), amount(250, "USD"), Amount{}, ErrCurrency},
		{amount(250, "EUR"), Amount{}, Amount{}, ErrCurrency},
		{Amount{}, Amount{}, Amount{}, ErrCurrency},
		{amount(math.MaxInt64, "EUR"), amount(1, "EUR"), Amount{}, ErrOverflow},
		{amount(math.MinInt64, "EUR"), amount(-1, "EUR"), Amount{}, ErrOverflow},
		{amount(math.MinInt64, "EUR"), amount(math.MaxInt64, "EUR"), amount(-1, "EUR"), nil},
	} {
		sum, err := c.a.Add(c.b)
		if sum != c.sum || !errors.Is(err, c.err) {
			t.Errorf("%v + %v = %v, %v; want %v, %v", c.a, c.b, sum, err, c.sum, c.err)
		}
	}
	if got := amount(1234567, "TND").Major(); got != 1234.567 {
		t.Errorf("Major() = %v", got)
	}
}

func TestCurrencyLists(t *testing.T) {
	seen := map[string]bool{}
	for _, list := range []string{noMinorUnit, cents, mils, withdrawn, withdrawnNoMinor} {
		for code := range strings.FieldsSeq(list) {
			if seen[code] || !regexp.MustCompile(`^[A-Z]{3}$`).MatchString(code) || !Currency(code).IsValid() {
				t.Errorf("%q is repeated or malformed", code)
			}
			seen[code] = true
		}
	}
	for c, digits := range map[Currency]int{"EUR": 2, "JPY": 0, "XOF": 0, "LYD": 3, "TND": 3, "IQD": 3, "MRU": 2, "BYR": 0, "HRK": 2} {
		if c.Digits() != digits {
			t.Errorf("%s has %d digits, want %d", c, c.Digits(), digits)
		}
	}
	for _, c := range []Currency{"", "eur", "XXX", "XAU", "EU", "R U", "D A", "AED AFN"} {
		if c.IsValid() {
			t.Errorf("%q passes for a currency", c)
		}
	}
}

func TestParsePrintParse(t *testing.T) {
	all := strings.Fields(noMinorUnit + " " + cents + " " + mils + " " + withdrawn + " " + withdrawnNoMinor)
	rapid.Check(t, func(t *rapid.T) {
		a := Amount{
			minor:    rapid.OneOf(rapid.Int64(), rapid.Int64Range(-9999, 9999)).Draw(t, "minor"),
			currency: Currency(rapid.SampledFrom(all).Draw(t, "currency")),
		}
		b, err := ParseAmount(a.String(), "")
		if err != nil || a != b {
			t.Fatalf("%v (%d) is read back as %v (%d), %v", a, a.minor, b, b.minor, err)
		}
	})
}

func FuzzAmount(f *testing.F) {
	for _, seed := range []string{"3 200", "3,200.50", "3.200,50", "EUR 3000", "€3,000", "-$1", "1.2340 LYD", "12,34,567", "1\u066b125", "3000,-", "- 5"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if plain, err := Decimal(text); err == nil {
			if again, err := Decimal(plain); err != nil || again != plain {
				t.Errorf("Decimal(%q) = %q, then %q, %v", text, plain, again, err)
			}
		}
		for _, c := range []Currency{"", "JPY", "EUR", "LYD"} {
			a, err := ParseAmount(text, c)
			if err != nil {
				continue
			}
			if b, err := ParseAmount(a.String(), ""); err != nil || a != b {
				t.Errorf("%q is %v, read back as %v, %v", text, a, b, err)
			}
		}
	})
}
