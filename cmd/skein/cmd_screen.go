package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"skein/internal/casework"
	"skein/internal/column"
	"skein/internal/ingest/reader"
	"skein/internal/picture"
	"skein/internal/record"
	"skein/internal/resolve"
	"skein/internal/resolve/comparison"
	"skein/internal/schema"
	"skein/internal/store/sqlite"
)

// screened is what one record of a list may be of.
type screened struct {
	Row    int           `json:"row,omitempty"`
	Text   string        `json:"text"`
	Answer string        `json:"answer"` // hit, possible, no hit
	Hits   []screenedHit `json:"hits,omitempty"`
}

type screenedHit struct {
	Record string `json:"record"`
	Name   string `json:"name"`
	Source string `json:"source"`
	Hit    bool   `json:"hit"`

	resolve.Waterfall
}

// screen is what screen is asked for.
type screen struct {
	dir     casework.Dir
	subject resolve.Subject
	source  string
	least   float64
	most    int
	table   reader.Options
}

func runScreen(ctx context.Context, e *env, args []string) error {
	o := newOptions(e, "screen", "--case DIR [--against SOURCE] [--schema NAME] LIST.csv | --name NAME",
		"Holds names or records against what a case knows: ranked hits with what speaks for and against\neach. A hit is as likely as --threshold asks; a close name that is less likely is a possible\none. Persons are held against suspects and convicted persons alone. --answer-only says hit or\nno hit and nothing else, for those who may see no more.")
	var x screen
	var table tableFlags
	table.define(o)
	dir := o.String("case", "", "`DIR` of the case")
	o.StringVar(&x.source, "against", "", "the `SOURCE` that is the watch list (default: all)")
	name := o.String("schema", "Person", "`NAME` of the schema")
	one := o.String("name", "", "one `NAME`, instead of a list")
	o.Float64Var(&x.least, "threshold", 0.5, "least probability of a hit, 0 to 1")
	o.IntVar(&x.most, "most", 5, "hits shown for each record")
	only := o.Bool("answer-only", false, "print hit, possible or no hit alone")
	asJSON := o.Bool("json", false, "print as JSON")
	rest, err := o.parse(args, 0, 1)
	if err != nil {
		return err
	}
	if (*one == "") == (len(rest) == 0) {
		return usageError{"name a list, or one name with --name"}
	}
	if err := errors.Join(probability("threshold", x.least), between("most", x.most, 1, 1000)); err != nil {
		return usageError{err.Error()}
	}
	if *one != "" && table.given() {
		return usageError{"the options of reading are of a list; --name gives one name"}
	}
	if x.table, err = table.options(); err != nil {
		return err
	}
	if x.subject, err = subjectOf(schema.Name(*name)); err != nil {
		return err
	}
	x.dir = casework.Dir(*dir)
	list := screenList{records: [][][]string{x.named(*one)}, shown: []screened{{Text: *one}}}
	if *one == "" {
		if list, err = x.read(ctx, rest[0]); err != nil {
			return err
		}
	}
	e.doing("screening")
	if err := x.run(ctx, &list); err != nil {
		return err
	}
	for i := range list.shown {
		if *only {
			list.shown[i].Hits = nil
		}
	}
	if *asJSON {
		err = printJSON(e.out, list.shown)
	} else {
		list.print(e)
	}
	if len(rest) > 0 {
		err = errors.Join(err, e.tellBad(rest[0], list.bad))
	}
	return err
}

// screenList is the records that are screened.
type screenList struct {
	records [][][]string // texts by record and property
	shown   []screened
	bad     []*reader.RowError
}

// named is a record that has a name alone.
func (x *screen) named(name string) [][]string {
	out := make([][]string, len(x.subject.Properties))
	for k, p := range x.subject.Properties {
		if p.Name == "name" {
			out[k] = []string{name}
		}
	}
	return out
}

// read reads a list and guesses what its columns hold.
func (x *screen) read(ctx context.Context, file string) (screenList, error) {
	var list screenList
	var header []string
	var rows [][]string
	var at []int
	var err error
	list.bad, err = eachRow(ctx, file, x.table, func(r *reader.Reader, row int, cells []string) error {
		header = r.Columns()
		rows, at = append(rows, cells), append(at, row)
		return nil
	})
	if err != nil {
		return list, err
	}
	sources := resolve.Guess(header, rows[:min(len(rows), guessRows)])
	for i, cells := range rows {
		texts := make([][]string, len(x.subject.Properties))
		var shown []string
		for _, s := range sources {
			var parts []string
			for _, c := range s.Columns {
				if c < len(cells) && cells[c] != "" {
					parts = append(parts, cells[c])
				}
			}
			text := strings.Join(parts, " ")
			if k := x.property(s); k >= 0 && text != "" {
				texts[k] = append(texts[k], text)
				shown = append(shown, text)
			}
		}
		list.records = append(list.records, texts)
		list.shown = append(list.shown, screened{Row: at[i], Text: strings.Join(shown, ", ")})
	}
	return list, nil
}

// property returns the property of the subject that a column of a list is: of its kind
// and name, or else the first of its kind; -1 for none. Codes go by their name.
func (x *screen) property(s resolve.Source) int {
	kind := -1
	for k, p := range x.subject.Properties {
		switch {
		case p.Kind == s.Kind && strings.EqualFold(p.Name, s.Name):
			return k
		case p.Kind == s.Kind && kind < 0 && s.Kind != comparison.Code && s.Kind != comparison.Text,
			p.Name == "name" && p.Kind != s.Kind && s.Name == "name":
			kind = k
		case p.Name == "gender" && strings.EqualFold(s.Name, "sex"):
			return k
		}
	}
	return kind
}

// run screens the list.
func (x *screen) run(ctx context.Context, list *screenList) error {
	s, err := openCase(ctx, x.dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	set, err := picture.Load(ctx, s)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	model, err := x.dir.Model(x.subject.Schema)
	if err != nil {
		return err
	}
	things := set.Table(x.subject.Schema)
	known := x.source == "" || slices.ContainsFunc(set.Contributions, func(c record.Contribution) bool { return c.Source == x.source })
	if !known {
		return usageError{fmt.Sprintf("the case has no source %q", x.source)}
	}
	screening, err := resolve.Screen(set, x.subject, model, func(row int) bool {
		return x.source == "" || slices.ContainsFunc(things.Records(row), func(src column.Source) bool { return set.Contributions[src.Contribution].Source == x.source })
	}, list.records)
	if err != nil {
		return err
	}
	for i := range list.shown {
		hits := screening.Hits(i, x.least)
		list.shown[i].Answer = "no hit"
		for _, h := range hits[:min(len(hits), x.most)] {
			src := things.Records(h.Row)[0]
			list.shown[i].Hits = append(list.shown[i].Hits, screenedHit{src.ID.String(), things.Column("name").Text(h.Row), set.Contributions[src.Contribution].Source, h.Certain, h.Waterfall})
		}
		if len(hits) > 0 {
			list.shown[i].Answer = "possible"
			if hits[0].Certain {
				list.shown[i].Answer = "hit"
			}
		}
	}
	return nil
}

func (l *screenList) print(e *env) {
	for _, s := range l.shown {
		where := ""
		if s.Row > 0 {
			where = fmt.Sprintf("row %d: ", s.Row)
		}
		fmt.Fprintf(e.out, "%s%s: %s\n", where, s.Text, s.Answer)
		for _, h := range s.Hits {
			var why []string
			for _, step := range h.Steps {
				if step.Level != "not told" {
					why = append(why, fmt.Sprintf("%s %s %+.1f", step.Property, step.Level, step.Weight+step.Rarity))
				}
			}
			fmt.Fprintf(e.out, "  %.4f  %s  %s [%s]  (prior %+.1f, %s)\n", h.Probability, h.Name, h.Source, h.Record, h.Prior, strings.Join(why, ", "))
		}
	}
}
