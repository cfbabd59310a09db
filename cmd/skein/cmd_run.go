package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"skein/internal/casework"
	"skein/internal/english"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/store"
	"skein/internal/store/sqlite"
)

// summary is what a run did.
type summary struct {
	Case          string   `json:"case"`
	Checkpoint    string   `json:"checkpoint"`
	Contributions int      `json:"contributions"` // held
	Added         int      `json:"added"`
	Reread        int      `json:"reread"`
	Unchanged     int      `json:"unchanged"`
	Records       int      `json:"records"`     // held
	Quarantined   int      `json:"quarantined"` // rows held in quarantine
	Refused       []string `json:"refused"`
	Figures       int      `json:"figures"`
	Persons       int      `json:"persons"`         // by key
	Entities      int      `json:"person_entities"` // that these are
	Seconds       float64  `json:"seconds"`
	PeakMB        float64  `json:"peak_mb"`
	Report        string   `json:"report"`
	Clock         string   `json:"clock,omitempty"` // that the clock is behind the ledger
}

func runRun(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "run", "[options] CASE.yaml",
		"Takes in what the case file lists, computes the figures, finds who is who\namong persons and writes the report.\nRun it again as often as you like: what is held already is left alone, and a\nrun that was cut off goes on where it stopped. Exit code 3: some input is in\nquarantine, everything else was done.")
	data := o.String("data", "", "`DIR` that the paths of the sources are relative to (default: the case file's folder)")
	out := o.String("out", "", "`DIR` of the case: database, figures and report (default: out/NAME, by the case file's folder)")
	asJSON := o.Bool("json", false, "print the summary as JSON")
	rest, err := o.parse(args, 1, 1)
	if err != nil {
		return err
	}
	c, err := loadCaseFile(rest[0], *data)
	if err != nil {
		return err
	}
	if *out == "" {
		abs, err := filepath.Abs(rest[0])
		if err != nil {
			return err
		}
		*out = filepath.Join("out", filepath.Base(filepath.Dir(abs)))
	}
	sum, err := mainJob(ctx, e, c, casework.Dir(*out))
	if err != nil {
		return err
	}
	if *asJSON {
		err = printJSON(e.out, sum)
	} else {
		err = sum.print(e)
	}
	if err == nil && (sum.Quarantined > 0 || len(sum.Refused) > 0) {
		err = told{errQuarantined}
	}
	return err
}

// mainJob takes in the case file's sources and makes what is wanted of them.
func mainJob(ctx context.Context, e *env, c *caseFile, dir casework.Dir) (summary, error) {
	started := e.now()
	sum := summary{Case: string(dir), Refused: []string{}}
	if err := c.underCeiling(); err != nil {
		return sum, err
	}
	if err := os.MkdirAll(string(dir), 0o750); err != nil {
		return sum, err
	}
	s, err := openCase(ctx, dir, sqlite.Options{Create: true})
	if err != nil {
		return sum, err
	}
	err = takeIn(ctx, e, c, dir, s, &sum)
	if err = errors.Join(err, s.Close()); err != nil {
		return sum, err
	}
	if err := dir.KeepReport(&c.Report); err != nil {
		return sum, err
	}
	e.doing("computing the figures")
	pic, err := loadCase(ctx, dir)
	if err != nil {
		return sum, err
	}
	e.doing("writing the report")
	if err := dir.Write(pic); err != nil {
		return sum, err
	}
	if pic.Who != nil {
		if err := pic.Who.Write(dir); err != nil {
			return sum, fmt.Errorf("who is who: %w", err)
		}
	}
	warnClosed(e, pic)
	sum.fill(pic)
	sum.Seconds = e.now().Sub(started).Round(10 * time.Millisecond).Seconds()
	sum.PeakMB = float64(peakMemory()/1e5) / 10
	sum.Report, err = dir.ReportAddress()
	return sum, err
}

// underCeiling refuses a case file with a source above the case's ceiling before
// anything of it is stored.
func (c *caseFile) underCeiling() error {
	for _, s := range c.Sources {
		if have := s.terms.Label.Classification(); have > c.Ceiling {
			return fmt.Errorf("source %s is %v, the case's ceiling is %v; nothing was taken in: %w", s.terms.Source, have, c.Ceiling, errPolicy)
		}
	}
	return nil
}

// admit refuses a file with a row whose own label is above the case's ceiling.
func (c *caseFile) admit(l handling.Label) error {
	if have := l.Classification(); have > c.Ceiling {
		return fmt.Errorf("the row is %v, the case's ceiling is %v; nothing of the file was ingested: %w", have, c.Ceiling, errPolicy)
	}
	return nil
}

func takeIn(ctx context.Context, e *env, c *caseFile, dir casework.Dir, s store.Store, sum *summary) error {
	var total int64
	for _, src := range c.Sources {
		for _, f := range src.files {
			if info, err := os.Stat(f); err == nil {
				total += info.Size()
			}
		}
	}
	b := e.bar(total)
	in := ingest.New(s, ingest.Options{Now: e.now, Progress: b.update, TempDir: string(dir), Admit: c.admit})
	defer b.clear()
	for _, src := range c.Sources {
		for _, f := range src.files {
			r, err := addFile(ctx, in, &src, f)
			if err != nil {
				b.clear()
				return errors.Join(err, in.Close())
			}
			b.next(fileSize(f), r.Rows)
			b.clear()
			sum.count(e, &r)
		}
	}
	return in.Flush()
}

func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

func addFile(ctx context.Context, in *ingest.Ingester, src *source, path string) (ingest.Result, error) {
	name := filepath.Base(path)
	f, size, err := casework.OpenInput(path)
	if err != nil {
		return ingest.Result{State: ingest.Refused, Name: name, Reason: err.Error()}, nil
	}
	defer func() { _ = f.Close() }() // read only
	terms, err := src.termsOf(path)
	if err != nil {
		return ingest.Result{State: ingest.Refused, Name: name, Reason: err.Error()}, nil
	}
	return in.Add(ctx, terms, src.recipe, name, f, size)
}

// count adds a contribution's result, and says on the spot what went wrong with it.
func (s *summary) count(e *env, r *ingest.Result) {
	switch r.State {
	case ingest.Added:
		s.Added++
	case ingest.Reread:
		s.Reread++
	case ingest.Unchanged:
		s.Unchanged++
	case ingest.Refused:
		s.Refused = append(s.Refused, r.Name+": "+r.Reason)
		fmt.Fprintf(e.err, "skein: %s refused: %s\n", r.Name, r.Reason)
		return
	}
	if r.Clock != "" && s.Clock == "" {
		s.Clock = r.Clock
		fmt.Fprintf(e.err, "skein: warning: %s\n", r.Clock)
	}
	if r.Reason != "" {
		fmt.Fprintf(e.err, "skein: %s is in quarantine as a whole: %s\n", r.Name, r.Reason)
	} else if r.Quarantined > 0 && r.State != ingest.Unchanged {
		fmt.Fprintf(e.err, "skein: %s: %s of %s in quarantine\n", r.Name, thousands(r.Quarantined), english.Count(r.Rows, "row", "rows"))
	}
	for _, n := range r.Notes {
		fmt.Fprintf(e.err, "skein: %s: note: %s\n", r.Name, n)
	}
}

func (s *summary) fill(p *casework.Picture) {
	s.Checkpoint = p.Set.Checkpoint.String()
	s.Contributions = len(p.Live)
	s.Figures = len(p.Figures)
	s.Persons, s.Entities = p.Set.Table(casework.PersonSchema).Len(), p.Entities
	for _, l := range p.Live {
		s.Records += l.Read.Records
		s.Quarantined += l.Read.Quarantined
	}
}

func (s *summary) print(e *env) error {
	how := ""
	if s.Quarantined > 0 {
		how = " (listed by: skein quarantine list --case " + s.Case + ")"
	}
	_, err := fmt.Fprintf(e.out, `case           %s at checkpoint %s
contributions  %s (%d new, %d read again, %d held already, %d refused)
records        %s
persons        %s by key, %s by resolution
quarantined    %s%s
figures        %d
time           %.2f s, peak memory %.0f MB
report         %s
`, s.Case, s.Checkpoint, thousands(s.Contributions), s.Added, s.Reread, s.Unchanged, len(s.Refused),
		thousands(s.Records), thousands(s.Persons), thousands(s.Entities), thousands(s.Quarantined), how, s.Figures, s.Seconds, s.PeakMB, s.Report)
	return err
}
