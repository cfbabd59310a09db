package mapping

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/money"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/schema"
)

// Binding is a mapping bound to the columns of one file. It keeps what it learnt
// from the rows before, and is for one goroutine.
type Binding struct {
	missing map[string]bool
	queries []boundQuery
	columns []string // of the file

	// Of the row at hand.
	cells    []cellText
	place    record.Place
	rowName  string
	problems []Problem
	totals   totals

	owner   string
	scope   string // "owner:" and the owner
	day     string // of receipt, YYYY-MM-DD; "": not known
	keyer   record.Keyer
	seen    map[[8]byte]int // how often the file has said what $row stands for; nil: $row is not used
	usesRow bool
	rest    bool          // a row that no filter lets through is a problem
	cell    *boundUnpivot // the column at hand of an unpivot; nil: none

	// Buffers.
	parts   []string
	numbers []float64
	stack   []float64
	buffer  []byte
}

// source is where a text comes from: the index of a column, or one of the two that
// every file has.
type source int

const (
	sourceRow  source = -1
	sourcePart source = -2
	sourceNone source = -3 // a column that the file lacks, and may lack
	// Of a query with unpivot.
	sourceLabel source = -4
	sourceValue source = -5
)

type boundQuery struct {
	filters   []boundFilter
	unpivot   []boundUnpivot
	made      []record.Record // of the row at hand, where there is an unpivot
	entities  []*boundEntity
	passed    bool // whether its filters let the row at hand through
	debriefed bool // whether the row at hand makes a Debriefing
}

type boundFilter struct {
	source source
	values map[string]bool
	not    bool
}

type boundEntity struct {
	*entity
	sources    []source
	fallback   []source
	keyForm    form
	keyReaders []*boundProperty // by key column; nil: keyForm
	keyTexts   []memo[outcome]  // key_type's work, by key column
	keys       memo[keyed]      // keys of one column
	category   chosen[record.Category]
	origin     chosen[record.Origin]
	grade      chosen[grading.Grade]
	label      chosen[handling.Label]
	properties []*boundProperty

	// Of the row at hand.
	key    keyed
	record record.Record
	named  money.Currency // that its amounts stand with
}

// keyed is a key and its text, which is made when somebody asks for it.
type keyed struct {
	key  record.Key
	text string
}

type boundProperty struct {
	*property
	sources  []source
	plain    bool   // columns and constants alone
	sort     sort   // of the texts that template and join put together
	constant []pair // of the literals, where they never change
	country  chosen[string]
	currency chosen[money.Currency]
	grade    chosen[grading.Grade]
	label    chosen[handling.Label]
	known    memo[outcome]
}

// outcome is what became of a text: values, none, or a problem.
type outcome struct {
	first   pair // value "": none
	more    []pair
	problem string
	named   money.Currency // that an amount stands with
}

// pair is a canonical value and, where it differs, what the source wrote.
type pair struct{ value, original string }

// binder resolves the columns of a file.
type binder struct {
	columns []string
	index   map[string]int // -1: more than one column has the name
	found   []finding
	usesRow bool
	spreads bool // the query at hand has an unpivot
	sparse  bool // a column that the file lacks has no values
}

// Bind resolves the columns that the mapping names. Its error wraps [ErrColumns]
// and says for each unknown column which ones are near.
func (m *Mapping) Bind(columns []string) (*Binding, error) {
	return m.bind(&binder{}, columns)
}

// BindSparse is Bind for files whose rows name their own columns, as JSON does: a
// column that no row has is empty, and no error.
func (m *Mapping) BindSparse(columns []string) (*Binding, error) {
	return m.bind(&binder{sparse: true}, columns)
}

func (m *Mapping) bind(r *binder, columns []string) (*Binding, error) {
	r.columns, r.index = make([]string, len(columns)), map[string]int{}
	for i, c := range columns {
		c = normalize.Visible(c)
		if _, twice := r.index[c]; twice {
			r.index[c] = -1
		} else {
			r.index[c] = i
		}
		r.columns[i] = c
	}
	b := &Binding{missing: m.missing, rest: m.rest, columns: r.columns}
	for _, q := range m.queries {
		b.queries = append(b.queries, r.query(q))
	}
	b.totals = newTotals(m, b, len(columns))
	if b.usesRow = r.usesRow; b.usesRow {
		b.seen = map[[8]byte]int{}
	}
	if len(r.found) == 0 {
		return b, nil
	}
	slices.SortStableFunc(r.found, func(x, y finding) int { return x.line - y.line })
	errs := make([]error, len(r.found))
	for i, f := range r.found {
		errs[i] = fmt.Errorf("line %d: %s", f.line, f.text)
	}
	return nil, fmt.Errorf("%w:\n%w", ErrColumns, errors.Join(errs...))
}

func (r *binder) source(c column) source {
	i, ok := r.index[c.name]
	switch {
	case ok && i >= 0:
		return source(i)
	case c.name == columnRow:
		r.usesRow = true
		return sourceRow
	case c.name == columnPart:
		return sourcePart
	case c.name == columnLabel && r.spreads:
		return sourceLabel
	case c.name == columnValue && r.spreads:
		return sourceValue
	case !ok && r.sparse:
		return sourceNone
	}
	f := finding{c.line, fmt.Sprintf("the file has the column %q twice; give one another name", c.name)}
	if c.name == columnLabel || c.name == columnValue {
		f.text = c.name + " is a column of queries with unpivot, and this one has none"
	} else if !ok {
		f.text = fmt.Sprintf("the file has no column %q%s", c.name, r.near(c.name))
	}
	if !slices.Contains(r.found, f) {
		r.found = append(r.found, f)
	}
	return sourceRow
}

// near names the nearest columns or, where none is near, the first ones.
func (r *binder) near(name string) string {
	if hint := didYouMean(name, r.columns); hint != "" {
		return hint
	}
	if len(r.columns) == 0 {
		return ""
	}
	const shown = 12
	list := strings.Join(r.columns[:min(shown, len(r.columns))], ", ")
	if len(r.columns) > shown {
		list += ", ..."
	}
	return "; it has " + list
}

func (r *binder) sources(cs []column) []source {
	out := make([]source, len(cs))
	for i, c := range cs {
		out[i] = r.source(c)
	}
	return out
}

func (r *binder) query(q *query) boundQuery {
	out := boundQuery{unpivot: r.unpivot(q.unpivot)}
	r.spreads = len(q.unpivot) > 0
	for _, f := range q.filters {
		out.filters = append(out.filters, boundFilter{r.source(f.column), f.values, f.not})
	}
	for _, e := range q.entities {
		be := &boundEntity{entity: e, sources: r.sources(e.keys), fallback: r.sources(e.fallback), keyForm: form{kind: e.keyType}.withLayouts()}
		be.record.Schema = e.schemaName
		be.category = choose(r, e.category, parseCategory)
		be.origin = choose(r, e.origin, func(s string) (record.Origin, error) { return record.Origin(s), nil })
		be.grade = choose(r, e.grade, grading.Parse)
		be.label = chooseOwned(r, e.label, readLabel)
		for _, p := range e.properties {
			be.properties = append(be.properties, r.property(p))
		}
		be.keyReaders, be.keyTexts = make([]*boundProperty, len(e.keys)), make([]memo[outcome], len(e.keys))
		for i, p := range e.keyProperties {
			if at := slices.Index(e.properties, p); at >= 0 {
				be.keyReaders[i] = be.properties[at]
			}
		}
		out.entities = append(out.entities, be)
	}
	return out
}

func (r *binder) property(p *property) *boundProperty {
	bp := &boundProperty{property: p, sources: r.sources(p.columns), sort: sortOf(typeOf(p.definition), false)}
	bp.country = choose(r, p.country, callingCode)
	bp.currency = choose(r, p.currency, normalize.Currency)
	bp.grade = choose(r, p.grade, grading.Parse)
	bp.label = chooseOwned(r, p.label, readLabel)
	bp.plain = p.template == nil && p.formula == nil && !p.joins
	if bp.plain && !bp.country.inCell && !bp.currency.inCell && p.definition.Type != schema.Entity {
		for _, l := range p.literals {
			o := bp.outcomeOf(l, bp.country.fixed+string(bp.currency.fixed), nil)
			for _, v := range o.all() {
				bp.constant = append(bp.constant, pair{value: v.value})
			}
		}
	}
	return bp
}

// choose binds a setting. What is the same for all rows was checked by [Parse].
func choose[T any](r *binder, s setting, parse func(string) (T, error)) chosen[T] {
	return chooseOwned(r, s, func(text, _ string) (T, error) { return parse(text) })
}

// readLabel reads a label; one that names no owner is of the agency that sent the row.
func readLabel(text, owner string) (handling.Label, error) {
	return handling.ParseOwned(text, handling.Agency(owner))
}

// chooseOwned binds a setting whose meaning depends on the agency that sent the row.
func chooseOwned[T any](r *binder, s setting, parse func(text, owner string) (T, error)) chosen[T] {
	c := chosen[T]{set: s.line > 0, parse: parse, lookup: s.lookup}
	switch {
	case s.column.name != "":
		c.inCell, c.source = true, r.source(s.column)
	case c.set:
		c.text = s.text
		c.fixed, _ = parse(s.text, "")
	}
	return c
}

// all returns the values.
func (o *outcome) all() []pair {
	if o.first.value == "" {
		return nil
	}
	return append([]pair{o.first}, o.more...)
}
