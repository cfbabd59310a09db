package casework

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"skein/internal/atomicfile"
	"skein/internal/column"
	"skein/internal/judgement"
	"skein/internal/ledger"
	"skein/internal/manifest"
	"skein/internal/record"
	"skein/internal/resolve"
	"skein/internal/resolve/lineage"
	"skein/internal/resolve/linkage"
	"skein/internal/schema"
)

// PersonSchema is the schema that the main job resolves.
const PersonSchema = "Person"

// Files of a case's resolution, under resolution/. The first is the resolution; the others
// are copies of its parts for people and other programs, and are not read.
//
//	Person.resolution    model, entities and lineage, with the checkpoint that they are of
//	Person.model.yaml    the model, frozen when it was learnt
//	Person.csv           the entity of each thing, by its key
//	Person.lineage.jsonl what was new, joined, split and gone, a line a change
//
// Earlier versions kept the copies alone, and their checkpoint in Person.at. Where only those
// are there, the model and the entities' IDs are taken from them, and the entities are computed.
const resolutionDir = "resolution"

func resolutionName(name schema.Name, ending string) string {
	return path.Join(resolutionDir, string(name)+ending)
}

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
	written *resolutionFile           // where Before is from

	judged map[judgement.Pair]time.Time // since, when last
}

// ResolveSet resolves the things of a schema in a set: by the model that the case has, if
// it has one and nothing is to be learnt anew.
func (d Dir) ResolveSet(set *column.Set, name schema.Name, anew bool) (*Who, error) {
	w := &Who{Set: set}
	var err error
	if w.written, err = d.written(name); err != nil {
		return nil, err
	}
	var model *linkage.Model
	if !anew {
		if model, err = w.written.parsedModel(); err != nil {
			return nil, err
		}
	}
	if w.Resolution, err = resolve.Resolve(set, name, model); err != nil {
		return nil, err
	}
	if w.Before, err = entitiesOf(w.written.entities); err != nil {
		return nil, fmt.Errorf("%s: %w", d.ResolutionFile(name, resolutionEnding), err)
	}
	return w, w.name()
}

// Model returns the model of a schema that the case keeps; nil where it has learnt none.
func (d Dir) Model(name schema.Name) (*linkage.Model, error) {
	f, err := d.written(name)
	if err != nil {
		return nil, err
	}
	return f.parsedModel()
}

// parsedModel is the model of a resolution; nil where there is none.
func (f *resolutionFile) parsedModel() (*linkage.Model, error) {
	if len(f.model) == 0 {
		return nil, nil //nolint:nilnil // it is learnt then
	}
	return linkage.Parse(f.model)
}

// resolutionEnding is of the file that the resolution is in.
const resolutionEnding = ".resolution"

// written returns the resolution that the case keeps; an empty one where it keeps none.
func (d Dir) written(name schema.Name) (*resolutionFile, error) {
	file := resolutionName(name, resolutionEnding)
	text, err := d.Kept(file)
	if errors.Is(err, fs.ErrNotExist) {
		return d.writtenEarlier(name)
	}
	if err != nil {
		return nil, err
	}
	f, err := parseResolution(text)
	if err == nil && f.Schema != name {
		err = fmt.Errorf("it is of %s: %w", f.Schema, errResolution)
	}
	if err == nil {
		err = d.inRoot(func(root *os.Root) error {
			m, err := manifest.Read(root)
			if err == nil && m != nil && m.Case != f.Case {
				err = fmt.Errorf("it is of another case: %w", errResolution)
			}
			return err
		})
	}
	if err != nil {
		return nil, &ledger.Fault{Reason: file + ": " + err.Error()}
	}
	return f, nil
}

// writtenEarlier returns what an earlier version kept, at no checkpoint: a crash may have left
// some of its files newer than others.
func (d Dir) writtenEarlier(name schema.Name) (*resolutionFile, error) {
	f := &resolutionFile{}
	return f, d.inRoot(func(root *os.Root) error {
		for ending, part := range map[string]*[]byte{".model.yaml": &f.model, ".csv": &f.entities, ".lineage.jsonl": &f.lineage} {
			text, err := atomicfile.ReadFile(root, resolutionName(name, ending))
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			*part = text
		}
		return nil
	})
}

// persons returns the entity of each person of a picture: as written down at its
// checkpoint, else by resolution.
func (d Dir) persons(p *Picture) ([]uint32, error) {
	table := p.Set.Table(PersonSchema)
	if table.Len() == 0 {
		return nil, nil
	}
	kept, err := d.written(PersonSchema)
	if err != nil {
		return nil, err
	}
	if kept.Checkpoint == manifest.At(p.Set.Checkpoint) {
		ids, err := entitiesOf(kept.entities)
		if err != nil {
			return nil, err
		}
		first := map[lineage.ID]uint32{}
		out := make([]uint32, table.Len())
		for row := range out {
			id, ok := ids[table.Key(row)]
			if !ok {
				return nil, fmt.Errorf("%s lacks %s", d.ResolutionFile(PersonSchema, resolutionEnding), table.Key(row))
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
