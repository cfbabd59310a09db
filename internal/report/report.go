// Package report renders figures: as JSON and CSV for scripts, and as a report
// that people read.
//
// A report is built in two steps. Sections choose figures and arrange them into a
// document of blocks: paragraphs, lists, cards, charts and tables. A writer then
// renders the document; [HTML] is one of them. Sections know nothing of HTML, and
// the writer knows nothing of migrant smuggling.
//
//	figures ─ routes.go, networks.go, money.go, … ─ document ─ html.go ─ one HTML file
//
// # Numbers
//
// Nothing here computes a number. A block holds the cell of a figure, and the
// writer prints it in one place (page.data):
//
//	<a href="#c7-12"><data value="153946" data-figure="detections.by_route_year" data-cell="12">153,946</data></a>
//
// The link leads to the cell's row in the appendix, which holds every figure with
// its definition, its handling and all its cells, each with the contributions that
// its evidence lies in. Charts link there too, from every mark. Beside cells a page
// shows what figures and sources say of themselves: n, missing share, interval,
// numbers of records. What is chosen for the body (largest rows, last years) is said
// there, and the appendix has all.
//
// # Handling
//
// The label of a report is the join of the labels of all its figures and of all
// contributions that it lists. It stands at the top, at the bottom and on every
// printed page.
//
// # The page
//
// It is one file. Nothing in it causes a request: style and drawings are inside,
// and its policy forbids the browser to fetch anything. Its one script opens the
// part of the appendix that a link leads into, for browsers that do not do so by
// themselves; without it the page lacks nothing else.
//
// Titles, keys and notes come from sources and are escaped wherever they stand;
// names are isolated, so that text from right to left leaves its surroundings alone.
package report

import (
	"fmt"
	"io"

	"skein/internal/figure"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/record"
)

// Input is what a report is rendered from.
type Input struct {
	Title, Subtitle string
	Edition         string          // whom this rendering is for, in words
	Figures         []figure.Figure // all, sorted by ID
	Checkpoint      record.Checkpoint
	Bounds          *Bounds // what the map shows; nil: all points
	Points          []Point // of incidents.with_position
	Sources         []Source
	Claims          []Claim // whose verdicts claims.check holds, in the order of their publication
	ClaimsSource    string  // the publication
}

// Bounds is what a map shows, in degrees.
type Bounds struct{ West, South, East, North float64 }

// Point is an incident on the map.
type Point struct {
	Lat, Lon float64 // degrees
	Weight   float64 // dead and missing
	Route    string  // empty: not known
	Title    string
}

// Source is a contribution as it was read last.
type Source struct {
	Contribution         record.Contribution
	Read                 record.EntryNo // the ledger entry of the reading; records in evidence carry it
	Records, Quarantined int
	Grades               []grading.Grade // of its records; none: the contribution's
	Label                handling.Label  // join of its own and those of its records; zero: its own
}

// label returns the label of the contribution and all its records.
func (s *Source) label() handling.Label {
	if s.Label == (handling.Label{}) {
		return s.Contribution.Label
	}
	return s.Label
}

// grades returns the grades of the contribution's records.
func (s *Source) grades() []grading.Grade {
	if len(s.Grades) == 0 {
		return []grading.Grade{s.Contribution.Grade}
	}
	return s.Grades
}

// Claim is a published statement.
type Claim struct {
	ID, Says string
	Where    string // in the publication
}

// HTML writes the report as one HTML page. It refuses figures that are unfit to be
// shown ([figure.Figure.Check]) and two figures of one ID. The same input gives the
// same bytes.
func HTML(w io.Writer, in Input) error {
	d, err := newDocument(in)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	_, err = w.Write(d.html())
	return err
}
