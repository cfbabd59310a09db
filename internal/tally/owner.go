package tally

import (
	"slices"

	"skein/internal/column"
)

// ByOwner returns the dimension of the agencies whose records tell of a thing.
func ByOwner(t *column.Table) column.Dimension {
	contributions := t.Set().Contributions
	return func(row int, texts []string) []string {
		for _, src := range t.Records(row) {
			if owner := contributions[src.Contribution].Owner; owner != "" && !slices.Contains(texts, owner) {
				texts = append(texts, owner)
			}
		}
		return texts
	}
}
