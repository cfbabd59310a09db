package api

import (
	"cmp"
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/claim"
	"skein/internal/figure"
	"skein/internal/report"
)

// key figures of the first page: those a case has.
var keyFigures = []figure.ID{
	"detections.by_year", "detections.by_route_year", "arrivals.by_year", "incidents.by_year", "incidents.dead_and_missing", "suspects.count", "networks.count", "networks.detected.count",
	"fees.by_year", "communications.persons", "documents.by_kind", "origins.count", "payments.by_means",
}

type keyFigure struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Unit   string   `json:"unit"`
	Keys   []string `json:"keys"` // of the value
	IDs    []string `json:"ids"`  // of what they name
	Value  string   `json:"value"`
	Range  string   `json:"range,omitempty"`
	N      int      `json:"n"`                // things behind the value; of a share, those that it is a share of
	Change string   `json:"change,omitempty"` // on the year before, as detections.change_on_year has it
	Series []cell   `json:"series"`           // by year, where the figure has years
}

type pictureBody struct {
	Title         string         `json:"title"`
	Checkpoint    string         `json:"checkpoint"`
	User          string         `json:"user"`
	Purpose       string         `json:"purpose"`
	Condition     condition      `json:"condition"`
	Label         string         `json:"label"`
	Contributions int            `json:"contributions"`
	Records       int            `json:"records"`
	Quarantined   int            `json:"quarantined"`
	Persons       int            `json:"persons"`
	Entities      int            `json:"entities"`
	Questions     int            `json:"questions"`
	Key           []keyFigure    `json:"key"`
	Latest        []contribution `json:"latest"`
	Alerts        []alert        `json:"alerts"`
}

// alert is something to look at.
type alert struct {
	Text string `json:"text"`
	Link string `json:"link"` // address within the workbench
}

func (s *Server) pictureCalls(a huma.API) {
	get(a, "/api/picture", "The case at a glance", func(ctx context.Context, _ *none) (*body[pictureBody], error) {
		v := s.current.Load()
		p := v.picture
		out := pictureBody{
			Title: p.Wanted.Title, Checkpoint: v.checkpoint(), User: s.o.User, Purpose: purposeOf(ctx, s).String(), Condition: s.condition(), Contributions: len(p.Live),
			Persons: p.Set.Table("Person").Len(), Entities: p.Entities, Questions: len(s.waiting(v)), Key: []keyFigure{}, Latest: []contribution{}, Alerts: []alert{},
		}
		out.Label = v.handling.String()
		for _, l := range p.Live {
			out.Records += l.Read.Records
			out.Quarantined += l.Read.Quarantined
		}
		whole := report.LastWholeYear(p.Cited)
		for _, id := range keyFigures {
			if f := p.Cited(id); f != nil && len(f.Cells) > 0 {
				out.Key = append(out.Key, keysOf(f, whole, p.Cited)...)
			}
		}
		list := v.contributions()
		for i := len(list) - 1; i >= 0 && len(out.Latest) < 8; i-- {
			out.Latest = append(out.Latest, list[i])
		}
		out.Alerts = v.alerts()
		return answer(out), nil
	})
}

// keysOf shortens a figure to its one value, or its largest; of years, to the last, with
// those before; of routes, to the largest of the last year.
func keysOf(f *figure.Figure, whole string, cited func(figure.ID) *figure.Figure) []keyFigure {
	year := slices.Index(f.Definition.Grouping, "year")
	last := ""
	if year >= 0 {
		// As in the report: a year that is not over compares with none.
		for i := range f.Cells {
			if k := f.Cells[i].Keys[year]; last != whole && (k > last || k == whole) {
				last = k
			}
		}
	}
	var best []*figure.Cell
	for i := range f.Cells {
		if c := &f.Cells[i]; year < 0 || c.Keys[year] == last {
			best = append(best, c)
		}
	}
	slices.SortStableFunc(best, func(a, b *figure.Cell) int {
		middle := func(c *figure.Cell) int { return slices.Index(c.Keys, "median") }
		return cmp.Or(-cmp.Compare(middle(a), middle(b)), -cmp.Compare(a.Value, b.Value))
	})
	most := 1
	if slices.Contains(f.Definition.Grouping, "route") {
		most = 3
	}
	var out []keyFigure
	for _, at := range best[:min(most, len(best))] {
		c := cellOf(f, at)
		k := keyFigure{ID: string(f.ID), Title: f.Title, Unit: f.UnitOf(c.Text), N: c.N, Keys: c.Keys, IDs: c.IDs, Value: c.Text, Range: c.Range, Series: []cell{}}
		if year >= 0 {
			for i := range f.Cells {
				if others(f.Cells[i].Identity(), year, at.Identity()) && f.Cells[i].Keys[year] <= last {
					k.Series = append(k.Series, cellOf(f, &f.Cells[i]))
				}
			}
		}
		if change := cited("detections.change_on_year"); change != nil && f.ID == "detections.by_route_year" {
			if c, err := change.Cell(at.Identity()...); err == nil && c.Text == "" {
				k.Change = change.FormatValue(c) + " " + change.Unit
				if c.Value > 0 {
					k.Change = "+" + k.Change
				}
			}
		}
		out = append(out, k)
	}
	return out
}

// others reports whether all keys but one are the same.
func others(a []string, but int, b []string) bool {
	for i := range a {
		if i != but && a[i] != b[i] {
			return false
		}
	}
	return true
}

// alerts are what an analyst should look at: published statements that differ, markets that
// changed by more than chance, contributions of which much is in quarantine.
func (v *snapshot) alerts() []alert {
	out := []alert{}
	for _, c := range v.claims("claims.check") {
		if c.Verdict == claim.Differs {
			out = append(out, alert{"Published otherwise: " + cmp.Or(c.Says, c.ID) + " (" + c.Note + ")", "/figures/claims.check"})
		}
	}
	for _, id := range []figure.ID{"networks.concentration_trend_by_route", "networks.concentration_trend_by_hub"} {
		f := v.picture.Cited(id)
		if f == nil {
			continue
		}
		for i := range f.Cells {
			if c := &f.Cells[i]; c.Interval != nil && (c.Interval.Low > 0 || c.Interval.High < 0) {
				out = append(out, alert{f.Title + ": " + c.Keys[0] + " " + f.FormatValue(c), "/figures/" + string(id)})
			}
		}
	}
	for _, c := range v.contributions() {
		if c.Quarantined > 0 && 10*c.Quarantined >= c.Records {
			out = append(out, alert{"Much of " + c.Name + " is in quarantine", "/contributions/" + c.number()})
		}
	}
	return out[:min(len(out), 12)]
}
