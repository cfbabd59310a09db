package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"skein/internal/ingest/mapping"
	"skein/internal/ingest/reader"
	"skein/internal/ledger"
	"skein/internal/record"
	"skein/internal/schema"
)

// Recipe is all that decides which records a payload gives.
type Recipe struct {
	Reader   reader.Options
	Mapping  []byte          // text; nil for FollowTheMoney entities, which need none
	Category record.Category // of persons in FollowTheMoney entities
}

// options are the reader's; without a mapping, entities are what is read.
func (rc *Recipe) options() reader.Options {
	o := rc.Reader
	if rc.Mapping == nil && o.Format == "" {
		o.Format = reader.FtM
	}
	return o
}

// settings are the recipe's part beside the mapping, as YAML.
type settings struct {
	Format    string        `yaml:"format,omitempty"`
	Encoding  string        `yaml:"encoding,omitempty"`
	Delimiter string        `yaml:"delimiter,omitempty"`
	Quote     string        `yaml:"quote,omitempty"`
	NoHeader  bool          `yaml:"no_header,omitempty"`
	SkipRows  int           `yaml:"skip_rows,omitempty"`
	Sheet     string        `yaml:"sheet,omitempty"`
	Category  string        `yaml:"category,omitempty"`
	Limits    reader.Limits `yaml:"limits,omitempty"`
}

const separator = "\n---\n"

// Text returns the recipe as the store keeps it: the settings in YAML, a line
// "---", the mapping's text to the letter. [ParseRecipe] reads it.
func (rc *Recipe) Text() ([]byte, error) {
	o := rc.Reader
	head, err := yaml.Marshal(settings{
		Format: string(o.Format), Encoding: o.Encoding, Delimiter: char(o.Delimiter), Quote: char(o.Quote),
		NoHeader: o.NoHeader, SkipRows: o.SkipRows, Sheet: o.Sheet, Category: rc.Category.String(), Limits: o.Limits,
	})
	if err != nil {
		return nil, fmt.Errorf("recipe: %w", err)
	}
	return bytes.Join([][]byte{bytes.TrimSuffix(head, []byte("\n")), rc.Mapping}, []byte(separator)), nil
}

func char(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

// ErrRecipe says that a text is no recipe.
var ErrRecipe = errors.New("not a recipe")

// ParseRecipe reads what [Recipe.Text] wrote.
func ParseRecipe(text []byte) (Recipe, error) {
	head, tail, ok := bytes.Cut(text, []byte(separator))
	if !ok {
		return Recipe{}, fmt.Errorf("no line \"---\": %w", ErrRecipe)
	}
	var st settings
	if err := yaml.Unmarshal(head, &st); err != nil {
		return Recipe{}, fmt.Errorf("%w: %w", ErrRecipe, err)
	}
	rc := Recipe{Mapping: tail, Reader: reader.Options{
		Format: reader.Format(st.Format), Encoding: st.Encoding, NoHeader: st.NoHeader, SkipRows: st.SkipRows, Sheet: st.Sheet, Limits: st.Limits,
	}}
	rc.Reader.Delimiter, _ = first(st.Delimiter)
	rc.Reader.Quote, _ = first(st.Quote)
	if len(tail) == 0 {
		rc.Mapping = nil
	}
	if st.Category != "" {
		var err error
		if rc.Category, err = record.ParseCategory(st.Category); err != nil {
			return Recipe{}, fmt.Errorf("%w: %w", ErrRecipe, err)
		}
	}
	return rc, nil
}

func first(s string) (rune, int) {
	if s == "" {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s)
}

// plan is a recipe ready for use.
type plan struct {
	recipe  Recipe
	mapping *mapping.Mapping // nil: FollowTheMoney entities
	model   *schema.Model
	text    []byte
	sum     ledger.Digest
}

func newPlan(rc Recipe, text []byte, sum ledger.Digest, m *schema.Model) (*plan, error) {
	p := &plan{recipe: rc, model: m, text: text, sum: sum}
	if rc.Mapping != nil {
		var err error
		if p.mapping, err = mapping.Parse(rc.Mapping, m); err != nil {
			return nil, err
		}
		p.recipe.Reader.SkipRows = skipRows(&rc, p.mapping)
	}
	return p, nil
}

// skipRows returns the reader's option: as the recipe declares it, or else its mapping.
func skipRows(rc *Recipe, m *mapping.Mapping) int {
	if rc.Reader.SkipRows != 0 {
		return rc.Reader.SkipRows
	}
	return m.SkipRows()
}

func (p *plan) limits() reader.Limits {
	l := p.recipe.Reader.Limits
	if l.Bytes == 0 {
		l.Bytes = reader.DefaultLimits().Bytes
	}
	return l
}
