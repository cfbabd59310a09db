package name

import (
	"cmp"
	"slices"
)

// The settings of the score. They were chosen on half of a published set of labelled
// pairs (doc/methods/names.md).
const (
	alike     = 0.62 // least similarity at which two tokens may be one
	slope     = 1.4  // how steeply a similar token falls off from the same one
	surplus   = 0.2  // how much a token counts that only one name has
	otherForm = 0.6  // how much it counts that two legal forms differ
	slipCost  = 0.5  // of one slip of the fingers, over the letters of the word

	alikeJoined = 0.8 // least similarity at which words may have been joined to one
)

// pair is a possible match of tokens, some joined.
type pair struct {
	sim, weight float64
	a, b        [2]int8 // first and last
	taken       bool
}

// mostPairs is how many possible matches are looked at.
const mostPairs = 96

// Score returns how likely two texts are to be names of one bearer, 0 to 1, by the
// names alone. What both have and is not alike counts fully, what only one has counts
// less: many sources leave parts of names out.
func Score(a, b Name) float64 { return new(Scorer).Score(a, b) }

// Scorer scores names and remembers how alike tokens of a Lexicon are. It is not safe
// for use by several goroutines; the zero value is ready.
type Scorer struct {
	Matched []Match // of the last two names

	pairs  []pair
	memory []remembered
}

// Match is tokens of two names that were taken for one: a[A0] to a[A1] and b[B0] to
// b[B1].
type Match struct {
	A0, A1, B0, B1 int8
	Similarity     float64
}

// Score is Score.
func (s *Scorer) Score(a, b Name) float64 {
	s.Matched = s.Matched[:0]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	s.pairs = s.single(s.pairs[:0], a, b)
	m := match(s.pairs)
	restA, restB := rest(a, m.a), rest(b, m.b)
	if restA > particle && restB > particle || (restA > 0 || restB > 0) && m.got < 0.98*m.counted { // words may have been joined
		n := len(s.pairs)
		s.pairs = merged(s.pairs, a, b, false)
		s.pairs = merged(s.pairs, b, a, true)
		if len(s.pairs) > n {
			m = match(s.pairs)
			restA, restB = rest(a, m.a), rest(b, m.b)
		}
	}
	for i := range s.pairs {
		if p := &s.pairs[i]; p.taken {
			s.Matched = append(s.Matched, Match{p.a[0], p.a[1], p.b[0], p.b[1], p.sim})
		}
	}
	counted := m.counted + 2*min(restA, restB) + surplus*max(restA-restB, restB-restA)
	if formless(a, m.a) && formless(b, m.b) { // forms of law that differ
		counted += otherForm
	}
	if counted == 0 {
		return 0
	}
	score := min(1, m.got/counted)
	if initials(a) || initials(b) {
		score *= 0.6
	}
	return score
}

// matching is a matching of tokens: which are in it, the weight of what they have in
// common and of all that they have.
type matching struct {
	a, b         uint64
	got, counted float64
}

// match takes pairs greedily, those that explain most first.
func match(pairs []pair) matching {
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.sim*y.weight, x.sim*x.weight) })
	var m matching
	for i := range pairs {
		p := &pairs[i]
		p.taken = false
		ma, mb := mask(p.a), mask(p.b)
		if m.a&ma != 0 || m.b&mb != 0 {
			continue
		}
		p.taken = true
		m.a |= ma
		m.b |= mb
		m.got += p.weight * quality(p.sim)
		m.counted += p.weight
	}
	return m
}

// initials reports whether a name has initials alone.
func initials(n Name) bool {
	for i := range n {
		if !n[i].Initial() {
			return false
		}
	}
	return true
}

// formless reports whether a legal form was left without a match.
func formless(n Name, used uint64) bool {
	for i := range n {
		if i < 63 && used&(1<<i) == 0 && n[i].Weight == legal {
			return true
		}
	}
	return false
}

func mask(span [2]int8) uint64 {
	var m uint64
	for i := span[0]; i <= span[1]; i++ {
		m |= 1 << i
	}
	return m
}

// quality makes the step from the same token to a similar one steeper.
func quality(sim float64) float64 { return 1 - slope*(1-sim) }

func rest(n Name, used uint64) float64 {
	sum := 0.0
	for i := range n {
		if i < 63 && used&(1<<i) == 0 {
			sum += n[i].Weight
		}
	}
	return sum
}

// mostTokens is how many tokens of a name are compared.
const mostTokens = 16

// single appends the pairs of tokens that are alike.
func (s *Scorer) single(out []pair, a, b Name) []pair {
	for i := range min(len(a), mostTokens) {
		for j := range min(len(b), mostTokens) {
			sim := s.similar(a[i], b[j])
			if sim >= alike && len(out) < mostPairs {
				out = append(out, pair{sim, a[i].Weight + b[j].Weight, [2]int8{int8(i), int8(i)}, [2]int8{int8(j), int8(j)}, false})
			}
		}
	}
	return out
}

// merged appends the pairs of two or three neighbours of a with one token of b.
func merged(out []pair, a, b Name, swap bool) []pair {
	na, nb := min(len(a), mostTokens), min(len(b), mostTokens)
	for i := range 2 * na { // two neighbours, then three
		first, last := i%na, i%na+1+i/na
		if last >= na {
			continue
		}
		length := 0
		weight := 0.0
		set, whole := uint32(0), int32(0)
		for k := first; k <= last; k++ {
			set |= a[k].consonants
			whole += a[k].whole
			length += len(a[k].Text)
			weight += a[k].Weight
		}
		joined := Token{Defective: a[first].Defective}
		for j := range nb {
			o := b[j]
			if len(o.Text) < length-3 || len(o.Text) > length+3 || len(o.Text) < 5 || len(o.Text) <= max(len(a[first].Text), len(a[last].Text)) {
				continue
			}
			if far(set, o.consonants, whole+o.whole, alikeJoined-0.05) { // joined, sounds may melt
				continue
			}
			if joined.Text == "" {
				for k := first; k <= last; k++ {
					joined.Text += a[k].Text
				}
				joined.sound()
			}
			if s := Similarity(&joined, o, alikeJoined); s >= alikeJoined && len(out) < mostPairs {
				p := pair{s, weight + o.Weight, [2]int8{int8(first), int8(last)}, [2]int8{int8(j), int8(j)}, false}
				if swap {
					p.a, p.b = p.b, p.a
				}
				out = append(out, p)
			}
		}
	}
	return out
}

// remembered is how alike two tokens of a lexicon are.
type remembered struct {
	a, b uint32
	sim  float64
}

// memories is how many pairs of tokens a scorer remembers: 2 MiB of them.
const memories = 1 << 17

// similar is similar, remembered.
func (s *Scorer) similar(a, b *Token) float64 {
	switch {
	case a == b:
		return 1
	case a.Number == 0 || b.Number == 0:
		return similar(a, b)
	case len(a.Text) > 3 && len(b.Text) > 3 && !nicknames(a, b) && !a.Defective && !b.Defective &&
		(longer(a.whole, b.whole, alike) || far(a.consonants, b.consonants, a.whole+b.whole, alike)):
		return 0
	}
	x, y := a.Number, b.Number
	if x > y {
		x, y = y, x
	}
	if s.memory == nil {
		s.memory = make([]remembered, memories)
	}
	m := &s.memory[(x*0x9e3779b1^y*0x85ebca6b)>>(32-17)]
	if m.a != x || m.b != y {
		*m = remembered{x, y, similar(a, b)}
	}
	return m.sim
}

// similar compares two tokens: initials with what begins with them, nicknames with
// what they are short for, and else by sound.
func similar(a, b *Token) float64 {
	switch {
	case a.Text == b.Text:
		return 1
	case a.Initial() || b.Initial():
		if a.Text[0] == b.Text[0] {
			return 0.9
		}
		return 0
	case digits(a.Text) || digits(b.Text):
		return 0
	case nicknames(a, b):
		return 0.95
	case served(a.Text, b.Text), served(b.Text, a.Text):
		return 0.85
	}
	s := Similarity(a, b, alike)
	if s < 1-slipCost/20 && a.Defective == b.Defective {
		if n := min(len(a.Text), len(b.Text)); n >= 4 && OneSlip(a.Text, b.Text) {
			s = max(s, 1-slipCost/float64(n))
		}
	}
	return s
}

// served reports whether a name is the other with servant or father before it.
func served(a, b string) bool {
	return len(a) > 6 && len(a) == len(b)+3 && (a[:3] == "abd" || a[:3] == "abu") && a[3:] == b
}

// OneSlip reports whether one letter added, left out, changed or swapped with its
// neighbour makes one word of the other.
func OneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	x, y := a[i:], b[i:]
	if len(a) < len(b) {
		return x == y[1:]
	}
	return x == "" || x[1:] == y[1:] || len(x) > 1 && x[0] == y[1] && x[1] == y[0] && x[2:] == y[2:]
}

func digits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}
