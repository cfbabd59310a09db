package report

import (
	"cmp"
	"slices"
)

// methods lists how values and intervals were obtained, and of which figures.
func (b *builder) methods() {
	b.grouped(func(h *held) string { return h.Method })
}

// limits lists the notes of the figures.
func (b *builder) limits() {
	b.grouped(func(h *held) string { return h.Note })
}

// grouped lists the distinct texts of figures that have cells, each with its figures.
func (b *builder) grouped(of func(*held) string) {
	index := map[string]int{}
	var out list
	for _, h := range b.book.all {
		s := of(h)
		if s == "" || len(h.Cells) == 0 {
			continue
		}
		i, ok := index[s]
		if !ok {
			i = len(out)
			index[s] = i
			out = append(out, text(name(upper(s)), " Of: "))
		} else {
			out[i] = append(out[i], words(", "))
		}
		out[i] = append(out[i], reference{h})
	}
	if len(out) > 0 {
		b.shown++
		b.add(out)
	}
}

// missing is a table of the shares of things that could not be placed.
func (b *builder) missing() {
	var lacking []*held
	for _, h := range b.book.all {
		if h.Missing > 0 {
			lacking = append(lacking, h)
		}
	}
	if len(lacking) == 0 {
		return
	}
	b.shown++
	slices.SortStableFunc(lacking, func(x, y *held) int { return cmp.Compare(y.MissingShare(), x.MissingShare()) })
	remark := ""
	if len(lacking) > mostRows {
		remark = notShown(len(lacking)-mostRows, "figure", "figures")
		lacking = lacking[:mostRows]
	}
	t := table{columns: []column{{title: "Figure", header: true}, {title: "What is missing"}}}
	for _, h := range lacking {
		t.rows = append(t.rows, []inlines{{reference{h}}, text(upper(h.lacks()))})
	}
	b.tables++
	t.caption = caption{
		kind: "Table", no: b.tables, title: "Figures in which things are missing", detail: "largest shares first, of " + count(len(b.book.all)) + " figures",
		remark: remark,
	}
	b.add(t)
}

// unknown lists what nothing is held on.
func (b *builder) unknown() {
	var out list
	for _, h := range b.book.all {
		if len(h.Cells) == 0 {
			out = append(out, text("Nothing is held on: ", reference{h}))
		}
	}
	for i := range b.sources.all {
		if src := &b.sources.all[i]; src.Quarantined > 0 {
			out = append(out, text("Rows that could not be read and are in no figure: "+count(src.Quarantined)+" of ", name(b.sources.name[src.Read]), "."))
		}
	}
	if h := b.look("claims.check"); h != nil {
		for i := range h.Cells {
			if c := &h.Cells[i]; c.Text != recomputes && c.Text != differs {
				out = append(out, text("A claim that no record can show: ", name(c.Keys[0]), ", ", value{of: h, cell: i}, ": ", name(c.Note)))
			}
		}
	}
	if len(out) == 0 {
		return
	}
	b.shown++
	b.say("Also unknown is what nobody reported: every figure counts what became known to a contributor.")
	b.add(out)
}

// appendix holds every figure.
func (b *builder) appendix() {
	if len(b.book.all) == 0 {
		return
	}
	b.say("Every figure with its definition, its handling and all its cells. The commands list the records behind a cell, " +
		"down to the row of the contribution; DIR is the directory of the case. Print leaves the cells out.")
	for _, h := range b.book.all {
		b.add(evidence{h, b.sources})
	}
}
