package api

import (
	"context"
	"encoding/json"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/figure"
	"skein/internal/record"
	"skein/internal/report"
	"skein/internal/store"
	"skein/internal/term"
)

// FigureLine is a figure without its cells.
type FigureLine struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Unit    string `json:"unit"`
	Cells   int    `json:"cells"`
	N       int    `json:"n"`       // things that passed the filter
	Missing string `json:"missing"` // share of n, in per cent
	Of      string `json:"of"`      // n of the values: of shares, how many things they are of
	Lacks   string `json:"lacks"`   // what is missing, in words
	Label   string `json:"label"`
}

// cell is a cell as people read it; Value is the number in full, for what is drawn.
type cell struct {
	Keys    []string `json:"keys"`
	IDs     []string `json:"ids"`  // of what the keys name: they say which cell it is
	Text    string   `json:"text"` // with the figure's decimals, or a word
	Value   float64  `json:"value"`
	Low     *float64 `json:"low,omitempty"`
	High    *float64 `json:"high,omitempty"`
	Range   string   `json:"range,omitempty"` // the interval as people read it
	N       int      `json:"n"`
	Records int      `json:"records"`
	Note    string   `json:"note,omitempty"`
}

type figureBody struct {
	FigureLine

	Records    string   `json:"records"`
	Filter     string   `json:"filter"`
	Measure    string   `json:"measure"`
	Method     string   `json:"method"`
	Note       string   `json:"note"`
	Grouping   []string `json:"grouping"`
	Checkpoint string   `json:"checkpoint"`
	Total      int      `json:"total"` // cells that fit the filter
	Rows       []cell   `json:"rows"`

	Claims []claimLine `json:"claims"` // what others published of the figure
}

// claimLine is a published statement held against a figure.
type claimLine struct {
	ID      string `json:"id"`
	Says    string `json:"says"`
	Where   string `json:"where"`
	Verdict string `json:"verdict"`
	Note    string `json:"note"`
}

// claims returns the statements that name a figure; of claims.check, all.
func (v *snapshot) claims(id figure.ID) []claimLine {
	out := []claimLine{}
	check := v.picture.Cited("claims.check")
	for i := range v.picture.Claims.Claims {
		c := &v.picture.Claims.Claims[i]
		if id != "claims.check" && c.Figure() != id || check == nil {
			continue
		}
		if cell, err := check.Cell(string(c.ID)); err == nil {
			out = append(out, claimLine{string(c.ID), c.Says, c.Where, cell.Text, cell.Note})
		}
	}
	return out
}

func lineOf(f *figure.Figure) FigureLine {
	return FigureLine{
		ID: string(f.ID), Title: f.Title, Unit: f.Unit, Cells: len(f.Cells), N: f.N, Missing: strconv.FormatFloat(100*f.MissingShare(), 'f', 1, 64),
		Of: f.Bases(f.AllCells()), Lacks: f.MissingInWords(), Label: f.Label.String(),
	}
}

func cellOf(f *figure.Figure, c *figure.Cell) cell {
	out := cell{Keys: append([]string{}, c.Keys...), IDs: append([]string{}, c.Identity()...), Text: f.FormatValue(c), Value: c.Value, N: c.N, Records: c.Evidence.Len(), Note: c.Note}
	if c.Interval != nil {
		out.Low, out.High = &c.Interval.Low, &c.Interval.High
		out.Range = f.Format(c.Interval.Low) + " – " + f.Format(c.Interval.High)
	}
	return out
}

// figure returns a figure and those of its cells whose keys have all texts in them.
func (v *snapshot) figure(id string, where []string, sort string, p Paging) (*figureBody, error) {
	f := v.picture.Cited(figure.ID(id))
	if f == nil {
		return nil, casework.AskedError{Reason: "there is no figure " + id + " at this checkpoint"}
	}
	out := &figureBody{
		FigureLine: lineOf(f), Records: f.Definition.Records, Filter: f.Definition.Filter, Measure: f.Definition.Measure, Method: f.Method, Note: f.Note,
		Grouping: append([]string{}, f.Definition.Grouping...), Checkpoint: f.Checkpoint.String(), Rows: []cell{}, Claims: v.claims(f.ID),
	}
	var cells []*figure.Cell
	for i := range f.Cells {
		all := string(term.Fold(strings.Join(slices.Concat(f.Cells[i].Keys, f.Cells[i].IDs), "|")))
		if !slices.ContainsFunc(where, func(text string) bool { return !strings.Contains(all, string(term.Fold(text))) }) {
			cells = append(cells, &f.Cells[i])
		}
	}
	order(cells, out.Grouping, sort)
	out.Total = len(cells)
	from, to := p.from(len(cells))
	for _, c := range cells[from:to] {
		out.Rows = append(out.Rows, cellOf(f, c))
	}
	return out, nil
}

// order sorts cells by a key or by "value" or "n"; a minus before it turns the order.
func order(cells []*figure.Cell, grouping []string, by string) {
	by, down := strings.CutPrefix(by, "-")
	var compare func(a, b *figure.Cell) int
	if k := slices.Index(grouping, by); k >= 0 {
		compare = func(a, b *figure.Cell) int { return strings.Compare(a.Keys[k], b.Keys[k]) }
	} else if by == "value" {
		compare = func(a, b *figure.Cell) int { return compareFloat(a.Value, b.Value) }
	} else if by == "n" {
		compare = func(a, b *figure.Cell) int { return a.N - b.N }
	} else {
		return
	}
	slices.SortStableFunc(cells, func(a, b *figure.Cell) int {
		if down {
			a, b = b, a
		}
		return compare(a, b)
	})
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// past is the value of a figure's cell at an earlier checkpoint.
type past struct {
	Checkpoint string            `json:"checkpoint"`
	Values     map[string]string `json:"values"` // by the IDs of keys, joined by " | "
}

// mostKept is how many cells a figure has at most of which the history is kept.
const mostKept = 100

// remember writes the figures of a snapshot down, for their history.
func (s *Server) remember(v *snapshot) error {
	file := path.Join("history", strings.ReplaceAll(v.checkpoint(), "@", "-")+".json")
	if _, err := s.o.Dir.Kept(file); err == nil {
		return nil
	}
	kept := map[string]map[string]string{}
	for i := range v.picture.Figures {
		f := &v.picture.Figures[i]
		if len(f.Cells) > mostKept {
			continue
		}
		values := map[string]string{}
		for k := range f.Cells {
			values[strings.Join(f.Cells[k].Identity(), " | ")] = f.FormatValue(&f.Cells[k])
		}
		kept[string(f.ID)] = values
	}
	b, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	return s.o.Dir.Keep(file, v.checkpoint(), b)
}

// history returns a figure's values at earlier checkpoints, the oldest first.
func (s *Server) history(id string) ([]past, error) {
	files, err := s.o.Dir.List("history")
	if err != nil {
		return nil, err
	}
	out := []past{}
	for _, name := range files {
		b, err := s.o.Dir.Kept(path.Join("history", name))
		if err != nil {
			return nil, err
		}
		kept := map[string]map[string]string{}
		if err := json.Unmarshal(b, &kept); err != nil {
			return nil, err
		}
		if values, ok := kept[id]; ok {
			out = append(out, past{strings.TrimSuffix(strings.Replace(name, "-", "@", 1), ".json"), values})
		}
	}
	slices.SortStableFunc(out, func(a, b past) int { return entryOf(a.Checkpoint) - entryOf(b.Checkpoint) })
	return out, nil
}

func entryOf(checkpoint string) int {
	text, _, _ := strings.Cut(checkpoint, "@")
	n, _ := strconv.Atoi(text) // a file of another name is the oldest
	return n
}

type figuresBody struct {
	Total   int          `json:"total"`
	Figures []FigureLine `json:"figures"`
}

type evidenceBody struct {
	Total int               `json:"total"`
	Value string            `json:"value"`
	Unit  string            `json:"unit"`
	Cell  map[string]string `json:"cell"`
	Sum   *float64          `json:"sum,omitempty"`
	Rows  []evidence        `json:"rows"`
}

func (s *Server) figureCalls(a huma.API) {
	get(a, "/api/figures", "All figures", func(_ context.Context, in *struct {
		Paging

		Q string `query:"q" maxLength:"200" doc:"only those with this text in ID or title"`
	},
	) (*body[figuresBody], error) {
		var out figuresBody
		all := []FigureLine{}
		v := s.current.Load()
		for i := range v.picture.Figures {
			line := lineOf(&v.picture.Figures[i])
			if strings.Contains(strings.ToLower(line.ID+" "+line.Title), strings.ToLower(in.Q)) {
				all = append(all, line)
			}
		}
		from, to := in.from(len(all))
		out.Total, out.Figures = len(all), all[from:to]
		return answer(out), nil
	})
	get(a, "/api/figures/{id}", "One figure with its cells", func(_ context.Context, in *struct {
		Paging

		ID    string   `path:"id" maxLength:"100"`
		Where []string `query:"where,explode" maxItems:"10" doc:"only cells whose keys have this text in them"`
		Sort  string   `query:"sort" maxLength:"60" doc:"a key, value or n; with - before it the largest first"`
	},
	) (*body[*figureBody], error) {
		f, err := s.current.Load().figure(in.ID, in.Where, in.Sort, in.Paging)
		if err != nil {
			return nil, err
		}
		return answer(f), nil
	})
	get(a, "/api/figures/{id}/evidence", "The records that cells of a figure rest on", func(ctx context.Context, in *struct {
		Paging

		ID   string   `path:"id" maxLength:"100"`
		Keys []string `query:"key,explode" maxItems:"10" doc:"the keys of the cell, by ID or as shown, in the figure's order; those left out match all"`
		Raw  bool     `query:"source" doc:"with each source row as it came"`
	},
	) (*body[evidenceBody], error) {
		var out evidenceBody
		v := s.current.Load()
		st, err := s.o.Open(ctx, false)
		if err != nil {
			return nil, err
		}
		defer func() { _ = st.Close() }() // read only
		x, err := v.picture.Explain(ctx, st, figure.ID(in.ID), in.Keys, false, s.o.Scratch)
		if errors.Is(err, figure.ErrCell) {
			return nil, casework.AskedError{Reason: err.Error()}
		}
		if err != nil {
			return nil, err
		}
		from, to := in.from(len(x.Records))
		out.Total, out.Value, out.Unit, out.Cell, out.Sum = len(x.Records), x.Value, x.Unit, x.Cell, x.Sum
		rows := x.Records[from:to]
		if in.Raw {
			if err := v.picture.SourceRows(ctx, st, rows, s.o.Scratch); err != nil {
				return nil, err
			}
		}
		out.Rows, err = v.evidence(ctx, st, rows)
		return answer(out), err
	})
	get(a, "/api/figures/{id}/history", "Values of a figure at earlier checkpoints", func(_ context.Context, in *struct {
		ID string `path:"id" maxLength:"100"`
	},
	) (*body[[]past], error) {
		h, err := s.history(in.ID)
		if err != nil {
			return nil, err
		}
		return answer(h), nil
	})
	get(a, "/api/report", "The report as it would be rendered now", func(context.Context, *none) (*reportBody, error) {
		var b strings.Builder
		if err := report.HTML(&b, s.current.Load().picture.Input()); err != nil {
			return nil, err
		}
		return &reportBody{"text/html; charset=utf-8", "frame-ancestors 'self'", []byte(b.String())}, nil
	})
}

// evidence is a record that a cell rests on. Of a locked person nothing is shown, and the
// source row of nothing that was read from the same row.
type evidence struct {
	casework.Explained

	Locked bool `json:"locked"`
}

func (v *snapshot) evidence(ctx context.Context, st store.Store, rows []casework.Explained) ([]evidence, error) {
	out := make([]evidence, len(rows))
	for i := range rows {
		x := &out[i]
		x.Explained = rows[i]
		locked, err := v.lockedIn(ctx, st, x.Entry)
		if err != nil {
			return nil, err
		}
		if locked.rows[record.Place{Part: x.Part, Row: x.Row}] {
			x.Raw = ""
		}
		if x.Locked = locked.records[x.ID]; x.Locked {
			x.Statements = map[string][]string{}
		}
	}
	return out, nil
}

// reportBody is the report's page, which states its own policy for all but frames: stricter
// than the workbench's, with the one script that it has.
type reportBody struct {
	Type   string `header:"Content-Type"`
	Policy string `header:"Content-Security-Policy"`
	Body   []byte
}
