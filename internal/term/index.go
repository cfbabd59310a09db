package term

import "skein/internal/normalize"

// Index finds how each term of a case is shown. The zero value is empty. What it answers depends
// on what was added, not on the order.
type Index struct {
	spellings map[Key]map[string]int // how often each spelling was added
}

// Add counts n values of a key in a spelling.
func (x *Index) Add(key Key, spelling string, n int) {
	if x.spellings == nil {
		x.spellings = map[Key]map[string]int{}
	}
	of := x.spellings[key]
	if of == nil {
		of = map[string]int{}
		x.spellings[key] = of
	}
	of[normalize.Visible(spelling)] += n
}

// Label returns how a key is shown: as the field's term, where it is one; else in the spelling
// that was added most often, the first by text of several such.
func (x *Index) Label(key Key) string {
	if label, ok := builtIn().labels[key]; ok {
		return label
	}
	return x.Spelling(key)
}

// Spelling returns the spelling of a key that was added most often, the first by text of
// several such.
func (x *Index) Spelling(key Key) string {
	best, most := "", 0
	for spelling, n := range x.spellings[key] {
		if n > most || n == most && spelling < best {
			best, most = spelling, n
		}
	}
	return best
}
