package parquet

// What of a file's metadata is read (parquet.thrift of apache/parquet-format 2.12).

type metadata struct {
	schema    []element
	rows      int64
	groups    []rowGroup
	values    map[string]string // key_value_metadata
	encrypted bool
}

// element is a node of the schema, of which the leaves are columns.
type element struct {
	name                   string
	kind                   physical
	leaf                   bool // it has a kind
	length                 int
	repetition             int // 0 required, 1 optional, 2 repeated
	children               int
	converted              int // -1: none
	scale, precision       int
	logical                int // 0: none
	adjusted               bool
	unit                   int // 1 millis, 2 micros, 3 nanos
	width                  int
	signed                 bool
	scaleGiven, hasLogical bool
}

type rowGroup struct {
	rows   int64
	chunks []chunk
}

// chunk is one column of a row group.
type chunk struct {
	elsewhere  string // another file
	encrypted  bool
	known      bool // there is metadata
	kind       physical
	codec      int
	values     int64
	packed     int64 // bytes
	data       int64 // offset of the first data page
	dictionary int64 // offset; 0: none
}

type pageHeader struct {
	kind               int // 0 data, 1 index, 2 dictionary, 3 data of version 2
	unpacked, packed   int64
	crc                uint32
	hasCRC             bool
	values             int64
	encoding           int
	levels             [2]int // encodings of repetition and definition levels
	nulls, rows        int64
	repBytes, defBytes int64
	plain              bool // version 2: not packed
}

// logical types, by their number in the union.
const (
	logicalString    = 1
	logicalEnum      = 4
	logicalDecimal   = 5
	logicalDate      = 6
	logicalTime      = 7
	logicalTimestamp = 8
	logicalInteger   = 10
	logicalUnknown   = 11
	logicalJSON      = 12
	logicalBSON      = 13
	logicalUUID      = 14
	logicalFloat16   = 15
	logicalVariant   = 16
	logicalGeometry  = 17
	logicalGeography = 18
)

// mostParts bounds what the metadata may list: elements of the schema, and chunks. Each
// takes some hundred bytes of memory.
const mostParts = 1 << 20

func (t *thrift) metadata() metadata {
	var m metadata
	chunks := 0
	t.required([]int{2, 3, 4}, func(id int, kind byte) bool {
		switch {
		case id == 2 && kind == thriftList:
			t.list(thriftStruct, func() {
				m.schema = append(m.schema, t.element())
				if len(m.schema) > mostParts {
					t.fail("the schema has more than %d parts", mostParts)
				}
			})
		case id == 3 && kind == thriftI64:
			m.rows = t.varint()
		case id == 4 && kind == thriftList:
			t.list(thriftStruct, func() {
				m.groups = append(m.groups, t.rowGroup())
				if chunks += len(m.groups[len(m.groups)-1].chunks) + 1; chunks > mostParts {
					t.fail("it has more than %d column chunks", mostParts)
				}
			})
		case id == 5 && kind == thriftList:
			m.values = map[string]string{}
			t.list(thriftStruct, func() {
				k, v := t.keyValue()
				m.values[k] = v
			})
		case id == 8 && kind == thriftStruct:
			m.encrypted = true
			return false
		default:
			return false
		}
		return true
	})
	return m
}

// required reads a structure of which some fields must be there.
func (t *thrift) required(ids []int, field func(id int, kind byte) bool) {
	seen := map[int]bool{}
	t.structure(func(id int, kind byte) bool {
		known := field(id, kind)
		seen[id] = seen[id] || known
		return known
	})
	for _, id := range ids {
		if !seen[id] {
			t.fail("field %d of the metadata is missing", id)
		}
	}
}

func (t *thrift) keyValue() (key, value string) {
	t.structure(func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftBinary:
			key = string(t.bytes())
		case id == 2 && kind == thriftBinary:
			value = string(t.bytes())
		default:
			return false
		}
		return true
	})
	return key, value
}

func (t *thrift) element() element {
	e := element{converted: -1}
	t.required([]int{4}, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftI32:
			e.kind, e.leaf = physical(t.varint()), true
		case id == 2 && kind == thriftI32:
			e.length = int(t.varint())
		case id == 3 && kind == thriftI32:
			e.repetition = int(t.varint())
		case id == 4 && kind == thriftBinary:
			e.name = string(t.bytes())
		case id == 5 && kind == thriftI32:
			e.children = int(t.varint())
		case id == 6 && kind == thriftI32:
			e.converted = int(t.varint())
		case id == 7 && kind == thriftI32:
			e.scale, e.scaleGiven = int(t.varint()), true
		case id == 8 && kind == thriftI32:
			e.precision = int(t.varint())
		case id == 10 && kind == thriftStruct:
			t.logical(&e)
		default:
			return false
		}
		return true
	})
	return e
}

// logical reads the union of logical types. A type that is not known keeps its number, and is
// refused where it is used.
func (t *thrift) logical(e *element) {
	t.structure(func(id int, kind byte) bool {
		if kind != thriftStruct {
			return false
		}
		e.logical, e.hasLogical = id, true
		t.structure(func(part int, kind byte) bool { return t.logicalPart(e, id, part, kind) })
		return true
	})
}

func (t *thrift) logicalPart(e *element, id, part int, kind byte) bool {
	number := kind == thriftI32 || kind == thriftI16
	switch {
	case id == logicalDecimal && part == 1 && number:
		e.scale, e.scaleGiven = int(t.varint()), true
	case id == logicalDecimal && part == 2 && number:
		e.precision = int(t.varint())
	case (id == logicalTime || id == logicalTimestamp) && part == 1:
		e.adjusted = kind == thriftTrue
		return kind == thriftTrue || kind == thriftFalse
	case (id == logicalTime || id == logicalTimestamp) && part == 2 && kind == thriftStruct:
		t.structure(func(unit int, _ byte) bool {
			e.unit = unit
			return false
		})
	case id == logicalInteger && part == 1 && kind == thriftByte:
		e.width = int(t.byte())
	case id == logicalInteger && part == 2:
		e.signed = kind == thriftTrue
		return kind == thriftTrue || kind == thriftFalse
	default:
		return false
	}
	return true
}

func (t *thrift) rowGroup() rowGroup {
	var g rowGroup
	t.required([]int{1, 3}, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftList:
			t.list(thriftStruct, func() { g.chunks = append(g.chunks, t.chunk()) })
		case id == 3 && kind == thriftI64:
			g.rows = t.varint()
		default:
			return false
		}
		return true
	})
	return g
}

func (t *thrift) chunk() chunk {
	var c chunk
	t.structure(func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftBinary:
			c.elsewhere = string(t.bytes())
		case id == 3 && kind == thriftStruct:
			c.known = true
			t.chunkMetadata(&c)
		case id == 8 && kind == thriftStruct, id == 9 && kind == thriftBinary:
			c.encrypted = true
			return false
		default:
			return false
		}
		return true
	})
	return c
}

func (t *thrift) chunkMetadata(c *chunk) {
	t.required([]int{1, 4, 5, 7, 9}, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftI32:
			c.kind = physical(t.varint())
		case id == 4 && kind == thriftI32:
			c.codec = int(t.varint())
		case id == 5 && kind == thriftI64:
			c.values = t.varint()
		case id == 7 && kind == thriftI64:
			c.packed = t.varint()
		case id == 9 && kind == thriftI64:
			c.data = t.varint()
		case id == 11 && kind == thriftI64:
			c.dictionary = t.varint()
		default:
			return false
		}
		return true
	})
}

func (t *thrift) page() pageHeader {
	h := pageHeader{kind: -1}
	t.required([]int{1, 2, 3}, func(id int, kind byte) bool {
		switch {
		case id == 1 && kind == thriftI32:
			h.kind = int(t.varint())
		case id == 2 && kind == thriftI32:
			h.unpacked = t.varint()
		case id == 3 && kind == thriftI32:
			h.packed = t.varint()
		case id == 4 && kind == thriftI32:
			h.crc, h.hasCRC = uint32(t.varint()), true
		case (id == 5 || id == 7) && kind == thriftStruct:
			t.structure(func(part int, kind byte) bool { return t.pagePart(&h, part, kind) })
		case id == 8 && kind == thriftStruct:
			t.structure(func(part int, kind byte) bool { return t.pagePart2(&h, part, kind) })
		default:
			return false
		}
		return true
	})
	return h
}

func (t *thrift) pagePart(h *pageHeader, part int, kind byte) bool {
	if kind != thriftI32 || part > 4 {
		return false
	}
	v := t.varint()
	switch part {
	case 1:
		h.values = v
	case 2:
		h.encoding = int(v)
	case 3:
		h.levels[1] = int(v)
	case 4:
		h.levels[0] = int(v)
	}
	return true
}

func (t *thrift) pagePart2(h *pageHeader, part int, kind byte) bool {
	if part == 7 {
		h.plain = kind == thriftFalse
		return kind == thriftTrue || kind == thriftFalse
	}
	if kind != thriftI32 || part > 6 {
		return false
	}
	v := t.varint()
	switch part {
	case 1:
		h.values = v
	case 2:
		h.nulls = v
	case 3:
		h.rows = v
	case 4:
		h.encoding = int(v)
	case 5:
		h.defBytes = v
	case 6:
		h.repBytes = v
	}
	return true
}
