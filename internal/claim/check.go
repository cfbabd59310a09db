package claim

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"skein/internal/figure"
	"skein/internal/handling"
	"skein/internal/tally"
	"skein/internal/term"
)

// The verdicts, texts of the cells of the figure that [Check] makes.
const (
	Recomputes = "recomputes"
	Differs    = "differs"
	Cannot     = "cannot"
)

// Check holds each claim against the figure that it names. The result is the
// figure claims.check with a cell for each claim: its text is the verdict, its
// note gives both values or why there is none, its evidence is that of the cells
// compared. The label is the join of those of the figures used.
func Check(list List, figures []figure.Figure) figure.Figure {
	out := figure.Figure{
		ID:    "claims.check",
		Title: "Published statements held against the figures",
		Definition: figure.Definition{
			Records:  "claims of " + list.Source,
			Grouping: []string{"claim"},
			Measure:  "whether the published value is what the figure gives",
		},
		Unit:   "verdict",
		N:      len(list.Claims),
		Method: "the cell that the claim names, rounded as the published value was; of rankings, the largest cells in any order",
		Note:   "A difference is no error of either side by itself: series are revised, and a statement may rest on records that are not held.",
		Label:  handling.Public(),
	}
	byID := make(map[figure.ID]*figure.Figure, len(figures))
	if len(figures) > 0 {
		out.Checkpoint = figures[0].Checkpoint // all are of one picture
	}
	for i := range figures {
		byID[figures[i].ID] = &figures[i]
	}
	for _, c := range list.Claims {
		cell, used := check(c, byID)
		cell.Keys = []string{string(c.ID)}
		if used != nil {
			out.Label = handling.Join(out.Label, used.Label)
		}
		out.Cells = append(out.Cells, cell)
	}
	out.Sort()
	return out
}

// check returns a claim's verdict and the figure that it rests on, if any.
func check(c Claim, figures map[figure.ID]*figure.Figure) (figure.Cell, *figure.Figure) {
	id := c.Figure()
	f := figures[id]
	switch {
	case id == "":
		return cannot("%s", c.Why), nil
	case f == nil:
		return cannot("there is no figure %s", id), nil
	case c.Value != nil:
		return checkValue(c.Value, f), f
	}
	return checkTop(c.Top, f), f
}

func cannot(format string, args ...any) figure.Cell {
	return figure.Cell{Text: Cannot, Note: fmt.Sprintf(format, args...)}
}

func verdict(holds bool) string {
	if holds {
		return Recomputes
	}
	return Differs
}

func checkValue(v *Value, f *figure.Figure) figure.Cell {
	keys := make([]string, len(f.Definition.Grouping))
	for i, name := range f.Definition.Grouping {
		keys[i] = v.Keys[name]
	}
	if !slices.Equal(names(v.Keys), slices.Sorted(slices.Values(f.Definition.Grouping))) {
		return wrongKeys(f)
	}
	found, err := tally.Find(f, v.Keys)
	if _, several := errors.AsType[tally.AmbiguousError](err); several {
		return cannot("%v", err)
	}
	if err != nil {
		return cannot("nothing is held for %s", strings.Join(keys, ", "))
	}
	c := found[0]
	if c.Text != "" {
		return cannot("%s gives a word, not a number", f.ID)
	}
	return figure.Cell{Text: verdict(v.holds(c.Value)), N: c.N, Evidence: c.Evidence, Note: v.note(c, f)}
}

// holds reports whether a computed value is what was published.
func (v *Value) holds(computed float64) bool {
	switch v.Relation {
	case Equals:
		// A half may have been rounded to either side. The slack is for the binary
		// form of decimals: 90.25 - 90.3 is not quite a twentieth.
		return math.Abs(computed-v.Published)*math.Pow10(v.Decimals) <= 0.5*(1+1e-9)
	case AtLeast:
		return computed >= v.Published
	case AtMost:
		return computed <= v.Published
	case MoreThan:
		return computed > v.Published
	case About:
		return math.Abs(computed-v.Published) <= v.Tolerance/100*math.Abs(v.Published)
	}
	return false
}

// note gives both values, each with its own decimals.
func (v *Value) note(c *figure.Cell, f *figure.Figure) string {
	published := figure.Figure{Decimals: v.Decimals}
	computed := figure.Figure{Decimals: max(f.Decimals, v.Decimals)}
	percent, unit := "", " "+f.Unit
	if f.Unit == "%" {
		percent, unit = " %", " %"
	}
	text := "published " + v.Relation.words() + published.Format(v.Published) + percent + ", computed " + computed.Format(c.Value) + unit
	if iv := c.Interval; iv != nil {
		text += " (" + computed.Format(iv.Low) + " to " + computed.Format(iv.High) + ")"
	}
	return text
}

// checkTop compares the named cells with all others that share the given keys.
func checkTop(t *Top, f *figure.Figure) figure.Cell {
	open, ok := openKey(t.Keys, f)
	if !ok {
		return wrongKeys(f)
	}
	cells, err := tally.Find(f, t.Keys)
	if _, several := errors.AsType[tally.AmbiguousError](err); several {
		return cannot("%v", err)
	}
	cells = slices.DeleteFunc(cells, func(c *figure.Cell) bool { return c.Text != "" })
	if len(cells) == 0 {
		return cannot("nothing is held for %s", strings.Join(slices.Sorted(maps.Values(t.Keys)), ", "))
	}
	// Of equal cells the named ones come first, so that the first cells are the
	// named ones wherever the claim holds.
	slices.SortStableFunc(cells, func(a, b *figure.Cell) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), rank(t, a, open)-rank(t, b, open))
	})
	holds := len(cells) >= len(t.Of)
	evidence := make([]figure.Evidence, 0, len(cells))
	out := figure.Cell{}
	for i, c := range cells {
		holds = holds && (i >= len(t.Of) || rank(t, c, open) == 0)
		evidence = append(evidence, c.Evidence)
		out.N += c.N
	}
	out.Text, out.Evidence = verdict(holds), figure.Union(evidence...)
	out.Note = "published " + strings.Join(t.Of, ", ") + "; computed " + largest(cells, len(t.Of), open, f)
	return out
}

// rank is 0 for a cell whose key the claim names, as it is shown, by its ID or in another
// spelling, 1 for any other.
func rank(t *Top, c *figure.Cell, key int) int {
	if slices.ContainsFunc(t.Of, func(name string) bool {
		return c.ID(key) == name || term.Fold(c.Keys[key]) == term.Fold(name)
	}) {
		return 0
	}
	return 1
}

// largest lists the first n cells and the one that comes next.
func largest(cells []*figure.Cell, n, open int, f *figure.Figure) string {
	var b strings.Builder
	for i, c := range cells[:min(n+1, len(cells))] {
		switch {
		case i == n:
			b.WriteString("; next ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(c.Keys[open] + " " + f.FormatValue(c))
	}
	return b.String()
}

// openKey returns the place of the one key of f's grouping that keys leave open.
func openKey(keys map[string]string, f *figure.Figure) (int, bool) {
	open, left := -1, 0
	for i, name := range f.Definition.Grouping {
		if _, given := keys[name]; !given {
			open = i
			left++
		}
	}
	return open, left == 1 && len(keys) == len(f.Definition.Grouping)-1
}

func wrongKeys(f *figure.Figure) figure.Cell {
	if len(f.Definition.Grouping) == 0 {
		return cannot("%s has no keys", f.ID)
	}
	return cannot("%s has the keys %s", f.ID, strings.Join(f.Definition.Grouping, ", "))
}

func names(keys map[string]string) []string { return slices.Sorted(maps.Keys(keys)) }
