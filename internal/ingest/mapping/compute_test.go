package mapping

import (
	"errors"
	"strings"
	"testing"

	"skein/internal/normalize"
)

func TestFormulas(t *testing.T) {
	values := map[string]float64{"dead": 3, "missing": 2, "boats": 4, "n of persons": 10, "2015": 7, "zero": 0, "a.b": 6, "νεκροί": 8}
	for _, c := range []struct{ text, want string }{
		{"dead + missing", "5"},
		{"dead+missing*boats", "11"},
		{"(dead+missing)*boats", "20"},
		{"dead - missing - boats", "-3"},
		{"boats / missing / missing", "1"},
		{"`n of persons` / boats", "2.5"},
		{"`2015` + 1", "8"},
		{"-dead + +missing", "-1"},
		{"- (dead - boats)", "1"},
		{"1 / 3", "0.333333"},
		{"2 / 3", "0.666667"},
		{"0.1 + 0.2", "0.3"},
		{"1.5 * 2", "3"},
		{"zero * -1", "0"},
		{"-1 / 10000000", "0"},
		{"1234 / 1000", "1.2340"}, // three decimals would be read as thousands
		{"1 / 8", "0.125"},
		{"12345678 * 1000", "12345678000"},
		{"a.b / dead", "2"},
		{"νεκροί/dead", "2.666667"},
	} {
		f, err := parseFormula(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		numbers := make([]float64, len(f.columns))
		for i, name := range f.columns {
			n, ok := values[name]
			if !ok {
				t.Fatalf("%s has the column %q", c.text, name)
			}
			numbers[i] = n
		}
		x, err := f.eval(numbers, nil)
		if got := formatNumber(x); err != nil || got != c.want {
			t.Errorf("%s = %s, %v; want %s", c.text, got, err, c.want)
		}
	}
}

func TestFormulasRefuse(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "it ends where a number or a column should be",
		"a +":                     "it ends where a number or a column should be",
		"a b":                     `it has "b" where an operator + - * / should be`,
		"(a":                      "it ends where a closing bracket should be",
		"a)":                      `it has ")" where an operator`,
		"* a":                     `it has "* a" where a number`,
		"`a":                      "a backtick opens",
		"``":                      "a backtick opens",
		"2x + 1":                  `"2x" is no number; put a column's name that begins with a digit in backticks`,
		"1.2.3":                   "is no number",
		strings.Repeat("(", 1000): "too deep",
		strings.Repeat("-", 1000): "too deep",
	} {
		_, err := parseFormula(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q gave %v, want %s", text, err, want)
		}
	}
	for text, want := range map[string]error{"1 / 0": errDivision, "1 / (2 - 2)": errDivision, "999999999999999999 * 10": errTooLarge} {
		f, err := parseFormula(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.eval(nil, nil); !errors.Is(err, want) {
			t.Errorf("%s gave %v, want %v", text, err, want)
		}
	}
}

// What is computed is in the canonical form of numbers: reading it changes nothing.
func TestComputedNumbersAreCanonical(t *testing.T) {
	for _, x := range []float64{0, 1, -1, 0.5, 1.234, 12.345, 999.999, 1000.125, 0.125, -7.125, 123456.789, 1e14, 1.0 / 3} {
		s := formatNumber(x)
		if again, err := normalize.Number(s); err != nil || again != s {
			t.Errorf("%v is printed %s, which reads %s, %v", x, s, again, err)
		}
	}
}
