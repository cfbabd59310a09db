// Package observe lets agencies see a simulated world and write down what they see,
// each with its habits: spellings, formats, grades, gaps and errors.
//
// What an agency sends is a contribution: one file, with rows in the agency's
// language and format. An [Observer] writes contributions one after another and, beside
// them, the truth of each: which row tells of whom, which rows are spoilt on purpose.
package observe

import (
	"embed"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	"go.yaml.in/yaml/v3"

	"skein/internal/simulate/draw"
	"skein/internal/simulate/truth"
	"skein/internal/simulate/world"
)

//go:embed mappings/*.yaml
var mappings embed.FS

// Counts are what was written, for the summary of a world.
type Counts struct {
	Contributions, Rows, Broken int
	Suspects                    int // records
	SuspectsByYear              map[int]int
	WithNationality, Male       int // of the records of suspects
	Communications              int
	Recorded                    map[string]int // records of suspects by month of entry, 2015-03
}

// Observer writes contributions.
type Observer struct {
	dir      string
	world    *world.World
	truth    Truth
	agencies []*Agency
	words    map[string]*lexicon
	sources  map[string]*source
	serial   map[string]int // contributions of a source
	Counts   Counts
}

// source is an entry of the case file.
type source struct {
	Name     string            `yaml:"name"`
	Path     string            `yaml:"path"`
	Mapping  string            `yaml:"mapping"`
	Owner    string            `yaml:"owner"`
	Grade    string            `yaml:"grade"`
	Label    string            `yaml:"label"`
	Received string            `yaml:"received"`
	Reader   map[string]string `yaml:"reader,omitempty"`
}

// New returns an observer of a world that writes below dir.
func New(dir string, w *world.World, t Truth) *Observer {
	o := &Observer{
		dir: dir, world: w, truth: t, agencies: Agencies(), words: lexicons(), sources: map[string]*source{}, serial: map[string]int{},
	}
	o.Counts.SuspectsByYear, o.Counts.Recorded = map[int]int{}, map[string]int{}
	return o
}

func (o *Observer) agency(code string) *Agency {
	for _, a := range o.agencies {
		if a.Code == code {
			return a
		}
	}
	return nil
}

// terms of what an agency sends, by kind.
type terms struct {
	agency  *Agency
	kind    string
	mapping string // empty: that of the kind
	grade   string
	label   string
	format  Format
}

// own returns the terms of what an agency keeps in its own format.
func own(a *Agency, kind string) terms {
	return terms{agency: a, kind: kind, grade: "B2", label: a.Label, format: a.Format}
}

// form returns the terms of what all agencies send in one form: English names of
// columns, a JSON object a line.
func form(a *Agency, kind string) terms {
	return terms{agency: a, kind: kind, grade: "B2", label: a.Label, format: Format{Name: "jsonl"}}
}

// send writes a contribution that was received on a day.
func (o *Observer) send(t terms, received time.Time, s *sheet) error {
	if len(s.rows) == 0 {
		return nil
	}
	src, err := o.source(t)
	if err != nil {
		return err
	}
	o.serial[src.Name]++
	file := fmt.Sprintf("%s-%s-%06d.%s", src.Name, received.Format(time.DateOnly), o.serial[src.Name], t.format.extension())
	content, err := t.format.encode(s, sheetName)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if err := os.WriteFile(filepath.Join(o.dir, filepath.FromSlash(path.Dir(src.Path)), file), content, 0o644); err != nil {
		return err
	}
	o.Counts.Contributions++
	o.Counts.Rows += len(s.rows)
	o.truth.Contributions.Add(truth.Contribution{File: file, Source: src.Name, Agency: t.agency.Code, Received: received, Rows: len(s.rows)})
	o.account(file, &t.format, s)
	return nil
}

const sheetName = "Data"

// account writes the truth of a contribution's rows.
func (o *Observer) account(file string, f *Format, s *sheet) {
	part := f.part(sheetName)
	for i := range s.rows {
		r, n := &s.rows[i], f.number(i)
		if r.broken != "" {
			o.Counts.Broken++
			o.truth.Broken.Add(truth.Broken{File: file, Part: part, Row: n, Column: r.column, Kind: r.broken})
			continue
		}
		for _, a := range r.about {
			o.truth.Records.Add(truth.Record{File: file, Part: part, Row: n, Schema: a.schema, Entity: a.entity, Facts: a.facts})
		}
		if r.text != nil {
			t := truth.Text{File: file, Part: part, Row: n, Kind: r.text.kind, Language: r.text.language}
			for _, p := range r.text.spans {
				t.Spans = append(t.Spans, truth.Span{Start: p.start, End: p.end, Kind: p.kind, Value: p.value})
			}
			o.truth.Texts.Add(t)
		}
	}
}

// source returns the entry of the case file for what is sent under the terms, with
// its folder and mapping made at first use.
func (o *Observer) source(t terms) (*source, error) {
	name := t.agency.folder() + "-" + t.kind
	if src, ok := o.sources[name]; ok {
		return src, nil
	}
	mapping := path.Join("mappings", t.agency.folder()+"-"+t.kind+".yaml")
	src := &source{
		Name: name, Path: path.Join("data", t.agency.folder(), t.kind, name+"-*"), Mapping: mapping, Owner: t.agency.Code,
		Grade: t.grade, Label: t.label, Received: "in-name", Reader: t.format.reader(),
	}
	o.sources[name] = src
	if err := os.MkdirAll(filepath.Join(o.dir, filepath.FromSlash(path.Dir(src.Path))), 0o755); err != nil {
		return nil, err
	}
	return src, o.writeMapping(t, mapping)
}

// reader returns the settings of the case file that fit the format.
func (f *Format) reader() map[string]string {
	r := map[string]string{"format": f.Name}
	switch f.Name {
	case "csv", "tsv":
		r["encoding"] = strings.TrimSuffix(f.Encoding, "-bom")
		if f.Delimiter != "" {
			r["delimiter"] = f.Delimiter
		}
	case "xlsx":
		r["sheet"] = sheetName
	}
	return r
}

// writeMapping fills the mapping of a kind with the agency's words.
func (o *Observer) writeMapping(t terms, name string) error {
	a, l := t.agency, o.words[t.agency.Language]
	quoted := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	of := t.mapping
	if of == "" {
		of = t.kind
	}
	tmpl, err := template.New(of+".yaml").Funcs(template.FuncMap{
		"h":        func(column string) string { return quoted(l.headers[column]) },
		"word":     func(list, english string) string { return quoted(l.word(list, english)) },
		"dates":    func() string { return quoted(a.strftime()) },
		"separate": func() bool { return a.Order == separate },
		"calling": func() string {
			if a.Country == "" {
				return ""
			}
			return ", country: " + a.Country
		},
		"lookup": func(list string) string {
			var b strings.Builder
			fmt.Fprintf(&b, "\n    %s:", list)
			for _, pair := range vocabulary(list, a.Language) {
				fmt.Fprintf(&b, "\n      %s: %s", quoted(pair[1]), quoted(pair[0]))
			}
			return b.String()
		},
	}).ParseFS(mappings, "mappings/"+of+".yaml")
	if err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(o.dir, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	if err := tmpl.Execute(f, a); err != nil {
		_ = f.Close() // the first error is the one to tell
		return err
	}
	return f.Close()
}

// WriteCase writes the case file.
func (o *Observer) WriteCase(title string) error {
	var list []*source
	for _, src := range o.sources {
		list = append(list, src)
	}
	slices.SortFunc(list, func(a, b *source) int { return strings.Compare(a.Name, b.Name) })
	b, err := yaml.Marshal(map[string]any{
		"title":   title,
		"sources": list,
		"report": map[string]any{
			"title": title, "subtitle": "Simulated world: every person, agency and number in it is invented", "edition": "restricted",
			"map": map[string]int{"west": -20, "south": 10, "east": 65, "north": 62},
		},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.dir, "case.yaml"), b, 0o644)
}

// spoil adds a spoilt copy of a row now and then: what it tells is told by the row
// that is sound.
func spoil(r *draw.Source, s *sheet, cells []string, columns []string, ways ...spoiling) {
	if !r.Chance(spoiltRows) {
		return
	}
	w := draw.One(r, ways)
	bad := slices.Clone(cells)
	at := slices.Index(columns, w.column)
	if at >= 0 {
		bad[at] = w.value
	}
	row := s.add(bad)
	row.broken = w.kind
	if at >= 0 {
		row.column = s.header[at]
	}
}

// spoiltRows is the share of rows with a spoilt copy beside them.
const spoiltRows = 0.006

type spoiling struct{ kind, column, value string }

// shape returns how a row may be spoilt in a format whatever its columns.
func (f *Format) shape() []spoiling {
	switch f.Name {
	case "csv", "tsv":
		return []spoiling{{kind: fewFields}}
	case "jsonl":
		return []spoiling{{kind: brokenJSON}}
	}
	return nil
}
