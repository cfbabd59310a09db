// Package blocking finds the pairs of records that are worth comparing: those that share
// a key of a rule, such as a word of the name together with the day of birth.
//
// A key that very many records have says little and costs much. Its block is cut by a
// second key; what is too large even then is left out and counted: see Yield.
package blocking

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"skein/internal/resolve/comparison"
)

// Key is a part of a property.
type Key struct {
	Property string          `yaml:"property"`
	Part     comparison.Part `yaml:"part"`
}

// Rule is keys that two records must share. Where more than Largest do, they must share
// one of Split as well.
type Rule struct {
	Keys    []Key `yaml:"keys"`
	Split   []Key `yaml:"split,omitempty"`
	Largest int   `yaml:"largest,omitempty"` // block; 0: by Budget
}

// Yield is what a rule gave.
type Yield struct {
	Rule      Rule
	Blocks    int   // with two records or more
	Pairs     int64 // of its blocks; other rules may have some of them too
	Split     int   // blocks cut by a second key
	Dropped   int   // blocks left out
	LostPairs int64 // at most, in blocks left out: other rules may give them
}

// Largest is the most records of a block.
const Largest = 400

// Budget is how many pairs a rule may give before its blocks are cut, for each record; Least
// where that is fewer. It decides how large the blocks of a rule may be that does not say
// so itself.
const (
	Budget = 0.25 // pairs a record
	Least  = 300_000
)

// mostKeys is the most keys that one record has by one rule.
const mostKeys = 24

// Index is the blocks of a table.
type Index struct {
	Yields []Yield

	blocks  []block
	members []uint32 // of the blocks
	at      []uint32 // of each record's keys, and the end
	keys    []uint64 // rule and key, ascending
}

// block is the records of one key: members[from:to].
type block struct {
	key      uint64
	from, to uint32
}

// entry is a record's key of one rule.
type entry struct {
	key    uint32
	record uint32
}

// Build makes the blocks of a table by some rules. It fails where a rule names a
// property or part that the table does not have.
func Build(t *comparison.Table, rules []Rule) (*Index, error) {
	x := &Index{}
	k, err := newKeyer(t, rules)
	if err != nil {
		return nil, err
	}
	made := make([]rule, len(rules))
	var wait sync.WaitGroup
	for r := range rules {
		wait.Go(func() { made[r] = k.cut(r, rules[r]) })
	}
	wait.Wait()
	for r := range made {
		x.Yields = append(x.Yields, made[r].yield)
		shift := uint32(len(x.members))
		x.members = append(x.members, made[r].members...)
		for _, b := range made[r].blocks {
			x.blocks = append(x.blocks, block{b.key, b.from + shift, b.to + shift})
		}
		made[r] = rule{}
	}
	x.byRecord(t.Len())
	return x, nil
}

// rule is the blocks of one rule.
type rule struct {
	yield   Yield
	blocks  []block
	members []uint32
}

// cut makes the blocks of a rule.
func (k *keyer) cut(r int, of Rule) rule {
	out := rule{yield: Yield{Rule: of}}
	entries := inParts(k.records, func(from, to int) []entry { return k.entries(r, from, to) })
	sortEntries(entries, entry.byKey)
	largest := of.Largest
	if largest == 0 {
		largest = within(entries, max(Least, int64(Budget*float64(k.records))))
		out.yield.Rule.Largest = largest
	}
	var large []entry // of blocks that are too large
	runs(entries, func(run []entry) {
		switch {
		case len(run) < 2:
		case len(run) <= largest:
			out.add(r, run)
		case len(k.split[r]) == 0:
			out.yield.drop(run)
		default:
			out.yield.Split++
			large = append(large, run...)
		}
	})
	sortEntries(large, entry.byRecord) // near in memory what is near in the file
	again := inParts(len(large), func(from, to int) (part []entry) {
		for _, e := range large[from:to] {
			part = k.splitEntries(part, r, e)
		}
		return part
	})
	sortEntries(again, entry.byKey)
	runs(again, func(run []entry) {
		switch {
		case len(run) < 2:
		case len(run) <= largest:
			out.add(r, run)
		default:
			out.yield.drop(run)
		}
	})
	slices.SortFunc(out.blocks, func(a, b block) int { return cmp.Compare(a.key, b.key) })
	return out
}

// within returns the largest size of blocks at which all blocks up to it give no more
// than some pairs.
func within(entries []entry, budget int64) int {
	var sizes [Largest + 1]int64
	runs(entries, func(run []entry) {
		if len(run) <= Largest {
			sizes[len(run)]++
		}
	})
	pairs := int64(0)
	for n := int64(2); n <= Largest; n++ {
		if pairs += sizes[n] * n * (n - 1) / 2; pairs > budget {
			return int(max(6, n-1))
		}
	}
	return Largest
}

func (y *Yield) drop(run []entry) {
	y.Dropped++
	n := int64(len(run))
	y.LostPairs += n * (n - 1) / 2
}

func (r *rule) add(number int, run []entry) {
	r.yield.Blocks++
	from := uint32(len(r.members))
	for _, e := range run {
		r.members = append(r.members, e.record)
	}
	r.blocks = append(r.blocks, block{uint64(number)<<32 | uint64(run[0].key), from, uint32(len(r.members))})
}

// runs calls f for each run of entries of one key.
func runs(entries []entry, f func([]entry)) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].key == entries[from].key {
			to++
		}
		f(entries[from:to])
		from = to
	}
}

// byRecord lists the keys of each record, ascending: blocks come in that order.
func (x *Index) byRecord(records int) {
	x.at = make([]uint32, records+1)
	for _, m := range x.members {
		x.at[m+1]++
	}
	for i := range records {
		x.at[i+1] += x.at[i]
	}
	x.keys = make([]uint64, len(x.members))
	next := slices.Clone(x.at[:records])
	for _, b := range x.blocks {
		for _, m := range x.members[b.from:b.to] {
			x.keys[next[m]] = b.key
			next[m]++
		}
	}
}

// Blocks returns the number of blocks.
func (x *Index) Blocks() int { return len(x.blocks) }

// Size returns the number of records of a block.
func (x *Index) Size(block int) int { return int(x.blocks[block].to - x.blocks[block].from) }

// Rule returns the rule that made a block.
func (x *Index) Rule(block int) int { return int(x.blocks[block].key >> 32) }

// All calls f for each pair of a block, the smaller number first.
func (x *Index) All(block int, f func(i, j int)) {
	b := x.blocks[block]
	members := x.members[b.from:b.to]
	for n, i := range members {
		for _, j := range members[n+1:] {
			f(int(i), int(j))
		}
	}
}

// First reports whether no block before this one has a pair of it.
func (x *Index) First(block, i, j int) bool {
	return x.firstCommon(uint32(i), uint32(j)) == x.blocks[block].key
}

// Repeats returns what share of the pairs of blocks other blocks have too, by a sample.
// Where it is small, it is cheaper to compare a pair twice than to ask First of all.
func (x *Index) Repeats() float64 {
	const sample = 20_000
	pairs, first := 0, 0
	for b := 0; b < len(x.blocks) && pairs < sample; b += 1 + len(x.blocks)/1000 {
		x.All(b, func(i, j int) {
			pairs++
			if x.First(b, i, j) {
				first++
			}
		})
	}
	return 1 - float64(first)/float64(max(1, pairs))
}

func (x *Index) firstCommon(i, j uint32) uint64 {
	a, b := x.keys[x.at[i]:x.at[i+1]], x.keys[x.at[j]:x.at[j+1]]
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return a[0]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return 0
}

// part is a key of a rule made ready.
type part struct {
	column *comparison.Column
	keys   *comparison.Keys
}

// keyer makes keys of records.
type keyer struct {
	records int
	rules   [][]part
	split   [][]part
	parts   []part // all of them
}

func newKeyer(t *comparison.Table, rules []Rule) (*keyer, error) {
	k := &keyer{records: t.Len()}
	made := map[Key]part{}
	get := func(keys []Key) ([]part, error) {
		var out []part
		for _, key := range keys {
			p, ok := made[key]
			if !ok {
				at := slices.IndexFunc(t.Columns, func(c *comparison.Column) bool { return c.Property.Name == key.Property })
				if at < 0 {
					return nil, fmt.Errorf("a blocking rule names the property %q, which the records do not have", key.Property)
				}
				keys, err := t.Columns[at].KeysOf(key.Part)
				if err != nil {
					return nil, fmt.Errorf("blocking by %s: %w", key.Property, err)
				}
				p = part{t.Columns[at], keys}
				made[key] = p
				k.parts = append(k.parts, p)
			}
			out = append(out, p)
		}
		return out, nil
	}
	for _, r := range rules {
		parts, err := get(r.Keys)
		if err != nil {
			return nil, err
		}
		split, err := get(r.Split)
		if err != nil {
			return nil, err
		}
		k.rules, k.split = append(k.rules, parts), append(k.split, split)
	}
	return k, nil
}

// entries returns the keys of some records by a rule.
func (k *keyer) entries(r, from, to int) []entry {
	out := make([]entry, 0, to-from)
	var keys []uint32
	for i := from; i < to; i++ {
		keys = k.keys(keys[:0], r, i)
		for _, key := range keys {
			out = append(out, entry{key, uint32(i)})
		}
	}
	return out
}

// inParts calls f for the parts of 0 to n, several at a time, and joins what it returns.
func inParts(n int, f func(from, to int) []entry) []entry {
	const least = 10_000 // for a goroutine of its own
	parts := min(runtime.GOMAXPROCS(0), 1+n/least)
	made := make([][]entry, parts)
	var wait sync.WaitGroup
	for p := range parts {
		wait.Go(func() { made[p] = f(n*p/parts, n*(p+1)/parts) })
	}
	wait.Wait()
	return slices.Concat(made...)
}

// keys appends the keys of a record by a rule.
func (k *keyer) keys(out []uint32, r, record int) []uint32 {
	out = append(out, uint32(r))
	for _, p := range k.rules[r] {
		out = p.extend(out, record)
	}
	return out
}

// grow takes in the values that the columns got since.
func (k *keyer) grow() {
	for _, p := range k.parts {
		p.keys.Grow()
	}
}

// extend combines keys with those of a record by a part, without repeats.
func (p part) extend(keys []uint32, record int) []uint32 {
	n := len(keys)
	for _, v := range p.column.Of(record) {
		for _, own := range p.keys.Of(v) {
			for _, key := range keys[:n] {
				if combined := comparison.Mix(key, own); !slices.Contains(keys[n:], combined) && len(keys)-n < mostKeys {
					keys = append(keys, combined)
				}
			}
		}
	}
	return append(keys[:0], keys[n:]...)
}

// splitEntries appends the keys of a record in a block that is cut.
func (k *keyer) splitEntries(out []entry, r int, e entry) []entry {
	for s, p := range k.split[r] {
		keys := p.extend([]uint32{comparison.Mix(e.key, uint32(s))}, int(e.record))
		for _, key := range keys {
			out = append(out, entry{key, e.record})
		}
	}
	return out
}

func (e entry) byKey() uint32    { return e.key }
func (e entry) byRecord() uint32 { return e.record }

// sortEntries sorts by what of says and else leaves the order (radix sort, 11 bits a
// pass).
func sortEntries(entries []entry, of func(entry) uint32) {
	if len(entries) < 256 {
		slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(of(a), of(b)) })
		return
	}
	from, to := entries, make([]entry, len(entries))
	for shift := 0; shift < 33; shift += 11 {
		var count [1 << 11]uint32
		for _, e := range from {
			count[of(e)>>shift&(1<<11-1)]++
		}
		sum := uint32(0)
		for i, n := range count {
			count[i] = sum
			sum += n
		}
		for _, e := range from {
			c := &count[of(e)>>shift&(1<<11-1)]
			to[*c] = e
			*c++
		}
		from, to = to, from
	}
	copy(entries, from)
}
