package reader

import "bytes"

// splitter finds the fields of one record at a time.
type splitter struct {
	delimiter, quote byte
	fields           []field
	lines            int // of the record
	first            int // bytes of its first line
	body             int // bytes of the record without its last line end
}

// field is a stretch of a record, without its quotes.
type field struct {
	from, to int
	quoted   bool
	doubled  bool // holds doubled quotes
}

// What is wrong with a record's quotes; it then costs its first line only.
const (
	neverClosed = "a quoted field is never closed"
	afterQuote  = "there is text after a closing quote; a quote inside a quoted field is written twice"
)

// record splits the record at the window's start and returns its length. A fault is
// what is wrong with its first line, which is then all that the length covers.
// Errors are those of window.line for the first line.
func (s *splitter) record(w *window) (n int, fault string, err error) {
	s.fields = s.fields[:0]
	n, eol, err := w.line(0)
	if err != nil {
		return 0, "", err
	}
	s.lines, s.first, s.body = 1, n, n-eol
	line := w.bytes(s.body)
	if bytes.IndexByte(line, s.quote) < 0 {
		s.plain(line)
		return n, "", nil
	}
	n, fault, err = s.quotes(w, n)
	if fault != "" {
		w.again()
		n = s.first
	}
	return n, fault, err
}

// plain splits a line that has no quotes.
func (s *splitter) plain(line []byte) {
	from := 0
	for {
		i := bytes.IndexByte(line[from:], s.delimiter)
		if i < 0 {
			s.fields = append(s.fields, field{from: from, to: len(line)})
			return
		}
		s.fields = append(s.fields, field{from: from, to: from + i})
		from += i + 1
	}
}

// quotes splits a record of n bytes so far that has quotes, and takes in further
// lines as long as one is open.
func (s *splitter) quotes(w *window, n int) (int, string, error) {
	for pos := 0; ; {
		if pos < s.body && w.bytes(n)[pos] == s.quote {
			f, longer, fault, err := s.quoted(w, n, pos+1)
			if fault != "" || err != nil {
				return n, fault, err
			}
			n = longer
			s.fields = append(s.fields, f)
			pos = f.to + 1 // beyond the closing quote
			if pos < s.body && w.bytes(n)[pos] != s.delimiter {
				return n, afterQuote, nil
			}
		} else {
			to := s.body
			if i := bytes.IndexByte(w.bytes(n)[pos:s.body], s.delimiter); i >= 0 {
				to = pos + i
			}
			s.fields = append(s.fields, field{from: pos, to: to})
			pos = to
		}
		if pos >= s.body {
			return n, "", nil
		}
		pos++
	}
}

// quoted finds the end of the quoted field whose text begins at from. An error is
// that of the stream.
func (s *splitter) quoted(w *window, n, from int) (f field, longer int, fault string, err error) {
	f = field{from: from, quoted: true}
	for p := from; ; {
		if i := bytes.IndexByte(w.bytes(n)[p:], s.quote); i >= 0 {
			p += i
			if p+1 < n && w.bytes(n)[p+1] == s.quote {
				f.doubled = true
				p += 2
				continue
			}
			f.to = p
			return f, n, "", nil
		}
		p = n
		more, eol, err := w.line(n)
		switch {
		case isEnd(err):
			return f, n, neverClosed, nil
		case err != nil:
			return f, n, "", err
		}
		n += more
		s.lines++
		s.body = n - eol
	}
}
