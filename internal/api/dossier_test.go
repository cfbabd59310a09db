package api

import (
	"net/url"
	"slices"
	"testing"
)

const twiceMapping = `
queries:
  - entities:
      p:
        schema: Person
        keys: id
        category: suspect
        properties:
          name: {column: name, split: ";"}
          nationality: {column: nat, split: ";"}
`

// A dossier shows all that a record says, not the first value of each property.
func TestADossierShowsAllValues(t *testing.T) {
	b := newBench(t)
	decoded[taken](b, b.upload("/api/contributions", "p.csv", "id,name,nat\n1,Zeno Quast;Zeno Quastel,Syria;Iraq\n", map[string]string{"mapping": twiceMapping, "owner": "EL", "label": "TLP:CLEAR"}))
	b.settled()
	hits := get1[hitsBody](b, "/api/search?q=Quast").Hits
	if len(hits) != 1 {
		t.Fatalf("hits %+v", hits)
	}
	got := map[string][]string{}
	for _, s := range get1[dossier](b, "/api/entities/"+url.PathEscape(hits[0].ID)).Statements {
		got[s.Property] = append(got[s.Property], s.Value)
	}
	for property, want := range map[string][]string{"Name": {"Zeno Quast", "Zeno Quastel"}, "Nationality": {"iq", "sy"}} {
		slices.Sort(got[property])
		if !slices.Equal(got[property], want) {
			t.Errorf("%s: %q, want %q", property, got[property], want)
		}
	}
}
