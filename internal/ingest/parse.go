package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"strings"

	"skein/internal/block"
	"skein/internal/grading"
	"skein/internal/handling"
	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/record"
	"skein/internal/schema"
)

// Sizes of what the parser hands over at a time.
const (
	blockBytes     = 512 << 10 // of a record block, before compression
	blockRecords   = 8192
	quarantineRows = 512
	progressRows   = 4096
)

// batch is work for the writer: blocks ready to be stored.
type batch struct{ records, quarantine []byte }

// parse turns a payload into blocks.
type parse struct {
	job      job
	ctx      context.Context
	progress func(Progress)
	out      chan batch

	reader      *reader.Reader
	binding     *mapping.Binding
	member      string // that binding and misfit were judged for
	misfit      string // why the mapping does not fit the member
	builder     *block.Builder
	bad         []record.Quarantined
	seen        map[[2]uint64]struct{} // records of this contribution, by two hashes
	seeds       [2]maphash.Seed
	rows        int
	ordinal     uint32
	quarantined int
	held        *reader.Row // a row that is one of totals if it is the last; nil: none
	last        record.Place
	notes       []string
	whole       string // why the file as a whole is quarantined
	admit       func(handling.Label) error
	refused     error // why nothing of the file may be stored
}

// mostNotes bounds what is noted of one contribution.
const mostNotes = 20

func newParse(ctx context.Context, j job, progress func(Progress)) *parse {
	return &parse{
		job: j, ctx: ctx, progress: progress, out: make(chan batch, 4),
		builder: block.NewBuilder(), seen: map[[2]uint64]struct{}{},
		seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()},
	}
}

// run reads to the end. Its error is the context's, or says that a record may not be
// stored: what is wrong with the file is in whole.
func (p *parse) run() error {
	var err error
	if p.reader, err = reader.Open(p.job.name, p.job.file, p.job.size, p.job.plan.recipe.options()); err != nil {
		p.whole = err.Error()
		return nil
	}
	for {
		row, err := p.reader.Next()
		if errors.Is(err, io.EOF) {
			p.endPart()
			break
		}
		if bad, ok := errors.AsType[*reader.RowError](err); ok {
			p.rows++
			p.reject(place(bad.Place), bad.Column, bad.Reason, bad.Raw)
		} else if err != nil {
			p.whole = err.Error()
			return nil
		} else if err := p.row(row); err != nil {
			p.whole = err.Error()
			return nil
		}
		if p.refused != nil {
			return p.refused
		}
		if err := p.hand(false); err != nil {
			return err
		}
	}
	if p.rows == 0 {
		p.whole = "the file has no rows: there is a header at most; ask its sender for the rows"
		return nil
	}
	if p.ordinal == 0 && p.quarantined == 0 {
		p.note("no row gives a record: see the filters of the mapping")
	}
	return p.hand(true)
}

// note keeps a sentence about the contribution for whoever reads the result.
func (p *parse) note(text string) {
	switch len(p.notes) {
	case mostNotes:
		return
	case mostNotes - 1:
		text = "and more of the kind"
	}
	p.notes = append(p.notes, text)
}

// endPart settles what the last row of a sheet or member is.
func (p *parse) endPart() {
	if p.held != nil {
		p.reject(place(p.held.Place), "", mapping.UnnamedTotal, p.held.Raw)
		p.held = nil
		return
	}
	if p.binding != nil && p.binding.LastSums() {
		p.note(fmt.Sprintf("%s: its numbers are the sums of the rows above, and it is kept since it names something; if it is a total, leave it out with filters_not", p.last))
	}
}

// release maps the row that was held: another row follows.
func (p *parse) release() {
	held := p.held
	p.held = nil
	p.note(fmt.Sprintf("%s: its numbers are the sums of the rows above, and it is kept since other rows follow", place(held.Place)))
	p.mapRow(held)
}

// hold keeps a copy of a row, for the reader uses its memory again.
func hold(row *reader.Row) *reader.Row {
	return &reader.Row{Place: row.Place, Cells: slices.Clone(row.Cells), Raw: bytes.Clone(row.Raw)}
}

func place(p reader.Place) record.Place {
	part := p.Member
	if p.Sheet != "" {
		part = strings.TrimPrefix(part+"!"+p.Sheet, "!")
	}
	return record.Place{Part: part, Row: p.Row}
}

// bind resolves the mapping's columns. JSON names its columns row by row, so all of
// it is read for them first. A member of an archive that lacks columns is a misfit, and
// costs its own rows; the binding is made once, since columns keep their places.
func (p *parse) bind() error {
	var err error
	m := p.job.plan.mapping.For(p.job.name)
	p.misfit = ""
	found := p.reader.Detected()
	if found.Format != reader.JSONLines {
		if _, err := m.Bind(p.reader.MemberColumns()); err != nil && len(found.Members) > 1 {
			p.misfit = strings.ReplaceAll(err.Error(), "\n", " ")
			return nil
		}
	}
	if p.binding != nil {
		return nil
	}
	if found.Format != reader.JSONLines {
		p.binding, err = m.Bind(p.reader.Columns())
		return err
	}
	all, err := rows(p.job.name, p.job.file, p.job.size, &p.job.plan.recipe, func(*reader.Row) {})
	if err == nil {
		p.binding, err = m.BindSparse(all.Columns())
	}
	return err
}

// row maps one row. Its error means that the mapping does not fit the file.
func (p *parse) row(row *reader.Row) error {
	p.rows++
	if p.progress != nil && p.rows%progressRows == 0 {
		p.progress(Progress{Name: p.job.name, BytesRead: p.reader.BytesRead(), Bytes: p.job.size, Rows: p.rows, Quarantined: p.quarantined})
	}
	at := place(row.Place)
	if at.Part != p.last.Part {
		p.endPart()
	}
	if p.held != nil {
		p.release()
	}
	p.last = at
	if p.job.plan.mapping == nil {
		r, problems := mapping.FromFtM(row.Raw, p.job.plan.model, mapping.Context{Owner: p.job.owner}, p.job.plan.recipe.Category)
		if len(problems) > 0 {
			p.rejectAll(at, problems, row.Raw)
			return nil
		}
		r.Place = at
		p.add(r)
		return nil
	}
	if p.member != row.Place.Member || p.binding == nil && p.misfit == "" {
		p.member = row.Place.Member
		if err := p.bind(); err != nil {
			return err
		}
	}
	if p.misfit != "" {
		p.reject(at, "", p.misfit, row.Raw)
		return nil
	}
	if p.binding.SumsUp(row) {
		p.held = hold(row)
		return nil
	}
	p.mapRow(row)
	return nil
}

func (p *parse) mapRow(row *reader.Row) {
	at := place(row.Place)
	problems := p.binding.Map(mapping.Context{Owner: p.job.owner, Received: p.job.received}, row, func(r *record.Record) {
		r.Place = at
		p.add(r)
	})
	if len(problems) > 0 {
		p.rejectAll(at, problems, row.Raw)
	} else if word := p.binding.BesideTotal(); word != "" {
		p.note(fmt.Sprintf("%s: it says %q beside what it is of, and is kept; if other rows are counted in it, leave it out with filters_not", at, word))
	}
}

// add takes in a record unless the contribution said the same before.
func (p *parse) add(r *record.Record) {
	id := [2]uint64{p.hash(0, r), p.hash(1, r)}
	if _, again := p.seen[id]; again {
		return
	}
	p.seen[id] = struct{}{}
	p.judge(r)
	p.ordinal++
	r.ID = record.NewID(p.job.entry.No, p.ordinal)
	p.builder.Add(r)
}

// judge refuses the file where the label of a record that has its own is not admitted.
func (p *parse) judge(r *record.Record) {
	if p.admit == nil || p.refused != nil || !slices.ContainsFunc(r.Statements, func(s record.Statement) bool { return s.Label != (handling.Label{}) }) {
		return
	}
	c := p.job.entry.Contribution()
	if err := p.admit(r.Evaluation(&c).Label); err != nil {
		p.refused = fmt.Errorf("%s, %s: %w", p.job.name, r.Place, err)
	}
}

// hash is over all that a record says, but not over where it stands.
func (p *parse) hash(seed int, r *record.Record) uint64 {
	var h maphash.Hash
	h.SetSeed(p.seeds[seed])
	text := func(s string) { // writing to a hash never fails
		_, _ = h.WriteString(s)
		_ = h.WriteByte(0)
	}
	text(string(r.Schema))
	_, _ = h.Write(r.Key[:])
	_ = h.WriteByte(byte(r.Category))
	text(string(r.Origin))
	for i := range r.Statements {
		s := &r.Statements[i]
		text(string(s.Property))
		text(s.Value)
		text(s.Original)
		if s.Grade != (grading.Grade{}) || s.Label != (handling.Label{}) {
			_ = h.WriteByte(1) // no text of a statement is this byte and a hash
			maphash.WriteComparable(&h, s.Grade)
			maphash.WriteComparable(&h, s.Label)
		}
	}
	return h.Sum64()
}

func (p *parse) rejectAll(at record.Place, problems []mapping.Problem, raw []byte) {
	columns, reasons := make([]string, 0, len(problems)), make([]string, 0, len(problems))
	for _, pr := range problems {
		if pr.Column != "" && !slices.Contains(columns, pr.Column) {
			columns = append(columns, pr.Column)
		}
		reasons = append(reasons, pr.Reason)
	}
	p.reject(at, strings.Join(columns, ", "), strings.Join(reasons, "; "), raw)
}

func (p *parse) reject(at record.Place, column, reason string, raw []byte) {
	p.quarantined++
	p.bad = append(p.bad, record.Quarantined{Place: at, Column: column, Reason: reason, Raw: append([]byte{}, raw...)})
}

// hand gives full blocks to the writer, at the end all.
func (p *parse) hand(all bool) error {
	var b batch
	if n := p.builder.Len(); n >= blockRecords || p.builder.Size() >= blockBytes || (all && n > 0) {
		b.records = p.builder.Bytes()
		p.builder.Reset()
	}
	if n := len(p.bad); n >= quarantineRows || (all && n > 0) {
		b.quarantine = block.EncodeQuarantine(p.bad)
		p.bad = p.bad[:0]
	}
	if b.records == nil && b.quarantine == nil {
		return nil
	}
	select {
	case p.out <- b:
		return nil
	case <-p.ctx.Done():
		return fmt.Errorf("%s: %w", p.job.name, p.ctx.Err())
	}
}

// Rows reads a payload as its recipe has it and calls f with each good row and
// its place, as records give it. Bad rows are passed over.
func Rows(name string, file io.ReaderAt, size int64, rc Recipe, f func(record.Place, *reader.Row)) error {
	if rc.Mapping != nil {
		if m, err := mapping.Parse(rc.Mapping, schema.Default()); err == nil { // else it declares nothing
			rc.Reader.SkipRows = skipRows(&rc, m)
		}
	}
	_, err := rows(name, file, size, &rc, func(row *reader.Row) { f(place(row.Place), row) })
	return err
}

// rows is Rows with the reader at the end, which knows all columns.
func rows(name string, file io.ReaderAt, size int64, rc *Recipe, f func(*reader.Row)) (*reader.Reader, error) {
	r, err := reader.Open(name, file, size, rc.options())
	if err != nil {
		return nil, err
	}
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return r, nil
		}
		if _, bad := errors.AsType[*reader.RowError](err); bad {
			continue
		}
		if err != nil {
			return nil, err
		}
		f(row)
	}
}
