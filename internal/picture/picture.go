// Package picture builds the picture of a case: its records as columns, and the
// figures computed from them, at one checkpoint of the ledger.
//
// The picture is a pure function of the records that the ledger accounts for.
// Nothing of it is stored: whoever asks for a figure gets it computed from the
// records, so that no stored number can grow old or be altered.
package picture

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"skein/internal/block"
	"skein/internal/column"
	"skein/internal/crime"
	"skein/internal/figure"
	"skein/internal/fund"
	"skein/internal/handling"
	"skein/internal/holding"
	"skein/internal/ledger"
	"skein/internal/network"
	"skein/internal/place"
	"skein/internal/store"
	"skein/internal/trend"
)

// Load reads the last reading of every contribution into columns.
func Load(ctx context.Context, s store.Store) (*column.Set, error) {
	live, at, err := ledger.Readings(ctx, s)
	if err != nil {
		return nil, err
	}
	b := column.NewBuilder()
	for _, l := range live {
		b.Contribution(l.Contribution)
		for data, err := range s.RecordBlocks(ctx, l.Read.No) {
			if err != nil {
				return nil, fmt.Errorf("records of entry %d: %w", l.Read.No, err)
			}
			r, err := block.NewReader(l.Read.No, data)
			if err != nil {
				return nil, err
			}
			if err := b.Block(r); err != nil {
				return nil, err
			}
		}
	}
	return b.Build(at), nil
}

// engines make the figures of the picture, each of its own part of the field.
var engines = []func(*column.Set) []figure.Figure{
	trend.Figures, place.Figures, fund.Figures, crime.Figures, holding.Figures,
}

// Wanted is what figures rest on besides records.
type Wanted struct {
	Persons []uint32          // the entity of each row of the table of persons, as resolution has it; nil: each row by itself
	Network *network.Settings // nil: the usual ones
}

// Figures computes all figures of a set, sorted by ID. An error says that an engine made a
// figure that may not be shown.
func Figures(ctx context.Context, set *column.Set, w Wanted) ([]figure.Figure, error) {
	settings := network.UsualSettings()
	if w.Network != nil {
		settings = *w.Network
	}
	all, err := network.Figures(ctx, set, w.Persons, settings)
	if err != nil {
		return nil, err
	}
	for _, engine := range engines {
		all = append(all, engine(set)...)
	}
	slices.SortFunc(all, func(a, b figure.Figure) int { return cmp.Compare(a.ID, b.ID) })
	for i := range all {
		if all[i].N == 0 && len(all[i].Cells) == 0 {
			all[i].Label = handling.Public() // what is made of nothing gives nothing away
		}
		if err := all[i].Check(); err != nil {
			return nil, err
		}
		if i > 0 && all[i].ID == all[i-1].ID {
			return nil, fmt.Errorf("two figures are named %s", all[i].ID)
		}
	}
	return all, nil
}
