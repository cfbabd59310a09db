package parallel

import (
	"runtime"
	"sync/atomic"
)

// Crew does short phases of work one after the other on all cores. Between phases its
// workers watch for the next instead of sleeping, so that a phase may take microseconds; a
// crew is for one stretch of work and is dismissed after it.
type Crew struct {
	workers int
	phase   atomic.Int64 // how many have begun
	next    atomic.Int64 // piece
	busy    atomic.Int64
	pieces  int
	do      func(worker, piece int) // nil: go home
}

// NewCrew returns a crew of a worker for each core, at most so many.
func NewCrew(most int) *Crew {
	c := &Crew{workers: max(1, min(most, runtime.GOMAXPROCS(0)))}
	for w := 1; w < c.workers; w++ {
		go c.work(w)
	}
	return c
}

// Workers returns how many there are.
func (c *Crew) Workers() int { return c.workers }

// Do calls f once for each piece from 0 on; worker is from 0 to Workers, the caller's 0.
func (c *Crew) Do(pieces int, f func(worker, piece int)) {
	if c.workers == 1 || pieces <= 1 {
		for i := range pieces {
			f(0, i)
		}
		return
	}
	c.begin(pieces, f)
	c.take(0)
	for i := 0; c.busy.Load() > 0; i++ {
		rest(i)
	}
}

// Dismiss ends the crew.
func (c *Crew) Dismiss() { c.begin(0, nil) }

func (c *Crew) begin(pieces int, f func(worker, piece int)) {
	c.pieces, c.do = pieces, f
	c.next.Store(0)
	c.busy.Store(int64(c.workers - 1))
	c.phase.Add(1)
}

func (c *Crew) work(w int) {
	for seen := int64(0); ; {
		for i := 0; c.phase.Load() == seen; i++ {
			rest(i)
		}
		seen++
		if c.do == nil {
			return
		}
		c.take(w)
		c.busy.Add(-1)
	}
}

func (c *Crew) take(w int) {
	for i := int(c.next.Add(1)) - 1; i < c.pieces; i = int(c.next.Add(1)) - 1 {
		c.do(w, i)
	}
}

// rest is for who has looked i times and has still to wait.
func rest(i int) {
	const patience = 20_000
	if i > patience {
		runtime.Gosched()
	}
}
