package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"skein/internal/english"
	"skein/internal/figure"
	"skein/internal/report/chart"
)

const (
	mostRows    = 15  // of a chart or table in the body
	mostLines   = 8   // as many as there are colours, and one in grey
	mostYears   = 8   // columns of a table
	mostSamples = 800 // of lines that link each to its evidence: more would fill the page

	intervalName = "95 % interval"
)

// view is what a chart shows of a figure.
type view struct {
	of    *held
	label string // the key that names rows or lines; empty: none
	where where  // the other keys
	since string // first period of lines; empty: from the beginning
	title string // empty: the figure's
	keep  bool   // in the order of the keys, not by size
}

// picture numbers a drawing and adds it to the section.
func (b *builder) picture(v view, svg, remark string) {
	b.pictures++
	b.add(picture{b.caption("Figure", b.pictures, v.of, v.of.matching(v.where), v.title, remark), svg})
}

// caption is that of a drawing or table of some cells of a figure.
func (b *builder) caption(kind string, no int, h *held, cells []int, title, remark string) caption {
	c := caption{kind: kind, no: no, of: h, title: title, remark: remark}
	if h != nil {
		c.detail = h.detail(cells)
		if title == "" {
			c.title = h.Title
		}
	}
	return c
}

func (v view) frame() chart.Frame {
	f := chart.Frame{Title: v.title}
	if f.Title == "" {
		f.Title = v.of.Title
	}
	f.Desc = upper(v.of.detail(v.of.matching(v.where))) + ". All values are in the table of evidence."
	return f
}

// axis names the quantity and its unit.
func axis(h *held) string {
	if h.Unit == "%" {
		return "Per cent"
	}
	return upper(h.Unit)
}

// markOf gives a chart's mark its evidence.
func markOf(h *held, cell int) chart.Mark {
	c := &h.Cells[cell]
	return chart.Mark{
		Title: strings.Join(c.Keys, ", ") + ": " + h.words(cell) + " " + h.UnitOf(h.FormatValue(c)) + ", n = " + count(c.N),
		Href:  "#" + h.rowAnchor(cell),
		Data:  map[string]string{"figure": string(h.ID), "cell": strconv.Itoa(cell), "value": c.Raw()},
	}
}

func intervalOf(c *figure.Cell) chart.Interval {
	if c.Interval == nil {
		return chart.Interval{}
	}
	return chart.Between(c.Interval.Low, c.Interval.High)
}

// rows draws the largest cells as rows: dots where the values are estimates, bars
// where they are counts.
func (b *builder) rows(v view) {
	cells := v.of.largest(v.where)
	if v.keep {
		cells = v.of.matching(v.where)
	}
	remark := ""
	if len(cells) > mostRows {
		remark = notShown(len(cells)-mostRows, "row", "rows")
		cells = cells[:mostRows]
	}
	estimates := false
	bars := make([]chart.Bar, len(cells))
	for i, at := range cells {
		c := &v.of.Cells[at]
		bars[i] = chart.Bar{Value: c.Value, Interval: intervalOf(c), Text: v.of.words(at), Mark: markOf(v.of, at)}
		if k := v.of.key(v.label); k >= 0 {
			bars[i].Label = c.Keys[k]
		}
		if v.label == "route" {
			bars[i].Class = bars[i].Label
		}
		estimates = estimates || c.Interval != nil
	}
	classes := b.classes(v.label)
	svg := ""
	if estimates {
		svg = chart.Dots{
			Frame: v.frame(), XTitle: axis(v.of), Dots: bars, KeepOrder: true, Classes: classes, IntervalName: intervalName,
		}.SVG()
	} else {
		svg = chart.Bars{Frame: v.frame(), XTitle: axis(v.of), Bars: bars, KeepOrder: true, Classes: classes}.SVG()
	}
	b.picture(v, svg, remark)
}

// classes gives routes their colours, and other things none of their own.
func (b *builder) classes(key string) chart.Classes {
	if key == "route" {
		return b.routes
	}
	return nil
}

func notShown(n int, one, many string) string {
	return english.Count(n, one, many) + " more in the evidence."
}

// lines draws cells over the key "month" or "year", one line for each text of the
// label, the largest first.
func (b *builder) lines(v view) {
	l, rest := b.series(v, mostLines)
	remark := ""
	if rest > 0 {
		remark = notShown(rest, "line", "lines")
	}
	b.picture(v, l.SVG(), remark)
}

// series makes lines of cells, at most so many, and says how many it leaves out.
func (b *builder) series(v view, most int) (l chart.Lines, rest int) {
	step, at := chart.Monthly, v.of.key("month")
	if at < 0 {
		step, at = chart.Yearly, v.of.key("year")
	}
	cells := slices.DeleteFunc(v.of.matching(v.where), func(i int) bool { return v.of.Cells[i].Keys[at] < v.since })
	classes := b.classes(v.label)
	var names []string
	switch v.label {
	case "":
		names = []string{""}
	case "route":
		names = append(names, classes...)
	default:
		names = v.of.texts(v.label, cells)
	}
	byName := map[string][]chart.Sample{}
	for _, i := range cells {
		c := &v.of.Cells[i]
		class := ""
		if k := v.of.key(v.label); k >= 0 {
			class = c.Keys[k]
		}
		s := chart.Sample{At: period(c.Keys[at]), Value: c.Value, Interval: intervalOf(c)}
		if len(cells) <= mostSamples {
			s.Mark = markOf(v.of, i)
		}
		byName[class] = append(byName[class], s)
	}
	l = chart.Lines{Frame: v.frame(), Step: step, YTitle: axis(v.of), Classes: classes, IntervalName: intervalName}
	for _, n := range names {
		if samples := byName[n]; len(samples) > 0 && len(l.Series) < most {
			l.Series = append(l.Series, chart.Series{Class: n, Points: samples})
		}
	}
	return l, len(byName) - len(l.Series)
}

// panels draws cells over the key "month", each text of the label in a panel of its
// own: one peak then flattens nothing but itself.
func (b *builder) panels(v view) {
	l, _ := b.series(v, math.MaxInt)
	svg := chart.Panels{Lines: l}.SVG()
	b.picture(v, svg, "Each panel has its own vertical scale: compare shapes, not heights.")
}

// period reads "2015" or "2015-07"; the zero period, which charts leave out, is of
// what is neither.
func period(s string) chart.Period {
	year, month, monthly := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || !monthly {
		return chart.Period{Year: y}
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		return chart.Period{}
	}
	return chart.Period{Year: y, Month: m}
}

// columns draws the cells of a figure whose one key is ordered, such as years.
func (b *builder) columns(v view) {
	cells := v.of.matching(v.where)
	s := chart.Stack{}
	c := chart.Columns{Frame: v.frame(), YTitle: axis(v.of), IntervalName: intervalName}
	for _, i := range cells {
		cell := &v.of.Cells[i]
		label := ""
		if k := v.of.key(v.label); k >= 0 {
			label = cell.Keys[k]
		}
		c.Labels = append(c.Labels, label)
		c.Totals = append(c.Totals, intervalOf(cell))
		c.Texts = append(c.Texts, v.of.FormatValue(cell))
		s.Values = append(s.Values, cell.Value)
		s.Marks = append(s.Marks, markOf(v.of, i))
	}
	c.Stacks = []chart.Stack{s}
	b.picture(v, c.SVG(), b.ends(v.of))
}

// boxes draws the quartiles of a figure with the key "statistic" in one currency:
// the rows with most values behind them.
func (b *builder) boxes(v view) {
	h := v.of
	label, statistic := h.key(v.label), h.key("statistic")
	if label < 0 || statistic < 0 {
		return
	}
	var boxes []chart.Box
	medians := h.matching(merged(v.where, where{"statistic": "median"}))
	if !v.keep {
		sortBy(medians, func(i int) float64 { return float64(h.Cells[i].N) })
	}
	remark := ""
	if len(medians) > mostRows {
		remark = notShown(len(medians)-mostRows, "row", "rows") + " Shown are those with most values."
		medians = medians[:mostRows]
	}
	for _, i := range medians {
		c := &h.Cells[i]
		q1, q3 := h.cell(replaced(c.Keys, statistic, "q1")...), h.cell(replaced(c.Keys, statistic, "q3")...)
		if q1 < 0 || q3 < 0 {
			continue
		}
		low, high := &h.Cells[q1], &h.Cells[q3]
		boxes = append(boxes, chart.Box{
			Label: c.Keys[label], Q1: low.Value, Median: c.Value, Q3: high.Value, N: c.N, Mark: markOf(h, i),
			Text: h.FormatValue(c) + " (" + h.FormatValue(low) + "–" + h.FormatValue(high) + "), n = " + count(c.N),
		})
	}
	svg := chart.Boxes{Frame: v.frame(), XTitle: axisIn(h, v.where["currency"]), Boxes: boxes, KeepOrder: v.keep}.SVG()
	b.picture(v, svg, remark)
}

func axisIn(h *held, currency string) string {
	if currency == "" {
		return axis(h)
	}
	return "Amount in " + currency
}
