// Package holding counts what a case holds: contributions and records by owner,
// schema and grade, and the independent origins behind them.
//
// Figures
//
//	contributions.*   what agencies sent; one that gave no record counts too
//	records.*         accounts of things and links, every version of each
//	origins.*         where information first came from
//
// An origin that several agencies relay is one origin: the number of agencies that
// say something is no measure of how well it is known. Where nobody told the
// origin, it is the owner.
//
// What analysts judge of records is no contribution and no record here.
//
// Labels join those of the records and those of the contributions themselves.
package holding

import (
	"cmp"
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/judgement"
	"skein/internal/record"
	"skein/internal/schema"
)

const (
	ungraded = "X4 (ungraded)" // shown as X4, and told apart from an X4 that somebody gave
	method   = "complete count of what is held"
)

// Figures returns the figures of what the case holds.
func Figures(set *column.Set) []figure.Figure {
	h := read(set)
	owner := func(p *part) []string { return []string{h.owner(p)} }
	return []figure.Figure{
		h.contributions(),
		h.records("records.by_owner", "Records by owner", []string{"owner"}, owner),
		h.records("records.by_schema", "Records by schema", []string{"schema"}, func(p *part) []string {
			return []string{string(p.schema)}
		}),
		h.records("records.by_grade_owner", "Records by owner and grade", []string{"owner", "grade"}, func(p *part) []string {
			return []string{h.owner(p), gradeCode(p.grade)}
		}),
		h.origins("origins.by_owner", "Independent origins by owner", []string{"owner"}, owner),
		h.origins("origins.count", "Independent origins", nil, func(*part) []string { return nil }),
	}
}

// part is the records that nothing here tells apart.
type part struct {
	schema       schema.Name
	contribution uint32
	origin       string
	grade        grading.Grade
	ids          []record.ID // while reading
	evidence     figure.Evidence
}

// holding is the records of a set in parts, so that each figure looks at parts and
// not at records.
type holding struct {
	set    *column.Set
	parts  []*part
	label  handling.Label
	n      int             // records
	judged map[uint32]bool // contributions that are judgements, which no agency sent
}

func read(set *column.Set) *holding {
	type key struct {
		schema       schema.Name
		contribution uint32
		origin       column.Value
		grade        grading.Grade
	}
	h := &holding{set: set, label: handling.Public()}
	parts := map[key]*part{}
	labels := set.NewLabels()
	for _, t := range set.Tables() {
		if t.Schema == judgement.Schema {
			h.judged = judgement.Contributions(t)
			continue
		}
		for row := range t.Len() {
			labels.Add(t.Records(row)...)
			h.n += len(t.Records(row))
			for _, src := range t.Records(row) {
				k := key{t.Schema, src.Contribution, src.Origin, set.Grade(src)}
				p := parts[k]
				if p == nil {
					p = &part{schema: k.schema, contribution: k.contribution, origin: set.Origin(src), grade: k.grade}
					parts[k] = p
					h.parts = append(h.parts, p)
				}
				p.ids = append(p.ids, src.ID)
			}
		}
	}
	for _, p := range h.parts {
		p.evidence, p.ids = figure.NewEvidence(p.ids), nil
	}
	h.label = labels.Join()
	for i := range set.Contributions {
		h.label = handling.Join(h.label, set.Contributions[i].Label)
	}
	return h
}

func (h *holding) owner(p *part) string { return h.set.Contributions[p.contribution].Owner }

// gradeCode returns the code of a grade, with its scheme where that is not the
// native one: B2 of the 4x4 and B2 of the 6x6 are two things.
func gradeCode(g grading.Grade) string {
	if g.IsUngraded() {
		return ungraded
	}
	return g.String()
}

func (h *holding) figure(id figure.ID, title, unit, records, measure string, keys []string) figure.Figure {
	return figure.Figure{
		ID: id, Title: title, Unit: unit, Method: method,
		Definition: figure.Definition{Records: records, Grouping: keys, Measure: measure},
		Checkpoint: h.set.Checkpoint, Label: h.label,
	}
}

// gather joins the parts that of gives the same keys, in the order of the keys.
func (h *holding) gather(of func(*part) []string) [][]*part {
	index := map[string]int{}
	var groups [][]*part
	for _, p := range h.parts {
		id := strings.Join(of(p), "\x00")
		i, ok := index[id]
		if !ok {
			i = len(groups)
			index[id] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], p)
	}
	slices.SortFunc(groups, func(a, b []*part) int { return slices.Compare(of(a[0]), of(b[0])) })
	return groups
}

func evidence(parts []*part) figure.Evidence {
	sets := make([]figure.Evidence, len(parts))
	for i, p := range parts {
		sets[i] = p.evidence
	}
	return figure.Union(sets...)
}

// records counts records.
func (h *holding) records(id figure.ID, title string, keys []string, of func(*part) []string) figure.Figure {
	f := h.figure(id, title, "records", "all records", "number of records", keys)
	f.N = h.n
	for _, parts := range h.gather(of) {
		ev := evidence(parts)
		f.Cells = append(f.Cells, figure.Cell{Keys: of(parts[0]), Value: float64(ev.Len()), N: ev.Len(), Evidence: ev})
	}
	return f
}

// origins counts distinct origins.
func (h *holding) origins(id figure.ID, title string, keys []string, of func(*part) []string) figure.Figure {
	f := h.figure(id, title, "origins", "all records", "number of distinct origins", keys)
	f.Note = "Where no origin is recorded, it is the owner."
	f.N = distinctOrigins(h.parts)
	for _, parts := range h.gather(of) {
		n := distinctOrigins(parts)
		f.Cells = append(f.Cells, figure.Cell{Keys: of(parts[0]), Value: float64(n), N: n, Evidence: evidence(parts)})
	}
	return f
}

func distinctOrigins(parts []*part) int {
	seen := map[string]bool{}
	for _, p := range parts {
		seen[p.origin] = true
	}
	return len(seen)
}

// contributions counts contributions by owner. Their evidence is their records; a
// contribution that gave none counts all the same.
func (h *holding) contributions() figure.Figure {
	f := h.figure("contributions.by_owner", "Contributions by owner", "contributions", "all contributions", "number of contributions", []string{"owner"})
	f.N = len(h.set.Contributions) - len(h.judged)
	byOwner := map[string]*figure.Cell{}
	for i := range h.set.Contributions {
		if h.judged[uint32(i)] {
			continue
		}
		owner := h.set.Contributions[i].Owner
		c := byOwner[owner]
		if c == nil {
			c = &figure.Cell{Keys: []string{owner}}
			byOwner[owner] = c
		}
		c.Value++
		c.N++
	}
	for _, parts := range h.gather(func(p *part) []string { return []string{h.owner(p)} }) {
		byOwner[h.owner(parts[0])].Evidence = evidence(parts)
	}
	for _, c := range byOwner {
		f.Cells = append(f.Cells, *c)
	}
	slices.SortFunc(f.Cells, func(a, b figure.Cell) int { return cmp.Compare(a.Keys[0], b.Keys[0]) })
	return f
}
