package reader

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

const utf8Name = "utf-8"

// charset is an encoding of text: a code page, UTF-16, or else UTF-8.
type charset struct {
	name  string
	order binary.ByteOrder // of UTF-16
	page  *[256]rune       // of a code page; RuneError: no such character
}

// lookup finds an encoding by one of its names in the WHATWG Encoding Standard, which
// holds the IANA names of all that is read here, and reads iso-8859-1 as windows-1252.
func lookup(name string) (*charset, error) {
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("%w: unknown encoding %q; try utf-8, utf-16le or windows-1252", ErrOptions, name)
	}
	canonical, err := htmlindex.Name(e)
	if err != nil {
		return nil, fmt.Errorf("%w: encoding %q: %w", ErrOptions, name, err)
	}
	c := &charset{name: canonical}
	switch canonical {
	case utf8Name:
		return c, nil
	case "utf-16le":
		c.order = binary.LittleEndian
		return c, nil
	case "utf-16be":
		c.order = binary.BigEndian
		return c, nil
	}
	page, ok := e.(*charmap.Charmap)
	if !ok {
		return nil, fmt.Errorf("%w: encoding %q has several bytes a character; save the file as utf-8", ErrOptions, name)
	}
	c.page = pageOf(page)
	return c, nil
}

// pageOf tables a code page. Control characters above ASCII are what the Encoding
// Standard puts where a page has nothing; they count as nothing.
func pageOf(m *charmap.Charmap) *[256]rune {
	var page [256]rune
	for i := range page {
		page[i] = m.DecodeByte(byte(i))
		if unicode.IsControl(page[i]) && i >= 0x80 {
			page[i] = utf8.RuneError
		}
	}
	return &page
}

// bom returns the length of the mark of c at the start of a text.
func (c *charset) bom(head []byte) int {
	mark := "\xEF\xBB\xBF"
	switch {
	case c.order == binary.LittleEndian:
		mark = "\xFF\xFE"
	case c.order == binary.BigEndian:
		mark = "\xFE\xFF"
	case c.page != nil:
		return 0
	}
	if len(head) >= len(mark) && string(head[:len(mark)]) == mark {
		return len(mark)
	}
	return 0
}

// Sizes of what is looked at to tell an encoding.
const (
	sampleBytes   = 256 << 10 // of the start, which also tells format and dialect
	searchBytes   = 32 << 20  // in which something beyond ASCII is looked for
	evidenceBytes = 64 << 10
)

// detect tells the encoding of a text that begins with sample and goes on in rest,
// and how sure that is. In order: a byte order mark; the zero bytes of UTF-16; valid
// UTF-8 (bad bytes among as much valid UTF-8 are damage, not another encoding);
// the letters that a code page would make of the bytes, see [guessPage].
func detect(sample []byte, rest io.Reader) (*charset, float64, error) {
	name, sure := utf8Name, 1.0
	switch {
	case len(sample) >= 4 && string(sample[:4]) == "\xFF\xFE\x00\x00":
		return nil, 0, errors.New("it is UTF-32; save it as UTF-8")
	case len(sample) >= 2 && string(sample[:2]) == "\xFF\xFE":
		name = "utf-16le"
	case len(sample) >= 2 && string(sample[:2]) == "\xFE\xFF":
		name = "utf-16be"
	case len(sample) >= 3 && string(sample[:3]) == "\xEF\xBB\xBF":
	default:
		if order := zeros(sample); order != "" {
			name, sure = order, 0.9
			break
		}
		t := tally{}
		if err := t.read(sample, rest); err != nil {
			return nil, 0, err
		}
		name, sure = t.judge()
	}
	c, err := lookup(name)
	return c, sure, err
}

// zeros tells UTF-16 by its zero bytes: delimiters, digits and line ends have one, on
// the same side, in any script. Text in bytes has none, or some that are damage: its
// line ends stand without.
func zeros(sample []byte) string {
	var side, ends [2]int // zero bytes, and ends of lines with a zero, on either side
	lines := 0
	for i, b := range sample[:len(sample)&^1] {
		switch b {
		case 0:
			side[i&1]++
		case '\n', '\r':
			lines++
			if sample[i^1] == 0 {
				ends[i&1^1]++
			}
		}
	}
	units := len(sample) / 2
	switch {
	case units == 0:
		return ""
	case side[1]*20 >= units && side[0]*20 < side[1] && 2*ends[1] >= lines:
		return "utf-16le"
	case side[0]*20 >= units && side[1]*20 < side[0] && 2*ends[0] >= lines:
		return "utf-16be"
	}
	return ""
}

// tally is what there is beyond ASCII in a text.
type tally struct {
	good, bad int // characters of valid UTF-8, bytes of none
	evidence  []byte
}

// read goes through sample and on through rest until it has evidence enough.
func (t *tally) read(sample []byte, rest io.Reader) error {
	left := t.add(sample, len(sample) < sampleBytes)
	buf := make([]byte, 64<<10)
	for seen := len(sample); seen < searchBytes && len(t.evidence) < evidenceBytes; {
		n := copy(buf, left)
		k, err := io.ReadFull(rest, buf[n:])
		seen += k
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return err
		}
		left = t.add(buf[:n+k], last)
		if last {
			break
		}
	}
	return nil
}

// add takes in a piece, and returns the start of a character that it cuts.
func (t *tally) add(piece []byte, last bool) (left []byte) {
	first := firstHigh(piece)
	if first == len(piece) {
		return nil
	}
	for i := first; i < len(piece); {
		if piece[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, n := utf8.DecodeRune(piece[i:])
		if c != utf8.RuneError || n > 1 {
			t.good++
		} else if !last && !utf8.FullRune(piece[i:]) {
			left = piece[i:]
			break
		} else {
			t.bad++
		}
		i += n
	}
	from := max(0, first-64) // the letters before belong to the word
	to := min(len(piece), from+evidenceBytes-len(t.evidence))
	t.evidence = append(t.evidence, piece[from:max(from, to)]...)
	return left
}

// firstHigh returns the index of the first byte beyond ASCII.
func firstHigh(p []byte) int {
	i := 0
	for ; i+8 <= len(p); i += 8 {
		if binary.LittleEndian.Uint64(p[i:])&0x8080808080808080 != 0 {
			break
		}
	}
	for i < len(p) && p[i] < utf8.RuneSelf {
		i++
	}
	return i
}

func (t *tally) judge() (string, float64) {
	switch {
	case t.good+t.bad == 0:
		return utf8Name, 1
	case t.bad == 0:
		// A character of valid UTF-8 in other text is an accident of about one in ten.
		return utf8Name, 1 - math.Pow(10, -float64(min(t.good, 3)))
	case t.good > 10*t.bad:
		return utf8Name, 0.9
	case t.good >= t.bad: // in a code page, characters of UTF-8 are an accident, even so
		return utf8Name, 0.5
	}
	return guessPage(t.evidence)
}
