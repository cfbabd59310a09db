package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"
)

// locked is a buffer that several write to.
type locked struct {
	mu sync.Mutex
	bytes.Buffer
}

func (l *locked) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.Write(b)
}

func (l *locked) lines() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Split(strings.TrimSpace(l.String()), "\n")
}

// wait waits for a line with a text.
func (l *locked) wait(t *testing.T, text string) string {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		for _, line := range l.lines() {
			if strings.Contains(line, text) {
				return line
			}
		}
	}
	t.Fatalf("no line says %q: %q", text, l.lines())
	return ""
}

// Where there is no terminal, a verb says in lines what it is doing, whether it knows how much
// of it is done or not, and nothing after its end.
func TestPulse(t *testing.T) {
	var errs locked
	e := &env{err: &errs, now: time.Now}
	e.beat("dedupe", time.Millisecond)
	if line := errs.wait(t, "at work"); line != "skein: dedupe: at work (after 0:00)" {
		t.Errorf("%q", line)
	}
	e.doing("loading")
	if line := errs.wait(t, "loading"); line != "skein: dedupe: loading (after 0:00)" {
		t.Errorf("%q", line)
	}
	b := e.bar(0)
	b.share("comparing", 0.5)
	if line := errs.wait(t, "comparing"); line != "skein: dedupe: comparing, 50 %, 0:00 left (after 0:00)" {
		t.Errorf("%q", line)
	}
	e.pulse.end()
	e.pulse.end()
	n := len(errs.lines())
	time.Sleep(5 * time.Millisecond)
	if got := len(errs.lines()); got != n {
		t.Errorf("%d lines after the end", got-n)
	}
}

// A verb that is done within ten seconds says nothing.
func TestPulseOfShortVerbs(t *testing.T) {
	var out, errs locked
	e := &env{out: &out, err: &errs, now: time.Now}
	if code := run(t.Context(), e, []string{"map", "-h"}); code != exitDone || errs.Len() > 0 || out.Len() == 0 {
		t.Errorf("code %d: %q", code, errs.String())
	}
}

// Where a bar is drawn, no line is between.
func TestPulseBesideABar(t *testing.T) {
	var p pulse
	p.note("reading", 0.5, time.Minute, true)
	if line := p.line("run", time.Minute); line != "" {
		t.Errorf("%q", line)
	}
	if line := p.line("run", time.Minute); line != "skein: run: reading, 50 %, 1:00 left (after 1:00)\n" {
		t.Errorf("after ten seconds without a bar: %q", line)
	}
	if line := p.line("run", 2*time.Minute); line != "skein: run: reading, 50 % (after 2:00)\n" {
		t.Errorf("an estimate that is a minute old: %q", line)
	}
}

// Of a part that begins with some of it done, nothing says yet how long it takes.
func TestTimeLeftOfANewPart(t *testing.T) {
	now := time.Now()
	b := &bar{now: func() time.Time { return now }, started: now, phase: now, pulse: &pulse{}}
	now = now.Add(time.Minute)
	b.share("reading", 1)
	b.share("sampling paths", 0.03)
	if b.pulse.left >= 0 {
		t.Errorf("%v left", b.pulse.left)
	}
}

// The time left is of the part of the work that is being done.
func TestTimeLeftOfAPart(t *testing.T) {
	now := time.Now()
	b := &bar{now: func() time.Time { return now }, started: now, phase: now, pulse: &pulse{}}
	for _, step := range []struct {
		after time.Duration
		done  float64
	}{{90 * time.Second, 0.9}, {0, 0}, {10 * time.Second, 0.5}} {
		now = now.Add(step.after)
		b.share("distances", step.done)
	}
	if b.pulse.left != 10*time.Second {
		t.Errorf("%v left", b.pulse.left)
	}
}
