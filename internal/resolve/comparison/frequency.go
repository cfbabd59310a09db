package comparison

import (
	"cmp"
	"math"
	"slices"

	"skein/internal/normalize/name"
)

// Counts is how many records had the values and words of a property when they were
// counted. What is not named had one.
type Counts struct {
	Records int            `yaml:"records"`
	Excess  float64        `yaml:"excess_bits,omitempty"` // by which words of one name go together more often than by chance
	Values  map[string]int `yaml:"values,omitempty"`
	Words   map[string]int `yaml:"words,omitempty"`
}

// mostCounted is how many values and how many words are named.
const mostCounted = 20_000

// Counts counts the values and words of the column that several records have, the most
// common ones where they are very many.
func (c *Column) Counts(recordsPerThing float64) *Counts {
	f := c.Frequencies(recordsPerThing, 1, nil)
	out := &Counts{Records: int(c.total), Excess: f.excess, Values: common(c.count, func(i int) string { return c.Text(Value(i)) })}
	if c.lexicon != nil {
		out.Words = common(c.tokenCount, func(i int) string { return c.lexicon.Tokens[i-1].Text })
	}
	return out
}

func common(counts []uint32, text func(i int) string) map[string]int {
	var several []int
	for i, n := range counts {
		if n > 1 {
			several = append(several, i)
		}
	}
	slices.SortFunc(several, func(a, b int) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(text(a), text(b))) })
	out := map[string]int{}
	for _, i := range several[:min(len(several), mostCounted)] {
		out[text(i)] += int(counts[i])
	}
	return out
}

// Frequencies are how rare the values of a column are, in bits: -log2 of the share of
// things that have a value.
type Frequencies struct {
	column *Column
	counts *Counts // nil: those of the column
	things float64
	each   float64  // records of a thing
	rarest float64  // of what no second thing seems to have
	excess float64  // see Counts
	value  []rarity // by value
	token  []float32
}

// rarity is what a comparison of a value needs, in one place.
type rarity struct {
	bits, most float32 // of the value; of all its tokens together
	tokens     [inline]uint32
	n          uint32 // tokens; more than inline are in the column
}

// inline is how many tokens of a name lie beside its rarity.
const inline = 5

// MostBits is how rare at most anything is taken to be.
const MostBits = 40

// Frequencies returns how rare the values of the column are, by counts that were made
// before, or by its own where there are none. Records are several to a thing, on
// average as many as said; chance is the probability that two things have the same
// value: what no second thing seems to have is as rare as that.
func (c *Column) Frequencies(recordsPerThing, chance float64, counts *Counts) *Frequencies {
	records := float64(c.total)
	if counts != nil {
		records = float64(counts.Records)
	}
	f := &Frequencies{column: c, counts: counts, each: recordsPerThing, things: max(1, records/recordsPerThing), rarest: min(MostBits, -math.Log2(chance))}
	if c.lexicon != nil {
		f.rarest = MostBits
	}
	f.token = make([]float32, 0, len(c.tokenCount))
	for t := range c.tokenCount {
		f.token = append(f.token, f.ofToken(t))
	}
	if counts != nil {
		f.excess = counts.Excess
	} else {
		f.excess = f.measureExcess()
	}
	f.value = make([]rarity, 0, len(c.count))
	f.Grow()
	return f
}

// Grow takes in the values that the column got since.
func (f *Frequencies) Grow() {
	for t := len(f.token); t < len(f.column.tokenCount); t++ {
		f.token = append(f.token, f.ofToken(t))
	}
	for v := len(f.value); v < len(f.column.count); v++ {
		var r rarity
		r.bits, r.most = f.ofValue(Value(v))
		r.n = uint32(copy(r.tokens[:], f.column.tokensOf(Value(v))))
		if all := len(f.column.tokensOf(Value(v))); all > inline {
			r.n = uint32(all)
		}
		f.value = append(f.value, r)
	}
}

func (f *Frequencies) ofToken(t int) float32 {
	n := float64(f.column.tokenCount[t])
	if f.counts != nil && t > 0 {
		n = float64(f.counts.Words[f.column.lexicon.Tokens[t-1].Text])
	}
	return float32(min(MostBits, math.Log2(f.things+few)-math.Log2(max(1, n/f.each+few*usualWord))))
}

// What is known before anything is counted: as if that many things had been seen, with
// words that each have that share.
const (
	few       = 500
	usualWord = 0.0015
)

func (f *Frequencies) ofValue(v Value) (bits, most float32) {
	n := float64(f.column.count[v])
	if f.counts != nil && v > 0 {
		n = float64(f.counts.Values[f.column.Text(v)])
	}
	rare := min(MostBits, math.Log2(f.things+few)-math.Log2(max(0, n/f.each-1)+(few+f.things)*math.Exp2(-f.rarest)))
	all := 0.0
	if sum, words := f.sum(v); words > 0 { // a name is at least as common as its words would have it
		all = sum
		if words > 1 {
			sum -= f.excess
		}
		rare = min(rare, sum)
	}
	rare = max(0, rare)
	return float32(rare), float32(max(all, rare))
}

// enough is how many records with a name that others have tell half of the truth about
// names.
const enough = 100

// sum returns the bits of the tokens of a value together, and how many they are.
func (f *Frequencies) sum(v Value) (sum float64, words int) {
	for _, t := range f.column.tokensOf(v) {
		sum += float64(f.token[t])
		words++
	}
	return sum, words
}

// measureExcess returns by how many bits names of several words are more common than
// their words would have them if these were independent: names are of a language.
func (f *Frequencies) measureExcess() float64 {
	met, expected, several := 0.0, 0.0, 0.0
	for v, n := range f.column.count {
		sum, words := f.sum(Value(v))
		if words < 2 {
			continue
		}
		met += float64(n) * max(0, float64(n)/f.each-1) / f.things
		expected += float64(n) * math.Exp2(-sum)
		if n > 1 {
			several += float64(n)
		}
	}
	if met == 0 || expected == 0 {
		return 0
	}
	return min(max(0, math.Log2(met/expected)), 12) * several / (several + enough)
}

// bits returns the bits of a value.
func (f *Frequencies) bits(v Value) float32 { return f.value[v].bits }

// name returns the tokens of a value, into space where that is large enough.
func (f *Frequencies) name(v Value, space name.Name) name.Name {
	r := &f.value[v]
	if r.n > inline {
		return f.column.Name(v, space)
	}
	space = space[:0]
	for _, t := range r.tokens[:r.n] {
		space = append(space, f.column.lexicon.Tokens[t-1])
	}
	return space
}

// tokenBits returns the bits of a token.
func (f *Frequencies) tokenBits(t uint32) float32 { return f.token[t] }

// Chance returns the share of pairs of records that have a value in common, of those
// pairs that both have one.
func (c *Column) Chance() float64 {
	same, n := 0.0, float64(c.total)
	for _, k := range c.count {
		same += float64(k) * float64(k-min(k, 1)) / 2
	}
	if n < 2 {
		return 0
	}
	return min(1, same/(n*(n-1)/2))
}
