package mapping

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/internal/normalize"
)

// formula is arithmetic over columns, compiled for a stack machine:
//
//	sum     = product { ("+" | "-") product }
//	product = factor { ("*" | "/") factor }
//	factor  = ["-" | "+"] ( number | name | "`" name "`" | "(" sum ")" )
type formula struct {
	text    string
	columns []string // each once, in the order of the text
	steps   []step
}

// step pushes a number or a column's, or replaces what is on top of the stack.
type step struct {
	op     byte // '#' number, '$' column, '~' negative, or one of + - * /
	number float64
	column int // index of formula.columns
}

// maxDepth bounds brackets and signs within each other.
const maxDepth = 100

// parseFormula compiles a formula.
func parseFormula(text string) (*formula, error) {
	p := formulaParser{formula: &formula{text: strings.TrimSpace(text)}, rest: text}
	if err := p.sum(0); err != nil {
		return nil, err
	}
	if p.rest != "" {
		return nil, p.unexpected("an operator + - * /")
	}
	return p.formula, nil
}

type formulaParser struct {
	*formula
	rest string // what is not read yet
}

func (p *formulaParser) unexpected(want string) error {
	if p.rest = strings.TrimSpace(p.rest); p.rest == "" {
		return fmt.Errorf("it ends where %s should be", want)
	}
	return fmt.Errorf("it has %q where %s should be", p.rest, want)
}

// next reads one of the characters of set after white space.
func (p *formulaParser) next(set string) byte {
	p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace)
	if p.rest == "" || !strings.Contains(set, p.rest[:1]) {
		return 0
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	return c
}

func (p *formulaParser) sum(depth int) error     { return p.chain("+-", depth, p.product) }
func (p *formulaParser) product(depth int) error { return p.chain("*/", depth, p.factor) }

func (p *formulaParser) chain(operators string, depth int, operand func(int) error) error {
	if err := operand(depth); err != nil {
		return err
	}
	for {
		op := p.next(operators)
		if op == 0 {
			return nil
		}
		if err := operand(depth); err != nil {
			return err
		}
		p.steps = append(p.steps, step{op: op})
	}
}

func (p *formulaParser) factor(depth int) error {
	if depth > maxDepth {
		return errors.New("its brackets are too deep")
	}
	switch p.next("+-(`") {
	case '-':
		if err := p.factor(depth + 1); err != nil {
			return err
		}
		p.steps = append(p.steps, step{op: '~'})
		return nil
	case '+':
		return p.factor(depth + 1)
	case '(':
		if err := p.sum(depth + 1); err != nil {
			return err
		}
		if p.next(")") == 0 {
			return p.unexpected("a closing bracket")
		}
		return nil
	case '`':
		name, rest, ok := strings.Cut(p.rest, "`")
		if !ok || strings.TrimSpace(name) == "" {
			return errors.New("a backtick opens a column's name and none closes it")
		}
		p.rest = rest
		p.column(strings.TrimSpace(name))
		return nil
	}
	return p.word()
}

// word reads a number or a name without spaces.
func (p *formulaParser) word() error {
	size := strings.IndexFunc(p.rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("+-*/()`", r) })
	if size < 0 {
		size = len(p.rest)
	}
	word := p.rest[:size]
	if word == "" {
		return p.unexpected("a number or a column")
	}
	p.rest = p.rest[size:]
	if first, _ := utf8.DecodeRuneInString(word); first != '.' && (first < '0' || first > '9') {
		p.column(word)
		return nil
	}
	n, err := strconv.ParseFloat(word, 64)
	if err != nil || strings.Trim(word, "0123456789.") != "" {
		return fmt.Errorf("%q is no number; put a column's name that begins with a digit in backticks", word)
	}
	p.steps = append(p.steps, step{op: '#', number: n})
	return nil
}

func (p *formulaParser) column(name string) {
	name = normalize.Visible(name)
	for i, c := range p.columns {
		if c == name {
			p.steps = append(p.steps, step{op: '$', column: i})
			return
		}
	}
	p.steps = append(p.steps, step{op: '$', column: len(p.columns)})
	p.columns = append(p.columns, name)
}

var (
	errDivision = errors.New("it divides by zero")
	errTooLarge = errors.New("the result is too large")
)

// eval computes the formula from the numbers of its columns. It uses stack.
func (f *formula) eval(numbers, stack []float64) (float64, error) {
	stack = stack[:0]
	for _, s := range f.steps {
		switch n := len(stack); s.op {
		case '#':
			stack = append(stack, s.number)
		case '$':
			stack = append(stack, numbers[s.column])
		case '~':
			stack[n-1] = -stack[n-1]
		default:
			a, b := stack[n-2], stack[n-1]
			stack = stack[:n-1]
			switch s.op {
			case '+':
				a += b
			case '-':
				a -= b
			case '*':
				a *= b
			case '/':
				if b == 0 {
					return 0, errDivision
				}
				a /= b
			}
			stack[n-2] = a
		}
	}
	result := stack[0]
	if math.IsInf(result, 0) || math.IsNaN(result) || math.Abs(result) >= 1e15 {
		return 0, errTooLarge
	}
	return result, nil
}

// formatNumber prints a number with up to six decimals.
func formatNumber(x float64) string {
	return plainNumber(strconv.FormatFloat(x, 'f', 6, 64))
}

// plainNumber strips a plain decimal of needless zeros. Where three decimals would
// read as thousands ("1.234", see package money) one zero stays.
func plainNumber(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	digits, negative := strings.CutPrefix(whole, "-")
	if digits = strings.TrimLeft(digits, "0"); digits == "" {
		digits = "0"
	}
	switch fraction = strings.TrimRight(fraction, "0"); {
	case fraction != "":
		if len(fraction) == 3 && len(digits) <= 3 && digits != "0" {
			fraction += "0"
		}
		digits += "." + fraction
	case digits == "0":
		negative = false
	}
	if negative {
		return "-" + digits
	}
	return digits
}
