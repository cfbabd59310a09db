package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"skein/internal/column/columntest"
	"skein/internal/handling"
	"skein/internal/ingest"
	"skein/internal/record"
	"skein/internal/schema"
	"skein/internal/store/sqlite"
)

// entities writes records as FollowTheMoney entities, those of a category or, for none, of
// all that are no persons.
func entities(t *testing.T, records []record.Record, of record.Category) []byte {
	t.Helper()
	var out bytes.Buffer
	for i := range records {
		r := &records[i]
		if r.Category != of {
			continue
		}
		properties := map[schema.PropertyName][]string{}
		for _, s := range r.Statements {
			properties[s.Property] = append(properties[s.Property], s.Value)
		}
		line, err := json.Marshal(map[string]any{"id": r.Key.String(), "schema": r.Schema, "properties": properties})
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(line, '\n'))
	}
	return out.Bytes()
}

// take takes records into the bench's case, a contribution for each category.
func (b *bench) take(records []record.Record, label handling.Label) {
	b.t.Helper()
	s, err := sqlite.Open(b.t.Context(), b.dir.Database(), sqlite.Options{})
	if err != nil {
		b.t.Fatal(err)
	}
	in := ingest.New(s, ingest.Options{})
	for _, c := range []record.Category{record.NoCategory, record.Suspect, record.Convicted, record.Witness, record.Contact} {
		text := entities(b.t, records, c)
		if len(text) == 0 {
			continue
		}
		terms := ingest.Terms{Source: "drawn", Owner: "EL", Label: label, Received: b.now}
		got, err := in.Add(b.t.Context(), terms, ingest.Recipe{Category: c}, c.String()+".json", bytes.NewReader(text), int64(len(text)))
		if err != nil {
			b.t.Fatal(err)
		}
		if got.Quarantined > 0 {
			b.t.Fatalf("%d of %d records in quarantine", got.Quarantined, got.Rows)
		}
	}
	if err := in.Flush(); err != nil {
		b.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.t.Fatal(err)
	}
	if err := b.s.refresh(b.t.Context()); err != nil {
		b.t.Fatal(err)
	}
}

// Whatever properties the things of a case have, none included, the workbench shows it, and
// its report.
func TestAnyPropertiesAreShown(t *testing.T) {
	label, err := handling.Parse("H1 owner=EL")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		b := newBench(t)
		b.take(columntest.Draw(rt), label)
		v := b.s.current.Load()
		paths := []string{
			"/api/picture", "/api/contributions", "/api/contributions/1/records", "/api/quarantine", "/api/search?q=Berg", "/api/judge", "/api/networks",
			"/api/map/layers", "/api/map/incidents", "/api/chart/whole", "/api/figures", "/api/report",
		}
		for i := range v.picture.Figures {
			f := &v.picture.Figures[i]
			paths = append(paths, "/api/figures/"+string(f.ID))
			if len(f.Cells) > 0 {
				paths = append(paths, "/api/figures/"+string(f.ID)+"/evidence?source=true")
			}
		}
		for k := range v.found.Networks {
			paths = append(paths, "/api/networks/"+v.found.Networks[k].ID, "/api/networks/"+v.found.Networks[k].ID+"/chart")
		}
		var ids []string
		for i := range v.nodes {
			id := url.PathEscape(v.nodes[i].id)
			ids = append(ids, v.nodes[i].id)
			paths = append(paths, "/api/entities/"+id, "/api/chart/neighbours/"+id)
		}
		for _, path := range paths {
			if w := b.do(b.request(http.MethodGet, path, nil)); w.Code != http.StatusOK {
				rt.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
		if len(ids) > 0 {
			for _, kind := range []string{"force", "hierarchy", "circle", "geographic", "timeline"} {
				if got := post1[[]placed](b, "/api/chart/layout", map[string]any{"ids": ids, "kind": kind}); len(got) != len(ids) {
					rt.Errorf("%s: %d of %d placed", kind, len(got), len(ids))
				}
			}
		}
		if got := v.picture.Input().Label(); got != label {
			rt.Errorf("the report's label is %v, want that of all its sources, %v", got, label)
		}
	})
}

// A case of one kind of data gives a report whose label is that of its source.
func TestAReportIsAsOpenAsItsSource(t *testing.T) {
	label, err := handling.Parse("TLP:CLEAR owner=EL")
	if err != nil {
		t.Fatal(err)
	}
	thing := columntest.Thing
	for kind, records := range map[string][]record.Record{
		"calls":      {thing("Call", "1", "callerNumber", "+447700900123", "receiverNumber", "+447700900456", "date", "2015-03-01")},
		"messages":   {thing("Message", "1", "senderAccount", "a", "recipientAccount", "b")},
		"statistics": {thing("Flow", "1", "measure", "detections", "route", "Eastern", "period", "2015-03", "count", "12")},
		"fees":       {thing("Fee", "1", "amount", "1500", "currency", "EUR", "date", "2015")},
		"payments":   {thing("Payment", "1", "means", "cash")},
		"persons":    {columntest.Person(record.Suspect, "1", "nationality", "sy")},
		"witnesses":  {columntest.Person(record.Witness, "1", "nationality", "sy")},
		"incidents":  {thing("Incident", "1", "date", "2015-03-01", "deadAndMissing", "3", "latitude", "35", "longitude", "14")},
		"debriefings": {
			thing("Debriefing", "1", "name", "talk"), thing("Trip", "1", "debriefing", "@Debriefing/1", "mode", "sea", "date", "2015-03"),
		},
		"places":    {thing("Place", "1", "name", "Izmir", "latitude", "38.4", "longitude", "27.1")},
		"networks":  {thing("Network", "1", "name", "N")},
		"documents": {thing("Passport", "1", "number", "X123")},
		"vehicles":  {thing("Vehicle", "1", "type", "van")},
		"vessels":   {thing("Vessel", "1", "name", "Blue")},
		"links":     {thing("UnknownLink", "1", "subject", "@Person/a", "object", "@Person/b")},
		"companies": {thing("Company", "1", "name", "Acme")},
		"phones":    {thing("Phone", "1", "number", "+447700900123")},
	} {
		b := newBench(t)
		b.take(records, label)
		if got := b.s.current.Load().picture.Input().Label(); got != label {
			t.Errorf("%s: the report's label is %v, want %v", kind, got, label)
		}
		if page := b.do(b.request(http.MethodGet, "/api/report", nil)).Body.String(); strings.Contains(page, "CLOSED") {
			t.Errorf("%s: the report is closed", kind)
		}
		if got := get1[pictureBody](b, "/api/picture").Label; got != label.String() {
			t.Errorf("%s: the picture's label is %s, want %v", kind, got, label)
		}
	}
}
