package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"skein/internal/block"
	"skein/internal/figure"
	"skein/internal/ingest"
	"skein/internal/ingest/reader"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/sqlite"
)

// explained is a record of a figure's evidence.
type explained struct {
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
}

type explanation struct {
	Figure     figure.ID         `json:"figure"`
	Title      string            `json:"title"`
	Cell       map[string]string `json:"cell"`
	Value      string            `json:"value"`
	Unit       string            `json:"unit"`
	Records    []explained       `json:"records"`
	Sum        *float64          `json:"sum,omitempty"` // of the records' values, where that is what the cells say
	Checkpoint string            `json:"checkpoint"`
}

func runExplain(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "explain", "--case DIR FIGURE [KEY...]",
		"Lists the records that a figure's cell rests on, down to the source row. Keys are\ngiven in the figure's order (\"Central Mediterranean\" 2015) or as name=value; keys\nthat are left out match all. Without keys: every cell that matches, together.")
	dir := o.String("case", "", "`DIR` of the case")
	asJSON := o.Bool("json", false, "print as JSON")
	raw := o.Bool("source", false, "show each source row as it stands in the contribution")
	rest, err := o.parse(args, 1, -1)
	if err != nil {
		return err
	}
	s, err := caseDir(*dir).open(ctx, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	x, err := explain(ctx, s, caseDir(*dir), rest[0], rest[1:], *raw)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	if *asJSON {
		return printJSON(e.out, x)
	}
	return x.print(e.out)
}

func explain(ctx context.Context, s *sqlite.Store, dir caseDir, id string, keys []string, raw bool) (*explanation, error) {
	p, err := dir.picture(ctx, s)
	if err != nil {
		return nil, err
	}
	f := p.cited(figure.ID(id))
	if f == nil {
		return nil, usageError{fmt.Sprintf("there is no figure %q; skein figures --case DIR lists them", id)}
	}
	cells, err := matching(f, keys)
	if err != nil {
		return nil, err
	}
	x := &explanation{Figure: f.ID, Title: f.Title, Unit: f.Unit, Cell: map[string]string{}, Checkpoint: f.Checkpoint.String()}
	evidence := make([]figure.Evidence, len(cells))
	for i, c := range cells {
		evidence[i] = c.Evidence
	}
	if len(cells) == 1 {
		x.Value = f.FormatValue(cells[0])
		for k, name := range f.Definition.Grouping {
			x.Cell[name] = cells[0].Keys[k]
		}
	} else {
		x.Value = fmt.Sprintf("%d cells of", len(cells))
	}
	if x.Records, err = evidenceRecords(ctx, s, p, figure.Union(evidence...), string(f.Definition.Property)); err != nil {
		return nil, err
	}
	x.add(f, cells)
	if raw {
		err = sourceRows(ctx, s, p.live, x.Records, string(dir))
	}
	return x, err
}

// matching returns the cells whose keys are as given.
func matching(f *figure.Figure, keys []string) ([]*figure.Cell, error) {
	want := make([]string, len(f.Definition.Grouping))
	given := make([]bool, len(want))
	for i, k := range keys {
		at := i
		if name, value, ok := strings.Cut(k, "="); ok && slices.Contains(f.Definition.Grouping, name) {
			at, k = slices.Index(f.Definition.Grouping, name), value
		}
		if at >= len(want) {
			return nil, usageError{fmt.Sprintf("%s has the keys %s; %q is one too many", f.ID, strings.Join(f.Definition.Grouping, ", "), k)}
		}
		want[at], given[at] = k, true
	}
	var cells []*figure.Cell
	for i := range f.Cells {
		fits := true
		for k, g := range given {
			fits = fits && (!g || strings.EqualFold(f.Cells[i].Keys[k], want[k]))
		}
		if fits {
			cells = append(cells, &f.Cells[i])
		}
	}
	if len(cells) == 0 {
		return nil, fmt.Errorf("%s [%s]: %w; skein figures --case DIR %s lists its cells", f.ID, strings.Join(keys, ", "), figure.ErrCell, f.ID)
	}
	return cells, nil
}

// evidenceRecords reads the records of an evidence from the store, in order.
func evidenceRecords(ctx context.Context, s store.Store, p *pictured, ev figure.Evidence, property string) ([]explained, error) {
	wanted := map[record.EntryNo]map[uint32]bool{}
	for id := range ev.All() {
		if wanted[id.Entry()] == nil {
			wanted[id.Entry()] = map[uint32]bool{}
		}
		wanted[id.Entry()][id.Ordinal()] = true
	}
	out := []explained{}
	for _, l := range p.live {
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
func pick(out []explained, r *block.Reader, ordinals map[uint32]bool, l *ledger.Live, property string) ([]explained, error) {
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

func explainRecord(r *record.Record, c *record.Contribution, property string) explained {
	x := explained{
		ID: r.ID.String(), Entry: c.Entry, Source: c.Source, File: c.Name, Part: r.Place.Part, Row: r.Place.Row, Owner: c.Owner,
		Origin: string(r.Origin), Grade: c.Grade.String(), Label: c.Label.String(), Schema: string(r.Schema),
		Statements: map[string][]string{}, place: r.Place,
	}
	if x.Origin == "" {
		x.Origin = string(c.Origin)
	}
	if x.Origin == "" {
		x.Origin = c.Owner
	}
	for _, st := range r.Statements {
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
func (x *explanation) add(f *figure.Figure, cells []*figure.Cell) {
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

// sourceRows fills in the rows as they stand in the contributions.
func sourceRows(ctx context.Context, s store.Store, live []ledger.Live, records []explained, dir string) error {
	for _, l := range live {
		wanted := map[record.Place][]*explained{}
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
		f, err := ingest.Unpack(ctx, s, l.Contribution.Entry, dir)
		if err != nil {
			return err
		}
		err = ingest.Rows(l.Contribution.Name, f, l.Brought.Bytes, rc, func(at record.Place, row *reader.Row) {
			for _, x := range wanted[at] {
				x.Raw = strings.TrimRight(string(row.Raw), "\r\n")
			}
		})
		if err = errors.Join(err, f.Close(), os.Remove(f.Name())); err != nil {
			return err
		}
	}
	return nil
}

func (x *explanation) print(w io.Writer) error {
	var keys []string
	for _, name := range sortedKeys(x.Cell) {
		keys = append(keys, name+" "+x.Cell[name])
	}
	where := strings.Join(keys, ", ")
	if where != "" {
		where += ": "
	}
	fmt.Fprintf(w, "%s: %s\n%s%s %s, from %s records at checkpoint %s\n\n",
		x.Figure, x.Title, where, x.Value, x.Unit, thousands(len(x.Records)), x.Checkpoint)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "RECORD\tFILE\tROW\tOWNER\tGRADE\tVALUE\tSTATEMENTS")
	for _, r := range x.Records {
		value := ""
		if r.Value != nil {
			value = figure.Raw(*r.Value)
		}
		row := strconv.Itoa(r.Row)
		if r.Part != "" {
			row = r.Part + ":" + row
		}
		text := r.Raw
		if text == "" {
			var parts []string
			for _, p := range sortedKeys(r.Statements) {
				parts = append(parts, p+"="+strings.Join(r.Statements[p], "|"))
			}
			text = strings.Join(parts, " ")
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.ID, r.File, row, r.Owner, r.Grade, value, strings.Join(strings.Fields(text), " "))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	if x.Sum != nil {
		fmt.Fprintf(w, "\nsum of the values: %s\n", figure.Raw(*x.Sum))
	}
	return nil
}
