package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"skein/internal/english"
	"skein/internal/ingest"
	"skein/internal/terminal"
)

// pulseEvery is how often a verb that takes long says on standard error what it is doing,
// where no bar is drawn.
const pulseEvery = 10 * time.Second

// pulse says every ten seconds what a verb is doing: a line on standard error, for a log or
// for whoever waits without a terminal. Where a bar is being drawn it says nothing.
type pulse struct {
	mu      sync.Mutex
	doing   string
	done    float64       // of all, 0 to 1; below 0: not known
	left    time.Duration // below 0: not known
	drawn   bool          // on the terminal since the last line
	stopped chan struct{} // nil: it says nothing
	ended   sync.WaitGroup
}

// beat makes the pulse of a verb.
func (e *env) beat(verb string, every time.Duration) {
	p := &pulse{done: -1, left: -1, stopped: make(chan struct{})}
	e.pulse = p
	started, tick := e.now(), time.NewTicker(every)
	p.ended.Go(func() {
		defer tick.Stop()
		for {
			select {
			case <-p.stopped:
				return
			case <-tick.C:
			}
			if line := p.line(verb, e.now().Sub(started)); line != "" {
				_, _ = io.WriteString(e.err, line) // nobody else could be informed
			}
		}
	})
}

// line is what is said after so long: "skein: dedupe: comparing, 43 %, 1:20 left (after 0:30)".
func (p *pulse) line(verb string, spent time.Duration) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.drawn {
		p.drawn = false
		return ""
	}
	line := "skein: " + verb + ": "
	if p.doing == "" {
		return line + "at work (after " + clock(spent) + ")\n"
	}
	line += p.doing
	if p.done >= 0 {
		line += fmt.Sprintf(", %.0f %%", 100*min(1, p.done))
	}
	if p.left >= 0 {
		line += ", " + clock(p.left) + " left"
		p.left = -1 // old by the next line, if nothing is noted until then
	}
	return line + " (after " + clock(spent) + ")\n"
}

// note remembers what the verb is doing now. A nil pulse remembers nothing.
func (p *pulse) note(doing string, done float64, left time.Duration, drawn bool) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing, p.done, p.left, p.drawn = doing, done, left, p.drawn || drawn
}

// end ends the pulse; a second time does nothing.
func (p *pulse) end() {
	if p == nil || p.stopped == nil {
		return
	}
	close(p.stopped)
	p.ended.Wait()
	p.stopped = nil
}

// doing says what a verb does now, where it does not know how much of it is done.
func (e *env) doing(what string) { e.pulse.note(what, -1, -1, false) }

// bar says how far a verb has got: share, rate and time left, on one line of the terminal that
// is drawn over; not in the first second. Where there is no terminal its pulse says so. Several may
// call it at a time.
type bar struct {
	mu      sync.Mutex
	pulse   *pulse
	w       io.Writer // nil: draws nothing
	now     func() time.Time
	started time.Time
	phase   time.Time // when the share was last near 0
	share0  float64   // the last share
	drawn   time.Time
	total   int64      // bytes of all files
	done    int64      // bytes of the files before this one
	rows    int        // rows of the files before this one
	drawing int        // characters on the line
	width   func() int // of the terminal
}

func (e *env) bar(total int64) *bar {
	now := e.now()
	return &bar{now: e.now, started: now, phase: now, total: total, w: e.drawing, width: e.width, pulse: e.pulse}
}

// update is called while a file is being read.
func (b *bar) update(p ingest.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now, read := b.now(), b.done+p.BytesRead
	done := shareOf(read, b.total)
	b.pulse.note("reading "+p.Name, done, timeLeft(done, now.Sub(b.started)), b.w != nil)
	if b.due(now) {
		b.draw(now, barLine(terminal.Line(p.Name), read, b.total, b.rows+p.Rows, now.Sub(b.started)))
	}
}

// share is called while a verb is at work: what it does, and how much of all is done. Where
// that falls, another part of the work has begun.
func (b *bar) share(doing string, done float64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if done < b.share0-0.05 {
		b.phase = now
	}
	b.share0 = done
	left := timeLeft(done, now.Sub(b.phase))
	b.pulse.note(doing, done, left, b.w != nil)
	if b.due(now) {
		b.draw(now, fmt.Sprintf("%s  %s left  %s", cells(done), clock(left), terminal.Line(doing)))
	}
}

// due reports whether it is time to draw.
func (b *bar) due(now time.Time) bool {
	return b.w != nil && now.Sub(b.started) >= time.Second && now.Sub(b.drawn) >= 100*time.Millisecond
}

func (b *bar) draw(now time.Time, line string) {
	b.drawn = now
	// A line that is wider than the terminal could not be drawn over.
	if most := max(0, b.width()-1); utf8.RuneCountInString(line) > most {
		line = string([]rune(line)[:most])
	}
	n := utf8.RuneCountInString(line)
	fmt.Fprintf(b.w, "\r%s%s", line, strings.Repeat(" ", max(0, b.drawing-n)))
	b.drawing = n
}

// next counts a file as done.
func (b *bar) next(size int64, rows int) { b.done += size; b.rows += rows }

// clear removes the line.
func (b *bar) clear() {
	if b.drawing > 0 {
		fmt.Fprintf(b.w, "\r%s\r", strings.Repeat(" ", b.drawing))
		b.drawing = 0
	}
}

// barLine is the text of the bar: "[######····]  61 %  48 MB/s  92,000 rows/s  0:07 left  calls.csv".
func barLine(name string, read, total int64, rows int, spent time.Duration) string {
	share := shareOf(read, total)
	return fmt.Sprintf("%s  %.1f MB/s  %s rows/s  %s left  %s", cells(share),
		float64(read)/1e6/spent.Seconds(), thousands(int(float64(rows)/spent.Seconds())), clock(timeLeft(share, spent)), name)
}

// cells is a share as a bar and in per cent.
func cells(share float64) string {
	const cells = 20
	full := int(min(1, share) * cells)
	return fmt.Sprintf("[%s%s] %3.0f %%", strings.Repeat("#", full), strings.Repeat("·", cells-full), 100*share)
}

// shareOf is how much of all bytes is read.
func shareOf(read, total int64) float64 {
	if total <= 0 {
		return 0
	}
	return min(1, float64(read)/float64(total))
}

// timeLeft is how long the rest takes, where a share took so long; below 0: not known.
func timeLeft(share float64, spent time.Duration) time.Duration {
	if share <= 0.01 || spent <= 0 { // a phase that has just begun has no rate
		return -1
	}
	return time.Duration(float64(spent) * max(0, 1-share) / share)
}

// clock is a duration in minutes and seconds.
func clock(d time.Duration) string {
	if d < 0 {
		return "-:--"
	}
	s := int(d.Seconds())
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// thousands writes n with a comma between thousands.
func thousands(n int) string { return english.Number(n) }
