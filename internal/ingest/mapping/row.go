package mapping

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"skein/internal/ingest/reader"
	"skein/internal/normalize"
	"skein/internal/record"
)

// cellText is what stands in one cell.
type cellText struct {
	text string // without surrounding space; empty for a cell without a value
	raw  string // as written
	more []string
}

// Map makes the records of one row and hands them to emit in the mapping's order, with
// ID zero, or hands over none and returns all problems of the row. A record is valid
// until the next call: its statements are used again, its texts stay.
func (b *Binding) Map(ctx Context, row *reader.Row, emit func(*record.Record)) []Problem {
	b.begin(ctx, row)
	if b.total() {
		return b.problems
	}
	b.totals.count(b.cells)
	if b.usesRow {
		b.nameRow()
	}
	for i := range b.queries {
		if q := &b.queries[i]; len(q.unpivot) > 0 {
			b.spread(q)
		} else {
			b.query(q)
		}
	}
	if len(b.problems) > 0 {
		return b.problems
	}
	none := true
	for i := range b.queries {
		if q := &b.queries[i]; len(q.unpivot) > 0 {
			for j := range q.made {
				none = false
				emit(&q.made[j])
			}
			continue
		}
		for _, e := range b.queries[i].entities {
			if !e.key.key.IsZero() {
				none = false
				emit(&e.record)
			}
		}
	}
	if none {
		b.nothing()
	}
	return b.problems
}

// nothing tells why a row that a filter let through gave no record at all.
func (b *Binding) nothing() {
	if b.blank() {
		b.problem(nil, "the row is empty")
		return
	}
	if b.empty() {
		b.problem(nil, "gives no record: no column of unpivot has a value")
		return
	}
	passed := slices.ContainsFunc(b.queries, func(q boundQuery) bool { return q.passed })
	if b.rest && !passed {
		b.problem(nil, "no filter of the mapping lets the row through, and rest says quarantine")
	}
	for i := range b.queries {
		for _, e := range b.queries[i].entities {
			if b.queries[i].passed {
				b.problem(e.entity.keys, "gives no record: no key of "+e.name+" has a value")
			}
		}
	}
}

// begin takes in a row and forgets the one before.
func (b *Binding) begin(ctx Context, row *reader.Row) {
	if b.scope == "" || b.owner != ctx.Owner {
		b.owner, b.scope = ctx.Owner, "owner:"+ctx.Owner
		for _, q := range b.queries {
			for _, e := range q.entities {
				e.keys = memo[keyed]{}
			}
		}
	}
	if b.day == "" && !ctx.Received.IsZero() {
		b.day = ctx.Received.Format(time.DateOnly)
	}
	b.problems = nil
	b.totals.enter(row.Place)
	b.read(row)
	b.setPlace(row.Place)
}

// read takes in the cells of a row.
func (b *Binding) read(row *reader.Row) {
	b.cells = b.cells[:0]
	for i := range row.Cells {
		c := &row.Cells[i]
		text := strings.TrimSpace(c.Value)
		if len(b.missing) > 0 && b.missing[normalize.Visible(text)] {
			text = ""
		}
		b.cells = append(b.cells, cellText{text, c.Value, c.More})
	}
}

func (b *Binding) setPlace(p reader.Place) {
	b.place.Row = p.Row
	switch {
	case p.Sheet == "":
		b.place.Part = p.Member
	case p.Member == "":
		b.place.Part = p.Sheet
	case len(b.place.Part) != len(p.Member)+1+len(p.Sheet) || !strings.HasPrefix(b.place.Part, p.Member) || !strings.HasSuffix(b.place.Part, p.Sheet):
		b.place.Part = p.Member + "!" + p.Sheet
	}
}

// blank reports whether the row has no text at all.
func (b *Binding) blank() bool {
	for i := range b.cells {
		if normalize.Visible(b.cells[i].raw) != "" || len(b.cells[i].more) > 0 {
			return false
		}
	}
	return true
}

// nameRow makes the text that $row stands for: a hash of the cells, and from the
// second time on how often the file has said the same. An empty row has none.
func (b *Binding) nameRow() {
	if b.rowName = ""; b.blank() {
		return
	}
	b.parts = b.parts[:0]
	last := 0
	for _, c := range b.cells {
		raw := normalize.Visible(c.raw)
		b.parts = append(append(b.parts, raw, strconv.Itoa(len(c.more))), c.more...)
		if raw != "" || len(c.more) > 0 {
			last = len(b.parts)
		}
	}
	k := b.keyer.Key(columnRow, b.parts[:last]...) // a ragged row is the same as a padded one
	b.rowName = hex.EncodeToString(k[:])
	short := [8]byte(k[:8])
	b.seen[short]++
	if n := b.seen[short]; n > 1 {
		b.rowName += "#" + strconv.Itoa(n)
	}
}

// text returns the text of a column, empty where there is no value.
func (b *Binding) text(s source) string {
	s = b.at(s)
	switch {
	case s == sourceRow && b.cell != nil && b.rowName != "":
		return b.rowName + "/" + b.cell.name
	case s == sourceRow:
		return b.rowName
	case s == sourceLabel && b.cell != nil:
		return b.cell.label
	case s == sourcePart:
		return b.place.Part
	case s >= 0 && int(s) < len(b.cells):
		return b.cells[s].text
	}
	return ""
}

// more returns the further values of a column.
func (b *Binding) more(s source) []string {
	s = b.at(s)
	if s < 0 || int(s) >= len(b.cells) {
		return nil
	}
	return b.cells[s].more
}

// written returns the text of a column as the source wrote it.
func (b *Binding) written(s source) string {
	s = b.at(s)
	if s >= 0 && int(s) < len(b.cells) && b.cells[s].text != "" {
		return b.cells[s].raw
	}
	return b.text(s)
}

func (b *Binding) problem(columns []column, reason string) {
	names := make([]string, 0, len(columns))
	for _, c := range columns {
		if c.name == columnValue && b.cell != nil {
			c.name = b.cell.name
		}
		names = append(names, c.name)
	}
	p := Problem{strings.Join(names, ", "), reason}
	if slices.Contains(b.problems, p) {
		return
	}
	b.problems = append(b.problems, p)
}

// query makes the entities of one query: first all keys, then what the keys'
// things are said to be.
func (b *Binding) query(q *boundQuery) {
	pass := b.passes(q)
	q.passed, q.debriefed = pass, false
	for _, e := range q.entities {
		e.key = keyed{}
		if pass {
			b.keyOf(e)
			q.debriefed = q.debriefed || !e.key.key.IsZero() && e.schema.Is(debriefing)
		}
	}
	if !pass {
		return
	}
	for _, e := range q.entities {
		if !e.key.key.IsZero() {
			b.entity(q, e)
		}
	}
}

func (b *Binding) passes(q *boundQuery) bool {
	for i := range q.filters {
		f := &q.filters[i]
		text := b.text(f.source)
		found := f.values[normalize.Visible(text)]
		if !found && text == "" { // a filter may name a text that counts as missing
			found = f.values[normalize.Visible(b.rawText(f.source))]
		}
		if found == f.not {
			return false
		}
	}
	return true
}

func (b *Binding) rawText(s source) string {
	s = b.at(s)
	if s >= 0 && int(s) < len(b.cells) {
		return b.cells[s].raw
	}
	return b.text(s)
}
