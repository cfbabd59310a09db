package community

import (
	"skein/internal/parallel"
)

// few is how many vertices to a group are too few for many of its arcs to go to the same
// group.
const few = 8

// aggregate makes vertices of groups. It returns their graph and the partition of them that
// of is. Arcs from one group to another become one, unless these are small groups of the first
// vertices: then most would stay as they are, and it costs less to keep all.
func (l *level) aggregate(group []uint32, n int, of []uint32) (*level, []uint32) {
	out := &level{offset: make([]int64, n), end: make([]int64, n), loop: make([]float64, n), size: make([]float64, n), total: l.total, rate: l.rate, pace: l.pace, gains: l.gains}
	start, members := grouped(group, n)
	apart := l.loop == nil && n > l.len()/few
	// Groups write their arcs side by side in blocks, each into as much room as they could need.
	block := max(1, min(512, n/64))
	blocks := (n + block - 1) / block
	room := make([]int64, blocks+1)
	parallel.For(blocks, func(b int) {
		for c := b * block; c < min(n, (b+1)*block); c++ {
			all := 0
			for _, v := range members[start[c]:start[c+1]] {
				out.size[c] += l.size[v]
				if l.loop != nil {
					out.loop[c] += l.loop[v]
				}
				all += l.degree(v)
			}
			if !apart {
				all = min(all, n)
			}
			room[b+1] += int64(all)
		}
		room[b+1]++ // for one that is written and not kept
	})
	for b := range blocks {
		room[b+1] += room[b]
	}
	out.to = make([]uint32, room[blocks])
	if !apart || l.weight != nil {
		out.weight = make([]float32, room[blocks])
	}
	parallel.Blocks(blocks, 1, func() func(from, end int) {
		return func(b, _ int) {
			g := l.gains.take()
			defer l.gains.give(g)
			at := room[b]
			for c := b * block; c < min(n, (b+1)*block); c++ {
				if list := members[start[c]:start[c+1]]; apart {
					at = out.chain(l, uint32(c), at, list, group)
				} else {
					at = out.group(l, uint32(c), at, list, group, g)
				}
			}
		}
	})
	// The communities, numbered by the groups that are in them.
	first := make([]uint32, l.len())
	partition := make([]uint32, n)
	for c := range uint32(n) {
		community := of[members[start[c]]]
		if first[community] == 0 {
			first[community] = c + 1
		}
		partition[c] = first[community] - 1
	}
	return out, partition
}

// chain writes the arcs of a group of a level below from some place on, as they are, and
// returns where they end.
func (l *level) chain(below *level, c uint32, at int64, members, group []uint32) int64 {
	l.offset[c] = at
	for _, v := range members {
		to, weight := below.arcs(v)
		list := l.to[at : at+int64(len(to))+1]
		n := 0
		if weight == nil {
			for _, u := range to {
				d := group[u]
				list[n] = d
				if d != c {
					n++
				}
			}
			l.loop[c] += float64(len(to) - n)
		} else {
			weights := l.weight[at : at+int64(len(to))+1]
			for i, u := range to {
				d := group[u]
				list[n], weights[n] = d, weight[i]
				if d != c {
					n++
				} else {
					l.loop[c] += float64(weight[i])
				}
			}
		}
		at += int64(n)
	}
	l.end[c] = at
	return at
}

// group writes the arcs of a group of a level below from some place on, and returns where
// they end.
func (l *level) group(below *level, c uint32, at int64, members, group []uint32, g *gain) int64 {
	list := l.to[at:]
	n := 0
	g.unit = below.weight == nil
	for _, v := range members {
		to, weight := below.arcs(v)
		n = g.list(to, weight, group, list, n)
	}
	l.offset[c] = at
	for _, d := range list[:n] {
		w := g.take(d)
		if d == c {
			l.loop[c] += w
			continue
		}
		l.to[at], l.weight[at] = d, float32(w)
		at++
	}
	l.end[c] = at
	return at
}
