// Package layout places the vertices of link charts. Every layout is a pure function of the
// graph, so that one chart looks the same wherever it is drawn. Positions are in no unit:
// ties are about 1 long.
//
//	Force    vertices that are tied draw near (Fruchterman and Reingold 1991)
//	Layers   by how far from the first vertices, from above
//	Circle   the most tied first
//	Packed   groups side by side, each a disc: for graphs too large for Force
package layout

import (
	"cmp"
	"math"
	"slices"
)

// Point is a position.
type Point struct{ X, Y float64 }

// Edge is two vertices.
type Edge [2]uint32

// golden is the angle by which points on a spiral are spread evenly (Vogel 1979).
const golden = math.Pi * (3 - 2.23606797749979)

// spiral returns the k-th point of a disc that is filled evenly.
func spiral(k int) Point {
	r, a := math.Sqrt(float64(k)+0.5)*0.6, float64(k)*golden
	return Point{r * math.Cos(a), r * math.Sin(a)}
}

// Circle places n vertices on a circle, those with most ties first.
func Circle(n int, edges []Edge) []Point {
	out := make([]Point, n)
	r := max(1, float64(n)/(2*math.Pi))
	for k, v := range byTies(n, edges) {
		a := 2*math.Pi*float64(k)/float64(n) - math.Pi/2
		out[v] = Point{r * math.Cos(a), r * math.Sin(a)}
	}
	return out
}

func byTies(n int, edges []Edge) []int {
	ties, order := make([]int, n), make([]int, n)
	for _, e := range edges {
		ties[e[0]]++
		ties[e[1]]++
	}
	for v := range order {
		order[v] = v
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ties[b], ties[a]) })
	return order
}

// Layers places vertices in rows by their rank, the lowest above; within a row near the
// mean place of those they are tied to (Sugiyama, Tagawa and Toda 1981).
func Layers(rank []int, edges []Edge) []Point {
	n := len(rank)
	rows := map[int][]int{}
	top := 0
	for v, r := range rank {
		rows[r] = append(rows[r], v)
		top = max(top, r)
	}
	near := make([][]int, n)
	for _, e := range edges {
		near[e[0]] = append(near[e[0]], int(e[1]))
		near[e[1]] = append(near[e[1]], int(e[0]))
	}
	out := make([]Point, n)
	place := func(row []int, r int) {
		for k, v := range row {
			out[v] = Point{(float64(k) - float64(len(row)-1)/2) * 1.2, -2 * float64(r)}
		}
	}
	for r := range top + 1 {
		place(rows[r], r)
	}
	for range 8 {
		for r := range top + 1 {
			mean := func(v int) float64 {
				if len(near[v]) == 0 {
					return out[v].X
				}
				sum := 0.0
				for _, u := range near[v] {
					sum += out[u].X
				}
				return sum / float64(len(near[v]))
			}
			slices.SortStableFunc(rows[r], func(a, b int) int { return cmp.Compare(mean(a), mean(b)) })
			place(rows[r], r)
		}
	}
	return out
}

// Packed places groups side by side, the largest in the middle: each is a disc in which its
// first members are in the centre. Group has the number of each vertex's group.
func Packed(group []int) []Point {
	members := map[int][]int{}
	for v, g := range group {
		members[g] = append(members[g], v)
	}
	order := make([]int, 0, len(members))
	for g := range members {
		order = append(order, g)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(len(members[b]), len(members[a])), cmp.Compare(a, b)) })
	out := make([]Point, len(group))
	// Discs follow a spiral whose area is that of the discs so far.
	area, angle := 0.0, 0.0
	for k, g := range order {
		r := math.Sqrt(float64(len(members[g])))*0.6 + 1
		far := math.Sqrt(area * 1.7 / math.Pi)
		if k == 0 {
			far = -r
		}
		at := Point{(far + r) * math.Cos(angle), (far + r) * math.Sin(angle)}
		for i, v := range members[g] {
			p := spiral(i)
			out[v] = Point{at.X + p.X, at.Y + p.Y}
		}
		area += math.Pi * r * r
		angle += 2 * r / max(1, far+r) * 1.1
	}
	return out
}

// Force places n vertices so that those that are tied draw near and all keep apart. Pairs
// further apart than a few lengths are left out of the forces, by cells of a grid. Start has
// where vertices begin; those beyond it begin near the first vertex that they are tied to.
func Force(n int, edges []Edge, start []Point) []Point {
	at := make([]Point, n)
	copy(at, start)
	for k, v := range byTies(n, edges) {
		if v >= len(start) {
			at[v] = spiral(k)
		}
	}
	if len(start) > 0 {
		for _, e := range edges {
			for _, d := range [][2]uint32{{e[0], e[1]}, {e[1], e[0]}} {
				if int(d[0]) >= len(start) && int(d[1]) < len(start) {
					p := spiral(int(d[0]) % 97)
					at[d[0]] = Point{at[d[1]].X + p.X/4, at[d[1]].Y + p.Y/4}
				}
			}
		}
	}
	rounds := 300
	if n > 500 {
		rounds = 120
	}
	if n == 0 {
		return at
	}
	push := make([]Point, n)
	near := grid{cell: make([]int32, n), order: make([]int32, n), at: make([]Point, n)}
	for round := range rounds {
		heat := 0.9 * math.Pow(1-float64(round)/float64(rounds), 1.5)
		clear(push)
		near.fill(at)
		near.repel(push)
		for _, e := range edges {
			a, b := e[0], e[1]
			dx, dy := at[a].X-at[b].X, at[a].Y-at[b].Y
			d := math.Hypot(dx, dy)
			push[a].X -= dx * d * 0.35
			push[a].Y -= dy * d * 0.35
			push[b].X += dx * d * 0.35
			push[b].Y += dy * d * 0.35
		}
		for v := range at {
			x, y := push[v].X-at[v].X*0.06, push[v].Y-at[v].Y*0.06
			if d := math.Hypot(x, y); d > heat {
				x, y = x/d*heat, y/d*heat
			}
			at[v].X += x
			at[v].Y += y
		}
	}
	return at
}

// reach is how far vertices push each other away.
const reach = 4.0

// grid finds vertices near each other: those of a cell lie side by side.
type grid struct {
	columns int
	cell    []int32 // of each vertex
	begin   []int32 // of each cell, in order
	order   []int32 // vertices by cell
	at      []Point // their places, in that order
}

// fill sorts the vertices into cells at least as wide as reach, and no more than some for
// each vertex.
func (g *grid) fill(at []Point) {
	low, high := at[0], at[0]
	for _, p := range at {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	most := 4*math.Sqrt(float64(len(at))) + 16
	side := max(reach, (high.X-low.X)/most, (high.Y-low.Y)/most)
	g.columns = int((high.X-low.X)/side) + 1
	cells := g.columns * (int((high.Y-low.Y)/side) + 1)
	g.begin = append(g.begin[:0], make([]int32, cells+1)...)
	for v, p := range at {
		c := int32(int((p.Y-low.Y)/side)*g.columns + int((p.X-low.X)/side))
		g.cell[v] = c
		g.begin[c+1]++
	}
	for c := range cells {
		g.begin[c+1] += g.begin[c]
	}
	next := slices.Clone(g.begin)
	for v, p := range at {
		k := next[g.cell[v]]
		next[g.cell[v]]++
		g.order[k], g.at[k] = int32(v), p
	}
}

// repel pushes vertices within reach of each other apart, each pair once.
func (g *grid) repel(push []Point) {
	cells := len(g.begin) - 1
	for c := range cells {
		for k := g.begin[c]; k < g.begin[c+1]; k++ {
			g.apart(k, k+1, g.begin[c+1], push)
			// The cell to the right, and the three of the next row.
			column := c % g.columns
			if column+1 < g.columns {
				g.apart(k, g.begin[c+1], g.begin[c+2], push)
			}
			if below := c + g.columns; below < cells {
				from, to := below, below
				if column > 0 {
					from--
				}
				if column+1 < g.columns {
					to++
				}
				g.apart(k, g.begin[from], g.begin[to+1], push)
			}
		}
	}
}

// apart pushes the k-th vertex and some others from each other.
func (g *grid) apart(k, from, to int32, push []Point) {
	p, v := g.at[k], g.order[k]
	for j := from; j < to; j++ {
		x, y := p.X-g.at[j].X, p.Y-g.at[j].Y
		d := x*x + y*y
		if d > reach*reach {
			continue
		}
		u := g.order[j]
		if d < 1e-6 { // one on the other: apart by their numbers
			q := spiral(int(max(u, v))%31 + 1)
			x, y, d = q.X*0.01, q.Y*0.01, 1e-4
		}
		x, y = x/d, y/d
		push[v].X += x
		push[v].Y += y
		push[u].X -= x
		push[u].Y -= y
	}
}
