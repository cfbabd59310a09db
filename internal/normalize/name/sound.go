package name

import (
	"math/bits"
	"strings"
)

// Sounds returns the sounds of a word in small Latin letters, a byte each:
//
//	consonants  b d f g h j k l m n p r s t v z, S (sh, ch), x (kh), c (ts)
//	vowels      a, i (e and i), o (o and u)
//	both        W (w, the Arabic waw), Y (y, the Arabic ya), A (an alif)
//
// Doubled letters are one sound. In a word of a defective script w, y and a stand for
// long vowels or consonants.
func Sounds(word string, defective bool) string {
	out := make([]byte, 0, len(word))
	add := func(s byte) {
		if len(out) == 0 || out[len(out)-1] != s {
			out = append(out, s)
		}
	}
	for i := 0; i < len(word); {
		s, took := sound(word[i:], defective)
		for k := range len(s) {
			add(s[k])
		}
		i += took
	}
	return string(out)
}

// sound returns the sounds at the head of a word, and how many letters they take.
func sound(word string, defective bool) (string, int) {
	for _, d := range byHead[word[0]] {
		if strings.HasPrefix(word, d.letters) {
			return d.sounds, len(d.letters)
		}
	}
	c := word[0]
	switch c {
	case 'q', 'k', 'c':
		if c == 'c' && len(word) > 1 && strings.IndexByte("eiy", word[1]) >= 0 {
			return "s", 1
		}
		return "k", 1
	case 'e', 'i':
		return "i", 1
	case 'o', 'u':
		return "o", 1
	case 'a':
		if defective {
			return "A", 1
		}
		return "a", 1
	case 'w':
		return "W", 1
	case 'y':
		return "Y", 1
	case 'x':
		return "ks", 1
	case 'b', 'd', 'f', 'g', 'h', 'j', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z':
		return string(c), 1
	}
	return string(c), 1 // a digit
}

// digraph is letters that are one sound together.
type digraph struct{ letters, sounds string }

// byHead has the digraphs by their first letter.
var byHead = func() *[256][]digraph {
	var out [256][]digraph
	for _, d := range digraphs {
		out[d.letters[0]] = append(out[d.letters[0]], d)
	}
	return &out
}()

// digraphs with the longest first.
var digraphs = []digraph{
	{"shch", "S"},
	{"sch", "S"},
	{"tch", "S"},
	{"dzh", "j"},
	{"sh", "S"},
	{"ch", "S"},
	{"kh", "x"},
	{"gh", "g"},
	{"th", "t"},
	{"dh", "d"},
	{"ph", "f"},
	{"dj", "j"},
	{"zh", "j"},
	{"ts", "c"},
	{"tz", "c"},
	{"ck", "k"},
	{"oua", "Wa"},
	{"oui", "Wi"},
	{"oue", "Wi"},
	{"ou", "o"},
	{"oo", "o"},
	{"ee", "i"},
	{"ie", "i"},
	{"ei", "i"},
	{"ay", "aY"},
	{"ai", "aY"},
	{"au", "aW"},
	{"aw", "aW"},
	{"eu", "iW"},
	{"ae", "a"},
	{"oe", "o"},
	{"ue", "o"},
	{"ya", "Ya"},
}

// Skeleton returns the consonants of a word's sounds, those that are often confused as
// one: what spellings of one name have in common. It may be empty.
func Skeleton(sounds string) string {
	out := make([]byte, 0, len(sounds))
	for i := range len(sounds) {
		c := sounds[i]
		switch c {
		case 'a', 'i', 'o', 'A', 'Y', 'h':
			continue
		case 'W', 'v', 'f':
			if c == 'W' && i > 0 {
				continue
			}
			c = 'v'
		case 'p':
			c = 'b'
		case 'x', 'g':
			c = 'k'
		case 'c', 'z', 'S', 'j':
			c = 's'
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// Costs of the edit distance, in hundredths.
const (
	consonantCost = 100
	vowelCost     = 45
	glideCost     = 35 // W, Y, A
	breathCost    = 35 // h
	unwritten     = 7  // a vowel beside a script that leaves it out
	swapCost      = 60 // of two neighbours
)

// presence is what it costs to leave a sound out.
func presence(c byte) int32 {
	switch c {
	case 'a', 'i', 'o':
		return vowelCost
	case 'W', 'Y', 'A':
		return glideCost
	case 'h':
		return breathCost
	}
	return consonantCost
}

// absent has the costs of leaving a sound out: beside a word of any script, and of a
// defective one.
var absent = func() *[2][128]int32 {
	var m [2][128]int32
	for c := range byte(128) {
		m[0][c], m[1][c] = presence(c), presence(c)
	}
	for _, c := range []byte("aio") {
		m[1][c] = unwritten
	}
	m[1]['A'], m[1]['Y'], m[1]['W'] = 15, 25, 25
	return &m
}()

// change is what it costs to read one sound as another.
func change(a, b byte) int32 {
	if a == b {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	switch string([]byte{a, b}) { // once for each pair, into a table
	case "Yi", "Wo", "Aa":
		return 5
	case "Wv", "io", "ai", "ao", "Ai", "Ao":
		return 30
	case "AY", "Ya", "Wa", "WY", "Yo", "Wi", "AW":
		return 40
	case "bp", "sz", "cs", "cz", "Sc", "gk", "kx", "hx":
		return 40
	case "Yj":
		return 20
	case "fv", "bv", "Ss", "Sj", "dt", "gj", "jz", "gx", "hk", "gh", "st", "dz", "fp":
		return 60
	case "mn", "lr":
		return 80
	}
	if presence(a) < consonantCost && presence(b) < consonantCost {
		return 50
	}
	return consonantCost
}

// costs holds change for all pairs of sounds below 128.
var costs = func() *[128][128]int32 {
	var m [128][128]int32
	for a := range byte(128) {
		for b := range byte(128) {
			m[a][b] = change(a, b)
		}
	}
	return &m
}()

// longest is how many sounds of a token are compared.
const longest = 40

// Similarity returns how much two tokens sound alike, 0 to 1: one less the edit
// distance over their sounds (Damerau 1964, with weights) as a share of the weights of
// their sounds.
//
// Less than least may be 0 as well.
func Similarity(a, b *Token, least float64) float64 {
	if a.Text == b.Text {
		return 1
	}
	x, y := a.Sounds, b.Sounds
	x, y = x[:min(len(x), longest)], y[:min(len(y), longest)]
	if x == "" || y == "" {
		return 0
	}
	total := a.whole + b.whole
	costX, costY := &absent[0], &absent[0]
	if a.Defective || b.Defective {
		if b.Defective {
			costX = &absent[1]
		}
		if a.Defective {
			costY = &absent[1]
		}
		total = 0
		for i := range len(x) {
			total += costX[x[i]&127]
		}
		for i := range len(y) {
			total += costY[y[i]&127]
		}
	}
	if far(a.consonants, b.consonants, total, least) {
		return 0
	}
	d := distance(x, y, costX, costY)
	return max(0, 1-float64(2*d)/float64(total))
}

// consonants returns the set of a word's consonants, a bit each; those that may stand for
// a vowel, or for next to nothing, are not in it.
func consonants(sounds string) uint32 {
	var set uint32
	for i := range len(sounds) {
		switch c := sounds[i]; c {
		case 'a', 'i', 'o', 'A', 'W', 'Y', 'h', 'j':
		case 'S':
			set |= 1
		default:
			set |= 1 << (c & 31)
		}
	}
	return set
}

// leastChange is the least that it costs to read one consonant as another.
const leastChange = 40

// far reports whether two words differ in so many consonants that they are less than
// alike, at most, whatever else they have.
func far(a, b uint32, total int32, alike float64) bool {
	only := max(bits.OnesCount32(a&^b), bits.OnesCount32(b&^a))
	return float64(2*leastChange*only) > (1-alike)*float64(total)
}

// longer reports whether one word has so much more to say than the other that they are
// less than alike: most of the difference must be left out.
func longer(a, b int32, alike float64) bool {
	const most = 0.6 // of it: a weak sound may stand for a strong one
	return 2*most*float64(max(a-b, b-a)) > (1-alike)*float64(a+b)
}

// distance is the weighted edit distance; costX is what it costs to leave out sounds of
// x, costY those of y.
func distance(x, y string, costX, costY *[128]int32) int32 {
	var rows [3][longest + 1]int32
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(y) {
		last[j+1] = last[j] + costY[y[j]&127]
	}
	for i := range len(x) {
		out := costX[x[i]&127]
		row[0] = last[0] + out
		change := &costs[x[i]&127]
		for j := range len(y) {
			best := min(last[j]+change[y[j]&127], last[j+1]+out, row[j]+costY[y[j]&127])
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				best = min(best, before[j-1]+swapCost)
			}
			row[j+1] = best
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
