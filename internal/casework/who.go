package casework

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"skein/internal/column"
	"skein/internal/record"
	"skein/internal/resolve"
	"skein/internal/resolve/lineage"
	"skein/internal/resolve/linkage"
	"skein/internal/schema"
)

// PersonSchema is the schema that the main job resolves.
const PersonSchema = "Person"

// Files of a case's resolution, under resolution/:
//
//	Person.model.yaml    the model, frozen when it was learnt
//	Person.csv           the entity of each thing, by its key
//	Person.lineage.jsonl what was new, joined, split and gone, a line a change
//	Person.at            the checkpoint that they are of
const resolutionDir = "resolution"

// ResolutionFile names a file of the resolution of a schema.
func (d Dir) ResolutionFile(name schema.Name, ending string) string {
	return filepath.Join(string(d), resolutionDir, string(name)+ending)
}

// Who is who is who in a case, with the entities' lasting IDs.
type Who struct {
	*resolve.Resolution

	Set     *column.Set
	IDs     []lineage.ID              // of each row
	Members map[lineage.ID][]uint32   // rows, ascending
	Before  map[record.Key]lineage.ID // as last written down
	Changes []lineage.Change          // since
}

// ResolveSet resolves the things of a schema in a set: by the model that the case has, if
// it has one and nothing is to be learnt anew.
func (d Dir) ResolveSet(set *column.Set, name schema.Name, anew bool) (*Who, error) {
	w := &Who{Set: set}
	var model *linkage.Model
	text, err := os.ReadFile(d.ResolutionFile(name, ".model.yaml"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	case !anew:
		if model, err = linkage.Parse(text); err != nil {
			return nil, err
		}
	}
	if w.Resolution, err = resolve.Resolve(set, name, model); err != nil {
		return nil, err
	}
	if w.Before, err = d.entities(name); err != nil {
		return nil, err
	}
	return w, w.name()
}

// persons returns the entity of each person of a picture: as written down at its
// checkpoint, else by resolution.
func (d Dir) persons(p *Picture) ([]uint32, error) {
	table := p.Set.Table(PersonSchema)
	if table.Len() == 0 {
		return nil, nil
	}
	at, err := os.ReadFile(d.ResolutionFile(PersonSchema, ".at"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if string(at) == p.Set.Checkpoint.String() {
		ids, err := d.entities(PersonSchema)
		if err != nil {
			return nil, err
		}
		first := map[lineage.ID]uint32{}
		out := make([]uint32, table.Len())
		for row := range out {
			id, ok := ids[table.Key(row)]
			if !ok {
				return nil, fmt.Errorf("%s lacks %s", d.ResolutionFile(PersonSchema, ".csv"), table.Key(row))
			}
			if _, ok := first[id]; !ok {
				first[id] = uint32(row)
			}
			out[row] = first[id]
		}
		p.Entities = len(first)
		return out, nil
	}
	if p.Who, err = d.ResolveSet(p.Set, PersonSchema, false); err != nil {
		return nil, err
	}
	p.Entities = len(p.Who.Members)
	return p.Who.Cluster, nil
}

// name gives the clusters their IDs.
func (w *Who) name() error {
	keys := w.Keys()
	at := map[uint32]int{}
	var clusters [][]record.Key
	var rows [][]uint32
	for row, first := range w.Cluster {
		i, ok := at[first]
		if !ok {
			i = len(clusters)
			at[first] = i
			clusters, rows = append(clusters, nil), append(rows, nil)
		}
		clusters[i], rows[i] = append(clusters[i], keys[row]), append(rows[i], uint32(row))
	}
	ids, changes := lineage.Assign(w.Before, clusters)
	w.Changes = changes
	w.IDs = make([]lineage.ID, len(keys))
	w.Members = map[lineage.ID][]uint32{}
	for i, id := range ids {
		w.Members[id] = rows[i]
		for _, row := range rows[i] {
			w.IDs[row] = id
		}
	}
	return nil
}

// entities reads which entity each thing was when that was last written down.
func (d Dir) entities(name schema.Name) (map[record.Key]lineage.ID, error) {
	out := map[record.Key]lineage.ID{}
	file := d.ResolutionFile(name, ".csv")
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, r := range rows[min(1, len(rows)):] {
		k, err := record.ParseKey(r[0])
		if err != nil || len(r) != 2 {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out[k] = lineage.ID(r[1])
	}
	return out, nil
}

// Write writes the model, the entities and what changed down.
func (w *Who) Write(d Dir) error {
	name := w.Subject.Schema
	if err := os.MkdirAll(filepath.Join(string(d), resolutionDir), 0o750); err != nil {
		return err
	}
	model, err := w.Run.Model.Format()
	if err != nil {
		return err
	}
	var table, changes bytes.Buffer
	c := csv.NewWriter(&table)
	lines := [][]string{{"key", "entity"}}
	for row, key := range w.Keys() {
		lines = append(lines, []string{key.String(), string(w.IDs[row])})
	}
	if err := c.WriteAll(lines); err != nil {
		return err
	}
	history := d.ResolutionFile(name, ".lineage.jsonl")
	old, err := os.ReadFile(history)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	changes.Write(old)
	if len(w.Before) > 0 { // what is new the first time is everything
		for _, x := range w.Changes {
			line, err := json.Marshal(struct {
				Checkpoint string `json:"checkpoint"`
				lineage.Change
			}{w.Set.Checkpoint.String(), x})
			if err != nil {
				return err
			}
			changes.Write(append(line, '\n'))
		}
	}
	for file, text := range map[string][]byte{
		d.ResolutionFile(name, ".model.yaml"): model, d.ResolutionFile(name, ".csv"): table.Bytes(), history: changes.Bytes(),
		d.ResolutionFile(name, ".at"): []byte(w.Set.Checkpoint.String()),
	} {
		if err := ReplaceFile(file, text); err != nil {
			return err
		}
	}
	return nil
}

// NameOf is what a row says that a thing is called; empty where it says nothing.
func NameOf(t *column.Table, row int) string {
	s, _ := schema.Default().Get(t.Schema)
	return cmp.Or(
		t.FirstText(row, "name"),
		resolve.Joined(t, row, resolve.NameParts()...),
		t.FirstText(row, s.Caption...),
		t.FirstText(row, "registrationNumber", "number", "reference", "username", "iban", "accountNumber"),
	)
}

// Caption is what a thing is called, with its first record.
func (w *Who) Caption(row uint32) string {
	return NameOf(w.Things, int(row)) + " [" + w.Things.Records(int(row))[0].ID.String() + "]"
}

// Find returns the rows that a text names: an entity, a record or a key.
func (w *Who) Find(text string) ([]uint32, error) {
	if rows, ok := w.Members[lineage.ID(text)]; ok {
		return rows, nil
	}
	if key, err := record.ParseKey(text); err == nil {
		if row, ok := w.Things.Row(key); ok {
			return []uint32{uint32(row)}, nil
		}
	}
	if id, err := record.ParseID(text); err == nil {
		for row := range w.Things.Len() {
			if slices.ContainsFunc(w.Things.Records(row), func(s column.Source) bool { return s.ID == id }) {
				return []uint32{uint32(row)}, nil
			}
		}
	}
	return nil, AskedError{fmt.Sprintf("%q names no %s: want an entity (E-…), a record (3:17) or a key of 32 digits", text, strings.ToLower(string(w.Subject.Schema)))}
}
