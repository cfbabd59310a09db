package normalize

import (
	"fmt"
	"math/big"
	"strings"

	"skein/internal/money"
)

// Money is what a text says of an amount.
type Money struct {
	Number string         // plain decimal, in major units
	Named  money.Currency // that the text names; "": none
}

// Amount reads an amount of money as [money.ParseAmount] does, in the digits
// of any script and with more of what officers write; see [ReadMoney]. Its errors are those
// of package money, or [ErrUnknown] and [ErrAmbiguous].
func Amount(text string, c money.Currency) (money.Amount, error) {
	m, err := ReadMoney(text)
	if err != nil {
		return money.Amount{}, err
	}
	if m.Named != "" {
		c = m.Named
	}
	return money.ParseAmount(m.Number, c)
}

// ReadMoney reads an amount with the currency that the text names, if it does. Beside what
// package money reads there may be
//
//   - a currency by its name or sign in the field's languages, see [Currency];
//   - "about", and words for thousands and millions: "1,5k EUR", "3 mila euro";
//   - a range, "2000-3000 €", "tra 3.000 e 4.000 euro": the middle of it is returned, as the
//     best guess at what was paid; the caller keeps the text. It is refused where the upper
//     end is below the lower one or above five times it;
//   - "gratis": 0.
//
// A bound such as "up to 3000" is no amount.
func ReadMoney(text string) (Money, error) {
	if IsNothing(text, OfQuantity) {
		return Money{}, fail("amount", text, ErrUnknown, "")
	}
	clean := strings.ToLower(Digits(Visible(text)))
	key := strings.TrimSpace(clean)
	words := amountWords()
	if words.free[FoldWords(key)] {
		return Money{Number: "0"}, nil
	}
	p := amountParser{rest: key}
	if err := p.read(); err != nil {
		return Money{}, fmt.Errorf("amount %q: %w", text, err)
	}
	m, err := p.money()
	if err != nil {
		return Money{}, fmt.Errorf("amount %q: %w", text, err)
	}
	return m, nil
}

// amountParser parts a text into numbers and words.
type amountParser struct {
	rest    string
	numbers []amountNumber
	words   []string // that name a currency, all together
	ranged  bool     // "between", "to" or a dash stands with two numbers
}

type amountNumber struct {
	text   string
	factor *big.Rat
}

// read parts the text.
func (p *amountParser) read() error {
	w := amountWords()
	for p.rest != "" {
		start := strings.IndexFunc(p.rest, isNumeral)
		if start < 0 {
			start = len(p.rest)
		}
		if err := p.between(p.rest[:start]); err != nil {
			return err
		}
		if p.rest = p.rest[start:]; p.rest == "" {
			return nil
		}
		size := numberLength(p.rest)
		number := amountNumber{p.rest[:size], big.NewRat(1, 1)}
		p.rest = p.rest[size:]
		for { // 1k, 3 mila, 2 million
			trimmed := strings.TrimLeft(p.rest, " ")
			end := wordLength(trimmed)
			factor := w.factors[FoldWords(trimmed[:end])]
			if end == 0 || factor == 0 {
				break
			}
			number.factor.Mul(number.factor, new(big.Rat).SetInt64(factor))
			p.rest = strings.TrimPrefix(trimmed[end:], ".")
		}
		p.numbers = append(p.numbers, number)
	}
	return nil
}

func isNumeral(r rune) bool { return '0' <= r && r <= '9' }

// numberLength is how much of a text that begins with a digit is one number with its
// separators.
func numberLength(text string) int {
	end := 0
	for i, r := range text {
		switch {
		case isNumeral(r):
			end = i + 1
		case strings.ContainsRune(".,'’` \u066b\u066c\u202f", r) && i == end: // one mark between digits
		default:
			return end
		}
		if i > end {
			return end
		}
		if !isNumeral(r) {
			next := text[i+len(string(r)):]
			if next == "" || !isNumeral(rune(next[0])) {
				return end
			}
			end = i + len(string(r))
		}
	}
	return end
}

func wordLength(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !isAlphanumeric(r) || isNumeral(r) })
	if end < 0 {
		return len(text)
	}
	return end
}

// between reads what stands before, between and after the numbers.
func (p *amountParser) between(text string) error {
	w := amountWords()
	text = strings.TrimSpace(text)
	if len(p.numbers) > 0 {
		text = strings.TrimPrefix(strings.TrimPrefix(text, ",-"), ".-") // 3000,-
		text = strings.TrimPrefix(text, ",–")
		if len(text) > 1 { // €/person
			text = strings.ReplaceAll(text, "/", " ")
		}
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == ':' || r == '~' || r == '≈' }) {
		folded := FoldWords(word)
		switch {
		case strings.Trim(word, "-–—−/") == "":
			if len(p.numbers) > 0 && p.rest != text {
				p.ranged = true
			} else if len(p.numbers) == 0 && strings.Trim(word, "-−") == "" {
				p.words = append(p.words, "-")
			}
		case w.about[folded]:
		case w.ranges[folded]:
			p.ranged = true
		case w.bounds[folded], strings.ContainsAny(word, "<>≤≥"):
			return fmt.Errorf("%w: %q makes it a bound and no amount", money.ErrFormat, word)
		default:
			if strings.HasPrefix(word, "-") || strings.HasPrefix(word, "−") {
				if len(p.numbers) > 0 {
					p.ranged = true
				} else {
					p.words = append(p.words, "-")
				}
			}
			p.words = append(p.words, strings.Trim(word, "-–—−"))
		}
	}
	return nil
}

// money settles what was read.
func (p *amountParser) money() (Money, error) {
	sign := ""
	var words []string
	for _, word := range p.words {
		if word == "-" {
			sign = "-"
		} else if word != "" {
			words = append(words, word)
		}
	}
	var m Money
	factor := int64(1)
	if len(words) > 0 {
		unit, err := currencyOf(words)
		if err != nil {
			return m, err
		}
		m.Named, factor = unit.currency, unit.factor
	}
	values := make([]*big.Rat, len(p.numbers))
	for i, n := range p.numbers {
		plain, err := money.Decimal(n.text)
		if err != nil {
			return m, fmt.Errorf("%w: want digits with one style of separators", money.ErrFormat)
		}
		if scaled := n.factor.Cmp(big.NewRat(1, 1)) != 0; scaled && strings.ContainsAny(n.text, ".,") && !strings.Contains(plain, ".") {
			return m, fmt.Errorf("%w: in %q the mark may be decimal or of thousands", ErrAmbiguous, n.text)
		}
		v, _ := new(big.Rat).SetString(plain)
		values[i] = v.Mul(v, n.factor)
	}
	value, err := p.single(values, sign)
	if err != nil {
		return m, err
	}
	m.Number = plainRat(value.Mul(value, new(big.Rat).SetInt64(factor)))
	if sign != "" && m.Number != "0" {
		m.Number = "-" + m.Number
	}
	return m, nil
}

// single returns the one amount, or the middle of a range.
func (p *amountParser) single(values []*big.Rat, sign string) (*big.Rat, error) {
	const widest = 5 // times the lower end
	switch {
	case len(values) == 1:
		return values[0], nil
	case len(values) == 0:
		return nil, fmt.Errorf("%w: it has no digits", money.ErrFormat)
	case len(values) > 2 || !p.ranged || sign != "":
		return nil, fmt.Errorf("%w: it holds more than one number", money.ErrFormat)
	}
	low, high := values[0], values[1]
	if p.numbers[0].factor.Cmp(p.numbers[1].factor) < 0 && low.Cmp(big.NewRat(100, 1)) < 0 { // 2-3 k
		low.Mul(low, p.numbers[1].factor)
	}
	if low.Sign() <= 0 || low.Cmp(high) > 0 || new(big.Rat).Quo(high, low).Cmp(big.NewRat(widest, 1)) > 0 {
		return nil, fmt.Errorf("%w: it is no range from a lower to a higher amount of the same size", money.ErrFormat)
	}
	middle := new(big.Rat).Add(low, high)
	return middle.Quo(middle, big.NewRat(2, 1)), nil
}

// plainRat prints a decimal number in plain form, with a zero behind three decimals that
// would read as thousands (see package money).
func plainRat(v *big.Rat) string {
	const most = 6
	text := v.FloatString(most)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	whole, fraction, _ := strings.Cut(text, ".")
	if len(fraction) == 3 && len(whole) <= 3 && whole != "0" {
		text += "0"
	}
	return text
}

// DecimalMark rewrites the numbers of a text whose decimal mark is known to be a point or a comma,
// so that they have one reading: "3.500" is 3500 where the mark is a comma and 3.5 where it is a
// point. It fails with [ErrFormat] where the other mark does not separate thousands.
func DecimalMark(text string, mark rune) (string, error) {
	group := '.'
	if mark == '.' {
		group = ','
	}
	text = Digits(text)
	var b strings.Builder
	zero := 0 // behind which byte a zero goes in
	for i, r := range text {
		after := text[i+len(string(r)):]
		digits := leadingDigits(after)
		inNumber := i > 0 && isNumeral(rune(text[i-1])) && digits != ""
		switch {
		case !inNumber || r != mark && r != group:
			b.WriteRune(r)
		case r == group && len(digits) != 3:
			return "", fail("number", text, ErrFormat, "the decimal mark is "+string(mark)+", and "+string(group)+" separates no thousands")
		case r == mark:
			b.WriteByte('.')
			if len(digits) == 3 { // not to be taken for thousands
				zero = i + 3
			}
		}
		if zero > 0 && i == zero {
			b.WriteByte('0')
			zero = 0
		}
	}
	return b.String(), nil
}
