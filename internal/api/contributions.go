package api

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/block"
	"skein/internal/casework"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
	"skein/internal/store"
)

type contribution struct {
	Entry       uint32 `json:"entry"`
	Source      string `json:"source"`
	Name        string `json:"name"`
	Owner       string `json:"owner"`
	Grade       string `json:"grade"`
	Label       string `json:"label"`
	Received    string `json:"received"`
	Records     int    `json:"records"`
	Quarantined int    `json:"quarantined"`
	Bytes       int64  `json:"bytes"`
}

func (c *contribution) number() string { return strconv.FormatUint(uint64(c.Entry), 10) }

func (v *snapshot) contributions() []contribution {
	out := []contribution{}
	for _, l := range v.picture.Live {
		c, held := l.Contribution, v.picture.Set.Held(&l.Contribution)
		out = append(out, contribution{
			uint32(c.Entry), c.Source, c.Name, c.Owner, held.Words(), held.Label.String(), c.Received.Format("2006-01-02"), l.Read.Records, l.Read.Quarantined, l.Brought.Bytes,
		})
	}
	return out
}

// suggestion is a mapping for a file, with what it makes of its first rows.
type suggestion struct {
	Name    string     `json:"name"`
	Read    string     `json:"read"` // how the file was read
	Mapping string     `json:"mapping"`
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
	Result  string     `json:"result"`  // what the mapping makes of them
	Records int        `json:"records"` // of the rows looked at
	Bad     []badRow   `json:"bad"`     // rows that would go to quarantine
	Looked  int        `json:"looked"`  // rows
}

type badRow struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Reason string `json:"reason"`
}

type taken struct {
	State       string `json:"state"`
	Entry       uint32 `json:"entry"`
	Rows        int    `json:"rows"`
	Records     int    `json:"records"`
	Quarantined int    `json:"quarantined"`
	Reason      string `json:"reason,omitempty"`
}

func takenOf(r *ingest.Result) taken {
	return taken{string(r.State), uint32(r.Entry), r.Rows, r.Records, r.Quarantined, r.Reason}
}

type ledgerBody struct {
	Total         int            `json:"total"`
	Contributions []contribution `json:"contributions"`
}

type mappingBody struct {
	Mapping string `json:"mapping"`
}

type recordsBody struct {
	Total   int          `json:"total"`
	Records []recordLine `json:"records"`
}

type quarantineBody struct {
	Total int                    `json:"total"`
	Rows  []casework.Quarantined `json:"rows"`
}

func (s *Server) contributionCalls(a huma.API) {
	get(a, "/api/contributions", "The ledger's contributions", func(_ context.Context, in *Paging) (*body[ledgerBody], error) {
		var out ledgerBody
		all := s.current.Load().contributions()
		from, to := in.from(len(all))
		out.Total, out.Contributions = len(all), all[from:to]
		return answer(out), nil
	})
	get(a, "/api/contributions/{entry}/records", "The records of a contribution", s.recordsOf)
	get(a, "/api/quarantine", "Rows that gave no record", s.quarantine)
	postForm(a, "/api/contributions/suggest", "A mapping for a file, and what it makes of it; nothing is taken in", s.suggest)
	postForm(a, "/api/contributions", "Take a file in", s.take)
	get(a, "/api/contributions/{entry}/mapping", "The mapping that a contribution was read through", func(ctx context.Context, in *EntryPath) (*body[mappingBody], error) {
		var out mappingBody
		st, err := s.o.Open(ctx, false)
		if err != nil {
			return nil, err
		}
		defer func() { _ = st.Close() }() // read only
		rc, err := casework.RecipeOf(ctx, st, s.current.Load().picture.Live, record.EntryNo(in.Entry))
		if err != nil {
			return nil, casework.AskedError{Reason: err.Error()}
		}
		out.Mapping = string(rc.Mapping)
		return answer(out), nil
	})
	post(a, "/api/contributions/{entry}/retry", "Read a contribution again through a mended mapping", s.retry)
}

// EntryPath names a contribution by its entry in the ledger.
type EntryPath struct {
	Entry uint32 `path:"entry" minimum:"1"`
}

type recordLine struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Row        string              `json:"row"`
	Thing      string              `json:"thing,omitempty"` // ID of what it is about
	Locked     bool                `json:"locked"`
	Grade      string              `json:"grade"` // of the record, which may have its own
	Label      string              `json:"label"`
	Statements map[string][]string `json:"statements"`
}

// recordsIn gives the records of a contribution, in order, as many of them as lie from one
// place to before another, and returns how many there are.
func (v *snapshot) recordsIn(ctx context.Context, st store.Store, entry record.EntryNo, part func(n int) (from, to int), give func(*record.Record, *record.Contribution)) (int, error) {
	for _, l := range v.picture.Live {
		if l.Contribution.Entry != entry {
			continue
		}
		n := 0
		from, to := part(l.Read.Records)
		for b, err := range st.RecordBlocks(ctx, l.Read.No) {
			if err != nil {
				return 0, err
			}
			r, err := block.NewReader(l.Read.No, b)
			if err != nil {
				return 0, err
			}
			for {
				row, err := r.Next()
				if err != nil {
					return 0, err
				}
				if row == nil {
					break
				}
				if n++; n <= from {
					continue
				}
				if n > to {
					return l.Read.Records, nil
				}
				rec, err := r.Record(row)
				if err != nil {
					return 0, err
				}
				give(&rec, &l.Contribution)
			}
		}
		return l.Read.Records, nil
	}
	return 0, casework.AskedError{Reason: "no contribution has this number"}
}

// locks are what of a contribution is of locked persons.
type locks struct {
	records map[string]bool
	rows    map[record.Place]bool
}

func (v *snapshot) lockedIn(ctx context.Context, st store.Store, entry record.EntryNo) (locks, error) {
	if l, ok := v.locked.Load(entry); ok {
		return l.(locks), nil
	}
	out := locks{map[string]bool{}, map[record.Place]bool{}}
	all := func(n int) (from, to int) { return 0, n }
	_, err := v.recordsIn(ctx, st, entry, all, func(r *record.Record, _ *record.Contribution) {
		if _, locked := v.about(r); locked {
			out.records[r.ID.String()] = true
			out.rows[r.Place] = true
		}
	})
	if err == nil {
		v.locked.Store(entry, out)
	}
	return out, err
}

// about returns the ID of what a record is about, empty for a link, and whether that is a
// locked person.
func (v *snapshot) about(r *record.Record) (id string, locked bool) {
	if t := v.picture.Set.Table(r.Schema); t.Len() > 0 {
		if row, ok := t.Row(r.Key); ok {
			if i, ok := v.of[thing(t, row)]; ok {
				return v.nodes[i].id, v.nodes[i].locked
			}
		}
	}
	return "", false
}

func (s *Server) recordsOf(ctx context.Context, in *struct {
	Paging
	EntryPath
},
) (*body[recordsBody], error) {
	var out recordsBody
	v := s.current.Load()
	st, err := s.o.Open(ctx, false)
	if err != nil {
		return nil, err
	}
	defer func() { _ = st.Close() }() // read only
	out.Records = []recordLine{}
	out.Total, err = v.recordsIn(ctx, st, record.EntryNo(in.Entry), in.from, func(r *record.Record, c *record.Contribution) {
		out.Records = append(out.Records, v.recordLine(r, c))
	})
	return answer(out), err
}

func (v *snapshot) recordLine(r *record.Record, c *record.Contribution) recordLine {
	held := r.Evaluation(c)
	x := recordLine{
		ID: r.ID.String(), Schema: string(r.Schema), Row: r.Place.String(), Grade: held.Grade.String(), Label: held.Label.String(), Statements: map[string][]string{},
	}
	x.Thing, x.Locked = v.about(r)
	if x.Locked {
		return x
	}
	for _, st := range r.Statements {
		if st.Property == "" {
			continue
		}
		x.Statements[string(st.Property)] = append(x.Statements[string(st.Property)], st.Written())
	}
	return x
}

func (s *Server) quarantine(ctx context.Context, in *struct {
	Paging

	Entry uint32 `query:"entry" doc:"only of this contribution"`
},
) (*body[quarantineBody], error) {
	var out quarantineBody
	st, err := s.o.Open(ctx, false)
	if err != nil {
		return nil, err
	}
	rows, err := casework.InQuarantine(ctx, st)
	if err = errors.Join(err, st.Close()); err != nil {
		return nil, err
	}
	if in.Entry > 0 {
		kept := rows[:0]
		for _, r := range rows {
			if uint32(r.Entry) == in.Entry {
				kept = append(kept, r)
			}
		}
		rows = kept
	}
	from, to := in.from(len(rows))
	out.Total, out.Rows = len(rows), append([]casework.Quarantined{}, rows[from:to]...)
	return answer(out), nil
}

func (s *Server) suggest(_ context.Context, in *upload) (*body[suggestion], error) {
	file, err := s.receive(in)
	if err != nil {
		return nil, err
	}
	defer file.remove()
	path := file.path
	var how reader.Options
	if m, err := mapping.Parse([]byte(file.fields["mapping"]), schema.Default()); err == nil { // else its fault is told below
		how.SkipRows = m.SkipRows()
	}
	sample, err := casework.TakeSample(path, how)
	if err != nil {
		return nil, huma.Error422UnprocessableEntity("the file cannot be read: " + err.Error())
	}
	out := suggestion{Name: filepath.Base(path), Read: sample.Read(), Columns: sample.Columns, Mapping: file.fields["mapping"], Looked: len(sample.Rows), Bad: []badRow{}}
	if out.Mapping == "" {
		text, err := sample.Suggest()
		if err != nil {
			return nil, huma.Error422UnprocessableEntity(err.Error())
		}
		out.Mapping = string(text)
	}
	out.Rows = sample.Rows[:min(len(sample.Rows), 20)]
	out.try(sample)
	return answer(out), nil
}

// try says what the mapping makes of a sample.
func (x *suggestion) try(sample *casework.Sample) {
	m, err := mapping.Parse([]byte(x.Mapping), schema.Default())
	if err != nil {
		x.Result = err.Error()
		return
	}
	b, err := m.Bind(sample.Columns)
	if err != nil {
		x.Result = err.Error()
		return
	}
	counts := map[schema.Name]int{}
	for i, cells := range sample.Rows {
		row := &reader.Row{Cells: make([]reader.Cell, len(cells))}
		for k, c := range cells {
			row.Cells[k].Value = c
		}
		problems := b.Map(mapping.Context{Owner: "PREVIEW"}, row, func(r *record.Record) {
			counts[r.Schema]++
			x.Records++
		})
		for _, p := range problems {
			if len(x.Bad) < 50 {
				x.Bad = append(x.Bad, badRow{i + 1, p.Column, p.Reason})
			}
		}
	}
	var parts []string
	for _, c := range kinds(counts) {
		name, _ := c.What.(schema.Name)
		parts = append(parts, strconv.Itoa(c.N)+" "+string(name))
	}
	x.Result = strings.Join(parts, ", ")
}

// terms reads the fields of an upload that say whose it is.
func (x *received) terms() (ingest.Terms, error) {
	owner, err := handling.ParseAgency(x.fields["owner"])
	if err != nil {
		return ingest.Terms{}, huma.Error422UnprocessableEntity("owner: " + err.Error())
	}
	label, err := handling.ParseOwned(x.fields["label"], owner)
	if err != nil {
		return ingest.Terms{}, huma.Error422UnprocessableEntity("label: " + err.Error())
	}
	name := filepath.Base(x.path)
	t := ingest.Terms{Source: strings.TrimSuffix(name, filepath.Ext(name)), Owner: string(owner), Label: label}
	if grade := x.fields["grade"]; grade != "" {
		if t.Grade, err = grading.Parse(grade); err != nil {
			return t, huma.Error422UnprocessableEntity("grade: " + err.Error())
		}
	}
	return t, nil
}

func (s *Server) take(ctx context.Context, in *upload) (*body[taken], error) {
	if err := s.writable(); err != nil {
		return nil, err
	}
	file, err := s.receive(in)
	if err != nil {
		return nil, err
	}
	defer file.remove()
	terms, err := file.terms()
	if err != nil {
		return nil, err
	}
	name := filepath.Base(file.path)
	if err := s.audit(ctx, "contribute", name, ""); err != nil {
		return nil, err
	}
	var recipe ingest.Recipe
	if text := file.fields["mapping"]; text != "" {
		recipe.Mapping = []byte(text)
	}
	var r ingest.Result
	err = s.write(ctx, func(in *ingest.Ingester) error {
		f, err := file.root.Open(name)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // read only
		info, err := f.Stat()
		if err != nil {
			return err
		}
		r, err = in.Add(ctx, terms, recipe, name, f, info.Size())
		return err
	})
	if err != nil {
		return nil, unread(err)
	}
	if r.State == ingest.Refused {
		return nil, huma.Error422UnprocessableEntity("not taken in: " + r.Reason)
	}
	return answer(takenOf(&r)), nil
}

func (s *Server) retry(ctx context.Context, in *struct {
	EntryPath

	Body struct {
		Mapping string `json:"mapping" minLength:"1" maxLength:"1000000" doc:"the mended mapping"`
	}
},
) (*body[taken], error) {
	if err := s.writable(); err != nil {
		return nil, err
	}
	st, err := s.o.Open(ctx, false)
	if err != nil {
		return nil, err
	}
	rc, err := casework.RecipeOf(ctx, st, s.current.Load().picture.Live, record.EntryNo(in.Entry))
	if err = errors.Join(err, st.Close()); err != nil {
		return nil, casework.AskedError{Reason: err.Error()}
	}
	rc.Mapping = []byte(in.Body.Mapping)
	var r ingest.Result
	err = s.write(ctx, func(i *ingest.Ingester) (err error) {
		r, err = i.Again(ctx, record.EntryNo(in.Entry), rc)
		return err
	})
	if err != nil {
		return nil, unread(err)
	}
	if r.State == ingest.Refused {
		return nil, huma.Error422UnprocessableEntity("not read again: " + r.Reason)
	}
	return answer(takenOf(&r)), nil
}

// unread is an error of taking a file in: the disk's, another writer's, or else the file's.
func unread(err error) error {
	if w := unwritten(err); isStatus(w) || errors.Is(err, store.ErrBusy) || errors.Is(err, context.Canceled) {
		return w
	}
	return huma.Error422UnprocessableEntity(err.Error())
}

// write changes the case, and then takes the next snapshot.
func (s *Server) write(ctx context.Context, change func(*ingest.Ingester) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	st, err := s.o.Open(ctx, true)
	if err != nil {
		return err
	}
	in := ingest.New(st, ingest.Options{Now: s.o.Now, TempDir: s.o.Scratch})
	if err = change(in); err != nil {
		return errors.Join(err, in.Close(), st.Close())
	}
	if err = errors.Join(in.Flush(), st.Close()); err == nil {
		s.changed()
	}
	return err
}
