package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// decoder gives the values of a page in order, each in the bytes of the PLAIN encoding, of
// booleans one byte. They are valid until the next call.
type decoder interface{ next() ([]byte, error) }

var errValues = errors.New("a page ends before its values do")

// plain is the encoding of values one behind the other.
type plain struct {
	data  []byte
	width int // 0: a length in four bytes stands before each
}

func (p *plain) next() ([]byte, error) {
	n := p.width
	if n == 0 {
		if len(p.data) < 4 {
			return nil, errValues
		}
		length := binary.LittleEndian.Uint32(p.data)
		p.data = p.data[4:]
		if uint64(length) > uint64(len(p.data)) {
			return nil, errValues
		}
		n = int(length)
	}
	if n > len(p.data) {
		return nil, errValues
	}
	v := p.data[:n]
	p.data = p.data[n:]
	return v, nil
}

// bits1 is PLAIN for booleans: one bit each.
type bits1 struct {
	data []byte
	at   int
	out  [1]byte
}

func (b *bits1) next() ([]byte, error) {
	if b.at>>3 >= len(b.data) {
		return nil, errValues
	}
	b.out[0] = b.data[b.at>>3] >> (b.at & 7) & 1
	b.at++
	return b.out[:], nil
}

// hybrid is the RLE/bit-packing hybrid, of levels, indices and booleans.
type hybrid struct {
	data  []byte
	width int    // bits of a value, to 32
	run   uint64 // values left of the run at hand
	value uint32 // of a repeated run
	bits  int    // position in packed; below 0: the run is a repeated one
	group []byte
}

func (h *hybrid) next() (uint32, error) {
	for h.run == 0 {
		if err := h.begin(); err != nil {
			return 0, err
		}
	}
	h.run--
	if h.bits < 0 {
		return h.value, nil
	}
	var v uint64
	for i := range 5 {
		if k := h.bits>>3 + i; k < len(h.group) {
			v |= uint64(h.group[k]) << (8 * i)
		}
	}
	if h.bits+h.width > 8*len(h.group) {
		return 0, errValues
	}
	v = v >> (h.bits & 7) & (1<<h.width - 1)
	h.bits += h.width
	return uint32(v), nil
}

func (h *hybrid) begin() error {
	head, n := binary.Uvarint(h.data)
	if n <= 0 || head>>1 == 0 || head>>1 > 1<<32 {
		return errValues
	}
	h.data = h.data[n:]
	if head&1 == 0 {
		h.run, h.value, h.bits = head>>1, 0, -1
		bytes := (h.width + 7) / 8
		if bytes > len(h.data) {
			return errValues
		}
		for i := range bytes {
			h.value |= uint32(h.data[i]) << (8 * i)
		}
		h.data = h.data[bytes:]
		return nil
	}
	h.run, h.bits = head>>1*8, 0
	size := min(head>>1*uint64(h.width), uint64(len(h.data))) // the last group may be cut off
	h.group, h.data = h.data[:size], h.data[size:]
	return nil
}

// booleans is RLE for booleans, behind a length in four bytes.
type booleans struct {
	hybrid

	out [1]byte
}

func (b *booleans) next() ([]byte, error) {
	v, err := b.hybrid.next()
	b.out[0] = byte(v)
	return b.out[:], err
}

// delta is DELTA_BINARY_PACKED: blocks of miniblocks of bit-packed differences.
type delta struct {
	data      []byte
	left      uint64 // values
	first     bool
	last      int64
	least     int64  // difference of the block
	perBlock  uint64 // values
	miniCount uint64
	miniLeft  uint64 // miniblocks of the block
	widths    []byte
	group     []byte // of the miniblock
	bits      int
	width     int
	inMini    uint64 // values left
}

func newDelta(data []byte) (*delta, error) {
	d := &delta{first: true}
	var head [3]uint64
	for i := range head {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return nil, errValues
		}
		head[i], data = v, data[n:]
	}
	first, n := binary.Varint(data)
	d.perBlock, d.miniCount, d.left, d.last = head[0], head[1], head[2], first
	if n <= 0 || d.miniCount == 0 || d.perBlock == 0 || d.perBlock > 1<<24 || d.miniCount > d.perBlock || d.perBlock%d.miniCount != 0 || d.perBlock/d.miniCount%8 != 0 {
		return nil, errors.New("a block of differences has a header that cannot be")
	}
	d.data = data[n:]
	return d, nil
}

func (d *delta) number() (int64, error) {
	if d.left == 0 {
		return 0, errValues
	}
	d.left--
	if d.first {
		d.first = false
		return d.last, nil
	}
	if d.inMini == 0 {
		if err := d.mini(); err != nil {
			return 0, err
		}
	}
	d.inMini--
	var v uint64
	for got := 0; got < d.width; {
		k := d.bits >> 3
		if k >= len(d.group) {
			return 0, errValues
		}
		part := d.group[k] >> (d.bits & 7)
		take := min(8-d.bits&7, d.width-got)
		v |= uint64(part&(1<<take-1)) << got
		got += take
		d.bits += take
	}
	d.last += d.least + int64(v)
	return d.last, nil
}

// mini goes to the next miniblock.
func (d *delta) mini() error {
	if d.miniLeft == 0 {
		least, n := binary.Varint(d.data)
		if n <= 0 || d.miniCount > uint64(len(d.data)-n) {
			return errValues
		}
		d.least, d.miniLeft = least, d.miniCount
		d.widths, d.data = d.data[n:n+int(d.miniCount)], d.data[n+int(d.miniCount):]
	}
	d.width = int(d.widths[d.miniCount-d.miniLeft])
	d.miniLeft--
	d.inMini, d.bits = d.perBlock/d.miniCount, 0
	if d.width > 64 {
		return fmt.Errorf("differences of %d bits", d.width)
	}
	size := min(d.inMini/8*uint64(d.width), uint64(len(d.data))) // the last one may be cut off
	d.group, d.data = d.data[:size], d.data[size:]
	return nil
}

// rest passes over all numbers and returns what follows them.
func (d *delta) rest() ([]byte, error) {
	for d.left > 0 {
		if _, err := d.number(); err != nil {
			return nil, err
		}
	}
	return d.data, nil
}

// numbers gives the numbers of a delta as values of a width in bytes.
type numbers struct {
	*delta

	width int
	out   [8]byte
}

func (n *numbers) next() ([]byte, error) {
	v, err := n.number()
	binary.LittleEndian.PutUint64(n.out[:], uint64(v))
	return n.out[:n.width], err
}

// lengths is DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes.
type lengths struct {
	of   *delta
	data []byte
}

func newLengths(data []byte) (*lengths, error) {
	l, err := newDelta(data)
	if err != nil {
		return nil, err
	}
	again := *l
	bytes, err := again.rest()
	return &lengths{l, bytes}, err
}

func (l *lengths) next() ([]byte, error) {
	n, err := l.of.number()
	if err != nil {
		return nil, err
	}
	if n < 0 || n > int64(len(l.data)) {
		return nil, errValues
	}
	v := l.data[:n]
	l.data = l.data[n:]
	return v, nil
}

// prefixed is DELTA_BYTE_ARRAY: how many bytes are those of the value before, and the others.
type prefixed struct {
	prefix *delta
	suffix *lengths
	last   []byte
	most   int // bytes of a value
}

func newPrefixed(data []byte, most int) (*prefixed, error) {
	d, err := newDelta(data)
	if err != nil {
		return nil, err
	}
	again := *d
	rest, err := again.rest()
	if err != nil {
		return nil, err
	}
	s, err := newLengths(rest)
	return &prefixed{prefix: d, suffix: s, most: most}, err
}

func (p *prefixed) next() ([]byte, error) {
	n, err := p.prefix.number()
	if err != nil {
		return nil, err
	}
	suffix, err := p.suffix.next()
	if err != nil {
		return nil, err
	}
	if n < 0 || n > int64(len(p.last)) {
		return nil, errValues
	}
	if int(n)+len(suffix) > p.most {
		return nil, fmt.Errorf("a value is over %d bytes", p.most)
	}
	p.last = append(p.last[:n], suffix...)
	return p.last, nil
}

// splitBytes is BYTE_STREAM_SPLIT: the first bytes of all values, then the second ones.
type splitBytes struct {
	data  []byte
	width int
	at    int
	out   []byte
}

func (s *splitBytes) next() ([]byte, error) {
	count := len(s.data) / s.width
	if s.at >= count {
		return nil, errValues
	}
	s.out = s.out[:0]
	for k := range s.width {
		s.out = append(s.out, s.data[k*count+s.at])
	}
	s.at++
	return s.out, nil
}
