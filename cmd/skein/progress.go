package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"skein/internal/ingest"
)

// bar draws how far an ingest has got: share, rate and time left, on one line
// that is drawn over. It draws nothing in the first second, nor where there is no
// terminal. Several may tell it at a time.
type bar struct {
	mu      sync.Mutex
	w       io.Writer // nil: draws nothing
	now     func() time.Time
	started time.Time
	drawn   time.Time
	total   int64      // bytes of all files
	done    int64      // bytes of the files before this one
	rows    int        // rows of the files before this one
	drawing int        // characters on the line
	width   func() int // of the terminal
}

func (e *env) bar(total int64) *bar {
	b := &bar{now: e.now, started: e.now(), total: total}
	b.w, b.width = e.drawing, e.width
	return b
}

// update is called while a file is being read.
func (b *bar) update(p ingest.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if b.w == nil || now.Sub(b.started) < time.Second || now.Sub(b.drawn) < 100*time.Millisecond {
		return
	}
	b.draw(now, barLine(printableName(p.Name), b.done+p.BytesRead, b.total, b.rows+p.Rows, now.Sub(b.started)))
}

// share is called while a verb is at work: what it does, and how much of all is done.
func (b *bar) share(doing string, done float64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if b.w == nil || now.Sub(b.started) < time.Second || now.Sub(b.drawn) < 100*time.Millisecond {
		return
	}
	b.draw(now, fmt.Sprintf("%s  %s left  %s", cells(done), timeLeft(done, now.Sub(b.started)), doing))
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

// printableName keeps control characters in a file's name from the line.
func printableName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, name)
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
	share := 0.0
	if total > 0 {
		share = min(1, float64(read)/float64(total))
	}
	return fmt.Sprintf("%s  %.1f MB/s  %s rows/s  %s left  %s", cells(share),
		float64(read)/1e6/spent.Seconds(), thousands(int(float64(rows)/spent.Seconds())), timeLeft(share, spent), name)
}

// cells is a share as a bar and in per cent.
func cells(share float64) string {
	const cells = 20
	full := int(min(1, share) * cells)
	return fmt.Sprintf("[%s%s] %3.0f %%", strings.Repeat("#", full), strings.Repeat("·", cells-full), 100*share)
}

// timeLeft is how long the rest takes, as minutes and seconds.
func timeLeft(share float64, spent time.Duration) string {
	if share <= 0.01 {
		return "-:--"
	}
	s := int(spent.Seconds() * (1 - share) / share)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// thousands writes n with a comma between thousands.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
