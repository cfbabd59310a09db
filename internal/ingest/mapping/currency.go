package mapping

import (
	"errors"
	"fmt"

	"skein/internal/money"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

// amount returns the plain decimal of an amount of money and the currency that stands with
// it, "" if none does. c is the currency of a text without one.
func amount(text string, c money.Currency) (number string, named money.Currency, err error) {
	if c == "" {
		n, err := normalize.Number(text)
		if err == nil || errors.Is(err, normalize.ErrUnknown) {
			return n, "", err
		}
	}
	m, err := normalize.ReadMoney(text)
	if err != nil {
		return "", "", err
	}
	if m.Named != "" {
		c = m.Named
	}
	if c != "" { // nothing is finer than its minor unit
		if _, err := money.ParseAmount(m.Number, c); err != nil {
			return "", "", err
		}
	}
	return plainNumber(m.Number), m.Named, nil
}

// currency reads a currency, which may stand with its amount. FollowTheMoney's entities have
// free texts there.
func (f *form) currency(text string) (string, error) {
	c, err := normalize.Currency(text)
	if err != nil && f.kind == schema.String && !errors.Is(err, normalize.ErrUnknown) && !errors.Is(err, normalize.ErrAmbiguous) {
		return normalize.Text(text)
	}
	return string(c), err
}

// name notes the currency that an amount of the record at hand stands with.
func (b *Binding) name(e *boundEntity, p *boundProperty, c money.Currency) {
	if c == "" || e.named == c {
		return
	}
	if e.named != "" {
		b.problem(p.columns, fmt.Sprintf("%s: the record has amounts in %s and in %s", p.name(e), e.named, c))
	}
	e.named = c
}

// settleCurrency makes the currency of a record that which its amounts stand with: it goes
// before a literal or default of the mapping, and must agree with what another column says.
func (b *Binding) settleCurrency(e *boundEntity, own record.Evaluation) {
	if e.named == "" {
		return
	}
	statements := e.record.Statements
	for i := range statements {
		s := &statements[i]
		if s.Property != currencyName || s.Value == string(e.named) {
			if s.Property == currencyName {
				return
			}
			continue
		}
		if p := e.propertyOf(currencyName); p != nil && b.isStated(p) {
			b.problem(p.columns, fmt.Sprintf("%s: the amount stands with %s, and the currency is %s", p.name(e), e.named, s.Value))
			return
		}
		s.Value, s.Original = string(e.named), ""
		return
	}
	if _, ok := e.schema.Property(currencyName); ok {
		e.record.Statements = append(statements, record.Statement{Property: currencyName, Value: string(e.named), Grade: own.Grade, Label: own.Label})
	}
}

// propertyOf returns an entity's property by its name, nil if the mapping has none.
func (e *boundEntity) propertyOf(name schema.PropertyName) *boundProperty {
	for _, p := range e.properties {
		if p.definition.Name == name {
			return p
		}
	}
	return nil
}

// isStated reports whether a column of the row gave a property's value, and not a literal
// or default.
func (b *Binding) isStated(p *boundProperty) bool {
	for _, s := range p.sources {
		if text := b.text(s); text != "" && !normalize.IsNothing(text, normalize.OfQuantity) {
			return true
		}
	}
	return false
}
