package reader

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// text is what is known of a member before it is read as text.
type text struct {
	charset *charset
	sure    float64
	bom     int
	sample  []byte // of the start, without the mark; UTF-16 as UTF-8
	whole   bool   // the sample is all
}

// inspect reads ahead in a member; what that unpacks does not count.
func (r *Reader) inspect(m *member) (*text, error) {
	used := r.budget.n
	defer func() { r.budget.n = used }()
	s, err := m.open()
	if err != nil {
		return nil, err
	}
	sample := make([]byte, sampleBytes)
	n, err := io.ReadFull(s, sample)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) { // what is cut off shows in the reading
		return nil, err
	}
	t := &text{charset: r.charset, sure: 1, sample: sample[:n], whole: n < sampleBytes}
	if t.charset == nil {
		if t.charset, t.sure, err = detect(t.sample, s); err != nil {
			return nil, malformed(m.where, "%w", err)
		}
	}
	t.bom = t.charset.bom(t.sample)
	t.sample = t.sample[t.bom:]
	if t.charset.order != nil {
		if t.sample, err = io.ReadAll(newUTF16Reader(bytes.NewReader(t.sample), t.charset.order)); err != nil {
			return nil, err
		}
	}
	if k := controls(t.sample); k > 8 && 20*k > len(t.sample) {
		return nil, malformed(m.where, "it is no text: of its first %d bytes %d are control characters; is it damaged, or a file of another kind?", len(t.sample), k)
	}
	return t, nil
}

// controls counts bytes that are in no text, of which some may be damage.
func controls(sample []byte) int {
	n := 0
	for _, b := range sample {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			n++
		}
	}
	return n
}

// openText opens a member that is text.
func (r *Reader) openText(m *member) (source, Detected, error) {
	t, err := r.inspect(m)
	if err != nil {
		return nil, Detected{}, err
	}
	if len(bytes.TrimLeft(t.sample, " \t\r\n")) == 0 && t.whole {
		return nil, Detected{}, malformed(m.where, "it holds no rows")
	}
	if err := notTable(t.sample); err != nil {
		return nil, Detected{}, refused(m.where, err)
	}
	s, err := m.open()
	if err != nil {
		return nil, Detected{}, err
	}
	if _, err := io.CopyN(io.Discard, s, int64(t.bom)); err != nil {
		return nil, Detected{}, err
	}
	found := Detected{Format: r.format(m.name, t.sample), Encoding: t.charset.name, Sure: t.sure}
	switch found.Format {
	case JSONLines, FtM:
		if t.charset.page != nil && r.charset == nil {
			t.charset, found.Encoding, found.Sure = &charset{name: utf8Name}, utf8Name, 0.5
		}
		if t.charset.page != nil || t.charset.order != nil {
			return nil, Detected{}, malformed(m.where, "it is JSON in %s; JSON is UTF-8 (RFC 8259), convert it", t.charset.name)
		}
		src, err := r.openJSON(m, s, t, found.Format == FtM)
		return src, found, err
	default:
		src, err := r.openDelimited(m, s, t, &found)
		return src, found, err
	}
}

// format tells the format of a text.
func (r *Reader) format(name string, sample []byte) Format {
	if r.options.Format != "" {
		return r.options.Format
	}
	hint := ending(name)
	object, isJSON := firstObject(sample)
	switch {
	case isEntity(object):
		return FtM
	case isJSON || hint == JSONLines:
		return JSONLines
	case hint == TSV:
		return TSV
	}
	return "" // delimited: the delimiter tells
}

// firstObject finds the first JSON object of the shapes that are read. It may be nil
// where the sample ends within it.
func firstObject(sample []byte) ([]byte, bool) {
	s := bytes.TrimLeft(sample, " \t\r\n")
	if len(s) > 0 && s[0] == '[' {
		s = bytes.TrimLeft(s[1:], " \t\r\n")
		if len(s) > 0 && s[0] == ']' {
			return nil, true
		}
	}
	if len(s) == 0 || s[0] != '{' {
		return nil, false
	}
	var object json.RawMessage
	if err := json.NewDecoder(bytes.NewReader(s)).Decode(&object); err == nil {
		return object, true
	}
	if next := bytes.TrimLeft(s[1:], " \t\r\n"); len(next) > 0 && next[0] != '"' {
		return nil, false
	}
	for line := range bytes.Lines(s[:min(len(s), headBytes<<4)]) { // the first line may be broken
		if line = bytes.TrimSpace(line); len(line) > 1 && line[0] == '{' && json.Valid(line) {
			return line, true
		}
	}
	return nil, len(s) == len(sample) && bytes.IndexByte(s, '\n') < 0 && strings.Contains(string(s[:min(len(s), headBytes)]), `":`)
}

// isEntity tells a FollowTheMoney entity by the keys that each has.
func isEntity(object []byte) bool {
	var entity struct {
		ID         *string                     `json:"id"`
		Schema     *string                     `json:"schema"`
		Properties *map[string]json.RawMessage `json:"properties"`
	}
	return json.Unmarshal(object, &entity) == nil && entity.ID != nil && entity.Schema != nil && entity.Properties != nil
}
