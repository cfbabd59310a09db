package reader

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// array reads the elements of one JSON array as a stream.
type array struct {
	where string
	base  int64 // bytes before the decoder's first
	dec   *json.Decoder
	leash *leash
	ends  *lineEnds
	line  int
	cell  int // the limit
	raw   json.RawMessage
}

func newArray(where string, r io.Reader, base int64, l Limits) (*array, error) {
	a := &array{where: where, base: base, line: 1, cell: l.Cell}
	a.leash = &leash{r: r, most: l.row(), err: errLong}
	a.ends = &lineEnds{r: a.leash}
	a.dec = json.NewDecoder(a.ends)
	if _, err := a.dec.Token(); err != nil {
		return nil, a.fail(err)
	}
	return a, nil
}

// next returns an element and the line on which it begins. Elements over the limit
// and broken JSON end the file.
func (a *array) next() (raw []byte, line int, err error) {
	a.leash.slack()
	if !a.dec.More() {
		return nil, 0, a.end()
	}
	if err := a.dec.Decode(&a.raw); err != nil {
		return nil, 0, a.fail(err)
	}
	a.line += a.ends.before(a.dec.InputOffset() - int64(len(a.raw)))
	return a.raw, a.line, nil
}

// end checks that the array is closed and nothing follows.
func (a *array) end() error {
	if _, err := a.dec.Token(); err != nil {
		return a.fail(err)
	}
	if _, err := a.dec.Token(); err == nil {
		return malformed(a.where, "there is text after the array, at byte %d", a.base+a.dec.InputOffset())
	} else if !errors.Is(err, io.EOF) {
		return a.fail(err)
	}
	return io.EOF
}

func (a *array) fail(err error) error {
	switch syntax, isSyntax := errors.AsType[*json.SyntaxError](err); {
	case errors.Is(err, errLong):
		return overLimit(a.where, "cell", a.cell, "an element of over %d bytes, near byte %d", a.leash.most, a.base+a.dec.InputOffset())
	case isSyntax:
		return malformed(a.where, "broken JSON at byte %d: %w", a.base+a.offset(syntax), err)
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return malformed(a.where, "broken JSON at byte %d: the array is not closed", a.base+a.ends.n)
	}
	return err
}

// offset returns how many bytes end with the broken one. Within an element the
// decoder's own count leaves out what stands between elements, so the element is
// read again.
func (a *array) offset(err *json.SyntaxError) int64 {
	var again *json.SyntaxError
	if errors.As(json.NewDecoder(a.dec.Buffered()).Decode(&a.raw), &again) && again.Error() == err.Error() {
		return a.dec.InputOffset() + again.Offset
	}
	return err.Offset
}

// lineEnds notes where the lines of what is read end.
type lineEnds struct {
	r       io.Reader
	n       int64
	at      []int64 // offsets after the ends not yet passed
	afterCR bool
}

func (l *lineEnds) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for rest, off := p[:n], l.n; len(rest) > 0; {
		i := bytes.IndexAny(rest, "\r\n")
		if i < 0 {
			l.afterCR = false
			break
		}
		off += int64(i) + 1
		if i > 0 {
			l.afterCR = false
		}
		switch {
		case rest[i] != '\n' || !l.afterCR:
			l.at = append(l.at, off)
		case len(l.at) > 0: // one end of two bytes
			l.at[len(l.at)-1] = off
		}
		l.afterCR = rest[i] == '\r'
		rest = rest[i+1:]
	}
	l.n += int64(n)
	return n, err
}

// before passes the ends up to an offset and counts them.
func (l *lineEnds) before(off int64) int {
	k := 0
	for k < len(l.at) && l.at[k] <= off {
		k++
	}
	l.at = l.at[:copy(l.at, l.at[k:])]
	return k
}
