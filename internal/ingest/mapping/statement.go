package mapping

import (
	"errors"
	"strings"

	"skein/internal/money"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

// entity makes the record of an entity that has a key.
func (b *Binding) entity(q *boundQuery, e *boundEntity) {
	r := &e.record
	r.ID, r.Key, r.Place = 0, e.key.key, b.place
	r.Category = record.NoCategory
	if e.isPerson {
		r.Category = b.categoryOf(q, e)
	}
	r.Origin, _, _ = e.origin.value(b)
	grade, _, problem := e.grade.value(b)
	b.settingProblem(e.entity.grade, "grade", problem)
	label, _, problem := e.label.value(b)
	b.settingProblem(e.entity.label, "label", problem)
	r.Statements = r.Statements[:0]
	e.named = ""
	for _, p := range e.properties {
		from := len(r.Statements)
		b.property(q, e, p)
		made := r.Statements[from:]
		if p.required && len(made) == 0 {
			b.problem(p.columns, p.name(e)+" has no value, and the mapping requires one")
		}
		g, own, problem := p.grade.value(b)
		b.settingProblem(p.property.grade, "grade", problem)
		if !own {
			g = grade
		}
		l, own, problem := p.label.value(b)
		b.settingProblem(p.property.label, "label", problem)
		if !own {
			l = label
		}
		for i := range made {
			made[i].Grade, made[i].Label = g, l
		}
	}
	b.settleCurrency(e, record.Evaluation{Grade: grade, Label: label})
	if own := (record.Evaluation{Grade: grade, Label: label}); len(r.Statements) == 0 && own != (record.Evaluation{}) {
		// What is known of a thing by its key alone keeps its own grade and label, too.
		r.Statements = append(r.Statements, record.Statement{Grade: grade, Label: label})
	}
}

func (b *Binding) settingProblem(s setting, what, problem string) {
	if problem != "" {
		b.problem([]column{s.column}, what+": "+problem)
	}
}

// categoryOf returns a person's category. A person who is debriefed is a witness
// unless the source says more.
func (b *Binding) categoryOf(q *boundQuery, e *boundEntity) record.Category {
	c, ok, problem := e.category.value(b)
	switch {
	case problem != "":
		b.settingProblem(e.entity.category, "category of "+e.name, problem)
	case !ok && q.debriefed:
		return record.Witness
	case !ok:
		var columns []column
		if e.entity.category.column.name != "" {
			columns = []column{e.entity.category.column}
		}
		b.problem(columns, e.name+": a person without a data-subject category; write category: suspect, convicted, contact, victim, witness or informant, or name the column that says so")
	}
	return c
}

// name returns the property's name for messages.
func (p *boundProperty) name(e *boundEntity) string {
	return e.name + "." + string(p.definition.Name)
}

// property appends the statements of one property.
func (b *Binding) property(q *boundQuery, e *boundEntity, p *boundProperty) {
	from := len(e.record.Statements)
	switch {
	case p.target >= 0:
		if k := &q.entities[p.target].key; !k.key.IsZero() {
			e.add(p, from, pair{value: k.hexadecimal()})
		}
		return
	case p.formula != nil:
		b.compute(e, p)
	default:
		b.values(e, p)
	}
	if len(e.record.Statements) == from && p.fallback != "" {
		b.take(e, p, from, p.fallback, p.columns, true)
	}
}

// values appends what columns, literals or a template give.
func (b *Binding) values(e *boundEntity, p *boundProperty) {
	from := len(e.record.Statements)
	if p.plain {
		for _, c := range p.constant {
			e.add(p, from, c)
		}
		if p.constant == nil {
			for _, l := range p.literals {
				b.take(e, p, from, l, nil, true)
			}
		}
		for i, s := range p.sources {
			b.take(e, p, from, b.written(s), p.columns[i:i+1], false)
			for _, m := range b.more(s) {
				b.take(e, p, from, m, p.columns[i:i+1], false)
			}
		}
		return
	}
	parts := b.parts[:0]
	if p.template == nil {
		parts = append(parts, p.literals...)
	}
	for _, s := range p.sources {
		text := b.text(s)
		if s >= 0 && p.sort.nothing(text) {
			text = ""
		}
		more := b.more(s)
		switch {
		case p.template != nil && len(more) > 0:
			text = strings.Join(append([]string{text}, more...), ", ")
			parts = append(parts, text)
		case p.template != nil || text != "":
			parts = append(parts, text)
			parts = append(parts, more...)
		}
	}
	b.parts = parts
	b.buffer = b.buffer[:0]
	if p.template != nil {
		b.buffer = p.template.fill(b.buffer, parts)
	} else {
		for i, t := range parts {
			if i > 0 {
				b.buffer = append(b.buffer, p.join...)
			}
			b.buffer = append(b.buffer, t...)
		}
	}
	if len(b.buffer) > 0 {
		b.take(e, p, from, string(b.buffer), p.columns, false)
	}
}

// take appends the values of one text. supplied texts are the mapping's own, of
// which the source wrote nothing.
func (b *Binding) take(e *boundEntity, p *boundProperty, from int, text string, columns []column, supplied bool) {
	if text == "" {
		return
	}
	parameter := b.parameter(p)
	o, ok := p.known.get(text, parameter)
	if !ok {
		text = p.known.own(text)
		o = p.outcomeOf(text, parameter, b)
		p.known.put(text, parameter, o)
	}
	if o.problem != "" {
		b.problem(columns, p.name(e)+": "+o.problem)
	}
	if o.first.value == "" {
		return
	}
	if supplied {
		o.first.original = ""
	}
	b.name(e, p, o.named)
	e.add(p, from, o.first)
	for _, v := range o.more {
		if supplied {
			v.original = ""
		}
		e.add(p, from, v)
	}
}

// parameter returns what the meaning of a property's texts depends on beside them.
func (b *Binding) parameter(p *boundProperty) string {
	switch {
	case p.property.country.line > 0:
		code, _, problem := p.country.value(b)
		b.settingProblem(p.property.country, "country", problem)
		return code
	case p.property.currency.line > 0:
		code, _, problem := p.currency.value(b)
		b.settingProblem(p.property.currency, "currency", problem)
		return string(code)
	case p.form.dated:
		return b.day
	case p.definition.Type == schema.Entity && p.global:
		return scopeGlobal
	case p.definition.Type == schema.Entity:
		return b.scope
	}
	return ""
}

// outcomeOf works out what becomes of a text: it is cut, looked up and brought into
// the form of the property's type.
func (p *boundProperty) outcomeOf(text, parameter string, b *Binding) outcome {
	var o outcome
	pieces := []string{text}
	if p.split != "" {
		pieces = strings.Split(text, p.split)
	}
	for _, written := range pieces {
		piece := strings.TrimSpace(written)
		if b != nil && len(b.missing) > 0 && b.missing[normalize.Visible(piece)] {
			continue
		}
		if piece = p.lookup.text(p.extracted(piece)); piece == "" {
			continue
		}
		values, err := p.convert(piece, parameter, b)
		switch {
		case isNoValue(err) || err != nil && p.drop:
			continue
		case err != nil:
			o.problem = joinProblems(o.problem, err.Error())
			continue
		}
		if p.form.money && !o.knows(&p.form, piece, parameter) {
			o.problem = joinProblems(o.problem, "its parts are amounts in several currencies")
		}
		for _, v := range values {
			o.add(v, written, p.definition.Type != schema.Entity)
		}
	}
	return o
}

// knows notes the currency that an amount stands with, and reports whether it is that of
// the other amounts of the text.
func (o *outcome) knows(f *form, text, parameter string) bool {
	if f.decimal != 0 {
		text, _ = normalize.DecimalMark(text, f.decimal) // read once without an error
	}
	_, named, err := amount(text, money.Currency(parameter))
	if err != nil || named == "" {
		return true
	}
	known := o.named
	o.named = named
	return known == "" || known == named
}

// add appends a value, with what was written if that says more.
func (o *outcome) add(value, written string, keep bool) {
	if value == "" {
		return
	}
	pr := pair{value: value}
	if value != written && keep {
		pr.original = written
	}
	if o.first.value == "" {
		o.first = pr
	} else {
		o.more = append(o.more, pr)
	}
}

// convert returns the canonical forms: one, but of phones as many as the text has; for
// references the key of the thing that has the text as its id_column.
func (p *boundProperty) convert(text, parameter string, b *Binding) ([]string, error) {
	if p.definition.Type == schema.Entity {
		if normalize.IsNothing(text, normalize.OfKey) {
			return nil, noValue(schema.Entity, text)
		}
		return []string{b.keyer.Key(parameter, normalize.Visible(text)).String()}, nil
	}
	if p.form.kind == schema.Phone {
		return normalize.Phones(text, parameter)
	}
	v, err := p.form.canonical(text, parameter)
	return []string{v}, err
}

func joinProblems(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// isNoValue reports whether a text says that there is no value. Whoever is
// stateless has no country.
func isNoValue(err error) bool {
	return errors.Is(err, normalize.ErrUnknown) || errors.Is(err, normalize.ErrStateless)
}

// add appends a statement unless the record has it.
func (e *boundEntity) add(p *boundProperty, from int, v pair) {
	for i := from; i < len(e.record.Statements); i++ {
		if e.record.Statements[i].Value == v.value {
			return
		}
	}
	e.record.Statements = append(e.record.Statements, record.Statement{
		Property: p.definition.Name, Value: v.value, Original: v.original,
	})
}
