package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"skein/internal/claim"
	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/ledger"
	"skein/internal/network"
	"skein/internal/picture"
	"skein/internal/place"
	"skein/internal/report"
	"skein/internal/store"
)

// Picture is a case's picture with all figures, the claims check among them, and
// the report that is wanted of it.
type Picture struct {
	Set      *column.Set
	Live     []ledger.Live
	Entities int             // persons by resolution
	Entity   []uint32        // of each row of the table of persons: a row of the same person
	Who      *Who            // who is who among persons; nil: as written down, or there are none
	Figures  []figure.Figure // by ID
	Wanted   Wanted
	Claims   claim.List
}

// Picture computes everything from the records of the case.
func (d Dir) Picture(ctx context.Context, s store.Store) (*Picture, error) {
	p := &Picture{}
	var err error
	if p.Wanted, err = d.reportKept(); err != nil {
		return nil, err
	}
	if p.Live, _, err = ledger.Readings(ctx, s); err != nil {
		return nil, err
	}
	if p.Set, err = picture.Load(ctx, s); err != nil {
		return nil, err
	}
	if p.Entity, err = d.persons(p); err != nil {
		return nil, fmt.Errorf("who is who: %w", err)
	}
	if p.Figures, err = picture.Figures(ctx, p.Set, picture.Wanted{Persons: p.Entity, Network: p.Wanted.Network()}); err != nil {
		return nil, err
	}
	if p.Wanted.Claims != "" {
		if p.Claims, err = claim.Parse([]byte(p.Wanted.Claims)); err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err // before files of an earlier picture are replaced by some of this one
	}
	check := claim.Check(p.Claims, p.Figures)
	if err := check.Check(); err != nil {
		return nil, err
	}
	p.Figures = append(p.Figures, check)
	slices.SortFunc(p.Figures, func(a, b figure.Figure) int { return cmp.Compare(a.ID, b.ID) })
	return p, nil
}

// Networks returns the networks that the figures are of: of the same persons, by the same
// settings.
func (p *Picture) Networks(ctx context.Context) (*network.Found, error) {
	return network.Find(ctx, p.Set, p.Entity, *p.Wanted.Network())
}

// Cited returns the figure with an ID, or nil.
func (p *Picture) Cited(id figure.ID) *figure.Figure {
	for i := range p.Figures {
		if p.Figures[i].ID == id {
			return &p.Figures[i]
		}
	}
	return nil
}

// Input is what the report is rendered from.
func (p *Picture) Input() report.Input {
	in := report.Input{Title: p.Wanted.Title, Subtitle: p.Wanted.Subtitle, Edition: p.Wanted.Edition, Figures: p.Figures, Checkpoint: p.Set.Checkpoint}
	if m := p.Wanted.Map; m != nil {
		in.Bounds = &report.Bounds{West: m.West, South: m.South, East: m.East, North: m.North}
	}
	for _, pt := range place.Points(p.Set) {
		in.Points = append(in.Points, report.Point{Lat: pt.Position.Lat(), Lon: pt.Position.Lon(), Weight: pt.Weight, Route: pt.Route, Title: pt.Title})
	}
	for _, l := range p.Live {
		held := p.Set.Held(&l.Contribution)
		in.Sources = append(in.Sources, report.Source{
			Contribution: l.Contribution, Read: l.Read.No, Records: l.Read.Records, Quarantined: l.Read.Quarantined, Grades: held.Grades, Label: held.Label,
		})
	}
	for _, c := range p.Claims.Claims {
		in.Claims = append(in.Claims, report.Claim{ID: string(c.ID), Says: c.Says, Where: c.Where})
	}
	in.ClaimsSource = p.Claims.Source
	return in
}
