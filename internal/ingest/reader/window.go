package reader

import (
	"bytes"
	"errors"
	"io"
)

// window is a stretch of text that slides over a stream, line by line.
type window struct {
	r          io.Reader
	buf        []byte
	start, end int // what is read and not yet passed
	lf, cr     int // next line feed and carriage return; end: none is in the window
	most       int // bytes of a row
	err        error
}

const windowBytes = 256 << 10

// errLong says that a line, or lines asked for together, are over the limit.
var errLong = errors.New("too long")

func newWindow(r io.Reader, most int) *window {
	return &window{r: r, buf: make([]byte, windowBytes), most: most}
}

// bytes returns the first n bytes of the window, valid until the next call of line.
func (w *window) bytes(n int) []byte { return w.buf[w.start : w.start+n] }

// pass slides the window on.
func (w *window) pass(n int) { w.start += n }

// again makes lines before the last one findable again.
func (w *window) again() { w.lf, w.cr = -1, -1 }

// line returns the length of the line that begins off bytes into the window, its end
// included, and the length of that end. After the last line it returns io.EOF.
func (w *window) line(off int) (n, eol int, err error) {
	for {
		from := w.start + off
		if w.lf < from {
			w.lf = w.find('\n', from)
		}
		if w.cr < from {
			w.cr = w.find('\r', from)
		}
		switch at := min(w.lf, w.cr); {
		case at-w.start >= w.most:
			return 0, 0, errLong
		case at < w.end && at == w.lf:
			return at - from + 1, 1, nil
		case at < w.end && at+1 < w.end: // a carriage return, and what follows it
			if w.buf[at+1] == '\n' {
				return at - from + 2, 2, nil
			}
			return at - from + 1, 1, nil
		case w.err == nil:
			w.fill()
		case !errors.Is(w.err, io.EOF):
			return 0, 0, w.err
		case at < w.end:
			return at - from + 1, 1, nil
		case from == w.end:
			return 0, 0, io.EOF
		default: // the last line has no end
			return w.end - from, 0, nil
		}
	}
}

func (w *window) find(c byte, from int) int {
	if i := bytes.IndexByte(w.buf[from:w.end], c); i >= 0 {
		return from + i
	}
	return w.end
}

// fill reads on, making room first.
func (w *window) fill() {
	if w.start > 0 {
		copy(w.buf, w.buf[w.start:w.end])
		w.lf, w.cr, w.end, w.start = w.lf-w.start, w.cr-w.start, w.end-w.start, 0
	}
	if w.end == len(w.buf) {
		w.buf = append(w.buf, make([]byte, len(w.buf))...)
	}
	old := w.end
	for tries := 0; w.end == old && w.err == nil; tries++ {
		if tries == 100 {
			w.err = io.ErrNoProgress
			return
		}
		var n int
		n, w.err = w.r.Read(w.buf[w.end:])
		w.end += n
	}
	if w.lf == old {
		w.lf = w.find('\n', old)
	}
	if w.cr == old {
		w.cr = w.find('\r', old)
	}
}
