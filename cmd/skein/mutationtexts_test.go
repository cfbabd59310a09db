package main

import (
	"fmt"
	"strings"
)

const specimenMapping = `exercise:
  lookups:
    places: &places {Küste: Coast, "Küste, Nord": North Coast}
  missing: [n/a, "-"]
  skip_rows: 0
  queries:
    - filters_not: {name: ""}
      entities:
        person:
          schema: Person
          keys: [id]
          key_literal: exercise
          category: {column: place, lookup: kinds}
          properties:
            name: {column: name}
            age: {column: age, compute: "age + 1"}
            birthDate: {column: seen, format: "%Y-%m-%d", precision: month}
    - entities:
        person: {schema: Person, category: witness, keys: [id], properties: {name: {join: " ", columns: [name, place]}}}
`

const specimenCase = `title: Exercise
ceiling: RESTRICTED
sources:
  - &first
    name: one
    path: "*.csv"
    owner: TEST
    grade: B2
    label: TLP:CLEAR
    received: 2016-03-01
    reader: {format: csv, delimiter: ";", skip_rows: 1}
    limits: {bytes: 2GB, rows: 1000}
  - <<: *first
    name: two
report:
  title: Exercise
  map: {west: -20, south: 25, east: 45, north: 50}
  ties: {member: 2, call: 1, half_life_years: 0}
`

const (
	specimenNodes = 12
	specimenEdges = 2 * specimenNodes
)

// apart are numbers of which two differ in several digits, so that damage makes no other one.
func apart(i int) int { return 10000 + (i+1)*7919%90000 }

// specimenGraphs is one graph in each format: a ring with its second neighbours.
func specimenGraphs() map[string]string {
	edge := func(f func(a, b int) string) string {
		var out strings.Builder
		for i := range specimenNodes {
			out.WriteString(f(i, (i+1)%specimenNodes) + f(i, (i+2)%specimenNodes))
		}
		return out.String()
	}
	node := func(f func(i int) string) string {
		var out strings.Builder
		for i := range specimenNodes {
			out.WriteString(f(i))
		}
		return out.String()
	}
	metis := node(func(i int) string {
		n := specimenNodes
		return fmt.Sprintf("%d %d %d %d\n", (i+1)%n+1, (i+2)%n+1, (i+n-1)%n+1, (i+n-2)%n+1)
	})
	return map[string]string{
		"a.graphml": `<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected">` +
			node(func(i int) string { return fmt.Sprintf("<node id=\"n%d\"/>\n", apart(i)) }) + edge(func(a, b int) string {
			return fmt.Sprintf("<edge source=\"n%d\" target=\"n%d\"><data key=\"w\">2</data></edge>\n", apart(a), apart(b))
		}) + `</graph></graphml>`,
		"a.gexf": `<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected"><nodes>` +
			node(func(i int) string { return fmt.Sprintf("<node id=\"%d\" label=\"N %d\"/>\n", apart(i), i) }) + "</nodes><edges>" + edge(func(a, b int) string {
			return fmt.Sprintf("<edge id=\"%d-%d\" source=\"%d\" target=\"%d\" weight=\"1.5\"/>\n", a, b, apart(a), apart(b))
		}) + `</edges></graph></gexf>`,
		"a.net": fmt.Sprintf("*Vertices %d\n", specimenNodes) + node(func(i int) string { return fmt.Sprintf("%d \"N %d\"\n", i+1, i) }) +
			"*Edges\n" + edge(func(a, b int) string { return fmt.Sprintf("%d %d 1.5\n", a+1, b+1) }),
		"a.metis":    fmt.Sprintf("%d %d\n", specimenNodes, specimenEdges) + metis,
		"list.csv":   "from,to,weight\n" + edge(func(a, b int) string { return fmt.Sprintf("N%d,N%d,2\n", apart(a), apart(b)) }),
		"number.tsv": edge(func(a, b int) string { return fmt.Sprintf("%d\t%d\n", apart(a), apart(b)) }),
	}
}
