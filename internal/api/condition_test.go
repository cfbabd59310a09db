package api

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"skein/internal/casework"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/sqlite"
)

// logged is what a server said.
type logged struct {
	mu    sync.Mutex
	lines []string
}

func (l *logged) add(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
}

func (l *logged) all() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.lines)
}

// again serves the case of a bench by another server, which looks and tries again often, and
// counts the snapshots that it takes.
func (b *bench) again(change func(*Options)) (other *bench, log *logged, snapshots func() int) {
	b.t.Helper()
	log = &logged{}
	o := b.s.o
	o.Log = log.add
	var mu sync.Mutex
	taken := 0
	reads := o.Open
	o.Open = func(ctx context.Context, write bool) (store.Store, error) {
		st, err := reads(ctx, write)
		if err != nil || write {
			return st, err
		}
		return watched1{st, func(no record.EntryNo) {
			mu.Lock()
			defer mu.Unlock()
			if no == 1 { // the first contribution's reading
				taken++
			}
		}}, nil
	}
	change(&o)
	l := defaultLimits()
	l.look, l.retry = 20*time.Millisecond, 50*time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	s, err := newServer(ctx, o, l)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { stop(); settled(b.t, s) })
	return &bench{b.t, b.dir, s, b.now}, log, func() int { mu.Lock(); defer mu.Unlock(); return taken }
}

// watched1 counts how often a case's records are all read, which a snapshot does once.
type watched1 struct {
	store.Store
	read func(record.EntryNo)
}

func (w watched1) RecordBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	w.read(no)
	return w.Store.RecordBlocks(ctx, no)
}

// tree is every file of a directory with its content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		out[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A case that is open for reading only is shown in full, says so, refuses in words what would
// write, and is afterwards what it was.
func TestReadOnly(t *testing.T) {
	b := filled(t)
	before := tree(t, string(b.dir))
	scratch := t.TempDir()
	ro, log, _ := b.again(func(o *Options) {
		o.ReadOnly, o.Scratch = true, scratch
		o.Open = func(ctx context.Context, write bool) (store.Store, error) {
			if write {
				t.Error("the case is opened for writing")
			}
			return b.dir.Open(ctx, sqlite.Options{ReadOnly: true})
		}
	})
	p := get1[pictureBody](ro, "/api/picture")
	if !strings.Contains(p.Condition.ReadOnly, "nothing is written") || p.Condition.Problem != "" {
		t.Errorf("condition: %+v", p.Condition)
	}
	for _, path := range []string{"/api/figures/suspects.count/evidence?source=true", "/api/report", "/api/judge", "/api/charts", "/api/figures/suspects.count/history", "/api/quarantine"} {
		if w := ro.do(ro.request(http.MethodGet, path, nil)); w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := ro.upload("/api/contributions/suggest", "a.csv", "name,born\nAna,1980-01-02\n", nil); w.Code != http.StatusOK {
		t.Errorf("a mapping is not suggested: %d %s", w.Code, w.Body)
	}
	locked := ""
	for _, n := range ro.s.current.Load().nodes {
		if n.locked {
			locked = n.id
		}
	}
	keys := ro.s.current.Load().picture.Set.Table(casework.PersonSchema)
	for path, text := range map[string]string{
		"/api/judge":                        `{"a":"` + keys.Key(0).String() + `","b":"` + keys.Key(1).String() + `","verdict":"same"}`,
		"/api/charts/x":                     `{"nodes":[]}`,
		"/api/contributions/1/retry":        `{"mapping":"queries: []"}`,
		"/api/entities/" + locked + "/open": `{"reason":"asked by the court of Graz"}`,
		"/api/chart/export":                 `{"format":"gexf","nodes":[]}`,
	} {
		r := ro.request(http.MethodPost, path, strings.NewReader(text))
		r.Header.Set("Content-Type", "application/json")
		if w := ro.do(r); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "open for reading only") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := ro.upload("/api/contributions", "b.csv", persons, terms); w.Code != http.StatusForbidden {
		t.Errorf("a contribution: %d %s", w.Code, w.Body)
	}
	time.Sleep(100 * time.Millisecond)
	after := tree(t, string(b.dir))
	for name, content := range after {
		if was, ok := before[name]; !ok || was != content {
			t.Errorf("%s was written", name)
		}
	}
	if left := tree(t, scratch); len(left) > 0 || len(log.all()) > 0 {
		t.Errorf("left %v, said %q", left, log.all())
	}
}

// Where the history cannot be written the case is served all the same, the page and the log say so
// once, and it is not taken anew again and again. When it can be written again it is.
func TestAHistoryThatCannotBeWritten(t *testing.T) {
	b := filled(t)
	away := filepath.Join(t.TempDir(), "history")
	if err := os.Rename(b.dir.Path("history"), away); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.dir.Path("history"), nil, 0o600); err != nil { // where a directory should be
		t.Fatal(err)
	}
	other, log, snapshots := b.again(func(*Options) {})
	time.Sleep(300 * time.Millisecond) // many looks
	if n := snapshots(); n != 1 {
		t.Errorf("%d snapshots were taken", n)
	}
	if p := get1[pictureBody](other, "/api/picture").Condition.Problem; !strings.Contains(p, "history") {
		t.Errorf("the page says %q", p)
	}
	if lines := log.all(); len(lines) != 1 || !strings.Contains(lines[0], "history") {
		t.Errorf("the log says %q", lines)
	}
	if err := errors.Join(os.Remove(b.dir.Path("history")), os.Rename(away, b.dir.Path("history"))); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		if get1[pictureBody](other, "/api/picture").Condition.Problem == "" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if p := get1[pictureBody](other, "/api/picture").Condition.Problem; p != "" {
		t.Errorf("the page still says %q", p)
	}
	if h := get1[[]past](other, "/api/figures/suspects.count/history"); len(h) == 0 {
		t.Error("no history was written")
	}
	if n := snapshots(); n != 1 {
		t.Errorf("%d snapshots were taken", n)
	}
}

// A case that can no longer be read is shown as it was, with a word about it.
func TestACaseThatIsGone(t *testing.T) {
	b := filled(t)
	gone := false
	var mu sync.Mutex
	other, log, snapshots := b.again(func(o *Options) {
		reads := o.Open
		o.Open = func(ctx context.Context, write bool) (store.Store, error) {
			mu.Lock()
			defer mu.Unlock()
			if gone {
				return nil, errors.New("the disk was taken out")
			}
			return reads(ctx, write)
		}
	})
	set := func(to bool) { mu.Lock(); gone = to; mu.Unlock() }
	problem := func(want string) {
		t.Helper()
		got := ""
		for range 200 {
			if got = get1[pictureBody](other, "/api/picture").Condition.Problem; got == want || want != "" && strings.Contains(got, want) {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Errorf("the page says %q, want %q", got, want)
	}
	set(true)
	problem("taken out")
	time.Sleep(100 * time.Millisecond)
	if n := len(log.all()); n != 1 {
		t.Errorf("the log says %q", log.all())
	}
	set(false)
	problem("")
	if n := snapshots(); n != 1 {
		t.Errorf("%d snapshots were taken", n)
	}
}

// Links in the folder of a case lead out of it neither for reading nor for writing.
func TestLinksOutOfACase(t *testing.T) {
	b := filled(t)
	outside := t.TempDir()
	secret := filepath.Join(outside, "secret.json")
	if err := os.WriteFile(secret, []byte(`{"nodes":[],"secret":true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	post1[string](b, "/api/charts/mine", map[string]any{"nodes": []placed{}})
	for _, name := range []string{"charts/mine.json", "charts/stolen.json"} {
		_ = os.Remove(b.dir.Path(name))
		if err := os.Symlink(secret, b.dir.Path(name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"mine", "stolen"} {
		w := b.do(b.request(http.MethodGet, "/api/charts/"+name, nil))
		if strings.Contains(w.Body.String(), "secret") && w.Code == http.StatusOK {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
		r := b.request(http.MethodPost, "/api/charts/"+name, strings.NewReader(`{"nodes":[]}`))
		r.Header.Set("Content-Type", "application/json")
		b.do(r)
	}
	if err := os.Rename(b.dir.Path("charts"), filepath.Join(outside, "charts")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(outside, "charts"), b.dir.Path("charts")); err != nil {
		t.Fatal(err)
	}
	r := b.request(http.MethodPost, "/api/charts/other", strings.NewReader(`{"nodes":[]}`))
	r.Header.Set("Content-Type", "application/json")
	if w := b.do(r); w.Code == http.StatusOK {
		t.Error("a chart is saved through a link")
	}
	if text, err := os.ReadFile(secret); err != nil || !strings.Contains(string(text), "secret") {
		t.Errorf("%q %v", text, err)
	}
	if _, err := os.Stat(filepath.Join(outside, "charts", "other.json")); err == nil {
		t.Error("a chart was written outside")
	}
	if err := os.Remove(b.dir.Path("audit.jsonl")); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(outside, "audit")
	if err := os.Symlink(target, b.dir.Path("audit.jsonl")); err != nil {
		t.Fatal(err)
	}
	for _, n := range b.s.current.Load().nodes {
		if n.locked {
			r := b.request(http.MethodPost, "/api/entities/"+n.id+"/open", strings.NewReader(`{"reason":"asked by the court of Graz"}`))
			r.Header.Set("Content-Type", "application/json")
			if w := b.do(r); w.Code == http.StatusOK {
				t.Error("a person is opened though that could not be written down")
			}
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("the audit was written outside")
	}
}
