package mapping

import (
	"cmp"
	"maps"
	"slices"

	"skein/internal/schema"
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// schemaNames are the names of schemata that records can have.
func schemaNames(m *schema.Model) []string {
	var out []string
	for _, s := range m.Schemata() {
		if !s.Abstract {
			out = append(out, string(s.Name))
		}
	}
	return out
}

func propertyNames(s *schema.Schema) []string {
	var out []string
	for _, p := range s.Properties() {
		out = append(out, string(p.Name))
	}
	return out
}
