package ingest_test

import (
	"strings"
	"testing"

	"skein/internal/ingest"
	"skein/internal/store/memory"
)

const counts = `entities: {f: {schema: Flow, keys: $row, properties: {route: {column: route}, count: {column: n}}}}`

// TestTheLastRowOfAPartMaySumItUp: a row without a name that sums up those above goes to
// quarantine with its bytes where it is the last of a file or member, whatever the format,
// and is kept and noted where rows follow.
func TestTheLastRowOfAPartMaySumItUp(t *testing.T) {
	lines := func(rows ...string) string { return strings.Join(rows, "\n") + "\n" }
	for _, c := range []struct {
		name, content string
		records       int
		bad           []string // their bytes
		notes         int
	}{
		{"a.csv", "route,n\nsea,5\nland,6\n,11\n", 2, []string{",11\n"}, 0},
		{"a.jsonl", lines(`{"route":"sea","n":5}`, `{"route":"land","n":6.5}`, `{"n":11.5}`), 2, []string{`{"n":11.5}` + "\n"}, 0},
		{"b.jsonl", lines(`{"route":"sea","n":5}`, `{"n":5}`, `{"route":"land","n":6}`), 3, nil, 1},
		{"c.csv", "route,n\nsea,0\n,0\n", 2, nil, 0},
		{"d.csv", "route,n\n,5\n,6\n,11\n", 3, nil, 0}, // no row has a name
		{"e.csv", "route,n\nsea,1 000\nland,2 500\n,3 500\n", 2, []string{",3 500\n"}, 0},
		{"f.csv", "route,n\nsea,5\nland,6\n,12\n", 3, nil, 0},
		{"g.zip", zipped(t, [2]string{"a.csv", "route,n\nsea,5\nland,6\n,11\n"}, [2]string{"b.csv", "route,n\nsea,7\n,7\n"}), 3, []string{",11\n", ",7\n"}, 0},
	} {
		s := memory.New()
		r := add(t, s, terms(), ingest.Recipe{Mapping: []byte(counts)}, c.name, c.content)
		_, bad := live(t, s)
		if r.Records != c.records || r.Quarantined != len(c.bad) || len(r.Notes) < c.notes || c.notes == 0 && c.bad != nil && len(r.Notes) > 0 {
			t.Errorf("%s: %+v, want %d records, %d in quarantine", c.name, r, c.records, len(c.bad))
		}
		for i, q := range bad {
			if i < len(c.bad) && (strings.TrimSpace(string(q.Raw)) != strings.TrimSpace(c.bad[i]) || !strings.Contains(q.Reason, "row of totals")) {
				t.Errorf("%s: %q in quarantine: %s", c.name, q.Raw, q.Reason)
			}
		}
	}
}

// TestAContributionWithoutRowsIsReported, and no reading again gives up what was there.
func TestAContributionWithoutRowsIsReported(t *testing.T) {
	for name, content := range map[string]string{"a.csv": "route,n\n", "b.csv": "", "c.jsonl": "[]", "d.csv": "\n\n"} {
		r := add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(counts)}, name, content)
		if r.Quarantined != 1 || r.Reason == "" {
			t.Errorf("%s: %+v", name, r)
		}
	}
	r := add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte("filters: {route: air}\n" + counts)}, "e.csv", "route,n\nsea,5\n")
	if r.Records+r.Quarantined != 0 || len(r.Notes) != 1 {
		t.Errorf("all rows are filtered out: %+v", r)
	}
}

// TestATotalBesideWhatItIsOfIsNoted: it is kept, and somebody is asked to look.
func TestATotalBesideWhatItIsOfIsNoted(t *testing.T) {
	const m = `entities: {s: {schema: Seizure, keys: $row, properties: {subject: {column: route}, location: {column: who}, quantity: {column: n}}}}`
	const content = "route,who,n\nsea,car,5\nsea,foot,6\nsea,Total,11\nland,foot,7\n"
	r := add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(m)}, "a.csv", content)
	if r.Records != 4 || len(r.Notes) == 0 || !strings.Contains(strings.Join(r.Notes, "\n"), `says "Total" beside`) {
		t.Errorf("%+v", r)
	}
	r = add(t, memory.New(), terms(), ingest.Recipe{Mapping: []byte(`queries: [{filters_not: {who: Total}, ` + m + `}]`)}, "a.csv", content)
	if r.Records != 3 || strings.Contains(strings.Join(r.Notes, "\n"), "beside") {
		t.Errorf("left out by a filter: %+v", r)
	}
}
