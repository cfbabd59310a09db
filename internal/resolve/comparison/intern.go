package comparison

import "strings"

// interner numbers distinct keys from 1 (open addressing, at most three quarters full).
// The keys themselves are the caller's: it says by number whether one is the same.
type interner struct {
	slots  []uint32 // numbers; 0: free
	hashes []uint32 // by number
}

// find returns the number of a key by its hash and a comparison with a number; a new
// number, and true, where there is none.
func (t *interner) find(hash uint32, same func(number uint32) bool) (number uint32, added bool) {
	if 4*len(t.hashes) >= 3*len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		switch n := t.slots[at]; {
		case n == 0:
			n = uint32(len(t.hashes))
			t.slots[at] = n
			t.hashes = append(t.hashes, hash)
			return n, true
		case t.hashes[n] == hash && same(n):
			return n, false
		}
	}
}

func (t *interner) grow() {
	if len(t.hashes) == 0 {
		t.hashes = append(t.hashes, 0) // of no number
	}
	t.slots = make([]uint32, max(1<<10, 2*len(t.slots)))
	mask := uint32(len(t.slots) - 1)
	for n := uint32(1); n < uint32(len(t.hashes)); n++ {
		at := t.hashes[n] & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = n
	}
}

// arena keeps many short texts together.
type arena struct {
	chunk *strings.Builder
}

const chunkSize = 1 << 16

// keep returns a text of some bytes.
func (a *arena) keep(text []byte) string {
	if a.chunk == nil || a.chunk.Len()+len(text) > a.chunk.Cap() {
		a.chunk = &strings.Builder{}
		a.chunk.Grow(max(chunkSize, len(text)))
	}
	from := a.chunk.Len()
	a.chunk.Write(text)
	return a.chunk.String()[from:]
}
