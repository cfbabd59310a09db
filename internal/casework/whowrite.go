package casework

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"skein/internal/manifest"
	"skein/internal/resolve/lineage"
)

// Write writes the model, the entities and what changed down, in one file and copies of its
// parts. Where another process wrote a resolution since this one was computed, that one stays if
// it is of the same checkpoint or a later one, and its IDs are kept otherwise.
func (w *Who) Write(d Dir) error {
	name := w.Subject.Schema
	file := resolutionName(name, resolutionEnding)
	p := manifest.Publication{Checkpoint: w.Set.Checkpoint.String()}
	return d.inRoot(func(root *os.Root) error {
		if _, err := root.Stat(resolutionName(name, ".at")); err == nil { // of an earlier version
			p.Drop = append(p.Drop, resolutionName(name, ".at"))
		}
		p.Make = func() (map[string][]byte, error) {
			m, err := manifest.Read(root)
			if err != nil {
				return nil, err
			}
			stays, err := w.follow(d)
			if stays || err != nil {
				return nil, err
			}
			f, err := w.file(m.Case)
			if err != nil {
				return nil, err
			}
			text, err := f.format()
			return map[string][]byte{
				file: text, resolutionName(name, ".model.yaml"): f.model, resolutionName(name, ".csv"): f.entities,
				resolutionName(name, ".lineage.jsonl"): f.lineage,
			}, err
		}
		return d.publishIn(root, p)
	})
}

// follow takes the IDs of a resolution that was written since this one was computed. It
// reports whether that one stays.
func (w *Who) follow(d Dir) (stays bool, err error) {
	now, err := d.written(w.Subject.Schema)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if now.SHA256 == w.written.SHA256 && now.Checkpoint == w.written.Checkpoint {
		return false, nil
	}
	if now.Checkpoint.Entry >= w.Set.Checkpoint.Entry {
		return true, nil
	}
	if w.Before, err = entitiesOf(now.entities); err != nil {
		return false, err
	}
	w.written = now
	return false, w.name()
}

// change is a line of the lineage.
type change struct {
	Checkpoint string `json:"checkpoint"`
	lineage.Change
}

// file returns the resolution as the case keeps it.
func (w *Who) file(caseID string) (*resolutionFile, error) {
	f := &resolutionFile{resolutionHeader: resolutionHeader{Case: caseID, Schema: w.Subject.Schema, Checkpoint: manifest.At(w.Set.Checkpoint)}}
	var err error
	if w.Comparable() { // else what comes later would be compared by what is not there yet
		if f.model, err = w.Run.Model.Format(); err != nil {
			return nil, err
		}
	}
	var table bytes.Buffer
	c := csv.NewWriter(&table)
	if err := c.Write([]string{"key", "entity"}); err != nil {
		return nil, err
	}
	for row, key := range w.Keys() {
		if err := c.Write([]string{key.String(), string(w.IDs[row])}); err != nil {
			return nil, err
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return nil, err
	}
	f.entities = table.Bytes()
	f.lineage = bytes.Clone(w.written.lineage)
	if len(w.Before) > 0 { // what is new the first time is everything
		for _, x := range w.Changes {
			line, err := json.Marshal(change{w.Set.Checkpoint.String(), x})
			if err != nil {
				return nil, fmt.Errorf("lineage: %w", err)
			}
			f.lineage = append(append(f.lineage, line...), '\n')
		}
	}
	return f, nil
}
