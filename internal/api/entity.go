package api

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/column"
	"skein/internal/grading"
	"skein/internal/record"
	"skein/internal/schema"
)

func propertyName(text string) schema.PropertyName { return schema.PropertyName(text) }

// detail is what tells a node from others of its name, in a few words.
func (v *snapshot) detail(i int) string {
	n := &v.nodes[i]
	if n.locked {
		return ""
	}
	t := v.picture.Set.Table(n.schema)
	var out []string
	for _, p := range []schema.PropertyName{"birthDate", "residence", "role", "tier", "country", "date", "type"} {
		for _, row := range n.rows {
			if text := t.Column(p).Text(row); text != "" {
				out = append(out, text)
				break
			}
		}
	}
	return strings.Join(out, " · ")
}

// statement is one value with where it comes from.
type statement struct {
	Property string `json:"property"`
	Value    string `json:"value"`
	Original string `json:"original,omitempty"` // as the source wrote it, where that differs
	Refers   string `json:"refers,omitempty"`   // ID of the thing that it means
	Record   string `json:"record"`
	Source   string `json:"source"`
	Owner    string `json:"owner"`
	Origin   string `json:"origin"`
	Grade    string `json:"grade"`
	Label    string `json:"label"`
	Received string `json:"received"`
	Differs  bool   `json:"differs"` // from what other records say, where one value is true
}

// happened is an event in a timeline.
type happened struct {
	Date string `json:"date"`
	What string `json:"what"`
	With string `json:"with,omitempty"`
	ID   string `json:"id,omitempty"`
}

type tied struct {
	ID        string `json:"id"`
	Schema    string `json:"schema"`
	Name      string `json:"name"`
	Locked    bool   `json:"locked"`
	Kind      string `json:"kind"`
	N         int    `json:"n"` // records
	Confirmed bool   `json:"confirmed"`
}

type dossier struct {
	ID         string                    `json:"id"`
	Schema     string                    `json:"schema"`
	Name       string                    `json:"name"`
	Locked     bool                      `json:"locked"`
	Category   string                    `json:"category,omitempty"`
	Records    int                       `json:"records"`
	Statements []statement               `json:"statements"`
	Timeline   []happened                `json:"timeline"`
	Ties       []tied                    `json:"ties"`
	Network    *NetworkName              `json:"network,omitempty"`
	Identity   *casework.ExplainedEntity `json:"identity,omitempty"` // why its records are of one person
	Checkpoint string                    `json:"checkpoint"`
}

// single are the properties of which a person has one: records that differ disagree.
var single = map[string]bool{"birthDate": true, "gender": true, "birthPlace": true, "deathDate": true, "tier": true}

func (s *Server) entityCalls(a huma.API) {
	get(a, "/api/entities/{id}", "The dossier of a thing; of a locked person only that there is one", func(_ context.Context, in *struct {
		ID string `path:"id" maxLength:"100"`
	},
	) (*body[dossier], error) {
		v := s.current.Load()
		i, err := v.find(in.ID)
		if err != nil {
			return nil, err
		}
		return answer(v.dossier(i, false)), nil
	})
	post(a, "/api/entities/{id}/open", "The dossier of a locked person, for a reason that is written down", func(ctx context.Context, in *struct {
		ID   string `path:"id" maxLength:"100"`
		Body struct {
			Reason string `json:"reason" minLength:"10" maxLength:"1000" doc:"why the person's data are needed"`
		}
	},
	) (*body[dossier], error) {
		v := s.current.Load()
		i, err := v.find(in.ID)
		if err != nil {
			return nil, err
		}
		if err := s.audit(ctx, "open", v.nodes[i].id, in.Body.Reason); err != nil {
			return nil, err
		}
		return answer(v.dossier(i, true)), nil
	})
}

func (v *snapshot) dossier(i int, open bool) dossier {
	n := &v.nodes[i]
	t := v.picture.Set.Table(n.schema)
	d := dossier{
		ID: n.id, Schema: string(n.schema), Name: n.label(), Locked: n.locked && !open, Statements: []statement{}, Timeline: []happened{}, Ties: []tied{},
		Checkpoint: v.checkpoint(),
	}
	if n.schema == casework.PersonSchema {
		d.Category = v.category(n).String()
	}
	if d.Locked {
		return d
	}
	d.Name = n.name
	for _, row := range n.rows {
		d.Records += len(t.Records(row))
		d.Statements = append(d.Statements, v.statements(t, row)...)
	}
	disagree(d.Statements)
	d.Ties, d.Timeline = v.tiesOf(i)
	if k := v.networks[i]; k > 0 {
		name := v.networkName(k - 1)
		d.Network = &name
	}
	if n.schema == casework.PersonSchema && len(n.rows) > 1 {
		x := v.who.ExplainEntity(v.entity(n.rows[0]))
		d.Identity = &x
	}
	return d
}

// category is the one that protects most among a person's rows.
func (v *snapshot) category(n *node) record.Category {
	t := v.picture.Set.Table(n.schema)
	out := t.Category(n.rows[0])
	for _, row := range n.rows[1:] {
		if c := t.Category(row); c > out {
			out = c
		}
	}
	return out
}

func (v *snapshot) statements(t *column.Table, row int) []statement {
	set := v.picture.Set
	s, _ := schema.Default().Get(t.Schema)
	var out []statement
	for _, p := range s.Properties() {
		c := t.Column(p.Name)
		for _, src := range t.Records(row) {
			for _, value := range c.Stated(row, src.ID) {
				con, held := set.Contributions[src.Contribution], set.Stated(src, p.Name, value)
				x := statement{
					Property: p.Label, Value: set.Text(value), Record: src.ID.String(), Source: con.Source, Owner: con.Owner, Origin: set.Origin(src),
					Grade: held.Grade.String(), Label: held.Label.String(), Received: con.Received.Format("2006-01-02"),
				}
				if p.Type == "entity" {
					if thing, ok := set.Thing(value); ok {
						if k, ok := v.of[thing]; ok {
							x.Value, x.Refers = v.nodes[k].label(), v.nodes[k].id
						}
					}
				}
				out = append(out, x)
			}
		}
	}
	return out
}

// disagree marks the statements of single properties that have several values.
func disagree(list []statement) {
	values := map[string]map[string]bool{}
	for _, x := range list {
		if values[x.Property] == nil {
			values[x.Property] = map[string]bool{}
		}
		values[x.Property][x.Value] = true
	}
	person, _ := schema.Default().Get(casework.PersonSchema)
	for _, p := range person.Properties() {
		if single[string(p.Name)] && len(values[p.Label]) > 1 {
			for i := range list {
				list[i].Differs = list[i].Differs || list[i].Property == p.Label
			}
		}
	}
}

// tiesOf returns whom a node is tied to, and its timeline.
func (v *snapshot) tiesOf(i int) ([]tied, []happened) {
	type pair struct {
		to   int
		kind schema.Name
	}
	counts := map[pair]*tied{}
	order := []*tied{}
	timeline := []happened{}
	grades := grading.DefaultTable()
	for _, k := range v.nodes[i].ties {
		other := &v.nodes[k.to]
		p := pair{k.to, k.kind}
		if counts[p] == nil {
			counts[p] = &tied{ID: other.id, Schema: string(other.schema), Name: other.label(), Locked: other.locked, Kind: string(k.kind)}
			order = append(order, counts[p])
		}
		counts[p].N++
		counts[p].Confirmed = counts[p].Confirmed || k.from.Confirmed(grades)
		if date := k.from.Table.FirstText(k.from.Row, "date", "startDate"); date != "" {
			timeline = append(timeline, happened{date, string(k.kind), other.label(), other.id})
		}
	}
	slices.SortStableFunc(order, func(a, b *tied) int { return cmp.Compare(b.N, a.N) })
	slices.SortStableFunc(timeline, func(a, b happened) int { return cmp.Compare(a.Date, b.Date) })
	out := make([]tied, len(order))
	for k, t := range order {
		out[k] = *t
	}
	return out, timeline
}
