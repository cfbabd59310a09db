package comparison

import "math"

// Frequencies are how rare the values of a column are, in bits: -log2 of the share of
// things that have a value. They are what one more record is judged by, so they are
// counted once, with the model, and stay.
type Frequencies struct {
	value  []float32
	token  []float32
	most   []float32 // of all tokens of a value together
	rarest float32   // of what was not counted
	excess float32   // bits by which words of one name go together more often than by chance
}

// mostBits is how rare at most anything is taken to be.
const mostBits = 40

// Frequencies counts how rare the values of the column are. Records are several to a
// thing, on average as many as said; chance is the probability that two things have the
// same value: what no second thing seems to have is as rare as that.
func (c *Column) Frequencies(recordsPerThing, chance float64) *Frequencies {
	things := math.Max(1, float64(c.total)/recordsPerThing)
	f := &Frequencies{value: make([]float32, len(c.count)), most: make([]float32, len(c.count)), token: make([]float32, len(c.tokenCount)), rarest: float32(min(mostBits, -math.Log2(chance)))}
	if c.lexicon != nil {
		f.rarest = mostBits
	}
	for t, n := range c.tokenCount {
		f.token[t] = float32(min(mostBits, math.Log2(things)-math.Log2(math.Max(1, float64(n)/recordsPerThing))))
	}
	f.excess = float32(c.excess(f, recordsPerThing, things))
	for v, n := range c.count {
		others := float64(n)/recordsPerThing - 1
		bits := float64(f.rarest)
		if others > 0 {
			bits = min(bits, math.Log2(things/others))
		}
		if sum, words := c.tokenBits(f, Value(v)); words > 0 { // a name is at least as common as its words would have it
			if words > 1 {
				sum -= float64(f.excess)
			}
			bits = min(bits, sum)
			f.most[v] = float32(sum)
		}
		f.value[v] = float32(max(0, bits))
		f.most[v] = max(f.most[v], f.value[v])
	}
	return f
}

// tokenBits returns the bits of the tokens of a value together, and how many they are.
func (c *Column) tokenBits(f *Frequencies, v Value) (sum float64, words int) {
	for _, t := range c.tokensOf(v) {
		sum += float64(f.token[t])
		words++
	}
	return sum, words
}

// excess returns by how many bits names of several words are more common than their
// words would have them if these were independent: names are of a language.
func (c *Column) excess(f *Frequencies, recordsPerThing, things float64) float64 {
	met, expected := 0.0, 0.0
	for v, n := range c.count {
		sum, words := c.tokenBits(f, Value(v))
		if words < 2 {
			continue
		}
		met += float64(n) * max(0, float64(n)/recordsPerThing-1) / things
		expected += float64(n) * math.Exp2(-sum)
	}
	if met == 0 || expected == 0 {
		return 0
	}
	return min(max(0, math.Log2(met/expected)), 12)
}

// bits returns the bits of a value.
func (f *Frequencies) bits(v Value) float32 {
	if int(v) < len(f.value) {
		return f.value[v]
	}
	return f.rarest
}

// tokenBits returns the bits of a token.
func (f *Frequencies) tokenBits(t uint32) float32 {
	if int(t) < len(f.token) {
		return f.token[t]
	}
	return min(mostBits, f.rarest)
}

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
