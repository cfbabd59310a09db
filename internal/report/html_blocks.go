package report

import (
	"fmt"
	"strings"
)

func (p *page) block(b block) {
	switch b := b.(type) {
	case heading:
		p.raw(`<h3 id="`, b.id, `">`, escape(b.title), "</h3>\n")
	case paragraph:
		if b.quiet {
			p.raw(`<p class="quiet">`)
		} else {
			p.raw("<p>")
		}
		p.inlines(b.text)
		p.raw("</p>\n")
	case list:
		p.raw("<ul>\n")
		for _, item := range b {
			p.raw("<li>")
			p.inlines(item)
			p.raw("</li>\n")
		}
		p.raw("</ul>\n")
	case cards:
		p.cards(b)
	case picture:
		p.picture(b)
	case table:
		p.table(b)
	case evidence:
		p.evidence(b)
	}
}

func (p *page) cards(cs cards) {
	p.raw(`<ul class="cards">`, "\n")
	for _, c := range cs {
		p.raw(`<li><h3 dir="auto">`, escape(c.title), `</h3><p class="value">`)
		p.cellNumber(value{of: c.value.of, cell: c.value.cell})
		if c.unit == "%" {
			p.raw(" %")
		}
		p.raw("</p>")
		if iv := c.value.of.Cells[c.value.cell].Interval; iv != nil {
			p.raw(`<p class="i">95 % interval `, escape(c.value.of.span(iv)), "</p>")
		}
		if c.unit != "%" {
			p.raw(`<p class="unit" dir="auto">`, escape(c.unit), "</p>")
		}
		if c.change != nil {
			p.raw(`<p class="change">`)
			p.cellNumber(*c.change)
			p.raw("\u00a0% on the year before</p>")
		}
		p.svg(c.spark)
		p.raw("</li>\n")
	}
	p.raw("</ul>\n")
}

// svg puts a drawing into the page, where it needs no namespace.
func (p *page) svg(s string) {
	p.raw(strings.Replace(s, ` xmlns="http://www.w3.org/2000/svg"`, "", 1))
}

func (p *page) picture(pic picture) {
	no := fmt.Sprint(pic.no)
	p.raw(`<figure id="figure-`, no, `"><figcaption id="caption-`, no, `">`)
	p.caption(pic.caption)
	p.raw(`</figcaption><div class="scroll" tabindex="0" role="region" aria-labelledby="caption-`, no, `">`)
	p.svg(pic.svg)
	p.raw("</div></figure>\n")
}

func (p *page) caption(c caption) {
	p.raw("<strong>", c.kind, " ", fmt.Sprint(c.no), ". ")
	if c.of != nil {
		p.raw(`<a href="#`, c.of.anchor(), `">`)
	}
	p.raw("<bdi>", escape(c.title), "</bdi>")
	if c.of != nil {
		p.raw("</a>")
	}
	p.raw("</strong>")
	if c.detail != "" {
		p.raw(" — ", escape(c.detail), ".")
	}
	if c.remark != "" {
		p.raw(" ", escape(c.remark))
	}
}

func (p *page) table(t table) {
	no := fmt.Sprint(t.no)
	p.raw(`<div class="scroll" tabindex="0" role="region" aria-labelledby="table-`, no, `"><table><caption id="table-`, no, `">`)
	p.caption(t.caption)
	p.raw("</caption>\n<thead><tr>")
	for _, c := range t.columns {
		p.raw(`<th scope="col"`, numericClass(c), ` dir="auto">`, escape(c.title), "</th>")
	}
	p.raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.rows {
		p.raw("<tr>")
		for i, cell := range row {
			p.cellOf(t.columns[i], cell)
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody></table></div>\n")
}

func (p *page) cellOf(c column, text inlines) {
	if c.header {
		p.raw(`<th scope="row" dir="auto">`)
		p.inlines(text)
		p.raw("</th>")
		return
	}
	p.raw("<td", numericClass(c))
	if !c.numeric {
		p.raw(` dir="auto"`)
	}
	p.raw(">")
	p.inlines(text)
	p.raw("</td>")
}

func numericClass(c column) string {
	if c.numeric {
		return ` class="n"`
	}
	return ""
}
