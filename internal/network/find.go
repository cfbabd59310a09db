package network

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"skein/internal/column"
	"skein/internal/network/centrality"
	"skein/internal/network/community"
	"skein/internal/network/graph"
	"skein/internal/schema"
)

// density is the weight of ties for each pair of vertices that a network is denser than
// (constant Potts model). Unlike modularity it finds networks of one kind alike in a small
// case and a large one (Traag, Van Dooren and Nesterov 2011).
const density = 0.01

// leastMembers is how many persons a group needs to be called a network.
const leastMembers = 3

// Found is the networks of a case as ties among suspects make them: detected, beside those
// that sources report.
type Found struct {
	Ties     *Ties
	Networks []Detected // by how many members they have, most first

	persons *column.Table
	entity  []uint32         // of each row of persons
	rows    map[uint32][]int // of each entity: rows of ranked persons
	in      map[uint32]int   // of each entity: its network; those of too small groups are in none
	margin  float64          // of tiers
}

// Settings is what networks and what is assessed of them rest on besides records.
type Settings struct {
	Ties       Weights
	TierMargin float64 // by how much a person's tier must be likelier than anybody's to be shown, 0 to 1
}

// UsualSettings are those of a case that asks for no others.
func UsualSettings() Settings { return Settings{Ties: UsualWeights(), TierMargin: UsualTierMargin} }

// Detected is a network that ties among suspects make. Whether it is one in the world is
// an assessment.
type Detected struct {
	ID      string   // by the key of its first member
	Name    string   // of the reported network that most members are in; else ID
	Members []Member // who is likeliest to lead first
	Ties    *graph.Graph
	Sub     []uint32 // the member at each vertex of Ties, as its place in Members

	reported map[int]map[uint32]bool // rows of the table of networks that members are reported in, and who is
	from     []column.Thing          // what the network rests on
	cells    int                     // groups of three or more that direct ties make within it
	bridging int                     // ties between them
}

// Member is a person in a detected network.
type Member struct {
	Entity      uint32
	Rows        []int   // in the table of persons
	Strength    float64 // weight of ties to other members
	Betweenness float64 // share of pairs of other members, 0 to 1
	Standing
}

// Find finds the networks of a case. Entity has the entity of each row of the table of
// persons: rows of one person have one number; nil is each row by itself. The same set
// and entities give the same networks.
func Find(ctx context.Context, set *column.Set, entity []uint32, s Settings) (*Found, error) {
	f := &Found{persons: set.Table("Person"), entity: entity, rows: map[uint32][]int{}, in: map[uint32]int{}, margin: s.TierMargin}
	if entity == nil {
		f.entity = make([]uint32, f.persons.Len())
		for row := range f.entity {
			f.entity[row] = uint32(row)
		}
	}
	keep := rankedEntities(f.persons, f.entity)
	for row, e := range f.entity {
		if keep(row) {
			f.rows[e] = append(f.rows[e], row)
		}
	}
	f.Ties = TiesOf(set, f.entity, s.Ties)
	groups, err := f.groupsOf(ctx, slices.Sorted(maps.Keys(f.rows)))
	if err != nil {
		return nil, err
	}
	direct := f.Ties.Persons()
	for i, g := range groups {
		n, err := f.network(ctx, g, direct)
		if err != nil {
			return nil, err
		}
		f.Networks = append(f.Networks, n)
		for _, e := range g {
			f.in[e] = i
		}
	}
	f.stand(set)
	f.name(set)
	return f, nil
}

// groupsOf returns the groups that ties make among some entities, the largest first, and
// else by their first members: those of three or more.
func (f *Found) groupsOf(ctx context.Context, entities []uint32) ([][]uint32, error) {
	slices.Sort(entities)
	number := make([]uint32, len(entities))
	var vertices []uint32
	of := map[uint32]uint32{}
	for i, e := range entities {
		number[i] = f.Ties.vertex[e]
		of[number[i]] = e
		vertices = append(vertices, number[i])
	}
	for v := f.Ties.persons; v < f.Ties.Graph.Len(); v++ {
		vertices = append(vertices, uint32(v))
	}
	slices.Sort(vertices)
	g := f.Ties.Graph.Sub(vertices)
	p, err := community.Leiden(ctx, g, community.Options{Quality: community.CPM, Resolution: density, Seed: seed})
	if err != nil {
		return nil, err
	}
	groups := make([][]uint32, p.Communities)
	for i, v := range vertices {
		if e, ok := of[v]; ok && g.Degree(uint32(i)) > 0 {
			groups[p.Of[i]] = append(groups[p.Of[i]], e)
		}
	}
	groups = slices.DeleteFunc(groups, func(g []uint32) bool { return len(g) < leastMembers })
	for _, g := range groups {
		slices.Sort(g)
	}
	slices.SortFunc(groups, func(a, b []uint32) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0])) })
	return groups, nil
}

// network measures a group of entities by their direct ties.
func (f *Found) network(ctx context.Context, entities []uint32, direct *graph.Graph) (Detected, error) {
	vertices := make([]uint32, len(entities))
	at := map[uint32]uint32{} // vertex to entity
	for i, e := range entities {
		vertices[i] = f.Ties.vertex[e]
		at[vertices[i]] = e
	}
	slices.Sort(vertices)
	n := Detected{Ties: direct.Sub(vertices)}
	between, err := centrality.Betweenness(ctx, n.Ties, false, nil)
	if err != nil {
		return n, err
	}
	pairs := float64(len(vertices)-1) * float64(len(vertices)-2) / 2
	for i, v := range vertices {
		e := at[v]
		n.Members = append(n.Members, Member{Entity: e, Rows: f.rows[e], Strength: n.Ties.Strength(uint32(i)), Betweenness: between[i] / max(1, pairs)})
		n.Sub = append(n.Sub, uint32(i))
	}
	if err := n.findCells(ctx); err != nil {
		return n, err
	}
	first := f.persons.Key(f.rows[slices.Min(entities)][0])
	n.ID = "N" + first.String()[:8]
	return n, nil
}

// findCells counts the cells of a network and the ties that bridge them.
func (n *Detected) findCells(ctx context.Context) error {
	p, err := community.Leiden(ctx, n.Ties, community.Options{Seed: seed})
	if err != nil {
		return err
	}
	size := make([]int, p.Communities)
	for _, c := range p.Of {
		size[c]++
	}
	for _, s := range size {
		if s >= leastMembers {
			n.cells++
		}
	}
	for v := range uint32(n.Ties.Len()) {
		for _, u := range n.Ties.Neighbours(v) {
			if a, b := p.Of[v], p.Of[u]; v < u && a != b && size[a] >= leastMembers && size[b] >= leastMembers {
				n.bridging++
			}
		}
	}
	return nil
}

// grounds returns what a direct tie of a network rests on.
func (f *Found) grounds(n *Detected, v, u uint32) *tied {
	a, b := f.Ties.vertex[n.Members[n.Sub[v]].Entity], f.Ties.vertex[n.Members[n.Sub[u]].Entity]
	return f.Ties.grounds[[2]uint32{min(a, b), max(a, b)}]
}

// name gives each network the name of the reported network that most of its members are
// in, and puts who likeliest leads first.
func (f *Found) name(set *column.Set) {
	table := set.Table("Network")
	named, shown := networkName(table)
	for _, m := range memberships(set) {
		i, ok := f.in[f.entity[m.person]]
		if !ok {
			continue
		}
		n := &f.Networks[i]
		if n.reported == nil {
			n.reported = map[int]map[uint32]bool{}
		}
		for _, row := range m.networks {
			if n.reported[row] == nil {
				n.reported[row] = map[uint32]bool{}
			}
			n.reported[row][f.entity[m.person]] = true
		}
	}
	for i := range f.Networks {
		n := &f.Networks[i]
		n.Name = n.ID
		in := map[string]map[uint32]bool{} // by the network's name, which several records may have
		for row, members := range n.reported {
			id := named(row, nil)[0]
			if in[id] == nil {
				in[id] = map[uint32]bool{}
			}
			maps.Copy(in[id], members)
		}
		most := 0
		for _, id := range slices.Sorted(maps.Keys(in)) {
			if c := len(in[id]); c > most {
				n.Name, most = shown(id), c
			}
		}
		n.from = f.from(n)
		order := make([]int, len(n.Members))
		for k := range order {
			order[k] = k
		}
		slices.SortStableFunc(order, func(a, b int) int {
			x, y := &n.Members[a], &n.Members[b]
			return cmp.Or(cmp.Compare(y.Chance[leader], x.Chance[leader]), cmp.Compare(y.Chance[organiser], x.Chance[organiser]), cmp.Compare(y.Strength, x.Strength))
		})
		members := make([]Member, len(order))
		for to, from := range order {
			members[to] = n.Members[from]
			n.Sub[from] = uint32(to)
		}
		n.Members = members
	}
}

// Network returns the number of the detected network of a row of the table of persons, -1
// for none.
func (f *Found) Network(row int) int {
	if i, ok := f.in[f.entity[row]]; ok {
		return i
	}
	return -1
}

// statement is a row that says something of a person: the person's own, or a membership's.
type statement struct {
	table  *column.Table
	row    int
	person int
}

// statements returns the rows that say something of ranked persons: their own, and those
// of their memberships.
func (f *Found) statements(set *column.Set) []statement {
	var out []statement
	keep := rankedEntities(f.persons, f.entity)
	for row := range f.persons.Len() {
		if keep(row) {
			out = append(out, statement{f.persons, row, row})
		}
	}
	t := set.Table("Membership")
	for _, m := range memberships(set) {
		if keep(m.person) {
			out = append(out, statement{t, m.row, m.person})
		}
	}
	return out
}

// said calls use with each value that a record says of a property of a person, the thing
// that says it, and the record.
func (f *Found) said(set *column.Set, property schema.PropertyName, use func(person int, said column.Value, thing column.Thing, from column.Source)) {
	for _, s := range f.statements(set) {
		c := s.table.Column(property)
		if c.First(s.row) == 0 {
			continue
		}
		for _, src := range s.table.Records(s.row) {
			if v := c.Told(s.row, src.ID); v != 0 {
				use(s.person, v, column.Thing{Table: s.table, Row: s.row}, src)
			}
		}
	}
}
