package report

import (
	"cmp"
	"slices"
	"strings"

	"skein/internal/figure"
	"skein/internal/report/chart"
)

// builder makes the document.
type builder struct {
	in       Input
	book     *book
	sources  *sources
	routes   chart.Classes // from the one with the largest count down; gives colours
	year     string        // last year of which all months are held
	pictures int           // numbered so far
	tables   int

	blocks []block  // of the section that is being made
	absent []string // what its part asked for and is not held
	shown  int      // how much of the part is held
}

func newDocument(in Input) (*document, error) {
	book, err := newBook(in.Figures)
	if err != nil {
		return nil, err
	}
	b := &builder{in: in, book: book, sources: newSources(in.Sources)}
	b.routes = b.rankRoutes()
	b.year = LastWholeYear(func(id figure.ID) *figure.Figure {
		if h := b.look(id); h != nil {
			return h.Figure
		}
		return nil
	})
	d := &document{
		title: in.Title, subtitle: in.Subtitle, edition: in.Edition,
		checkpoint: in.Checkpoint.String(), label: in.Label(), closing: in.Closing(),
	}
	if strings.TrimSpace(d.title) == "" {
		d.title = "Report"
	}
	for _, s := range []struct {
		id, title string
		tell      func()
	}{
		{"key-figures", "Key figures", b.keyFigures},
		{"routes", "Routes and hotspots", b.routesAndHotspots},
		{"networks", "Criminal networks and infrastructure", b.networks},
		{"money", "Money", b.money},
		{"travel", "Modi operandi for travel", b.travel},
		{"polycriminality", "Polycriminality", b.polycriminality},
		{"claims", "What others have published", b.claims},
		{"sources", "Sources and methods", b.sourcesAndMethods},
		{"evidence", "Evidence", b.appendix},
	} {
		s.tell()
		if len(b.blocks) == 0 {
			b.quiet("Nothing is held on this.")
		}
		d.sections = append(d.sections, section{s.id, s.title, b.blocks})
		b.blocks = nil
	}
	return d, nil
}

func (b *builder) add(blocks ...block) { b.blocks = append(b.blocks, blocks...) }

func (b *builder) say(parts ...any) { b.add(paragraph{text: text(parts...)}) }

func (b *builder) quiet(parts ...any) { b.add(paragraph{text: text(parts...), quiet: true}) }

// part makes a part of the section under a heading. Where nothing of it is held
// it is left out; where something is, one line says what is not.
func (b *builder) part(id, title string, tell func()) {
	before := len(b.blocks)
	b.absent, b.shown = nil, 0
	b.add(heading{id, title})
	tell()
	switch {
	case b.shown == 0:
		b.blocks = b.blocks[:before]
	case len(b.absent) > 0:
		b.quiet("Nothing is held on: ", strings.Join(b.absent, "; "), ".")
	}
}

// get returns a figure that has cells; nil, and a note that nothing is held on
// it, for one that has none.
func (b *builder) get(id figure.ID) *held {
	h := b.book.byID[id]
	if h != nil && len(h.Cells) > 0 {
		b.shown++
		return h
	}
	what := string(id)
	if h != nil {
		what = lower(h.Title)
	}
	b.absent = append(b.absent, what)
	return nil
}

// look returns a figure that has cells, nil for one that has none, which is not
// worth a line.
func (b *builder) look(id figure.ID) *held {
	if h := b.book.byID[id]; h != nil && len(h.Cells) > 0 {
		return h
	}
	return nil
}

// unit returns the unit of a value, as it stands after it.
func (v value) unit() string { return v.of.UnitOf(v.of.FormatValue(&v.of.Cells[v.cell])) }

// only returns the one cell of a figure without keys, as a number.
func (b *builder) only(id figure.ID) (value, bool) {
	h := b.get(id)
	if h == nil || len(h.Definition.Grouping) > 0 {
		return value{}, false
	}
	return value{of: h, cell: 0, interval: true}, true
}

// lower begins a title in the middle of a sentence.
func lower(title string) string {
	first, rest, _ := strings.Cut(title, " ")
	if strings.ToUpper(first) == first { // an abbreviation
		return title
	}
	return strings.TrimSpace(strings.ToLower(first) + " " + rest)
}

// upper begins a sentence or a label.
func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// rankRoutes orders the routes by the first figure that counts on them, so that
// the largest have colours of their own, and adds those that it leaves out.
func (b *builder) rankRoutes() chart.Classes {
	var out chart.Classes
	for _, id := range []figure.ID{
		"detections.by_route_year", "arrivals.by_route_year", "incidents.by_route", "incidents.dead_by_route_year",
		"detections.by_route_month", "arrivals.by_route_month", "legs.by_route_mode",
	} {
		h := b.look(id)
		if h == nil || h.key("route") < 0 {
			continue
		}
		k, total := h.key("route"), map[string]float64{}
		for i := range h.Cells {
			total[h.Cells[i].Keys[k]] += h.Cells[i].Value
		}
		names := h.texts("route", h.AllCells())
		slices.SortStableFunc(names, func(x, y string) int { return cmp.Compare(total[y], total[x]) })
		for _, n := range names {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	for _, p := range b.in.Points {
		if p.Route != "" && !slices.Contains(out, p.Route) {
			out = append(out, p.Route)
		}
	}
	return out
}
