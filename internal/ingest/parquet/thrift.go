package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Kinds of values in Thrift's compact protocol.
const (
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftI16    = 4
	thriftI32    = 5
	thriftI64    = 6
	thriftDouble = 7
	thriftBinary = 8
	thriftList   = 9
	thriftSet    = 10
	thriftMap    = 11
	thriftStruct = 12
)

// thriftDepth is how deep structures may nest; Parquet's stay below 10.
const thriftDepth = 32

var errShort = errors.New("it ends too early")

// thrift decodes the compact protocol of Apache Thrift from memory, as far as Parquet uses
// it. Nothing is allocated by a claimed length: lists are read element by element. After an
// error all reads give zero.
type thrift struct {
	b     []byte
	n     int // read
	depth int
	err   error
}

func (t *thrift) fail(format string, a ...any) {
	if t.err == nil {
		t.err = fmt.Errorf(format, a...)
	}
}

func (t *thrift) byte() byte {
	if t.err != nil || t.n >= len(t.b) {
		t.fail("%w", errShort)
		return 0
	}
	t.n++
	return t.b[t.n-1]
}

func (t *thrift) uvarint() uint64 {
	if t.err != nil {
		return 0
	}
	v, n := binary.Uvarint(t.b[t.n:])
	if n <= 0 {
		t.fail("%w", errShort)
		return 0
	}
	t.n += n
	return v
}

func (t *thrift) varint() int64 {
	v := t.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// bytes reads a text or bytes, which stay part of what is decoded.
func (t *thrift) bytes() []byte {
	n := t.uvarint()
	if t.err != nil || n > uint64(len(t.b)-t.n) {
		t.fail("%w", errShort)
		return nil
	}
	t.n += int(n)
	return t.b[t.n-int(n) : t.n]
}

// structure calls field for each field of a structure. The function reads the value of
// the kind, or returns false: then it is passed over. Booleans have their value in the kind.
func (t *thrift) structure(field func(id int, kind byte) bool) {
	if t.depth++; t.depth > thriftDepth {
		t.fail("it nests deeper than %d", thriftDepth)
	}
	id := 0
	for t.err == nil {
		head := t.byte()
		kind := head & 0x0F
		if kind == 0 {
			break
		}
		if delta := int(head >> 4); delta > 0 {
			id += delta
		} else {
			id = int(t.varint())
		}
		if t.err == nil && !field(id, kind) {
			t.skip(kind)
		}
	}
	t.depth--
}

// list calls element for each element of a list of a kind, which it must read.
func (t *thrift) list(kind byte, element func()) {
	n, of := t.listHead()
	if n > 0 && of != kind {
		t.fail("a list of kind %d, where kind %d is wanted", of, kind)
	}
	for ; n > 0 && t.err == nil; n-- {
		element()
	}
}

func (t *thrift) listHead() (n uint64, of byte) {
	head := t.byte()
	if n = uint64(head >> 4); n == 15 {
		n = t.uvarint()
	}
	return n, head & 0x0F
}

func (t *thrift) skip(kind byte) {
	switch kind {
	case thriftTrue, thriftFalse:
	case thriftByte:
		t.byte()
	case thriftI16, thriftI32, thriftI64:
		t.uvarint()
	case thriftDouble:
		for range 8 {
			t.byte()
		}
	case thriftBinary:
		t.bytes()
	case thriftStruct:
		t.structure(func(int, byte) bool { return false })
	case thriftList, thriftSet:
		t.skipList()
	case thriftMap:
		if n := t.uvarint(); n > 0 {
			kinds := t.byte()
			for ; n > 0 && t.err == nil; n-- {
				t.skipElement(kinds >> 4)
				t.skipElement(kinds & 0x0F)
			}
		}
	default:
		t.fail("there is no kind %d of values", kind)
	}
}

func (t *thrift) skipList() {
	if t.depth++; t.depth > thriftDepth {
		t.fail("it nests deeper than %d", thriftDepth)
	}
	n, of := t.listHead()
	for ; n > 0 && t.err == nil; n-- {
		t.skipElement(of)
	}
	t.depth--
}

// skipElement passes over an element: there booleans take a byte.
func (t *thrift) skipElement(kind byte) {
	if kind == thriftTrue || kind == thriftFalse {
		t.byte()
		return
	}
	t.skip(kind)
}
