package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/internal/block"
	"skein/internal/english"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/ingest/reader"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/tally"
)

// Explained is a record of a figure's evidence.
type Explained struct {
	ID         string              `json:"id"`
	Entry      record.EntryNo      `json:"entry"` // of the contribution
	Source     string              `json:"source"`
	File       string              `json:"file"`
	Part       string              `json:"part,omitempty"`
	Row        int                 `json:"row"`
	Owner      string              `json:"owner"`
	Origin     string              `json:"origin"`
	Grade      string              `json:"grade"`
	Label      string              `json:"label"`
	Schema     string              `json:"schema"`
	Value      *float64            `json:"value,omitempty"` // what the record adds, where numbers are added
	Statements map[string][]string `json:"statements"`      // as the source wrote them
	Raw        string              `json:"raw,omitempty"`   // the source row, with --source

	place record.Place
	label handling.Label
}

// Explanation is what a cell of a figure rests on.
type Explanation struct {
	Figure     figure.ID         `json:"figure"`
	Title      string            `json:"title"`
	Cell       map[string]string `json:"cell"`
	IDs        map[string]string `json:"ids,omitempty"` // of what the keys name, where they have IDs
	Value      string            `json:"value"`
	Unit       string            `json:"unit"`
	Records    []Explained       `json:"records"`
	Label      string            `json:"label"`         // join of those of the records
	Sum        *float64          `json:"sum,omitempty"` // of the records' values, where that is what the cells say
	Checkpoint string            `json:"checkpoint"`
}

// Explain lists the records that cells of a figure rest on: those whose keys are as given,
// in the figure's order or as name=value. With raw each comes with its source row; temp is a
// directory for what that unpacks.
func (p *Picture) Explain(ctx context.Context, s store.Store, id figure.ID, keys []string, raw bool, temp string) (*Explanation, error) {
	f := p.Cited(id)
	if f == nil {
		return nil, AskedError{fmt.Sprintf("there is no figure %q; skein figures --case DIR lists them", id)}
	}
	cells, err := Matching(f, keys)
	if err != nil {
		return nil, err
	}
	x := &Explanation{Figure: f.ID, Title: f.Title, Unit: f.Unit, Cell: map[string]string{}, IDs: map[string]string{}, Checkpoint: f.Checkpoint.String()}
	evidence := make([]figure.Evidence, len(cells))
	for i, c := range cells {
		evidence[i] = c.Evidence
	}
	if len(cells) == 1 {
		x.Value = f.FormatValue(cells[0])
		for k, name := range f.Definition.Grouping {
			x.Cell[name] = cells[0].Keys[k]
			if id := cells[0].ID(k); id != cells[0].Keys[k] {
				x.IDs[name] = id
			}
		}
	} else {
		x.Value = english.Count(len(cells), "cell", "cells") + " of"
	}
	if x.Records, err = p.Told(ctx, s, figure.Union(evidence...), string(f.Definition.Property)); err != nil {
		return nil, err
	}
	label := handling.Public()
	for i := range x.Records {
		label = handling.Join(label, x.Records[i].label)
	}
	x.Label = label.String()
	x.add(f, cells)
	if raw {
		err = p.SourceRows(ctx, s, x.Records, temp)
	}
	return x, err
}

// Matching returns the cells whose keys are as given; see [tally.Find].
func Matching(f *figure.Figure, keys []string) ([]*figure.Cell, error) {
	names := f.Definition.Grouping
	want := map[string]string{}
	for i, k := range keys {
		if name, value, ok := strings.Cut(k, "="); ok && slices.Contains(names, name) {
			want[name] = value
			continue
		}
		if i >= len(names) {
			return nil, AskedError{fmt.Sprintf("%s has the keys %s; %q is one too many", f.ID, strings.Join(names, ", "), k)}
		}
		want[names[i]] = k
	}
	cells, err := tally.Find(f, want)
	if _, several := errors.AsType[tally.AmbiguousError](err); several {
		return nil, AskedError{fmt.Sprintf("%s: %v", f.ID, err)}
	}
	if err != nil {
		return nil, fmt.Errorf("%w; skein figures --case DIR %s lists its cells", err, f.ID)
	}
	return cells, nil
}

// Told reads the records of an evidence from the store, in order.
func (p *Picture) Told(ctx context.Context, s store.Store, ev figure.Evidence, property string) ([]Explained, error) {
	wanted := map[record.EntryNo]map[uint32]bool{}
	for id := range ev.All() {
		if wanted[id.Entry()] == nil {
			wanted[id.Entry()] = map[uint32]bool{}
		}
		wanted[id.Entry()][id.Ordinal()] = true
	}
	out := []Explained{}
	for _, l := range p.Live {
		ordinals := wanted[l.Read.No]
		if len(ordinals) == 0 {
			continue
		}
		for b, err := range s.RecordBlocks(ctx, l.Read.No) {
			if err != nil {
				return nil, err
			}
			r, err := block.NewReader(l.Read.No, b)
			if err != nil {
				return nil, err
			}
			if out, err = pick(out, r, ordinals, &l, property); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// pick appends the wanted records of a block.
func pick(out []Explained, r *block.Reader, ordinals map[uint32]bool, l *ledger.Live, property string) ([]Explained, error) {
	for {
		row, err := r.Next()
		if row == nil || err != nil {
			return out, err
		}
		if !ordinals[row.ID.Ordinal()] {
			continue
		}
		rec, err := r.Record(row)
		if err != nil {
			return out, err
		}
		out = append(out, explainRecord(&rec, &l.Contribution, property))
	}
}

func explainRecord(r *record.Record, c *record.Contribution, property string) Explained {
	held := r.Evaluation(c)
	x := Explained{
		ID: r.ID.String(), Entry: c.Entry, Source: c.Source, File: c.Name, Part: r.Place.Part, Row: r.Place.Row, Owner: c.Owner,
		Origin: c.OriginOf(r.Origin), Grade: held.Grade.String(), Label: held.Label.String(), Schema: string(r.Schema),
		Statements: map[string][]string{}, place: r.Place, label: held.Label,
	}
	for _, st := range r.Statements {
		if st.Property == "" {
			continue
		}
		x.Statements[string(st.Property)] = append(x.Statements[string(st.Property)], st.Written())
		if v, err := strconv.ParseFloat(st.Value, 64); err == nil && string(st.Property) == property && x.Value == nil {
			x.Value = &v
		}
	}
	return x
}

// add sums the records' values, and keeps the sum where it proves the cells. Where
// it does not, nothing is wrong: the figure is a median or a rate, or several
// records tell of one thing.
func (x *Explanation) add(f *figure.Figure, cells []*figure.Cell) {
	if f.Definition.Property == "" {
		return
	}
	var sum, want float64
	for _, r := range x.Records {
		if r.Value == nil {
			return
		}
		sum += *r.Value
	}
	for _, c := range cells {
		want += c.Value
	}
	if sum == want {
		x.Sum = &sum
	}
}

// SourceRows fills in the rows as they stand in the contributions.
func (p *Picture) SourceRows(ctx context.Context, s store.Store, records []Explained, temp string) error {
	for _, l := range p.Live {
		wanted := map[record.Place][]*Explained{}
		for i := range records {
			if records[i].Entry == l.Contribution.Entry {
				wanted[records[i].place] = append(wanted[records[i].place], &records[i])
			}
		}
		if len(wanted) == 0 {
			continue
		}
		text, err := s.Mapping(ctx, l.Read.Mapping)
		if err != nil {
			return err
		}
		rc, err := ingest.ParseRecipe(text)
		if err != nil {
			return err
		}
		f, remove, err := ingest.Unpack(ctx, s, l.Contribution.Entry, temp)
		if err != nil {
			return err
		}
		err = ingest.Rows(l.Contribution.Name, f, l.Brought.Bytes, rc, func(at record.Place, row *reader.Row) {
			for _, x := range wanted[at] {
				x.Raw = strings.TrimRight(string(row.Raw), "\r\n")
			}
		})
		remove()
		if err != nil {
			return err
		}
	}
	return nil
}
