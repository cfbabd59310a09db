package picture_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/column/columntest"
	"skein/internal/estimate"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/picture"
	"skein/internal/record"
)

// Whatever properties the things of a case have, none included, the case has figures
// that agree with each other and with what they say of themselves.
func TestAnyPropertiesGiveFigures(t *testing.T) {
	label, err := handling.Parse("H1 owner=EL")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		var c columntest.Case
		c.AddAs(record.Contribution{Owner: "EL", Label: label}, "B2", "2016-01-01", columntest.Draw(rt)...)
		all, err := picture.Figures(t.Context(), c.Set(t), picture.Wanted{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, wrong := range disagree(all) {
			rt.Error(wrong)
		}
		for i := range all {
			f := &all[i]
			if f.N == 0 && f.Label != handling.Public() {
				rt.Errorf("%s is of nothing, and its label is %v", f.ID, f.Label)
			}
			if f.N > 0 && f.Label != handling.Public() && f.Label != label {
				rt.Errorf("%s: label %v, want that of its source, %v", f.ID, f.Label, label)
			}
			if err := shareOfItsN(f); err != nil {
				rt.Errorf("%s: %v", f.ID, err)
			}
		}
	})
}

var errShare = errors.New("share is not of its n")

// shareOfItsN returns an error where a share with Wilson's interval is not that of a whole
// number of the n that stands beside it.
func shareOfItsN(f *figure.Figure) error {
	if !strings.Contains(f.Method, "Wilson") {
		return nil
	}
	for _, c := range f.Cells {
		k := int(math.Round(c.Value * float64(c.N) / 100))
		e, err := estimate.Share(k, c.N)
		if err != nil {
			return err
		}
		if math.Abs(100*e.Value-c.Value) > 1e-9 || math.Abs(100*e.Low-c.Interval.Low) > 1e-9 || math.Abs(100*e.High-c.Interval.High) > 1e-9 {
			return errShare
		}
	}
	return nil
}
