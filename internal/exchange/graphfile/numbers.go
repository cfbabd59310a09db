package graphfile

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"skein/internal/network/graph"
)

// Columns says which columns of an edge list hold the ends and the weight of ties, by the
// header; nil where there is none. Weight is -1 where each row counts 1.
type Columns func(header []string) (from, to, weight int, err error)

// Numbers reads an edge list in which vertices are numbers below 2^32, fields are parted by
// comma, semicolon, tab or blanks, and nothing is quoted; lines that begin with # or %
// say nothing. It is read in parallel, at about the speed of the disk. ok is false for
// a file that is not so: some other reader must have it.
func Numbers(f io.ReaderAt, length int64, columns Columns) (ties []graph.Ties, ok bool, err error) {
	head := make([]byte, 64<<10)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	p, begin, ok, err := plainOf(head[:n], columns)
	if err != nil || !ok {
		return nil, false, err
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
			for k := int(next.Add(1)) - 1; k < chunks && !odd.Load(); k = int(next.Add(1)) - 1 {
				from := begin + int64(k)*size - 1 // with the end of the line before
				n, err := f.ReadAt(buffer, from)
				if err != nil && !errors.Is(err, io.EOF) {
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
	for _, err := range errs {
		if err != nil {
			return nil, false, err
		}
	}
	return ties, !odd.Load(), nil
}

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

// plainOf finds out how the fields stand, and where the rows begin, by the first bytes
// of a file. There is always a byte before where they begin.
func plainOf(head []byte, columns Columns) (p plain, begin int64, ok bool, err error) {
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		begin = 3
	}
	for {
		line, _, more := bytes.Cut(head[begin:], []byte("\n"))
		if !more {
			return p, 0, false, nil
		}
		if len(line) > 0 && line[0] != '#' && line[0] != '%' {
			if bytes.IndexByte(line, '"') >= 0 {
				return p, 0, false, nil
			}
			fields, delimiter := split(string(bytes.TrimRight(line, "\r")))
			p.delimiter = delimiter
			if _, err := strconv.ParseUint(fields[0], 10, 32); err == nil {
				if begin == 0 || len(fields) < 2 {
					return p, 0, false, nil // the first row may be a header of numbers
				}
				p.from, p.to, p.weight, err = columns(nil)
				return p, begin, err == nil, err
			}
			p.from, p.to, p.weight, err = columns(fields)
			return p, begin + int64(len(line)) + 1, err == nil, err
		}
		begin += int64(len(line)) + 1
	}
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
				if digits == 0 || digits > 10 || digits != i-begin || number >= 1<<32 {
					return false
				}
				if field == p.from {
					from = uint32(number)
				} else {
					to = uint32(number)
				}
			case p.weight:
				w, err := strconv.ParseFloat(string(text[begin:i]), 32)
				if err != nil || !(w > 0) {
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
