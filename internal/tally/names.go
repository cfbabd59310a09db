package tally

import (
	"slices"

	"skein/internal/column"
	"skein/internal/figure"
	"skein/internal/normalize"
	"skein/internal/schema"
)

// Shown says how the texts of dimensions are shown, by the name of the key: the texts are then
// IDs. A key without an entry shows its texts.
type Shown map[string]func(id string) string

// Show puts what cells' keys show in place of their IDs, which the cells keep, and sorts them.
func (s Shown) Show(f *figure.Figure) {
	names := f.Definition.Grouping
	if !slices.ContainsFunc(names, func(name string) bool { return s[name] != nil }) {
		return
	}
	for i := range f.Cells {
		c := &f.Cells[i]
		c.IDs, c.Keys = c.Keys, slices.Clone(c.Keys)
		for k, name := range names {
			if shown := s[name]; shown != nil {
				c.Keys[k] = shown(c.IDs[k])
			}
		}
	}
	f.Sort()
}

// ByCountry returns the dimension of a property's countries, by their codes, which
// normalize.CountryName shows.
func ByCountry(t *column.Table, p schema.PropertyName) column.Dimension {
	return t.ByText(p, func(code string) string {
		if normalize.CountryName(code) == "" {
			return ""
		}
		return code
	})
}

// Either returns the dimension of the first text of the first dimension that has
// one: what a thing has one of, and sources tell in several ways.
func Either(dims ...column.Dimension) column.Dimension {
	return func(row int, texts []string) []string {
		for _, d := range dims {
			if found := d(row, nil); len(found) > 0 {
				return append(texts, found[0])
			}
		}
		return texts
	}
}
