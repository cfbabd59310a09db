package mapping

import (
	"math"
	"strconv"
	"strings"

	"skein/internal/ingest/reader"
	"skein/internal/money"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// columnUse is what the mapping makes of a column, as far as it matters to rows of totals.
type columnUse uint8

const (
	useNone       columnUse = iota // the mapping does not read it
	useQuantity                    // numbers and amounts
	useDate                        // dates of what the row counts
	useName                        // names, terms, references: what a row is about
	useIdentifier                  // numbers that name: of documents, phones, vessels
	useKey                         // the same, as a key
)

// totals finds rows that sum up others, so that nothing counts twice. It has one part of a
// file (a sheet, a member) in mind at a time.
type totals struct {
	keep    bool // totals: keep
	uses    []columnUse
	part    reader.Place // whose Row is not used
	rows    int          // that were counted
	columns []columnSum
	words   memo[totalWord]
	equal   bool // the numbers of the last row are the sums of those above
	beside  int  // the column of the last row with a word for a total beside what it is of; -1: none
}

// totalWord is what [normalize.TotalOf] says of a text.
type totalWord struct {
	rest string
	is   bool
}

// columnSum is what the rows above had in a column.
type columnSum struct {
	sum    float64
	text   bool // something that is no number stood in it
	filled int
	groups map[string]struct{} // its texts; nil once there are too many for groups
}

// mostGroups bounds the groups that subtotals may be of.
const mostGroups = 300

// newTotals learns from the mapping what the columns of a file are for.
func newTotals(m *Mapping, b *Binding, columns int) totals {
	t := totals{keep: m.keepTotals, beside: -1, uses: make([]columnUse, columns)}
	use := func(ss []source, of columnUse) {
		for _, s := range ss {
			if s >= 0 && int(s) < len(t.uses) {
				was := t.uses[s]
				numeric := was == useQuantity || was == useDate // stays so as a key
				if was == useNone || !numeric && of == useKey || !numeric && (of == useQuantity || of == useDate) {
					t.uses[s] = of
				}
			}
		}
	}
	for _, q := range b.queries {
		for _, e := range q.entities {
			for _, p := range e.properties {
				use(p.sources, useOf(p))
			}
		}
	}
	for _, q := range b.queries {
		for _, e := range q.entities {
			use(e.sources, useKey)
		}
	}
	return t
}

func useOf(p *boundProperty) columnUse {
	switch p.definition.Type {
	case schema.Number, schema.Amount, schema.Latitude, schema.Longitude, schema.Currency:
		return useQuantity
	case schema.Date:
		if p.definition.Name == "birthDate" { // of a person, whatever the name
			return useName
		}
		return useDate
	default:
		switch sort := sortOf(typeOf(p.definition), false); {
		case p.formula != nil:
			return useQuantity
		case sort.of == normalize.OfIdentifier:
			return useIdentifier
		}
		return useName
	}
}

// naming reports whether cells of a use say what a row is about, whatever they look like.
func (u columnUse) naming() bool { return u == useName || u == useIdentifier || u == useKey }

// named returns the word by which a row says that it sums up others, and the column it
// stands in; column -1 if it does not. The word stands in the first cell that names
// something, and no other cell names anything.
func (t *totals) named(cells []cellText) (word string, column int) {
	column, t.beside = -1, -1
	if len(t.uses) < 2 { // a list of names has no totals
		return "", -1
	}
	others := false
	for i := range cells {
		text := cells[i].text
		if text == "" {
			continue
		}
		if t.isWord(cells, text) {
			if column < 0 {
				word, column = text, i
			}
			continue
		}
		others = others || t.names(i, text) || len(cells[i].more) > 0
	}
	if others {
		if column >= 0 && t.use(column) == useName {
			t.beside = column
		}
		return "", -1
	}
	return word, column
}

// isWord reports whether a text is a word for a total, or for one of what a cell above names, or
// of whatever it may be, where the numbers of the row are the sums of those above.
func (t *totals) isWord(cells []cellText, text string) bool {
	if strings.IndexFunc(text, isLetterByte) < 0 { // a number of a phone, an ID
		return false
	}
	w, ok := t.words.get(text, "")
	if !ok {
		w.rest, w.is = normalize.TotalOf(text)
		t.words.put(t.words.own(text), "", w)
	}
	if !w.is || w.rest == "" {
		return w.is
	}
	own := normalize.FoldWords(text)
	for i := range t.columns {
		for group := range t.columns[i].groups {
			switch normalize.FoldWords(group) {
			case own: // the rows above say it as well: a series about "All"
				return false
			case w.rest:
				return true
			}
		}
	}
	equal, _ := t.sums(cells)
	return equal && t.rows > 1
}

func isLetterByte(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80 }

// names reports whether a text that is no word for a total names something.
func (t *totals) names(column int, text string) bool {
	use := useNone
	if column < len(t.uses) {
		use = t.uses[column]
	}
	switch use {
	case useQuantity, useDate:
		return false
	case useKey:
		return !normalize.IsNothing(text, normalize.OfKey)
	case useIdentifier: // a short number may be a sum
		const shortest = 6
		_, isFigure := figure(text)
		return !normalize.IsNothing(text, normalize.OfIdentifier) && (len(text) >= shortest || !isFigure)
	case useName, useNone:
		if normalize.IsNothing(text, normalize.OfTerm) {
			return false
		}
		if _, ok := figure(text); ok {
			return false
		}
		if _, err := money.ParseAmount(strings.TrimRight(text, "%٪ "), "EUR"); err == nil {
			return false
		}
		return use == useName || !isDate(text)
	}
	return true
}

func isDate(text string) bool {
	_, err := normalize.ParseDate(text, normalize.DateOptions{})
	return err == nil
}

// figure reads a cell as a number, the plainest first.
func figure(text string) (float64, bool) {
	c := text[0]
	if c != '-' && c != '.' && (c < '0' || c > '9') && c < 0x80 {
		return 0, false
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return float64(n), true
	}
	n, err := number(text)
	return n, err == nil
}

// sums reports whether the numbers of a row are the sums of those above, at least one of
// them that the mapping reads, and not all zero. bare: nothing else stands in the row, though
// the rows above have something there.
func (t *totals) sums(cells []cellText) (equal, bare bool) {
	if t.rows == 0 {
		return false, false
	}
	read, some, gap := false, false, false
	bare = true
	for i := range t.columns {
		c := &t.columns[i]
		text := ""
		if i < len(cells) {
			text = cells[i].text
		}
		naming := c.text || t.use(i).naming() || t.use(i) == useDate
		switch {
		case text == "" || text == "-":
			gap = gap || naming && 2*c.filled >= t.rows
		case naming:
			bare = false
		default:
			n, ok := figure(text)
			if !ok || math.Abs(n-c.sum) > 0.005+1e-9*math.Abs(c.sum) {
				return false, false
			}
			read = read || t.use(i) == useQuantity // 1, 2 and 3 number the rows
			some = some || n != 0
		}
	}
	return read && some, bare && gap
}

func (t *totals) use(column int) columnUse {
	if column < len(t.uses) {
		return t.uses[column]
	}
	return useNone
}

// count adds a row to what is summed up.
func (t *totals) count(cells []cellText) {
	for len(t.columns) < len(cells) {
		t.columns = append(t.columns, columnSum{groups: map[string]struct{}{}})
	}
	t.equal = false
	if t.rows > 1 {
		t.equal, _ = t.sums(cells)
	}
	t.rows++
	for i := range cells {
		c, text := &t.columns[i], cells[i].text
		if text == "" {
			continue
		}
		c.filled++
		use := t.use(i)
		if naming := c.text || use.naming(); !naming && use != useDate {
			if n, ok := figure(text); ok {
				c.sum += n
				continue
			}
			c.text = c.text || !normalize.IsNothing(text, normalize.OfQuantity)
		}
		if c.groups != nil && use != useDate {
			if _, known := c.groups[text]; !known {
				if c.groups[strings.Clone(text)] = struct{}{}; len(c.groups) > mostGroups {
					c.groups = nil
				}
			}
		}
	}
}

// enter begins a part of the file.
func (t *totals) enter(p reader.Place) {
	if t.part.Member != p.Member || t.part.Sheet != p.Sheet {
		t.part, t.rows, t.columns, t.equal = p, 0, nil, false
	}
}

// total appends the problem of a row of totals that the mapping does not ask for, and
// reports whether it is one.
func (b *Binding) total() bool {
	if b.totals.keep {
		return false
	}
	word, column := b.totals.named(b.cells)
	if column < 0 {
		return false
	}
	passed := false
	for i := range b.queries {
		q := &b.queries[i]
		if !b.passes(q) {
			continue
		}
		passed = true
		for _, f := range q.filters {
			if !f.not && f.source == source(column) { // the mapping wants the totals
				return false
			}
		}
	}
	if passed {
		b.problems = append(b.problems, Problem{b.columnName(column), "this is a row of totals (" + strconv.Quote(word) +
			"), whose rows are counted already; write totals: keep in the mapping where it is none"})
	}
	return passed
}

// columnName returns the name of a column of the file.
func (b *Binding) columnName(i int) string {
	if i < len(b.columns) {
		return b.columns[i]
	}
	return ""
}

// SumsUp reports whether a row names nothing and its numbers are the sums of the rows
// above it in the same part of the file. If no row follows, it is a row of totals, and
// the caller rejects it with [UnnamedTotal] instead of mapping it.
func (b *Binding) SumsUp(row *reader.Row) bool {
	if b.totals.keep || b.totals.part.Member != row.Place.Member || b.totals.part.Sheet != row.Place.Sheet {
		return false
	}
	b.read(row)
	equal, bare := b.totals.sums(b.cells)
	return equal && bare
}

// UnnamedTotal is why the last row of a table is rejected if [Binding.SumsUp].
const UnnamedTotal = "this is a row of totals: it is the last, names nothing, and its numbers are the sums of the rows above; " +
	"write totals: keep in the mapping where it is none"

// BesideTotal returns the word for a total that the row mapped last has beside what it is of, such
// as a nationality "Total" of one route, "" if none. The row is kept, and somebody should look
// at it, unless the mapping filters by that column.
func (b *Binding) BesideTotal() string {
	if b.totals.keep || b.totals.beside < 0 || b.totals.beside >= len(b.cells) {
		return ""
	}
	for i := range b.queries {
		for _, f := range b.queries[i].filters {
			if f.source == source(b.totals.beside) {
				return ""
			}
		}
	}
	return b.cells[b.totals.beside].text
}

// LastSums reports whether the row that was mapped last names something, though its numbers
// are the sums of the rows above: it is kept, and somebody should look at it.
func (b *Binding) LastSums() bool { return b.totals.equal && !b.totals.keep }
