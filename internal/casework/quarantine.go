package casework

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"skein/internal/block"
	"skein/internal/ingest"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/store"
)

// Quarantined is a row in quarantine as list and show give it.
type Quarantined struct {
	Entry  record.EntryNo `json:"entry"` // of the contribution
	Source string         `json:"source"`
	Name   string         `json:"name"`
	Part   string         `json:"part,omitempty"`
	Row    int            `json:"row"` // 0: the contribution as a whole
	Column string         `json:"column,omitempty"`
	Reason string         `json:"reason"`
	Raw    []byte         `json:"raw,omitempty"` // original bytes, in base64
}

// At says where in the contribution the row is.
func (q *Quarantined) At() string {
	if q.Row == 0 {
		return "whole"
	}
	if q.Part != "" {
		return q.Part + ":" + strconv.Itoa(q.Row)
	}
	return strconv.Itoa(q.Row)
}

// InQuarantine returns the rows of the last reading of every contribution that
// gave no record.
func InQuarantine(ctx context.Context, s store.Store) ([]Quarantined, error) {
	live, _, err := ledger.Readings(ctx, s)
	if err != nil {
		return nil, err
	}
	rows := []Quarantined{}
	for _, l := range live {
		for b, err := range s.QuarantineBlocks(ctx, l.Read.No) {
			if err != nil {
				return nil, err
			}
			qs, err := block.DecodeQuarantine(b)
			if err != nil {
				return nil, err
			}
			for _, q := range qs {
				rows = append(rows, Quarantined{
					Entry: l.Contribution.Entry, Source: l.Contribution.Source, Name: l.Contribution.Name,
					Part: q.Place.Part, Row: q.Place.Row, Column: q.Column, Reason: q.Reason, Raw: q.Raw,
				})
			}
		}
	}
	return rows, nil
}

// Retry reads contributions again with the settings they were read with and
// another mapping.
func Retry(ctx context.Context, s store.Store, now func() time.Time, temp string, entries []record.EntryNo, text []byte) ([]ingest.Result, error) {
	live, _, err := ledger.Readings(ctx, s)
	if err != nil {
		return nil, err
	}
	in := ingest.New(s, ingest.Options{Now: now, TempDir: temp})
	var results []ingest.Result
	for _, no := range entries {
		rc, err := RecipeOf(ctx, s, live, no)
		if err != nil {
			return results, err
		}
		rc.Mapping = text
		r, err := in.Again(ctx, no, rc)
		if err != nil {
			return results, errors.Join(err, in.Close())
		}
		results = append(results, r)
	}
	return results, in.Flush()
}

// RecipeOf returns how a contribution was read last.
func RecipeOf(ctx context.Context, s store.Store, live []ledger.Live, no record.EntryNo) (ingest.Recipe, error) {
	for _, l := range live {
		if l.Contribution.Entry == no {
			text, err := s.Mapping(ctx, l.Read.Mapping)
			if err != nil {
				return ingest.Recipe{}, err
			}
			return ingest.ParseRecipe(text)
		}
	}
	return ingest.Recipe{}, fmt.Errorf("entry %d: %w", no, ingest.ErrUnknown)
}
