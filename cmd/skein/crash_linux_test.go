//go:build linux && (amd64 || arm64)

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"skein/internal/casework"
	"skein/internal/report"
	"skein/internal/store/sqlite"
)

// Flags of the crash tests: go test ./cmd/skein -run TestCrash -crash.all -timeout 3h.
type crashFlags struct {
	all  bool
	seed uint64
	per  int
}

func flags() crashFlags {
	lookup := func(name string) any { return flag.Lookup(name).Value.(flag.Getter).Get() }
	if testing.Short() || raced {
		return crashFlags{false, lookup("crash.seed").(uint64), 1}
	}
	return crashFlags{lookup("crash.all").(bool), lookup("crash.seed").(uint64), lookup("crash.per").(int)}
}

// crashVerb is a verb that is killed, with the case that it works on.
type crashVerb struct {
	name    string
	prepare []string // command lines, in which DIR is the case and SRC its sources
	act     string
	stdin   string
	drive   func(t *testing.T, s *supervision) // while it runs; nil: it ends by itself
	again   func(t *testing.T, c *crash)       // what a user does after a crash
}

// crash is a case that is spoilt again and again.
type crash struct {
	crashVerb

	src, dir string
}

func crashVerbs() []crashVerb {
	again := func(t *testing.T, c *crash) { c.skein(t, c.act, c.stdin) }
	return []crashVerb{
		{name: "run", act: "run SRC/case.yaml --out DIR", again: again},
		{name: "run again", prepare: []string{"run SRC/first.yaml --out DIR"}, act: "run SRC/case.yaml --out DIR", again: again},
		{name: "resolve", prepare: []string{"run SRC/first.yaml --out DIR", "ingest --case DIR --owner AA --label H0 --mapping SRC/persons.yaml SRC/second.csv"}, act: "resolve --case DIR", again: again},
		{name: "retry", prepare: []string{"run SRC/case.yaml --out DIR"}, act: "quarantine retry --case DIR --mapping SRC/lenient.yaml 2", again: again},
		{name: "judge", prepare: []string{"run SRC/case.yaml --out DIR"}, act: "judge --case DIR --author maria --owner AA", stdin: "y", again: func(t *testing.T, c *crash) {
			if c.picture(t, func(p *casework.Picture) int { return p.Set.Table("Judgement").Len() }) == 0 {
				c.skein(t, c.act, c.stdin)
			}
			c.skein(t, "resolve --case DIR", "")
		}},
		{name: "serve", prepare: []string{"run SRC/first.yaml --out DIR"}, act: "serve --case DIR --addr 127.0.0.1:0", drive: driveServer, again: func(t *testing.T, c *crash) {
			s := c.start(t, nil)
			driveServer(t, s)
			if code := s.wait(); code != exitDone {
				t.Errorf("the server that was started again ended with %d: %s", code, s.stderr.String())
			}
			// It may have been stopped while it wrote a snapshot: what it left goes at the next start.
			if err := casework.Dir(c.dir).Tidy(t.Context()); err != nil {
				t.Error(err)
			}
		}},
	}
}

// A process is killed before every change that it makes to a file, or in the middle of it. The
// case holds each time, and when the command is given again all figures are those of a run that
// nothing disturbed. A sample is tried of each verb; -crash.all tries all.
func TestCrashAtEveryChange(t *testing.T) { eachCrash(t, true) }

// The disk is full from some change on. The process ends with an error that says so, the case
// holds, and when there is room and the command is given again all figures are right.
func TestFullDiskAtEveryChange(t *testing.T) { eachCrash(t, false) }

func eachCrash(t *testing.T, kill bool) {
	f := flags()
	if f.seed == 0 {
		f.seed = uint64(time.Now().UnixNano())
	}
	t.Logf("seed %d: repeat with -crash.seed %d", f.seed, f.seed)
	src := writeCrashSources(t)
	for _, v := range crashVerbs() {
		t.Run(v.name, func(t *testing.T) {
			base := filepath.Join(t.TempDir(), "base")
			c := &crash{v, src, base}
			for _, line := range v.prepare {
				c.skein(t, line, "")
			}
			c.dir = c.copy(t, base)
			total := c.act1(t, nil)
			c.again(t, c)
			want := c.figures(t)
			c.verified(t, "undisturbed")
			failed := 0
			rng := rand.New(rand.NewPCG(f.seed, uint64(len(v.name))))
			points := rng.Perm(total)
			if !f.all {
				points = points[:min(f.per, total)]
			}
			for _, p := range points {
				c.dir = c.copy(t, base)
				if c.spoil(t, p+1, kill, rng.IntN(2) == 0) {
					failed++
				}
				c.verified(t, fmt.Sprintf("after a crash at change %d of %d", p+1, total))
				c.again(t, c)
				if got := c.figures(t); got != want {
					t.Errorf("change %d of %d: figures differ from those of an undisturbed run:\n%s", p+1, total, firstDifference(got, want))
				}
				c.verified(t, "when it was done again")
				c.swept(t)
				if t.Failed() {
					return
				}
				if err := os.RemoveAll(c.dir); err != nil {
					t.Fatal(err)
				}
			}
			t.Logf("%d changes, %d tried, %d ended with an error", total, len(points), failed)
		})
	}
}

// spoil gives the command, and stops it at a change. It reports whether the command ended with
// an error.
func (c *crash) spoil(t *testing.T, at int, kill, torn bool) bool {
	t.Helper()
	s := c.start(t, func(event int, _ string) fate {
		switch {
		case event < at:
			return happen
		case !kill:
			return full
		case torn:
			return tear
		}
		return die
	})
	if c.drive != nil {
		c.drive(t, s)
	}
	code := s.wait()
	if kill {
		if code != -1 && s.events >= at {
			t.Errorf("it was not killed, but ended with %d", code)
		}
		return code == -1
	}
	said := s.stderr.String()
	if c.drive == nil && code == exitFailed && !strings.Contains(said, "nothing was half-written") {
		t.Errorf("a full disk at change %d: %s", at, said)
	}
	if code == exitUsage {
		t.Errorf("a full disk at change %d ended with %d: %s", at, code, said)
	}
	return code == exitFailed
}

// act1 gives the command undisturbed and returns how many changes it made.
func (c *crash) act1(t *testing.T, decide func(int, string) fate) int {
	t.Helper()
	s := c.start(t, decide)
	if c.drive != nil {
		c.drive(t, s)
	}
	if code := s.wait(); code != exitDone && code != exitQuarantined {
		t.Fatalf("undisturbed, it ended with %d: %s", code, s.stderr.String())
	}
	return s.events
}

func (c *crash) start(t *testing.T, decide func(int, string) fate) *supervision {
	t.Helper()
	if decide == nil {
		decide = func(int, string) fate { return happen }
	}
	return superviseSkein(t, c.dir, c.stdin, decide, c.args(c.act)...)
}

func (c *crash) args(line string) []string {
	args := strings.Fields(line)
	for i := range args {
		args[i] = strings.NewReplacer("DIR", c.dir, "SRC", c.src).Replace(args[i])
	}
	return args
}

// skein gives a command in this process.
func (c *crash) skein(t *testing.T, line, stdin string) {
	t.Helper()
	var out bytes.Buffer
	e := &env{in: strings.NewReader(stdin), out: io.Discard, err: &out, now: time.Now}
	if code := run(t.Context(), e, c.args(line)); code != exitDone && code != exitQuarantined {
		t.Fatalf("skein %s ended with %d: %s", line, code, out.String())
	}
}

func (c *crash) copy(t *testing.T, base string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "case")
	if _, err := os.Stat(base); errors.Is(err, os.ErrNotExist) {
		return dir
	}
	if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// verified checks that what a crash left is whole. A case that was not made yet is.
func (c *crash) verified(t *testing.T, when string) {
	t.Helper()
	if info, err := os.Stat(filepath.Join(c.dir, "case.db")); err != nil || info.Size() == 0 {
		return
	}
	if v, err := casework.Dir(c.dir).Verify(t.Context(), ""); err != nil && !strings.Contains(err.Error(), "not a case") {
		t.Errorf("%s: %v\n%+v", when, err, v)
	}
}

// swept checks that no temporary file is left.
func (c *crash) swept(t *testing.T) {
	t.Helper()
	for _, pattern := range []string{".skein-*", "*/.skein-*", "payload-*"} {
		if left, _ := filepath.Glob(filepath.Join(c.dir, pattern)); len(left) > 0 {
			t.Errorf("left behind: %q", left)
		}
	}
}

func (c *crash) picture(t *testing.T, look func(*casework.Picture) int) int {
	t.Helper()
	d := casework.Dir(c.dir)
	s, err := d.Open(t.Context(), sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Picture(context.Background(), s)
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return look(p)
}

// checkpoint differs from run to run: salts are drawn.
var checkpoint = regexp.MustCompile(`[0-9]+@[0-9a-f]{12}`)

// figures returns all figures: as they are computed from the case, and, where the verb writes
// them, as they were written.
func (c *crash) figures(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	c.picture(t, func(p *casework.Picture) int {
		if err := report.JSON(&b, p.Figures); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%d entities\n", p.Entities)
		return 0
	})
	if strings.HasPrefix(c.act, "run") {
		names, err := filepath.Glob(filepath.Join(c.dir, "figures", "*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range append(names, filepath.Join(c.dir, "figures.json"), filepath.Join(c.dir, "resolution", "Person.csv")) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s\n%s", filepath.Base(name), text)
		}
	}
	return checkpoint.ReplaceAllString(b.String(), "CHECKPOINT")
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: %s\nwant    %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}

// driveServer works in a served case as far as the server lives: takes a file in, judges a pair,
// saves a chart. What was done before a crash is done again; that changes no figure.
func driveServer(t *testing.T, s *supervision) {
	t.Helper()
	lines := bufio.NewReader(s.out)
	line, err := lines.ReadString('\n')
	if err != nil {
		return // killed before it listened
	}
	address, token, ok := strings.Cut(strings.TrimSpace(line), "/?token=")
	if !ok {
		t.Fatalf("the server prints %q", line)
	}
	call := func(method, path, kind string, body io.Reader, into any) bool {
		r, err := http.NewRequestWithContext(t.Context(), method, address+path, body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", kind)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return false
		}
		defer func() { _ = answer.Body.Close() }()
		return answer.StatusCode < 300 && (into == nil || json.NewDecoder(answer.Body).Decode(into) == nil)
	}
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	file, _ := w.CreateFormFile("file", "second.csv") // to memory
	_, _ = io.WriteString(file, crashPersons(100, 8))
	for key, value := range map[string]string{"mapping": crashMapping, "owner": "AA", "label": "H0"} {
		_ = w.WriteField(key, value)
	}
	_ = w.Close()
	call(http.MethodPost, "/api/contributions", w.FormDataContentType(), &form, nil)
	settle(call)
	var asked struct {
		Pairs []struct{ A, B struct{ Key string } }
	}
	if call(http.MethodGet, "/api/judge", "", nil, &asked) && len(asked.Pairs) > 0 {
		p := asked.Pairs[0]
		call(http.MethodPost, "/api/judge", "application/json", strings.NewReader(fmt.Sprintf(`{"a":%q,"b":%q,"verdict":"unsure"}`, p.A.Key, p.B.Key)), nil)
	}
	call(http.MethodPost, "/api/charts/mine", "application/json", strings.NewReader(`{"nodes":[]}`), nil)
	settle(call)
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
}

// settle waits until the server shows the case as it is.
func settle(call func(method, path, kind string, body io.Reader, into any) bool) {
	last := ""
	for range 40 {
		var p struct{ Checkpoint string }
		if !call(http.MethodGet, "/api/picture", "", nil, &p) {
			return
		}
		time.Sleep(50 * time.Millisecond)
		if p.Checkpoint == last && !strings.HasPrefix(last, "1@") {
			return
		}
		last = p.Checkpoint
	}
}

const crashMapping = "queries: [{entities: {p: {schema: Person, keys: [no], category: suspect, properties: {firstName: {column: first}, lastName: {column: last, required: true}, birthDate: {column: born}, phone: {column: phone}}}}}]\n"

// crashPersons is a file of made-up persons, some of them twice and nearly the same, and a bad row.
func crashPersons(from, n int) string {
	first := []string{"Arno", "Berta", "Carlo", "Doris", "Emil", "Fanni", "Gregor", "Helga", "Ivo"}
	last := []string{"Auer", "Brandl", "Cerny", "Dorn", "Egger", "Fuchs", "Gruber", "Huber", "Illek", "Jelinek"}
	var b strings.Builder
	b.WriteString("no,first,last,born,phone\n")
	for i := from; i < from+n; i++ {
		k := (i - from) / 2
		name := last[(k+from)%10]
		if i%2 == 1 {
			name += "s"
		}
		fmt.Fprintf(&b, "%d,%s,%s,19%02d-0%d-1%d,+999%07d\n", i, first[(k+from)%9], name, 60+k%30, 1+k%9, k%9, k/2)
	}
	fmt.Fprintf(&b, "%d,Karla,,,\n", from+n)
	return b.String()
}

func writeCrashSources(t *testing.T) string {
	t.Helper()
	src := t.TempDir()
	for name, text := range map[string]string{
		"persons.yaml": crashMapping, "lenient.yaml": strings.Replace(crashMapping, ", required: true", "", 1),
		"first.csv": crashPersons(0, 24), "second.csv": crashPersons(100, 8),
		"first.yaml": "title: Crash\nsources:\n  - {name: first, path: first.csv, mapping: persons.yaml, owner: AA, label: H0, received: 2015-01-01}\n",
		"case.yaml":  "title: Crash\nsources:\n  - {name: first, path: first.csv, mapping: persons.yaml, owner: AA, label: H0, received: 2015-01-01}\n  - {name: second, path: second.csv, mapping: persons.yaml, owner: AA, label: H0, received: 2015-01-02}\n",
	} {
		if err := os.WriteFile(filepath.Join(src, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return src
}
