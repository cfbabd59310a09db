package api

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"skein/internal/casework"
	"skein/internal/column"
	"skein/internal/handling"
	"skein/internal/network"
	"skein/internal/normalize"
	"skein/internal/record"
	"skein/internal/resolve/lineage"
	"skein/internal/schema"
	"skein/internal/store"
)

// snapshot is a case at one checkpoint. It never changes.
type snapshot struct {
	picture *casework.Picture
	who     *casework.Who
	found   *network.Found

	questions []casework.Question
	nodes     []node
	at        map[string]int       // of each node's ID
	of        map[column.Thing]int // node of each thing that is no link
	networks  []int                // of each node: detected network, from 1; 0 for none
	search    *index
	handling  handling.Label // of the report, and so of the picture
	protected int            // pairs that wait for judgement of which one is locked
	locked    sync.Map       // locks, by contribution

	incidents, whole func() (*binaryBody, error) // made when first asked for
}

// node is an entity: all rows of one thing.
type node struct {
	id     string // "E-…" of persons, else schema and key
	schema schema.Name
	rows   []int
	name   string
	locked bool // a person who is protected: names and statements are given for a reason only
	ties   []tie
}

// tie is a link of a node, or a reference from one thing to another.
type tie struct {
	to       int
	kind     schema.Name // of the link, or the property of a reference
	from     column.Thing
	directed int8 // 1: from this node, -1: to it, 0: neither
}

func (v *snapshot) checkpoint() string { return v.picture.Set.Checkpoint.String() }

// keep writes down who is who in a snapshot, where that was found out for it.
func (v *snapshot) keep(dir casework.Dir) error {
	if v.picture.Who == nil {
		return nil
	}
	return v.picture.Who.Write(dir)
}

// build takes a snapshot of a case.
func build(ctx context.Context, dir casework.Dir, s store.Store) (*snapshot, error) {
	p, err := dir.Picture(ctx, s)
	if err != nil {
		return nil, err
	}
	v := &snapshot{picture: p, who: p.Who}
	if v.who == nil && p.Set.Table(casework.PersonSchema).Len() > 0 {
		if v.who, err = dir.ResolveSet(p.Set, casework.PersonSchema, false); err != nil {
			return nil, err
		}
	}
	if v.found, err = p.Networks(ctx); err != nil {
		return nil, err
	}
	if v.who != nil {
		v.questions = v.who.Questions()
	}
	v.handling = p.Input().Label()
	v.entities()
	v.links()
	v.questions = slices.DeleteFunc(v.questions, func(q casework.Question) bool {
		t := v.picture.Set.Table(casework.PersonSchema)
		locked := v.nodes[v.of[thing(t, int(q.A))]].locked || v.nodes[v.of[thing(t, int(q.B))]].locked
		if locked {
			v.protected++
		}
		return locked
	})
	v.search = v.indexed()
	v.incidents, v.whole = sync.OnceValues(v.packIncidents), sync.OnceValues(v.packWhole)
	return v, nil
}

// entities makes the nodes.
func (v *snapshot) entities() {
	set, model := v.picture.Set, schema.Default()
	v.at, v.of = map[string]int{}, map[column.Thing]int{}
	for _, t := range set.Tables() {
		s, ok := model.Get(t.Schema)
		if !ok || s.Edge || t.Schema == "Judgement" {
			continue
		}
		for row := range t.Len() {
			id := string(t.Schema) + ":" + t.Key(row).String()
			if t.Schema == casework.PersonSchema && v.who != nil {
				id = string(v.who.IDs[row])
			}
			i, ok := v.at[id]
			if !ok {
				i = len(v.nodes)
				v.at[id] = i
				v.nodes = append(v.nodes, node{id: id, schema: t.Schema})
			}
			v.nodes[i].rows = append(v.nodes[i].rows, row)
			v.of[column.Thing{Table: t, Row: row}] = i
		}
	}
	v.networks = make([]int, len(v.nodes))
	for i := range v.nodes {
		n := &v.nodes[i]
		t := set.Table(n.schema)
		s, _ := model.Get(n.schema)
		if n.schema == casework.PersonSchema {
			n.locked = slices.ContainsFunc(n.rows, func(row int) bool { return protected(t, row) })
			v.networks[i] = v.found.Network(n.rows[0]) + 1
		}
		for _, row := range n.rows {
			if n.name = casework.NameOf(t, row); n.name != "" {
				break
			}
		}
		if n.name == "" {
			n.name = s.Label + " " + t.Key(n.rows[0]).String()[:6]
		}
	}
}

// protected reports whether a record holds a person as one whom the police protect, or as
// a minor when it was received.
func protected(t *column.Table, row int) bool {
	if slices.Contains([]record.Category{record.Victim, record.Witness, record.Informant}, t.Category(row)) || t.FirstText(row, "minor") == "true" {
		return true
	}
	if age, err := strconv.ParseFloat(t.FirstText(row, "age"), 64); err == nil && age < 18 {
		return true
	}
	birth, err := normalize.ParseDate(t.Column("birthDate").Text(row), normalize.DateOptions{})
	if err != nil {
		return false
	}
	received, err := normalize.ParseDate(t.Set().Contributions[t.Records(row)[0].Contribution].Received.Format(time.DateOnly), normalize.DateOptions{})
	if err != nil {
		return false
	}
	youngest, _, ok := normalize.AgeRange(birth, received)
	return ok && youngest < 18
}

// links makes the ties between nodes.
func (v *snapshot) links() {
	set, model := v.picture.Set, schema.Default()
	node := func(c column.Value) (int, bool) {
		thing, ok := set.Thing(c)
		if !ok {
			return 0, false
		}
		i, ok := v.of[thing]
		return i, ok
	}
	add := func(a, b int, kind schema.Name, from column.Thing, directed bool) {
		if a == b {
			return
		}
		var d int8
		if directed {
			d = 1
		}
		v.nodes[a].ties = append(v.nodes[a].ties, tie{b, kind, from, d})
		v.nodes[b].ties = append(v.nodes[b].ties, tie{a, kind, from, -d})
	}
	for _, t := range set.Tables() {
		s, ok := model.Get(t.Schema)
		if !ok {
			continue
		}
		if s.Edge {
			source, target := t.Column(s.Source), t.Column(s.Target)
			for row := range t.Len() {
				for _, x := range source.Best(row) {
					for _, y := range target.Best(row) {
						a, ok1 := node(x)
						b, ok2 := node(y)
						if ok1 && ok2 {
							add(a, b, t.Schema, column.Thing{Table: t, Row: row}, s.Directed)
						}
					}
				}
			}
			continue
		}
		for _, p := range s.Properties() {
			if p.Type != "entity" {
				continue
			}
			c := t.Column(p.Name)
			for row := range t.Len() {
				from := column.Thing{Table: t, Row: row}
				for _, x := range c.Best(row) {
					if b, ok := node(x); ok {
						if a, ok := v.of[from]; ok {
							add(a, b, schema.Name(p.Label), from, true)
						}
					}
				}
			}
		}
	}
}

// find returns the node of an ID, a record, or a key.
func (v *snapshot) find(id string) (int, error) {
	if i, ok := v.at[id]; ok {
		return i, nil
	}
	if v.who != nil {
		if rows, err := v.who.Find(id); err == nil {
			return v.at[string(v.who.IDs[rows[0]])], nil
		}
	}
	return 0, casework.AskedError{Reason: "nothing in the case is called " + id + " at this checkpoint; search for its name"}
}

// label is what a node is called: nothing of a locked person.
func (n *node) label() string {
	if n.locked {
		return "Locked person " + strings.TrimPrefix(n.id, "E-")
	}
	return n.name
}

// kinds counts what a map counts, the most first.
func kinds[K cmp.Ordered](counts map[K]int) []counted {
	var out []counted
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, counted{any(k), counts[k]})
	}
	slices.SortStableFunc(out, func(a, b counted) int { return cmp.Compare(b.N, a.N) })
	return out
}

type counted struct {
	What any `json:"what"`
	N    int `json:"n"`
}

// entity returns the lasting ID of a person's row.
func (v *snapshot) entity(row int) lineage.ID { return v.who.IDs[row] }
