package report

import (
	"math"
	"strconv"
	"strings"

	"skein/internal/figure"
	"skein/internal/report/chart"
)

// routeCards is how many routes have a key figure of their own.
const routeCards = 4

// keyFigures puts the largest of each kind on cards.
func (b *builder) keyFigures() {
	var cs cards
	add := func(c card, ok bool) {
		if ok {
			cs = append(cs, c)
		}
	}
	add(b.yearCard("detections.by_year", "Detections"))
	cs = append(cs, b.routeCards()...)
	add(b.yearCard("arrivals.by_year", "Arrivals"))
	add(b.totalCard("incidents.dead_and_missing", "Dead and missing, all years on record", "incidents.dead_by_month"))
	add(b.deadliest())
	add(b.totalCard("incidents.count", "Incidents, all years on record", "incidents.by_month"))
	add(b.totalCard("suspects.count", "Suspects and convicted persons on record", ""))
	add(b.totalCard("networks.count", "Networks reported", ""))
	add(b.totalCard("communications.ties", "Links by communication", "communications.by_month"))
	add(b.largestCard("payments.by_means", "Payments by "))
	add(b.feeCard())
	add(b.totalCard("origins.count", "Independent origins of the records", ""))
	if len(cs) == 0 {
		return
	}
	if b.year != "" {
		b.say("Years are given for " + b.year + ", the last complete year on record, unless a card says otherwise. " +
			"Each number leads to its evidence.")
	}
	b.say("Below, n is how many things, such as records of incidents or persons or rows of counts, a figure rests on; of a share, how many it is a share of. " +
		"A 95 % interval says how far chance alone could move a value; it covers no error of the sources.")
	b.add(cs)
}

// yearCard is the value of a figure by year.
func (b *builder) yearCard(id figure.ID, title string) (card, bool) {
	h := b.look(id)
	if h == nil {
		return card{}, false
	}
	year := b.yearOf(h)
	i := h.cell(year)
	if i < 0 {
		return card{}, false
	}
	unit := h.UnitOf(h.FormatValue(&h.Cells[i]))
	if note := h.Cells[i].Note; note != "" {
		unit += ", " + note
	}
	return card{
		title: title + ", " + year, value: value{of: h, cell: i, interval: true}, unit: unit,
		spark: b.spark(h, title, "", h.AllCells()),
	}, true
}

// routeCards are the routes with the most detections, with their change on the
// year before.
func (b *builder) routeCards() []card {
	h := b.look("detections.by_route_year")
	if h == nil {
		return nil
	}
	year, change := b.yearOf(h), b.look("detections.change_on_year")
	var out []card
	for _, i := range h.largest(where{"year": year}) {
		if len(out) == routeCards {
			break
		}
		route := h.Cells[i].Keys[h.key("route")]
		c := card{
			title: route + ", " + year, value: value{of: h, cell: i, interval: true}, unit: h.UnitOf(h.FormatValue(&h.Cells[i])),
			spark: b.spark(h, route, route, h.matching(where{"route": route})),
		}
		if at := change.cell(h.Cells[i].Keys...); at >= 0 {
			c.change = &value{of: change, cell: at, signed: true}
		}
		out = append(out, c)
	}
	return out
}

// totalCard is the value of a figure without keys; series is a figure by month or
// year whose shape is shown beside it.
func (b *builder) totalCard(id figure.ID, title string, series figure.ID) (card, bool) {
	h := b.look(id)
	if h == nil || len(h.Definition.Grouping) > 0 {
		return card{}, false
	}
	c := card{title: title, value: value{of: h, interval: true}, unit: h.UnitOf(h.FormatValue(&h.Cells[0]))}
	if s := b.look(series); s != nil {
		c.spark = b.spark(s, s.Title, "", s.AllCells())
	}
	return c, true
}

// deadliest is the route with the most dead for each thousand detections.
func (b *builder) deadliest() (card, bool) {
	h := b.look("incidents.dead_per_thousand")
	if h == nil {
		return card{}, false
	}
	year := b.yearOf(h)
	i := first(h.largest(where{"year": year}))
	if i < 0 {
		return card{}, false
	}
	route := h.Cells[i].Keys[h.key("route")]
	return card{
		title: "Highest death rate: " + route + ", " + year, value: value{of: h, cell: i, interval: true}, unit: h.Unit,
		spark: b.spark(h, route, route, h.matching(where{"route": route})),
	}, true
}

// largestCard is the largest cell of a figure with one key.
func (b *builder) largestCard(id figure.ID, title string) (card, bool) {
	h := b.look(id)
	if h == nil || len(h.Definition.Grouping) != 1 {
		return card{}, false
	}
	i := first(h.largest(nil))
	unit := h.Unit
	if h.Share {
		unit += ", n\u00a0=\u00a0" + h.Bases([]int{i})
	}
	return card{title: title + h.Cells[i].Keys[0], value: value{of: h, cell: i, interval: true}, unit: unit}, true
}

// feeCard is the median fee of the leg with the most fees.
func (b *builder) feeCard() (card, bool) {
	h := b.look("fees.by_leg")
	if h == nil {
		return card{}, false
	}
	medians := h.matching(where{"statistic": "median"})
	sortBy(medians, func(i int) float64 { return float64(h.Cells[i].N) })
	i := first(medians)
	leg, currency := h.key("leg"), h.key("currency")
	if i < 0 || leg < 0 || currency < 0 {
		return card{}, false
	}
	keys := h.Cells[i].Keys
	return card{title: "Median fee, " + keys[leg], value: value{of: h, cell: i, interval: true}, unit: keys[currency]}, true
}

func first(cells []int) int {
	if len(cells) == 0 {
		return -1
	}
	return cells[0]
}

// spark draws cells over months or years. Periods without a cell are gaps.
func (b *builder) spark(h *held, title, class string, cells []int) string {
	k := max(h.key("month"), h.key("year"))
	if k < 0 || len(cells) < 2 {
		return ""
	}
	at := map[int]float64{}
	low, high := math.MaxInt, 0
	for _, i := range cells {
		if p, ok := ordinal(h.Cells[i].Keys[k]); ok {
			at[p] = h.Cells[i].Value
			low, high = min(low, p), max(high, p)
		}
	}
	const most = 1200 // a century of months: more is no series but a slip of the pen
	if len(at) < 2 || high-low > most {
		return ""
	}
	values := make([]float64, 0, high-low+1)
	for p := low; p <= high; p++ {
		v, ok := at[p]
		if !ok {
			v = math.NaN()
		}
		values = append(values, v)
	}
	s := chart.Spark{Frame: chart.Frame{Title: title + ", over time"}, Values: values, Class: class}
	if class != "" {
		s.Classes = b.routes
	}
	return s.SVG()
}

// ordinal counts the years to "2015", the months to "2015-07".
func ordinal(s string) (int, bool) {
	p := period(s)
	if p.Year <= 0 || p.Month < 0 || p.Month > 12 {
		return 0, false
	}
	if _, month, monthly := strings.Cut(s, "-"); monthly {
		_, err := strconv.Atoi(month)
		return p.Year*12 + p.Month - 1, err == nil
	}
	return p.Year, true
}

// inWords lists the largest cells of a figure in a sentence: "Syria 22.0 %
// (16.9–27.9), Turkey …".
func inWords(h *held, key string, cells []int, most int) inlines {
	var out inlines
	k := h.key(key)
	for j, i := range cells[:min(most, len(cells))] {
		if j > 0 {
			out = append(out, words(", "))
		}
		if k >= 0 {
			out = append(out, name(h.Cells[i].Keys[k]), words(" "))
		}
		out = append(out, valueInWords(h, i)...)
	}
	if h.Share && len(cells) > 0 {
		out = append(out, words("; n\u00a0=\u00a0"+h.Bases(cells)))
	}
	return out
}

// valueInWords is a value in a sentence: shares with their sign.
func valueInWords(h *held, cell int) inlines {
	n := value{of: h, cell: cell, interval: true}
	if h.Unit == "%" {
		return inlines{n, words("\u00a0%")}
	}
	return inlines{n}
}
