package mapping

import (
	"fmt"
	"strconv"

	"skein/internal/normalize"
)

// compute appends the result of a formula, none where a column has no value.
func (b *Binding) compute(e *boundEntity, p *boundProperty) {
	b.numbers = b.numbers[:0]
	for i, s := range p.sources {
		text := p.lookup.text(b.text(s))
		if text == "" {
			return
		}
		if len(b.more(s)) > 0 {
			b.computeProblem(e, p, p.columns[i:i+1], "the cell has several values, and arithmetic wants one number")
			return
		}
		n, err := number(text)
		switch {
		case isNoValue(err):
			return
		case err != nil:
			b.computeProblem(e, p, p.columns[i:i+1], err.Error())
			return
		}
		b.numbers = append(b.numbers, n)
	}
	if cap(b.stack) < len(p.formula.steps) {
		b.stack = make([]float64, 0, len(p.formula.steps))
	}
	x, err := p.formula.eval(b.numbers, b.stack)
	if err == nil {
		v := formatNumber(x)
		if err = p.definition.Check(v); err == nil {
			e.add(p, len(e.record.Statements), pair{value: v})
			return
		}
	}
	b.computeProblem(e, p, p.columns, fmt.Sprintf("%s with %v: %v", p.formula.text, b.numbers, err))
}

func (b *Binding) computeProblem(e *boundEntity, p *boundProperty, columns []column, reason string) {
	if !p.drop {
		b.problem(columns, p.name(e)+": "+reason)
	}
}

// number reads a cell as a number.
func number(text string) (float64, error) {
	if n, err := strconv.ParseUint(text, 10, 32); err == nil { // most are small counts
		return float64(n), nil
	}
	plain, err := normalize.Number(text)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is too large a number", text)
	}
	return n, nil
}
