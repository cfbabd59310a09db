package casework

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"skein/internal/manifest"
	"skein/internal/record"
	"skein/internal/resolve/lineage"
	"skein/internal/schema"
)

// resolutionFile is the resolution of a schema as the case keeps it: one file, so that no crash
// leaves the entities of one checkpoint under the name of another. Its first line is a
// [resolutionHeader] in JSON; the parts follow without anything between them: the model in YAML,
// the entity of each thing in CSV by key, and the lineage, a change a line in JSON.
type resolutionFile struct {
	resolutionHeader

	model    []byte
	entities []byte
	lineage  []byte
}

// resolutionHeader says what a resolution is of.
type resolutionHeader struct {
	Format     string            `json:"format"`
	Case       string            `json:"case"`
	Schema     schema.Name       `json:"schema"`
	Checkpoint manifest.Position `json:"checkpoint"`
	Model      string            `json:"model"`  // SHA-256 of the model's text
	Bytes      [3]int            `json:"bytes"`  // of model, entities and lineage
	SHA256     string            `json:"sha256"` // of all three
}

const resolutionFormat = "skein resolution 1"

// errResolution says that bytes are no resolution.
var errResolution = errors.New("not a resolution as Skein writes it")

// format returns the file's bytes.
func (f *resolutionFile) format() ([]byte, error) {
	body := bytes.Join([][]byte{f.model, f.entities, f.lineage}, nil)
	h := f.resolutionHeader
	h.Format, h.Model, h.SHA256 = resolutionFormat, manifest.Sum(f.model), manifest.Sum(body)
	h.Bytes = [3]int{len(f.model), len(f.entities), len(f.lineage)}
	head, err := json.Marshal(h)
	return append(append(head, '\n'), body...), err
}

// parseResolution reads what format wrote, and nothing else.
func parseResolution(text []byte) (*resolutionFile, error) {
	head, body, ok := bytes.Cut(text, []byte("\n"))
	f := &resolutionFile{}
	dec := json.NewDecoder(bytes.NewReader(head))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f.resolutionHeader); err != nil || !ok {
		return nil, fmt.Errorf("its first line: %w", errResolution)
	}
	if f.Format != resolutionFormat {
		return nil, fmt.Errorf("its format is %q, and this version reads %q: %w", f.Format, resolutionFormat, errResolution)
	}
	rest := body
	for i, part := range []*[]byte{&f.model, &f.entities, &f.lineage} {
		n := f.Bytes[i]
		if n < 0 || n > len(rest) {
			return nil, fmt.Errorf("it is cut short: %w", errResolution)
		}
		*part, rest = rest[:n:n], rest[n:]
	}
	if len(rest) > 0 || manifest.Sum(body) != f.SHA256 || manifest.Sum(f.model) != f.Model {
		return nil, fmt.Errorf("its bytes do not fit its first line: %w", errResolution)
	}
	return f, nil
}

// entitiesOf reads the entity of each thing.
func entitiesOf(table []byte) (map[record.Key]lineage.ID, error) {
	out := map[record.Key]lineage.ID{}
	r := csv.NewReader(bytes.NewReader(table))
	r.FieldsPerRecord, r.ReuseRecord = 2, true
	for first := true; ; first = false {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if first { // the names of the columns
			continue
		}
		k, err := record.ParseKey(row[0])
		if err != nil {
			return nil, err
		}
		out[k] = lineage.ID(row[1])
	}
}
