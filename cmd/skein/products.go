package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"skein/internal/claim"
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/ledger"
	"skein/internal/picture"
	"skein/internal/place"
	"skein/internal/report"
	"skein/internal/store"
)

// pictured is a case's picture with all figures, the claims check among them, and
// the report that is wanted of it.
type pictured struct {
	set      *column.Set
	live     []ledger.Live
	entities int             // persons by resolution
	who      *who            // who is who among persons; nil: as written down, or there are none
	figures  []figure.Figure // by ID
	wanted   reportWanted
	claims   claim.List
}

// picture computes everything from the records of the case.
func (d caseDir) picture(ctx context.Context, s store.Store) (*pictured, error) {
	p := &pictured{}
	var err error
	if p.wanted, err = d.reportKept(); err != nil {
		return nil, err
	}
	if p.live, _, err = ledger.Readings(ctx, s); err != nil {
		return nil, err
	}
	if p.set, err = picture.Load(ctx, s); err != nil {
		return nil, err
	}
	persons, err := d.persons(p)
	if err != nil {
		return nil, fmt.Errorf("who is who: %w", err)
	}
	if p.figures, err = picture.Figures(ctx, p.set, picture.Wanted{Persons: persons, Ties: p.wanted.Ties.weights()}); err != nil {
		return nil, err
	}
	if p.wanted.Claims != "" {
		if p.claims, err = claim.Parse([]byte(p.wanted.Claims)); err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err // before files of an earlier picture are replaced by some of this one
	}
	check := claim.Check(p.claims, p.figures)
	if err := check.Check(); err != nil {
		return nil, err
	}
	p.figures = append(p.figures, check)
	slices.SortFunc(p.figures, func(a, b figure.Figure) int { return cmp.Compare(a.ID, b.ID) })
	return p, nil
}

// cited returns the figure with an ID, or nil.
func (p *pictured) cited(id figure.ID) *figure.Figure {
	for i := range p.figures {
		if p.figures[i].ID == id {
			return &p.figures[i]
		}
	}
	return nil
}

func (d caseDir) path(name string) string { return filepath.Join(string(d), name) }

// keepReport remembers which report is wanted of the case.
func (d caseDir) keepReport(r *reportWanted) error {
	b, err := yaml.Marshal(r)
	if err != nil {
		return err
	}
	return replaceFile(d.path("report.yaml"), b)
}

// reportKept returns what keepReport kept; a plain report where nobody asked for
// a particular one.
func (d caseDir) reportKept() (reportWanted, error) {
	r := reportWanted{Title: filepath.Base(string(d))}
	b, err := os.ReadFile(d.path("report.yaml"))
	if errors.Is(err, os.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = yaml.Unmarshal(b, &r)
	}
	return r, err
}

// write makes the products: the report, the figures as JSON and each as CSV.
func (d caseDir) write(p *pictured) error {
	var b bytes.Buffer
	if err := report.JSON(&b, p.figures); err != nil {
		return err
	}
	if err := replaceFile(d.path("figures.json"), b.Bytes()); err != nil {
		return err
	}
	if err := os.MkdirAll(d.path("figures"), 0o750); err != nil {
		return err
	}
	for i := range p.figures {
		b.Reset()
		if err := report.CSV(&b, &p.figures[i]); err != nil {
			return err
		}
		if err := replaceFile(d.path(filepath.Join("figures", string(p.figures[i].ID)+".csv")), b.Bytes()); err != nil {
			return err
		}
	}
	b.Reset()
	if err := report.HTML(&b, p.input()); err != nil {
		return err
	}
	return replaceFile(d.path("report.html"), b.Bytes())
}

// input is what the report is rendered from.
func (p *pictured) input() report.Input {
	in := report.Input{Title: p.wanted.Title, Subtitle: p.wanted.Subtitle, Edition: p.wanted.Edition, Figures: p.figures, Checkpoint: p.set.Checkpoint}
	if m := p.wanted.Map; m != nil {
		in.Bounds = &report.Bounds{West: m.West, South: m.South, East: m.East, North: m.North}
	}
	for _, pt := range place.Points(p.set) {
		in.Points = append(in.Points, report.Point{Lat: pt.Position.Lat(), Lon: pt.Position.Lon(), Weight: pt.Weight, Route: pt.Route, Title: pt.Title})
	}
	for _, l := range p.live {
		in.Sources = append(in.Sources, report.Source{
			Contribution: l.Contribution, Read: l.Read.No, Records: l.Read.Records, Quarantined: l.Read.Quarantined,
		})
	}
	for _, c := range p.claims.Claims {
		in.Claims = append(in.Claims, report.Claim{ID: string(c.ID), Says: c.Says, Where: c.Where})
	}
	in.ClaimsSource = p.claims.Source
	return in
}

// replaceFile writes a file whole or not at all.
func replaceFile(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
}

// reportAddress returns the report's address for a browser.
func (d caseDir) reportAddress() (string, error) {
	abs, err := filepath.Abs(d.path("report.html"))
	if err != nil {
		return "", fmt.Errorf("address of the report: %w", err)
	}
	return (&url.URL{Scheme: "file", Path: strings.ReplaceAll(abs, `\`, "/")}).String(), nil
}
