package report

import (
	"strings"
	"unicode/utf8"

	"skein/internal/english"
	"skein/internal/figure"
)

// evidence prints a figure's entry in the appendix.
func (p *page) evidence(e evidence) {
	h := e.of
	p.raw(`<article id="`, h.anchor(), `"><h3 dir="auto">`, escape(h.Title), "</h3>\n<dl>")
	p.term("Id", "<code>"+escape(string(h.ID))+"</code>")
	p.term("Counts", definitionInWords(h.Definition))
	p.term("Unit", escape(h.Unit))
	p.term("n", h.Bases(h.AllCells())+"; "+escape(h.lacks()))
	p.term("Method", "<bdi>"+escape(h.Method)+"</bdi>")
	if h.Note != "" {
		p.term("Note", "<bdi>"+escape(h.Note)+"</bdi>")
	}
	p.term("Checkpoint", "<code>"+escape(h.Checkpoint.String())+"</code>")
	label := "<bdi>" + escape(h.Label.String()) + "</bdi>"
	if h.Label.Closed() {
		label += " (closed: nobody may see it)"
	}
	p.term("Handling", label)
	p.term("Records", "<code>"+escape(explain(h))+"</code>")
	p.raw("</dl>\n")
	if len(h.Cells) == 0 {
		p.raw(`<p class="quiet">Nothing is held on this.</p></article>`, "\n")
		return
	}
	p.cellTable(e)
	p.raw("</article>\n")
}

func (p *page) term(title, content string) {
	p.raw("<dt>", title, "</dt><dd>", content, "</dd>\n")
}

// definitionInWords says what was counted.
func definitionInWords(d figure.Definition) string {
	var b strings.Builder
	b.WriteString("<bdi>" + escape(upper(d.Measure)) + "</bdi>; read: <bdi>" + escape(d.Records) + "</bdi>")
	if d.Filter != "" {
		b.WriteString("; filter: <bdi>" + escape(d.Filter) + "</bdi>")
	}
	if len(d.Grouping) > 0 {
		b.WriteString("; by: " + escape(strings.Join(d.Grouping, ", ")))
	}
	if d.Property != "" {
		b.WriteString("; property: " + escape(string(d.Property)))
	}
	return b.String()
}

// explain is the command that lists the records behind the figure's first cell.
func explain(h *held) string {
	out := []string{"skein explain --case DIR", shellWord(string(h.ID))}
	if len(h.Cells) > 0 {
		for _, k := range h.Cells[0].Keys {
			out = append(out, shellWord(k))
		}
	}
	return strings.Join(out, " ")
}

// shellWord quotes a word for a POSIX shell, where it needs it.
func shellWord(s string) string {
	plain := s != ""
	for _, r := range s {
		plain = plain && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-:/", r))
	}
	if plain {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// cellTable is all cells of a figure, closed until it is wanted. It is by far the
// largest part of a page, so its cells carry no attribute that the style sheet
// could give, and leave out the end tags that HTML lets go.
func (p *page) cellTable(e evidence) {
	h := e.of
	intervals, notes := false, false
	for i := range h.Cells {
		intervals = intervals || h.Cells[i].Interval != nil
		notes = notes || h.Cells[i].Note != ""
	}
	p.raw("<details><summary>", cellsInWords(len(h.Cells)), `</summary><div class="scroll" tabindex="0" role="region" aria-label="All cells of `,
		escape(h.Title), `"><table class="cells"><caption>All cells of <bdi>`, escape(h.Title), "</bdi></caption>\n<thead><tr>")
	titles := append([]string{}, h.Definition.Grouping...)
	titles = append(titles, "value")
	if intervals {
		titles = append(titles, "low", "high")
	}
	titles = append(titles, "n", "evidence: records by contribution")
	if notes {
		titles = append(titles, "note")
	}
	for _, t := range titles {
		p.raw(`<th scope="col">`, escape(t), "</th>")
	}
	p.raw("</tr></thead>\n<tbody>")
	for i := range h.Cells {
		p.cellRow(e, i, intervals, notes)
	}
	p.raw("</tbody></table></div></details>\n")
}

func cellsInWords(n int) string { return english.Count(n, "cell", "cells") }

func (p *page) cellRow(e evidence, cell int, intervals, notes bool) {
	h, c := e.of, &e.of.Cells[cell]
	p.raw("\n", `<tr id="`, h.rowAnchor(cell), `">`)
	for _, k := range c.Keys {
		p.nameCell(k)
	}
	p.raw("<td>")
	p.data(value{of: h, cell: cell})
	if intervals {
		p.raw("<td>")
		if c.Interval != nil {
			p.limit(h, c.Interval.Low)
		}
		p.raw("<td>")
		if c.Interval != nil {
			p.limit(h, c.Interval.High)
		}
	}
	p.raw("<td>", count(c.N))
	p.nameCell(e.sources.inWords(c.Evidence))
	if notes {
		p.nameCell(c.Note)
	}
}

// nameCell is a cell with text from a source. Text in ASCII runs as the page does
// and needs no direction of its own.
func (p *page) nameCell(s string) {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		p.raw(`<td dir="auto">`)
	} else {
		p.raw("<td>")
	}
	p.raw(escape(s))
}
