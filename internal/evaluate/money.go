package evaluate

import (
	"math"
	"strconv"
	"strings"

	"skein/internal/estimate"
	"skein/internal/figure"
)

const feesFigure = "fees.by_leg"

// fees scores the median fee of each leg: whether its interval holds the true one, and
// by how much the value is off, as a share. The baseline gives every leg the median of
// all legs in its currency, and ten per cent around the value for an interval.
func fees(s *scorecard, t *Truth, c *Case) {
	want := t.figure(feesFigure)
	all := map[string][]float64{}
	c.cells(feesFigure, func(keys string, cell *figure.Cell) {
		currency := key(keys, "currency")
		all[currency] = append(all[currency], cell.Value)
	})
	overall := map[string]float64{}
	for currency, values := range all {
		overall[currency] = median(values)
	}
	var cover coverage
	var errors, base []float64
	found := c.cells(feesFigure, func(keys string, cell *figure.Cell) {
		truly, ok := want[keys]
		if !ok || cell.Interval == nil {
			return
		}
		cover.add(truly.Value, cell.Interval, figure.Interval{Low: 0.9 * cell.Value, High: 1.1 * cell.Value})
		errors = append(errors, math.Abs(cell.Value-truly.Value)/truly.Value)
		base = append(base, math.Abs(overall[key(keys, "currency")]-truly.Value)/truly.Value)
	})
	s.addOr(found, "fees.coverage", unitShare, cover.n, cover.share(), cover.baseline())
	s.addOr(found, "fees.error", unitShare, len(errors), median(errors), median(base))
}

// coverage counts the intervals that hold what is true.
type coverage struct{ n, hold, naive int }

func (c *coverage) add(truly float64, of *figure.Interval, naive figure.Interval) {
	c.n++
	if of.Low <= truly && truly <= of.High {
		c.hold++
	}
	if naive.Low <= truly && truly <= naive.High {
		c.naive++
	}
}

func (c *coverage) share() float64    { return share(c.hold, c.n) }
func (c *coverage) baseline() float64 { return share(c.naive, c.n) }

// turnoverFigure is the figure of the engine that estimates the turnover, in USD a
// year.
const turnoverFigure = "turnover.by_year"

// turnover scores the turnover of the last year: whether the interval holds it, and by
// how much the value is off, as a share. The baseline multiplies the year's detections
// by the mean of what debriefed migrants say to have paid in all, whatever the
// currency, with ten per cent around it.
func turnover(s *scorecard, t *Truth, c *Case) {
	truly := t.World.Turnover
	year := strconv.Itoa(t.World.To.Year())
	naive := c.detectedIn(year) * c.meanJourney()
	var cover coverage
	off := math.NaN()
	engine := c.cells(turnoverFigure, func(keys string, cell *figure.Cell) {
		if key(keys, "year") == year && cell.Interval != nil {
			cover.add(truly, cell.Interval, figure.Interval{})
			off = math.Abs(cell.Value-truly) / truly
		}
	})
	held := 0.0
	if math.Abs(naive-truly) <= 0.1*naive {
		held = 1
	}
	s.addOr(engine, "turnover.coverage", unitShare, 1, cover.share(), held)
	s.addOr(engine, "turnover.error", unitShare, 1, off, math.Abs(naive-truly)/truly)
}

func (c *Case) detectedIn(year string) float64 {
	total := 0.0
	c.cells("detections.by_year", func(keys string, cell *figure.Cell) {
		if key(keys, "year") == year {
			total = cell.Value
		}
	})
	return total
}

// meanJourney is the mean over debriefings of the sum of the fees that they tell.
func (c *Case) meanJourney() float64 {
	table := c.Set.Table("Fee")
	debriefing, amount := table.Column("debriefing"), table.Column("amount")
	total := 0.0
	told := map[string]bool{}
	for row := range table.Len() {
		who := debriefing.Text(row)
		if v, err := strconv.ParseFloat(amount.Text(row), 64); err == nil && who != "" {
			told[who] = true
			total += v
		}
	}
	return total / float64(len(told))
}

// shares scores the shares that are estimated: whether the interval holds the true
// one, and the mean difference, in parts of one. The baseline of coverage is the Wald
// interval, that of the difference the same share for every value.
func shares(s *scorecard, t *Truth, c *Case) {
	var cover coverage
	var off, base mean
	for _, id := range []figure.ID{
		"suspects.by_sex", "suspects.by_tier", "suspects.by_role", "suspects.by_residence", "suspects.by_nationality", "payments.by_means", "payments.by_timing",
		"crimes.by_area_year", "vehicles.rented",
	} {
		want := t.figure(string(id))
		values := map[string]int{} // of each year
		for keys := range want {
			values[key(keys, "year")]++
		}
		c.cells(id, func(keys string, cell *figure.Cell) {
			truly, ok := want[keys]
			if !ok || cell.Interval == nil || strings.Contains(keys, "unit=networks") {
				return
			}
			cover.add(truly.Value, cell.Interval, wald(cell))
			diff := math.Abs(cell.Value-truly.Value) / 100
			even := math.Abs(1/float64(values[key(keys, "year")]) - truly.Value/100)
			off.add(&diff, 1)
			base.add(&even, 1)
		})
	}
	s.add("shares.coverage", unitShare, cover.n, cover.share(), cover.baseline())
	s.add("shares.error", unitShare, cover.n, orNaN(off.value()), orNaN(base.value()))
}

// wald is the interval of a share by the normal approximation, in per cent.
func wald(cell *figure.Cell) figure.Interval {
	p := cell.Value / 100
	half := estimate.Z95 * math.Sqrt(p*(1-p)/float64(cell.N))
	return figure.Interval{Low: 100 * (p - half), High: 100 * (p + half)}
}
