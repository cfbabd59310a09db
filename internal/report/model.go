package report

import (
	"fmt"

	"skein/internal/handling"
)

// document is a report before it is rendered.
type document struct {
	title, subtitle, edition string
	checkpoint               string
	label                    handling.Label
	closing                  []string // what closes the report, in sentences
	sections                 []section
}

// section is a chapter of the report.
type section struct {
	id, title string
	blocks    []block
}

// block is a part of a section that stands by itself: heading, paragraph, list,
// cards, picture, table or evidence.
type block interface{ isBlock() }

// heading opens a part of a section.
type heading struct{ id, title string }

// paragraph is a piece of prose. A quiet one tells what is not there.
type paragraph struct {
	text  inlines
	quiet bool
}

// list is a list of points.
type list []inlines

// cards are the key figures.
type cards []card

// card is one key figure.
type card struct {
	title  string
	value  value
	unit   string
	change *value // on the year before, in per cent
	spark  string // SVG; may be empty
}

// caption says what a picture or table shows, and where its evidence is.
type caption struct {
	kind   string // "Figure" or "Table"
	no     int
	of     *held // nil: not of a figure
	title  string
	detail string // unit, n and what is missing
	remark string // what of it is not shown
}

// picture is a chart or a map.
type picture struct {
	caption
	svg string
}

// table is a table in the body.
type table struct {
	caption
	columns []column
	rows    [][]inlines // parallel to columns
}

// column is a column of a table.
type column struct {
	title   string
	header  bool // its cells head their rows
	numeric bool
}

// evidence is a figure's entry in the appendix.
type evidence struct {
	of      *held
	sources *sources
}

func (heading) isBlock()   {}
func (paragraph) isBlock() {}
func (list) isBlock()      {}
func (cards) isBlock()     {}
func (picture) isBlock()   {}
func (table) isBlock()     {}
func (evidence) isBlock()  {}

// inline is a part of a text: words, name, number or reference.
type inline interface{ isInline() }

type inlines []inline

// words are the report's own.
type words string

// name is text from a source, in whatever script.
type name string

// mark is a sign with no meaning of its own: the words beside it have it.
type mark string

// value is the value of a figure's cell. Nothing else puts one on a page.
type value struct {
	of       *held
	cell     int
	interval bool // with its interval, where it has one
	signed   bool // with a plus where it is more than zero
}

// reference leads to a figure's entry in the appendix.
type reference struct{ to *held }

func (words) isInline()     {}
func (name) isInline()      {}
func (mark) isInline()      {}
func (value) isInline()     {}
func (reference) isInline() {}

// text makes a text of strings, which are words, and inlines.
func text(parts ...any) inlines {
	out := make(inlines, 0, len(parts))
	for _, p := range parts {
		switch p := p.(type) {
		case inline:
			out = append(out, p)
		case inlines:
			out = append(out, p...)
		default:
			out = append(out, words(fmt.Sprint(p)))
		}
	}
	return out
}
