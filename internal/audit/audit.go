// Package audit is the record of who did what in a case, and why: a file of one JSON object a
// line, each of which names the hash of the line before. No line can be changed, dropped, moved
// or slipped in without the next one failing; that the last lines were cut off is noticed by an
// [Anchor] kept elsewhere.
//
//	{"no":1,"previous":"9f2c…","at":"2026-03-01T12:00:05Z","user":"maria","purpose":"strategic","did":"open","what":"E-1a2b3","reason":"…","ledger":"12@6d0c…"}
//
// Ledger is the checkpoint that the case stood at, so that a ledger of an older copy is noticed beside
// a later audit. After a line with did "accept" those of the lines before no longer count.
//
// Previous is SHA-256, in hexadecimal, of the bytes of the line before without its line feed; of
// the first line, of "skein audit 1" and the case's ID, a space between. A file of an earlier
// version, whose lines name no hash, is continued: the first chained line has did "chain" and as
// previous the hash of all bytes before it.
//
// A line is written by one write and flushed to disk. Bytes after the last line feed are a line
// that a crash tore, or one that is being written. The next line takes their place with did
// "repair", and what holds the bytes.
package audit

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"skein/internal/atomicfile"
)

// Line is one thing that somebody did.
type Line struct {
	No       int       `json:"no"`
	Previous string    `json:"previous"`
	At       time.Time `json:"at"`
	User     string    `json:"user,omitempty"`
	Purpose  string    `json:"purpose,omitempty"`
	Did      string    `json:"did"`
	What     string    `json:"what,omitempty"`
	Reason   string    `json:"reason,omitempty"`
	Ledger   string    `json:"ledger,omitempty"` // checkpoint that the case stood at, at least
}

// Accept is what a line did that accepts a case as it is now, whatever lines before say of its ledger.
const Accept = "accept"

// What the file itself records of its chain.
const (
	chain  = "chain"  // a file without hashes is continued
	repair = "repair" // a crash tore the line before
)

// Anchor is how far a file had come: how many chained lines, and the hash of the last.
type Anchor struct {
	Lines int    `json:"lines"`
	Head  string `json:"head,omitempty"`
}

// ErrBroken says that a file is not what was written.
var ErrBroken = errors.New("the audit file was changed")

func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

func genesis(caseID string) string { return sum([]byte("skein audit 1 " + caseID)) }

// Append writes a line to the file name of root, after those that are there, and returns the
// anchor after it. It sets the line's number and previous hash. Callers see to it that one
// process at a time appends.
func Append(root *os.Root, name, caseID string, l Line) (Anchor, error) {
	if err := atomicfile.Regular(root, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Anchor{}, err
	}
	f, err := root.OpenFile(name, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return Anchor{}, err
	}
	a, err := add(f, caseID, l)
	return a, errors.Join(err, f.Close())
}

func add(f *os.File, caseID string, l Line) (Anchor, error) {
	e, err := tail(f, caseID)
	if err != nil {
		return Anchor{}, err
	}
	var out []byte
	at, size := e.at, e.size-int64(len(e.torn))
	write := func(l Line) error {
		l.No, l.Previous = at.Lines+1, at.Head
		b, err := json.Marshal(l)
		if err == nil {
			out = append(append(out, b...), '\n')
			at = Anchor{l.No, sum(b)}
		}
		return err
	}
	if e.unchained > 0 {
		err = write(Line{At: l.At, Did: chain, What: strconv.FormatInt(e.unchained, 10) + " bytes of an earlier version, which kept no hashes"})
	}
	if next, ok := chained(e.torn); ok && err == nil && next.No == at.Lines+1 && next.Previous == at.Head {
		out, at, size = append(out, '\n'), Anchor{next.No, sum(e.torn)}, e.size // whole but for its line feed
	} else if len(e.torn) > 0 && err == nil {
		err = write(Line{At: l.At, Did: repair, What: "a crash tore this line: " + string(e.torn)})
	}
	if err == nil {
		err = write(l)
	}
	if err != nil {
		return Anchor{}, err
	}
	if size < e.size {
		if err := f.Truncate(size); err != nil {
			return Anchor{}, err
		}
	}
	if _, err := f.Write(out); err != nil {
		return Anchor{}, errors.Join(err, f.Truncate(size))
	}
	return at, f.Sync()
}

// Last returns the last chained line of a file, without checking those before it; the zero value
// where it has none.
func Last(root *os.Root, name string) (Line, error) {
	if err := atomicfile.Regular(root, name); errors.Is(err, fs.ErrNotExist) {
		return Line{}, nil
	} else if err != nil {
		return Line{}, err
	}
	f, err := root.Open(name)
	if err != nil {
		return Line{}, err
	}
	e, err := tail(f, "")
	return e.last, errors.Join(err, f.Close())
}

// Chain continues a file of an earlier version with a first chained line; where the file does
// not exist or has a chain, it does nothing.
func Chain(root *os.Root, name, caseID string, at time.Time) (Anchor, error) {
	a, err := Read(root, name, caseID)
	if err != nil || a.Unchained == 0 || a.Lines > 0 {
		return a.at, err
	}
	return Append(root, name, caseID, Line{At: at, Did: "note", What: "the case was brought to the format of this version"})
}

// end is what is known of the end of a file.
type end struct {
	at        Anchor
	last      Line
	size      int64
	torn      []byte // after the last line feed
	unchained int64  // bytes of an earlier version, where no chained line follows them
}

// tail finds the last chained line. The whole is read only where its end has none.
func tail(f *os.File, caseID string) (end, error) {
	info, err := f.Stat()
	if err != nil {
		return end{}, err
	}
	size := info.Size()
	for span := int64(64 << 10); ; span *= 8 {
		from := max(0, size-span)
		b := make([]byte, size-from)
		if _, err := f.ReadAt(b, from); err != nil && !errors.Is(err, io.EOF) {
			return end{}, err
		}
		cut := bytes.LastIndexByte(b, '\n') + 1
		e := end{size: size, torn: b[cut:]}
		whole := b[:cut]
		for len(whole) > 0 {
			start := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
			if start == 0 && from > 0 {
				break // its beginning is before what was read
			}
			line := whole[start : len(whole)-1]
			if l, ok := chained(line); ok {
				e.at, e.last = Anchor{l.No, sum(line)}, l
				return e, nil
			}
			whole = whole[:start]
		}
		if from > 0 {
			continue
		}
		e.at.Head = genesis(caseID)
		if cut > 0 {
			e.unchained, e.at.Head = int64(cut), sum(b[:cut])
		}
		return e, nil
	}
}

// chained reads a line that names its number and the hash before.
func chained(line []byte) (Line, bool) {
	var l Line
	err := json.Unmarshal(line, &l)
	return l, err == nil && l.No > 0 && len(l.Previous) == 2*sha256.Size
}

// Summary is what a file was found to be.
type Summary struct {
	Lines     int   // chained
	Unchained int64 // bytes of an earlier version; the first chained line, where there is one, covers them
	Torn      int   // bytes after the last line feed
	Repaired  int   // lines that a crash tore
	// Ledgers are the checkpoints that lines name since the last that accepted the case, in order.
	Ledgers []string

	at Anchor
}

// Verify checks a whole file against its chain and an anchor: how far it had come at least. A
// missing file is one without lines.
func Verify(root *os.Root, name, caseID string, a Anchor) (Summary, error) {
	s, err := Read(root, name, caseID)
	if err != nil {
		return s, err
	}
	if a.Lines == 0 {
		return s, nil
	}
	if s.Lines < a.Lines {
		return s, fmt.Errorf("it has %d chained lines, and had %d: %w", s.Lines, a.Lines, ErrBroken)
	}
	return s, s.reached(root, name, a)
}

// reached checks that the line of an anchor is the one that was written.
func (s *Summary) reached(root *os.Root, name string, a Anchor) error {
	if s.at == a {
		return nil
	}
	f, err := root.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // read only
	for line, err := range lines(f) {
		if err != nil {
			return err
		}
		if l, ok := chained(line.text); ok && l.No == a.Lines && sum(line.text) == a.Head {
			return nil
		}
	}
	return fmt.Errorf("line %d is not the one that was written: %w", a.Lines, ErrBroken)
}

// Read checks a whole file against its chain. A missing file is one without lines.
func Read(root *os.Root, name, caseID string) (Summary, error) {
	s := Summary{at: Anchor{Head: genesis(caseID)}}
	if err := atomicfile.Regular(root, name); errors.Is(err, fs.ErrNotExist) {
		return s, nil
	} else if err != nil {
		return s, err
	}
	f, err := root.Open(name)
	if err != nil {
		return s, err
	}
	defer func() { _ = f.Close() }() // read only
	c := checker{s: &s, before: sha256.New()}
	for line, err := range lines(f) {
		if err == nil {
			err = c.line(line)
		}
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

type text struct {
	text []byte
	torn bool // no line feed follows
}

// lines yields a file's lines without their line feeds.
func lines(r io.Reader) func(yield func(text, error) bool) {
	return func(yield func(text, error) bool) {
		b := bufio.NewReaderSize(r, 64<<10)
		for {
			line, err := b.ReadBytes('\n')
			if errors.Is(err, io.EOF) {
				if len(line) > 0 {
					yield(text{line, true}, nil)
				}
				return
			}
			if err != nil {
				yield(text{}, err)
				return
			}
			if !yield(text{line[:len(line)-1], false}, nil) {
				return
			}
		}
	}
}
