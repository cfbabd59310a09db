package estimate

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func near(got, want, tolerance float64) bool { return math.Abs(got-want) <= tolerance }

func TestShare(t *testing.T) {
	// Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion:
	// comparison of seven methods. Statistics in Medicine 17, 857-872, Table I, method 3.
	for _, test := range []struct {
		k, n      int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
		{28, 29, 0.8282, 0.9939}, // the complement of 1 in 29
	} {
		e, err := Share(test.k, test.n)
		if err != nil {
			t.Fatal(err)
		}
		if !near(e.Low, test.low, 5e-5) || !near(e.High, test.high, 5e-5) {
			t.Errorf("Share(%d, %d): %.4f to %.4f; want %.4f to %.4f", test.k, test.n, e.Low, e.High, test.low, test.high)
		}
		if e.Value != float64(test.k)/float64(test.n) || e.N != test.n {
			t.Errorf("Share(%d, %d) = %+v", test.k, test.n, e)
		}
	}
	// Of a published share only the rounded value is known: 18 % of 220.
	if low, high := wilson(0.18, 220); !near(low, 0.135, 5e-4) || !near(high, 0.236, 5e-4) {
		t.Errorf("18 %% of 220: %.4f to %.4f", low, high)
	}
}

func TestRate(t *testing.T) {
	// Garwood (1936), and Table 40 of Pearson and Hartley's Biometrika Tables for
	// Statisticians, volume 1: 95 % limits of a Poisson mean.
	for _, test := range []struct {
		events    int
		low, high float64
	}{
		{0, 0, 3.689},
		{1, 0.0253, 5.572},
		{2, 0.242, 7.225},
		{3, 0.619, 8.767},
		{5, 1.623, 11.668},
		{10, 4.795, 18.390},
		{20, 12.217, 30.888},
		{50, 37.111, 65.919},
		{100, 81.364, 121.627},
	} {
		e, err := Rate(test.events, 1, 1)
		if err != nil {
			t.Fatal(err)
		}
		if !near(e.Low, test.low, 6e-4) || !near(e.High, test.high, 6e-4) {
			t.Errorf("Rate(%d): %.4f to %.4f; want %.4f to %.4f", test.events, e.Low, e.High, test.low, test.high)
		}
	}
	e, err := Rate(10, 50_000, 100_000)
	if err != nil || e.Value != 20 || !near(e.Low, 2*4.795, 2e-3) || !near(e.High, 2*18.390, 2e-3) || e.N != 10 {
		t.Errorf("10 in 50,000 per 100,000 = %+v, %v", e, err)
	}
}

func TestRateOfManyEventsIsNearlyNormal(t *testing.T) {
	for _, events := range []int{1_000_000, 100_000_000} {
		e, err := Rate(events, 1, 1)
		if err != nil {
			t.Fatal(err)
		}
		half := Z95 * math.Sqrt(float64(events))
		if !near(e.Value-e.Low, half, 3) || !near(e.High-e.Value, half, 3) {
			t.Errorf("Rate(%d): -%g, +%g; want about %g", events, e.Value-e.Low, e.High-e.Value, half)
		}
	}
}

func TestChange(t *testing.T) {
	for _, test := range []struct{ now, before, want float64 }{
		{153_946, 170_664, -9.8},
		{885_386, 50_800, 1642.9},
		{5, 5, 0},
		{0, 7, -100},
	} {
		if got, err := Change(test.now, test.before); err != nil || !near(got, test.want, 0.05) {
			t.Errorf("Change(%g, %g) = %g, %v; want %g", test.now, test.before, got, err, test.want)
		}
	}
}

func TestInputIsRefused(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	share := func(k, n int) error { _, err := Share(k, n); return err }
	rate := func(n int, exposure, per float64) error { _, err := Rate(n, exposure, per); return err }
	change := func(now, before float64) error { _, err := Change(now, before); return err }
	quantile := func(p float64, values ...float64) error { _, err := Quantile(values, p); return err }
	median := func(values ...float64) error { _, err := Median(values); return err }
	missing := func(known, total int) error { _, err := Estimate{}.WithMissing(known, total); return err }
	for name, test := range map[string]struct{ got, want error }{
		"share of none":         {share(0, 0), ErrNoData},
		"more than all":         {share(3, 2), ErrInput},
		"negative count":        {share(-1, 2), ErrInput},
		"negative total":        {share(-2, -1), ErrInput},
		"negative events":       {rate(-1, 1, 1), ErrInput},
		"no exposure":           {rate(1, 0, 1), ErrInput},
		"NaN exposure":          {rate(1, nan, 1), ErrInput},
		"endless exposure":      {rate(1, inf, 1), ErrInput},
		"per nothing":           {rate(1, 1, 0), ErrInput},
		"rate overflows":        {rate(1, 1e-300, 1e300), ErrInput},
		"high limit overflows":  {rate(5, 1, 3e307), ErrInvalid},
		"change from zero":      {change(3, 0), ErrNoBase},
		"change from none":      {change(0, 0), ErrNoBase},
		"change from negative":  {change(1, -1), ErrInput},
		"change to NaN":         {change(nan, 1), ErrInput},
		"quantile of none":      {quantile(0.5), ErrNoData},
		"quantile of NaN":       {quantile(0.5, 1, nan), ErrInput},
		"quantile of infinity":  {quantile(0.5, 1, inf), ErrInput},
		"quantile beyond one":   {quantile(1.1, 1), ErrInput},
		"quantile at NaN":       {quantile(nan, 1), ErrInput},
		"median of none":        {median(), ErrNoData},
		"median of five":        {median(1, 2, 3, 4, 5), ErrTooFew},
		"median of NaN":         {median(1, 2, 3, 4, 5, nan), ErrInput},
		"more known than total": {missing(3, 2), ErrInput},
		"missing of none":       {missing(0, 0), ErrInput},
		"negative known":        {missing(-1, 2), ErrInput},
	} {
		if !errors.Is(test.got, test.want) {
			t.Errorf("%s: %v; want %v", name, test.got, test.want)
		}
	}
	if _, _, _, err := Quantiles(nil); !errors.Is(err, ErrNoData) {
		t.Errorf("quartiles of none: %v", err)
	}
}

func TestValidate(t *testing.T) {
	good := Estimate{Value: 1, Low: 0, High: 2, N: 3, Missing: 0.5, Method: "by hand"}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(*Estimate){
		"NaN value":        func(e *Estimate) { e.Value = math.NaN() },
		"endless interval": func(e *Estimate) { e.High = math.Inf(1) },
		"below":            func(e *Estimate) { e.Value = -1 },
		"above":            func(e *Estimate) { e.Value = 3 },
		"negative n":       func(e *Estimate) { e.N = -1 },
		"missing over one": func(e *Estimate) { e.Missing = 1.01 },
		"missing NaN":      func(e *Estimate) { e.Missing = math.NaN() },
		"no method":        func(e *Estimate) { e.Method = "" },
	} {
		e := good
		spoil(&e)
		if err := e.Validate(); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if e, err := good.WithMissing(33, 100); err != nil || !near(e.Missing, 0.67, 1e-12) || e.Value != good.Value {
		t.Errorf("33 known of 100: %+v, %v", e, err)
	}
}

func TestShareHoldsItsValueAndNarrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 100_000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		e, err := Share(k, n)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Validate(); err != nil {
			t.Fatal(err)
		}
		if e.Low < 0 || e.High > 1 {
			t.Fatalf("%+v leaves 0 to 1", e)
		}
		mirror, err := Share(n-k, n)
		if err != nil || !near(mirror.Low, 1-e.High, 1e-12) || !near(mirror.High, 1-e.Low, 1e-12) {
			t.Fatalf("%+v and its complement %+v, %v", e, mirror, err)
		}
		more, err := Share(4*k, 4*n)
		if err != nil || more.High-more.Low >= e.High-e.Low {
			t.Fatalf("four times the units, no narrower: %+v, %+v, %v", e, more, err)
		}
	})
}

func TestRateHoldsItsValueAndNarrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := rapid.IntRange(0, 5000).Draw(t, "events")
		exposure := rapid.Float64Range(1e-3, 1e9).Draw(t, "exposure")
		e, err := Rate(events, exposure, 1000)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Validate(); err != nil {
			t.Fatal(err)
		}
		more, err := Rate(4*events, 4*exposure, 1000)
		if err != nil || more.High-more.Low >= e.High-e.Low {
			t.Fatalf("four times the exposure, no narrower: %+v, %+v, %v", e, more, err)
		}
	})
}

// An exact interval misses the true mean in at most one sample of twenty; the chance
// is summed over all counts, not simulated.
func TestRateCovers(t *testing.T) {
	for _, mean := range []float64{0.1, 0.5, 1, 2.5, 3.7, 8, 20} {
		covered, term := 0.0, math.Exp(-mean)
		for k := range 100 {
			if low, high := garwood(k); low <= mean && mean <= high {
				covered += term
			}
			term *= mean / float64(k+1)
		}
		if covered < Level {
			t.Errorf("mean %g is covered in %.4f", mean, covered)
		}
	}
}

func TestChiSquareQuantile(t *testing.T) {
	// NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
	for _, test := range []struct{ p, df, want float64 }{
		{0.95, 1, 3.841},
		{0.99, 1, 6.635},
		{0.95, 2, 5.991},
		{0.975, 10, 20.483},
		{0.025, 10, 3.247},
		{0.05, 30, 18.493},
		{0.95, 100, 124.342},
		{0.001, 1, 0.000}, // the table rounds 1.57e-6
	} {
		if got := chiSquareQuantile(test.p, test.df); !near(got, test.want, 5e-4) {
			t.Errorf("chi-square(%g, %g) = %.4f; want %.3f", test.p, test.df, got, test.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(0.001, 0.999).Draw(t, "p")
		a := rapid.Float64Range(0.5, 1e4).Draw(t, "a")
		if got := lowerGamma(a, gammaQuantile(p, a)); !near(got, p, 1e-10) {
			t.Fatalf("P(%g, quantile of %g) = %g", a, p, got)
		}
		// With shape 1 the gamma distribution is the exponential one.
		if got, want := gammaQuantile(p, 1), -math.Log1p(-p); !near(got, want, 1e-12*(1+want)) {
			t.Fatalf("exponential quantile of %g = %g; want %g", p, got, want)
		}
	})
}

func TestQuantiles(t *testing.T) {
	for _, test := range []struct {
		values         []float64
		q1, median, q3 float64
	}{
		// R's quantile(1:10), type 7, the default.
		{[]float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 3.25, 5.5, 7.75},
		{[]float64{6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49}, 25.5, 40, 42.5},
		{[]float64{7}, 7, 7, 7},
		// Their difference overflows.
		{[]float64{math.Ldexp(1.5, 1023), -math.Ldexp(1.5, 1023)}, -math.Ldexp(1.5, 1022), 0, math.Ldexp(1.5, 1022)},
	} {
		before := slices.Clone(test.values)
		q1, median, q3, err := Quantiles(test.values)
		if err != nil || q1 != test.q1 || median != test.median || q3 != test.q3 {
			t.Errorf("Quantiles(%v) = %g, %g, %g, %v", test.values, q1, median, q3, err)
		}
		if !slices.Equal(before, test.values) {
			t.Errorf("the values were touched: %v", test.values)
		}
	}
}

func TestMedianRank(t *testing.T) {
	// Campbell, M. J. and Gardner, M. J. (1988). Calculating confidence intervals for
	// some non-parametric analyses. BMJ 296, 1454-1456: the lower rank at 95 %.
	for n, want := range map[int]int{5: 0, 6: 1, 8: 1, 9: 2, 10: 2, 15: 4, 20: 6, 30: 10, 50: 18, 100: 40} {
		if got := medianRank(n); got != want {
			t.Errorf("medianRank(%d) = %d; want %d", n, got, want)
		}
	}
	if got, want := medianRank(100_000), 50_000-int(Z95*math.Sqrt(100_000)/2); got < want-1 || got > want+1 {
		t.Errorf("medianRank(100000) = %d; want about %d", got, want)
	}
}

func TestMedian(t *testing.T) {
	values := []float64{9, 1, 8, 2, 7, 3, 6, 4, 5, 10}
	e, err := Median(values)
	if err != nil || e.Value != 5.5 || e.Low != 2 || e.High != 9 || e.N != 10 {
		t.Errorf("Median(1 to 10) = %+v, %v", e, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-1e12, 1e12), 6, 200).Draw(t, "values")
		e, err := Median(values)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Validate(); err != nil {
			t.Fatal(err)
		}
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		q, err := Quantile(values, p)
		if err != nil || q < slices.Min(values) || q > slices.Max(values) {
			t.Fatalf("quantile at %g is %g, %v", p, q, err)
		}
	})
}
