package mapping

import (
	"strings"

	"skein/internal/normalize"
	"skein/internal/schema"
)

// sort is a sort of value, and whether the texts are countries, of which NA is one.
type sort struct {
	of      normalize.Sort
	country bool
}

// sortOf returns the sort of a type's values.
func sortOf(t schema.Type, device bool) sort {
	switch t {
	case schema.NameType:
		return sort{of: normalize.OfName}
	case schema.Country:
		return sort{of: normalize.OfTerm, country: true}
	case schema.Identifier, schema.Phone, schema.IBAN, schema.Email, schema.URL, schema.IP, schema.Checksum:
		if device {
			return sort{of: normalize.OfDevice}
		}
		return sort{of: normalize.OfIdentifier}
	case schema.Date, schema.Number, schema.Amount, schema.Currency, schema.Latitude, schema.Longitude:
		return sort{of: normalize.OfQuantity}
	case schema.Entity:
		return sort{of: normalize.OfKey}
	default:
		return sort{of: normalize.OfTerm}
	}
}

// nothing reports whether a text says that there is no value.
func (s sort) nothing(text string) bool {
	if !normalize.IsNothing(text, s.of) {
		return false
	}
	if s.country {
		_, err := normalize.Country(text)
		return err != nil
	}
	return true
}

// keyOf makes the key of an entity, none where no key column has a value, nor a column of
// fallback_keys.
func (b *Binding) keyOf(e *boundEntity) {
	b.mainKey(e)
	if e.key.key.IsZero() && len(e.fallback) > 0 {
		b.fallbackKey(e)
	}
}

func (b *Binding) mainKey(e *boundEntity) {
	single := len(e.sources) == 1 && e.sources[0] != sourceRow && len(b.more(e.sources[0])) == 0
	var text, parameter string
	if single {
		if text = b.text(e.sources[0]); text == "" {
			return
		}
		if p := e.keyReaders[0]; p != nil {
			parameter = b.parameter(p)
		}
		if k, ok := e.keys.get(text, parameter); ok {
			e.key = k
			return
		}
	}
	parts, empty := b.parts[:0], true
	if e.literal != "" {
		parts = append(parts, e.literal)
	}
	for i, s := range e.sources {
		t := b.keyText(e, i, b.text(s))
		empty = empty && (t == "" || s == sourcePart && len(e.sources) > 1 || s >= 0 && e.saysNothing(i, t)) // every row has a part
		parts = append(parts, t)
		for _, m := range b.more(s) {
			t = b.keyText(e, i, strings.TrimSpace(m))
			empty = empty && (t == "" || e.saysNothing(i, t))
			parts = append(parts, t)
		}
	}
	b.parts = parts
	if empty {
		return
	}
	scope := b.scope
	if e.global {
		scope = scopeGlobal
	}
	e.key = keyed{key: b.keyer.Key(scope, parts...)}
	if single {
		e.key.text = e.key.key.String()
		e.keys.put(e.keys.own(text), parameter, e.key)
	}
}

const scopeGlobal = "global"

// saysNothing reports whether a text of the i-th key column names nothing. What key_type
// has read was asked there.
func (e *boundEntity) saysNothing(i int, text string) bool {
	return e.keyType == "" && e.keySorts[i].nothing(text)
}

// fallbackKey makes a key of the columns of fallback_keys, within the owner: what stands
// there is no number that others use.
func (b *Binding) fallbackKey(e *boundEntity) {
	parts, empty := append(b.parts[:0], "fallback_keys", e.literal), true
	for i, s := range e.fallback {
		t := b.text(s)
		if s >= 0 {
			t = normalize.Visible(t)
		}
		empty = empty && (t == "" || s == sourcePart && len(e.fallback) > 1 || s >= 0 && e.elseSorts[i].nothing(t))
		parts = append(parts, t)
	}
	b.parts = parts
	if !empty {
		e.key = keyed{key: b.keyer.Key(b.scope, parts...)}
	}
}

// keyText brings a text of the i-th key column into the form of key_type, or, without one,
// into the form that shows.
func (b *Binding) keyText(e *boundEntity, i int, text string) string {
	if text == "" || e.sources[i] < 0 {
		return text
	}
	if e.keyType == "" {
		return normalize.Visible(text)
	}
	known := &e.keyTexts[i]
	form, parameter, drop := &e.keyForm, "", false
	if p := e.keyReaders[i]; p != nil {
		form, parameter, drop = &p.form, b.parameter(p), p.drop
		if text = p.lookup.text(p.extracted(text)); text == "" {
			return ""
		}
	}
	o, ok := known.get(text, parameter)
	if !ok {
		v, err := form.canonical(text, parameter)
		switch {
		case isNoValue(err) || err != nil && drop:
		case err != nil:
			o.problem = "key of " + e.name + ": " + err.Error()
		default:
			o.first.value = normalize.Visible(v)
		}
		known.put(known.own(text), parameter, o)
	}
	if o.problem != "" {
		b.problem(e.entity.keys[i:i+1], o.problem)
	}
	return o.first.value
}

// hexadecimal returns the key as references hold it.
func (k *keyed) hexadecimal() string {
	if k.text == "" {
		k.text = k.key.String()
	}
	return k.text
}
