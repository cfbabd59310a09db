package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// pivot is a table of a figure's cells: a row for each combination of texts of
// some keys, and a column for each text of one other.
type pivot struct {
	of     *held
	rows   []string // keys
	column string   // key; empty: one column of values
	where  where    // the other keys
	beside *held    // a figure with the same keys, shown below each value, in per cent
	order  []string // of the texts of the first row key; empty: largest first
	title  string   // empty: the figure's
	n      bool     // with the number of things behind a row's last value
	note   bool     // with the note of a row's last value
}

// table lays a pivot out and adds it to the section.
func (b *builder) table(p pivot) {
	cells := p.of.matching(p.where)
	columns, cut := p.columns(cells)
	t := table{}
	for _, r := range p.rows {
		t.columns = append(t.columns, column{title: upper(r), header: true})
	}
	for _, c := range columns {
		t.columns = append(t.columns, column{title: c, numeric: true})
	}
	if p.n {
		t.columns = append(t.columns, column{title: "n", numeric: true})
	}
	if p.note {
		t.columns = append(t.columns, column{title: "Note"})
	}
	groups := p.groups(cells, columns)
	remark := ""
	if len(groups) > mostRows {
		remark = notShown(len(groups)-mostRows, "row", "rows")
		groups = groups[:mostRows]
	}
	if cut > 0 {
		one, many := "column", "columns"
		if p.column == "year" {
			one, many = "year", "years"
		}
		remark = spaced(remark, notShown(cut, one, many))
	}
	if p.column == "year" {
		remark = spaced(remark, b.ends(p.of))
	}
	for _, g := range groups {
		t.rows = append(t.rows, p.row(g, columns))
	}
	b.tables++
	t.caption = b.caption("Table", b.tables, p.of, cells, p.title, remark)
	b.add(t)
}

// columns returns the texts of the column key: the last years, or what has the
// most rows. It returns also how many it leaves out.
func (p pivot) columns(cells []int) (shown []string, cut int) {
	switch p.column {
	case "":
		return []string{axis(p.of)}, 0
	case "statistic":
		return []string{"q1", "median", "q3"}, 0
	case "property":
		return p.of.texts(p.column, cells), 0
	}
	all := p.of.texts(p.column, cells)
	cut = max(len(all)-mostYears, 0)
	if p.column == "year" {
		return all[cut:], cut
	}
	k, uses := p.of.key(p.column), map[string]int{}
	for _, i := range cells {
		uses[p.of.Cells[i].Keys[k]]++
	}
	slices.SortStableFunc(all, func(x, y string) int { return cmp.Compare(uses[y], uses[x]) })
	return all[:len(all)-cut], cut
}

// group is a row: its texts, and the cell in each column, -1 where there is none.
type group struct {
	texts []string
	cells []int
	size  float64 // sorts
}

func (p pivot) groups(cells []int, columns []string) []group {
	index := map[string]int{}
	var out []group
	for _, i := range cells {
		c := &p.of.Cells[i]
		at := 0
		if p.column != "" {
			at = slices.Index(columns, c.Keys[p.of.key(p.column)])
		}
		if at < 0 {
			continue
		}
		texts := make([]string, len(p.rows))
		for j, r := range p.rows {
			if k := p.of.key(r); k >= 0 {
				texts[j] = c.Keys[k]
			}
		}
		id := joinKeys(texts)
		g, ok := index[id]
		if !ok {
			g = len(out)
			index[id] = g
			out = append(out, group{texts: texts, cells: slices.Repeat([]int{-1}, len(columns))})
		}
		out[g].cells[at] = i
		out[g].size = max(out[g].size, p.weight(i))
	}
	slices.SortStableFunc(out, func(x, y group) int {
		if len(p.order) > 0 {
			return cmp.Compare(rank(p.order, x.texts[0]), rank(p.order, y.texts[0]))
		}
		return cmp.Or(cmp.Compare(y.size, x.size), slices.Compare(x.texts, y.texts))
	})
	return out
}

// weight is what a row is sorted by: the value or, where n is shown, n.
func (p pivot) weight(cell int) float64 {
	if p.n {
		return float64(p.of.Cells[cell].N)
	}
	return p.of.Cells[cell].Value
}

func rank(order []string, s string) int {
	if i := slices.Index(order, s); i >= 0 {
		return i
	}
	return len(order)
}

func (p pivot) row(g group, columns []string) []inlines {
	out := make([]inlines, 0, len(p.rows)+len(columns)+2)
	for _, t := range g.texts {
		out = append(out, inlines{name(t)})
	}
	n, note := inlines{}, inlines{}
	apart := p.of.Share && !p.n && strings.Contains(p.of.Bases(p.of.matching(p.where)), " ") // shares of different numbers
	for _, at := range g.cells {
		if at < 0 {
			out = append(out, nil)
			continue
		}
		cell := inlines{value{of: p.of, cell: at, interval: true}}
		if i := p.beside.cell(p.of.Cells[at].Keys...); i >= 0 {
			cell = append(cell, mark("\n"), value{of: p.beside, cell: i, signed: true}, words("\u00a0%"))
		}
		if apart {
			cell = append(cell, mark("\n"), words("n\u00a0=\u00a0"+count(p.of.Cells[at].N)))
		}
		out = append(out, cell)
		n, note = text(count(p.of.Cells[at].N)), text(p.of.Cells[at].Note)
	}
	if p.n {
		out = append(out, n)
	}
	if p.note {
		out = append(out, note)
	}
	return out
}

func spaced(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// merged returns the keys of both.
func merged(a, b where) where {
	out := where{}
	maps.Copy(out, a)
	maps.Copy(out, b)
	return out
}

// replaced returns keys with another text in one place.
func replaced(keys []string, at int, s string) []string {
	out := slices.Clone(keys)
	out[at] = s
	return out
}

// sortBy puts cells in descending order of a value, equal ones as they were.
func sortBy(cells []int, by func(cell int) float64) {
	slices.SortStableFunc(cells, func(x, y int) int { return cmp.Compare(by(y), by(x)) })
}
