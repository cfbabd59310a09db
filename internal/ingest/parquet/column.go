package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/bits"
)

// Column is a leaf of the schema.
type Column struct {
	Path   []string
	Number bool // its values are numbers

	element
	defines, repeats int // highest levels
	text             text
}

// Sizes that no page may exceed.
const (
	mostPage   = 256 << 20 // bytes
	mostHeader = 8 << 20   // bytes of its header, which holds statistics
	headPiece  = 512       // bytes of it that are read at first
)

// Encodings, by number.
const (
	encodingPlain           = 0
	encodingPlainDictionary = 2
	encodingRLE             = 3
	encodingDelta           = 5
	encodingDeltaLength     = 6
	encodingDeltaBytes      = 7
	encodingRLEDictionary   = 8
	encodingSplit           = 9
)

// values reads the values of one column of one row group.
type values struct {
	f      *File
	column *Column
	chunk  chunk
	at     int64 // of the next page
	end    int64
	left   int64 // values of the chunk that no page gave yet
	held   int64 // bytes of the page and the dictionary in memory
	dictN  int64 // of these, of the dictionary

	page       int64 // values left of the page
	rep, def   *hybrid
	decoder    decoder
	index      *hybrid // into the dictionary; nil: the page has values of its own
	dictionary []entry
	has        bool // there is a dictionary, be it empty

	pending bool // the levels of the next value were read
	nextRep uint32
	nextDef uint32
}

// entry is a value of a dictionary.
type entry struct {
	text string
	err  error // why the rows with it are bad
}

func (f *File) values(c *Column, k chunk) (*values, error) {
	v := &values{f: f, column: c, chunk: k, at: k.data, left: k.values}
	if k.dictionary > 0 && k.dictionary < k.data {
		v.at = k.dictionary
	}
	v.end = v.at + k.packed
	switch {
	case k.encrypted:
		return nil, fmt.Errorf("column %s is encrypted; send the file without encryption", c.Name())
	case k.elsewhere != "":
		return nil, fmt.Errorf("column %s is in another file, %q", c.Name(), k.elsewhere)
	case !k.known || k.kind != c.kind:
		return nil, fmt.Errorf("column %s has metadata that do not fit its schema", c.Name())
	case k.values < 0 || k.packed < 0 || v.at < int64(len(magic)) || v.end > f.body || v.end < v.at:
		return nil, fmt.Errorf("column %s lies outside of the file", c.Name())
	}
	return v, nil
}

// next gives the values of the next row to put. A value's own error is given to bad; others
// end the file.
func (v *values) next(put func(string) error, bad func(error)) error {
	for first := true; ; first = false {
		rep, def, err := v.peek()
		if errors.Is(err, io.EOF) && !first {
			return nil
		}
		if errors.Is(err, io.EOF) {
			err = errors.New("it has fewer rows than its row group")
		}
		if err != nil {
			return fmt.Errorf("column %s: %w", v.column.Name(), err)
		}
		if first && rep != 0 {
			return fmt.Errorf("column %s: a row begins in the middle of a list", v.column.Name())
		}
		if !first && rep == 0 {
			return nil
		}
		v.pending = false
		if def < uint32(v.column.defines) {
			continue
		}
		text, err := v.value()
		if value, ok := errors.AsType[valueError](err); ok {
			bad(value.error)
		} else if err != nil {
			return fmt.Errorf("column %s: %w", v.column.Name(), err)
		}
		if err := put(text); err != nil {
			return err
		}
	}
}

// valueError concerns one value.
type valueError struct{ error }

func (v *values) value() (string, error) {
	if v.index != nil {
		i, err := v.index.next()
		if err == nil && int64(i) >= int64(len(v.dictionary)) {
			err = fmt.Errorf("entry %d of a dictionary of %d", i, len(v.dictionary))
		}
		if err != nil {
			return "", err
		}
		if e := v.dictionary[i]; e.err != nil {
			return e.text, valueError{e.err}
		}
		return v.dictionary[i].text, nil
	}
	raw, err := v.decoder.next()
	if err != nil {
		return "", err
	}
	text, err := v.column.text(raw)
	if err != nil {
		err = valueError{err}
	}
	return text, err
}

// peek returns the levels of the next value without passing it; io.EOF after the last.
func (v *values) peek() (rep, def uint32, err error) {
	if v.pending {
		return v.nextRep, v.nextDef, nil
	}
	for v.page == 0 {
		if v.left == 0 {
			return 0, 0, io.EOF
		}
		if err := v.turn(); err != nil {
			return 0, 0, err
		}
	}
	v.page--
	v.nextRep, v.nextDef = 0, uint32(v.column.defines)
	if v.rep != nil {
		if v.nextRep, err = v.rep.next(); err != nil {
			return 0, 0, err
		}
	}
	if v.def != nil {
		if v.nextDef, err = v.def.next(); err != nil {
			return 0, 0, err
		}
	}
	if v.nextRep > uint32(v.column.repeats) || v.nextDef > uint32(v.column.defines) {
		return 0, 0, errors.New("a level is higher than the schema has")
	}
	v.pending = true
	return v.nextRep, v.nextDef, nil
}

// turn goes to the next page of values, through a dictionary before it.
func (v *values) turn() error {
	h, packed, err := v.read()
	if err != nil {
		return err
	}
	switch h.kind {
	case 0, 3:
	case 1: // an index page, which nobody writes
		return nil
	case 2:
		if v.has {
			return errors.New("it has two dictionaries")
		}
		return v.readDictionary(&h, packed)
	default:
		return fmt.Errorf("a page of unknown kind %d", h.kind)
	}
	if h.values < 0 || h.values > v.left {
		return errors.New("its pages have more values than it claims")
	}
	v.left -= h.values
	v.page = h.values
	data, err := v.levels(&h, packed)
	if err != nil {
		return err
	}
	if err := v.hold(v.dictN + int64(len(data))); err != nil {
		return err
	}
	return v.decode(h.encoding, data)
}

// hold accounts for the memory of the page at hand.
func (v *values) hold(n int64) error {
	v.f.held += n - v.held
	v.held = n
	if v.f.held > mostHeld {
		return v.f.limits.Memory(mostHeld)
	}
	return nil
}

// read reads the next page, as it is packed.
func (v *values) read() (h pageHeader, packed []byte, err error) {
	var t thrift
	for size := int64(headPiece); ; size *= 8 {
		size = min(size, v.end-v.at)
		t = thrift{b: make([]byte, size)}
		if _, err := v.f.src.ReadAt(t.b, v.at); err != nil && !errors.Is(err, io.EOF) {
			return h, nil, err
		}
		if h = t.page(); t.err == nil || !errors.Is(t.err, errShort) || size == v.end-v.at || size >= mostHeader {
			break
		}
	}
	if t.err != nil {
		return h, nil, fmt.Errorf("a page's header is damaged: %w", t.err)
	}
	v.at += int64(t.n)
	switch {
	case h.packed < 0 || h.packed > v.end-v.at:
		return h, nil, errors.New("a page is larger than its column")
	case h.unpacked < 0 || h.unpacked > mostPage || h.packed > mostPage:
		return h, nil, fmt.Errorf("a page of %d bytes; write pages of %d at most", max(h.unpacked, h.packed), mostPage)
	}
	packed = make([]byte, h.packed)
	if _, err := io.ReadFull(io.NewSectionReader(v.f.src, v.at, h.packed), packed); err != nil {
		return h, nil, err
	}
	v.at += h.packed
	if h.hasCRC && crc32.ChecksumIEEE(packed) != h.crc {
		return h, nil, errors.New("a page does not have its checksum")
	}
	return h, packed, v.f.limits.Unpack(h.unpacked, h.packed)
}

func (v *values) unpack(packed []byte, size int64) ([]byte, error) {
	data, err := unpack(v.chunk.codec, packed, size)
	if err != nil {
		return nil, fmt.Errorf("a page in %s cannot be unpacked: %w", codecName(v.chunk.codec), err)
	}
	return data, nil
}

// levels unpacks a page and takes the levels from its front.
func (v *values) levels(h *pageHeader, packed []byte) (data []byte, err error) {
	v.rep, v.def = nil, nil
	repWidth, defWidth := bits.Len(uint(v.column.repeats)), bits.Len(uint(v.column.defines))
	if h.kind == 3 {
		levels := h.repBytes + h.defBytes
		if h.repBytes < 0 || h.defBytes < 0 || levels > int64(len(packed)) || levels > h.unpacked {
			return nil, errors.New("a page's levels are longer than the page")
		}
		rep, def := packed[:h.repBytes], packed[h.repBytes:levels]
		if data = packed[levels:]; !h.plain {
			if data, err = v.unpack(data, h.unpacked-levels); err != nil {
				return nil, err
			}
		} else if int64(len(packed)) != h.unpacked {
			return nil, errSize
		}
		if repWidth > 0 {
			v.rep = &hybrid{data: rep, width: repWidth}
		}
		if defWidth > 0 {
			v.def = &hybrid{data: def, width: defWidth}
		}
		return data, nil
	}
	if data, err = v.unpack(packed, h.unpacked); err != nil {
		return nil, err
	}
	for i, width := range []int{repWidth, defWidth} {
		if width == 0 {
			continue
		}
		if h.levels[i] != encodingRLE {
			return nil, fmt.Errorf("levels of encoding %d, which is not read", h.levels[i])
		}
		if len(data) < 4 || uint64(binary.LittleEndian.Uint32(data)) > uint64(len(data)-4) {
			return nil, errors.New("a page's levels are longer than the page")
		}
		n := 4 + int(binary.LittleEndian.Uint32(data))
		of := &hybrid{data: data[4:n], width: width}
		if data = data[n:]; i == 0 {
			v.rep = of
		} else {
			v.def = of
		}
	}
	return data, nil
}

// readDictionary reads the dictionary, each value once.
func (v *values) readDictionary(h *pageHeader, packed []byte) error {
	data, err := v.unpack(packed, h.unpacked)
	if err != nil {
		return err
	}
	if h.encoding != encodingPlain && h.encoding != encodingPlainDictionary {
		return fmt.Errorf("a dictionary of encoding %d, which is not read", h.encoding)
	}
	v.has = true
	d := plain{data, v.column.kind.width(v.column.length)}
	for n := int64(0); n < h.values; n++ {
		raw, err := d.next()
		if err != nil {
			return err
		}
		var e entry
		e.text, e.err = v.column.text(raw)
		const header = 32
		v.dictN += int64(len(e.text)) + header
		if err := v.hold(v.dictN); err != nil {
			return err
		}
		v.dictionary = append(v.dictionary, e)
	}
	return nil
}

// decode prepares to decode the values of a page.
func (v *values) decode(encoding int, data []byte) (err error) {
	kind, width := v.column.kind, v.column.kind.width(v.column.length)
	v.index, v.decoder = nil, nil
	number := kind == int32s || kind == int64s
	switch {
	case encoding == encodingPlainDictionary || encoding == encodingRLEDictionary:
		if !v.has {
			return errors.New("a page needs a dictionary, and there is none")
		}
		if len(data) == 0 {
			v.index = &hybrid{}
			return nil
		}
		if data[0] > 32 {
			return fmt.Errorf("indices of %d bits", data[0])
		}
		v.index = &hybrid{data: data[1:], width: int(data[0])}
	case encoding == encodingPlain && kind == boolean:
		v.decoder = &bits1{data: data}
	case encoding == encodingPlain:
		v.decoder = &plain{data, width}
	case encoding == encodingRLE && kind == boolean:
		if len(data) < 4 || uint64(binary.LittleEndian.Uint32(data)) > uint64(len(data)-4) {
			return errValues
		}
		v.decoder = &booleans{hybrid: hybrid{data: data[4 : 4+binary.LittleEndian.Uint32(data)], width: 1}}
	case encoding == encodingDelta && number:
		d, err := newDelta(data)
		v.decoder = &numbers{delta: d, width: width}
		return err
	case encoding == encodingDeltaLength && kind == byteArray:
		v.decoder, err = newLengths(data)
	case encoding == encodingDeltaBytes && (kind == byteArray || kind == fixedArray):
		v.decoder, err = newPrefixed(data, mostPage/4)
		if kind == fixedArray && err == nil {
			v.decoder = &exact{v.decoder, width}
		}
	case encoding == encodingSplit && width > 0 && kind != boolean && kind != int96s:
		v.decoder = &splitBytes{data: data, width: width}
	default:
		return fmt.Errorf("encoding %d, which is not read for its type", encoding)
	}
	return err
}

// exact refuses values of another width than the column's.
type exact struct {
	decoder
	width int
}

func (e *exact) next() ([]byte, error) {
	v, err := e.decoder.next()
	if err == nil && len(v) != e.width {
		err = errValues
	}
	return v, err
}
