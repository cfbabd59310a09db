package graph

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync/atomic"

	"skein/internal/hugepage"
	"skein/internal/parallel"
)

// Builder collects ties of named vertices. The zero value is not ready: see NewBuilder.
type Builder struct {
	directed bool
	ties     Ties
	mutual   Ties // undirected edges of a graph that may have directed ones
	number   map[string]uint32
	names    []string
}

// NewBuilder returns a builder of a graph without vertices.
func NewBuilder(directed bool) *Builder {
	return &Builder{directed: directed, number: map[string]uint32{}}
}

// Vertex returns the number of the vertex with a name, which is added where there is none.
func (b *Builder) Vertex(name string) uint32 {
	if v, ok := b.number[name]; ok {
		return v
	}
	v := uint32(len(b.names))
	name = strings.Clone(name)
	b.number[name] = v
	b.names = append(b.names, name)
	return v
}

// Len returns the number of vertices so far.
func (b *Builder) Len() int { return len(b.names) }

// Add adds a tie between two names. Its weight is above 0.
func (b *Builder) Add(from, to string, weight float32) {
	b.Tie(b.Vertex(from), b.Vertex(to), weight)
}

// Tie adds a tie between two vertices; one without weight is none.
func (b *Builder) Tie(from, to uint32, weight float32) { b.ties.Add(from, to, weight) }

// Mutual adds an edge without direction: in a directed graph it goes both ways.
func (b *Builder) Mutual(from, to uint32, weight float32) { b.mutual.Add(from, to, weight) }

// Direct makes the graph directed, whatever was said of it before.
func (b *Builder) Direct() { b.directed = true }

// Build returns the graph of what was added.
func (b *Builder) Build() *Graph {
	var g *Graph
	if len(b.mutual.Ends) == 0 || !b.directed {
		g = FromTies(len(b.names), []Ties{b.ties, b.mutual}, b.directed)
	} else {
		g = fromMixed(len(b.names), b.ties, b.mutual)
		g.mutual.names = b.names
	}
	g.names = b.names
	return g
}

// fromMixed returns the directed graph of n vertices with directed edges and with others,
// which become an arc each way.
func fromMixed(n int, directed, mutual Ties) *Graph {
	back := Ties{Ends: make([]uint32, 0, len(mutual.Ends)), Weight: mutual.Weight}
	for i := 0; i < len(mutual.Ends); i += 2 {
		back.Ends = append(back.Ends, mutual.Ends[i+1], mutual.Ends[i])
	}
	g := FromTies(n, []Ties{directed, mutual, back}, true)
	g.mutual = FromTies(n, []Ties{mutual}, false)
	g.each = []Ties{directed, mutual}
	g.loops -= g.mutual.loops // counted each way
	return g
}

// Ties are ties in any order.
type Ties struct {
	Ends   []uint32  // from, to, from, to, …
	Weight []float32 // nil: all 1
}

// Add adds a tie; one without weight is none.
func (t *Ties) Add(from, to uint32, weight float32) {
	if !(weight > 0) {
		return
	}
	if weight != 1 && t.Weight == nil {
		t.Weight = slices.Repeat([]float32{1}, len(t.Ends)/2)
	}
	t.Ends = append(t.Ends, from, to)
	if t.Weight != nil {
		t.Weight = append(t.Weight, weight)
	}
}

// FromNumbers returns the graph of ties whose ends are any numbers. Only those that occur
// are vertices, and their names: ascending, or in a large graph dealt out by how many ties
// they have.
func FromNumbers(ties []Ties, directed bool) *Graph {
	most, ends := uint32(0), 0
	for _, t := range ties {
		ends += len(t.Ends)
		for _, v := range t.Ends {
			most = max(most, v)
		}
	}
	if int64(most) > sparse+int64(ends) { // memory is for ties, not for the numbers between them
		return fromSparse(ties, ends, directed)
	}
	seen := make([]uint64, most/64+1)
	for _, t := range ties {
		for _, v := range t.Ends {
			seen[v/64] |= 1 << (v % 64)
		}
	}
	before := make([]uint32, len(seen)) // vertices up to each word
	n := uint32(0)
	for i, w := range seen {
		before[i] = n
		n += uint32(bits.OnesCount64(w))
	}
	if n <= most {
		parallel.For(len(ties), func(k int) {
			for i, v := range ties[k].Ends {
				ties[k].Ends[i] = before[v/64] + uint32(bits.OnesCount64(seen[v/64]&(1<<(v%64)-1)))
			}
		})
	}
	numbers := make([]uint32, 0, n)
	for i, w := range seen {
		for ; w != 0; w &= w - 1 {
			numbers = append(numbers, uint32(i*64+bits.TrailingZeros64(w)))
		}
	}
	return named(numbers, ties, directed)
}

// sparse is how many numbers beyond those of ends are looked up in a table of bits, of 12
// bytes for every 64.
const sparse = 1 << 26

// fromSparse is FromNumbers for numbers that lie far apart.
func fromSparse(ties []Ties, ends int, directed bool) *Graph {
	numbers := make([]uint32, 0, ends)
	for _, t := range ties {
		numbers = append(numbers, t.Ends...)
	}
	slices.Sort(numbers)
	numbers = slices.Clip(slices.Compact(numbers))
	parallel.For(len(ties), func(k int) {
		for i, v := range ties[k].Ends {
			at, _ := slices.BinarySearch(numbers, v)
			ties[k].Ends[i] = uint32(at)
		}
	})
	return named(numbers, ties, directed)
}

// named returns the graph of ties between vertices with numbers for names, in their order
// or, if it is large, dealt out.
func named(numbers []uint32, ties []Ties, directed bool) *Graph {
	n := len(numbers)
	if n < large {
		g := FromTies(n, ties, directed)
		g.numbers = numbers
		return g
	}
	g, order := fromTies(n, ties, directed, true)
	for v, k := range order {
		order[v] = numbers[k]
	}
	g.numbers = order
	return g
}

// large is from how many vertices on a value of each no longer fits into a near cache, so
// that their order matters.
const large = 1 << 17

// FromTies returns the graph of n vertices without names. An undirected tie is given once.
func FromTies(n int, ties []Ties, directed bool) *Graph {
	g, _ := fromTies(n, ties, directed, false)
	return g
}

// fromTies returns the graph of n vertices as they are numbered or, dealt, in another order,
// which it returns.
func fromTies(n int, ties []Ties, directed, dealt bool) (g *Graph, order []uint32) {
	g = &Graph{Directed: directed, offset: hugepage.Make[int64](n + 1)}
	count := make([]uint32, n)
	weighted := false
	var loops atomic.Int64
	parallel.For(len(ties), func(k int) {
		own := 0
		ends := ties[k].Ends
		for i := 0; i < len(ends); i += 2 {
			if ends[i] == ends[i+1] {
				own++
				continue
			}
			atomic.AddUint32(&count[ends[i]], 1)
			if !directed {
				atomic.AddUint32(&count[ends[i+1]], 1)
			}
		}
		loops.Add(int64(own))
	})
	for _, t := range ties {
		weighted = weighted || t.Weight != nil
	}
	g.loops = int(loops.Load())
	var rank []uint32
	if dealt {
		order = deal(count)
		rank = make([]uint32, n)
		degree := slices.Clone(count)
		for i, v := range order {
			rank[v], count[i] = uint32(i), degree[v]
		}
	}
	for v, c := range count {
		g.offset[v+1] = g.offset[v] + int64(c)
		count[v] = 0
	}
	g.to = hugepage.Make[uint32](int(g.offset[n]))
	if weighted {
		g.weight = hugepage.Make[float32](int(g.offset[n]))
	}
	parallel.For(len(ties), func(k int) {
		ends, weight := ties[k].Ends, ties[k].Weight
		put := func(from, to uint32, w float32) {
			at := g.offset[from] + int64(atomic.AddUint32(&count[from], 1)) - 1
			g.to[at] = to
			if weighted {
				g.weight[at] = w
			}
		}
		w := float32(1)
		for i := 0; i < len(ends); i += 2 {
			if ends[i] == ends[i+1] {
				continue
			}
			if weight != nil {
				w = weight[i/2]
			}
			from, to := ends[i], ends[i+1]
			if rank != nil {
				from, to = rank[from], rank[to]
			}
			put(from, to, w)
			if !directed {
				put(to, from, w)
			}
		}
	})
	g.sort()
	return g, order
}

// stretches is into how many vertices are dealt.
const stretches = 64

// deal returns vertices in stretches, each from those of most ties down: what most arcs go to
// lies in few lines of memory, and no stretch is more work than another.
func deal(degree []uint32) []uint32 {
	next := make([]uint32, slices.Max(degree)+2) // of each degree: where the next vertex goes
	for _, d := range degree {
		next[d]++
	}
	at := uint32(0)
	for d := len(next) - 1; d >= 0; d-- {
		next[d], at = at, at+next[d]
	}
	descending := make([]uint32, len(degree))
	for v, d := range degree {
		descending[next[d]] = uint32(v)
		next[d]++
	}
	order := make([]uint32, 0, len(degree))
	for k := range stretches {
		for i := k; i < len(descending); i += stretches {
			order = append(order, descending[i])
		}
	}
	return order
}

// sort sorts each row and joins arcs of the same two.
func (g *Graph) sort() {
	n := g.Len()
	const block = 1 << 12
	var repeats atomic.Bool
	parallel.For((n+block-1)/block, func(k int) {
		var row rowOf
		for v := k * block; v < min(n, (k+1)*block); v++ {
			from, end := g.offset[v], g.offset[v+1]
			to := g.to[from:end]
			if g.weight == nil {
				slices.Sort(to)
			} else {
				row.sort(to, g.weight[from:end])
			}
			if repeated(to) {
				repeats.Store(true)
			}
		}
	})
	if repeats.Load() {
		g.join()
	}
}

// rowOf sorts a row by its ends, then weights, so that sums are the same in any order.
type rowOf struct {
	pairs []uint64
	copy  []float32
}

func (r *rowOf) sort(to []uint32, weight []float32) {
	if slices.IsSorted(to) && !repeated(to) {
		return
	}
	r.pairs, r.copy = r.pairs[:0], append(r.copy[:0], weight...)
	for i, t := range to {
		r.pairs = append(r.pairs, uint64(t)<<32|uint64(i))
	}
	slices.SortFunc(r.pairs, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(a>>32, b>>32), cmp.Compare(r.copy[uint32(a)], r.copy[uint32(b)]))
	})
	for i, p := range r.pairs {
		to[i], weight[i] = uint32(p>>32), r.copy[uint32(p)]
	}
}

func repeated(sorted []uint32) bool {
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] {
			return true
		}
	}
	return false
}

// join makes one arc of those of the same two, with the sum of their weights.
func (g *Graph) join() {
	n := g.Len()
	if g.weight == nil {
		g.weight = slices.Repeat([]float32{1}, len(g.to))
	}
	at := int64(0)
	for v := range n {
		from, end := g.offset[v], g.offset[v+1]
		g.offset[v] = at
		for i := from; i < end; i++ {
			if at > g.offset[v] && g.to[at-1] == g.to[i] {
				g.weight[at-1] += g.weight[i]
				continue
			}
			g.to[at], g.weight[at] = g.to[i], g.weight[i]
			at++
		}
	}
	g.offset[n] = at
	g.to, g.weight = slices.Clip(g.to[:at]), slices.Clip(g.weight[:at])
}
