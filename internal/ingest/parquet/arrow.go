package parquet

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"time"
)

// times is what the schema of Apache Arrow says beyond Parquet's about a column.
type times struct {
	zone    *time.Location // of a timestamp; nil: none is known
	elapsed int64          // units a second of a duration; 0: it is none
}

// zones returns what is known of each leaf of the schema, by place: from ARROW:schema, which
// lists the same leaves in the same order, or else from pandas' metadata, by name. Where
// either is damaged it says nothing.
func (m *metadata) zones(leaves [][]string) []times {
	out := make([]times, len(leaves))
	if found, ok := arrowTimes(m.values["ARROW:schema"]); ok && len(found) == len(leaves) {
		return found
	}
	var pandas struct {
		Columns []struct {
			Name     any `json:"name"`
			Field    any `json:"field_name"`
			Metadata struct {
				Timezone string `json:"timezone"`
			} `json:"metadata"`
		} `json:"columns"`
	}
	if json.Unmarshal([]byte(m.values["pandas"]), &pandas) != nil {
		return out
	}
	for _, c := range pandas.Columns {
		for i, path := range leaves {
			if len(path) == 1 && (path[0] == c.Field || path[0] == c.Name) {
				out[i].zone = zoneOf(c.Metadata.Timezone)
			}
		}
	}
	return out
}

// zoneOf reads a zone as Arrow writes it: a name of the tz database or an offset.
func zoneOf(name string) *time.Location {
	if name == "" || name == "Local" {
		return nil
	}
	for _, form := range []string{"-07:00", "-0700", "-07"} {
		if at, err := time.Parse(form, name); err == nil {
			_, offset := at.Zone()
			return time.FixedZone("", offset)
		}
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// flat reads FlatBuffers from memory; what lies outside of it reads as zero.
type flat struct {
	b     []byte
	found []times
	parts int
	bad   bool
}

// Types of Arrow's Schema.fbs.
const (
	arrowTimestamp = 10
	arrowDuration  = 18
)

// arrowTimes reads the leaves of an Arrow schema: a message of its IPC format in base64.
func arrowTimes(text string) ([]times, bool) {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(b) < 16 {
		return nil, false
	}
	if binary.LittleEndian.Uint32(b) == 0xFFFFFFFF { // absent before Arrow 0.15
		b = b[4:]
	}
	f := &flat{b: b[4:]}
	message := f.follow(0)
	schema := f.table(message, 2)
	f.fields(schema, 1, 0)
	return f.found, !f.bad && schema > 0
}

func (f *flat) u32(at int) int {
	if at < 0 || at+4 > len(f.b) {
		f.bad = true
		return 0
	}
	return int(binary.LittleEndian.Uint32(f.b[at:]))
}

func (f *flat) u16(at int) int {
	if at < 0 || at+2 > len(f.b) {
		f.bad = true
		return 0
	}
	return int(binary.LittleEndian.Uint16(f.b[at:]))
}

func (f *flat) follow(at int) int { return at + f.u32(at) }

// field returns where a field of a table is stored, 0 where it is not.
func (f *flat) field(table, id int) int {
	if table <= 0 {
		return 0
	}
	virtual := table - int(int32(f.u32(table)))
	if size := f.u16(virtual); 4+2*id >= size {
		return 0
	}
	offset := f.u16(virtual + 4 + 2*id)
	if offset == 0 {
		return 0
	}
	return table + offset
}

// table returns a table that a field refers to, 0 for none.
func (f *flat) table(table, id int) int {
	at := f.field(table, id)
	if at == 0 {
		return 0
	}
	return f.follow(at)
}

// fields walks the fields in a vector of a table.
func (f *flat) fields(table, id, depth int) (n int) {
	vector := f.table(table, id)
	if vector == 0 || f.bad {
		return 0
	}
	n = f.u32(vector)
	for i := 0; i < n && !f.bad; i++ {
		if f.parts++; f.parts > mostParts || depth > thriftDepth {
			f.bad = true
			return n
		}
		f.leaves(f.follow(vector+4+4*i), depth)
	}
	return n
}

// leaves notes the leaves of a field: itself, or those of its children.
func (f *flat) leaves(field, depth int) {
	const typeID, typeOf, dictionary, children = 2, 3, 4, 5
	if f.field(field, dictionary) == 0 && f.fields(field, children, depth+1) > 0 {
		return
	}
	var t times
	kind := 0
	if at := f.field(field, typeID); at > 0 && at < len(f.b) {
		kind = int(f.b[at])
	}
	of := f.table(field, typeOf)
	unit := 0
	if at := f.field(of, 0); at > 0 {
		unit = f.u16(at)
	} else if kind == arrowDuration {
		unit = 1 // the schema's default
	}
	switch {
	case kind == arrowTimestamp:
		if at := f.table(of, 1); at > 0 {
			if n := f.u32(at); n <= len(f.b)-at-4 && n < 256 {
				t.zone = zoneOf(string(f.b[at+4 : at+4+n]))
			}
		}
	case kind == arrowDuration && unit < 4:
		t.elapsed = [...]int64{1, 1e3, 1e6, 1e9}[unit]
	}
	f.found = append(f.found, t)
}
