package tally

import (
	"slices"

	"skein/internal/column"
	"skein/internal/record"
	"skein/internal/schema"
)

// ByName returns the dimension of the names of the things that a property refers
// to. A value that refers to nothing is its own name, as a place that a source
// gives in words; a reference to what no record tells of has none. A [Spec] that
// uses it has the property in Named.
func ByName(t *column.Table, p schema.PropertyName) column.Dimension {
	set := t.Set()
	return t.ByText(p, func(text string) string { return Name(set, text) })
}

// Name returns the name of the thing that a value refers to, as [ByName] does.
func Name(set *column.Set, text string) string {
	if thing, ok := set.Thing(set.Lookup(text)); ok {
		return caption(thing)
	}
	if _, err := record.ParseKey(text); err == nil {
		return ""
	}
	return text
}

// caption returns the first property that names a thing of its schema.
func caption(thing column.Thing) string {
	names := []schema.PropertyName{"name"}
	if s, ok := schema.Default().Get(thing.Table.Schema); ok {
		names = slices.Concat(s.Caption, names)
	}
	for _, p := range names {
		if text := thing.Table.Column(p).Text(thing.Row); text != "" {
			return text
		}
	}
	return ""
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
