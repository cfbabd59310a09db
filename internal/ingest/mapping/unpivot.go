package mapping

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"skein/internal/normalize"
	"skein/internal/record"
)

// boundUnpivot is one column of an unpivot in one file.
type boundUnpivot struct {
	source source
	name   string
	label  string
}

// unpivot reads the columns that make a row of their own each: a table of columns and
// what $label says of them, or a list of columns, whose names it says.
func (p *parser) unpivot(f field) []labelled {
	if f.value == nil {
		return nil
	}
	var out []labelled
	n := p.resolve(f.value)
	if n.Kind == yaml.SequenceNode {
		for _, c := range p.columns(n, "unpivot") {
			out = append(out, labelled{c, c.name})
		}
	} else {
		for _, e := range p.table(n, "unpivot") {
			if label, ok := p.text(e.value, "unpivot of "+e.name); ok {
				out = append(out, labelled{column{normalize.Visible(e.name), e.key.Line}, strings.TrimSpace(label)})
			}
		}
	}
	if len(out) == 0 {
		p.fail(f.key.Line, "unpivot names no columns; write a table of columns and labels, such as {\"Apr 2015\": 2015-04}")
	}
	return out
}

func (r *binder) unpivot(columns []labelled) []boundUnpivot {
	var out []boundUnpivot
	for _, c := range columns {
		out = append(out, boundUnpivot{r.source(c.column), c.column.name, c.label})
	}
	return out
}

// spread runs a query with unpivot once for each of its columns that has a value, and
// keeps the records.
func (b *Binding) spread(q *boundQuery) {
	q.made = q.made[:0]
	passed := false
	for i := range q.unpivot {
		u := &q.unpivot[i]
		if b.text(u.source) == "" && len(b.more(u.source)) == 0 {
			continue
		}
		b.cell = u
		b.query(q)
		passed = passed || q.passed
		for _, e := range q.entities {
			if !e.key.key.IsZero() {
				r := e.record
				r.Statements = append([]record.Statement{}, e.record.Statements...)
				q.made = append(q.made, r)
			}
		}
	}
	b.cell = nil
	q.passed = passed
}

// at returns where a source is in the row: $value is the column at hand.
func (b *Binding) at(s source) source {
	if s != sourceValue {
		return s
	}
	if b.cell == nil {
		return sourceNone
	}
	return b.cell.source
}

// empty reports whether no column of any unpivot has a value.
func (b *Binding) empty() bool {
	spreads := false
	for i := range b.queries {
		for _, u := range b.queries[i].unpivot {
			if spreads = true; b.text(u.source) != "" {
				return false
			}
		}
	}
	return spreads
}
