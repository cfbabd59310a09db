package resolve

import (
	"fmt"

	"skein/internal/column"
	"skein/internal/resolve/comparison"
	"skein/internal/resolve/linkage"
	"skein/internal/schema"
)

// Sure is the least probability at which two things of a case are taken for one: wrongly
// joining two persons harms more than leaving one in two.
const Sure = 0.9

// Resolution is who is who among the things of a schema.
type Resolution struct {
	Subject Subject
	Things  *column.Table
	Run     *Run
	Cluster []uint32 // of each row of the table: the first row of its cluster
}

// Resolve finds out which things of a schema in a set are one. It fails for a schema that
// is not resolved, and where the model does not fit.
func Resolve(set *column.Set, name schema.Name, model *linkage.Model) (*Resolution, error) {
	s, ok := SubjectOf(name)
	if !ok {
		return nil, fmt.Errorf("things of schema %s are not resolved", name)
	}
	r := &Resolution{Subject: s, Things: set.Table(name)}
	table := s.Table(set)
	if len(table.Columns) == 0 {
		table = comparison.NewTable(nil)
	}
	var err error
	if r.Run, err = Of(table, Options{Model: model, Start: s.Default(table), Seed: 1}); err != nil {
		return nil, err
	}
	r.Cluster = r.Run.Clusters(linkage.Weight(Sure))
	return r, nil
}
