package mapping

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"skein/internal/english"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// Words that tables of the language may hold; readOver are FollowTheMoney's that
// describe a data set.
const (
	readOver  = " label info_url summary category roles languages countries publisher"
	queryKeys = "entities filters filters_not unpivot csv_url csv_urls label info_url"
	fileKeys  = "queries query lookups missing skip_rows rest totals " + queryKeys + readOver
)

// Parse reads a mapping and checks it against the model. Its error wraps
// [ErrMapping] and names the line of everything that is wrong, and what to write
// instead.
func Parse(text []byte, m *schema.Model) (*Mapping, error) {
	root, err := readTree(text)
	if err != nil {
		return nil, err
	}
	p := &parser{model: m, lookups: map[string]lookup{}}
	out := p.file(p.dataSet(root))
	if err := p.err(); err != nil {
		return nil, err
	}
	return out, nil
}

// dataSet returns the table below the name of the data set, or n where there is no
// such name.
func (p *parser) dataSet(n *yaml.Node) *yaml.Node {
	fields := p.table(n, "the mapping")
	words := strings.Fields(fileKeys)
	named := 0
	for _, f := range fields {
		if slices.Contains(words, f.name) {
			return n
		}
		if f.value.Kind == yaml.MappingNode {
			named++
		}
	}
	switch {
	case named == 1 && len(fields) == 1:
		return fields[0].value
	case named > 1 && named == len(fields):
		p.fail(fields[1].key.Line, "a second data set %q begins; give one mapping a file", fields[1].name)
		return fields[0].value
	}
	return n
}

func (p *parser) file(n *yaml.Node) *Mapping {
	m := &Mapping{missing: map[string]bool{}}
	fields := p.known(n, "the mapping", fileKeys)
	if f, ok := fields["lookups"]; ok {
		for _, t := range p.table(f.value, "lookups") {
			p.lookups[t.name] = p.lookupTable(t)
		}
	}
	if f, ok := fields["missing"]; ok {
		for _, t := range p.texts(f.value, "missing") {
			m.missing[normalize.Visible(t)] = true
		}
	}
	if f, ok := fields["skip_rows"]; ok {
		m.skipRows = p.skipRows(f)
	}
	if f, ok := fields["rest"]; ok {
		m.rest = p.oneOf(f.value, "rest", "ignore", "quarantine") == "quarantine"
	}
	if f, ok := fields["totals"]; ok {
		m.keepTotals = p.oneOf(f.value, "totals", "quarantine", "keep") == "keep"
	}
	queries := 0
	for _, name := range []string{"queries", "query"} {
		f, ok := fields[name]
		if !ok {
			continue
		}
		for _, q := range p.textNodes(f.value) {
			queries++
			m.queries = append(m.queries, p.query(p.known(q, "a query", queryKeys), q.Line))
		}
	}
	own := make([]string, 0, 1)
	for _, name := range []string{"entities", "filters", "filters_not", "unpivot"} {
		if _, ok := fields[name]; ok {
			own = append(own, name)
		}
	}
	switch {
	case queries > 0 && len(own) > 0:
		p.fail(fields[own[0]].key.Line, "%s stands beside queries; move it into one of them", own[0])
	case queries == 0:
		m.queries = append(m.queries, p.query(fields, n.Line))
	}
	return m
}

// skipRows reads how many rows stand above the header.
func (p *parser) skipRows(f field) *int {
	text, _ := p.text(f.value, f.name)
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 0 {
		p.fail(f.value.Line, "skip_rows must be a count of rows: 0 where the first row is the header")
		return nil
	}
	return &n
}

func (p *parser) lookupTable(f field) lookup {
	l := lookup{}
	for _, e := range p.table(f.value, "lookup "+f.name) {
		if to, ok := p.text(e.value, "lookup "+f.name); ok {
			l[normalize.Visible(e.name)] = strings.TrimSpace(to)
		}
	}
	return l
}

// fileName is the last part of an address, without its question.
func fileName(address string) string {
	address, _, _ = strings.Cut(address, "?")
	return path.Base(address)
}

func (p *parser) query(fields map[string]field, line int) *query {
	q := &query{}
	for _, name := range []string{"csv_url", "csv_urls"} {
		if f, ok := fields[name]; ok {
			for _, address := range p.texts(f.value, name) {
				q.files = append(q.files, fileName(address))
			}
		}
	}
	q.filters = append(p.filters(fields["filters"], false), p.filters(fields["filters_not"], true)...)
	q.unpivot = p.unpivot(fields["unpivot"])
	entities := fields["entities"]
	if entities.value == nil || len(p.table(entities.value, "entities")) == 0 {
		p.fail(line, "no entities: say under entities what a row tells of")
		return q
	}
	list := p.table(entities.value, "entities")
	names := make([]string, len(list))
	for i, f := range list {
		names[i] = f.name
	}
	raw := make([]map[string]field, len(list))
	for i, f := range list {
		raw[i] = p.known(f.value, "entity "+f.name, entityKeys)
		q.entities = append(q.entities, p.entity(f, raw[i]))
	}
	for i, e := range q.entities {
		if e.schema != nil {
			p.properties(e, raw[i]["properties"], q.entities, names)
			e.keyProperties = keyProperties(e)
			e.keySorts, e.elseSorts = keySorts(e, e.keys), keySorts(e, e.fallback)
		}
	}
	p.clashes(q)
	return q
}

// filters reads the conditions of a query. The value null is an empty cell.
func (p *parser) filters(f field, not bool) []filter {
	if f.value == nil {
		return nil
	}
	var out []filter
	for _, c := range p.table(f.value, f.name) {
		name := normalize.Visible(c.name)
		values := map[string]bool{}
		for _, v := range p.texts(c.value, f.name+" of "+name) {
			values[normalize.Visible(v)] = true
		}
		out = append(out, filter{column{name, c.key.Line}, values, not})
	}
	return out
}

// clashes reports entities of one query that would be one thing although their
// schemata cannot be.
func (p *parser) clashes(q *query) {
	for i, b := range q.entities {
		for _, a := range q.entities[:i] {
			if a.schema == nil || b.schema == nil || a.schema.Is(b.schemaName) || b.schema.Is(a.schemaName) {
				continue
			}
			same := slices.EqualFunc(a.keys, b.keys, func(x, y column) bool { return x.name == y.name })
			if same && len(a.keys) > 0 && a.literal == b.literal && a.global == b.global && a.keyType == b.keyType {
				p.fail(b.line, "entities %s and %s have the same keys, which makes %s and %s one thing; give one of them a key_literal",
					a.name, b.name, english.A(string(a.schemaName)), english.A(string(b.schemaName)))
			}
		}
	}
}
