package observe

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"skein/internal/simulate/draw"
)

// Everything that was told is sent once, by as many contributions as are asked for
// and can be, each after the last day of what it holds.
func TestDeal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := &Observer{agencies: Agencies()}
		n := rapid.IntRange(1, 40).Draw(t, "contributions")
		var list []told[int]
		for i := range rapid.IntRange(0, 120).Draw(t, "told") {
			a := o.agencies[rapid.IntRange(0, len(o.agencies)-1).Draw(t, "agency")]
			day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 300).Draw(t, "day"))
			list = append(list, told[int]{a, day, i})
		}
		sent, files := []int{}, 0
		err := deal(o, draw.New(1, "deal"), n, list, func(_ *Agency, received time.Time, items []told[int]) error {
			files++
			for _, x := range items {
				if !received.After(x.day) {
					t.Fatalf("received %v, told on %v", received, x.day)
				}
				sent = append(sent, x.item)
			}
			return nil
		})
		slices.Sort(sent)
		if err != nil || files != min(n, len(list)) || len(sent) != len(list) || len(slices.Compact(sent)) != len(list) {
			t.Fatalf("%d of %d sent in %d files, want %d: %v", len(sent), len(list), files, min(n, len(list)), err)
		}
	})
}
