package audit

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

const file, caseID = "audit.jsonl", "00112233445566778899aabbccddeeff"

type bench struct {
	*testing.T
	root *os.Root
	path string
	at   Anchor
}

func newBench(t *testing.T) *bench {
	t.Helper()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return &bench{T: t, root: root, path: filepath.Join(dir, file)}
}

func (b *bench) append(did string) {
	b.Helper()
	at, err := Append(b.root, file, caseID, Line{At: time.Unix(1e9, 0).UTC(), User: "maria", Purpose: "strategic", Did: did, What: "E-1a2b3"})
	if err != nil {
		b.Fatal(err)
	}
	b.at = at
}

func (b *bench) text() []byte {
	b.Helper()
	text, err := os.ReadFile(b.path)
	if err != nil {
		b.Fatal(err)
	}
	return text
}

func (b *bench) put(text []byte) {
	b.Helper()
	if err := os.WriteFile(b.path, text, 0o600); err != nil {
		b.Fatal(err)
	}
}

func (b *bench) holds(want Summary) {
	b.Helper()
	s, err := Verify(b.root, file, caseID, b.at)
	s.at = Anchor{}
	if err != nil || !reflect.DeepEqual(s, want) {
		b.Errorf("%+v, want %+v; %v", s, want, err)
	}
}

func (b *bench) broken(what string) {
	b.Helper()
	if s, err := Verify(b.root, file, caseID, b.at); !errors.Is(err, ErrBroken) {
		b.Errorf("%s: %+v, %v", what, s, err)
	}
}

func TestChain(t *testing.T) {
	b := newBench(t)
	b.holds(Summary{})
	for _, did := range []string{"open", "judge same", "export chart"} {
		b.append(did)
	}
	b.holds(Summary{Lines: 3})
	b.at = Anchor{}
	b.append("open")
	anchored := b.at
	b.append("open") // a crash before the anchor was written
	b.at = anchored
	b.holds(Summary{Lines: 5})
}

// Every byte changed, every cut, every line dropped, doubled or moved is noticed.
func TestEveryChangeIsNoticed(t *testing.T) {
	b := newBench(t)
	for _, did := range []string{"open", "judge same", "export chart"} {
		b.append(did)
	}
	whole := b.text()
	for i := range whole {
		changed := bytes.Clone(whole)
		changed[i] ^= 1
		b.put(changed)
		b.broken("a byte changed")
		b.put(whole[:i])
		b.broken("cut")
	}
	lines := bytes.SplitAfter(whole, []byte("\n"))
	for what, order := range map[string][]int{"dropped": {0, 2}, "doubled": {0, 1, 1, 2}, "moved": {1, 0, 2}, "first gone": {1, 2}} {
		var text []byte
		for _, i := range order {
			text = append(text, lines[i]...)
		}
		b.put(text)
		b.broken(what)
	}
	b.put(append(bytes.Clone(whole), "{}\n"...))
	b.broken("a line added")
	if err := os.Remove(b.path); err != nil {
		t.Fatal(err)
	}
	b.broken("deleted")
	other := newBench(t)
	if _, err := Append(other.root, file, "another case", Line{Did: "open"}); err != nil {
		t.Fatal(err)
	}
	b.put(other.text())
	b.at = Anchor{}
	b.broken("of another case")
}

// Wherever a crash tears a line, the file holds before and after the next line.
func TestTornLines(t *testing.T) {
	b := newBench(t)
	b.append("open")
	first := len(b.text())
	before := b.at
	b.append("judge same")
	whole := b.text()
	for end := first; end < len(whole); end++ {
		b.put(whole[:end])
		b.at = before
		b.holds(Summary{Lines: 1, Torn: end - first})
		b.append("export chart")
		want := Summary{Lines: 3, Repaired: 1}
		switch end {
		case first:
			want = Summary{Lines: 2}
		case len(whole) - 1: // all but the line feed
			want = Summary{Lines: 3}
		}
		b.holds(want)
		if got := string(b.text()); want.Repaired == 1 && !strings.Contains(got, `"did":"repair","what":"a crash tore this line: {`) {
			t.Errorf("the torn bytes are lost: %s", got)
		}
	}
}

// A file of an earlier version is continued, torn or not, and covered from then on.
func TestEarlierVersion(t *testing.T) {
	const old = `{"at":"2026-01-01T00:00:00Z","user":"maria","purpose":"strategic","did":"open","what":"E-1"}` + "\n"
	for _, torn := range []string{"", `{"at":`} {
		b := newBench(t)
		b.put([]byte(old + torn))
		b.holds(Summary{Unchained: int64(len(old)), Torn: len(torn)})
		b.append("open")
		want := Summary{Lines: 2, Unchained: int64(len(old))}
		if torn != "" {
			want.Lines, want.Repaired = 3, 1
		}
		b.holds(want)
		whole := b.text()
		for i := range old {
			changed := bytes.Clone(whole)
			changed[i] ^= 1
			b.put(changed)
			b.broken("a byte of the earlier version changed")
		}
	}
	b := newBench(t)
	b.put([]byte(old))
	for range 2 {
		at, err := Chain(b.root, file, caseID, time.Unix(1e9, 0))
		if err != nil || at.Lines != 2 {
			t.Errorf("%+v %v", at, err)
		}
	}
}

// A long file is read from its end, and found whole.
func TestLongLines(t *testing.T) {
	b := newBench(t)
	b.append(strings.Repeat("x", 200<<10))
	b.append("open")
	b.append(strings.Repeat("y", 100<<10))
	b.append("open")
	b.holds(Summary{Lines: 4})
}

// Whatever a file holds, reading and appending neither fail badly nor lose what was there.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"at":"2026-01-01T00:00:00Z","user":"maria","did":"open"}` + "\n"))
	f.Add([]byte(`{"no":1,"previous":"`))
	f.Add([]byte("\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		dir := t.TempDir()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = root.Close() }()
		if err := os.WriteFile(filepath.Join(dir, file), b, 0o600); err != nil {
			t.Fatal(err)
		}
		_, before := Read(root, file, caseID)
		at, err := Append(root, file, caseID, Line{Did: "open"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Verify(root, file, caseID, at); before == nil && err != nil {
			t.Errorf("it held, and after another line: %v", err)
		}
		got, err := os.ReadFile(filepath.Join(dir, file))
		whole := b[:bytes.LastIndexByte(b, '\n')+1]
		if err != nil || !bytes.HasPrefix(got, whole) {
			t.Errorf("lines that were there are lost: %q, %v", got, err)
		}
	})
}
