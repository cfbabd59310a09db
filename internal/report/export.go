package report

import (
	"encoding/json"
	"io"
	"strconv"

	"skein/internal/figure"
	"skein/internal/spreadsheet"
)

// wireFigure and wireCell are figures as JSON gives them. Scripts rely on these
// names: they are added to, never changed.
type wireFigure struct {
	ID           string         `json:"id"`
	Title        string         `json:"title"`
	Definition   wireDefinition `json:"definition"`
	Unit         string         `json:"unit"`
	Checkpoint   string         `json:"checkpoint"`
	Label        string         `json:"label"`
	N            int            `json:"n"`     // things that passed the filter
	Known        int            `json:"known"` // of those, the ones that are in the cells
	MissingShare json.Number    `json:"missing_share"`
	Missing      string         `json:"missing"` // in words
	Method       string         `json:"method"`
	Note         string         `json:"note,omitempty"`
	Cells        []wireCell     `json:"cells"`
}

type wireDefinition struct {
	Records  string   `json:"records"`
	Filter   string   `json:"filter,omitempty"`
	Grouping []string `json:"grouping"`
	Measure  string   `json:"measure"`
	Property string   `json:"property,omitempty"`
}

type wireCell struct {
	Keys    map[string]string `json:"keys"`
	IDs     map[string]string `json:"ids,omitempty"` // of what the keys name, where these have IDs
	Value   any               `json:"value"`         // a number, or a word where the cell holds one
	Low     *json.Number      `json:"low"`
	High    *json.Number      `json:"high"`
	N       int               `json:"n"`       // things behind the value; of a share, those that it is a share of
	Records int               `json:"records"` // how many records are its evidence
	Note    string            `json:"note,omitempty"`
}

func number(v float64) json.Number { return json.Number(figure.Raw(v)) }

func toWire(f *figure.Figure) wireFigure {
	w := wireFigure{
		ID: string(f.ID), Title: f.Title, Unit: f.Unit, Checkpoint: f.Checkpoint.String(), Label: f.Label.String(),
		N: f.N, Known: f.Known(), MissingShare: number(f.MissingShare()), Missing: f.MissingInWords(), Method: f.Method, Note: f.Note,
		Definition: wireDefinition{
			Records: f.Definition.Records, Filter: f.Definition.Filter, Measure: f.Definition.Measure,
			Grouping: append([]string{}, f.Definition.Grouping...), Property: string(f.Definition.Property),
		},
		Cells: make([]wireCell, len(f.Cells)),
	}
	for i := range f.Cells {
		c := &f.Cells[i]
		wc := wireCell{Keys: map[string]string{}, Value: json.Number(c.Raw()), N: c.N, Records: c.Evidence.Len(), Note: c.Note}
		if c.Text != "" {
			wc.Value = c.Text
		}
		for k, name := range f.Definition.Grouping {
			wc.Keys[name] = c.Keys[k]
			if c.IDs != nil && c.IDs[k] != c.Keys[k] {
				wc.id(name, c.IDs[k])
			}
		}
		if c.Interval != nil {
			low, high := number(c.Interval.Low), number(c.Interval.High)
			wc.Low, wc.High = &low, &high
		}
		w.Cells[i] = wc
	}
	return w
}

func (c *wireCell) id(name, id string) {
	if c.IDs == nil {
		c.IDs = map[string]string{}
	}
	c.IDs[name] = id
}

// JSON writes figures as an array.
func JSON(w io.Writer, figures []figure.Figure) error {
	out := make([]wireFigure, len(figures))
	for i := range figures {
		out[i] = toWire(&figures[i])
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

// CSV writes one figure as a table: a column for each key, then value, low, high,
// n, records and note, and a column of IDs for each key that shows names ("place_id").
// Numbers are given in full, as in JSON; a text that a spreadsheet would compute has an
// apostrophe before it (see package spreadsheet).
func CSV(w io.Writer, f *figure.Figure) error {
	out := spreadsheet.NewWriter(w)
	header := append(append([]string{}, f.Definition.Grouping...), "value", "low", "high", "n", "records", "note")
	ids := f.Identified()
	for _, k := range ids {
		header = append(header, f.Definition.Grouping[k]+"_id")
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for i := range f.Cells {
		c := &f.Cells[i]
		var low, high string
		if c.Interval != nil {
			low, high = figure.Raw(c.Interval.Low), figure.Raw(c.Interval.High)
		}
		row := append(append([]string{}, c.Keys...), c.Raw(), low, high, strconv.Itoa(c.N), strconv.Itoa(c.Evidence.Len()), c.Note)
		for _, k := range ids {
			row = append(row, c.ID(k))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return out.Flush()
}
