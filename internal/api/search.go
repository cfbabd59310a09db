package api

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/danielgtaylor/huma/v2"

	"skein/internal/casework"
	"skein/internal/normalize/name"
	"skein/internal/schema"
)

// index finds nodes by the words of what they are called, in any script, and by
// identifiers.
type index struct {
	tokens []*name.Token
	nodes  [][]int        // of each token
	number map[string]int // token of a text
	exact  map[string][]int
	words  map[string][]int // of texts, in lower case
}

// sought are the properties besides names that are found letter by letter.
var sought = []string{"number", "registrationNumber", "reference", "username", "iban", "accountNumber", "idNumber", "passportNumber", "phone", "email"}

func (v *snapshot) indexed() *index {
	x := &index{number: map[string]int{}, exact: map[string][]int{}, words: map[string][]int{}}
	for i := range v.nodes {
		n := &v.nodes[i]
		if n.locked {
			continue
		}
		t := v.picture.Set.Table(n.schema)
		texts := []string{n.name}
		for _, row := range n.rows {
			texts = append(texts, casework.NameOf(t, row))
			for _, p := range []string{"name", "alias", "weakAlias", "previousName"} {
				for _, c := range t.Column(propertyName(p)).All(row) {
					texts = append(texts, v.picture.Set.Text(c))
				}
			}
			for _, p := range sought {
				for _, c := range t.Column(propertyName(p)).All(row) {
					x.addExact(v.picture.Set.Text(c), i)
				}
			}
		}
		x.addWords(v.told(n), i)
		slices.Sort(texts)
		for _, text := range slices.Compact(texts) {
			for _, k := range name.Person(text, "") {
				x.add(k, i)
			}
		}
		x.addExact(n.id, i)
	}
	return x
}

// told is the free texts of a node: what is found by any word of it.
func (v *snapshot) told(n *node) []string {
	t := v.picture.Set.Table(n.schema)
	s, _ := schema.Default().Get(n.schema)
	var out []string
	for _, p := range s.Properties() {
		if p.Type != schema.Text && !slices.Contains([]schema.PropertyName{"summary", "title", "location", "cause", "birthPlace"}, p.Name) {
			continue
		}
		for _, row := range n.rows {
			for _, c := range t.Column(p.Name).All(row) {
				out = append(out, v.picture.Set.Text(c))
			}
		}
	}
	return out
}

// textWords are the words of a text, in lower case.
func textWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

func (x *index) addWords(texts []string, node int) {
	for _, text := range texts {
		for _, w := range textWords(text) {
			if list := x.words[w]; len(list) == 0 || list[len(list)-1] != node {
				x.words[w] = append(list, node)
			}
		}
	}
}

// inTexts returns the nodes whose texts have all words of a text.
func (x *index) inTexts(text string) []int {
	var out []int
	for k, w := range textWords(text) {
		if k == 0 {
			out = slices.Clone(x.words[w])
			continue
		}
		out = slices.DeleteFunc(out, func(i int) bool { return !slices.Contains(x.words[w], i) })
	}
	return out
}

func (x *index) add(t *name.Token, node int) {
	key := t.Text + " " + t.Sounds
	at, ok := x.number[key]
	if !ok {
		at = len(x.tokens)
		x.number[key] = at
		x.tokens, x.nodes = append(x.tokens, t), append(x.nodes, nil)
	}
	if list := x.nodes[at]; len(list) == 0 || list[len(list)-1] != node {
		x.nodes[at] = append(list, node)
	}
}

func plain(text string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" -./()", r) }), ""))
}

func (x *index) addExact(text string, node int) {
	if key := plain(text); len(key) >= 3 {
		x.exact[key] = append(x.exact[key], node)
	}
}

// leastLike is how much a word must sound like one of a name.
const leastLike = 0.72

// find returns the nodes whose names or identifiers a text may mean, the likest first, each
// with how like it is.
func (x *index) find(text string) []hit {
	scores := map[int]float64{}
	for _, i := range x.exact[plain(text)] {
		scores[i] = 2
	}
	for _, i := range x.inTexts(text) {
		scores[i] = max(scores[i], leastLike) // after those who are called so
	}
	words := name.Person(text, "")
	sums := map[int]float64{}
	weights := 0.0 // particles such as al and van weigh little
	for _, w := range words {
		weights += w.Weight
		for i, like := range x.like(w) {
			sums[i] += w.Weight * like
		}
	}
	for i, sum := range sums {
		if like := sum / weights; like >= leastLike {
			scores[i] = max(scores[i], like)
		}
	}
	var out []hit
	for i, s := range scores {
		out = append(out, hit{i, s})
	}
	slices.SortFunc(out, func(a, b hit) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.node, b.node)) })
	return out
}

type hit struct {
	node  int
	score float64
}

type found struct {
	ID     string `json:"id"`
	Schema string `json:"schema"`
	Name   string `json:"name"`
	Detail string `json:"detail,omitempty"`
}

type hitsBody struct {
	Total int     `json:"total"`
	Hits  []found `json:"hits"`
}

func (s *Server) searchCalls(a huma.API) {
	get(a, "/api/search", "Things by name in any script, by identifier or by text", func(_ context.Context, in *struct {
		Q     string `query:"q" maxLength:"200" doc:"words of a name, or an identifier"`
		Limit int    `query:"limit" minimum:"1" maximum:"500" default:"30"`
	},
	) (*body[hitsBody], error) {
		v := s.current.Load()
		hits := v.search.find(in.Q)
		var out hitsBody
		out.Total, out.Hits = len(hits), []found{}
		for _, h := range hits[:min(len(hits), max(1, in.Limit))] {
			n := &v.nodes[h.node]
			out.Hits = append(out.Hits, found{n.id, string(n.schema), n.label(), v.detail(h.node)})
		}
		return answer(out), nil
	})
}

// like returns the nodes that have a word like one in their name, and how like.
func (x *index) like(w *name.Token) map[int]float64 {
	out := map[int]float64{}
	for k, t := range x.tokens {
		like := name.Similarity(w, t, leastLike)
		if like < leastLike && len(w.Text) >= 3 && strings.HasPrefix(t.Text, w.Text) {
			like = 0.8
		}
		if w.Text == t.Text {
			like = 1.05 // letter by letter, before what only sounds so
		}
		if like < leastLike {
			continue
		}
		for _, i := range x.nodes[k] {
			out[i] = max(out[i], like)
		}
	}
	return out
}
