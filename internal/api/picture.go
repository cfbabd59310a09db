package api

import (
	"context"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/figure"
)

// key figures of the first page: those a case has.
var keyFigures = []figure.ID{
	"detections.by_year", "arrivals.by_year", "incidents.by_year", "incidents.dead_and_missing", "suspects.count", "networks.count", "networks.detected.count",
	"fees.by_year", "communications.persons", "documents.by_kind", "origins.count", "payments.by_means",
}

type keyFigure struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Unit   string `json:"unit"`
	Key    string `json:"key,omitempty"` // of the value: the last year
	Value  string `json:"value"`
	Range  string `json:"range,omitempty"`
	Change string `json:"change,omitempty"` // what detections.change_on_year or the like says of it
	Series []cell `json:"series"`           // by year, where the figure has years
}

type pictureBody struct {
	Title         string         `json:"title"`
	Checkpoint    string         `json:"checkpoint"`
	User          string         `json:"user"`
	Purpose       string         `json:"purpose"`
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
		v := s.view.Load()
		p := v.picture
		out := pictureBody{
			Title: p.Wanted.Title, Checkpoint: v.checkpoint(), User: s.o.User, Purpose: purposeOf(ctx, s).String(), Contributions: len(p.Live),
			Persons: p.Set.Table("Person").Len(), Entities: p.Entities, Questions: len(v.questions), Key: []keyFigure{}, Latest: []contribution{}, Alerts: []alert{},
		}
		labels := p.Set.NewLabels()
		for _, t := range p.Set.Tables() {
			for row := range t.Len() {
				labels.Add(t.Records(row)...)
			}
		}
		out.Label = labels.Join().String()
		for _, l := range p.Live {
			out.Records += l.Read.Records
			out.Quarantined += l.Read.Quarantined
		}
		for _, id := range keyFigures {
			if f := p.Cited(id); f != nil && len(f.Cells) > 0 {
				out.Key = append(out.Key, keyOf(f, p.Cited))
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

// keyOf shortens a figure to its last year, or its one value, or its largest.
func keyOf(f *figure.Figure, cited func(figure.ID) *figure.Figure) keyFigure {
	k := keyFigure{ID: string(f.ID), Title: f.Title, Unit: f.Unit, Series: []cell{}}
	at := &f.Cells[0]
	if len(f.Definition.Grouping) == 1 && f.Definition.Grouping[0] == "year" {
		at = &f.Cells[len(f.Cells)-1]
		for i := range f.Cells {
			k.Series = append(k.Series, cellOf(f, &f.Cells[i]))
		}
		if change := cited(figure.ID(strings.TrimSuffix(string(f.ID), "by_year") + "change_on_year")); change != nil {
			if c, err := change.Cell(at.Keys...); err == nil {
				k.Change = change.FormatValue(c) + " " + change.Unit
			}
		}
	} else if len(f.Cells) > 1 {
		for i := range f.Cells {
			if f.Cells[i].Value > at.Value {
				at = &f.Cells[i]
			}
		}
	}
	c := cellOf(f, at)
	k.Key, k.Value, k.Range = strings.Join(at.Keys, ", "), c.Text, c.Range
	return k
}

// alerts are what an analyst should look at: claims that do not recompute, markets that
// changed by more than chance, contributions of which much is in quarantine.
func (v *view) alerts() []alert {
	out := []alert{}
	if f := v.picture.Cited("claims.check"); f != nil {
		for i := range f.Cells {
			if text := f.Cells[i].Text; text != "" && text != "recomputes" {
				out = append(out, alert{"Claim " + f.Cells[i].Keys[0] + ": " + text, "/figures/claims.check"})
			}
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
