package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestNiceTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		n         int
		whole     bool
		want      []float64
	}{
		{0, 100, 5, true, []float64{0, 20, 40, 60, 80, 100}},
		{0, 97, 5, true, []float64{0, 20, 40, 60, 80, 100}},
		{0, 1, 5, false, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{0, 1, 5, true, []float64{0, 1}},
		{0, 3, 5, true, []float64{0, 1, 2, 3}},
		{-40, 60, 5, false, []float64{-40, -20, 0, 20, 40, 60}},
		{0, 0.034, 5, false, []float64{0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035}},
		{0, 1403, 5, true, []float64{0, 200, 400, 600, 800, 1000, 1200, 1400, 1600}},
		{0, 0, 5, true, []float64{0, 1}},
	} {
		got := niceTicks(c.low, c.high, c.n, c.whole)
		if diff := cmp.Diff(c.want, got, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
			t.Errorf("niceTicks(%v, %v): %s", c.low, c.high, diff)
		}
	}
}

func TestTicksCoverTheData(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 1, 5).Draw(t, "values")
		s, ok := scaleFor(values, rule{aim: 5, zero: rapid.Bool().Draw(t, "zero"), from: 0, to: 100})
		if !ok {
			t.Fatal("no scale")
		}
		if n := len(s.ticks); n < 2 || n > 13 || !slices.IsSorted(s.ticks) {
			t.Fatalf("ticks %v", s.ticks)
		}
		for _, v := range values {
			if at := s.at(v); at < -1e-6 || at > 100+1e-6 {
				t.Fatalf("%v is at %v", v, at)
			}
		}
	})
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      []float64
	}{
		{200, 12000, []float64{200, 500, 1000, 2000, 5000, 10000, 20000}},
		{300, 300, []float64{200, 500}},
		{1, 1e6, []float64{1, 10, 100, 1e3, 1e4, 1e5, 1e6}},
		{100, 10000, []float64{100, 200, 500, 1000, 2000, 5000, 10000}},
	} {
		if diff := cmp.Diff(c.want, logTicks(c.low, c.high), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
			t.Errorf("logTicks(%v, %v): %s", c.low, c.high, diff)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a := math.Pow(10, rapid.Float64Range(-20, 20).Draw(t, "a"))
		b := a * math.Pow(10, rapid.Float64Range(0, 12).Draw(t, "b"))
		ticks := logTicks(a, b)
		if ticks[0] > a*(1+1e-8) || ticks[len(ticks)-1] < b*(1-1e-8) || len(ticks) < 2 || len(ticks) > 12 {
			t.Fatalf("%v for %v to %v", ticks, a, b)
		}
	})
}

func TestTimeTicks(t *testing.T) {
	label := func(ticks []tick) []string {
		var out []string
		for _, t := range ticks {
			out = append(out, t.label)
		}
		return out
	}
	months := func(y, m int) int { return Period{y, m}.index(Monthly) }
	for _, c := range []struct {
		name        string
		first, last int
		step        Step
		wide        float64
		want        string
	}{
		{"ten years", 2014, 2023, Yearly, 60, "2014 2015 2016 2017 2018 2019 2020 2021 2022 2023"},
		{"many years", 1990, 2023, Yearly, 18, "1990 1995 2000 2005 2010 2015 2020"},
		{"seven years of months", months(2015, 3), months(2021, 12), Monthly, 7, "2016 2017 2018 2019 2020 2021"},
		{"a year of months", months(2023, 9), months(2024, 8), Monthly, 50, "Sep 2023|Nov 2023|Jan 2024|Mar 2024|May 2024|Jul 2024"},
	} {
		sep := " "
		if strings.Contains(c.want, "|") {
			sep = "|"
		}
		if diff := cmp.Diff(c.want, strings.Join(label(timeTicks(c.first, c.last, c.step, c.wide)), sep)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		f    Format
		v    []float64
		want []string
	}{
		{Format{}, []float64{0, 12345, 1234567, 999}, []string{"0", "12,345", "1,234,567", "999"}},
		{Format{}, []float64{1.25, -3}, []string{"1.25", "−3.00"}},
		{Format{Percent: true}, []float64{0.123, 0.5}, []string{"12.3%", "50.0%"}},
		{Format{Percent: true}, []float64{0.12, 0.5}, []string{"12%", "50%"}},
		{Format{Prefix: "€"}, []float64{1200.4, 80}, []string{"€1,200", "€80"}},
		{Format{Suffix: " km"}, []float64{5, math.NaN()}, []string{"5 km", "no data"}},
	} {
		st := c.f.settle(c.v)
		for i, v := range c.v {
			if got := st.text(v); got != c.want[i] {
				t.Errorf("%+v writes %v as %q, want %q", c.f, v, got, c.want[i])
			}
		}
	}
	st := Format{Prefix: "€"}.settle([]float64{1})
	if got := st.withInterval(1000, Between(800, 1200)); got != "€1,000 (€800–1,200)" {
		t.Error(got)
	}
}

func TestFitAndWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, wide := rapid.String().Draw(t, "s"), rapid.Float64Range(5, 300).Draw(t, "wide")
		if got := measure(fit(s, textSize, wide), textSize); got > wide+0.1 {
			t.Fatalf("%v wide, %v wanted", got, wide)
		}
		for _, line := range twoLines(s, textSize, wide) {
			if got := measure(line, textSize); got > wide+0.1 {
				t.Fatalf("line %q is %v wide, %v wanted", line, got, wide)
			}
		}
	})
	if got := fit("Mediterranean", textSize, 60); got == "Mediterranean" || !strings.HasSuffix(got, "…") {
		t.Errorf("fit gives %q", got)
	}
}

// Labels keep their distance, their bounds and the order of their marks.
func TestSpread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const gap, low, high = 15.0, 20.0, 280.0
		ys := rapid.SliceOfN(rapid.Float64Range(low, high), 0, 22).Draw(t, "ys")
		labels := make([]endLabel, len(ys))
		for i, y := range ys {
			labels[i] = endLabel{y: y, order: i}
		}
		if fits := float64(len(ys)-1)*gap <= high-low; spread(labels, gap, low, high) != fits {
			t.Fatalf("%d labels: fits = %v", len(ys), fits)
		} else if !fits {
			return
		}
		for i, l := range labels {
			if l.at < low-1e-6 || l.at > high+1e-6 {
				t.Fatalf("label at %v", l.at)
			}
			if i > 0 && (l.at-labels[i-1].at < gap-1e-6 || l.y < labels[i-1].y) {
				t.Fatalf("labels at %v and %v", labels[i-1].at, l.at)
			}
		}
	})
	alone := []endLabel{{y: 50}, {y: 100}}
	spread(alone, 15, 0, 200)
	if alone[0].at != 50 || alone[1].at != 100 {
		t.Errorf("labels with room were moved: %+v", alone)
	}
}
