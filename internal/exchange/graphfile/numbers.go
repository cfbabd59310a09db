package graphfile

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"skein/internal/network/graph"
)

// Numbers reads an edge list in which nodes are numbers below 2^32 without leading zeros, fields
// are separated by comma, semicolon, tab or blanks, and nothing is quoted; lines that begin with # or %
// are remarks. It is read in parallel, at about the speed of the disk. Taken is nil for a file
// that is not so: [ReadTable] must read it row by row.
func Numbers(ctx context.Context, f io.ReaderAt, length int64, o TableOptions) (ties []graph.Ties, taken *Taken, err error) {
	head := make([]byte, min(headBytes, length))
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	p, begin, taken := plainOf(head[:n], &o)
	if taken == nil {
		return nil, nil, nil
	}
	const size = 4 << 20
	chunks := int((length - begin + size - 1) / size)
	ties = make([]graph.Ties, chunks)
	var odd atomic.Bool
	var next atomic.Int64
	errs := make([]error, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for w := range errs {
		wait.Go(func() {
			buffer := make([]byte, size+longest+1)
			for k := int(next.Add(1)) - 1; k < chunks && !odd.Load() && ctx.Err() == nil; k = int(next.Add(1)) - 1 {
				n, err := readFrom(f, buffer, begin+int64(k)*size-1) // with the end of the line before
				if err != nil {
					errs[w] = err
					return
				}
				text, ok := rowsIn(buffer[:n], size)
				if !ok || !p.parse(text, &ties[k]) {
					odd.Store(true)
				}
			}
		})
	}
	wait.Wait()
	if err := errors.Join(append(errs, ctx.Err())...); err != nil {
		return nil, nil, err
	}
	if odd.Load() {
		return nil, nil, nil
	}
	return ties, taken, nil
}

// readNumbers reads such a file as a graph, nil for any other.
func readNumbers(ctx context.Context, src io.ReaderAt, size int64, o *TableOptions) (*File, error) {
	ties, taken, err := Numbers(ctx, src, size, *o)
	if err != nil || taken == nil {
		return nil, err
	}
	g := graph.FromNumbers(ties, o.Directed)
	if g.Len() == 0 {
		return nil, nil
	}
	return &File{Graph: g, Taken: taken}, nil
}

// readFrom fills a buffer from a place in a file, before whose first byte there is a line end.
func readFrom(f io.ReaderAt, buffer []byte, from int64) (int, error) {
	before := 0
	if from < 0 {
		buffer[0], before, from = '\n', 1, 0
	}
	n, err := f.ReadAt(buffer[before:], from)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return before + n, err
}

// headBytes is how much of a file tells how its fields stand.
const headBytes = 64 << 10

// longest is the most bytes of a line.
const longest = 1 << 10

// rowsIn returns the lines that begin in the size bytes after the first byte; ok is false
// where the last is too long.
func rowsIn(b []byte, size int) (text []byte, ok bool) {
	first := bytes.IndexByte(b, '\n')
	if first < 0 {
		return nil, len(b) <= size
	}
	if first >= size {
		return nil, true // they are of the next part
	}
	if len(b) <= size+1 {
		return b[first+1:], true
	}
	last := bytes.IndexByte(b[size:], '\n')
	if last < 0 {
		return b[first+1:], len(b) < size+longest+1
	}
	return b[first+1 : size+last], true
}

// plain is how the fields of an edge list stand.
type plain struct {
	delimiter        byte // 0: blanks
	from, to, weight int
}

// preamble is what stands before the rows of a text.
type preamble struct {
	skip   int  // lines of remarks
	begin  int  // where the line after them begins
	header bool // that line is a remark that names the columns
}

// preambleOf finds the first line of a text that is no remark. ok is false where there is none
// whole.
func preambleOf(head []byte) (p preamble, ok bool) {
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		p.begin = 3
	}
	var before preamble
	last := ""
	for {
		line, _, more := bytes.Cut(head[p.begin:], []byte("\n"))
		if !more {
			return preamble{}, false
		}
		text := string(bytes.TrimRight(line, "\r"))
		if text == "" || text[0] != '#' && text[0] != '%' {
			if last != "" && text != "" && names(last, text) {
				return before, true
			}
			if text != "" {
				return p, true
			}
		} else if text[0] == '#' {
			before, last = preamble{p.skip, p.begin, true}, text[1:]
		}
		p.begin += len(line) + 1
		p.skip++
	}
}

// names reports whether a remark names the fields of the line below it.
func names(remark, below string) bool {
	fields, delimiter := split(below)
	if len(fields) < 2 {
		return false
	}
	if delimiter != 0 {
		return strings.Count(remark, string(delimiter)) == len(fields)-1
	}
	words := strings.Fields(remark)
	c := chooser{columns: words, given: ends{-1, -1, -1}}
	c.meanings()
	_, _, ok := c.byHeaders()
	return len(words) == len(fields) && ok
}

// plainOf finds out how the fields stand, and where the rows begin, by the first bytes of a
// file; taken is nil where they are not plain.
func plainOf(head []byte, o *TableOptions) (p plain, begin int64, taken *Taken) {
	before, ok := preambleOf(head)
	if !ok {
		return p, 0, nil
	}
	line, rest, _ := bytes.Cut(head[before.begin:], []byte("\n"))
	text := strings.TrimRight(string(line), "\r")
	if before.header {
		text = strings.TrimLeft(text, "# ")
	}
	if strings.IndexByte(text, '"') >= 0 {
		return p, 0, nil
	}
	var sample [][]string
	for l := range bytes.Lines(rest) {
		if fields, _ := split(strings.TrimSpace(string(l))); len(sample) < sampleRows && len(fields) > 0 {
			sample = append(sample, fields)
		}
	}
	fields, delimiter := split(text)
	p.delimiter = delimiter
	bare := o.Header == WithoutHeader || o.Header == GuessHeader && !before.header && allOf(fields, isNumber)
	columns := fields
	if bare {
		columns = numbered(len(fields))
		sample = append(sample, fields)
	}
	e, err := o.choose(columns, sample, bare)
	if err != nil || wayColumn(columns, sample, bare) >= 0 || // then the other reader says it
		!bare && (isNumber(columns[e.from]) || isNumber(columns[e.to])) || // is it a header?
		len(sample) <= len(fields) && (bare && len(fields) > 3 || !bare && mayBeMatrix(columns, sample)) {
		return p, 0, nil
	}
	p.from, p.to, p.weight = e.from, e.to, e.weight
	begin = int64(before.begin)
	if !bare {
		begin += int64(len(line)) + 1
	}
	return p, begin, &Taken{From: columns[e.from], To: columns[e.to], Weight: cell(columns, e.weight), NoHeader: bare}
}

func split(line string) (fields []string, delimiter byte) {
	for _, d := range []byte(",;\t") {
		if fields := strings.Split(line, string(d)); len(fields) > 1 {
			return fields, d
		}
	}
	return strings.Fields(line), 0
}

// parse reads rows. It returns false at the first that is not plain.
func (p *plain) parse(text []byte, out *graph.Ties) bool {
	last := max(p.from, p.to, p.weight)
	out.Ends = make([]uint32, 0, len(text)/8)
	for i := 0; i < len(text); {
		if text[i] == '#' || text[i] == '%' {
			for i < len(text) && text[i] != '\n' {
				i++
			}
		}
		if i < len(text) && text[i] == '\r' {
			i++
		}
		if i == len(text) {
			break
		}
		if text[i] == '\n' {
			i++
			continue
		}
		var from, to uint32
		weight := float32(1)
		for field := 0; field <= last; field++ {
			if p.delimiter == 0 {
				for i < len(text) && text[i] == ' ' {
					i++
				}
			}
			begin := i
			number := uint64(0)
			for i < len(text) && text[i]-'0' <= 9 {
				number = number*10 + uint64(text[i]-'0')
				i++
			}
			digits := i - begin
			for i < len(text) && !p.ends(text[i]) {
				i++
			}
			switch field {
			case p.from, p.to:
				if digits == 0 || digits > 10 || digits != i-begin || number >= 1<<32 || digits > 1 && text[begin] == '0' {
					return false // 012 and 12 are two names
				}
				if field == p.from {
					from = uint32(number)
				} else {
					to = uint32(number)
				}
			case p.weight:
				w, err := strconv.ParseFloat(string(text[begin:i]), 32)
				if err != nil || !(w > 0) || w > maxWeight {
					return false
				}
				weight = float32(w)
			}
			if field < last {
				if i == len(text) || text[i] == '\n' || text[i] == '\r' {
					return false
				}
				i++
			}
		}
		for i < len(text) && text[i] != '\n' {
			i++
		}
		i++
		out.Add(from, to, weight)
	}
	return true
}

// ends reports whether a byte ends a field.
func (p *plain) ends(b byte) bool {
	return b == '\n' || b == '\r' || b == p.delimiter && b != 0 || p.delimiter == 0 && b == ' '
}
