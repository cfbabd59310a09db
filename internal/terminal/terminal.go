// Package terminal keeps what files hold from steering the terminal that it is printed on.
//
// A name, a header or a cell may hold control characters: escape sequences that hide lines,
// change the title or answer as if typed, and marks that turn the direction of writing around.
// A [Writer] between a program and its standard output and error writes them as escapes that
// can be read:
//
//	ESC [ 2 J   becomes   \u001b[2J
//
// The form is that of JSON, so a JSON document stays one, with the same values. Unchanged stay
// line breaks (also with a carriage return before them), tabs, and all letters of all
// scripts, with the marks that these need, such as the joiners of Persian.
package terminal

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf8"
)

// Writer writes text without control characters. Several may write at a time.
type Writer struct {
	mu   sync.Mutex
	to   io.Writer
	kept []byte // the beginning of a character, or a carriage return, whose rest is yet to come
	out  []byte
}

// NewWriter returns a writer to w. It holds back at most the bytes of one character.
func NewWriter(w io.Writer) *Writer { return &Writer{to: w} }

// Write writes b; it counts bytes of b.
func (w *Writer) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := len(b)
	if len(w.kept) > 0 {
		b = append(w.kept, b...)
		w.kept = nil
	}
	w.out = w.out[:0]
	for i := 0; i < len(b); {
		r, size := rune(b[i]), 1
		switch {
		case r == '\r':
			if i+1 == len(b) {
				w.kept = []byte{'\r'}
				i++
				continue
			}
			if b[i+1] == '\n' {
				w.out = append(w.out, '\r', '\n')
				i += 2
				continue
			}
		case r >= utf8.RuneSelf:
			if !utf8.FullRune(b[i:]) {
				w.kept = append(w.kept, b[i:]...)
				i = len(b)
				continue
			}
			r, size = utf8.DecodeRune(b[i:])
		}
		w.out = appendRune(w.out, r, b[i:i+size])
		i += size
	}
	if _, err := w.to.Write(w.out); err != nil {
		return 0, err
	}
	return n, nil
}

// Close writes what was held back. It does not close what it writes to.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.kept) == 0 {
		return nil
	}
	out := []byte{}
	for _, c := range w.kept {
		if c == '\r' {
			out = appendRune(out, '\r', nil)
		} else {
			out = appendRune(out, utf8.RuneError, []byte{c})
		}
	}
	w.kept = nil
	_, err := w.to.Write(out)
	return err
}

// appendRune appends a character as it is shown; bytes are those it was read from.
func appendRune(out []byte, r rune, bytes []byte) []byte {
	switch {
	case r == utf8.RuneError && len(bytes) == 1:
		return fmt.Appendf(out, `\x%02x`, bytes[0]) // no UTF-8: an 8-bit control character, perhaps
	case r == '\n' || r == '\t' || !steers(r):
		return utf8.AppendRune(out, r)
	default:
		return fmt.Appendf(out, `\u%04x`, r)
	}
}

// steers reports whether a character is an order to a terminal and no text: the control
// characters of C0 and C1, line and paragraph separators, and the embeddings, overrides and
// isolates of the bidirectional algorithm (UAX #9). Its marks are part of texts, and only
// move what is beside them.
func steers(r rune) bool {
	return r < ' ' || 0x7f <= r && r < 0xa0 || 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

// Line returns s as one line of text: control characters, line breaks and tabs among them,
// become escapes. Rows of a printed table are made of lines, so that no cell looks like a row.
func Line(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return steers(r) || r == utf8.RuneError }) {
		return s
	}
	out := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '\n':
			out = append(out, `\n`...)
		case '\r':
			out = append(out, `\r`...)
		case '\t':
			out = append(out, `\t`...)
		default:
			out = appendRune(out, r, []byte(s[i:i+size]))
		}
		i += size
	}
	return string(out)
}
