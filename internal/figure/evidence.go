package figure

import (
	"encoding/binary"
	"iter"
	"slices"

	"skein/internal/record"
)

// Evidence is the set of records that a value rests on. It is kept compressed:
// runs of consecutive IDs, each as the gap since the last run and its length, in
// variable-length integers. A million consecutive rows take a few bytes. The zero
// value is no evidence. Evidence is immutable.
type Evidence struct {
	runs string
	n    int
}

// NewEvidence returns the set of the given records, in any order, repeats
// allowed. It sorts ids in place.
func NewEvidence(ids []record.ID) Evidence {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	var buf []byte
	prev := uint64(0) // one past the end of the last run
	for i := 0; i < len(ids); {
		j := i + 1
		for j < len(ids) && ids[j] == ids[j-1]+1 {
			j++
		}
		buf = binary.AppendUvarint(buf, uint64(ids[i])-prev)
		buf = binary.AppendUvarint(buf, uint64(j-i))
		prev = uint64(ids[j-1]) + 1
		i = j
	}
	return Evidence{runs: string(buf), n: len(ids)}
}

// Union returns the records of any of the sets.
func Union(sets ...Evidence) Evidence {
	n := 0
	for _, s := range sets {
		n += s.n
	}
	ids := make([]record.ID, 0, n)
	for _, s := range sets {
		ids = slices.AppendSeq(ids, s.All())
	}
	return NewEvidence(ids)
}

// Len returns the number of records.
func (e Evidence) Len() int { return e.n }

// Run is a stretch of consecutive records.
type Run struct{ First, Last record.ID }

// Runs yields the stretches of consecutive records, in order.
func (e Evidence) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		rest := []byte(e.runs)
		at := uint64(0)
		for len(rest) > 0 {
			gap, k := binary.Uvarint(rest)
			length, m := binary.Uvarint(rest[k:])
			rest = rest[k+m:]
			first := at + gap
			at = first + length
			if !yield(Run{record.ID(first), record.ID(at - 1)}) {
				return
			}
		}
	}
}

// All yields the records, in order.
func (e Evidence) All() iter.Seq[record.ID] {
	return func(yield func(record.ID) bool) {
		for r := range e.Runs() {
			for id := r.First; ; id++ {
				if !yield(id) {
					return
				}
				if id == r.Last {
					break
				}
			}
		}
	}
}
