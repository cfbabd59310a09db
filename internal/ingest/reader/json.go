package reader

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// objects reads JSON objects, from lines or from an array.
type objects struct {
	where  string
	limits Limits
	stream *stream
	entity bool // rows carry the document only
	lines  *window
	line   int
	array  *array // nil: lines
	flat   flattener
}

func (r *Reader) openJSON(m *member, s *stream, t *text, entity bool) (source, error) {
	o := &objects{where: m.where, limits: r.options.Limits, stream: s, entity: entity, line: 1}
	o.flat = flattener{limits: o.limits, index: map[string]int{}}
	start := bytes.TrimLeft(t.sample, " \t\r\n")
	if d, ok := bundle(start); ok {
		return nil, refused(m.where, d.err())
	}
	if len(start) > 0 && start[0] == '[' {
		var err error
		o.array, err = newArray(m.where, s, int64(t.bom), o.limits)
		return o, err
	}
	if line, rest, _ := bytes.Cut(start, []byte("\n")); string(bytes.TrimSpace(line)) == "{" && len(bytes.TrimSpace(rest)) > 0 {
		return nil, malformed(m.where, "it is JSON with an object over several lines; want one object a line, or an array of objects")
	}
	if key := listWithin(start); key != "" && !entity {
		return nil, malformed(m.where, "it is one object with a list of objects under %q, which would make one row of them all; give that list as the file, or put the object in [ ] if it is one row", key)
	}
	o.lines = newWindow(s, o.limits.row())
	return o, nil
}

// listWithin returns the first key of an object under which two objects or more stand in
// a list, as answers of services have them. It is "" for a text of several lines, and
// where there is no such list.
func listWithin(text []byte) string {
	if bytes.ContainsAny(bytes.TrimSpace(text), "\r\n") {
		return ""
	}
	d := json.NewDecoder(bytes.NewReader(text))
	key, depth, objects := "", 0, 0 // depth: 1 within the object, 2 within a list or an object in it
	list := false                   // at depth 2 and deeper
	for {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			if depth++; depth == 2 {
				list, objects = t == json.Delim('['), 0
			} else if depth == 3 && list && t == json.Delim('{') {
				if objects++; objects == 2 {
					return key
				}
			}
		case json.Delim('}'), json.Delim(']'):
			if depth--; depth == 0 {
				return ""
			}
		default:
			if name, ok := t.(string); ok && depth == 1 {
				key = name // or a value, which no list follows before the next key
			}
		}
	}
}

func (o *objects) columns() []string { return o.flat.names }

func (o *objects) progress() (done, whole int64) { return *o.stream.done, o.stream.whole }

func (o *objects) next(row *Row) error {
	raw, err := o.document(&row.Place)
	if err != nil {
		return err
	}
	var reason, column string
	switch {
	case !utf8.Valid(raw):
		reason = "it is no valid UTF-8, which JSON must be"
	case raw[0] != '{':
		reason = "it is no JSON object"
		if o.entity {
			reason = "it is no FollowTheMoney entity (a JSON object): " + needsMapping
		}
	case o.entity:
		if !json.Valid(raw) {
			reason = "it is broken JSON: " + json.Unmarshal(raw, new(json.RawMessage)).Error()
		}
	default:
		row.Cells, column, err = o.flat.flatten(raw, row.Cells)
		if errors.Is(err, ErrLimit) {
			return fmt.Errorf("%s: %w", placed(o.where, row.Place.Row), err)
		} else if err != nil {
			reason = err.Error()
		}
	}
	if reason != "" {
		return &RowError{Place: row.Place, Column: column, Reason: reason, Raw: bytes.Clone(raw)}
	}
	if o.entity {
		row.Cells = nil
	}
	row.Raw = raw
	return nil
}

func placed(where string, row int) string { return fmt.Sprintf("%s:%d", where, row) }

// document returns the next document, at least one byte.
func (o *objects) document(at *Place) ([]byte, error) {
	if o.array != nil {
		raw, line, err := o.array.next()
		at.Row = line
		return raw, err
	}
	for {
		n, _, err := o.lines.line(0)
		switch {
		case errors.Is(err, io.EOF):
			return nil, err
		case errors.Is(err, errLong):
			return nil, overLimit(placed(o.where, o.line), "cell", o.limits.Cell, "a line of over %d bytes", o.limits.row())
		case err != nil:
			return nil, fmt.Errorf("%s: %w", placed(o.where, o.line), err)
		}
		raw := bytes.Trim(o.lines.bytes(n), " \t\r\n")
		at.Row = o.line
		o.lines.pass(n)
		o.line++
		if len(raw) > 0 {
			return raw, nil
		}
	}
}

const (
	maxDepth = 64      // how deep objects and arrays may nest
	maxKey   = 4 << 10 // bytes of a column's name: all names are kept
)

// flattener makes columns of the paths of values.
type flattener struct {
	limits Limits
	names  []string
	index  map[string]int
	path   []byte
	rest   []byte // of a valid document
	cells  []Cell
}

// flatten makes cells of an object, parallel to names, which it extends. A key that
// comes twice gives further values. The column is that of an error, if it has one.
func (f *flattener) flatten(raw []byte, cells []Cell) (out []Cell, column string, err error) {
	if err := json.Unmarshal(raw, new(json.RawMessage)); err != nil {
		return cells, "", fmt.Errorf("it is broken JSON: %w", err)
	}
	known := len(f.names)
	f.path, f.rest, f.cells = f.path[:0], raw, cells[:0]
	err = f.value(0)
	if err != nil && !errors.Is(err, ErrLimit) { // a bad row brings no columns
		for _, name := range f.names[known:] {
			delete(f.index, name)
		}
		f.names = f.names[:known]
	}
	return f.cells, string(f.path), err
}

// value takes the next value from the rest, which is valid.
func (f *flattener) value(depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("it nests deeper than %d", maxDepth)
	}
	switch f.peek() {
	case '{':
		return f.object(depth)
	case '[':
		for f.rest = f.rest[1:]; f.peek() != ']'; {
			if err := f.value(depth + 1); err != nil {
				return err
			}
		}
		f.rest = f.rest[1:]
		return nil
	case '"':
		return f.put(f.text())
	}
	literal := f.rest
	if i := bytes.IndexAny(literal, ",]} \t\r\n"); i >= 0 {
		literal = literal[:i]
	}
	f.rest = f.rest[len(literal):]
	if literal[0] == 'n' { // null
		return nil
	}
	return f.put(unmistakable(string(literal)))
}

func (f *flattener) object(depth int) error {
	here := len(f.path)
	for f.rest = f.rest[1:]; f.peek() != '}'; {
		if here > 0 {
			f.path = append(f.path, '.')
		}
		f.path = append(f.path, f.text()...)
		if len(f.path) > maxKey {
			f.path = f.path[:0]
			return fmt.Errorf("a key is longer than %d bytes", maxKey)
		}
		if err := f.value(depth + 1); err != nil {
			return err
		}
		f.path = f.path[:here]
	}
	f.rest = f.rest[1:]
	return nil
}

// peek passes white space and what stands between values; the rest is not empty
// as long as a value is open.
func (f *flattener) peek() byte {
	f.rest = bytes.TrimLeft(f.rest, " \t\r\n,:")
	return f.rest[0]
}

// text takes the string that the rest begins with.
func (f *flattener) text() string {
	end, escaped := 1, false
	for f.rest[end] != '"' {
		if f.rest[end] == '\\' {
			escaped = true
			end++
		}
		end++
	}
	quoted := f.rest[:end+1]
	f.rest = f.rest[end+1:]
	var s string
	if !escaped || json.Unmarshal(quoted, &s) != nil {
		return string(quoted[1:end])
	}
	return s
}

// put adds a value under the path at hand.
func (f *flattener) put(value string) error {
	if len(value) > f.limits.Cell {
		return overLimit(string(f.path), "cell", f.limits.Cell, "%d bytes", len(value))
	}
	if strings.IndexByte(value, 0) >= 0 {
		return errors.New(nulByte)
	}
	i, known := f.index[string(f.path)]
	if !known {
		if l := f.limits.Columns; len(f.names) == l {
			return overLimit(string(f.path), "columns", l, "one more column")
		}
		i = len(f.names)
		f.index[string(f.path)] = i
		f.names = append(f.names, string(f.path))
	}
	for len(f.cells) <= i {
		f.cells = append(f.cells, Cell{})
	}
	c := &f.cells[i]
	switch {
	case value == "":
	case c.Value == "":
		c.Value = value
	default:
		c.More = append(c.More, value)
	}
	return nil
}
