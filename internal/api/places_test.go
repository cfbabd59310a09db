package api

import (
	"net/url"
	"slices"
	"testing"
)

const legsMapping = `
queries:
  - entities:
      from:
        schema: Place
        keys: [from, country]
        properties:
          name: {column: from}
          country: {column: country}
          latitude: {column: lat}
          longitude: {column: lon}
      to:
        schema: Place
        key: to
        properties: {name: {column: to}, country: {literal: gr}, latitude: {literal: "38"}, longitude: {literal: "24"}}
      leg:
        schema: Trip
        key: id
        properties: {origin: {entity: from}, destination: {entity: to}}
`

const legsOfTwo = `id,from,country,lat,lon,to
1,Tarsis,ly,32.9,13.2,Chora
2,Tarsis,ly,32.9,13.2,Chora
3,Tarsis,lb,34.4,35.8,Chora
`

// Two places of one name are two on the map, among the cells and in their evidence.
func TestPlacesOfOneName(t *testing.T) {
	b := newBench(t)
	decoded[taken](b, b.upload("/api/contributions", "legs.csv", legsOfTwo, map[string]string{"mapping": legsMapping, "owner": "EL", "label": "TLP:CLEAR"}))
	b.settled()
	layers := get1[layersBody](b, "/api/map/layers")
	begins := map[string]float64{}
	for _, f := range layers.Legs.Features {
		line, ok := f.Geometry.Coordinates.([]any)
		if !ok || len(line) == 0 {
			t.Fatalf("a leg without a line: %+v", f)
		}
		first, _ := line[0].([]any)
		name, _ := f.Properties["from"].(string)
		begins[name], _ = first[0].(float64)
	}
	if len(begins) != 2 || begins["Tarsis (Libya)"] != 13.2 || begins["Tarsis (Lebanon)"] != 35.8 {
		t.Errorf("legs begin at longitude %v", begins)
	}
	body := get1[figureBody](b, "/api/figures/legs.by_pair")
	for _, row := range body.Rows {
		ev := get1[evidenceBody](b, "/api/figures/legs.by_pair/evidence?"+url.Values{"key": row.IDs}.Encode())
		if ev.Value != row.Text || ev.Cell["origin"] != row.Keys[0] {
			t.Errorf("%v: %s of %v, want %s", row.IDs, ev.Value, ev.Cell, row.Text)
		}
	}
	if len(body.Rows) != 2 || !slices.Equal(body.Rows[1].IDs, []string{"tarsis/ly", "chora/gr"}) {
		t.Errorf("%+v", body.Rows)
	}
}
