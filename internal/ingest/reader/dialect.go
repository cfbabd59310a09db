package reader

import (
	"bytes"
	"math"
)

// dialect tells the delimiter and the quote of delimited text, where they are not
// declared, by trying each pair on the first rows.
//
// A delimiter is the better, the more rows have the same count of fields and the
// more fields that is: share squared times the logarithm of the count, so that eight
// columns in 19 of 20 rows beat the two that a decimal comma makes everywhere. A
// quote is " unless ' encloses whole fields without a fault, in at least half of the
// rows and never over a line end, and " does not. Names such as 'Abd al-Rahman and
// Rida' begin and end with an apostrophe, and two of them make no field.
func (r *Reader) dialect(format Format, t *text) (delimiter, quote byte) {
	delimiters, quotes := []byte(",;\t|"), []byte(`"'`)
	if format == TSV {
		delimiters = []byte("\t")
	}
	if d := separator(t.sample); d != 0 {
		delimiters = []byte{d}
	}
	if d := r.options.Delimiter; d != 0 {
		delimiters = []byte{byte(d)}
	}
	if q := r.options.Quote; q != 0 {
		quotes = []byte{byte(q)}
	}
	best := trial{score: -1}
	for _, q := range quotes {
		of := trial{score: -1}
		for _, d := range delimiters {
			if d == q {
				continue
			}
			if c := r.try(d, q, t); c.score > 1.05*of.score || c.score >= of.score && c.faults < of.faults {
				of = c
			}
		}
		clean := of.enclosed > 0 && of.faults == 0 && !of.spans && 2*of.quoted >= of.rows
		if best.score < 0 || clean && (best.enclosed == 0 || of.score > 1.05*best.score) {
			best = of
		}
	}
	return best.delimiter, best.quote
}

// trial is how well a pair of delimiter and quote fits.
type trial struct {
	delimiter, quote byte
	score            float64
	faults           int
	enclosed         int  // fields in quotes
	rows, quoted     int  // rows, and those of them with fields in quotes
	spans            bool // some row with quotes has several lines
}

// dialectRows are looked at.
const dialectRows = 200

func (r *Reader) try(delimiter, quote byte, t *text) trial {
	s := splitter{delimiter: delimiter, quote: quote}
	w := newWindow(bytes.NewReader(t.sample), r.options.Limits.row())
	counts := map[int]int{}
	out := trial{delimiter: delimiter, quote: quote}
	rows := 0
	for skipped := 0; rows < dialectRows; skipped++ {
		if skipped < r.skipped(t) {
			n, _, err := w.line(0)
			if err != nil {
				break
			}
			w.pass(n)
			continue
		}
		n, fault, err := s.record(w)
		if err != nil {
			break
		}
		w.pass(n)
		if !t.whole && w.start == w.end && w.err != nil && rows > 0 {
			break // cut off
		}
		switch {
		case fault != "":
			out.faults++
		case s.body == 0:
			continue
		default:
			counts[len(s.fields)]++
		}
		rows++
		before := out.enclosed
		for _, f := range s.fields {
			if f.quoted && fault == "" {
				out.enclosed++
			}
		}
		if out.enclosed > before {
			out.quoted++
			out.spans = out.spans || s.lines > 1
		}
	}
	out.rows = rows
	for n, k := range counts {
		share := float64(k) / float64(rows)
		out.score = max(out.score, share*share*math.Log2(float64(n)))
	}
	return out
}
