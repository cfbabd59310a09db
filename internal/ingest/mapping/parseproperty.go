package mapping

import (
	"fmt"
	"slices"
	"strings"

	"skein/internal/english"
	"skein/internal/grading"
	"skein/internal/normalize"
	"skein/internal/schema"
)

const (
	referenceKeys = "entity required grade label"
	valueKeys     = "column columns literal literals template compute join split extract unit lookup format formats calendar precision " +
		"jan1_is_year part decimal country currency default invalid " + referenceKeys
)

// properties reads an entity's properties, once all entities of its query are known.
func (p *parser) properties(e *entity, f field, all []*entity, names []string) {
	if f.value == nil {
		return
	}
	for _, pf := range p.table(f.value, "properties of "+e.name) {
		def, ok := e.schema.Property(schema.PropertyName(pf.name))
		if !ok {
			p.fail(pf.key.Line, "%s has no property %q%s", english.A(string(e.schemaName)), pf.name, didYouMean(pf.name, propertyNames(e.schema)))
			continue
		}
		if len(pf.value.Content) == 0 {
			p.fail(pf.key.Line, "%s.%s must be a table; write {column: ...} or {literal: ...}", e.name, pf.name)
			continue
		}
		what := e.name + "." + pf.name
		pr := &property{definition: def, line: pf.key.Line, target: -1, global: e.global}
		fields := p.known(pf.value, what, valueKeys)
		pr.grade = p.setting(fields["grade"], "grade", fits(grading.Parse))
		pr.label = p.setting(fields["label"], "label", fits(parseLabel))
		if r, ok := fields["required"]; ok {
			pr.required = p.flag(r.value, "required")
		}
		if _, ok := fields["entity"]; ok {
			p.reference(pr, fields, what, all, names)
		} else {
			pr.form = formOf(e.schema, def)
			p.values(pr, fields, what)
		}
		e.properties = append(e.properties, pr)
	}
}

// reference reads a property that names another entity of the query.
func (p *parser) reference(pr *property, fields map[string]field, what string, all []*entity, names []string) {
	for _, name := range sortedKeys(fields) {
		if !slices.Contains(strings.Fields(referenceKeys), name) {
			p.fail(fields[name].key.Line, "%s has %s beside entity; a reference has no other value", what, name)
		}
	}
	f := fields["entity"]
	name, ok := p.text(f.value, "entity")
	if !ok {
		return
	}
	if pr.definition.Type != schema.Entity {
		p.fail(f.key.Line, "%s is of type %s and cannot refer to an entity", what, pr.definition.Type)
		return
	}
	if pr.target = slices.Index(names, name); pr.target < 0 {
		p.fail(f.value.Line, "%s refers to entity %q, which the query does not make%s", what, name, didYouMean(name, names))
		return
	}
	target := all[pr.target]
	if target.schema != nil && pr.definition.Range != "" && !target.schema.Is(pr.definition.Range) {
		p.fail(f.value.Line, "%s must refer to %s, and %s is %s", what, english.A(string(pr.definition.Range)), name, english.A(string(target.schemaName)))
	}
}

// values reads a property that has values of its own.
func (p *parser) values(pr *property, fields map[string]field, what string) {
	p.sources(pr, fields, what)
	if f, ok := fields["join"]; ok {
		pr.join, pr.joins = p.text(f.value, "join")
	}
	if f, ok := fields["split"]; ok {
		if pr.split, ok = p.text(f.value, "split"); ok && pr.split == "" {
			p.fail(f.value.Line, "split is empty; write the text between the values")
		}
	}
	if f, ok := fields["extract"]; ok {
		pr.extract = p.pattern(f)
	}
	pr.lookup = p.lookup(fields["lookup"])
	p.options(pr, fields, what)
	pr.form = pr.form.withLayouts()
	if f, ok := fields["invalid"]; ok {
		pr.drop = p.oneOf(f.value, "invalid", "quarantine", "drop") == "drop"
	}
	p.constants(pr, fields, what)
}

// sources reads where the values come from: columns and literals, or one of
// template and compute.
func (p *parser) sources(pr *property, fields map[string]field, what string) {
	var kinds []string
	for _, name := range []string{"column", "columns", "literal", "literals"} {
		f, ok := fields[name]
		if !ok {
			continue
		}
		if strings.HasPrefix(name, "column") {
			pr.columns = append(pr.columns, p.columns(f.value, name)...)
		} else {
			pr.literals = append(pr.literals, p.texts(f.value, name)...)
		}
		kinds = append(kinds, name)
	}
	if len(kinds) > 0 {
		kinds = []string{strings.Join(kinds, " and ")}
	}
	if f, ok := fields["template"]; ok {
		kinds = append(kinds, "template")
		text, _ := p.text(f.value, "template")
		t, err := parseTemplate(text)
		if err != nil {
			p.fail(f.value.Line, "template %q: %v", text, err)
		} else {
			pr.template, pr.columns = t, lined(t.columns, f.value.Line)
		}
	}
	if f, ok := fields["compute"]; ok {
		kinds = append(kinds, "compute")
		text, _ := p.text(f.value, "compute")
		c, err := parseFormula(text)
		if err != nil {
			p.fail(f.value.Line, "compute %q: %v", text, err)
		} else {
			pr.formula, pr.columns = c, lined(c.columns, f.value.Line)
		}
		if !slices.Contains([]schema.Type{schema.Number, schema.Amount, schema.String, schema.Text}, pr.definition.Type) {
			p.fail(f.key.Line, "%s is of type %s; compute gives numbers", what, pr.definition.Type)
		}
	}
	switch {
	case len(kinds) == 0:
		p.fail(pr.line, "%s has no values: write column, literal, template, compute or entity", what)
	case len(kinds) > 1:
		p.fail(pr.line, "%s has %s; write one of them", what, strings.Join(kinds, " beside "))
	}
}

func lined(names []string, line int) []column {
	out := make([]column, len(names))
	for i, n := range names {
		out[i] = column{n, line}
	}
	return out
}

// options reads how values of certain types are written.
func (p *parser) options(pr *property, fields map[string]field, what string) {
	kind := pr.definition.Type
	belongs := func(name, to string, types ...schema.Type) (field, bool) {
		f, ok := fields[name]
		if ok && !slices.Contains(types, kind) {
			p.fail(f.key.Line, "%s is of type %s; %s is for %s", what, kind, name, to)
		}
		return f, ok && slices.Contains(types, kind)
	}
	for _, name := range []string{"format", "formats"} {
		if f, ok := belongs(name, "dates", schema.Date); ok {
			pr.form.dates.Formats = append(pr.form.dates.Formats, p.formats(f)...)
		}
	}
	if f, ok := belongs("calendar", "dates", schema.Date); ok {
		words := make([]string, 0, 4)
		for _, c := range normalize.Calendars() {
			words = append(words, string(c))
		}
		pr.form.dates.Calendar = normalize.Calendar(p.oneOf(f.value, "calendar", words...))
	}
	if f, ok := belongs("precision", "dates", schema.Date); ok {
		word := p.oneOf(f.value, "precision", "year", "month", "day")
		for precision := normalize.PrecisionYear; precision <= normalize.PrecisionDay; precision++ {
			if precision.String() == word {
				pr.form.dates.Precision = precision
			}
		}
	}
	if f, ok := belongs("jan1_is_year", "dates", schema.Date); ok {
		pr.form.dates.Jan1IsYear = p.flag(f.value, "jan1_is_year")
	}
	if f, ok := belongs("part", "latitudes, longitudes and numbers", schema.Latitude, schema.Longitude, schema.Number); ok {
		pr.form.part = normalize.Latitude
		if p.oneOf(f.value, "part", "latitude", "longitude") == "longitude" {
			pr.form.part = normalize.Longitude
		}
	}
	if f, ok := belongs("unit", "numbers", schema.Number); ok {
		pr.form.unit = p.oneOf(f.value, "unit", units()...)
	}
	if f, ok := belongs("country", "phone numbers", schema.Phone); ok {
		pr.country = p.setting(f, "country", fits(callingCode))
	}
	if f, ok := belongs("decimal", "amounts and numbers", schema.Amount, schema.Number); ok {
		pr.form.decimal = []rune(p.oneOf(f.value, "decimal", ",", ".") + " ")[0]
	}
	if f, ok := belongs("currency", "amounts", schema.Amount, schema.Number); ok {
		pr.currency = p.setting(f, "currency", fits(normalize.Currency))
	}
}

// formats reads ways of writing dates.
func (p *parser) formats(f field) []string {
	var out []string
	for _, format := range p.texts(f.value, f.name) {
		if err := checkFormat(format); err != nil {
			p.fail(f.value.Line, "%s %q: %v", f.name, format, err)
		}
		out = append(out, format)
	}
	return out
}

// checkFormat says what is wrong with a way of writing dates.
func checkFormat(format string) error {
	if slices.Contains([]string{"epoch-days", "epoch-seconds", "epoch-millis", "excel-days"}, format) {
		return nil
	}
	const directives = "YymbBhdejHIpMSfzZaAFTRD%"
	found := false
	for rest := format; rest != ""; {
		_, after, ok := strings.Cut(rest, "%")
		if !ok {
			break
		}
		after = strings.TrimLeft(after, "-_0") // flags of padding
		if after == "" || !strings.Contains(directives, after[:1]) {
			return fmt.Errorf("%%%.1s is not understood; write %%Y %%m %%d %%H %%M %%S or one of %s", after, directives)
		}
		found = found || after[0] != '%'
		rest = after[1:]
	}
	if !found {
		return fmt.Errorf("it has no %%; write such as %%d.%%m.%%Y, or epoch-days, epoch-seconds, epoch-millis or excel-days")
	}
	return nil
}

// constants checks the texts that the mapping itself supplies.
func (p *parser) constants(pr *property, fields map[string]field, what string) {
	check := func(text string, line int, where string) {
		if text = strings.TrimSpace(text); text == "" || pr.definition.Type == schema.Entity {
			return
		}
		if _, err := pr.form.canonical(text, ""); err != nil {
			p.fail(line, "%s of %s: %v", where, what, err)
		}
	}
	if f, ok := fields["default"]; ok {
		pr.fallback, _ = p.text(f.value, "default")
		check(pr.fallback, f.value.Line, "default")
	}
	for _, l := range pr.literals {
		if !pr.joins && pr.split == "" && pr.country.line == 0 {
			check(pr.lookup.text(strings.TrimSpace(l)), pr.line, "literal")
		}
	}
	if f, ok := fields["lookup"]; ok && len(pr.definition.Values) > 0 {
		for _, from := range sortedKeys(pr.lookup) {
			check(pr.lookup[from], f.value.Line, "lookup")
		}
	}
}
