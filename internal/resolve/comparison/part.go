package comparison

import (
	"fmt"
	"slices"

	"skein/internal/english"
	"skein/internal/normalize/name"
)

// Part is what of a value a blocking rule goes by.
type Part string

// The parts of values.
const (
	Whole    Part = "whole"     // the value itself
	Word     Part = "word"      // of a name: the sounds of each word's consonants
	Words    Part = "words"     // of a name: those of each two words
	Starts   Part = "starts"    // of a name: the first letters of each two words
	Day      Part = "day"       // of a date
	Month    Part = "month"     // of a date, with the year
	Year     Part = "year"      // of a date
	DayMonth Part = "day+month" // of a date, without the year
	Thirds   Part = "thirds"    // of a number: each two thirds of it, so that one slip leaves one
	User     Part = "user"      // of an e-mail address
	Area     Part = "area"      // of a postcode
)

// Parts returns the parts that a kind has.
func (k Kind) Parts() []Part {
	switch k {
	case Person, Organisation, Text:
		return []Part{Whole, Word, Words, Starts}
	case Date:
		return []Part{Whole, Day, Month, Year, DayMonth}
	case Identifier, Phone:
		return []Part{Whole, Thirds}
	case Email:
		return []Part{Whole, User, Thirds}
	case Postcode:
		return []Part{Whole, Area, Thirds}
	case Code, Exclusive:
		return []Part{Whole}
	}
	return nil
}

// Keys is the keys of every value of a column by one part.
type Keys struct {
	column    *Column
	part      Part
	at        []uint32
	keys      []uint32
	skeletons []uint32 // of each token
	space     name.Name
}

// Of returns the keys of a value.
func (k *Keys) Of(v Value) []uint32 { return k.keys[k.at[v]:k.at[v+1]] }

// KeysOf returns the keys of the values of a column by a part. Equal parts have equal
// keys, in every column and every run; the reverse holds nearly always.
func (c *Column) KeysOf(p Part) (*Keys, error) {
	if !slices.Contains(c.Kind.Parts(), p) {
		return nil, fmt.Errorf("%s has no part %q: want one of %q", english.A(string(c.Kind)), p, c.Kind.Parts())
	}
	k := &Keys{column: c, part: p, at: make([]uint32, 1, len(c.count)+1)}
	k.Grow()
	return k, nil
}

// Grow takes in the values that the column got since.
func (k *Keys) Grow() {
	c := k.column
	for t := len(k.skeletons); t < len(c.tokenCount); t++ {
		key := uint32(0)
		if t > 0 {
			key = skeletonKey(c.lexicon.Tokens[t-1])
		}
		k.skeletons = append(k.skeletons, key)
	}
	for v := len(k.at) - 1; v < len(c.count); v++ {
		k.keys = c.appendKeys(k.keys, k.part, Value(v), k.skeletons, &k.space)
		k.at = append(k.at, uint32(len(k.keys)))
	}
}

func (c *Column) appendKeys(out []uint32, p Part, v Value, skeletons []uint32, space *name.Name) []uint32 {
	if v == 0 {
		return out
	}
	if c.lexicon != nil {
		*space = c.Name(v, *space)
		return appendNameKeys(out, p, *space, skeletons)
	}
	text := c.texts[v]
	switch p {
	case Whole, Day:
		return append(out, hash(text))
	case Month:
		return append(out, hash(text[:min(6, len(text))]))
	case Year:
		return append(out, hash(text[:min(4, len(text))]))
	case DayMonth:
		if len(text) == 8 && text[4:] != "0000" && text[4:] != "0101" {
			return append(out, hash(text[4:]))
		}
		return out
	case Thirds:
		if len(text) >= 6 {
			a, b := len(text)/3, 2*len(text)/3
			return append(out, hash(text[:b])+1, mix(hash(text[:a])+hash(text[b:]))+2, hash(text[a:])+3)
		}
		return out
	case User:
		if u := user(text); len(u) >= 4 {
			return append(out, hash(u))
		}
		return out
	case Area:
		return append(out, hash(area(text)))
	case Word, Words, Starts: // of names
	}
	return out
}

// mostKeyWords is how many words of a name give keys.
const mostKeyWords = 5

func appendNameKeys(out []uint32, p Part, n name.Name, skeletons []uint32) []uint32 {
	var words [mostKeyWords]*name.Token
	k := 0
	for _, t := range n {
		if k < mostKeyWords && !t.Light() && (p == Starts || !t.Initial()) {
			words[k] = t
			k++
		}
	}
	from := len(out)
	key := func(t *name.Token) uint32 { return skeletons[t.Number] }
	switch p {
	case Whole: // in any order
		sum := uint32(0)
		for _, t := range words[:k] {
			sum += mix(hash(t.Text))
		}
		if k > 0 {
			out = append(out, sum)
		}
	case Word:
		for _, t := range words[:k] {
			out = append(out, key(t))
		}
	case Words:
		for i, t := range words[:k] {
			for _, u := range words[:i] {
				out = append(out, mix(key(t))+mix(key(u)))
			}
		}
	case Starts:
		for i, t := range words[:k] {
			for _, u := range words[:i] {
				out = append(out, mix(uint32(t.Text[0]))+mix(uint32(u.Text[0])))
			}
		}
	case Day, Month, Year, DayMonth, Thirds, User, Area: // of other kinds
	}
	slices.Sort(out[from:])
	return out[:from+len(slices.Compact(out[from:]))]
}

// skeletonKey is the key of a word's consonants; of a word that has hardly any, of its
// letters.
func skeletonKey(t *name.Token) uint32 {
	s := name.Skeleton(t.Sounds)
	if len(s) < 2 {
		return hash(t.Text)
	}
	return hash(s)
}

// hash is FNV-1a (Fowler, Noll, Vo), its bits mixed.
func hash[T string | []byte](s T) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return mix(h)
}

// mix spreads the bits of a key (the finaliser of MurmurHash3).
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// Mix returns one key of two, which depends on their order.
func Mix(a, b uint32) uint32 { return mix(a*31 + b) }
