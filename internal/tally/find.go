package tally

import (
	"fmt"
	"slices"
	"strings"

	"skein/internal/figure"
	"skein/internal/term"
)

// AmbiguousError says that a text names several things that a figure's key tells apart.
type AmbiguousError struct {
	Key, Text string
	Names     []string // as shown, each with its ID, as `Tripoli (Libya)` [tripoli/ly]
}

func (e AmbiguousError) Error() string {
	return fmt.Sprintf("%q may be several things of %s; give one of these or the ID in brackets: %s", e.Text, e.Key, strings.Join(e.Names, ", "))
}

// Find returns the cells whose keys are as given, by the key's name: each by its ID, as it is
// shown, in another spelling of that, or without what tells it from others of its name
// ("Tripoli" of "Tripoli (Libya)"), in this order. Of a text that so names several things it
// returns an AmbiguousError. Without such cells the error is figure.ErrCell.
func Find(f *figure.Figure, keys map[string]string) ([]*figure.Cell, error) {
	var cells []*figure.Cell
	for i := range f.Cells {
		cells = append(cells, &f.Cells[i])
	}
	names := f.Definition.Grouping
	for k, name := range names {
		if want, given := keys[name]; given {
			cells = closest(cells, k, want)
		}
	}
	if len(cells) == 0 {
		var asked []string
		for _, name := range names {
			if want, given := keys[name]; given {
				asked = append(asked, want)
			}
		}
		return nil, fmt.Errorf("%s [%s]: %w", f.ID, strings.Join(asked, ", "), figure.ErrCell)
	}
	for k, name := range names {
		want, given := keys[name]
		if !given {
			continue
		}
		var ids, shown []string
		for _, c := range cells {
			if !slices.Contains(ids, c.ID(k)) {
				ids, shown = append(ids, c.ID(k)), append(shown, fmt.Sprintf("%s [%s]", c.Keys[k], c.ID(k)))
			}
		}
		if len(ids) > 1 {
			return nil, AmbiguousError{name, want, shown}
		}
	}
	return cells, nil
}

// closest returns the cells whose key a text names in the strictest way in which it names any.
func closest(cells []*figure.Cell, key int, want string) []*figure.Cell {
	folded := term.Fold(want)
	for _, names := range []func(c *figure.Cell) bool{
		func(c *figure.Cell) bool { return c.ID(key) == want },
		func(c *figure.Cell) bool { return c.Keys[key] == want },
		func(c *figure.Cell) bool { return term.Fold(c.Keys[key]) == folded || term.Fold(c.ID(key)) == folded },
		func(c *figure.Cell) bool { return term.Fold(plain(c.Keys[key])) == folded },
	} {
		var out []*figure.Cell
		for _, c := range cells {
			if names(c) {
				out = append(out, c)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// plain is a name without what tells it from others: "Tripoli" of "Tripoli (Libya)".
func plain(shown string) string {
	name, _, ok := strings.Cut(shown, " (")
	if !ok || !strings.HasSuffix(shown, ")") {
		return shown
	}
	return name
}
