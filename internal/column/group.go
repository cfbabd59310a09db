package column

import (
	"slices"
	"strings"

	"skein/internal/figure"
	"skein/internal/record"
	"skein/internal/schema"
)

// Dimension gives the texts under which a row is counted; none: the row lacks
// what the dimension needs, and is missing. It appends to texts.
type Dimension func(row int, texts []string) []string

// By returns the dimension of a property's values, all of them.
func (t *Table) By(p schema.PropertyName) Dimension {
	return t.ByText(p, func(text string) string { return text })
}

// ByText returns the dimension of what f makes of a property's values; f gives
// the empty text for what it cannot place.
func (t *Table) ByText(p schema.PropertyName, f func(text string) string) Dimension {
	c := t.Column(p)
	memo := map[Value]string{}
	return func(row int, texts []string) []string {
		values := c.All(row)
		var seen map[string]bool // of a row that has many, so that they are not searched
		if len(values) > many {
			seen = make(map[string]bool, len(values))
			for _, text := range texts {
				seen[text] = true
			}
		}
		for _, v := range values {
			text, ok := memo[v]
			if !ok {
				text = f(t.set.texts[v])
				memo[v] = text
			}
			if text == "" || seen[text] || seen == nil && slices.Contains(texts, text) {
				continue
			}
			texts = append(texts, text)
			if seen != nil {
				seen[text] = true
			}
		}
		return texts
	}
}

// First limits a dimension to its first text, for what a thing has one of.
func First(d Dimension) Dimension {
	return func(row int, texts []string) []string {
		if texts = d(row, texts); len(texts) > 1 {
			texts = texts[:1]
		}
		return texts
	}
}

// Group is the rows counted under one combination of texts.
type Group struct {
	Keys []string // one a dimension
	Rows []int    // ascending
}

// Groups is the result of [Table.Group].
type Groups struct {
	N       int     // rows that passed the filter
	Missing int     // of those, rows that are in no group
	Groups  []Group // sorted by keys
}

// Group sorts the rows that pass the filter (nil: all) into groups, one for each
// combination of the dimensions' texts. A row with several texts in a dimension
// is in several groups. Without dimensions there is one group of all rows.
func (t *Table) Group(filter func(row int) bool, dims ...Dimension) Groups {
	var out Groups
	index := map[string]int{}
	texts := make([][]string, len(dims))
	keys := make([]string, len(dims))
	var id []byte
	for row := range t.Len() {
		if filter != nil && !filter(row) {
			continue
		}
		out.N++
		complete := true
		for i, d := range dims {
			texts[i] = d(row, texts[i][:0])
			complete = complete && len(texts[i]) > 0
		}
		if !complete {
			out.Missing++
			continue
		}
		combine(texts, keys, 0, func() {
			id = id[:0]
			for _, k := range keys {
				id = append(append(id, k...), 0)
			}
			at, ok := index[string(id)]
			if !ok {
				at = len(out.Groups)
				index[string(id)] = at
				out.Groups = append(out.Groups, Group{Keys: slices.Clone(keys)})
			}
			out.Groups[at].Rows = append(out.Groups[at].Rows, row)
		})
	}
	slices.SortFunc(out.Groups, func(a, b Group) int { return slices.CompareFunc(a.Keys, b.Keys, strings.Compare) })
	return out
}

// combine calls f with each combination of texts in keys.
func combine(texts [][]string, keys []string, at int, f func()) {
	if at == len(texts) {
		f()
		return
	}
	for _, text := range texts[at] {
		keys[at] = text
		combine(texts, keys, at+1, f)
	}
}

// Evidence returns all records of the given rows.
func (t *Table) Evidence(rows []int) figure.Evidence {
	var ids []record.ID
	for _, row := range rows {
		for _, s := range t.Records(row) {
			ids = append(ids, s.ID)
		}
	}
	return figure.NewEvidence(ids)
}
