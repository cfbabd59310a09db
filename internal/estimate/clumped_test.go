package estimate

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// With equal sizes of 1 the interval is the usual one for a Poisson count on the
// logarithmic scale: n·exp(±1.96/sqrt(n)).
func TestClumpedRateOfSingleEvents(t *testing.T) {
	sizes := make([]float64, 100)
	for i := range sizes {
		sizes[i] = 1
	}
	e, err := ClumpedRate(sizes, 1000, 1000)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(e.Value-100) > 1e-9 || math.Abs(e.Low-100*math.Exp(-0.1959963984540054)) > 1e-9 || math.Abs(e.High-100*math.Exp(0.1959963984540054)) > 1e-9 {
		t.Errorf("got %+v", e)
	}
}

// The interval holds the true mean about as often as it says when events come in
// clumps, where a Poisson interval does so far more rarely.
func TestClumpedRateCovers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const trials, events = 2000, 150
	held := 0
	for range trials {
		n := 0 // a Poisson number of events by exponential gaps
		for at := rng.ExpFloat64(); at < events; at += rng.ExpFloat64() {
			n++
		}
		sizes := make([]float64, n)
		for i := range sizes {
			sizes[i] = 1 + math.Floor(4*rng.ExpFloat64())
		}
		e, err := ClumpedRate(sizes, 1, 1)
		if err != nil {
			t.Fatal(err)
		}
		mean := events * (1 + 1/(math.Exp(0.25)-1)) // of 1 + floor(4 X), X exponential
		if e.Low <= mean && mean <= e.High {
			held++
		}
	}
	if share := float64(held) / trials; share < 0.92 || share > 0.97 {
		t.Errorf("the interval held the truth in %.1f %% of trials", 100*share)
	}
}

func TestClumpedRateRefuses(t *testing.T) {
	for _, c := range []struct {
		sizes         []float64
		exposure, per float64
	}{{nil, 1, 1}, {[]float64{0}, 1, 1}, {[]float64{-1, 2}, 1, 1}, {[]float64{math.NaN()}, 1, 1}, {[]float64{1}, 0, 1}, {[]float64{1}, 1, -1}} {
		if _, err := ClumpedRate(c.sizes, c.exposure, c.per); !errors.Is(err, ErrInvalid) {
			t.Errorf("%+v gave %v, want ErrInvalid", c, err)
		}
	}
}
