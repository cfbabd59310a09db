package picture_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"skein/internal/block"
	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/picture"
	"skein/internal/record"
	"skein/internal/store"
	"skein/internal/store/memory"
)

const mapping = `queries:
  - entities:
      flow:
        schema: Flow
        keys: [route, month]
        properties:
          measure: {literal: detections}
          route: {column: route}
          period: {column: month}
          count: {column: n}
`

// sent is a contribution: its owner, the day it was received, its rows.
type sent struct{ owner, day, rows string }

// take takes contributions into a new case, in the given order.
func take(t *testing.T, contributions []sent) store.Store {
	t.Helper()
	s := memory.New()
	in := ingest.New(s, ingest.Options{})
	for _, c := range contributions {
		day, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		text := "route,month,n\n" + c.rows
		terms := ingest.Terms{Source: "flows", Owner: c.owner, Label: handling.Public(), Received: day}
		if _, err := in.Add(context.Background(), terms, ingest.Recipe{Mapping: []byte(mapping)}, c.owner+c.day+".csv", strings.NewReader(text), int64(len(text))); err != nil {
			t.Fatal(err)
		}
	}
	if err := in.Flush(); err != nil {
		t.Fatal(err)
	}
	return s
}

func figures(t *testing.T, s store.Store) []figure.Figure {
	t.Helper()
	set, err := picture.Load(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	all, err := picture.Figures(t.Context(), set, picture.Wanted{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// values tells what figures say, without where their evidence stands.
func values(all []figure.Figure) map[string][]string {
	m := map[string][]string{}
	for i := range all {
		for _, c := range all[i].Cells {
			m[string(all[i].ID)] = append(m[string(all[i].ID)], strings.Join(c.Keys, "|")+" = "+c.Raw())
		}
	}
	return m
}

func TestALaterCountOfOneOwnerReplacesTheEarlier(t *testing.T) {
	s := take(t, []sent{
		{"AA", "2016-01-01", "West,2015-07,100\nWest,2015-08,50\n"},
		{"AA", "2016-02-01", "West,2015-08,60\n"},
		{"BB", "2016-01-15", "East,2015-08,7\n"},
	})
	got := values(figures(t, s))
	if diff := cmp.Diff([]string{"East|2015 = 7", "West|2015 = 160"}, got["detections.by_route_year"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"AA = 2", "BB = 1"}, got["contributions.by_owner"]); diff != "" {
		t.Error(diff)
	}
}

func TestTheOrderOfArrivalDoesNotMatter(t *testing.T) {
	all := []sent{
		{"AA", "2016-01-01", "West,2015-07,100\nWest,2015-08,50\n"},
		{"AA", "2016-02-01", "West,2015-08,60\n"},
		{"BB", "2016-01-15", "East,2015-08,7\nWest,2015-08,9\n"},
		{"BB", "2016-01-10", "East,2015-08,8\n"},
		{"CC", "2016-03-01", "North,2014-01,1\n"},
	}
	want := values(figures(t, take(t, all)))
	rapid.Check(t, func(rt *rapid.T) {
		if diff := cmp.Diff(want, values(figures(t, take(t, rapid.Permutation(all).Draw(rt, "order"))))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestFiguresAreSortedAndNamedOnce(t *testing.T) {
	all := figures(t, memory.New())
	if len(all) < 70 {
		t.Errorf("only %d figures", len(all))
	}
	if !slices.IsSortedFunc(all, func(a, b figure.Figure) int { return strings.Compare(string(a.ID), string(b.ID)) }) {
		t.Error("figures are not sorted by ID")
	}
}

// damaged is a case whose record blocks were cut short.
type damaged struct{ store.Store }

func (d damaged) RecordBlocks(ctx context.Context, no record.EntryNo) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for b, err := range d.Store.RecordBlocks(ctx, no) {
			if !yield(b[:len(b)-1], err) {
				return
			}
		}
	}
}

func TestDamagedBlocksAreAnError(t *testing.T) {
	s := take(t, []sent{{"AA", "2016-01-01", "West,2015-07,100\n"}})
	if _, err := picture.Load(context.Background(), damaged{s}); !errors.Is(err, block.ErrCorrupt) {
		t.Errorf("Load gave %v, want ErrCorrupt", err)
	}
}
