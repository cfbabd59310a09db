package api

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/layout"
	"skein/internal/network"
	"skein/internal/place/gazetteer"
	"skein/internal/schema"
)

func thing(t *column.Table, row int) column.Thing { return column.Thing{Table: t, Row: row} }

// ChartNode is an entity of a link chart.
type ChartNode struct {
	ID        string   `json:"id"`
	Schema    string   `json:"schema"`
	Name      string   `json:"name"`
	Locked    bool     `json:"locked"`
	Category  string   `json:"category,omitempty"`
	Tier      string   `json:"tier,omitempty"`      // empty: not known
	TierWords string   `json:"tierWords,omitempty"` // of members of networks: the tier and how it is known, or that it is not
	Assessed  bool     `json:"assessed,omitempty"`  // no source states the tier
	Role      string   `json:"role,omitempty"`
	Residence string   `json:"residence,omitempty"`
	Network   string   `json:"network,omitempty"`
	Date      string   `json:"date,omitempty"`
	Lat       *float64 `json:"lat,omitempty"`
	Lon       *float64 `json:"lon,omitempty"`
	Badges    []string `json:"badges,omitempty"` // at most three
	Ties      int      `json:"ties"`             // entities that it is tied to, in the case
}

type chartEdge struct {
	A         string `json:"a"`
	B         string `json:"b"`
	Kind      string `json:"kind"`
	Words     string `json:"words"` // what it rests on
	N         int    `json:"n"`     // records
	Confirmed bool   `json:"confirmed"`
	Directed  int    `json:"directed"` // 1: from a to b, -1: from b to a
	Date      string `json:"date,omitempty"`
}

type chartBody struct {
	Nodes []ChartNode `json:"nodes"`
	Edges []chartEdge `json:"edges"`
	More  int         `json:"more"` // entities that are left out
}

func (v *snapshot) chartNode(i int) ChartNode {
	n := &v.nodes[i]
	t := v.picture.Set.Table(n.schema)
	out := ChartNode{ID: n.id, Schema: string(n.schema), Name: n.label(), Locked: n.locked}
	seen := map[int]bool{}
	for _, k := range n.ties {
		seen[k.to] = true
	}
	out.Ties = len(seen)
	if n.schema == casework.PersonSchema {
		out.Category = v.category(n).String()
	}
	if n.locked {
		return out
	}
	first := func(p ...schema.PropertyName) string {
		for _, row := range n.rows {
			if text := t.FirstText(row, p...); text != "" {
				return text
			}
		}
		return ""
	}
	out.Date = first("date", "startDate")
	lat, err1 := strconv.ParseFloat(first("latitude"), 64)
	lon, err2 := strconv.ParseFloat(first("longitude"), 64)
	if err1 == nil && err2 == nil {
		out.Lat, out.Lon = &lat, &lon
	}
	if out.Lat == nil && n.schema == "Place" {
		out.Lat, out.Lon = known(n.name, first("country"))
	}
	if k := v.networks[i]; k > 0 {
		d := &v.found.Networks[k-1]
		out.Network = d.Label()
		for m := range d.Members {
			if slices.Equal(d.Members[m].Rows, n.rows) {
				out.stand(&d.Members[m])
			}
		}
		out.Residence = first("residence")
		if out.Residence != "" {
			out.Badges = append(out.Badges, strings.ToUpper(out.Residence))
		}
		if len(n.rows) > 1 {
			out.Badges = append(out.Badges, strconv.Itoa(len(n.rows))+"×")
		}
		if out.Category == "convicted" {
			out.Badges = append(out.Badges, "§")
		}
	}
	return out
}

// known is where the gazetteer has a place that no source gives a position of.
func known(name, country string) (lat, lon *float64) {
	towns := gazetteer.Default().Named(name, country)
	if len(towns) == 0 {
		return nil, nil
	}
	y, x := towns[0].Position.Lat(), towns[0].Position.Lon()
	return &y, &x
}

// stand tells where a member of a network stands.
func (x *ChartNode) stand(m *network.Member) {
	t := m.Tier()
	x.Role, x.Tier, x.TierWords, x.Assessed = m.Role, t.Name, t.Words(), t.Known() && !t.Stated
}

// chart returns nodes with all ties among them.
func (v *snapshot) chart(nodes []int) chartBody {
	out := chartBody{Nodes: []ChartNode{}, Edges: []chartEdge{}}
	in := map[int]bool{}
	for _, i := range nodes {
		if !in[i] {
			in[i] = true
			out.Nodes = append(out.Nodes, v.chartNode(i))
		}
	}
	type pair struct {
		a, b int
		kind schema.Name
	}
	at := map[pair]int{}
	grades := grading.DefaultTable()
	for _, i := range nodes {
		for _, k := range v.nodes[i].ties {
			if !in[k.to] || k.to < i {
				continue
			}
			p := pair{i, k.to, k.kind}
			e, ok := at[p]
			if !ok {
				e = len(out.Edges)
				at[p] = e
				out.Edges = append(out.Edges, chartEdge{A: v.nodes[i].id, B: v.nodes[k.to].id, Kind: string(k.kind), Directed: int(k.directed)})
			}
			x := &out.Edges[e]
			x.N++
			x.Confirmed = x.Confirmed || k.from.Confirmed(grades)
			if int(k.directed) != x.Directed {
				x.Directed = 0
			}
			x.Date = cmp.Or(x.Date, k.from.Table.FirstText(k.from.Row, "date", "startDate"))
		}
	}
	for e := range out.Edges {
		x := &out.Edges[e]
		x.Words = strconv.Itoa(x.N) + " × " + x.Kind
	}
	v.tiesAmong(&out, in)
	return out
}

// tiesAmong adds the ties among suspects of one network, weighed as the figures weigh them; what
// ties two of them directly is part of these.
func (v *snapshot) tiesAmong(out *chartBody, in map[int]bool) {
	of := map[int]int{}
	for i := range in {
		if k := v.networks[i]; k > 0 {
			of[k-1]++
		}
	}
	within := map[[2]string]bool{}
	var ties []chartEdge
	for _, k := range slices.Sorted(maps.Keys(of)) {
		if of[k] < 2 {
			continue
		}
		for _, t := range v.found.TiesOf(&v.found.Networks[k]) {
			a, b := v.member(t.A), v.member(t.B)
			if in[a] && in[b] {
				x, y := v.nodes[a].id, v.nodes[b].id
				within[[2]string{x, y}], within[[2]string{y, x}] = true, true
				ties = append(ties, chartEdge{A: x, B: y, Kind: "Tie", Words: t.Words, N: t.N, Confirmed: t.Confirmed})
			}
		}
	}
	out.Edges = append(slices.DeleteFunc(out.Edges, func(e chartEdge) bool { return within[[2]string{e.A, e.B}] }), ties...)
}

// networkChart returns the members of a network, and the reported networks that two of
// them or more are said to be in.
func (v *snapshot) networkChart(k int) chartBody {
	var nodes []int
	said := map[int]int{}
	for m := range v.found.Networks[k].Members {
		i := v.member(&v.found.Networks[k].Members[m])
		nodes = append(nodes, i)
		for _, j := range v.near(i) {
			if v.nodes[j].schema == "Network" {
				said[j]++
			}
		}
	}
	for _, j := range slices.Sorted(maps.Keys(said)) {
		if said[j] > 1 {
			nodes = append(nodes, j)
		}
	}
	return v.chart(nodes)
}

func (v *snapshot) member(m *network.Member) int {
	return v.of[thing(v.picture.Set.Table(casework.PersonSchema), m.Rows[0])]
}

func (v *snapshot) all(ids []string) ([]int, error) {
	var out []int
	for _, id := range ids {
		i, err := v.find(id)
		if err != nil {
			return nil, err
		}
		out = append(out, i)
	}
	return out, nil
}

// path returns the nodes of a shortest path, with the fewest ties; none where there is none.
func (v *snapshot) path(a, b int) []int {
	from := map[int]int{a: a}
	queue := []int{a}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		if i == b {
			out := []int{b}
			for i != a {
				i = from[i]
				out = append(out, i)
			}
			slices.Reverse(out)
			return out
		}
		for _, k := range v.nodes[i].ties {
			if _, ok := from[k.to]; !ok {
				from[k.to] = i
				queue = append(queue, k.to)
			}
		}
	}
	return nil
}

// near returns the nodes that a node is tied to, each once.
func (v *snapshot) near(i int) []int {
	var out []int
	seen := map[int]bool{i: true}
	for _, k := range v.nodes[i].ties {
		if !seen[k.to] {
			seen[k.to] = true
			out = append(out, k.to)
		}
	}
	return out
}

type pairQuery struct {
	A string `query:"a" required:"true" maxLength:"100"`
	B string `query:"b" required:"true" maxLength:"100"`
}

// Chosen are the entities that a call is about.
type Chosen struct {
	IDs []string `json:"ids" maxItems:"5000"`
}

// placed is a vertex of a chart as it lies on the screen.
type placed struct {
	ID string  `json:"id" maxLength:"100"`
	X  float64 `json:"x" minimum:"-1000000000" maximum:"1000000000"`
	Y  float64 `json:"y" minimum:"-1000000000" maximum:"1000000000"`
}

// chartName is what the name of a chart has: it is a file's name, too. Letters of many languages are written
// with marks, and Persian ones with a joiner between them.
var chartName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Pd}\x{200C}\x{200D} ._'’-]{0,79}$`)

// isChartName leaves room for the ending in what file systems take, 255 bytes.
func isChartName(name string) bool { return chartName.MatchString(name) && len(name) <= 245 }

func (s *Server) chartCalls(a huma.API) {
	get(a, "/api/chart/neighbours/{id}", "An entity with those that it is tied to", func(_ context.Context, in *struct {
		ID    string `path:"id" maxLength:"100"`
		Limit int    `query:"limit" minimum:"1" maximum:"2000" default:"100"`
	},
	) (*body[chartBody], error) {
		v := s.current.Load()
		i, err := v.find(in.ID)
		if err != nil {
			return nil, err
		}
		near := v.near(i)
		more := max(0, len(near)-max(1, in.Limit))
		out := v.chart(append([]int{i}, near[:len(near)-more]...))
		out.More = more
		return answer(out), nil
	})
	get(a, "/api/chart/path", "A shortest path between two entities", func(_ context.Context, in *pairQuery) (*body[chartBody], error) {
		v := s.current.Load()
		ends, err := v.all([]string{in.A, in.B})
		if err != nil {
			return nil, err
		}
		return answer(v.chart(v.path(ends[0], ends[1]))), nil
	})
	get(a, "/api/chart/common", "Whom two entities are both tied to", func(_ context.Context, in *pairQuery) (*body[chartBody], error) {
		v := s.current.Load()
		ends, err := v.all([]string{in.A, in.B})
		if err != nil {
			return nil, err
		}
		other := v.near(ends[1])
		nodes := []int{ends[0], ends[1]}
		for _, i := range v.near(ends[0]) {
			if slices.Contains(other, i) {
				nodes = append(nodes, i)
			}
		}
		return answer(v.chart(nodes)), nil
	})
	post(a, "/api/chart/between", "Entities with all ties among them; those that are gone are left out", func(_ context.Context, in *struct{ Body Chosen }) (*body[chartBody], error) {
		v := s.current.Load()
		var nodes []int
		missing := 0
		for _, id := range in.Body.IDs {
			i, err := v.find(id)
			if err != nil {
				missing++
				continue
			}
			nodes = append(nodes, i)
		}
		out := v.chart(nodes)
		out.More = missing
		return answer(out), nil
	})
	post(a, "/api/chart/layout", "Positions for the entities of a chart", s.layout)
	post(a, "/api/chart/histogram", "How many entities of a chart have each value of some properties", s.histogram)
	post(a, "/api/chart/export", "A chart as GraphML or GEXF", s.exportChart)
	get(a, "/api/chart/whole", "All ties among suspects, with positions, as typed arrays (see the workbench's decoder)", func(context.Context, *none) (*binaryBody, error) {
		return s.current.Load().whole()
	})
	get(a, "/api/charts", "Names of the saved charts", func(context.Context, *none) (*body[[]string], error) {
		files, err := s.o.Dir.List("charts")
		if err != nil {
			return nil, err
		}
		out := []string{}
		for _, f := range files {
			if name, ok := strings.CutSuffix(f, ".json"); ok {
				out = append(out, name)
			}
		}
		return answer(out), nil
	})
	get(a, "/api/charts/{name}", "A saved chart", func(_ context.Context, in *struct {
		Name string `path:"name" maxLength:"80"`
	},
	) (*body[json.RawMessage], error) {
		if !isChartName(in.Name) {
			return nil, casework.AskedError{Reason: "no chart has this name"}
		}
		b, err := s.o.Dir.Kept("charts/" + in.Name + ".json")
		if errors.Is(err, os.ErrNotExist) {
			return nil, casework.AskedError{Reason: "no chart has the name " + in.Name}
		}
		return answer(json.RawMessage(b)), err
	})
	post(a, "/api/charts/{name}", "Save a chart", func(ctx context.Context, in *struct {
		Name string `path:"name" maxLength:"80"`
		Body struct {
			Nodes  []placed `json:"nodes" maxItems:"5000"`
			Pinned []string `json:"pinned,omitempty" maxItems:"5000"`
			Hidden []string `json:"hidden,omitempty" maxItems:"5000"`
		}
	},
	) (*body[string], error) {
		if !isChartName(in.Name) {
			return nil, huma.Error422UnprocessableEntity("a chart's name has letters, digits, spaces, points, apostrophes and dashes, at most 80")
		}
		if err := s.writable(); err != nil {
			return nil, err
		}
		b, err := json.Marshal(in.Body)
		if err != nil {
			return nil, err
		}
		if err := s.audit(ctx, "save chart", in.Name, ""); err != nil {
			return nil, err
		}
		return answer(in.Name), s.o.Dir.Keep("charts/"+in.Name+".json", s.current.Load().checkpoint(), b)
	})
}

type bar struct {
	Value string   `json:"value"`
	N     int      `json:"n"`
	IDs   []string `json:"ids"`
}

type histogram struct {
	Property string `json:"property"`
	Bars     []bar  `json:"bars"`
}

// histogram counts the values of what may be Chosen by: never nationality or sex.
func (s *Server) histogram(_ context.Context, in *struct{ Body Chosen }) (*body[[]histogram], error) {
	v := s.current.Load()
	nodes, err := v.all(in.Body.IDs)
	if err != nil {
		return nil, err
	}
	properties := []string{"Type", "Network", "Tier", "Role", "Residence", "Category"}
	by := make([]map[string][]string, len(properties))
	for _, i := range nodes {
		n := v.chartNode(i)
		for k, value := range []string{n.Schema, n.Network, n.Tier, n.Role, n.Residence, n.Category} {
			if value == "" {
				continue
			}
			if by[k] == nil {
				by[k] = map[string][]string{}
			}
			by[k][value] = append(by[k][value], n.ID)
		}
	}
	out := []histogram{}
	for k, p := range properties {
		if len(by[k]) == 0 {
			continue
		}
		h := histogram{Property: p}
		for value, ids := range by[k] {
			h.Bars = append(h.Bars, bar{value, len(ids), ids})
		}
		slices.SortFunc(h.Bars, func(a, b bar) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
		out = append(out, h)
	}
	return answer(out), nil
}

// packWhole gives the graph of all detected networks: a head in JSON after its length, then float32
// x and y of each vertex, uint32 network of each, and uint32 ends of each tie; little-endian.
func (v *snapshot) packWhole() (*binaryBody, error) {
	type head struct {
		IDs      []string `json:"ids"`
		Networks []string `json:"networks"`
		Edges    int      `json:"edges"`
	}
	h := head{IDs: []string{}, Networks: []string{}}
	var group []int
	var ends []uint32
	at := map[*network.Member]uint32{}
	for k := range v.found.Networks {
		d := &v.found.Networks[k]
		h.Networks = append(h.Networks, d.Label())
		for m := range d.Members {
			at[&d.Members[m]] = uint32(len(h.IDs))
			h.IDs = append(h.IDs, v.nodes[v.member(&d.Members[m])].id)
			group = append(group, k)
		}
		for _, t := range v.found.TiesOf(d) {
			ends = append(ends, at[t.A], at[t.B])
		}
	}
	h.Edges = len(ends) / 2
	points := layout.Packed(group)
	var p packed
	p.head(h)
	for _, q := range points {
		p.float(q.X)
	}
	for _, q := range points {
		p.float(q.Y)
	}
	for _, g := range group {
		p.uint(uint32(g))
	}
	for _, e := range ends {
		p.uint(e)
	}
	return p.body()
}

// packed is an answer of typed arrays.
type packed struct {
	bytes []byte
	err   error
}

func (p *packed) head(h any) {
	b, err := json.Marshal(h)
	p.err = err
	for len(b)%4 != 0 {
		b = append(b, ' ')
	}
	p.bytes = append(binary.LittleEndian.AppendUint32(nil, uint32(len(b))), b...)
}

func (p *packed) float(x float64) { p.uint(math.Float32bits(float32(x))) }
func (p *packed) uint(x uint32)   { p.bytes = binary.LittleEndian.AppendUint32(p.bytes, x) }
func (p *packed) body() (*binaryBody, error) {
	return &binaryBody{"application/octet-stream", p.bytes}, p.err
}
