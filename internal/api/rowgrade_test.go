package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

const gradedMapping = `
queries:
  - entities:
      person:
        schema: Person
        key: id
        category: suspect
        grade: {column: grade}
        label: {column: label}
        origin: {column: heard}
        properties:
          name: {column: name}
          role: {column: role, grade: {column: role_grade}}
      other: {schema: Person, key: knows, category: suspect}
      link:
        schema: Associate
        keys: [id, knows]
        grade: {column: grade}
        label: {column: label}
        properties:
          person: {entity: person}
          associate: {entity: other}
`

const graded = `id,name,role,role_grade,knows,grade,label,heard
1,Ana Breke,driver,,2,,,
2,Bo Dusan,skipper,C3,3,X4,SECRET H2,a hotline
3,Cem Evran,,,1,,,
`

// A row's own grade, label and origin are those that the workbench shows.
func TestRowsOfTheirOwn(t *testing.T) {
	b := newBench(t)
	got := decoded[taken](b, b.upload("/api/contributions", "graded.csv", graded, map[string]string{
		"mapping": gradedMapping, "owner": "EL-POLICE", "label": "TLP:CLEAR", "grade": "A1",
	}))
	if got.Quarantined != 0 {
		t.Fatalf("taken in: %+v", got)
	}
	b.settled()
	find := func(name string) string {
		hits := get1[hitsBody](b, "/api/search?q="+strings.ReplaceAll(name, " ", "+"))
		if len(hits.Hits) == 0 {
			t.Fatalf("%s is not found", name)
		}
		return hits.Hits[0].ID
	}
	const secret, open = "H2 SECRET TLP:CLEAR owner=EL-POLICE", "UNCLASSIFIED TLP:CLEAR owner=EL-POLICE"
	shown := map[string]string{}
	d := get1[dossier](b, "/api/entities/"+find("Bo Dusan"))
	for _, s := range d.Statements {
		if s.Record != "1:4" { // the row of its own, not the one that refers to the person
			continue
		}
		shown[s.Property] = s.Grade
		if !strings.HasPrefix(s.Label, secret) || s.Origin != "a hotline" {
			t.Errorf("%s: %s, origin %s", s.Property, s.Label, s.Origin)
		}
	}
	if shown["Name"] != "X4" || shown["Role"] != "C3" {
		t.Errorf("dossier shows %v", shown)
	}
	for _, name := range []string{"Ana Breke", "Bo Dusan", "Cem Evran"} {
		for _, k := range get1[dossier](b, "/api/entities/"+find(name)).Ties {
			unconfirmed := name != "Ana Breke" && k.Name != "Ana Breke" // the row of Bo Dusan, who knows Cem Evran
			if k.Confirmed == unconfirmed {
				t.Errorf("%s to %s: confirmed %v", name, k.Name, k.Confirmed)
			}
		}
	}
	ev := get1[evidenceBody](b, "/api/figures/suspects.by_role/evidence?key=skipper")
	if len(ev.Rows) == 0 {
		t.Fatal("no evidence")
	}
	for _, r := range ev.Rows {
		own := strings.Contains(strings.Join(r.Statements["name"], ""), "Bo")
		if own != (r.Grade == "X4") || own != strings.HasPrefix(r.Label, secret) {
			t.Errorf("evidence %s: %s %s", r.ID, r.Grade, r.Label)
		}
	}
	rows := get1[recordsBody](b, "/api/contributions/1/records")
	for _, r := range rows.Records {
		name := strings.Join(r.Statements["name"], "")
		switch {
		case name == "Ana Breke" && (r.Grade != "A1" || !strings.HasPrefix(r.Label, open)),
			name == "Bo Dusan" && (r.Grade != "X4" || !strings.HasPrefix(r.Label, secret)):
			t.Errorf("record %s: %s %s", r.ID, r.Grade, r.Label)
		}
	}
	list := get1[ledgerBody](b, "/api/contributions")
	if c := list.Contributions[0]; c.Grade != "A1, X4" || !strings.HasPrefix(c.Label, secret) {
		t.Errorf("contribution: %s %s", c.Grade, c.Label)
	}
	points := []placed{{ID: find("Ana Breke")}, {ID: find("Bo Dusan")}}
	text, err := json.Marshal(map[string]any{"format": "graphml", "nodes": points})
	if err != nil {
		t.Fatal(err)
	}
	w := b.do(b.request(http.MethodPost, "/api/chart/export", bytes.NewReader(text)))
	for _, want := range []string{">A1, X4<", secret} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the exported chart lacks %q:\n%s", want, w.Body)
		}
	}
}
