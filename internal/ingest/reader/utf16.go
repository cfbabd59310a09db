package reader

import (
	"encoding/binary"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// utf16Reader gives UTF-16 as UTF-8. A surrogate without its other half comes as the
// three bytes that UTF-8 would have for it, and an odd byte at the end as 0xFF: both
// are invalid in UTF-8, so that the row is refused, and [utf16Bytes] still finds the
// way back.
type utf16Reader struct {
	r     io.Reader
	big   bool
	in    []byte // read, not yet transcoded
	out   []byte // transcoded, not yet given
	given int
	err   error
	odd   byte // what 0xFF stands for
}

func newUTF16Reader(r io.Reader, order binary.ByteOrder) *utf16Reader {
	return &utf16Reader{r: r, big: order == binary.BigEndian, in: make([]byte, 0, 64<<10)}
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for u.given == len(u.out) {
		if u.err != nil {
			return 0, u.err
		}
		var n int
		n, u.err = u.r.Read(u.in[len(u.in):cap(u.in)])
		u.in = u.in[:len(u.in)+n]
		u.transcode(u.err != nil)
	}
	n := copy(p, u.out[u.given:])
	u.given += n
	return n, nil
}

// transcode empties in, but for what needs bytes that are still to come.
func (u *utf16Reader) transcode(last bool) {
	u.out, u.given = u.out[:0], 0
	in := u.in
	for len(in) >= 2 {
		c := u.unit(in)
		if utf16.IsSurrogate(c) {
			if len(in) < 4 && !last {
				break
			}
			pair := utf8.RuneError
			if len(in) >= 4 {
				pair = utf16.DecodeRune(c, u.unit(in[2:]))
			}
			if pair == utf8.RuneError {
				u.out = append(u.out, 0xE0|byte(c>>12), 0x80|byte(c>>6)&0x3F, 0x80|byte(c)&0x3F)
				in = in[2:]
				continue
			}
			u.out = utf8.AppendRune(u.out, pair)
			in = in[4:]
			continue
		}
		u.out = utf8.AppendRune(u.out, c)
		in = in[2:]
	}
	if last && len(in) == 1 {
		u.odd = in[0]
		u.out = append(u.out, 0xFF)
		in = nil
	}
	u.in = u.in[:copy(u.in, in)]
}

// utf16Bytes turns what a utf16Reader gave into the bytes that it read.
func (u *utf16Reader) utf16Bytes(dst, text []byte) []byte {
	for len(text) > 0 {
		c, n := utf8.DecodeRune(text)
		switch {
		case c == utf8.RuneError && n == 1 && text[0] == 0xFF:
			dst = append(dst, u.odd)
		case c == utf8.RuneError && n == 1: // half a surrogate
			n = min(3, len(text))
			if n < 3 {
				return dst
			}
			half := uint16(text[0]&0x0F)<<12 | uint16(text[1]&0x3F)<<6 | uint16(text[2]&0x3F)
			dst = u.append(dst, half)
		case c > 0xFFFF:
			high, low := utf16.EncodeRune(c)
			dst = u.append(u.append(dst, uint16(high)), uint16(low))
		default:
			dst = u.append(dst, uint16(c))
		}
		text = text[n:]
	}
	return dst
}

func (u *utf16Reader) append(dst []byte, c uint16) []byte {
	if u.big {
		return append(dst, byte(c>>8), byte(c))
	}
	return append(dst, byte(c), byte(c>>8))
}

func (u *utf16Reader) unit(b []byte) rune {
	if u.big {
		return rune(b[0])<<8 | rune(b[1])
	}
	return rune(b[1])<<8 | rune(b[0])
}
