package figure

import (
	"cmp"
	"encoding/binary"
	"iter"
	"math/bits"
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
// allowed. It may reorder ids.
func NewEvidence(ids []record.ID) Evidence {
	var p packer
	if len(ids) == 0 {
		return p.evidence()
	}
	least, most := slices.Min(ids), slices.Max(ids)
	if span := uint64(most - least); span/bitsEach < uint64(len(ids)) {
		p.addBits(least, mark(ids, least, span))
		return p.evidence()
	}
	slices.Sort(ids)
	for _, id := range ids {
		p.add(Run{id, id})
	}
	return p.evidence()
}

// bitsEach is how many bits a record may take where sets are made without sorting:
// no more than its ID takes anyway.
const bitsEach = 64

// mark returns a bit for each ID from least on, set for those given.
func mark(ids []record.ID, least record.ID, span uint64) []uint64 {
	words := make([]uint64, span/64+1)
	for _, id := range ids {
		words[(id-least)/64] |= 1 << ((id - least) % 64)
	}
	return words
}

// packer writes runs, which come in order and may overlap.
type packer struct {
	buf  []byte
	n    int
	run  Run // not yet written, if open
	open bool
	end  uint64 // one past the last ID written
}

func (p *packer) add(r Run) {
	if p.open && uint64(r.First) <= uint64(p.run.Last)+1 {
		p.run.Last = max(p.run.Last, r.Last)
		return
	}
	p.flush()
	p.run, p.open = r, true
}

// addBits adds the records whose bit is set, the first bit being that of least.
func (p *packer) addBits(least record.ID, words []uint64) {
	for i, w := range words {
		for at := 0; w>>at != 0; {
			at += bits.TrailingZeros64(w >> at)
			ones := bits.TrailingZeros64(^(w >> at))
			first := least + record.ID(64*i+at)
			p.add(Run{first, first + record.ID(ones) - 1})
			at += ones
		}
	}
}

func (p *packer) flush() {
	if !p.open {
		return
	}
	length := uint64(p.run.Last-p.run.First) + 1
	p.buf = binary.AppendUvarint(p.buf, uint64(p.run.First)-p.end)
	p.buf = binary.AppendUvarint(p.buf, length)
	p.n += int(length)
	p.end = uint64(p.run.Last) + 1
}

func (p *packer) evidence() Evidence {
	p.flush()
	return Evidence{runs: string(p.buf), n: p.n}
}

// Union returns the records of any of the sets.
func Union(sets ...Evidence) Evidence {
	var runs []Run
	for _, s := range sets {
		runs = slices.AppendSeq(runs, s.Runs())
	}
	slices.SortFunc(runs, func(a, b Run) int { return cmp.Compare(a.First, b.First) })
	var p packer
	for _, r := range runs {
		p.add(r)
	}
	return p.evidence()
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
