package draw

import (
	"math"
	"slices"
	"testing"
)

// The first draws of a source are kept: a change of them changes every world.
func TestDrawsStay(t *testing.T) {
	r := New(7, "test", 1, 2)
	var got []int
	for range 6 {
		got = append(got, r.Below(1000))
	}
	if want := New(7, "test", 1, 2); want.Below(1000) != got[0] {
		t.Error("two sources of one name differ")
	}
	if New(7, "test", 1, 3).Below(1000) == got[0] && New(8, "test", 1, 2).Below(1000) == got[0] {
		t.Error("sources of other names are the same")
	}
	if want := []int{345, 838, 120, 249, 18, 87}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// mean draws many times.
func mean(draw func() float64) (m, sd float64) {
	const n = 200_000
	sum, squares := 0.0, 0.0
	for range n {
		x := draw()
		sum += x
		squares += x * x
	}
	m = sum / n
	return m, math.Sqrt(squares/n - m*m)
}

func TestDistributions(t *testing.T) {
	r := New(1, "distributions")
	for _, test := range []struct {
		name     string
		draw     func() float64
		mean, sd float64
		within   float64
	}{
		{"unit", r.Unit, 0.5, math.Sqrt(1.0 / 12), 0.005},
		{"between 3 and 9", func() float64 { return float64(r.Between(3, 9)) }, 6, 2, 0.02},
		{"normal", r.Normal, 0, 1, 0.02},
		{"log-normal", func() float64 { return math.Log(r.LogNormal(10, 0.5)) }, math.Log(10), 0.5, 0.02},
		{"Poisson 3", func() float64 { return float64(r.Poisson(3)) }, 3, math.Sqrt(3), 0.03},
		{"Poisson 100", func() float64 { return float64(r.Poisson(100)) }, 100, 10, 0.2},
		{"round 2.3", func() float64 { return float64(r.Round(2.3)) }, 2.3, math.Sqrt(0.21), 0.01},
		{"weighted 1 0 3", func() float64 { return float64(r.Weighted(1, 0, 3)) }, 1.5, math.Sqrt(0.75), 0.02},
	} {
		m, sd := mean(test.draw)
		if math.Abs(m-test.mean) > test.within || math.Abs(sd-test.sd) > test.within {
			t.Errorf("%s: mean %.4f, deviation %.4f, want %.4f and %.4f", test.name, m, sd, test.mean, test.sd)
		}
	}
}

func TestZipfFavoursTheFirst(t *testing.T) {
	r := New(1, "zipf")
	count := make([]int, 20)
	for range 100_000 {
		count[r.Zipf(20, 2)]++
	}
	for i := 1; i < len(count); i++ {
		if count[i] > count[i-1]+500 {
			t.Errorf("%d came %d times, %d %d times", i, count[i], i-1, count[i-1])
		}
	}
	if share := float64(count[0]) / 100_000; math.Abs(share-math.Log(3.0/2)/math.Log(22.0/2)) > 0.01 {
		t.Errorf("the first has %.3f", share)
	}
}

func TestShuffleKeepsAll(t *testing.T) {
	list := []int{1, 2, 3, 4, 5, 6, 7, 8}
	Shuffle(New(1, "shuffle"), list)
	if slices.IsSorted(list) {
		t.Error("not shuffled")
	}
	slices.Sort(list)
	if !slices.Equal(list, []int{1, 2, 3, 4, 5, 6, 7, 8}) {
		t.Errorf("%v", list)
	}
}
