package blocking

import (
	"slices"

	"skein/internal/resolve/comparison"
)

// Live is an Index to which records are added and from which they are taken, one at a
// time. At any moment two records are a pair exactly if an Index of the same records by
// the same rules has them: the rules say how large blocks may be.
type Live struct {
	table *comparison.Table
	rules []Rule
	keyer *keyer

	blocks map[uint64][]uint32 // records of each key
	split  map[uint64][]uint32 // of each second key, of blocks that are too large
}

// NewLive returns an index without records, of a table that may grow. It fails as Build
// does.
func NewLive(t *comparison.Table, rules []Rule) (*Live, error) {
	k, err := newKeyer(t, rules)
	if err != nil {
		return nil, err
	}
	return &Live{table: t, rules: rules, keyer: k, blocks: map[uint64][]uint32{}, split: map[uint64][]uint32{}}, nil
}

// largest returns the size of the blocks of a key's rule.
func (l *Live) largest(key uint64) int {
	if n := l.rules[key>>32].Largest; n > 0 {
		return n
	}
	return Largest
}

// Add puts a record of the table into its blocks. It returns the records that it is a
// pair with, and those whose pairs changed because a block grew too large.
func (l *Live) Add(record int) (pairs, unsettled []uint32) {
	l.keyer.grow()
	i := uint32(record)
	for _, key := range l.keysOf(record) {
		members := append(l.blocks[key], i)
		l.blocks[key] = members
		switch n := len(members); {
		case n <= l.largest(key):
			pairs = append(pairs, members[:n-1]...)
		case n == l.largest(key)+1:
			unsettled = append(unsettled, members...)
			for _, m := range members {
				l.addSplit(key, m)
			}
		default:
			with, grown := l.addSplit(key, i)
			pairs, unsettled = append(pairs, with...), append(unsettled, grown...)
		}
	}
	unsettled = compact(unsettled)
	for _, j := range unsettled { // by second keys
		if j != i && l.Pair(record, int(j)) {
			pairs = append(pairs, j)
		}
	}
	return compact(pairs), unsettled
}

// With returns the records that a record is a pair with.
func (l *Live) With(record int) []uint32 {
	var out []uint32
	for _, key := range l.keysOf(record) {
		if members := l.blocks[key]; len(members) <= l.largest(key) {
			out = append(out, members...)
			continue
		}
		for _, s := range l.splitKeys(key, uint32(record)) {
			if members := l.split[s]; len(members) <= l.largest(key) {
				out = append(out, members...)
			}
		}
	}
	return without(compact(out), uint32(record))
}

// Remove takes a record out of its blocks. It returns the records whose pairs changed
// because a block is no longer too large.
func (l *Live) Remove(record int) (unsettled []uint32) {
	i := uint32(record)
	for _, key := range l.keysOf(record) {
		members := without(l.blocks[key], i)
		set(l.blocks, key, members)
		switch n := len(members); {
		case n == l.largest(key):
			unsettled = append(unsettled, members...)
			for _, m := range append(slices.Clone(members), i) {
				for _, s := range l.splitKeys(key, m) {
					set(l.split, s, without(l.split[s], m))
				}
			}
		case n > l.largest(key):
			for _, s := range l.splitKeys(key, i) {
				before := l.split[s]
				after := without(before, i)
				set(l.split, s, after)
				if len(before) == l.largest(key)+1 {
					unsettled = append(unsettled, after...)
				}
			}
		}
	}
	return compact(unsettled)
}

// Pair reports whether two records share a key of a block that is not too large.
func (l *Live) Pair(a, b int) bool {
	theirs := l.keysOf(b)
	for _, key := range l.keysOf(a) {
		if !slices.Contains(theirs, key) {
			continue
		}
		if len(l.blocks[key]) <= l.largest(key) {
			return true
		}
		other := l.splitKeys(key, uint32(b))
		for _, s := range l.splitKeys(key, uint32(a)) {
			if len(l.split[s]) <= l.largest(key) && slices.Contains(other, s) {
				return true
			}
		}
	}
	return false
}

// addSplit puts a record into the second blocks of a key. It returns the records that are
// in one with it, and those of the blocks that are now too large.
func (l *Live) addSplit(key uint64, i uint32) (pairs, grown []uint32) {
	for _, s := range l.splitKeys(key, i) {
		if slices.Contains(l.split[s], i) {
			continue
		}
		members := append(l.split[s], i)
		l.split[s] = members
		switch n := len(members); {
		case n <= l.largest(key):
			pairs = append(pairs, members[:n-1]...)
		case n == l.largest(key)+1:
			grown = append(grown, members...)
		}
	}
	return pairs, grown
}

// Load puts all records of the table into their blocks at once.
func (l *Live) Load() {
	l.keyer.grow()
	for i := range l.table.Len() {
		for _, key := range l.keysOf(i) {
			l.blocks[key] = append(l.blocks[key], uint32(i))
		}
	}
	for key, members := range l.blocks {
		if len(members) > l.largest(key) {
			for _, m := range members {
				l.addSplit(key, m)
			}
		}
	}
}

// keysOf returns the keys of a record by all rules.
func (l *Live) keysOf(record int) []uint64 {
	var out []uint64
	var keys []uint32
	for r := range l.rules {
		keys = l.keyer.keys(keys[:0], r, record)
		for _, key := range keys {
			out = append(out, uint64(r)<<32|uint64(key))
		}
	}
	return out
}

func (l *Live) splitKeys(key uint64, i uint32) []uint64 {
	var out []uint64
	r := int(key >> 32)
	for _, e := range l.keyer.splitEntries(nil, r, entry{uint32(key), i}) {
		out = append(out, uint64(r)<<32|uint64(e.key))
	}
	return compact(out)
}

func compact[T uint32 | uint64](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

func without(list []uint32, i uint32) []uint32 {
	return slices.DeleteFunc(slices.Clone(list), func(j uint32) bool { return j == i })
}

func set(m map[uint64][]uint32, key uint64, members []uint32) {
	if len(members) == 0 {
		delete(m, key)
	} else {
		m[key] = members
	}
}
