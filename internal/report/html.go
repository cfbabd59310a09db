package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the style sheet
	"encoding/base64"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"

	"skein/internal/figure"
)

//go:embed style.css
var styleSheet string

// opener opens the closed tables of the appendix that an address leads into.
// Browsers of today do so by themselves, and the page is whole without it.
const opener = `function o(){var e=document.getElementById(location.hash.slice(1)),d=e&&e.closest("details");` +
	`if(d&&!d.open){d.open=true;e.scrollIntoView()}}addEventListener("hashchange",o);o()`

// page renders a document as HTML.
type page struct{ b bytes.Buffer }

func (d *document) html() []byte {
	p := &page{}
	p.head(d)
	p.raw(`<body><a class="skip" href="#main">To the report</a>`, "\n")
	p.banner(d, "top")
	p.raw(`<header><h1 dir="auto">`, escape(d.title), "</h1>\n")
	if d.subtitle != "" {
		p.raw(`<p class="subtitle" dir="auto">`, escape(d.subtitle), "</p>\n")
	}
	p.raw(`<p class="quiet">Computed at checkpoint <code>`, escape(d.checkpoint), "</code> of the ledger.</p></header>\n")
	p.raw(`<div class="columns">`, "\n")
	p.contents(d)
	p.raw(`<main id="main">`, "\n")
	for i, s := range d.sections {
		p.raw(`<section id="`, s.id, `" aria-labelledby="`, s.id, `-title">`, "\n")
		p.raw(`<h2 id="`, s.id, `-title">`, fmt.Sprint(i+1), ". ", escape(s.title), "</h2>\n")
		for _, b := range s.blocks {
			p.block(b)
		}
		p.raw("</section>\n")
	}
	p.raw("</main></div>\n")
	p.banner(d, "bottom")
	p.raw("<script>", opener, "</script>\n</body></html>\n")
	return p.b.Bytes()
}

func (p *page) raw(parts ...string) {
	for _, s := range parts {
		p.b.WriteString(s)
	}
}

// head declares the page, with a policy that forbids every request and every
// script but its own.
func (p *page) head(d *document) {
	sum := sha256.Sum256([]byte(opener))
	p.raw("<!DOCTYPE html>\n", `<html lang="en"><head><meta charset="utf-8">`, "\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-`,
		base64.StdEncoding.EncodeToString(sum[:]), `'; base-uri 'none'; form-action 'none'">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="referrer" content="no-referrer">`, "\n",
		"<title>", escape(d.title), "</title>\n<style>\n", styleSheet)
	// Every printed page carries the handling and its number.
	short := cssString(marking(d.label) + edition(d, " · "))
	p.raw("@page{@top-center{content:", short, "}@bottom-left{content:", short,
		`}@bottom-right{content:counter(page) " / " counter(pages)}}`, "\n</style></head>\n")
}

// cssString quotes a text for a style sheet, everything but ASCII letters and
// digits by its code, so that no text can end the string or the element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range clean(s) {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\%x `, r)
	}
	b.WriteByte('"')
	return b.String()
}

func edition(d *document, before string) string {
	if strings.TrimSpace(d.edition) == "" {
		return ""
	}
	return before + d.edition
}

// banner says how the report is to be handled.
func (p *page) banner(d *document, where string) {
	p.raw(`<div class="banner `, where, `" role="region" aria-label="Handling, `, where, ` of the page"><p><strong>`,
		escape(marking(d.label)), "</strong>")
	if e := edition(d, ""); e != "" {
		p.raw(` <span class="edition">Edition: <bdi>`, escape(e), "</bdi></span>")
	}
	p.raw("</p>\n<p>")
	for i, s := range handlingInWords(d.label, d.closing) {
		if i > 0 {
			p.raw(" ")
		}
		p.raw("<bdi>", escape(s), "</bdi>")
	}
	p.raw("</p>\n", `<p class="quiet">Label: <code>`, escape(d.label.String()), "</code></p></div>\n")
}

// contents is the table of contents, with the parts of each section.
func (p *page) contents(d *document) {
	p.raw(`<nav aria-label="Contents"><ol>`, "\n")
	for _, s := range d.sections {
		p.raw(`<li><a href="#`, s.id, `">`, escape(s.title), "</a>")
		open := false
		for _, b := range s.blocks {
			h, ok := b.(heading)
			if !ok {
				continue
			}
			if !open {
				p.raw("<ul>")
				open = true
			}
			p.raw(`<li><a href="#`, h.id, `">`, escape(h.title), "</a></li>")
		}
		if open {
			p.raw("</ul>")
		}
		p.raw("</li>\n")
	}
	p.raw("</ol></nav>\n")
}

func (p *page) inlines(text inlines) {
	for _, part := range text {
		switch t := part.(type) {
		case words:
			p.raw(escape(string(t)))
		case name:
			if t != "" {
				p.raw("<bdi>", breakable(string(t)), "</bdi>")
			}
		case mark:
			if t == "\n" {
				p.raw("<br>")
			} else {
				p.raw(`<span aria-hidden="true">`, escape(string(t)), "</span>")
			}
		case value:
			p.cellNumber(t)
		case reference:
			p.raw(`<a href="#`, t.to.anchor(), `">`, escape(lower(t.to.Title)), "</a>")
		}
	}
}

// data prints the value of a cell: the one place where this is done.
func (p *page) data(n value) {
	c := &n.of.Cells[n.cell]
	p.raw(`<data value="`, escape(c.Raw()), `" data-figure="`, escape(string(n.of.ID)), `" data-cell="`, fmt.Sprint(n.cell), `">`,
		escape(n.of.FormatValue(c)), "</data>")
}

// cellNumber prints the value of a cell with the link to its evidence.
func (p *page) cellNumber(n value) {
	c := &n.of.Cells[n.cell]
	p.raw(`<a href="#`, n.of.rowAnchor(n.cell), `">`)
	if n.signed && c.Value > 0 && c.Text == "" {
		p.raw("+")
	}
	p.data(n)
	p.raw("</a>")
	if n.interval && c.Interval != nil {
		p.raw(` <span class="i">(`, escape(n.of.span(c.Interval)), ")</span>")
	}
}

// limit prints a limit of an interval.
func (p *page) limit(h *held, v float64) {
	p.raw(`<data value="`, figure.Raw(v), `">`, h.Format(v), "</data>")
}

// escape makes text safe in an element and in a quoted attribute.
func escape(s string) string { return html.EscapeString(clean(s)) }

// breakable is a text from outside whose long words, such as the names of files and
// the parts of labels, may break after their punctuation.
func breakable(s string) string {
	const long = 20 // bytes
	if !slices.ContainsFunc(strings.Fields(s), func(word string) bool { return len(word) > long }) {
		return escape(s)
	}
	var b strings.Builder
	for rest := s; rest != ""; {
		i := strings.IndexAny(rest, ",._=/") + 1
		if i == 0 || i == len(rest) {
			b.WriteString(escape(rest))
			break
		}
		b.WriteString(escape(rest[:i]) + "<wbr>")
		rest = rest[i:]
	}
	return b.String()
}

// clean replaces what HTML forbids: bytes that are no text, and control characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
